"""The main job, in a real browser: paste, read what is wrong, copy what is right."""

from __future__ import annotations

import re
from collections.abc import Callable

import host
import pytest
import qbo_checks
from host import quiet
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect
from qbo_checks.portal import SANDBOX_URI


def test_a_right_uri_passes_and_says_what_comes_next(
    at: Callable[[str], None], lang: str, check: Locator
) -> None:
    at("sandbox/")
    check.get_by_role("textbox").fill(SANDBOX_URI)
    expect(check).to_have_attribute("data-verdict", "pass")
    told = qbo_checks.run("redirect-uri", {"uri": SANDBOX_URI, "environment": "sandbox"}, lang)["findings"]
    expect(check.locator('[data-code="redirect-uri.exact"]')).to_contain_text(told[0]["message"])
    expect(check.locator('[data-code="redirect-uri.exact"]')).to_contain_text(told[0]["help"])


@pytest.mark.firefox
def test_a_slash_at_the_end_is_told_and_shown(at: Callable[[str], None], lang: str, check: Locator) -> None:
    at("sandbox/")
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-verdict", "fail")

    finding = check.locator("[data-code]")
    expect(finding).to_have_count(1)
    expect(finding).to_have_attribute("data-code", "redirect-uri.trailing-slash")
    expect(finding).to_have_attribute("data-severity", "error")
    # The page and the terminal say the same words.
    told = qbo_checks.run("redirect-uri", {"uri": f"{SANDBOX_URI}/", "environment": "sandbox"}, lang)[
        "findings"
    ][0]
    expect(finding).to_contain_text(told["message"])
    expect(finding).to_contain_text(told["help"])
    expect(finding).to_contain_text("57")
    expect(finding.locator("mark")).to_have_text("/")


def test_the_right_uri_can_be_copied(
    at: Callable[[str], None], lang: str, check: Locator, page: Page, context: BrowserContext
) -> None:
    at("sandbox/")
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    check.get_by_role("button", name={"fr": "Copier", "en": "Copy"}[lang]).click()
    expect(check.get_by_role("button", name={"fr": "Copié", "en": "Copied"}[lang])).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == SANDBOX_URI


def test_the_code_leads_to_its_explanation(
    at: Callable[[str], None], lang: str, check: Locator, page: Page
) -> None:
    at("sandbox/")
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    check.locator("[data-code] summary").click()
    check.locator("[data-code] [data-part=explain]").click()
    expect(page).to_have_url(re.compile(r"codes/redirect-uri/#redirect-uri\.trailing-slash$"))
    _, rule = qbo_checks.rule("redirect-uri.trailing-slash")
    expect(page.locator('[id="redirect-uri.trailing-slash"]')).to_have_text(
        rule.title["fr" if lang == "fr" else "en"]
    )
    expect(page.locator('[id="redirect-uri.trailing-slash"]')).to_be_in_viewport()


def test_the_other_tab_asks_for_the_other_uri(at: Callable[[str], None], page: Page) -> None:
    at("troubleshooting/")
    choose_production(page)
    production = page.locator('qbo-check[check="redirect-uri"]').nth(1)
    production.get_by_role("textbox").fill(SANDBOX_URI)
    expect(production.locator("[data-code]")).to_have_attribute("data-code", "redirect-uri.wrong-environment")


def test_the_reader_chooses_the_environment_where_the_page_does_not(
    at: Callable[[str], None], check: Locator
) -> None:
    at("checks/")
    check.get_by_role("combobox").select_option("production")
    check.get_by_role("textbox").fill(SANDBOX_URI)
    expect(check.locator("[data-code]")).to_have_attribute("data-code", "redirect-uri.wrong-environment")
    check.get_by_role("combobox").select_option("sandbox")
    expect(check).to_have_attribute("data-verdict", "pass")


def test_the_first_page_has_a_wrong_example_to_try(at: Callable[[str], None], check: Locator) -> None:
    at("")
    expect(check.get_by_role("textbox")).to_have_value(f"{SANDBOX_URI}/")
    check.locator("button[type=submit]").click()
    expect(check.locator("[data-code]")).to_have_attribute("data-code", "redirect-uri.trailing-slash")
    check.get_by_role("textbox").fill(SANDBOX_URI)
    expect(check).to_have_attribute("data-verdict", "pass")


@pytest.mark.firefox
def test_nothing_of_python_is_asked_for_before_the_reader_shows_intent(
    at: Callable[[str], None], page: Page, check: Locator, asked: list[str]
) -> None:
    at("sandbox/")
    quiet(page)
    assert not [url for url in asked if re.search(r"/runtime/|/(?:image-|pyodide-)?worker\.js", url)]
    check.get_by_role("textbox").focus()
    expect(check).to_have_attribute("data-state", "ready")
    assert [url for url in asked if url.endswith("python.wasm")]


