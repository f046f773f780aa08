"""Says over each step where the reader is: its stage, its number, where it takes place and how long it takes.

A page's front matter names its steps by the ids of their headings, in order:

    steps:
      - {id: find-your-development-keys, at: Intuit portal, time: 5 min}

The line is no heading and no text of the section before: the table of contents and the search leave it out.
"""

from __future__ import annotations

import re
from html import escape

NUMBERED = {"fr": "étape {number} sur {count}", "en": "step {number} of {count}"}


def placed(html: str, steps: list[dict[str, str]], stage: str, lang: str) -> tuple[str, list[str]]:
    """The page with a line before the heading of each step, and the ids that no heading has."""
    missing = []
    for number, step in enumerate(steps, 1):
        heading = re.compile(rf'<h2 id="{re.escape(step["id"])}"')
        parts = (stage, NUMBERED[lang].format(number=number, count=len(steps)), step["at"], step["time"])
        line = f'<p class="step" data-search-exclude>{escape(" · ".join(parts), quote=False)}</p>\n'
        if found := heading.search(html):
            html = html[: found.start()] + line + html[found.start() :]
        else:
            missing.append(step["id"])
    return html, missing
