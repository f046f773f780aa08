"""A document of answers: what is read from JSON and YAML, and that what is written can be read again."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable
from typing import Any

import pytest
import qbo_checks
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from qbo_checks import UsageError
from qbo_checks.checks.questionnaire.examples import READY
from qbo_checks.model import LANGUAGES, MAX_FIELD_CHARS, Language, Phrase
from qbo_checks.questionnaire import refusals
from qbo_checks.questionnaire.load import load
from qbo_checks.questionnaire.model import Item, Value
from qbo_checks.questionnaire.read import OTHER_FILES, read
from qbo_checks.questionnaire.write import FORMS, encode, from_plain, write
from qbo_checks.questionnaire.yaml_subset import parse
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

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


@settings(max_examples=40)  # PyYAML takes its time.
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
    "text",
    [
        "GQ1 = no\nAI1 = [platform]",
        "GQ1=no\rAI1=[platform]\r",
        "GQ1:no\nAI1:[platform]",
        "- GQ1: no\n- AI1:\n    - platform\n",
        "- GQ1: no\n  AI1: [platform]\n",
        "* GQ1: no\n* AI1: platform\n",
        "•\u00a0GQ1 = no\n• AI1: platform",
        "1. GQ1: no\n2. AI1: platform",
        "- **GQ1**: no\n- `AI1`: platform",
        "**GQ1:** no\n**AI1:** platform",
        "version: 1\n- GQ1: no\nAI1: platform",
        "version: 1\nanswers:\n  - GQ1: no\n  - AI1: platform",
        'version: 1\nanswers:\n- {"GQ1": "no"}\n- AI1: platform',
        '[{"GQ1": "no"}, {"AI1": ["platform"]}]',
    ],
)
def test_answers_are_read_as_notes_have_them(text: str) -> None:
    reading = read(text)
    assert reading.findings == ()
    assert dict(reading.answers) == {"GQ1": "no", "AI1": ("platform",)}


def test_a_place_is_that_of_the_text_as_pasted() -> None:
    reading = read("1. **GQ1** = no\n2. **AI1** = platform\n")
    assert reading.places["AI1"] == (16, 29)
    refused = read("GQ1=no\nGQ2=yes\n@@").refused
    assert refused
    assert refused.span == (15, 16)


def test_a_line_of_a_text_is_no_answer() -> None:
    assert dict(read("AC2-plan: |\n  GQ1 = no\n  - GQ2: yes\n").answers) == {
        "AC2-plan": "GQ1 = no\n- GQ2: yes"
    }


@pytest.mark.parametrize(
    ("text", "rule", "where"),
    [
        ("", "empty", ""),
        ("\ufeff \n", "empty", ""),
        ("a" * (MAX_FIELD_CHARS + 1), "oversized", ""),
        ("[" * 9, "too-deep", "1:9"),
        ("answers:\n  AD4: " + "[" * 9, "too-deep", "2:14"),
        ('{"version": 2, "answers": {"AD1": "done"}}', "wrong-version", ""),
        ("version: 2\nanswers:\n  AD1: done", "wrong-version", ""),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, rule: str, where: str) -> None:
    refused = read(text).refused
    assert refused
    assert refused.rule == rule
    if where:
        assert f"{refused.placeholders['line']}:{refused.placeholders['column']}" == where


BELOW = "version: 1\nanswers:\n  "


@pytest.mark.parametrize(
    ("text", "refusal", "where"),
    [
        ('{"version": 1, "answers": {"AD1": "done",', refusals.NOT_JSON, "1:42"),
        ('{"AD1": "done" "GQ1": "no"}', refusals.NOT_JSON, "1:16"),
        ('{"version": 1,\n "answers": []}', refusals.NOT_ANSWERS, "2:2"),
        ('{"answ\\u0065rs": [], "AD1": "done"}', refusals.NOT_ANSWERS, "1:1"),
        ("answers: done", refusals.NOT_ANSWERS, "1:1"),
        ('{"version": 1, "version": 1, "answers": {"AD1": "done"}}', refusals.TWICE, "1:16"),
        ('{"answers": {"AD1": "done"}, "answers": {}}', refusals.TWICE, "1:30"),
        ("answers:\n  AD1: done\nanswers:\n  GQ1: no", refusals.TWICE, "3:1"),
        (BELOW + "AC2-plan: d\udce9j\udce0", refusals.ENCODING, "3:14"),
        ('{"AC2-plan": "d\udce9j\udce0"}', refusals.ENCODING, "1:16"),
        (BELOW + "AD1: &a done", refusals.ANCHOR, "3:8"),
        ("&all\nAD1: done", refusals.ANCHOR, "1:1"),
        ("--- &all\nAD1: done", refusals.ANCHOR, "1:5"),
        (BELOW + "AD4: [a, &b c]", refusals.ANCHOR, "3:12"),
        (BELOW + "AD1: *a", refusals.ALIAS, "3:8"),
        (BELOW + "AD4:\n  - *a", refusals.ALIAS, "4:5"),
        (BELOW + "AD1: !!str done", refusals.TAG, "3:8"),
        ('version: !!int "1"\nAD1: done', refusals.TAG, "1:10"),
        (BELOW + "<<: *a", refusals.MERGE, "3:3"),
        ("{AD1: done, <<: {GQ1: no}}", refusals.MERGE, "1:13"),
        ("? AD1\n: done", refusals.COMPLEX, "1:1"),
        ("{? AD1 : done}", refusals.NOT_JSON, "1:2"),
        ("AD4: [? a : b]", refusals.COMPLEX, "1:7"),
        ("%YAML 1.2\n---\nAD1: done", refusals.DIRECTIVE, "1:1"),
        ("version: 1\n---\nversion: 1", refusals.DOCUMENTS, "2:1"),
        ("AD1: done\n...\nGQ1: no", refusals.DOCUMENTS, "3:1"),
        (BELOW + "AC2-plan: |2\n     two", refusals.INDICATOR, "3:13"),
        (BELOW + "AC2-plan: >1-\n     two", refusals.INDICATOR, "3:13"),
        (BELOW + "AC2-plan: |-3\n     two", refusals.INDICATOR, "3:13"),
        (BELOW + "AI1: [platform", refusals.UNCLOSED_FLOW, "3:8"),
        (BELOW + "AI1: [platform\n  AI2: [saas]", refusals.UNCLOSED_FLOW, "3:8"),
        (BELOW + "AI1: [platform; tool\n    AI2: saas]", refusals.UNCLOSED_FLOW, "3:8"),
        (BELOW + 'AI1: ["platform" "tool"]', refusals.SEPARATOR, "3:20"),
        (BELOW + "AI1: [platform, , tool]", refusals.NO_ITEM, "3:19"),
        (BELOW + 'AC2-plan: "a', refusals.UNCLOSED, "3:13"),
        (BELOW + "AC2-plan: 'it's here'", refusals.TRAILING, "3:17"),
        (BELOW + 'AC2-plan: "a\n  EH4-how: "b"', refusals.UNCLOSED, "3:13"),
        (BELOW + 'AC2-plan: "a" b', refusals.TRAILING, "3:17"),
        (BELOW + "AC2-plan: | a", refusals.TRAILING, "3:13"),
        (BELOW + 'AC2-plan: "\\q"', refusals.ESCAPE, "3:14"),
        (BELOW + 'AC2-plan: "C:\\Users"', refusals.ESCAPE, "3:16"),
        (BELOW + 'AC2-plan: "\\U00110000"', refusals.ESCAPE, "3:14"),
        ("version: 1\nanswers:\n\tAD1: done", refusals.TAB, "3:1"),
        (BELOW + "AC2-plan: one\n\ttwo", refusals.TAB, "4:1"),
        (BELOW + "AC2-plan: bell\x07", refusals.CONTROL, "3:17"),
        (BELOW + "AD1: done\n    GQ1: no", refusals.INDENT, "4:5"),
        (BELOW + "AD1: done\n GQ1: no", refusals.INDENT, "4:2"),
        (BELOW + "AC2-plan: |\n    one\n   two", refusals.INDENT, "5:4"),
        (BELOW + "AC2-plan: a: b", refusals.COLON, "3:13"),
        (BELOW + "AC2-plan: @b", refusals.RESERVED, "3:13"),
        (BELOW + "AC2-plan: - b", refusals.RESERVED, "3:13"),
        (BELOW + "AD1 done", refusals.NOT_ANSWERS, "2:1"),
        (BELOW + "AD1: done\n  GQ1:no", refusals.NOT_A_PAIR, "4:3"),
        ('"AD1"', refusals.NOT_A_PAIR, "1:1"),
        ("- AD1\n- GQ1", refusals.NOT_A_PAIR, "1:1"),
        ("- AD1: done\n- GQ1", refusals.NOT_A_PAIR, "1:1"),
        ("AD1 -> done", refusals.NOT_A_PAIR, "1:1"),
        ("GQ1 = no\nZZ9 = done", refusals.NOT_A_PAIR, "2:1"),
        ("GQ1=no\nAD1 done", refusals.NOT_A_PAIR, "2:1"),
    ],
)  # fmt: skip
def test_a_refusal_names_the_place_what_is_there_and_what_to_write(
    text: str, refusal: refusals.Refusal, where: str
) -> None:
    refused = read(text).refused
    assert refused
    assert refused.rule == "malformed"
    what, mend = refusal
    reason = refused.placeholders["reason"]
    assert isinstance(reason, Phrase)
    assert reason.placeholders["reason"] == what
    assert refused.placeholders["mend"] == mend
    assert f"{refused.placeholders['line']}:{refused.placeholders['column']}" == where
    assert refused.span


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hello", "other"),
        ("[1]", "other"),
        ("**Q1: Have you tested reconnecting?**\n```\n☑️ Yes\n```", "other"),
        ("Chapter 12: the answers", "other"),
        ('{"name": "app", "version": "1.2.3"}', "other"),
        ('{"note": 1}', "other"),
        ('{"name": "app",', "other"),
        ("services:\n  app: &a\n    image: x\nversion: '3'", "other"),
        ("<html><body>AD</body></html>", "other"),
        ("QBO_ENV=sandbox\nexport QBO_REALM = 1", "settings"),
        ("[intuit]\nenvironment=sandbox", "settings"),
        ("# local\nDB1_URL=x", "settings"),
        (write("csv", READY_ANSWERS, "fr"), "csv"),
        (write("csv", READY_ANSWERS, "en").replace('","', '";"'), "csv"),
        (write("markdown", READY_ANSWERS, "fr"), "markdown"),
        (write("markdown", READY_ANSWERS, "en"), "markdown"),
        ("PK\x03\x04AD1: done", "binary"),
        ("%PDF-1.7\n1 0 obj", "binary"),
        ("\ufffd\ufffd\x11\x00GQ1: no", "binary"),
    ],
)
def test_another_file_is_told_as_such_and_not_quoted(text: str, kind: str) -> None:
    refused = read(text).refused
    assert refused
    assert (refused.rule, refused.span, refused.question) == ("malformed", None, None)
    assert refused.placeholders["reason"] == OTHER_FILES[kind]
    for lang in LANGUAGES:
        (finding,) = qbo_checks.run("questionnaire", {"answers": text}, lang)["findings"]
        assert finding["excerpt"] is None
        assert "GQ2: yes" in finding["help"]


def test_a_report_does_not_grow_with_what_nobody_knows() -> None:
    several = [item.id for item in ITEMS if item.kind == "several"]
    for document in (
        {f"{number:04}" * 250: "x" * 900 for number in range(50)} | {"AD1": "done"},
        {f"ZZ{number}": [f"{number}"] for number in range(100)},
        {name: [f"{number}-{'x' * 90}" for number in range(60)] for name in several},
    ):
        text = json.dumps(document)
        report = qbo_checks.run("questionnaire", {"answers": text}, "fr")
        assert "questionnaire.more-unknown" in {finding["code"] for finding in report["findings"]}
        assert len(json.dumps({**report, "cleaned": {}, "shown": {}})) < 90_000


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


# Against other readers of YAML. A document that is read here means what they take it for.

ATOMS = (
    *("AD1", "AI1", "version", "answers", ":", ": ", " ", "\n", "\n  ", "\n    ", "- ", "-", "[", "]", ",", "{", "}"),
    *('"', "'", "''", "|", "|-", "|+", ">", ">-", ">+", "|2", "#", " # c", "&a ", "*a", "!!str ", "? ", "yes", "null", "~"),
    *("true", "nULL", "tRUE", "<<", "\\", "\\n", "\\u00e9", "\\\n", "\t", "\r\n", "---", "...", "%", "@", "`", "é", "\ufeff"),
    *("=", "$x", "a: b", "x#y", '"q"', "'s'", "\n\n", "12", "- - ", "[a, b]", "{a: b}", "\n- ", "\n  - ", "k: ", "\nk: ", "b c"),
)  # fmt: skip
BEGINNINGS = (
    *("", "AD1: ", "answers:\n  AD1: ", "AI1: [", "AI1:\n- ", 'AD1: "', "AD1: '", "AD1: |\n  ", "AD1: >\n  ", "{"),
    *("answers: {a: ", "a: x\n  y", "a:\n  - b\n  - "),
)  # fmt: skip
PIECES = (
    *["the", "app", "uses", "Codat’s", "API:", "tokens,", "é", "à;", "yes", "no", "null", "true", "12", "2024-01-01", "0x1F", "#", "hash", "-", "dash", "[x]", "{y}", '"q"'],
    *["'it''s'", "a:b", "http://x.y/?a=b#c", "&", "*", "!", "|", ">", "%", "@", "`", "\\", "\\n", "~", "=", "<<", "?", ":", "---", "...", "on", "off", "1e3", ".5", "nULL", "tRUE", "True", "NULL"],
    *("\n", "\n\n", "  ", "\n  ", "\t", "\U0001f600", "\u2028", "\x85", "\xa0", "\x07"),
)  # fmt: skip
CORE = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""What YAML 1.2 reads as something else than a text or a number (section 10.3.2)."""


