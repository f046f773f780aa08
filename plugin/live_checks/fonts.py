"""Copies the fonts from npm into the site, with the weights and the characters that the guide uses and no others.

Both are variable fonts from 200 to 800. Text is set from regular to bold; what is written in code is set in
regular alone, and a browser makes the rare bold of it. They hold the letters and the signs of French and English,
and the one for text those of its neighbours' names. What else a reader pastes, and what neither font has (arrows,
ticks), the system draws. That is 23 kB instead of 52, before any intent.
"""

from __future__ import annotations

import hashlib
import shutil
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from live_checks.built import Built
from live_checks.project import Project

FONTS = "@fontsource-variable"
"""The scope of the fonts' packages on npm."""
ASCII = "".join(map(chr, range(0x20, 0x7F)))
FRENCH = "àâäçéèêëîïôöùûüÿæœÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆŒ«»…’–—\u00a0"
OTHERS = "áíóúñãõåøßÁÍÓÚÑÃÕÅØ“”‘„\u2039\u203a•·×±°©®™€£§½¶ªº"
"""In the names that readers paste, and the signs that only a text has."""


class Subset(NamedTuple):
    weights: float | tuple[float, float]
    characters: str


SUBSETS = {
    "atkinson-hyperlegible-next": Subset((400, 700), ASCII + FRENCH + OTHERS),
    "atkinson-hyperlegible-mono": Subset(400, ASCII + FRENCH),
}
"""Both under the SIL Open Font License, whose text goes with them; neither reserves its name."""
FEATURES = ["kern", "ccmp", "locl"]
"""Of the fonts' layout: pairs, and letters with accents that are pasted in two parts."""


def subset_font(name: str, project: Project) -> Path:
    """The font with these weights only, made once for each version of it and of this file."""
    cache = project.cache("fonts")
    source = project.npm(FONTS) / name / "files" / f"{name}-latin-wght-normal.woff2"
    key = hashlib.sha256(source.read_bytes() + Path(__file__).read_bytes()).hexdigest()[:16]
    kept = cache / f"{name}-{key}.woff2"
    if not kept.exists():
        # Its own hour of making is kept: another would be another file for every reader.
        font = instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": SUBSETS[name].weights})
        whole = BytesIO()
        font.save(whole)
        # Read again: what one tool has put off doing, the next takes for lost.
        font = TTFont(whole, recalcTimestamp=False)
        # The few bytes of hinting stay: without them a system may hint by itself, and letters take other widths.
        options = subset.Options(layout_features=FEATURES, glyph_names=False)
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=SUBSETS[name].characters)
        subsetter.subset(font)
        font.flavor = "woff2"
        cache.mkdir(parents=True, exist_ok=True)
        font.save(kept)
    return kept


def write(built: Built) -> None:
    folder = built.site / built.folders.guide / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for name in SUBSETS:
        shutil.copy2(subset_font(name, built.project), folder / f"{name}-latin.woff2")
        shutil.copy2(built.project.npm(FONTS) / name / "LICENSE", folder / f"{name}.LICENSE.txt")
