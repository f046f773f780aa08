"""An address of the guide that this one grew from, opened in a browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

SETUP = "integrations/accounting/quickbooksonline/accounting-quickbooksonline-new-setup"
KEYS = "#add-your-apps-secure-keys-to-the-codat-portal"
REACHED = {
    "": "",
    KEYS: KEYS,
    "#add-your-secure-keys-to-codat": KEYS,
    "#ajouter-les-clés-sécurisées-de-votre-application-au-portail-codat": KEYS,
    "?tab=keys#%c3%a9tapes-suivantes": "#next-steps-sandbox",
    "#%": "#%",
    '#"]': "#%22]",
}
"""What may follow an old address, and what then follows the new one."""


@pytest.mark.parametrize(("prefix", "root"), [("/fr-ca/", "/"), ("/", "/en/")])
@pytest.mark.parametrize("slash", ["", "/"])
def test_it_leads_on_with_its_fragment(page: Page, prefix: str, root: str, slash: str) -> None:
    for asked, reached in REACHED.items():
        page.goto(prefix + SETUP + slash + asked)
        expect(page).to_have_url(re.compile(f"^http://[^/]+{root}setup/{re.escape(reached)}$"))
        if reached.startswith("#next"):
            expect(page.locator(reached)).to_be_in_viewport()


def test_the_way_back_is_free(page: Page) -> None:
    """The old address leaves no entry in the history that would send the reader on again."""
    page.goto("/en/")
    page.goto(f"/{SETUP}")
    expect(page).to_have_url(re.compile("/en/setup/$"))
    page.go_back()
    expect(page).to_have_url(re.compile("/en/$"))
