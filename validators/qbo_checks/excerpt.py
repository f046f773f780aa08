"""Quotes what was pasted so that it can be read: nothing invisible, nothing that acts, never too long."""

from __future__ import annotations

import unicodedata

CONTEXT = 60
"""How many characters an excerpt shows on either side of the marked place."""

SPACES = {" ": "␣", "\t": "⇥", "\n": "⏎", "\r": "⏎", "\u00a0": "⍽"}
"""Signs that stand for white space, where the white space itself is what is spoken of."""

_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def visible(text: str) -> str:
    """The text with every control, format or unassigned character named, as ``⟨U+202E⟩``.

    A terminal would obey an escape sequence, and a page a bidirectional override.
    """
    return "".join(
        f"⟨U+{ord(char):04X}⟩" if unicodedata.category(char) in _INVISIBLE else char for char in text
    )


def quote(text: str, limit: int = CONTEXT) -> str:
    """A stretch of what was pasted, fit to stand in a sentence: its middle is left out where it is long."""
    if len(text) > limit:
        half = limit // 2
        text = f"{text[:half]}…{text[-half:]}"
    return visible("".join(SPACES.get(char, char) for char in text) if text.isspace() else text)


def excerpt(text: str, span: tuple[int, int], *, context: bool = True) -> tuple[str, str, str]:
    """What stands before the marked place, the place with its spaces made visible, and what follows.

    Without ``context``, the place alone.
    """
    start, end = span
    before, marked, after = (
        (text[:start], text[start:end], text[end:]) if context else ("", text[start:end], "")
    )
    if len(before) > CONTEXT:
        before = "…" + before[-CONTEXT:]
    if len(after) > CONTEXT:
        after = after[:CONTEXT] + "…"
    if len(marked) > 2 * CONTEXT:
        marked = f"{marked[:CONTEXT]}…{marked[-CONTEXT:]}"
    shown = "".join(SPACES.get(char) or visible(char) for char in marked)
    return visible(before), shown, visible(after)
