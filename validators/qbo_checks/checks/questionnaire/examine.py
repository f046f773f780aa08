"""How the check knows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping

from qbo_checks.checks import hosting
from qbo_checks.checks.hosting.examine import missing_ranges
from qbo_checks.checks.questionnaire.rules import RULES
from qbo_checks.excerpt import quote
from qbo_checks.model import Answer, Fields, Finding, Text
from qbo_checks.questionnaire.load import load
from qbo_checks.questionnaire.model import (
    Answers,
    Item,
    Questionnaire,
    Value,
    fold,
    is_count,
    quoted,
    several,
)
from qbo_checks.questionnaire.read import filled, finding_of, read
from qbo_checks.questionnaire.write import as_document, encode

YEARLY_REVIEW = 500
"""From more connections than this on, Intuit reviews an app every year (Security requirements)."""

DEVELOPER = Text(
    fr="C’est au développeur de l’application de répondre.", en="It is for the app’s developer to answer."
)
RECOMMENDED = Text(
    fr="Codat recommande une réponse : reprenez-la si elle est vraie de votre application.",
    en="Codat recommends an answer: use it if it is true of your app.",
)

SAYS = Text(fr="{who} : {what}", en="{who}: {what}")

NO_SCHEME = Text(
    fr="l’adresse doit commencer par « https:// ».", en="the address must begin with “https://”."
)
BAD_SIGN = Text(
    fr="l’adresse contient une espace, une accolade ou un autre signe qui ne peut pas y être.",
    en="the address holds a space, a brace or another sign that cannot stand there.",
)
BAD_HOST = Text(fr="« {host} » n’est pas un nom d’hôte public.", en="“{host}” is not a public host name.")


def examine(fields: Fields) -> Answer:
    """Read the answers as a whole, then each where Intuit's form has it."""
    reading = read(fields["answers"])
    if reading.refused:
        return Answer((reading.refused,))
    questionnaire = load()
    answers = reading.answers
    findings = [*reading.names, *_judge(questionnaire, answers, reading.faults)]
    severities = {RULES[finding.rule].severity for finding in findings}
    if not severities & {"error", "warning"}:
        count = sum(questionnaire.asks(questionnaire.items[name], answers) for name in answers)
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
    for item in questionnaire.items.values():
        value = answers.get(item.id)
        if not questionnaire.asks(item, answers):
            if item.id == "AI4-users" and value and answers.get("AI4") == "private":
                yield finding_of("private-but-public-estimate", item)
            elif value or item.id in faults:
                yield finding_of("not-asked", item)
        elif value:
            said = [*faults.get(item.id, ()), *_form(item, value), *_choice(item, value)]
            if item.id in TOGETHER:
                said += TOGETHER[item.id](item, answers)
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


def _form(item: Item, value: Value) -> Iterator[Finding]:
    """What is wrong with the form of a text."""
    if isinstance(value, tuple):
        return
    if item.kind == "number" and not is_count(value):
        yield finding_of("number-form", item, found=quote(value))
    elif item.kind == "number" and int(value) > YEARLY_REVIEW:
        yield finding_of("yearly-review", item, limit=YEARLY_REVIEW)
    elif item.kind in {"url", "link", "host"}:
        host = _host(value)
        fault = _address_fault(value, host, scheme=item.kind == "url")
        if fault:
            yield finding_of("url-form", item, reason=fault)
        elif item.kind == "host" and host != value.lower():
            yield finding_of("host-with-scheme", item, found=quote(value), host=quote(host))


def _choice(item: Item, value: Value) -> Iterator[Finding]:
    """What is wrong with a choice by itself."""
    if isinstance(value, tuple):
        none = next((option for option in item.options if option.exclusive and option.id in value), None)
        if none and len(value) > 1:
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


def _same_url(item: Item, answers: Answers) -> Iterator[Finding]:
    if answers[item.id] == answers.get("AD2-eula"):
        yield finding_of("same-url", item, other="AD2-eula")


def _countries(item: Item, answers: Answers) -> Iterator[Finding]:
    found = hosting.examine({"country": _as_text(answers[item.id]), "addresses": ""}).findings
    if item.recommended and {"united-kingdom-missing", "country-unreadable"} & {each.rule for each in found}:
        yield finding_of("hosting-country-missing", item, country=item.shown(item.recommended.answer))


def _addresses(item: Item, answers: Answers) -> Iterator[Finding]:
    addresses = _as_text(answers.get(item.id, ""))
    for each in hosting.examine({"country": "", "addresses": addresses}).findings if addresses else ():
        rule = hosting.RULES[each.rule]
        if each.field == "addresses" and rule.severity == "error" and each.rule not in INCOMPLETE:
            placeholders = {
                "reason": filled(rule.message, **each.placeholders),
                "mend": filled(rule.help, **each.placeholders),
            }
            yield finding_of("hosting-address", item, **placeholders)
    if missing := missing_ranges(addresses):
        yield finding_of("hosting-ranges-missing", item, ranges=", ".join(missing))


INCOMPLETE = {"range-missing", "range-partial"}
"""What the hosting check says of each of Codat's ranges, and one finding says here of them all."""


def _platform_name(item: Item, answers: Answers) -> Iterator[Finding]:
    name = _as_text(answers[item.id])
    if "codat" not in re.findall(r"\w+", fold(name)):
        yield finding_of("platform-name", item, found=quote(name))


def _platform_link(item: Item, answers: Answers) -> Iterator[Finding]:
    host = _host(_as_text(answers[item.id]))
    if not f".{host}".endswith(".codat.io"):
        yield finding_of("platform-link", item, found=quote(host))


TOGETHER: Mapping[str, Callable[[Item, Answers], Iterator[Finding]]] = {
    "AD2-privacy": _same_url,
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
    """That an option is not the recommended one, with Codat's reason and whatever else is said of it."""
    if not (item.recommended and item.options):
        return
    if set(several(value)) == set(several(item.recommended.answer)):
        return
    sides = [filled(SAYS, who=side.who, what=side.says.text) for side in item.sides]
    reasons = sides or [item.recommended.why.text]
    yield finding_of(
        "differs",
        item,
        recommended=item.shown(item.recommended.answer),
        reasons=Text(
            fr=" ".join(reason.fr for reason in reasons), en=" ".join(reason.en for reason in reasons)
        ),
    )


# Addresses: the checks app-urls and hosting look more closely; these look only for what cannot be right.


def _host(address: str) -> str:
    """The host of an address, with or without its scheme (RFC 3986, section 3.2)."""
    rest = address.partition("://")[2] or address
    for sign in "/?#":
        rest = rest.partition(sign)[0]
    return rest.rpartition("@")[2].partition(":")[0].lower()


def _address_fault(address: str, host: str, *, scheme: bool) -> Text | None:
    """Why an address cannot be a public one, or None."""
    if scheme and not address.lower().startswith("https://"):
        return NO_SCHEME
    if not address.isprintable() or set(address) & set(' {}<>"\\^`|'):
        return BAD_SIGN
    labels = host.split(".")
    named = len(host) <= 253 and len(labels) > 1 and all(labels) and not labels[-1].isdigit()
    if named and labels[-1] != "localhost" and host.replace(".", "").replace("-", "").isalnum():
        return None
    return filled(BAD_HOST, host=quote(host))
