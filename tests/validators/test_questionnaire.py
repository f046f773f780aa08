"""The questionnaire: its data, what is written from it, and its check over any set of answers."""

from __future__ import annotations

import dataclasses
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import qbo_checks
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qbo_checks.checks import app_urls
from qbo_checks.checks.hosting.examine import read_addresses
from qbo_checks.checks.questionnaire import EXAMPLES
from qbo_checks.checks.questionnaire.examine import ADDRESSES
from qbo_checks.checks.questionnaire.examples import READY
from qbo_checks.model import LANGUAGES, MAX_FIELD_CHARS, Example, Language, Source, Text
from qbo_checks.questionnaire.load import DataError, load, parse
from qbo_checks.questionnaire.model import Item
from qbo_checks.questionnaire.read import MAX_UNKNOWN_IDS, MAX_UNKNOWN_OPTIONS, read
from qbo_checks.questionnaire.schema import schema
from qbo_checks.questionnaire.write import as_document, encode, template

ITEMS = tuple(load().items.values())
ANSWERABLE = tuple(item for item in ITEMS if item.answerable)

QUESTIONS = {
    "app-details": "AD1 AD2 AD3 AD4 AD5 AD6",
    "general": "GQ1 GQ2 GQ3 GQ4 GQ5 GQ6 GQ7",
    "lending": "LN0",
    "app-information": "AI1 AI2 AI3 AI4 AI5 AI6",
    "authorization": "AU1 AU2 AU3 AU4 AU5 AU6 AU7",
    "api-usage": "AP1 AP2",
    "accounting-api": "AC1 AC2 AC3 AC4 AC5",
    "error-handling": "EH1 EH2 EH3 EH4",
    "security": "SE1 SE2 SE3 SE4 SE5 SE6 SE7",
}
RECOMMENDED = "AI1 AI4 AI5 AU2 AU3 AU4 AU5 AU6 AU7 AP1 AC1 AC2 AC3 AC4 AC5 EH1 EH2 EH3 SE3"


def check(answers: object, lang: Language = "en") -> dict[str, Any]:
    text = answers if isinstance(answers, str) else json.dumps(answers)
    return qbo_checks.run("questionnaire", {"answers": text}, lang)


def codes(report: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(f["code"].partition(".")[2], f.get("question")) for f in report["findings"]]


# The data.


def test_the_questions_are_there_in_the_order_of_the_form() -> None:
    questionnaire = load()
    by_section: dict[str, list[str]] = {}
    for question in questionnaire.questions:
        by_section.setdefault(question.section, []).append(question.id)
    assert {section: " ".join(ids) for section, ids in by_section.items()} == QUESTIONS
    assert list(questionnaire.sections) == list(QUESTIONS)
    assert len(questionnaire.questions) == 45
    assert " ".join(q.id for q in questionnaire.questions if q.answered_by == "codat") == RECOMMENDED


def test_ids_can_be_names_in_a_page_and_tell_whose_follow_up_it_is() -> None:
    for item in ITEMS:
        assert re.fullmatch(r"[A-Z]{2}\d(-[a-z]+)*", item.id)
        assert item.parent is None or item.id.startswith(f"{item.parent}-")
        assert all(re.fullmatch(r"[a-z]{2,}(-[a-z]+)*", option.id) for option in item.options)


def test_only_a_written_refusal_is_an_error() -> None:
    refused = [item.id for item in ITEMS for wrong in item.wrong if wrong.basis == "stated"]
    assert refused == ["AU1"]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_every_text_keeps_the_typography_of_its_language(item: Item) -> None:
    for text in _texts(item):
        assert_typography(text.fr)
        assert "«" not in text.en
        assert not re.search(r"[\n\t\u00a0]|  ", text.en)


def test_every_section_keeps_the_typography_of_its_language() -> None:
    for section in load().sections.values():
        for text in _texts(section):
            assert_typography(text.fr)


def test_every_source_is_a_page() -> None:
    found = {found for item in ITEMS for found in _all(item, Source)}
    assert len(found) > 5
    assert all(source.url.startswith("https://") for source in found)


