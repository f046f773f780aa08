"""Intuit's App Assessment Questionnaire: what questionnaire.toml says, as values with names and types.

The data is read once, when it is first asked for. A key that is missing, unknown or of the wrong type, and
a name that leads nowhere, is a :class:`DataError` that says where it stands: a fault of ours, never a reader's.
"""

from __future__ import annotations

import dataclasses
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias, TypeVar, cast

from qbo_checks import sources
from qbo_checks.model import LANGUAGES, Language, Source, Text

Kind: TypeAlias = Literal[
    "task", "single", "several", "yes-no", "text", "number", "url", "link", "host", "addresses",
    "matrix", "urls", "hosting",
]  # fmt: skip
"""What an answer is. A ``link`` may leave its scheme out, as people write it; a ``url`` may not."""

KINDS = frozenset(Kind.__args__)  # type: ignore[attr-defined]
GROUPS = frozenset({"matrix", "urls", "hosting"})
"""Kinds that have no answer of their own: the question is answered in its parts."""

CHOICES = frozenset({"single", "several", "yes-no", "task"})

Value: TypeAlias = str | tuple[str, ...]
"""An answer: an option's id, a text, or several of either."""

Answers: TypeAlias = Mapping[str, Value]

_T = TypeVar("_T")


class DataError(ValueError):
    """The data file does not say what it must."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. An ``exclusive`` one, such as “None of the above”, stands alone."""

    id: str
    text: Text
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds where one of these options of a question is chosen."""

    question: str
    any: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence, and the page that it comes from."""

    text: Text
    source: Source


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What Codat recommends to answer, and why."""

    answer: Value
    why: Claim


@dataclass(frozen=True, slots=True)
class Wrong:
    """A choice that may cost the approval: ``any`` of these options, or ``all`` of them together.

    ``stated`` is a refusal that somebody wrote down; ``inferred`` follows from what Intuit requires.
    """

    any: tuple[str, ...]
    all: tuple[str, ...]
    severity: Literal["error", "warning"]
    basis: Literal["stated", "inferred"]
    why: Claim

    def matches(self, chosen: Value) -> bool:
        return bool(set(self.any) & set(several(chosen))) or bool(
            self.all and set(self.all) <= set(several(chosen))
        )


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the parties says where a recommendation is debatable."""

    who: str
    says: Claim


@dataclass(frozen=True, slots=True)
class Section:
    """A tab of Intuit's form. It appears where one of the conditions holds, or always if there is none."""

    id: str
    title: Text
    when: tuple[Condition, ...]
    why: Text | None


