"""Finds the checks. A check's path is its registration: ``checks/redirect_uri/`` is ``redirect-uri``."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType

from qbo_checks import checks
from qbo_checks.model import (
    LANGUAGES,
    MAX_FIELD_CHARS,
    Answer,
    Check,
    Example,
    Fields,
    Finding,
    Language,
    Rule,
    Text,
    UsageError,
)
from qbo_checks.redact import words
from qbo_checks.report import Report
from qbo_checks.sources import OWASP_INPUT

OVERSIZED = Rule(
    "error",
    title=Text(fr="Texte trop long", en="Text too long"),
    message=Text(
        fr="Ce texte dépasse cent mille caractères; la vérification n’en lit pas davantage.",
        en="This text has more than a hundred thousand characters; the check reads no more than that.",
    ),
    help=Text(
        fr="Ne donnez que la valeur à vérifier, et non tout le document d’où elle vient.",
        en="Give only the value to check, not the whole document that it comes from.",
    ),
    why=Text(
        fr="Aucune valeur à vérifier n’approche cette longueur. La limite garantit une réponse immédiate, quoi que l’on colle.",
        en="No value to check comes near this length. The limit keeps the answer immediate, whatever you paste.",
    ),
    seen=Text(
        fr="Rien, car ce texte n’est envoyé nulle part.",
        en="Nothing, because this text isn’t sent anywhere.",
    ),
    sources=(OWASP_INPUT,),
)
"""What every check says about a value that is too long to be examined."""


@cache
def names() -> tuple[str, ...]:
    """The ids of all checks, in alphabetical order."""
    return tuple(sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(checks.__path__)))


@cache
def load(name: str) -> Check:
    """One check by its id. Raises UsageError, naming the known ones, for an id that does not exist."""
    if name not in names():
        raise UsageError("check", names())
    module = import_module(f"qbo_checks.checks.{name.replace('-', '_')}")
    first = next(field for field in module.FIELDS if field.kind != "choice")
    oversized = Example(
        {**module.EXAMPLES[0].fields, first.name: "a" * (MAX_FIELD_CHARS + 1)},
        ("oversized",),
        "fail",
        about=Text(
            fr="Un texte de plus de cent mille caractères", en="A text of over a hundred thousand characters"
        ),
    )
    return Check(
        name,
        module.TITLE,
        module.FIELDS,
        {**module.RULES, "oversized": OVERSIZED},
        (*module.EXAMPLES, oversized),
        module.examine,
        frozenset(_own_words(module)),
    )


def _own_words(module: ModuleType) -> Iterator[str]:
    """The words of a check's names: its title, its fields and their choices, and what its ``VOCABULARY`` adds."""
    for text in (module.TITLE, *(field.label for field in module.FIELDS)):
        yield from words(f"{text.fr} {text.en}")
    for field in module.FIELDS:
        yield field.name
        for name, choice in field.choices.items():
            yield from words(f"{name} {choice.fr} {choice.en}")
    yield from getattr(module, "VOCABULARY", ())


def rule(code: str) -> tuple[Check, Rule]:
    """The rule behind a code such as ``redirect-uri.trailing-slash``, and the check it belongs to."""
    check_name, _, rule_name = code.partition(".")
    if check_name in names() and rule_name in load(check_name).rules:
        check = load(check_name)
        return check, check.rules[rule_name]
    known = (load(check_name),) if check_name in names() else tuple(map(load, names()))
    raise UsageError("code", (check.code(name) for check in known for name in check.rules))


def language(name: str) -> Language:
    """A language by its tag. Raises UsageError for one that is not spoken here."""
    for known in LANGUAGES:
        if name == known:
            return known
    raise UsageError("language", LANGUAGES)


def examine(name: str, fields: Fields) -> Report:
    """Examine what was pasted. Fields that are not given are empty.

    Raises UsageError for an unknown check, field or choice; anything else about the input is a finding.
    """
    check = load(name)
    declared = {field.name: field for field in check.fields}
    for given in fields:
        if given not in declared:
            raise UsageError("field", declared)
    values = {field: fields.get(field, "") for field in declared}
    for field in check.fields:
        if field.kind == "choice" and values[field.name] not in field.choices:
            raise UsageError(f"value of {field.name}", field.choices)
    oversized = [Finding("oversized", name) for name, value in values.items() if len(value) > MAX_FIELD_CHARS]
    # A report is passed on and lives longer than the examination: it takes no secret along.
    kept = {name: "" if field.secret else values[name] for name, field in declared.items()}
    return Report(check, kept, Answer(tuple(oversized)) if oversized else check.examine(values))
