"""Which page holds what a check leads to: a step's heading, found in the pages themselves.

The rules name headings only (``Cause.step``). Each named heading must stand on exactly one page of a language.
The page's script gets their addresses (partials/qbo-check-words.html), and the causes that a page lists get
their links.
"""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple, Protocol

from live_checks import rules
from live_checks.urls import relative

log = logging.getLogger("mkdocs.plugins.live_checks.places")

LINK = re.compile(r'<a href="step:([^"]+)"></a>')
"""What partials/causes.html leaves to fill in."""


class Place(NamedTuple):
    url: str
    """Of the page, from the root of the site."""
    title: str
    """What the heading says."""


class Heading(Protocol):
    """One line of a page's table of contents."""

    title: str

    @property
    def id(self) -> str: ...

    @property
    def children(self) -> Iterable[Heading]: ...


def flat(items: Iterable[Heading]) -> Iterator[Heading]:
    """Every heading of a table of contents, from top to bottom."""
    for item in items:
        yield item
        yield from flat(item.children)


def place(name: str, known: dict[str, list[Place]]) -> Place | None:
    """Where the one heading of that id is; nothing, and a warning, if there is none or more than one."""
    found = known.get(name, [])
    if len(found) == 1:
        return found[0]
    log.warning("A check leads to the heading #%s, which is on %d pages", name, len(found))
    return None


def linked(html: str, known: dict[str, list[Place]], here: str) -> str:
    """The page at ``here`` with its links to steps, in the words of their headings."""

    def link(found: re.Match[str]) -> str:
        there = place(found[1], known)
        return (there and f'<a href="{address(found[1], there, here)}">{escape(there.title)}</a>') or ""

    return LINK.sub(link, html)


def address(name: str, there: Place, here: str) -> str:
    return f"{relative(there.url, here)}#{name}"


def by_id(pages: Iterable[tuple[str, Iterable[Heading]]]) -> dict[str, list[Place]]:
    """Where the headings of each id are, among pages of one language: each page's address and its headings."""
    places: dict[str, list[Place]] = defaultdict(list)
    for url, headings in pages:
        for heading in flat(headings):
            places[heading.id].append(Place(url, heading.title))
    return places


def links(known: dict[str, list[Place]], here: str) -> dict[str, str]:
    """The link to each heading that a check may lead to, from the page at ``here``."""
    found = {name: place(name, known) for name in rules.steps_named()}
    return {name: address(name, there, here) for name, there in found.items() if there}
