"""Photographs the main pages and every check in each of its states, for whoever works on the design: `make screens`.

Two widths, both schemes, both languages; ``screens/index.html`` shows the states of the checks side by side. The
states come from the checks' own examples. Nothing of it is kept in git.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import product
from pathlib import Path

import host
import qbo_checks
from live_checks.tools import launch_options
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
from qbo_checks.model import Example

ROOT = Path(__file__).parents[2]
SCREENS = ROOT / "screens"
PAGES = ("", "setup/", "sandbox/", "troubleshooting/", "questionnaire/", "reference/", "checks/")
WIDTHS = (390, 1440)
CHECKS = [name for name in qbo_checks.names() if name != "questionnaire"]


def examples(name: str) -> Iterator[tuple[str, Example]]:
    """Of each verdict, the example that finds least and the one that finds most."""
    known = qbo_checks.load(name).examples
    for verdict in ("pass", "review", "fail"):
        found = sorted((each for each in known if each.verdict == verdict), key=lambda each: len(each.rules))
        for size, example in zip(("least", "most"), (found[:1] + found[-1:]) if found else [], strict=False):
            yield f"{verdict}-{size}", example


def fill(check: Locator, example: Example) -> None:
    for field, value in example.fields.items():
        control = check.locator(f'[data-field="{field}"]')
        if control.evaluate("control => control.localName") == "select":
            control.select_option(value)
        else:
            control.fill(value)
    check.locator("button[type=submit]").click()
    expect(check).to_have_attribute("data-state", "done")
    check.page.evaluate("document.activeElement.blur()")


def states(page: Page, name: str, here: str) -> Iterator[str]:
    """One check in each of its states: the names of the pictures."""
    check = page.locator(f'qbo-check[check="{name}"]')
    for state, example in [("idle", None), *examples(name)]:
        if example:
            check.locator("[data-part=clear]").click()
            fill(check, example)
        picture = f"{name}-{state}-{here}.png"
        check.screenshot(path=SCREENS / picture)
        yield picture


def photograph(browser: Browser, url: str) -> list[str]:
    pictures: list[str] = []
    for width, scheme, lang in product(WIDTHS, ("light", "dark"), ("fr", "en")):
        here = f"{width}-{scheme}-{lang}"
        page = browser.new_page(
            viewport={"width": width, "height": 844},
            color_scheme="light" if scheme == "light" else "dark",
            reduced_motion="reduce",
            base_url=url,
        )
        root = "/" if lang == "fr" else "/en/"
        for name in PAGES:
            page.goto(root + name)
            host.quiet(page)
            page.screenshot(path=SCREENS / f"page-{name.strip('/') or 'home'}-{here}.png", full_page=True)
        for name in CHECKS:
            pictures += states(page, name, here)
        page.close()
    return pictures


def main() -> None:
    SCREENS.mkdir(exist_ok=True)
    site = ROOT / "site"
    with host.serving(site, host.rules(site)) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(playwright.chromium, whole=False))
        pictures = photograph(browser, url)
        browser.close()
    figures = "\n".join(
        f"<figure><img src='{escape(name)}' alt=''><figcaption>{escape(name)}</figcaption></figure>"
        for name in sorted(pictures)
    )
    style = "body{display:flex;flex-wrap:wrap;align-items:start;gap:1rem}figure{margin:0}img{max-width:40rem}"
    (SCREENS / "index.html").write_text(
        f"<!doctype html><title>Checks</title><style>{style}</style>{figures}\n", "utf-8"
    )


if __name__ == "__main__":
    main()
