"""How the check knows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from qbo_checks.checks import app_urls, hosting
from qbo_checks.checks.app_urls.rules import HOST
from qbo_checks.checks.hosting.examine import read_addresses
from qbo_checks.checks.questionnaire.rules import RULES
from qbo_checks.excerpt import quote
from qbo_checks.model import Answer, Fields, Finding, Phrase, Text
from qbo_checks.portal import CODAT_DOMAIN
from qbo_checks.questionnaire.load import load
from qbo_checks.questionnaire.model import (
    Answers,
    Item,
    Kind,
    Questionnaire,
    Value,
    fold,
    is_count,
    quoted,
    several,
)
from qbo_checks.questionnaire.read import finding_of, read
from qbo_checks.questionnaire.write import as_document, encode
from qbo_checks.text import Pasted
from qbo_checks.url import split

YEARLY_REVIEW = 500
"""From more connections than this on, Intuit reviews an app every year (Security requirements)."""

DEVELOPER = Text(
    fr="Répondez-y; Codat ne recommande pas de réponse.", en="Answer it; Codat has no recommendation."
)
RECOMMENDED = Text(
    fr="Reprenez la réponse que Codat recommande, si elle est vraie de votre application.",
    en="Use the answer that Codat recommends, if it’s true of your app.",
)

DISAGREE = Text(
    fr="Les sources se contredisent; la page du questionnaire les cite.",
    en="The sources disagree; the questionnaire page quotes them.",
)

ADDRESSES = {
    "AD2-eula": "eula_url",
    "AD2-privacy": "privacy_url",
    "AD3-host-domain": HOST,
    "AD3-launch": "launch_url",
    "AD3-disconnect": "disconnect_url",
    "AD3-reconnect": "reconnect_url",
}
"""The answers that are addresses of the app, by the field that the check app-urls knows each by."""


def examine(fields: Fields) -> Answer:
    """Read the answers as a whole, then each where Intuit's form has it."""
    reading = read(fields["answers"])
    if reading.refused:
        return Answer((reading.refused,))
    questionnaire = load()
    answers = reading.answers
    findings = [*reading.names, *_judge(questionnaire, answers, reading.faults)]
    severities = {RULES[finding.rule].severity for finding in findings}
    if not severities & {"error", "warning"} and not any(RULES[finding.rule].asks for finding in findings):
        count = len(questionnaire.asked(answers) & answers.keys())
        findings.insert(0, Finding("complete", "answers", placeholders={"count": count}))
    if reading.canonical or reading.faults or "error" in severities:
        return Answer(tuple(findings))
    corrected = as_document(answers) if reading.nested else encode(questionnaire, answers)
    return Answer(tuple(findings), {"answers": json.dumps(corrected, ensure_ascii=False, indent=2)})


# What is said of the answers.


def _judge(
    questionnaire: Questionnaire, answers: Answers, faults: Mapping[str, list[Finding]]
) -> Iterator[Finding]:
    """What is to be said of each question, in the order of Intuit's form."""
    asked = questionnaire.asked(answers)
    of_addresses = _of_addresses(questionnaire, asked, answers)
    for item in questionnaire.items.values():
        value = answers.get(item.id)
        if item.id not in asked:
            if item.id == "AI4-users" and value and answers.get("AI4") == "private":
                yield finding_of("private-but-public-estimate", item)
            elif value or item.id in faults:
                yield finding_of("not-asked", item)
        elif value:
            said = [*faults.get(item.id, ()), *_wrong(item, answers), *of_addresses.get(item.id, ())]
            yield from said or _differs(item, value)
        elif item.id in faults:
            yield from faults[item.id]
        elif item.id == "AD6-addresses":
            # Intuit lets it be empty, and Codat does not.
            yield from _addresses(item, answers)
        elif item.answerable and not item.optional:
            who = RECOMMENDED if item.recommended else DEVELOPER
            yield finding_of(
                "follow-up-missing" if item.when else "missing", item, who=who, parent=item.parent
            )


def _wrong(item: Item, answers: Answers) -> list[Finding]:
    """What is wrong with an answer by itself, and with what it has to do with others."""
    value = answers[item.id]
    said = [*_choice(item, value)]
    if item.kind in FORMS:
        said += FORMS[item.kind](item, value)
    if item.id in TOGETHER:
        said += TOGETHER[item.id](item, answers)
    return said


def _number(item: Item, value: Value) -> Iterator[Finding]:
    text = _as_text(value)
    if not is_count(text):
        yield finding_of("number-form", item, found=quote(text))
    elif int(text) > YEARLY_REVIEW:
        yield finding_of("yearly-review", item, limit=YEARLY_REVIEW)


def _link(item: Item, value: Value) -> Iterator[Finding]:
    if fault := app_urls.link_fault(_as_text(value)):
        yield _address_finding("url-form", item, fault)


FORMS: Mapping[Kind, Callable[[Item, Value], Iterator[Finding]]] = {"number": _number, "link": _link}
"""What is wrong with the form of a text, by its kind."""


def _choice(item: Item, value: Value) -> Iterator[Finding]:
    """What is wrong with a choice by itself."""
    if isinstance(value, tuple) and len(value) > 1:
        none = next((option for option in item.options if option.exclusive and option.id in value), None)
        if none:
            yield finding_of("none-with-another", item, none=quoted(none.text))
        if item.at_most and len(value) > item.at_most:
            yield finding_of("too-many-choices", item, count=len(value), limit=item.at_most)
    for wrong in item.wrong:
        if wrong.matches(value):
            yield finding_of("refused" if wrong.basis == "stated" else "at-risk", item, why=wrong.why.text)


def _as_text(value: Value) -> str:
    return "\n".join(several(value))


