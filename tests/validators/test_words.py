"""What the checks say: short, the action first, one severity for one fact, in plain words of each language.

Every rule is read as its examples fill it. What is quoted from a portal, or from what was pasted, counts as one word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

import pytest
import qbo_checks
from pages import source
from qbo_checks.model import LANGUAGES, Language, Text
from qbo_checks.questionnaire.load import load
from qbo_checks.questionnaire.model import Item
from wording import PLAIN, Rule, broken, unquoted

MAX_WORDS = {"message": 25, "help": 30}
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|https?://\S+")
PLACEHOLDER = re.compile(r"{\w+}")
CHECKS = [qbo_checks.load(name) for name in qbo_checks.names()]
CODES = [check.code(rule) for check in CHECKS for rule in check.rules]


def words(text: str) -> list[str]:
    return [word for word in QUOTED.sub("X", text).split() if re.search(r"\w", word)]


def told(lang: Language) -> Iterator[tuple[str, str, str]]:
    """Each code with its part, ``message`` or ``help``, as each example fills it."""
    for check in CHECKS:
        for example in check.examples:
            for finding in qbo_checks.run(check.id, example.fields, lang)["findings"]:
                for part in MAX_WORDS:
                    yield finding["code"], part, finding[part]
    # Drafts, so that each question is told of that has no answer yet, and each follow-up once it is asked.
    for item in load().items.values():
        for option in item.options:
            answers = json.dumps({item.id: [option.id] if item.kind == "several" else option.id})
            for finding in qbo_checks.run("questionnaire", {"answers": answers}, lang)["findings"]:
                for part in MAX_WORDS:
                    yield finding["code"], part, finding[part]


@cache
def said(lang: Language) -> list[tuple[str, str, str]]:
    return sorted(set(told(lang)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_is_read(lang: Language) -> None:
    assert {code for code, _, _ in said(lang)} == set(CODES)


def test_words_are_counted() -> None:
    assert len(words("Copiez «\u00a0Client ID\u00a0» : l’ID client (50 caractères).")) == 6
    assert len(words("Paste “https://a.example/b c” here; don’t add a space.")) == 7


@pytest.mark.parametrize("lang", LANGUAGES)
def test_messages_and_helps_are_short(lang: Language) -> None:
    assert [
        (code, part, len(words(text)), text)
        for code, part, text in said(lang)
        if len(words(text)) > MAX_WORDS[part]
    ] == []


@pytest.mark.parametrize("rule", PLAIN, ids=[rule.name for rule in PLAIN])
def test_the_rule_tells_right_from_wrong(rule: Rule) -> None:
    assert not rule.faults(unquoted(rule.right))
    assert rule.faults(unquoted(rule.wrong))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_those_of_the_language(lang: Language) -> None:
    explained = [
        (check.code(name), PLACEHOLDER.sub("X", getattr(rule, part)[lang]))
        for check in CHECKS
        for name, rule in check.rules.items()
        for part in ("title", "why", "seen")
    ]
    asked = [(item.id, text[lang]) for item in load().items.values() for text in told_of(item)]
    filled = [(code, text) for code, _, text in said(lang)]
    assert broken((where, lang, text) for where, text in [*filled, *explained, *asked]) == []


def told_of(item: Item) -> Iterator[Text]:
    """What we say of a question: what it is about, what is recommended or expected and why, and both sides."""
    claims = [item.recommended and item.recommended.why, item.expects]
    claims += [*(wrong.why for wrong in item.wrong), *(side.says for side in item.sides)]
    yield from filter(None, [item.about, *(claim.text for claim in claims if claim)])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_title_begins_with_a_capital(lang: Language) -> None:
    titles = [(check.code(name), rule.title[lang]) for check in CHECKS for name, rule in check.rules.items()]
    assert [(code, title) for code, title in titles if title[0].islower()] == []


LABEL = re.compile(r"\*\*([^*\n]+)\*\*\{ lang=en \}")
NAMES = {"Add", "Codat", "Link", "Hosted Link", "QuickBooks Online", "QuickBooks Online Sandbox", "Save"}
"""Labels that are words of their own: products, and the verbs of an order."""


def labels() -> re.Pattern[str]:
    """The portals’ labels, from the glossary and the reference, within a sentence: its first word has a capital anyway."""
    known = {label for page in ("glossary", "reference") for label in LABEL.findall(source("fr", page))}
    longest_first = sorted(known - NAMES, key=len, reverse=True)
    return re.compile(rf"(?<=[^.!?:]\s)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_label_of_the_portals_is_quoted(lang: Language) -> None:
    label = labels()
    assert label.search("Turn on Show credentials.")
    assert not label.search(unquoted("Turn on “Show credentials”."))
    assert [
        (check.code(name), part, hit[0])
        for check in CHECKS
        for name, rule in check.rules.items()
        for part in ("message", "help", "why", "seen")
        if (hit := label.search(unquoted(PLACEHOLDER.sub("X", getattr(rule, part)[lang]))))
    ] == []


BASIS: dict[Language, str] = {
    "en": r"[“]|\b(?:infer|document|publish|source|according|nothing|as far as)",
    "fr": r"[«]|\b(?:dédui|déduction|document|publie|source|selon|rien|intuit dit|à notre connaissance)",
}
"""Whose words a sentence quotes, that it is inferred, or that nothing is known."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_reader_sees_says_where_that_comes_from(lang: Language) -> None:
    basis = re.compile(BASIS[lang], re.IGNORECASE)
    assert not basis.search({"en": "The portal saves the URL.", "fr": "Le portail enregistre l’URL."}[lang])
    assert [
        (check.code(name), rule.seen[lang])
        for check in CHECKS
        for name, rule in check.rules.items()
        if not basis.search(rule.seen[lang])
    ] == []


