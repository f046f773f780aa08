"""Seven fenced blocks: a check, all codes of one, causes, the questionnaire, a figure, a proof, a check in a frame.

    ```check
    check: redirect-uri
    environment: sandbox
    ```

``example`` fills fields in, for the reader to try or to change. Every other key presets a field, which the reader
then neither sees nor changes. ``codes`` takes a ``check`` too, ``causes`` a ``code``. ``questionnaire`` shows every question or, with ``show: refusals``, the answers that may cost the approval;
the schema of the answers is published beside the pages. docs/figures.yaml says what ``figure`` takes; ``proof`` takes nothing.
``embed`` takes a ``check``, and the choices that are made for its readers.
"""

from __future__ import annotations

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment
from markdown import Markdown
from markdown.extensions import Extension
from markupsafe import Markup, escape
from qbo_checks.model import LANGUAGES, Check, Field, Language, Text, UsageError
from qbo_checks.questionnaire.model import Item, Questionnaire

from live_checks import rules
from live_checks.dates import written
from live_checks.embedding import Embedding, page_url
from live_checks.urls import relative

log = logging.getLogger("mkdocs.plugins.live_checks.fences")

SIDES = {"sandbox": "Development", "production": "Production"}

SHOWN = ("questions", "refusals")


@dataclass
class Here:
    """The page whose Markdown is being rendered: a fence's formatter is not told."""

    lang: Language = "fr"
    name: str = ""
    explain: str = ""
    """The folder of the pages that explain codes, one for each check."""
    url: str = ""
    figures: Path = Path("docs/figures.yaml")
    """The drawings that the fence ``figure`` knows."""
    site: str = ""
    """Where the site will be, with a slash at its end."""
    embedding: Embedding | None = None
    uses: Counter[str] = field(default_factory=Counter)
    ids: set[str] = field(default_factory=set)

    def begin(self, lang: str, name: str, url: str) -> None:
        """Another page is rendered."""
        self.lang = "en" if lang == "en" else "fr"
        self.name, self.url = name, url
        self.uses.clear()
        self.ids.clear()


def check_html(source: str, here: Here, templates: Environment) -> str:
    """The form of one check. Raises UsageError for an unknown check, field or choice."""
    options = yaml.safe_load(source) or {}
    check = rules.load(options.pop("check", ""))
    declared = {known.name: known for known in check.fields}
    example = options.pop("example", {})
    for name, value in (*options.items(), *example.items()):
        if name not in declared:
            raise UsageError("field", declared, name)
        if declared[name].kind == "choice" and value not in declared[name].choices:
            raise UsageError(f"value of {name}", declared[name].choices)
    for name in example:
        if declared[name].secret:
            raise ValueError(f"{name} is secret: it takes no example")
    preset: list[tuple[Field, Any]] = [(declared[name], value) for name, value in options.items()]
    name = "-".join(["check", check.id, *map(str, options.values())])
    here.uses[name] += 1
    return templates.get_template("partials/qbo-check.html").render(
        check=check,
        lang=here.lang,
        as_html=partial(as_html, lang=here.lang),
        explain=here.explain,
        preset=preset,
        example=example,
        fields=[known for known in check.fields if known.name not in options],
        id=name if here.uses[name] == 1 else f"{name}-{here.uses[name]}",
    )


def codes_html(source: str, here: Here, templates: Environment) -> str:
    """The explanation of every code of one check, each at the anchor that is its code."""
    check = rules.load((yaml.safe_load(source) or {}).get("check", ""))
    shown = {rule: _example_of(check, rule) for rule in check.rules}
    return templates.get_template("partials/codes.html").render(
        check=check, lang=here.lang, as_html=partial(as_html, lang=here.lang), shown=shown
    )


def causes_html(source: str, here: Here, templates: Environment) -> str:
    """What brings a code about, in the order to check it, as the check itself lists it."""
    code = (yaml.safe_load(source) or {}).get("code", "")
    name, _, rule = code.partition(".")
    check = rules.load(name)
    if rule not in check.rules or not check.rules[rule].causes:
        raise ValueError(f"no causes are known of {code}")
    return templates.get_template("partials/causes.html").render(
        causes=check.rules[rule].causes, as_html=partial(as_html, lang=here.lang)
    )


def _example_of(check: Check, rule: str) -> dict[str, Any]:
    """What the check says about its first example of a rule, and the value that it is about.

    A value that would tell the reader nothing, or is too long to read, is described instead.
    """
    example = next(example for example in check.examples if rule in example.rules)
    found = {
        lang: next(
            found
            for found in rules.run(check.id, example.fields, lang)["findings"]
            if found["code"] == check.code(rule)
        )
        for lang in LANGUAGES
    }
    said = {
        part: Text(**{lang: finding[part] for lang, finding in found.items()}) for part in ("message", "help")
    }
    return {**said, "value": example.fields.get(found["fr"]["field"], ""), "about": example.about}


