"""The questionnaire in its page: answering, progress, the check, nothing lost, what comes and goes as a file."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, FileChooser, Locator, Page, expect
from qbo_checks.checks.questionnaire.examples import READY
from qbo_checks.model import Language
from qbo_checks.questionnaire.load import load
from qbo_checks.questionnaire.model import several
from qbo_checks.questionnaire.read import read
from qbo_checks.questionnaire.write import from_plain, write

ITEMS = load().items
KEY = "qbo-questionnaire"

REFUSED = {"fr": "Changez votre réponse", "en": "Change your answer"}
REPLACE = {"fr": "Remplacer les miennes", "en": "Replace mine"}
COMPLETE = {"fr": "Garder les miennes, importer le reste", "en": "Keep mine, import the rest"}
NOTHING = {"fr": "Ne rien importer", "en": "Import nothing"}


@pytest.fixture
def form(at: Callable[[str], None], page: Page) -> Locator:
    at("questionnaire/")
    return page.locator("qbo-questionnaire")


def view(form: Locator, section: str) -> None:
    """Show a section, or the summary."""
    form.evaluate("(form, section) => { form.dataset.view = section }", section)


def box(form: Locator, name: str) -> Locator:
    """Where a question is answered, in the section that is shown for it."""
    found = form.locator(f'[data-item="{name}"]')
    view(form, str(found.evaluate("box => box.closest('[data-shows]').dataset.shows")))
    return found


def answer(form: Locator, name: str, value: Any) -> None:
    """Answer by hand, as a reader does."""
    item = ITEMS[name]
    place = box(form, name)
    known = {option.id for option in item.options}
    chosen = [value] if not isinstance(value, list) else value
    for option in [each for each in chosen if each in known]:
        place.locator(f'input[value="{option}"]').check()
    written = [str(each) for each in chosen if each not in known]
    if written:
        place.locator("[data-part=written]").fill("\n".join(written))


def held(form: Locator) -> dict[str, Any]:
    """The answers that the controls of the page show."""
    found: dict[str, Any] = (
        form.evaluate("""form => Object.fromEntries([...form.querySelectorAll("[data-item]")].map((box) => [
        box.dataset.item,
        [...[...box.querySelectorAll("input:checked")].map((input) => input.value),
         ...[...box.querySelectorAll("[data-part=written]")].map((written) => written.value)].filter(Boolean),
    ]).filter(([, value]) => value.length))""")
    )
    return found


def shown(values: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as the page's controls show them: what is written as one text."""
    result = {}
    for name, value in values.items():
        known = {option.id for option in ITEMS[name].options}
        entries = [str(each) for each in (value if isinstance(value, list) else [value])]
        written = "\n".join(each for each in entries if each not in known)
        result[name] = [option.id for option in ITEMS[name].options if option.id in entries]
        result[name] += [written] if written else []
    return result


def put_in(form: Locator, text: str) -> None:
    form.locator("[data-part=import]").evaluate("details => details.open = true")
    form.locator("[data-part=paste]").fill(text)
    form.locator("[data-part=read]").click()
    expect(form.locator("[data-part=imported]")).to_be_visible()


def taken_out(page: Page, form: Locator, kind: str) -> str:
    view(form, "summary")
    with page.expect_download() as download:
        form.locator(f'[data-write="{kind}"]').click()
    return Path(download.value.path()).read_text("utf-8")


def document(**values: Any) -> str:
    return json.dumps({"version": 1, "answers": {k.replace("_", "-"): v for k, v in values.items()}})


def test_all_that_is_recommended_and_the_rest_by_hand_passes(form: Locator, lang: str) -> None:
    """The whole questionnaire, as a reader answers it."""
    for item in ITEMS.values():
        if item.id not in READY:
            continue
        expect(box(form, item.id)).to_be_visible()
        if item.recommended and not item.id.startswith("AD6-"):
            box(form, item.id).locator("[data-part=use]").click()
        elif item.id == "AD6-addresses":
            # One's own alone: Codat's, in other words than its own, would stand there twice.
            answer(form, item.id, "8.8.8.8")
        else:
            answer(form, item.id, READY[item.id])
    box(form, "AD6-addresses").locator("[data-part=use]").click()
    expect(form).to_have_attribute("data-verdict", "pass")
    view(form, "summary")
    expect(form.locator("[data-part=verdict]")).to_be_visible()
    expect(form.locator("[data-part=left-part]")).to_be_hidden()
    expect(form.locator("[data-part=next]")).to_be_hidden()
    expect(form.locator('[data-code="questionnaire.complete"]')).to_be_visible()
    bar = form.get_by_role("progressbar")
    assert bar.evaluate("bar => bar.value === bar.max && bar.max") == 44
    expect(form.locator("[data-part=count]")).to_contain_text({"fr": "44 sur 44", "en": "44 of 44"}[lang])
    # To use Codat's addresses adds them to those that are there.
    assert "8.8.8.8" in held(form)["AD6-addresses"][0]