@dataclass(frozen=True, slots=True)
class Item:
    """A question, a follow-up or a part of a question: whatever has an id of its own.

    A follow-up appears where one of the conditions ``when`` holds; a part of a ``matrix``, of ``urls`` or
    of ``hosting`` has none and appears with its question. ``text.en`` is the portal's wording unless
    ``portal`` is false. ``names`` leads from an option's id and texts, folded, to its id.
    """

    id: str
    section: str
    parent: str | None
    kind: Kind
    text: Text
    about: Text | None
    answered_by: Literal["developer", "codat"]
    source: Source
    confirmed: str
    portal: bool
    options: tuple[Option, ...]
    options_source: Source
    open: bool
    at_most: int | None
    optional: bool
    when: tuple[Condition, ...]
    recommended: Recommendation | None
    expects: Claim | None
    wrong: tuple[Wrong, ...]
    sides: tuple[Side, ...]
    names: Mapping[str, str] = dataclasses.field(repr=False, compare=False)

    @property
    def line(self) -> Text:
        """What it is about, in one line; the portal's own words where they are short enough to say it."""
        if self.about:
            return self.about
        words = quoted(self.text)
        return Text(fr=f"{words.fr}.", en=f"{words.en}.")

    @property
    def answerable(self) -> bool:
        """Whether it has an answer of its own."""
        return self.kind not in GROUPS

    def option(self, name: str) -> str | None:
        """The id of the option with that id or text, in either language; None if there is none."""
        return self.names.get(fold(name))

    def shown(self, value: Value) -> Text:
        """An answer as it is quoted in each language."""
        texts = {option.id: option.text for option in self.options}
        words = [quoted(texts.get(part) or Text(part, part)) for part in several(value)]
        return Text(fr=", ".join(word.fr for word in words), en=", ".join(word.en for word in words))


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """The whole, in the order of Intuit's form: every question, each followed by its follow-ups."""

    version: int
    sections: Mapping[str, Section]
    items: Mapping[str, Item]

    @property
    def questions(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items.values() if item.parent is None)

    def follow_ups(self, question: Item) -> tuple[Item, ...]:
        return tuple(item for item in self.items.values() if item.parent == question.id)

    def asks(self, item: Item, answers: Answers) -> bool:
        """Whether Intuit's form shows it, given the answers so far."""
        return (
            self._any_holds(self.sections[item.section].when, answers)
            and self._any_holds(item.when, answers)
            and (item.parent is None or self.asks(self.items[item.parent], answers))
        )

    def _any_holds(self, conditions: tuple[Condition, ...], answers: Answers) -> bool:
        return not conditions or any(
            set(condition.any) & set(several(answers.get(condition.question, ())))
            and self.asks(self.items[condition.question], answers)
            for condition in conditions
        )


def quoted(text: Text) -> Text:
    """The portal's words, which are English, and after them what they mean in French."""
    gloss = "" if text.fr == text.en else f" ({text.fr})"
    return Text(fr=f"«\u00a0{text.en}\u00a0»{gloss}", en=f"“{text.en}”")


def named(ids: Iterable[str]) -> Text:
    """Options as they are written in a document of answers."""
    words = [quoted(Text(fr=name, en=name)) for name in ids]
    return Text(fr=", ".join(word.fr for word in words), en=", ".join(word.en for word in words))


def fold(text: str) -> str:
    """A text as it is compared: without its case, its spacing and the form of its quotes and dashes."""
    return " ".join(text.translate(_SIGNS).casefold().split())


_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def several(value: Value) -> tuple[str, ...]:
    """An answer as the several that it may be."""
    return (value,) if isinstance(value, str) else value


# From the file to the values.

YES_NO = (Option("yes", Text(fr="Oui", en="Yes")), Option("no", Text(fr="Non", en="No")))
DONE = (Option("done", Text(fr="C’est fait", en="Done")),)


@cache
def load() -> Questionnaire:
    """The questionnaire, from the file beside this module: in a folder, a wheel or the page alike."""
    return parse(files(__package__).joinpath("questionnaire.toml").read_text("utf-8"))


def parse(text: str) -> Questionnaire:
    """The questionnaire that a text in the form of questionnaire.toml describes."""
    try:
        top = _Table(tomllib.loads(text), "the file")
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"not TOML: {error}") from error
    version = top.take("version", int)
    sections = _by_id(_section(table) for table in top.tables("sections"))
    items = _by_id(item for table in top.tables("questions") for item in _question(table, sections))
    top.end()
    questionnaire = Questionnaire(version, sections, items)
    _check_references(questionnaire)
    return questionnaire


