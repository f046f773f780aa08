"""What may be a secret, and what of a text may be shown.

No detector knows a password. So a text is shown by what is known to be harmless: words of our own vocabulary, the
scheme, host and path of an address whose parts read as words, IP addresses, a few digits. Everything else becomes
dots of the same length. :func:`secrets` finds the known forms of secrets, for the checks that speak of them.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Container, Iterator
from functools import cache
from operator import add
from typing import Literal, TypeAlias

from qbo_checks import lookalikes, portal
from qbo_checks.excerpt import DOT
from qbo_checks.model import Span, Text
from qbo_checks.text import Pasted, half_width, lower

Kind: TypeAlias = Literal[
    "access-token", "authorization-code", "basic", "bearer", "client-secret", "expired-token", "id-token", "jwt",
    "parameter", "pem", "random", "refresh-token", "userinfo", "vendor",
]  # fmt: skip

RUN = 3
"""How many characters of a text may be shown whatever they are: four in a row would tell something of a secret."""

# The known forms of secrets

DATED, EXPIRED, OLD = r"(?:AB|L3|L0|Q0)1[0-9]{10}", r"AB0[0-9]{10}", r"RT1-[0-9]"
"""How Intuit's tokens begin: a refresh token or a code, with the time in it; what an error says of an expired one; a
refresh token since November 2025. None is published; these stand in Intuit's own samples and in public threads."""

TOKENS: frozenset[Kind] = frozenset(
    {"access-token", "authorization-code", "expired-token", "id-token", "jwt", "refresh-token"}
)
"""What Intuit gives an app, besides its two keys."""

_NAME_ENDS = (
    "apikey", "assertion", "auth", "authorization", "code", "credential", "credentials", "jwt", "key", "mdp",
    "nonce", "otp", "pass", "passcode", "passphrase", "passwd", "password", "pin", "pwd", "pw", "secret", "session",
    "sessionid", "sid", "sig", "signature", "state", "token", "verifier",
)  # fmt: skip
"""What the name of a parameter ends with when its value is a secret."""

_VENDORS = (
    ("sk_(?:live|test)_", r"\w{8,}"), ("rk_(?:live|test)_", r"\w{8,}"), ("whsec_", r"\w{8,}"), ("gh[pousr]_", r"\w{16,}"),
    ("github_pat_", r"\w{16,}"), ("glpat-", r"[\w-]{12,}"), ("xox[abeprs]-", r"[\w-]{8,}"), ("xapp-", r"[\w-]{8,}"),
    ("A(?:KIA|SIA|ROA|IDA)", "[A-Z0-9]{12,}"), ("AIza", r"[\w-]{20,}"), (r"ya29\.", r"[\w-]{8,}"), ("GOCSPX-", r"[\w-]{8,}"),
    (r"SG\.", r"[\w-]{8,}\.[\w-]{8,}"), ("", "(?:SK|AC)[0-9a-f]{32}"), ("shp(?:at|ca|pa|ss)_", r"\w{8,}"),
    ("sq0(?:atp|csp|idp)-", r"[\w-]{8,}"), ("npm_", r"\w{16,}"), ("pypi-", r"[\w-]{16,}"), ("do[oprt]_v1_", r"\w{16,}"),
    ("hf_", r"\w{16,}"), ("sk-(?:ant-|proj-)?", r"[\w-]{16,}"), ("key-", "[0-9a-f]{16,}"), ("EAA", "[A-Za-z0-9]{16,}"),
    ("NRAK-", r"\w{8,}"), ("dckr_pat_", r"[\w-]{8,}"), ("vercel_", r"\w{16,}"), ("sntrys_", r"\w{8,}"), (r"hvs\.", r"[\w-]{8,}"),
    ("lin_api_", r"\w{8,}"), ("ATATT3", r"[\w-]{16,}"), ("pk_", "[0-9a-f]{16,}"),
)  # fmt: skip
"""How the keys of other vendors begin and go on, by their own documentation or by GitHub's list of secret patterns.

Two capitals by themselves begin too much else.
"""

_BEGUN = re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(begins for begins, _ in _VENDORS if begins)})[\w.-]*")
"""A vendor's key that may have been cut short, by the end of a line: how long it is tells nothing."""

