"""What holds for any check, whatever is pasted into any of its fields."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from typing import Any

import qbo_checks
from qbo_checks.browser import answer
from qbo_checks.model import LANGUAGES, Language

ACTING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Categories of characters that a page or a terminal would obey."""

MAX_REPORT_CHARS = 400_000
"""More than any answer takes, in characters of JSON: a report does not grow with what was pasted."""


def told(request: Mapping[str, Any]) -> Any:
    """What the page is answered. Raises UsageError as the rules do."""
    text = answer(json.dumps(request))
    assert len(text) < MAX_REPORT_CHARS
    assert text.isascii()
    return json.loads(text)


def examined(check: str, fields: Mapping[str, str]) -> dict[Language, dict[str, Any]]:
    """The report in each language, once all that any report promises was seen to hold."""
    told_in = {lang: told({"check": check, "lang": lang, "fields": fields}) for lang in LANGUAGES}
    reports = [*told_in.values()]
    one, two = (
        {**{key: report[key] for key in ("verdict", "cleaned")}, "codes": [found["code"] for found in report["findings"]]}
        for report in reports
    )  # fmt: skip
    assert one == two
    for report in reports:
        assert report["findings"]
        for found in report["findings"]:
            start, end = found["span"] or (0, 0)
            assert 0 <= start <= end <= len(fields.get(found["field"], ""))
            for words in (found["message"], found["help"], *(found["excerpt"] or ())):
                assert not ACTING & set(map(unicodedata.category, words))
    if cleaned := one["cleaned"]:
        corrected(check, fields, cleaned)
    return told_in


def corrected(check: str, fields: Mapping[str, str], cleaned: Mapping[str, str]) -> None:
    """What is offered instead has no error, and nothing else is offered in its place."""
    again = qbo_checks.examine(check, {**fields, **cleaned}).answer
    rules = qbo_checks.load(check).rules
    errors = {found.rule for found in again.findings if rules[found.rule].severity == "error"}
    assert not {found.rule for found in again.findings if found.field in cleaned} & errors
    assert not {name for name, value in again.cleaned.items() if cleaned.get(name, value) != value}
