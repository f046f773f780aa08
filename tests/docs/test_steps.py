"""What the checks point at in the guide is there, and the rules' own list of the guide's steps is what the pages say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import qbo_checks
import yaml
from bs4 import BeautifulSoup
from qbo_checks import guide
from qbo_checks.model import LANGUAGES, Language

DOCS = Path(__file__).parents[2] / "docs"
STAGES = ("sandbox", "review", "production")


def headings(lang: str, page: str) -> list[str]:
    text = (DOCS / lang / f"{page}.md").read_text("utf-8")
    return re.findall(r"^#+ .*\{ #([\w-]+) \}$", text, re.MULTILINE)


def built(html: dict[str, BeautifulSoup], address: str) -> BeautifulSoup:
    return html[f"{address.partition('#')[0]}index.html"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", guide.HEADINGS)
def test_the_rules_know_every_heading_of_the_pages_of_steps(page: str, lang: Language) -> None:
    assert [*guide.HEADINGS[page]] == headings(lang, page)


def test_no_two_pages_of_steps_share_a_heading() -> None:
    names = [heading for page in guide.HEADINGS.values() for heading in page]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_step_that_a_cause_names_is_told_somewhere(
    html: dict[str, BeautifulSoup], lang: Language
) -> None:
    steps = {
        cause.step
        for name in qbo_checks.names()
        for rule in qbo_checks.load(name).rules.values()
        for cause in rule.causes
        if cause.step
    }
    assert steps
    for step in steps:
        assert built(html, guide.step(step, lang)).find(id=step), step


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_is_explained_where_the_rules_say(html: dict[str, BeautifulSoup], lang: Language) -> None:
    for name in qbo_checks.names():
        check = qbo_checks.load(name)
        for code in map(check.code, check.rules):
            assert built(html, guide.explanation(code, lang)).find(id=code), code


def test_a_heading_that_no_page_has_is_an_error() -> None:
    with pytest.raises(qbo_checks.UsageError):
        guide.step("nowhere", "fr")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_gives_its_checks_the_address_of_every_step(
    html: dict[str, BeautifulSoup], lang: Language
) -> None:
    page = built(html, "en/troubleshooting/" if lang == "en" else "troubleshooting/")
    links = {link["data-step"]: link["href"] for link in page.find_all("a", attrs={"data-step": True})}
    assert links
    for step, address in links.items():
        assert str(address).removeprefix("../") == guide.step(str(step), lang).removeprefix("en/")


def test_where_a_link_to_a_step_leads(html: dict[str, BeautifulSoup]) -> None:
    """The causes that a page lists link to steps by the words of their headings."""
    for name in ("troubleshooting/index.html", "en/troubleshooting/index.html"):
        links = html[name].select(".causes a")
        assert links
        for link in links:
            page, _, step = str(link["href"]).partition("#")
            there = html[name.replace("troubleshooting", page.strip("./"))].find(id=step)
            assert there
            assert " ".join(link.get_text().split()) in " ".join(there.get_text().split())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stage", STAGES)
def test_each_step_says_where_the_reader_is(
    html: dict[str, BeautifulSoup], stage: str, lang: Language
) -> None:
    """Every second-level heading but the last, which leads on, has its line: stage, number, place and time."""
    page = built(html, f"{guide.ROOT[lang]}{stage}/")
    lines = page.select("article .step")
    below = page.select("article h2")[:-1]
    assert [line.find_next_sibling() for line in lines] == below
    front = yaml.safe_load((DOCS / lang / f"{stage}.md").read_text("utf-8").split("---\n")[1])
    for number, (line, step) in enumerate(zip(lines, front["steps"], strict=True), 1):
        of = {"fr": f"étape {number} sur {len(below)}", "en": f"step {number} of {len(below)}"}[lang]
        assert line.get_text() == f"{front['title']} · {of} · {step['at']} · {step['time']}"


@pytest.mark.parametrize("stage", STAGES)
def test_both_languages_name_the_same_steps(stage: str) -> None:
    french, english = (
        [
            step["id"]
            for step in yaml.safe_load((DOCS / lang / f"{stage}.md").read_text("utf-8").split("---\n")[1])[
                "steps"
            ]
        ]
        for lang in LANGUAGES
    )
    assert french == english
