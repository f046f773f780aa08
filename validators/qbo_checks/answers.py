"""A reader's answers to the questionnaire as a document: read from JSON or YAML, written in four forms.

The document is what the page exports and imports and what the command line takes, an object:
``{"version": 1, "answers": {"GQ1": "no", "AI1": ["platform"], "AI4-users": 250}}``. The answers alone,
beside the version and not below ``answers``, are read too. :func:`qbo_checks.questionnaire.schema` describes it.

Nothing that is read raises: what is wrong is a finding of the check ``questionnaire``, and whatever is right
is kept. YAML is read without a library, which the page would have to download: of it, exactly what
:func:`write` writes and what people write by hand to answer, and the rest is refused with its reason.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from typing import Any, TypeAlias

from qbo_checks.excerpt import quote
from qbo_checks.model import LIMIT, Finding, Language, Span, Text, UsageError
from qbo_checks.questionnaire import (
    Answers,
    Item,
    Questionnaire,
    Value,
    both,
    encode,
    fold,
    load,
    named,
    quoted,
    several,
    template,
)

DEPTH = 8
"""How deeply lists and objects may be nested: answers need three levels, a parser has some hundreds."""

MANY = 20
"""How many unknown names are told of at once, in the file and in one answer."""

LONGEST = 40
"""The longest name that is compared with the known ones, in characters."""

EXPECTED = {
    "task": Text(fr="« done », une fois que c’est fait", en="“done”, once it is done"),
    "single": Text(fr="une seule option", en="one option"),
    "several": Text(fr="une liste d’options, chacune sur une ligne", en="a list of options, each on one line"),
    "yes-no": Text(fr="« yes » ou « no »", en="“yes” or “no”"),
    "text": Text(fr="un texte", en="a text"),
    "number": Text(fr="un nombre, sur une ligne", en="a number, on one line"),
    "url": Text(fr="une adresse, sur une ligne", en="an address, on one line"),
    "link": Text(fr="une adresse, sur une ligne", en="an address, on one line"),
    "host": Text(fr="un nom d’hôte, sur une ligne", en="a host name, on one line"),
    "addresses": Text(fr="un texte, une adresse IP ou une plage par ligne", en="a text, one IP address or range per line"),
}  # fmt: skip
"""What an answer of each kind is, as it stands after “takes”."""

SUGGESTION = Text(fr="Peut-être {near}?", en="Perhaps {near}?")
NO_SUGGESTION = Text(fr="Supprimez-la.", en="Delete it.")
PARTS = Text(fr="une réponse pour chaque partie : {parts}", en="an answer to each part: {parts}")

NOT_AN_OBJECT = Text(fr="ce n’est pas un objet entre accolades", en="it is not an object in braces")
NOT_ANSWERS = Text(
    fr="« answers » doit contenir l’identifiant de chaque question et sa réponse",
    en="“answers” must hold the id of each question and its answer",
)
TWICE = Text(fr="« {found} » figure plus d’une fois", en="“{found}” is there more than once")
NOT_JSON = Text(fr="la suite n’est pas du JSON", en="what follows is not JSON")
NOT_A_PAIR = Text(
    fr="cette ligne n’est pas de la forme « AI1: yes »",
    en="this line is not of the form “AI1: yes”",
)
INDENT = Text(fr="cette ligne est mal alignée", en="this line is not aligned with the others")
TAB = Text(
    fr="une tabulation aligne cette ligne, et YAML veut des espaces",
    en="a tab aligns this line, and YAML wants spaces",
)
UNCLOSED = Text(fr="un guillemet ouvrant n’est pas fermé sur la même ligne", en="a quotation mark is not closed on its line")  # fmt: skip
ESCAPE = Text(
    fr="la barre oblique inverse n’est pas suivie d’un signe connu",
    en="the backslash is not followed by a known sign",
)
TRAILING = Text(fr="quelque chose suit la réponse", en="something follows the answer")
LIST = Text(
    fr="la liste doit tenir sur une ligne, ses éléments séparés par des virgules",
    en="the list must stand on one line, its items separated by commas",
)
DEEP = Text(
    fr="une réponse est un texte ou une liste de textes, sans autre liste dedans",
    en="an answer is a text or a list of texts, with no other list in it",
)
ANCHOR = Text(
    fr="les ancres, les renvois et les étiquettes de YAML ne sont pas lus ici",
    en="the anchors, aliases and tags of YAML are not read here",
)
FOLDED = Text(
    fr="un texte replié (>) n’est pas lu ici; écrivez « | » ou mettez-le entre guillemets",
    en="a folded text (>) is not read here; write “|” or put it in quotation marks",
)
QUOTES_NEEDED = Text(
    fr="ce texte doit être entre guillemets, à cause d’un signe que YAML prendrait pour autre chose",
    en="this text needs quotation marks, because of a sign that YAML would take for something else",
)

Pairs: TypeAlias = tuple[tuple[str, Any], ...]
"""An object as it is written: a name that is there twice is there twice."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document says.

    ``answers`` holds every answer that can be read, in the order of Intuit's form, and ``faults`` what keeps
    others from it, by question. ``names`` is about names that nobody knows or that are there twice. Where
    nothing could be read, ``refused`` alone says why. ``places`` tells where each name stands in the text,
    and ``canonical`` whether every answer is written as it is kept. ``nested`` is the shape: below
    ``answers``, or beside the version.
    """

    answers: Mapping[str, Value] = field(default_factory=dict)
    faults: Mapping[str, list[Finding]] = field(default_factory=dict)
    names: tuple[Finding, ...] = ()
    refused: Finding | None = None
    places: Mapping[str, Span] = field(default_factory=dict)
    canonical: bool = True
    nested: bool = True

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is wrong with the document itself, whatever the answers say."""
        if self.refused:
            return (self.refused,)
        return (*self.names, *(fault for faults in self.faults.values() for fault in faults))


