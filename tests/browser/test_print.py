"""On paper: both environments, everything open, checks to fill in by hand. What holds for every page: test_pages.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

# A sheet of letter paper between its margins, at 96 pixels an inch.
SHEET: ViewportSize = {"width": 672, "height": 900}


@pytest.fixture
def printed(at: Callable[[str], None], page: Page) -> Callable[[str], None]:
    """Open a page as it is printed by one whose screen is dark."""
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size(SHEET)
    return lambda name: at(f"{name}/")


def shown(page: Page, selector: str) -> list[str]:
    """Which of these can be seen."""
    seen: list[str] = page.evaluate(
        "selector => [...document.querySelectorAll(selector)].filter(tag => tag.checkVisibility()).map(tag => tag.outerHTML)",
        selector,
    )
    return seen


def test_both_environments_are_printed_each_with_its_name(printed: Callable[[str], None], page: Page) -> None:
    printed("troubleshooting")
    sets = page.locator(".tabbed-set")
    assert sets.count() > 0
    # Each name stands right above what it names.
    above = page.evaluate(
        """() => [...document.querySelectorAll(".tabbed-set")].flatMap(set => {
          const labels = [...set.querySelectorAll(":scope > .tabbed-labels > label")];
          const blocks = [...set.querySelectorAll(":scope > .tabbed-content > .tabbed-block")];
          return labels.map((label, i) => blocks[i].getBoundingClientRect().top - label.getBoundingClientRect().bottom);
        })"""
    )
    assert len(above) == 2 * sets.count()
    assert all(-1 <= gap < 30 for gap in above)
    assert len(shown(page, ".tabbed-block")) == page.locator(".tabbed-block").count()


def test_what_is_folded_is_open(printed: Callable[[str], None], page: Page) -> None:
    printed("setup")
    # Material's script opens it; the PDF, which runs none, relies on the style.
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = false")
    table = page.locator("details table")
    assert (
        table.evaluate("table => table.checkVisibility({contentVisibilityAuto: true}) && table.offsetHeight")
        > 50
    )


def test_a_check_is_a_blank_field_under_its_label(printed: Callable[[str], None], page: Page) -> None:
    printed("checks")
    fields = page.evaluate(
        """() => [...document.querySelectorAll("qbo-check :is(textarea, input:not([type=hidden]))")].map(field => {
          const { width, height, top } = field.getBoundingClientRect();
          const label = document.querySelector(`label[for="${field.id}"]`);
          const { borderTopStyle: border } = getComputedStyle(field);
          return { width, height, border, below: top - label.getBoundingClientRect().bottom, label: label.checkVisibility() };
        })"""
    )
    assert len(fields) >= 10
    for field in fields:
        assert field["height"] >= 40
        assert field["width"] >= 300
        assert field["border"] == "solid"
        assert field["label"]
        assert 0 <= field["below"] < 100


def test_the_questionnaire_is_a_form_of_paper(printed: Callable[[str], None], page: Page) -> None:
    printed("questionnaire")
    expect(page.locator("qbo-questionnaire:defined")).to_be_attached()
    schemes = page.evaluate(
        "[...document.querySelectorAll('.question :is([type=radio], [type=checkbox])')].map(box => getComputedStyle(box).colorScheme)"
    )
    assert len(schemes) > 45
    assert {*schemes} == {"light"}


def test_no_drawing_is_cut(printed: Callable[[str], None], page: Page) -> None:
    printed("sandbox")
    heights = page.evaluate(
        """() => [...document.querySelectorAll(".figure")].map(figure =>
          [getComputedStyle(figure).breakInside, figure.getBoundingClientRect().height])"""
    )
    assert len(heights) > 5
    assert all(inside == "avoid" and 0 < height < SHEET["height"] for inside, height in heights)
