"""Pasted markup is text: in every check, in the questionnaire's texts and in its import, nothing of it acts.

A script would set ``acted``, and an element would bear the name ``pasted``; neither may ever be there.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from string import printable
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

ACT = "globalThis.acted=1;alert(1)"
MARKUP = "".join([
    f"</textarea></title></style></script><script class=pasted>{ACT}</script><img class=pasted src=x onerror={ACT}>",
    f"<svg class=pasted onload={ACT}><style class=pasted>*{{display:none}}</style></svg>",
    f'<iframe class=pasted srcdoc="<script>parent.acted=1</script>"></iframe><a class=pasted href="javascript:{ACT}">x</a>',
    "<template class=pasted></template><base class=pasted href=//guide.invalid><math class=pasted><mtext>{{7*7}}",
])  # fmt: skip
OBEYED = "\u202e\u2066\u200b\udfff\ud800\x00\x1b[31m\x1b]0;\x07\x9b2J\ufeff\u2028"
"""What a page, or a terminal, would obey; and halves of a pair the wrong way round."""

ACTING = {*OBEYED} - {*printable}
STRANGE = f"javascript:{ACT}//{OBEYED}{MARKUP}{OBEYED}"
SHORT = "<i class=pasted>"
"""So short that it is told whole: of what is longer, an excerpt shows a part, which is seldom an element."""
LONG = (MARKUP * (500_000 // len(MARKUP) + 1))[:500_000]
"""Five times what the longest check reads."""

BOUND = 20_000
"""More characters than a check that is given any of this shows: what is told does not grow with what was pasted."""

# The text is given to the page once: megabytes that go to and fro would be most of the time.
SET = "(input) => { input.value = given; input.dispatchEvent(new InputEvent('input', { bubbles: true })) }"


@pytest.fixture
def acted(page: Page, violations: list[dict[str, Any]]) -> Callable[[], list[Any]]:
    """What of the pasted text is more than text by now."""
    seen: list[Any] = []

    def asked(dialog: Dialog) -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", asked)
    return lambda: [
        *seen,
        *violations,
        *page.evaluate("[...document.querySelectorAll('.pasted, [onerror], [onload]')].map((one) => one.outerHTML)"),
        *page.evaluate("'acted' in globalThis ? ['acted'] : []"),
    ]  # fmt: skip


def give(page: Page, text: str) -> None:
    """Make a text known to the page; the check's own fields are its only other place there."""
    page.evaluate("(text) => { globalThis.given = text }", text)


@pytest.mark.parametrize(
    "pasted", [pytest.param(STRANGE, id="strange", marks=pytest.mark.firefox), pytest.param(LONG, id="long")]
)
def test_no_check_takes_it_for_more_than_text(
    at: Callable[[str], None], page: Page, acted: Callable[[], list[Any]], pasted: str
) -> None:
    at("checks/")
    give(page, pasted)
    assert page.evaluate("given.isWellFormed()") == (pasted != STRANGE)
    for check in page.locator("qbo-check").all():
        fields = check.locator("[data-field]:is(input:not([type=hidden]), textarea)")
        # Megabytes in each field at once would measure how fast the browser lays out its own fields.
        some = fields.all()[: 1 if pasted == LONG else None]
        for field in some:
            field.evaluate(SET)
        check.locator("button[type=submit]").click()
        expect(check).to_have_attribute("data-state", "done")
        assert check.get_attribute("data-verdict") != "pass"
        kept = fields.evaluate_all("fields => fields.filter(({ value }) => value === given).length")
        assert kept == len(some)
        told = check.locator("[data-part=report]").text_content() or ""
        assert 0 < len(told) < BOUND
        assert not {*told} & ACTING
        assert acted() == []


def test_the_questionnaire_takes_it_for_text(
    at: Callable[[str], None], page: Page, acted: Callable[[], list[Any]]
) -> None:
    at("questionnaire/")
    form = page.locator("qbo-questionnaire")
    no = form.locator('[data-item="AU1"] input[value="no"]')
    no.evaluate(
        "no => { no.closest('qbo-questionnaire').dataset.view = no.closest('[data-shows]').dataset.shows }"
    )
    no.check()
    give(page, STRANGE)
    for written in form.locator("[data-part=written]").all():
        written.evaluate(SET)
    expect(form).to_have_attribute("data-verdict", "fail")
    assert acted() == []
    form.locator("[data-part=import]").evaluate("details => details.open = true")
    named = [json.dumps({"answers": {text: text, "AU2": text}}) for text in (MARKUP, SHORT)]
    for pasted in (STRANGE, *named, f"{SHORT}: [", LONG):
        give(page, pasted)
        form.locator("[data-part=paste]").evaluate(SET)
        page.evaluate("document.querySelector('[data-part=import-told]')?.setAttribute('data-former', '')")
        form.locator("[data-part=read]").click()
        told = form.locator("[data-part=import-told]:not([data-former])")
        expect(told.locator(".qbo-finding").first).to_be_visible()
        assert len(form.locator("[data-part=imported]").text_content() or "") < BOUND
        assert acted() == []
    # What was answered before is still there, and the page still answers.
    expect(no).to_be_checked()
    form.locator('[data-item="AU1"] input[value="yes"]').check()
    expect(form.locator('[data-item="AU1"] .qbo-finding')).to_have_count(0)
