"""How the check knows."""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise, product

from qbo_checks.checks.keys.assignments import BLANK, ESCAPED_SPACE, WHOLE, Assignment, Reading, read
from qbo_checks.checks.keys.choose import SLOTS, Choice, choose
from qbo_checks.checks.keys.names import Slot
from qbo_checks.excerpt import INVISIBLE, named
from qbo_checks.model import Answer, Fields, Finding, Text
from qbo_checks.portal import ENVIRONMENTS, IN_A_SENTENCE, TABS
from qbo_checks.redact import OLD, TOKENS, Kind, secrets, token
from qbo_checks.text import Pasted

LENGTHS: Mapping[Slot, int] = {"client_id": 50, "client_secret": 40}
KINDS: Mapping[str, Slot] = {
    "client_id": "client_id",
    "client_secret": "client_secret",
    "other_client_id": "client_id",
}
"""Which of the two keys each field takes, in reading order."""

PREFIXES = ("AB", "Q0", "L0")

NAMES = {
    "client_id": Text(fr="ID client", en="client ID"),
    "client_secret": Text(fr="secret client", en="client secret"),
    "other_client_id": Text(fr="ID client de l’autre environnement", en="client ID of the other environment"),
}
THE_KEYS = {
    "client_id": Text(fr="l’ID client", en="the client ID"),
    "client_secret": Text(fr="le secret client", en="the client secret"),
    "other_client_id": Text(
        fr="l’ID client de l’autre environnement", en="the client ID of the other environment"
    ),
}
"""The same in a sentence, with their article."""

CORRECTED = {
    "surrounding-space",
    "wrapped",
    "label-included",
    "invisible-character",
    "inner-space",
    "line-break",
    "swapped",
    "taken-apart",
    "base64",
}
"""What can be put right without a doubt about the keys themselves."""
NOTED = {"plausible", "unknown-prefix", "recognized-by-form", "assigned-twice", "token-beside"}
"""What casts no doubt on which keys are meant."""

_BLANK = rf"\s{INVISIBLE}"
_SIGNS = r"\"'`\\“”‘’«»\u2039\u203a„<>()\[\]{}*|,;.:"
_OPENING = re.compile(rf"[{_BLANK}{_SIGNS}=•–—-]*")
_CLOSING = re.compile(rf"(?:[nrt]\\|[{_BLANK}{_SIGNS}])*")
"""Of the text backwards: a line break may be there as its escape, which files of settings keep from ``echo``."""
_SIGN = re.compile(rf"[^{_BLANK}]")
_UNSEEN = re.compile(rf"[{INVISIBLE}]")
_LINE_BREAKS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_LINE_BREAK = re.compile(rf"[{_LINE_BREAKS}]")
_INNER_SPACE = re.compile(rf"[^\S{_LINE_BREAKS}]")
_SPACE = re.compile(r"\s")
_LETTER = re.compile(r"[^\W_]")
_FOREIGN = re.compile(rf"[^A-Za-z0-9{_BLANK}]")
_ALPHANUMERIC = re.compile(r"[A-Za-z0-9]+\Z")

