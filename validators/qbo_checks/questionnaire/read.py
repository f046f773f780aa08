"""A reader's answers to the questionnaire as a document in JSON or YAML, read.

The document is what the page exports and imports and what the command line takes, an object:
``{"version": 1, "answers": {"GQ1": "no", "AI1": ["platform"], "AI4-users": 250}}``. The answers alone,
beside the version and not below ``answers``, are read too. :mod:`qbo_checks.questionnaire.schema` describes it.

Nothing that is read raises: what is wrong is a finding of the check ``questionnaire``, and whatever is right
is kept. A text in which no question has an answer is another file, and told as such.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from typing import Any

from qbo_checks.excerpt import quote
from qbo_checks.model import LANGUAGES, MAX_FIELD_CHARS, Finding, Phrase, Span, Text
from qbo_checks.questionnaire.load import load
from qbo_checks.questionnaire.model import Item, Questionnaire, Value, fold, named
from qbo_checks.questionnaire.refusals import (
    COMMENT,
    ENCODING,
    NOT_A_PAIR,
    NOT_AN_OBJECT,
    NOT_ANSWERS,
    NOT_JSON,
    TWICE,
    Refusal,
    RefusedError,
)
from qbo_checks.questionnaire.write import COLUMNS, TITLE
from qbo_checks.questionnaire.yaml_subset import MAX_DEPTH, Pairs, parse
from qbo_checks.text import Pasted

MAX_UNKNOWN_IDS, MAX_UNKNOWN_OPTIONS = 5, 20
"""How many unknown names, and how many unknown options, are told of one by one; the others are counted."""

MAX_COMPARED_CHARS = 40
"""The longest name that is compared with the known ones, in characters."""

EXPECTED = {
    "task": Text(fr="« done », une fois que c’est fait", en="“done”, once it’s done"),
    "single": Text(fr="une seule option", en="one option"),
    "several": Text(fr="une liste d’options, chacune sur une ligne", en="a list of options, each on one line"),
    "yes-no": Text(fr="« yes » ou « no »", en="“yes” or “no”"),
    "text": Text(fr="un texte", en="text"),
    "number": Text(fr="un nombre, sur une ligne", en="a number, on one line"),
    "url": Text(fr="une URL, sur une ligne", en="a URL, on one line"),
    "link": Text(fr="une URL, sur une ligne", en="a URL, on one line"),
    "host": Text(fr="un nom d’hôte, sur une ligne", en="a host name, on one line"),
    "addresses": Text(fr="un texte, une adresse IP ou une plage par ligne", en="text, with one IP address or range per line"),
}  # fmt: skip
"""What an answer of each kind is, as it stands after “expects”."""

SAMPLES = {
    "task": "done",
    "several": "Accounting",
    "yes-no": "yes",
    "text": "QBO",
    "number": "250",
    "url": "https://app.example.com/login",
    "link": "https://app.example.com/privacy",
    "host": "app.example.com",
    "addresses": "51.104.28.73",
}
"""An answer of each kind that has no options of its own, to show its form."""

SUGGESTION = Text(fr="Vouliez-vous dire {near}?", en="Did you mean {near}?")
NO_SUGGESTION = Text(fr="Corrigez l’identifiant.", en="Fix the ID.")
PARTS = Text(fr="une réponse pour chaque partie : {parts}", en="an answer to each part: {parts}")

MORE_IDS = Text(fr="identifiants inconnus", en="unknown IDs")
MORE_OPTIONS = Text(fr="options inconnues à {question}", en="unknown options in {question}")

AT = Text(fr="{reason} (ligne {line}, caractère {column})", en="{reason} (line {line}, character {column})")

OTHER_FILES: Mapping[str, Text] = {
    "binary": Text(
        fr="on dirait un document Word, un classeur ou un PDF", en="the file looks like a Word document, a spreadsheet or a PDF"
    ),
    "csv": Text(
        fr="c’est le tableau CSV de ce guide, que vous pouvez lire, mais non importer",
        en="the file is this guide’s CSV table, which you can read but not import",
    ),
    "markdown": Text(
        fr="c’est le document Markdown de ce guide, que vous pouvez lire, mais non importer",
        en="the file is this guide’s Markdown document, which you can read but not import",
    ),
    "settings": Text(
        fr="on dirait un fichier de configuration (.env), et non un fichier de réponses",
        en="the file looks like a settings file (.env), not a file of answers",
    ),
    "other": Text(
        fr="aucun identifiant de question n’y précède de réponse", en="no question ID comes before an answer"
    ),
}  # fmt: skip
"""What a file is in which no question has an answer, as far as that can be told."""

EXPORT = Text(
    fr="Donnez le fichier JSON ou YAML que ce guide exporte, ou une ligne par question, comme « GQ2: yes ».",
    en="Give the JSON or YAML file that this guide exports, or one line for each question, such as “GQ2: yes”.",
)


@dataclass(slots=True)  # Not frozen, for the reason that Finding isn't.
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
    if len(text) > MAX_FIELD_CHARS:
        return Reading(refused=Finding("oversized", "answers"))
    if not text.strip("\ufeff \t\r\n"):
        return Reading(refused=Finding("empty", "answers"))
    unfenced = _unfenced(text)
    straight = Pasted.of(_straight(unfenced))
    written = _in_pairs(straight)
    try:
        document, places = _document(written.text)
        inner = _inner(document, places)
    except RefusedError as error:
        return Reading(refused=_refused(unfenced, error, written.starts[error.start]))

    if written is not straight:
        places = {name: written.between(*place).span for name, place in places.items()}
    questionnaire = load()
    names = {name for name, _ in (*document, *inner)}
    if not (names <= {"version", "answers"} or any(map(_ID.fullmatch, names))):
        return Reading(refused=_another_file("other", {"line": 1, "column": 1}))
    version = str(dict(document).get("version", questionnaire.version))
    if version != str(questionnaire.version):
        # A version of ours is a small number; another text may be anything.
        found = int(version) if _COUNT.fullmatch(version) else quote(version)
        placeholders = {"found": found, "version": questionnaire.version}
        return Reading(
            refused=Finding("wrong-version", "answers", placeholders=placeholders, question="version")
        )
    pairs = tuple((name, _said(found)) for name, found in (*document, *inner) if name != "answers")
    given = {name: tuple(found) if isinstance(found, list) else found for name, found in pairs}
    answers, faults = _values(questionnaire, dict(pairs))
    return Reading(
        answers,
        faults,
        tuple(_names(questionnaire, pairs, places)),
        places=places,
        canonical=written.text == unfenced and all(given[name] == value for name, value in answers.items()),
        nested="answers" in dict(document),
    )


_FENCE = re.compile(r"[\ufeff \t\r\n]*+(?P<fence>`{3,}+|~{3,}+)[\w+-]{0,20}[ \t]*+(?=[\r\n])")


def _unfenced(text: str) -> str:
    """The text with blanks in place of the Markdown code fence around all of it: every place stays as it was."""
    opening = _FENCE.match(text)
    if opening is None:
        return text
    fence, kept = opening["fence"], text.rstrip()
    end = len(kept) - len(fence)
    if end <= opening.end() or not kept.endswith(fence) or kept[end - 1] not in "\r\n":
        return text
    return " " * opening.end() + kept[opening.end() : end]


_CURLY = re.compile(r"[\ufeff\s]*+[{\[]\s*+[“”„]")


def _straight(text: str) -> str:
    """The text without what a word processor makes of it, character by character: each stands where it stood.

    JSON gets straight quotation marks, and what spaces a colon of French from its identifier is a common space.
    """
    if "\u00a0" in text or "\u202f" in text:
        text = _NAMED.sub(lambda name: name[0].replace("\u00a0", " ").replace("\u202f", " "), text)
    return re.sub("[“”„]", '"', text) if _CURLY.match(text) else text


def _said(found: Any) -> Any:
    """A value without the entries of a list that are still empty."""
    return [entry for entry in found if entry is not None] if isinstance(found, list) else found


def place(text: str, start: int) -> tuple[int, int]:
    """The line and the column, from one on, of a position; a line ends as in JSON and YAML."""
    before = text[:start].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


# From JSON or YAML to names and values.

_ID = re.compile(r"(?i:[a-z]{2}[0-9]{1,2}(?:-[a-z-]{1,20})?)")
"""What reads as the id of a question, be there such a question or not."""

_NAMED = re.compile(
    rf"^[ \t]*+(?:{_ID.pattern}|answers|version)[ \t\u00a0\u202f]*+:[ \t\u00a0\u202f]*+", re.MULTILINE
)
"""A name at the beginning of a line, with its colon."""

_PAIR = re.compile(
    rf"(?:^|(?<=\r))(?P<bullet>(?:[-*+•–]|[0-9]{{1,3}}[.)])[ \t\u00a0\u202f]++)?+[*_`]{{0,3}}+(?P<name>{_ID.pattern}|version)[*_`]{{0,3}}+"
    r"[ \t\u00a0\u202f]*+[:=][*_`]{0,3}+(?![:=])(?P<blank>[ \t]|$)?",
    re.MULTILINE,
)
"""A name at the very beginning of a line, where no text goes on, and the sign before its answer."""


def _in_pairs(text: Pasted) -> Pasted:
    """The text with answers as notes have them written as YAML has them: ``GQ2 = yes``, ``* **GQ2**: yes``."""
    if text.text.lstrip("\ufeff \t\r\n")[:1] in {"{", "["}:
        return text
    lines = [*_PAIR.finditer(text.text)]
    if not lines:
        return text
    is_list = all(line["bullet"] for line in lines)

    def pair(line: re.Match[str]) -> str | None:
        if fold(line["name"]) not in _known():
            return None
        dash = "- " if is_list else ""
        blank = line["blank"] if line["blank"] is not None else " "
        return f"{dash}{line['name']}:{blank}"

    if all(pair(line) in {None, line[0]} for line in lines):
        return text  # As most documents: all pairs are written so already.
    return text.rewritten(_PAIR, pair)[0]


@cache
def _known() -> frozenset[str]:
    """The names that a document may have, folded."""
    return frozenset(map(fold, ("version", *load().items)))


_COUNT = re.compile(r"[0-9]{1,3}")

_ANSWER_LINE = re.compile(
    rf"(?:^|[\r{{,])[ \t\"'?*•>|#-]*+(?:[0-9]{{1,3}}[.)][ \t]*+)?(?:(?:answers|{_ID.pattern})[\"']?[ \t]*+:|[A-Z]{{2}}[0-9]{{1,2}}(?![\w.]))"
    r"|^[\"']?version[\"']?[ \t]*+:[ \t]*+1[ \t]*+(?=[\r\n,}#]|\Z)",
    re.MULTILINE,
)
"""What begins a line of answers, and of no other file: the id of a question, be it without its colon."""

_SURROGATES = re.compile("[\ud800-\udfff]")
"""What stands for the bytes that are not UTF-8, where a file is read."""

_SEPARATORS = re.compile(r'[",;\t]+')
_CSV_HEADS = [COLUMNS[lang].split(", ")[:2] for lang in LANGUAGES]

_SETTING = re.compile(r"^(?:export[ \t]++)?[A-Za-z_][\w.-]*+[ \t]*+=", re.MULTILINE)


def _document(text: str) -> tuple[Pairs, Mapping[str, Span]]:
    """The names and values of a document, and where its names stand. Raises RefusedError."""
    if found := _SURROGATES.search(text):
        raise RefusedError(found.start(), ENCODING)
    places: dict[str, Span] = {}
    if text.lstrip("\ufeff \t\r\n")[0] not in "{[":
        return _merged(parse(text, places), NOT_A_PAIR), places
    try:
        return _json(text, places), places
    except RefusedError as error:
        if error.refusal is not NOT_JSON:
            raise
        refused = error
    # YAML writes objects in braces too, with fewer quotation marks. Where it is neither, the one that could be
    # read further says why.
    places = {}
    try:
        return _merged(parse(text, places), NOT_A_PAIR), places
    except RefusedError as error:
        raise (error if error.start > refused.start else refused) from None


def _refused(text: str, error: RefusedError, start: int) -> Finding:
    line, column = place(text, start)
    where = {"line": line, "column": column}
    span = start, min(start + 1, len(text))
    if error.refusal is None:
        return Finding("too-deep", "answers", span, {**where, "limit": MAX_DEPTH})
    kind = _kind(text)
    if kind:
        return _another_file(kind, where)
    what, mend = error.refusal
    placeholders = {**where, "reason": Phrase(AT, {"reason": what, **where}), "mend": mend}
    return Finding("malformed", "answers", span, placeholders)


def _another_file(kind: str, where: Mapping[str, int]) -> Finding:
    """That it is no file of answers. No place is named, so nothing of it is quoted."""
    return Finding(
        "malformed", "answers", placeholders={**where, "reason": OTHER_FILES[kind], "mend": EXPORT}
    )


def _kind(text: str) -> str | None:
    """Which other file a text that cannot be read is, or None where it was to be answers."""
    head = text.lstrip('\ufeff"# \t\r\n')[:100]
    if "\0" in text or head.startswith(("PK\3", "%PDF", "{\\rtf")):
        return "binary"
    if _SEPARATORS.split(head)[:2] in _CSV_HEADS:
        return "csv"
    if head.startswith((TITLE.fr, TITLE.en)):
        return "markdown"
    if _ANSWER_LINE.search(text):
        return None
    return "settings" if _SETTING.search(text) else "other"


def _inner(document: Pairs, places: Mapping[str, Span]) -> Pairs:
    """What stands below ``answers``. Refused where nothing says which version, or which answers, are meant."""
    for name in ("version", "answers"):
        if [each for each, _ in document].count(name) > 1:
            raise RefusedError(_start(places, name), TWICE)
    inner = dict(document).get("answers")
    return () if inner is None else _merged(inner, NOT_ANSWERS, _start(places, "answers"))


def _merged(found: Any, refusal: Refusal, start: int = 0) -> Pairs:
    """Names and values, be they entries of a list: ``- GQ2: yes``. Raises RefusedError where they're something else."""
    entries = [found] if isinstance(found, tuple) else found
    if not (isinstance(entries, list) and entries and all(isinstance(entry, tuple) for entry in entries)):
        raise RefusedError(start, refusal)
    return tuple(pair for entry in entries for pair in entry)


