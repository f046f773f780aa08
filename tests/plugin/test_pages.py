"""The plain functions behind the hooks: a fence in, HTML out; one index in, two out; rules packed, verified."""

from __future__ import annotations

import logging
import re
import sys
from pathlib import Path

import pytest
import qbo_checks
import yaml
from bs4 import BeautifulSoup, Tag
from jinja2 import Environment, FileSystemLoader
from live_checks import fences, languages, places, rules, steps
from markdown import Markdown
from qbo_checks.model import Text

ROOT = Path(__file__).parents[2]
TEMPLATES = Environment(loader=FileSystemLoader(ROOT / "overrides"))


def form(source: str, lang: str = "fr") -> Tag:
    here = fences.Here(lang="fr" if lang == "fr" else "en", explain="../codes/")
    element = BeautifulSoup(fences.check_html(source, here, TEMPLATES), "html.parser").find("qbo-check")
    assert isinstance(element, Tag)
    return element


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", qbo_checks.names())
def test_each_field_has_its_label_and_nothing_has_a_name(name: str, lang: str) -> None:
    element = form(f"check: {name}", lang)
    for field in qbo_checks.load(name).fields:
        control = element.select_one(f'[data-field="{field.name}"]')
        assert control is not None
        label = element.select_one(f'label[for="{control["id"]}"]')
        assert label is not None
        assert label.get_text() == field.label["fr" if lang == "fr" else "en"]
        if field.kind != "choice":
            assert (control["autocomplete"], control["spellcheck"]) == ("off", "false")
        if field.secret:
            assert control["type"] == "password"
    assert not element.select("[name], [action], [style], script")


def test_a_preset_field_is_hidden_and_named_in_the_title() -> None:
    element = form("check: redirect-uri\nenvironment: production")
    preset = element.select_one('[data-field="environment"]')
    assert preset is not None
    assert (preset["type"], preset["value"]) == ("hidden", "production")
    assert "production" in element.select_one(".qbo-check__title").get_text()  # type: ignore[union-attr]
    assert not element.select("select")


