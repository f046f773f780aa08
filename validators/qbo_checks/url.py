"""A URI taken apart, only to explain it: each part still knows where it stood in what was pasted.

Nothing here says whether a URI is right, nothing raises, and everything takes time in proportion to the
length of the text. The names of the parts are RFC 3986's, section 3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qbo_checks.text import BREAKS, LONGEST, Pasted, _after, lower

_SCHEMED = re.compile(r"https?(?::[/\\][/\\]|%3a%2f%2f)")
_BREAK = re.compile(f"[{re.escape(''.join(sorted(BREAKS)))},;|']")
_HEAD = re.compile(r"[^:;/\\?#@]*")
_SEPARATOR = re.compile(r"[:;]*[/\\]*")
_AUTHORITY_END = re.compile(r"[/?#]")


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


@dataclass(frozen=True, slots=True)
class Parts:
    """A URI's parts. The separator is what stands where ``://`` belongs; the port keeps its colon."""

    scheme: Pasted
    separator: Pasted
    userinfo: Pasted
    host: Pasted
    port: Pasted
    path: Pasted
    query: Pasted
    fragment: Pasted

    @property
    def host_name(self) -> str:
        """The host, decoded, in lower case and without its final dots: for recognition alone."""
        return lower(self.host.decoded().text).rstrip(".")


def split(uri: Pasted) -> Parts:
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


def _find(text: str, sign: str, start: int) -> int:
    position = text.find(sign, start)
    return len(text) if position < 0 else position


def parameter(query: Pasted, name: str) -> Pasted | None:
    """The value of a query's first parameter of that name, decoded: a plus sign is a space."""
    match = re.search(rf"(?:^|[?&]){name}=([^&#]*)", query.text)
    if match is None:
        return None
    value = query[match.start(1) : match.end(1)][:LONGEST]
    return value.read_as(value.text.replace("+", " ")).decoded()
