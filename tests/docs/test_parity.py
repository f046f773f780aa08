"""The two language trees mirror each other: files, headings, fences, and what each fence asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(path.relative_to(DOCS / "fr").as_posix() for path in (DOCS / "fr").rglob("*.md"))

FENCE = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def source(lang: str, page: str) -> str:
    return (DOCS / lang / page).read_text("utf-8")


def test_both_trees_hold_the_same_files() -> None:
    french, english = (
        {path.relative_to(DOCS / lang).as_posix() for path in (DOCS / lang).rglob("*") if path.is_file()}
        for lang in ("fr", "en")
    )
    assert french == english


@pytest.mark.parametrize("page", PAGES)
def test_headings_have_the_same_levels_and_ids(page: str) -> None:
    french, english = (
        re.findall(r"^(#+) .*\{ *#([\w.-]+) *\}$", FENCE.sub("", source(lang, page)), re.MULTILINE)
        for lang in ("fr", "en")
    )
    assert french == english
    assert french


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_heading_names_its_id(lang: str, page: str) -> None:
    headings = re.findall(r"^#+ .*$", FENCE.sub("", source(lang, page)), re.MULTILINE)
    assert not [heading for heading in headings if not re.search(r"\{ #[\w.-]+ \}$", heading)]


@pytest.mark.parametrize("page", PAGES)
def test_fences_are_the_same(page: str) -> None:
    """The same kinds of fence in the same order; what a check or an address holds is the same to the byte."""
    french, english = ([*FENCE.findall(source(lang, page))] for lang in ("fr", "en"))
    assert [kind for kind, _ in french] == [kind for kind, _ in english]
    same = {"causes", "check", "codes", "figure", "questionnaire", "text"}
    assert [fence for fence in french if fence[0] in same] == [fence for fence in english if fence[0] in same]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_front_matter_holds_title_and_description(lang: str, page: str) -> None:
    _, front, _ = source(lang, page).split("---\n", 2)
    meta = yaml.safe_load(front)
    assert meta["title"]
    assert 50 <= len(meta["description"]) <= 170