class _Table:
    """A table of the file. What is taken from it is checked; what is left over is unknown."""

    def __init__(self, values: Mapping[str, Any], where: str) -> None:
        self._left = dict(values)
        self.where = where

    def fail(self, what: str) -> DataError:
        return DataError(f"{self.where}: {what}")

    def take(self, key: str, kind: type[_T], default: _T | None = None) -> _T:
        if key not in self._left and default is not None:
            return default
        if key not in self._left:
            raise self.fail(f"{key} is missing")
        value = self._left.pop(key)
        # A bool is an int to isinstance, and neither a count nor a version.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.fail(f"{key} must be of type {kind.__name__}")
        return value

    def one_of(self, key: str, known: Iterable[str], default: str | None = None) -> str:
        known = tuple(known)
        value = self.take(key, str, default)
        if value not in known:
            raise self.fail(f"unknown {key} {value!r}; known: {', '.join(known)}")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        values = self.take(key, list, [])
        if not all(isinstance(value, str) for value in values):
            raise self.fail(f"{key} must hold texts only")
        return tuple(values)

    def table(self, key: str) -> _Table | None:
        return _Table(self.take(key, dict), f"{self.where}, {key}") if key in self._left else None

    def tables(self, key: str) -> Iterator[_Table]:
        for number, values in enumerate(self.take(key, list, []), 1):
            where = f"{self.where}, {key} {number}"
            if not isinstance(values, dict):
                raise DataError(f"{where}: must be a table")
            name = values.get("id")
            yield _Table(values, f"{where} ({name})" if isinstance(name, str) else where)

    def text(self, key: str) -> Text:
        table = _Table(self.take(key, dict), f"{self.where}, {key}")
        text = table.languages()
        table.end()
        return text

    def languages(self) -> Text:
        words = {lang: self.take(lang, str) for lang in LANGUAGES}
        if not all(words.values()):
            raise self.fail("a text needs its French and its English")
        return Text(**words)

    def source(self, key: str = "source", default: Source | None = None) -> Source:
        """A page by its name in sources.py: ``codat-faq`` is ``CODAT_FAQ``."""
        if key not in self._left and default is not None:
            return default
        name = self.take(key, str)
        source = getattr(sources, name.upper().replace("-", "_"), None)
        if not isinstance(source, Source):
            raise self.fail(f"unknown {key} {name!r}")
        return source

    def end(self) -> None:
        if self._left:
            raise self.fail(f"unknown key {', '.join(map(repr, self._left))}")


_Named = TypeVar("_Named", Section, Item)


def _by_id(things: Iterable[_Named]) -> dict[str, _Named]:
    named: dict[str, _Named] = {}
    for thing in things:
        if thing.id in named or thing.id == "version":
            raise DataError(f"the id {thing.id!r} is there twice, or is taken")
        named[thing.id] = thing
    return named


def _section(table: _Table) -> Section:
    when = _conditions(table)
    section = Section(table.take("id", str), table.text("title"), when, table.text("why") if when else None)
    table.end()
    return section


def _question(table: _Table, sections: Mapping[str, Section]) -> Iterator[Item]:
    """A question, then its follow-ups, which have its section and, unless they say otherwise, its source."""
    follow_ups = list(table.tables("follow_ups"))
    section = table.one_of("section", sections)
    answered_by = table.one_of("answered_by", ("developer", "codat"))
    question = _item(table, section, answered_by, about=table.text("about"))
    yield question
    for each in follow_ups:
        follow_up = _item(each, section, answered_by, parent=question)
        if bool(follow_up.when) == (question.kind in GROUPS):
            raise each.fail("a part of a group has no condition, and a follow-up needs one")
        yield follow_up
    if question.kind in GROUPS and not follow_ups:
        raise table.fail("a group needs its parts")


def _item(
    table: _Table, section: str, answered_by: str, *, about: Text | None = None, parent: Item | None = None
) -> Item:
    kind = cast("Kind", table.one_of("kind", sorted(KINDS)))
    source = table.source(default=parent.source if parent else None)
    confirmed = table.take("confirmed", str, parent.confirmed if parent else None)
    if not re.fullmatch(r"\d{4}(-\d{2}-\d{2})?", confirmed):
        raise table.fail(f"confirmed must be a day or a year, not {confirmed!r}")
    options = tuple(map(_option, table.tables("options")))
    if kind in {"yes-no", "task"}:
        options = options or (YES_NO if kind == "yes-no" else DONE)
    item = Item(
        id=table.take("id", str),
        section=section,
        parent=parent.id if parent else None,
        kind=kind,
        text=table.text("text"),
        about=about,
        answered_by=cast("Any", answered_by),
        source=source,
        confirmed=confirmed,
        portal=table.take("portal", bool, default=True),
        options=options,
        options_source=table.source("options_source", source),
        open=table.take("open", bool, default=False),
        at_most=table.take("at_most", int, 0) or None,
        optional=table.take("optional", bool, default=False),
        when=_conditions(table),
        recommended=_recommended(table),
        expects=_claim(table.table("expects")),
        wrong=tuple(map(_wrong, table.tables("wrong"))),
        sides=tuple(map(_side, table.tables("sides"))),
        names=_names(table, options),
    )
    table.end()
    _check_options(table, item)
    return item


