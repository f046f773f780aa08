"""A URI taken apart, only to explain it: each part still knows where it stood in what was pasted.

Nothing here raises, and everything takes time in proportion to the length of the text. The names of the
parts are RFC 3986's, section 3. Two readers of a host are known, because they do not always agree: browsers
(WHATWG, https://url.spec.whatwg.org/#host-parsing) and libraries that follow RFC 3986. What is said of a host
is said of both, and where they differ, it belongs to neither.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from ipaddress import AddressValueError, IPv4Address, IPv6Address

from qbo_checks import idna
from qbo_checks.text import BREAKS, MAX_URL_CHARS, Pasted, _after, lower

_SCHEMED = re.compile(r"https?(?::[/\\][/\\]|%3a%2f%2f)")
_BREAK = re.compile(f"[{re.escape(''.join(sorted(BREAKS)))},;|']")
_HEAD = re.compile(r"[^:;/\\?#@]*")
_SEPARATOR = re.compile(r"[:;]*[/\\]*")
_AUTHORITY_END = re.compile(r"[/?#]")
_DROPPED = re.compile(r"[\t\n\r]+")
"""What a browser takes out of an address before it reads any of it."""

_BROWSER_END = re.compile(r"[/\\?#]")


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


@dataclass
class Parts:
    """A URI's parts. The separator is what stands where ``://`` belongs; the port keeps its colon.

    Where a backslash stands before an ``@``, browsers end the host at the one and other software begins it
    at the other: then the host is the whole authority, which is nobody's name.
    """

    scheme: Pasted
    separator: Pasted
    userinfo: Pasted
    host: Pasted
    port: Pasted
    path: Pasted
    query: Pasted
    fragment: Pasted

    @cached_property
    def host_name(self) -> str:
        """The host, decoded, in lower case and without its final dots: for recognition alone."""
        return lower(self.host.decoded().text).rstrip(".")

    @cached_property
    def browser_host(self) -> str | None:
        """The host that a browser goes to, or None where it refuses the address."""
        return browser_host(self.host.text)

    @cached_property
    def rfc_host(self) -> str | None:
        """The host that RFC 3986 names, in lower case, or None where its grammar has none."""
        return rfc_host(self.host.text)

    def belongs_to(self, hosts: Collection[str]) -> bool:
        """Whether the host is one of these, and no reader of it goes to another."""
        read = {host.rstrip(".") for host in (self.browser_host, self.rfc_host) if host is not None}
        return self.host_name in hosts and read <= {self.host_name}

    def is_within(self, domain: str) -> bool:
        """Whether the host is a domain or one of its subdomains, to whoever reads it."""
        names = {self.browser_host or self.host_name, self.host_name}
        return all(f".{name.rstrip('.')}".endswith(f".{domain}") for name in names)


def split(uri: Pasted) -> Parts:
    """Take a URI apart at its own signs, before anything is decoded, where a browser does."""
    return _split(uri, *_scheme(uri.text))


def split_rest(rest: Pasted) -> Parts:
    """Take apart what follows a scheme and its ``//``."""
    return _split(rest, 0, 0)


def _split(uri: Pasted, scheme: int, begin: int) -> Parts:
    text = uri.text
    end = _after(_AUTHORITY_END, text, begin)
    at = text.rfind("@", begin, end)
    backslash = text.find("\\", begin, end)
    host = at + 1 if at >= 0 else begin
    port = -1
    if backslash >= 0 and at > backslash:
        host, port = begin, end
    elif backslash >= 0:
        end = backslash
    elif (hidden := _HIDDEN_SLASH.search(text, host, end)) and not text.startswith("[", host):
        # An address that was encoded from here on: no name holds a slash.
        end = hidden.start()
    port = port if port >= 0 else _port(text, host, end)
    fragment = _find(text, "#", end)
    query = min(_find(text, "?", end), fragment)
    return Parts(
        scheme=uri.between(0, scheme),
        separator=uri.between(scheme, begin),
        userinfo=uri.between(begin, host),
        host=uri.between(host, port),
        port=uri.between(port, end),
        path=uri.between(end, query),
        query=uri.between(query, fragment),
        fragment=uri.between(fragment, len(text)),
    )


_HIDDEN_SLASH = re.compile(r"%(?:2f|5c)", re.IGNORECASE)


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


