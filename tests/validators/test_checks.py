"""What holds for every check and all of its examples. A check needs no test of its own for any of this."""

from __future__ import annotations

import re
from functools import cache

import pytest
import qbo_checks
from invariants import examined
from leaks import leaks
from qbo_checks.model import LANGUAGES, MAX_FIELD_CHARS, Check, Example, Language, Text

CHECKS = [qbo_checks.load(name) for name in qbo_checks.names()]
EXAMPLES = [
    pytest.param(check, example, id=f"{check.id}-{number}-{'+'.join(example.rules)}")
    for check in CHECKS
    for number, example in enumerate(check.examples)
]
RULES = [pytest.param(check, rule, id=check.code(rule)) for check in CHECKS for rule in check.rules]


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_example_gets_exactly_its_codes_and_a_whole_report(check: Check, example: Example) -> None:
    """In both languages, with all that any report promises (invariants.py)."""
    secrets = [
        value
        for field in check.fields
        if field.secret and (value := example.fields.get(field.name, "")) and len(value) <= 2000
    ]
    for lang, report in examined(check.id, example.fields).items():
        assert tuple(finding["code"] for finding in report["findings"]) == tuple(
            map(check.code, example.rules)
        )
        assert report["verdict"] == example.verdict
        assert report["cleaned"] == dict(example.cleaned)
        for finding in report["findings"]:
            value = example.fields.get(finding["field"], "")
            for sentence in (finding["message"], finding["help"]):
                assert "{" not in sentence.replace(value, "") or "{" in value
        # No run of four characters of a secret is in any part of it but the corrected values, and the check's own words.
        told = "\n".join(_strings({**report, "cleaned": {}}))
        for secret in secrets:
            assert not leaks([secret], told) - leaks([secret], _own_words(check.id, lang))


@pytest.mark.parametrize(("check", "rule"), RULES)
def test_every_code_has_an_example_and_a_source(check: Check, rule: str) -> None:
    assert any(rule in example.rules for example in check.examples)
    assert check.rules[rule].sources
    assert all(source.url.startswith("https://") for source in check.rules[rule].sources)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*", check.code(rule))


@pytest.mark.parametrize("check", CHECKS, ids=[check.id for check in CHECKS])
def test_texts_keep_the_typography_of_their_language(check: Check) -> None:
    """OQLF: a no-break space before a colon and inside guillemets, none before ; ! ?, and ’ for '."""
    for text in _texts(check):
        # What stands in guillemets is quoted, often in English, and keeps its own signs.
        assert not re.search(r"«(?!\u00a0)|(?<!\u00a0)»", text.fr), text.fr
        own_words = re.sub(r"«[^»]*»|https?://\S+", "…", text.fr)
        assert not re.search(r"(?<!\u00a0):", own_words), text.fr
        assert not re.search(r"\s[;!?]", own_words), text.fr
        assert "'" not in own_words, text.fr
        assert "“" not in text.fr, text.fr
        assert "«" not in text.en, text.en
        assert '"' not in text.en + text.fr, text.en


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_error_is_told_in_few_words(lang: Language) -> None:
    """At most 25 words say what happened and 30 what to do."""
    for rule in qbo_checks.load("error-message").rules.values():
        for message, help_ in [
            (rule.message, rule.help),
            *((case.message, case.help) for case in rule.cases),
        ]:
            assert len(re.findall(r"\S*\w\S*", message[lang])) <= 25, message[lang]
            assert len(re.findall(r"\S*\w\S*", help_[lang])) <= 30, help_[lang]


@pytest.mark.parametrize("check", CHECKS, ids=[check.id for check in CHECKS])
def test_both_languages_have_the_same_holes(check: Check) -> None:
    for text in _texts(check):
        assert sorted(re.findall(r"\{(\w+)\}", text.fr)) == sorted(re.findall(r"\{(\w+)\}", text.en))


@pytest.mark.parametrize("check", CHECKS, ids=[check.id for check in CHECKS])
def test_too_long_a_value_gets_an_answer(check: Check) -> None:
    for field in check.fields:
        if field.kind != "choice":
            fields = {**check.examples[0].fields, field.name: "/" * (MAX_FIELD_CHARS + 1)}
            (finding,) = qbo_checks.run(check.id, fields, "en")["findings"]
            assert finding["code"] == check.code("oversized")
            assert finding["field"] == field.name


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nothing", {}, "fr"), r"unknown check; known: .*redirect-uri"),
        (("redirect-uri", {"url": "x"}, "fr"), r"unknown field; known: uri, environment"),
        (("redirect-uri", {"uri": "x"}, "fr"), r"unknown value of environment; known: sandbox, production"),
        (("redirect-uri", {"environment": "sandbox"}, "de"), r"unknown language; known: fr, en"),
    ],
)
def test_an_unknown_name_is_an_error_that_names_the_known_ones(
    arguments: tuple[str, dict[str, str], str], message: str
) -> None:
    with pytest.raises(qbo_checks.UsageError, match=message):
        qbo_checks.run(*arguments)


def _strings(value: object) -> list[str]:
    """Every string of a report, its keys included; JSON's punctuation is nobody's."""
    if isinstance(value, dict):
        return [string for item in (*value, *value.values()) for string in _strings(item)]
    if isinstance(value, list):
        return [string for item in value for string in _strings(item)]
    return [value] if isinstance(value, str) else []


@cache
def _own_words(name: str, lang: Language) -> str:
    """What a check says of its own, whatever it is given."""
    check = qbo_checks.load(name)
    names = [*map(check.code, check.rules), *(field.name for field in check.fields)]
    return "\n".join([*(text[lang] for text in _texts(check)), *names])


def _texts(check: Check) -> list[Text]:
    found = [check.title]
    for field in check.fields:
        found += [field.label, *filter(None, [field.hint]), *field.choices.values()]
    for rule in check.rules.values():
        found += [rule.title, rule.message, rule.help, rule.why, rule.seen]
        found += [cause.text for cause in rule.causes]
        found += [text for case in rule.cases for text in (case.message, case.help)]
        found += filter(None, [rule.basis])
    return found
