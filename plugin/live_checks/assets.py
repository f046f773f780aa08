"""Puts into the site what is never kept in git: Python's runtime, which plugin/live_checks/runtime/pack.py and workers.py make.

The runtime, the element and the guide's own looks stand in folders named by what they hold, so that a browser may
keep them for ever, and a page never meets the files of another build: it gets its own, or none, and then says so.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from live_checks import fonts
from live_checks.runtime import pack, workers

ASSETS = pack.ROOT / "overrides" / "assets"
ELEMENT = workers.ELEMENT
OF_THE_PAGE = sorted(
    path.name for path in ELEMENT.glob("*.js") if path.name not in {source.name for source in workers.SOURCES}
)
"""The element's scripts that run in the page itself."""
INLINE = (
    *("assets/trusted-types.js", "assets/storage.js", "assets/outdated.js"),
    *("assets/not-found.js", "assets/styles/not-found.css"),
)
"""What a page needs whatever became of the files beside it, and before it shows anything."""


def looks() -> dict[str, Path]:
    """The guide's own style sheet and scripts, by their path in the theme."""
    paths = (*ASSETS.glob("*.js"), *ASSETS.glob("styles/*.css"))
    return {f"assets/{path.relative_to(ASSETS).as_posix()}": path for path in paths}


def integrity(digest: str) -> str:
    """A SHA-256 digest as browsers take it: https://www.w3.org/TR/sri-2/#the-integrity-attribute."""
    return f"sha256-{b64encode(bytes.fromhex(digest)).decode()}"


def digest(paths: Iterable[Path]) -> str:
    """A name for what the files hold, and for what they are called."""
    held = hashlib.sha256()
    for path in sorted(paths):
        held.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return held.hexdigest()[:12]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Tell the templates where each is."""
    try:
        manifest = workers.manifest()
    except pack.PackError as error:
        raise PluginError(str(error)) from error
    config.extra["files"] = [
        {
            "name": file["name"],
            "size": file["size"],
            "integrity": integrity(file["sha256"]),
            "ways": file["ways"],
        }
        for file in manifest["files"]
    ]
    name = hashlib.sha256(json.dumps(manifest).encode()).hexdigest()[:12]
    config.extra["runtime"] = f"assets/runtime/{name}/"
    config.extra["element"] = f"assets/qbo-check/{digest(map(ELEMENT.joinpath, OF_THE_PAGE))}/"
    config.extra["guide"] = f"assets/guide/{digest((*looks().values(), *map(fonts.fitted, fonts.WORN)))}/"
    config.extra_css = [
        path.replace("assets/styles/", f"{config.extra['guide']}styles/") for path in config.extra_css
    ]
    return config


@event_priority(-200)  # after static-i18n, which makes files anew
def on_files(files: Files, config: MkDocsConfig) -> Files:
    ours = looks()
    for file in [file for file in files if file.src_uri in ours]:
        if file.src_uri in INLINE:
            files.remove(file)
        else:
            file.dest_uri = config.extra["guide"] + file.src_uri.removeprefix("assets/")
    return files


@event_priority(-200)  # after static-i18n, whose inner builds run this too
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    element = Path(config.site_dir, config.extra["element"])
    element.mkdir(parents=True, exist_ok=True)
    for name in OF_THE_PAGE:
        shutil.copyfile(ELEMENT / name, element / name)
    runtime = Path(config.site_dir, config.extra["runtime"])
    for made in (pack.packed(), workers.bundled()):
        shutil.copytree(made, runtime, dirs_exist_ok=True)
    (runtime / pack.MANIFEST).write_text(json.dumps(workers.manifest(), indent=1) + "\n", "utf-8")
