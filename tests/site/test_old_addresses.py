"""The addresses of the guide that this one grew from lead to the right place in the right language."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
import qbo_checks
from bs4 import BeautifulSoup

FOLDER = "integrations/accounting/quickbooksonline"
ORIGIN = "http://site.test/"
LANGUAGES = [("fr", "fr-ca/", ""), ("en", "", "en/")]

PAGES = {
    "accounting-quickbooksonline": "",
    "accounting-quickbooksonline-new-setup": "setup/",
    "faq-quickbooks-online": "troubleshooting/",
    "qbo-app-assessment-questionnaire": "questionnaire/",
    "quickbooks-online-integration-reference": "reference/",
}

# The headings of the old pages that this guide also speaks of, and where. A fragment was made of the words.
HEADINGS = [
    ("accounting-quickbooksonline-new-setup", old, new)
    for new, *known in [
        (
            "setup/#quickbooks-online-environments",
            "QuickBooks Online environments",
            "Environnements QuickBooks Online",
        ),
        (
            "sandbox/#create-a-quickbooks-online-app-configured-for-sandbox",
            "Create a QuickBooks Online app configured for sandbox",
            "Créer une application QuickBooks Online configurée pour le sandbox",
        ),
        ("sandbox/#next-steps-sandbox", "Next steps", "Étapes suivantes"),
        (
            "review/#get-production-keys-and-configure-app-for-production",
            "Get production keys and configure app for production",
            "Obtenir les clés de production et configurer l'application pour la production",
        ),
        (
            "production/#add-your-production-keys-to-the-codat-portal",
            "Next steps 1",  # Its namesakes are numbered.
            "Étapes suivantes 1",
            "Add your secure keys to Codat",  # A link that was broken in both languages.
        ),
        (
            "review/#completing-the-app-assessment-questionnaire",
            "Completing the App Assessment Questionnaire",
            "Compléter le questionnaire d'évaluation d'application",
        ),
        (
            "sandbox/#add-your-apps-secure-keys-to-the-codat-portal",
            "Add your app's secure keys to the Codat Portal",
            "Ajouter les clés sécurisées de votre application au Portail Codat",
        ),
        (
            "production/#enable-the-quickbooks-online-integration",
            "Enable the QuickBooks Online integration",
            "Activer l'intégration QuickBooks Online",
        ),
    ]
    for old in known
] + [
    ("quickbooks-online-integration-reference", "QBO app hosting", "reference/#qbo-app-hosting"),
    (
        "quickbooks-online-integration-reference",
        "Hébergement d'application QBO",
        "reference/#qbo-app-hosting",
    ),
    ("qbo-app-assessment-questionnaire", "Questionnaire", "questionnaire/#when-and-where"),
    ("qbo-app-assessment-questionnaire", "App details", "review/#fill-in-app-details"),
    ("qbo-app-assessment-questionnaire", "Détails de l'application", "review/#fill-in-app-details"),
    ("qbo-app-assessment-questionnaire", "Error handling", "questionnaire/#the-questions"),
    ("qbo-app-assessment-questionnaire", "Sécurité", "questionnaire/#the-questions"),
    ("accounting-quickbooksonline", "Intuit App Partner Program", "reference/#partner-program"),
    ("accounting-quickbooksonline", "Configurer l'intégration", "setup/#what-you-will-do"),
    (
        "faq-quickbooks-online",
        "Pourquoi ne puis-je pas me connecter à QuickBooks Online ?",
        "troubleshooting/#not-an-administrator",
    ),
]


def slug(heading: str) -> str:
    """A heading's id as the old site made it (github-slugger): lower case, no punctuation, hyphens for spaces."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.fixture(scope="module")
def old(site: Path) -> dict[str, BeautifulSoup]:
    found = [path for top in ("fr-ca", "integrations") for path in (site / top).rglob("*.html")]
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): BeautifulSoup(
            path.read_text("utf-8"), "html.parser"
        )
        for path in found
    }


def test_each_old_page_is_there_in_each_language(old: dict[str, BeautifulSoup]) -> None:
    assert set(old) == {f"{then}{FOLDER}/{name}/" for _, then, _ in LANGUAGES for name in PAGES}