_SHAPES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("pem", re.compile(r"-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----(?:[^-]++|-(?!----END))*+(?:-----END [A-Z0-9 ]*-----)?")),
    ("basic", re.compile(r"(?i:(?<!\w)basic\s{1,4}(?P<value>[a-z0-9+/]{12,}={0,2}))")),
    ("bearer", re.compile(r"(?i:(?<!\w)bearer\s{1,4}(?P<value>[a-z0-9._~+/=-]{12,}))")),
    # Three parts or five, which signed and encrypted tokens have (RFC 7515 and 7516); another number is one cut short.
    ("access-token", re.compile(r"eyJ(?<![\w.-]eyJ)[\w-]{8,}(?:\.[\w-]*){4}(?![\w.-])")),
    ("id-token", re.compile(r"eyJ(?<![\w.-]eyJ)[\w-]{8,}(?:\.[\w-]*){2}(?![\w.-])")),
    ("jwt", re.compile(r"eyJ(?<![\w.-]eyJ)[\w-]{16,}(?:\.[\w-]*)*")),
    ("refresh-token", re.compile(rf"(?i:(?=r)(?<![\w-]){OLD}[0-9]{{0,3}}-[a-z][0-9]-[a-z0-9]{{10,}})")),
    # Of a code and a token of one beginning, the length tells which it is.
    ("refresh-token", re.compile(rf"(?i:(?=[alq])(?<![\w-]){DATED}[a-z0-9]{{37}}(?![\w-]))")),
    ("expired-token", re.compile(rf"(?i:(?=a)(?<![\w-]){EXPIRED}[a-z0-9]{{12,}}(?![\w-]))")),
    ("authorization-code", re.compile(rf"(?i:(?=[alqx])(?<![\w-])X?{DATED}[a-z0-9]{{16,}}(?![\w-]))")),
    ("vendor", re.compile(rf"(?<![\w-])(?:{'|'.join(map(''.join, _VENDORS))})")),
    ("userinfo", re.compile(r"(?<=://)(?P<value>[^\s/?#@]{1,200})@")),
    ("client-secret", re.compile(r"(?<![\w+/-])(?=\w*\d)(?=\w*[A-Za-z])[A-Za-z0-9]{40}(?![\w+/-])")),
    (
        "parameter",
        re.compile(
            rf"(?i:(?:{'|'.join(_NAME_ENDS)})[\"'`\]]{{0,2}}\s{{0,4}}(?:=>|:=|[=:])"
            r"[\"'`\s]{0,4}(?!(?:basic|bearer)\s)(?P<value>[^\s\"'`&<>,;(){}\[\]]{4,}))"
        ),
    ),
    ("random", re.compile(r"(?<![\w+/-])(?=[\w+/-]*\d)(?=[\w+/-]*[A-Za-z])[A-Za-z0-9_+/-]{24,}={0,2}(?![\w+/-])")),
)  # fmt: skip


def secrets(text: str, kinds: Container[Kind] | None = None) -> list[tuple[Kind, Span]]:
    """The stretches that have a secret's form, of all kinds or of some, in their order; none overlaps another.

    A stretch is the value without its label. Forms: Intuit's tokens and keys, JWT (RFC 7519), Basic and Bearer
    (RFC 7617, RFC 6750), passwords in addresses, values of parameters named for secrets, PEM keys (RFC 7468),
    the prefixes of other vendors, and long words of letters and digits.
    """
    found: list[tuple[Kind, Span]] = []
    taken = bytearray(len(text))
    for kind, pattern in _SHAPES:
        for match in pattern.finditer(text) if kinds is None or kind in kinds else ():
            start, end = match.span("value") if "value" in pattern.groupindex else match.span()
            if not any(taken[start:end]):
                found.append((kind, (start, end)))
                _keep(taken, start, end)
    return sorted(found, key=lambda it: it[1])


def token(value: str) -> Kind | None:
    """Which of Intuit's tokens the whole of a value has the form of, if it has."""
    return next((kind for kind, pattern in _SHAPES if kind in TOKENS and pattern.fullmatch(value)), None)


# What is shown

_BIGRAMS = (
    "abacadagaialamanaparasatauavaybabebiblbobrbucacccechcickclcocrctcucydadedidodrdueaebecedeeefegeielemeneoeperes"
    "eteuevexeyfafefffiflfofrgagegiglgngogrguhahehihohrhthyiaibicidieifigiliminioipiqirisitivizkekilalelillloltluly"
    "mambmemimmmompmunancndnenfngninnnonsntnuobocodofogoiokolomonoooporosotouovowpapephpiplpoppprpsptpuqurarbrcrdre"
    "rgrirlrmrnrorrrsrtrurysascseshsismsospssstsutatethtitotrtstttutyuaubucudueuiulumunupurusutvavevivowawewiyoysze"
)
_COMMON = frozenset(_BIGRAMS[at : at + 2] for at in range(0, len(_BIGRAMS), 2))
"""The 220 pairs of letters that are commonest in English and French words.

Of 136,000 words of both languages, 92 in 100 are made of them to three quarters; of random runs of eight
letters, 2 in 100, and of sixteen, 2 in 1,000.
"""

