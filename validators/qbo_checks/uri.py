"""A URI taken apart, only to explain it: each part still knows where it stood in what was pasted.

Nothing here says whether a URI is right, nothing raises, and everything takes time in proportion to the
length of the text. The names of the parts are RFC 3986's, section 3.
"""

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
_SCHEMED = re.compile(r"https?(?::[/\\][/\\]|%3a%2f%2f)")
_BREAK = re.compile(f"[{re.escape(''.join(sorted(BREAKS)))},;|']")
_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
# A semicolon is a colon without the shift key.
_ENCODED_COLON = re.compile(r"%(?:25){0,2}3a")
_HEAD = re.compile(r"[^:;/\\?#@]*")
_SEPARATOR = re.compile(r"[:;]*[/\\]*")
_AUTHORITY_END = re.compile(r"[/?#]")


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


def beginnings(text: str) -> list[int]:
    """Where each address of a text begins; one that stands in another's path or query is part of it.

    The text is in lower case. Only what begins with http or https is found.
    """
    begun: list[int] = []
    after = 0
    apart = queried = False
    for match in _SCHEMED.finditer(text):
        between = text[after : match.start()]
        apart = apart or _BREAK.search(between) is not None
        queried = queried or "?" in between
        before = between[-1:]
        if not begun or before.isalnum() or (apart and not (queried and before == "=")):
            begun.append(match.start())
            apart = queried = False
        after = match.end()
    return begun


def word_start(text: str, at: int) -> int:
    """Where the word begins that holds a place, or that ends there: after a space."""
    before = text[:at]
    return at if not before or before[-1] in SPACES else at - len(before.rsplit(None, 1)[-1])


@dataclass(frozen=True, slots=True)
class Parts:
    """A URI's parts. The separator is what stands where ``://`` belongs; the port keeps its colon."""

    scheme: Traced
    separator: Traced
    userinfo: Traced
    host: Traced
    port: Traced
    path: Traced
    query: Traced
    fragment: Traced

    @property
    def host_name(self) -> str:
        """The host, decoded, in lower case and without its final dots: for recognition alone."""
        return lower(self.host.decoded().text).rstrip(".")


def split(uri: Traced) -> Parts:
    """Take a URI apart at its own signs, before anything is decoded.

    A backslash, or an encoded slash, ends the host as it does in a browser. Where one stands before an
    ``@``, browsers and libraries disagree on what the host is: then the whole authority is.
    """
    text = uri.text
    scheme, begin = _scheme(text)
    end = _after(_AUTHORITY_END, text, begin)
    authority = lower(text[begin:end])
    at = authority.rfind("@")
    host = begin
    if at < 0 or _hidden_slash(authority, 0) > at:
        host = begin + at + 1
        end = begin + _hidden_slash(authority, at + 1)
    port = _port(text, host, end)
    fragment = _find(text, "#", end)
    query = min(_find(text, "?", end), fragment)
    return Parts(
        scheme=uri[:scheme],
        separator=uri[scheme:begin],
        userinfo=uri[begin:host],
        host=uri[host:port],
        port=uri[port:end],
        path=uri[end:query],
        query=uri[query:fragment],
        fragment=uri[fragment:],
    )


def _scheme(text: str) -> tuple[int, int]:
    """Where the scheme ends, and where its separator does; 0 and 0 for a URI that begins with its host."""
    end = _end(_HEAD, text, 0)
    begin = _end(_SEPARATOR, text, end)
    scheme = lower(text[:end])
    separator = text[end:begin].replace("\\", "/")
    begins_as_a_uri = separator.startswith("://") or (scheme in {"http", "https"} and separator)
    without_scheme = not scheme and separator.startswith(("//", ":", ";"))
    # mailto: and javascript: have no slashes; localhost:3000 has no scheme.
    opaque = scheme and separator == ":" and "." not in scheme and not text[begin : begin + 1].isdigit()
    if (
        begins_as_a_uri
        or without_scheme
        or (opaque and "@" not in text[begin : begin + 256].partition("/")[0])
    ):
        return end, begin
    return 0, 0


def _hidden_slash(authority: str, start: int) -> int:
    """Where a browser would see the host end, although no slash stands there; else the end."""
    return min(_find(authority, sign, start) for sign in ("\\", "%2f", "%5c"))


def _port(text: str, host: int, end: int) -> int:
    """Where the port begins, its colon included. An IPv6 address has colons of its own."""
    if text.startswith("[", host):
        return min(_find(text, "]", host) + 1, end)
    colon = text.find(":", host, end)
    return end if colon < 0 or text.find(":", colon + 1, end) >= 0 else colon


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


def _after(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.search(text, start)
    return match.start() if match else len(text)


def _find(text: str, sign: str, start: int) -> int:
    position = text.find(sign, start)
    return len(text) if position < 0 else position


def parameter(query: Traced, name: str) -> Traced | None:
    """The value of a query's first parameter of that name, decoded: a plus sign is a space."""
    match = re.search(rf"(?:^|[?&]){name}=([^&#]*)", query.text)
    if match is None:
        return None
    value = query[match.start(1) : match.end(1)][:LONGEST]
    return value.read_as(value.text.replace("+", " ")).decoded()


SECRET_NAMES = ("code", "secret", "token", "password", "pwd", "otp", "assertion", "key")
"""What the name of a parameter ends with when its value is a secret."""

SECRET_FORMS = ("eyj", "rt1-", "basic ", "bearer ")
"""How tokens and the headers that carry them begin, in lower case; other keys are long runs of letters and digits."""

NOT_SECRET = ("client_id=", "state=")

_LONG_RUN = re.compile(r"[a-z0-9]{36,}")
_QUOTING = str.maketrans("", "", "\"'\\")


def _octet(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))


def holds_secret(legible: str) -> bool:
    """Whether some of the text may be a secret: then none of it is quoted. In doubt, it may."""
    text = lower(legible)
    # A name may be encoded, and a value may follow it in JSON, in a header or in a sentence.
    decoded = _PERCENT.sub(_octet, _PERCENT.sub(_octet, text)) if "%" in text else text
    compact = "".join(lower(decoded).translate(_QUOTING).split())
    return (
        any(name + sign in compact for name in SECRET_NAMES for sign in "=:>")
        or any(form in text for form in SECRET_FORMS)
        or any(not text.endswith(NOT_SECRET, 0, run.start()) for run in _LONG_RUN.finditer(text))
        # A password may stand before an @.
        or ":" in text[: max(0, text.rfind("@"))].replace("://", "")
    )
