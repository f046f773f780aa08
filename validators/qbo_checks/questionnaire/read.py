"""A reader's answers to the questionnaire as a document in JSON or YAML, read.

The document is what the page exports and imports and what the command line takes, an object:
``{"version": 1, "answers": {"GQ1": "no", "AI1": ["platform"], "AI4-users": 250}}``. The answers alone,
beside the version and not below ``answers``, are read too. :mod:`qbo_checks.questionnaire.schema` describes it.

Nothing that is read raises: what is wrong is a finding of the check ``questionnaire``, and whatever is right
is kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from typing import Any

from qbo_checks.excerpt import quote
from qbo_checks.model import LIMIT, Finding, Span, Text
from qbo_checks.questionnaire.load import load
from qbo_checks.questionnaire.model import Item, Questionnaire, Value, fold, named, quoted
from qbo_checks.questionnaire.yaml_subset import Pairs, RefusedError, Yaml, at, refusal

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
        document = _json(text, places) if is_json else Yaml(text, places).document()
        inner = _inner(document, text, places)
    except RefusedError as error:
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


def _inner(document: Pairs, text: str, places: Mapping[str, Span]) -> Pairs:
    """What stands below ``answers``. Refused where nothing says which version, or which answers, are meant."""
    for name in ("version", "answers"):
        if [each for each, _ in document].count(name) > 1:
            raise RefusedError(refusal(text, places[name][0], filled(TWICE, found=name)))
    inner = dict(document).get("answers")
    if inner is not None and not isinstance(inner, tuple):
        raise RefusedError(refusal(text, places["answers"][0], NOT_ANSWERS))
    return inner or ()


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
            raise RefusedError(at("too-deep", text, match.start(), match.end(), limit=DEPTH))
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
        raise RefusedError(refusal(text, error.pos, NOT_JSON)) from None
    if not isinstance(document, tuple):
        start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
        raise RefusedError(refusal(text, start, NOT_AN_OBJECT))
    return document


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
