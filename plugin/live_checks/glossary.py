"""Some terms show their definition wherever they occur: the glossary's front matter says which, its list says what."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

GLOSSARY = "glossary.md"
ENTRY = re.compile(
    r"^(?P<term>[^(\n]+?)(?: \(.+?\))? – .* \{ #(?P<id>[\w-]+) \}\n:   (?P<definition>.+)$", re.MULTILINE
)


def abbreviations(glossary: str) -> str:
    """Markdown that marks each chosen term, at the start of a sentence and within one."""
    body, front = meta.get_data(glossary)
    entries = {entry["id"]: entry for entry in ENTRY.finditer(body)}
    lines = []
    for name in front["tooltips"]:
        term, definition = entries[name]["term"], entries[name]["definition"]
        lines += [f"*[{form}]: {definition}" for form in (term, term[0].lower() + term[1:])]
    return "\n".join(lines)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    glossary = files.get_file_from_path(GLOSSARY)
    if page.file.src_uri == GLOSSARY or glossary is None or glossary.abs_src_path is None:
        return markdown
    return f"{markdown}\n\n{abbreviations(Path(glossary.abs_src_path).read_text('utf-8'))}\n"
