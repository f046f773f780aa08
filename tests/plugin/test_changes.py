"""What is new: the days of the versions, and the feed that tells them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import feedparser
import pytest
import yaml
from bs4 import BeautifulSoup
from live_checks import changes, feedback
from live_checks.project import BuildError

ROOT = Path(__file__).parents[2]
FOLDERS = {"fr": "", "en": "en/"}
HEADINGS = (
    '<h1 id="changes">New</h1><h2 id="version-0-2-0">Two</h2><p>b</p><h2 id="version-0-1-0">One</h2><p>a</p>'
)
DAYS = {"version-0-2-0": date(2026, 3, 1), "version-0-1-0": date(2026, 1, 2)}


def front(lang: str) -> dict[str, date]:
    versions: dict[str, date] = yaml.safe_load(
        (ROOT / "docs" / lang / "changes.md").read_text("utf-8").split("---\n")[1]
    )["versions"]
    return versions


def test_both_languages_tell_the_same_versions_and_this_one_first() -> None:
    assert front("fr") == front("en")
    assert next(iter(front("en"))) == f"version-{feedback.VERSION.replace('.', '-')}"


def test_the_changelog_has_the_same_versions_and_days() -> None:
    released = re.findall(r"^## (\d\S*) \((\S+)\)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert {f"version-{name.replace('.', '-')}": date.fromisoformat(day) for name, day in released} == front(
        "en"
    )


def test_each_version_has_its_day_under_its_heading() -> None:
    made = changes.dated(HEADINGS, DAYS, "fr")
    assert (
        '<h2 id="version-0-2-0">Two</h2>\n<p class="version"><time datetime="2026-03-01">1er\u00a0mars 2026</time></p><p>b'
        in made
    )
    assert '<time datetime="2026-01-02">2\u00a0janvier 2026</time></p><p>a' in made


@pytest.mark.parametrize(
    "versions",
    [
        {},
        {"version-0-1-0": date(2026, 1, 2)},
        {"version-0-1-0": date(2026, 1, 2), "version-0-2-0": date(2026, 3, 1)},
        {"version-0-2-0": date(2026, 1, 2), "version-0-1-0": date(2026, 3, 1)},
    ],
)
def test_a_version_without_a_day_or_out_of_order_is_refused(versions: dict[str, date]) -> None:
    with pytest.raises(BuildError, match="its headings are"):
        changes.dated(HEADINGS, versions, "en")


def test_an_entry_is_the_section_of_a_version_with_absolute_links() -> None:
    page = (
        '<meta property="og:site_name" content="A &amp; B">'
        + changes.dated(HEADINGS, DAYS, "en").replace(
            "<p>b</p>", '<p>b <a href="../sandbox/#x">c</a> &lt;d&gt;</p>'
        )
        + "<aside><p>foot</p></aside>"
    )
    feed = feedparser.parse(changes.feed(page, "https://guide.example/docs/en/", "changes/", "en"))
    assert not feed.bozo
    assert feed.feed.title == "New – A & B"
    assert [entry.title for entry in feed.entries] == ["Two", "One"]
    assert [entry.updated for entry in feed.entries] == ["2026-03-01T00:00:00Z", "2026-01-02T00:00:00Z"]
    assert feed.feed.updated == feed.entries[0].updated
    first = feed.entries[0].content[0].value
    assert first == '<p>b <a href="https://guide.example/docs/en/sandbox/#x">c</a> &lt;d&gt;</p>'
    assert "foot" not in feed.entries[1].content[0].value
    assert feed.entries[0].link == "https://guide.example/docs/en/changes/#version-0-2-0"


def test_an_entry_keeps_its_name_wherever_the_guide_stands() -> None:
    page = changes.dated(HEADINGS, DAYS, "en")
    one, two = (
        re.findall("<id>(.*)</id>", changes.feed(page, home, "changes/", "en"))
        for home in ("https://a.test/", "https://b.test/x/")
    )
    assert one == two
    assert len({*one}) == 3
    assert {*one}.isdisjoint(
        re.findall("<id>(.*)</id>", changes.feed(page, "https://a.test/", "changes/", "fr"))
    )


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_built_feed_is_valid_and_each_page_names_it(
    site: Path, html: dict[str, BeautifulSoup], lang: str
) -> None:
    feed = feedparser.parse((site / FOLDERS[lang] / changes.NAME).read_bytes())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.language == {"fr": "fr-CA", "en": "en"}[lang]
    assert [entry.title for entry in feed.entries]
    (self,) = (link.href for link in feed.feed.links if link.rel == "self")
    assert self.endswith(f"/{FOLDERS[lang]}{changes.NAME}")
    for name, page in html.items():
        if name.endswith("404.html") or name.startswith("en/") != (lang == "en"):
            continue
        (link,) = page.select('link[type="application/atom+xml"]')
        there = urljoin(f"https://site.test/{name.removesuffix('index.html')}", str(link["href"]))
        assert there == f"https://site.test/{FOLDERS[lang]}{changes.NAME}", name