MAX_WORD_CHARS = 24
MAX_WORD_PARTS = 4
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
"""The words of ``OAuth2Playground``."""

_STAND_IN = re.compile(r"[\[\]{}<>:$()*]+")
"""Signs of a part of a path that is still to be filled in: ``{tenant}``, ``[id]``, ``:id``."""

_ACCENT = re.compile(r"%[cC][23]%[89abAB][0-9a-fA-F]")
"""A letter of Latin-1 in UTF-8, percent-encoded."""


def reads_as_words(text: str) -> bool:
    """Whether a label of a host or a segment of a path is made of words, such as ``oauth2`` or ``sign-in``."""
    if text.lower() in _portal_words():
        return True  # As most labels and segments do: what follows takes ten times as long.
    plain = _ACCENT.sub("e", _STAND_IN.sub("", text))
    if not plain.isascii():
        plain = lookalikes.skeleton(half_width(plain))
    if len(plain) <= RUN or _LOCALE.fullmatch(plain):
        return plain.isalpha() or _VERSION.fullmatch(plain) is not None or plain.lower() in _portal_words()
    pieces = [piece for piece in re.split(r"[-_.~%]", plain) if piece]
    if len(pieces) > 2 * MAX_WORD_PARTS or len(plain) - sum(map(len, pieces)) > len(pieces):
        return False
    # Short parts say nothing by themselves: somewhere a word stands beside them.
    sizes = [_longest_word(piece) for piece in pieces]
    return all(size is not None for size in sizes) and max(filter(None, sizes), default=0) > RUN


_LOCALE = re.compile(r"[a-z]{2}[-_][A-Za-z]{2}")
_VERSION = re.compile(r"v[0-9]{1,2}")


def _longest_word(piece: str) -> int | None:
    """The length of the longest word in a piece between signs; None where some of it is no word."""
    if piece.lower() in _portal_words():
        return len(piece)
    parts = _PARTS.findall(piece)
    numbers = [part for part in parts if part.isdigit()]
    short = [part for part in parts if len(part) <= RUN]
    if "".join(parts) != piece or len(parts) > MAX_WORD_PARTS or len(numbers) > 1 or len(short) > 2:
        return None
    # A word in capitals is more often the beginning of a key than a part of an address.
    if not all(part.lower() in _portal_words() or len(part) <= RUN or _is_word(part) for part in parts):
        return None
    longest = max(map(len, parts))
    return longest if longest > RUN or piece.isalpha() else None


_VOWEL = re.compile(r"[aeiouy]|http")
"""What any word has; ``httpss`` is one as well."""


def _is_word(part: str) -> bool:
    low = part.lower()
    if not part.isalpha() or part.isupper() or len(low) > MAX_WORD_CHARS:
        return False
    if not _VOWEL.search(low):
        return False
    common = sum(map(_COMMON.__contains__, map(add, low, low[1:])))
    return common >= (0.75 if len(low) < 12 else 0.8) * (len(low) - 1)


_WORDS = re.compile(r"[^\W_]{2,}")
_LETTERS = re.compile(r"[^\W_]+")

_LABELS = (
    "app next qbo url urls uri uris link redirect callback redirecturi redirecturis host domain launch disconnect reconnect "
    "eula privacy policy adresse adresses address ip range plage redirection client id secret scope state realmid "
    "response type code token access refresh error description value valeur name nom key clé environment "
    "environnement sandbox production development développement version answers questionnaire true false null "
    "none yes no oui non http https www com org net example localhost the and or of for in to is de du des la le "
    "les et ou pour en your domain app name votre domaine"
)
"""Words that people copy along with a value: names of fields in settings files, in the portals and in both languages."""


@cache
def _portal_words() -> frozenset[str]:
    """Every name, host and URI of the portals, each word of them, and the words that stand beside values."""
    told = set(_LABELS.split())
    for name, value in vars(portal).items():
        # Python's own names of the module, such as the path of its file, are none of ours.
        told |= {*_strings(value)} if name.isupper() else set()
    return frozenset(map(str.lower, told)) | {word for text in told for word in words(text)}


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in (*value, *value.values()):
            yield from _strings(part)
    elif isinstance(value, (tuple, list, frozenset, set)):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, Text):
        yield from (value.fr, value.en)


