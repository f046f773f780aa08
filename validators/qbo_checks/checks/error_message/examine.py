"""How the check knows: the signs of each family, in the text as a person would read it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from qbo_checks.checks.error_message.families import FAMILIES
from qbo_checks.checks.error_message.family import Family
from qbo_checks.checks.error_message.index import Index
from qbo_checks.checks.error_message.reading import FOREIGN, Reading
from qbo_checks.checks.error_message.rules import UNKNOWN
from qbo_checks.checks.error_message.secret import secret
from qbo_checks.checks.error_message.signs import (
    MIN_LETTERS,
    Name,
    Words,
    cut_at_beginning,
    cut_at_end,
)
from qbo_checks.model import Answer, Fields, Finding, Offer, Span, Text
from qbo_checks.portal import REDIRECT_URIS

_NAMED = Index(family for family in FAMILIES if not family.fallback)
"""Those whose words name a cause."""
_FALLBACKS = Index(family for family in FAMILIES if family.fallback)

MAX_GAP = 400
"""How far apart two errors may stand and still be one."""

OPEN_DETAILS = Text(
    fr="Cliquez sur « View error details (for Developers) » et collez ce texte ici.",
    en="Open “View error details (for Developers)” and paste that text here.",
)
DETAILS_ARE_HERE = Text(
    fr="Les détails que vous avez collés disent la cause : suivez le premier constat.",
    en="The details that you pasted give the cause: follow the first finding.",
)

_REDIRECT_URI = re.compile(
    r"redirect_uri\W{1,4}(?P<uri>https?://[a-z0-9.-]{1,200}(?::\d{1,5})?(?:/[a-z0-9._~/-]{0,200})?)"
)
_TRACES = (
    (re.compile(r"intuit_tid"), Text(fr=", « intuit_tid »", en=", “intuit_tid”")),
    (re.compile(r"correlationid"), Text(fr=", « correlationId »", en=", “correlationId”")),
)


def examine(fields: Fields) -> Answer:
    """Name every known error in the text, from the root to the consequence, and warn of secrets."""
    text = fields["text"]
    if not text.strip():
        return Answer((Finding("empty", "text"),))

    reading = Reading(text)
    told = () if reading.server else _told(reading)
    findings = [_found(reading, family, place, alone=len(told) == 1) for family, place in told]
    if not findings:
        findings = [_unknown(reading)]
    if announced := secret(reading.plain, reading.lower):
        place = reading.pasted(announced)
        findings.append(Finding("contains-secret", "text", place, {"position": place[0] + 1}))
    return Answer(tuple(findings))


def _told(reading: Reading) -> tuple[tuple[Family, Span], ...]:
    """The families that a text shows, less those that another one explains from the same place."""
    places: dict[str, Span] = {}
    told: list[Family] = []
    for family, sign in _NAMED.asked(reading):
        # The place is that of the first of a family's signs that counts.
        if family.code not in places and (place := sign.find(reading)):
            places[family.code] = place
            told.append(family)
    explained = {
        other
        for family in told
        for other in family.absorbs
        if other in places and abs(places[other][0] - places[family.code][0]) <= MAX_GAP
    }
    named = tuple((family, places[family.code]) for family in told if family.code not in explained)
    return named or _cut(reading) or _without_a_cause(reading)


def _without_a_cause(reading: Reading) -> tuple[tuple[Family, Span], ...]:
    """The first family that is told where nothing else is."""
    found = ((family, sign.find(reading)) for family, sign in _FALLBACKS.asked(reading))
    return next((((family, place),) for family, place in found if place), ())


_PHRASES = tuple(
    (sign, family) for family in FAMILIES for sign in family.signs if isinstance(sign, Words | Name)
)


@cache
def _phrases(*, last: bool) -> Mapping[str, list[int]]:
    """The phrases, as places among ``_PHRASES``, by the first letters of each, or by its last ones."""
    by_letters: dict[str, list[int]] = {}
    for at, (sign, _) in enumerate(_PHRASES):
        by_letters.setdefault(
            sign.condensed[-MIN_LETTERS:] if last else sign.condensed[:MIN_LETTERS], []
        ).append(at)
    return by_letters


_ERRORS = {
    sign.text: family
    for sign, family in _PHRASES
    if isinstance(sign, Name) and "_" in sign.text and sign.trust in {"any", "common"}
}
_CUT_ERRORS = (
    (
        re.compile(
            r"(?<![a-z])error(?:=|[\"'\\]{1,4}\s{0,2}[=:]\s{0,2}[\"'\\]{1,4})(?P<name>[a-z_]{5,40})\Z"
        ),
        str.startswith,
    ),
    (
        re.compile(r"\A(?P<name>[a-z]{0,20}_[a-z]{4,20})[\"'\\]{1,4}\s{0,2},\s{0,2}[\"'\\]{0,4}error_desc"),
        str.endswith,
    ),
)


def _cut_error(reading: Reading) -> tuple[tuple[Family, Span], ...]:
    """The family whose OAuth error a text ends or begins within, where it is the value of ``error``: a few letters do."""
    for pattern, left in _CUT_ERRORS:
        if found := pattern.search(reading.low):
            known = {name for name in _ERRORS if left(name, found["name"])}
            if len(known) == 1 and reading.owner(found.start()) not in FOREIGN:
                return ((_ERRORS[known.pop()], found.span("name")),)
    return ()


def _cut(reading: Reading) -> tuple[tuple[Family, Span], ...]:
    """The family in whose words a text ends or begins, if what is left of them is no other family's."""
    if told := _cut_error(reading):
        return told
    for cut, left, last in (
        (cut_at_end, reading.condensed[-MAX_PHRASE_CHARS:], False),
        (cut_at_beginning, reading.condensed[:MAX_PHRASE_CHARS], True),
    ):
        by_letters = _phrases(last=last)
        # What is left of a phrase has its first letters, or its last ones.
        possible = sorted(
            {
                at
                for begin in range(len(left) - MIN_LETTERS + 1)
                for at in by_letters.get(left[begin : begin + MIN_LETTERS], ())
            }
        )
        pieces = [
            (piece, family, place)
            for sign, family in map(_PHRASES.__getitem__, possible)
            if (found := cut(sign, reading))
            for piece, place in (found,)
        ]
        if not pieces:
            continue
        longest, family, place = max(pieces, key=lambda found: len(found[0]))
        others = {
            other.code
            for sign, other in _PHRASES
            if (sign.condensed.endswith(longest) if last else sign.condensed.startswith(longest))
        }
        if others == {family.code}:
            return ((family, place),)
    return ()