# What French puts in quotation marks or in brackets, where it is words; the name of a character.
APART = re.compile(
    r"(?P<quoted>(?<=«\u00a0)[^»]*[^\W\d][^»]*(?=\u00a0»))"
    r"|(?P<bracketed>(?<=\()[^()]*[^\W\d][^()]*(?=\)))"
    r"|(?P<character>U\+[0-9A-F]{4,6} [A-Z][A-Z -]+[A-Z])"
)


BRACKETED = re.compile(r"(?<=\()[^()]*[^\W\d][^()]*(?=\))")


def as_html(text: Text, lang: Language) -> Markup:
    """A sentence as HTML. What the French sets apart and the English has too is English: a label, an error."""
    if lang == "en":
        return escape(text.en)
    html, end = Markup(), 0
    for apart in _english(text):
        html += escape(text.fr[end : apart.start()]) + Markup('<span lang="en">{}</span>').format(apart[0])
        end = apart.end()
    return html + escape(text.fr[end:])


def _english(text: Text) -> Iterator[re.Match[str]]:
    for apart in APART.finditer(text.fr):
        # What is in quotation marks may itself have a label in brackets.
        inside = BRACKETED.search(text.fr, *apart.span()) if apart["quoted"] else None
        for found in filter(None, (apart, inside)):
            words = found[0]
            # One word may well be the same in both languages.
            alone = found.re is APART and found["quoted"] and " " not in words
            if f"“{words}”" in text.en or (not alone and re.search(rf"\b{re.escape(words)}\b", text.en)):
                yield found
                break


# A name of the portals', not a value: it begins with a capital letter, and has small ones.
LABEL = re.compile(r"[A-Z][^{}=]*[a-z][^{}=]*")


def labels() -> list[str]:
    """What findings name as Intuit's and Codat's pages do, in English: the page's script marks it as such."""
    texts = (text for check in rules.checks() for text in _texts(check))
    found = {apart[0] for text in texts for apart in _english(text)}
    return sorted(filter(LABEL.fullmatch, found))


def _texts(check: Check) -> Iterator[Text]:
    for declared in check.fields:
        yield from (declared.label, *declared.choices.values())
    for rule in check.rules.values():
        yield from (rule.message, rule.help, *(cause.text for cause in rule.causes))
        yield from (text for case in rule.cases for text in (case.message, case.help))
        yield from filter(None, [rule.basis])


def questionnaire_html(source: str, here: Here, templates: Environment) -> str:
    """Every question of Intuit's questionnaire, or the answers that may cost the approval."""
    options = yaml.safe_load(source) or {}
    show = options.pop("show", SHOWN[0])
    for name in options:
        raise UsageError("option", ("show",), name)
    if show not in SHOWN:
        raise UsageError("value of show", SHOWN, show)
    data = rules.questionnaire()
    nested = defaultdict(list)
    for item in data.items.values():
        nested[_shown_below(item, data)].append(item)
    wrong = [(item, wrong) for item in data.items.values() for wrong in item.wrong]
    return templates.get_template("partials/questionnaire.html").render(
        root=relative(".", here.url),
        show=show,
        lang=here.lang,
        as_html=partial(as_html, lang=here.lang),
        explain=here.explain,
        check=rules.load("questionnaire"),
        schema=relative(rules.schema_url(), here.url),
        questionnaire=data,
        sections={
            section: [question for question in data.questions if question.section == section.id]
            for section in data.sections.values()
        },
        # The follow-ups of each item, those of one condition together.
        below={
            name: [(when, list(items)) for when, items in groupby(items, attrgetter("when"))]
            for name, items in nested.items()
        },
        wrong={basis: [pair for pair in wrong if pair[1].basis == basis] for basis in ("stated", "inferred")},
        day=partial(_day, lang=here.lang),
    )


def sections() -> list[tuple[str, Markup]]:
    """The anchor and the name of each section of the questionnaire, which is English."""
    known = rules.questionnaire().sections.values()
    return [
        (f"questionnaire-{section.id}", Markup('<span lang="en">{}</span>').format(section.title.en))
        for section in known
    ]


