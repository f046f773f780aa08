"""What is quoted can be read and cannot act; what is compared shows where it differs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qbo_checks.excerpt import MAX_COMPARED_CHARS, Run, compare, excerpt, named, quote

quick = settings(derandomize=True, deadline=None, max_examples=100, database=None)


@pytest.mark.parametrize(
    ("expected", "pasted", "left", "right"),
    [
        ("callback", "callback", [("callback", False)], [("callback", False)]),
        ("callback", "", [("callback", True)], []),
        ("callback", "callback/", [("callback", False)], [("callback", False), ("/", True)]),
        ("https://", "http://", [("http", False), ("s", True), ("://", False)], [("http", False), ("://", False)]),
        ("codat.io", "c\u043edat.io", [("c", False), ("o", True), ("dat.io", False)], [("c", False), ("\u043e⟨U+043E⟩", True), ("dat.io", False)]),
        ("codat.io", "codat\u200b.io", [("codat", False), (".io", False)], [("codat", False), ("⟨U+200B⟩", True), (".io", False)]),
        ("a b", "a\u00a0b", [("a", False), ("␣", True), ("b", False)], [("a", False), ("⍽", True), ("b", False)]),
        ("codat.io", "\ud800codat.io\x1b", [("codat.io", False)], [("⟨U+D800⟩", True), ("codat.io", False), ("⟨U+001B⟩", True)]),
        ("quickbooksonline", "example.org", [("quickbooksonline", True)], [("example.org", True)]),
    ],
)  # fmt: skip
def test_comparison_marks_what_differs(expected: str, pasted: str, left: list[Run], right: list[Run]) -> None:
    assert compare(expected, pasted) == (left, right)


@quick
@given(st.text("abc./", max_size=40), st.text("abc./", max_size=40))
def test_comparison_loses_nothing_and_agrees_on_what_is_shared(expected: str, pasted: str) -> None:
    left, right = compare(expected, pasted)
    assert "".join(text for text, _ in left) == expected
    assert "".join(text for text, _ in right) == pasted
    assert [text for text, differs in left if not differs] == [text for text, differs in right if not differs]
    assert any(differs for _, differs in left + right) == (expected != pasted)


@quick
@given(st.characters(), st.integers(1, 3_000))
def test_comparison_is_bounded(char: str, length: int) -> None:
    _, right = compare("https://example.com", char * length)
    assert sum(len(text) for text, _ in right) <= 12 * MAX_COMPARED_CHARS
    assert (right[-1] == ("…", True)) == (length > MAX_COMPARED_CHARS)


@pytest.mark.parametrize(
    ("char", "name"),
    [("\u0430", "U+0430 CYRILLIC SMALL LETTER A"), ("\0", "U+0000"), ("\ud800", "U+D800")],
)
def test_character_is_named(char: str, name: str) -> None:
    assert named(char) == name


def test_what_stands_around_a_place_is_one_line() -> None:
    text = "a b\r\nc\t\x85X Y\n\u2028\u3164\ufe0fz"
    assert excerpt(text, (8, 11)) == ("a b⏎c⇥⏎", "X␣Y", "⏎⏎⟨U+3164⟩⟨U+FE0F⟩z")
    assert quote("a\nb") == "a⏎b"
