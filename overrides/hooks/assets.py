"""Copies into the site what is never kept in git: Python's runtime (runtime/pack.py) and the fonts."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "node_modules" / "@fontsource-variable"

sys.path.insert(0, str(ROOT / "runtime"))

import pack

WORN = ("atkinson-hyperlegible-next", "atkinson-hyperlegible-mono")
"""Both under the SIL Open Font License, whose text goes with them."""


@event_priority(-200)  # after static-i18n, whose inner builds run this too
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    assets = Path(config.site_dir, "assets")
    try:
        shutil.copytree(pack.packed(), assets / "runtime", dirs_exist_ok=True)
    except pack.PackError as error:
        raise PluginError(str(error)) from error
    (assets / "fonts").mkdir(exist_ok=True)
    for font in WORN:
        shutil.copy2(FONTS / font / "files" / f"{font}-latin-wght-normal.woff2", assets / "fonts")
        shutil.copy2(FONTS / font / "LICENSE", assets / "fonts" / f"{font}.LICENSE.txt")
    # MkDocs takes every .html of a theme for a template.
    shutil.copy2(ROOT / "overrides" / "assets" / "qbo-check" / "frame.html", assets / "qbo-check")
