"""The search, with what people would type: the guide's own worker, Material's and lunr, run by Node."""

from __future__ import annotations

import json
import subprocess
from itertools import product
from pathlib import Path
from string import ascii_lowercase, digits
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
QUESTIONS: dict[str, dict[str, dict[str, list[str]]]] = yaml.safe_load(
    (HERE / "questions.yaml").read_text("utf-8")
)


def asked(site: Path, lang: str, questions: list[str]) -> list[list[str]]:
    """For each question the sections that are found, the best first."""
    done = subprocess.run(
        ["node", HERE / "search.mjs", site, lang],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    answers: list[list[str]] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize("lang", QUESTIONS)
def test_the_right_section_comes_first(site: Path, lang: str) -> None:
    questions = {str(question): wanted for question, wanted in QUESTIONS[lang].items()}
    missed: dict[str, Any] = {}
    for (question, wanted), found in zip(questions.items(), asked(site, lang, [*questions]), strict=True):
        seen = found[:1] if "first" in wanted else found[:3]
        if not {*seen} & {*wanted.get("first", wanted.get("among", []))}:
            missed[question] = found[:5]
    assert not missed
    assert len(questions) >= 15


@pytest.mark.parametrize("lang", QUESTIONS)
def test_words_are_found_by_how_they_begin(site: Path, lang: str) -> None:
    """A reader sees what is found after each letter; Material's worker complains where lunr fails."""
    begins = [*map("".join, product(ascii_lowercase + digits, repeat=2))]
    assert sum(map(bool, asked(site, lang, begins))) > 200


@pytest.mark.parametrize(
    ("lang", "question", "plain"),
    [
        ("fr", "où est mon bac à sable?", "bac sable"),
        ("en", "what's the webhook for?", "webhook"),
        ("fr", "l’hébergement", "hebergement"),
    ],
)
def test_words_that_say_nothing_change_nothing(site: Path, lang: str, question: str, plain: str) -> None:
    one, two = asked(site, lang, [question, plain])
    assert one == two
    assert one


def test_a_question_of_such_words_alone_is_asked_as_it_is(site: Path) -> None:
    assert all(asked(site, "en", ["what is this"]))


def test_synonyms_name_words_that_the_guide_has(site: Path) -> None:
    for lang, prefix in (("fr", ""), ("en", "en")):
        words = json.loads((site / prefix / "search" / "index.json").read_text("utf-8"))["words"]
        headings = sorted({heading for _, heading in words["synonyms"]})
        found = dict(zip(headings, asked(site, lang, headings), strict=True))
        assert [heading for heading, sections in found.items() if not sections] == []
