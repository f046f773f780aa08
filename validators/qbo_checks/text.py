"""What a reader pasted, taken apart without losing where each of its characters stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_uppercase

from qbo_checks.excerpt import is_invisible
from qbo_checks.model import Span

MAX_URL_CHARS = 8_000
"""The longest URI that every recipient should support (RFC 9110, section 4.1); a longer one is not decoded."""

SPACES = frozenset("\t\n\v\f\r \x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000") | {
    chr(point) for point in range(0x2000, 0x200B)
}
"""What Unicode calls White_Space."""

FULL_WIDTH = {0xFF01 + offset: chr(0x21 + offset) for offset in range(94)} | {0x3002: ".", 0xFF61: "."}
"""The full-width forms of ASCII, and the two ideographic full stops, which IDNA reads as dots."""

OPENING = frozenset("\"'`<([{“„‘«|*_~>•·–—-@+=\u201a\u2039")
CLOSING = frozenset("\"'`>)]}”’»|*_~,;.:!…\u203a")
"""Signs that come along when a URI is copied out of a text: quotes, brackets, bullets, Markdown, a full stop."""

BREAKS = frozenset('"<>`') | SPACES
"""What ends a URI that stands in a text (RFC 3986, appendix C)."""

WRAPPERS = {'"': '"', "'": "'", "`": "`", "<": ">", "(": ")", "“": "”", "‘": "’", "«": "»"}
"""Opening signs that people copy along with a value, and the sign that closes each."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"\S+")
_BULLET = re.compile(r"(?:[>*+•·–—-]|[0-9]{1,2}[.)])[ \t\u00a0]+(?=\S)")
_INNER = re.compile(f"[^{re.escape(''.join(sorted(OPENING | SPACES)))}]")
_TRAILING = "".join(sorted(CLOSING | SPACES))
_SIGN = re.compile(f"[^{re.escape(''.join(sorted(SPACES)))}]")
_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
# A semicolon is a colon without the shift key.
_ENCODED_COLON = re.compile(r"%(?:25){0,2}3a")


def lower(text: str) -> str:
    """ASCII letters in lower case. ``str.lower`` would also turn the Kelvin sign into a k."""
    if text.isascii():
        return text.lower()
    if text.islower():
        return text  # As most are.
    for capital in ascii_uppercase:  # faster than str.translate, by far
        text = text.replace(capital, capital.lower())
    return text


_FULL_WIDTH = re.compile(f"[{''.join(map(chr, FULL_WIDTH))}]")


def half_width(text: str) -> str:
    """The text with the full-width forms of ASCII as ASCII, one for one; the same object where there is none."""
    # Most texts have none, and str.translate takes ten times as long to tell.
    return text if text.isascii() or not _FULL_WIDTH.search(text) else text.translate(FULL_WIDTH)


@cache
def _any_of(signs: Collection[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(signs)))}]+") if signs else re.compile(r"(?!)")