_MASK = re.compile(r"[•●∙⦁⬤█▪■▮\u2217⚫◦·]{2}|\*{3}(?!\*{0,2}\w)|…|\.\.\.|#{4}")
_TEMPLATE = re.compile(
    r"\$[({]|\{\{|#\{|<%|%\(|\A\W?([%@])\w{1,40}\1\W?\Z|\bos\.environ|\bprocess\.env|\bgetenv\b"
    # A tag of YAML; sops and Jasypt; where a secret is kept, as 1Password, Doppler and the like write it.
    r"|\A\W{0,2}!\w|\bENC[\[(]|\b(?:op|doppler|vault|infisical|keyvault|akv|aws-?sm|gcp-?sm|bws|ref\+\w{1,20})://"
)
_STOCK = re.compile(
    r"client|secret|credential|placeholder|ex[ae]mple|replace|remplace|insert|quickbooks|intuit|sandbox"
    r"|production|loremipsum|deadbeef|foobar|x{6}|sensitive|concealed|redacted|filtered|encrypted|withheld",
    re.IGNORECASE,
)
"""Words that stand for a key, too long to turn up in a random one by chance."""
_ROWS = ("qwertyuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm", "zxcvbnm", "wxcvbn")
_STEPS = frozenset(
    [chr(point) + chr(point + step) for point in range(0x21, 0x7F) for step in (-1, 0, 1)]
    + [
        "".join(cased)
        for row in _ROWS
        for pair in pairwise(row)
        for cased in product(*((letter, letter.upper()) for letter in pair))
    ]
)
"""Pairs of characters that follow each other in the alphabet, either way, are the same, or stand side by side on a
keyboard (QWERTY or AZERTY)."""
_FILLER = re.compile(
    r"(?:todo|tbd|none|null|nil|undefined|test|dummy|fake|sample|key|value|id|n/?[ad]|hidden"
    r"|aucune?|àvenir|àdéterminer|caché|masqué|set|unset|empty|vide|protégée?)\Z",
    re.IGNORECASE,
)

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\Z")

_OTHER_VALUES: tuple[tuple[Text, Kind | None, re.Pattern[str]], ...] = (
    (
        Text(fr="un jeton d’actualisation", en="a refresh token"),
        "refresh-token",
        re.compile(r"(?i:refresh_?token)"),
    ),
    (Text(fr="un jeton d’accès", en="an access token"), "access-token", re.compile(r"(?i:access_?token)")),
    (Text(fr="un jeton d’identité", en="an ID token"), "id-token", re.compile(r"(?i:id_token|idtoken)")),
    (
        Text(fr="un code d’autorisation", en="an authorization code"),
        "authorization-code",
        re.compile(r"(?i:auth(?:orization)?_?code)"),
    ),
    (
        Text(fr="un ID d’entreprise QuickBooks", en="a QuickBooks company ID"),
        None,
        re.compile(r"(?i:(?:realm|company)_?id)"),
    ),
)
"""What stands in the same places as keys and is none, by its form or by its name."""

_NAMED = "(?i:(?:[a-z]{{1,12}}_)?{}[\"']{{0,2}}(?:=>|[=:]))"

INSTEAD: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("placeholder", re.compile(r"(?i:your|votre|paste|colle[rz]|copie[rz]|enter|change_?me|client[_-]?(?:id|secret)|x{6})")),
    ("is-url", re.compile(r"(?i:[a-z][a-z0-9+.-]{0,20}://|www\.)")),
    ("is-url", re.compile(r"(?i:(?:[a-z0-9-]{1,63}\.){1,5}(?:com|io|net|org|ca|fr|dev|app)(?:[/:?#]|\Z))")),
    # A token by its name, as token endpoints and settings files give it.
    ("is-refresh-token", re.compile(_NAMED.format("refresh_?token"))),
    ("is-access-token", re.compile(_NAMED.format("access_?token"))),
    ("is-id-token", re.compile(_NAMED.format("id_?token"))),
    ("is-authorization-code", re.compile(_NAMED.format("(?:authorization_?|auth_?)?code"))),
    ("is-realm-id", re.compile(_NAMED.format("(?:realm|company)_?id"))),
    ("is-basic-header", re.compile(r"(?i:(?:.{0,40}authorization['\"]?[:=])?['\"]?basic)[A-Za-z0-9+/]{16}")),
    ("is-access-token", re.compile(r"(?i:(?:.{0,40}authorization['\"]?[:=])?['\"]?bearer)[A-Za-z0-9_.-]{16}")),
    ("is-refresh-token", re.compile(OLD)),
    ("is-oauth1", re.compile(r"(?i:(?:qyprd|lvprd)[a-z0-9]{20,}\Z)")),
    ("is-uuid", re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\Z")),
    ("is-realm-id", re.compile(r"[0-9]{10,19}\Z")),
    ("is-email", re.compile(r"[^@]+@[^@.]+\.[^@]+\Z")),
)  # fmt: skip
"""What is no key, in the order in which it is tested, before and besides the forms of Intuit's tokens."""