def ours(text: str) -> Any:
    """What is read here, or the error."""
    try:
        return parse(text, {})
    except refusals.RefusedError as error:
        return error


def theirs(node: Any) -> Any:
    """What another reader found, as it is read here: PyYAML and ruamel.yaml make the same nodes."""
    if node is None:
        return ()
    if node.id == "mapping":
        return tuple((theirs_as_name(name), theirs(value)) for name, value in node.value)
    if node.id == "sequence":
        return [theirs(value) for value in node.value]
    return CORE.get(node.value, node.value) if node.style is None else node.value


def theirs_as_name(node: Any) -> str:
    return str(node.value)


def by_pyyaml(text: str) -> Any:
    return theirs(yaml.compose(text, yaml.BaseLoader))


def by_ruamel(text: str) -> Any:
    reader = YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    return theirs(reader.compose(text))


def dumped(draw: random.Random) -> tuple[Any, str]:
    """Some answers, and how PyYAML writes them with some of its options."""

    def text() -> str:
        return " ".join(draw.choices(PIECES, k=draw.choice((1, 2, 5, 30)))).strip()

    answers = {
        item.id: draw.choice((text(), text(), [text() for _ in range(draw.randrange(4))], True, 250, None))
        for item in draw.sample(ITEMS, 5)
    }
    document = draw.choice(({"version": 1, "answers": answers}, {"version": 1, **answers}))
    options: dict[str, Any] = {
        # PyYAML itself loses a backslash where double quotes are folded at fewer columns.
        "width": draw.choice((30, 40, 80, 80, 80, 120, 1_000, float("inf"))),
        "indent": draw.choice((None, 2, 3, 4, 8)),
        "default_flow_style": draw.choice((False, False, None, True)),
        "explicit_start": draw.choice((None, True)),
        "explicit_end": draw.choice((None, True)),
        "line_break": draw.choice((None, "\r\n")),
        "allow_unicode": draw.choice((None, True)),
    }
    return document, yaml.safe_dump(document, sort_keys=False, **options)


