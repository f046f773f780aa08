"""Links that leave the guide, and links that leave the reader's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
import qbo_checks
from bs4 import BeautifulSoup, Tag
from live_checks import facts

ROOT = Path(__file__).parents[2]
ORIGIN = "http://site.test/"
FACTS = facts.read((ROOT / "docs" / "facts.yaml").read_text("utf-8"))
LISTED = FACTS.links
LANG = {row["url"]: row["lang"] for row in LISTED}

# How a link says in words, in the language of its own page, which language it leads to.
WORDS = {("fr", "en"): "en anglais", ("en", "fr"): "in french"}


def own(html: dict[str, BeautifulSoup]) -> str:
    """The address of the site itself, as its pages write it."""
    (link,) = html["index.html"].select("link[rel=canonical]")
    return str(link["href"])


def links(html: dict[str, BeautifulSoup]) -> Iterator[tuple[str, Tag, str]]:
    """Every link of every page, but the one to whoever keeps it: the page's name, the link, where it leads from there."""
    origin = own(html)
    for name, page in html.items():
        for link in page.select("a[href]:not([data-report])"):
            address = urljoin(ORIGIN + name.removesuffix("index.html"), str(link["href"]))
            yield name, link, address.replace(origin, ORIGIN)


def language(name: str) -> str:
    return "en" if name.startswith(("en/", "embed/v1/en/")) else "fr"


def test_the_list_names_every_external_link_and_no_other(html: dict[str, BeautifulSoup]) -> None:
    on_pages = {address for _, _, address in links(html) if not address.startswith(ORIGIN)}
    cited = {
        source.url
        for name in qbo_checks.names()
        for rule in qbo_checks.load(name).rules.values()
        for source in rule.sources
    }
    assert on_pages | cited == set(LANG)


def test_the_list_is_in_order_and_each_link_has_its_date() -> None:
    urls = [row["url"] for row in LISTED]
    assert urls == sorted(set(urls))
    for row in LISTED:
        assert {*row} - {"title"} == {"url", "lang", "known_good"}
        match row["known_good"]:
            case dt.date() as day:
                assert day <= dt.datetime.now(dt.UTC).date(), row
            case int() as year:
                assert 2020 < year <= dt.datetime.now(dt.UTC).year, row
            case other:
                assert other == "never", row


def test_a_fact_names_its_sources_as_the_checks_do() -> None:
    cited: dict[str, set[str]] = {}
    for name in qbo_checks.names():
        for rule in qbo_checks.load(name).rules.values():
            for source in rule.sources:
                cited.setdefault(source.url, set()).add(source.title)
    titled = {source.url: source.title for fact in FACTS.facts for source in fact.sources}
    assert {row["url"] for row in LISTED if "title" in row} == {*titled}
    # A check may say beside the title which day the page had.
    cited_as = {url: {title.partition(" (")[0] for title in titles} for url, titles in cited.items()}
    assert not [title for url, title in titled.items() if url in cited and title not in cited_as[url]]


def test_the_list_is_not_published(site: Path) -> None:
    assert not [*site.rglob("facts.*")]


def test_links_open_in_the_same_tab(html: dict[str, BeautifulSoup]) -> None:
    assert not [(name, link) for name, link, _ in links(html) if link.get("target", "_self") != "_self"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_link_to_another_language_says_so(html: dict[str, BeautifulSoup], lang: str) -> None:
    """To machines by hreflang; to readers in words, or by speaking the other language itself."""
    crossing = 0
    for name, link, address in links(html):
        inside = address.startswith(ORIGIN)
        if inside and address.removeprefix(ORIGIN).lstrip("/").startswith("assets/"):
            continue  # A file that both languages share.
        there = language(address.removeprefix(ORIGIN)) if inside else LANG[address]
        if language(name) != lang or there == lang:
            continue
        crossing += 1
        assert link.get("hreflang") == {"fr": "fr-CA", "en": "en"}[there], (name, link)
        said = f"{link.get_text()} {link.get('title', '')}".lower()
        speaks = link if link.get("lang") else link.find_parent(attrs={"lang": True}) or link
        spoken = inside and str(speaks.get("lang", "")).startswith(there)
        assert WORDS[lang, there] in said or spoken, (name, link)
    assert crossing
