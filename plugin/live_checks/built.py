"""What MkDocs leaves when it has written the pages: all that the steps after it are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment

from live_checks.project import Project


class Folders(NamedTuple):
    """Below the site, each with a slash at its end, and named by what it holds."""

    runtime: str
    """Python for the page."""
    element: str
    """The scripts of the element."""
    guide: str
    """The guide's own styles, scripts and fonts."""


@dataclass(frozen=True)
class Card:
    """What the image for social networks shows: a check of a value whose last character is one too many."""

    check: str
    field: str
    fields: Mapping[str, str]


@dataclass(frozen=True)
class Options:
    """What ``mkdocs.yml`` says to the plugin, beyond where things are. Files are those of ``docs_dir``."""

    explained_in: str = "codes/{check}.md"
    """The page that explains the codes of a check."""
    figures: str = "figures.yaml"
    glossary: str = "glossary.md"
    old_addresses: str | None = None
    search_words: str | None = None
    card: Card | None = None
    embed_hosts: str = ""
    """The origins of the sites that may show a check in a frame of theirs, with spaces between them."""
    offline: bool = False
    """Whether readers may keep the guide on their device."""
    facts: str | None = None
    """What each page relies on."""
    changes: str | None = None
    """The page that tells readers what is new."""
    report: str = ""
    """Where they report a fault: a repository's address, or a mail's."""
    pdf: bool = False
    archive: bool = False
    """Whether the site of each language is offered as a file."""
    compressed: bool = True
    """Whether the compressed forms of each file stand beside it."""
    pdf_parts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Documents beside the one of everything: the pages of each, by its name."""


@dataclass(frozen=True)
class Built:
    project: Project
    options: Options
    site: Path
    url: str
    """Where the site will be, with a slash at its end; empty where nobody said."""
    folders: Folders
    templates: Environment
    languages: Sequence[str]
    """The first stands at the root, each other in a folder of its own."""
    nav: Sequence[Any] = ()
    """As ``mkdocs.yml`` has it."""
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The name and the description of the site, in each language."""
    headings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What the headings of each page say, by the page's address and their ids."""
    started: list[Future[Any]] = field(default_factory=list)
    """What one step has begun and a later one waits for."""

    def root(self, lang: str) -> str:
        """The folder of a language below the site, with a slash at its end, or nothing."""
        return "" if lang == self.languages[0] else f"{lang}/"