def read(text: str) -> Reading:
    """The answers of a document in JSON or YAML. Never raises; takes time linear in the text's length."""
    if len(text) > LIMIT:
        return Reading(refused=Finding("oversized", "answers"))
    if not text.strip("\ufeff \t\r\n"):
        return Reading(refused=Finding("empty", "answers"))
    places: dict[str, Span] = {}
    try:
        is_json = text.lstrip("\ufeff \t\r\n")[0] in "{["
        document = _json(text, places) if is_json else _Yaml(text, places).document()
        inner = _inner(document, text, places)
    except _RefusedError as error:
        return Reading(refused=error.finding)

    questionnaire = load()
    version = dict(document).get("version", questionnaire.version)
    if str(version) != str(questionnaire.version):
        placeholders = {"found": quote(str(version)), "version": questionnaire.version}
        return Reading(
            refused=Finding("wrong-version", "answers", placeholders=placeholders, question="version")
        )
    pairs = (*(pair for pair in document if pair[0] != "answers"), *inner)
    given = {name: tuple(found) if isinstance(found, list) else found for name, found in pairs}
    answers, faults = _values(questionnaire, dict(pairs))
    return Reading(
        answers,
        faults,
        tuple(_names(questionnaire, pairs)),
        places=places,
        canonical=all(given[name] == value for name, value in answers.items()),
        nested="answers" in dict(document),
    )


# From JSON or YAML to names and values.


