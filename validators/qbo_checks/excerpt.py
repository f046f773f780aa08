"""Quotes what was pasted so that it can be read: nothing invisible, nothing that acts, never too long."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from itertools import pairwise

CONTEXT_CHARS = 60
"""How many characters an excerpt shows on either side of the marked place."""

MAX_COMPARED_CHARS = 240
"""How many characters of each text a comparison shows: four times the longest URI that is compared."""

DOT = "•"
"""What stands for a character that is not shown."""

SPACES = {" ": "␣", "\t": "⇥", "\n": "⏎", "\r": "⏎", "\u00a0": "⍽"}
"""Signs that stand for white space, where the white space itself is what is spoken of."""

INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
)
"""What shows nothing and is no white space: control and format characters, fillers, variation selectors.

Written to stand between the brackets of a regular expression.
"""

_UNSEEN = re.compile(f"[{INVISIBLE}]")
_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]|(?P<tab>\t)")
"""White space that would break or shift a line; a space is left as it is among words."""
_NAMED_ONLY = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def is_invisible(char: str) -> bool:
    """Whether a character shows nothing, or nothing that is the same everywhere, and is no white space."""
    return not char.isspace() and _is_named_only(char)


def _is_named_only(char: str) -> bool:
    return _UNSEEN.match(char) is not None or unicodedata.category(char) in _NAMED_ONLY


def _is_visible(text: str) -> bool:
    """Whether every character of a text shows something, and none is white space but the common space."""
    return text.isprintable() and not _UNSEEN.search(text)


def visible(text: str) -> str:
    """The text with every control, format or unassigned character named, as ``⟨U+202E⟩``.

    A terminal would obey an escape sequence, and a page a bidirectional override.
    """
    if _is_visible(text):
        return text  # As most are: a look at each character costs half of a check.
    return "".join(f"⟨U+{ord(char):04X}⟩" if _is_named_only(char) else char for char in text)


def quote(text: str, limit: int = CONTEXT_CHARS) -> str:
    """A stretch of what was pasted, fit to stand in a sentence: its middle is left out where it is long."""
    if len(text) > limit:
        half = limit // 2
        text = f"{text[:half]}…{text[-half:]}"
    return _in_line("".join(SPACES.get(char, char) for char in text) if text.isspace() else text)


def excerpt(text: str, span: tuple[int, int], *, context: bool = True) -> tuple[str, str, str]:
    """What stands before the marked place, the place with its spaces made visible, and what follows.

    Without ``context``, the place alone.
    """
    start, end = span
    before, marked, after = (
        (text[:start], text[start:end], text[end:]) if context else ("", text[start:end], "")
    )
    if len(before) > CONTEXT_CHARS:
        before = "…" + before[-CONTEXT_CHARS:]
    if len(after) > CONTEXT_CHARS:
        after = after[:CONTEXT_CHARS] + "…"
    if len(marked) > 2 * CONTEXT_CHARS:
        marked = f"{marked[:CONTEXT_CHARS]}…{marked[-CONTEXT_CHARS:]}"
    if _is_visible(marked):
        marked = marked.replace(" ", SPACES[" "])
    else:
        marked = "".join(SPACES.get(char) or visible(char) for char in marked)
    return _in_line(before), marked, _in_line(after)


def _in_line(text: str) -> str:
    if _is_visible(text):
        return text
    return visible(_BREAKS.sub(lambda found: "⇥" if found["tab"] else "⏎", text))


Run = tuple[str, bool]
"""A stretch of a compared text, and whether it differs from the other text."""


def compare(expected: str, pasted: str, legible: str | None = None) -> tuple[list[Run], list[Run]]:
    """Both texts as runs of what they share and of what differs, to stand one above the other.

    Of the pasted text, what differs is shown as it is in ``legible``, where dots stand for what may not be shown.
    What differs is spelled out: white space has its sign, and whatever is not ASCII its code point.
    Only the beginning of a long text is compared, so the work is bounded whatever was pasted.
    """
    left, right = expected[:MAX_COMPARED_CHARS], pasted[:MAX_COMPARED_CHARS]
    legible = right if legible is None else legible
    blocks = [(0, 0, 0), *_shared(left, right)]
    runs: tuple[list[Run], list[Run]] = ([], [])
    for (i, j, size), (next_i, next_j, next_size) in pairwise(blocks):
        for side, text, begin, end in ((0, left, i + size, next_i), (1, legible, j + size, next_j)):
            runs[side].extend([(_spelled(text[begin:end]), True)] if end > begin else [])
        if next_size:
            shared = visible(left[next_i : next_i + next_size])
            runs[0].append((shared, False))
            runs[1].append((shared, False))
    for side, text in enumerate((expected, pasted)):
        runs[side].extend([("…", True)] if len(text) > MAX_COMPARED_CHARS else [])
    return runs


def _shared(left: str, right: str) -> list[tuple[int, int, int]]:
    """The stretches that both texts share, in order: where each begins in either text, and its length.

    One no longer than what differs on both of its sides is chance, not agreement, and is left out.
    """
    head = first_difference(left, right)
    tail = first_difference(left[head:][::-1], right[head:][::-1])
    ends = len(left) - tail, len(right) - tail
    between = left[head : ends[0]], right[head : ends[1]]
    blocks = [(0, 0, head)]
    # Mostly one text has something more, or one other character: there is nothing to look for, which took a fifth
    # of a check.
    if min(map(len, between)) > 1:
        found = SequenceMatcher(None, *between, autojunk=False).get_matching_blocks()
        blocks += [(head + i, head + j, size) for i, j, size in found if size]
    blocks += [(*ends, tail), (len(left), len(right), 0)]
    kept = [(0, 0, 0)]
    for (i, j, size), (next_i, next_j, _) in pairwise(blocks):
        before = max(i - kept[-1][0] - kept[-1][2], j - kept[-1][1] - kept[-1][2])
        after = max(next_i - i - size, next_j - j - size)
        if size > before or size > after:
            kept.append((i, j, size))
    return [*kept[1:], (len(left), len(right), 0)]


def first_difference(one: str, other: str) -> int:
    """The position of the first character that differs; the shorter length where one begins the other."""
    at = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        at += 1
    return at


def _spelled(text: str) -> str:
    known = text.replace(DOT, "")
    if known.isascii() and known.isprintable():
        return text.replace(" ", SPACES[" "])
    return "".join(SPACES.get(char) or (visible(char) if char.isascii() else _pointed(char)) for char in text)


def _pointed(char: str) -> str:
    """A character with its code point, where it can be seen at all; the code point alone elsewhere.

    A dot stands for what is not shown, and is none of the text's own.
    """
    if char == DOT:
        return char
    point = f"⟨U+{ord(char):04X}⟩"
    return point if visible(char) == point else char + point


def named(char: str) -> str:
    """A character by its code point and its Unicode name: ``U+0430 CYRILLIC SMALL LETTER A``."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()
