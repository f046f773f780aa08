"""What axe-core finds in a page, or in a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that the scheme decides, which are looked at in each; all others find the same in both."""
SCHEMES = ("slate", "default")
"""Material's names of the dark one and of the light one."""

SWITCH = """(scheme) => {
  document.body.dataset.mdColorScheme = scheme;
  getComputedStyle(document.body).color; // Which begins the transitions that the next line ends.
  for (const transition of document.getAnimations()) transition.finish();
}"""


# What is laid out only as it comes into view has no size of its own before, and axe would measure none.
LAID_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(":not([hidden]) { content-visibility: visible !important }");
  document.adoptedStyleSheets.push(sheet);
}"""


def violations(page: Page, part: str = "html", schemes: Sequence[str] = SCHEMES) -> list[Any]:
    """Each rule that is broken, with the elements: all rules in the first scheme, those about colours in the others."""
    page.evaluate(AXE)
    page.evaluate(LAID_OUT)
    found: list[Any] = []
    for number, scheme in enumerate(schemes):
        page.evaluate(SWITCH, scheme)
        # Of what passes, one element for each rule is enough: none of it is looked at.
        options = {"runOnly": COLOURS if number else RULES, "resultTypes": ["violations"]}
        found += page.evaluate(
            """([part, options]) => axe.run(part, options).then(({ violations }) =>
              violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]))""",
            [part, options],
        )
    return found
