"""What questionnaire.toml says, as values with names and types.

The data is read once, when it is first asked for. A key that is missing, unknown or of the wrong type, and
a name that leads nowhere, is a :class:`DataError` that says where it stands: a fault of ours, never a reader's.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, cast

from qbo_checks import sources
from qbo_checks.model import LANGUAGES, Source, Text
from qbo_checks.questionnaire.model import (
    CHOICES,
    GROUPS,
    KINDS,
    Claim,
    Condition,
    Item,
    Kind,
    Option,
    Questionnaire,
    Recommendation,
    Section,
    Side,
    Wrong,
    fold,
    quoted,
    several,
)

_T = TypeVar("_T")


class DataError(ValueError):
    """The data file does not say what it must."""


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
    text = table.text("text")
    portal = table.take("portal", bool, default=True)
    asked = quoted(text) if portal else text
    item = Item(
        id=table.take("id", str),
        section=section,
        parent=parent.id if parent else None,
        kind=kind,
        text=text,
        asked=asked,
        about=about,
        line=about or Text(fr=f"{asked.fr}.", en=asked.en if text.en.endswith("?") else f"{asked.en}."),
        answered_by=cast("Any", answered_by),
        source=source,
        confirmed=confirmed,
        portal=portal,
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
    known = {option.id for option in options}
    # “Oui” is enough where the option goes on to say what is confirmed.
    for option in (*options, *(short for short in YES_NO if short.id in known)):
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
