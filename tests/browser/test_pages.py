"""Every page, opened once: while it is there, it is asked for all that must hold for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe
import pytest
from host import search
from playwright.sync_api import Page, ViewportSize, expect
from qbo_checks.portal import SANDBOX_URI

SITE = Path(__file__).parents[2] / "site"
# What is under these is no page of the guide: old addresses (test_old_addresses.py), frames (test_embed.py), the worker's.
ELSEWHERE = ("integrations/", "fr-ca/", "assets/", "embed/v1/")
PAGES = [
    name
    for name in sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
    if not name.startswith(ELSEWHERE)
]
# Used in Firefox too, and searched: in either language, with a video and tabs, with the whole questionnaire, with every
# check, with the worker's proof, and with none of it.
OF_EACH_KIND = ["setup/index.html", "en/questionnaire/index.html", "en/checks/index.html", "privacy/index.html", "index.html", "embed/index.html", "en/404.html"]  # fmt: skip

# What can be done in a page can be done in its twin: one of the two is used, the French and the English one by turns.
USED = {
    name if number % 2 or f"en/{name}" not in PAGES else f"en/{name}"
    for number, name in enumerate(name for name in PAGES if not name.startswith("en/"))
}

SCREEN: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 360, "height": 740}
# A sheet of letter paper between its margins, at 96 pixels an inch.
SHEET: ViewportSize = {"width": 672, "height": 900}


def kind(name: str) -> str:
    """A page's policy but for the scripts in it, which are other ones at each depth of the site."""
    (policy,) = re.findall(
        'http-equiv="Content-Security-Policy" content="([^"]*)"', (SITE / name).read_text("utf-8")
    )
    return re.sub(r" 'sha256-[^']*'", "", policy)


def test_a_page_of_each_kind_is_searched_and_given_to_firefox() -> None:
    assert len(PAGES) > 10
    assert {*PAGES} > {*OF_EACH_KIND}
    assert {*map(kind, PAGES)} == {*map(kind, OF_EACH_KIND)}


@pytest.mark.breaks(r"ERR_NAME_NOT_RESOLVED|youtube-nocookie|404|Failed to load")
@pytest.mark.parametrize("name", PAGES)
def test_page(page: Page, violations: list[dict[str, Any]], name: str) -> None:
    opened(page, name)
    # Twins have the same parts, so that each is looked at, and printed, from one scheme.
    scheme = "default" if name.startswith("en/") else "slate"
    faults = {"axe": axe.violations(page, schemes=[scheme])}
    page.set_viewport_size(PHONE)
    faults["too wide for a phone"] = [*wider(page, PHONE)]
    page.set_viewport_size(SHEET)
    page.emulate_media(media="print")
    faults["on paper"] = [*on_paper(page)]
    page.emulate_media(media="screen")
    page.evaluate(axe.SWITCH, "default")  # From which the reader switches to the other.
    page.set_viewport_size(SCREEN)
    if name in OF_EACH_KIND:
        searched(page)
    if name in USED:
        used(page)
    faults["policy"] = violations
    assert not {what: found for what, found in faults.items() if found}


@pytest.mark.breaks(r"ERR_NAME_NOT_RESOLVED|youtube-nocookie|404")
@pytest.mark.firefox(alone=True)
@pytest.mark.slow
def test_nothing_violates_the_policy(page: Page, violations: list[dict[str, Any]]) -> None:
    """One page after the other, as a reader has them: what each loads, the next finds in the browser's cache."""
    kinds: set[str] = set()
    for name in OF_EACH_KIND:
        opened(page, name)
        if kind(name) not in kinds:
            searched(page)
        kinds.add(kind(name))
        used(page)
        page.evaluate("localStorage.clear()")  # The palette that was chosen.
        assert violations == [], name


def opened(page: Page, name: str) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.route("https://www.youtube-nocookie.com/**", lambda route: route.fulfill(body="<p>Player</p>"))
    page.goto(f"/{name.removesuffix('index.html')}".replace("404.html", "no/such/page"))


def searched(page: Page) -> None:
    """The search is the same in each page, but for the policy. A page that is not found has none."""
    if page.locator(".md-header").count():
        search(page, "key" if page.evaluate("document.documentElement.lang") == "en" else "clé")


def used(page: Page) -> None:
    """Do what a reader can do in any page. One that is not found has nothing but its links."""
    if not page.locator(".md-header").count():
        return
    # Every tab, and the other palette.
    for label in page.locator(".tabbed-labels > label:visible").all():
        label.click()
        # What tells the environments apart stands beside the name, and not above it.
        assert label.evaluate("label => label.offsetHeight - label.lastElementChild.offsetHeight") < 5
    page.locator("label[for^=__palette]:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")

    # A check, in each page that has one.
    if page.locator("qbo-check:has(form):visible").count():
        check = page.locator("qbo-check:has(form):visible").first
        check.locator("input[data-field]:not([type=hidden]), textarea[data-field]").first.fill(SANDBOX_URI)
        check.locator("button[type=submit]").click()
        expect(check).to_have_attribute("data-state", "done")

    if (player := page.locator("a[data-player]")).count():
        player.click()
        expect(page.frame_locator("#video iframe").get_by_text("Player")).to_be_visible()


def wider(page: Page, viewport: ViewportSize) -> Iterator[str]:
    """What makes a page scroll sideways."""
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > viewport["width"]:
        yield f"{width} pixels"


def on_paper(page: Page) -> Iterator[Any]:
    """What must not be on a sheet of paper."""
    yield from page.evaluate(
        """() => [...document.querySelectorAll(
            ".md-header, .md-footer, .md-sidebar, .md-top, .md-clipboard, .headerlink, article button",
          )].filter((tag) => tag.checkVisibility()).map((tag) => tag.outerHTML)"""
    )
    # Ink on white, whatever the screen wore.
    colours = page.evaluate(
        """() => ["color", "backgroundColor"].map(name =>
          getComputedStyle(document.querySelector(name === "color" ? "h1" : "body"))[name])"""
    )
    if colours != ["rgb(28, 38, 36)", "rgb(255, 255, 255)"]:
        yield colours
    # Nothing is wider than the sheet, code included.
    yield from wider(page, SHEET)
    yield from page.evaluate(
        """() => [...document.querySelectorAll("pre > code")]
          .filter((code) => code.scrollWidth > code.clientWidth).map((code) => code.textContent)"""
    )
    # Addresses are written out where the reader cannot follow the link.
    yield from page.evaluate(
        """() => [...document.querySelectorAll("article a[href]")].filter(link => link.checkVisibility()).filter(link => {
          const written = getComputedStyle(link, "::after").content.includes(link.getAttribute("href"));
          return written !== link.getAttribute("href").startsWith("http");
        }).map(link => link.href)"""
    )
