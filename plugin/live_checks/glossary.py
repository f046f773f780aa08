"""Some terms show their definition wherever they occur: the glossary's front matter says which, its list says what."""

from __future__ import annotations

import re

import yaml

FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
ENTRY = re.compile(
    r"^(?P<term>[^(\n]+?)(?: \(.+?\))? – .* \{ #(?P<id>[\w-]+) \}\n:   (?P<definition>.+)$", re.MULTILINE
)


def abbreviations(glossary: str) -> str:
    """Markdown that marks each chosen term, at the start of a sentence and within one."""
    front = FRONT_MATTER.match(glossary)
    chosen = yaml.safe_load(front[1]).get("tooltips", []) if front else []
    entries = {entry["id"]: entry for entry in ENTRY.finditer(glossary)}
    lines = []
    for name in chosen:
        term, definition = entries[name]["term"], entries[name]["definition"]
        lines += [f"*[{form}]: {definition}" for form in (term, term[0].lower() + term[1:])]
    return "\n".join(lines)
