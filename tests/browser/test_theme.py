"""What the theme's script does (plugin/live_checks/theme_script.mjs), where nothing else tests it: on touch and with a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_what_has_a_title_shows_it_in_a_tooltip(at: Callable[[str], None], page: Page, by: str) -> None:
    at("sandbox/")
    link = page.locator("article h2 .headerlink").first
    title = link.get_attribute("title")
    link.scroll_into_view_if_needed()
    if by == "mouse":
        link.hover(force=True)
    else:
        link.focus()
    tooltip = page.locator(".md-tooltip2--active")
    expect(tooltip).to_have_text(title or "")
    expect(link).to_have_attribute("aria-describedby", tooltip.get_attribute("id") or "")
    page.mouse.move(0, 0)
    page.locator("body").evaluate("document.activeElement.blur()")
    expect(tooltip).to_have_count(0)
    expect(link).to_have_attribute("title", title or "")


def test_code_has_a_button_that_copies_it(at: Callable[[str], None], page: Page, lang: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    at("embed/")
    code = page.locator("article pre > code").first
    page.locator("article pre .md-code__button").first.click()
    expect(page.locator(".md-dialog--active")).to_have_text(
        {"fr": "Copié dans le presse-papiers", "en": "Copied to clipboard"}[lang]
    )
    assert page.evaluate("navigator.clipboard.readText()") == code.inner_text().rstrip()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_contents_say_where_the_reader_is(at: Callable[[str], None], page: Page, width: int) -> None:
    """Beside the page, or in the menu of a phone."""
    page.set_viewport_size({"width": width, "height": 800})
    at("sandbox/")
    page.locator("article h2").nth(1).evaluate(
        "heading => scrollTo(0, heading.getBoundingClientRect().top - 40)"
    )
    identity = page.locator("article h2").nth(1).get_attribute("id")
    if width < 960:
        page.locator("label.md-header__button[for=__drawer]").click()
    contents = page.locator(
        f".md-sidebar--{'secondary' if width > 960 else 'primary'} [data-md-component=toc]"
    )
    expect(contents.locator(f"a[href='#{identity}']")).to_have_class(
        "md-nav__link md-nav__link--passed md-nav__link--active"
    )


def test_search_comes_with_the_key_that_opens_it(
    at: Callable[[str], None], page: Page, check: Locator, asked: list[str]
) -> None:
    at("sandbox/")
    check.get_by_role("textbox").press_sequentially("first/s")
    check.locator("button[type=submit]").click()
    expect(check).to_have_attribute("data-verdict", "fail")
    assert not [url for url in asked if "/search/" in url or "/workers/" in url]
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("redirect")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    at("sandbox/?q=codat")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_takes_the_colours_of_the_system_until_one_is_chosen(
    at: Callable[[str], None], page: Page, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    at("")
    body = page.locator("body")
    names = {"light": "default", "dark": "slate"}
    expect(body).to_have_attribute("data-md-color-scheme", names[scheme])
    expect(page.locator("meta[name=theme-color]")).to_have_attribute(
        "content", page.locator(".md-header").evaluate("header => getComputedStyle(header).backgroundColor")
    )
    page.locator("label[for^=__palette]:visible").click()
    other = names["dark" if scheme == "light" else "light"]
    expect(body).to_have_attribute("data-md-color-scheme", other)
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", other)