def figure_html(source: str, here: Here, templates: Environment) -> str:
    """One drawing, in the page's language, numbered as the steps of the page are."""
    options = yaml.safe_load(source) or {}
    name, environment = options.pop("figure", ""), options.pop("environment", "")
    steps = options.pop("steps", [])
    for option in options:
        raise UsageError("option", ("figure", "environment", "steps"), option)
    figures = _figures(here.figures.read_text("utf-8"))
    if name not in figures:
        raise UsageError("figure", figures, name)
    figure = figures[name]
    if any("side" in row for row in figure["rows"]):
        side = SIDES.get(environment)
        if not side:
            raise UsageError("environment", SIDES, environment)
    elif environment:
        raise ValueError(f"figure {name} is the same in every environment")
    else:
        side = ""
    numbered = {row["step"] for row in figure["rows"] if "step" in row}
    if "caption" in figure:
        steps = sorted(numbered)  # A figure with a caption of its own has its own numbers.
    elif len(steps) != len(numbered):
        raise ValueError(f"figure {name} numbers {len(numbered)} steps; given: {len(steps)}")
    here.uses[f"figure-{name}"] += 1
    use = here.uses[f"figure-{name}"]
    said = {part: figure[part][here.lang].format("", *steps, side=side) for part in ("title", "alt")}
    return templates.get_template("partials/figure.html").render(
        figure=figure,
        lang=here.lang,
        side=side,
        steps=steps,
        id=f"figure-{name}" if use == 1 else f"figure-{name}-{use}",
        **said,
    )


@cache
def _figures(source: str) -> dict[str, dict[str, Any]]:
    """What figures.yml says; read anew only when it is another text."""
    figures: dict[str, dict[str, Any]] = yaml.safe_load(source)
    return figures


def _shown_below(item: Item, data: Questionnaire) -> str | None:
    """What a follow-up is shown under: the follow-up of the same question that it depends on, or the question."""
    asked = data.items[item.when[0].question] if item.when else item
    return asked.id if asked is not item and asked.parent == item.parent else item.parent


def _day(confirmed: str, lang: Language) -> str:
    """A day as it is written, ``17 August 2026``, or the year alone where no day is known."""
    return confirmed if confirmed.isdigit() else written(date.fromisoformat(confirmed), lang)


def fence(
    make: Callable[[str, Here, Environment], str],
    here: Here,
    templates: Environment,
    source: str,
    *_: object,
    **__: object,
) -> str:
    """A superfences formatter. An exception would print the source as code, silently, so warn instead."""
    try:
        made = make(source, here, templates)
    except Exception as error:  # noqa: BLE001 - whatever it is, the page's author must read it
        log.warning("%s: %s: %s", here.name, make.__name__, error)
        return ""
    here.ids.update(re.findall(r'\bid="([^"]+)"', made))
    return made


def proof_html(source: str, here: Here, templates: Environment) -> str:
    """The panel that tries every way out of the worker."""
    for name in yaml.safe_load(source) or {}:
        raise UsageError("option", (), name)
    return templates.get_template("partials/proof.html").render(lang=here.lang, root=relative(".", here.url))


def embed_html(source: str, here: Here, templates: Environment) -> str:
    """A check as other sites embed it, live, and what to copy."""
    options = yaml.safe_load(source) or {}
    check = rules.load(options.pop("check", ""))
    choices = {known.name: known.choices for known in check.fields if known.kind == "choice"}
    for name, value in options.items():
        if name not in choices:
            raise UsageError("option", ("check", *choices), name)
        if value not in choices[name]:
            raise UsageError(f"value of {name}", choices[name], value)
    return templates.get_template("partials/embed.html").render(
        check=check,
        lang=here.lang,
        presets=options,
        embedding=here.embedding,
        site=here.site,
        page=page_url(check.id, here.lang),
        root=relative(".", here.url),
    )


FENCES = {
    "check": check_html,
    "codes": codes_html,
    "causes": causes_html,
    "questionnaire": questionnaire_html,
    "figure": figure_html,
    "proof": proof_html,
    "embed": embed_html,
}


ELEMENTS = ("qbo-check", "qbo-questionnaire", "qbo-proof")
"""What the fences make, that Markdown does not know: it would put them into a paragraph, from which the browser then
throws their form."""


class FencesExtension(Extension):
    """``live_checks`` among a site's Markdown extensions: pymdownx.superfences, with these fences."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "page": [Here(), "The page that is rendered: a fence's formatter is not told"],
            "templates": [Environment(autoescape=True), "The Jinja environment in which partials/ is found"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown names it
        md.block_level_elements += [tag for tag in ELEMENTS if tag not in md.block_level_elements]
        page, templates = self.getConfig("page"), self.getConfig("templates")
        custom = [
            {"name": name, "class": name, "format": partial(fence, make, page, templates)}
            for name, make in FENCES.items()
        ]
        md.registerExtensions(["pymdownx.superfences"], {"pymdownx.superfences": {"custom_fences": custom}})
