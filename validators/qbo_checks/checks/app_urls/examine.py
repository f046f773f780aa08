"""How the check knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from qbo_checks import lookalikes
from qbo_checks.checks import redirect_uri
from qbo_checks.checks.app_urls.rules import (
    EACH_IN_ITS_FIELD,
    HOST,
    LABELS,
    ONE_EACH,
    OWN_COMPANY,
    OWN_ENDPOINT,
    PURPOSES,
    RULES,
    TOKEN_OF_OWN,
)
from qbo_checks.excerpt import is_invisible, named, quote
from qbo_checks.model import Answer, Fields, Finding, Host, Text
from qbo_checks.portal import CODAT_DOMAIN, CODAT_HOSTS, INTUIT_DOMAIN, LINK_HOSTS, UAT_HOSTS
from qbo_checks.redact import RUN, reads_as_words
from qbo_checks.text import FULL_WIDTH, MAX_URL_CHARS, SPACES, Pasted, plain, refanged, unescaped
from qbo_checks.url import PLACEHOLDER, TEMPORARY, beginnings, host_fault, octets, split_rest

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
    written = {name: reading.written for name, reading in read.items() if reading.written}
    for found in (*_repeated(written), *_elsewhere(addresses), *_of_examples(addresses)):
        findings[found.field].append(found)

    given = _distributed(fields)
    for name in given:
        findings[name] = [
            replace(found, placeholders={**found.placeholders, "advice": EACH_IN_ITS_FIELD})
            for found in findings[name]
        ]
    empty = [name for name in LABELS if not fields[name].strip() and name not in given]
    if empty:
        # Said once, in the first of them, by the portal's labels, which exist in English only.
        labels = [LABELS[name].en for name in empty]
        names = Text(
            fr=", ".join(f"«\u00a0{label}\u00a0»" for label in labels),
            en=", ".join(f"“{label}”" for label in labels),
        )
        findings[empty[0]].append(Finding("missing", empty[0], placeholders={"empty": names}))
    told = [found for name in LABELS for found in sorted(findings[name], key=_place)]
    if not empty and all(RULES[found.rule].severity == "note" for found in told):
        told.append(Finding("well-formed", URLS[-1]))
    cleaned = {name: better for name, reading in read.items() if (better := _corrected(name, reading))}
    cleaned |= given
    return Answer(tuple(told), cleaned)


def link_fault(value: str) -> Finding | None:
    """What keeps the address of any public page, with its scheme or without, from being opened."""
    address = value if "://" in value else f"https://{value}"
    errors = (found for found in _read(URLS[-1], address).findings if RULES[found.rule].severity == "error")
    return next((found for found in errors if found.rule not in OWN_PAGES), None)


OWN_PAGES = frozenset({"codat-host", "http-scheme", "intuit-host", "redirect-uri"})
"""Errors in an address that has to be the app's own, and in no other."""


def _place(found: Finding) -> int:
    return found.span[0] if found.span else 0


def _corrected(name: str, reading: _Reading) -> str | None:
    """A correction is offered only if it stands up to the same examination."""
    if not reading.findings or reading.better in (None, reading.value):
        return None
    return None if _is_wrong(_read(name, reading.better or "").findings) else reading.better


def _is_wrong(findings: Sequence[Finding]) -> bool:
    return any(RULES[found.rule].severity == "error" for found in findings)


def _unwrapped(name: str, text: Pasted) -> tuple[Pasted, dict[str, Pasted]]:
    """The text without the layers around it, and the first stretch that was taken off of each kind."""
    taken: dict[str, Pasted] = {}
    if name == HOST:
        text, around = _configured(text)
        for part in around:
            taken.setdefault("label-included" if any(map(str.isalnum, part.text)) else "wrapped", part)
    for _ in range(LAYERS):
        text, layer = _peel(text)
        if not layer:
            break
        for rule, place in layer:
            taken.setdefault(rule, place)
    return text, taken


def _peel(text: Pasted) -> tuple[Pasted, tuple[tuple[str, Pasted], ...]]:
    """The text without one layer around it, and what was taken off, each with its rule."""
    for rule, peel in (
        ("surrounding-space", Pasted.strip),
        ("label-included", _unlabelled),
        ("wrapped", Pasted.unwrap),
    ):
        inner, taken = peel(text)
        if taken:
            return inner, tuple((rule, part) for part in taken)
    return text, ()