def test_the_same_check_twice_on_a_page_gets_two_ids() -> None:
    here = fences.Here()
    first, second = (fences.check_html("check: redirect-uri", here, TEMPLATES) for _ in range(2))
    assert 'id="check-redirect-uri"' in first
    assert 'id="check-redirect-uri-2"' in second


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("check: nothing", "unknown check; known: "),
        ("check: redirect-uri\nenvironnement: sandbox", "unknown field 'environnement'; known: uri, environment"),
        ("check: redirect-uri\nenvironment: dev", "unknown value of environment; known: sandbox, production"),
        ("check: [", "while parsing"),
        ("", "unknown check"),
    ],
)  # fmt: skip
def test_a_wrong_fence_warns_with_the_name_of_its_page(
    source: str, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    here = fences.Here(name="fr/setup.md")
    with caplog.at_level(logging.WARNING, "mkdocs"):
        html = fences.fence(fences.check_html, here, TEMPLATES, source, "check", "check", {}, Markdown())
    assert html == ""
    (record,) = caplog.records
    assert record.name.startswith("mkdocs.")
    assert record.getMessage().startswith("fr/setup.md: ")
    assert told in record.getMessage()


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("figure: nothing", "unknown figure 'nothing'; known: path, "),
        ("figure: path\nsize: 2", "unknown option 'size'; known: figure, environment, steps"),
        ("figure: compliance\nsteps: [1, 2]", "unknown environment ''; known: sandbox, production"),
        ("figure: create-app\nenvironment: sandbox\nsteps: [1, 2, 3, 4]", "is the same in every environment"),
        ("figure: create-app\nsteps: [1, 2, 3]", "numbers 4 steps; given: 3"),
    ],
)
def test_a_wrong_figure_says_what_is_wrong(source: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        fences.figure_html(source, fences.Here(), TEMPLATES)


def test_an_example_fills_a_field_in_and_leaves_it_to_the_reader() -> None:
    element = form(
        "check: redirect-uri\nexample:\n  uri: https://a.test/?a=1&b=<2>\n  environment: production"
    )
    field = element.select_one('textarea[data-field="uri"]')
    assert field is not None
    assert field.get_text() == "https://a.test/?a=1&b=<2>"
    chosen = element.select_one("option[selected]")
    assert chosen is not None
    assert chosen["value"] == "production"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("check: redirect-uri\nexample:\n  address: a", "unknown field"),
        ("check: redirect-uri\nexample:\n  environment: staging", "unknown value of environment"),
        ("check: keys\nexample:\n  client_secret: a", "it takes no example"),
    ],
)
def test_an_example_that_cannot_be_is_refused(source: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        form(source)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_causes_are_those_of_the_check_in_its_order(lang: str) -> None:
    here = fences.Here(lang="fr" if lang == "fr" else "en")
    html = BeautifulSoup(
        fences.causes_html("code: error-message.invalid-grant", here, TEMPLATES), "html.parser"
    )
    causes = qbo_checks.load("error-message").rules["invalid-grant"].causes
    assert [item.get_text().strip() for item in html.select("li")] == [
        cause.text[here.lang] for cause in causes
    ]
    assert [link["href"] for link in html.select("a")] == [
        f"step:{cause.step}" for cause in causes if cause.step
    ]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("error-message.empty", "no causes are known of error-message.empty"),
        ("error-message.nothing", "no causes are known"),
        ("keys.empty", "no causes are known"),
        ("nothing.at-all", "unknown check"),
    ],
)
def test_causes_of_a_code_without_any_are_refused(code: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        fences.causes_html(f"code: {code}", fences.Here(), TEMPLATES)


def test_a_link_to_a_step_takes_the_words_of_its_heading(caplog: pytest.LogCaptureFixture) -> None:
    known = {"here": [places.Place("en/a/", "Say “a” & <b>")], "twice": [places.Place("en/a/", "A")] * 2}
    html = '<p><a href="step:here"></a><a href="step:twice"></a><a href="step:nowhere"></a></p>'
    made = places.linked(html, known, "en/codes/b/")
    assert made == '<p><a href="../../a/#here">Say “a” &amp; &lt;b&gt;</a></p>'
    assert [record.getMessage()[-10:] for record in caplog.records] == ["on 2 pages", "on 0 pages"]


def test_a_step_is_placed_before_its_heading() -> None:
    listed = [
        {"id": "a", "at": "R&D", "time": "5 min"},
        {"id": "b", "at": "C", "time": "1 h"},
        {"id": "c", "at": "", "time": ""},
    ]
    html, missing = steps.placed(
        '<h2 id="b">B</h2><h2 id="ab">X</h2><h2 id="a">A</h2>', listed, "Stage", "en"
    )
    assert missing == ["c"]
    shown = BeautifulSoup(html, "html.parser")
    assert [(line.get_text(), line.find_next("h2")["id"]) for line in shown.select(".step")] == [  # type: ignore[index]
        ("Stage · step 2 of 3 · C · 1 h", "b"),
        ("Stage · step 1 of 3 · R&D · 5 min", "a"),
    ]


def test_what_a_field_or_example_holds_is_escaped() -> None:
    here = fences.Here(lang="en")
    for name in qbo_checks.names():
        html = BeautifulSoup(fences.codes_html(f"check: {name}", here, TEMPLATES), "html.parser")
        allowed = {"div", "section", "h2", "p", "code", "dl", "dt", "dd", "ul", "ol", "li", "a", "span"}
        assert {tag.name for tag in html.select("*")} <= allowed


def test_the_index_is_split_by_language_and_made_relative_to_its_root() -> None:
    index = {
        "config": {"lang": ["fr"], "separator": " "},
        "docs": [{"location": "setup/#a", "text": "é"}, {"location": "en/setup/#a", "text": "e"}],
    }
    parts = languages.split_index(index, ["en/"])
    assert [entry["location"] for entry in parts[""]["docs"]] == ["setup/#a"]
    assert [entry["location"] for entry in parts["en/"]["docs"]] == ["setup/#a"]
    assert all(part["config"]["lang"] == ["folded"] for part in parts.values())


def test_the_site_is_plain_yaml() -> None:
    """No python tags: a docs portal may refuse them."""
    assert "!!python" not in (ROOT / "mkdocs.yml").read_text("utf-8")
    assert yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))["site_name"]


def test_the_rules_are_read_anew_at_each_build() -> None:
    kept = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "qbo_checks"}
    try:
        rules.reload()
        assert sys.modules["qbo_checks.model"] is not kept["qbo_checks.model"]
        assert rules.load("keys") is sys.modules["qbo_checks"].load("keys")
    finally:
        sys.modules.update(kept)


@pytest.mark.parametrize(
    ("fr", "en", "html"),
    [
        ("Cliquez sur «~Save~».", "Select “Save”.", 'Cliquez sur «~<span lang="en">Save</span>~».'),
        ("ID client (Client ID)", "Client ID", 'ID client (<span lang="en">Client ID</span>)'),
        ("«~It's <b>~»", "“It's <b>”", '«~<span lang="en">It&#39;s &lt;b&gt;</span>~»'),
        (
            "U+00D7 MULTIPLICATION SIGN.",
            "U+00D7 MULTIPLICATION SIGN!",
            '<span lang="en">U+00D7 MULTIPLICATION SIGN</span>.',
        ),
        ("Une «~note~» (en bas)", "A note (below)", "Une «~note~» (en bas)"),
        ("Le «~#~»", "The “#”", "Le «~#~»"),
    ],
)
def test_what_french_quotes_from_english_is_marked_as_english(fr: str, en: str, html: str) -> None:
    text = Text(fr=fr.replace("~", "\u00a0"), en=en)
    assert fences.as_html(text, "fr") == html.replace("~", "\u00a0")
    assert "lang" not in fences.as_html(text, "en")
