"""Takes comments, blanks and long names out of the scripts and styles that a page loads, and makes few scripts of many.

A reader downloads each byte, and asks for each file, before the first word is shown. `mkdocs serve` leaves them as they
are written.
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
    pages = [path.read_text("utf-8") for path in built.site.rglob("*.html")]
    # What the elements share stays one module, whichever of them a page holds.
    joined(built, element, pages, "--format=esm", "--external:./shared.js")
    # Some are read as modules and some are not: neither leaves a name behind.
    joined(built, guide, pages, "--format=iife")
    minified(built.project, guide, guide.glob("styles/*.css"))
    minified(built.project, workers, workers.glob("search-later.js"), "--format=iife")


def joined(built: Built, folder: Path, pages: list[str], *options: str) -> None:
    """Make one script of each that a page names and all that it imports; the others go."""
    scripts = set(folder.glob("*.js"))
    named = folder.relative_to(built.site).as_posix()
    loaded = {path for path in scripts if any(f"{named}/{path.name}" in page for page in pages)}
    minified(built.project, folder, loaded, "--bundle", *options)
    for part in scripts - loaded:
        part.unlink()


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
