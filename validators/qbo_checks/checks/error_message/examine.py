"""How the check knows."""

from __future__ import annotations

import re
from bisect import bisect_right

from qbo_checks.checks.error_message.rules import RULES
from qbo_checks.excerpt import INVISIBLE
from qbo_checks.model import Answer, Fields, Finding, Span, Text

OPEN_DETAILS = Text(
    fr="Sur la page, ouvrez « View error details (for Developers) », puis collez ici ce qui s’affiche : c’est là que se trouve la cause.",
    en="On the page, open “View error details (for Developers)” and paste here what it says: the cause is there.",
)
DETAILS_ARE_HERE = Text(
    fr="Les détails que vous avez collés disent la cause : suivez le premier constat.",
    en="The details that you pasted tell the cause: follow the first finding.",
)

# Each error by its words, in order; whatever is not a letter, a digit or "_" may stand between two words.
WORDS = {
    "redirect-uri-invalid": (
        "redirect_uri query parameter value is invalid",
        # Said otherwise, or in French: these words together mean nothing else.
        "redirect_uri is invalid",
        "invalid redirect_uri",
        "redirect_uri est invalide",
        "redirect_uri n est pas valide",
        "redirect_uri_mismatch",
        "invalid_redirect_uri",
        "listed in the redirect uris section on your app s keys tab",
    ),
    "no-sandbox-companies": ("no sandbox companies found for user",),
    "wrong-cluster": ("accessing wrong cluster", "wrongclustererror"),
    "application-authorization-failed": ("applicationauthorizationfailed",),
    "authorization-failure": ("authorizationfailure", "do not have access to use quickbooks online"),
    "invalid-client": ("invalid_client",),
    "invalid-grant": ("invalid_grant",),
    "unauthorized-client": ("unauthorized_client",),
    "invalid-scope": ("invalid_scope",),
    "unsupported-response-type": ("unsupported_response_type",),
    "unsupported-grant-type": ("unsupported_grant_type",),
    "access-denied": ("access_denied",),
    "invalid-request": ("invalid_request",),
    "temporarily-unavailable": ("temporarily_unavailable",),
    "server-error": ("server_error",),
    "experiencing-problems": (
        "we re sorry we are experiencing some problems",
        "we re sorry we re experiencing some problem",
        "we are experiencing some problems please try again later",
        "we re experiencing some problems please try again later",
    ),
    # The app's name stands between the page's two sentences.
    "connection-problem": (
        "uh oh there s a connection problem",
        "there s a connection problem sorry but",
        "didn t connect please try again later",
    ),
}

# A number says nothing by itself: it counts only after "code", "error" or the like.
NUMBERS = {
    "130": "wrong-cluster",
    "11017": "wrong-cluster",
    "3100": "application-authorization-failed",
    "120": "authorization-failure",
}

PROGRAMS = ("exit", "make:", "make[", "npm ", "signal ")
"""What stands shortly before a program's own exit status, such as the 130 of an interrupted one."""
SHORTLY = 40

_PATTERNS = {
    # \W++ is possessive: it never gives back what it took, so the search cannot backtrack.
    words: re.compile(r"(?<!\w)(?<!\w-)" + r"\W++".join(words.split()) + r"(?!-?\w)")
    for several in WORDS.values()
    for words in several
}
_NUMBER = re.compile(
    r"(?<!\w)(?:error_?code|status_?code|code|(?P<bare>error))\W{1,6}0{0,2}"
    # "Error: 120 files were left out" is about files.
    rf"(?P<number>{'|'.join(NUMBERS)})(?!\w)(?(bare)(?!\s[a-z]))"
)

_ESCAPE = re.compile(
    # An octet of an address, perhaps encoded more than once; JSON, Markdown; HTML; what nobody sees.
    r"%(?:25){0,3}(?P<octet>[0-9A-Fa-f]{2})"
    # A terminal's colours (ECMA-48), as such or as a log spells them, and the tags that dress words of a page.
    r"|(?P<colour>(?:\x1b|\u241b|\^\[|\\(?:x1b|u001b|033|e))\[[0-9;]{0,16}[A-Za-z]|\[[0-9;]{1,16}m)"
    r"|(?P<tag></?(?:b|br|i|em|p|span|strong|u|wbr|code)(?=[\s/>])[^<>]{0,200}>)"
    r"|\\(?:(?:u00|x)(?P<escaped>[0-9A-Fa-f]{2})|u[0-9A-Fa-f]{4}|[nrt]|(?P<sign>_))"
    r"|&(?:\#(?:[xX](?P<hexadecimal>[0-9A-Fa-f]{1,6})|(?P<decimal>[0-9]{1,7}))|(?P<entity>[A-Za-z]{2,8}));"
    rf"|(?P<invisible>[{INVISIBLE}]+)"
)
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"'}
_LOWER = {
    **{0xFF01 + offset: 0x21 + offset for offset in range(94)},
    **{upper + wide: upper + 32 for upper in range(ord("A"), ord("Z") + 1) for wide in (0, 0xFEE0)},
}
"""Capitals and full-width forms, one for one."""