_LOOKALIKES = frozenset(
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0417"
    "\u0430\u0431\u0441\u0435\u043e\u0440\u0443\u0445\u0455\u0456\u0458\u04bb\u04cf\u0501\u051b\u051d"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5\u0131\u0251\u0261\u0578\u057d\u0585"
)
"""Cyrillic, Greek, Armenian and rare Latin letters that are drawn like a letter or digit of ASCII."""

MAX_SEARCHED_CHARS = 20_000
"""The longest text that is searched for keys. A file of settings is shorter; of more, only the length is told."""


@dataclass(frozen=True, slots=True)
class _Key:
    """What was pasted for one key: where it stands, and its value without anything blank.

    ``form`` is the key whose form the value has; a value that is something else altogether is ``no_key``.
    """

    slot: str
    field: str
    place: Pasted
    value: str
    form: Slot | None = None
    no_key: bool = False


def examine(fields: Fields) -> Answer:
    """Find each key in what was pasted, wherever it was pasted; look at each; then at all of them together."""
    findings: list[Finding] = []
    found: dict[str, list[_Key]] = {slot: [] for slot in KINDS}
    told: set[str] = set()
    for field in KINDS:
        places, said, about = _places(field, fields)
        told |= about
        findings += said
        for slot, place in places.items():
            key, said = _look(slot, field, place)
            found[slot].append(key)
            findings += said

    keys: dict[str, _Key] = {}
    for slot, candidates in found.items():
        # What stands in a key's own field comes before what was found in another.
        candidates.sort(key=lambda key: key.field != key.slot)
        if candidates:
            keys[slot] = candidates[0]
            differing = [key for key in candidates if key.value != candidates[0].value]
            findings += [_found("several-values", key.field, key.place, slot) for key in differing]
        elif slot != "other_client_id" and slot not in told:
            findings.append(_found("empty", slot, None, slot))

    findings += _compare(keys)
    rules = {finding.rule for finding in findings}
    if rules <= NOTED | {"taken-apart"}:
        findings.append(_found("plausible", keys["client_id"].field, None, "client_id"))

    cleaned = {}
    if rules & CORRECTED and rules <= CORRECTED | NOTED:
        # Both keys or neither: half a corrected pair would look like a whole one.
        cleaned = {slot: key.value for slot, key in keys.items()}
        if "swapped" in rules:
            cleaned |= {"client_id": cleaned["client_secret"], "client_secret": cleaned["client_id"]}
    return Answer(_in_reading_order(findings, fields["environment"]), cleaned)


def _found(rule: str, field: str, place: Pasted | None, slot: str, **placeholders: object) -> Finding:
    """A finding about the key ``slot``, at a place in a field. No placeholder ever takes what was pasted."""
    position = place.start + 1 if place else 0
    span = place.span if place else None
    return Finding(
        rule,
        field,
        span,
        {"position": position, "name": NAMES[slot], "the_key": THE_KEYS[slot], **placeholders},
    )


def _in_reading_order(findings: list[Finding], environment: str) -> tuple[Finding, ...]:
    """The findings as they stand in the form, each with the words for the environment."""

    def in_words(finding: Finding) -> Finding:
        about_other = finding.placeholders["name"] is NAMES["other_client_id"]
        here = _other(environment) if about_other else environment
        words = {
            "environment": IN_A_SENTENCE[here],
            "other": IN_A_SENTENCE[_other(here)],
            "tab": TABS[here],
        }
        return replace(finding, placeholders={**words, **finding.placeholders})

    fields = list(KINDS)
    in_order = sorted(findings, key=lambda finding: (fields.index(finding.field), finding.span or (-1, -1)))
    return tuple(map(in_words, in_order))


def _other(environment: str) -> str:
    return next(name for name in ENVIRONMENTS if name != environment)


