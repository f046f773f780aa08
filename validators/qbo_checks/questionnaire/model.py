"""What Intuit's App Assessment Questionnaire is made of, and what an answer is."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from qbo_checks.model import Language, Source, Text

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
    ``portal`` is false; ``asked`` is that wording in quotation marks, or our own without. ``line`` says in one
    line what it is about, by the portal's own words where they are short enough. ``names`` leads from an option's id and texts, folded, to its id.
    """

    id: str
    section: str
    parent: str | None
    kind: Kind
    text: Text
    asked: Text
    about: Text | None
    line: Text
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
    def answerable(self) -> bool:
        """Whether it has an answer of its own."""
        return self.kind not in GROUPS

    def option(self, name: str) -> str | None:
        """The id of the option with that id or text, in either language, be it in quotes; None if there is none."""
        if known := self.names.get(name):
            return known  # As most are: written as we write them.
        plain = fold(name)
        return self.names.get(plain) or self.names.get(plain.strip("\"'«» "))

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
        return item.id in self.asked(answers)

    def asked(self, answers: Answers) -> frozenset[str]:
        """The ids of what Intuit's form shows, given the answers so far."""
        asked: set[str] = set()
        # What a condition names comes before it, and so does the question of a follow-up: `load` sees to it.
        for name, item in self.items.items():
            section = self.sections[item.section]
            if (
                (item.parent is None or item.parent in asked)
                and (not section.when or _any_holds(section.when, answers, asked))
                and (not item.when or _any_holds(item.when, answers, asked))
            ):
                asked.add(name)
        return frozenset(asked)


def _any_holds(conditions: tuple[Condition, ...], answers: Answers, asked: Container[str]) -> bool:
    return any(
        condition.question in asked
        and not set(several(answers.get(condition.question, ()))).isdisjoint(condition.any)
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
    plain = text if text.isascii() else text.translate(_SIGNS)
    return " ".join(plain.casefold().split())


_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def several(value: Value) -> tuple[str, ...]:
    """An answer as the several that it may be."""
    return (value,) if isinstance(value, str) else value


def both(text: Text, lang: Language) -> str:
    """The portal's words, and what they mean where the reader's language is another."""
    return text.en if lang == "en" or text.fr == text.en else f"{text.en} ({text.fr})"


def is_count(text: str) -> bool:
    """Whether it is a whole number from one on, in plain digits and of a length that a count can have."""
    return text.isascii() and text.isdigit() and len(text) <= 9 and int(text) > 0
