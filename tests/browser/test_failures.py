"""Our own failures: the reader is told in words, keeps what they typed, and can try again."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import host
import pytest
from failures import AGAIN, TOLD
from playwright.sync_api import Browser, Locator, Page, Route, expect
from qbo_checks.portal import SANDBOX_URI

ROOT = Path(__file__).parents[2]
TYPED = f"{SANDBOX_URI}/"


def expect_failure(check: Locator, reason: str, lang: str) -> None:
    expect(check).to_have_attribute("data-state", "failed")
    assert check.get_attribute("data-verdict") is None
    expect(check.get_by_role("status")).to_contain_text(TOLD[reason][lang])
    expect(check.get_by_role("button", name=AGAIN[lang])).to_be_visible()
    expect(check.get_by_role("textbox")).to_have_value(TYPED)


def expect_recovery(check: Locator, lang: str) -> None:
    check.get_by_role("button", name=AGAIN[lang]).click()
    expect(check).to_have_attribute("data-verdict", "fail")
    expect(check.locator("[data-code]")).to_have_attribute("data-code", "redirect-uri.trailing-slash")
    expect(check.get_by_role("textbox")).to_have_value(TYPED)


def gone(route: Route) -> None:
    route.fulfill(status=404, body="")


def replaced(route: Route) -> None:
    """By the page that some hosts send for whatever is not there, or to who has to sign in."""
    route.fulfill(body="<!doctype html><title>Portal</title>", content_type="text/html; charset=utf-8")


@pytest.mark.breaks(r"runtime/|worker.js|Failed to load|ERR_FAILED")
@pytest.mark.parametrize(("missing", "answer"), [("runtime/*/**", replaced), ("runtime/*/*-worker.js", gone)])
def test_missing_files(
    at: Callable[[str], None],
    page: Page,
    check: Locator,
    lang: str,
    missing: str,
    answer: Callable[[Route], None],
) -> None:
    page.route(f"**/{missing}", answer)
    at("sandbox/")
    check.get_by_role("textbox").fill(TYPED)
    expect_failure(check, "outdated", lang)
    page.unroute(f"**/{missing}", answer)
    expect_recovery(check, lang)


@pytest.mark.breaks(r"qbo-check.js|shared.js|Failed to load|ERR_FAILED")
@pytest.mark.parametrize("missing", ["qbo-check.js", "shared.js"])
def test_a_page_whose_scripts_are_gone(
    at: Callable[[str], None], page: Page, check: Locator, lang: str, missing: str
) -> None:
    """The site was rebuilt after the page was loaded, or the page after its scripts."""
    page.route(f"**/{missing}", gone)
    at("sandbox/")
    expect(check.get_by_text(TOLD["gone"][lang])).to_be_visible()


# Each backend, and what must be missing or broken for it to be used.

IMAGE = "**/python.wasm"
LIBRARY = "**/runtime/*/library/*.zip"


@pytest.mark.breaks(r"runtime/|Failed to load")
@pytest.mark.parametrize(
    ("missing", "backend"),
    [
        ((), "image"),
        pytest.param((IMAGE, LIBRARY), "stock", marks=pytest.mark.firefox),  # Past both others.
    ],
    ids=str,
)
def test_each_backend_is_followed_by_the_next(
    at: Callable[[str], None],
    page: Page,
    check: Locator,
    asked: list[str],
    missing: tuple[str, ...],
    backend: str,
) -> None:
    for pattern in missing:
        page.route(pattern, gone)
    at("sandbox/")
    check.get_by_role("textbox").fill(TYPED)
    expect(check).to_have_attribute("data-verdict", "fail")
    expect(check.locator("[data-code]")).to_have_attribute("data-code", "redirect-uri.trailing-slash")
    assert [url for url in asked if url.endswith("python.wasm")]
    assert bool([url for url in asked if "/library/" in url]) == (backend != "image")
    assert bool([url for url in asked if "/stock/" in url]) == (backend == "stock")


def image(answering: str) -> bytes:
    """An image of the right form that does nothing but this when it is asked."""
    source = f"""
        import binaryen from "binaryen";
        const module = binaryen.parseText(`(module
          (import "image" "cold" (func $cold))
          (memory (export "memory") 1)
          (table (export "table") 1 funcref)
          (global (export "answer") i32 (i32.const 0))
          (func (export "malloc") (param i32) (result i32) (i32.const 8))
          (func (export "free") (param i32))
          (func (export "PyUnicode_FromStringAndSize") (param i32 i32) (result i32) (i32.const 1))
          (func (export "PyUnicode_AsUTF8AndSize") (param i32 i32) (result i32) (i32.const 1))
          (func (export "PyObject_CallOneArg") (param i32 i32) (result i32) {answering} (unreachable))
          (func (export "_Py_DecRef") (param i32)))`);
        process.stdout.write(module.emitBinary());
    """
    command = [str(ROOT / ".venv" / "bin" / "node"), "--input-type=module", "--eval", source]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout


@pytest.mark.parametrize("broken", ["lacking", pytest.param("damaged", marks=pytest.mark.firefox)])
def test_an_image_that_cannot_answer_gives_way_to_pyodide(
    at: Callable[[str], None],
    page: Page,
    site: Path,
    check: Locator,
    asked: list[str],
    broken: str,
) -> None:
    (made,) = site.glob("assets/runtime/*/python.wasm")
    served = {
        "lacking": image("(call $cold)"),
        "damaged": made.read_bytes()[:1000],  # Cut short: what is intercepted is slow to hand over.
    }[broken]
    host.publish(page, site, {"python.wasm": served})
    at("sandbox/")
    check.get_by_role("textbox").fill(TYPED)
    expect(check).to_have_attribute("data-verdict", "fail")
    assert [url for url in asked if "/library/" in url]
    assert not [url for url in asked if "/stock/" in url]


@pytest.mark.breaks(r"Traceback|Python raised")
@pytest.mark.parametrize("serving", [True, False])
def test_only_the_author_of_a_page_reads_tracebacks(page: Page, *, serving: bool) -> None:
    """What Python says of an exception may quote what was pasted: `mkdocs serve` alone writes it to the console."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    if serving:
        page.route("**/sandbox/", as_served)
    page.goto("sandbox/")
    page.evaluate("""async () => {
        const element = document.querySelector("script[src*='qbo-check.js']").src;
        const { runtime } = await import(new URL("shared.js", element));
        globalThis.asked = runtime.ask({ check: "redirect-uri", lang: "en" }).catch(({ reason }) => reason);
    }""")
    if serving:
        while not any("Traceback" in text and "KeyError: 'fields'" in text for text in said):
            page.wait_for_timeout(50)
    else:
        # It is asked of each backend in turn.
        assert page.evaluate("asked") == "crash"
        assert not any("Traceback" in text or "KeyError" in text for text in said)