def _start(places: Mapping[str, Span], name: str) -> int:
    # JSON may write a name by its escapes, and then its place is not known.
    return places.get(name, (0, 0))[0]


_STRUCTURE = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)
"""Strings, to be passed over, and the signs that open and close. Possessive: it never goes back."""

_COLON = re.compile(r"[ \t\r\n]*+:")

# A number stays as it is written: the longest ones cannot be read, and none is computed with.
_DECODER = json.JSONDecoder(object_pairs_hook=tuple, parse_int=str, parse_float=str, parse_constant=str)


def _json(text: str, places: dict[str, Span]) -> Pairs:
    """The names and values of a JSON object; notes where the names of its first two levels stand."""
    depth = 0
    for match in _STRUCTURE.finditer(text):
        found = match[0]
        if found[0] == '"':
            if depth <= 2 and _COLON.match(text, match.end()):
                places[found[1:-1]] = match.span()
        elif found in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                # A parser calls itself for each level; Python's, in the page, cannot recover from too many.
                raise RefusedError(match.start())
        else:
            depth -= 1
    try:
        document = _DECODER.decode(text.replace("\ufeff", " ", 1) if text[0] == "\ufeff" else text)
    except json.JSONDecodeError as error:
        is_comment = text.startswith(("//", "/*"), error.pos)
        raise RefusedError(error.pos, COMMENT if is_comment else NOT_JSON) from None
    return _merged(document, NOT_AN_OBJECT, len(text) - len(text.lstrip("\ufeff \t\r\n")))


