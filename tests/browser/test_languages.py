"""The switch between languages, search in each, and the not-found page of each."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from host import BOTH_LANGUAGES
from playwright.sync_api import Locator, Page, expect
from qbo_checks.portal import SANDBOX_URI

ANCHOR = "#create-a-quickbooks-online-app-configured-for-sandbox"


@pytest.mark.parametrize(
    ("start", "other", "tag"),
    [("/setup/", "/en/setup/", "en"), ("/en/setup/", "/setup/", "fr-CA"), ("/", "/en/", "en"), ("/en/checks/", "/checks/", "fr-CA")],
)  # fmt: skip
def test_the_switch_stays_on_the_page(page: Page, start: str, other: str, tag: str) -> None:
    page.goto(start)
    page.locator("[data-language-switch]").click()
    expect(page).to_have_url(re.compile(f"^http://[^/]+{other}$"))
    expect(page.locator("html")).to_have_attribute("lang", tag)


@BOTH_LANGUAGES
def test_the_switch_stays_at_the_anchor(at: Callable[[str], None], page: Page, lang: str) -> None:
    at(f"sandbox/{ANCHOR}")
    page.locator("[data-language-switch]").click()
    other = {"fr": "/en/sandbox/", "en": "/sandbox/"}[lang]
    expect(page).to_have_url(re.compile(f"{other}{ANCHOR}$"))
    expect(page.locator(ANCHOR)).to_be_in_viewport()


@BOTH_LANGUAGES
def test_the_switch_follows_the_reader_to_another_heading(
    at: Callable[[str], None], page: Page, lang: str
) -> None:
    at("production/")
    page.get_by_role(
        "link", name={"fr": "Activer l’intégration", "en": "Enable the integration"}[lang]
    ).first.click()
    page.locator("[data-language-switch]").click()
    expect(page).to_have_url(re.compile("#enable-the-quickbooks-online-integration$"))


@BOTH_LANGUAGES
def test_the_switch_says_its_language_in_that_language(
    at: Callable[[str], None], page: Page, lang: str
) -> None:
    at("")
    switch = page.locator("[data-language-switch]")
    expect(switch).to_have_text({"fr": "English", "en": "Français"}[lang])
    expect(switch).to_have_attribute("lang", {"fr": "en", "en": "fr-CA"}[lang])
    expect(switch).to_have_attribute("hreflang", {"fr": "en", "en": "fr-CA"}[lang])


@BOTH_LANGUAGES
def test_names_that_stay_english_are_told_apart_in_what_is_found(
    at: Callable[[str], None], check: Locator, lang: str
) -> None:
    at("sandbox/")
    check.get_by_role("textbox").fill(SANDBOX_URI)
    found = check.locator('[data-code="redirect-uri.exact"]')
    expect(found.locator("[data-part=help]")).to_contain_text("Development")
    # The whole page is in English, or the names alone.
    names = ["Save", "Development", "Redirect URIs"] if lang == "fr" else []
    expect(found.locator("[lang=en]")).to_have_text(names)


def test_accents_do_not_matter_to_search(page: Page) -> None:
    page.goto("/")
    for query in ("cle", "clé", "CLÉ", "clés de développement"):
        search(page, "zzzz")
        found = page.locator(".md-search-result__item")
        expect(found).to_have_count(0)  # What the next one finds is then its own.
        search(page, query)
        expect(found.first).to_contain_text(re.compile("clés?", re.IGNORECASE))
        marked = page.locator(".md-search-result mark").filter(
            has_text=re.compile("^clés?", re.IGNORECASE), visible=True
        )
        expect(marked.first).to_be_visible()


@pytest.mark.firefox
def test_search_takes_every_sign_for_text(at: Callable[[str], None], page: Page) -> None:
    """Lunr has a syntax: Material's worker would complain of half a word in the console, and find nothing."""
    at("")
    field, found = page.locator(".md-search__input"), page.locator(".md-search-result__item")
    field.click()
    for query in ("redirect_uri=:", "codat https://", "trailing-", "codat c+"):
        # What finds nothing comes before each: what that finds is then its own.
        for typed, finds in (("xyzzyx", False), (query[:-1], True), ("xyzzyx", False), (query, True)):
            field.fill(typed[:-1])
            page.keyboard.type(typed[-1])  # Material hears keys.
            expect(found.first).to_be_visible(visible=finds)


