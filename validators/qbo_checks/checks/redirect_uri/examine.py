"""How the check knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from string import ascii_uppercase

from qbo_checks import lookalikes
from qbo_checks.checks.redirect_uri.rules import (
    ALMOST,
    CLIENT_ID_LENGTH,
    ELSEWHERE,
    FULL_STOP,
    KEEP,
    KEEP_WITH_PLAYGROUND,
    MAPPED,
    ONE_AT_A_TIME,
    REFUSED,
    THE_END,
)
from qbo_checks.excerpt import first_difference, named, quote
from qbo_checks.idna import to_unicode
from qbo_checks.model import Answer, Comparison, Fields, Finding, Host, Text
from qbo_checks.portal import (
    ACCOUNTING_SCOPE,
    AUTHORIZE_HOST,
    AUTHORIZE_PARAMETERS,
    AUTHORIZE_PATH,
    CODAT_DOMAIN,
    CODAT_HOSTS,
    IN_A_SENTENCE,
    INTUIT_DOMAIN,
    PLAYGROUND_HOST,
    REDIRECT_HOSTS,
    REDIRECT_PATH,
    REDIRECT_URIS,
    TABS,
)
from qbo_checks.text import (
    BREAKS,
    FULL_WIDTH,
    MAX_URL_CHARS,
    SPACES,
    Pasted,
    lower,
    peel,
    plain,
    refanged,
    unescaped,
    unseen,
    word_start,
)
from qbo_checks.url import Parts, beginnings, browser_host, is_name, parameters, split

SCHEME = "https"
MAX_URIS = 20
"""How many addresses are looked at, where several were pasted."""

CAPITALS = frozenset(ascii_uppercase)
OUR_NAMES = frozenset({*CODAT_HOSTS, *(f"www.{host}" for host in CODAT_HOSTS)})

QUOTES = frozenset('"<>`')
"""What ends an address that stands in a text; a space may be inside it."""

DROPPED = frozenset("\t\n\r")
"""What a browser leaves out of an address, wherever it stands."""

NOT_IN_HOST = QUOTES | DROPPED

CONTINUED = frozenset("/\\@.:?#;%&")
"""What goes on with an address after a space; any other character begins a word of its own."""

LABEL_ENDS = frozenset("=:([{'\"<>`|,;")
"""What may stand between a label and its address without a space."""

_CODE = re.compile(r"(?:^|[?&#])\s*(c\s*o\s*d\s*e\s*=)\s*[^&#\s]")

_NAME = re.compile(r"[a-z0-9.-]+")
_HOST_END = re.compile(r"[/?#]")
_GAPPED = re.compile(r"https?\s*:\s*[/\\]\s*[/\\]\s*\Z")
"""A scheme with spaces in it, right before a host."""

_DOUBLED_SCHEME = re.compile(r"(?:https?:[/\\]{0,2})+(?=https?:[/\\]{2})")
_PARAMETERS = re.compile(r";[^/]*")
_DOUBLED = re.compile(r"(?<=/)/+")
_DOTS = re.compile(r"/(\.\.?)(?![^/])")
_SEGMENT = re.compile(r"/?[^/]*")
_VERSION = re.compile(r"/(oauth[0-9._v-]{0,8})/callback")


def examine(fields: Fields) -> Answer:
    """Compare byte for byte; then, only to explain, take apart what was pasted."""
    environment, pasted = fields["environment"], fields["uri"]
    expected = REDIRECT_URIS[environment]
    compared = Comparison("uri", expected, pasted)
    if pasted == expected:
        exact = Finding("exact", "uri", placeholders=_placeholders(environment))
        return Answer((exact,), comparison=compared)

    legible, unseen_chars = _legible(Pasted.of(pasted))
    reading = _read(legible, environment)
    findings = _each_once([*unseen_chars, *reading.findings])
    if not findings:
        findings = [_found("different", Pasted.of(pasted)[first_difference(pasted, expected) :][:1])]
    common = _placeholders(environment)
    return Answer(
        tuple(Finding(each.rule, "uri", each.span, {**common, **each.placeholders}) for each in findings),
        {"uri": expected} if reading.ours and not _leads_elsewhere(pasted) else {},
        comparison=compared if reading.value is None else replace(compared, pasted=reading.value),
    )


_NAMED = re.compile(r"""(?i:redirect_?uri)["']?\s{0,3}[=:]\s{0,3}["']?\Z""")
"""What stands before the value of a parameter."""


def _leads_elsewhere(pasted: str) -> bool:
    """Whether a browser, given the text as it stands, goes to a host that could be somebody's, and not Codat's.

    What was written in another notation may be read as Codat's here, and lead elsewhere where it is pasted.
    """
    begun = beginnings(lower(pasted))[:MAX_URIS]
    for begin, end in pairwise([*begun, len(pasted)]):
        scheme, slashes, rest = pasted[begin:end].replace("\\", "/").partition("//")
        host = (browser_host(rest) or "").rstrip(".") if slashes and scheme.endswith(":") else ""
        within = f".{host}".endswith(f".{INTUIT_DOMAIN}")
        if "." in host and is_name(host) and host not in OUR_NAMES and not within:
            return True
    return False


def _each_once(findings: list[Finding]) -> list[Finding]:
    """The first finding of each kind, in reading order."""
    first: dict[str, Finding] = {}
    for finding in sorted(findings, key=lambda finding: (finding.span or (0, 0))[0]):
        first.setdefault(finding.rule, finding)
    return [*first.values()]


@cache
def _placeholders(environment: str) -> dict[str, object]:
    """What any message may name."""
    other = next(name for name in REDIRECT_URIS if name != environment)
    return {
        "expected": REDIRECT_URIS[environment],
        "host": REDIRECT_HOSTS[environment],
        "path": REDIRECT_PATH,
        "environment": IN_A_SENTENCE[environment],
        "other": IN_A_SENTENCE[other],
        "tab": TABS[environment],
    }


def _found(rule: str, place: Pasted, **placeholders: object) -> Finding:
    """A finding at a place; every message may name the place's first character, counted from one."""
    told = {
        "position": place.start + 1,
        "found": quote(place.text),
        "character": named(place.text[:1] or " "),
    }
    return Finding(rule, "uri", place.span, {**told, **placeholders})


@dataclass(slots=True)
class _Reading:
    """What was found in a text, and whether its host is one of ours; ``value`` is what to compare instead."""

    findings: list[Finding]
    ours: bool = False
    value: str | None = None


def _read(text: Pasted, environment: str, *, inside: bool = False) -> _Reading:
    """Find the address in a text, and explain it. One ``inside`` an authorization address has none inside."""
    core, space, sign = peel(text)
    if not core.text:
        return _Reading([_found("not-a-uri" if sign else "empty", core)], ours=not sign)
    findings: list[Finding] = []
    for rule, place in (("surrounding-space", space), ("wrapped", sign)):
        if place:
            findings.append(_found(rule, place))

    begun = beginnings(lower(core.text))
    gap = None if begun or len(core) > MAX_URL_CHARS else core.first(SPACES)
    if gap and beginnings(lower((joined := core.without(SPACES)).text))[:1] == [0]:
        # A line that was broken within its scheme.
        findings.append(_found("inner-space", gap))
        core, begun = joined, beginnings(lower(joined.text))
    code = _code(core)
    rows = _rows(core, begun) if len(begun) > 1 else []
    if rows and (named := _parameter(core, begun, rows)) is not None:
        core, _ = core[: [*begun, len(core)][named + 1]].strip()
        begun = begun[named : named + 1]
    if len(begun) > 1:
        advice = _advice(rows, environment)
        findings += [*code, _found("several-uris", core[begun[1] :], count=len(begun), advice=advice)]
        return _Reading(findings, ours=_all_ours(rows))

    uri, around = _address(core, begun)
    nameless = not begun and not _is_ours(uri)
    if nameless and code:
        return _Reading([*findings, *code])
    if nameless and (uri.first(SPACES) or not uri.first("./:")):
        return _Reading([_found("not-a-uri", core)])
    findings += [*code, *around]
    uri, before = _plain(uri)
    findings += before
    parts = split(uri)
    if _is_authorization(parts) and not inside:
        reading = _authorize(parts, environment)
    else:
        reading = _Reading(list(_explain(parts, environment)), ours=parts.belongs_to(OUR_NAMES))
    instead = {"query"} if code else set()
    reading.findings = [*findings, *(found for found in reading.findings if found.rule not in instead)]
    return reading


def _legible(pasted: Pasted) -> tuple[Pasted, list[Finding]]:
    """The text without what cannot be seen, full-width forms as ASCII; and the first of each kind."""
    invisible, control, full_width = unseen(pasted.text)
    findings = [
        _found(rule, place)
        for rule, chars in (("invisible-character", invisible), ("control-character", control))
        if chars and (place := pasted.first(chars))
    ]
    if full_width and (wide := pasted.first(full_width)):
        findings.append(_found("fullwidth-character", wide, plain=FULL_WIDTH[ord(wide.text)]))
    legible = pasted.without(invisible | control) if invisible | control else pasted
    legible = legible.read_as(legible.text.translate(FULL_WIDTH)) if full_width else legible
    for rule, read in (("escaped-character", unescaped), ("defanged", refanged)):
        legible, first = read(legible)
        findings += [_found(rule, first)] if first else []
    return legible, findings


def _code(core: Pasted) -> list[Finding]:
    """The authorization code that an address holds, by the place of its name alone."""
    name = _CODE.search(lower(core.text))
    return [_found("callback-with-code", core[name.start(1) : name.end(1)])] if name else []


def _bare_host(parts: Parts) -> str:
    """The host without what a browser would also do without, and without ``www.``."""
    return parts.host_name.removeprefix("www.")


def _is_ours(uri: Pasted) -> bool:
    return split(uri).belongs_to(OUR_NAMES)


def _is_whole(uri: Pasted) -> bool:
    parts = split(uri)
    return parts.path.text == REDIRECT_PATH and parts.belongs_to(OUR_NAMES)


def _rows(core: Pasted, begun: list[int]) -> list[Pasted]:
    """Each of a few addresses by itself; none where there are too many."""
    ends = [*begun[1:], len(core.text)]
    rows = zip(begun, ends, strict=True) if len(begun) <= MAX_URIS else ()
    return [peel(core[begin:end].words()[0])[0] for begin, end in rows]


def _parameter(core: Pasted, begun: list[int], rows: list[Pasted]) -> int | None:
    """Which of several addresses is the redirect URI of a request to Intuit: a command may have each parameter apart."""
    named = [at for at, start in enumerate(begun) if _NAMED.search(core.text, max(0, start - 40), start)]
    others = [split(row) for at, row in enumerate(rows) if at not in named]
    to_intuit = all(parts.is_within(INTUIT_DOMAIN) and not _is_playground(parts) for parts in others)
    return named[0] if len(named) == 1 and to_intuit else None


def _all_ours(rows: list[Pasted]) -> bool:
    """Whether at least one of several addresses is Codat's, and the others do no harm."""
    ours = list(map(_is_ours, rows))
    return any(ours) and all(ours or _is_playground(split(row)) for ours, row in zip(ours, rows, strict=True))


def _advice(rows: list[Pasted], environment: str) -> Text:
    """What to do with several addresses."""
    exact = next((row for row in rows if row.text == REDIRECT_URIS[environment]), None)
    if exact is None:
        return ONE_AT_A_TIME
    harmless = any(_is_playground(split(row)) for row in rows)
    return (KEEP_WITH_PLAYGROUND if harmless else KEEP).filled(row=exact.start + 1)


def _address(core: Pasted, begun: list[int]) -> tuple[Pasted, list[Finding]]:
    """The address that a text holds, without the words around it and the spaces inside it."""
    begin = _begin(lower(core.text), begun)
    uri = core[begin:]
    parts = split(uri)
    if parts.userinfo.first(BREAKS):
        # To a browser, all of this is a user name: what follows the @ is the host.
        return uri.without(SPACES), []
    inner = parts.host.first(NOT_IN_HOST)
    if inner and parts.browser_host and parts.browser_host.rstrip(".") not in OUR_NAMES:
        # To a browser, all of this is one host, in which a quote is a letter like any other.
        gap = [_found("inner-space", inner)] if inner.text in DROPPED else []
        return uri.without(DROPPED), gap
    end = uri.find(QUOTES)
    if end < len(uri.text) and _names_another(uri[:end], uri[end + 1 :]):
        end = len(uri.text)
    around = [core[:begin], uri[end:]]
    uri = uri[:end]

    findings = []
    gap_at = uri.find(SPACES)
    if gap_at < len(uri.text):
        word, rest = uri[:gap_at], uri[gap_at:]
        joined = uri.without(SPACES) if len(uri.text) <= MAX_URL_CHARS else uri
        continued = rest.text.lstrip()[:1] in CONTINUED or _names_another(word, rest)
        if _is_whole(word) or (_is_ours(word) and not continued and not _is_whole(joined)):
            around.append(rest)
            uri = word
        elif begun or _is_ours(joined) or _is_ours(word):
            findings.append(_found("inner-space", uri[gap_at : gap_at + 1]))
            # An authorization address has a list in it whose values are separated by spaces.
            uri = uri if _is_authorization(split(uri)) else joined
    end = uri.find(",|")
    if end < len(uri.text) and _is_whole(uri[:end]):
        # The next cell of a table, or the name of a link.
        around.append(uri[end:])
        uri = uri[:end]
    uri, _, sign = peel(uri)
    places = [(peel(place)[0], place) for place in around if place.text]
    words = [inner for inner, _ in places if any(map(str.isalnum, inner.text))]
    signs = [place for inner, place in places if inner not in words] + ([sign] if sign else [])
    findings += [_found("label-included", place) for place in words[:1]]
    findings += [_found("wrapped", place) for place in signs[:1]]
    return uri, findings


def _names_another(word: Pasted, rest: Pasted) -> bool:
    """Whether what follows a host alone goes on as a second host would: nothing is taken from between them."""
    parts = split(word)
    first = rest.text.split(None, 1)[0] if rest.text.strip() else ""
    return (
        not (parts.path.text or parts.query.text or parts.fragment.text) and "." in _HOST_END.split(first)[0]
    )


def _plain(uri: Pasted) -> tuple[Pasted, list[Finding]]:
    """The address where all of it was percent-encoded, once or more, or stands behind a second scheme."""
    uri, encoded = plain(uri)
    findings = [_found("percent-encoded", encoded)] if encoded else []
    if doubled := _DOUBLED_SCHEME.match(lower(uri.text)):
        findings.append(_found("doubled-scheme", uri[: doubled.end()]))
        uri = uri[doubled.end() :]
    return uri, findings


def _begin(low: str, begun: list[int]) -> int:
    """Where the address begins in a text that may have words before it."""
    begin = begun[0] if begun else min((at for host in CODAT_HOSTS if (at := low.find(host)) >= 0), default=0)
    if not begun and (gapped := _GAPPED.search(low, max(0, begin - MAX_URL_CHARS), begin)):
        begin = gapped.start()
    word = word_start(low, begin)
    label = low[word:begin]
    # A word with a slash or a dot in it is an address already, and the rest is its path or query.
    inseparable = "/\\?#@%" if begun else "/\\?#@%."
    if label and (label[-1] not in LABEL_ENDS or any(sign in label for sign in inseparable)):
        return word
    return word if label in ("http:", "https:") else begin


def _explain(uri: Parts, environment: str) -> Iterator[Finding]:
    """What is wrong with each part."""
    bare = _bare_host(uri)
    ours = uri.belongs_to(OUR_NAMES)
    yield from _explain_scheme(uri, bare)
    if (backslash := uri.separator.first("\\") or uri.host.first("\\")) or (
        ours and (backslash := uri.path.first("\\"))
    ):
        yield _found("backslash", backslash)
    if uri.userinfo.text:
        yield _found("userinfo", uri.userinfo)
    if not ours:
        # Nothing is said of the rest: no correction of it would lead to Codat.
        yield _foreign_host(uri)
        return

    if bare != REDIRECT_HOSTS[environment]:
        yield _found("wrong-environment", uri.host)
    yield from _explain_host(uri)
    yield from _explain_path(uri.path)
    if uri.query.text:
        yield _found("query", uri.query)
    if uri.fragment.text:
        yield _found("fragment", uri.fragment)


def _explain_scheme(uri: Parts, bare: str) -> Iterator[Finding]:
    scheme = lower(uri.scheme.text)
    separator = uri.separator.text.replace("\\", "/")
    if not scheme:
        yield _found("missing-scheme", uri.separator if separator else uri.host)
    elif scheme == "http" and not _is_local(bare):
        yield _found("http-scheme", uri.scheme, position=uri.scheme.span[1])
    elif scheme not in ("http", SCHEME):
        after = uri.scheme.text + uri.separator.text
        sign = uri.scheme.start + first_difference(lower(after), SCHEME)
        char = after[sign - uri.scheme.start :][:1]
        yield _found("other-scheme", uri.scheme, position=sign + 1, sign=_sign(char))
    if separator.startswith("://") and len(separator) > 3:
        yield _found("double-slash", uri.separator[3:])
    elif scheme in ("http", SCHEME) and separator != "://":
        yield _found("different", uri.separator)


def _explain_host(uri: Parts) -> Iterator[Finding]:
    """What is wrong with a host of ours."""
    host = uri.host.decoded()
    capital = uri.scheme.first(CAPITALS) or host.first(CAPITALS)
    if capital:
        yield _found("uppercase-scheme-host", capital)
    if lower(host.text).startswith("www."):
        yield _found("www", host[:4])
    if host.text.endswith("."):
        yield _found("trailing-dot-host", host[len(host.text.rstrip(".")) :])
    if uri.port.text:
        yield _found("port", uri.port)
    encoded = uri.host if host.text != uri.host.text else uri.path
    if encoded.text != encoded.decoded().text:
        yield _found("percent-encoded", encoded[encoded.text.index("%") :][:3])


def _is_local(host: str) -> bool:
    return host == "localhost" or host.endswith(".localhost")


def _foreign_host(uri: Parts) -> Finding:
    """What a host is that is none of ours."""
    host = uri.host_name
    shown = to_unicode(host)
    resembles = lookalikes.resembles(shown, CODAT_HOSTS)
    if resembles and not shown.isascii():
        imitation = next(char for char in shown if not char.isascii())
        place = uri.host.first(imitation) or uri.host
        return _found("homoglyph-host", place, character=named(imitation), **_as_sent(uri))
    rules = {
        "missing-host": not host or (host == REDIRECT_PATH.split("/")[1] and not uri.separator.text),
        "localhost": _is_local(host),
        "ip-address": _is_ip_address(host),
        "other-codat-host": _is_codat(host) and not _is_misspelt(host),
        "playground": _is_playground(uri),
        "lookalike-host": resembles,
        "foreign-host": True,
    }
    rule = next(rule for rule, holds in rules.items() if holds)
    return _found(rule, uri.host, found=Host(quote(uri.host.text)))


def _as_sent(uri: Parts) -> dict[str, object]:
    """The name under which a browser looks a host up, and whose it is."""
    sent = uri.browser_host
    whose = REFUSED if sent is None else MAPPED if sent.rstrip(".") in OUR_NAMES else ELSEWHERE
    return {"ascii": quote(sent or "…"), "whose": whose}


def _is_playground(uri: Parts) -> bool:
    return uri.host_name == PLAYGROUND_HOST and "playground" in lower(uri.path.text)


def _is_codat(host: str) -> bool:
    """Whether a host is in Codat's own domain, whoever reads it: a name that DNS could hold, nothing else."""
    return f".{host}".endswith(f".{CODAT_DOMAIN}") and _NAME.fullmatch(host) is not None


def _is_misspelt(host: str) -> bool:
    """Whether a host in Codat's own domain is nearly one of ours."""
    models = tuple(ours.removesuffix(f".{CODAT_DOMAIN}") for ours in CODAT_HOSTS)
    return lookalikes.resembles(host.removesuffix(f".{CODAT_DOMAIN}"), models)


def _is_ip_address(host: str) -> bool:
    """Whether a browser would take a host for an IP address: its last label is a number."""
    last = host.rpartition(".")[2]
    number = last[2:] if last.startswith("0x") else last if last.isdecimal() else "-"
    digits = set("0123456789abcdef")
    return host.startswith("[") or set(number) <= digits or (":" in host and set(host) <= digits | {":", "."})


def _explain_path(path: Pasted) -> Iterator[Finding]:
    """What is wrong with the path; each fault is then left aside, to see the next."""
    if len(path.text) > MAX_URL_CHARS:
        yield _wrong_path(path)
        return
    path = path.read_as(path.text.replace("\\", "/")).decoded().decoded()
    if path.find(";") < len(path.text):
        yield _found("path-parameter", path[path.find(";") :][:1])
        path = path.cut(_PARAMETERS)
    trailing = path[len(path.text.rstrip("/")) :]
    path = path[: len(path.text.rstrip("/"))]
    if doubled := _DOUBLED.search(path.text):
        yield _found("double-slash", path[doubled.start() : doubled.end()])
        path = path.cut(_DOUBLED)
    if dots := _DOTS.search(path.text):
        yield _found("dot-segment", path[dots.start(1) : dots.end(1)])
        path = _without_dots(path)

    if not path.text:
        yield _found("missing-path", trailing)
        return
    if trailing.text:
        yield _found("trailing-slash", trailing)
    low = lower(path.text)
    version = _VERSION.fullmatch(low)
    if low != REDIRECT_PATH and not version:
        yield _wrong_path(path)
        return
    if capital := path.first(CAPITALS):
        yield _found("path-case", capital, found=quote(path.text))
    if version and low != REDIRECT_PATH:
        yield _found("oauth-version", path[version.start(1) : version.end(1)])


def _wrong_path(path: Pasted) -> Finding:
    differs = path[first_difference(path.text, REDIRECT_PATH) :]
    return _found("path-typo", path, position=differs.start + 1, sign=_sign(differs.text[:1]))


def _without_dots(path: Pasted) -> Pasted:
    """The path as a browser would send it (RFC 3986, section 5.2.4)."""
    kept: list[range] = []
    for segment in _SEGMENT.finditer(path.text):
        if segment[0] == "/..":
            del kept[-1:]
        elif segment[0] != "/.":
            kept.append(range(segment.start(), segment.end()))
    return path.pick([at for places in kept for at in places])


def _is_authorization(uri: Parts) -> bool:
    """Whether an address opens Intuit's authorization page, or was meant to."""
    if uri.host_name == AUTHORIZE_HOST:
        return True
    return lower(uri.path.text).rstrip("/") == AUTHORIZE_PATH and uri.is_within(INTUIT_DOMAIN)


def _authorize(uri: Parts, environment: str) -> _Reading:
    """What is wrong with an authorization address: first with the redirect URI in it."""
    query = uri.query
    given = {name: parameters(query, name) for name in AUTHORIZE_PARAMETERS}
    redirects = given["redirect_uri"]
    redirect = redirects[0] if redirects else query[:0]
    exact = [each.text == REDIRECT_URIS[environment] for each in redirects]
    if not redirect.text.strip():
        reading = _Reading([_found("authorize-redirect-uri", redirect)])
    elif all(exact):
        said = [_found("authorize-exact", redirect)] if len(exact) == 1 else []
        reading = _Reading(said, ours=True, value=redirect.text)
    else:
        wrong = redirects[exact.index(False)]
        reading = _read(wrong, environment, inside=True)
        reading.ours = reading.ours and all(map(_is_ours, redirects))
        reading.value = wrong.text

    client_id, response_type, scope, state, secret = (
        given[name][0] if given[name] else query[:0]
        for name in ("client_id", "response_type", "scope", "state", "client_secret")
    )
    findings = reading.findings
    findings.append(_found("authorize-url", uri.host))
    if uri.host_name != AUTHORIZE_HOST:
        findings.append(_found("authorize-host", uri.host, authorize=AUTHORIZE_HOST))
    repeated = next((name for name, values in given.items() if len(values) > 1), None)
    if repeated:
        again = Text(fr=repeated, en=repeated)
        findings.append(_found("authorize-repeated", given[repeated][1][:0], name=again))
    if not (
        client_id.text.isascii() and client_id.text.isalnum() and len(client_id.text) == CLIENT_ID_LENGTH
    ):
        findings.append(_found("authorize-client-id", client_id, length=len(client_id.text)))
    if response_type.text != "code":
        findings.append(_found("authorize-response-type", response_type))
    if ACCOUNTING_SCOPE not in scope.text.split():
        findings.append(_found("authorize-scope", scope, near=_near(scope)))
    if not state.text:
        findings.append(_found("authorize-state", state))
    if secret.text:
        findings.append(_found("authorize-client-secret", secret[:0]))
    return reading


def _near(scope: Pasted) -> Text:
    """Where a scope is nearly the one of accounting, and how the sentence that says so ends."""
    for word in scope.words():
        if lookalikes.distance(lower(word.text), ACCOUNTING_SCOPE, 2) <= 2:
            place = word[first_difference(word.text, ACCOUNTING_SCOPE) :]
            return ALMOST.filled(at=place.start + 1, sign=_sign(place.text[:1]))
    return FULL_STOP


def _sign(char: str) -> Text:
    """One character, as a sentence names it: itself if a keyboard has it, by its name otherwise."""
    if not char:
        return THE_END
    return (
        Text(fr=f"«\u00a0{char}\u00a0»", en=f"“{char}”")
        if "!" <= char <= "~"
        else Text(fr=named(char), en=named(char))
    )