def test_a_keystroke_touches_its_answer_alone(form: Locator) -> None:
    """With everything answered: no key changes the page, asks Python or keeps anything; the pause after does."""
    form.locator("[data-part=keep]").check()
    put_in(form, document(**{k.replace("-", "_"): v for k, v in READY.items()}))
    expect(form).to_have_attribute("data-verdict", "pass")
    box(form, "EH4-how").locator("textarea").press_sequentially("s")
    expect(form.get_by_role("status")).to_be_empty()
    typed = form.evaluate("""form => {
        window.counted = {messages: 0, kept: 0};
        const count = (of, name, what) => {
            const real = of[name];
            of[name] = function (...given) { counted[what]++; return real.apply(this, given) };
        };
        // The worker belongs to a frame, whose classes are its own.
        for (const realm of [window, ...[...document.querySelectorAll("iframe")].map((frame) => frame.contentWindow)]) {
            count(realm.Worker.prototype, "postMessage", "messages");
        }
        count(MessagePort.prototype, "postMessage", "messages");
        count(Storage.prototype, "setItem", "kept");
        const watched = new MutationObserver(() => {});
        watched.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
        let keys = 0;
        for (const written of form.querySelectorAll("[data-part=written]")) {
            if (!written.value || written.closest('[data-when][hidden=""]')) continue;
            for (const key of "and more") {
                written.value += key;
                written.dispatchEvent(new InputEvent("input", {bubbles: true}));
                keys++;
            }
        }
        return {keys, touched: watched.takeRecords().length, ...counted};
    }""")
    assert typed == {"keys": typed["keys"], "touched": 0, "messages": 0, "kept": 0}
    assert typed["keys"] > 100
    expect(form).to_have_attribute("data-verdict", "fail")
    assert form.page.evaluate("counted.kept") == 1
    assert form.page.evaluate("counted.messages") > 0


def test_a_refusal_leads_to_its_question(form: Locator, lang: str, page: Page) -> None:
    answer(form, "AU1", "no")
    link = form.locator('[data-part=list] [data-code="questionnaire.refused"]')
    expect(link).to_contain_text(REFUSED[lang])
    view(form, "summary")
    assert link.inner_text().count("AU1") == 1
    beside = box(form, "AU1").locator('.qbo-finding[data-code="questionnaire.refused"]')
    expect(beside).to_have_attribute("data-severity", "error")
    expect(form).to_have_attribute("data-verdict", "fail")
    # A question that the reader has not come to is left, and not found fault with.
    expect(form.locator(".qbo-finding")).to_have_count(1)
    view(form, "summary")
    link.get_by_role("link").click()
    expect(page).to_have_url(re.compile("#question-au1$"))
    expect(box(form, "AU1").locator("input:checked")).to_be_focused()
    expect(beside).to_be_in_viewport()
    answer(form, "AU1", "yes")
    expect(beside).to_have_count(0)
    expect(link).to_have_count(0)


def test_a_section_appears_when_it_is_asked_and_says_why(form: Locator, page: Page, lang: str) -> None:
    for section, question, option in (
        ("lending", "AD5", "lending"),
        ("lending", "GQ7", "lending"),
        ("accounting-api", "AP1", "accounting"),
    ):
        place = form.locator(f"section[data-section={section}]")
        entry = form.locator(f"nav [data-section={section}]")
        expect(place).to_be_hidden()
        expect(entry).to_be_hidden()
        side = page.locator(f'.md-sidebar--secondary a[href="#questionnaire-{section}"]')
        expect(side).to_be_hidden()
        answer(form, question, [option])
        expect(side).to_be_visible()
        entry.get_by_role("link").click()
        expect(place).to_be_visible()
        why = load().sections[section].why
        assert why
        expect(place.locator("h3 + p")).to_contain_text(why["fr" if lang == "fr" else "en"])
        expect(place.locator(f'h3 + p a[href="#question-{question.lower()}"]')).to_be_visible()
        box(form, question).locator(f'input[value="{option}"]').uncheck()
        expect(place).to_be_hidden()


