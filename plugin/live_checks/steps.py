"""Says where the reader is: over each step its stage, its number, where it takes place and how long it takes.

A page's front matter names its steps by the ids of their headings, in order:

    steps:
      - {id: find-your-development-keys, at: Intuit portal, time: 5 min}

The line is no heading and no text of the section before: the table of contents and the search leave it out. A stage
that is an environment is marked as such (``environment`` in the front matter), as are the tabs that choose one.
"""

from __future__ import annotations

import re
from html import escape

ENVIRONMENTS = {"Bac à sable": "sandbox", "Sandbox": "sandbox", "Production": "production"}
TAB = re.compile(rf'(<label for="__tabbed_\d+_\d+")>({"|".join(ENVIRONMENTS)})<')
NUMBERED = {"fr": "étape {number} sur {count}", "en": "step {number} of {count}"}


def placed(
    html: str, steps: list[dict[str, str]], stage: str, lang: str, environment: str = ""
) -> tuple[str, list[str]]:
    """The page with a line before the heading of each step, and the ids that no heading has."""
    missing = []
    tag = escape(stage, quote=False)
    if environment:
        tag = f'<span class="guide-tag" data-environment="{environment}">{tag}</span>'
    for number, step in enumerate(steps, 1):
        heading = re.compile(rf'<h2 id="{re.escape(step["id"])}"')
        parts = (NUMBERED[lang].format(number=number, count=len(steps)), step["at"], step["time"])
        said = escape(" · ".join(parts), quote=False)
        line = f'<p class="step" data-search-exclude>{tag} · {said}</p>\n'
        if found := heading.search(html):
            html = html[: found.start()] + line + html[found.start() :]
        else:
            missing.append(step["id"])
    return html, missing


def mark_environments(html: str) -> str:
    """The page with each tab that chooses an environment marked as such."""
    return TAB.sub(lambda found: f'{found[1]} data-environment="{ENVIRONMENTS[found[2]]}">{found[2]}<', html)
