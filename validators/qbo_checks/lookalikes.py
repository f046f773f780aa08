"""Hosts that are made, or happen, to look like another.

For recognition only, and never in anyone's favour: what resembles a host is not that host.
The letters are those of Unicode's confusables (Technical Report 36) that are taken for ASCII in a host's
name; they are written as code points, so that the table itself cannot mislead.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from qbo_checks.idna import MAX_HOST_CHARS, to_unicode

MAX_EDITS = 3
"""How many letters a host may lack, have too many, or have in the wrong place, and still be taken for another."""

ALIKE = {
    "a": "\u0430\u03b1\u0251\u1d00",
    "b": "\u0184\u0185\u042c\u044c\u13cf\u15af\u0180\u0432",
    "c": "\u0441\u03f2\u1d04\u2ca5\u0188\u00a2",
    "d": "\u0501\u13e7\u146f\u0111\u0257\u1d05",
    "e": "\u0435\u04bd\u212e\u03b5\u025b\u1d07\u0454",
    "f": "\u0192\ua799",
    "g": "\u0261\u0581\u018d",
    "h": "\u04bb\u0570\u13c2",
    "i": "\u0456\u0131\u03b9\u0269\u13a5\u0268\u026a\u1d09",
    "j": "\u0458\u03f3",
    "k": "\u03ba\u043a\u1d0b\u2c95\u0138\u049b",
    "l": "\u04cf\u01c0\u2223\u0142\u05d5\u05c0\u2c60|",
    "m": "\u043c\u1d0d",
    "n": "\u0578\u057c\u043f\u03b7\u0274",
    "o": "\u043e\u03bf\u03c3\u0585\u0d20\u0966\u1d0f\u10ff\u00f8\u0275\u0665\u06f5\u0ae6\u0b20",
    "p": "\u0440\u03c1\u2ca3",
    "q": "\u051b\u0563\u0566",
    "r": "\u0433\u1d26\u2c85\uab47",
    "s": "\u0455\ua731\u01bd",
    "t": "\u0442\u03c4\u1d1b\u0167",
    "u": "\u057d\u03c5\u028b\ua79f\u1d1c",
    "v": "\u03bd\u0475\u1d20",
    "w": "\u0461\u051d\u03c9\u0561\u026f\u1d21",
    "x": "\u0445\u03c7",
    "y": "\u0443\u04af\u03b3\u10e7\u028f",
    "z": "\u1d22",
    ".": "\u06d4\u0660\u0701\u0702\ua4f8\u00b7",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212\u02d7",
    "/": "\u2044\u2215\u29f8\u2571",
    ":": "\u2236\ua789\u02d0",
}
_ASCII = {ord(sign): letter for letter, signs in ALIKE.items() for sign in signs}
_READ_AS = (("0", "o"), ("1", "l"), ("3", "e"), ("5", "s"), ("-", ""), ("rn", "m"), ("vv", "w"))


def skeleton(name: str) -> str:
    """The ASCII letters that a name shows to a reader: without accents, each imitation by its model."""
    if name.isascii():
        return name.lower().replace("|", "l")  # str.translate takes ten times as long.
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char)).translate(_ASCII)


def imitates(host: str, domains: tuple[str, ...]) -> bool:
    """Whether a host reads as if it were in one of our domains, and is not: only letters that look alike differ."""
    if len(host) > MAX_HOST_CHARS:
        return False
    bare = f".{_bare(to_unicode(host))}"
    return any(
        bare.endswith(f".{model}") and not f".{host}".endswith(f".{domain}")
        for domain, model in _models(domains)
    )


@cache
def _models(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Names of ours, and what is compared of each."""
    return tuple((name, _bare(name)) for name in names)


def resembles(host: str, models: tuple[str, ...]) -> bool:
    """Whether a host could be taken for one of several: it holds one's name, or is a few letters from it.

    Letters that look alike count as the same, and hyphens as nothing.
    """
    if len(host) > MAX_HOST_CHARS:
        return False
    bare = _bare(host)
    domain = _domain(bare)
    for _, model in _models(models):
        own = _domain(model)
        if any(label in bare for label in model.split(".")[:-1]):
            return True
        if distance(bare, model, MAX_EDITS) <= MAX_EDITS or distance(domain, own, 1) <= 1:
            return True
    return False


def _bare(host: str) -> str:
    bare = skeleton(host)
    for written, read in _READ_AS:
        bare = bare.replace(written, read)
    return bare


def _domain(host: str) -> str:
    return ".".join(host.split(".")[-2:])


def distance(one: str, other: str, limit: int) -> int:
    """How many letters to insert, delete, replace or swap; more than the limit is counted as limit + 1.

    Optimal string alignment (Damerau, 1964).
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, right in enumerate(other, 1):
            cost = min(row[-1] + 1, before[j] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
