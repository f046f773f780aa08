"""The policy in force in every page: nothing that the page does violates it, and what it forbids is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from host import EITHER_WAY, quiet, search
from playwright.sync_api import Locator, Page, expect
from qbo_checks.portal import SANDBOX_URI

SITE = Path(__file__).parents[2] / "site"
PAGES = sorted(
    path.relative_to(SITE).as_posix()
    for path in SITE.rglob("*.html")
    # A page that brings a policy of its own is no page for readers.
    if "assets" not in path.relative_to(SITE).parts
)
# Used in Firefox too: one page of each kind that a policy is made for, in either language, with a video and tabs,
# with the whole questionnaire, with every check, with the worker's proof, and with none of it.
IN_FIREFOX = {
    "setup/index.html", "en/questionnaire/index.html", "en/checks/index.html", "privacy/index.html", "en/404.html",
}  # fmt: skip


def test_the_pages_are_found() -> None:
    assert len(PAGES) > 20
    assert {*PAGES} > IN_FIREFOX


@pytest.mark.breaks(r"ERR_NAME_NOT_RESOLVED|youtube-nocookie|404")
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.firefox] * (name in IN_FIREFOX)) for name in PAGES]
)
def test_nothing_violates_it(page: Page, violations: list[dict[str, Any]], name: str, base_url: str) -> None:
    asked = f"/{name.removesuffix('index.html')}".replace("404.html", "no/such/page")
    page.route("https://www.youtube-nocookie.com/**", lambda route: route.fulfill(body="<p>Player</p>"))
    page.goto(asked)
    if name.startswith(("integrations/", "fr-ca/")):  # It leads on to a page of its own.
        expect(page).not_to_have_url(f"{base_url}{asked}")
        quiet(page)
        assert violations == []
        return
    quiet(page)

    search(page, "key" if page.evaluate("document.documentElement.lang") == "en" else "clé")

    # Every tab, and the other palette.
    for label in page.locator(".tabbed-labels > label:visible").all():
        label.click()
    page.locator("label[for^=__palette]:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")

    # A check, in each page that has one.
    if page.locator("qbo-check:visible").count():
        check = page.locator("qbo-check:visible").first
        check.locator("input[data-field]:not([type=hidden]), textarea[data-field]").first.fill(SANDBOX_URI)
        check.locator("button[type=submit]").click()
        expect(check).to_have_attribute("data-state", "done")

    if (player := page.locator("a[data-player]")).count():
        player.click()
        expect(page.frame_locator("#video iframe").get_by_text("Player")).to_be_visible()
    assert violations == []


@pytest.mark.firefox(alone=True)
def test_no_page_violates_it_by_being_loaded(page: Page, violations: list[dict[str, Any]]) -> None:
    """Every page, one after the other: most of a test for each would be Firefox's own start."""
    for name in PAGES:
        if not name.endswith("404.html"):
            page.goto(f"/{name.removesuffix('index.html')}")
            quiet(page)
            assert violations == [], name


@pytest.mark.firefox
@pytest.mark.parametrize("base_url", ["nginx"], indirect=True)
def test_search_and_checks_run_by_what_nginx_sends(
    page: Page, violations: list[dict[str, Any]], at: Callable[[str], None], check: Locator
) -> None:
    """There each file has the headers that it heeds, and no others."""
    at("setup/")
    search(page, "callback")
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-verdict", "fail")
    expect(page.locator("iframe")).to_have_count(0)  # The worker's own policy seals it.
    assert violations == []


@EITHER_WAY
@pytest.mark.breaks(
    r"Content Security Policy|violates|Refused|Trusted|TypeError|This document|example\.com|Failed to"
)
@pytest.mark.parametrize(
    ("attempt", "refused"),
    [
        ("fetch('https://example.com/')", "connect-src"),
        ("navigator.sendBeacon('https://example.com/', 'x')", "connect-src"),
        ("new WebSocket('wss://example.com/')", "connect-src"),
        ("new EventSource('https://example.com/')", "connect-src"),
        ("new Image().src = 'https://example.com/x.png'", "img-src"),
        ("document.body.append(Object.assign(document.createElement('iframe'), {src: 'https://example.com/'}))", "frame-src"),
        ("document.head.append(Object.assign(document.createElement('link'), {rel: 'stylesheet', href: 'https://example.com/x.css'}))", "style-src-elem"),
        ("document.body.setAttribute('style', 'background: url(https://example.com/)')", "style-src-attr"),
        ("document.body.setAttribute('onclick', 'void 0'), document.body.click()", "require-trusted-types-for"),
        ("document.head.append(Object.assign(document.createElement('base'), {href: 'https://example.com/'}))", "base-uri"),
        ("eval('1')", "EvalError"),
        ("document.head.append(Object.assign(document.createElement('script'), {text: '1'}))", "require-trusted-types-for"),
        ("document.body.append(Object.assign(document.createElement('form'), {action: 'https://example.com/'})), document.body.lastChild.submit()", "form-action"),
        ("new Worker('data:text/javascript,1')", "TypeError"),
        ("trustedTypes.createPolicy('mine', {})", "trusted-types"),
    ],
)  # fmt: skip
def test_what_it_forbids_is_refused(
    page: Page, violations: list[dict[str, Any]], attempt: str, refused: str
) -> None:
    page.goto("/privacy/")
    # Later, as a script of the page's own would: while it evaluates, the debugger may do more than a page may.
    thrown = page.evaluate(
        f"""() => new Promise((done) => setTimeout(() => {{
          let thrown = "";
          try {{ {attempt} }} catch (error) {{ thrown = error.name }}
          setTimeout(() => done(thrown), 200);
        }}))"""
    )
    assert refused in {thrown, *(violation["directive"] for violation in violations)}


@pytest.mark.breaks("Content Security Policy|TypeError|markup that acts|elsewhere")
def test_strings_become_no_markup_that_acts(page: Page, at: Callable[[str], None]) -> None:
    at("")
    refused = page.evaluate(
        """(strings) => strings.map((html) => {
          try { document.createElement("div").innerHTML = html; return false } catch { return true }
        })""",
        ["<b>fine</b>", "<script>1</script>", "<IFRAME src=/>", "a<base href=//example.com>", "<svg><style>"],
    )
    assert refused == [False, True, True, True, True]
