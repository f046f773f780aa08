"""The link to whoever keeps the guide: where it leads, and what it says."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from live_checks import feedback
from live_checks.project import BuildError

ADDRESS = "https://guide.example/docs/qbo/en/sandbox/"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    ("to", "begins", "title", "body"),
    [
        ("", "mailto:?", "subject", "body"),
        ("docs@guide.example", "mailto:docs@guide.example?", "subject", "body"),
        ("docs+qbo@guide.example", "mailto:docs%2Bqbo@guide.example?", "subject", "body"),
        ("https://github.com/o/r", "https://github.com/o/r/issues/new?", "title", "body"),
        ("https://github.com/o/r/", "https://github.com/o/r/issues/new?", "title", "body"),
        ("https://codeberg.org/o/r", "https://codeberg.org/o/r/issues/new?", "title", "body"),
        ("https://gitlab.com/o/p/r", "https://gitlab.com/o/p/r/-/issues/new?", "issue[title]", "issue[description]"),
        ("https://gitlab.guide.example/o/r", "https://gitlab.guide.example/o/r/-/issues/new?", "issue[title]", "issue[description]"),
        ("https://bitbucket.org/o/r", "https://bitbucket.org/o/r/issues/new?", "title", "content"),
    ],
)  # fmt: skip
def test_each_kind_of_address_is_asked_in_its_own_words(
    to: str, begins: str, title: str, body: str, lang: str
) -> None:
    made = feedback.link(to, "L’essai & moi", ADDRESS, lang)
    assert made.startswith(begins)
    assert re.fullmatch(r"[!-~]+", made)
    assert "+" not in made
    asked = parse_qs(urlsplit(made).query, strict_parsing=True)
    assert {*asked} == {title, body}
    assert "L’essai & moi" in asked[title][0]
    for told in (ADDRESS, feedback.VERSION, {"fr": "fr-CA", "en": "Language: en"}[lang]):
        assert told in asked[body][0]
    # What the script adds to the address stands at the end of the body.
    assert parse_qs(urlsplit(f"{made}keys.empty").query)[body][0].endswith(" keys.empty")


@pytest.mark.parametrize(
    "to", ["github.com/o/r", "http://github.com/o/r", "javascript:alert(1)", "a b@c.example", "https:///x"]
)
def test_what_is_no_address_is_refused(to: str) -> None:
    with pytest.raises(BuildError, match="neither a repository"):
        feedback.link(to, "Page", ADDRESS, "en")


def test_each_page_has_the_link_and_the_version(html: dict[str, BeautifulSoup]) -> None:
    for name, page in html.items():
        if name.endswith("404.html"):
            continue
        (link,) = page.select("article .page-foot a[data-report]")
        (canonical,) = page.select("link[rel=canonical]")
        said = str(parse_qs(urlsplit(str(link["href"])).query))
        assert str(canonical["href"]) in said, name
        (version,) = page.select('.md-copyright a[href*="#version-"]')
        assert version.get_text() == f"Version {feedback.VERSION}"
