"""Keeps alive old addresses, with the fragments of their headings.

``old_addresses`` in mkdocs.yml names a file of docs/ that says what moved. Each page that is gone becomes a small page
that leads on to one fixed place: partials/old-address.html, and old-address.js for the fragments. Written after the
build, these pages are in no menu, no search index and no sitemap.

Pages that sections have left (``left``) lead on in the same way, by links that only the script sees.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import yaml

from live_checks import rules
from live_checks.built import Built
from live_checks.urls import relative

log = logging.getLogger("mkdocs.plugins.live_checks.old_addresses")

Headings = Mapping[str, Mapping[str, str]]
"""What each page's headings say, by its address and their ids."""


def read(source: str) -> dict[str, Any]:
    """The file: ``folder``, ``roots``, ``codes``, ``moved`` and ``left``. A list of fragments becomes one text."""
    told: dict[str, Any] = yaml.safe_load(source)
    for sections in (*(page["sections"] for page in told["moved"].values()), *told["left"].values()):
        sections.update({target: " ".join(fragments) for target, fragments in sections.items()})
    return told


def link(target: str, here: str, headings: Headings) -> dict[str, str]:
    """A link to a page or a heading, in the heading's own words."""
    page, _, fragment = target.partition("#")
    known = headings[page]
    if fragment and fragment not in known:
        log.warning("%s leads to %s, which does not exist", here, target)
    return {
        "href": relative(target or ".", here),
        "title": known.get(fragment) or next(iter(known.values())),
    }


def links(sections: Mapping[str, str], root: str, here: str, headings: Headings) -> list[dict[str, str]]:
    """A link to each section's new place in the language whose pages stand below ``root``."""
    return [
        {**link(root + target, here, headings), "fragments": fragments}
        for target, fragments in sections.items()
    ]


def left(page: str, told: Mapping[str, Any], explained_in: str) -> dict[str, str]:
    """The sections that left a page; a link without a fragment takes the one that the reader came with."""
    if page != told["codes"]:
        sections: dict[str, str] = told["left"].get(page, {})
        return sections
    return {
        explained_in.format(check=check.id).removesuffix(".md") + "/": " ".join(
            [check.id, *map(check.code, check.rules)]
        )
        for check in rules.checks()
    }


def write(built: Built) -> None:
    if built.options.old_addresses is None:
        return
    told = read((built.project.docs / built.options.old_addresses).read_text("utf-8"))
    template = built.templates.get_template("partials/old-address.html")
    for name, moved in told["moved"].items():
        for lang, then in told["roots"].items():
            here, root = f"{then}{told['folder']}/{name}/", built.root(lang)
            page = template.render(
                lang=lang,
                canonical=f"{built.url}{root}{moved['page']}",
                script=relative(f"{built.folders.guide}old-address.js", here),
                page=link(root + moved["page"], here, built.headings),
                sections=links(moved["sections"], root, here, built.headings),
            )
            path = built.site / here / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page, encoding="utf-8")
