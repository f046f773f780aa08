"""The drawings of docs/figures.yaml: each in both languages, shown somewhere, numbered as its steps are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

DOCS = Path(__file__).parents[2] / "docs"
FIGURES: dict[str, Any] = yaml.safe_load((DOCS / "figures.yaml").read_text("utf-8"))
PAGES = sorted(
    path.relative_to(DOCS / "fr").with_suffix("").as_posix() for path in (DOCS / "fr").rglob("*.md")
)

# What a row says, whatever its kind.
SAYS = ("screen", "open", "fill", "choose", "tick", "press", "turn_on", "section", "beside")


def built(html: dict[str, BeautifulSoup], lang: str, page: str) -> BeautifulSoup:
    return html[("en/" if lang == "en" else "") + ("" if page == "index" else f"{page}/") + "index.html"]


def drawn(page: BeautifulSoup) -> Iterator[tuple[str, Tag]]:
    """The figures of a page, each with its name: the second of a name has a 2 after it."""
    for figure in page.select(".figure"):
        yield re.sub(r"^figure-|-\d+$", "", str(figure["id"])), figure


def pairs(value: Any) -> Iterator[dict[str, str]]:
    if isinstance(value, list):
        for item in value:
            yield from pairs(item)
    elif isinstance(value, dict):
        if value.keys() & {"fr", "en"}:
            yield value
        else:
            yield from pairs([*value.values()])


def labels(row: dict[str, Any]) -> Iterator[str]:
    """What the portal itself says in a row: a text in one language."""
    for kind in SAYS:
        said = row.get(kind, [])
        for label in said if isinstance(said, list) else [said]:
            if isinstance(label, str):
                yield label.removesuffix("…")


@pytest.mark.parametrize("name", FIGURES)
def test_every_word_is_there_in_both_languages(name: str) -> None:
    said = [*pairs(FIGURES[name])]
    assert len(said) >= 2
    for pair in said:
        assert pair.keys() == {"fr", "en"}
        assert all(pair.values())
        # The same steps, the same side: holes are the same.
        french, english = (sorted(re.findall(r"{\w+}", pair[lang])) for lang in ("fr", "en"))
        assert french == english


def test_every_figure_is_shown_and_the_same_ones_in_both_languages(html: dict[str, BeautifulSoup]) -> None:
    shown = set()
    for page in PAGES:
        french, english = (
            [
                (figure["id"], [number.get_text() for number in figure.select(".figure__number")])
                for _, figure in drawn(built(html, lang, page))
            ]
            for lang in ("fr", "en")
        )
        assert french == english
        shown |= {name for name, _ in drawn(built(html, "fr", page))}
    assert shown == FIGURES.keys()


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_number_is_that_of_the_step_which_names_the_label(
    html: dict[str, BeautifulSoup], page: str, lang: str
) -> None:
    for name, figure in drawn(built(html, lang, page)):
        rows = [row for row in FIGURES[name]["rows"] if "step" in row]
        if not rows or "caption" in FIGURES[name]:
            continue
        steps = figure.find_parent("ol") or figure.find_next("ol")
        assert isinstance(steps, Tag)
        items = [" ".join(item.get_text(" ").split()) for item in steps.find_all("li", recursive=False)]
        numbers = [int(number.get_text()) for number in figure.select(".figure__number")]
        assert len(numbers) == len(rows)
        for number, row in zip(numbers, rows, strict=True):
            for label in labels(row):
                assert label in items[number - 1], (figure["id"], number)


def test_a_drawing_says_what_it_shows(html: dict[str, BeautifulSoup]) -> None:
    """Its title and its description are its text alternative; every label that it shows is in them."""
    for lang in ("fr", "en"):
        for page in PAGES:
            for name, figure in drawn(built(html, lang, page)):
                svg = figure.select_one("svg")
                assert svg
                assert svg["role"] == "img"
                told = " ".join(
                    part.get_text()
                    for part in figure.select("title, desc")
                    if str(part["id"]) in str(svg["aria-labelledby"])
                )
                assert "{" not in told
                for row in FIGURES[name]["rows"]:
                    for label in labels(row):
                        assert label in told, (figure["id"], label)
