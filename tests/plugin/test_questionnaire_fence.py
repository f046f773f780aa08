"""The fence ``questionnaire``: what Markdown makes of it, in both languages, and what it says of a fault."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from jinja2 import Environment, FileSystemLoader
from live_checks import fences, places, plugin
from markdown import Markdown
from mkdocs.structure.toc import get_toc
from qbo_checks.model import LANGUAGES, Language, Source
from qbo_checks.questionnaire import load as loader
from qbo_checks.questionnaire.load import load
from qbo_checks.questionnaire.model import CHOICES, Item, several

ROOT = Path(__file__).parents[2]
DATA = (ROOT / "validators" / "qbo_checks" / "questionnaire" / "questionnaire.toml").read_text("utf-8")
ITEMS = tuple(load().items.values())

FENCE = "```questionnaire\n```\n"
REFUSALS = "```questionnaire\nshow: refusals\n```\n"


@pytest.fixture(scope="module")
def render() -> Callable[[str, Language], BeautifulSoup]:
    """Markdown in, HTML out, by the extension as Python-Markdown finds it."""
    templates = Environment(loader=FileSystemLoader(ROOT / "overrides"))

    def rendered(markdown: str, lang: Language) -> BeautifulSoup:
        page = fences.Here(lang, f"{lang}/page.md", url="page/")
        options = {"live_checks": {"page": page, "templates": templates}}
        html = Markdown(extensions=["live_checks"], extension_configs=options).convert(markdown)
        soup = BeautifulSoup(html, "html.parser")
        assert page.ids == {tag["id"] for tag in soup.select("[id]")}
        return soup

    return rendered


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> Language:
    return "fr" if request.param == "fr" else "en"


@pytest.fixture(scope="module")
def shown(render: Callable[[str, Language], BeautifulSoup], lang: Language) -> BeautifulSoup:
    return render(FENCE, lang)


def place(shown: BeautifulSoup, item: Item) -> Tag:
    """Where a question or a follow-up stands: the element that holds it and what hangs on it."""
    found = shown.find(id=f"question-{item.id.lower()}")
    assert isinstance(found, Tag), item.id
    above = found if item.parent else found.find_parent(class_="question")
    assert isinstance(above, Tag)
    return above


def own(shown: BeautifulSoup, item: Item) -> Tag:
    """What is told of an item itself, without its follow-ups."""
    told = place(shown, item).find(class_="question__own", recursive=False)
    assert isinstance(told, Tag), item.id
    return told


def words(tag: Tag) -> str:
    return plain(tag.get_text(" "))


def plain(text: str) -> str:
    """A text with every space, a no-break one too, as one ordinary space."""
    return " ".join(text.split())


def test_every_question_is_there_in_the_order_of_the_form(shown: BeautifulSoup) -> None:
    assert [tag["id"] for tag in shown.select(".question > legend > h4")] == [
        f"question-{question.id.lower()}" for question in load().questions
    ]
    assert len(shown.select(".question")) == 45
    assert [tag["id"] for tag in shown.select("section:not([data-scripted]) > h3")] == [
        f"questionnaire-{name}" for name in load().sections
    ]


def test_ids_are_unique_and_every_link_to_one_leads_there(shown: BeautifulSoup) -> None:
    ids = [str(tag["id"]) for tag in shown.select("[id]")]
    assert len(ids) == len(set(ids))
    places = [f"question-{item.id.lower()}" for item in ITEMS]
    assert {*places, *(f"questionnaire-{name}" for name in load().sections)} <= set(ids)
    links = {str(link["href"])[1:] for link in shown.select('a[href^="#"]')}
    assert links <= set(ids)
    named = {
        str(tag[name])
        for name in ("aria-labelledby", "aria-describedby", "for")
        for tag in shown.select(f"[{name}]")
    }
    assert named <= set(ids)


def test_the_sections_are_listed_with_their_count(shown: BeautifulSoup) -> None:
    for section, entry in zip(load().sections.values(), shown.select("nav li[data-section]"), strict=True):
        count = sum(question.section == section.id for question in load().questions)
        assert entry.select_one(f'a[href="#questionnaire-{section.id}"]')
        assert words(entry).endswith(f"{count} question" + "s" * (count > 1))


def test_a_conditional_section_says_when_it_appears(shown: BeautifulSoup, lang: Language) -> None:
    for section in load().sections.values():
        heading = shown.find(id=f"questionnaire-{section.id}")
        assert isinstance(heading, Tag)
        after = heading.find_next_sibling()
        assert isinstance(after, Tag)
        assert (after.name == "p") == bool(section.when)
        if section.why:
            assert " ".join(section.why[lang].split()) in words(after)
            for condition in section.when:
                assert after.find("a", href=f"#question-{condition.question.lower()}")


@pytest.mark.parametrize("item", ITEMS, ids=[item.id for item in ITEMS])
def test_everything_that_is_known_of_an_item_is_told(
    shown: BeautifulSoup, lang: Language, item: Item
) -> None:
    whole, told = words(place(shown, item)), words(own(shown, item))
    assert plain(item.text[lang]) in whole
    assert item.text.en in whole or not item.portal
    assert not item.about or plain(item.about[lang]) in whole
    for option in item.options if item.kind != "task" else ():
        assert option.text.en in told
        assert plain(option.text[lang]) in told
    claims = [wrong.why for wrong in item.wrong] + [side.says for side in item.sides]
    claims += [item.recommended.why] if item.recommended else []
    claims += [item.expects] if item.expects else []
    for claim in claims:
        assert plain(claim.text[lang]) in told
        assert claim.source == item.source or linked(own(shown, item), claim.source)
    assert all(side.who in told for side in item.sides)
    above = load().items[item.parent] if item.parent else None
    if not above or (above.source, above.confirmed) != (item.source, item.confirmed):
        assert linked(own(shown, item), item.source)
        assert own(shown, item).find("time", datetime=item.confirmed)


def linked(told: Tag, source: Source) -> bool:
    return told.find("a", href=source.url, string=source.title) is not None


def test_the_portals_words_are_marked_as_english(shown: BeautifulSoup) -> None:
    for item in ITEMS:
        quoted = [tag for tag in place(shown, item).select('q[lang="en"]') if words(tag) == item.text.en]
        assert bool(quoted) == item.portal, item.id
        for option in item.options if item.kind != "task" else ():
            texts = [words(tag) for tag in own(shown, item).select('li > label > span[lang="en"]')]
            assert option.text.en in texts, item.id


def test_what_codat_recommends_is_marked_by_a_word_and_nothing_else_is(
    shown: BeautifulSoup, lang: Language
) -> None:
    word = {"fr": "Recommandé", "en": "Recommended"}[lang]
    for item in ITEMS:
        if item.kind not in CHOICES or item.kind == "task":
            continue
        marked = [words(entry) for entry in own(shown, item).select("li") if word in words(entry)]
        answer = several(item.recommended.answer) if item.recommended else ()
        texts = {option.id: option.text.en for option in item.options}
        assert len(marked) == len(answer), item.id
        for each, entry in zip(answer, marked, strict=True):
            assert entry.startswith(f"{word} {texts.get(each, each)}")


def test_a_text_to_paste_stands_alone_in_english(shown: BeautifulSoup) -> None:
    expected = {
        item.id: item.recommended.answer
        for item in ITEMS
        if item.recommended and item.answerable and item.kind not in CHOICES
    }
    assert len(expected) == 7
    for item in ITEMS:
        codes = own(shown, item).select("pre > code")
        assert [code.get_text() for code in codes] == [
            text for name, text in expected.items() if name == item.id
        ]
        assert all(code["translate"] == "no" and code["lang"] == "en" for code in codes)
    assert len(shown.select("pre > code")) == len(expected)


def test_a_refusal_is_said_to_be_stated_or_inferred(shown: BeautifulSoup, lang: Language) -> None:
    basis = {
        "fr": {"stated": "Refus annoncé", "inferred": "Refus probable (déduit)"},
        "en": {"stated": "Rejected (stated)", "inferred": "May be rejected (inferred)"},
    }[lang]
    for item in ITEMS:
        terms = [words(term) for term in own(shown, item).select("dt") if words(term) in basis.values()]
        assert terms == [basis[wrong.basis] for wrong in item.wrong], item.id


def test_a_follow_up_stands_under_what_it_depends_on(shown: BeautifulSoup, lang: Language) -> None:
    for item in ITEMS:
        if not item.parent:
            continue
        group = place(shown, item).parent
        assert isinstance(group, Tag)
        condition = group.find("p", recursive=False)
        assert bool(condition) == bool(item.when), item.id
        if not isinstance(condition, Tag):
            continue
        assert words(condition).startswith({"fr": "Si vous répondez", "en": "If you answer"}[lang])
        for each in item.when:
            asked = load().items[each.question]
            assert place(shown, asked) in group.parents
            assert [words(tag) for tag in condition.select("q")] == [
                option.text.en for option in asked.options if option.id in each.any
            ]


def test_nothing_needs_a_script_or_a_style_and_nothing_can_be_submitted(shown: BeautifulSoup) -> None:
    assert not shown.select("script, style, [style], form, [action]")
    assert all(button["type"] == "button" for button in shown.select("button"))
    # What does nothing without the script is not there without it.
    assert all(button.find_parent(attrs={"data-scripted": True}) for button in shown.select("button"))
    assert not shown.select(".question[hidden], .question [hidden]")


def test_each_answer_has_its_controls_with_their_labels(shown: BeautifulSoup) -> None:
    for item in ITEMS:
        boxes = own(shown, item).select("[data-item]")
        assert [box["data-item"] for box in boxes] == [item.id] * item.answerable
        for box in boxes:
            chosen = box.select("[type=radio]:not([value='']), [type=checkbox]")
            assert [control["value"] for control in chosen] == [option.id for option in item.options]
            several = item.kind in {"several", "task"}
            assert {control["type"] for control in chosen} <= {"checkbox" if several else "radio"}
            assert len(box.select("[data-part=written]")) == (item.open or not item.options)
            for control in box.select("input, textarea"):
                label = shown.find("label", attrs={"for": control["id"]})
                assert label or control["aria-labelledby"] == f"question-{item.id.lower()}"
                assert control["autocomplete"] == "off"


def test_the_conditions_in_the_page_are_those_of_the_data(shown: BeautifulSoup) -> None:
    for item in ITEMS:
        expected = [f"{each.question}:{option}" for each in item.when for option in each.any]
        group = place(shown, item).parent
        assert isinstance(group, Tag)
        assert str(group.get("data-when", "")).split() == expected or not item.parent
    for section in load().sections.values():
        (tag,) = shown.select(f"section[data-section={section.id}]")
        expected = [f"{each.question}:{option}" for each in section.when for option in each.any]
        assert str(tag.get("data-when", "")).split() == expected


def test_a_recommended_answer_can_be_used_and_a_text_copied(shown: BeautifulSoup) -> None:
    for item in ITEMS:
        box = own(shown, item).select_one("[data-item]")
        buttons = [str(button["data-part"]) for button in box.select("button")] if box else []
        text = item.recommended and not item.options and item.kind != "several"
        assert buttons == (["use"] if item.recommended else []) + (["copy"] if text else [])
        if box and item.recommended:
            kept = json.loads(str(box["data-recommended"]))
            assert (tuple(kept) if isinstance(kept, list) else kept) == item.recommended.answer


def test_refusals_name_every_answer_that_may_cost_the_approval(
    render: Callable[[str, Language], BeautifulSoup], lang: Language
) -> None:
    shown = render(REFUSALS, lang)
    expected = [
        [item.id for item in ITEMS for wrong in item.wrong if wrong.basis == basis]
        for basis in ("stated", "inferred")
    ]
    assert [[words(link) for link in group.select("a")] for group in shown.select("ul")] == expected
    for entry in shown.select("li"):
        link = entry.find("a")
        assert isinstance(link, Tag)
        item = load().items[words(link)]
        assert link["href"] == f"#question-{item.id.lower()}"
        assert plain((item.about or item.text)[lang]) in words(entry)
        named = {name for wrong in item.wrong for name in (*wrong.any, *wrong.all)}
        texts = {option.text.en for option in item.options if option.id in named}
        assert {words(tag) for tag in entry.select("strong > q")} <= texts
        assert entry.select("strong > q")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("colour: green", "unknown option 'colour'; known: show"),
        ("show: everything", "unknown value of show 'everything'; known: questions, refusals"),
        ("show", "has no attribute"),
    ],
)
def test_an_unknown_option_warns_with_the_name_of_the_page(
    render: Callable[[str, Language], BeautifulSoup],
    lang: Language,
    caplog: pytest.LogCaptureFixture,
    body: str,
    said: str,
) -> None:
    assert not render(f"```questionnaire\n{body}\n```\n", lang).get_text(strip=True)
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.name.startswith("mkdocs.")
    assert record.getMessage().startswith(f"{lang}/page.md: ")
    assert said in record.getMessage()


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('id = "AI1"', 'id = "AI1"\ncolour = "green"', "unknown key 'colour'"),
        ('answer = "on-expiry"', 'answer = "never"', "unknown option 'never'"),
        ('confirmed = "2026-08-17"', 'confirmed = "2026-17-08"', "month must be in 1..12"),
    ],
)
def test_an_error_in_the_data_warns_with_the_name_of_the_page(
    render: Callable[[str, Language], BeautifulSoup],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    right: str,
    wrong: str,
    said: str,
) -> None:
    damaged = DATA.replace(right, wrong, 1)
    assert damaged != DATA
    monkeypatch.setattr(loader, "load", lambda: loader.parse(damaged))
    assert not render(FENCE, "fr").get_text(strip=True)
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.getMessage().startswith("fr/page.md: ")
    assert said in record.getMessage()


@pytest.mark.parametrize(
    ("confirmed", "french", "english"),
    [
        ("2026-02-01", "confirmée le 1er février 2026", "confirmed on 1 February 2026"),
        ("2026-12-31", "confirmée le 31 décembre 2026", "confirmed on 31 December 2026"),
        ("2024", "confirmée en 2024", "confirmed in 2024"),
    ],
)
def test_a_day_is_written_as_each_language_does(
    render: Callable[[str, Language], BeautifulSoup],
    monkeypatch: pytest.MonkeyPatch,
    confirmed: str,
    french: str,
    english: str,
) -> None:
    later = loader.parse(DATA.replace('confirmed = "2026-08-17"', f'confirmed = "{confirmed}"'))
    monkeypatch.setattr(loader, "load", lambda: later)
    assert french in words(render(FENCE, "fr"))
    assert english in words(render(FENCE, "en"))


@pytest.mark.parametrize(
    ("html", "toc", "under"),
    [
        ('<h1 id="a">A</h1><h2 id="b">B</h2>', ["a", "b"], "b"),
        ('<h1 id="a">A</h1>', ["a"], "a"),
        ("<p>No heading.</p>", [], None),
    ],
)
def test_its_sections_stand_in_the_contents_below_the_nearest_heading(
    html: str, toc: list[str], under: str | None
) -> None:
    inner: list[Any] = []
    for level, name in reversed([*enumerate(toc, 1)]):
        inner = [{"level": level, "id": name, "name": name, "children": inner}]
    contents = get_toc(inner)
    plugin.name_sections(f"{html}<qbo-questionnaire></qbo-questionnaire>", contents)
    above = {item.id: item.children for item in places.flat(contents)}.get(under or "", contents.items)
    assert [item.id for item in above] == [anchor for anchor, _ in fences.sections()] != []