def parameters(query: Pasted, name: str) -> list[Pasted]:
    """The values of a query's parameters of that name, decoded: a plus sign is a space."""
    values = [
        query[match.start(1) : match.end(1)][:MAX_URL_CHARS]
        for match in re.finditer(rf"(?:^|[?&]){name}=([^&#]*)", query.text)
    ]
    return [value.read_as(value.text.replace("+", " ")).decoded() for value in values]


# The two readers of a host.

_PERCENT_RUN = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f#%/:<>?@\[\\\]^|]")
"""What no host may hold to a browser (WHATWG, forbidden domain code points)."""

_NUMBER = re.compile(r"0[xX][0-9A-Fa-f]*|[0-9]+")
_REGISTERED = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*")
"""What a host is made of in RFC 3986, section 3.2.2."""

_NAME = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?")


def browser_host(authority: str) -> str | None:
    """The host to which a browser goes, given what stands between ``https://`` and the path.

    A name comes back as it is sent, an IPv4 address in four numbers, an IPv6 address in brackets. None is
    for what a browser refuses. A port is left aside, whatever its number.
    """
    plain = _DROPPED.sub("", authority)
    host = plain[: _after(_BROWSER_END, plain, 0)].rpartition("@")[2]
    if host.startswith("["):
        return _ipv6(host)
    host = host.partition(":")[0]
    if not host or len(host) > MAX_URL_CHARS:
        return None
    name = idna.to_ascii(_PERCENT_RUN.sub(_decoded, host) if "%" in host else host)
    if not name or _FORBIDDEN.search(name):
        return None
    last = name.removesuffix(".").rpartition(".")[2]
    return _ipv4(name) if _NUMBER.fullmatch(last) else name


def rfc_host(authority: str) -> str | None:
    """The host that RFC 3986 names in an authority: None where its grammar or the DNS knows none such."""
    host = authority.rpartition("@")[2]
    if host.startswith("["):
        return _ipv6(host)
    host = host.partition(":")[0]
    if not _REGISTERED.fullmatch(host):
        return None
    name = lower(_PERCENT_RUN.sub(_decoded, host) if "%" in host else host)
    return name if is_name(name) else None


def is_name(host: str) -> bool:
    """Whether the DNS could hold a host's name, in lower case; an underscore is common there."""
    return _NAME.fullmatch(host) is not None


def octets(run: str) -> str:
    """What a run of percent-encoded bytes stands for in UTF-8."""
    return bytes.fromhex(run.replace("%", "")).decode(errors="replace")


def _decoded(run: re.Match[str]) -> str:
    return octets(run[0])


# What may be wrong with a host that the public is to reach.

PRIVATE = frozenset(
    [
        "alt",
        "arpa",
        "corp",
        "home",
        "internal",
        "intranet",
        "invalid",
        "lan",
        "local",
        "localdomain",
        "mail",
        "onion",
        "private",
        "test",
    ]
)
"""Last labels that no public host has: RFC 6761, RFC 6762 (local), RFC 7686 (onion), RFC 9476 (alt), and those
that ICANN keeps out of the root."""

TOP_LEVEL = frozenset(
    tomllib.loads(files(__package__).joinpath("toplevel.toml").read_text("utf-8"))["names"].split()
)

EXAMPLES = ("example", "example.com", "example.net", "example.org")
"""Names that guides use (RFC 2606)."""


def host_fault(parts: Parts) -> str | None:
    """What keeps a host from being a public one, or None.

    One of ``missing``, ``own-computer``, ``ip``, ``malformed``, ``private`` and ``unknown`` (its last label is
    none of the root's). The shape is RFC 1123's, once IDNA has mapped the name.
    """
    name = parts.host_name
    if not parts.host.text:
        return "missing"
    read = parts.browser_host
    if name.rpartition(".")[2] == "localhost" or name.strip("[]") == "::1":
        return "own-computer"
    last = name.rpartition(".")[2]
    if name.startswith("[") or ":" in name or _NUMBER.fullmatch(last):
        own = read is not None and (read.startswith("127.") or read in {"0.0.0.0", "[::1]"})  # noqa: S104 - nothing is bound.
        return "own-computer" if own else "ip"
    if read is None or len(read) > idna.MAX_HOST_CHARS or not all(map(_LABEL.fullmatch, read.split("."))):
        return "malformed"
    last = read.rpartition(".")[2]
    if "." not in read or last in PRIVATE or read.endswith(".home.arpa"):
        return "private"
    return None if last in TOP_LEVEL or last in EXAMPLES else "unknown"