def test_the_page_asks_what_the_rules_ask(form: Locator, page: Page) -> None:
    """Every option of every question in turn, as Python sees it and as the page does."""
    questioned = {each.question for item in ITEMS.values() for each in item.when}
    questioned |= {each.question for section in load().sections.values() for each in section.when}
    form.locator("[data-part=keep]").check()  # So that what another tab keeps is taken over here.
    for name in questioned:
        for option in ITEMS[name].options:
            given = {"AC5": "yes", "AC5-why": "other", "AP1": ["accounting"]}
            given |= {name: [option.id] if ITEMS[name].kind == "several" else option.id}
            text = json.dumps({"version": 1, "answers": given})
            # Kept, and told, as by another tab: what this one reads at its next pause is the same.
            page.evaluate(
                "([key, newValue]) => { localStorage.setItem(key, newValue);"
                " dispatchEvent(new StorageEvent('storage', {key, newValue})) }",
                [KEY, text],
            )
            asked = form.locator("[data-item]").evaluate_all(
                "all => all.filter(one => !one.closest('[data-when][hidden=\"\"]')).map(one => one.dataset.item)"
            )
            answers = from_plain(given)
            expected = [item.id for item in ITEMS.values() if item.answerable and load().asks(item, answers)]
            assert sorted(asked) == sorted(expected), (name, option.id)


def test_an_answer_to_what_is_no_longer_asked_is_kept(form: Locator, page: Page) -> None:
    answer(form, "AI6", "yes")
    answer(form, "AI6-names", "QuickBooks Desktop")
    box(form, "AI6").locator('input[value="no"]').check()
    expect(box(form, "AI6-names")).to_be_hidden()
    assert json.loads(taken_out(page, form, "json"))["answers"] == {
        "AI6": "no",
        "AI6-names": "QuickBooks Desktop",
    }


def test_an_address_may_name_what_is_not_asked(at: Callable[[str], None], page: Page) -> None:
    at("questionnaire/#question-ln0")
    expect(page.locator("#question-ln0")).to_be_in_viewport()
    expect(page.locator("[data-part=bar]")).to_have_js_property("max", 39)


def test_an_address_that_names_nothing_is_no_fault(at: Callable[[str], None], page: Page) -> None:
    at("questionnaire/#%E0%A4%A")
    expect(page.locator("qbo-questionnaire [data-part=count]")).to_contain_text("39")


def test_one_section_at_a_time(form: Locator, page: Page, lang: str) -> None:
    shown = form.locator("[data-shows]:visible")
    expect(shown).to_have_count(1)
    expect(form.locator("[data-part=previous]")).to_be_hidden()
    place = {
        "fr": "Section 2 sur 7 · questions complètes : 0 sur 7",
        "en": "Section 2 of 7 · questions complete: 0 of 7",
    }[lang]
    form.locator("[data-part=following]").click()
    expect(shown).to_have_attribute("data-shows", "general")
    expect(shown.locator("[data-part=place]")).to_have_text(place)
    expect(shown.locator("h3")).to_be_in_viewport()
    expect(form.locator("nav [aria-current=step]")).to_have_attribute("href", "#questionnaire-general")
    # Each has an address; the way back leads to the section before, and the contents of the page to any.
    page.locator('.md-sidebar--secondary a[href="#questionnaire-security"]').click()
    expect(shown).to_have_attribute("data-shows", "security")
    page.go_back()
    expect(shown).to_have_attribute("data-shows", "general")
    answer(form, "GQ2", "no")
    expect(shown.locator("[data-part=place]")).to_contain_text({"fr": "1 sur 7", "en": "1 of 7"}[lang])
    page.reload()
    expect(shown).to_have_attribute("data-shows", "general")
    # Whoever searches the page for words finds them in every section.
    hidden = form.locator("[data-shows=security]")
    expect(hidden).to_have_attribute("hidden", "until-found")
    hidden.dispatch_event("beforematch")
    expect(shown).to_have_attribute("data-shows", "security")


