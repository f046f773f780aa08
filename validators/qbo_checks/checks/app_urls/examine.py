"""How the check knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from qbo_checks import lookalikes
from qbo_checks.checks.app_urls.rules import HOST, LABELS, LONGEST, PURPOSES, RULES
from qbo_checks.excerpt import is_invisible, named, quote
from qbo_checks.model import Answer, Fields, Finding, Span
from qbo_checks.portal import LINK_HOSTS, UAT_HOSTS
from qbo_checks.redact import holds_secret
from qbo_checks.text import Pasted, first_difference, plain, refanged, unescaped
from qbo_checks.url import beginnings

LAYERS = 8
"""How many layers of labels, quotes and spaces are taken off: more than anyone pastes."""
URLS = tuple(name for name in LABELS if name != HOST)
VISITED = ("launch_url", "disconnect_url", "reconnect_url")
"""The URLs that Intuit itself sends people to; the two legal pages are links that people follow."""


def examine(fields: Fields) -> Answer:
    """Read each field by itself, then compare them."""
    if not any(value.strip() for value in fields.values()):
        return Answer((Finding("empty", HOST),))

    read = {name: _read(name, fields[name]) for name in LABELS}
    findings = {name: list(reading.findings) for name, reading in read.items()}
    addresses = {name: reading.address for name, reading in read.items() if reading.address}
    for found in (*_repeated(addresses), *_elsewhere(addresses), *_of_examples(addresses)):
        findings[found.field].append(found)

    told = [found for name in LABELS for found in sorted(findings[name], key=_place)]
    if all(RULES[found.rule].severity == "note" for found in told):
        told.append(Finding("well-formed", URLS[-1]))
    cleaned = {name: better for name, reading in read.items() if (better := _corrected(name, reading))}
    secrets = tuple(name for name in LABELS if len(fields[name]) > LONGEST or holds_secret(fields[name]))
    if secrets:
        told = [_unquoted(found, secrets) for found in told]
    return Answer(tuple(told), cleaned, secrets=secrets)


def _unquoted(found: Finding, secrets: Sequence[str]) -> Finding:
    """A finding without the words of fields that hold a password or a token."""
    quoting = {"domain"} if HOST in secrets else set()
    quoting |= {"found", "ascii"} if found.field in secrets else set()
    return replace(
        found, placeholders={**found.placeholders, **dict.fromkeys(quoting & set(found.placeholders), "…")}
    )


def _place(found: Finding) -> int:
    return found.span[0] if found.span else 0


def _corrected(name: str, reading: _Reading) -> str | None:
    """A correction is offered only if it stands up to the same examination."""
    if not reading.findings or reading.better in (None, reading.value):
        return None
    return None if _is_wrong(_read(name, reading.better or "").findings) else reading.better


def _is_wrong(findings: Sequence[Finding]) -> bool:
    return any(RULES[found.rule].severity == "error" for found in findings)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Part of what was pasted, whose characters may have lost some of their neighbours.

    ``places`` says where each character stood, and where the stretch ended.
    """

    text: str
    places: Sequence[int]

    def __getitem__(self, part: slice) -> _Stretch:
        begin, end, _ = part.indices(len(self.text))
        return _Stretch(self.text[begin:end], self.places[begin : max(begin, end) + 1])

    @property
    def span(self) -> Span:
        return self.places[0], self.places[len(self.text) - 1] + 1 if self.text else self.places[0]

    def only(self, kept: Sequence[int]) -> _Stretch:
        """The characters at these positions, and no others."""
        places = [self.places[position] for position in kept]
        end = places[-1] + 1 if places else self.places[0]
        return _Stretch("".join(self.text[position] for position in kept), [*places, end])

    def peel(self) -> tuple[_Stretch, tuple[tuple[str, _Stretch], ...]]:
        """The stretch without one layer around it, and what was taken off, each with its rule."""
        pasted = Pasted.of(self.text)
        label = _label(self.text)
        for rule, (inner, taken) in (
            ("surrounding-space", pasted.strip()),
            ("label-included", (pasted[label:], (pasted[:label],) if label else ())),
            ("wrapped", pasted.unwrap()),
        ):
            if taken:
                return self[slice(*inner.span)], tuple((rule, self[slice(*part.span)]) for part in taken)
        return self, ()


