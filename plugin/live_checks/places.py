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
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url

from live_checks import fences

log = logging.getLogger("mkdocs.hooks.places")

LINK = re.compile(r'<a href="step:([^"]+)"></a>')
"""What partials/causes.html leaves to fill in."""


class Place(NamedTuple):
    url: str
    """Of the page, from the root of the site."""
    title: str
    """What the heading says."""


# Where the headings of each id are, in each language; filled when every page of it is rendered.
places: dict[str, dict[str, list[Place]]] = {}


def flat(items: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
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
    return f"{get_relative_url(there.url, here)}#{name}"


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """After every page of one language is rendered, before the first is written."""
    places.clear()
    for file in files.documentation_pages():
        if file.page is None:
            continue
        known = places.setdefault(language(file.page), defaultdict(list))
        for heading in flat(file.page.toc):
            known[heading.id].append(Place(file.page.url, heading.title))


def language(page: Page) -> str:
    return str(getattr(page.file, "locale", "fr"))


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    known = places[language(page)]
    if page.content:
        page.content = linked(page.content, known, page.url)
    if page.content and "<qbo-check" in page.content:
        found = {name: place(name, known) for name in fences.steps_named()}
        context["steps"] = {name: address(name, there, page.url) for name, there in found.items() if there}
    return context