def test_progress_counts_by_section_and_leads_to_what_is_left(form: Locator, lang: str) -> None:
    entry = form.locator("nav [data-section=general]")
    expect(entry).to_contain_text({"fr": "0 sur 7", "en": "0 of 7"}[lang])
    answer(form, "GQ1", "yes")
    expect(entry).to_contain_text({"fr": "0 sur 7", "en": "0 of 7"}[lang])
    answer(form, "GQ1-resolved", "yes")
    expect(entry).to_contain_text({"fr": "1 sur 7", "en": "1 of 7"}[lang])
    expect(form.locator('[data-left-of="GQ1"]')).to_be_hidden()
    form.locator("[data-part=next]").click()
    expect(box(form, "AD1").locator("input")).to_be_focused()
    # The question itself is to be seen, and not the header above it.
    for question in ("AD1", "SE7"):
        view(form, "summary")
        form.locator(f'[data-left-of="{question}"] a').click()
        expect(box(form, question).locator("input").first).to_be_focused()
        name = form.locator(f"#question-{question.lower()} a")
        expect(name).to_be_in_viewport(ratio=1)
        assert name.evaluate("""name => { const {left, top} = name.getBoundingClientRect();
            return name.contains(document.elementFromPoint(left + 3, top + 3)) }""")
    answer(form, "AD1", "done")
    form.locator("[data-part=next]").click()
    expect(box(form, "AD2-eula").locator("input")).to_be_focused()
    view(form, "summary")
    form.locator('[data-left-of="SE7"] a').click()
    expect(box(form, "SE7").locator("input").first).to_be_focused()


# Files.


@pytest.mark.parametrize("kind", ["json", "yaml"])
def test_what_is_exported_comes_back_without_loss(form: Locator, page: Page, kind: str) -> None:
    put_in(form, document(**{k.replace("-", "_"): v for k, v in READY.items()}))
    expect(form).to_have_attribute("data-verdict", "pass")
    assert held(form) == shown(READY)
    text = taken_out(page, form, kind)
    assert read(text).answers == from_plain(READY)
    page.reload()
    assert held(form) == {}

    def choose(chooser: FileChooser) -> None:
        chooser.set_files({"name": f"a.{kind}", "mimeType": "text/plain", "buffer": text.encode()})

    page.on("filechooser", choose)
    form.locator("[data-part=import] summary").click()
    form.locator("[data-part=file]").click()
    expect(form).to_have_attribute("data-verdict", "pass")
    assert held(form) == shown(READY)


