"""Names each cell of a table by its column: on a phone, where rows are stacked, that stands over the cell."""

from __future__ import annotations

import re
from html import escape, unescape

TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
HEADING = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
ROW = re.compile(r"<tr>(?:(?!</tr>).)*<td\b.*?</tr>", re.DOTALL)
CELL = re.compile(r"<td\b")
TAG = re.compile(r"<[^>]*>")


def labelled(html: str) -> str:
    """The tables of a page, as Markdown makes them, each cell but a row's first with the heading of its column."""

    def table(found: re.Match[str]) -> str:
        names = [unescape(TAG.sub("", name)).strip() for name in HEADING.findall(found[0])]

        def row(found: re.Match[str]) -> str:
            columns = iter(names)

            def cell(found: re.Match[str]) -> str:
                name = next(columns, "")
                return f'{found[0]} data-label="{escape(name)}"' if name and name != names[0] else found[0]

            return CELL.sub(cell, found[0])

        return ROW.sub(row, found[0])

    return TABLE.sub(table, html)
