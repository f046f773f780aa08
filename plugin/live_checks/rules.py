"""The rules as they are now: `mkdocs serve` reads them anew when one changes, so nobody else keeps their package."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from qbo_checks.model import Check, Text
from qbo_checks.questionnaire.model import Questionnaire

PACKAGE = "qbo_checks"


def reload(checks: Path | None = None) -> None:
    """Read the rules anew, with the checks of that folder instead of the package's own."""
    for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
        del sys.modules[name]
    package = _package("checks")
    if checks:
        package.__path__ = [str(checks)]


def _package(name: str = "") -> Any:
    return import_module(f"{PACKAGE}.{name}" if name else PACKAGE)


def names() -> tuple[str, ...]:
    found: tuple[str, ...] = _package().names()
    return found


def load(name: str) -> Check:
    """One check. Raises UsageError for an unknown one."""
    check: Check = _package().load(name)
    return check


def checks() -> list[Check]:
    """Every check."""
    return [*map(load, names())]


def run(check: str, fields: Mapping[str, str], lang: str) -> dict[str, Any]:
    report: dict[str, Any] = _package().run(check, fields, lang)
    return report


def steps_named() -> list[str]:
    """The headings that the causes of every check lead to."""
    rules = (rule for check in checks() for rule in check.rules.values())
    return sorted({cause.step for rule in rules for cause in rule.causes if cause.step})


def side_labels() -> dict[str, Text]:
    """Where something is mended, of those sides that a rule names."""
    named = {rule.side for check in checks() for rule in check.rules.values()}
    return {side: said for side, said in _package("words").SIDES.items() if side in named}


def offer_labels() -> dict[str, Text]:
    """What a finding may offer: checks that are known here."""
    return {check: said for check, said in _package("words").OFFERS.items() if check in names()}


def questionnaire() -> Questionnaire:
    read: Questionnaire = _package("questionnaire.load").load()
    return read


def schema() -> dict[str, Any]:
    """The JSON Schema of a document of answers."""
    written: dict[str, Any] = _package("questionnaire.schema").schema()
    return written


def schema_url() -> str:
    """Where that schema is published, under the version of the questionnaire that it describes."""
    return f"assets/questionnaire/{_package('questionnaire.schema').schema_name()}"
