"""What opens by mouse opens by keyboard, shows where the focus is, and speaks."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

FOCUSED = """() => {
  const { activeElement: it } = document;
  if (it === document.body) return null;
  // What stands for a button that nobody sees is its label.
  const next = it.nextElementSibling;
  const unseen = it.getBoundingClientRect().width === 0 || getComputedStyle(it).opacity === "0";
  const shape = !unseen ? it : next?.localName === "label" ? next : (it.labels?.[0] ?? it);
  const { left, top, right, bottom, width, height } = shape.getBoundingClientRect();
  const at = (x, y) => document.elementFromPoint(x, y);
  const x = Math.min(Math.max((left + right) / 2, 1), innerWidth - 1);
  const seen = [top + 2, bottom - 2].filter(y => y > 0 && y < innerHeight).map(y => at(x, y));
  return { html: it.outerHTML.slice(0, 120), visible: it.checkVisibility({ visibilityProperty: true, opacityProperty: false }),
    shown: width > 0 && height > 0 && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight,
    clear: seen.some(e => e && (shape.contains(e) || e.contains(shape))) };
}"""
"""What has the focus, whether it can be seen, and whether anything lies over it."""


@pytest.mark.firefox
def test_the_menu_of_a_narrow_window(at: Callable[[str], None], page: Page, lang: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 360, "height": 740})
    at("sandbox/")
    menu = page.get_by_role("button", name="Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    # Closed, none of its links is a stop.
    page.locator(".md-logo").first.focus() if page.locator(".md-logo").first.is_visible() else menu.focus()
    stops = []
    for _ in range(12):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert all(stop is None or (stop["visible"] and stop["shown"]) for stop in stops), stops
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary :focus")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    search = page.get_by_role("button", name={"fr": "Rechercher", "en": "Search"}[lang])
    search.focus()
    page.keyboard.press(" ")
    expect(page.locator(".md-search__input")).to_be_focused()


def test_the_search_has_a_name_speaks_and_gives_the_focus_back(
    at: Callable[[str], None], page: Page, lang: str
) -> None:
    at("sandbox/")
    assert page.locator("[role=dialog].md-search").get_attribute("aria-label")
    expect(page.locator(".md-search-result__meta")).to_have_attribute("role", "status")
    # Closed, what scrolls in it is no stop.
    link = page.locator("[data-language-switch]")
    link.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.md-search__output')")
    link.focus()
    page.keyboard.press("s")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("xyzzyx")
    expect(page.locator(".md-search-result__meta")).to_contain_text({"fr": "Aucun", "en": "No "}[lang])
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("sandbox/", (1280, 720)),
        pytest.param("questionnaire/", (320, 256), marks=pytest.mark.firefox),  # Where there is least room.
        ("troubleshooting/", (360, 740)),
    ],
)
def test_nothing_lies_over_what_has_the_focus(
    at: Callable[[str], None], page: Page, name: str, size: tuple[int, int]
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    at(name)
    last = page.locator("article :is(a[href], input, textarea, button):visible").last
    last.focus()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        stop = page.evaluate(FOCUSED)
        if page.evaluate("document.activeElement.closest('.md-header')"):
            break  # Which lies over everything else.
        assert stop is None or (stop["shown"] and stop["clear"]), stop


def test_a_tab_with_the_focus_has_a_ring(at: Callable[[str], None], page: Page) -> None:
    at("troubleshooting/")
    page.locator(".tabbed-set > input").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    ring = page.locator(".tabbed-labels > label").first.evaluate(
        "label => [getComputedStyle(label).outlineStyle, parseFloat(getComputedStyle(label).outlineWidth)]"
    )
    assert ring[0] == "solid"
    assert ring[1] >= 2


def test_a_page_without_storage_keeps_its_theme_switch_and_its_search(
    at: Callable[[str], None], page: Page
) -> None:
    for name in ("localStorage", "sessionStorage"):
        page.add_init_script(
            f"Object.defineProperty(Window.prototype, '{name}', {{ configurable: true, get() {{"
            " throw new DOMException('blocked', 'SecurityError') } });"
            f"Object.defineProperty(globalThis, '{name}', {{ configurable: true, get() {{"
            " throw new DOMException('blocked', 'SecurityError') } })"
        )
    at("sandbox/")
    expect(page.locator("label[for^=__palette]:visible")).to_be_visible()
    page.locator("label[for^=__palette]:visible").click()
    page.locator(".md-search__input").click()
    page.keyboard.type("codat")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    check = page.locator("qbo-check").first
    page.keyboard.press("Escape")
    check.get_by_role("textbox").fill("http://boreal.test/")
    expect(check).to_have_attribute("data-verdict", "fail")


def test_what_others_wrote_under_materials_names_ends_no_script(
    at: Callable[[str], None], page: Page
) -> None:
    kept = {"/.__palette": "1", "/en/.__palette": "1", "/.__tabs": "[", "/en/.__tabs": "["}
    other = {"/other/.__palette": '{"index": 0, "color": {"scheme": "default"}}'}
    page.add_init_script(f"Object.assign(localStorage, {json.dumps(kept | other)})")
    at("sandbox/")
    left = page.evaluate("({ ...localStorage })").items()
    assert other.items() <= left
    assert not kept.items() & left
    page.locator(".md-search__input").click()
    page.keyboard.type("codat")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_forced_colours_leave_marks_tabs_and_icons(at: Callable[[str], None], page: Page) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    at("troubleshooting/")
    check = page.locator('qbo-check[check="redirect-uri"]:visible').first
    check.get_by_role("textbox").fill("https://quickbooksonlinesandbox.codat.io/oauth2/callback/")
    mark = check.locator("mark").first.evaluate(
        "mark => { const { color, backgroundColor, borderTopColor } = getComputedStyle(mark);"
        " return [color, backgroundColor, borderTopColor] }"
    )
    assert mark[0] != mark[1]
    assert mark[1] != mark[2]
    # The line is under the tab that is chosen, and under no other.
    labels = page.locator(".tabbed-set").first.locator(".tabbed-labels > label")
    labels.nth(1).click()
    lines = labels.evaluate_all("all => all.map(label => getComputedStyle(label).borderBottomColor)")
    assert lines[0] != lines[1]
    assert (
        page.locator(".tabbed-labels").first.evaluate("l => getComputedStyle(l, '::before').display")
        == "none"
    )