MINIMAL = """
version = 1
[[sections]]
id = "one"
title = { fr = "Un", en = "One" }
[[questions]]
id = "Q1"
section = "one"
kind = "single"
text = { fr = "Quoi?", en = "What?" }
about = { fr = "De quoi.", en = "Of what." }
answered_by = "codat"
source = "codat-questionnaire"
confirmed = "2026-08-17"
options = [{ id = "this", fr = "Ceci", en = "This" }, { id = "that", fr = "Cela", en = "That" }]
recommended = { answer = "this", why = { fr = "Parce que.", en = "Because." }, source = "codat-faq" }
[[questions.wrong]]
any = ["that"]
severity = "warning"
basis = "inferred"
why = { fr = "Non.", en = "No." }
source = "intuit-platform"
[[questions.follow_ups]]
id = "Q1-more"
kind = "text"
text = { fr = "Et puis?", en = "What else?" }
when = [{ question = "Q1", any = ["that"] }]
"""


def test_the_smallest_data_is_read() -> None:
    questionnaire = parse(MINIMAL)
    question, follow_up = questionnaire.items.values()
    assert (question.id, follow_up.id) == ("Q1", "Q1-more")
    assert follow_up.confirmed == question.confirmed
    assert not questionnaire.asks(follow_up, {"Q1": "this"})
    assert questionnaire.asks(follow_up, {"Q1": "that"})


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("version = 1", "", "the file: version is missing"),
        ("version = 1", "version = true", "version must be of type int"),
        ("version = 1", "version = 1\nname = 1", "the file: unknown key 'name'"),
        ("version = 1", "version = = 1", "not TOML"),
        ('kind = "single"', "", r"questions 1 \(Q1\): kind is missing"),
        ('kind = "single"', "kind = 3", "kind must be of type str"),
        ('kind = "single"', 'kind = "choice"', "unknown kind 'choice'; known: "),
        ('kind = "single"', 'kind = "text"', "the kind 'text' takes no options"),
        ('kind = "single"', 'kind = "several"', "cannot have the recommended answer 'this'"),
        ('kind = "single"', 'kind = "matrix"', "takes no options"),
        ('kind = "single"', 'kind = "single"\ncolour = "red"', r"questions 1 \(Q1\): unknown key 'colour'"),
        ('section = "one"', 'section = "two"', "unknown section 'two'; known: one"),
        ('answered_by = "codat"', 'answered_by = "nobody"', "unknown answered_by 'nobody'"),
        ('source = "codat-questionnaire"', 'source = "a-blog"', "unknown source 'a-blog'"),
        ('source = "codat-questionnaire"', "", "source is missing"),
        ('confirmed = "2026-08-17"', 'confirmed = "lately"', "confirmed must be a day or a year"),
        ('text = { fr = "Quoi?", en = "What?" }', 'text = { en = "What?" }', "text: fr is missing"),
        ('fr = "Quoi?", en', 'fr = "", en', "a text needs its French and its English"),
        ('fr = "Quoi?", en', 'fr = "Quoi?", de = "Was?", en', "text: unknown key 'de'"),
        ('about = { fr = "De quoi.", en = "Of what." }', "", "about is missing"),
        ('id = "Q1-more"', 'id = "Q1"', "the id 'Q1' is there twice"),
        ('id = "Q1-more"', 'id = "version"', "the id 'version' is there twice, or is taken"),
        ('id = "that", fr', 'id = "this", fr', None),
        ('fr = "Cela"', 'fr = "Ceci"', "two options are called 'Ceci'"),
        ('en = "That" }]', 'en = "That", exclusive = 1 }]', "exclusive must be of type bool"),
        ("options = [{", 'options = ["a", {', "options 1: must be a table"),
        ('answer = "this"', 'answer = "neither"', "unknown option 'neither'"),
        ('answer = "this"', 'answer = ["this"]', "cannot have the recommended answer"),
        ('answer = "this"', "answer = 1", "answer must be a text or a list of texts"),
        (', source = "codat-faq" }', ' , source = "codat-faq", who = "x" }', "recommended: unknown key 'who'"),
        ('any = ["that"]\nseverity', 'any = ["neither"]\nseverity', "unknown option 'neither'"),
        ('any = ["that"]\nseverity', 'any = "that"\nseverity', "any must be of type list"),
        ('any = ["that"]\nseverity', "any = [1]\nseverity", "any must hold texts only"),
        ('any = ["that"]\nseverity', "severity", "either any or all must name options"),
        ('severity = "warning"', 'severity = "error"', "what is inferred cannot be an error"),
        ('basis = "inferred"', 'basis = "guessed"', "unknown basis 'guessed'"),
        ('question = "Q1", any', 'question = "Q2", any', "names 'Q2', not an earlier question"),
        ('question = "Q1", any', 'question = "Q1-more", any', "not an earlier question"),
        ('any = ["that"] }]', 'any = ["neither"] }]', "names an unknown option of Q1"),
        ('any = ["that"] }]', "any = [] }]", "names an unknown option of Q1"),
        ('when = [{ question = "Q1", any = ["that"] }]', "", "a follow-up needs one"),
        ('id = "one"', 'id = "one"\nwhen = [{ question = "Q9", any = ["a"] }]', "why is missing"),
    ],
)  # fmt: skip
def test_data_that_is_wrong_says_where(old: str, new: str, message: str | None) -> None:
    assert MINIMAL.count(old) == 1
    with pytest.raises(DataError, match=message):
        parse(MINIMAL.replace(old, new))