def words(text: str) -> Iterator[str]:
    """The words of a text of ours, in lower case, as :func:`shown` knows them again."""
    return (word.lower() for word in _WORDS.findall(text))


MAX_OUR_CHARS = 60
"""The longest of the words of ours, a redirect URI, in characters."""

PORTS = frozenset({":443", ":3000", ":5000", ":8000", ":8080", ":8443"})
"""The usual ports. Any other number of four digits may be the beginning of a password."""

_SPELLED = r"⟨U\+[0-9A-F]{4,6}⟩|[…␣⇥⏎⍽⟨⟩]"
_HOST = re.compile(
    r"(?P<labels>[^/\\?#:@\s]+)(?P<port>:[0-9]{0,5}(?![0-9A-Za-z]))?(?P<path>[/\\][^?#]*)?(?P<more>[?#].*)?",
    re.DOTALL,
)
_PART = re.compile(
    rf"(?P<spelled>{_SPELLED})|(?P<token>[^\s\"'<>`«»“”⟨⟩…]+)|(?P<quotes>[\"'<>`«»“”]{{{RUN + 1},}})"
)
"""One of our signs, a word, or many quotes; every other character of a text is white space or a quote."""
_PIECE = re.compile(r"[^\s,;|=(){}\[\]&]+")
_IPV4 = re.compile(
    r"[0-9]{1,3}(?:\.[0-9*]{1,3}){2,4}\.?(?:/[0-9]{1,3}(?:\.[0-9]{1,3}){0,3})?(?::[0-9]{1,5})?(?:-[0-9]{1,3}(?:\.[0-9]{1,3}){0,3})?"
    # Of two numbers alone, one's own computer and the version of a protocol: others may be part of a password.
    r"|127\.1|[0-9]\.[0-9]"
)
_IPV6 = re.compile(
    # Any such address has two colons; one with fewer isn't worth an exception.
    # Four digits stand first, or two groups: ``c7::5`` may be anything.
    r"\[?(?P<address>(?=::|[0-9A-Fa-f]{4}:|[0-9A-Fa-f]+:[0-9A-Fa-f])[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)\]?(?P<prefix>/[0-9]{1,3})?(?::[0-9]{1,5})?"
)
_CHARACTER = re.compile(r"U\+(?P<point>[0-9A-F]{4,6})(?: (?P<name>[A-Z0-9 -]+))?")
_SECRET_SEGMENTS = frozenset(
    {"token", "key", "secret", "reset", "otp", "code", "password", "invite", "magic"}
)


def shown(text: str, vocabulary: frozenset[str] = frozenset(), known: dict[str, str] | None = None) -> str:
    """The text with dots in place of every character that may not be shown. As long as it was.

    ``vocabulary`` holds more words that are ours, in lower case; a whole name such as ``ad3-launch`` may be one.
    ``known`` keeps what became of each word, for the next text of the same report: most quote the same ones.
    No four characters in a row of a text that is not recognised remain, white space and words of ours aside.
    """
    if _is_short_or_ours(text):
        return text
    plain = half_width(text)
    known = {} if known is None else known
    legible = _PART.sub(lambda part: _shown_part(part, vocabulary, known), plain)
    if plain is text:
        return legible
    return "".join([DOT if sign == DOT else char for sign, char in zip(legible, text, strict=True)])


def is_shown_whole(text: str, vocabulary: frozenset[str], known: dict[str, str]) -> bool:
    """Whether nothing of a text needs dots. Most have something early that does, and the rest is not looked at."""
    if _is_short_or_ours(text):
        return True
    parts = _PART.finditer(half_width(text))
    return all(_shown_part(part, vocabulary, known) == part[0] for part in parts)


def _is_short_or_ours(text: str) -> bool:
    if len(text) <= RUN or text in PORTS:
        return True
    return (len(text) <= MAX_OUR_CHARS and lower(text) in _portal_words()) or _is_named_character(text)


def _shown_part(part: re.Match[str], vocabulary: frozenset[str], known: dict[str, str]) -> str:
    """What may be shown of a word, of one of our signs, or of many quotes in a row."""
    piece = part[0]
    if part.lastgroup == "token":
        if piece not in known:
            known[piece] = _shown_token(piece, vocabulary)
        return known[piece]
    # A secret could be made of signs, so never many in a row; white space tells nothing.
    return DOT * len(piece) if part.lastgroup == "quotes" else piece


