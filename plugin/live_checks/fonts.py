"""Copies the fonts from npm into the site, with the weights that the guide wears and no others.

Both are variable fonts from 200 to 800. Text is worn from regular to bold; what is written in code is worn
regular alone, and a browser makes the rare bold of it. That is 30 kB instead of 52, before any intent.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from live_checks.built import Built
from live_checks.project import Project

FONTS = "@fontsource-variable"
"""The scope of the fonts' packages on npm."""
WORN: dict[str, float | tuple[float, float]] = {
    "atkinson-hyperlegible-next": (400, 700),
    "atkinson-hyperlegible-mono": 400,
}
"""Both under the SIL Open Font License, whose text goes with them; neither reserves its name."""


def fitted(name: str, project: Project) -> Path:
    """The font with these weights only, made once for each version of it and of this file."""
    cache = project.cache("fonts")
    source = project.npm(FONTS) / name / "files" / f"{name}-latin-wght-normal.woff2"
    key = hashlib.sha256(source.read_bytes() + Path(__file__).read_bytes()).hexdigest()[:16]
    kept = cache / f"{name}-{key}.woff2"
    if not kept.exists():
        # Its own hour of making is kept: another would be another file for every reader.
        font = instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": WORN[name]})
        font.flavor = "woff2"
        cache.mkdir(parents=True, exist_ok=True)
        font.save(kept)
    return kept


def write(built: Built) -> None:
    folder = built.site / built.folders.guide / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for name in WORN:
        shutil.copy2(fitted(name, built.project), folder / f"{name}-latin.woff2")
        shutil.copy2(built.project.npm(FONTS) / name / "LICENSE", folder / f"{name}.LICENSE.txt")