def test_a_recommendation_is_needed_where_codat_answers() -> None:
    without = re.sub(r"^recommended.*\n", "", MINIMAL, flags=re.MULTILINE)
    with pytest.raises(DataError, match="nothing is recommended"):
        parse(without)


# What is written from the data.


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_template_is_yaml_with_every_question_and_no_answer(lang: Language) -> None:
    written = template(lang)
    assert yaml.safe_load(written) == {"version": 1, "answers": {item.id: None for item in ANSWERABLE}}
    assert all(f"# {item.id} · {item.text.en}" in written for item in ITEMS)
    assert all(line.lstrip().startswith("# ") for line in written.splitlines() if "#" in line)


def test_the_template_speaks_one_language() -> None:
    english, french = template("en"), template("fr")
    for item in ITEMS:
        if item.about:
            assert (item.about.en in english, item.about.fr in english) == (True, False)
            assert (item.about.en in french, item.about.fr in french) == (False, True)


def test_an_empty_template_has_every_question_that_is_asked_missing() -> None:
    questionnaire = load()
    asked = [
        ("missing", item.id) for item in ANSWERABLE if questionnaire.asks(item, {}) and not item.optional
    ]
    found = codes(check(template("en")))
    assert [code for code in found if code[0] != "hosting-ranges-missing"] == asked
    assert len(found) == len(asked) + 1


def test_answers_go_into_the_template_and_come_back() -> None:
    back = yaml.safe_load(template("fr", _kept(READY)))
    assert back["answers"].items() >= READY.items()
    assert check(back)["verdict"] == "pass"
    assert encode(load(), _kept(READY)) == {"version": 1, **READY}


@settings(deadline=None, max_examples=25)
@given(st.dictionaries(st.sampled_from([i.id for i in ANSWERABLE if i.kind == "text"]), st.text(min_size=1)))
def test_texts_go_into_yaml_and_come_back(texts: dict[str, str]) -> None:
    back = yaml.safe_load(template("en", texts))["answers"]
    assert {name: value for name, value in back.items() if value is not None} == texts


def test_the_schema_knows_every_answer() -> None:
    described = schema()
    assert list(described["properties"]) == described["required"] == list(as_document({}))
    assert list(described["properties"]["answers"]["properties"]) == [item.id for item in ANSWERABLE]
    assert json.loads(json.dumps(described)) == described
    assert described["properties"]["version"] == {"const": load().version}


# The check.


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: "+".join(example.rules))
def test_what_is_said_keeps_the_typography_of_french(example: Any) -> None:
    """The sentences as they are read: their placeholders filled from the data."""
    for finding in qbo_checks.run("questionnaire", example.fields, "fr")["findings"]:
        assert_typography(finding["message"])
        assert_typography(finding["help"])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: "+".join(example.rules))
