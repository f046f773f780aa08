"""Two fenced blocks: ``check`` puts a live check in a page, ``codes`` explains every code of a check.

    ```check
    check: redirect-uri
    environment: sandbox
    ```

Every other key presets a field, which the reader then neither sees nor changes.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

# The rules are read from their sources, whatever is installed, and anew at each rebuild of `mkdocs serve`.
sys.path.insert(0, str(Path(__file__).parents[2] / "validators"))
for stale in [name for name in sys.modules if name.split(".")[0] == "qbo_checks"]:
    del sys.modules[stale]

import qbo_checks  # noqa: E402 - only now does the path lead to it
from qbo_checks.model import Check, Field, Language, UsageError  # noqa: E402

log = logging.getLogger("mkdocs.hooks.checks")

EXPLAINED_IN = "troubleshooting.md"


@dataclass
class Here:
    """The page whose Markdown is being rendered: a fence's formatter is not told."""

    lang: Language = "fr"
    name: str = ""
    explain: str = ""


def check_html(source: str, here: Here, templates: Environment, uses: int = 1) -> str:
    """The form of one check. Raises UsageError for an unknown check, field or choice."""
    options = yaml.safe_load(source) or {}
    check = qbo_checks.load(options.pop("check", ""))
    declared = {field.name: field for field in check.fields}
    for name, value in options.items():
        if name not in declared:
            raise UsageError("field", declared, name)
        if declared[name].kind == "choice" and value not in declared[name].choices:
            raise UsageError(f"value of {name}", declared[name].choices)
    preset: list[tuple[Field, Any]] = [(declared[name], value) for name, value in options.items()]
    return templates.get_template("partials/qbo-check.html").render(
        check=check,
        lang=here.lang,
        explain=here.explain,
        preset=preset,
        fields=[field for field in check.fields if field.name not in options],
        id="-".join([check.id, *map(str, options.values()), *([str(uses)] if uses > 1 else [])]),
    )


def codes_html(source: str, here: Here, templates: Environment) -> str:
    """The explanation of every code of one check, each at the anchor that is its code."""
    check = qbo_checks.load((yaml.safe_load(source) or {}).get("check", ""))
    shown = {rule: _shown(check, rule, here.lang) for rule in check.rules}
    return templates.get_template("partials/codes.html").render(check=check, lang=here.lang, shown=shown)


def _shown(check: Check, rule: str, lang: Language) -> dict[str, Any]:
    """What the check says about its first example of a rule: the finding, and the value it is about."""
    example = next(example for example in check.examples if rule in example.rules)
    report = qbo_checks.run(check.id, example.fields, lang)
    finding = next(found for found in report["findings"] if found["code"] == check.code(rule))
    return {**finding, "value": example.fields[finding["field"]], "about": example.about}


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
    md.block_level_elements += [tag for tag in ("qbo-check",) if tag not in md.block_level_elements]
    try:
        return make(source, here, templates)
    except Exception as error:  # noqa: BLE001 - whatever it is, the page's author must read it
        log.warning("%s: %s: %s", here.name, make.__name__, error)
        return ""


here = Here()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    templates = config.theme.get_env()
    config.mdx_configs.setdefault("pymdownx.superfences", {})["custom_fences"] = [
        {"name": name, "class": name, "format": partial(fence, make, here, templates)}
        for name, make in (("check", check_html), ("codes", codes_html))
    ]
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    here.lang = "en" if getattr(page.file, "locale", "fr") == "en" else "fr"
    here.name = page.file.src_uri
    target = files.get_file_from_path(EXPLAINED_IN)
    here.explain = target.url_relative_to(page.file) if target else ""
    return markdown
