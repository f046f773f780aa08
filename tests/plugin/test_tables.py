"""Each cell knows its column, for a phone that stacks them."""

from __future__ import annotations

from bs4 import BeautifulSoup
from live_checks.tables import labelled
from markdown import Markdown

SOURCE = """
| Name | `Code` & more | |
| --- | ---: | --- |
| a | b | c |
| d | | f |
"""


def test_cells_are_named_by_their_columns_but_for_the_first() -> None:
    html = labelled(Markdown(extensions=["tables"]).convert(SOURCE) + "<table class=x><td>y</td></table>")
    cells = BeautifulSoup(html, "html.parser").select("td")
    assert [cell.get("data-label") for cell in cells] == [None, "Code & more", None] * 2 + [None]
    assert [cell.get_text() for cell in cells] == ["a", "b", "c", "d", "", "f", "y"]