def _places(field: str, fields: Fields) -> tuple[dict[str, Pasted], list[Finding], set[str]]:
    """Where each key stands in what one field holds, what there is to say about that, and of which keys it is said."""
    pasted = Pasted.of(fields[field])
    whole, _ = pasted.strip()
    if len(whole.text) > MAX_SEARCHED_CHARS:
        return {field: pasted}, [], set()
    if not BLANK.sub("", whole.text):
        return {}, [], set()
    if _ALPHANUMERIC.match(whole.text):
        return {field: pasted}, [], set()
    return _taken_apart(field, pasted, whole, fields)


def _taken_apart(
    field: str, pasted: Pasted, whole: Pasted, fields: Fields
) -> tuple[dict[str, Pasted], list[Finding], set[str]]:
    """The same for a text that is more than one word."""
    reading = _read(pasted)
    ours, theirs = fields["environment"], _other(fields["environment"])
    choice = choose(reading, ours, theirs)
    placed: dict[str, Assignment] = dict(choice.keys.items())
    several: dict[str, Assignment] = dict(choice.several.items())
    if field == "other_client_id" and (
        fields["client_id"].strip() or not {"client_secret"} & {*placed, *several}
    ):
        # Only an ID is wanted here, and of a whole file it is the other environment's.
        choice = choose(reading, theirs, ours)
        placed, several = (
            {field: found["client_id"]} if "client_id" in found else {}
            for found in (choice.keys, choice.several)
        )
    elif choice.other_id:
        placed["other_client_id"] = choice.other_id
    if not placed and not several:
        return _nothing_placed(field, pasted, whole, choice)

    said = _told_of(field, choice, placed, several)
    told = {*several, *placed}
    if len(told) > 1:
        if beside := secrets(whole.text, TOKENS - {"expired-token", "jwt"}):
            said.append(_found("token-beside", field, whole[slice(*beside[0][1])], field))
        places = {slot: key.value for slot, key in placed.items()}
        if places and not several:
            said.append(_found("taken-apart", field, None, field, placed=_placement(places)))
        return places, said, told
    for key in placed.values():
        place = key.value
        begin, end = place.start - whole.start, place.span[1] - whole.start
        around = next(
            (
                part
                for part in (whole[:begin], whole[end:])
                if _LETTER.search(ESCAPED_SPACE.sub("", part.text))
            ),
            None,
        )
        if around:
            said.append(_found("label-included", field, around, field, value_position=place.start + 1))
        return {field: place if around else pasted}, said, told
    return {}, said, {field, *told}


def _told_of(
    field: str, choice: Choice, placed: Mapping[str, Assignment], several: Mapping[str, Assignment]
) -> list[Finding]:
    """What there is to say about where values came from."""
    said = [_found("several-values", field, value.value, slot) for slot, value in several.items()]
    said += [
        _found("other-environment-label", field, choice.keys[slot].value, slot)
        for slot in choice.foreign
        if slot in placed
    ]
    said += [_found("recognized-by-form", field, key.value, key.slot or field) for key in choice.by_form]
    said += [
        _found("assigned-twice", field, value.value, value.slot or field)
        for value in choice.overridden
        if value.slot in placed
    ][:1]
    return said


def _nothing_placed(
    field: str, pasted: Pasted, whole: Pasted, choice: Choice
) -> tuple[dict[str, Pasted], list[Finding], set[str]]:
    """What to say of a text that has no key for any place."""
    if choice.commented:
        first = choice.commented[0]
        return {}, [_found("commented-out", field, first.value, first.slot or field)], {*SLOTS}
    forms = {kind for kind, _ in secrets(whole.text, TOKENS)}
    kinds = [name for name, kind, pattern in _OTHER_VALUES if kind in forms or pattern.search(whole.text)]
    if len(kinds) > 1:
        listed = Text(fr=", ".join(kind.fr for kind in kinds), en=", ".join(kind.en for kind in kinds))
        return {}, [_found("other-values", field, None, field, kinds=listed)], {*SLOTS}
    return {field: pasted}, [], set()


def _read(pasted: Pasted) -> Reading:
    """The values in a text; none in an address or a header, which name a client_id among other things."""
    whole = pasted.text.strip()
    if not _LINE_BREAK.search(whole):
        instead = _instead(whole, BLANK.sub("", whole))
        if instead == "is-basic-header" or (instead == "is-url" and not _SPACE.search(whole)):
            return Reading([], [])
    return read(pasted)