def test_a_finding_leads_to_its_question(example: Any) -> None:
    for finding in qbo_checks.run("questionnaire", example.fields, "en")["findings"]:
        rule = finding["code"].partition(".")[2]
        if rule in {"complete", "empty", "malformed", "too-deep"}:
            assert "question" not in finding
        elif rule not in {"unknown-question", "wrong-version"} and "question" in finding:
            assert finding["question"] in load().items
            assert finding["question"] in finding["message"]


def test_the_other_checks_have_no_question() -> None:
    (finding,) = qbo_checks.run("redirect-uri", {"uri": "", "environment": "sandbox"}, "en")["findings"]
    assert "question" not in finding


def test_every_recommended_answer_is_taken_as_it_is() -> None:
    """Filling in everything that Codat recommends, and the rest by hand, passes without one remark."""
    recommended = {
        item.id: item.recommended.answer for item in ITEMS if item.recommended and item.id != "AD6-countries"
    }
    own = {name: value for name, value in READY.items() if name not in recommended}
    assert codes(check({**own, **recommended, "AI4-users": 500})) == [("complete", None)]


def test_every_option_is_known_by_its_id_and_its_texts() -> None:
    for item in ITEMS:
        for option in item.options:
            spoken = option.text.en.upper().replace("'", "’").replace(" ", "\u00a0 ")
            for name in (option.id, option.text.en, option.text.fr, spoken, f" {option.text.fr}\n"):
                assert item.option(name) == option.id


def test_a_letter_is_never_an_answer() -> None:
    for item in ITEMS:
        if item.options:
            for letter in ("a", "B", "c.", "(d)"):
                report = check({**READY, item.id: [letter] if item.kind == "several" else letter})
                asked = load().asks(item, _kept(READY))
                assert (("option-letter" if asked else "not-asked"), item.id) in codes(report)


def test_lending_opens_its_section_from_either_place() -> None:
    for declared in ({"AD5": ["lending"]}, {"GQ7": ["lending"]}):
        assert ("missing", "LN0") in codes(check({**READY, **declared}))
    assert codes(check({**READY, "LN0": "done"})) == [("complete", None), ("not-asked", "LN0")]


def test_without_the_accounting_api_its_section_is_not_asked() -> None:
    found = codes(check({**READY, "AP1": ["payroll"]}))
    assert ("payments-not-codat", "AP1") in found
    assert {question for code, question in found if code == "not-asked"} == {
        item.id for item in ANSWERABLE if item.section == "accounting-api" and item.id in READY
    }


def test_a_debatable_recommendation_is_told_as_one() -> None:
    (_, differs) = check({**READY, "AC5": "no", **dict.fromkeys(_named("AC5-"), None)})["findings"]
    assert differs["code"] == "questionnaire.differs"
    assert "The sources disagree" in differs["help"]
    (item,) = (item for item in ITEMS if item.id == "AC5")
    assert [side.who for side in item.sides] == ["Codat", "Intuit", "Apideck"]


def test_an_unknown_name_gets_the_nearest_one() -> None:
    (finding,) = check({**READY, "ai1-plateform-name": "Codat"})["findings"]
    assert "Did you mean AI1-platform-name?" in finding["help"]


@pytest.mark.parametrize("name", ["AD3-lanch", "AD3_launch", "ad3-lunach", "AU6-acess"])
def test_a_slip_in_a_name_of_ours_is_shown(name: str) -> None:
    (finding,) = (
        each for each in check({**READY, name: "x"})["findings"] if each["code"].endswith("unknown-question")
    )
    assert name in finding["message"]
    assert finding["question"] == name


@pytest.mark.parametrize("name", ["AD3-hunter2", "AU6-qzxwvk", "launch-qzxwvk", "AB0Q"])
def test_what_is_more_than_a_slip_is_not(name: str) -> None:
    report = check({**READY, name: "x"})
    assert name not in json.dumps(report)