MAX_PHRASE_CHARS = max(len(sign.condensed) for sign, _ in _PHRASES)
"""How many letters of a phrase may be left, at most."""


def _found(reading: Reading, family: Family, place: Span, *, alone: bool) -> Finding:
    case = next((case.said for case in family.cases if any(sign.find(reading) for sign in case.signs)), None)
    return Finding(
        family.code,
        "text",
        reading.pasted(place),
        {"next": OPEN_DETAILS if alone else DETAILS_ARE_HERE},
        case=case,
        values={environment: REDIRECT_URIS[environment] for environment in family.gives},
        offer=Offer(family.checks, _held(reading, family.checks)) if family.checks else None,
    )


def _held(reading: Reading, check: str) -> dict[str, str]:
    """What the text holds for another check's fields: an address without its query, never a key."""
    uri = _REDIRECT_URI.search(reading.low) if check == "redirect-uri" else None
    if uri is None:
        return {}
    held = reading.plain[slice(*uri.span("uri"))]
    return {"uri": held}


def _unknown(reading: Reading) -> Finding:
    """What can be said of a text that no family explains: who speaks in it, and what to keep for whom."""
    owners = reading.owners
    who = (
        "server"
        if reading.server
        else next((owner for owner in ("codat", "intuit", "desktop", "other") if owner in owners), None)
    )
    status = next((status.number for status in reading.statuses if status.number >= 400), None)
    traces = [told for mark, told in _TRACES if mark.search(reading.low)]
    return Finding(
        "unknown",
        "text",
        None,
        {
            "server": Text(fr=reading.server, en=reading.server) if reading.server else "",
            "status": Text(fr=f" (statut {status})", en=f" (status {status})") if status else "",
            "trace": traces[0]
            if traces
            else Text(fr=", « intuit_tid »", en=", “intuit_tid”")
            if who != "codat"
            else "",
        },
        case=UNKNOWN[who] if who else None,
    )
