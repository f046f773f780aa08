"""How an error is recognised: by a phrase, a name, a code, an HTTP status, or several of them together.

A sign is found or not; how far it can be trusted is its own affair. Words that only Intuit or Codat use count
wherever they stand (``any``). Those of a standard count unless somebody else is named (``common``). Words that
anybody might use count near something of Intuit's or Codat's, or where nothing else was pasted (``near``);
those that say little even there, only near such a name (``named``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal, Protocol, TypeAlias

from qbo_checks.checks.error_message.literals import Literals, literals
from qbo_checks.checks.error_message.reading import FOREIGN, Answerer, Reading, condense, likened
from qbo_checks.model import Span

Trust: TypeAlias = Literal["any", "common", "near", "named"]

MAX_OTHER_LETTERS = 14
"""How many more letters a text may have and still be nothing but the phrase."""


MIN_LETTERS = 8
"""How many letters of a phrase must be left, whatever its length, where a text was cut."""

SENTENCE = 50
"""How many letters the sentence has that a client writes around a status: "Request failed with status code 401"."""


class Sign(Protocol):
    """Something that shows an error. The place is one of ``Reading.plain``; of several, the first that counts."""

    def find(self, reading: Reading) -> Span | None: ...


def _trusted(reading: Reading, place: int, trust: Trust, size: int) -> bool:
    """Whether what was found at a place counts; it is ``size`` letters long."""
    if trust == "any":
        return True
    if trust == "named":
        return reading.near(place)
    owner = reading.owner(place)
    if owner in FOREIGN:
        return False
    return trust == "common" or owner is not None or len(reading.condensed) <= size + MAX_OTHER_LETTERS


@dataclass(frozen=True)
class Words:
    """A phrase, whatever stands between its words; not one that ``before`` stands before, or beside ``unless``."""

    text: str
    trust: Trust = "any"
    unless: Sign | None = None
    before: str = ""
    condensed: str = field(init=False, repr=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "condensed", condense(self.text))

    def find(self, reading: Reading) -> Span | None:
        for start, end in reading.occurrences(self.condensed):
            if (
                _apart(reading, start, end)
                and not _follows(reading, start, self.before)
                and _trusted(reading, start, self.trust, len(self.condensed))
            ):
                return None if self.unless and self.unless.find(reading) else (start, end)
        return None


@dataclass(frozen=True)
class Name:
    """An identifier, its own signs kept: ``invalid_grant``, ``ThrottleExceeded``.

    One in CamelCase may be a part of a longer one, such as ``ThrottleExceededException``; ``before`` is what
    must not stand before it.
    """

    text: str
    trust: Trust = "any"
    before: str = ""
    condensed: str = field(init=False, repr=False, default="")
    _likened: str = field(init=False, repr=False, default="")
    _is_camel_case: bool = field(init=False, repr=False, default=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "condensed", condense(self.text))
        object.__setattr__(self, "_likened", likened(self.text))
        object.__setattr__(
            self, "_is_camel_case", bool(re.match(r"[A-Z][a-z]", self.text)) and "_" not in self.text
        )

    def find(self, reading: Reading) -> Span | None:
        for start, end in reading.occurrences(self.condensed):
            found = reading.plain[start:end]
            if (
                (found == self.text or self._is(found))
                and (
                    _apart(reading, start, end) or (self._is_camel_case and _at_capitals(reading, start, end))
                )
                and not _follows(reading, start, self.before)
                and _trusted(reading, start, self.trust, len(self.condensed))
            ):
                return start, end
        return None

    def _is(self, found: str) -> bool:
        return found.count("_") == self.text.count("_") and likened(found) == self._likened


@dataclass(frozen=True)
class Codes:
    """A code of Intuit's, or any of a range: ``Codes(3200)``, ``Codes((2000, 2999))``."""

    numbers: tuple[int | tuple[int, int], ...]

    def __init__(self, *numbers: int | tuple[int, int]) -> None:
        object.__setattr__(self, "numbers", numbers)

    def find(self, reading: Reading) -> Span | None:
        return next(
            (
                code.span
                for code in reading.codes
                for wanted in self.numbers
                if (
                    code.number == wanted
                    if isinstance(wanted, int)
                    else wanted[0] <= code.number <= wanted[1]
                )
            ),
            None,
        )


