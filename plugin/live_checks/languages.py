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

from live_checks.built import Built
from live_checks.places import Heading
from live_checks.project import BuildError

# Where French does not break a line.
NO_BREAK = re.compile(r"(?<=«) | (?=[»:%])")
PER_LANGUAGE = {"404.html", "llms.txt"}
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


def titles(lang: str) -> dict[str, str]:
    """What Python-Markdown's table of contents says in a language."""
    return {"permalink_title": PERMALINK[lang], "title": ON_THIS_PAGE[lang]}


def fix_titles(headings: Iterable[Heading]) -> None:
    """Give French titles of sections their no-break spaces back: Python-Markdown makes them breaking ones."""
    for heading in headings:
        heading.title = NO_BREAK.sub("\u00a0", heading.title)
        fix_titles(heading.children)


def write_search(built: Built) -> None:
    """An index for each language, with the guide's words for it if there are any, and Material's worker told of ours."""
    made = json.loads((built.site / "search" / "search_index.json").read_text("utf-8"))
    words: dict[str, dict[str, Any]] = {}
    if built.options.search_words:
        words = search_words((built.project.docs / built.options.search_words).read_text("utf-8"))
    roots = {built.root(lang): lang for lang in built.languages}
    for prefix, index in split_index(made, [root for root in roots if root]).items():
        # Material fetches search_index.json with every page; the worker gets the index when it is needed.
        named = {"config": index["config"], "docs": []}
        folder = built.site / prefix / "search"
        folder.mkdir(parents=True, exist_ok=True)
        with_words = index | {"words": words.get(roots[prefix], {"stop": [], "synonyms": []})}
        for name, content in (("index.json", with_words), ("search_index.json", named)):
            compact = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
            (folder / name).write_text(compact, encoding="utf-8")
    tell_workers(built.site / "assets" / "javascripts" / "workers")


def tell_workers(folder: Path) -> None:
    """Tell our search's worker the name of Material's, and Material's to run in ours alone."""
    (material,) = folder.glob("search.*.js")
    later = folder / "search-later.js"
    later.write_text(later.read_text("utf-8").replace('"search.js"', json.dumps(material.name)), "utf-8")
    # lunr tells the nodes of its index apart by what leads on from each, a character and a node's number, one after
    # another: "1" to 235 is the same to it as "1" to 2 and "3" to 5. It then finds words that are nowhere, and fails.
    mended, times = re.subn(r"(\w)=\1\+(\w)\+(\w)\.id\b", r'\1=\1+\2+\3.id+" "', material.read_text("utf-8"))
    if times != 1:
        raise BuildError(
            f"{material.name} no longer names the nodes of lunr's index as it did: is lunr mended?"
        )
    guarded = f'"use strict";if(!self.searchLater)throw Error("search-later.js");\n{mended}'
    material.write_text(guarded, "utf-8")
