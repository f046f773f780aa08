"""Lets readers keep the guide on their device: a service worker that knows every file of this very release.

``service-worker.js`` stands at the root of the site, whose folder is its scope. Its source is the folder service_worker/
beside this file, with Workbox in it. A site that does not offer it publishes one in its place that takes away what
readers kept.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from live_checks import headers
from live_checks.assets import digest
from live_checks.built import Built
from live_checks.project import Project
from live_checks.runtime import pack

WORKER = "service-worker.js"
SOURCES = Path(__file__).parent / "service_worker"
FALLBACK = "offline.html"
"""What a page is that is not kept, in every language."""
STAMP = '<meta name="guide-release" content="">'
"""In every page that can be kept: the build fills it in."""
SIZE = "SIZE"

SHARED = (
    *(
        "assets/stylesheets/*.css",
        "assets/javascripts/**/*.js",
        "assets/guide/**/*.js",
        "assets/guide/**/*.css",
    ),
    *("assets/guide/**/*.woff2", "assets/qbo-check/**/*.js", "assets/favicon.svg", FALLBACK),
    # The quickest backend; the others are for browsers in which it fails.
    *("assets/runtime/*/python.wasm", "assets/runtime/*/image-worker.js", "assets/runtime/*/egress.js"),
)


def write(built: Built) -> None:
    """After every page is finished. The size is written into the pages, and the release, before either is told."""
    if not built.options.offline:
        (built.site / WORKER).write_text(script(built.project, "unregister.js"), "utf-8")
        return
    shared = [path for pattern in SHARED for path in sorted(built.site.glob(pattern))]
    pages = {lang: precached(built, lang) for lang in built.languages}
    release = digest([*shared, *(path for paths in pages.values() for path in paths)])
    for lang, paths in pages.items():
        size = sum(path.stat().st_size for path in (*shared, *paths)) / 1e6
        told = f"{size:.1f}".replace(".", "," if lang == "fr" else ".")
        for path in paths:
            if path.suffix == ".html":
                html = path.read_text("utf-8").replace(STAMP, STAMP.replace('""', f'"{release}"'))
                path.write_text(re.sub(rf"{SIZE}(?=\sM)", told, html), "utf-8")
    guide = {
        "release": release,
        "fallback": FALLBACK,
        "shared": [entry(path, built.site) for path in shared],
        "pages": {lang: [entry(path, built.site) for path in paths] for lang, paths in pages.items()},
    }
    told = json.dumps(guide, ensure_ascii=False, separators=(",", ":"))
    (built.site / WORKER).write_text(f"globalThis.GUIDE={told};\n{script(built.project, WORKER)}", "utf-8")


def write_fallback(built: Built) -> None:
    if built.options.offline:
        (built.site / FALLBACK).write_text(built.templates.get_template(FALLBACK).render(), "utf-8")


def precached(built: Built, lang: str) -> list[Path]:
    """The pages of one language that bear a release, and what their search reads."""
    root = built.site / built.root(lang)
    others = [
        built.site / built.root(other) for other in built.languages if built.root(other) and other != lang
    ]
    pages = [
        path
        for path in sorted(root.rglob("*.html"))
        if not any(path.is_relative_to(other) for other in others) and STAMP in path.read_text("utf-8")
    ]
    return [*pages, *sorted(root.glob("search/*.json"))]


def entry(path: Path, site: Path) -> dict[str, Any]:
    """As Workbox takes it: where a file is, and what tells its content from another's, unless its address does."""
    url = path.relative_to(site).as_posix()
    hashed = url.startswith("assets/") and any(map(headers.named_by_hash, url.split("/")))
    page = url.removesuffix("index.html") if f"/{url}".endswith("/index.html") else url
    return {"url": page or "./", "revision": None if hashed else digest([path])}


@cache
def script(project: Project, name: str) -> str:
    return pack.bundle(
        project,
        str(SOURCES / name),
        "--format=iife",
        "--minify",
        # Without it, Workbox tells the console of each thing that it does.
        '--define:process.env.NODE_ENV="production"',
        cwd=project.root,
        # An installed package stands elsewhere than npm's: esbuild looks there too.
        env={"NODE_PATH": str(project.npm("esbuild").parent)},
    )
