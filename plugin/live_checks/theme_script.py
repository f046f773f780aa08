"""Makes the script of Material anew, of its own modules, with what the guide's pages use: two thirds of its bytes.

Material publishes one minified script for whatever a page may hold, and it mounts everything at once: on a phone, that
blocks a page for a third of a second. Its source map holds the modules, as they were written; theme_script.mjs says
which are used, and when. A guide that asks for more than that keeps Material's own script.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection
from importlib.resources import files
from pathlib import Path

from live_checks.built import Built
from live_checks.project import Project
from live_checks.runtime import pack

SCRIPTS = "assets/javascripts"
ENTRY = Path(__file__).with_suffix(".mjs")
MODULES = "src/templates/assets/javascripts"
LIBRARY = "node_modules/rxjs/src/internal"
FEATURES = {
    *("content.code.copy", "content.tabs.link", "content.tooltips", "toc.follow"),
    # What templates alone do.
    *("content.action.edit", "content.action.view", "navigation.expand", "navigation.footer"),
    *("navigation.indexes", "navigation.path", "navigation.prune", "navigation.sections"),
}
COMPONENTS = {
    *("announce", "container", "content", "dialog", "header", "header-title", "header-topic", "logo", "main"),
    *("palette", "search", "search-query", "search-result", "sidebar", "skip", "toc"),
}
MORE = re.compile(
    # Annotations, diagrams, footnotes in tooltips, previews of links, states of pages.
    r'class="[^"]*(?<![\w-])(annotate|mermaid|md-status)(?![\w-])|\bdata-preview\b|data-md-color-media="\(prefers-color-scheme\)"'
    r'|"annotate": \{|"version": \{'
)
OBSERVABLES = re.compile(
    r"\b(alert|component|document|keyboard|location|print|progress|screen|tablet|target|viewport)\$"
)
"""What Material's script hands to a guide's own scripts."""


def write(built: Built) -> None:
    """The script gets another name, since it is kept for ever under it. Pages are told."""
    site = built.site
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    (bundle,) = (site / SCRIPTS).glob("bundle.*.min.js")
    scripts = (path.read_text("utf-8") for path in site.glob("assets/**/*.js") if path != bundle)
    if not suffices(pages.values(), [*scripts]):
        return
    made = script(built.project, bundle.name)
    name = f"bundle.{hashlib.sha256(made.encode()).hexdigest()[:8]}.min.js"
    bundle.unlink()
    bundle.with_name(name).write_text(made, "utf-8")
    for page, html in pages.items():
        if bundle.name in html:
            page.write_text(html.replace(bundle.name, name), "utf-8")
    # A class that Material's script puts where each browser knows a pseudo-class.
    for sheet in site.glob("assets/stylesheets/*.css"):
        sheet.write_text(sheet.read_text("utf-8").replace(".focus-visible", ":focus-visible"), "utf-8")


def suffices(pages: Collection[str], scripts: Collection[str]) -> bool:
    """Whether theme_script.mjs does all that the pages, and the guide's own scripts, ask Material's for."""
    features = {
        name
        for page in pages
        for names in re.findall(r'"features": (\[.*?\])', page)
        for name in json.loads(names)
    }
    components = {name for page in pages for name in re.findall(r'data-md-component="([\w-]+)"', page)}
    return (
        features <= FEATURES
        and components <= COMPONENTS
        and not any(map(MORE.search, pages))
        and not any(map(OBSERVABLES.search, [*pages, *scripts]))
    )


def script(project: Project, name: str) -> str:
    """The script, made of the modules of the one of that name."""
    source = (Path(str(files("material"))) / "templates" / SCRIPTS / f"{name}.map").read_text("utf-8")
    folder = project.cache("theme") / hashlib.sha256(source.encode()).hexdigest()[:12]
    if not folder.exists():
        unpack(json.loads(source), folder)
    entry = folder / ENTRY.name
    entry.write_bytes(ENTRY.read_bytes())
    return pack.esbuild(
        project,
        entry.name,
        "--bundle",
        "--minify",
        "--format=iife",
        "--jsx-factory=h",
        "--loader:.css=text",
        f"--alias:~=./{MODULES}",
        f"--alias:rxjs=./{LIBRARY}/../index.ts",
        "--alias:clipboard=./node_modules/clipboard/dist/clipboard.js",
        "--alias:escape-html=./node_modules/escape-html/index.js",
        cwd=folder,
    )


def unpack(source_map: dict[str, list[str]], folder: Path) -> None:
    """Write each module where its imports look for it, and the lists of modules, of which a source map tells nothing."""
    part = folder.with_suffix(".part")
    for name, content in zip(source_map["sources"], source_map["sourcesContent"], strict=True):
        path = part / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    for above in sorted((part / MODULES).rglob("*/"), reverse=True):
        listed = sorted(path.name for path in above.iterdir() if path.is_dir())
        if not [*above.glob("index.ts*")]:
            above.joinpath("index.ts").write_text(
                "".join(f'export * from "./{name}";\n' for name in listed), "utf-8"
            )
    library = part / LIBRARY
    # Of two of the same name, RxJS calls the operator by another one.
    observables = {path.stem: f"observable/{path.stem}" for path in library.glob("observable/*.ts")}
    operators = {path.stem: f"operators/{path.stem}" for path in library.glob("operators/*.ts")}
    rest = {
        path.stem: path.relative_to(library).with_suffix("").as_posix()
        for path in (*library.glob("*.ts"), *library.glob("scheduler/*.ts"), library / "util/identity.ts")
    }
    exported = (rest | operators | observables).values()
    library.with_name("index.ts").write_text(
        "".join(f'export * from "./internal/{name}";\n' for name in exported), "utf-8"
    )
    # None does anything by being read: what nobody imports is left out.
    (part / "package.json").write_text('{"sideEffects": false}\n', "utf-8")
    part.rename(folder)