def as_read(value: Any) -> Any:
    """A value as it is read here: objects are pairs, and numbers stay texts."""
    if isinstance(value, dict):
        return tuple((name, as_read(inner)) for name, inner in value.items())
    if isinstance(value, list):
        return [as_read(inner) for inner in value]
    return value if value is None or isinstance(value, bool | str) else str(value)


def test_what_pyyaml_writes_is_read_as_it_was_meant() -> None:
    draw = random.Random(1)
    for _ in range(500):
        document, text = dumped(draw)
        if yaml.safe_load(text) != document or {"\x85", "\u2028"} & set(text):
            continue  # Lost by PyYAML itself; or a line break of YAML 1.1, which YAML 1.2 has not.
        assert ours(text) == as_read(document), text


@pytest.mark.parametrize("width", range(1, 200, 7))
def test_what_pyyaml_writes_by_default_is_read_at_every_width(width: int) -> None:
    how = "It’s: #1 - “a”\n\n  b, c " * 9 + "\t."
    document = {"version": 1, "answers": {**READY, "EH4-how": how}}
    text = yaml.safe_dump(document, width=width)
    if yaml.safe_load(text) == document:
        assert read(text).answers == {**READY_ANSWERS, "EH4-how": how}


@pytest.mark.parametrize("others", [by_pyyaml, by_ruamel])
def test_no_yaml_is_read_as_something_else(others: Callable[[str], Any]) -> None:
    """What is read at all means what others take it for, and the rest is refused."""
    draw = random.Random(2)
    compared = 0
    for _ in range(6_000):
        text = draw.choice(BEGINNINGS) + "".join(draw.choices(ATOMS, k=draw.randrange(10)))
        found = ours(text)
        if isinstance(found, refusals.RefusedError):
            continue
        try:
            expected = others(text)
        except (yaml.YAMLError, YAMLError, ValueError):
            continue  # Read more kindly here, such as a tab between a name and its answer.
        assert found == (() if expected is None else expected), text
        compared += 1
    assert compared > 1_000


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("nULL", "nULL"),
        ("tRUE", "tRUE"),
        ("fAlse", "fAlse"),
        ("Null", None),
        ("TRUE", True),
        ("'true'", "true"),
        ("yes", "yes"),
        ("0x1F", "0x1F"),
        ("2024-01-01", "2024-01-01"),
        ("a\u2028b", "a\u2028b"),
        ("a\x85b", "a\x85b"),
        ("\xa0a", "\xa0a"),
        ('"\\L\\N\\_\\P\\e\\a\\v\\0\\x41\\/"', "\u2028\x85\xa0\u2029\x1b\a\v\0A/"),
        ('"\\ud83d\\ude00"', "\U0001f600"),
        ('"\\U0001F600"', "\U0001f600"),
        ('"a \\\n   \\ b"', "a  b"),
        ("one\n  two\n\n  three # four", "one two\nthree"),
        ("'one\n\n  it''s'", "one\nit's"),
        (">-\n  one\n  two\n\n  three\n   four\n  five", "one two\nthree\n four\nfive"),
        ("|+\n  one\n\n", "one\n\n"),
        ("[a,\n  'b', # c\n  \"d\"]", ["a", "b", "d"]),
        ("[a: b, {c: d}]", [(("a", "b"),), (("c", "d"),)]),
        ("\n- a\n-\n- - b", ["a", None, ["b"]]),
        ("\n  b:\n  - c\n  d: e", (("b", ["c"]), ("d", "e"))),
    ],
)
def test_a_value_means_what_yaml_1_2_says(written: str, value: Any) -> None:
    assert parse(f"a: {written}", {}) == (("a", value),)