def _is_named_character(text: str) -> bool:
    match = _CHARACTER.fullmatch(text) if text.startswith("U+") else None
    if match is None or int(match["point"], 16) > 0x10FFFF:
        return False
    return (match["name"] or "") == unicodedata.name(chr(int(match["point"], 16)), "")


def _shown_token(token: str, vocabulary: frozenset[str]) -> str:
    """What may be shown of a word between white space or quotes: an address, or words of ours."""
    if token.isalnum():  # As most are: neither an address nor several words.
        return token if _is_our_word(token, vocabulary) else DOT * len(token)
    begun = _BEGUN.search(token)
    if _is_ip(token) or (begun is None and _is_ours(token, vocabulary)):
        return token
    kept = bytearray(len(token))
    address = _address_start(token)
    if address != 0:
        _keep_words(token, 0, len(token) if address is None else address, kept, vocabulary)
    if address is not None:
        _keep_address(token, address, len(token), kept, vocabulary)
    if begun:
        for each in _BEGUN.finditer(token, begun.start()):
            kept[each.start() : each.end()] = bytes(len(each[0]))
    if 1 not in kept:
        return DOT * len(token)
    return "".join([char if keep else DOT for char, keep in zip(token, kept, strict=True)])


_SCHEME = re.compile(
    r"(?i:h(?:tt|xx)ps?[:;]?[/\\]{1,4})|(?<![\w@.-])//|(?<![\w.+-])[a-z][a-z0-9+.-]{1,11}://"
)
_BARE_HOST = re.compile(r"(?<![\w@.%+/\\-])(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?=[/\\?#:\])},;|]|\Z)")


def _address_start(token: str) -> int | None:
    """Where an address begins in a word, if there is one."""
    if ("/" in token or "\\" in token) and (match := _SCHEME.search(token)):
        return match.start()
    match = _BARE_HOST.search(token) if "." in token else None
    # Without a scheme, any two words with a dot between them look like a host, and short ones like anything.
    labels = set(match[0].split(".")) if match else set()
    is_host = match and max(map(len, labels)) > RUN and _labels_shown(match[0]) == labels
    return match.start() if match and is_host else None


def _labels_shown(host: str) -> set[str]:
    """The labels of a host that may be shown; a short one only at the end, where public suffixes stand."""
    labels = host.rstrip(".").split(".")
    words = {label for label in labels if reads_as_words(label) and not _is_short_in_capitals(label)}
    if all(len(label) <= RUN and label.lower() not in _portal_words() for label in words):
        return set()
    return {
        label
        for at, label in enumerate(labels)
        if label in words and (len(label) > RUN or label.lower() in _portal_words() or at >= len(labels) - 2)
    }


def _keep_address(text: str, start: int, end: int, kept: bytearray, vocabulary: frozenset[str]) -> None:
    """Mark the scheme, the host, the port and the path; of the rest, words of ours alone."""
    scheme = _SCHEME.match(text, start, end)
    begin = scheme.end() if scheme else start
    # What stands before the last @ may be a password, wherever parsers see the host.
    at = text.rfind("@", begin, end)
    if scheme and reads_as_words(scheme[0].rstrip(":;/\\")):
        _keep(kept, start, begin)
    if at >= 0:
        begin = at + 1
    match = _HOST.match(text, begin, end)
    if match is None:
        return
    is_ip = _is_ip(match["labels"])
    labels = _labels_shown(match["labels"])
    for label in re.finditer(r"[^.]+|\.{1,3}", match["labels"]):
        if is_ip or label[0][0] == "." or label[0] in labels:
            _keep(kept, begin + label.start(), begin + label.end())
    # Behind a name without a dot, it may be a password's beginning: https://me:8080 2677 0695@…
    is_host = is_ip or (labels and ("." in match["labels"] or lower(match["labels"]) == "localhost"))
    if match["port"] and is_host and (match["port"] in PORTS or len(match["port"]) <= RUN):
        _keep(kept, *match.span("port"))
    if match["path"]:
        _keep_path(match, kept)
    if match["more"]:
        _keep(kept, match.start("more"), match.start("more") + 1)
        _keep_query(text, match.start("more") + 1, end, kept, vocabulary)


