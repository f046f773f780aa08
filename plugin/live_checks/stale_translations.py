"""Says on a page that its twin was changed later, in the page's own language, and when; git knows.

A commit that changes what readers see of both twins leaves them in step, one that changes only one leaves the
other behind, and the next that changes the one behind is taken for what it lacked. Spaces, forms of characters
and attributes are not seen. What the twin has no need of, such as a typo, says so in its message:
``Twin: unaffected``. Without git, or without its whole history, no page says anything.
"""

from __future__ import annotations

import logging
import re
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

log = logging.getLogger("mkdocs.plugins.live_checks.stale_translations")

LANGUAGES = ("fr", "en")
UNAFFECTED = "unaffected"
# Begins a commit in git's answer: no path holds it.
COMMIT = "\x1e"
NOTHING = "0" * 40
"""How git names the content of a file before it was made, or after it was taken away."""
ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
BETWEEN_WORDS = re.compile(r"[\W_]+")


class Commit(NamedTuple):
    day: date
    unaffected: bool
    files: frozenset[str]
    """The pages of which it changed what readers see."""


def visible_words(source: str) -> str:
    """What readers see of a page, so far as two sources of it can be compared: its words, and what it asks for.

    A no-break space is a space, a ligature is its letters, and bold is no word.
    """
    return BETWEEN_WORDS.sub(" ", ATTRIBUTES.sub("", unicodedata.normalize("NFKC", source))).strip()


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
    arguments = (
        "--reverse",
        "--topo-order",
        "--relative",
        "--no-renames",
        "--raw",
        "--no-abbrev",
        f"--format={form}",
    )
    told = _git(docs, "-c", "core.quotePath=false", "log", *arguments, "--", *LANGUAGES)
    commits = [commit.splitlines() for commit in told.split(COMMIT)[1:]]
    # :100644 100644 BEFORE AFTER M<tab>fr/setup.md
    changes = [[line.split(maxsplit=5)[2:] for line in filter(None, lines)] for _, *lines in commits]
    words = _words(
        docs, {name for change in changes for before, after, *_ in change for name in (before, after)}
    )
    for (head, *_), change in zip(commits, changes, strict=True):
        day, _, trailer = head.partition(" ")
        files = frozenset(name for before, after, _, name in change if words[before] != words[after])
        yield Commit(date.fromisoformat(day), trailer.strip() == UNAFFECTED, files)


def _words(docs: Path, names: set[str]) -> dict[str, str]:
    """What readers see of each of git's contents, by its name; all are read at once."""
    words = {NOTHING: ""}
    asked = sorted(names - {NOTHING})
    told = _git(docs, "cat-file", "--batch", said="\n".join(asked)).encode()
    at = 0
    for name in asked:
        head, _, told_rest = told[at:].partition(b"\n")
        size = int(head.split()[2])
        words[name] = visible_words(told_rest[:size].decode())
        at += len(head) + 1 + size + 1
    return words


def _git(folder: Path, *arguments: str, said: str = "") -> str:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", input=said, check=True)
    except FileNotFoundError as error:
        raise ValueError("git is not installed") from error
    except subprocess.CalledProcessError as error:
        raise ValueError(error.stderr.strip()) from error
    return done.stdout


def stale_pages(docs: Path) -> dict[str, date]:
    """The pages that are behind; none, and a word to whoever builds, where git cannot tell."""
    try:
        return behind(history(docs))
    except ValueError as error:
        log.info("No page says that its twin was changed later: %s", error)
        return {}