# From names and values to answers.


def _names(questionnaire: Questionnaire, document: Pairs, places: Mapping[str, Span]) -> Iterator[Finding]:
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
    ids = {fold(item.id): item.id for item in questionnaire.items.values()} if unknown else {}
    for name in [*unknown][:MAX_UNKNOWN_IDS]:
        near = get_close_matches(fold(name), ids, n=1) if len(name) <= MAX_COMPARED_CHARS else []
        meant = ids[near[0]] if near else None
        suggestion = SUGGESTION.filled(near=meant) if meant else NO_SUGGESTION
        yield Finding(
            "unknown-question",
            "answers",
            places.get(name),
            {"found": quote(name), "suggestion": suggestion},
            question=name if len(name) <= MAX_COMPARED_CHARS else None,
            near=meant,
        )
    if len(unknown) > MAX_UNKNOWN_IDS:
        placeholders = {"count": len(unknown) - MAX_UNKNOWN_IDS, "what": MORE_IDS}
        yield Finding("more-unknown", "answers", placeholders=placeholders)
    for name in twice:
        yield finding_of("duplicate-question", questionnaire.items[name])


def finding_of(rule: str, item: Item, **placeholders: object) -> Finding:
    return Finding(
        rule,
        "answers",
        placeholders={"question": item.id, "about": item.line, "asked": item.asked, **placeholders},
        question=item.id,
    )