_HOST_SETTING = re.compile(
    # Traefik; HAProxy; nginx and Apache; Kubernetes, Docker Compose and the like; a site of a Caddyfile.
    r"\bHost\((?P<rule>[^()\n\r]{1,300})\)"
    r"|(?:\bhdr\(host\)|\bserver_name\b|\bServerName\b|\bServerAlias\b)(?P<directive>[^\n\r;#]{1,300})"
    r"|^[ \t{-]{0,40}[\"']?[\w.-]{0,60}?(?<!local)(?i:host|hostname|domain|fqdn)s?[\"']?[ \t]{0,8}(?:<<|[:=])"
    r"(?P<value>[^\n\r#@]{0,300}(?:\s{1,40}-[ \t]+[^\s:@]{1,300}$){0,20})"
    r"|^(?P<site>(?:https?://)?[^\s/{}()@]{1,300})[ \t]{0,8}\{[ \t]*$",
    re.MULTILINE,
)
"""Where servers are told their hosts: ``Host(`…`)``, ``server_name``, ``hdr(host)``, ``host:``, a site's block."""

_HOST_NAME = re.compile(r"[\w*-]{1,63}(?:\.[\w*-]{1,63}){1,10}")


def _configured(text: Pasted) -> tuple[Pasted, tuple[Pasted, ...]]:
    """The one host that a server's configuration names, and what stands around it; the text where there is none."""
    names = [
        text.matched(match)[slice(*name.span())]
        for match in _HOST_SETTING.finditer(text.text)
        for name in _HOST_NAME.finditer(match[0], match.start(match.lastgroup or 0) - match.start())
    ]
    if len({name.text.lower() for name in names}) != 1:
        return text, ()
    start, end = names[0].start - text.start, names[0].span[1] - text.start
    parts = (text[:start], text[end:])
    return text[start:end], tuple(part for part in parts if part.text.strip())


def _unlabelled(text: Pasted) -> tuple[Pasted, tuple[Pasted, ...]]:
    label = _label(text.text)
    return (text[label:], (text[:label],)) if label else (text, ())


FIELD_WORDS = {
    "reconnect_url": ("reconnect", "reconnexion"),
    "disconnect_url": ("disconnect", "déconnexion", "deconnexion"),
    "launch_url": ("launch", "lancement"),
    "eula_url": ("eula", "license", "licence"),
    "privacy_url": ("privacy", "confidentialité"),
    "host_domain": ("domain", "host", "hôte"),
}
"""The words by which a label names a field; the first field that fits is meant."""

_CELLS = re.compile(r"[^\s|`\"'<>]+")


def _distributed(fields: Fields) -> dict[str, str]:
    """Addresses that were pasted together, each behind its field's label, by field: a table, a list, a file.

    Those that are wrong are left out, as are fields that hold something else already.
    """
    found: dict[str, str] = {}
    holder = next((name for name in LABELS if len(fields[name].splitlines()) > 1), None)
    for line in fields[holder].splitlines()[:MAX_LINES] if holder else ():
        words = _CELLS.findall(line[:MAX_URL_CHARS])
        address = next((word for word in words if "." in word.strip(".,;")), None)
        if address is None:
            continue
        label = line[: line.index(address)].lower()
        name = next(
            (name for name, known in FIELD_WORDS.items() if any(word in label for word in known)), None
        )
        if name and name not in found and (name == holder or not fields[name].strip()):
            reading = _read(name, address)
            better = address if not reading.findings else reading.better
            if better and not _is_wrong(_read(name, better).findings):
                found[name] = better
    return found if len(found) > 1 else {}


MAX_LINES = 40
"""How many lines are looked at for labels: more than there are fields, however they are laid out."""


@dataclass(slots=True)
class _Reading:
    """What one field holds. ``better`` is the value with everything certain put right."""

    value: str
    findings: list[Finding] = field(default_factory=list)
    address: _Address | None = None
    written: _Address | None = None
    better: str | None = None