@dataclass(frozen=True)
class Status:
    """An HTTP status that Intuit answered, or that nobody is named for; or that ``by`` answered."""

    numbers: tuple[int, ...]
    by: tuple[Answerer, ...] = ()
    trust: Trust = "common"

    def __init__(self, *numbers: int, by: tuple[Answerer, ...] = (), trust: Trust = "common") -> None:
        object.__setattr__(self, "numbers", numbers)
        object.__setattr__(self, "by", by)
        object.__setattr__(self, "trust", trust)

    def find(self, reading: Reading) -> Span | None:
        for status in reading.statuses:
            if status.number not in self.numbers:
                continue
            place = status.span[0]
            if self.by:
                if reading.answerer(place) in self.by and reading.owner(place) not in FOREIGN:
                    return status.span
            elif "codat" not in {reading.owner(place), reading.answerer(place)} and _trusted(
                reading, place, self.trust, SENTENCE
            ):
                return status.span
        return None


@dataclass(frozen=True)
class Unless:
    """A sign, in a text that another one isn't in."""

    sign: Sign
    other: Sign

    def find(self, reading: Reading) -> Span | None:
        place = self.sign.find(reading)
        return None if place and self.other.find(reading) else place


@dataclass(frozen=True)
class All:
    """Several signs in one text. The place is the first one's."""

    signs: tuple[Sign, ...]

    def __init__(self, *signs: Sign) -> None:
        object.__setattr__(self, "signs", signs)

    def find(self, reading: Reading) -> Span | None:
        first, *others = self.signs
        place = first.find(reading)
        return place if place and all(other.find(reading) for other in others) else None


@dataclass(frozen=True)
class AnyOf:
    """One of several signs. The place is the first one's that is found."""

    signs: tuple[Sign, ...]

    def __init__(self, *signs: Sign) -> None:
        object.__setattr__(self, "signs", signs)

    def find(self, reading: Reading) -> Span | None:
        return next((place for sign in self.signs if (place := sign.find(reading))), None)


@dataclass(frozen=True)
class Shape:
    """A regular expression over ``Reading.low``, for what is neither a phrase nor a name. Possessive or bounded.

    ``letters`` are those that it needs.
    """

    pattern: re.Pattern[str]
    trust: Trust = "any"
    letters: Literals | None = field(init=False, repr=False, default=None)

    def __init__(self, pattern: str, trust: Trust = "any") -> None:
        object.__setattr__(self, "pattern", re.compile(pattern))
        object.__setattr__(self, "trust", trust)
        object.__setattr__(self, "letters", literals(pattern))

    def find(self, reading: Reading) -> Span | None:
        for found in self.pattern.finditer(reading.low):
            if _trusted(reading, found.start(), self.trust, found.end() - found.start()):
                return found.span()
        return None


class Said(Shape):
    """Something said of something, in either order, at most six words apart: ``Said("client_ids?", "missing | bad")``.

    For what people and programs put in words of their own. Both are alternatives with " | " between them, each a
    regular expression over ``Reading.low``. A text that holds the letters of none of one side's isn't searched:
    most texts are such, and that is found out much sooner.
    """

    sides: tuple[str, str]
    said: Literals
    unless: Sign | None = None

    def __init__(self, subject: str, of_it: str, trust: Trust = "near", unless: Sign | None = None) -> None:
        # A dot within a word ends no sentence: com.intuit.quickbooks.accounting.
        between = r"(?:[^\w.!?]++\w++(?:\.\w++)*+){0,6}?[^\w.!?]++(?<!\w-)"
        subjects, sayings = (f"(?:{each.replace(' | ', '|')})" for each in (subject, of_it))
        super().__init__(
            rf"(?<![\w-])(?:{subjects}{between}{sayings}|{sayings}{between}{subjects})(?![\w-])", trust
        )
        letters, said = literals(subjects), literals(sayings)
        if not (letters and said):
            raise ValueError(f"no letters to tell it by: {subject!r}, {of_it!r}")
        object.__setattr__(self, "sides", (subjects, sayings))
        object.__setattr__(self, "letters", letters)
        object.__setattr__(self, "said", said)
        object.__setattr__(self, "unless", unless)

    def find(self, reading: Reading) -> Span | None:
        if not (self.letters and reading.holds_any(self.letters) and reading.holds_any(self.said)):
            return None
        place = super().find(reading)
        return None if place and self.unless and self.unless.find(reading) else place