def test_whoever_is_in_a_field_before_its_script_comes_is_not_missed(page: Page, check: Locator) -> None:
    held: list[Route] = []
    page.route("**/qbo-check.js", lambda route: held.append(route))
    page.goto("/sandbox/", wait_until="commit")
    check.get_by_role("textbox").focus()
    while not held:
        page.wait_for_timeout(50)
    held[0].continue_()
    expect(check).to_have_attribute("data-state", "ready")


def test_one_worker_serves_every_check_and_starts_once(
    at: Callable[[str], None], page: Page, asked: list[str]
) -> None:
    at("troubleshooting/")
    forms = page.locator('qbo-check[check="redirect-uri"]')
    for choose, form in ((lambda _: None, forms.first), (choose_production, forms.last)):
        choose(page)
        form.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
        expect(form).to_have_attribute("data-verdict", "fail")
    assert len(host.pythons(page)) == 1
    assert len([url for url in asked if url.endswith("python.wasm")]) == 1


@pytest.mark.firefox
def test_keyboard_alone_is_enough(at: Callable[[str], None], page: Page, check: Locator) -> None:
    at("sandbox/")
    check.get_by_role("textbox").focus()
    page.keyboard.type(f"{SANDBOX_URI}/")
    page.keyboard.press("Enter")
    expect(check).to_have_attribute("data-verdict", "fail")
    # Enter asks for the answer, which takes the focus; it puts no line break into what is checked.
    expect(check.locator("[data-part=verdict]")).to_be_focused()
    expect(check.get_by_role("textbox")).to_have_value(f"{SANDBOX_URI}/")
    for reached in ("link", "copy", "SUMMARY"):
        page.keyboard.press("Tab")
        kind = page.evaluate("document.activeElement.dataset.part ?? document.activeElement.tagName")
        assert kind == reached


def test_an_empty_field_is_told_only_when_the_reader_asks(at: Callable[[str], None], check: Locator) -> None:
    at("sandbox/")
    check.get_by_role("textbox").focus()
    expect(check).to_have_attribute("data-state", "ready")
    expect(check.locator("[data-code]")).to_have_count(0)
    check.locator("button[type=submit]").click()
    expect(check.locator("[data-code]")).to_have_attribute("data-code", "redirect-uri.empty")


def test_what_is_found_is_said_in_a_live_region(at: Callable[[str], None], check: Locator, lang: str) -> None:
    at("sandbox/")
    status = check.get_by_role("status")
    expect(status).to_be_empty()
    check.get_by_role("textbox").focus()
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(status).to_contain_text(
        {"fr": "À corriger. La barre oblique", "en": "Needs fixing. The slash"}[lang]
    )


def test_a_later_answer_replaces_the_earlier_one(at: Callable[[str], None], check: Locator) -> None:
    at("sandbox/")
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-verdict", "fail")
    check.get_by_role("textbox").fill(SANDBOX_URI)
    expect(check).to_have_attribute("data-verdict", "pass")
    expect(check.locator('[data-severity="error"]')).to_have_count(0)


@pytest.mark.parametrize(
    "hostile", ["<img src=x onerror=alert(1)>", "</textarea><script>alert(1)</script>", "\u202e/oi"]
)
def test_what_is_pasted_is_only_ever_text(
    at: Callable[[str], None], check: Locator, page: Page, hostile: str
) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"the page ran {dialog.message}"))
    at("sandbox/")
    check.get_by_role("textbox").fill(hostile)
    expect(check).to_have_attribute("data-verdict", "fail")
    expect(check.locator("img, script")).to_have_count(0)
    assert "\u202e" not in check.locator("[data-part=report]").inner_text()


def test_a_slow_download_shows_how_far_it_is_and_lets_the_reader_type(
    at: Callable[[str], None], page: Page, check: Locator, context: BrowserContext
) -> None:
    at("sandbox/")
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 20, "downloadThroughput": 4_000_000, "uploadThroughput": 1_000_000},
    )
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-state", "loading")
    expect(check.get_by_role("progressbar")).to_be_visible()
    assert page.evaluate("document.querySelector('qbo-check progress').max") > 5_000_000
    check.get_by_role("textbox").press_sequentially("?x")
    # The check then runs by itself, over all that was typed.
    expect(check.locator('[data-code="redirect-uri.query"]')).to_be_visible()
    expect(check.get_by_role("progressbar")).to_be_hidden()


def choose_production(page: Page) -> None:
    """Turn the page's tabs, which stay in step, to production."""
    page.locator(".tabbed-labels label", has_text="Production").first.click()
