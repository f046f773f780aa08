"""Draws the image that social networks and messages show for a link to the guide, one for each language.

It shows what the guide does: an address with one character too many, and what the check says about it.
Fonts and colours are the site's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from PIL import Image, ImageDraw, ImageFont

from live_checks import rules
from live_checks.built import Built, Card
from live_checks.fonts import FONTS
from live_checks.project import Project

SIZE = (1200, 630)
"""What the networks ask for, and partials/social_meta.html tells them."""

# Drawn twice as large, then made smaller: edges come out smooth.
SCALE = 2
MARGIN = 72


def colours(project: Project) -> dict[str, str]:
    """The light colours, by the names that the style sheet gives them."""
    _, _, rest = (
        (project.theme / "assets" / "styles" / "guide.css")
        .read_text("utf-8")
        .partition("[data-md-color-scheme] {")
    )
    return dict(re.findall(r"--([\w-]+): (#\w{6});", rest.partition("}")[0]))


def font(project: Project, family: str, size: float, weight: int) -> ImageFont.FreeTypeFont:
    name = f"atkinson-hyperlegible-{family}"
    path = project.npm(FONTS) / name / "files" / f"{name}-latin-wght-normal.woff2"
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


def draw(project: Project, card: Card, name: str, description: str, lang: str) -> Image.Image:
    colour = colours(project)
    worn_at = partial(font, project)
    pasted = card.fields[card.field]
    ink, ground, green = (colour[f"md-{part}"] for part in ("default-fg-color", "default-bg-color", "primary-fg-color"))  # fmt: skip
    error = colour["guide-error"]
    (finding,) = rules.run(card.check, card.fields, lang)["findings"]
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
    write(MARGIN + 80, 105, name, worn_at("next", 32, 650))

    title = worn_at("next", 60, 750)
    for row, line in enumerate(lines(description, title, SIZE[0] - 2 * MARGIN)):
        write(MARGIN, 208 + 70 * row, line, title)

    # The address, its last character marked as the page marks it: by shape as much as by colour.
    pen.rounded_rectangle(scaled(MARGIN, 392, SIZE[0] - MARGIN, 466), 8 * SCALE, colour["guide-inset"])
    code = worn_at("mono", 28, 500)
    right, wrong = pasted[:-1], pasted[-1]
    write(MARGIN + 20, 438, right, code)
    start = MARGIN + 20 + code.getlength(right) / SCALE
    end = start + code.getlength(wrong) / SCALE
    write(start + 4, 438, wrong, worn_at("mono", 28, 750), error)
    pen.rounded_rectangle(scaled(start, 407, end + 8, 451), 4 * SCALE, outline=error, width=3 * SCALE)

    worn = worn_at("next", 28, 500)
    said = [*lines(f"{finding['message']} {finding['help']}", worn, SIZE[0] - 2 * MARGIN - 26)]
    pen.rectangle(scaled(MARGIN, 490, MARGIN + 6, 496 + 38 * len(said)), error)
    for row, line in enumerate(said):
        write(MARGIN + 26, 519 + 38 * row, line, worn)

    return image.resize(SIZE, Image.Resampling.LANCZOS)


def write(built: Built) -> None:
    """One image for each language, where the guide says what to show."""
    if built.options.card:
        for lang, (name, description) in built.names.items():
            image = draw(built.project, built.options.card, name, description, lang)
            image.save(built.site / "assets" / f"preview-{lang}.png", optimize=True)