def _values(
    questionnaire: Questionnaire, given: Mapping[str, Any]
) -> tuple[dict[str, Value], dict[str, list[Finding]]]:
    """Every answer that can be read, and what keeps the others from being read."""
    answers: dict[str, Value] = {}
    faults: dict[str, list[Finding]] = {}
    left = MAX_UNKNOWN_OPTIONS
    for item in questionnaire.items.values():
        found = given.get(item.id)
        if found is None:
            continue
        value, problems = _value(item, found)
        if value:
            answers[item.id] = value
        if not problems:
            continue
        options = sum(problem.rule != "wrong-kind" for problem in problems)
        if options > left:
            more = options - left
            what = MORE_OPTIONS.filled(question=item.id)
            problems[-more:] = [finding_of("more-unknown", item, count=more, what=what)]
        left = max(0, left - options)
        faults[item.id] = problems
    return answers, faults


BREAK = re.compile(r"\r\n?")


def _value(item: Item, found: Any) -> tuple[Value | None, list[Finding]]:
    """One answer as it is kept; an empty one is None."""
    entries = _entries(item, found)
    if entries is None:
        return None, [_wrong_kind(item)]

    # The end of a line is written in three ways, and the page's controls know one.
    lines = [(BREAK.sub("\n", entry) if "\r" in entry else entry).strip() for entry in entries]
    texts = dict.fromkeys(filter(None, lines))
    if not item.answerable:
        return None, [_wrong_kind(item)] if texts else []
    problems: list[Finding] = []
    kept: dict[str, None] = texts
    if item.options:
        options = {text: item.option(text) for text in texts}
        unknown = [text for text, option in options.items() if option is None]
        problems = [_unknown(item, text) for text in unknown]
        kept = dict.fromkeys(
            [option or text for text, option in options.items() if option or _may_be_new(item, text)]
        )
    else:
        unknown = [*texts]
    if unknown and item.kind not in {"text", "addresses"} and any("\n" in text for text in unknown):
        return None, [_wrong_kind(item)]
    return (tuple(kept) if item.kind == "several" else "".join(kept)), problems