@dataclass(slots=True)
class _Reading:
    """What one field holds. ``better`` is the value with everything certain put right."""

    value: str
    findings: list[Finding] = field(default_factory=list)
    address: _Address | None = None
    better: str | None = None


class _Address:
    """The parts of what follows a scheme, each where it stands (the names are RFC 3986's, section 3)."""

    def __init__(self, whole: _Stretch, text: _Stretch) -> None:
        self.whole = whole
        tail = _first(text.text, "/?#")
        authority, self.tail = text[:tail], text[tail:]
        host = authority.text.rfind("@") + 1
        self.userinfo = authority[:host]
        rest = authority[host:]
        if rest.text.startswith("["):
            colon = rest.text.find("]") + 1 or len(rest.text)
        elif rest.text.count(":") > 1:
            # An IPv6 address without its brackets.
            colon = len(rest.text)
        else:
            colon = _first(rest.text, ":")
        self.host, self.port = rest[:colon], rest[colon:]
        query = _first(self.tail.text, "?#")
        self.path, self.query = self.tail[:query], self.tail[query : _first(self.tail.text, "#")]
        self.fragment = self.tail[_first(self.tail.text, "#") :]
        self.name = self.host.text.lower().removesuffix(".")
        """The host as it is compared: host names are the same in any case, with or without the final dot."""

    def within(self, domain: str) -> bool:
        return self.name == domain or self.name.endswith(f".{domain}")


def _first(text: str, signs: str) -> int:
    """Where the first of some signs stands, or the text's length."""
    return min((at for sign in signs if (at := text.find(sign)) >= 0), default=len(text))


def _found(rule: str, name: str, place: _Stretch, **placeholders: object) -> Finding:
    """A finding at a place; every message may name its first character, the field and what it is for."""
    start, end = place.span
    common = {
        "position": start + 1,
        "found": quote(place.text),
        "label": LABELS[name],
        "purpose": PURPOSES[name],
    }
    return Finding(rule, name, (start, end), {**common, **placeholders})


def _read(name: str, value: str) -> _Reading:
    """Everything that can be said of one field without looking at the others."""
    reading = _Reading(value)
    findings = reading.findings
    if not value.strip():
        findings.append(Finding("missing", name, placeholders={"purpose": PURPOSES[name]}))
        return reading
    if len(value) > LONGEST:
        placeholders = {"length": len(value), "limit": LONGEST}
        findings.append(Finding("too-long", name, (LONGEST, len(value)), placeholders))
        return reading

    text, certain = _written(name, _Stretch(value, range(len(value) + 1)), findings)
    if text is None:
        return reading
    rest = _without_scheme(name, text, findings)
    if rest is None:
        return reading

    address = _Address(text, rest)
    findings += _of_authority(name, address)
    findings += _of_tail(name, address)
    findings += _of_known_hosts(name, address)
    if any(found.rule == "lookalike-host" for found in findings):
        # Its letters are told already, and for what they are.
        findings[:] = [found for found in findings if found.rule != "non-ascii-host"]
    if NOT_OURS.isdisjoint(found.rule for found in findings):
        reading.address = address
    if certain and not any(found.rule == "template" for found in findings):
        reading.better = _rebuilt(name, address)
    return reading


NOT_OURS = frozenset({
    "codat-host", "intuit-host", "invalid-host", "ip-address", "localhost", "missing-host", "private-host",
    "lookalike-host", "redirect-uri", "template",
})  # fmt: skip
"""Errors after which an address is not worth comparing with the others."""


