"""Six fenced blocks: a live check, every code of a check, the causes of one, the questionnaire, a figure, a proof.

    ```check
    check: redirect-uri
    environment: sandbox
    ```

``example`` fills fields in, for the reader to try or to change. Every other key presets a field, which the reader
then neither sees nor changes. ``codes`` takes a ``check`` too, ``causes`` a ``code``. ``questionnaire`` shows every question or, with ``show: refusals``, the answers that may cost the approval;
the schema of the answers is published beside the pages. docs/figures.yaml says what ``figure`` takes; ``proof`` takes nothing.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from importlib import import_module
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import qbo_checks.questionnaire.load
import qbo_checks.questionnaire.schema
import yaml
from jinja2 import Environment
from markdown import Markdown
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from qbo_checks.model import LANGUAGES, Check, Field, Language, Text
from qbo_checks.questionnaire.model import Item, Questionnaire

from live_checks.dates import written

log = logging.getLogger("mkdocs.hooks.checks")

EXPLAINED_IN = "codes/{check}.md"
FIGURES = Path(__file__).parents[2] / "docs" / "figures.yaml"
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
    uses: Counter[str] = field(default_factory=Counter)
    ids: set[str] = field(default_factory=set)


def check_html(source: str, here: Here, templates: Environment) -> str:
    """The form of one check. Raises UsageError for an unknown check, field or choice."""
    options = yaml.safe_load(source) or {}
    check = qbo_checks.load(options.pop("check", ""))
    declared = {known.name: known for known in check.fields}
    example = options.pop("example", {})
    for name, value in (*options.items(), *example.items()):
        if name not in declared:
            raise qbo_checks.UsageError("field", declared, name)
        if declared[name].kind == "choice" and value not in declared[name].choices:
            raise qbo_checks.UsageError(f"value of {name}", declared[name].choices)
    for name in example:
        if declared[name].secret:
            raise ValueError(f"{name} is secret: it takes no example")
    preset: list[tuple[Field, Any]] = [(declared[name], value) for name, value in options.items()]
    name = "-".join(["check", check.id, *map(str, options.values())])
    here.uses[name] += 1
    return templates.get_template("partials/qbo-check.html").render(
        check=check,
        lang=here.lang,
        spoken=partial(spoken, lang=here.lang),
        explain=here.explain,
        preset=preset,
        example=example,
        fields=[known for known in check.fields if known.name not in options],
        id=name if here.uses[name] == 1 else f"{name}-{here.uses[name]}",
    )


def known() -> list[Check]:
    """Every check."""
    return [*map(qbo_checks.load, qbo_checks.names())]


def steps_named() -> list[str]:
    """The headings that the causes of every check lead to."""
    rules = (rule for check in known() for rule in check.rules.values())
    return sorted({cause.step for rule in rules for cause in rule.causes if cause.step})


def codes_html(source: str, here: Here, templates: Environment) -> str:
    """The explanation of every code of one check, each at the anchor that is its code."""
    check = qbo_checks.load((yaml.safe_load(source) or {}).get("check", ""))
    shown = {rule: _shown(check, rule) for rule in check.rules}
    return templates.get_template("partials/codes.html").render(
        check=check, lang=here.lang, spoken=partial(spoken, lang=here.lang), shown=shown
    )


def causes_html(source: str, here: Here, templates: Environment) -> str:
    """What brings a code about, in the order to check it, as the check itself lists it."""
    code = (yaml.safe_load(source) or {}).get("code", "")
    name, _, rule = code.partition(".")
    check = qbo_checks.load(name)
    if rule not in check.rules or not check.rules[rule].causes:
        raise ValueError(f"no causes are known of {code}")
    return templates.get_template("partials/causes.html").render(
        causes=check.rules[rule].causes, spoken=partial(spoken, lang=here.lang)
    )


def _shown(check: Check, rule: str) -> dict[str, Any]:
    """What the check says about its first example of a rule, and the value that it is about.

    A value that would tell the reader nothing, or is too long to read, is described instead.
    """
    example = next(example for example in check.examples if rule in example.rules)
    found = {
        lang: next(
            found
            for found in qbo_checks.run(check.id, example.fields, lang)["findings"]
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


def spoken(text: Text, lang: Language) -> Markup:
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
    texts = (text for check in known() for text in _said(check))
    found = {apart[0] for text in texts for apart in _english(text)}
    return sorted(filter(LABEL.fullmatch, found))


def _said(check: Check) -> Iterator[Text]:
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
        raise qbo_checks.UsageError("option", ("show",), name)
    if show not in SHOWN:
        raise qbo_checks.UsageError("value of show", SHOWN, show)
    data = qbo_checks.questionnaire.load.load()
    nested = defaultdict(list)
    for item in data.items.values():
        nested[_under(item, data)].append(item)
    wrong = [(item, wrong) for item in data.items.values() for wrong in item.wrong]
    return templates.get_template("partials/questionnaire.html").render(
        root=get_relative_url(".", here.url),
        show=show,
        lang=here.lang,
        spoken=partial(spoken, lang=here.lang),
        explain=here.explain,
        schema=get_relative_url(schema_url(), here.url),
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


def figure_html(source: str, here: Here, templates: Environment) -> str:
    """One drawing, in the page's language, numbered as the steps of the page are."""
    options = yaml.safe_load(source) or {}
    name, environment = options.pop("figure", ""), options.pop("environment", "")
    steps = options.pop("steps", [])
    for option in options:
        raise qbo_checks.UsageError("option", ("figure", "environment", "steps"), option)
    figures = _figures(FIGURES.read_text("utf-8"))
    if name not in figures:
        raise qbo_checks.UsageError("figure", figures, name)
    figure = figures[name]
    if any("side" in row for row in figure["rows"]):
        side = SIDES.get(environment)
        if not side:
            raise qbo_checks.UsageError("environment", SIDES, environment)
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


