"""What the built site promises, read from its files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from bs4 import BeautifulSoup
from failures import AGAIN, TOLD
from live_checks import assets, compress
from qbo_checks.questionnaire.load import load

ROOT = Path(__file__).parents[2]
ORIGIN = "http://site.test"


def test_each_page_is_there_once_in_each_language(html: dict[str, BeautifulSoup]) -> None:
    english = {name.removeprefix("en/") for name in html if name.startswith("en/")}
    assert english == {name for name in html if not name.startswith("en/")}
    assert {
        f"{path.stem}/index.html" for path in (ROOT / "docs/fr").glob("*.md") if path.stem != "index"
    } < english


def test_each_page_says_its_language(html: dict[str, BeautifulSoup]) -> None:
    for name, page in html.items():
        assert page.html
        assert page.html["lang"] == ("en" if name.startswith("en/") else "fr-CA"), name


def test_each_heading_offers_its_link_in_the_language_of_its_page(html: dict[str, BeautifulSoup]) -> None:
    for name, page in html.items():
        titles = {link["title"] for link in page.select(".headerlink")}
        assert titles <= {"Link to this section" if name.startswith("en/") else "Lien vers cette section"}, (
            name
        )


def test_each_page_with_a_check_can_tell_in_its_language_that_one_failed(
    html: dict[str, BeautifulSoup],
) -> None:
    checking = {name: str(page) for name, page in html.items() if page.select("qbo-check form")}
    assert checking
    for name, markup in checking.items():
        lang, other = ("en", "fr") if name.startswith("en/") else ("fr", "en")
        for words in (*TOLD.values(), AGAIN):
            assert words[lang] in markup, name
            assert words[other] not in markup, name


FENCES = {
    "check": "qbo-check:not([data-embedded])",
    "codes": ".codes",
    "embed": "[data-embedded]",
    "figure": ".figure",
    "proof": "qbo-proof",
    "questionnaire": ".questionnaire, .refusals",
}


def test_as_many_elements_as_fences(html: dict[str, BeautifulSoup]) -> None:
    """A fence that fails prints its source as code, or nothing, without a word: count."""
    for lang, prefix in (("fr", ""), ("en", "en/")):
        for path in (ROOT / "docs" / lang).glob("*.md"):
            name = prefix + ("index.html" if path.stem == "index" else f"{path.stem}/index.html")
            source = path.read_text("utf-8")
            for fence, made in FENCES.items():
                written = re.findall(rf"^ *```{fence}$", source, re.MULTILINE)
                assert len(html[name].select(made)) == len(written), (name, fence)


def test_every_question_is_there_in_both_languages(html: dict[str, BeautifulSoup]) -> None:
    for prefix in ("", "en/"):
        page = html[f"{prefix}questionnaire/index.html"]
        assert [tag["id"] for tag in page.select(".question > legend > h4")] == [
            f"question-{question.id.lower()}" for question in load().questions
        ]


def test_ids_are_unique(html: dict[str, BeautifulSoup]) -> None:
    for name, page in html.items():
        ids = [tag["id"] for tag in page.select("[id]")]
        assert len(ids) == len(set(ids)), name


def test_every_link_leads_somewhere(site: Path, html: dict[str, BeautifulSoup]) -> None:
    for name, page in html.items():
        here = f"{ORIGIN}/{name.removesuffix('index.html')}"
        for link in page.select("a[href], link[href], script[src], img[src]"):
            address = urljoin(here, str(link.get("href") or link.get("src")))
            if not address.startswith(ORIGIN):
                continue
            url, fragment = urldefrag(address)
            path = url.partition("?")[0].removeprefix(f"{ORIGIN}/")
            target = path + "index.html" if not path or path.endswith("/") else path
            assert (site / target).is_file(), (name, address)
            if fragment and target in html:
                assert html[target].find(id=fragment) or fragment.startswith("__"), (name, address)


def test_nothing_is_loaded_from_elsewhere(site: Path, html: dict[str, BeautifulSoup]) -> None:
    """No page and no style sheet of ours or of Material's names another host for anything it loads."""
    for name, page in html.items():
        for tag in page.select(
            "script[src], link[rel=stylesheet], link[rel=icon], img, iframe, video, source"
        ):
            assert not re.match(r"(https?:)?//", str(tag.get("src") or tag.get("href"))), (name, tag)
        assert not page.select("link[rel=preconnect], link[rel=dns-prefetch]"), name
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(https?:)?//|@import", sheet.read_text("utf-8")), sheet


