"""Says on a page that its twin was changed later, in the page's own language, and when; git knows.

A commit that touches both twins leaves them in step, one that touches only one leaves the other behind,
and the next that touches the one behind is taken for what it lacked. What the twin has no need of, such as a
typo, says so in its message: ``Twin: unaffected``. Without git, or without its whole history, no page says
anything.
"""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from dates import written
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.twins")

LANGUAGES = ("fr", "en")
UNAFFECTED = "unaffected"
# Begins a commit in git's answer: no path holds it.
COMMIT = "\x1e"


class Commit(NamedTuple):
    day: date
    unaffected: bool
    files: frozenset[str]


def behind(commits: Iterable[Commit]) -> dict[str, date]:
    """The pages whose twin was changed later, ``fr/setup.md``, each with the day of that change.

    Takes the commits from the oldest to the newest.
    """
    late: dict[str, date] = {}
    for commit in commits:
        if commit.unaffected:
            continue
        for name in commit.files:
            lang, _, page = name.partition("/")
            twin = f"{LANGUAGES[lang == LANGUAGES[0]]}/{page}"
            caught_up = late.pop(name, None)
            if twin not in commit.files and not caught_up:
                late[twin] = commit.day
    return late


def history(docs: Path) -> Iterator[Commit]:
    """Every commit that touches a page, from the oldest to the newest. Raises ValueError where git cannot tell."""
    if _git(docs, "rev-parse", "--is-shallow-repository").strip() != "false":
        raise ValueError("its history is not whole (fetch it with `git fetch --unshallow`)")
    form = f"{COMMIT}%cs %(trailers:key=Twin,valueonly,separator=%x20)"
    arguments = ("--reverse", "--topo-order", "--relative", "--no-renames", "--name-only", f"--format={form}")
    told = _git(docs, "-c", "core.quotePath=false", "log", *arguments, "--", *LANGUAGES)
    for commit in told.split(COMMIT)[1:]:
        head, *files = commit.splitlines()
        day, _, trailer = head.partition(" ")
        yield Commit(date.fromisoformat(day), trailer.strip() == UNAFFECTED, frozenset(filter(None, files)))


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    except FileNotFoundError as error:
        raise ValueError("git is not installed") from error
    except subprocess.CalledProcessError as error:
        raise ValueError(error.stderr.strip()) from error
    return done.stdout


late: dict[str, date] = {}


def on_pre_build(config: MkDocsConfig) -> None:
    """Runs once for each language too; git is asked for each, in a few hundredths of a second."""
    late.clear()
    try:
        late.update(behind(history(Path(config.docs_dir))))
    except ValueError as error:
        log.info("No page says that its twin was changed later: %s", error)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    day = late.get(page.file.src_uri)
    context["twin_changed"] = day and written(day, page.file.src_uri.partition("/")[0])
    return context