def as_served(route: Route) -> None:
    """The page as `mkdocs serve` writes it, which the built one must not be."""
    answer = route.fetch()
    assert "data-debug" not in answer.text()
    route.fulfill(
        response=answer,
        body=answer.text().replace('id="qbo-check-runtime"', 'id="qbo-check-runtime" data-debug'),
    )


@pytest.mark.breaks(r"ERR_INTERNET_DISCONNECTED|failed")
def test_no_network(at: Callable[[str], None], page: Page, check: Locator, lang: str) -> None:
    at("sandbox/")
    page.context.set_offline(True)
    check.get_by_role("textbox").fill(TYPED)
    expect_failure(check, "network", lang)
    page.context.set_offline(False)
    expect_recovery(check, lang)


@pytest.mark.breaks(r"ERR_ABORTED|failed")
def test_a_download_that_stalls(at: Callable[[str], None], page: Page, check: Locator, lang: str) -> None:
    held: list[Route] = []
    page.clock.install()
    page.route("**/python.wasm", lambda route: held.append(route))
    at("sandbox/")
    with page.expect_worker() as begun:
        check.get_by_role("textbox").fill(TYPED)
    expect(check).to_have_attribute("data-state", "loading")
    # A worker has its own time to begin in, by the same clock.
    begun.value.evaluate("() => 0")
    page.clock.fast_forward(21_000)
    expect_failure(check, "network", lang)
    page.unroute_all(behavior="ignoreErrors")
    page.clock.resume()
    expect_recovery(check, lang)