_GIVEN = r"[\"'\\\s]{0,6}(?:=>|[=:>])[\"'\\\s]{0,6}"
_SECRETS = (
    # A label, and what it is given.
    re.compile(
        rf"(?P<label>(?:(?:client|access|refresh|id|oauth)[_\- ]?(?:secret|token))|secret|password){_GIVEN}"
        r"(?P<value>[^\s\"'\\&<>,;]{8,200})"
    ),
    # As the portal's page has it: the value is on the next line.
    re.compile(r"(?P<label>client secret)\s{1,8}(?P<value>[a-z0-9]{40})(?!\w)"),
    re.compile(
        rf"(?P<label>authorization){_GIVEN}(?:[a-z]{{1,20}}\s{{1,4}})?(?P<value>[^\s\"'\\,;]{{8,200}})"
    ),
    re.compile(r"(?<!\w)(?P<label>bearer|basic)\s{1,4}(?P<value>[a-z0-9._~+/=-]{16,200})"),
    re.compile(rf"(?<![\w-])(?P<label>code){_GIVEN}(?P<value>[a-z0-9.~-]{{16,200}})"),
    re.compile(r"[?&](?P<label>code)=(?P<value>[a-z0-9._~-]{8,200})"),
    # A token that stands by itself. Intuit publishes no form; these are the ones seen in its own projects.
    re.compile(
        r"(?<![\w.-])(?P<value>eyj[a-z0-9_-]{20,}+\.|rt1-\d{1,4}-[a-z]\d-\d{10}|(?:x?ab|q0|l[03])1\d{10}[a-z0-9]{20})"
    ),
)
_PLACEHOLDERS = ("your", "example", "redacted", "[", "{", "$", "%", "*", "•")


def examine(fields: Fields) -> Answer:
    """Name every known error in the text, the most specific first, and warn of secrets."""
    text = fields["text"]
    if not text.strip():
        return Answer((Finding("empty", "text"),))

    read = _Readable(text)
    places = _known(read.text)
    next_step = OPEN_DETAILS if len(places) == 1 else DETAILS_ARE_HERE
    findings = [_found(rule, read.origin(places[rule]), next=next_step) for rule in RULES if rule in places]
    findings = findings or [Finding("unknown", "text")]
    if secret := _secret(read.text):
        findings.append(_found("contains-secret", read.origin(secret)))
    return Answer(tuple(findings))


def _found(rule: str, span: Span, **placeholders: object) -> Finding:
    return Finding(rule, "text", span, {"position": span[0] + 1, **placeholders})


class _Readable:
    """The text in lower case, its escapes read, and where each of its characters comes from.

    An escape becomes one character: its own if ASCII has it, a space otherwise, which is as good as any
    sign between two words. Invisible characters become none.
    """

    def __init__(self, text: str) -> None:
        pieces: list[str] = []
        self._starts = [0]
        self._origins = [0]
        length = end = 0
        for escape in _ESCAPE.finditer(text):
            start, stop = escape.span()
            read = _read(escape)
            pieces += text[end:start], read
            length += start - end + len(read)
            end = stop
            self._starts.append(length)
            self._origins.append(end)
        # Only ASCII, because a lower-case letter may be longer elsewhere, and the places would be lost.
        self.text = "".join([*pieces, text[end:]]).translate(_LOWER)

    def origin(self, span: Span) -> Span:
        """The same stretch in the text as it was pasted."""
        start, end = (self._origin(position) for position in span)
        return start, end

    def _origin(self, position: int) -> int:
        piece = bisect_right(self._starts, position) - 1
        return self._origins[piece] + position - self._starts[piece]


def _read(escape: re.Match[str]) -> str:
    kind = escape.lastgroup
    if kind is None:
        return " "
    written = escape[kind]
    if kind in {"invisible", "colour"}:
        return ""
    if kind == "tag":
        return " "
    if kind == "sign":
        return written
    if kind == "entity":
        return _ENTITIES.get(written.lower(), " ")
    code = int(written, 10 if kind == "decimal" else 16)
    return chr(code) if code < 128 else " "


def _known(text: str) -> dict[str, Span]:
    """Each known error that the text holds, and where: its most telling words, or its number."""
    places: dict[str, Span] = {}
    for rule, several in WORDS.items():
        for words in several:
            # Plain substring search first: it is the fast way to see that an error is not there.
            if all(word in text for word in words.split()) and (found := _PATTERNS[words].search(text)):
                places.setdefault(rule, found.span())
    for number in _NUMBER.finditer(text):
        rule = NUMBERS[number["number"]]
        before = text[max(0, number.start() - SHORTLY) : number.start()]
        if rule not in places and not any(program in before for program in PROGRAMS):
            places[rule] = number.span()
    return places


def _secret(text: str) -> Span | None:
    """Where the first secret is announced: its label, or the three characters that such tokens begin with."""
    return min(
        (
            found.span("label") if "label" in pattern.groupindex else (found.start(), found.start() + 3)
            for pattern in _SECRETS
            for found in pattern.finditer(text)
            if _looks_secret(found["value"])
        ),
        default=None,
    )


def _looks_secret(value: str) -> bool:
    """Whether a value is one, rather than a word of a sentence, a mask or a placeholder."""
    if value.startswith(_PLACEHOLDERS) or len(set(value)) < 5:
        return False
    return len(value) >= 24 or (any(map(str.isdigit, value)) and any(map(str.isalpha, value)))