def _keep_path(match: re.Match[str], kept: bytearray) -> None:
    begin = match.start("path")
    for slashes in re.finditer(r"[/\\]+", match["path"]):
        _keep(kept, begin + slashes.start(), begin + min(slashes.end(), slashes.start() + RUN))
    segments = [(part.start(), *part[0].partition(";")) for part in re.finditer(r"[^/\\]+", match["path"])]
    told_secret = False
    legible = []
    for _, segment, _, _ in segments:
        legible.append(not told_secret and reads_as_words(segment) and not _is_short_in_capitals(segment))
        told_secret = told_secret or segment.lower() in _SECRET_SEGMENTS
    follows_words = True
    for at, (start, segment, semicolon, _) in enumerate(segments):
        is_words = len(segment) > RUN or segment.lower() in _portal_words()
        # With its slashes, two letters are four characters: beside what is not shown, they may be part of that.
        stands_alone = is_words or (len(segment) == 1 and follows_words)
        if legible[at] and (stands_alone or all(legible[max(0, at - 1) : at + 2])):
            _keep(kept, begin + start, begin + start + len(segment) + len(semicolon))
        follows_words = is_words


def _is_short_in_capitals(segment: str) -> bool:
    """Whether a label or a segment may be the beginning of base64 as well: ``MII/`` begins many a private key."""
    return len(segment) <= RUN and not segment.islower() and segment.lower() not in _portal_words()


def _keep_query(text: str, start: int, end: int, kept: bytearray, vocabulary: frozenset[str]) -> None:
    """Mark the names of parameters that are words of ours, and the values that are; an address inside, as one."""
    for pair in re.finditer(r"[^&#?]+", text[start:end]):
        begin = start + pair.start()
        name, equals, value = pair[0].partition("=")
        if not _is_ours(name, vocabulary):
            continue
        _keep(kept, begin, begin + len(name) + len(equals))
        inner = Pasted.of(value).decoded()
        if _is_ours(inner.text, vocabulary) and not lower(name).endswith(_NAME_ENDS):
            _keep(kept, begin + len(name) + 1, begin + len(pair[0]))
        elif _SCHEME.match(inner.text):
            told = bytearray(len(inner))
            _keep_address(inner.text, 0, len(inner), told, vocabulary)
            for at, keep in enumerate(told):
                if keep:
                    first, last = inner[at : at + 1].span
                    _keep(kept, begin + len(name) + 1 + first, begin + len(name) + 1 + last)
    for sign in re.finditer(r"[&#?]", text[start:end]):
        # One sign between two parameters.
        _keep(kept, start + sign.start(), start + sign.end())


def _keep_words(text: str, start: int, end: int, kept: bytearray, vocabulary: frozenset[str]) -> None:
    """Mark the pieces that are words of ours or IP addresses, and the sign on either side of each."""
    for piece in _PIECE.finditer(text, start, end):
        inner = piece[0].strip(".:!?*_-/")
        # All of the text was looked at before.
        if inner and inner != text and (_is_ours(inner, vocabulary) or _is_ip(inner)):
            begin = piece.start() + piece[0].find(inner)
            _keep(kept, max(start, begin - 1), min(end, begin + len(inner) + 1))


def _is_ours(text: str, vocabulary: frozenset[str]) -> bool:
    """Whether a text is a name of ours, or nothing but words of ours."""
    low = lower(text)
    if low in vocabulary or low in _portal_words():
        return True
    parts = _LETTERS.findall(text)
    if not (0 < len(parts) <= 2 * MAX_WORD_PARTS and sum(map(len, parts)) + RUN * len(parts) >= len(text)):
        return False
    for part in parts:  # noqa: SIM110 - asked of each word that is shown, and a generator takes twice as long.
        if not _is_our_word(part, vocabulary):
            return False
    return True


def _is_our_word(word: str, vocabulary: frozenset[str]) -> bool:
    low = word.lower()
    if low in _portal_words() or low in vocabulary:
        return True
    if low == word and word.isalpha():
        return False  # Small letters alone are one part.
    parts = _PARTS.findall(word)
    return len(parts) > 1 and "".join(parts) == word and all(_is_our_word(part, vocabulary) for part in parts)


def _is_ip(text: str) -> bool:
    if "." in text and _IPV4.fullmatch(text):
        return True
    match = _IPV6.fullmatch(text) if ":" in text else None
    if match is None:
        return False
    try:
        ipaddress.IPv6Address(match["address"])
    except ValueError:
        return False
    return True


def _keep(kept: bytearray, start: int, end: int) -> None:
    kept[start:end] = b"\1" * (end - start)
