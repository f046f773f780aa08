"""Keys in the page: masked, revealed on request, taken apart, cleared; never shown, never anywhere else."""

from __future__ import annotations

import json
from collections.abc import Callable

import host
import pytest
from leaks import leaks
from playwright.sync_api import BrowserContext, Locator, Page, expect
from qbo_checks.checks.keys.examples import made_up

# Made up at run time: no value that looks like a key stands in any file.
CLIENT_ID = made_up("browser test, ID", 50)
CLIENT_SECRET = made_up("browser test, secret", 40)


@pytest.fixture
def keys(page: Page, at: Callable[[str], None]) -> Locator:
    at("checks/")
    return page.locator('qbo-check[check="keys"]')


def field(keys: Locator, name: str) -> Locator:
    return keys.locator(f'[data-field="{name}"]')


def test_keys_are_masked_until_the_reader_asks(keys: Locator, lang: str) -> None:
    secret = field(keys, "client_secret")
    expect(secret).to_have_attribute("type", "password")
    reveal = keys.get_by_role("button", name={"fr": "Afficher", "en": "Show"}[lang]).nth(1)
    reveal.click()
    expect(secret).to_have_attribute("type", "text")
    expect(reveal).to_have_attribute("aria-pressed", "true")
    reveal.click()
    expect(secret).to_have_attribute("type", "password")


def test_swapped_keys_are_told_and_can_be_copied_the_right_way_round(
    keys: Locator, page: Page, context: BrowserContext, lang: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    field(keys, "client_id").fill(CLIENT_SECRET)
    field(keys, "client_secret").fill(CLIENT_ID)
    expect(keys.locator('[data-code="keys.swapped"]')).to_be_visible()
    copies = keys.get_by_role("button", name={"fr": "Copier", "en": "Copy"}[lang])
    expect(copies).to_have_count(2)
    copies.first.click()
    assert page.evaluate("navigator.clipboard.readText()") == CLIENT_ID


def test_a_pasted_block_is_taken_apart(keys: Locator, page: Page, context: BrowserContext) -> None:
    """A one-line input drops line breaks; the check gets the block as it was pasted."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    block = f"QBO_CLIENT_ID={CLIENT_ID}\nQBO_CLIENT_SECRET={CLIENT_SECRET}\n"
    page.evaluate("text => navigator.clipboard.writeText(text)", block)
    field(keys, "client_secret").focus()
    page.keyboard.press("Control+V")
    expect(keys.locator('[data-code="keys.taken-apart"]')).to_be_visible()
    expect(keys.locator("[data-part=cleaned]")).to_have_count(2)


def test_clear_empties_the_fields_and_ends_the_worker(keys: Locator, page: Page, lang: str) -> None:
    field(keys, "client_id").fill(CLIENT_ID)
    field(keys, "client_secret").fill(CLIENT_SECRET)
    expect(keys).to_have_attribute("data-state", "done")
    (python,) = host.pythons(page)
    with python.expect_event("close"):
        keys.get_by_role("button", name={"fr": "Tout effacer", "en": "Clear everything"}[lang]).click()
    expect(field(keys, "client_id")).to_have_value("")
    expect(field(keys, "client_secret")).to_have_value("")
    expect(keys).to_have_attribute("data-state", "idle")
    expect(keys.locator("[data-code], [data-part=cleaned]")).to_have_count(0)


def test_clear_hides_what_was_shown(keys: Locator) -> None:
    reveal = keys.locator("[data-part=reveal]").first
    reveal.click()
    expect(field(keys, "client_id")).to_have_attribute("type", "text")
    keys.locator("[data-part=clear]").click()
    expect(field(keys, "client_id")).to_have_attribute("type", "password")
    expect(reveal).to_have_attribute("aria-pressed", "false")


TRANSLATED = """() => {
  // As translators do: the page's language changes, and each text stands in elements of theirs.
  document.documentElement.lang = "es";
  document.documentElement.classList.add("translated-ltr");
  const seen = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const { parentElement } = text;
    if (!text.data.trim() || parentElement.closest("script, style, textarea, template, [translate=no]")) continue;
    seen.push(text.data);
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    text.replaceWith(outer);
    outer.append(inner);
    inner.append(text);
  }
  return seen;
}"""


@pytest.mark.firefox
def test_a_translated_page_goes_on_and_its_translator_is_told_nothing(keys: Locator, page: Page) -> None:
    page.evaluate(TRANSLATED)
    field(keys, "client_id").fill(CLIENT_ID)
    field(keys, "client_secret").fill(CLIENT_SECRET[:-1])
    keys.locator("button[type=submit]").click()
    expect(keys).to_have_attribute("data-verdict", "fail")
    assert leaks((CLIENT_ID, CLIENT_SECRET), *page.evaluate(TRANSLATED)) == set()
    # Nor of what is no secret, and is quoted in what a check says.
    other = page.locator('qbo-check[check="error-message"]')
    typed = "Zq7Xv9Kp2Wm4"
    other.get_by_role("textbox").fill(f"error=invalid_{typed}&error_description={typed}")
    expect(other).to_have_attribute("data-state", "done")
    assert [told for told in page.evaluate(TRANSLATED) if typed in told] == []
    keys.locator("[data-part=clear]").click()
    expect(field(keys, "client_secret")).to_have_value("")


@pytest.mark.parametrize(
    "pasted",
    [CLIENT_SECRET, f'"{CLIENT_SECRET}"', CLIENT_SECRET[:-1], f"client_secret={CLIENT_SECRET}"],
    ids=["right", "wrapped", "short", "labelled"],
)
def test_no_part_of_a_secret_is_anywhere_but_in_its_field(
    keys: Locator, page: Page, context: BrowserContext, asked: list[str], pasted: str
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    field(keys, "client_id").fill(CLIENT_ID)
    expect(keys).to_have_attribute("data-state", "done")
    before = len(asked)
    field(keys, "client_secret").fill(pasted)
    keys.locator("button[type=submit]").click()
    expect(keys).to_have_attribute("data-state", "done")

    everywhere = json.dumps(
        [
            page.content(),
            keys.inner_text(),
            context.new_cdp_session(page).send("Accessibility.getFullAXTree"),
            page.url,
            page.title(),
            page.evaluate(
                "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state])"
            ),
            said,
            asked,
        ]
    )
    runs = {secret[at : at + 4] for secret in (CLIENT_SECRET, CLIENT_ID) for at in range(len(secret) - 3)}
    assert not sorted(run for run in runs if run in everywhere)
    # Nothing is asked for once something has been pasted.
    assert asked[before:] == []
