"""What nobody thought of, in every door: examples taken apart, put together again and strewn with trouble.

`make fuzz` goes on for minutes with another seed each time; `make test` takes one short round. Whatever is
found shrinks to a line, which belongs in the tests of the check that it is about.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
import qbo_checks
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from invariants import examined, told
from qbo_checks.model import MAX_FIELD_CHARS
from qbo_checks.questionnaire.read import read
from qbo_checks.questionnaire.write import write

CHECKS = [qbo_checks.load(name) for name in qbo_checks.names()]
TROUBLE = [
    *("\0", "\x1b[2J\x1b]0;x\a", "\x9b31m", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\ud800", "\udfff", "\U0010ffff", "\xad"),
    *("<script>", "</textarea>", "<img src=x onerror=1>", "&#x202e;", "javascript:", "${x}", "%00", "%ff", "%u202e", "\\u202e", "xn--"),
    *("\r", "\n", "\t", "\x85", "\u3000", '"', "'", "`", "\\", ":", "#", "@", "//", "/", "..", ";", ",", "=", "&", "?", "|", ">", "%"),
    *("[", "]", "{", "}", "- ", "  ", "&a ", "*a", "!!python/object ", "<<: ", "---\n", "|\n", "? ", "null", "1e999", "0x", "~", "\u0130", "ß", "\u0345"),
    *("version: ", "answers:\n", "GQ1: ", '{"answers":', '"GQ1":', "client_id=", "Authorization: Bearer ", "eyJ", "http://", "https://", ".codat.io"),
]  # fmt: skip
VALUES = sorted(
    {value for check in CHECKS for example in check.examples for value in example.fields.values()}
)
WRITTEN = [
    write(form, read(value).answers, "en") for form in ("json", "yaml", "csv", "markdown") for value in VALUES if "answers" in value
]  # fmt: skip

pieces = st.one_of(
    st.sampled_from(TROUBLE),
    st.sampled_from([*VALUES, *WRITTEN]).flatmap(
        lambda text: st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
            lambda ends: text[min(ends) : max(ends)]
        )
    ),
    st.text(max_size=12),
    st.characters(codec=None),
)
texts = st.one_of(
    st.sampled_from([*VALUES, *WRITTEN]),
    st.lists(pieces, max_size=12).map("".join),
    # Megabytes of it, and lengths about the limit.
    st.tuples(pieces, st.sampled_from([3_000, MAX_FIELD_CHARS, 3 * MAX_FIELD_CHARS])).map(
        lambda it: (it[0] * it[1])[: it[1]]
    ),
)


def check_of(check: qbo_checks.model.Check) -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {},
        optional={
            field.name: st.sampled_from(sorted(field.choices)) if field.kind == "choice" else texts
            for field in check.fields
        },
    )


def answered(check: str, fields: dict[str, str]) -> None:
    with suppress(qbo_checks.UsageError):  # A field is missing, or has a value that a list does not offer.
        examined(check, fields)


def imported(text: str) -> None:
    reading = told({"read": text, "lang": "fr"})
    assert reading["refused"] is False or (reading["answers"] == {} and reading["findings"])
    for form in ("json", "yaml"):
        # What was read can be written, and what was written says the same.
        written = told({"write": form, "lang": "fr", "answers": reading["answers"]})["text"]
        again = told({"read": written, "lang": "fr"})
        assert not again["refused"]
        assert again["answers"] == reading["answers"]


def fuzzed(seconds: float, strategy: SearchStrategy[Any], examine: Callable[[Any], None]) -> None:
    """One short round, the same each time; or rounds with other seeds until the time is up."""
    end = time.monotonic() + seconds
    while True:
        run = given(strategy)(lambda value: examine(value))
        run = settings(
            max_examples=1_000 if seconds else 60,
            deadline=None,
            database=None,
            derandomize=not seconds,
            suppress_health_check=list(HealthCheck),
        )(run)
        if seconds:
            run = seed(random.SystemRandom().getrandbits(64))(run)
        run()
        if time.monotonic() >= end:
            return


@pytest.mark.parametrize("check", CHECKS, ids=[check.id for check in CHECKS])
def test_checks(check: qbo_checks.model.Check, seconds: float) -> None:
    fuzzed(seconds, check_of(check), lambda fields: answered(check.id, fields))


def test_import(seconds: float) -> None:
    fuzzed(seconds, texts, imported)


json_like = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["answers", "version", "GQ1", "AI1", "x"]), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # Of every example's text.
def test_import_of_any_json(seconds: float) -> None:
    fuzzed(seconds, json_like.map(json.dumps), imported)