@pytest.mark.parametrize("kind", ["json", "yaml"])
def test_one_file_goes_from_the_terminal_to_the_page_and_back(
    form: Locator, page: Page, lang: str, kind: str, tmp_path: Path
) -> None:
    def qbo_check(*given: str) -> str:
        command = [str(Path(sys.executable).with_name("qbo-check")), "questionnaire", *given]
        done = subprocess.run([*command, "--lang", lang], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
        return done.stdout

    template = qbo_check("init")
    for name, value in READY.items():
        template = template.replace(f"\n  {name}:\n", f"\n  {name}: {json.dumps(value)}\n")
    file = tmp_path / "answers.yaml"
    file.write_text(template, "utf-8")
    told = qbo_check(str(file))
    form.locator("[data-part=import]").evaluate("details => details.open = true")
    form.locator("[data-part=file]").set_input_files(file)
    expect(form).to_have_attribute("data-verdict", "pass")
    back = tmp_path / f"back.{kind}"
    back.write_text(taken_out(page, form, kind), "utf-8")
    assert read(back.read_text("utf-8")).answers == read(template).answers
    assert qbo_check(str(back)) == told.replace(str(file), str(back))


def test_a_file_says_how_it_is_encoded(form: Locator) -> None:
    """What PowerShell makes of “qbo-check questionnaire init > answers.yaml”."""
    form.locator("[data-part=import]").evaluate("details => details.open = true")
    written = "version: 1\nanswers:\n  AI6: yes\n  AI6-names: Célébrités\n".encode("utf-16")
    form.locator("[data-part=file]").set_input_files({"name": "a", "mimeType": "", "buffer": written})
    expect(box(form, "AI6-names")).to_be_visible()
    assert held(form) == {"AI6": ["yes"], "AI6-names": ["Célébrités"]}


def test_a_file_that_cannot_be_opened_says_so(form: Locator, page: Page) -> None:
    form.locator("[data-part=import]").evaluate("details => details.open = true")
    page.evaluate("""() => { Blob.prototype.arrayBuffer = () =>
        Promise.reject(new DOMException("moved", "NotReadableError")) }""")
    form.locator("[data-part=file]").set_input_files({"name": "a", "mimeType": "", "buffer": b"AD1: done"})
    expect(form.get_by_role("status")).not_to_be_empty()
    assert held(form) == {}


def test_people_get_their_own_forms(form: Locator, page: Page, lang: str) -> None:
    answer(form, "GQ1", "no")
    spoken: Language = "fr" if lang == "fr" else "en"
    for kind in ("markdown", "csv"):
        expected = write(kind, {"GQ1": "no"}, spoken)
        assert taken_out(page, form, kind).lstrip("\ufeff") == expected.lstrip("\ufeff").replace("\r\n", "\n")


UNREADABLE = [
    ('{"version": 1, "answers": {"AD1": ', "malformed"),
    ('{"version": 2, "answers": {"AD1": "done"}}', "wrong-version"),
    ("version: 1\nanswers:\n  AD1: &a done", "malformed"),
    ("", "empty"),
    ("[" * 100, "too-deep"),
    ("a" * 100_001, "oversized"),
]
"""What is put in, one after the other, and what is said of it: never the same twice running."""


def test_what_cannot_be_read_changes_nothing(form: Locator) -> None:
    answer(form, "GQ1", "no")
    for text, code in UNREADABLE:
        put_in(form, text)
        expect(form.locator("[data-part=imported] .qbo-finding")).to_have_attribute(
            "data-code", f"questionnaire.{code}"
        )
        expect(form.locator("[data-part=import-choice]")).to_be_hidden()
        assert held(form) == {"GQ1": ["no"]}


def test_what_is_right_is_kept_and_the_rest_is_told(form: Locator) -> None:
    put_in(form, document(AD1="done", AD7="x", AU2="hourly"))
    found = form.locator("[data-part=imported] .qbo-finding")
    expect(found).to_have_count(2)
    expect(found.first).to_contain_text("AD7")
    expect(found.last).to_have_attribute("data-code", "questionnaire.unknown-option")
    assert held(form) == {"AD1": ["done"]}


def test_nothing_is_replaced_without_asking(form: Locator, lang: str) -> None:
    answer(form, "GQ1", "no")
    answer(form, "GQ2", "yes")
    for choice, expected in (
        (REPLACE, {"GQ1": ["yes"], "GQ2": ["yes"], "AD1": ["done"]}),
        (COMPLETE, {"GQ1": ["no"], "GQ2": ["yes"], "AD1": ["done"]}),
        (NOTHING, {"GQ1": ["no"], "GQ2": ["yes"]}),
    ):
        put_in(form, document(GQ1="yes", GQ2="yes", AD1="done"))
        expect(form.locator("[data-part=import-message]")).to_contain_text("GQ1")
        expect(form.locator("[data-part=import-message]")).not_to_contain_text("GQ2")
        assert held(form) == {"GQ1": ["no"], "GQ2": ["yes"]}
        form.get_by_role("button", name=choice[lang]).click()
        assert held(form) == expected
        if choice is not NOTHING:
            form.locator("[data-part=undo]").click()
            assert held(form) == {"GQ1": ["no"], "GQ2": ["yes"]}


UNDO = {
    "used": {"fr": "Annuler la réponse à AI4", "en": "Undo the answer to AI4"},
    "import": {"fr": "Annuler l’importation", "en": "Undo the import"},
    "clearing": {"fr": "Annuler l’effacement", "en": "Undo clearing"},
}


def test_each_change_of_many_answers_can_be_undone(form: Locator, lang: str) -> None:
    """The latest first, and by its name; what the reader answered in between stays."""
    undo = form.locator("[data-part=undo]")
    expect(undo).to_be_hidden()
    answer(form, "GQ1", "yes")
    answer(form, "GQ1-resolved", "no")
    answer(form, "AD4", ["Accounting", "Sales"])
    before = held(form)
    put_in(form, document(GQ2="yes", AU1="yes"))
    view(form, "summary")
    form.locator("[data-part=clear]").click()
    assert held(form) == {}
    expect(form).to_have_attribute("data-state", "idle")
    box(form, "AI4").locator("[data-part=use]").click()
    answer(form, "GQ4", "yes")
    expect(undo).to_have_text(UNDO["used"][lang])
    undo.click()
    assert held(form) == {"GQ4": ["yes"]}
    expect(undo).to_have_text(UNDO["clearing"][lang])
    undo.click()
    assert held(form) == {**before, "GQ2": ["yes"], "AU1": ["yes"], "GQ4": ["yes"]}
    expect(box(form, "GQ1-resolved")).to_be_visible()
    expect(undo).to_have_text(UNDO["import"][lang])
    undo.click()
    assert held(form) == {**before, "GQ4": ["yes"]}
    expect(undo).to_be_hidden()
    expect(form.locator("[data-part=next]")).to_be_focused()


# Kept on this device.


def test_a_long_answer_without_spaces_can_be_broken_after_each_of_its_letters(form: Locator) -> None:
    """Where a font draws letters closer together, Chromium shapes the rest of the text anew for each line."""
    drawn = form.locator("textarea").evaluate_all(
        "(places) => places.map((place) => getComputedStyle(place).fontKerning)"
    )
    assert set(drawn) == {"none"}


def kept(page: Page) -> Any:
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "null")


