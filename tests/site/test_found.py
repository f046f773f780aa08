"""What leads readers here: search engines, social networks, language models."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[2]
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}

# What schema.org knows of the types and properties that the pages use (version 29).
VOCABULARY = {
    "TechArticle": {"headline", "description", "url", "inLanguage", "isAccessibleForFree", "isPartOf", "workTranslation"},
    "WebSite": {"name", "url", "inLanguage"},
    "HowTo": {"name", "description", "url", "inLanguage", "step"},
    "HowToStep": {"position", "name", "url"},
}  # fmt: skip


def guide(html: dict[str, BeautifulSoup]) -> Iterator[tuple[str, str, BeautifulSoup]]:
    """The pages of the guide, each with its language."""
    for name, page in html.items():
        if not name.endswith("404.html"):
            yield "en" if name.startswith("en/") else "fr", name, page


def content(page: BeautifulSoup, key: str, name: str) -> str:
    (tag,) = page.select(f'meta[{key}="{name}"]')
    return str(tag["content"])


def canonical(page: BeautifulSoup) -> str:
    (link,) = page.select("link[rel=canonical]")
    return str(link["href"])


def heading(page: BeautifulSoup, name: str = "") -> str:
    """The words of a heading, the first unless named, as the table of contents has them."""
    title = page.find(id=name) if name else page.select_one("h1")
    assert title, name
    return re.sub(r"[ \n]+", " ", title.get_text().removesuffix("¶")).strip()


def alternates(page: BeautifulSoup) -> dict[str, str]:
    return {str(link["hreflang"]): str(link["href"]) for link in page.select("head link[hreflang]")}


def test_the_sitemap_holds_the_guide_and_nothing_else(site: Path, html: dict[str, BeautifulSoup]) -> None:
    text = (site / "sitemap.xml").read_bytes()
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == text
    entries = ET.fromstring(text).findall("s:url", NAMESPACES)
    known = {
        str(entry.findtext("s:loc", namespaces=NAMESPACES)): {
            link.get("hreflang"): link.get("href") for link in entry.findall("x:link", NAMESPACES)
        }
        for entry in entries
    }
    assert len(known) == len(entries)
    assert known == {canonical(page): alternates(page) for _, _, page in guide(html)}
    assert b"changefreq" not in text


def test_each_page_says_what_it_is_to_social_networks(html: dict[str, BeautifulSoup]) -> None:
    for lang, name, page in guide(html):
        locales = {"fr": "fr_CA", "en": "en_CA"}
        assert content(page, "property", "og:url") == canonical(page)
        assert content(page, "property", "og:title") == heading(page), name
        assert content(page, "property", "og:description") == content(page, "name", "description")
        assert content(page, "property", "og:locale") == locales[lang], name
        assert content(page, "property", "og:locale:alternate") == locales["en" if lang == "fr" else "fr"]
        home = name in {"index.html", "en/index.html"}
        assert content(page, "property", "og:type") == ("website" if home else "article"), name
        assert content(page, "name", "twitter:card") == "summary"


def test_titles_and_descriptions_are_each_page_s_own(html: dict[str, BeautifulSoup]) -> None:
    titles = [page.title.get_text() for _, _, page in guide(html) if page.title]
    descriptions = [content(page, "name", "description") for _, _, page in guide(html)]
    assert len(titles) == len(set(titles)) == len(set(descriptions)) == len(descriptions)


def things(data: Any) -> Iterator[dict[str, Any]]:
    """Every object of structured data that has a type, however deep."""
    if isinstance(data, list):
        for item in data:
            yield from things(item)
    elif isinstance(data, dict):
        if "@type" in data:
            yield data
        for value in data.values():
            yield from things(value)


def structured(page: BeautifulSoup) -> dict[str, Any]:
    (script,) = page.select('script[type="application/ld+json"]')
    data: dict[str, Any] = json.loads(script.get_text())
    return data


def test_structured_data_keeps_to_its_vocabulary(html: dict[str, BeautifulSoup]) -> None:
    for lang, name, page in guide(html):
        data = structured(page)
        assert data["@context"] == "https://schema.org"
        for thing in things(data):
            assert set(thing) - {"@type"} <= VOCABULARY[thing["@type"]], name
            assert str(thing["url"]).startswith("http")
        article = data["@graph"][0]
        assert article["@type"] == "TechArticle"
        assert article["headline"] == heading(page)
        assert article["description"] == content(page, "name", "description")
        assert article["url"] == canonical(page)
        assert article["inLanguage"] == {"fr": "fr-CA", "en": "en"}[lang]
        twin = article["workTranslation"]
        assert twin["url"] == alternates(page)[twin["inLanguage"]] != canonical(page)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_steps_of_the_setup_are_headings_of_its_page(html: dict[str, BeautifulSoup], lang: str) -> None:
    source = (ROOT / "docs" / lang / "setup.md").read_text("utf-8")
    wanted = yaml.safe_load(source.split("---\n")[1])["steps"]
    page = html[("en/" if lang == "en" else "") + "setup/index.html"]
    _, howto = structured(page)["@graph"]
    assert howto["@type"] == "HowTo"
    assert [step["url"] for step in howto["step"]] == [f"{canonical(page)}#{name}" for name in wanted]
    assert [step["position"] for step in howto["step"]] == list(range(1, len(wanted) + 1))
    assert [step["name"] for step in howto["step"]] == [heading(page, name) for name in wanted]


def test_both_languages_name_the_same_steps() -> None:
    french, english = (
        yaml.safe_load((ROOT / "docs" / lang / "setup.md").read_text("utf-8").split("---\n")[1])["steps"]
        for lang in ("fr", "en")
    )
    assert french == english


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_llms_txt_lists_every_page_of_its_language(
    site: Path, html: dict[str, BeautifulSoup], lang: str
) -> None:
    text = (site / ("en" if lang == "en" else "") / "llms.txt").read_text("utf-8")
    assert re.match(r"# .+\n\n> .+\n\n", text)
    listed = re.findall(r"^- \[(.+)\]\((.+)\): (.+)$", text, re.MULTILINE)
    assert sorted(listed) == sorted(
        (heading(page), canonical(page), content(page, "name", "description"))
        for page_lang, _, page in guide(html)
        if page_lang == lang
    )
    other = "llms.txt" if lang == "en" else "en/llms.txt"
    assert f"{canonical(html['index.html'])}{other})" in text