class _Address:
    """What follows a scheme, taken apart."""

    def __init__(self, whole: Pasted, rest: Pasted) -> None:
        self.whole = whole
        self.parts = split_rest(rest)
        self.host, self.port, self.userinfo = self.parts.host, self.parts.port, self.parts.userinfo
        self.path, self.query, self.fragment = self.parts.path, self.parts.query, self.parts.fragment
        self.tail = rest[len(self.userinfo) + len(self.host) + len(self.port) :]
        self.name = self.parts.browser_host or self.parts.host_name
        """The host as it is compared: what a browser makes of it, where it makes anything of it."""
        self.name = self.name.removesuffix(".")

    def within(self, domain: str) -> bool:
        return f".{self.name}".endswith(f".{domain}")

    @property
    def is_owners(self) -> bool:
        """Whether it is Codat's or Intuit's own, and not the reader's."""
        return any(map(self.within, OWNERS))


def _first(text: str, signs: str) -> int:
    """Where the first of some signs stands, or the text's length."""
    return min((at for sign in signs if (at := text.find(sign)) >= 0), default=len(text))


def _found(rule: str, name: str, place: Pasted, **placeholders: object) -> Finding:
    """A finding at a place; every message may name its first character, the field and what it is for."""
    start, end = place.span
    common = {
        "position": start + 1,
        "found": quote(place.text),
        "label": LABELS[name],
        "purpose": PURPOSES[name],
    }
    return Finding(rule, name, (start, end), {**common, **placeholders})


def _found_host(rule: str, name: str, host: Pasted, **placeholders: object) -> Finding:
    """A finding about the host of an address."""
    return _found(rule, name, host, found=Host(quote(host.text)), **placeholders)


def _read(name: str, value: str) -> _Reading:
    """Everything that can be said of one field without looking at the others."""
    reading = _Reading(value)
    findings = reading.findings
    if not value.strip():
        return reading
    if len(value) > MAX_URL_CHARS:
        placeholders = {"length": len(value), "limit": MAX_URL_CHARS}
        findings.append(Finding("too-long", name, (MAX_URL_CHARS, len(value)), placeholders))
        return reading

    text, certain = _written(name, Pasted.of(value), findings)
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
    reading.written = address
    if certain and not any(found.rule == "template" for found in findings):
        reading.better = _rebuilt(name, address)
    return reading


NOT_OURS = frozenset({
    "codat-host", "intuit-host", "invalid-host", "ip-address", "localhost", "missing-host", "private-host",
    "lookalike-host", "redirect-uri", "template",
})  # fmt: skip
"""Errors after which an address is not worth comparing with the others."""


def _written(name: str, text: Pasted, findings: list[Finding]) -> tuple[Pasted | None, bool]:
    """The address alone, and whether what was taken away is certain to be too much.

    Nothing is returned where there is more than one address.
    """
    if name != HOST and _BARE.fullmatch(text.text) and "hxxp" not in text.text.lower():
        return text, True

    plainly_visible = text.text.isascii() and text.text.isprintable()
    invisible = set() if plainly_visible else set(filter(is_invisible, text.text))
    if first := text.first(invisible):
        findings.append(_found("invisible-character", name, first, found=named(first.text)))
        text = text.without(invisible)

    as_pasted = text.text
    text, typeset = text.rewritten(_TYPESET, lambda sign: TYPESET[sign[0]])
    if typeset:
        findings.append(
            _found(
                "typographic-character",
                name,
                typeset,
                found=named(typeset.text),
                plain=Text(fr=TYPESET[typeset.text], en=TYPESET[typeset.text]),
            )
        )
    text = _retyped(name, text, "fullwidth-character", FULL_WIDTH, findings)
    for rule, read in (("escaped-character", unescaped), ("defanged", refanged), ("percent-encoded", plain)):
        text, written = read(text)
        if written:
            findings.append(_found(rule, name, written))
    text = _retyped(name, text, "backslash", {ord("\\"): "/"}, findings)

    text, taken = _unwrapped(name, text)
    findings += [_found(rule, name, place) for rule, place in taken.items()]

    if blank := _ENCODED_BLANK.search(text.text):
        findings.append(_found("surrounding-space", name, text.matched(blank)))
        text = text[: blank.start()]

    second = _second_address(name, text)
    if second is not None:
        findings.append(_found("several-urls", name, second, advice=ONE_EACH))
        return None, False
    certain = EM_DASH not in as_pasted
    if space := text.first(SPACES):
        findings.append(_found("inner-space", name, space))
        # A line break in the middle is a wrapped line, and the spaces beside it are its indentation.
        certain = all(len(line.words()) < 2 for line in text.lines())
        text = text.without(SPACES)

    return text, certain