@pytest.mark.parametrize(
    "text", ["AD1: done\n", "--- {AD1: done, }\n...\n", "{'AD1': done}", "AD1: >-\n  done\n"]
)
def test_one_document_of_any_style_is_read(text: str) -> None:
    assert read(text).answers == {"AD1": "done"}


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


def test_a_nested_answer_is_of_the_wrong_kind_in_each_form() -> None:
    """It costs the other answers nothing."""
    for text in (
        "AD1: done\nAU6:\n  access: yes\nAI1: [[platform]]\nAI2:\n  - - saas\nAI3: {a: b}",
        json.dumps(
            {
                "AD1": "done",
                "AU6": {"access": "yes"},
                "AI1": [["platform"]],
                "AI2": [["saas"]],
                "AI3": {"a": "b"},
            }
        ),
    ):
        reading = read(text)
        assert reading.answers == {"AD1": "done"}
        assert [(found.rule, found.question) for found in reading.findings] == [
            ("wrong-kind", name) for name in ("AI1", "AI2", "AI3", "AU6")
        ]


LONG = 20_000
"""Characters. What is longer than MAX_FIELD_CHARS, a hundred thousand, is not read at all."""


@pytest.mark.parametrize(
    "shape",
    [
        "[{}]",
        "{}:",
        '"{}",',
        "{{",
        "- {}",
        "|",
        "'",
        "\\",
        "# ",
        " ",
        "\n",
        " \n",
        "a b ",
        "\\\n",
        "a, ",
        "{}: [",
        "- - ",
        "\t",
        "''",
    ],
)
def test_a_long_text_is_read_in_no_time(shape: str) -> None:
    """Deeper than Python's own stack, and long enough that what grew with the square would be seen to stand still."""
    unit = shape.replace("{}", "a")
    for text in (unit, f"{unit}\n", f"  {unit}\n"):
        for beginning in ("", "AD4: [", 'AD4: "', "AD4: '", "AD4: >\n  ", "AD4: x", "{"):
            read((beginning + text * LONG)[:LONG])


# What is written.


def test_an_unknown_form_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"unknown form; known: json, yaml, markdown, csv"):
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
