"""The link that reports a fault: it names the codes on the page, and nothing that was typed or stands in the address."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

TYPED = "https://typed-by-the-reader.example/oauth2/callback"


def body(link: Locator) -> str:
    """What the draft says when the reader reaches the link by the keyboard."""
    link.focus()
    return parse_qs(urlsplit(str(link.get_attribute("href"))).query)["body"][0]


def test_it_names_the_codes_on_the_page_and_nothing_that_was_typed(
    at: Callable[[str], None], check: Locator, page: Page
) -> None:
    at("sandbox/?typed-in-the-query#typed-in-the-fragment")
    link = page.locator("a[data-report]")
    assert body(link).endswith(": ")
    check.get_by_role("textbox").fill(f"{TYPED} ")
    expect(check).to_have_attribute("data-verdict", "fail")
    codes = sorted(found.get_attribute("data-code") or "" for found in check.locator("[data-code]").all())
    assert codes
    for _ in range(2):  # Once more changes nothing.
        link.blur()
        said = body(link)
        assert sorted(said.rpartition(": ")[2].split(", ")) == codes
        assert "typed" not in said
    check.get_by_role("textbox").fill("")
    expect(check).not_to_have_attribute("data-verdict", "fail")
    link.blur()
    assert not {*codes} & {*body(link).rpartition(": ")[2].split(", ")}


def test_on_a_page_of_codes_it_names_the_one_that_the_address_does(
    at: Callable[[str], None], page: Page
) -> None:
    at("codes/redirect-uri/#redirect-uri.fragment")
    assert body(page.locator("a[data-report]")).endswith(": redirect-uri.fragment")