@BOTH_LANGUAGES
def test_search_finds_only_pages_in_its_language(at: Callable[[str], None], page: Page, lang: str) -> None:
    at("setup/")
    for query in ("callback", "QuickBooks", "sandbox", "trailing-slash"):
        search(page, "zzzz")
        found = page.locator(".md-search-result__link")
        expect(found).to_have_count(0)  # What the next one finds is then its own.
        search(page, query)
        expect(found.first).to_be_visible()
        addresses = found.evaluate_all(
            "(links) => links.map((link) => link.href)"
        )  # At once: more may come in.
        assert all(("/en/" in address) == (lang == "en") for address in addresses)
        # What was searched for goes to no server.
        assert not [address for address in addresses if "?" in address]
    found.first.click()
    expect(page.locator("html")).to_have_attribute("lang", {"fr": "fr-CA", "en": "en"}[lang])


@BOTH_LANGUAGES
@pytest.mark.breaks("404|Failed to load")
@pytest.mark.parametrize("path", ["nowhere/", "setup/nowhere"])
def test_each_language_has_its_own_not_found_page(
    at: Callable[[str], None], page: Page, lang: str, path: str
) -> None:
    at(path)
    expect(page.locator("html")).to_have_attribute("lang", {"fr": "fr-CA", "en": "en"}[lang])
    expect(page.get_by_role("heading", level=1).first).to_have_text(
        {"fr": "Cette page n’existe pas", "en": "This page doesn’t exist"}[lang]
    )
    page.get_by_role(
        "link", name={"fr": "Retour au début du guide", "en": "Back to the start of the guide"}[lang]
    ).click()
    expect(page).to_have_url(re.compile({"fr": r"^http://[^/]+/$", "en": "/en/$"}[lang]))


@BOTH_LANGUAGES
@pytest.mark.breaks("404|Failed to load")
def test_the_not_found_page_offers_the_other_language(
    at: Callable[[str], None], page: Page, lang: str
) -> None:
    at("nowhere/")
    page.get_by_role(
        "link", name={"fr": "Back to the start of the guide", "en": "Retour au début du guide"}[lang]
    ).click()
    expect(page.locator("html")).to_have_attribute("lang", {"fr": "en", "en": "fr-CA"}[lang])


ASKS_FOR = "Object.defineProperty(navigator, 'languages', {{ value: ['{}'] }})"


SHIFTED = """
new Promise((resolve) => {
  let moved = 0;
  const shifts = new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) moved += value;
  });
  shifts.observe({ type: "layout-shift", buffered: true });
  // Which is told after the shifts, in the order of the observers.
  const shown = new PerformanceObserver(() => resolve(moved));
  shown.observe({ type: "paint", buffered: true });
})
"""
"""How far things have moved since the page was first painted."""


@pytest.mark.firefox
def test_english_is_offered_at_the_bare_root_until_the_line_is_closed(page: Page, base_url: str) -> None:
    page.add_init_script(ASKS_FOR.format("en-GB"))
    page.goto(f"{base_url}/")
    line = page.locator("[data-other-language]")
    expect(line).to_be_visible()
    # Nothing that was there before it has moved, but for what a font moves. Firefox does not tell.
    if page.evaluate("PerformanceObserver.supportedEntryTypes.includes('layout-shift')"):
        assert page.evaluate(SHIFTED) < 0.005
    expect(line.get_by_role("link")).to_have_attribute("href", "en/")
    line.get_by_role("button", name="Close").click()
    expect(line).to_be_hidden()
    expect(page.locator("h1")).to_be_focused()
    page.reload()
    page.wait_for_load_state("load")
    expect(line).to_be_hidden()


@pytest.mark.parametrize(
    ("locale", "path"), [("fr-CA", ""), ("de-DE", ""), ("en-GB", "setup/"), ("en-GB", "en/")]
)
def test_english_is_offered_to_nobody_else(page: Page, base_url: str, locale: str, path: str) -> None:
    page.add_init_script(ASKS_FOR.format(locale))
    page.goto(f"{base_url}/{path}")
    page.wait_for_load_state("load")
    expect(page.locator("[data-other-language]").locator("visible=true")).to_have_count(0)


def test_n_and_p_lead_to_the_pages_beside(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/en/sandbox/")
    page.wait_for_load_state("load")
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile("/en/review/$"))
    page.wait_for_load_state("load")
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("/en/sandbox/$"))
    page.wait_for_load_state("load")
    field = page.get_by_role("textbox").nth(1)
    field.focus()
    page.keyboard.type("np.,")
    expect(field).to_have_value("np.,")
    expect(page).to_have_url(re.compile("/en/sandbox/$"))


def search(page: Page, query: str) -> None:
    box = page.get_by_role("textbox", name=re.compile("Rechercher|Search")).first
    box.click()
    box.fill("")
    page.keyboard.type(query)