@dataclass(slots=True)  # Nothing assigns to it, but to be frozen would make it three times as slow to make.
class Pasted:
    """A text, and where each of its characters stood in what was pasted.

    ``starts`` holds a place for each character and one more for the end of the text, ``ends`` the place
    after each character; all are counted in code points. A character may stand for several (an escape) and
    its neighbours may be gone: its own place stays exact, whatever chain of steps led to it.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @staticmethod
    def of(text: str) -> Pasted:
        """The whole of what was pasted."""
        return Pasted(text, range(len(text) + 1), range(1, len(text) + 1))

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> Pasted:
        begin, end, _ = part.indices(len(self.text))
        return self.between(begin, max(begin, end))

    def between(self, begin: int, end: int) -> Pasted:
        """What stands from one place of this text to another, neither of them before the one or behind its end."""
        return Pasted(self.text[begin:end], self.starts[begin : end + 1], self.ends[begin:end])

    @property
    def start(self) -> int:
        """Where the text begins in what was pasted, or where it would stand if it is empty."""
        return self.starts[0]

    @property
    def span(self) -> Span:
        """From the start of its first character to the end of its last."""
        return self.starts[0], self.ends[-1] if self.text else self.starts[0]

    def matched(self, match: re.Match[str], group: int | str = 0) -> Pasted:
        """What a match in this text stands for."""
        return self.between(*match.span(group))

    def pick(self, places: Sequence[int]) -> Pasted:
        """The characters at some places."""
        text, starts, ends = self.text, self.starts, self.ends
        return Pasted(
            "".join([text[at] for at in places]),
            [*(starts[at] for at in places), starts[-1]],
            [ends[at] for at in places],
        )

    def without(self, signs: Collection[str]) -> Pasted:
        """The text less every occurrence of some characters."""
        return self.pick([at for at, char in enumerate(self.text) if char not in signs])

    def cut(self, pattern: re.Pattern[str]) -> Pasted:
        """The text less whatever matches."""
        return self.rewritten(pattern, lambda _: "")[0]

    def read_as(self, text: str) -> Pasted:
        """Another reading of the same characters, one for one."""
        return Pasted(text, self.starts, self.ends)

    def rewritten(
        self, pattern: re.Pattern[str], read: Callable[[re.Match[str]], str | None]
    ) -> tuple[Pasted, Pasted | None]:
        """The text with whatever matches replaced by what it stands for, and the first that was.

        What stands for nothing known (None) is left as it is. Each character of a replacement stands where
        all of what it replaces stood.
        """
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        first: Pasted | None = None
        after = 0
        for match in pattern.finditer(self.text):
            plain = read(match)
            if plain is None:
                continue
            at, until = match.span()
            if first is None:
                first = self.matched(match)
            if after < at:
                pieces.append(self.text[after:at])
                starts += self.starts[after:at]
                ends += self.ends[after:at]
            if plain:
                pieces.append(plain)
                start, end = self.starts[at], self.ends[until - 1] if at < until else self.starts[at]
                if len(plain) == 1:  # As most are: a list for each takes half as long again.
                    starts.append(start)
                    ends.append(end)
                else:
                    starts += [start] * len(plain)
                    ends += [end] * len(plain)
            after = until
        if first is None:
            return self, None
        pieces.append(self.text[after:])
        return Pasted("".join(pieces), [*starts, *self.starts[after:]], [*ends, *self.ends[after:]]), first

    def decoded(self) -> Pasted:
        """The text with its percent-encoded ASCII written out, once."""
        if len(self.text) > MAX_URL_CHARS:
            return self
        return self.rewritten(_PERCENT, lambda match: _printable(int(match[1], 16)))[0]

    def find(self, signs: Collection[str]) -> int:
        """Where the first of some characters stands in this text; its length where there is none."""
        return _after(_any_of(signs if isinstance(signs, str) else frozenset(signs)), self.text, 0)

    def first(self, signs: Collection[str]) -> Pasted | None:
        """The first of some characters, where it stands."""
        at = self.find(signs)
        return self[at : at + 1] if at < len(self.text) else None

    def lines(self) -> list[Pasted]:
        """The lines, without what ends them."""
        return self._pieces(_LINE)

    def words(self) -> list[Pasted]:
        """What stands between white space."""
        return self._pieces(_WORD)

    def _pieces(self, pattern: re.Pattern[str]) -> list[Pasted]:
        return [self.matched(match) for match in pattern.finditer(self.text)]

    def strip(self) -> tuple[Pasted, tuple[Pasted, ...]]:
        """The text without the white space around it, and the one or two stretches of space taken off."""
        begin = len(self.text) - len(self.text.lstrip())
        end = max(begin, len(self.text.rstrip()))
        if end - begin == len(self.text):
            return self, ()
        return self[begin:end], tuple(ends for ends in (self[:begin], self[end:]) if ends.text)

    def unwrap(self) -> tuple[Pasted, tuple[Pasted, ...]]:
        """The text without one wrapping, and the one or two stretches of wrapping taken off.

        Wrappings are quotes, brackets, a link in Markdown or Slack, a sentence's full stop or comma, and what stands
        before a line of a list or of a quoted email.
        """
        text = self.text
        if text.startswith("[") and text.endswith(")") and "](" in text:
            begin = text.index("](") + 2
            return self[begin:-1], (self[:begin], self[-1:])
        if text.startswith("<") and text.endswith(">") and "|" in text:
            # Slack writes a link as <address|name>.
            begin = text.index("|")
            return self[1:begin], (self[:1], self[begin:])
        if text[:2] in {'["', "['"} and text[-2:] == text[1] + "]":
            return self[1:-1], (self[:1], self[-1:])  # A list of one, in JSON, Terraform or Python.
        if text[:1] in WRAPPERS and len(text) > 1 and text.endswith(WRAPPERS[text[0]]):
            return self[1:-1], (self[:1], self[-1:])
        if bullet := _BULLET.match(text):
            return self[bullet.end() :], (self[: bullet.end()],)
        ends = text.endswith((".", ",", ";", "…"))
        return (self[:-1], (self[-1:],)) if ends else (self, ())


def _printable(point: int) -> str | None:
    return chr(point) if 0x20 <= point <= 0x7E else None


_ESCAPE = re.compile(
    # HTML; JSON and JavaScript; the soft line break of an email's source (RFC 2045, section 6.7).
    r"&(?:\#(?P<decimal>[0-9]{1,7})|\#[xX](?P<hexadecimal>[0-9A-Fa-f]{1,6})|(?P<entity>[a-z]{2,6}));"
    r"|\\(?:(?P<slash>/)|u00(?P<escaped>[0-9A-Fa-f]{2})|x(?P<short>[0-9A-Fa-f]{2}))"
    r"|(?P<soft>=\r?\n)"
)
_ENTITIES = {
    "amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " ",
    "colon": ":", "sol": "/", "period": ".", "equals": "=", "quest": "?", "num": "#", "shy": "",
}  # fmt: skip
_DEFANGED = re.compile(
    r"(?P<http>\bhxxp(?=s?\b))"
    r"|\[(?P<square>[.:/]|:?//|dot)\]|\((?P<round>[.:]|dot)\)|\{(?P<curly>[.:]|dot)\}",
    re.IGNORECASE,
)


def unescaped(text: Pasted) -> tuple[Pasted, Pasted | None]:
    """The text with the notations of HTML, JSON and email read, and the first of them."""
    return text.rewritten(_ESCAPE, _read_escape) if text.find("&\\=") < len(text.text) else (text, None)


def _read_escape(escape: re.Match[str]) -> str | None:
    kind = escape.lastgroup or ""
    if kind in {"slash", "soft"}:
        return "/" if kind == "slash" else ""
    if kind == "entity":
        return _ENTITIES.get(escape[kind])
    return _printable(int(escape[kind], 10 if kind == "decimal" else 16))


def refanged(text: Pasted) -> tuple[Pasted, Pasted | None]:
    """The text with an address that was made harmless (``hxxps``, ``[.]``) as it was, and the first such place."""
    return text.rewritten(_DEFANGED, _read_defanged)


def _read_defanged(match: re.Match[str]) -> str:
    written = match[match.lastgroup or 0].lower()
    return {"hxxp": "http", "dot": "."}.get(written, written)


def plain(text: Pasted) -> tuple[Pasted, Pasted | None]:
    """The address where all of it was percent-encoded, once or more, and the first sign that was."""
    colon = None if "://" in text.text else _ENCODED_COLON.search(lower(text.text))
    if not colon:
        return text, None
    first = text[text.text.index("%") :][:3]
    for _ in range(1 + colon[0].count("25")):
        text = text.decoded()
    return text, first


def unseen(text: str) -> tuple[set[str], set[str], set[str]]:
    """The invisible, the control and the full-width characters that a text holds."""
    if text.isascii() and text.isprintable():
        return set(), set(), set()  # As most do: a look at each character costs a tenth of a check.
    chars = set(text) - SPACES
    control = {char for char in chars if unicodedata.category(char) == "Cc"}
    invisible = set(filter(is_invisible, chars - control))
    full_width = {char for char in chars if ord(char) in FULL_WIDTH}
    return invisible, control, full_width


def peel(uri: Pasted) -> tuple[Pasted, Pasted | None, Pasted | None]:
    """The text without what surrounds it, and the first space and the first sign that were taken off."""
    text = uri.text
    if text[:1].isalnum() and text[-1:].isalnum():
        return uri, None, None  # As most do: nothing surrounds it.
    begin = _after(_INNER, text, 0)
    while text[begin - 1 : begin] == "[" and (target := text.find("](", begin)) >= 0:
        begin = _after(_INNER, text, target + len("]("))
    closing = _TRAILING.replace("]", "") if "://[" in text else _TRAILING  # an IPv6 address keeps its bracket
    end = max(begin, len(text.rstrip(closing)))
    if text[end - 1 : end] == "/":  # dots after a slash are part of the path
        end += len(text[end:]) - len(text[end:].lstrip("."))
    if not begin and end == len(text):
        return uri, None, None
    ends = (uri[:begin], uri[end:])
    spaces = [place for place in (part.first(SPACES) for part in ends) if place]
    signs = [part[at : at + 1] for part in ends if (at := _after(_SIGN, part.text, 0)) < len(part.text)]
    return uri[begin:end], next(iter(spaces), None), next(iter(signs), None)


def word_start(text: str, at: int) -> int:
    """Where the word begins that holds a place, or that ends there: after a space."""
    before = text[:at]
    return at if not before or before[-1] in SPACES else at - len(before.rsplit(None, 1)[-1])


def _after(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.search(text, start)
    return match.start() if match else len(text)