class _RefusedError(Exception):
    """The text cannot be read; the finding says why and where."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.rule)
        self.finding = finding


def _inner(document: Pairs, text: str, places: Mapping[str, Span]) -> Pairs:
    """What stands below ``answers``. Refused where nothing says which version, or which answers, are meant."""
    for name in ("version", "answers"):
        if [each for each, _ in document].count(name) > 1:
            raise _RefusedError(_refusal(text, places[name][0], filled(TWICE, found=name)))
    inner = dict(document).get("answers")
    if inner is not None and not isinstance(inner, tuple):
        raise _RefusedError(_refusal(text, places["answers"][0], NOT_ANSWERS))
    return inner or ()


def _refusal(text: str, start: int, reason: Text) -> Finding:
    return _at("malformed", text, start, min(start + 1, len(text)), reason=reason)


def _at(rule: str, text: str, start: int, end: int, **placeholders: object) -> Finding:
    line, column = place(text, start)
    return Finding(rule, "answers", (start, end), {"line": line, "column": column, **placeholders})


def place(text: str, start: int) -> tuple[int, int]:
    """The line and the column, from one on, of a position; a line ends as in JSON and YAML."""
    before = text[:start].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


_STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
"""Strings, to be passed over, and the signs that open and close. Possessive: it never goes back."""

_COLON = re.compile(r"[ \t\r\n]*+:")


def _json(text: str, places: dict[str, Span]) -> Pairs:
    """The names and values of a JSON object; notes where the names of its first two levels stand."""
    depth = 0
    for match in _STRUCTURE.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
        if depth > DEPTH:
            # A parser calls itself for each level; Python's, in the page, cannot recover from too many.
            raise _RefusedError(_at("too-deep", text, match.start(), match.end(), limit=DEPTH))
        if depth <= 2 and match[0][0] == '"' and _COLON.match(text, match.end()):
            places[match[0][1:-1]] = match.span()
    try:
        # A number stays as it is written: the longest ones cannot be read, and none is computed with.
        document = json.loads(
            text.replace("\ufeff", " ", 1) if text[0] == "\ufeff" else text,
            object_pairs_hook=tuple,
            parse_int=str,
            parse_float=str,
            parse_constant=str,
        )
    except json.JSONDecodeError as error:
        raise _RefusedError(_refusal(text, error.pos, NOT_JSON)) from None
    if not isinstance(document, tuple):
        start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
        raise _RefusedError(_refusal(text, start, NOT_AN_OBJECT))
    return document


_KEY = re.compile(r"""(?:"([^"\\]*+)"|'([^']*+)'|([\w$][\w$-]*+))[ ]*+:(?= |$)""")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*+)"')
_SINGLE = re.compile(r"'((?:[^']|'')*+)'")
_IN_LIST = re.compile(r"(?:[^,\[\]{} \t#]|(?<![ \t\[,])#|[ \t](?!#))*+")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U(00[01][0-9A-Fa-f]{5})|(.))")
_ESCAPED = {"0": "\0", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


class _Yaml:
    """Reads two levels of ``name: value``, line by line, a line once; a value is a text or a list of texts."""

    def __init__(self, text: str, places: dict[str, Span]) -> None:
        self._text = text
        self._places = places
        self._lines: list[tuple[int, int]] = []
        start = 1 if text[0] == "\ufeff" else 0
        for match in re.finditer(r"\r\n?|\n", text):
            self._lines.append((start, match.start()))
            start = match.end()
        self._lines.append((start, len(text)))
        self._next = 0

    def document(self) -> Pairs:
        found = self._peek()
        if found and not found[1] and re.match(r"---(?: *$| +#)", self._rest(found[0])):
            self._next += 1
        return self._mapping(0)

    def _rest(self, start: int) -> str:
        """What stands between a place and the end of its line."""
        return self._text[start : self._lines[self._next][1]].rstrip(" \t")

    def _refuse(self, start: int, reason: Text) -> _RefusedError:
        return _RefusedError(_refusal(self._text, start, reason))

    def _peek(self) -> tuple[int, int] | None:
        """The next line that says something: where its words start, and how far they are indented."""
        while self._next < len(self._lines):
            start, end = self._lines[self._next]
            line = self._text[start:end]
            words = line.lstrip(" ")
            if words.lstrip("\t")[:1] not in {"", "#"}:
                if words[0] == "\t":
                    raise self._refuse(end - len(words), TAB)
                return end - len(words), len(line) - len(words)
            self._next += 1
        return None

    def _mapping(self, indent: int) -> Pairs:
        pairs: list[tuple[str, Any]] = []
        while (found := self._peek()) and found[1] >= indent:
            start, here = found
            line = self._rest(start)
            key = _KEY.match(line)
            if here > indent or not key:
                raise self._refuse(start, INDENT if here > indent else _SIGNS.get(line[0], NOT_A_PAIR))
            name = next(group for group in key.groups() if group is not None)
            self._places[name] = (start, start + key.end())
            value = line[key.end() :]
            at = start + key.end() + len(value) - len(value.lstrip(" \t"))
            pairs.append((name, self._value(at, indent)))
        return tuple(pairs)

    def _value(self, start: int, indent: int) -> Any:
        """What stands after a colon: on its line, or below it."""
        written = self._rest(start)
        if written and written[0] != "#":
            if written[0] == "|":
                return self._block(start, indent)
            value = self._flow(start)
            self._next += 1
            return value
        self._next += 1
        below = self._peek()
        if below and below[1] >= indent and re.match(r"-(?: |$)", self._rest(below[0])):
            return self._list(below[1])
        if below and below[1] > indent:
            if indent:
                raise self._refuse(below[0], DEEP)
            return self._mapping(below[1])
        return None

    def _list(self, indent: int) -> list[Any]:
        items: list[Any] = []
        while (found := self._peek()) and found[1] >= indent:
            start, here = found
            entry = re.match(r"-(?:[ \t]++|$)", self._rest(start))
            if here == indent and not entry:
                break  # A name: a list may stand as far out as the name that it belongs to.
            if here > indent or not entry:
                raise self._refuse(start, INDENT)
            items.append(self._flow(start + entry.end()))
            if not isinstance(items[-1], str | bool | None):
                raise self._refuse(start + entry.end(), DEEP)
            self._next += 1
        return items

    def _block(self, start: int, indent: int) -> str:
        """A text of several lines after ``|``, each as it stands."""
        header = re.fullmatch(r"\|([+-]?)(?:[ \t]+#.*)?", self._rest(start))
        if not header:
            raise self._refuse(start, TRAILING)
        self._next += 1
        lines: list[str] = []
        inner = None
        blank = 0
        while self._next < len(self._lines):
            begin, end = self._lines[self._next]
            line = self._text[begin:end]
            here = len(line) - len(line.lstrip(" "))
            if line.strip(" ") and here <= indent:
                break
            if line.strip(" "):
                inner = here if inner is None else inner
                # What is less far in than the line above it, be it an empty one, YAML refuses.
                if here < max(inner, blank):
                    raise self._refuse(begin + here, INDENT)
                blank = 0
            elif inner is None:
                blank = max(blank, here)
            lines.append(line[inner or here :])
            self._next += 1
        text = "\n".join(lines)
        return text if header[1] == "+" else text.rstrip("\n") + ("" if header[1] == "-" else "\n")

    def _flow(self, start: int) -> Any:
        """A value that ends on its line: a text, a list in brackets, true, false or nothing."""
        written = self._rest(start)
        value: Any
        if written[:1] == "[":
            value, end = self._brackets(start)
        elif written[:1] in {'"', "'"}:
            value, end = self._quoted(start)
        elif re.match(r"\{[ ]*\}", written):
            value, end = (), start + written.index("}") + 1
        else:
            plain = re.split(r"(?:^|[ \t])#", written, maxsplit=1)[0].rstrip(" \t")
            return self._plain(plain, start)
        if not re.match(r"[ \t]*+$|[ \t]++#", self._rest(end)):
            raise self._refuse(end, TRAILING)
        return value

    def _plain(self, plain: str, start: int) -> Any:
        first = plain[:1]
        if first in _SIGNS:
            raise self._refuse(start, _SIGNS[first])
        if re.match(r"[-?:](?: |$)", plain) or re.search(r":(?: |$)", plain):
            raise self._refuse(start, QUOTES_NEEDED)
        return _WORDS.get(plain.lower(), plain)

    def _quoted(self, start: int) -> tuple[str, int]:
        end = self._lines[self._next][1]
        if match := _SINGLE.match(self._text, start, end):
            return match[1].replace("''", "'"), match.end()
        if match := _DOUBLE.match(self._text, start, end):
            return _ESCAPE.sub(lambda found: self._unescape(found, start), match[1]), match.end()
        raise self._refuse(start, UNCLOSED)

    def _unescape(self, found: re.Match[str], start: int) -> str:
        code = found[1] or found[2] or found[3]
        if code:
            number = int(code, 16)
            if number <= 0x10FFFF:
                return chr(number)
        elif found[4] in _ESCAPED:
            return _ESCAPED[found[4]]
        raise self._refuse(start + 1 + found.start(), ESCAPE)

    def _brackets(self, start: int) -> tuple[list[Any], int]:
        items: list[Any] = []
        at, sign = self._after_space(start + 1)
        while sign != "]":
            if sign in {'"', "'"}:
                item, end = self._quoted(at)
            else:
                plain = _IN_LIST.match(self._text, at, self._lines[self._next][1])
                end = plain.end() if plain else at
                item = self._plain(self._text[at:end].rstrip(" \t"), at)
                if item is None:
                    raise self._refuse(at, DEEP if sign in {"[", "{"} else LIST)
            items.append(item)
            at, sign = self._after_space(end)
            if sign not in {",", "]"}:
                raise self._refuse(at, DEEP if sign in {"[", "{"} else LIST)
            if sign == ",":
                at, sign = self._after_space(at + 1)
        return items, at + 1

    def _after_space(self, start: int) -> tuple[int, str]:
        """The next place on the line that is not space, and the sign there; none at the end of the line."""
        end = self._lines[self._next][1]
        while start < end and self._text[start] in " \t":
            start += 1
        return start, self._text[start] if start < end else ""


_SIGNS = {
    **dict.fromkeys("&*!", ANCHOR),
    **dict.fromkeys("{}", DEEP),
    **dict.fromkeys("%@`", QUOTES_NEEDED),
    **dict.fromkeys("],|", LIST),
    ">": FOLDED,
}
"""What cannot begin a text without quotation marks, and why."""


# From names and values to answers.


def _names(questionnaire: Questionnaire, document: Pairs) -> Iterator[Finding]:
    """What is wrong with the names themselves: those that nobody knows, and those that are there twice."""
    seen: set[str] = set()
    twice: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for name, _ in document:
        if name in seen and name in questionnaire.items:
            twice[name] = None
        elif name not in questionnaire.items and name != "version":
            unknown[name] = None
        seen.add(name)
    ids = {fold(item.id): item.id for item in questionnaire.items.values()}
    for name in islice(unknown, MANY):
        near = get_close_matches(fold(name), ids, n=1) if len(name) <= LONGEST else []
        suggestion = filled(SUGGESTION, near=ids[near[0]]) if near else NO_SUGGESTION
        placeholders = {"found": quote(name), "suggestion": suggestion}
        yield Finding("unknown-question", "answers", placeholders=placeholders, question=name)
    for name in twice:
        yield finding_of("duplicate-question", questionnaire.items[name])


def finding_of(rule: str, item: Item, **placeholders: object) -> Finding:
    return Finding(
        rule,
        "answers",
        placeholders={"question": item.id, "about": item.line, "asked": quoted(item.text), **placeholders},
        question=item.id,
    )


def filled(text: Text, **placeholders: object) -> Text:
    """A text with its placeholders filled, to stand in the placeholder of another."""
    return Text(fr=text.fill("fr", placeholders), en=text.fill("en", placeholders))


def _values(
    questionnaire: Questionnaire, given: Mapping[str, Any]
) -> tuple[dict[str, Value], dict[str, list[Finding]]]:
    """Every answer that can be read, and what keeps the others from being read."""
    answers: dict[str, Value] = {}
    faults: dict[str, list[Finding]] = {}
    for item in questionnaire.items.values():
        value, problems = _value(item, given.get(item.id))
        if value:
            answers[item.id] = value
        if problems:
            faults[item.id] = problems
    return answers, faults


def _value(item: Item, found: Any) -> tuple[Value | None, list[Finding]]:
    """One answer as it is kept; an empty one is None."""
    if isinstance(found, bool) and item.kind in {"yes-no", "task"}:
        found = ("yes" if found else "no") if item.kind == "yes-no" else "done" if found else ""
    if item.kind == "addresses" and isinstance(found, list) and all(isinstance(e, str) for e in found):
        found = "\n".join(found)
    if item.kind == "several" and isinstance(found, str):
        found = [found]
    entries = found if isinstance(found, list) else [] if found is None else [found]
    if isinstance(found, list) != (item.kind == "several") and found is not None:
        return None, [_wrong_kind(item)]
    if not all(isinstance(entry, str) for entry in entries):
        return None, [_wrong_kind(item)]

    # The end of a line is written in three ways, and the page's controls know one.
    lines = (entry.replace("\r\n", "\n").replace("\r", "\n").strip() for entry in entries)
    texts = tuple(dict.fromkeys(filter(None, lines)))
    on_one_line = item.kind not in {"text", "addresses"}
    if on_one_line and any("\n" in text and item.option(text) is None for text in texts):
        return None, [_wrong_kind(item)]
    if not item.answerable:
        return None, [_wrong_kind(item)] if texts else []
    if not item.options:
        return (texts if item.kind == "several" else "".join(texts)), []
    options = {text: item.option(text) for text in texts}
    unknown = [text for text, option in options.items() if option is None]
    kept = tuple(
        dict.fromkeys(option or text for text, option in options.items() if option or _may_be_new(item, text))
    )
    problems = [_unknown(item, text) for text in unknown[:MANY]]
    return (kept if item.kind == "several" else "".join(kept)), problems


def _wrong_kind(item: Item) -> Finding:
    if item.answerable:
        return finding_of("wrong-kind", item, expected=EXPECTED[item.kind])
    parts = ", ".join(part.id for part in load().follow_ups(item))
    return finding_of("wrong-kind", item, expected=filled(PARTS, parts=parts))


def _is_letter(text: str) -> bool:
    letter = text.strip("().")
    return len(letter) == 1 and letter.isalpha()


def _may_be_new(item: Item, text: str) -> bool:
    """Whether an unknown option may be one that Intuit has added since its list was read."""
    return item.open and not _is_letter(text)


def _unknown(item: Item, text: str) -> Finding:
    rule = "option-letter" if _is_letter(text) else "unlisted-option" if item.open else "unknown-option"
    return finding_of(rule, item, found=quote(text), options=named(option.id for option in item.options))


# From answers to a document.

_WORDS_OF = {
    "title": Text(fr="Réponses au questionnaire d’évaluation d’Intuit", en="Answers to Intuit’s App Assessment Questionnaire"),
    "left": Text(fr="Pas encore de réponse.", en="No answer yet."),
    "hidden": Text(fr="Réponses à des questions non posées", en="Answers to questions that are not asked"),
    "recommended": Text(fr="Réponse que Codat recommande : {answer}", en="Answer that Codat recommends: {answer}"),
    "declared": Text(
        fr="Préparé avec le guide. Rien n’est encore envoyé; la déclaration est celle du développeur.",
        en="Prepared with the guide. Nothing is submitted yet; the declaration is the developer’s.",
    ),
}  # fmt: skip

_COLUMNS = Text(
    fr="identifiant, section, question, traduction, posée, réponse, recommandation de Codat",
    en="id, section, question, meaning, asked, answer, Codat’s recommendation",
)
_YES_NO = Text(fr="oui, non", en="yes, no")
_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet may take for the beginning of a formula; some take the full-width forms too."""


def from_plain(plain: Mapping[str, Any]) -> dict[str, Value]:
    """Answers as the page holds them, plain JSON values, in the order of the form; empty ones are left out."""
    answers: dict[str, Value] = {}
    for item in load().items.values():
        value = plain.get(item.id)
        if item.answerable and value:
            answers[item.id] = tuple(map(str, value)) if isinstance(value, list) else str(value)
    return answers


def write(form: str, answers: Answers, lang: Language) -> str:
    """The answers as a document: ``json`` and ``yaml`` to be read again, ``markdown`` and ``csv`` for people.

    Raises UsageError, naming the known ones, for another form.
    """
    if form not in FORMS:
        raise UsageError("form", FORMS, form)
    return FORMS[form](answers, lang)


def as_document(answers: Answers) -> dict[str, Any]:
    """The document as plain JSON values."""
    values = encode(load(), answers)
    return {"version": values.pop("version"), "answers": values}


def _to_json(answers: Answers, _: Language) -> str:
    return json.dumps(as_document(answers), ensure_ascii=False, indent=2) + "\n"


def _to_markdown(answers: Answers, lang: Language) -> str:
    questionnaire = load()
    words = {name: text[lang] for name, text in _WORDS_OF.items()}
    lines = [f"# {words['title']}", "", words["declared"]]
    for section in questionnaire.sections.values():
        items = [item for item in questionnaire.items.values() if item.section == section.id]
        asked = [item for item in items if questionnaire.asks(item, answers)]
        if asked:
            lines += ["", f"## {both(section.title, lang)}"]
        for item in asked:
            lines += ["", f"{'###' if item.parent is None else '####'} {item.id} · {both(item.text, lang)}"]
            if item.answerable:
                lines += [
                    "",
                    *(_quoted_lines(item, answers[item.id], lang) if item.id in answers else [words["left"]]),
                ]
            if item.recommended and answers.get(item.id) != item.recommended.answer:
                shown = _plain_text(item, item.recommended.answer, lang).replace("\n", "; ")
                lines += ["", words["recommended"].format(answer=shown)]
    hidden = [name for name in answers if not questionnaire.asks(questionnaire.items[name], answers)]
    if hidden:
        lines += ["", f"## {words['hidden']}"]
    for name in hidden:
        item = questionnaire.items[name]
        lines += [
            "",
            f"### {item.id} · {both(item.text, lang)}",
            "",
            *_quoted_lines(item, answers[name], lang),
        ]
    return "\n".join(lines) + "\n"


def _plain_text(item: Item, value: Value, lang: Language) -> str:
    """An answer as people read it: its options by their text, one to a line."""
    texts = {option.id: both(option.text, lang) for option in item.options}
    return "\n".join(texts.get(part, part) for part in several(value))


def _quoted_lines(item: Item, value: Value, lang: Language) -> Iterator[str]:
    """An answer as a block of code, in which no sign has a meaning, between fences longer than any of its own."""
    text = _plain_text(item, value, lang)
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    yield from (fence, *text.splitlines(), fence)


def _to_csv(answers: Answers, lang: Language) -> str:
    """A table that a spreadsheet opens. It is told the encoding, and given no formula (OWASP, CSV injection)."""
    questionnaire = load()
    yes, no = _YES_NO[lang].split(", ")
    rows = [_COLUMNS[lang].split(", ")]
    for item in questionnaire.items.values():
        answer = _plain_text(item, answers[item.id], lang) if item.id in answers else ""
        recommended = _plain_text(item, item.recommended.answer, lang) if item.recommended else ""
        section, asked = questionnaire.sections[item.section].title.en, questionnaire.asks(item, answers)
        rows.append([item.id, section, item.text.en, item.text.fr, yes if asked else no, answer, recommended])
    return "\ufeff" + "".join(",".join(map(_cell, row)) + "\r\n" for row in rows)


def _cell(text: str) -> str:
    safe = f"'{text}" if text[:1] in _FORMULA else text
    return '"' + safe.replace('"', '""') + '"'


FORMS: Mapping[str, Callable[[Answers, Language], str]] = {
    "json": _to_json,
    # The commented template, filled in: every question is there, whether it is answered or not.
    "yaml": lambda answers, lang: template(lang, answers),
    "markdown": _to_markdown,
    "csv": _to_csv,
}
