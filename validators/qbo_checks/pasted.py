"""What a reader pasted, peeled step by step without losing where each character stood."""

from __future__ import annotations

from dataclasses import dataclass

from qbo_checks.model import Span

WRAPPERS = {'"': '"', "'": "'", "`": "`", "<": ">", "(": ")", "“": "”", "‘": "’", "«": "»"}
"""Opening signs that people copy along with a value, and the sign that closes each."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A stretch of what was pasted: ``text``, which began at ``start`` (code points)."""

    text: str
    start: int = 0

    def __getitem__(self, part: slice) -> Pasted:
        begin, end, _ = part.indices(len(self.text))
        return Pasted(self.text[begin:end], self.start + begin)

    @property
    def span(self) -> Span:
        return self.start, self.start + len(self.text)

    def strip(self) -> tuple[Pasted, tuple[Pasted, ...]]:
        """The text without the white space around it, and the one or two stretches of space taken off."""
        begin = len(self.text) - len(self.text.lstrip())
        end = max(begin, len(self.text.rstrip()))
        return self[begin:end], tuple(ends for ends in (self[:begin], self[end:]) if ends.text)

    def unwrap(self) -> tuple[Pasted, tuple[Pasted, ...]]:
        """The text without one wrapping, and the one or two stretches of wrapping taken off.

        Wrappings are quotes, brackets, a link in Markdown or Slack, and a sentence's full stop or comma.
        """
        text = self.text
        if text.startswith("[") and text.endswith(")") and "](" in text:
            begin = text.index("](") + 2
            return self[begin:-1], (self[:begin], self[-1:])
        if text.startswith("<") and text.endswith(">") and "|" in text:
            # Slack writes a link as <address|name>.
            begin = text.index("|")
            return self[1:begin], (self[:1], self[begin:])
        if text[:1] in WRAPPERS and len(text) > 1 and text.endswith(WRAPPERS[text[0]]):
            return self[1:-1], (self[:1], self[-1:])
        if text.endswith((".", ",", ";", "…")):
            return self[:-1], (self[-1:],)
        return self, ()


def first_difference(pasted: str, expected: str) -> int:
    """The position of the first character that differs; the shorter length where one begins the other."""
    for position, (one, other) in enumerate(zip(pasted, expected, strict=False)):
        if one != other:
            return position
    return min(len(pasted), len(expected))