def _written(name: str, text: _Stretch, findings: list[Finding]) -> tuple[_Stretch | None, bool]:
    """The address alone, and whether what was taken away is certain to be too much.

    Nothing is returned where there is more than one address.
    """
    invisible = [at for at, char in enumerate(text.text) if is_invisible(char)]
    if invisible:
        first = text[invisible[0] : invisible[0] + 1]
        findings.append(_found("invisible-character", name, first, found=named(first.text)))
        gone = set(invisible)
        text = text.only([at for at in range(len(text.text)) if at not in gone])

    text = _retyped(name, text, "fullwidth-character", FULLWIDTH, findings)
    for rule, read in (("escaped-character", unescaped), ("defanged", refanged), ("percent-encoded", plain)):
        traced, written = read(Pasted(text.text, text.places, text.places[1:]))
        text = _Stretch(traced.text, traced.starts)
        if written:
            findings.append(_found(rule, name, _Stretch(written.text, written.starts)))
    text = _retyped(name, text, "backslash", {ord("\\"): "/"}, findings)

    taken: dict[str, _Stretch] = {}
    for _ in range(LAYERS):
        text, layer = text.peel()
        for rule, place in layer:
            taken.setdefault(rule, place)
    findings += [_found(rule, name, place) for rule, place in taken.items()]

    second = _second_address(name, text)
    if second is not None:
        findings.append(_found("several-urls", name, second))
        return None, False
    certain = True
    spaces = [at for at, char in enumerate(text.text) if char.isspace()]
    if spaces:
        findings.append(_found("inner-space", name, text[spaces[0] : spaces[0] + 1]))
        # A line break in the middle is a wrapped line, and the spaces beside it are its indentation.
        certain = all(len(line.split()) < 2 for line in text.text.splitlines())
        text = text.only([at for at, char in enumerate(text.text) if not char.isspace()])

    return text, certain


FULLWIDTH: dict[int, str] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    0x3002: ".",
}
"""The full-width forms of ASCII (Unicode, FF01 to FF5E) and the ideographic full stop."""


def _retyped(
    name: str, text: _Stretch, rule: str, signs: dict[int, str], findings: list[Finding]
) -> _Stretch:
    """The text with some signs replaced by ordinary ones, one for one; the first one is told."""
    plain = text.text.translate(signs)
    if plain != text.text:
        at = first_difference(text.text, plain)
        findings.append(_found(rule, name, text[at : at + 1]))
    return _Stretch(plain, text.places)


LABEL_WORDS = frozenset({
    "address", "adresse", "agreement", "app", "application", "confidentialité", "connect", "contrat", "de",
    "deconnexion", "disconnect", "domain", "domaine", "du", "déconnexion", "end", "eula", "host", "hote", "hôte",
    "intuit", "la", "launch", "legal", "license", "licence", "link", "policy", "politique", "privacy",
    "qbo", "quickbooks", "reconnect", "reconnexion", "terms", "uri", "url", "user",
})  # fmt: skip
"""The words that fields are called by, in the portal, in settings files and in French notes."""


def _label(text: str) -> int:
    """How many characters a label takes up, such as ``Launch URL:`` or ``EULA_URL=``; 0 without one."""
    address = _ADDRESS.search(text, 0, LONGEST_LABEL)
    if address and _introduces(text[: address.start()]):
        label = text[: address.start()].rstrip(_BEFORE_ADDRESS)
        return len(text) - len(text[len(label) :].lstrip())
    signs = [at for sign in ":=" if (at := text.find(sign, 0, 60)) > 0]
    if not signs or text.startswith("//", min(signs) + 1):
        return 0
    before = text[: min(signs)].strip(" \t\u00a0\u202f\"'`*-").lower()
    words = before.replace("_", " ").replace("-", " ").replace("/", " ").split()
    # “user:password@host” begins with no label.
    if not words or words[-1] == "user" or not LABEL_WORDS.issuperset(words):
        return 0
    after = text[min(signs) + 1 :]
    return len(text) - len(after.lstrip())


LONGEST_LABEL = 200
_ADDRESS = re.compile(r"https?:[/\\]{1,2}", re.IGNORECASE)
_BEFORE_ADDRESS = " \t\n\r\u00a0\u202f\"'`([{<«“‘"