def test_nothing_is_inline_but_what_is_meant_to_be(html: dict[str, BeautifulSoup]) -> None:
    """A strict Content-Security-Policy must not trip: no style, no handler, no script but Material's and a few of ours.

    A script element whose type is data is not a script.
    """
    data = {"application/json", "application/ld+json"}
    ours = {(ROOT / "overrides" / path).read_text("utf-8").strip() for path in assets.INLINE}
    for name, page in html.items():
        # The page that is not found comes at any depth, and brings its own.
        assert name.endswith("404.html") or not page.select("style"), name
        assert not page.select("[style]"), name
        for tag in page.select("*"):
            assert not [attribute for attribute in tag.attrs if attribute.startswith("on")], (name, tag.name)
        inline = [tag for tag in page.select("script:not([src])") if tag.get("type") not in data]
        theirs = [text for tag in inline if (text := tag.get_text()) not in ours]
        assert all(re.match(r"__md_scope|var (palette|target|tabs)", text) for text in theirs), name


def test_alternates_are_absolute_and_name_each_language(site: Path, html: dict[str, BeautifulSoup]) -> None:
    for name, page in html.items():
        if name.endswith("404.html"):
            continue
        alternates = {
            link["hreflang"]: link["href"]
            for link in page.select("link[rel~=alternate]")
            if link.get("hreflang")
        }
        assert set(alternates) == {"fr-CA", "en", "x-default"}, name
        assert alternates["x-default"] == alternates["fr-CA"]
        assert all(str(href).startswith("http") for href in alternates.values())
        assert "/en/" in str(alternates["en"])
        # Material's script asks for a sitemap beside each address that link[rel=alternate] finds.
        assert 'rel="alternate"' not in (site / name).read_text("utf-8"), name


def test_each_search_index_holds_only_its_language(site: Path) -> None:
    french, english = (
        json.loads((site / prefix / "search" / "index.json").read_text("utf-8"))["docs"]
        for prefix in ("", "en")
    )
    assert len(french) == len(english) > 10
    assert not [entry for entry in french if entry["location"].startswith("en/")]
    assert {entry["location"] for entry in french} == {entry["location"] for entry in english}


def test_the_manifest_lists_what_is_served(site: Path) -> None:
    (runtime,) = (site / "assets" / "runtime").iterdir()
    manifest = json.loads((runtime / "manifest.json").read_text("utf-8"))
    assert {file["name"] for file in manifest["files"]} == {
        path.relative_to(runtime).as_posix()
        for path in runtime.rglob("*")
        # What is compressed is the same file: the bill names both forms.
        if path.is_file() and path.suffix not in compress.ENCODINGS and path.name != "manifest.json"
    }
    for file in manifest["files"]:
        assert (runtime / file["name"]).stat().st_size == file["size"]


def test_each_page_asks_early_for_the_fonts_that_its_style_sheet_names(
    site: Path, html: dict[str, BeautifulSoup]
) -> None:
    (sheet,) = site.glob("assets/guide/*/styles/guide.css")
    named = {
        urljoin(sheet.as_uri(), url)
        for url in re.findall(r'url\("?([^")]+\.woff2)"?\)', sheet.read_text("utf-8"))
    }
    asked = [
        [
            urljoin((site / name).as_uri(), str(link["href"]))
            for link in page.select("link[rel=preload][as=font]")
        ]
        for name, page in html.items()
        if name.endswith("index.html")
    ]
    assert all(fonts and set(fonts) <= named for fonts in asked)
    assert {font for fonts in asked for font in fonts} == named