def _placement(placed: Mapping[str, Pasted]) -> Text:
    """Where each key was found, in characters: ``client ID (10–59)``."""
    spans = [(NAMES[slot], f"{place.start + 1}–{place.span[1]}") for slot, place in placed.items()]
    return Text(
        fr="; ".join(f"{name.fr} ({span})" for name, span in spans),
        en="; ".join(f"{name.en} ({span})" for name, span in spans),
    )


def _look(slot: str, field: str, place: Pasted) -> tuple[_Key, list[Finding]]:
    """One value by itself: what it is instead of a key, or else everything that must come off it."""
    outer, _ = place.strip()
    if len(outer.text) > MAX_SEARCHED_CHARS:
        return _Key(slot, field, outer, outer.text, no_key=True), [_misfit(outer, outer.text, slot, field)]
    core = _core(outer)
    value = BLANK.sub("", core.text)
    if decoded := _from_base64(value):
        kind = next(kind for kind, length in LENGTHS.items() if length == len(decoded))
        return _Key(slot, field, core, decoded, kind), [_found("base64", field, core, slot)]
    if instead := _instead(outer.text, value):
        # Only this is said: taking the quotes off a refresh token would not make a key of it.
        finding = _found(instead, field, core, slot, length=len(value))
        return _Key(slot, field, core, value, no_key=True), [finding]

    said = [*_taken_off(place, core, slot, field), *_of_foreign_characters(core, slot, field)]
    form = next((kind for kind, length in LENGTHS.items() if length == len(value)), None)
    form = form if _ALPHANUMERIC.match(value) else None
    if not form and len(value) != LENGTHS[KINDS[slot]]:
        said.append(_misfit(core, value, slot, field))
    if form == KINDS[slot]:
        if value == value.lower() or value == value.upper():
            said.append(_found("little-variety", field, core, slot))
        if form == "client_id" and not value.startswith(PREFIXES):
            said.append(_found("unknown-prefix", field, core[:2], slot))
    return _Key(slot, field, core, value, form), said


def _taken_off(place: Pasted, core: Pasted, slot: str, field: str) -> Iterator[Finding]:
    """What stands around and inside the value without being part of it: each kind once, where it begins."""
    outer, spaces = place.strip()
    edges = outer[: core.start - outer.start], outer[core.span[1] - outer.start :]
    for rule, pattern, parts in (
        ("surrounding-space", _SPACE, (*spaces, *edges)),
        ("wrapped", _SIGN, edges),
        ("line-break", _LINE_BREAK, (core,)),
        ("inner-space", _INNER_SPACE, (core,)),
        ("invisible-character", _UNSEEN, (outer,)),
    ):
        if first := next(filter(None, (_first(pattern, part) for part in parts)), None):
            count = len(_UNSEEN.findall(outer.text))
            yield _found(rule, field, first, slot, count=count, character=named(first.text))


def _of_foreign_characters(core: Pasted, slot: str, field: str) -> Iterator[Finding]:
    """The characters that no key has: each kind once, where it begins."""
    first_of_rule: dict[str, str] = {}
    for character in dict.fromkeys(_FOREIGN.findall(core.text)):
        first_of_rule.setdefault(_rule_of(character), character)
    for rule, character in first_of_rule.items():
        at = core.text.index(character)
        yield _found(rule, field, core[at : at + 1], slot, character=named(character))


def _misfit(core: Pasted, value: str, slot: str, field: str) -> Finding:
    length, expected = len(value), LENGTHS[KINDS[slot]]
    rule = "too-short" if length < expected else "too-long"
    lengths = {"length": length, "expected": expected, "difference": abs(length - expected)}
    return _found(rule, field, core, slot, **lengths)


def _core(place: Pasted) -> Pasted:
    """The value without the space and the signs around it."""
    opening, closing = _OPENING.match(place.text), _CLOSING.match(place.text[::-1])
    begin = opening.end() if opening else 0
    return place[begin : max(begin, len(place.text) - (closing.end() if closing else 0))]


