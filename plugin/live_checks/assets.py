"""Puts into the site what is never kept in git: Python's runtime, which plugin/live_checks/runtime/pack.py and workers.py make.

The runtime, the element and the guide's own looks stand in folders named by what they hold, so that a browser may
keep them for ever, and a page never meets the files of another build: it gets its own, or none, and then says so.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from base64 import b64encode
from collections.abc import Container, Iterable
from pathlib import Path
from typing import Any

from live_checks import fonts, minify
from live_checks.built import Built, Folders
from live_checks.project import Project
from live_checks.runtime import pack, workers
from live_checks.runtime.pack import ELEMENT

OF_THE_PAGE = sorted(
    path.name for path in ELEMENT.glob("*.js") if path.name not in {source.name for source in workers.SOURCES}
)
"""The element's scripts that run in the page itself."""
INLINE = (
    *("assets/trusted-types.js", "assets/storage.js", "assets/start-early.js", "assets/outdated.js"),
    *("assets/not-found.js", "assets/styles/not-found.css"),
)
"""What a page needs whatever became of the files beside it, and before it shows anything."""


def theme_assets(project: Project) -> dict[str, Path]:
    """The guide's own style sheet and scripts, by their path in the theme."""
    paths = (*project.theme.glob("assets/*.js"), *project.theme.glob("assets/styles/*.css"))
    return {path.relative_to(project.theme).as_posix(): path for path in paths}


def integrity(digest: str) -> str:
    """A SHA-256 digest as browsers take it: https://www.w3.org/TR/sri-2/#the-integrity-attribute."""
    return f"sha256-{b64encode(bytes.fromhex(digest)).decode()}"


def digest(paths: Iterable[Path]) -> str:
    """A name for what the files hold, and for what they are called, wherever they lie."""
    held = hashlib.sha256()
    for name, content in sorted((path.name, hashlib.sha256(path.read_bytes()).digest()) for path in paths):
        held.update(name.encode() + b"\0" + content)
    return held.hexdigest()[:12]


def files(project: Project) -> list[dict[str, Any]]:
    """What the page is told of each file of the runtime, to ask for it and to verify it."""
    return [
        {
            "name": file["name"],
            "size": file["size"],
            "integrity": integrity(file["sha256"]),
            "backends": file["backends"],
        }
        for file in workers.manifest(project)["files"]
    ]


def folders(project: Project) -> Folders:
    """Where each will be."""
    runtime = hashlib.sha256(json.dumps(workers.manifest(project)).encode()).hexdigest()[:12]
    subsets = [fonts.subset_font(name, project) for name in fonts.SUBSETS]
    tools = minify.made_with(project)
    return Folders(
        runtime=f"assets/runtime/{runtime}/",
        element=f"assets/qbo-check/{digest((*map(ELEMENT.joinpath, OF_THE_PAGE), *tools))}/",
        guide=f"assets/guide/{digest((*theme_assets(project).values(), *subsets, *tools))}/",
    )


def served_as(path: str, ours: Container[str], folders: Folders) -> str | None:
    """Where a file of the theme is published, or nothing where it is written into the pages themselves."""
    if path not in ours:
        return path
    return None if path in INLINE else folders.guide + path.removeprefix("assets/")


def write(built: Built) -> None:
    element = built.site / built.folders.element
    element.mkdir(parents=True, exist_ok=True)
    for name in OF_THE_PAGE:
        shutil.copyfile(ELEMENT / name, element / name)
    runtime = built.site / built.folders.runtime
    for made in (pack.packed(built.project), workers.bundled(built.project)):
        shutil.copytree(made, runtime, dirs_exist_ok=True)
    manifest = json.dumps(workers.manifest(built.project), indent=1)
    (runtime / pack.MANIFEST).write_text(f"{manifest}\n", "utf-8")