def _regulated(item: Item, answers: Answers) -> Iterator[Finding]:
    other = "GQ7" if item.id == "AD5" else "AD5"
    there = set(answers.get(other, ())) - set(answers[item.id])
    if "lending" in there:
        yield finding_of("lending-declared-once", item, other=other)
    named = tuple(o.id for o in item.options if o.id in there and not o.exclusive and o.id != "lending")
    if named:
        yield finding_of("regulated-declared-once", item, other=other, options=item.shown(named))


def _categories(item: Item, answers: Answers) -> Iterator[Finding]:
    for option in item.options:
        if option.id in {"payments", "payroll"} & set(answers[item.id]):
            yield finding_of("payments-not-codat", item, api=quoted(option.text))


def _countries(item: Item, answers: Answers) -> Iterator[Finding]:
    found = hosting.examine({"country": _as_text(answers[item.id]), "addresses": ""}).findings
    yield from _hosting(item, found, "country")
    if item.recommended and any(each.rule == "united-kingdom-missing" for each in found):
        yield finding_of("hosting-country-missing", item, country=item.shown(item.recommended.answer))


def _addresses(item: Item, answers: Answers) -> Iterator[Finding]:
    addresses = _as_text(answers.get(item.id, ""))
    read = read_addresses(addresses)
    if addresses:
        yield from _hosting(item, read.findings, "addresses")
    if read.missing:
        yield finding_of("hosting-ranges-missing", item, ranges=", ".join(map(str, read.missing)))


def _hosting(item: Item, found: Iterable[Finding], field: str) -> Iterator[Finding]:
    """What the hosting check says of one of its fields, with its severities."""
    for each in found:
        rule = hosting.RULES[each.rule]
        if each.field == field and each.rule not in OWN_WORDS:
            placeholders = {
                "reason": Phrase(rule.message, each.placeholders),
                "mend": Phrase(rule.help, each.placeholders),
            }
            code = HOSTING[field] if rule.severity == "error" else HOSTING[rule.severity]
            yield finding_of(code, item, **placeholders)


HOSTING = {
    "country": "hosting-country",
    "addresses": "hosting-address",
    "warning": "hosting-to-check",
    "note": "hosting-remark",
}
"""The code of what the hosting check finds: of its errors by field, of the rest by severity."""
OWN_WORDS = {"complete", "united-kingdom-missing", "range-missing", "range-partial"}
"""What is said here in other words, or once of all of Codat's ranges."""


def _platform_name(item: Item, answers: Answers) -> Iterator[Finding]:
    name = _as_text(answers[item.id])
    if "codat" not in re.findall(r"\w+", fold(name)):
        yield finding_of("platform-name", item, found=quote(name))


def _platform_link(item: Item, answers: Answers) -> Iterator[Finding]:
    parts = split(Pasted.of(_as_text(answers[item.id])))
    if not parts.is_within(CODAT_DOMAIN):
        yield finding_of("platform-link", item, found=quote(parts.host_name))


TOGETHER: Mapping[str, Callable[[Item, Answers], Iterator[Finding]]] = {
    "AD5": _regulated,
    "AD6-countries": _countries,
    "AD6-addresses": _addresses,
    "GQ7": _regulated,
    "AI1-platform-name": _platform_name,
    "AI1-platform-link": _platform_link,
    "AP1": _categories,
}
"""What an answer has to do with another one, or with Codat."""


def _differs(item: Item, value: Value) -> Iterator[Finding]:
    """That an option is not the recommended one, with Codat's reason, or that the sources disagree."""
    if not (item.recommended and item.options) or value == item.recommended.answer:
        return
    if set(several(value)) == set(several(item.recommended.answer)):
        return
    yield finding_of(
        "differs",
        item,
        recommended=item.shown(item.recommended.answer),
        reasons=DISAGREE if item.sides else item.recommended.why.text,
    )


# The app's addresses: the check app-urls examines them, and its verdict is the one that is given here.


def _of_addresses(
    questionnaire: Questionnaire, asked: frozenset[str], answers: Answers
) -> dict[str, list[Finding]]:
    """What is to be said of each answer that is an address of the app."""
    names = {field: name for name, field in ADDRESSES.items()}
    given = {
        field: _as_text(answers[name])
        for name, field in ADDRESSES.items()
        if name in asked and name in answers
    }
    if not given:
        return {}
    found: dict[str, list[Finding]] = {}
    for each in app_urls.examine({**dict.fromkeys(names, ""), **given}).findings:
        if each.field in given and app_urls.RULES[each.rule].severity != "note":
            found.setdefault(names[each.field], []).append(each)
    return {name: list(_said(questionnaire.items[name], each)) for name, each in found.items()}


def _said(item: Item, found: list[Finding]) -> Iterator[Finding]:
    """The first error; where there is none, what there is to look at, each kind once."""
    error = next((each for each in found if app_urls.RULES[each.rule].severity == "error"), None)
    if error:
        yield _address_finding("url-form", item, error)
        return
    same = next((each for each in found if each.rule in {"same-url", "eula-is-privacy"}), None)
    whole = next((each for each in found if each.rule in {"scheme-included", "path-included"}), None)
    other = next((each for each in found if each not in (same, whole)), None)
    if whole:
        yield finding_of("host-with-scheme", item, found=whole.placeholders["found"])
    elif other:
        yield _address_finding("url-doubtful", item, other)
    if same:
        yield finding_of("same-url", item, other=same.placeholders["other"])


def _address_finding(rule: str, item: Item, found: Finding) -> Finding:
    """What app-urls says of an address, as it is said of an answer."""
    said = app_urls.RULES[found.rule]
    reason, mend = (Phrase(text, found.placeholders) for text in (said.message, said.help))
    return finding_of(rule, item, reason=reason, mend=mend)
