"""Where Codat and Intuit do not say the same, the guide says both, which to follow, and whence, with a date."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup, Tag

FOLLOW = {"fr": r"\bSuivez|Que faire", "en": r"\bFollow|What to do"}
DATED = {
    "fr": r"(?:lue?s?|mise? à jour) le \d{1,2} \w+ 20\d\d",
    "en": r"(?:read|updated) on \d{1,2} \w+ 20\d\d",
}
DISAGREEMENTS = ("launch-url", "disconnect-url", "who-may-connect")


def section(page: BeautifulSoup, name: str) -> list[Tag]:
    """What stands between a heading and the next one."""
    heading = page.find(id=name)
    assert isinstance(heading, Tag), name
    found: list[Tag] = []
    for tag in heading.find_next_siblings():
        if re.fullmatch("h[1-6]", tag.name):
            break
        found.append(tag)
    return found


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", DISAGREEMENTS)
def test_both_opinions_stand_with_their_sources_and_dates(
    html: dict[str, BeautifulSoup], name: str, lang: str
) -> None:
    tags = section(html[("en/" if lang == "en" else "") + "reference/index.html"], name)
    text = " ".join(" ".join(tag.get_text() for tag in tags).split())
    sources = {str(link["href"]) for tag in tags for link in tag.select("a[href^=http]")}
    assert re.search(FOLLOW[lang], text)
    assert len(sources) >= 2
    assert any("docs.codat.io" in source for source in sources)
    assert len(re.findall(DATED[lang], text)) >= 2
    if name != "who-may-connect":  # There, Codat disagrees with itself.
        assert any("developer.intuit.com" in source for source in sources)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_disagreement_is_told_where_the_reader_meets_it(
    html: dict[str, BeautifulSoup], lang: str
) -> None:
    pages = [
        html[("en/" if lang == "en" else "") + f"{name}/index.html"] for name in ("production", "review")
    ]
    told = {
        str(link["href"]).partition("#")[2]
        for page in pages
        for note in page.select(".admonition.info")
        for link in note.select("a[href*='#']")
        if re.search(FOLLOW[lang], note.get_text()) and len(re.findall(r"20\d\d", note.get_text())) >= 2
    }
    assert set(DISAGREEMENTS) <= told
