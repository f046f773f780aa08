"""Finds an app's keys in whatever text they were copied with: a dotenv file, JSON, YAML, a table, the portal.

No notation is parsed. What all of them share is a name, then a value; so names are looked for, and what
stands between one name and the next is searched for the value. Half a file, or a file with a comma too many,
is read as well as a whole one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, TypeAlias

from qbo_checks.excerpt import INVISIBLE
from qbo_checks.text import Pasted

Slot: TypeAlias = Literal["client_id", "client_secret"]

MOST_NAMES = 300
"""How many names are read: more than a file of settings has."""

BLANK = re.compile(rf"[\s{INVISIBLE}]+")

TOKEN = re.compile(r"(?i:(?:X?AB|Q0|L0|L3)1[0-9]{10})")
"""How a refresh token or an authorization code begins. It is as long as a Client ID, so this comes first."""

WHOLE = re.compile(rf"(?<![\w.+/@-])(?!{TOKEN.pattern})(?:[A-Za-z0-9]{{50}}|[A-Za-z0-9]{{40}})(?![\w+/@-])")
"""A Client ID or a Client secret by its form alone, with nothing attached to it."""

ENVIRONMENTS = {
    "sandbox": {"sandbox", "development", "dev", "développement", "bac"},
    "production": {"production", "prod", "live"},
}
OWN = {"intuit", "quickbooks", "qbo", "qb"}
VOCABULARY = {
    *{"client", "id", "identifier", "identifiant", "secret", "key", "oauth", "online"},
    *OWN,
    *ENVIRONMENTS["sandbox"],
    *ENVIRONMENTS["production"],
}

NO_KEYS = {"token", "code", "realm", "company", "password"}
"""Words of names whose value is no key, whatever form it has."""

_NAME = re.compile(
    r"""
    (?<![\w.-])
    (?: # A known name needs no sign after it: in a table or on the portal's page there is none.
        (?P<known> (?<!</) # not the end of an element
            [\w.-]{0,40}?
            (?: client[ _-]?(?:id|identifier|secret) | (?:id|identifiant|secret)[ _-]client ) (?![^\W_])
            [\w.-]{0,24}
        )
        # "Development" and "Production" stand above keys, or in parentheses beside a name.
        | (?P<heading> sandbox | development | production | bac\ à\ sable | développement ) (?![\w.-])
        # Any other name ends the value before it.
        | (?P<other> [^\W\d][\w.-]{0,31} ) (?= ["'`]? [ \t]{0,8} [=:](?!//) )
    )
    ["'`)\]]{0,2} [ \t\xa0]{0,8} (?P<sign> [=:] )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"[A-ZÀ-Þ]?[a-zà-ÿ]+|[A-ZÀ-Þ]+(?![a-zà-ÿ])")
_BEFORE_VALUE = re.compile(r"[\s=:>|({\[–—-]*")
_QUOTED = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`\n]*)`")
_AFTER_VALUE = re.compile(r"[\n\r\t|&,;)}\]]|\s(?:#|//)|</")
_CELLS = (re.compile(r"[^\t|\n\r]+"), re.compile(r"[^\t|\n\r,;]+"))
"""The cells of a table, and of one whose cells have commas between them (CSV)."""
_HELD = {"value", "valeur", "content"}
"""Names of what holds the value of a name: ``{"name": "client_id", "value": …}``, ``<input … value=…>``."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value, which key its name says it is, and of which environment.

    ``rank`` says how surely the name is about this app: 2 where it names Intuit or QuickBooks, 1 where it
    names nobody (``CLIENT_ID``), 0 where it may be somebody else's (``ACME_CLIENT_ID``), and -1 where there
    is no name and only the value's form tells.
    """

    value: Pasted
    slot: Slot
    environment: str | None
    rank: int


@dataclass(frozen=True, slots=True)
class _Name:
    slot: Slot | None
    environment: str | None
    rank: int


def read(text: Pasted) -> list[Labelled]:
    """The values in a text that have a name, or the form of a key and no other name; in their order."""
    named, others = _named(text)
    elsewhere = list(others)
    taken = [value.value.span for value in named] + [place.span for place in elsewhere]
    by_form = [
        value for value in _by_form(text) if not any(start <= value.value.start < end for start, end in taken)
    ]
    if not named and not by_form and len(elsewhere) == 1 and not others[elsewhere[0]] & NO_KEYS:
        # One name that says nothing (``MY_KEY=…``) and one value: what else could be meant?
        return _by_form(elsewhere[0])
    return sorted([*named, *by_form], key=lambda labelled: labelled.value.start)


def _by_form(text: Pasted) -> list[Labelled]:
    return [
        Labelled(
            text[match.start() : match.end()],
            "client_id" if len(match[0]) == 50 else "client_secret",
            None,
            -1,
        )
        for match in WHOLE.finditer(text.text)
    ]


def _named(text: Pasted) -> tuple[list[Labelled], dict[Pasted, set[str]]]:
    """The values of known names, and the stretches that other names have claimed, with the words of these."""
    found: list[Labelled] = []
    elsewhere: dict[Pasted, set[str]] = {}
    waiting: list[_Name] = []
    heading: str | None = None
    fresh = False
    matches = list(islice(_NAME.finditer(text.text), MOST_NAMES))
    starts = [match.start() for match in matches]
    for match, end in zip(matches, [*starts[1:], len(text.text)], strict=False):
        name = _understand(match[0])
        region = text[match.end() : end]
        if name.slot:
            waiting.append(replace(name, environment=name.environment or heading))
        elif name.environment and waiting:
            waiting = [replace(other, environment=name.environment) for other in waiting]
        elif name.environment:
            # Both tabs' names in a row are the tabs themselves, and say nothing of what follows.
            heading = None if fresh and heading != name.environment else name.environment
            fresh = True
            continue
        elif not (waiting and match["other"] and match["other"].lower() in _HELD):
            waiting.clear()
            value = next(_lines(region), None)
            elsewhere |= {value: _words(match[0])} if value else {}
            continue
        values = _values(region, len(waiting))
        if values:
            found += [
                Labelled(value, known.slot, known.environment, known.rank)
                for known, value in zip(waiting[-len(values) :], values, strict=True)
                if known.slot
            ]
            waiting.clear()
            fresh = False
        elif match["sign"]:
            # ``QBO_CLIENT_ID=`` and nothing: its value is not further down.
            waiting.pop()
    return found, elsewhere


def _understand(name: str) -> _Name:
    """What a name says. ``Production Client ID``, ``QBO_CLIENT_ID`` and ``clientId`` are made of words."""
    joined = re.sub(r"(?i)client(?=id|secret)", "client ", name)
    words = _words(joined)
    about_us = bool(words & OWN)
    known = words <= VOCABULARY
    slot: Slot | None = None
    if "client" in words or about_us or words & {"identifiant"} or (known and words == {"secret"}):
        if "secret" in words and ("client" in words or known):
            slot = "client_secret"
        elif words & {"id", "identifier", "identifiant"} and ("client" in words or known):
            slot = "client_id"
    environments = [name for name, synonyms in ENVIRONMENTS.items() if words & synonyms]
    only = environments[0] if len(environments) == 1 and (slot or known or "sable" in words) else None
    return _Name(slot, only, 2 if about_us else 1 if known else 0)


def _words(name: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(name)}


def _values(region: Pasted, wanted: int) -> list[Pasted]:
    """The values that follow one name, or the names of a whole table row."""
    if wanted > 1:
        for pattern in _CELLS:
            cells = [cell for cell in _lines(region, pattern) if re.search(r"[^\W_]|[•●*]", cell.text)]
            if len(cells) >= wanted:
                return cells[:wanted]
    first = next(_lines(region), None)
    if first is None:
        return []
    if match := WHOLE.search(first.text):
        return [first[match.start() : match.end()]]
    everything = BLANK.sub("", region.text).strip("\"'`,;")
    return [region.strip()[0] if WHOLE.fullmatch(everything) else first]


def _lines(region: Pasted, pattern: re.Pattern[str] | None = None) -> Iterator[Pasted]:
    """The cells of a region, or the one value that it begins with, without the space around."""
    if pattern:
        for match in pattern.finditer(region.text):
            cell, _ = region[match.start() : match.end()].strip()
            yield cell
        return
    begin = _BEFORE_VALUE.match(region.text)
    rest = region[begin.end() if begin else 0 :]
    if quoted := _QUOTED.match(rest.text):
        value = rest[quoted.start() + 1 : quoted.end() - 1].strip()[0]
    else:
        end = _AFTER_VALUE.search(rest.text)
        value = rest[: end.start() if end else len(rest.text)].strip()[0]
    if value.text:
        yield value
