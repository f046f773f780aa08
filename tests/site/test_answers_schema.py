"""The schema of the answers, as the site publishes it, against everything that writes answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from qbo_checks.checks.questionnaire.examples import READY
from qbo_checks.model import LANGUAGES, Language
from qbo_checks.questionnaire.load import load
from qbo_checks.questionnaire.model import Item, Value
from qbo_checks.questionnaire.schema import schema
from qbo_checks.questionnaire.write import write

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

ITEMS = tuple(item for item in load().items.values() if item.answerable)


@pytest.fixture(scope="module")
def published(site: Path) -> Draft202012Validator:
    """The file has its version in its name: documents of an older version keep their schema."""
    # It builds a parser of addresses as it is imported: a second for each process that merely lists the tests.
    from jsonschema import Draft202012Validator  # noqa: PLC0415

    path = site / f"assets/questionnaire/answers.v{load().version}.schema.json"
    described = json.loads(path.read_text("utf-8"))
    Draft202012Validator.check_schema(described)
    assert described == schema()
    return Draft202012Validator(described)


@pytest.mark.parametrize("answers", [READY, {"AU1": True, "AD1": "done"}, {"AU1": None}, {}])
def test_it_accepts_answers(published: Draft202012Validator, answers: object) -> None:
    published.validate({"version": 1, "answers": answers})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_accepts_the_template(published: Draft202012Validator, lang: Language) -> None:
    published.validate(yaml.safe_load(write("yaml", {}, lang)))


@pytest.mark.parametrize(
    "document",
    [READY, {"version": 1, **READY}, {"version": 2, "answers": {}}, {"version": 1}, {"answers": {}}],
    ids=["alone", "beside", "version", "empty", "unversioned"],
)
def test_it_refuses_what_is_not_a_document(published: Draft202012Validator, document: object) -> None:
    assert not published.is_valid(document)


@pytest.mark.parametrize(
    "change",
    [
        {"AD7": "x"},
        {"AU2": "hourly"},
        {"AU1": "maybe"},
        {"AI1": "platform"},
        {"AI1": ["b"]},
        {"AI1": ["platform", "platform"]},
        {"AD4": ["a", "b", "c", "d", "e"]},
        {"AI4-users": 0},
        {"AI4-users": "250"},
        {"AI6-names": 3},
        {"AU6": {"access": "yes"}},
    ],
    ids=json.dumps,
)
def test_it_refuses_what_is_not_an_answer(published: Draft202012Validator, change: dict[str, object]) -> None:
    assert not published.is_valid({"version": 1, "answers": {**READY, **change}})


def _values(item: Item) -> st.SearchStrategy[Value]:
    options = st.sampled_from([option.id for option in item.options] or ["x"])
    text = options if item.options else st.text(min_size=1)
    if item.kind == "number":
        return st.integers(1, 999_999_999).map(str)
    if item.kind == "several":
        return st.lists(text, min_size=1, max_size=item.at_most, unique=True).map(tuple)
    return text


@settings(deadline=None)
@given(answers=st.fixed_dictionaries({}, optional={item.id: _values(item) for item in ITEMS}))
def test_whatever_is_exported_is_of_it(published: Draft202012Validator, answers: dict[str, Any]) -> None:
    for read in (json.loads(write("json", answers, "fr")), yaml.safe_load(write("yaml", answers, "fr"))):
        published.validate(read)
