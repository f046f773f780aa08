"""Two languages, each a site of its own: not-found page, llms.txt, search index, heading links.

mkdocs-static-i18n builds the languages one after the other into one folder and leaves four things to
the last one: ``404.html``, ``llms.txt``, the search index (French and English in one), and texts set
in mkdocs.yml.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

# Where French does not break a line.
NO_BREAK = re.compile(r"(?<=«) | (?=[»:%])")
EACH_ITS_OWN = {"404.html", "llms.txt"}
PERMALINK = {"fr": "Lien vers cette section", "en": "Link to this section"}
ON_THIS_PAGE = {"fr": "Sur cette page", "en": "On this page"}


def search_words(source: str) -> dict[str, dict[str, Any]]:
    """What docs/search-words.yaml says, by language, as search-later.js reads it."""
    return {
        lang: {
            "stop": words["stop"].split(),
            "synonyms": [[str(phrase), heading] for phrase, heading in words["synonyms"].items()],
        }
        for lang, words in yaml.safe_load(source).items()
    }


def split_index(index: dict[str, Any], prefixes: list[str]) -> dict[str, dict[str, Any]]:
    """One search index for each prefix (``en/``) and one for what has none, each relative to its own root.

    The language is ``folded`` everywhere: overrides/assets/javascripts/lunr/min/lunr.folded.min.js.
    """
    config = {**index["config"], "lang": ["folded"], "pipeline": []}
    parts: dict[str, dict[str, Any]] = {prefix: {"config": config, "docs": []} for prefix in ["", *prefixes]}
    for entry in index["docs"]:
        prefix = next((known for known in prefixes if entry["location"].startswith(known)), "")
        location = entry["location"].removeprefix(prefix)
        parts[prefix]["docs"].append({**entry, "location": location})
    return parts


@event_priority(-200)  # after static-i18n, which chooses the language
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Runs once for each language."""
    lang = "fr" if str(config.theme["language"]).startswith("fr") else "en"
    config.mdx_configs.setdefault("toc", {}).update(permalink_title=PERMALINK[lang], title=ON_THIS_PAGE[lang])
    return config


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the titles of sections their no-break spaces back: Python-Markdown makes them breaking ones."""

    def mend(sections: Iterable[AnchorLink]) -> None:
        for section in sections:
            section.title = NO_BREAK.sub("\u00a0", section.title)
            mend(section.children)

    if config.theme["language"] != "en":
        mend(page.toc)
    return html


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Write the other languages' files into their own folder; empty output leaves the root's alone."""
    i18n: Any = config.plugins["i18n"]
    if template_name not in EACH_ITS_OWN or i18n.is_default_language_build:
        return output
    page = Path(config.site_dir, i18n.current_language, template_name)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(output, encoding="utf-8")
    return ""


@event_priority(-200)  # after static-i18n, which writes the one index for all languages
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if i18n.building:  # this is one of the inner builds
        return
    written = Path(config.site_dir, "search", "search_index.json")
    prefixes = [f"{lang}/" for lang in i18n.build_languages if lang != i18n.default_language]
    words = search_words(Path(config.docs_dir, "search-words.yaml").read_text("utf-8"))
    for prefix, index in split_index(json.loads(written.read_text("utf-8")), prefixes).items():
        lang = prefix.rstrip("/") or i18n.default_language
        # Material fetches search_index.json with every page; the worker gets the index when it is needed.
        named = {"config": index["config"], "docs": []}
        folder = Path(config.site_dir, prefix, "search")
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in (("index.json", index | {"words": words[lang]}), ("search_index.json", named)):
            compact = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
            (folder / name).write_text(compact, encoding="utf-8")
    tell_workers(Path(config.site_dir, "assets", "javascripts", "workers"))


def tell_workers(folder: Path) -> None:
    """Tell our search's worker the name of Material's, and Material's to run in ours alone."""
    (material,) = folder.glob("search.*.js")
    later = folder / "search-later.js"
    later.write_text(later.read_text("utf-8").replace('"search.js"', json.dumps(material.name)), "utf-8")
    guarded = (
        f'"use strict";if(!self.searchLater)throw Error("search-later.js");\n{material.read_text("utf-8")}'
    )
    material.write_text(guarded, "utf-8")
