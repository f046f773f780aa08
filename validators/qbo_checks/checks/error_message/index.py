"""Which signs a text may show at all: a look at what each needs takes a fraction of the time of asking it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from qbo_checks.checks.error_message.family import Family
from qbo_checks.checks.error_message.reading import Reading
from qbo_checks.checks.error_message.signs import All, AnyOf, Codes, Name, Shape, Sign, Status, Unless, Words

View: TypeAlias = Literal["condensed", "low", "codes", "statuses"]

_VIEWS: Mapping[View, int] = {"condensed": 0, "low": 1, "codes": 2, "statuses": 3}
"""The views of a text, the one whose letters stand in the fewest texts first."""

BEGINNING = 6
"""How many letters of a phrase are looked up at each place of a text: as many as the shortest one has."""


def needs(sign: Sign) -> frozenset[tuple[View, str]] | None:
    """What a text has some of wherever a sign is found, each a view and letters in it; None where that can't be told.

    Of codes and statuses, a text has any or none.
    """
    needed: set[tuple[View, str]] = set()
    match sign:
        case Words() | Name():
            needed.add(("condensed", sign.condensed))
        case Shape():
            needed.update(("low", letters) for letters in sign.letters or ())
        case Codes():
            needed.add(("codes", ""))
        case Status():
            needed.add(("statuses", ""))
        case Unless():
            return needs(sign.sign)
        case All():
            # All of them are there, so one is enough: the one that the fewest texts have.
            each = filter(None, map(needs, sign.signs))
            return min(each, key=lambda views: max(_VIEWS[view] for view, _ in views), default=None)
        case AnyOf():
            for one in map(needs, sign.signs):
                if one is None:
                    return None
                needed |= one
    return frozenset(needed) or None


class Index:
    """The signs of some families, in their order, by what a text needs for them to be found."""

    def __init__(self, families: Iterable[Family]) -> None:
        self._signs = [(family, sign) for family in families for sign in family.signs]
        self._always: list[int] = []
        self._by: dict[View, dict[str, list[int]]] = {view: {} for view in _VIEWS}
        for at, (_, sign) in enumerate(self._signs):
            needed = needs(sign)
            if needed is None:
                self._always.append(at)
            for view, letters in needed or ():
                self._by[view].setdefault(letters, []).append(at)
        self._phrases: dict[str, list[str]] = {}
        for phrase in self._by["condensed"]:
            self._phrases.setdefault(phrase[:BEGINNING], []).append(phrase)

    def asked(self, reading: Reading) -> Iterator[tuple[Family, Sign]]:
        """The signs that a text may show, each with its family."""
        asked = set(self._always)
        phrases, words = self._by["condensed"], self._by["low"]
        kept, low = reading.condensed, reading.low
        beginnings = {kept[at : at + BEGINNING] for at in range(len(kept) - BEGINNING + 1)}
        for begins in beginnings & self._phrases.keys():
            for phrase in self._phrases[begins]:
                if phrase in kept:
                    asked.update(phrases[phrase])
        for letters in words:
            if letters in low:
                asked.update(words[letters])
        if reading.codes:
            asked.update(*self._by["codes"].values())
        if reading.statuses:
            asked.update(*self._by["statuses"].values())
        return map(self._signs.__getitem__, sorted(asked))
