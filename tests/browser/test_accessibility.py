"""axe-core finds nothing in any state of a check or of a page; in each page as it comes: test_pages.py."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Literal

import pytest
import qbo_checks
from axe import violations
from host import BOTH_LANGUAGES
from playwright.sync_api import Locator, Page, Route, expect
from qbo_checks.portal import SANDBOX_URI
from screens import CHECKS, examples, fill

CHECK = "qbo-check"
PHONE = pytest.mark.browser_context_args(is_mobile=True, has_touch=True)


@pytest.fixture(autouse=True)
def light(page: Page) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")


@pytest.mark.parametrize(("asked", "scheme"), [("light", "default"), ("dark", "slate")])
def test_a_page_comes_in_the_scheme_that_the_reader_asks_of_every_site(
    at: Callable[[str], None], page: Page, asked: Literal["light", "dark"], scheme: str
) -> None:
    page.emulate_media(color_scheme=asked)
    at("")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


@PHONE
def test_page_on_a_phone(at: Callable[[str], None], page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 740})
    at("sandbox/")
    assert not violations(page)


def test_loading(at: Callable[[str], None], page: Page, check: Locator) -> None:
    held: list[Route] = []
    page.route("**/python.wasm", lambda route: held.append(route))
    at("sandbox/")
    check.get_by_role("textbox").fill(SANDBOX_URI)
    expect(check.get_by_role("progressbar")).to_be_visible()
    assert not violations(page, CHECK)
    page.unroute_all(behavior="ignoreErrors")


def test_done(at: Callable[[str], None], page: Page, check: Locator) -> None:
    at("sandbox/")
    for typed, verdict in ((SANDBOX_URI, "pass"), (f" http{SANDBOX_URI}/?a#b ", "fail"), ("", "fail")):
        check.get_by_role("textbox").fill(typed)
        check.locator("button[type=submit]").click()
        expect(check).to_have_attribute("data-state", "done")
        expect(check).to_have_attribute("data-verdict", verdict)
        assert not violations(page, CHECK)


@PHONE
def test_every_check_with_most_that_it_can_show(at: Callable[[str], None], page: Page) -> None:
    """On the narrowest screen, with each explanation open, in both schemes."""
    page.set_viewport_size({"width": 320, "height": 740})
    at("checks/")
    for name in CHECKS:
        known = dict(examples(name))
        fill(page.locator(f'qbo-check[check="{name}"]'), known["fail-most"])
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


WORDS = {
    "fr": {
        "check": "Vérifier",
        "colon": " :",
        "clear": "Tout effacer",
        "label": "URI de redirection",
        "environment": "bac à sable (Development)",
        "hint": "Collez-la telle qu’elle figure dans le portail Intuit, sous « Redirect URIs ».",
        "instead": "À coller à la place",
        "copy": "Copier",
        "expected": "Attendu",
        "pasted": "Collé",
        "why": "Pourquoi?",
        "error": "Erreur",
        "note": "Note",
    },
    "en": {
        "check": "Check",
        "colon": ":",
        "clear": "Clear everything",
        "label": "Redirect URI",
        "environment": "sandbox (Development)",
        "hint": "Paste it exactly as it appears in the Intuit portal, under “Redirect URIs”.",
        "instead": "Paste this instead",
        "copy": "Copy",
        "expected": "Expected",
        "pasted": "Pasted",
        "why": "Why?",
        "error": "Error",
        "note": "Note",
    },
}
"""What the page itself says; what Python says is asked of Python."""
FORM = """
- 'form "{check}{colon} {label}, {environment}"':
  - /children: deep-equal
  - paragraph:
    - strong: "{check}{colon}"
    - text: "{label}, {environment}"
  - text: "{label}"
  - paragraph: "{hint}"
  - textbox "{label}"{invalid}: {value}
  - paragraph:
    - button "{check}"
    - button "{clear}"
"""
FAILING = """  - status
  - paragraph:
    - strong: "{verdict}"
    - text: "(2)"
  - list:
    - listitem:
      - link "{label}":
        - /url: "#check-redirect-uri-sandbox-uri"
  - paragraph: "{instead}"
  - paragraph:
    - code: {uri}
    - button "{copy}"
  - term: "{expected}"
  - definition:
    - code:
      - text: http
      - mark: s
      - text: {after}
  - term: "{pasted}"
  - definition:
    - code:
      - mark: ␣
      - text: {value}
"""
PASSING = """  - status: "{verdict}. {message}"
  - paragraph:
    - strong: "{verdict}"
"""
FINDING = """    - listitem:
      - paragraph:
        - strong: {severity} ·
        - text: {said}
      - group:
        - text: {why}
        - code: {code}