_ENCODED_BLANK = re.compile(r"(?:%(?:20|09|0[AaDd])|%[Cc]2%[Aa]0){1,20}\Z")
"""White space at the end that was encoded on the way, with the address or before it."""

EM_DASH = "\u2014"
"""It may have been one hyphen as well: which one is not known."""
TYPESET = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-",
    EM_DASH: "--",
}  # fmt: skip
"""Ligatures of a PDF, and the dashes that a word processor puts in the place of a hyphen or of two."""
_TYPESET = re.compile(f"[{''.join(TYPESET)}]")

_BARE = re.compile(r"(?:https?://)?(?=[A-Za-z0-9])[A-Za-z0-9.-]+(?:/[A-Za-z0-9._~/-]*)?(?<=[A-Za-z0-9/])")
"""An address as most are, with nothing around it and nothing in it that is written in another way."""


def _retyped(name: str, text: Pasted, rule: str, signs: dict[int, str], findings: list[Finding]) -> Pasted:
    """The text with some signs replaced by ordinary ones, one for one; the first one is told."""
    plain = text.text if text.text.isascii() and min(signs) > 0x7F else text.text.translate(signs)
    if plain == text.text:
        return text
    if first := text.first({sign for sign in map(chr, signs) if sign in text.text}):
        findings.append(_found(rule, name, first))
    return text.read_as(plain)


LABEL_WORDS = frozenset({
    "address", "adresse", "agreement", "allowed", "app", "application", "base", "confidentialité", "connect", "contrat",
    "de", "deconnexion", "disconnect", "domain", "domaine", "du", "déconnexion", "end", "env", "est", "eula", "fqdn", "host",
    "hostname", "hosts", "hote", "hôte", "intuit", "is", "la", "launch", "le", "legal", "license", "licence", "link",
    "my", "name", "next", "notre", "our", "policy", "politique", "privacy", "public", "qbo", "quickbooks", "react",
    "reconnect", "reconnexion", "server", "servername", "site", "terms", "the", "uri", "url", "user", "virtual",
    "vite",
})  # fmt: skip
"""The words that fields are called by, in the portal, in settings files and in French notes."""

SMALL_WORDS = frozenset(
    {"app", "de", "du", "env", "est", "is", "la", "le", "my", "next", "notre", "our", "public", "the"}
)
"""Those that may as well be the beginning of a host with a space in it."""


def _label(text: str) -> int:
    """How many characters a label takes up, such as ``Launch URL:`` or ``EULA_URL=``; 0 without one."""
    address = _ADDRESS.search(text, 0, MAX_LABEL_CHARS)
    if address and _introduces(text[: address.start()]):
        label = text[: address.start()].rstrip(_BEFORE_ADDRESS)
        return len(text) - len(text[len(label) :].lstrip())
    if setting := _SETTING.match(text):
        return setting.end()
    if (spoken := _SPOKEN.match(text)) and not SMALL_WORDS.issuperset(words := _words(spoken[1])):
        return spoken.end() if LABEL_WORDS.issuperset(words) else 0
    end = text.find(":", 0, 60)
    words = _words(text[: max(end, 0)])
    # “user:password@host” begins with no label.
    if (
        not words
        or text.startswith("//", end + 1)
        or words[-1] == "user"
        or not LABEL_WORDS.issuperset(words)
    ):
        return 0
    return len(text) - len(text[end + 1 :].lstrip())


_SETTING = re.compile(
    r"[\s\"'`*$-]{0,8}(?:(?:export|set|env|const|let|var)\s{1,4})?[a-z_][\w.-]{0,60}[\"'`]?\s{0,8}=\s*",
    re.IGNORECASE,
)
"""A name that a host or an address is assigned to; neither of them has a “=” before its path."""

_SPOKEN = re.compile(r"((?:[\w-]{1,30}\s{1,4}){1,6})(?=[\"'`]?[\w-]+\.\w)")
"""Words before a host, as ``server_name`` in nginx or “our domain is”."""


def _words(label: str) -> list[str]:
    return _LABEL_WORD.findall(label.lower())


_LABEL_WORD = re.compile(r"[^\W_]+")


MAX_LABEL_CHARS = 200
_ADDRESS = re.compile(r"https?:[/\\]{1,2}", re.IGNORECASE)
_BEFORE_ADDRESS = " \t\n\r\u00a0\u202f\"'`([{<«“‘"


