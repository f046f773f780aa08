"""The other checks in the page: several fields, causes that lead to their step, lists to copy."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import qbo_checks
from host import BOTH_LANGUAGES
from playwright.sync_api import Page, expect
from qbo_checks.portal import PRODUCTION_URI, SANDBOX_URI


def test_an_error_message_names_its_causes_and_their_steps(at: Callable[[str], None], page: Page) -> None:
    at("troubleshooting/")
    check = page.locator('qbo-check[check="error-message"]')
    check.get_by_role("textbox").fill('{"error":"invalid_grant"}')
    finding = check.locator('[data-code="error-message.invalid-grant"]')
    expect(finding.get_by_role("listitem").first).to_be_visible()
    finding.locator("[data-part=step]").first.click()
    expect(page).to_have_url(re.compile(r"/(sandbox|review|production|setup)/#[\w-]+$"))
    expect(page.locator(f"[id='{page.url.partition('#')[2]}']")).to_be_in_viewport()


@pytest.mark.firefox
def test_an_error_message_gives_both_uris_and_fills_in_the_check_that_can_tell(
    at: Callable[[str], None], page: Page
) -> None:
    at("checks/")
    check = page.locator('qbo-check[check="error-message"]')
    check.get_by_role("textbox").fill(
        "The redirect_uri query parameter value is invalid. redirect_uri=https://app.example.com/cb"
    )
    finding = check.locator('[data-code="error-message.redirect-uri-invalid"]')
    expect(finding.locator("[data-part=side]")).to_contain_text("Intuit")
    expect(finding.locator("[data-part=value]")).to_have_text([SANDBOX_URI, PRODUCTION_URI])
    address = page.url
    finding.locator("[data-part=offer] a").click()
    other = page.locator('qbo-check[check="redirect-uri"]')
    expect(other.get_by_role("textbox")).to_have_value("https://app.example.com/cb")
    expect(other.get_by_role("textbox")).to_be_focused()
    assert page.url == address


@BOTH_LANGUAGES
def test_the_symptoms_take_less_than_five_screens(at: Callable[[str], None], page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    at("troubleshooting/")
    assert page.evaluate("document.documentElement.scrollHeight") < 5 * 900


def test_each_finding_names_its_field(at: Callable[[str], None], page: Page, lang: str) -> None:
    at("checks/")
    check = page.locator('qbo-check[check="app-urls"]')
    check.locator('[data-field="launch_url"]').fill("http://boreal.test/")
    found = check.locator('[data-code="app-urls.http-scheme"]')
    label = next(known.label for known in qbo_checks.load("app-urls").fields if known.name == "launch_url")
    expect(found).to_contain_text(label["fr" if lang == "fr" else "en"])
    expect(check.locator('[data-field="launch_url"]')).to_have_attribute("aria-invalid", "true")
    assert check.locator('[data-field="disconnect_url"]').get_attribute("aria-invalid") is None


def test_enter_makes_a_new_line_where_several_lines_belong(at: Callable[[str], None], page: Page) -> None:
    at("checks/")
    check = page.locator('qbo-check[check="hosting"]')
    addresses = check.locator('[data-field="addresses"]')
    addresses.focus()
    page.keyboard.type("20.77.152.0/23")
    page.keyboard.press("Enter")
    page.keyboard.type("10.0.0.1")
    expect(addresses).to_have_value("20.77.152.0/23\n10.0.0.1")
    page.keyboard.press("Tab")
    expect(check.locator('[data-code="hosting.private"]')).to_be_visible()
    expect(check.locator("[data-part=cleaned]").last).to_contain_text("51.104.28.73")


def test_expected_and_pasted_stand_one_above_the_other(at: Callable[[str], None], page: Page) -> None:
    at("sandbox/")
    check = page.locator('qbo-check[check="redirect-uri"]').first
    check.get_by_role("textbox").fill("https://quickbooksonlinesandbox.codat.io/oauth/callback")
    comparison = check.locator("[data-part=comparison]")
    expect(comparison.locator("[data-part=expected] mark")).to_have_text("2")
    expect(comparison.locator("[data-part=pasted]")).to_contain_text("/oauth/callback")