_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
"""RFC 1035, section 2.3.1, with the digits that RFC 1123, section 2.1, lets a label begin with."""


def _ipv6(host: str) -> str | None:
    inside, bracket, port = host[1:].partition("]")
    if not bracket or "%" in inside or (port and not port.startswith(":")):
        return None
    try:
        return f"[{IPv6Address(inside)}]"
    except AddressValueError:
        return None


def _ipv4(name: str) -> str | None:
    """An address of one to four numbers, decimal, octal or hexadecimal, in the usual four."""
    pieces = name.removesuffix(".").split(".")
    if len(pieces) > 4 or not all(map(_NUMBER.fullmatch, pieces)):
        return None
    numbers = [_number(piece) for piece in pieces]
    *bytes_, rest = numbers
    if None in numbers or rest is None or rest >= 256 ** (5 - len(numbers)):
        return None
    value = rest
    for place, byte in enumerate(bytes_):
        if byte is None or byte > 255:
            return None
        value += byte << 8 * (3 - place)
    return str(IPv4Address(value))


def _number(piece: str) -> int | None:
    """A number as inet_aton reads it; None where it is none, or has more digits than any address."""
    base = 16 if piece[:2].lower() == "0x" else 8 if piece.startswith("0") and len(piece) > 1 else 10
    digits = (piece[2:] if base == 16 else piece).lstrip("0")
    try:
        return int(digits or "0", base) if len(digits) <= 16 else None
    except ValueError:
        return None


TEMPORARY = re.compile(
    r"(?:^|\.)(?:"
    # Tunnels to somebody's computer.
    r"ngrok(?:-free)?\.(?:app|dev|io|pizza|pro)|ngrok\.com|trycloudflare\.com|loca\.lt|localhost\.run|lhr\.life"
    r"|serveo\.net|localtunnel\.me|tunnelmole\.(?:net|com)|pinggy\.(?:link|io|online)|bore\.pub|zrok\.io|localxpose\.io|loclx\.io"
    r"|devtunnels\.ms|expose\.dev|sharedwithexpose\.com|tunnelto\.dev|telebit\.(?:io|cloud)|pagekite\.me|ts\.net|nip\.io|sslip\.io|xip\.io"
    # Workshops, whose previews go when the workshop closes.
    r"|app\.github\.dev|githubpreview\.dev|gitpod\.(?:io|dev)|csb\.app|codesandbox\.io|stackblitz\.(?:io|com)|webcontainer(?:-api)?\.io"
    r"|glitch\.me|repl\.co|replit\.dev|webhook\.site|pipedream\.net|requestbin\.(?:net|com)|beeceptor\.com"
    r"|preview\.emergentagent\.com|lovableproject\.com|(?:id-)?preview--[a-z0-9-]+\.lovable\.app|vusercontent\.net|e2b\.(?:app|dev)|cloudworkstations\.dev|idx\.dev|gradio\.live"
    r")$"
    # One deployment among many: Vercel's and Netlify's carry a hash or a branch, others say so.
    r"|-git-[a-z0-9-]+\.vercel\.app$|-(?=[a-z0-9]*[0-9])[a-z0-9]{9}-[a-z0-9-]+\.vercel\.app$"
    r"|^(?:[0-9a-f]{24}|deploy-preview-[0-9]+|[a-z0-9-]+)--[a-z0-9-]+\.netlify\.app$"
    r"|---[a-z0-9-]+\.a\.run\.app$|-[a-z0-9]+\.[a-z]+[0-9]?\.[0-9]\.azurestaticapps\.net$|^pr-[0-9]+\.[a-z0-9]+\.amplifyapp\.com$"
    r"|^[a-z0-9-]+\.[a-z0-9-]+\.pages\.dev$|^[0-9a-f]{8}-[a-z0-9-]+\.[a-z0-9-]+\.workers\.dev$|^[a-z0-9-]+--[a-z0-9-]+\.(?:web\.app|hosted\.app)$"
    r"|-pr-[0-9]+\.(?:herokuapp\.com|onrender\.com|up\.railway\.app|fly\.dev)$|(?:^|\.)preview\.[a-z0-9-]+\.(?:app|dev|com|io)$"
)
"""Hosts that do not last: tunnels, workshops in the browser, previews of one deployment."""

PLACEHOLDER = re.compile(r"\[[A-Za-z][A-Za-z0-9 _.-]*\]")
"""A name in brackets that stands for another, such as ``[YOUR-VERCEL-URL]``; an IPv6 address has a colon."""
