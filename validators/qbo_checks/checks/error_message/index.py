"""Which signs a text may show at all: a look at what each needs takes a fraction of the time of asking it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from qbo_checks.checks.error_message.family import Family
from qbo_checks.checks.error_message.reading import Reading, condense
from qbo_checks.checks.error_message.signs import All, AnyOf, Codes, Name, Shape, Sign, Status, Unless, Words

View: TypeAlias = Literal["condensed", "low", "codes", "statuses"]

_VIEWS: Mapping[View, int] = {"condensed": 0, "low": 1, "codes": 2, "statuses": 3}
"""The views of a text, the one whose letters stand in the fewest texts first."""

_TEXTS: tuple[View, ...] = ("condensed", "low")

BEGINNING = 6
"""How many letters, condensed, are looked up at each place of a text: as many as the shortest phrase has."""


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
        self._short: list[tuple[str, list[int]]] = []
        self._long: dict[str, list[tuple[View, str, list[int]]]] = {}
        for view in _TEXTS:
            for letters, places in self._by[view].items():
                condensed = condense(letters)
                if len(condensed) >= BEGINNING:
                    self._long.setdefault(condensed[:BEGINNING], []).append((view, letters, places))
                elif view == "low":
                    self._short.append((letters, places))
                else:
                    self._always += places

    def asked(self, reading: Reading) -> Iterator[tuple[Family, Sign]]:
        """The signs that a text may show, each with its family."""
        asked = set(self._always)
        texts = {"condensed": reading.condensed, "low": reading.low}
        for begins in reading.runs_of(BEGINNING) & self._long.keys():
            for view, letters, places in self._long[begins]:
                if letters in texts[view]:
                    asked.update(places)
        low = reading.low
        for letters, places in self._short:
            if letters in low:
                asked.update(places)
        if reading.codes:
            asked.update(*self._by["codes"].values())
        if reading.statuses:
            asked.update(*self._by["statuses"].values())
        return map(self._signs.__getitem__, sorted(asked))
