"""What each page relies on, how old that is, and what `make stale` prints."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from live_checks import facts

ROOT = Path(__file__).parents[2]
KNOWN = facts.read((ROOT / "docs" / "facts.yaml").read_text("utf-8"))
PAGES = sorted(
    path.relative_to(ROOT / "docs/en").with_suffix("").as_posix() for path in (ROOT / "docs/en").rglob("*.md")
)

TWO = """
links:
- { url: "https://a.test/", lang: en, known_good: 2026-03-01, title: "Intuit, One" }
- { url: "https://b.test/", lang: en, known_good: 2026-01-31, title: "Codat, Two" }
- { url: "https://c.test/", lang: en, known_good: 2026 }
facts:
- id: first
  says: { fr: « A » existe., en: There is “A”. }
  pages: [index, codes/keys]
  sources: ["https://a.test/", "https://b.test/"]
- id: second
  says: { fr: B., en: B. }
  pages: [index]
  sources: ["https://a.test/"]
of_itself: [privacy]
"""


def test_each_page_relies_on_something_or_on_itself_alone() -> None:
    named = {page for fact in KNOWN.facts for page in fact.pages}
    assert named | KNOWN.of_itself == {*PAGES}
    assert not named & KNOWN.of_itself


def test_a_fact_is_as_old_as_its_oldest_source() -> None:
    first, second = facts.read(TWO).facts
    assert first.checked == date(2026, 1, 31)
    assert second.checked == date(2026, 3, 1)


def test_a_page_tells_each_publisher_once_with_its_oldest_day() -> None:
    known = facts.read(TWO)
    codat, intuit = date(2026, 1, 31), date(2026, 3, 1)
    assert facts.publishers(known.of("index"), "en") == [
        ("Codat’s documentation", codat),
        ("Intuit’s", intuit),
    ]
    assert facts.publishers(known.of("index"), "fr") == [
        ("la documentation de Codat", codat),
        ("celle d’Intuit", intuit),
    ]
    assert facts.publishers(known.of("privacy"), "fr") == []


@pytest.mark.parametrize(
    ("days", "today", "told"),
    [
        (29, "2026-03-01", []),
        (28, "2026-03-01", ["https://b.test/"]),
        (0, "2026-03-02", ["https://b.test/", "https://a.test/"]),
        (90, "2026-03-02", []),
    ],
)
def test_stale_tells_which_sources_to_open_the_oldest_first(days: int, today: str, told: list[str]) -> None:
    lines = [*facts.stale(facts.read(TWO), date.fromisoformat(today), days)]
    assert [line.strip() for line in lines if "https://" in line] == told
    if told:
        assert "first: There is “A”." in "\n".join(lines)


def test_a_fact_that_is_as_old_as_asked_for_is_not_stale() -> None:
    assert not [*facts.stale(facts.read(TWO), date(2026, 3, 2), 30)]
    assert [*facts.stale(facts.read(TWO), date(2026, 3, 3), 30)]


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        (
            '"https://b.test/"]',
            '"https://c.test/"]',
            "first: https://c.test/ is no link with a title and a day",
        ),
        ('"https://b.test/"]', '"https://d.test/"]', "first: https://d.test/ is no link"),
        ("id: second", "id: first", "first: two facts have this name"),
        ("pages: [index]", "pages: []", "second: a fact has a page and a source"),
        ("fr: B.,", "fr: '',", "a text needs its French"),
    ],
)
def test_what_is_missing_is_named(was: str, becomes: str, says: str) -> None:
    assert was in TWO
    with pytest.raises(ValueError, match=says.replace(".", r"\.")):
        facts.read(TWO.replace(was, becomes))


def test_a_page_that_no_fact_names_is_missing_unless_it_is_about_the_guide() -> None:
    known = facts.read(TWO)
    assert [page for page in ("index", "codes/keys", "privacy", "sandbox") if known.missing(page)] == [
        "sandbox"
    ]
    assert facts.for_page(known, "privacy", "en") == {"relied_on": [], "checked": []}


def test_the_command_prints_them() -> None:
    def told(*arguments: str) -> str:
        command = [sys.executable, "-m", "live_checks.facts", str(ROOT / "docs/facts.yaml"), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    everything = told("--days=0", "--today=2100-01-01")
    assert all(fact.id in everything for fact in KNOWN.facts)
    assert f"All {len(KNOWN.facts)} facts" in told("--days=36500", "--today=2027-01-01")


def test_each_built_page_says_when_it_was_checked_and_by_what(html: dict[str, BeautifulSoup]) -> None:
    for page in PAGES:
        for prefix, lang in (("", "fr"), ("en/", "en")):
            name = f"{prefix}{'' if page == 'index' else f'{page}/'}index.html"
            (foot,) = html[name].select("article .page-foot")
            relied_on = KNOWN.of(page)
            assert len(foot.select("li")) == len(relied_on), name
            assert [time["datetime"] for time in foot.select("summary time")] == [
                day.isoformat() for _, day in facts.publishers(relied_on, lang)
            ], name
            for item, fact in zip(foot.select("li"), relied_on, strict=True):
                assert [link["href"] for link in item.select("a")] == [source.url for source in fact.sources]