def cut_at_end(sign: Words | Name, reading: Reading) -> tuple[str, Span] | None:
    """The beginning of a phrase or a name where the text ends within it, and its place: ``{"error":"invalid_gr``."""
    whole, kept = sign.condensed, reading.condensed
    for size in range(len(whole) - 1, _enough(whole) - 1, -1):
        if kept.endswith(whole[:size]):
            if size < _nearly(whole) and size in _between(_SPACES.split(sign.text)):
                return None
            start, end = reading.place(len(kept) - size), reading.place(len(kept) - 1) + 1
            counts = _BEGINS.match(reading.plain, start) and not _follows(reading, start, sign.before)
            return (
                (whole[:size], (start, end))
                if counts and _trusted(reading, start, sign.trust, size)
                else None
            )
    return None


def cut_at_beginning(sign: Words | Name, reading: Reading) -> tuple[str, Span] | None:
    """The end of a phrase or a name where the text begins within one of its words but the last: ``valid_grant``.

    Not between two of them: the word before is often the one that says what is wrong.
    """
    whole, kept = sign.condensed, reading.condensed
    for size in range(len(whole) - 1, _enough(whole) - 1, -1):
        if kept.startswith(whole[-size:]):
            between = _between(reversed(_SPACES.split(sign.text)))
            if size in between or size <= min(between):
                return None
            start, end = reading.place(0), reading.place(size - 1) + 1
            counts = _ENDS.match(reading.plain, end) and _trusted(reading, start, sign.trust, size)
            return (whole[-size:], (start, end)) if counts else None
    return None


def _between(words: Iterable[str]) -> set[int]:
    """How many letters of a phrase stand on one side of each place between two of its words."""
    return {*accumulate(len(condense(word)) for word in words)}


def _enough(condensed: str) -> int:
    """How many letters of a phrase must be left for it to be told from others, where a word of it is cut."""
    return max(MIN_LETTERS, -(-len(condensed) * 3 // 5))


def _nearly(condensed: str) -> int:
    """The same where no word is cut: "what a refresh token is" may end there."""
    return -(-len(condensed) * 18 // 25)


def _follows(reading: Reading, start: int, before: str) -> bool:
    return bool(before) and reading.low[max(0, start - len(before)) : start] == before


def words(*texts: str, trust: Trust = "any", unless: Sign | None = None, before: str = "") -> Iterator[Sign]:
    """Several phrases, each of which is enough."""
    return (Words(text, trust, unless, before) for text in texts)


_SPACES = re.compile(r"[\W_]+")

# "x-invalid_grant" and "invalid_grant-type" are other names; a dash between spaces is punctuation.
_BEGINS = re.compile(r"(?<!\w)(?<!\w-)")
_ENDS = re.compile(r"(?!\w|-\w)")


def _apart(reading: Reading, start: int, end: int) -> bool:
    """Whether what was found is no part of a longer word."""
    return bool(_BEGINS.match(reading.plain, start) and _ENDS.match(reading.plain, end))


def _at_capitals(reading: Reading, start: int, end: int) -> bool:
    """Whether what was found is whole words of a longer name in CamelCase."""
    before, after = reading.plain[max(0, start - 1) : start], reading.plain[end : end + 1]
    begins = not before.isalnum() or (reading.plain[start].isupper() and not before.isupper())
    return begins and (not after.isalnum() or after.isupper())