def test_nothing_is_kept_unless_the_reader_wants_it(form: Locator, page: Page) -> None:
    answer(form, "GQ1", "no")
    expect(form).to_have_attribute("data-state", "done")
    assert kept(page) is None
    page.reload()
    assert held(form) == {}


def test_what_is_kept_survives_a_reload_and_the_other_language(form: Locator, page: Page, lang: str) -> None:
    answer(form, "AD2-eula", "https://www.example.com/eula")
    form.locator("[data-part=keep]").check()
    answer(form, "AI4", "public")
    answer(form, "AI4-users", 250)
    page.reload()
    everything = {"AD2-eula": ["https://www.example.com/eula"], "AI4": ["public"], "AI4-users": ["250"]}
    expect(form.locator("[data-part=keep]")).to_be_checked()
    assert held(form) == everything
    expect(box(form, "AI4-users")).to_be_visible()
    page.locator("[data-language-switch]").click()
    expect(page).to_have_url(re.compile({"fr": "/en/questionnaire/", "en": r"\d/questionnaire/"}[lang]))
    assert held(form) == everything
    form.locator("[data-part=keep]").uncheck()
    assert kept(page) is None
    assert held(form) == everything
    page.reload()
    assert held(form) == {}


OF_ANOTHER_VERSION = [
    '{"version": 0, "answers": {"GQ1": "no"}}',
    '{"version": 1, "answers": {"GQ1": {"no": 1}}}',
    '{"version": 1, "answers": ["no"]}',
    "{",
    "null",
]


def test_what_another_version_kept_is_shown_and_not_guessed_at(form: Locator, page: Page) -> None:
    for text in OF_ANOTHER_VERSION:
        page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, text])
        page.reload()
        expect(form.locator("[data-part=kept-problem]")).to_be_visible()
        expect(form.locator("[data-part=paste]")).to_have_value(text)
        expect(form.locator("[data-part=keep]")).not_to_be_checked()
        assert held(form) == {}
    answer(form, "GQ1", "no")
    expect(form).to_have_attribute("data-state", "done")
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == text


def test_a_browser_that_keeps_nothing_says_so(form: Locator, page: Page, lang: str) -> None:
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }"
    )
    form.locator("[data-part=keep]").click()
    expect(form.locator("[data-part=keep]")).not_to_be_checked()
    expect(form.get_by_role("status")).to_contain_text(
        {"fr": "ne permet pas de garder", "en": "can’t keep your answers"}[lang]
    )


def test_where_no_more_fits_nothing_older_stays_behind(form: Locator, page: Page) -> None:
    """Real storage, really full: answers that grow past its quota."""
    form.locator("[data-part=keep]").check()
    first = box(form, "EH4-how").locator("textarea")
    answer(form, "EH4", "yes")
    first.fill("an answer")
    page.wait_for_function("key => localStorage.getItem(key)?.includes('an answer')", arg=KEY)
    page.evaluate(
        """() => {
          for (let size = 1 << 22; size >= 1; size >>= 1) {
            try { for (let n = 0; ; n++) localStorage.setItem(`full-${size}-${n}`, "x".repeat(size)) } catch {}
          }
        }"""
    )
    first.fill("an answer that is longer than the one before")
    expect(form.locator("[data-part=keep]")).not_to_be_checked()
    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None
    assert first.input_value() == "an answer that is longer than the one before"


def test_a_host_that_is_shared_is_named(form: Locator, page: Page, lang: str) -> None:
    expect(form.locator("[data-part=shared]")).to_be_hidden()  # Here the guide has its host to itself.
    told = page.evaluate(
        """() => {
          const form = document.querySelector("qbo-questionnaire");
          const again = form.cloneNode(true);
          again.dataset.root = "/a-project/";
          form.replaceWith(again);
          const { hidden, textContent } = again.querySelector("[data-part=shared]");
          return { hidden, textContent };
        }"""
    )
    assert told["hidden"] is False
    assert page.evaluate("location.host") in told["textContent"]
    assert {"fr": "peuvent lire", "en": "can read"}[lang] in told["textContent"]