def test_what_is_unknown_is_told_of_in_bounds() -> None:
    strangers = {f"stranger-{number}": "x" for number in range(1000)}
    found = Counter(code for code, _ in codes(check({**READY, **strangers, "AI1": [*strangers]})))
    assert (found["unknown-question"], found["unknown-option"]) == (MAX_UNKNOWN_IDS, MAX_UNKNOWN_OPTIONS)
    assert found["more-unknown"] == 2


def test_codat_s_own_list_of_addresses_is_complete() -> None:
    (recommended,) = (item.recommended for item in ITEMS if item.id == "AD6-addresses")
    assert recommended
    assert read_addresses(str(recommended.answer)).missing == ()


@pytest.mark.parametrize("name", ["AD2-eula", "AD3-launch", "AD3-reconnect"])
@pytest.mark.parametrize(
    "address",
    [
        "example.com", "http://example.com", "https://", "https:///eula", "https://localhost", "https://127.0.0.1/",
        "https://[::1]/", "https://example", "https://exa mple.com", "https://example.com/{id}", "https://.com",
        "https://example.com\u200b/", "https://example.com:443:1", "https://app.localhost", "javascript:alert(1)",
        "\ud800", "https://\ud800.com",
    ],
)  # fmt: skip
def test_an_address_that_nobody_can_open_is_refused(name: str, address: str) -> None:
    assert codes(check({**READY, name: address})) == [("url-form", name)]


FIELD_OF = {field: name for name, field in ADDRESSES.items()}
ADDRESS_EXAMPLES = [
    example
    for example in app_urls.EXAMPLES
    # An empty answer is another question's matter, and the space around one is not part of it.
    if all(value and value == value.strip() for value in map(example.fields.get, FIELD_OF))
]


@pytest.mark.parametrize("example", ADDRESS_EXAMPLES, ids=lambda example: "+".join(example.rules))
def test_an_address_gets_the_verdict_that_app_urls_gives_it(example: Example) -> None:
    addresses = {FIELD_OF[field]: value for field, value in example.fields.items()}
    assert check({**READY, **addresses})["verdict"] == example.verdict


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: "+".join(example.rules))
def test_app_urls_gives_an_address_the_verdict_that_it_gets_here(example: Example) -> None:
    answers = dict(read(example.fields["answers"]).answers)
    fields = {field: str(answers.get(name) or "") for field, name in FIELD_OF.items()}
    if not all(fields.values()):
        return
    found = [each.rule for each in qbo_checks.examine("questionnaire", example.fields).answer.findings]
    verdict = qbo_checks.examine("app-urls", fields).verdict
    assert ("url-form" in found) == (verdict == "fail")
    assert bool({"host-with-scheme", "url-doubtful", "same-url"} & set(found)) == (verdict == "review")


# Any set of answers.

WORDS = st.sampled_from(
    ["", "yes", "no", "done", "b", "None of the above", "Codat", "1,000", "0", "7", "https://x.io"]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | WORDS
NESTED = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2), max_leaves=6)  # fmt: skip


def _answer(item: Item) -> st.SearchStrategy[Any]:
    """Answers to one question: right ones most of the time."""
    names = [name for option in item.options for name in (option.id, option.text.en, option.text.fr)]
    one = st.sampled_from(names) | WORDS if names else WORDS | st.text(max_size=20)
    likely = st.lists(one, max_size=4) if item.kind == "several" else one
    ready = st.just(READY[item.id]) if item.id in READY else likely
    return st.one_of(ready, ready, likely, likely, NESTED)


ANSWERS = st.fixed_dictionaries({}, optional={item.id: _answer(item) for item in ITEMS}).flatmap(
    lambda answers: st.dictionaries(st.text(max_size=8), NESTED, max_size=2).map(
        lambda more: {**more, **answers}
    )
)
COMMON = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@COMMON
@given(ANSWERS)
def test_any_answers_get_one_report_in_both_languages(answers: dict[str, Any]) -> None:
    text = json.dumps(answers)
    english = check(text, "en")
    assert check(text, "en") == english
    assert json.loads(json.dumps(english)) == english
    assert codes(check(text, "fr")) == codes(english)
    if english["cleaned"]:
        again = check(english["cleaned"]["answers"])
        assert codes(again) == codes(english)
        assert not again["cleaned"]