def _introduces(before: str) -> bool:
    """Whether words lead up to an address without being part of it, or an address of their own."""
    if not before or not (before[-1].isspace() or before[-1] in "=:,;>|" + _BEFORE_ADDRESS):
        return False
    words = before.lower().replace("=", " ").split()
    return any(map(str.isalnum, before)) and not any(
        "@" in word or "?" in word or "." in word.strip(".") or word.strip(":/\\") in ("http", "https")
        for word in words
    )


def _second_address(name: str, text: Pasted) -> Pasted | None:
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


def _without_scheme(name: str, text: Pasted, findings: list[Finding]) -> Pasted | None:
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


def _without_known_scheme(name: str, text: Pasted, findings: list[Finding]) -> Pasted | None:
    head = text.text[: _first(text.text, "/?#")]
    if _is_other_scheme(head, text.text):
        findings.append(_found("other-scheme", name, text[: head.index(":") + 1]))
        return None
    if text.text.startswith("//"):
        findings.append(_found("scheme-included" if name == HOST else "missing-scheme", name, text[:2]))
        return text[2:]
    if name == HOST:
        return text
    variable = _BEGINS_WITH_VARIABLE.match(text.text)
    relative = head.startswith(".") or not (set(head) & set(".:[@") or head.lower() == "localhost")
    if variable or relative:
        rule = "template" if variable else "relative" if text.text else "missing-host"
        findings.append(_found(rule, name, text.matched(variable) if variable else text))
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
    if set(host.text) & set("{}<>") or PLACEHOLDER.search(host.text) or _VARIABLE.search(host.text):
        return
    if fault := host_fault(address.parts):
        yield _found_host(HOST_RULES[fault], name, host)
    elif not host.text.isascii():
        at = next(at for at, char in enumerate(host.text) if not char.isascii())
        yield _found("non-ascii-host", name, host[at : at + 1], ascii=address.name)
    elif TEMPORARY.search(address.name):
        yield _found_host("temporary-host", name, host)
    elif _TEST.search(address.name) and not address.is_owners:
        yield _found_host("test-host", name, host)
    if address.path.text.startswith("%"):
        yield _found("invalid-host", name, address.path[:3])
    if address.port.text:
        valid = not port or (port.isascii() and port.isdigit() and len(port) < 6 and 0 < int(port) < 65536)
        yield _found("port" if valid else "invalid-host", name, address.port)


_TEST = re.compile(
    r"(?:^|[.-])(?:dev|develop|development|staging|stage|stg|test|testing|qa|uat|preprod|pre-prod|recette|sandbox)"
    r"(?=[.-])(?:-[a-z0-9-]+)?\.[a-z0-9-]+\.[a-z0-9.-]+$"
)
"""A host that is called a test environment, in a label below its domain."""

HOST_RULES = {
    "missing": "missing-host",
    "own-computer": "localhost",
    "ip": "ip-address",
    "malformed": "invalid-host",
    "private": "private-host",
    "unknown": "unknown-top-level",
}
"""What is wrong with a host, and the code that tells it."""


def _of_tail(name: str, address: _Address) -> Iterator[Finding]:
    """What is wrong after the host, and templates anywhere."""
    whole, tail = address.whole, address.tail
    if stand_in := PLACEHOLDER.search(address.host.text) or _VARIABLE.search(address.host.text):
        yield _found("template", name, address.host.matched(stand_in))
    if found := _BRACE.search(whole.text):
        brace = found.start()
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
    else:
        yield from _of_path(name, address)


def _of_path(name: str, address: _Address) -> Iterator[Finding]:
    """What is wrong from the path of a URL on."""
    tail = address.tail
    if group := _GROUP.search(tail.text):
        yield _found("route-group", name, tail[group.start(1) : group.end(1)])
    yield from _of_tokens(name, address)
    yield from _of_endpoints(name, address)
    for run in _PERCENT_RUN.finditer(tail.text):
        if unseen := next(filter(is_invisible, octets(run[0])), None):
            yield _found("invisible-character", name, tail.matched(run), found=named(unseen))
            break
    if strange := _TO_ENCODE.search(tail.text):
        yield _found("unencoded-character", name, tail[strange.start() : strange.end()])
    if address.fragment.text and name in VISITED:
        yield _found("fragment", name, address.fragment)