def test_two_tabs_do_not_overwrite_each_other(form: Locator, page: Page) -> None:
    form.locator("[data-part=keep]").check()
    other = page.context.new_page()
    other.goto(page.url)
    there = other.locator("qbo-questionnaire")
    answer(there, "GQ1", "no")
    expect(box(form, "GQ1").locator('input[value="no"]')).to_be_checked()
    answer(form, "GQ2", "yes")
    expect(box(there, "GQ2").locator('input[value="yes"]')).to_be_checked()
    assert held(there) == held(form) == {"GQ1": ["no"], "GQ2": ["yes"]}
    other.close()


def test_what_two_tabs_write_at_once_is_put_together(form: Locator, page: Page, lang: str) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    there = other.locator("qbo-questionnaire")
    for each in (form, there):
        each.locator("[data-part=keep]").check()
    # Neither has heard of the other's answer when it writes its own.
    answer(form, "GQ1", "no")
    answer(there, "GQ2", "yes")
    for each in (form, there):
        expect(box(each, "GQ1").locator('input[value="no"]')).to_be_checked()
        expect(box(each, "GQ2").locator('input[value="yes"]')).to_be_checked()
    assert kept(page)["answers"] == {"GQ1": "no", "GQ2": "yes"}
    # What a tab that kept nothing until now would replace, it asks about.
    for each in (form, there):
        each.locator("[data-part=keep]").uncheck()
    answer(there, "GQ1", "yes")
    form.locator("[data-part=keep]").check()
    expect(form.get_by_role("status")).to_contain_text({"fr": "gardées", "en": "kept"}[lang])
    there.locator("[data-part=keep]").check()
    expect(there.locator("[data-part=replace]")).to_be_visible()
    assert kept(page)["answers"]["GQ1"] == "no"
    there.locator("[data-part=replace]").click()
    expect(box(there, "GQ1").locator('input[value="no"]')).to_be_checked()
    other.close()


def test_whoever_leaves_with_answers_that_are_nowhere_is_asked(form: Locator, page: Page) -> None:
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    page.reload()
    assert asked == []
    answer(form, "GQ1", "no")
    taken_out(page, form, "json")
    page.reload()
    assert asked == []
    answer(form, "GQ1", "no")
    page.reload()
    assert asked == ["beforeunload"]
    answer(form, "GQ1", "no")
    form.locator("[data-part=keep]").check()
    page.reload()
    assert asked == ["beforeunload"]


def test_answers_can_be_taken_along_without_python(at: Callable[[str], None], page: Page) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    at("questionnaire/")
    form = page.locator("qbo-questionnaire")
    answer(form, "GQ1", "no")
    assert read(taken_out(page, form, "json")).answers == from_plain({"GQ1": "no"})


# However it is used.


def test_keyboard_alone(form: Locator, page: Page) -> None:
    form.locator("#choice-ad1-done").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    while not page.evaluate("document.activeElement.matches('[data-item=AD2-eula] input')"):
        page.keyboard.press("Tab")
    page.keyboard.type("https://www.example.com/eula")
    page.keyboard.press("Enter")
    assert page.url.endswith("/questionnaire/")
    view(form, "general")
    form.locator("#choice-gq1-yes").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(form.locator("#choice-gq1-no")).to_be_checked()
    expect(form.locator("#choice-gq1-no")).to_be_focused()
    form.locator("[data-part=next]").focus()
    page.keyboard.press("Enter")
    expect(box(form, "AD2-privacy").locator("input")).to_be_focused()
    use = box(form, "AI4").locator("[data-part=use]")
    use.focus()
    page.keyboard.press("Enter")
    expect(box(form, "AI4").locator("input:checked")).to_have_attribute("value", "public")
    expect(use).to_be_focused()
    form.locator("[data-part=undo]").focus()
    page.keyboard.press("Enter")
    expect(box(form, "AI4").locator("input:checked")).to_have_count(0)
    # What has the focus is never under the header or the bar.
    for name in ("AI4", "SE7", "AU1"):
        control = box(form, name).locator("input").first
        form.locator("[data-part=next]").focus()
        control.focus()
        place = control.evaluate("""control => { const {left, top} = control.getBoundingClientRect();
            return document.elementFromPoint(left + 5, top + 5) === control }""")
        assert place, name


