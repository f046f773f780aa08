"""The video on the setup page: a still, and YouTube's player only after a click."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from host import quiet
from playwright.sync_api import Browser, Page, expect

HOST = "www.youtube-nocookie.com"


@pytest.mark.breaks(HOST)
def test_the_player_is_asked_for_only_after_the_click(
    at: Callable[[str], None], page: Page, lang: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route(
        f"https://{HOST}/**", lambda route: route.fulfill(content_type="text/html", body="<p>Player</p>")
    )
    at("setup/")
    video = page.locator("#video")
    expect(video).to_contain_text(HOST)  # It says so before.
    video.scroll_into_view_if_needed()
    video.get_by_role("link").hover()
    quiet(page)
    assert not [url for url in asked if "youtube" in url or "google" in url]
    expect(page.locator("iframe")).to_have_count(0)

    video.get_by_role("link").click()
    expect(page.frame_locator("#video iframe").get_by_text("Player")).to_be_visible()
    elsewhere = {urlsplit(url).hostname for url in asked} - {"127.0.0.1"}
    assert elsewhere == {HOST}
    player = video.locator("iframe")
    expect(player).to_be_focused()
    expect(player).to_have_attribute("title", {"fr": "Vidéo de Codat\u00a0: configurer QuickBooks Online", "en": "Codat’s video: setting up QuickBooks Online"}[lang])  # fmt: skip
    assert page.url.endswith("/setup/")


def test_without_script_it_is_a_link(browser: Browser, base_url: str, lang: str) -> None:
    with browser.new_context(java_script_enabled=False, base_url=base_url) as context:
        page = context.new_page()
        page.goto({"fr": "/setup/", "en": "/en/setup/"}[lang])
        expect(page.locator("#video").get_by_role("link")).to_have_attribute(
            "href", "https://www.youtube.com/watch?v=szC072mS1ks"
        )
