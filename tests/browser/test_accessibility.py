"""axe-core finds nothing, on any page, in both languages, both schemes and every state of a check."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, Route, expect
from qbo_checks.portal import SANDBOX_URI

ROOT = Path(__file__).parents[2]
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
PAGES = sorted(path.stem for path in (ROOT / "docs" / "fr").glob("*.md"))
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]


COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that the scheme decides; all others find the same in both."""

SWITCH = """(scheme) => {
  document.body.dataset.mdColorScheme = scheme;
  getComputedStyle(document.body).color; // Which begins the transitions that the next line ends.
  for (const transition of document.getAnimations()) transition.finish();
}"""


@pytest.fixture(autouse=True)
def light(page: Page) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")


def violations(page: Page) -> list[Any]:
    """What axe finds, in the dark scheme and in the light one, by the attribute that Material sets."""
    page.evaluate(AXE)
    found = []
    for scheme, rules in (("slate", COLOURS), ("default", RULES)):
        page.evaluate(SWITCH, scheme)
        found += page.evaluate(f"axe.run({{runOnly: {json.dumps(rules)}}})")["violations"]
    return [(violation["id"], [node["target"] for node in violation["nodes"]]) for violation in found]


@pytest.mark.parametrize(("asked", "scheme"), [("light", "default"), ("dark", "slate")])
def test_a_page_comes_in_the_scheme_that_the_reader_asks_of_every_site(
    at: Callable[[str], None], page: Page, asked: Literal["light", "dark"], scheme: str
) -> None:
    page.emulate_media(color_scheme=asked)
    at("")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


@pytest.mark.usefixtures("lang")
@pytest.mark.parametrize("name", PAGES)
def test_page(at: Callable[[str], None], page: Page, name: str) -> None:
    at("" if name == "index" else f"{name}/")
    assert not violations(page)


@pytest.mark.usefixtures("lang")
def test_page_on_a_phone(at: Callable[[str], None], page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    at("setup/")
    assert not violations(page)
    # Nothing is wider than the phone.
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.usefixtures("lang")
@pytest.mark.breaks("404|Failed to load")
def test_not_found_page(at: Callable[[str], None], page: Page) -> None:
    at("nowhere/")
    assert not violations(page)


def test_loading(at: Callable[[str], None], page: Page) -> None:
    held: list[Route] = []
    page.route("**/python.wasm", lambda route: held.append(route))
    at("setup/")
    check = page.locator("qbo-check").first
    check.get_by_role("textbox").fill(SANDBOX_URI)
    expect(check.get_by_role("progressbar")).to_be_visible()
    assert not violations(page)
    page.unroute_all(behavior="ignoreErrors")


@pytest.mark.parametrize(
    "typed", [SANDBOX_URI, f" http{SANDBOX_URI}/?a#b ", ""], ids=["right", "wrong", "empty"]
)
def test_done(at: Callable[[str], None], page: Page, typed: str) -> None:
    at("setup/")
    check = page.locator("qbo-check").first
    check.get_by_role("textbox").fill(typed)
    check.locator("button[type=submit]").click()
    expect(check).to_have_attribute("data-state", "done")
    assert not violations(page)


@pytest.mark.breaks("404|Failed to load|runtime/")
def test_failed(at: Callable[[str], None], page: Page) -> None:
    page.route("**/runtime/*/**", lambda route: route.fulfill(status=404))
    at("setup/")
    check = page.locator("qbo-check").first
    check.get_by_role("textbox").fill(SANDBOX_URI)
    expect(check).to_have_attribute("data-state", "failed")
    assert not violations(page)


@pytest.mark.usefixtures("lang")
@pytest.mark.parametrize("width", [360, 1280])
def test_questionnaire(at: Callable[[str], None], page: Page, width: int) -> None:
    """With everything that it can show: findings of each severity, a question asked, an undoing offered."""
    page.set_viewport_size({"width": width, "height": 740})
    at("questionnaire/")
    form = page.locator("qbo-questionnaire")
    form.locator("[data-part=import] summary").click()
    answers = {
        "AU1": "no",
        "AU2": "every-call",
        "AI5": "any-admin",
        "AI6": "yes",
        "AD2-eula": "x",
        "GQ1": "no",
    }
    form.locator("[data-part=paste]").fill(json.dumps({"version": 1, "answers": {**answers, "AD7": "x"}}))
    form.locator("[data-part=read]").click()
    expect(form.locator("[data-part=imported] .qbo-finding")).to_be_visible()
    form.locator("#choice-gq1-yes").check()
    form.locator("[data-part=paste]").fill(json.dumps({"version": 1, "answers": {"GQ1": "no"}}))
    form.locator("[data-part=read]").click()
    expect(form.locator("[data-part=replace]")).to_be_visible()
    expect(form).to_have_attribute("data-state", "done")
    for severity in ("error", "warning", "note"):
        expect(form.locator(f".question .qbo-finding[data-severity={severity}]").first).to_be_visible()
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.usefixtures("lang")
def test_searching(at: Callable[[str], None], page: Page) -> None:
    at("")
    page.locator(".md-search__input").click()
    page.keyboard.type("codat")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert not violations(page)