@pytest.mark.parametrize(("lang", "then", "now"), LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_it_leads_to_its_successor(
    old: dict[str, BeautifulSoup], html: dict[str, BeautifulSoup], name: str, lang: str, then: str, now: str
) -> None:
    here = f"{then}{FOLDER}/{name}/"
    page = old[here]
    target = now + PAGES[name]
    assert page.html
    assert page.html["lang"] == ("en" if lang == "en" else "fr-CA")
    successor = html[f"{target}index.html"]
    assert successor.html
    assert successor.html["lang"] == page.html["lang"]

    (main,) = page.select("a[data-page]")
    assert urljoin(ORIGIN + here, str(main["href"])) == ORIGIN + target
    assert main.get_text() == str(successor.select_one("h1").find(string=True)).strip()  # type: ignore[union-attr]
    (refresh,) = page.select("meta[http-equiv=refresh]")
    assert refresh.parent
    assert refresh.parent.name == "noscript"
    assert str(refresh["content"]) == f"0; url={main['href']}"
    (canonical,) = page.select("link[rel=canonical]")
    (its_canonical,) = successor.select("link[rel=canonical]")
    assert canonical["href"] == its_canonical["href"]
    assert page.select_one("meta[name=robots][content=noindex]")


@pytest.mark.parametrize(("lang", "then", "now"), LANGUAGES)
@pytest.mark.parametrize(("name", "heading", "target"), HEADINGS)
def test_its_fragments_lead_to_the_same_matter(
    old: dict[str, BeautifulSoup],
    html: dict[str, BeautifulSoup],
    name: str,
    heading: str,
    target: str,
    lang: str,
    then: str,
    now: str,
) -> None:
    """Either a link takes the old fragment, or the successor has that very id."""
    here = f"{then}{FOLDER}/{name}/"
    links = [link for link in old[here].select("a[data-fragments]") if slug(heading) in fragments(link)]
    address = (
        urljoin(ORIGIN + here, str(links[0]["href"]))
        if links
        else f"{ORIGIN}{now}{PAGES[name]}#{slug(heading)}"
    )
    assert address == ORIGIN + now + target
    url, fragment = urldefrag(address)
    assert html[f"{url.removeprefix(ORIGIN)}index.html"].find(id=fragment), lang


def fragments(link: object) -> list[str]:
    return str(link["data-fragments"]).split()  # type: ignore[index]


def test_every_link_of_theirs_leads_somewhere(
    site: Path, old: dict[str, BeautifulSoup], html: dict[str, BeautifulSoup]
) -> None:
    for here, page in old.items():
        taken = [fragment for link in page.select("a[data-fragments]") for fragment in fragments(link)]
        assert len(taken) == len(set(taken)), here
        for link in page.select("a"):
            url, fragment = urldefrag(urljoin(ORIGIN + here, str(link["href"])))
            target = html[f"{url.removeprefix(ORIGIN)}index.html"]
            assert not fragment or target.find(id=fragment), (here, link)
        for script in page.select("script"):
            assert (site / urljoin(ORIGIN + here, str(script["src"])).removeprefix(ORIGIN)).is_file()
            assert not script.get_text()
        assert not page.select("style, [style]")


# The headings of the pages that told every step and explained every code, before each had a page of its own.
SETUP = [
    "set-up-the-quickbooks-online-integration",
    "what-you-will-do",
    "quickbooks-online-environments",
    "create-a-quickbooks-online-app-configured-for-sandbox",
    "find-your-development-keys",
    "next-steps-sandbox",
    "get-production-keys-and-configure-app-for-production",
    "fill-in-app-details",
    "app-details-urls",
    "where-your-app-is-hosted",
    "send-the-questionnaire",
    "register-the-production-redirect-uri",
    "find-your-production-keys",
    "next-steps-production",
    "completing-the-app-assessment-questionnaire",
    "add-your-apps-secure-keys-to-the-codat-portal",
    "add-your-secure-keys-to-codat",
    "enable-the-quickbooks-online-integration",
    "try-the-connection",
    "video",
]
TROUBLESHOOTING = [
    "troubleshooting",
    "what-you-see",
    "redirect-uri-invalid",
    "connection-problem",
    "experiencing-problems",
    "invalid-client",
    "invalid-grant",
    "application-authorization-failed",
    "no-sandbox-companies",
    "wrong-cluster",
    "authorization-failure",
    "no-production-keys",
    "masked-keys",
    "integration-not-offered",
    "not-an-administrator",
    "no-answer",
    "something-else",
    "redirect-uri",
    "keys",
    "app-urls",
    "hosting",
    "questionnaire",
    "error-message",
]
MOVED = [("setup/", name) for name in SETUP] + [("troubleshooting/", name) for name in TROUBLESHOOTING]


@pytest.mark.parametrize("root", ["", "en/"])
def test_fragments_of_pages_that_sections_left_lead_to_them(
    html: dict[str, BeautifulSoup], root: str
) -> None:
    """Each is still there, or a link takes it to a heading or a code that is."""
    codes = [
        ("troubleshooting/", check.code(rule))
        for check in map(qbo_checks.load, qbo_checks.names())
        for rule in check.rules
    ]
    for name, fragment in MOVED + codes:
        page = html[f"{root}{name}index.html"]
        if page.find(id=fragment):
            continue
        (link,) = [link for link in page.select("a[data-fragments]") if fragment in fragments(link)]
        url, target = urldefrag(urljoin(f"{ORIGIN}{root}{name}", str(link["href"])))
        # A link without a fragment takes the one that the reader came with.
        assert html[f"{url.removeprefix(ORIGIN)}index.html"].find(id=target or fragment), fragment


def test_a_link_that_only_the_script_sees_is_for_what_has_left(html: dict[str, BeautifulSoup]) -> None:
    for name, page in html.items():
        links = page.select("a[data-fragments]")
        assert bool(links) == bool(page.select('script[src$="/old-address.js"]')), name
        taken = [fragment for link in links for fragment in fragments(link)]
        assert len(taken) == len(set(taken)), name
        assert not [fragment for fragment in taken if page.find(id=fragment)], name


def test_neither_search_nor_sitemap_knows_them(site: Path) -> None:
    for lang in ("", "en/"):
        index = json.loads((site / lang / "search/index.json").read_text("utf-8"))
        assert not [entry for entry in index["docs"] if FOLDER in entry["location"]]
        assert FOLDER not in (site / lang / "llms.txt").read_text("utf-8")
    assert FOLDER not in (site / "sitemap.xml").read_text("utf-8")
