"""How an answer is shown: the verdict, then what to paste, one comparison, and one line for each finding."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import qbo_checks
from axe import violations
from playwright.sync_api import BrowserContext, Locator, Page, expect
from qbo_checks.checks.keys.examples import made_up
from qbo_checks.portal import SANDBOX_URI

WRONG = " http://QuickbooksonlineSandbox.codat.io/oauth2/callback/"
"""Four faults at once."""
CLIENT_ID = made_up("answers, ID", 50)
CLIENT_SECRET = made_up("answers, secret", 40)

HEARD = """element => {
  globalThis.heard = [];
  const status = element.querySelector("[data-part=status]");
  new MutationObserver(() => status.matches("[data-heard]:not(:empty)") && heard.push(status.textContent))
    .observe(status, { childList: true, characterData: true, subtree: true });
}"""
"""Notes each verdict that the live region says. That a check is under way is said where it takes long."""


@pytest.mark.firefox
def test_on_a_phone_the_correction_comes_first_and_why_is_told_in_place(
    at: Callable[[str], None], page: Page, check: Locator, lang: str
) -> None:
    # As on a slow phone: each check takes so long that the page says that it is under way.
    page.add_init_script("""const { postMessage } = Worker.prototype;
        Worker.prototype.postMessage = function (...given) {
          setTimeout(() => postMessage.apply(this, given), given[0].type === "check" ? 300 : 0);
        }""")
    page.set_viewport_size({"width": 390, "height": 844})
    at("sandbox/")
    check.get_by_role("textbox").fill(WRONG)
    check.locator("button[type=submit]").click()
    # The focus is there once the check that was asked for has ended, and not the one of what was typed.
    expect(check.locator("[data-part=verdict]")).to_be_focused()
    expect(check.locator("[data-code]")).to_have_count(4)

    parts = check.locator("[data-part=report] > *")
    assert parts.evaluate_all("parts => parts.map(part => part.dataset.part)") == [
        "verdict",
        "cleaned",
        "comparison",
        "findings",
    ]
    summary = {"fr": "À corriger", "en": "Needs fixing"}[lang]
    expect(check.locator("[data-part=verdict]")).to_contain_text(f"✕ {summary} (4)")
    top = check.bounding_box()
    copy = check.locator("[data-part=copy]").bounding_box()
    assert top
    assert copy
    assert copy["y"] - top["y"] < 620
    assert top["height"] < 1450
    # One comparison says where; no finding repeats the value.
    expect(check.locator("[data-part=excerpt]")).to_have_count(0)

    # The summary leads to the field, which is tied to what is said of it.
    field = check.get_by_role("textbox")
    check.locator("[data-part=verdict] a").click()
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    described = (field.get_attribute("aria-describedby") or "").split()
    assert len(described) == 5
    assert all(page.locator(f"[id='{name}']").count() == 1 for name in described)

    # Why is told here, and loses nothing.
    address = page.url
    why = check.locator("details").first
    expect(why.locator("[data-part=why]")).to_be_hidden()
    why.locator("summary").click()
    _, rule = qbo_checks.rule("redirect-uri.surrounding-space")
    expect(why.locator("[data-part=why]")).to_have_text(rule.why["fr" if lang == "fr" else "en"])
    assert page.url == address

    # The same once more says that it is the same.
    expect(check.locator("[data-part=same]")).to_be_empty()
    check.locator("button[type=submit]").click()
    expect(check.locator("[data-part=same]")).not_to_be_empty()
    if page.context.browser and page.context.browser.browser_type.name == "chromium":
        assert violations(page, "qbo-check") == []
    check.get_by_role("textbox").fill(SANDBOX_URI)
    expect(check).to_have_attribute("data-verdict", "pass")
    matched = {"fr": "Tout est exact", "en": "Everything matches"}[lang]
    expect(check.locator("[data-part=verdict]")).to_contain_text(matched)
    expect(check.locator("[data-part=comparison], [data-part=cleaned]")).to_have_count(0)
    assert check.locator("[aria-invalid]").count() == 0


def test_nothing_is_judged_before_its_time_and_nothing_stands_after(
    at: Callable[[str], None], page: Page, lang: str
) -> None:
    at("checks/")
    check = page.locator('qbo-check[check="app-urls"]')
    launch = check.locator('[data-field="launch_url"]')
    launch.focus()
    expect(check).to_have_attribute("data-state", "ready")
    check.evaluate(HEARD)
    # Not while it is being typed, but once it is left; and not what nobody has come to.
    launch.press_sequentially("http://boreal.test/")
    page.wait_for_function("() => sessionStorage.getItem('qbo-checks')")  # It was read, and may be kept.
    expect(check.locator("[data-part=report]")).to_be_hidden()
    assert page.evaluate("heard") == []
    launch.press("Tab")
    expect(check.locator('[data-code="app-urls.http-scheme"]')).to_be_visible()
    fields = check.locator("[data-part=findings] [data-part=field]").all_inner_texts()
    assert len({*fields}) == 1
    assert len(page.evaluate("heard")) == 1
    # What was judged is judged again as it changes.
    launch.press_sequentially("x")
    expect(check.locator("[data-part=report]")).to_be_visible()
    launch.fill("https://app.boreal.example/start")
    so_far = {"fr": "jusqu’ici", "en": "so far"}[lang]
    expect(check.locator("[data-part=verdict]")).to_contain_text(so_far)
    expect(check).to_have_attribute("data-verdict", "review")
    # Emptied, nothing is left to say.
    launch.fill("")
    expect(check.locator("[data-part=report]")).to_be_hidden()
    assert check.get_attribute("data-verdict") is None
    launch.fill("https://app.boreal.example/start")
    expect(check.locator("[data-part=report]")).to_be_visible()
    # Whoever asks is told of every field.
    check.locator("button[type=submit]").click()
    expect(check.locator('[data-code="app-urls.missing"]').first).to_be_visible()


def test_a_block_is_distributed_and_each_copy_says_what_it_copies(
    at: Callable[[str], None], page: Page, context: BrowserContext, lang: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.clock.install()
    at("checks/")
    keys = page.locator('qbo-check[check="keys"]')
    identity, secret = (keys.locator(f'[data-field="{name}"]') for name in ("client_id", "client_secret"))
    identity.focus()
    expect(keys).to_have_attribute("data-state", "ready")
    page.evaluate(
        "text => navigator.clipboard.writeText(text)",
        f"QBO_CLIENT_ID={CLIENT_ID}\nQBO_CLIENT_SECRET={CLIENT_SECRET}\n",
    )
    page.keyboard.press("Control+V")
    expect(secret).to_have_value(CLIENT_SECRET)
    expect(identity).to_have_value(CLIENT_ID)
    expect(keys.locator('[data-code="keys.taken-apart"]')).to_be_visible()

    copies = keys.locator("[data-part=copy]")
    names = copies.all_inner_texts()
    assert len({*names}) == len(names) == 2
    copies.last.click()
    copied = {"fr": "Copié", "en": "Copied"}[lang]
    expect(copies.last).to_contain_text(copied)
    expect(keys.get_by_role("status")).to_have_text(copied)
    page.clock.run_for(4000)
    expect(copies.last).not_to_contain_text(copied)


DROP = """(input, [name, type, text]) => {
  const dropped = new DataTransfer();
  dropped.items.add(new File([text], name, { type }));
  input.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: dropped }));
}"""


@pytest.mark.firefox
def test_a_dropped_file_is_read_and_a_picture_is_refused_in_words(
    at: Callable[[str], None], page: Page, lang: str
) -> None:
    at("checks/")
    keys = page.locator('qbo-check[check="keys"]')
    identity = keys.locator('[data-field="client_id"]')
    identity.focus()
    expect(keys).to_have_attribute("data-state", "ready")
    identity.evaluate(DROP, ["shot.png", "image/png", "\x89PNG"])
    expect(keys.get_by_role("status")).to_contain_text({"fr": "texte", "en": "text"}[lang])
    expect(keys.get_by_role("status")).to_be_visible()
    identity.evaluate(DROP, ["x.bin", "", "a\0b"])
    expect(identity).to_have_value("")
    block = f"CLIENT_ID={CLIENT_ID}\nCLIENT_SECRET={CLIENT_SECRET}\n"
    identity.evaluate(DROP, [".env", "", block])
    expect(keys.locator('[data-field="client_secret"]')).to_have_value(CLIENT_SECRET)


def test_fields_suit_phones_and_leave_secrets_to_their_owner(at: Callable[[str], None], page: Page) -> None:
    at("checks/")
    for field in page.locator("qbo-check [data-field]:visible").all():
        seen = field.evaluate(
            "f => ({ ...f.dataset, tag: f.localName, size: parseFloat(getComputedStyle(f).fontSize),"
            " mode: f.inputMode, caps: f.getAttribute('autocapitalize'), right: f.getAttribute('autocorrect'),"
            " ignored: ['data-1p-ignore', 'data-bwignore', 'data-lpignore'].every(n => f.hasAttribute(n)) })"
        )
        assert seen["size"] >= 16, seen
        if seen["tag"] == "select":
            continue
        assert (seen["caps"], seen["right"]) == ("none", "off")
        assert seen["ignored"] == ("secret" in seen)
        assert ("kept" in seen) == (
            seen["field"] not in {"client_id", "client_secret", "other_client_id", "text"}
        )
        assert (seen["mode"] == "url") == seen["field"].endswith(("uri", "url", "domain"))


@pytest.mark.parametrize("width", [320, 1280])
def test_no_check_grows_out_of_its_card(at: Callable[[str], None], page: Page, width: int) -> None:
    """Whatever is pasted: WCAG 1.4.10."""
    page.set_viewport_size({"width": width, "height": 740})
    at("checks/")
    long = "x" * 300
    pasted = {
        "keys": f"A_VERY_LONG_NAME_{long.upper()}={CLIENT_ID}\nQBO_CLIENT_SECRET={CLIENT_SECRET}",
        "redirect-uri": f"https://{long}.test/{long}",
        "app-urls": f"http://{long}.test/{long}",
        "hosting": long,
        "error-message": f'{{"error":"{long}","error_description":"{long}"}}',
    }
    for name, text in pasted.items():
        check = page.locator(f'qbo-check[check="{name}"]')
        first = check.locator("[data-field]:is(input:not([type=hidden]), textarea)").first
        first.evaluate(DROP, ["x.txt", "text/plain", text])
        check.locator("button[type=submit]").click()
        expect(check.locator("[data-code]").first).to_be_visible()
        for why in check.locator("summary").all()[:3]:
            why.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        card = check.locator("form").evaluate("card => card.getBoundingClientRect().right")
        out = check.evaluate(
            "(check, right) => [...check.querySelectorAll('*')].filter(e => e.checkVisibility() &&"
            " !e.closest('.guide-unseen, .qbo-check__status, [data-heard]') &&"
            " e.getBoundingClientRect().right > right + 1).map(e => e.outerHTML.slice(0, 80))",
            card,
        )
        assert out == [], name


def test_no_secret_ends_up_in_what_is_kept(at: Callable[[str], None], page: Page) -> None:
    """Not even one that was pasted where a URI belongs."""
    at("checks/")
    kept = "Object.values({ ...sessionStorage, ...localStorage }).join()"
    for name in ("redirect-uri", "app-urls", "hosting", "error-message", "keys"):
        check = page.locator(f'qbo-check[check="{name}"]')
        for field in check.locator("[data-field]:is(input:not([type=hidden]), textarea)").all():
            field.fill(CLIENT_SECRET)
        check.locator("button[type=submit]").click()
        expect(check).to_have_attribute("data-state", "done")
        everything = page.evaluate(kept)
        assert not [at for at in range(len(CLIENT_SECRET) - 3) if CLIENT_SECRET[at : at + 4] in everything]
        assert "client" not in json.dumps(everything)


@pytest.mark.firefox
def test_what_was_typed_outlasts_a_reload_and_the_other_language_at_the_same_heading(
    at: Callable[[str], None], page: Page, check: Locator, lang: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    at("sandbox/")
    check.get_by_role("textbox").fill(WRONG.strip())
    expect(check).to_have_attribute("data-verdict", "fail")
    page.reload()
    expect(check.get_by_role("textbox")).to_have_value(WRONG.strip())
    heading = page.locator("article h2[id]").nth(2)
    name = heading.get_attribute("id")
    heading.evaluate("heading => { heading.scrollIntoView(); scrollBy(0, 40) }")
    page.locator("[data-language-switch]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", {"fr": "en", "en": "fr-CA"}[lang])
    assert page.url.endswith(f"#{name}")
    expect(check.get_by_role("textbox")).to_have_value(WRONG.strip())
    # Whoever comes back to it is answered in the new language.
    check.get_by_role("textbox").focus()
    expect(check.locator("[data-code]").first).to_be_visible()
    check.locator("[data-part=clear]").click()
    assert page.evaluate("sessionStorage.length") == 0
    page.reload()
    expect(check.get_by_role("textbox")).to_have_value("")


def test_where_no_more_fits_nothing_older_is_kept(at: Callable[[str], None], page: Page) -> None:
    """Real storage, really full: what is typed grows past its quota."""
    at("checks/")
    uri = page.locator('qbo-check[check="redirect-uri"] textarea').first
    kept = "sessionStorage.getItem('qbo-checks') ?? ''"
    uri.fill("https://older.test/")
    page.wait_for_function(f"() => ({kept}).includes('older.test')")
    page.evaluate(
        """() => {
          for (let size = 1 << 22; size >= 1; size >>= 1) {
            try { for (let n = 0; ; n++) sessionStorage.setItem(`full-${size}-${n}`, "x".repeat(size)) } catch {}
          }
        }"""
    )
    uri.fill("https://newer-and-longer.test/callback")
    page.wait_for_function(f"() => !({kept}).includes('older.test')")
    assert "newer" not in page.evaluate(kept)
    assert uri.input_value() == "https://newer-and-longer.test/callback"
    # Whoever else has pages on the same host may have written anything there.
    environment = page.locator('qbo-check[check="redirect-uri"] select').first
    chosen = environment.input_value()
    page.evaluate(
        """(check) => {
          sessionStorage.clear();
          sessionStorage.setItem("qbo-checks", JSON.stringify({ [check]: { uri: {}, environment: "moon" } }));
        }""",
        page.locator('qbo-check[check="redirect-uri"]').first.get_attribute("id"),
    )
    page.reload()
    expect(uri).to_have_value("")
    expect(environment).to_have_value(chosen)