def _introduces(before: str) -> bool:
    """Whether words lead up to an address without being part of it, or an address of their own."""
    if not before or not (before[-1].isspace() or before[-1] in "=:,;>|" + _BEFORE_ADDRESS):
        return False
    words = before.lower().replace("=", " ").split()
    return any(map(str.isalnum, before)) and not any(
        "@" in word or "." in word.strip(".") or word.strip(":/\\") in ("http", "https") for word in words
    )


def _second_address(name: str, text: _Stretch) -> _Stretch | None:
    """Where a second address begins, if there is one."""
    begin = 0
    words = []
    for word in text.text.replace(",", " ").replace(";", " ").replace("|", " ").split():
        begin = text.text.find(word, begin)
        words.append((begin, word))
        begin += len(word)
    full = [at for at, word in words if "://" in word or (name == HOST and "." in word.strip("."))]
    if len(full) < 2:
        full = beginnings(text.text.lower()) if text.text.isascii() else []
    return text[full[1] :] if len(full) > 1 else None


def _without_scheme(name: str, text: _Stretch, findings: list[Finding]) -> _Stretch | None:
    """What follows the scheme; None where there is another scheme, or only a path."""
    rest, scheme = text, ""
    while (found := _https(rest.text))[1]:
        scheme, length = found
        rest = rest[length:]
    written = text[: len(text.text) - len(rest.text)]
    if name == HOST:
        if written.text:
            findings.append(_found("scheme-included", name, written))
    elif written.text:
        if written.text.lower() not in ("http://", "https://") and rest.text:
            findings.append(_found("malformed-scheme", name, written))
        if scheme == "http":
            findings.append(_found("http-scheme", name, written))
    return rest if written.text else _without_known_scheme(name, text, findings)


def _without_known_scheme(name: str, text: _Stretch, findings: list[Finding]) -> _Stretch | None:
    head = text.text[: _first(text.text, "/?#")]
    if _is_other_scheme(head, text.text):
        findings.append(_found("other-scheme", name, text[: head.index(":") + 1]))
        return None
    if text.text.startswith("//"):
        findings.append(_found("scheme-included" if name == HOST else "missing-scheme", name, text[:2]))
        return text[2:]
    if name == HOST:
        return text
    if not text.text:
        findings.append(_found("missing-host", name, text))
        return None
    if head.startswith(".") or not (set(head) & set(".:[@") or head.lower() == "localhost"):
        findings.append(_found("relative", name, text))
        return None
    findings.append(_found("missing-scheme", name, text[:1]))
    return text


def _https(text: str) -> tuple[str, int]:
    """The scheme http or https at the start, well written or not, and how many characters it takes."""
    lower = text[:5].lower()
    scheme = "https" if lower == "https" else "http" if lower.startswith("http") else ""
    after = text[len(scheme) :]
    # A semicolon is a colon without the shift key.
    signs = len(after) - len(after.lstrip(":;/"))
    # “https.boreal.example” and “http/2” begin with a name, not with a scheme.
    is_scheme = scheme and signs and (after.startswith((":", ";/", "//")))
    return (scheme, len(scheme) + signs) if is_scheme else ("", 0)


def _is_other_scheme(head: str, text: str) -> bool:
    """Whether the text begins with a scheme, which a host with its port resembles (RFC 3986, section 3.1)."""
    scheme, colon, rest = head.partition(":")
    if not colon or not scheme.isascii() or not scheme[:1].isalpha():
        return False
    if (not rest and text.startswith("//", len(head))) or rest.lower().startswith("http"):
        return True
    if ":" in rest:
        # An IPv6 address without its brackets.
        return False
    return "." not in scheme and scheme.replace("+", "").replace("-", "").isalnum() and not rest[:1].isdigit()


