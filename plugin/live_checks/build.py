"""What happens between the pages that MkDocs has written and the site that is published, from top to bottom."""

from __future__ import annotations

from collections.abc import Callable

from live_checks import (
    assets,
    changes,
    compress,
    embedding,
    fonts,
    headers,
    language_archive,
    languages,
    minify,
    offline,
    old_addresses,
    pdf,
    policy,
    sbom,
    schema,
    social_card,
    theme_script,
    unused_styles,
)
from live_checks.built import Built

STEPS: tuple[Callable[[Built], None], ...] = (
    languages.write_search,  # One index for each language.
    schema.write,
    changes.write,
    assets.write,  # Python, and the element that asks it.
    compress.start,
    social_card.write,
    fonts.write,
    embedding.write,
    old_addresses.write,
    offline.write_fallback,
    minify.write,
    theme_script.write,
    unused_styles.write,  # Every page and script is there that may call for a style.
    headers.write,  # Every page is there; none has its policy yet, which a header needs not repeat.
    pdf.write,
    policy.write,
    offline.write,  # The last word on the pages: it names what each holds.
    sbom.write_licences,
    compress.write,
    sbom.write,  # Names every file, the compressed ones too.
    compress.write,  # The bill, which cannot name itself.
    language_archive.write,  # Holds them, and the bill.
)
PUBLISHED = {
    minify.write,
    theme_script.write,
    unused_styles.write,
    headers.write,
    policy.write,
    offline.write,
    compress.start,
    compress.write,
}
"""Not under `mkdocs serve`, which sends nothing compressed, shows scripts and styles as they are written, and puts a
script into each page as it sends it, which changes with every build: no policy."""


def after_pages(built: Built, *, serving: bool) -> None:
    for step in STEPS:
        if not (serving and step in PUBLISHED):
            step(built)