def _entries(item: Item, found: Any) -> list[str] | None:
    """The texts that an answer is given as; None where it is none of its kind."""
    if isinstance(found, str):
        return [found]
    if isinstance(found, bool) and item.kind == "yes-no":
        return ["yes" if found else "no"]
    if isinstance(found, bool) and item.kind == "task":
        return ["done" if found else ""]
    if isinstance(found, list) and all(isinstance(entry, str) for entry in found):
        if item.kind == "several":
            return found
        if item.kind == "addresses":
            return ["\n".join(found)]
    return None


def _wrong_kind(item: Item) -> Finding:
    if item.answerable:
        return finding_of("wrong-kind", item, expected=EXPECTED[item.kind], sample=_sample(item))
    parts = load().follow_ups(item)
    expected = PARTS.filled(parts=", ".join(part.id for part in parts))
    return finding_of("wrong-kind", item, expected=expected, sample=_sample(parts[0]))


def _sample(item: Item) -> Text:
    """How an answer is written: ``yes``, ``[saas]``."""
    options = [option.id for option in item.options if not option.exclusive]
    answer = options[0] if options else SAMPLES[item.kind]
    written = f"[{answer}]" if item.kind == "several" else answer
    return Text(fr=f"«\u00a0{written}\u00a0»", en=f"“{written}”")


def _is_letter(text: str) -> bool:
    letter = text.strip("().")
    return len(letter) == 1 and letter.isalpha()


def _may_be_new(item: Item, text: str) -> bool:
    """Whether an unknown option may be one that Intuit has added since its list was read."""
    return item.open and not _is_letter(text)


def _unknown(item: Item, text: str) -> Finding:
    rule = "option-letter" if _is_letter(text) else "unlisted-option" if item.open else "unknown-option"
    return finding_of(rule, item, found=quote(text), options=named(option.id for option in item.options))
