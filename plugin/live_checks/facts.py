"""Says at the end of each page what it relies on, by which sources, and when they were last checked.

One file lists the facts and the links that leave the guide (the option ``facts``). A fact is as old as the source of it
that was checked longest ago: ``python -m live_checks.facts docs/facts.yaml --days 90`` prints those that are older.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from qbo_checks.model import Text

from live_checks.dates import written
from live_checks.fences import as_html
from live_checks.languages import NO_BREAK
from live_checks.project import BuildError


class Source(NamedTuple):
    url: str
    title: str
    """``Codat, Connections``: its publisher, then its name."""
    day: date

    @property
    def publisher(self) -> str:
        return self.title.partition(", ")[0]


class Fact(NamedTuple):
    id: str
    says: Text
    pages: frozenset[str]
    sources: tuple[Source, ...]

    @property
    def checked(self) -> date:
        """When it last held by all of its sources."""
        return min(source.day for source in self.sources)


class Facts(NamedTuple):
    links: list[dict[str, Any]]
    """``url``, ``lang``, ``known_good``: a day, a year or ``never``; ``title``, where a fact cites it."""
    facts: tuple[Fact, ...]
    of_itself: frozenset[str]
    """The pages that rely on nothing outside of the guide."""

    def missing(self, page: str) -> bool:
        """Whether nobody has said what a page relies on, or that it relies on nothing."""
        return not self.of(page) and page not in self.of_itself

    def of(self, page: str) -> list[Fact]:
        """What a page relies on: ``codes/keys``."""
        return [fact for fact in self.facts if page in fact.pages]


def read(text: str) -> Facts:
    """What ``facts.yaml`` says. Raises ValueError for a fact without a day, a title, a page or a language."""
    told = yaml.safe_load(text)
    links = {link["url"]: link for link in told["links"]}
    facts = tuple(_fact(row, links) for row in told["facts"])
    for known in (ids := [fact.id for fact in facts]):
        if ids.count(known) > 1:
            raise ValueError(f"{known}: two facts have this name")
    return Facts(told["links"], facts, frozenset(told["of_itself"]))


def _fact(row: dict[str, Any], links: dict[str, dict[str, Any]]) -> Fact:
    if not (row["pages"] and row["sources"]):
        raise ValueError(f"{row['id']}: a fact has a page and a source")
    sources = []
    for url in row["sources"]:
        link = links.get(url, {})
        # A day is a date, and a year a number.
        if not isinstance(link.get("known_good"), date) or "title" not in link:
            raise ValueError(f"{row['id']}: {url} is no link with a title and a day")
        sources.append(Source(url, link["title"], link["known_good"]))
    says = Text(fr=NO_BREAK.sub("\u00a0", row["says"]["fr"]), en=row["says"]["en"])
    return Fact(row["id"], says, frozenset(row["pages"]), tuple(sources))


def publishers(facts: list[Fact], lang: str) -> list[tuple[str, date]]:
    """What each publisher has, ``Codat’s documentation``, and the oldest day of it; the oldest first.

    The first names the thing, and the others only whose it is.
    """
    days: dict[str, date] = {}
    for source in (source for fact in facts for source in fact.sources):
        days[source.publisher] = min(source.day, days.get(source.publisher, source.day))
    oldest_first = sorted(days.items(), key=lambda item: (item[1], item[0]))
    return [(_whose(name, lang, first=at == 0), day) for at, (name, day) in enumerate(oldest_first)]


def _whose(name: str, lang: str, *, first: bool) -> str:
    if lang == "en":
        return f"{name}’s{' documentation' if first else ''}"
    return f"{'la documentation' if first else 'celle'} {'d’' if name[0] in 'AEIOUY' else 'de '}{name}"


def stale(known: Facts, today: date, days: int) -> Iterator[str]:
    """The lines that tell which sources to open and what they have to say, the oldest first."""
    old: dict[Source, list[Fact]] = {}
    for fact in known.facts:
        for source in fact.sources:
            if (today - source.day).days > days:
                old.setdefault(source, []).append(fact)
    for source, facts in sorted(old.items(), key=lambda item: (item[0].day, item[0].url)):
        yield f"{source.day}  {(today - source.day).days} days  {source.title}"
        yield f"  {source.url}"
        for fact in facts:
            yield f"  {fact.id}: {fact.says.en}"
            yield f"    on {', '.join(sorted(fact.pages))}"


def load(path: Path) -> Facts:
    """What the file says. Raises BuildError, which names the fact, for what is missing."""
    try:
        return read(path.read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BuildError(f"{path.name}: {error}") from error


def for_page(known: Facts, page: str, lang: str) -> dict[str, Any]:
    """What a page, ``codes/keys``, says at its end."""
    facts = known.of(page)
    return {
        "relied_on": [
            (
                as_html(fact.says, "fr" if lang == "fr" else "en"),
                [(source, written(source.day, lang)) for source in fact.sources],
            )
            for fact in facts
        ],
        "checked": [(whose, day, written(day, lang)) for whose, day in publishers(facts, lang)],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Print which facts of a guide are to be checked again.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--days", type=int, default=90, help="how old may stay (90)")
    parser.add_argument("--today", type=date.fromisoformat, default=datetime.now(UTC).date())
    asked = parser.parse_args()
    known = read(asked.file.read_text("utf-8"))
    lines = [*stale(known, asked.today, asked.days)]
    print(  # noqa: T201 - it is what this command is for
        "\n".join(lines) or f"All {len(known.facts)} facts were checked in the last {asked.days} days."
    )


if __name__ == "__main__":
    main()