def test_no_webassembly(at: Callable[[str], None], page: Page, check: Locator, lang: str) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    at("sandbox/")
    check.get_by_role("textbox").fill(TYPED)
    expect_failure(check, "browser", lang)


HOSTS_OWN = {
    "no texts": "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
    "no WebAssembly": "worker-src 'self' blob:",
    # Nor, then, what makes the worker's address one that Trusted Types let through.
    "no inline script": "script-src 'self'",
}
"""What a host may send of its own: what it does not allow, ours cannot."""


@pytest.mark.firefox
@pytest.mark.breaks(
    r"unsafe-eval|WebAssembly|Content.Security.Policy|blocked|Refused|CompileError|violates|__md_get"
)
@pytest.mark.parametrize("forbids", HOSTS_OWN)
def test_a_host_that_forbids_what_is_needed_is_named(
    at: Callable[[str], None], page: Page, check: Locator, lang: str, forbids: str
) -> None:
    policy = HOSTS_OWN[forbids]
    if forbids == "no WebAssembly":
        policy += "; script-src 'self' 'unsafe-inline'"

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route(lambda url: url.endswith("/"), with_policy)
    at("sandbox/")
    check.get_by_role("textbox").fill(TYPED)
    expect_failure(check, "host", lang)


@pytest.mark.breaks("NoMeasure")
def test_a_page_whose_clock_is_broken_still_answers(
    at: Callable[[str], None], page: Page, check: Locator
) -> None:
    """A script of an extension's may have put another in its place."""
    page.add_init_script("performance.measure = () => { throw new Error('NoMeasure') }")
    at("sandbox/")
    check.get_by_role("textbox").fill(TYPED)
    expect(check).to_have_attribute("data-verdict", "fail")


# What stands before the text of a worker's script, how long each start of it is waited for in milliseconds, and why there is no answer.
BROKEN_SCRIPTS: dict[str, tuple[str, list[int], str]] = {
    "does not parse": ("}{", [], "crash"),
    "throws at once": ("throw new Error('broken');", [], "crash"),
    "never ends": ("for (;;);", [20_000], "timeout"),
    "says nothing": ("globalThis.postMessage = () => {};", [20_000], "timeout"),
    "hears nothing": ("addEventListener('message', (event) => event.stopImmediatePropagation());", [20_000, 60_000], "timeout"),
    "ends itself later": ("const end = globalThis.close.bind(globalThis); addEventListener('message', () => end());", [20_000, 60_000], "timeout"),
    "runs on for ever": ("addEventListener('message', () => { for (;;); });", [20_000, 60_000], "timeout"),
    "throws when it is asked": ("addEventListener('message', () => { throw new Error('broken'); });", [], "crash"),
    "loses a promise": ("addEventListener('message', (event) => { event.stopImmediatePropagation(); Promise.reject(new Error('broken')); });", [], "crash"),
    "finds no file": ("const fetch = async () => { throw new TypeError('broken'); }; addEventListener('message', ({ data }) => { if (data.backend === 'image') throw new Error('broken'); });", [], "crash"),
    "keeps what acts": ("Object.defineProperty(globalThis, 'open', { value() {} });", [], "unsealed"),
}  # fmt: skip

OF_THE_BROWSER = {"does not parse", "runs on for ever", "loses a promise"}
"""What a browser, and not the page's own clock, tells: in Firefox too."""


@pytest.mark.breaks(
    r"broken|SyntaxError|expected expression|Unexpected token|Content.Security.Policy|Failed to fetch|TypeError|data:|blob:|runtime/"
)
@pytest.mark.parametrize(
    "how",
    [
        pytest.param(how, marks=[pytest.mark.firefox] if how in OF_THE_BROWSER else [])
        for how in BROKEN_SCRIPTS
    ],
)
def test_a_script_of_the_worker_that_fails_or_never_answers(
    at: Callable[[str], None], page: Page, site: Path, check: Locator, lang: str, how: str
) -> None:
    before, waited, reason = BROKEN_SCRIPTS[how]
    (runtime,) = site.glob("assets/runtime/*")
    scripts = ("image-worker.js", "pyodide-worker.js")
    host.publish(
        page, site, {name: before.encode() + b"\n" + (runtime / name).read_bytes() for name in scripts}
    )
    page.add_init_script("""const { postMessage } = Worker.prototype; top.handed ??= new Set();
        Worker.prototype.postMessage = function (...given) { if (given[0].backend) top.handed.add(given[0].backend); return postMessage.apply(this, given); }""")
    page.clock.install()
    at("sandbox/")
    check.get_by_role("textbox").fill(TYPED)
    for number, milliseconds in enumerate(waited, start=1):
        # It is waited for from when the worker is there, or has been handed its bytes.
        if len(waited) == 1:
            while not host.pythons(page):
                page.wait_for_timeout(50)
        else:
            while page.evaluate("handed.size") < number:
                page.wait_for_timeout(50)
        expect(check).to_have_attribute("data-state", "loading")
        page.clock.fast_forward(milliseconds + 1)
    expect_failure(check, reason, lang)