def test_the_sheet_holds_every_question_that_is_asked_and_all_of_its_answer(
    form: Locator, page: Page
) -> None:
    long = "\n".join(f"Line {number} of what we do" for number in range(60))
    answer(form, "EH4", "yes")
    answer(form, "EH4-how", long)
    answer(form, "AI2", ["saas", "Watch"])
    page.evaluate("window.print = () => { window.printed = true }")
    view(form, "summary")
    form.locator("[data-part=print]").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    asked = [item.id for item in load().questions if load().asks(item, {})]
    assert (
        form.locator("[data-question]:visible").evaluate_all("all => all.map(one => one.dataset.question)")
        == asked
    )
    expect(form.get_by_role("button")).to_have_count(0)
    expect(
        form.locator("nav, dl, .questionnaire__start, .questionnaire__bar").filter(visible=True)
    ).to_have_count(0)
    # Of what is answered, the answer; of the rest, all that can be chosen.
    assert box(form, "AI2").locator("input:visible").evaluate_all("all => all.map(one => one.value)") == [
        "saas"
    ]
    expect(box(form, "AI2").locator("textarea")).to_be_visible()
    assert box(form, "AI3").locator("input:visible").count() == len(ITEMS["AI3"].options)
    written = box(form, "EH4-how").locator("textarea")
    assert written.evaluate("written => written.scrollHeight <= written.clientHeight + 1")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(form.locator("nav")).to_be_visible()


def test_text_for_intuit_can_be_copied(form: Locator, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answer(form, "AI1", ["platform"])
    box(form, "AI1-platform-use").locator("[data-part=copy]").click()
    expect(form.get_by_role("status")).not_to_be_empty()
    item = ITEMS["AI1-platform-use"]
    assert item.recommended
    assert page.evaluate("navigator.clipboard.readText()") == several(item.recommended.answer)[0]


def test_python_is_fetched_for_answers_alone(form: Locator, page: Page, asked: list[str]) -> None:
    form.hover()
    form.locator("nav a").nth(1).click()
    assert not [url for url in asked if "/runtime/" in url]
    form.locator("#choice-gq1-no").check()
    expect(form).to_have_attribute("data-state", "done")
    sent = len(asked)
    form.locator("#choice-gq2-no").check()
    taken_out(page, form, "json")
    assert [url for url in asked[sent:] if not url.startswith("blob:")] == []


def test_a_policy_without_inline_code_is_kept(at: Callable[[str], None], page: Page) -> None:
    """The element sets no style and runs no text: what it adds to the page is under the strictest policy."""
    at("questionnaire/")
    form = page.locator("qbo-questionnaire")
    page.evaluate("""() => { const policy = document.createElement("meta"); policy.httpEquiv = "Content-Security-Policy";
        policy.content = "default-src 'self' blob:; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; style-src 'self'";
        document.head.append(policy); }""")
    answer(form, "GQ6", "yes")
    expect(form.locator('.qbo-finding[data-code="questionnaire.at-risk"]')).to_be_visible()


@pytest.mark.breaks("404|Failed to load|runtime/")
def test_without_python_the_answers_stay_and_are_kept(form: Locator, page: Page) -> None:
    page.route("**/runtime/*/**", lambda route: route.fulfill(status=404))
    form.locator("[data-part=keep]").check()
    answer(form, "GQ1", "no")
    expect(form).to_have_attribute("data-state", "failed")
    expect(form.locator("[data-part=failed]")).to_be_visible()
    assert kept(page) == {"version": 1, "answers": {"GQ1": "no"}}
    page.unroute_all(behavior="ignoreErrors")
    form.locator("[data-part=retry]").click()
    expect(form).to_have_attribute("data-state", "done")
    expect(form.locator("[data-part=failed]")).to_be_hidden()


def test_no_script(browser: Browser, base_url: str, lang: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    page.goto({"fr": "/questionnaire/", "en": "/en/questionnaire/"}[lang])
    form = page.locator("qbo-questionnaire")
    expect(
        form.get_by_text(
            {"fr": "JavaScript ne s’exécute pas ici", "en": "JavaScript isn’t running here"}[lang]
        )
    ).to_be_visible()
    expect(form.locator("[data-item]:visible")).to_have_count(sum(item.answerable for item in ITEMS.values()))
    expect(form.get_by_role("button")).to_have_count(0)
    form.locator("#choice-gq1-no").check()
    form.locator("#answer-ad2-eula").fill("x")
    form.locator("#answer-ad2-eula").press("Enter")
    assert page.url.endswith("/questionnaire/")
    context.close()
