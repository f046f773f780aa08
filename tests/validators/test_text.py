"""What is pasted, taken apart: a place never leaves the text, and any chain of steps leads back to it."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from qbo_checks.text import FULL_WIDTH, SPACES, Pasted, peel, plain, refanged, unescaped

quick = settings(derandomize=True, deadline=None, database=None)

TEXTS = st.text("aB1 \n\t%2Ff&;#\\/u0[.](){}\u00e9\u200b\uff21\U0001f600\"'<>|=:-hxp", max_size=40) | st.text(
    max_size=40
)
DROPPED = frozenset("\u200b1")

STEPS: dict[str, Callable[[Pasted], Pasted]] = {
    "tail": lambda text: text[1:],
    "head": lambda text: text[:-1],
    "reversed slice": lambda text: text[3:1],
    "strip": lambda text: text.strip()[0],
    "unwrap": lambda text: text.unwrap()[0],
    "without": lambda text: text.without(DROPPED),
    "pick": lambda text: text.pick(range(0, len(text), 2)),
    "cut": lambda text: text.cut(re.compile(r"[a-f]+")),
    "full width": lambda text: text.read_as(text.text.translate(FULL_WIDTH)),
    "decoded": lambda text: text.decoded(),
    "unescaped": lambda text: unescaped(text)[0],
    "refanged": lambda text: refanged(text)[0],
    "plain": lambda text: plain(text)[0],
    "peel": lambda text: peel(text)[0],
    "longer": lambda text: text.rewritten(re.compile("B"), lambda _: "bbb")[0],
    "a line": lambda text: next(iter(text.lines()), text),
    "a word": lambda text: next(iter(text.words()), text),
}


@quick
@given(TEXTS, st.lists(st.sampled_from(sorted(STEPS)), max_size=6))
def test_places_stay_in_the_text_and_in_order(pasted: str, chain: list[str]) -> None:
    text = Pasted.of(pasted)
    for step in chain:
        text = STEPS[step](text)
        assert len(text.starts) == len(text) + 1
        assert len(text.ends) == len(text)
        assert list(text.starts) == sorted(text.starts)
        for at in range(len(text)):
            start, end = text[at : at + 1].span
            assert 0 <= start < end <= len(pasted)
        start, end = text.span
        assert 0 <= start <= end <= len(pasted)
        assert text.start == start


@quick
@given(
    TEXTS,
    st.lists(st.sampled_from(["tail", "head", "strip", "without", "pick", "cut", "a word"]), max_size=6),
)
def test_characters_that_are_not_rewritten_stand_where_they_stood(pasted: str, chain: list[str]) -> None:
    text = Pasted.of(pasted)
    for step in chain:
        text = STEPS[step](text)
    assert text.text == "".join(pasted[slice(*text[at : at + 1].span)] for at in range(len(text)))


def test_a_replacement_stands_where_all_of_what_it_replaces_stood() -> None:
    text = Pasted.of("a%2Fb")
    slash = text.decoded()[1:2]
    assert (slash.text, slash.span) == ("/", (1, 4))
    assert unescaped(Pasted.of("x&#x2F;y"))[0][1:2].span == (1, 7)


def test_what_was_dropped_belongs_to_no_place() -> None:
    text = Pasted.of("ab\u200b\u200bcd").without({"\u200b"})
    assert text[:2].span == (0, 2)
    assert text[1:3].span == (1, 5)
    assert text[2:2].span == (4, 4)


def test_lines_and_words_are_where_they_stand() -> None:
    text = Pasted.of("one two\r\n\n three")
    assert [line.span for line in text.lines()] == [(0, 7), (10, 16)]
    assert [word.span for word in text.words()] == [(0, 3), (4, 7), (11, 16)]


def test_white_space_is_what_unicode_calls_it() -> None:
    assert all(space.isspace() for space in SPACES)
