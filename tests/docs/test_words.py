"""What the pages may not say: words with two senses, English from French, history out of its place, empty tabs.

Each rule is read in the sources of the pages, without their code. The rules of PLAIN are those of whatever else is
read too (tests/support/wording.py); the typography of all of it is in tests/site/test_typography.py.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import qbo_checks
import yaml
from bs4 import BeautifulSoup
from pages import PAGES, prose, source, words
from wording import PLAIN, Rule, unquoted

FACTS = yaml.safe_load((Path(__file__).parents[2] / "docs" / "facts.yaml").read_text("utf-8"))["facts"]
STAGES = ("sandbox", "review", "production")
HISTORY = ("reference", "glossary")
"""Where what a label was called may be told."""

RULES = (
    *PLAIN,
    Rule("connecter without what is connected", "fr", r"^#+ [^{]*\bconnecter(?:$|[ ?:])(?! ?(?:l’|la |le |les |un|votre|vos ))", "## Qui peut connecter l’application?", "## Qui peut connecter"),
    Rule("adresse, where it is a URL", "fr", r"^(?!.*(?:adresses? IP|adresse de courriel|CIDR)).*(?<!s’)\badresses?\b.*", "Vos adresses IP.", "Vos adresses publiques."),
    Rule("address, where it is a URL", "en", r"^(?!.*(?:IP address|email address|CIDR)).*\b[Aa]ddress(?:es)?\b.*", "Your IP addresses.", "Your public addresses."),
    Rule("a tab without an answer", "en", r"(?i)nothing to do here|not here,|not yet:", "There’s nothing to enter.", "Nothing to do here: see below."),
    Rule("a tab without an answer, in French", "fr", r"(?i)rien à faire ici|pas ici\b", "Il n’y a rien à entrer.", "Pas ici, et pas encore."),
    Rule("a pronoun for what is far away", "fr", r"\bSautez cette section\b|\bsi vous l’avez activée\b", "Si vous avez déjà activé l’intégration, passez à la suite.", "Sautez cette section si vous l’avez activée."),
    Rule("history out of its place", "en", r"\b[Ff]ormerly\b|\bused to be\b", "Select **App dashboard**.", "**App dashboard** (formerly **Dashboard**).", HISTORY),
    Rule("history out of its place, in French", "fr", r"\b[Aa]utrefois\b|\bs’appelait\b", "Sélectionnez **App dashboard**.", "**App dashboard** (autrefois **Dashboard**).", HISTORY),
    Rule("a year without its day", "en", r"\b(?:read|updated) in 20\d\d\b", "Read on 28 November 2026.", "Undated, read in 2026."),
    Rule("a year without its day, in French", "fr", r"\b(?:lue?s?|relue?s?|mise? à jour) en 20\d\d\b", "Lue le 28 novembre 2026.", "Sans date, relue en 2026."),
    Rule("a link to a step by its number", "en", r"\[[^\]]*\bsteps? \d", "Repeat from step 2; [the test](#test).", "See [step 10](#create)."),
    Rule("a link to a step by its number, in French", "fr", r"\[[^\]]*\bétapes? \d", "Recommencez à l’étape 2.", "Comme à [l’étape 10](#creer)."),
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_the_rule_tells_right_from_wrong(rule: Rule) -> None:
    assert not rule.faults(unquoted(rule.right))
    assert rule.faults(unquoted(rule.wrong))


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_no_page_breaks_the_rule(rule: Rule) -> None:
    passages = [(page, passage) for page in PAGES for passage in prose(rule.lang, page)]
    # What each page says at its end.
    passages += [(fact["id"], fact["says"][rule.lang]) for fact in FACTS]
    broken = [
        f"{page}: …{fault}…"
        for page, passage in passages
        if page not in rule.but
        for fault in rule.faults(unquoted(passage))
    ]
    assert not broken, "\n".join(["", *broken])


CONTRACTION = re.compile(
    r"\w(?:n’t|’(?:re|ve|ll|d|s(?= (?:a|an|the|not|only|one|no|easy|also|simplest|left|wrong|off|full|optional|stated|that)\b)))\b"
)
TERSE = ("glossary", "reference")
"""Tables and definitions, which leave sentences out; one in 300 words is asked of them."""


def contractions(lang: str, page: str) -> tuple[int, int]:
    text = " ".join(prose(lang, page))
    return len(CONTRACTION.findall(text)), len(words(text))


@pytest.mark.parametrize("page", [page for page in PAGES if not page.startswith("codes/")])
def test_english_is_contracted_as_people_speak(page: str) -> None:
    found, of = contractions("en", page)
    assert found >= of // (300 if page in TERSE else 150), (found, of)


def test_contractions_are_found() -> None:
    assert CONTRACTION.findall("It isn’t there; it’s a key that you’ll copy.")
    assert not CONTRACTION.findall("Codat’s page, and Intuit’s own.")


# How many words a page of steps may have, without figures, code and checks.
MAX_WORDS = 1200


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("page", STAGES)
def test_a_page_of_steps_is_short(lang: str, page: str) -> None:
    assert len(words(" ".join(prose(lang, page)))) < MAX_WORDS


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_fact_of_a_table_has_its_source(html: dict[str, BeautifulSoup], lang: str) -> None:
    """Each row of the tables that name a source ends with a link to it, or the page is the source."""
    page = html[("en/" if lang == "en" else "") + "reference/index.html"]
    rows = [
        row
        for table in page.select("table")
        if re.match("Source|Éditeur|Publisher", table.select("th")[-1].get_text())
        or table.select("th")[0].get_text() == "Page"
        for row in table.select("tbody tr")
    ]
    assert len(rows) > 20
    for row in rows:
        assert row.select("a[href^=http]"), row.get_text()
        assert re.search(r"20\d\d", row.select("td")[-1].get_text()), row.get_text()


LABEL = re.compile(r"\*\*([^*\n]+)\*\*\{ lang=en \}")
NO_LABELS = {"United Kingdom of Great Britain and Northern Ireland", "realm ID", "workspace"}
"""What is in bold, in English, and on no button: a country's name, two terms."""


@pytest.mark.parametrize("page", PAGES)
def test_every_label_is_explained_or_listed(page: str) -> None:
    """A label is in bold where a reader meets it; the glossary or the reference says what it is."""
    known = {label for name in HISTORY for label in LABEL.findall(source("fr", name))}
    assert {*LABEL.findall(source("fr", page))} - known <= NO_LABELS


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_causes_of_a_symptom_are_those_of_the_check(lang: str) -> None:
    """Under a symptom whose id is a code's, the page lists the check's causes, or leads to them."""
    text = source(lang, "troubleshooting")
    parts = re.split(r"^#+ .*\{ #([\w-]+) \}$", text, flags=re.MULTILINE)[1:]
    below = dict(zip(parts[::2], parts[1::2], strict=True))
    rules = qbo_checks.load("error-message").rules
    shown = 0
    for name, rule in rules.items():
        if (
            name not in below
            or len(rule.causes) < 2
            or name in {"connection-problem", "experiencing-problems"}
        ):
            continue
        code = f"error-message.{name}"
        assert f"code: {code}\n" in below[name] or f"#{code})" in below[name], name
        shown += 1
    assert shown >= 5