def _of_authority(name: str, address: _Address) -> Iterator[Finding]:
    """What is wrong with the user, the host and the port."""
    host, port = address.host, address.port.text.removeprefix(":")
    if address.userinfo.text:
        yield _found("userinfo", name, address.userinfo[-1:])
    if set(host.text) & set("{}<>"):
        return
    ascii_name = _ascii(address.name)
    if not host.text:
        yield _found("missing-host", name, host)
    elif _is_own_computer(address.name):
        yield _found("localhost", name, host)
    elif _is_ip(address.name):
        yield _found("ip-address", name, host)
    elif ascii_name is None or not _is_domain(ascii_name) or host.text.endswith("."):
        yield _found("invalid-host", name, host)
    elif "." not in address.name or address.name.rpartition(".")[2] in PRIVATE_DOMAINS:
        yield _found("private-host", name, host)
    elif not host.text.isascii():
        at = next(at for at, char in enumerate(host.text) if not char.isascii())
        yield _found("non-ascii-host", name, host[at : at + 1], ascii=ascii_name)
    if address.port.text:
        valid = not port or (port.isascii() and port.isdigit() and len(port) < 6 and 0 < int(port) < 65536)
        yield _found("port" if valid else "invalid-host", name, address.port)


PRIVATE_DOMAINS = frozenset(
    ["corp", "home", "internal", "intranet", "invalid", "lan", "local", "localdomain", "private", "test"]
)
"""Last labels that no public host has: RFC 6761, RFC 6762 (local), and those that ICANN keeps out of the root."""


OWN_ADDRESSES = ("::1", "0.0.0.0")  # noqa: S104 - nothing is bound here.


def _is_own_computer(host: str) -> bool:
    bare = host.strip("[]")
    named = bare.rpartition(".")[2] == "localhost"
    return named or bare in OWN_ADDRESSES or (_is_ip(bare) and bare.startswith("127."))


def _is_ip(host: str) -> bool:
    """Whether browsers read the host as an IP address: brackets, colons, or a number as its last label.

    So does the WHATWG URL Standard (“ends in a number”), which also knows 2130706433 and 0x7f.1.
    """
    last = host.rpartition(".")[2]
    hexadecimal = last.startswith("0x") and all(char in "0123456789abcdef" for char in last[2:])
    return ":" in host or host.startswith("[") or hexadecimal or (last.isascii() and last.isdigit())


def _ascii(host: str) -> str | None:
    """The host as it travels, its letters beyond ASCII in their “xn--” form; None if there is none."""
    if host.isascii() or len(host) > 253:
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return None


def _is_domain(host: str) -> bool:
    """RFC 1035, section 2.3.1, with the digits that RFC 1123, section 2.1, lets a label begin with."""
    return len(host) <= 253 and all(
        0 < len(label) < 64
        and label.isascii()
        and label.replace("-", "").isalnum()
        and label[0] != "-" != label[-1]
        for label in host.split(".")
    )


def _of_tail(name: str, address: _Address) -> Iterator[Finding]:
    """What is wrong after the host, and templates anywhere."""
    whole, tail = address.whole, address.tail
    brace = min(_first(whole.text, "{}<>"), _first(whole.text.lower().replace("%7b", "{  "), "{"))
    if brace < len(whole.text):
        closing = min(
            _first(whole.text[brace:], "}>"), _first(whole.text[brace:].lower().replace("%7d", "  }"), "}")
        )
        yield _found("template", name, whole[brace : brace + closing + 1])
    if name == HOST:
        if tail.text:
            yield _found("path-included", name, tail)
        return
    if route := _ROUTE.search(tail.text):
        yield _found("template", name, tail[route.start(1) : route.end(1)])
        return
    if strange := _TO_ENCODE.search(tail.text):
        yield _found("unencoded-character", name, tail[strange.start() : strange.end()])
    if address.fragment.text and name in VISITED:
        yield _found("fragment", name, address.fragment)


_ROUTE = re.compile(r"/(:[A-Za-z_]\w{0,40}|\[[A-Za-z_]\w{0,40}\])(?![^/?#])")
"""A segment that a framework's router fills in: ``:tenant`` or ``[tenant]``."""

_TO_ENCODE = re.compile(r"[^\x00-\x7f]|[\"^`|\[\]]|%(?![0-9A-Fa-f]{2})")
"""Not in the grammar of RFC 3986, appendix A. Braces and angle brackets are told as templates."""


