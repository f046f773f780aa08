"""The door for the page's worker: what each request gets."""

from __future__ import annotations

import json
from typing import Any

import pytest
from qbo_checks import UsageError
from qbo_checks.browser import answer
from qbo_checks.checks.questionnaire.examples import READY


def ask(**request: Any) -> dict[str, Any]:
    got = answer(json.dumps(request))
    assert got.isascii()
    return dict(json.loads(got))


def test_a_check_gets_a_report() -> None:
    report = ask(check="questionnaire", lang="fr", fields={"answers": json.dumps({"answers": READY})})
    assert (report["lang"], report["verdict"]) == ("fr", "pass")


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_what_is_written_is_read_again(form: str) -> None:
    text = ask(write=form, lang="fr", answers={**READY, "AI4-users": "250", "GQ1": ""})["text"]
    assert ask(read=text, lang="en") == {
        "answers": {name: value for name, value in READY.items() if name != "GQ1"},
        "findings": [],
        "refused": False,
    }


def test_what_is_wrong_is_told_and_the_rest_is_kept() -> None:
    got = ask(read='{"version": 1, "answers": {"AD1": "done", "AD7": "x"}}', lang="en")
    assert (got["answers"], got["refused"]) == ({"AD1": "done"}, False)
    (finding,) = got["findings"]
    assert finding["code"] == "questionnaire.unknown-question"
    assert "“AD7” doesn’t match any question" in finding["message"]


def test_a_document_of_another_version_is_refused() -> None:
    got = ask(read="version: 7\nanswers:\n  AD1: done\n", lang="fr")
    assert (got["answers"], got["refused"]) == ({}, True)
    assert got["findings"][0]["code"] == "questionnaire.wrong-version"


@pytest.mark.parametrize("request_", [{"write": "xml", "answers": {}}, {"read": "", "lang": "de"}])
def test_what_does_not_exist_is_an_error(request_: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        ask(**{"lang": "fr", **request_})
