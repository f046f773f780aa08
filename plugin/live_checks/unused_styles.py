"""Takes out of Material's style sheets what no page and no script calls for: a third of all styles, before any intent.

PurgeCSS keeps a rule where each name in it (a tag, a class, an id, an attribute or its value) is a word of some
finished page or of some script. Scripts make what no page holds (search results, tooltips, buttons), so all their
words count; but Material's own script also names what it makes for some features alone, and those words count only
where a page calls for the feature.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable
from pathlib import Path

from live_checks.built import Built
from live_checks.runtime import pack

THEME = "assets/stylesheets"
PURGE = Path(__file__).with_suffix(".mjs")
FEATURES = {
    r"rtl": 'dir="rtl"',
    r"md-annotation([-_].*)?": r'class="[^"]*\bannotate\b',
    r"md-source([-_].*)?": "md-source",  # The repository and its stars: `repo_url`.
    r"md-status([-_].*)?": "md-status",
    r"md-tags?([-_].*)?": "md-tag",
    r"md-version([-_].*)?": '"provider"',  # `extra.version`, in a page's configuration.
    r"mermaid": r'class="[^"]*\bmermaid\b',
    r"footnote.*": 'class="footnote',
}
"""What Material's script names for a feature, and what stands in the HTML of a page that calls for it."""
COSTLY = {"data-md-color-switching"}
"""While a theme is taken up, with each page that is opened: Material then forbids the transitions of all elements, and a
browser styles the whole page twice. Without it, what has a transition takes its time to change colours."""


def write(built: Built) -> None:
    """The sheets get other names, since they are kept for ever under them. Pages are told."""
    site = built.site
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    scripts = [path.read_text("utf-8") for path in sorted(site.glob("assets/**/*.js"))]
    sheets = {path: path.read_text("utf-8") for path in sorted(site.glob(f"{THEME}/*.css"))}
    guide = [path.read_text("utf-8") for path in sorted((site / built.folders.guide).rglob("*.css"))]
    known = used(pages.values(), scripts, sheets.values())
    asked = {
        "words": " ".join(sorted(known)),
        "sheets": [
            # A property that another sheet or a script reads.
            {
                "css": css,
                "variables": properties(
                    *scripts, *guide, *pages.values(), *(sheets[other] for other in sheets if other != path)
                ),
            }
            for path, css in sheets.items()
        ],
    }
    # Node looks for packages from the folder in which it runs.
    answer = pack.run(
        pack.node(),
        "--input-type=module",
        "--eval",
        PURGE.read_text("utf-8"),
        input=json.dumps(asked),
        cwd=built.project.npm("purgecss").parent.parent,
    )
    renamed = {}
    for path, css in zip(sheets, json.loads(answer), strict=True):
        digest = hashlib.sha256(css.encode()).hexdigest()[:8]
        name = re.sub(r"\.[0-9a-f]{8}(?=\.min\.css$)", f".{digest}", path.name)
        path.unlink()
        path.with_name(name).write_text(css, "utf-8")
        renamed[f"{THEME}/{path.name}"] = f"{THEME}/{name}"
    for page, html in pages.items():
        told = html
        for before, after in renamed.items():
            told = told.replace(before, after)
        if told != html:
            page.write_text(told, "utf-8")


def used(pages: Collection[str], scripts: Iterable[str], sheets: Iterable[str] = ()) -> set[str]:
    """The words that call for a rule."""
    shown = {word for page in pages for word in words(page)}
    made = {word for script in scripts for word in words(script)}
    # A script may make a name of two parts: `tabbed-control--${side}`.
    begun = tuple(word for word in made if re.fullmatch(r"\w[\w-]{3,}[-_]", word))
    made |= {word for sheet in sheets for word in words(sheet) if word.startswith(begun)}
    unasked = [
        re.compile(names)
        for names, caller in FEATURES.items()
        if not any(re.search(caller, page) for page in pages)
    ]
    return (shown | {word for word in made if not any(names.fullmatch(word) for names in unasked)}) - COSTLY


def words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text)


def properties(*texts: str) -> list[str]:
    return sorted({name for text in texts for name in re.findall(r"--[\w-]+", text)})
