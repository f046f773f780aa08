"""The pages' sources, as the tests of words read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(
    path.relative_to(DOCS / "fr").with_suffix("").as_posix() for path in (DOCS / "fr").rglob("*.md")
)

FENCE = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
NOT_PROSE = re.compile(r"`[^`]*`|\{[^{}\n]*\}|(?<=\])\([^)\s]*\)|<[^>\n]+>|https?://\S+")
CODE = re.compile(r"`[^`]*`")


def source(lang: str, page: str) -> str:
    return (DOCS / lang / f"{page}.md").read_text("utf-8")


def front(lang: str, page: str) -> dict[str, str]:
    matter: dict[str, str] = yaml.safe_load(source(lang, page).split("---\n", 2)[1])
    return matter


def body(lang: str, page: str) -> list[str]:
    """The lines of a page below its front matter, without fenced blocks."""
    return FENCE.sub("", source(lang, page).split("---\n", 2)[2]).splitlines()


def prose(lang: str, page: str) -> Iterator[str]:
    """The passages of a page: its description, then each line without code, addresses and attributes."""
    yield front(lang, page)["description"]
    for line in body(lang, page):
        if text := NOT_PROSE.sub("", line).strip():
            yield text.replace("\u00a0", " ")


# Headings, rows, items, terms, titles of boxes and tabs, abbreviations, HTML and what follows a name may be fragments.
FRAGMENT = re.compile(r"#|\||- |\d+\. |: {3}|!!!|\?\?\?|===|\*\[|<|\*\*[^*]+\*\*[^.]{0,60}:")
LINK = re.compile(r"(?:(?<=[.!?] )|^)(?:\[[^\]]*\](?:\([^)]*\))?(?:\{[^}]*\})?[ .,]*)+$")


def paragraphs(lang: str, page: str) -> Iterator[str]:
    """The lines that are made of sentences; what ends with a colon leads to a list, and a link by itself is a label."""
    lines = body(lang, page)
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        text = LINK.sub("", line.strip()).strip()
        if not text or FRAGMENT.match(text) or below.startswith(":   "):
            continue
        text = NOT_PROSE.sub("", CODE.sub("X", text)).replace("\u00a0", " ").strip()
        if not text.endswith(":"):
            yield re.sub(r"[*\[\]]", "", text)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", text)
