"""Keeps alive the addresses of the guide that this one grew from, with the fragments of their headings.

French pages stood below ``fr-ca/``, English pages at the root. Each old page becomes a small page that
leads on to one fixed place: partials/old-address.html, and old-address.js for the fragments.
Written after the build, these pages are in no menu, no search index and no sitemap.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url

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
            "setup/#create-a-quickbooks-online-app-configured-for-sandbox": "créer-une-application-quickbooks-online-configurée-pour-le-sandbox",
            "setup/#next-steps-sandbox": "next-steps étapes-suivantes",
            "setup/#get-production-keys-and-configure-app-for-production": "obtenir-les-clés-de-production-et-configurer-lapplication-pour-la-production",
            "setup/#next-steps-production": "next-steps-1 étapes-suivantes-1",
            "setup/#completing-the-app-assessment-questionnaire": "compléter-le-questionnaire-dévaluation-dapplication",
            # The first of them never worked: the page linked to it, and had no such heading.
            "setup/#add-your-apps-secure-keys-to-the-codat-portal": "add-your-secure-keys-to-codat"
            " ajouter-les-clés-sécurisées-de-votre-application-au-portail-codat",
            "setup/#enable-the-quickbooks-online-integration": "activer-lintégration-quickbooks-online",
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
            "setup/#fill-in-app-details": "app-details détails-de-lapplication",
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

# What each page's headings say, by its address: filled while the pages are rendered.
headings: dict[str, dict[str, str]] = {}


def flat(items: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for item in items:
        yield item
        yield from flat(item.children)


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
