"""Nothing of the guide that this one grew from is missing: completeness.yaml says where each thing stands."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

ORIGINAL = yaml.safe_load(Path(__file__).with_name("completeness.yaml").read_text("utf-8"))
ROWS: list[dict[str, str]] = ORIGINAL["rows"]

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def lines(row: dict[str, str]) -> range:
    first, _, last = row["lines"].partition("-")
    return range(int(first), int(last or first) + 1)


def section(page: BeautifulSoup, name: str) -> list[Tag]:
    """What stands under an id: a heading's section, a term with its definitions, or the element itself."""
    start = page.find(id=name)
    assert start, f"nothing has the id {name}"
    if start.name == "dt":
        ends: tuple[str, ...] = ("dt",)
    elif start.name in HEADINGS:
        ends = HEADINGS[: HEADINGS.index(start.name) + 1]
    else:
        return [start]
    return [start, *takewhile(lambda tag: tag.name not in ends, start.find_next_siblings())]


def plain(text: str) -> str:
    """The words without their spacing: a no-break space is a space here."""
    return " ".join(text.split())


def holds(tags: list[Tag], wanted: str) -> bool:
    """Whether the words stand in the rendered text, or a link there leads to the address."""
    text = plain(" ".join(tag.get_text() for tag in tags))
    targets = [str(link["href"]) for tag in tags for link in tag.select("a[href]")]
    return plain(wanted) in text or any(target.endswith(wanted) for target in targets)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("row", ROWS, ids=[f"{row['lines']} {row['what']}" for row in ROWS])
def test_it_stands_where_the_table_says(
    html: dict[str, BeautifulSoup], row: dict[str, Any], lang: str
) -> None:
    name = Path(row["page"]).stem
    page = html[("en/" if lang == "en" else "") + ("" if name == "index" else f"{name}/") + "index.html"]
    assert row[lang].strip()
    assert holds(section(page, row["section"]), row[lang])


def test_every_line_of_the_original_is_accounted_for() -> None:
    """Each line is in a row, or is said to hold nothing."""
    covered = {line for row in ROWS for line in lines(row)}
    assert covered <= set(range(1, ORIGINAL["lines"] + 1))
    assert set(range(1, ORIGINAL["lines"] + 1)) - covered == set(ORIGINAL["nothing"])


def test_the_table_follows_the_order_of_the_original() -> None:
    firsts = [lines(row).start for row in ROWS]
    assert firsts == sorted(firsts)