_BRACE = re.compile(r"[{}<>]|%7[bB]")

_PERCENT_RUN = re.compile(r"(?:%[0-9A-Fa-f]{2})+")

_VARIABLE = re.compile(
    r"\$\(?[A-Za-z_]\w{0,60}\)?|%[A-Za-z_]\w{1,60}%|(?:process|import\.meta)\.env\.\w{1,60}"
)
"""A variable without braces: a shell's, Windows’s, JavaScript's."""
_BEGINS_WITH_VARIABLE = re.compile(
    rf"[#$]?\{{{{1,2}}[^{{}}]{{1,80}}\}}{{1,2}}|<[^<>]{{1,80}}>|{PLACEHOLDER.pattern}|{_VARIABLE.pattern}"
)

_ROUTE = re.compile(r"/(:[A-Za-z_]\w{0,40}|\[{1,2}(?:\.\.\.)?[A-Za-z_]\w{0,40}\]{1,2})(?![^/?#])")
"""A segment that a framework's router fills in: ``:tenant``, ``[tenant]`` or ``[...rest]``."""

_GROUP = re.compile(r"^[^?#]{0,2000}?/(\([A-Za-z][\w -]{0,40}\))(?![^/?#])")
"""A folder that a framework leaves out of the URL: ``(auth)`` in ``/(auth)/login``."""

_TOKEN_PARAMETER = re.compile(
    r"[?&;](?P<name>[\w.\[\]-]{0,60}?(?P<word>token|otp|jwt|code|ticket|nonce|password|secret|session|sessionid|sessid|sid|sig|signature|key)s?\]?)"
    r"=(?P<value>[^&#]{4,}|(?=[&#]|\Z))",
    re.IGNORECASE,
)
_SIGNS_BETWEEN = re.compile(r"[-_.~]")


def _says_something(part: str) -> bool:
    """Whether a value, or a part of one such as ``step-2-connect``, is a word or a short number."""
    return 0 < len(part) <= RUN or reads_as_words(part)


_TOKEN_SEGMENT = re.compile(
    r"(?P<word>\b(?:reset|invit|verif|confirm|activat|magic|accept|onboard|unsubscribe|r[ée]initialis)[\w-]{0,30})"
    r"(?:/[\w-]{1,30}){0,2}/(?P<value>[\w.=~-]{6,})(?=/?(?:[?#]|\Z))",
    re.IGNORECASE,
)
_ENDPOINTS = frozenset({"api", "callback", "graphql", "webhook", "webhooks"})
_PAGES = frozenset({"authorize", "connect", "login", "reconnect", "signin", "sign-in"})
"""Segments of an API of one's own whose answer is a page, or leads to one: NextAuth signs in at /api/auth/signin."""


def _of_endpoints(name: str, address: _Address) -> Iterator[Finding]:
    """What of one's own is no page for every customer: what a program calls, one company's, a version for tests."""
    if name not in VISITED or address.is_owners:
        return
    if company := _OWN_COMPANY.search(address.query.text):
        yield replace(_found("company-link", name, address.query.matched(company, 1)), case=OWN_COMPANY)
    if version := _TEST_VERSION.search(address.path.text):
        yield _found("test-host", name, address.path.matched(version, 1))
    segments = [(part.group().lower(), part.span()) for part in _SEGMENT.finditer(address.path.text)]
    named = {segment for segment, _ in segments}
    for segment, (start, end) in segments:
        if segment in _ENDPOINTS and not (segment == "api" and named & _PAGES):
            yield replace(_found("api-endpoint", name, address.path[start:end]), case=OWN_ENDPOINT)
            return


_OWN_COMPANY = re.compile(r"[?&]((?:realm|company|tenant)_?id)=[^&#]", re.IGNORECASE)
"""A company by its ID, which Intuit adds by itself where it wants one."""
_TEST_VERSION = re.compile(r"/(version-(?!live(?![\w-]))[a-z0-9]{1,20})(?![^/?#])")
"""A version of an app made with Bubble other than the live one."""
_SEGMENT = re.compile(r"[^/]{1,200}")
_SIGNATURES = frozenset({"sig", "signature"})