def _instead(text: str, value: str) -> str | None:
    """What a value is, where it is no key. ``text`` still has the signs around it."""
    if _MASK.search(text) or _MASK.search(BLANK.sub("", text)):
        return "masked"
    if _TEMPLATE.search(text) or not value:
        return "placeholder"
    if rule := next((rule for rule, pattern in INSTEAD if pattern.match(value)), None):
        return rule
    kind = token(value)
    if kind and kind != "jwt":
        return f"is-{kind}"
    # An access token cut short: Intuit's have 300 characters and more.
    if _is_cut_token(value) or (kind and ("." in value or len(value) > 60)):
        return "is-access-token"
    return "placeholder" if _STOCK.search(value) or _FILLER.match(value) or _drawn_by_hand(value) else None


def _from_base64(value: str) -> str | None:
    """The key that a value is in base64, as Kubernetes keeps secrets; with the line break that ``echo`` adds."""
    if not _BASE64.match(value) or len(value) not in {56, 68}:
        return None
    # The form leaves nothing that b64decode could refuse.
    decoded = base64.b64decode(value).decode("latin-1").rstrip("\r\n")
    return decoded if WHOLE.fullmatch(decoded) else None


def _is_cut_token(value: str) -> bool:
    """Whether a value is the beginning of an access token: JSON in base64, of which every byte can be read.

    Three letters alone would call one right key in 240,000 a token.
    """
    if not value.startswith("eyJ") or not _ALPHANUMERIC.match(value) or len(value) > LENGTHS["client_id"]:
        return False
    header = base64.b64decode(value[: len(value) // 4 * 4])
    return header.startswith(b'{"') and all(0x20 <= byte < 0x7F for byte in header)


def _drawn_by_hand(value: str) -> bool:
    """Whether a value as long as a key is a run along the alphabet or a keyboard, or the same over and over.

    Of 40 characters drawn by lot, some 29 differ, one pair in 10 has neighbours, and no six characters ever
    come back.
    """
    if not 20 <= len(value) <= LENGTHS["client_id"]:
        return False
    steps = sum(value[at : at + 2] in _STEPS for at in range(len(value) - 1))
    pieces = [value[at : at + 6] for at in range(len(value) - 5)]
    return len(set(value)) < 8 or 2 * steps > len(value) or len(set(pieces)) < len(pieces)


def _first(pattern: re.Pattern[str], part: Pasted) -> Pasted | None:
    match = pattern.search(part.text)
    return part[match.start() : match.end()] if match else None


def _rule_of(character: str) -> str:
    """The rule for a character that no key has."""
    if character.isascii():
        return "unexpected-character"
    folded = unicodedata.normalize("NFKC", character)
    return "homoglyph" if character in _LOOKALIKES or _ALPHANUMERIC.match(folded) else "non-ascii"


def _compare(keys: Mapping[str, _Key]) -> Iterator[Finding]:
    """What shows only when the keys are seen together."""
    client_id, secret, other = map(keys.get, KINDS)
    same = bool(client_id and secret and client_id.value == secret.value and not client_id.no_key)
    if client_id and secret and (client_id.form, secret.form) == ("client_secret", "client_id"):
        lengths = {"id_length": len(client_id.value), "secret_length": len(secret.value)}
        yield _found("swapped", client_id.field, None, "client_id", **lengths)
    else:
        for key in keys.values():
            # One value in both fields is one fault: which of the two it is, is part of it.
            if key.form and key.form != KINDS[key.slot] and not (same and key is not other):
                rule = f"is-{key.form.replace('_', '-')}"
                lengths = {"length": len(key.value), "expected": LENGTHS[KINDS[key.slot]]}
                yield _found(rule, key.field, key.place, key.slot, **lengths)
    if secret and same:
        yield _found("same-value", secret.field, None, "client_secret")
    if client_id and other and client_id.value == other.value and not client_id.no_key:
        yield _found("same-as-other-environment", other.field, None, "other_client_id")
