"""The words that everything here is made of: text, field, rule, finding, report.

A check is a package of :mod:`qbo_checks.checks`: its ``rules`` hold ``TITLE``, ``FIELDS`` and
``RULES``, then come ``examples`` and ``examine``. What a check may say is data; ``examine`` only names it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["fr", "en"]
Severity: TypeAlias = Literal["error", "warning", "note"]
Verdict: TypeAlias = Literal["pass", "review", "fail"]
Kind: TypeAlias = Literal["text", "lines", "choice"]
Span: TypeAlias = tuple[int, int]
Fields: TypeAlias = Mapping[str, str]

LANGUAGES: tuple[Language, ...] = ("fr", "en")

MAX_FIELD_CHARS = 100_000
"""The longest value that is examined, in code points. A longer one gets the finding ``oversized``."""


class UsageError(ValueError):
    """The caller asked for something that does not exist: a fault of ours, never of what was pasted.

    The message names what is known. It holds what was asked for, the ``name``, only where that comes from the guide's
    own sources: a reader may have put a secret in its place.
    """

    def __init__(self, what: str, known: Iterable[str], name: str | None = None) -> None:
        subject = f"unknown {what}" if name is None else f"unknown {what} {name!r}"
        super().__init__(f"{subject}; known: {', '.join(known)}")


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages. A missing one fails where the sentence is written.

    Placeholders are named: ``Text(fr="{count} erreurs", en="{count} errors")``. A placeholder may itself be a Text.
    """

    fr: str
    en: str

    def __post_init__(self) -> None:
        if not (self.fr and self.en):
            raise ValueError("a text needs its French and its English")

    def __getitem__(self, lang: Language) -> str:
        return self.fr if lang == "fr" else self.en

    def fill(self, lang: Language, placeholders: Mapping[str, object]) -> str:
        """The sentence in one language, its placeholders filled."""
        words = {
            name: placeholder[lang] if isinstance(placeholder, Text) else placeholder
            for name, placeholder in placeholders.items()
        }
        return self[lang].format_map(words)

    def filled(self, **placeholders: object) -> Text:
        """The text filled with words of ours, to fill another's placeholder. What was pasted goes into a Phrase."""
        return Text(fr=self.fill("fr", placeholders), en=self.fill("en", placeholders))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text with placeholders of its own, to stand in the placeholder of another.

    They are filled when the report is told, and what they quote passes the same gate.
    """

    text: Text
    placeholders: Mapping[str, object] = dataclasses.field(repr=False)


@dataclass(frozen=True, slots=True)
class Host:
    """The host of an address that was pasted, to stand in a placeholder without the address around it."""

    name: str = dataclasses.field(repr=False)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from: a section of a standard, or a page of Intuit's or Codat's."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Field:
    """One input of a check.

    A ``secret`` is never quoted, never kept, and its input has neither name nor autocompletion.
    The kind ``lines`` is a text of several lines; ``choice`` takes one of the keys of ``choices``.
    An ``optional`` field may be left empty. Without ``context``, an excerpt shows the marked place alone:
    what stands around it, in a log for instance, may be a secret.
    """

    name: str
    label: Text
    hint: Text | None = None
    kind: Kind = "text"
    choices: Mapping[str, Text] = dataclasses.field(default_factory=dict)
    secret: bool = False
    optional: bool = False
    context: bool = True


@dataclass(frozen=True, slots=True)
class Cause:
    """One way in which something comes about, and what mends it.

    ``step`` is the id of the heading of the setup page where that is done, or None where the guide has
    no such step.
    """

    text: Text
    step: str | None = None


Side: TypeAlias = Literal["intuit", "codat", "code", "customer"]
"""Where something is mended: the Intuit portal, the Codat Portal, the reader's own code, or with the customer."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule says where the value shows more than the rule's own words do.

    ``first`` is the place, among the rule's causes, of the one that then comes first.
    """

    message: Text
    help: Text
    first: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that a check may say, and its explanation.

    ``message`` says what is wrong and where, ``help`` what to do; both may have placeholders. ``why`` says why
    it matters, ``seen`` what Intuit or Codat shows when it happens; both stand on the page that explains
    the code. ``causes``, the likeliest first, are for what may come about in more than one way.
    A note that ``asks`` leaves the verdict at review: nothing looks wrong, yet only the reader
    can answer the question that it ends on.
    ``cases`` say it more closely, ``side`` says where it is mended, and ``basis`` what in it the sources
    state and what is inferred from them.
    """

    severity: Severity
    title: Text
    message: Text
    help: Text
    why: Text
    seen: Text
    sources: tuple[Source, ...]
    causes: tuple[Cause, ...] = ()
    asks: bool = False
    cases: tuple[Case, ...] = ()
    side: Side | None = None
    basis: Text | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Another check that can tell more, and what the text held for its fields. Never a secret."""

    check: str
    fields: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(slots=True)  # Not frozen, which takes three times as long to make: nothing assigns to it.
class Finding:
    """One thing to say about one field.

    ``rule`` is the code without the check's name; ``span`` is a start and an end in code points of the
    field as it was pasted, or None where no place can be named. ``question`` is the name, within a field
    that holds many answers, of the one that it is about.
    ``near`` is the name of ours that ``question`` was meant to be.
    ``case`` says it more closely than the rule. ``values`` are what to copy, each by its environment, and
    ``offer`` is the check that can tell more.
    """

    rule: str
    field: str
    span: Span | None = None
    # Not in the repr: it may quote anything.
    placeholders: Mapping[str, object] = dataclasses.field(default_factory=dict, repr=False)
    question: str | None = dataclasses.field(default=None, repr=False)
    near: str | None = None
    case: Case | None = None
    values: Mapping[str, str] = dataclasses.field(default_factory=dict, repr=False)
    offer: Offer | None = dataclasses.field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a field should hold, and what to show beside it. Not in the repr: it may hold anything."""

    field: str
    expected: str
    pasted: str = dataclasses.field(repr=False)


@dataclass(slots=True)  # Not frozen, which takes three times as long to make: nothing assigns to it.
class Answer:
    """What ``examine`` returns: findings in reading order, and corrected values where they are certain.

    ``comparison`` is for a field that has one right value.
    """

    findings: tuple[Finding, ...]
    # Not in the repr, which ends up in logs: a corrected value may be a secret.
    cleaned: Mapping[str, str] = dataclasses.field(default_factory=dict, repr=False)
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A value, and exactly the codes it gets. It is a test, a line of documentation and a sample at once.

    ``about`` says in words what the value is, where showing it would tell the reader nothing: a made-up
    secret, a character nobody can see.
    """

    fields: Fields
    rules: tuple[str, ...]
    verdict: Verdict
    cleaned: Mapping[str, str] = dataclasses.field(default_factory=dict)
    about: Text | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One unit of knowledge, as :func:`qbo_checks.registry.load` reads it from its package.

    ``vocabulary`` holds the words of ours that a report may quote from what was pasted, in lower case.
    """

    id: str
    title: Text
    fields: tuple[Field, ...]
    rules: Mapping[str, Rule]
    examples: tuple[Example, ...]
    examine: Callable[[Fields], Answer]
    vocabulary: frozenset[str] = dataclasses.field(default=frozenset(), repr=False)

    def code(self, rule: str) -> str:
        """The public name of a rule: ``redirect-uri.trailing-slash``."""
        return f"{self.id}.{rule}"