def _option(table: _Table) -> Option:
    option = Option(
        table.take("id", str), table.languages(), exclusive=table.take("exclusive", bool, default=False)
    )
    table.end()
    return option


def _names(table: _Table, options: tuple[Option, ...]) -> dict[str, str]:
    """Every way to name an option. Two options that read alike could not be told apart by their text."""
    names: dict[str, str] = {}
    for option in options:
        for name in (option.id, option.text.en, option.text.fr):
            if names.setdefault(fold(name), option.id) != option.id:
                raise table.fail(f"two options are called {name!r}")
    return names


def _conditions(table: _Table) -> tuple[Condition, ...]:
    conditions = []
    for each in table.tables("when"):
        conditions.append(Condition(each.take("question", str), each.words("any")))
        each.end()
    return tuple(conditions)


def _claim(table: _Table | None) -> Claim | None:
    if table is None:
        return None
    claim = Claim(table.languages(), table.source())
    table.end()
    return claim


def _recommended(table: _Table) -> Recommendation | None:
    inner = table.table("recommended")
    if inner is None:
        return None
    answer = inner.take("answer", object)
    if isinstance(answer, list):
        answer = tuple(answer)
    if not (
        isinstance(answer, str) or (isinstance(answer, tuple) and all(isinstance(e, str) for e in answer))
    ):
        raise inner.fail("answer must be a text or a list of texts")
    recommendation = Recommendation(answer, Claim(inner.text("why"), inner.source()))
    inner.end()
    return recommendation


def _wrong(table: _Table) -> Wrong:
    wrong = Wrong(
        any=table.words("any"),
        all=table.words("all"),
        severity=cast("Any", table.one_of("severity", ("error", "warning"))),
        basis=cast("Any", table.one_of("basis", ("stated", "inferred"))),
        why=Claim(table.text("why"), table.source()),
    )
    table.end()
    if bool(wrong.any) == bool(wrong.all):
        raise table.fail("either any or all must name options")
    if (wrong.severity, wrong.basis) == ("error", "inferred"):
        raise table.fail("what is inferred cannot be an error")
    return wrong


def _side(table: _Table) -> Side:
    side = Side(table.take("who", str), Claim(table.text("says"), table.source()))
    table.end()
    return side


def _check_options(table: _Table, item: Item) -> None:
    """Everything that names an option names one that is there, and in the way that the kind takes."""
    known = {option.id for option in item.options}
    if item.kind not in CHOICES and (known or item.open):
        raise table.fail(f"the kind {item.kind!r} takes no options")
    if item.kind in CHOICES and not (known or item.open):
        raise table.fail(f"the kind {item.kind!r} needs options")
    named = {name for wrong in item.wrong for name in (*wrong.any, *wrong.all)}
    if item.recommended:
        answer = item.recommended.answer
        if item.kind in {"task", "number", *GROUPS} or isinstance(answer, tuple) != (item.kind == "several"):
            raise table.fail(f"the kind {item.kind!r} cannot have the recommended answer {answer!r}")
        if known:
            named |= set(several(answer))
    if named - known:
        raise table.fail(f"unknown option {', '.join(map(repr, sorted(named - known)))}")


