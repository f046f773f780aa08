"""Keeps alive old addresses, with the fragments of their headings.

In the guide that this one grew from, French pages stood below ``fr-ca/``, English pages at the root. Each old page
becomes a small page that leads on to one fixed place: partials/old-address.html, and old-address.js for the fragments.
Written after the build, these pages are in no menu, no search index and no sitemap.

Pages of this guide that sections have left (``LEFT``) lead on in the same way, by links that only the script sees.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from live_checks import fences
from live_checks.places import flat

log = logging.getLogger("mkdocs.hooks.old_addresses")

FOLDER = "integrations/accounting/quickbooksonline"
THEN = {"fr": "fr-ca/", "en": ""}
NOW = {"fr": "", "en": "en/"}


class Moved(NamedTuple):
    """Where a page stands now, and where each of its sections does: new address, then old fragments.

    Fragments that did not change need no entry. French headings had no id of their own: their fragments
    are made of their words, accents included.
    """

    page: str
    sections: dict[str, str]


MOVED = {
    "accounting-quickbooksonline": Moved(
        "",
        {
            "setup/#what-you-will-do": "set-up-the-integration configurer-lintégration",
            "reference/#partner-program": "intuit-app-partner-program tiered-usage-model track-usage optimize-usage"
            " programme-de-partenaires-dapplications-intuit modèle-dutilisation-à-niveaux suivre-lutilisation"
            " optimiser-lutilisation",
        },
    ),
    "accounting-quickbooksonline-new-setup": Moved(
        "setup/",
        {
            "setup/#quickbooks-online-environments": "environnements-quickbooks-online",
            "sandbox/#create-a-quickbooks-online-app-configured-for-sandbox": "create-a-quickbooks-online-app-configured-for-sandbox"
            " créer-une-application-quickbooks-online-configurée-pour-le-sandbox",
            "sandbox/#next-steps-sandbox": "next-steps étapes-suivantes",
            "review/#get-production-keys-and-configure-app-for-production": "get-production-keys-and-configure-app-for-production"
            " obtenir-les-clés-de-production-et-configurer-lapplication-pour-la-production",
            "production/#add-your-production-keys-to-the-codat-portal": "next-steps-1 étapes-suivantes-1"
            # It never worked: the page told of production keys, linked to it, and had no such heading.
            " add-your-secure-keys-to-codat",
            "review/#completing-the-app-assessment-questionnaire": "completing-the-app-assessment-questionnaire"
            " compléter-le-questionnaire-dévaluation-dapplication",
            "sandbox/#add-your-apps-secure-keys-to-the-codat-portal": "add-your-apps-secure-keys-to-the-codat-portal"
            " ajouter-les-clés-sécurisées-de-votre-application-au-portail-codat",
            "production/#enable-the-quickbooks-online-integration": "enable-the-quickbooks-online-integration"
            " activer-lintégration-quickbooks-online",
        },
    ),
    "faq-quickbooks-online": Moved(
        "troubleshooting/",
        {
            "troubleshooting/#not-an-administrator": "why-cant-i-connect-to-quickbooks-online"
            " pourquoi-ne-puis-je-pas-me-connecter-à-quickbooks-online-",
            "reference/#limits": "why-cant-i-sync-purchase-orders-from-a-quickbooks-online-demo-account"
            " pourquoi-ne-puis-je-pas-synchroniser-les-bons-de-commande-dun-compte-de-démonstration-quickbooks-online-",
        },
    ),
    "qbo-app-assessment-questionnaire": Moved(
        "questionnaire/",
        {
            "questionnaire/#when-and-where": "questionnaire",
            "review/#fill-in-app-details": "app-details détails-de-lapplication",
            "questionnaire/#the-questions": "compliance general-questions lending app-information"
            " authorization-and-authentication api-usage accounting-api error-handling security"
            " conformité questions-générales prêt informations-sur-lapplication autorisation-et-authentification"
            " utilisation-de-lapi api-comptabilité gestion-des-erreurs sécurité",
        },
    ),
    "quickbooks-online-integration-reference": Moved(
        "reference/",
        {"reference/#qbo-app-hosting": "hébergement-dapplication-qbo"},
    ),
}

# The sections that left a page of this guide which is still there: where each is now, then its old fragments.
LEFT = {
    "setup/": {
        "sandbox/#create-a-quickbooks-online-app-configured-for-sandbox": "create-a-quickbooks-online-app-configured-for-sandbox",
        "sandbox/#find-your-development-keys": "find-your-development-keys",
        "sandbox/#add-your-apps-secure-keys-to-the-codat-portal": "add-your-apps-secure-keys-to-the-codat-portal",
        "sandbox/#try-the-connection": "try-the-connection",
        "sandbox/#next-steps-sandbox": "next-steps-sandbox",
        "review/#get-production-keys-and-configure-app-for-production": "get-production-keys-and-configure-app-for-production",
        "review/#fill-in-app-details": "fill-in-app-details",
        "review/#app-details-urls": "app-details-urls",
        "review/#where-your-app-is-hosted": "where-your-app-is-hosted",
        "review/#completing-the-app-assessment-questionnaire": "completing-the-app-assessment-questionnaire send-the-questionnaire",
        "production/#register-the-production-redirect-uri": "register-the-production-redirect-uri",
        "production/#find-your-production-keys": "find-your-production-keys",
        "production/#add-your-production-keys-to-the-codat-portal": "add-your-secure-keys-to-codat next-steps-production",
        "production/#enable-the-quickbooks-online-integration": "enable-the-quickbooks-online-integration",
    },
}
CODES = "troubleshooting/"
"""The page where every code was explained."""

# What each page's headings say, by its address: filled while the pages are rendered.
headings: dict[str, dict[str, str]] = {}


def link(target: str, here: str) -> dict[str, str]:
    """A link to a page or a heading, in the heading's own words."""
    page, _, fragment = target.partition("#")
    known = headings[page]
    if fragment and fragment not in known:
        log.warning("%s leads to %s, which does not exist", here, target)
    return {
        "href": get_relative_url(target or ".", here),
        "title": known.get(fragment) or next(iter(known.values())),
    }


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    headings[page.url] = {item.id: item.title for item in flat(page.toc)}
    return html


def left(page: str) -> dict[str, str]:
    """The sections that left a page; a link without a fragment takes the one that the reader came with."""
    if page != CODES:
        return LEFT.get(page, {})
    return {
        f"codes/{check.id}/": " ".join([check.id, *map(check.code, check.rules)]) for check in fences.known()
    }


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    lang = "en" if page.url.startswith(NOW["en"]) else "fr"
    context["left"] = [
        {**link(NOW[lang] + target, page.url), "fragments": fragments}
        for target, fragments in left(page.url.removeprefix(NOW[lang])).items()
    ]
    return context


@event_priority(-200)  # after static-i18n, whose inner builds run this too
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    template = config.theme.get_env().get_template("partials/old-address.html")
    for name, moved in MOVED.items():
        for lang, then in THEN.items():
            here = f"{then}{FOLDER}/{name}/"
            page = template.render(
                lang=lang,
                canonical=f"{config.site_url}{NOW[lang]}{moved.page}",
                script=get_relative_url(f"{config.extra['guide']}old-address.js", here),
                page=link(NOW[lang] + moved.page, here),
                sections=[
                    {**link(NOW[lang] + target, here), "fragments": fragments}
                    for target, fragments in moved.sections.items()
                ],
            )
            path = Path(config.site_dir, here, "index.html")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page, encoding="utf-8")
