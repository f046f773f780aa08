"""The terms whose definition the glossary lends to the other pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from live_checks import glossary

DOCS = Path(__file__).parents[2] / "docs"


def test_a_term_is_marked_at_the_start_of_a_sentence_and_within_one() -> None:
    source = "---\ntooltips: [b]\n---\nAlpha – *alpha*{ lang=fr-CA } { #a }\n:   One.\n\nBeta (β) – *bêta* { #b }\n:   Two.\n"
    assert glossary.abbreviations(source) == "*[Beta]: Two.\n*[beta]: Two."


def test_a_term_that_the_glossary_does_not_hold_is_a_fault() -> None:
    with pytest.raises(KeyError):
        glossary.abbreviations("---\ntooltips: [nowhere]\n---\n")


@pytest.mark.parametrize(("lang", "term"), [("fr", "point de terminaison"), ("en", "endpoint")])
def test_the_term_shows_its_definition_on_other_pages(
    html: dict[str, BeautifulSoup], lang: str, term: str
) -> None:
    definitions = glossary.abbreviations((DOCS / lang / "glossary.md").read_text("utf-8"))
    marked = html[("en/" if lang == "en" else "") + "reference/index.html"].find("abbr", string=term)
    assert marked
    assert f"*[{term}]: {marked['title']}" in definitions