def test_a_worker_that_dies(at: Callable[[str], None], page: Page, check: Locator, lang: str) -> None:
    page.clock.install()
    at("sandbox/")
    check.get_by_role("textbox").focus()
    expect(check).to_have_attribute("data-state", "ready")
    (python,) = host.pythons(page)
    python.evaluate("setTimeout(() => { for (;;); })")
    check.get_by_role("textbox").fill(TYPED)
    check.locator("button[type=submit]").click()
    expect(check).to_have_attribute("data-state", "checking")
    page.clock.fast_forward(11_000)
    expect_failure(check, "timeout", lang)
    page.clock.resume()
    expect_recovery(check, lang)


@pytest.fixture
def endless(page: Page, site: Path) -> Callable[[], None]:
    """Serves an image that never answers, until the function that it returns is called: then Pyodide has to."""
    host.publish(page, site, {"python.wasm": image("(loop $for_ever (br $for_ever))")})
    return page.unroute_all


def test_a_rule_that_never_ends(
    at: Callable[[str], None], page: Page, check: Locator, lang: str, endless: Callable[[], None]
) -> None:
    page.clock.install()
    at("sandbox/")
    check.get_by_role("textbox").fill(TYPED)
    check.locator("button[type=submit]").click()
    expect(check).to_have_attribute("data-state", "checking")
    page.clock.fast_forward(11_000)
    expect_failure(check, "timeout", lang)
    endless()
    page.clock.resume()
    expect_recovery(check, lang)


@pytest.mark.usefixtures("endless")
def test_a_worker_killed_in_mid_check(
    at: Callable[[str], None],
    page: Page,
    check: Locator,
    lang: str,
    browser: Browser,
) -> None:
    """Killed by the browser itself while Python runs, as an out-of-memory worker is."""
    page.clock.install()
    at("sandbox/")
    check.get_by_role("textbox").fill(TYPED)
    check.locator("button[type=submit]").click()
    expect(check).to_have_attribute("data-state", "checking")
    devtools = browser.new_browser_cdp_session()
    targets = devtools.send("Target.getTargets", {"filter": [{"type": "worker"}]})["targetInfos"]
    (worker,) = [target for target in targets if target["url"].startswith("blob:")]
    session = devtools.send("Target.attachToTarget", {"targetId": worker["targetId"], "flatten": False})
    kill = json.dumps({"id": 1, "method": "Runtime.terminateExecution"})
    devtools.send("Target.sendMessageToTarget", {"sessionId": session["sessionId"], "message": kill})
    page.clock.fast_forward(11_000)
    expect_failure(check, "timeout", lang)


def test_no_script(browser: Browser, base_url: str, lang: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    page.goto("/sandbox/" if lang == "fr" else "/en/sandbox/")
    check = page.locator("qbo-check").first
    expect(check.get_by_text(TOLD["script"][lang])).to_be_visible()
    expect(
        check.get_by_label({"fr": "URI de redirection", "en": "Redirect URI"}[lang], exact=True)
    ).to_be_visible()
    expect(check.get_by_role("button")).to_have_count(0)
    expect(page.get_by_text(SANDBOX_URI).first).to_be_visible()
    # Nothing that is typed can end up in an address.
    assert check.locator("[name], [action]").count() == 0
    check.get_by_role("textbox").fill("x")
    check.get_by_role("textbox").press("Enter")
    assert re.search(r"/sandbox/$", page.url)
    context.close()
