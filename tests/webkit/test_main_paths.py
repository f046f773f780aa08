"""What a reader with Safari's engine comes for: a check, on a phone too, what is kept, the questionnaire, the search."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from qbo_checks.checks.keys.examples import made_up
from qbo_checks.portal import SANDBOX_URI
from selenium.webdriver import Keys, WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

PATIENCE = 30
"""In seconds, on a busy machine; what is waited for ends the wait."""
CHECK = 'qbo-check[check="redirect-uri"]'
DROP = """const [input, name, text] = arguments;
const dropped = new DataTransfer();
dropped.items.add(new File([text], name));
input.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: dropped }));"""


@pytest.fixture(params=["fr", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def at(webkit: WebKitGTK, base_url: str) -> Callable[[str], None]:
    return lambda path: webkit.get(base_url + path)


def one(webkit: WebKitGTK, selector: str) -> WebElement:
    return webkit.find_element(By.CSS_SELECTOR, selector)


def until(webkit: WebKitGTK, condition: str, *given: object) -> None:
    """Wait for what a line of JavaScript says of the page."""
    WebDriverWait(webkit, PATIENCE).until(
        lambda driver: driver.execute_script(f"return {condition}", *given), condition
    )


def verdict(webkit: WebKitGTK, expected: str, check: str = CHECK) -> None:
    until(webkit, "document.querySelector(arguments[0]).dataset.verdict === arguments[1]", check, expected)


def held(webkit: WebKitGTK, text: str) -> None:
    until(webkit, "document.querySelector(arguments[0])?.value === arguments[1]", f"{CHECK} textarea", text)


def test_a_check_says_what_is_wrong_and_what_to_paste(
    at: Callable[[str], None], webkit: WebKitGTK, lang: str
) -> None:
    at("/sandbox/" if lang == "fr" else "/en/sandbox/")
    field = one(webkit, f"{CHECK} textarea")
    field.send_keys(f"{SANDBOX_URI}/", Keys.ENTER)
    verdict(webkit, "fail")
    assert one(webkit, f"{CHECK} [data-part=value]").text == SANDBOX_URI
    until(webkit, "document.activeElement.dataset.part === 'verdict'")
    summary = {"fr": "✕ À corriger (1)", "en": "✕ Needs fixing (1)"}[lang]
    assert one(webkit, f"{CHECK} .qbo-verdict__summary").text == summary
    why = one(webkit, f"{CHECK} summary")
    why.click()
    assert one(webkit, f"{CHECK} [data-part=why]").is_displayed()
    # Emptied without a key, as WebDriver does it and a password manager may.
    field.clear()
    until(webkit, "document.querySelector(arguments[0]).hidden", f"{CHECK} [data-part=report]")
    field.send_keys(SANDBOX_URI, Keys.ENTER)
    verdict(webkit, "pass")


def test_a_block_of_keys_fits_a_narrow_window(at: Callable[[str], None], webkit: WebKitGTK) -> None:
    webkit.set_window_size(360, 740)
    at("/checks/")
    values = {"client_id": made_up("webkit, ID", 50), "client_secret": made_up("webkit, secret", 40)}
    identity = one(webkit, 'qbo-check[check="keys"] [data-field=client_id]')
    until(webkit, "document.querySelector('qbo-check[check=\"keys\"]').matches(':defined')")
    webkit.execute_script(DROP, identity, ".env", "\n".join(f"{k}={v}" for k, v in values.items()))
    until(
        webkit,
        "Object.entries(arguments[0]).every(([name, value]) =>"
        ' document.querySelector(`qbo-check[check="keys"] [data-field=${name}]`).value === value)',
        values,
    )
    until(webkit, "document.querySelector('qbo-check[check=\"keys\"]').dataset.state === 'done'")
    assert webkit.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    kept = webkit.execute_script("return JSON.stringify({ ...sessionStorage })")
    assert values["client_secret"][:6] not in kept
    assert values["client_id"][:6] not in kept
    # A page that comes back as it was left holds no secret, and nothing that was found in one.
    at("/glossary/")
    webkit.back()
    until(
        webkit,
        "document.querySelector(arguments[0])?.value === ''",
        'qbo-check[check="keys"] [data-field=client_id]',
    )
    until(webkit, "document.querySelector(arguments[0]).hidden", 'qbo-check[check="keys"] [data-part=report]')


def test_a_way_back_and_a_reload_lose_nothing(at: Callable[[str], None], webkit: WebKitGTK) -> None:
    at("/en/sandbox/")
    one(webkit, f"{CHECK} textarea").send_keys(f"{SANDBOX_URI}/", Keys.ENTER)
    verdict(webkit, "fail")
    # What is found goes with what it is about, on the way back too.
    at("/en/glossary/")
    webkit.back()
    until(
        webkit,
        "document.querySelector(arguments[0])?.value === arguments[1]",
        f"{CHECK} textarea",
        f"{SANDBOX_URI}/",
    )
    webkit.refresh()
    held(webkit, f"{SANDBOX_URI}/")
    one(webkit, f"{CHECK} textarea").click()
    verdict(webkit, "fail")
    one(webkit, "[data-language-switch]").click()
    until(webkit, "document.documentElement.lang === 'fr-CA'")
    held(webkit, f"{SANDBOX_URI}/")


def test_the_questionnaire_goes_from_section_to_section(at: Callable[[str], None], webkit: WebKitGTK) -> None:
    at("/en/questionnaire/")
    one(webkit, "[data-part=keep]").click()
    one(webkit, "[data-part=following]").click()
    until(webkit, "document.querySelector('qbo-questionnaire').dataset.view === 'general'")
    one(webkit, "#choice-gq2-no").click()
    until(webkit, "document.querySelector('qbo-questionnaire').dataset.state === 'done'")
    webkit.refresh()
    until(webkit, "document.querySelector('qbo-questionnaire').dataset.view === 'general'")
    assert one(webkit, "#choice-gq2-no").is_selected()
    assert not one(webkit, "#question-ad1").is_displayed()
    at("/en/glossary/")
    webkit.back()
    until(webkit, "document.querySelector('#choice-gq2-no')?.checked")
    link = one(webkit, '.questionnaire__sections a[href="#questionnaire-summary"]')
    # The bar lies over the foot of the window.
    webkit.execute_script("arguments[0].scrollIntoView({ block: 'center' })", link)
    link.click()
    assert one(webkit, "[data-write=json]").is_displayed()


def test_menu_and_search_by_keyboard(at: Callable[[str], None], webkit: WebKitGTK) -> None:
    webkit.set_window_size(360, 740)
    at("/en/sandbox/")
    menu = one(webkit, "label.md-header__button[for=__drawer]")
    menu.send_keys(Keys.ENTER)
    until(webkit, "document.activeElement.closest('.md-sidebar--primary')?.checkVisibility()")
    webkit.switch_to.active_element.send_keys(Keys.ESCAPE)
    until(webkit, "document.activeElement === arguments[0]", menu)
    webkit.set_window_size(1200, 850)
    one(webkit, ".md-search__input").send_keys("codat")
    until(webkit, "document.querySelector('.md-search-result__link')?.checkVisibility()")
    webkit.switch_to.active_element.send_keys(Keys.ESCAPE)
    until(webkit, "!document.getElementById('__search').checked")
