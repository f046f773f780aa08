"""A document of answers: what is read from JSON and YAML, and that what is written can be read again."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from qbo_checks import UsageError
from qbo_checks.checks.questionnaire.examples import READY
from qbo_checks.model import LANGUAGES, LIMIT, Language
from qbo_checks.questionnaire.load import load
from qbo_checks.questionnaire.model import Item, Value, several
from qbo_checks.questionnaire.read import read
from qbo_checks.questionnaire.write import FORMS, encode, from_plain, write

ITEMS = tuple(item for item in load().items.values() if item.answerable)
READY_ANSWERS = from_plain(READY)


def rules(text: str) -> list[str]:
    return [finding.rule for finding in read(text).findings]


def _values(item: Item) -> st.SearchStrategy[Value]:
    """Any answer that a reader can give to a question: as it is kept, without space around it."""
    texts = st.text(min_size=1).map(lambda text: text.replace("\r", "\n").strip()).filter(bool)
    if item.kind not in {"text", "addresses"}:
        texts = texts.map(lambda text: text.replace("\n", "·"))
    options = st.sampled_from([option.id for option in item.options] or ["x"])
    if item.kind == "several":
        return st.lists(options if item.options else texts, min_size=1, unique=True).map(tuple)
    return options if item.options else texts


ANSWERS = st.fixed_dictionaries({}, optional={item.id: _values(item) for item in ITEMS})


@given(ANSWERS, st.sampled_from(LANGUAGES), st.sampled_from(["json", "yaml"]))
def test_what_is_written_is_read_again_without_loss(
    answers: dict[str, Value], lang: Language, form: str
) -> None:
    reading = read(write(form, answers, lang))
    assert reading.answers == answers
    assert (reading.findings, reading.canonical, reading.nested) == ((), True, True)


@given(ANSWERS, st.sampled_from(LANGUAGES))
def test_the_yaml_is_yaml_to_others_too(answers: dict[str, Value], lang: Language) -> None:
    others = yaml.safe_load(write("yaml", answers, lang))
    kept = {name: value for name, value in others["answers"].items() if value is not None}
    assert {"version": others["version"], **kept} == encode(load(), answers)


@given(ANSWERS, st.sampled_from(LANGUAGES), st.sampled_from(sorted(FORMS)))
def test_every_form_takes_every_answer(answers: dict[str, Value], lang: Language, form: str) -> None:
    assert write(form, answers, lang)


@given(st.text() | st.text(alphabet="AD1: -[]{}\"'|>&*!#,\\\n\r\t\ufeffyesU0"))
def test_reading_never_raises_and_is_deterministic(text: str) -> None:
    assert read(text) == read(text)


@given(st.data())
def test_a_damaged_document_never_raises(data: st.DataObject) -> None:
    text = write(data.draw(st.sampled_from(["json", "yaml"])), READY_ANSWERS, "fr")
    at = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 40))
    reading = read(text[:at] + data.draw(st.text(max_size=5)) + text[at + length :])
    assert bool(reading.refused) <= (not reading.answers)


BY_HAND = """\
--- # the answers of Boreal
version: 1   # of the questionnaire
answers:
    # a comment
  # another, further out

    AD1: done
    GQ1: no
    'GQ2': "yes"
    AI1:
    - platform # a list as far out as its name
    AI2: [ saas, "browser" , 'mobile', ]
    AI3:
      - reads
      - 'writes'
    AU1: true
    AI4-users:   250
    AC2-plan: |
      One line: with a colon
        and one further in
    EH4-how: 'It''s # not a comment'
    AD2-eula: https://www.example.com/#eula # but this is
    AC5-why-other: "tab\\t quote\\" dash\\u2014 face\\U0001F600 \\x41"
    SE7:
    GQ7: ~