"""


# As where a check takes so long that its status says so meanwhile: after 100 ms.
SLOW = "const wait = setTimeout; self.setTimeout = (then, ms, ...rest) => wait(then, ms === 100 ? 0 : ms, ...rest)"


@BOTH_LANGUAGES
def test_what_assistive_software_is_given(
    at: Callable[[str], None], page: Page, check: Locator, lang: Literal["fr", "en"]
) -> None:
    """The tree of a check that fails and of one that passes: what is named, in which order, and nothing else."""
    page.add_init_script(SLOW)
    at("sandbox/")
    http = SANDBOX_URI.replace("https", "http")
    for typed, body in ((f" {http}", FAILING), (SANDBOX_URI, PASSING)):
        report = qbo_checks.run("redirect-uri", {"environment": "sandbox", "uri": typed}, lang)
        check.get_by_role("textbox").fill(typed)
        check.locator("button[type=submit]").click()
        expect(check).to_have_attribute("data-verdict", report["verdict"])
        findings = [
            FINDING.format(
                severity=WORDS[lang][finding["severity"]],
                said=json.dumps(f"{finding['message']} {finding['help']}", ensure_ascii=False),
                code=finding["code"],
                why=WORDS[lang]["why"],
            )
            for finding in report["findings"]
        ]
        tree = FORM + body + "  - list:\n" + "".join(findings)
        expect(check).to_match_aria_snapshot(
            tree.format(
                **WORDS[lang],
                invalid=" [invalid]" if report["verdict"] == "fail" else "",
                value=typed.strip(),
                uri=SANDBOX_URI,
                after=SANDBOX_URI.removeprefix("https"),
                verdict=report["summary"].removesuffix("."),
                message=report["findings"][0]["message"],
            )
        )


@pytest.mark.breaks("404|Failed to load|runtime/")
def test_failed(at: Callable[[str], None], page: Page, check: Locator) -> None:
    page.route("**/runtime/*/**", lambda route: route.fulfill(status=404))
    at("sandbox/")
    check.get_by_role("textbox").fill(SANDBOX_URI)
    expect(check).to_have_attribute("data-state", "failed")
    assert not violations(page, CHECK)


@pytest.mark.parametrize(("width", "scheme"), [pytest.param(320, "slate", marks=PHONE), (1280, "default")])
def test_questionnaire(at: Callable[[str], None], page: Page, width: int, scheme: str) -> None:
    """With everything that it can show: findings of each severity, a question asked, an undoing offered.

    Of the page around it: test_pages.py.
    """
    form_of = "qbo-questionnaire"
    page.set_viewport_size({"width": width, "height": 740})
    at("questionnaire/")
    form = page.locator(form_of)
    form.locator("[data-part=import] summary").click()
    answers = {
        "AU1": "no",
        "AU2": "every-call",
        "AI5": "any-admin",
        "AI6": "yes",
        "AD2-eula": "x",
        "GQ1": "no",
    }
    form.locator("[data-part=paste]").fill(json.dumps({"version": 1, "answers": {**answers, "AD7": "x"}}))
    form.locator("[data-part=read]").click()
    expect(form.locator("[data-part=imported] .qbo-finding")).to_be_visible()
    form.evaluate("form => { form.dataset.view = 'general' }")
    form.locator("#choice-gq1-yes").check()
    form.locator("[data-part=paste]").fill(json.dumps({"version": 1, "answers": {"GQ1": "no"}}))
    form.locator("[data-part=read]").click()
    expect(form.locator("[data-part=replace]")).to_be_visible()
    expect(form).to_have_attribute("data-state", "done")
    # The first finding of each severity, by the section that it stands in: several may stand in one.
    views: dict[str, list[Locator]] = {"summary": []}
    for severity in ("error", "warning", "note"):
        selector = f".question .qbo-finding[data-severity={severity}]"
        found = form.locator(selector).first
        expect(found).to_be_attached()
        # In one step: the answers that came last may be checked meanwhile, and findings be written anew.
        section = form.evaluate(
            "(form, selector) => form.querySelector(selector).closest('[data-shows]').dataset.shows", selector
        )
        views.setdefault(section, []).append(found)
    for view, shown in views.items():
        form.evaluate("(form, view) => { form.dataset.view = view }", view)
        for found in shown:
            expect(found).to_be_visible()
        assert not violations(page, form_of, [scheme])
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_searching(at: Callable[[str], None], page: Page) -> None:
    at("")
    page.locator(".md-search__input").click()
    page.keyboard.type("codat")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert not violations(page, ".md-search")
