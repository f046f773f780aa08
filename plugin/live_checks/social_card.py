"""Draws the image that social networks and messages show for a link to the guide, one for each language.

It shows what the guide does: an address with one character too many, and what the check says about it.
Fonts and colours are the site's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import qbo_checks
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from PIL import Image, ImageDraw, ImageFont
from qbo_checks.model import Language
from qbo_checks.portal import SANDBOX_URI

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "node_modules" / "@fontsource-variable"
STYLES = ROOT / "overrides" / "assets" / "styles" / "guide.css"

SIZE = (1200, 630)
"""What the networks ask for, and partials/social_meta.html tells them."""

# Drawn twice as large, then made smaller: edges come out smooth.
SCALE = 2
MARGIN = 72
WRONG = f"{SANDBOX_URI}/"


def colours() -> dict[str, str]:
    """The light colours, by the names that the style sheet gives them."""
    _, _, rest = STYLES.read_text("utf-8").partition("[data-md-color-scheme] {")
    return dict(re.findall(r"--([\w-]+): (#\w{6});", rest.partition("}")[0]))


def font(family: str, size: float, weight: int) -> ImageFont.FreeTypeFont:
    name = f"atkinson-hyperlegible-{family}"
    path = FONTS / name / "files" / f"{name}-latin-wght-normal.woff2"
    made = ImageFont.truetype(path, size * SCALE)
    made.set_variation_by_axes([weight])
    return made


def lines(text: str, worn: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    """The text broken at its spaces, never at a no-break space."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and worn.getlength(longer) > width * SCALE:
            yield line
            longer = word
        line = longer
    yield line


def draw(name: str, description: str, lang: Language) -> Image.Image:
    colour = colours()
    ink, ground, green = (colour[f"md-{part}"] for part in ("default-fg-color", "default-bg-color", "primary-fg-color"))  # fmt: skip
    error = colour["guide-error"]
    (finding,) = qbo_checks.run("redirect-uri", {"uri": WRONG, "environment": "sandbox"}, lang)["findings"]
    image = Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), ground)
    pen = ImageDraw.Draw(image)

    def scaled(*numbers: float) -> list[float]:
        return [number * SCALE for number in numbers]

    def write(x: float, y: float, text: str, worn: ImageFont.FreeTypeFont, fill: str = ink) -> None:
        """The text on its baseline."""
        pen.text((x * SCALE, y * SCALE), text, fill, worn, anchor="ls")

    # The sign of the guide, as in docs/assets/favicon.svg, and its name.
    pen.rounded_rectangle(scaled(MARGIN, 64, MARGIN + 60, 124), 13 * SCALE, green)
    tick = [MARGIN + 15, 96, MARGIN + 25.3, 106.2, MARGIN + 46, 82.8]
    pen.line(scaled(*tick), "#ffffff", 7 * SCALE, joint="curve")
    write(MARGIN + 80, 105, name, font("next", 32, 650))

    title = font("next", 60, 750)
    for row, line in enumerate(lines(description, title, SIZE[0] - 2 * MARGIN)):
        write(MARGIN, 208 + 70 * row, line, title)

    # The address, its last character marked as the page marks it: by shape as much as by colour.
    pen.rounded_rectangle(scaled(MARGIN, 392, SIZE[0] - MARGIN, 466), 8 * SCALE, colour["guide-inset"])
    code = font("mono", 28, 500)
    write(MARGIN + 20, 438, SANDBOX_URI, code)
    start = MARGIN + 20 + code.getlength(SANDBOX_URI) / SCALE
    end = start + code.getlength("/") / SCALE
    write(start + 4, 438, "/", font("mono", 28, 750), error)
    pen.rounded_rectangle(scaled(start, 407, end + 8, 451), 4 * SCALE, outline=error, width=3 * SCALE)

    worn = font("next", 28, 500)
    said = [*lines(f"{finding['message']} {finding['help']}", worn, SIZE[0] - 2 * MARGIN - 26)]
    pen.rectangle(scaled(MARGIN, 490, MARGIN + 6, 496 + 38 * len(said)), error)
    for row, line in enumerate(said):
        write(MARGIN + 26, 519 + 38 * row, line, worn)

    return image.resize(SIZE, Image.Resampling.LANCZOS)


named: dict[Language, tuple[str, str]] = {}


@event_priority(-200)  # after static-i18n, which chooses the language
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Runs once for each language."""
    lang: Language = "en" if config.theme["language"] == "en" else "fr"
    named[lang] = (config.site_name, config.site_description or "")
    return config


@event_priority(-200)  # after static-i18n, whose inner builds run this too
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    for lang, words in named.items():
        draw(*words, lang).save(Path(config.site_dir, "assets", f"preview-{lang}.png"), optimize=True)
