"""What both benches say in the same way, and the tables in bench/README.md that they rewrite."""

from __future__ import annotations

import platform
import re
from datetime import UTC, datetime
from pathlib import Path

README = Path(__file__).with_name("README.md")


def today() -> str:
    return datetime.now(tz=UTC).date().isoformat()


def python() -> str:
    return platform.python_version()


def machine() -> str:
    """What the figures were measured on: they mean something beside each other, less beside another machine's."""
    described = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.+)", described.read_text("utf-8")) if described.exists() else []
    name = names[0] if names else platform.processor() or platform.machine()
    return f"{len(names) or 'some'} × {name}, {platform.system()}"


def markdown(table: list[list[str]]) -> list[str]:
    """A table in Markdown; its first row is its head."""
    head, *body = table
    return [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *body)]


def aligned(table: list[list[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]


def rewrite(name: str, lines: list[str]) -> None:
    """Put these lines between the markers of that name."""
    text = README.read_text("utf-8")
    marked = re.compile(rf"(?<=<!-- {name} -->\n).*(?=<!-- /{name} -->)", re.DOTALL)
    content = "\n".join(["", *lines, "", ""])
    README.write_text(marked.sub(lambda _: content, text), "utf-8")