def _under(item: Item, data: Questionnaire) -> str | None:
    """What a follow-up is shown under: the follow-up of the same question that it depends on, or the question."""
    asked = data.items[item.when[0].question] if item.when else item
    return asked.id if asked is not item and asked.parent == item.parent else item.parent


def _day(confirmed: str, lang: Language) -> str:
    """A day as it is written, ``17 August 2026``, or the year alone where no day is known."""
    return confirmed if confirmed.isdigit() else written(date.fromisoformat(confirmed), lang)


def fence(  # noqa: PLR0913, PLR0917 - superfences decides what a formatter is given
    make: Callable[[str, Here, Environment], str],
    here: Here,
    templates: Environment,
    source: str,
    language: str,
    css_class: str,
    options: dict[str, str],
    md: Markdown,
    **attributes: object,
) -> str:
    """A superfences formatter. An exception would print the source as code, silently, so warn instead."""
    md.block_level_elements += [
        tag for tag in ("qbo-check", "qbo-questionnaire", "qbo-proof") if tag not in md.block_level_elements
    ]
    try:
        made = make(source, here, templates)
    except Exception as error:  # noqa: BLE001 - whatever it is, the page's author must read it
        log.warning("%s: %s: %s", here.name, make.__name__, error)
        return ""
    here.ids.update(re.findall(r'\bid="([^"]+)"', made))
    return made


here = Here()


def proof_html(source: str, here: Here, templates: Environment) -> str:
    """The panel that tries every way out of the worker."""
    for name in yaml.safe_load(source) or {}:
        raise qbo_checks.UsageError("option", (), name)
    return templates.get_template("partials/proof.html").render(
        lang=here.lang, root=get_relative_url(".", here.url)
    )


FENCES = {
    "check": check_html,
    "codes": codes_html,
    "causes": causes_html,
    "questionnaire": questionnaire_html,
    "figure": figure_html,
    "proof": proof_html,
}


def on_pre_build(config: MkDocsConfig) -> None:
    """Read the rules anew: `mkdocs serve` loads this file once, and rebuilds when a rule changes."""
    global qbo_checks  # noqa: PLW0603 - the module is what changes
    for stale in [name for name in sys.modules if name.split(".")[0] == "qbo_checks"]:
        del sys.modules[stale]
    qbo_checks = import_module("qbo_checks")
    import_module("qbo_checks.questionnaire.schema")
    config.extra["labels"] = labels()


def schema_url() -> str:
    """Where the JSON Schema of a document of answers is published, under the version that it describes."""
    return f"assets/questionnaire/{qbo_checks.questionnaire.schema.schema_name()}"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    templates = config.theme.get_env()
    config.mdx_configs.setdefault("pymdownx.superfences", {})["custom_fences"] = [
        {"name": name, "class": name, "format": partial(fence, make, here, templates)}
        for name, make in FENCES.items()
    ]
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    here.lang = "en" if getattr(page.file, "locale", "fr") == "en" else "fr"
    here.uses.clear()
    here.ids.clear()
    here.name = page.file.src_uri
    explained = files.get_file_from_path(EXPLAINED_IN.format(check=qbo_checks.names()[0]))
    # One address serves every check: the folder above the page of one.
    here.explain = get_relative_url(explained.url.rsplit("/", 2)[0] + "/", page.url) if explained else ""
    here.url = page.url
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell MkDocs, which checks every link, of the anchors that the fences made: it sees only Markdown's."""
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *here.ids}
    return html


@event_priority(-200)  # after static-i18n, whose inner builds run this too
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    path = Path(config.site_dir, schema_url())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps(qbo_checks.questionnaire.schema.schema(), ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
