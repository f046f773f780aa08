"""The policy in force: what it forbids is refused. That no page violates it, test_pages.py sees in each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from host import EITHER_WAY
from playwright.sync_api import Page

FORBIDDEN = [
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
]  # fmt: skip
"""What a script might attempt, and the directive that a browser then names, or the error that it throws."""


@EITHER_WAY
@pytest.mark.breaks(
    r"Content Security Policy|violates|Refused|Trusted|TypeError|This document|example\.com|Failed to"
)
def test_what_it_forbids_is_refused(page: Page, violations: list[dict[str, Any]]) -> None:
    page.goto("/privacy/")
    allowed = []
    for number, (attempt, refused) in enumerate(FORBIDDEN):
        host = f"{number}.example.com"  # Which tells one attempt from the others.
        # Later, as a script of the page's own would: while it evaluates, the debugger may do more than a page may.
        thrown = page.evaluate(
            """() => new Promise((done) => setTimeout(() => {
              try { ATTEMPT } catch (error) { done(error.name) }
              done("");
            }))""".replace("ATTEMPT", attempt.replace("example.com", host))
        )
        for _ in range(200):
            seen = [
                one for one in violations if "example.com" not in one["blocked"] or host in one["blocked"]
            ]
            if refused in {thrown, *(one["directive"] for one in seen)}:
                break
            page.wait_for_timeout(50)
        else:
            allowed.append(attempt)
        violations.clear()
    assert allowed == []


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
