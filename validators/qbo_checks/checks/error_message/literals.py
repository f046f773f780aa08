"""The letters that a regular expression needs: a text that holds none of them isn't worth searching."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

Literals: TypeAlias = frozenset[str]

_TOKEN = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>)?)|(?P<close>\))|(?P<or>\|)"
    r"|(?P<times>(?P<optional>[?*]|\{0[0-9,]*\})[+?]?|(?:\+|\{[0-9,]+\})[+?]?)"
    r"|\\(?P<escaped>\W)|(?P<any>\\.|[.^$]|\[\^?(?:\\.|[^\]\\])*+\])|(?P<letter>.)",
    re.DOTALL,
)


@cache
def literals(pattern: str) -> Literals | None:
    """Letters of which every text that a regular expression matches holds some; None where that can't be told.

    Of each alternative they are the most in a row, which the fewest other texts hold. Flags, references and
    conditions aren't known.
    """
    return _of_group(_TOKEN.finditer(pattern))


def _of_group(tokens: Iterator[re.Match[str]]) -> Literals | None:
    """The letters of a group, up to its end."""
    alternatives: list[Literals | None] = []
    parts: list[str | Literals | None] = []
    for token in tokens:
        match token.lastgroup:
            case "letter" | "escaped":
                parts.append(token[token.lastgroup])
            case "open":
                parts.append(_of_group(tokens))
            case "look":
                _of_group(tokens)
            case "times":
                # What is repeated is there once; what follows it may not follow at once.
                parts[-1:] = [None] if token["optional"] else [*parts[-1:], None]
            case "or":
                alternatives.append(_longest(parts))
                parts = []
            case "close":
                break
            case _:
                parts.append(None)
    alternatives.append(_longest(parts))
    known = [each for each in alternatives if each]
    return frozenset().union(*known) if len(known) == len(alternatives) else None


def _longest(parts: list[str | Literals | None]) -> Literals | None:
    """The most letters in a row; those of a group count as its shortest."""
    runs: list[Literals] = []
    run = ""
    for part in (*parts, None):
        if isinstance(part, str):
            run += part
            continue
        runs += [frozenset({run})] if run else []
        runs += [part] if part else []
        run = ""
    return max(runs, key=lambda each: min(map(len, each)), default=None)
