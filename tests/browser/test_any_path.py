"""The same site on real servers, at the root and below a path, with what each sends: everything works there."""

from __future__ import annotations

import re
import zipfile
from http import HTTPStatus
from pathlib import Path
from typing import Any, override
from urllib.parse import urlsplit

import host
import pytest
from host import BOTH_LANGUAGES, search
from live_checks import headers, language_archive
from playwright.sync_api import Page, expect
from qbo_checks.portal import SANDBOX_URI

# Servers are the same to every browser, and a language is a path as any other.
SERVERS = pytest.mark.parametrize(
    ("base_url", "lang"),
    [
        (("nginx", "/docs/qbo"), "en"),
        (("caddy", "/assets/q.bo"), "fr"),  # It has what the guide's own paths begin with.
        (("caddy", ""), "en"),
        (("nginx", ""), "fr"),
    ],
    indirect=["base_url"],
)


@pytest.fixture
def root(request: pytest.FixtureRequest) -> str:
    """The path of the guide on the server under test."""
    return f"{request.node.callspec.params['base_url'][1]}/"


def search_and_check(page: Page, home: str) -> None:
    """The search finds what is there, and a check answers, in the language whose home this is."""
    page.goto(f"{home}sandbox/")
    search(page, "callback")
    check = page.locator('qbo-check[check="redirect-uri"]').first
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-verdict", "fail")


@SERVERS
@pytest.mark.breaks("404|Failed to load")
def test_everything_works_at_any_path(
    page: Page, violations: list[dict[str, Any]], lang: str, root: str
) -> None:
    home = f"{root}{'' if lang == 'fr' else 'en/'}"

    search_and_check(page, home)

    # What is not there is told in the language of the address, and leads home, whatever the build was told.
    page.goto(f"{home}no/such/page")
    expect(page.locator("html")).to_have_attribute("lang", {"fr": "fr-CA", "en": "en"}[lang])
    expect(page.locator("body")).to_have_css("margin", "0px")  # Its style has come with it.
    link = page.get_by_role("link").first
    expect(link).to_have_attribute("href", home)

    # An old address, with its fragment; then the other language, at the same place.
    page.goto(
        f"{root}{'fr-ca/' if lang == 'fr' else ''}integrations/accounting/quickbooksonline/"
        "accounting-quickbooksonline-new-setup/#get-production-keys-and-configure-app-for-production"
    )
    expect(page).to_have_url(re.compile(f"{re.escape(home)}review/#get-production-keys"))
    page.locator("[data-language-switch]").click()
    expect(page.locator("html")).to_have_attribute("lang", {"fr": "en", "en": "fr-CA"}[lang])
    other = f"{root}{'en/' if lang == 'fr' else ''}"
    assert urlsplit(page.url).path == f"{other}review/"
    assert violations == []


@pytest.mark.breaks("404|Failed to load")
@pytest.mark.parametrize("base_url", [("nginx", "/docs/qbo")], indirect=True)
def test_a_host_with_one_page_for_what_is_not_there_tells_both_languages(page: Page, root: str) -> None:
    """Such as GitHub Pages: it sends the page at the root, which is French, for English addresses too."""
    french = page.request.get(f"{root}404.html").body()
    page.route(
        "**/en/nowhere/", lambda route: route.fulfill(status=404, body=french, content_type="text/html")
    )
    page.goto(f"{root}en/nowhere/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading").first).to_have_text("This page doesn’t exist")
    page.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/docs/qbo/en/$"))


class Intranet(host.Host):
    """A host that sends nothing to who has not signed in, and does not know what WebAssembly is."""

    extensions_map = host.Host.extensions_map | {".wasm": "application/octet-stream"}

    @override
    def do_GET(self) -> None:
        if "session=" in self.headers.get("Cookie", ""):
            super().do_GET()
        else:
            self.send_error(HTTPStatus.UNAUTHORIZED)


@pytest.mark.breaks("^http://127")  # That host, which is none of the other tests'.
def test_python_starts_as_fast_behind_a_sign_in_and_whatever_type_its_file_is_sent_with(
    page: Page, site: Path, asked: list[str]
) -> None:
    with host.serving(site, [headers.Rule("/*", {"X-Content-Type-Options": "nosniff"})], Intranet) as url:
        page.context.add_cookies([{"name": "session", "value": "made-up", "url": url}])
        search_and_check(page, f"{url}/en/")
    assert any(each.endswith("/python.wasm") for each in asked)
    assert not [each for each in asked if "pyodide" in each]


@BOTH_LANGUAGES
@pytest.mark.breaks("/guide/")
def test_the_archive_of_a_language_works_on_a_plain_server(
    page: Page, site: Path, lang: str, tmp_path: Path
) -> None:
    start = {"fr": "", "en": "en/"}[lang]
    with zipfile.ZipFile(site / start / language_archive.NAME) as archive:
        archive.extractall(tmp_path / "guide")
    with host.serving(tmp_path, []) as url:
        page.goto(f"{url}/guide/")
        expect(page).to_have_url(f"{url}/guide/{start}")
        search_and_check(page, f"{url}/guide/{start}")
        page.goto(f"{url}/guide/{start}privacy/")
        page.locator("qbo-proof [data-part=compare]").click()
        expect(page.locator("qbo-proof [data-part=files] [data-same=true]").first).to_be_visible()
        expect(page.locator("qbo-proof [data-part=files] [data-same=false]")).to_have_count(0)