@COMMON
@given(ANSWERS)
def test_mending_what_is_reported_leads_to_pass(answers: dict[str, Any]) -> None:
    for _ in range(12):
        report = check(answers)
        if report["verdict"] == "pass":
            break
        for finding in report["findings"]:
            if finding["severity"] != "note" or finding["code"] in LEFT:
                _mend(answers, finding)
    assert report["verdict"] == "pass"
    assert ("complete", None) in codes(report)


LEFT = {"questionnaire.missing", "questionnaire.follow-up-missing"}
UNASKED = {"wrong-version", "private-but-public-estimate"}
GROUPS = {item.id for item in ITEMS if not item.answerable}


def _mend(answers: dict[str, Any], finding: dict[str, Any]) -> None:
    """Do what a finding says, no more."""
    rule, name = finding["code"].partition(".")[2], finding.get("question")
    if name is None:
        assert rule in {"empty", "malformed"}  # Nothing at all, or no name that is a question's.
        answers.clear()
        answers["version"] = 1
    elif rule == "unknown-question":
        # Its name may be anything and is not repeated; its place tells which it is.
        known = {item.id for item in ITEMS} | {"version"}
        for unknown in [given for given in answers if given not in known]:
            del answers[unknown]
    elif rule in UNASKED or name in GROUPS:
        del answers[name]
    elif rule == "lending-declared-once":
        answers[name] = ["lending"]
    elif rule == "same-url":
        answers[name] = "https://www.boreal.example/a-page-of-its-own"
    elif name in READY:
        answers[name] = READY[name]
    else:
        answers[name] = {"yes-no": "yes", "link": "https://www.example.com/steps", "task": "done"}.get(
            load().items[name].kind, "Every Friday"
        )


# What it costs.


@pytest.mark.parametrize(
    "text",
    [
        "[" * MAX_FIELD_CHARS,
        '"' * MAX_FIELD_CHARS,
        '"' + '\\"' * 49_999,
        "{" + '"a":1,' * 16_600 + '"b":1}',
        json.dumps({f"k{number}": 1 for number in range(7_000)}),
        json.dumps({"AI1": [f"k{number}" for number in range(9_000)]}),
        json.dumps({"AI2": [f"k{number}" for number in range(9_000)]}),
        json.dumps({"AD6-addresses": "".join(f"10.{n // 250}.{n % 250}.0/24," for n in range(6_000))}),
        json.dumps({"AD6-addresses": "1.1.1.1 -" + " " * 90_000}),
        json.dumps({"AD2-eula": "https://" + "a." * 49_000}),
        json.dumps({"AI1-platform-name": "x" * 99_000}),
        '{"AI4-users":' + "9" * 99_000 + "}",
    ],
    ids=range(12),
)
def test_however_much_is_pasted_it_is_answered(text: str) -> None:
    assert len(text) <= MAX_FIELD_CHARS
    assert check(text)


# Tools of these tests.


def assert_typography(french: str) -> None:
    """OQLF: a no-break space before a colon and inside guillemets, none before ; ! ?, and ’ for '."""
    assert not re.search(r"«(?!\u00a0)|(?<!\u00a0)»", french), french
    own_words = re.sub(r"«[^»]*»|https?://\S+|\(\"[^)]*\)", "…", french)
    assert not re.search(r"(?<!\u00a0):", own_words), french
    assert not re.search(r"\s[;!?]", own_words), french
    assert not re.search(r"(?<!\u00a0)%", own_words), french
    assert "'" not in own_words, french
    assert "“" not in french, french
    assert '"' not in own_words, french


def _all(value: Any, kind: type[Any]) -> Iterator[Any]:
    """Every value of a kind within a value."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _all(part, kind)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _all(getattr(value, field.name), kind)


def _texts(value: Any) -> list[Text]:
    return list(_all(value, Text))


def _named(prefix: str) -> list[str]:
    return [item.id for item in ITEMS if item.id.startswith(prefix)]


def _kept(answers: Any) -> dict[str, Any]:
    """Answers as the check keeps them: numbers as their digits, lists as tuples."""
    return {name: tuple(value) if isinstance(value, list) else str(value) for name, value in answers.items()}