def _check_references(questionnaire: Questionnaire) -> None:
    """A condition names a question that comes before it, and options of it."""
    seen: dict[str, Item] = {}
    for item in questionnaire.items.values():
        for condition in (*questionnaire.sections[item.section].when, *item.when):
            asked = seen.get(condition.question)
            if asked is None:
                raise DataError(
                    f"{item.id}: the condition names {condition.question!r}, not an earlier question"
                )
            unknown = set(condition.any) - {option.id for option in asked.options}
            if unknown or not condition.any:
                raise DataError(f"{item.id}: the condition names an unknown option of {asked.id}: {unknown}")
        if item.answered_by == "codat" and item.parent is None and not _is_recommended(questionnaire, item):
            raise DataError(f"{item.id}: answered_by is 'codat', and nothing is recommended")
        seen[item.id] = item


def _is_recommended(questionnaire: Questionnaire, item: Item) -> bool:
    return item.recommended is not None or (
        item.kind in GROUPS and all(part.recommended for part in questionnaire.follow_ups(item))
    )


# From the values to what is written about them.


def encode(questionnaire: Questionnaire, answers: Answers) -> dict[str, Any]:
    """Answers as the plain JSON values that are kept and exchanged, with their version."""
    plain: dict[str, Any] = {"version": questionnaire.version}
    for name, value in answers.items():
        if isinstance(value, tuple):
            plain[name] = list(value)
        else:
            counted = questionnaire.items[name].kind == "number" and is_count(value)
            plain[name] = int(value) if counted else value
    return plain


def is_count(text: str) -> bool:
    """Whether it is a whole number from one on, in plain digits and of a length that a count can have."""
    return text.isascii() and text.isdigit() and len(text) <= 9 and int(text) > 0