"""


def test_yaml_as_people_write_it() -> None:
    reading = read(BY_HAND)
    assert reading.findings == ()
    assert reading.answers == {
        "AD1": "done",
        "AD2-eula": "https://www.example.com/#eula",
        "GQ1": "no",
        "GQ2": "yes",
        "AI1": ("platform",),
        "AI2": ("saas", "browser", "mobile"),
        "AI3": ("reads", "writes"),
        "AI4-users": "250",
        "AU1": "yes",
        "AC2-plan": "One line: with a colon\n  and one further in",
        "AC5-why-other": 'tab\t quote" dash— face😀 A',
        "EH4-how": "It's # not a comment",
    }
    assert BY_HAND[slice(*reading.places["AI4-users"])] == "AI4-users:"
    others = yaml.safe_load(BY_HAND)["answers"]
    assert others["AC2-plan"].strip() == reading.answers["AC2-plan"]
    assert others["AC5-why-other"] == reading.answers["AC5-why-other"]


@pytest.mark.parametrize(
    "text", [BY_HAND.replace("\n", "\r\n"), BY_HAND.replace("\n", "\r"), "\ufeff" + BY_HAND]
)
def test_every_line_break_and_a_byte_order_mark_are_taken(text: str) -> None:
    assert read(text).answers == read(BY_HAND).answers


@pytest.mark.parametrize(
    "text", [json.dumps({"version": 1, **READY}), json.dumps({"answers": READY}), json.dumps(READY)]
)
def test_answers_beside_the_version_or_without_one_are_read(text: str) -> None:
    reading = read(text)
    assert (reading.answers, reading.findings) == (READY_ANSWERS, ())
    assert text[slice(*reading.places["AU2"])] == '"AU2"'


@pytest.mark.parametrize(
    ("text", "rule", "where"),
    [
        ("", "empty", ""),
        ("\ufeff \n", "empty", ""),
        ("a" * (LIMIT + 1), "oversized", ""),
        ('{"version": 1, "answers": {"AD1": "done",', "malformed", "1:42"),
        ('{"version": 1,\n "answers": []}', "malformed", "2:2"),
        ('"AD1"', "malformed", "1:1"),
        ("[1]", "malformed", "1:1"),
        ("[" * 9, "too-deep", "1:9"),
        ('{"version": 2, "answers": {"AD1": "done"}}', "wrong-version", ""),
        ("version: 2\nanswers:\n  AD1: done", "wrong-version", ""),
        ("version: 1\nanswers:\n  AD1: &a done", "malformed", "3:8"),
        ("version: 1\nanswers:\n  AD1: *a", "malformed", "3:8"),
        ("version: 1\nanswers:\n  AD1: !!str done", "malformed", "3:8"),
        ("version: 1\nanswers:\n  <<: *a", "malformed", "3:3"),
        ("version: 1\nanswers:\n  AU6:\n    access: yes", "malformed", "4:5"),
        ("version: 1\nanswers:\n  AI1: [platform", "malformed", "3:17"),
        ("version: 1\nanswers:\n  AI1: [[platform]]", "malformed", "3:9"),
        ("version: 1\nanswers:\n  AI1: {a: b}", "malformed", "3:8"),
        ("version: 1\nanswers:\n  AI1:\n    - - platform", "malformed", "4:7"),
        ("version: 1\nanswers:\n  AI1:\n    - [platform]", "malformed", "4:7"),
        ("version: 1\nanswers:\n  AC2-plan: >\n    folded", "malformed", "3:13"),
        ("version: 1\nanswers:\n  AC2-plan: a: b", "malformed", "3:13"),
        ('version: 1\nanswers:\n  AC2-plan: "a', "malformed", "3:13"),
        ('version: 1\nanswers:\n  AC2-plan: "a" b', "malformed", "3:16"),
        ('version: 1\nanswers:\n  AC2-plan: "\\q"', "malformed", "3:14"),
        ("version: 1\nanswers:\n\tAD1: done", "malformed", "3:1"),
        ("version: 1\nanswers:\n  AD1: done\n    GQ1: no", "malformed", "4:5"),
        ("version: 1\nanswers:\n  AD1: done\n GQ1: no", "malformed", "4:2"),
        ("version: 1\nanswers:\n  AC2-plan: one\n    two", "malformed", "4:5"),
        ("version: 1\n---\nversion: 1", "malformed", "2:1"),
        ("hello", "malformed", "1:1"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_place(text: str, rule: str, where: str) -> None:
    refused = read(text).refused
    assert refused
    assert refused.rule == rule
    if where:
        assert f"{refused.placeholders['line']}:{refused.placeholders['column']}" == where


@pytest.mark.parametrize(
    "text",
    [
        '{"version": 1, "version": 1, "answers": {"AD1": "done"}}',
        '{"answers": {"AD1": "done"}, "answers": {}}',
        "answers:\n  AD1: done\nanswers:\n  GQ1: no",
    ],
)
def test_what_is_there_twice_at_the_top_is_refused(text: str) -> None:
    """One of the two would be taken in silence, and the other lost."""
    refused = read(text).refused
    assert refused
    assert refused.rule == "malformed"


def test_answers_beside_and_below_are_all_read() -> None:
    reading = read('{"version": 1, "AD1": "done", "answers": {"GQ1": "no"}}')
    assert (reading.answers, reading.findings) == ({"AD1": "done", "GQ1": "no"}, ())
    assert rules('{"AD1": "done", "answers": {"AD1": "done"}}') == ["duplicate-question"]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_a_text_has_lines_and_an_address_has_none(line_break: str) -> None:
    """The page's control for an address joins its lines, and so would make another address of it."""
    text = f"one{line_break}two"
    reading = read(json.dumps({"EH4-how": text, "AD2-eula": text, "AD4": [text], "AU2": text}))
    assert reading.answers == {"EH4-how": "one\ntwo"}
    assert [(found.rule, found.question) for found in reading.findings] == [
        ("wrong-kind", name) for name in ("AD2-eula", "AD4", "AU2")
    ]
    folded = json.dumps({"AU2": f"Only when access{line_break}tokens expire"})
    assert read(folded).answers == {"AU2": "on-expiry"}