def _of_tokens(name: str, address: _Address) -> Iterator[Finding]:
    """A value in the address that works for one person or for a while, or the name of one that was left out.

    A page that people only read may be kept behind a lasting token: a signature alone expires there.
    """
    if address.is_owners:
        return
    found = [
        (
            part.matched(match, group),
            [match["value"]] if group == "name" else _SIGNS_BETWEEN.split(match["value"]),
        )
        for part, pattern, group in (
            (address.query, _TOKEN_PARAMETER, "name"),
            (address.path, _TOKEN_PARAMETER, "name"),
            (address.path, _TOKEN_SEGMENT, "word"),
        )
        for match in pattern.finditer(part.text)
        if name in VISITED or (group == "name" and match["word"].lower() in _SIGNATURES)
    ]
    for place, parts in found:
        if not all(map(_says_something, parts)):
            yield replace(_found("one-time-link", name, place), case=TOKEN_OF_OWN)
            return


_TO_ENCODE = re.compile(r"[^\x00-\x7f]|[\"^`|\[\]]|%(?![0-9A-Fa-f]{2})")
"""Not in the grammar of RFC 3986, appendix A. Braces and angle brackets are told as templates."""


OWNERS = (CODAT_DOMAIN, INTUIT_DOMAIN)


def _of_known_hosts(name: str, address: _Address) -> Iterator[Finding]:
    """What addresses of Codat's and Intuit's are, and why they do not belong here."""
    host, path = address.host, address.path.text.rstrip("/")
    if address.within(INTUIT_DOMAIN):
        yield _found_host("intuit-host", name, host)
    if lookalikes.imitates(address.name, OWNERS) or any(
        f".{owner}." in f".{address.name}" for owner in OWNERS
    ):
        yield _found_host("lookalike-host", name, host)
    if not address.within(CODAT_DOMAIN):
        return
    if name != HOST and (path.lower().endswith("callback") or _is_redirect_uri(address)):
        yield _found("redirect-uri", name, address.whole)
    elif name == "disconnect_url" and address.name == "api.codat.io":
        yield _found("api-endpoint", name, host)
    elif name in ("launch_url", "reconnect_url") and address.name in LINK_HOSTS + UAT_HOSTS:
        yield from _of_link(name, address)
    else:
        yield _found_host("codat-host", name, host)


def _is_redirect_uri(address: _Address) -> bool:
    """Whether the check of redirect URIs would put one of Codat's in its place."""
    if address.name.removeprefix("www.") not in CODAT_HOSTS or not address.path.text.strip("/"):
        return False
    fields = {"uri": address.whole.text, "environment": "production"}
    return bool(redirect_uri.examine(fields).cleaned)


def _of_link(name: str, address: _Address) -> Iterator[Finding]:
    """Which of Codat's Link URLs an address is."""
    path, otp = address.path.text, address.query.text.lower().find("otp=")
    if address.name in UAT_HOSTS:
        yield _found("uat-host", name, address.host)
    if _COMPANY.search(path):
        yield _found("company-link", name, address.path)
    elif otp < 0 and address.name in LINK_HOSTS:
        yield _found("generic-link", name, address.host)
    if otp >= 0:
        yield _found("one-time-link", name, address.query[otp : otp + 4])


_COMPANY = re.compile(r"/compan(?:y|ies)/[^/]|^/link/start/|/start/?$")
"""A path that names one company; a client's own name stands before it in a branded address."""


def _rebuilt(name: str, address: _Address) -> str | None:
    """The address with everything certain put right."""
    if address.userinfo.text:
        return None
    host = address.host.text.removesuffix(".")
    if name == HOST:
        return host
    port = "" if address.port.text in (":", ":443") else address.port.text
    tail = address.tail.text
    while group := _GROUP.search(tail):
        tail = tail[: group.start(1) - 1] + tail[group.end(1) :]
    tail = _PERCENT_RUN.sub(_seen, _TO_ENCODE.sub(_encoded, tail))
    return f"https://{host}{port}{tail}"


def _seen(run: re.Match[str]) -> str:
    """Encoded characters, less those that nobody can see."""
    decoded = octets(run[0])
    if not any(map(is_invisible, decoded)):
        return run[0]
    return "".join(f"%{byte:02X}" for char in decoded if not is_invisible(char) for byte in char.encode())


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
        if it and not any(map(it.within, (domain, CODAT_DOMAIN))):
            own = it.name.removeprefix("www.")
            if not addresses[HOST].within(own):
                yield _found_host("other-host", name, it.host, domain=Host(quote(domain)))


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