def schema_name() -> str:
    """How the file of the schema is called: each version has its own, and documents of an older one keep theirs."""
    return f"answers.v{load().version}.schema.json"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a document of answers. An answer that is not there yet may be null."""
    questionnaire = load()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:qbo-checks:questionnaire-answers:{questionnaire.version}",
        "title": "Answers to Intuit's App Assessment Questionnaire",
        "type": "object",
        "properties": {
            "version": {"const": questionnaire.version},
            "answers": {
                "type": "object",
                "properties": {
                    item.id: {"title": item.text.en, **_schema_of(item)}
                    for item in questionnaire.items.values()
                    if item.answerable
                },
                "additionalProperties": False,
            },
        },
        "required": ["version", "answers"],
        "additionalProperties": False,
    }


def _schema_of(item: Item) -> dict[str, Any]:
    ids = [option.id for option in item.options]
    if item.kind == "several":
        several: dict[str, Any] = {
            "type": ["array", "null"],
            "items": {"type": "string", "minLength": 1} if item.open else {"enum": ids},
            "uniqueItems": True,
        }
        return {**several, "maxItems": item.at_most} if item.at_most else several
    if item.kind == "single" and item.open:
        return {"type": ["string", "null"]}
    if item.kind in CHOICES:
        # YAML reads a bare yes or no as true or false, and so do the answers.
        return {"enum": [*ids, *([] if item.kind == "single" else [True, False]), None]}
    if item.kind == "number":
        return {"type": ["integer", "null"], "minimum": 1}
    return {"type": ["string", "null"]}


_TEMPLATE_WORDS = {
    "head": Text(
        fr="Réponses au questionnaire d’évaluation d’Intuit (App Assessment Questionnaire).\n"
        "Notez l’identifiant d’une option ou son texte; une liste là où plusieurs réponses sont permises.\n"
        "Ce qui est recommandé l’est par Codat; la déclaration est la vôtre.",
        en="Answers to Intuit’s App Assessment Questionnaire.\n"
        "Write an option’s id or its text; a list where several answers are allowed.\n"
        "What is recommended is recommended by Codat; the declaration is yours.",
    ),
    "task": Text(fr="Une fois que c’est fait : « done »", en="Once it is done: “done”"),
    "several": Text(fr="Une ou plusieurs, p. ex. [{ids}] :", en="One or more, such as [{ids}]:"),
    "open": Text(fr='Une liste, p. ex. ["…", "…"]', en='A list, such as ["…", "…"]'),
    "one": Text(fr="Une seule :", en="One of:"),
    "number": Text(fr="Un nombre entier", en="A whole number"),
    "url": Text(fr="Une adresse qui commence par https://", en="An address that begins with https://"),
    "link": Text(fr="Une adresse", en="An address"),
    "host": Text(fr="Un nom d’hôte, sans https:// ni chemin", en="A host name, without https:// or a path"),
    "addresses": Text(fr="Une adresse ou une plage par ligne", en="One address or range per line"),
    "text": Text(fr="Un texte, en anglais", en="A text, in English"),
    "recommended": Text(fr="Codat recommande : {answer}", en="Codat recommends: {answer}"),
    "when": Text(fr="À remplir si {conditions}", en="Fill in if {conditions}"),
    "is": Text(fr="{question} = {options}", en="{question} = {options}"),
    "or": Text(fr=" ou ", en=" or "),
}


def template(lang: Language, answers: Answers | None = None) -> str:
    """A document of answers in YAML, with every question as a comment, and the answers that are given."""
    questionnaire = load()
    plain = encode(questionnaire, answers or {})
    lines = [*_comment(_TEMPLATE_WORDS["head"][lang]), f"version: {questionnaire.version}", "answers:"]
    for section in questionnaire.sections.values():
        lines += ["", *_comment(f"=== {both(section.title, lang)} ===", 2)]
        if section.why:
            lines += _comment(section.why[lang], 2)
        for item in questionnaire.items.values():
            if item.section == section.id:
                told = "\n".join([f"{item.id} · {both(item.text, lang)}", *_told(item, lang)])
                lines += ["", *_comment(told, 2)]
                if item.answerable:
                    value = plain.get(item.id)
                    lines.append(f"  {item.id}:" if value is None else f"  {item.id}: {_yaml(value)}")
    return "\n".join(lines) + "\n"


def _told(item: Item, lang: Language) -> Iterator[str]:
    """What a reader needs to know to answer."""
    words = {name: text[lang] for name, text in _TEMPLATE_WORDS.items()}
    if item.about:
        yield item.about[lang]
    if item.when:
        conditions = words["or"].join(
            words["is"].format(question=condition.question, options=words["or"].join(condition.any))
            for condition in item.when
        )
        yield words["when"].format(conditions=conditions)
    if not item.answerable:
        return
    ids = ", ".join([option.id for option in item.options if not option.exclusive][:2])
    form = ("several" if ids else "open") if item.kind == "several" else item.kind
    yield words["one" if form in {"single", "yes-no"} else form].format(ids=ids)
    if item.kind != "task":
        for option in item.options:
            yield f"  {option.id}: {both(option.text, lang)}"
    if item.recommended:
        answer = item.recommended.answer
        shown = _yaml(list(answer)) if isinstance(answer, tuple) else answer.replace("\n", ", ")
        yield words["recommended"].format(answer=shown)


def both(text: Text, lang: Language) -> str:
    """The portal's words, and what they mean where the reader's language is another."""
    return text.en if lang == "en" or text.fr == text.en else f"{text.en} ({text.fr})"


def _comment(text: str, indent: int = 0) -> Iterator[str]:
    return (f"{' ' * indent}# {line}" for line in text.splitlines())


def _yaml(value: object) -> str:
    """A value as YAML. JSON is YAML, but YAML takes more characters for the end of a line than JSON does."""
    written = json.dumps(value, ensure_ascii=False)
    return "".join(
        char if char.isprintable() else f"\\U{ord(char):08X}" if ord(char) > 0xFFFF else f"\\u{ord(char):04X}"
        for char in written
    )