def _of_known_hosts(name: str, address: _Address) -> Iterator[Finding]:
    """What addresses of Codat's and Intuit's are, and why they do not belong here."""
    host, path = address.host, address.path.text.rstrip("/")
    if address.within("intuit.com"):
        yield _found("intuit-host", name, host)
    if any(
        f".{owner}." in f".{address.name}" or lookalikes.imitates(address.name, owner)
        for owner in ("codat.io", "intuit.com")
    ):
        yield _found("lookalike-host", name, host)
    if not address.within("codat.io"):
        return
    if name != HOST and path.endswith("callback"):
        yield _found("redirect-uri", name, address.whole)
    elif name == "disconnect_url" and address.name == "api.codat.io":
        yield _found("api-endpoint", name, host)
    elif name in ("launch_url", "reconnect_url") and address.name in LINK_HOSTS + UAT_HOSTS:
        yield from _of_link(name, address)
    else:
        yield _found("codat-host", name, host)


def _of_link(name: str, address: _Address) -> Iterator[Finding]:
    """Which of Codat's Link URLs an address is."""
    path, otp = address.path.text, address.query.text.lower().find("otp=")
    if address.name in UAT_HOSTS:
        yield _found("uat-host", name, address.host)
    if path.startswith(("/company/", "/companies/", "/link/start/")) or path.endswith("/start"):
        yield _found("company-link", name, address.path)
    elif otp < 0 and address.name in LINK_HOSTS:
        yield _found("generic-link", name, address.host)
    if otp >= 0:
        yield _found("one-time-link", name, address.query[otp : otp + 4])


def _rebuilt(name: str, address: _Address) -> str | None:
    """The address with everything certain put right."""
    if address.userinfo.text:
        return None
    host = address.host.text.removesuffix(".")
    if name == HOST:
        return host
    port = "" if address.port.text in (":", ":443") else address.port.text
    tail = _TO_ENCODE.sub(_encoded, address.tail.text)
    return f"https://{host}{port}{tail}"


def _encoded(sign: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in sign[0].encode())


def _repeated(addresses: dict[str, _Address]) -> Iterator[Finding]:
    """The same page in two fields."""
    known: dict[tuple[str, ...], str] = {}
    for name in URLS:
        if name in addresses:
            it = addresses[name]
            port = "" if it.port.text == ":443" else it.port.text
            key = (it.name, port, it.path.text.rstrip("/"), it.query.text, it.fragment.text)
            other = known.setdefault(key, name)
            if other != name:
                rule = "eula-is-privacy" if {name, other} == {"eula_url", "privacy_url"} else "same-url"
                yield _found(rule, name, it.whole, other=LABELS[other])


def _elsewhere(addresses: dict[str, _Address]) -> Iterator[Finding]:
    """URLs that are not under the host domain. Codat's hosts have been told already."""
    if HOST not in addresses:
        return
    domain = addresses[HOST].name.removeprefix("www.")
    for name in URLS:
        it = addresses.get(name)
        if it and not any(map(it.within, (domain, "codat.io"))):
            own = it.name.removeprefix("www.")
            if not addresses[HOST].within(own):
                yield _found("other-host", name, it.host, domain=quote(domain))


def _of_examples(addresses: dict[str, _Address]) -> Iterator[Finding]:
    """The domains that guides write where the reader's own belongs, each kind said once."""
    told = set()
    for name, it in addresses.items():
        example = any(map(it.within, ("example.com", "example.net", "example.org")))
        stand_in = any(map(STAND_IN.fullmatch, it.name.split(".")))
        rule = "example-domain" if example else "placeholder-domain" if stand_in else ""
        if rule and rule not in told:
            told.add(rule)
            yield _found(rule, name, it.host)


STAND_IN = re.compile(
    r"(?:your|my|votre|mon)-?"
    r"(?:app|application|business|company|domain|domaine|entreprise|host|product|saas|server|site|website)"
    r"-?(?:name)?"
)
"""A label of a host that stands for the reader's own."""
