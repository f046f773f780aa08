"""An address of the guide that this one grew from, opened in a browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

SETUP = "integrations/accounting/quickbooksonline/accounting-quickbooksonline-new-setup"
KEYS = "#add-your-apps-secure-keys-to-the-codat-portal"
REACHED = {
    "": "setup/",
    KEYS: f"sandbox/{KEYS}",
    "#add-your-secure-keys-to-codat": "production/#add-your-production-keys-to-the-codat-portal",
    "#ajouter-les-clés-sécurisées-de-votre-application-au-portail-codat": f"sandbox/{KEYS}",
    "?tab=keys#%c3%a9tapes-suivantes": "sandbox/#next-steps-sandbox",
    "#%": "setup/#%",
    '#"]': "setup/#%22]",
}
"""What may follow an old address, and where that leads."""

LEFT = {
    "setup/#find-your-development-keys": "sandbox/#find-your-development-keys",
    "setup/#send-the-questionnaire": "review/#completing-the-app-assessment-questionnaire",
    "setup/#what-you-will-do": "setup/#what-you-will-do",
    "troubleshooting/#redirect-uri.trailing-slash": "codes/redirect-uri/#redirect-uri.trailing-slash",
    "troubleshooting/#keys": "codes/keys/#keys",
    "troubleshooting/#invalid-grant": "troubleshooting/#invalid-grant",
}
"""Fragments of pages that sections have left, and some that are still there."""


@pytest.mark.parametrize(("prefix", "root", "slash"), [("/fr-ca/", "/", ""), ("/", "/en/", "/")])
def test_it_leads_on_with_its_fragment(page: Page, prefix: str, root: str, slash: str) -> None:
    for asked, reached in REACHED.items():
        page.goto(prefix + SETUP + slash + asked)
        expect(page).to_have_url(re.compile(f"^http://[^/]+{root}{re.escape(reached)}$"))
        if reached.endswith("-sandbox"):
            expect(page.locator(reached.removeprefix("sandbox/"))).to_be_in_viewport()


@pytest.mark.parametrize("root", ["/", "/en/"])
def test_a_section_that_left_its_page_is_reached_by_its_old_fragment(page: Page, root: str) -> None:
    for asked, reached in LEFT.items():
        page.goto("about:blank")
        page.goto(root + asked)
        expect(page).to_have_url(re.compile(f"^http://[^/]+{root}{re.escape(reached)}$"))
        expect(page.locator(f"[id='{reached.partition('#')[2]}']")).to_be_in_viewport()


def test_the_way_back_is_free(page: Page) -> None:
    """The old address leaves no entry in the history that would send the reader on again."""
    page.goto("/en/")
    page.goto(f"/{SETUP}")
    expect(page).to_have_url(re.compile("/en/setup/$"))
    page.go_back()
    expect(page).to_have_url(re.compile("/en/$"))