FIRST: dict[Language, str] = {
    "en": "add|allow|answer|correct|decide|log|reconnect|see|arrange|ask|call|change|check|choose|clear|close|collect|compare|confirm|contact|copy|create|declare|delete"
    "|do|don’t|enable|end|enter|export|fill|find|fix|follow|get|give|go|if|indent|join|keep|let|line|look|make|merge|move|name|nothing"
    "|open|paste|plan|the details|post|prefer|put|read|refresh|register|reload|remove|replace|reread|restore|retype|rotate|run|save|search|select|send|set|sign"
    "|start|stop|swap|switch|test|try|turn|type|uncheck|use|wait|write|did|in the|under|on the|first",
    "fr": r"vouliez|les avez|si|rien|ne|dans|sous|sur la page|première|n’\w+|les détails",
}
"""How a help begins: with what to do, with the case in which there is something to do, or with what was meant."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_help_begins_with_what_to_do(lang: Language) -> None:
    begins = rf"(?i)(?:{FIRST[lang]})(?!\w)" + (
        r"|(?:\w+ez|\w+ez-\w+|dites|faites|refaites)\b" if lang == "fr" else ""
    )
    assert not re.match(begins, "The key is wrong." if lang == "en" else "La clé est fausse.")
    assert (
        sorted(
            {(code, text) for code, part, text in said(lang) if part == "help" and not re.match(begins, text)}
        )
        == []
    )


def severity(code: str) -> str:
    check, _, rule = code.partition(".")
    found = qbo_checks.load(check).rules[rule]
    return f"{found.severity}, asks" if found.asks else found.severity


@pytest.mark.parametrize(
    "codes",
    [
        ("hosting.united-kingdom-missing", "questionnaire.hosting-country-missing"),
        (
            "hosting.range-missing",
            "hosting.range-partial",
            "hosting.no-addresses",
            "questionnaire.hosting-ranges-missing",
        ),
        ("questionnaire.missing", "questionnaire.follow-up-missing", "app-urls.missing"),
        ("app-urls.same-url", "questionnaire.same-url"),
        ("error-message.connection-problem", "error-message.experiencing-problems"),
    ],
    ids=lambda codes: codes[0],
)
def test_one_fact_has_one_severity(codes: tuple[str, ...]) -> None:
    assert len({severity(code) for code in codes}) == 1


def test_what_is_not_answered_yet_is_no_error() -> None:
    assert severity("questionnaire.missing") == "note, asks"
    report = qbo_checks.run("app-urls", {"launch_url": "https://app.boreal.example/login"}, "en")
    assert [(finding["code"], finding["severity"]) for finding in report["findings"]] == [
        ("app-urls.missing", "note")
    ]
    assert report["verdict"] == "review"
