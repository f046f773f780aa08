"""Takes comments, blanks and long names out of the scripts and styles that a page loads, and makes one script of its small ones.

A reader downloads each byte, and asks for each file, before the first word is shown. `mkdocs serve` leaves them as they
are written. The element's scripts stay files of their own: what readers compare is named as its source is.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from live_checks.built import Built
from live_checks.project import Project
from live_checks.runtime import pack


def made_with(project: Project) -> tuple[Path, ...]:
    """What changes the files besides their sources: the names of their folders tell of it too."""
    return Path(__file__), Path(pack.__file__), project.npm("esbuild") / "package.json"


def write(built: Built) -> None:
    element, guide, workers = (
        built.site / path
        for path in (built.folders.element, built.folders.guide, "assets/javascripts/workers")
    )
    minified(built.project, element, element.glob("*.js"), "--format=esm")
    pages = [path.read_text("utf-8") for path in built.site.rglob("*.html")]
    scripts = set(guide.glob("*.js"))
    loaded = {path for path in scripts if any(built.folders.guide + path.name in page for page in pages)}
    # Some are read as modules and some are not: neither leaves a name behind.
    minified(built.project, guide, loaded, "--format=iife", "--bundle")
    for part in scripts - loaded:
        part.unlink()
    minified(built.project, guide, guide.glob("styles/*.css"))
    minified(built.project, workers, workers.glob("search-later.js"), "--format=iife")


def minified(project: Project, folder: Path, paths: Iterable[Path], *options: str) -> None:
    """Write the scripts or the sheets of a folder anew."""
    sources = sorted(map(str, paths))
    if not sources:
        return
    pack.esbuild(
        project,
        *sources,
        "--minify",
        *options,
        f"--outbase={folder}",
        f"--outdir={folder}",
        "--allow-overwrite",
    )
