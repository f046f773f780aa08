"""Pastes that take a check longer than their length explains: a few signs, over and over, behind a beginning.

No clock decides, for the machine may be busy. A paste is slow where twice as much of it takes far more than twice
as long, or longer than a plain loop of Python's takes for millions of rounds in the meantime. Each suspicion is
measured again, many times, before it is one. `make test` tries the slowest that was ever found; `make fuzz` looks
for more.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Collection
from typing import TypeAlias

import pytest
import qbo_checks
from qbo_checks.model import Check

SIGNS = [
    *("a", "A", "é", "1", " ", "\n", "\r\n", "\t", "/", "\\", '"', "'", "`", ".", ",", ";", ":", "@", "%", "=", "&", "?", "#", "|"),
    *("-", "_", "*", "+", "~", "!", "$", "{", "}", "[", "]", "(", ")", "<", ">", "•", "…", "\u200b", "\u0301", "\u0430", "\uff0e"),
    *("//", "://", "..", "](", "[.]", "%2F", "%25", "\\n", "\\u002f", "&amp;", "&#47;", "=\n", "\x1b[", "${", "{{", "/*", "<!--", '"""'),
    *("https://", "a:b@", "xn--", "1.1.1.1", "0x1", "::", "code=", "error=", "eyJ", "AB1", "client_id=", "client secret", "Client ID\t"),
    *('"a":', "- ", "a: ", "|\n", "&a ", "*a ", "!!x ", "? ", "---\n", "GQ1: ", "version: 1\n", "answers:\n", "redirect_uri="),
    *("Canada, ", "us-east-1 ", "United ", "not ", "Launch URL: ", "Production\n", "QBO_ENV=", "Basic ", "sandbox ", "errorCode=", "intuit "),
]  # fmt: skip
BEGINNINGS = (
    "",
    "https://",
    "{",
    "[",
    "version: 1\n",
    "client_id=",
    "https://quickbooksonline.codat.io/oauth2/callback",
)

SIZES = (5_000, 15_000, 50_000)
"""How many characters of a paste are measured, and then twice as many; several, for some checks read less than others."""
SUPERLINEAR = 2.6
"""How many times longer twice as much may take. In proportion to its square it would be four times."""
SHORT = 100_000
"""What takes fewer rounds of a plain loop than this is over too soon for its growth to be told."""
LOOPS = 6_000_000
"""How many rounds of a plain loop any paste may take: about a fifth of a second, and half as long again as the slowest
that is known, for a plain loop loses less than a check to whatever else the machine does."""
SURE = 7
"""How many times a suspicion is measured; the least of them counts, for a busy machine only ever adds."""

WORST = {
    "app-urls": [("https://", "\u0301+:", 5_000)],
    "error-message": [("client_id=", "!!x //\u0301", 15_000), ("", "error 400\n", 50_000)],
    "hosting": [("client_id=", "1:*a ", 50_000), ("", "${A:-", 50_000)],
    "keys": [("[", ";é", 30_000), ("[", " ", 15_000)],
    "questionnaire": [("{", "\n", 50_000), ("", "- a\n", 50_000)],
    "redirect-uri": [("https://", "=[.]", 50_000)],
}
"""The slowest that were found for each check."""

Paste: TypeAlias = Callable[[int], dict[str, str]]
"""The fields of a check, by how many characters they hold in all."""


def pasted(check: Check, begins: str, unit: str, filled: Collection[str] | None = None) -> Paste:
    """A beginning, then whole units: cut elsewhere, one of two sizes may end so that all of it is read once more."""
    choices = {field.name: next(iter(field.choices)) for field in check.fields if field.kind == "choice"}
    names = [field.name for field in check.fields if field.kind != "choice"]
    full = filled or names

    def paste(length: int) -> dict[str, str]:
        text = begins + unit * max(1, (length // len(full) - len(begins)) // len(unit))
        return {**choices, **{name: text if name in full else "" for name in names}}

    return paste


def drawn(check: Check, source: random.Random) -> tuple[Paste, int, str]:
    """A paste, its size and how it is written: in all fields of a check or in one."""
    begins, unit = source.choice(BEGINNINGS), "".join(source.choices(SIGNS, k=source.randint(1, 4)))
    names = [field.name for field in check.fields if field.kind != "choice"]
    filled = [source.choice(names)] if source.random() < 0.5 else names
    size = source.choice(SIZES)
    return pasted(check, begins, unit, filled), size, f"{begins!r} {unit!r} {size} {filled}"


def loop() -> float:
    """Seconds that ten thousand rounds of a plain loop take now."""
    began = time.process_time()
    total = 0
    for number in range(10_000):
        total += number & 3
    assert total
    return time.process_time() - began


def taken(work: Callable[[dict[str, str]], object], fields: dict[str, str]) -> float:
    began = time.process_time()
    work(fields)
    return time.process_time() - began


def measured(
    work: Callable[[dict[str, str]], object], paste: Paste, size: int, times: int
) -> tuple[float, float]:
    """How many rounds of a plain loop a paste takes, and twice of it."""
    rounds = [(taken(work, paste(size)), taken(work, paste(2 * size)), loop()) for _ in range(times)]
    one, two, plain = (min(column) for column in zip(*rounds, strict=True))
    return 10_000 * one / plain, 10_000 * two / plain


def slowness(work: Callable[[dict[str, str]], object], paste: Paste, size: int) -> str | None:
    """What is slow, if anything is. What is suspected once may be the machine; what is each time is the check."""
    for times in (1, SURE):
        one, two = measured(work, paste, size, times)
        if two <= LOOPS and (two < SHORT or two <= SUPERLINEAR * one):
            return None
    return f"{one:,.0f} and {two:,.0f} rounds of a loop"


def examined(name: str) -> Callable[[dict[str, str]], object]:
    return lambda fields: json.dumps(qbo_checks.run(name, fields, "fr"))


@pytest.mark.parametrize("name", qbo_checks.names())
def test_no_paste_is_slow(name: str, seconds: float) -> None:
    check, work = qbo_checks.load(name), examined(name)
    for begins, unit, size in WORST[name]:
        assert slowness(work, pasted(check, begins, unit), size) is None, (begins, unit)
    source = random.Random(random.SystemRandom().getrandbits(64))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        paste, size, told = drawn(check, source)
        slow = slowness(work, paste, size)
        assert slow is None, f"{told}: {slow}"


def test_a_paste_ends_alike_at_either_size() -> None:
    """`:` at the end of the answers makes YAML of them, and a percent sign an address that is corrected."""
    for name, unit in (("questionnaire", "://"), ("app-urls", "%25code=$")):
        paste = pasted(qbo_checks.load(name), BEGINNINGS[-1], unit)
        for size in SIZES:
            assert all(value.endswith(unit) for value in (*paste(size).values(), *paste(2 * size).values()))


def test_what_is_slow_is_noticed() -> None:
    check = qbo_checks.load("questionnaire")
    paste = pasted(check, "", "a b ")

    def grows(fields: dict[str, str]) -> None:
        text = fields["answers"]
        assert sum(text.count("b", at) for at in range(0, len(text), 8))

    assert slowness(grows, paste, 15_000)
    assert slowness(examined("questionnaire"), paste, 15_000) is None