ATOMS = (
    *("AD1", "AI1", "version", "answers", ":", ": ", " ", "\n", "\n  ", "\n    ", "- ", "-", "[", "]", ",", "{", "}"),
    *('"', "'", "''", "|", "|-", "|+", ">", "#", " # c", "&a ", "*a", "!!str ", "? ", "yes", "null", "~", "true", "<<"),
    *("\\", "\\n", "\\u00e9", "\t", "\r", "\r\n", "---", "...", "%", "@", "`", "é", "\ufeff", "=", "$x", "a: b", "x#y"),
)  # fmt: skip


@given(
    st.sampled_from(["", "AD1: ", "answers:\n  AD1: ", "AI1: [", "AI1:\n- ", 'AD1: "', "AD1: |\n  "]),
    st.lists(st.sampled_from(ATOMS), max_size=9).map("".join),
)
def test_no_yaml_is_read_as_something_else(beginning: str, rest: str) -> None:
    """What is read at all means what another reader of YAML takes it for, and the rest is refused."""
    text = beginning + rest
    reading = read(text)
    if reading.refused or text.lstrip("\ufeff \t\r\n")[0] in "{[":
        return
    try:
        others = yaml.load(text, yaml.BaseLoader)
    except yaml.YAMLError:
        return  # Read more kindly here; nobody takes it for anything else.
    others = {**others, **(others.get("answers") or {})} if isinstance(others, dict) else {}
    for name, value in reading.answers.items():
        theirs = others[name] if isinstance(others[name], list) else [others[name]]
        theirs = [{"true": "yes", "false": "no"}.get(each, each).strip() for each in theirs]
        known = load().items[name]
        assert list(several(value)) == [
            known.option(each) or ("done" if known.kind == "task" and each == "yes" else each)
            for each in dict.fromkeys(filter(None, theirs))
        ]


def test_what_is_right_is_kept() -> None:
    reading = read('{"version": 1, "answers": {"AD1": "done", "AD7": "x", "AU2": "hourly", "AI2": {"a": 1}, "AI1": ["platform", "tool"]}, "note": 1}')  # fmt: skip
    assert reading.answers == {"AD1": "done", "AI1": ("platform",)}
    assert [(found.rule, found.question) for found in reading.findings] == [
        ("unknown-question", "note"),
        ("unknown-question", "AD7"),
        ("unknown-option", "AI1"),
        ("wrong-kind", "AI2"),
        ("unknown-option", "AU2"),
    ]


@pytest.mark.parametrize("shape", ["[{}]", "{}:", '"{}",', "{{", "- {}", "|", "'", "\\", "# ", " "])
def test_the_longest_text_is_read_in_no_time(shape: str) -> None:
    unit = shape.replace("{}", "a")
    for text in (unit, f"{unit}\n", f"  {unit}\n"):
        read(("AD4: [" + text * LIMIT)[:LIMIT])
        read((text * LIMIT)[:LIMIT])


# What is written.


def test_an_unknown_form_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="unknown form 'xml'; known: json, yaml, markdown, csv"):
        write("xml", {}, "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_colleague_reads_every_question_that_is_asked(lang: Language) -> None:
    written = write(
        "markdown", {**READY_ANSWERS, "EH4-how": "```\n# no heading", "SE1-resolved": "yes"}, lang
    )
    for item in ITEMS:
        asked = load().asks(item, READY_ANSWERS) or item.id == "SE1-resolved"
        assert (f"# {item.id} · {item.text.en}" in written) == asked
    assert "````\n```\n# no heading\n````" in written


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_spreadsheet_gets_a_row_for_each_question_and_no_formula(lang: Language) -> None:
    written = write("csv", {"AI1-platform-name": '=HYPERLINK("x")', "AD4": ("a", "b")}, lang)
    assert written.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(written[1:])))
    assert [row[0] for row in rows[1:]] == list(load().items)
    by_id = {row[0]: row for row in rows}
    assert by_id["AI1-platform-name"][5] == '\'=HYPERLINK("x")'
    assert by_id["AD4"][5] == "a\nb"


@pytest.mark.parametrize("value", ["", [], None])
def test_an_empty_answer_is_none(value: Any) -> None:
    assert from_plain({"AD1": value, "AD2-eula": "x", "nothing": "y", "AU6": "z"}) == {"AD2-eula": "x"}
