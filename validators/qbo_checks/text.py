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

LONGEST = 8_000
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
    for capital in ascii_uppercase:  # faster than str.translate, by far
        text = text.replace(capital, capital.lower())
    return text


@cache
def _any_of(signs: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(signs)))}]+") if signs else re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Traced:
    """A text, and where each of its characters stood in what was pasted; one more place for its end."""

    text: str
    origin: Sequence[int]

    @staticmethod
    def of(text: str) -> Traced:
        return Traced(text, range(len(text) + 1))

    def __getitem__(self, part: slice) -> Traced:
        begin, end, _ = part.indices(len(self.text))
        end = max(begin, end)
        return Traced(self.text[begin:end], self.origin[begin : end + 1])

    @property
    def span(self) -> Span:
        return self.origin[0], self.origin[-1]

    @property
    def start(self) -> int:
        return self.origin[0]

    def without(self, signs: Collection[str]) -> Traced:
        """The text less every occurrence of some characters."""
        return self.pick([at for at, char in enumerate(self.text) if char not in signs])

    def pick(self, places: Sequence[int]) -> Traced:
        """The characters at some places."""
        text, origin = self.text, self.origin
        return Traced("".join([text[at] for at in places]), [*(origin[at] for at in places), origin[-1]])

    def read_as(self, text: str) -> Traced:
        """Another reading of the same characters, one for one."""
        return Traced(text, self.origin)

    def decoded(self) -> Traced:
        """The text with its percent-encoded ASCII written out, once."""
        if len(self.text) > LONGEST:
            return self
        return self.rewritten(_PERCENT, lambda match: _printable(int(match[1], 16)))[0]

    def rewritten(
        self, pattern: re.Pattern[str], read: Callable[[re.Match[str]], str | None]
    ) -> tuple[Traced, Traced | None]:
        """The text with whatever matches replaced by what it stands for, and the first that was.

        What stands for nothing known (None) is left as it is. A replacement is no longer than what it replaces.
        """
        pieces: list[str] = []
        origin: list[int] = []
        first: Traced | None = None
        after = 0
        for match in pattern.finditer(self.text):
            plain = read(match)
            if plain is None:
                continue
            first = first or self[match.start() : match.end()]
            pieces += [self.text[after : match.start()], plain]
            origin += self.origin[after : match.start() + len(plain)]
            after = match.end()
        if first is None:
            return self, None
        return Traced("".join([*pieces, self.text[after:]]), [*origin, *self.origin[after:]]), first

    def cut(self, pattern: re.Pattern[str]) -> Traced:
        """The text less whatever matches."""
        origin: list[int] = []
        after = 0
        for match in pattern.finditer(self.text):
            origin += self.origin[after : match.start()]
            after = match.end()
        return Traced(pattern.sub("", self.text), [*origin, *self.origin[after:]])

    def find(self, signs: Collection[str]) -> int:
        """Where the first of some characters stands in this text; its length where there is none."""
        return _after(_any_of(frozenset(signs)), self.text, 0)

    def first(self, signs: Collection[str]) -> Traced | None:
        """The first of some characters, where it stands."""
        at = self.find(signs)
        return self[at : at + 1] if at < len(self.text) else None


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


def unescaped(text: Traced) -> tuple[Traced, Traced | None]:
    """The text with the notations of HTML, JSON and email read, and the first of them."""
    return text.rewritten(_ESCAPE, _read_escape) if text.find("&\\=") < len(text.text) else (text, None)


def _read_escape(escape: re.Match[str]) -> str | None:
    kind = escape.lastgroup or ""
    if kind in {"slash", "soft"}:
        return "/" if kind == "slash" else ""
    if kind == "entity":
        return _ENTITIES.get(escape[kind])
    return _printable(int(escape[kind], 10 if kind == "decimal" else 16))


def refanged(text: Traced) -> tuple[Traced, Traced | None]:
    """The text with an address that was made harmless (``hxxps``, ``[.]``) as it was, and the first such place."""
    return text.rewritten(_DEFANGED, _read_defanged)


def _read_defanged(match: re.Match[str]) -> str:
    written = match[match.lastgroup or 0].lower()
    return {"hxxp": "http", "dot": "."}.get(written, written)


def plain(text: Traced) -> tuple[Traced, Traced | None]:
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


def peel(uri: Traced) -> tuple[Traced, Traced | None, Traced | None]:
    """The text without what surrounds it, and the first space and the first sign that were taken off."""
    text = uri.text
    begin = _after(_INNER, text, 0)
    while text[begin - 1 : begin] == "[" and (target := text.find("](", begin)) >= 0:
        begin = _after(_INNER, text, target + len("]("))
    closing = _TRAILING.replace("]", "") if "://[" in text else _TRAILING  # an IPv6 address keeps its bracket
    end = max(begin, len(text.rstrip(closing)))
    if text[end - 1 : end] == "/":  # dots after a slash are part of the path
        end += len(text[end:]) - len(text[end:].lstrip("."))
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
