"""The worker: warm before it is needed, and without a way out, on hosts that send headers and on those that do not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import host
import pytest
from host import EITHER_WAY, quiet
from playwright.sync_api import Locator, Page, Route, expect
from qbo_checks.portal import SANDBOX_URI

NOTHING_OPENED = {"fr": "Aucune sortie ne s’est ouverte.", "en": "No way out opened."}
ALL_THE_SAME = {"fr": "Chaque fichier a l’empreinte annoncée.", "en": "Each file has the published digest."}
TRIED = r"violates|Content Security Policy|Content-Security-Policy|guide\.invalid|qbo-check/\w+/try|NS_ERROR|CSP|WebTransport"
ASK = "async ([script, request]) => (await import(script)).runtime.ask(request)"


@pytest.mark.warm
@pytest.mark.firefox
def test_python_is_warm_before_the_reader_shows_intent(
    at: Callable[[str], None], page: Page, check: Locator, asked: list[str]
) -> None:
    at("sandbox/")
    page.evaluate("""new Promise((resolve) => new PerformanceObserver((list) => {
        if (list.getEntriesByName("qbo:instantiate").length > 0) resolve();
    }).observe({ type: "measure", buffered: true }))""")
    sent = len(asked)
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-verdict", "fail")
    assert asked[sent:] == []


@pytest.mark.warm
@pytest.mark.parametrize(
    "connection", ["{ saveData: true, effectiveType: '4g' }", "{ saveData: false, effectiveType: '2g' }"]
)
def test_a_slow_or_metered_connection_is_left_alone(
    at: Callable[[str], None], page: Page, asked: list[str], connection: str
) -> None:
    page.add_init_script(f"Object.defineProperty(navigator, 'connection', {{ value: {connection} }})")
    at("sandbox/")
    quiet(page)
    assert not [url for url in asked if "/runtime/" in url]


@EITHER_WAY
@pytest.mark.firefox
def test_the_worker_is_sealed_before_it_is_given_python(
    at: Callable[[str], None], check: Locator, asked: list[str], request: pytest.FixtureRequest
) -> None:
    at("sandbox/")
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-verdict", "fail")
    # Where the host sends no policy with the worker's script, the worker is made in a frame that has one.
    framed = "no headers" in request.node.name
    assert bool([url for url in asked if url.endswith("/frame.html")]) == framed


@EITHER_WAY
@pytest.mark.firefox
@pytest.mark.breaks(TRIED)
def test_no_way_out_of_the_worker_opens(at: Callable[[str], None], page: Page, lang: str) -> None:
    at("privacy/")
    proof = page.locator("qbo-proof")
    proof.locator("[data-part=try]").click()
    expect(proof.get_by_role("status")).to_have_text(NOTHING_OPENED[lang])
    outcomes = proof.locator("[data-way]").evaluate_all(
        "rows => Object.fromEntries(rows.map((row) => [row.dataset.way, row.dataset.outcome]))"
    )
    assert {way for way, outcome in outcomes.items() if outcome == "blocked"} >= {
        *("fetch-elsewhere", "fetch-here", "xhr", "websocket", "import")
    }
    # Chromium fails an EventSource and a WebTransport as well, without a word of the policy.
    assert {outcomes["eventsource"], outcomes["webtransport"]} <= {"blocked", "unknown"}
    assert outcomes["webrtc"] == outcomes["beacon"] == "absent"
    expect(proof.locator("[data-part=policy]")).to_contain_text("connect-src 'none'")


def seized(wheel: Path) -> bytes:
    """The packed rules with inside.py in the place of what the page asks."""
    made = io.BytesIO()
    with zipfile.ZipFile(wheel) as rules, zipfile.ZipFile(made, "w") as changed:
        for name in rules.namelist():
            if not name.startswith("qbo_checks/browser.py"):
                changed.writestr(name, rules.read(name))
        changed.write(Path(__file__).with_name("inside.py"), "qbo_checks/browser.py")
    return made.getvalue()


# Each way that has Pyodide, and each way in which its worker is sealed. The image has neither of Pyodide's
# bridges: tests/runtime/test_pack.py looks into it.
@pytest.mark.firefox
@pytest.mark.breaks(rf"{TRIED}|/try/|runtime/|Failed to load|ServiceWorker|WebSocket|ws://")
@pytest.mark.parametrize(
    ("base_url", "way"), [("headers", "stock"), ("no headers", "library")], indirect=["base_url"]
)
def test_python_itself_reaches_nobody(page: Page, site: Path, base_url: str, way: str) -> None:
    def gone(route: Route) -> None:
        route.fulfill(status=404, body="")

    (wheel,) = site.glob(f"assets/runtime/*/{way}/*.whl")
    (script,) = site.glob("assets/qbo-check/*/shared.js")
    page.route("**/python.wasm", gone)
    if way == "stock":
        page.route("**/library/*", gone)
    page.route(f"**/{way}/*.whl", lambda route: route.fulfill(body=seized(wheel)))
    page.goto("/privacy/")
    host.received.clear()

    def ask(**request: Any) -> dict[str, str]:
        told: dict[str, str] = page.evaluate(ASK, [f"/{script.relative_to(site).as_posix()}", request])
        return told

    with host.serving(site, []) as elsewhere:

        def reached() -> list[str]:
            return [got for got in host.received if got.startswith(elsewhere) or "/try/" in got]

        outcomes = ask(origins=[base_url, elsewhere])
        while not outcomes:
            page.wait_for_timeout(100)
            outcomes = ask()
        assert len(outcomes) == 30
        assert [url for url, outcome in outcomes.items() if outcome == "open"] == []
        assert reached() == []
        # Both hosts do tell of what reaches them.
        page.evaluate("fetch('/try/')")
        urlopen(elsewhere).close()
        assert len(reached()) == 3


def test_the_page_counts_its_requests_since_something_was_typed(
    at: Callable[[str], None], page: Page, check: Locator
) -> None:
    at("privacy/")
    count = page.locator("qbo-proof [data-part=requests]")
    check.get_by_role("textbox").focus()
    expect(check).to_have_attribute("data-state", "ready")
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-verdict", "fail")
    expect(count).to_have_text("0")
    # It does count: this one is asked for by the test.
    page.evaluate("fetch(location.href, { cache: 'reload' }).then((response) => response.text())")
    expect(count).to_have_text("1")


def test_the_files_are_those_of_the_bill(at: Callable[[str], None], page: Page, lang: str) -> None:
    at("privacy/")
    proof = page.locator("qbo-proof")
    proof.locator("[data-part=compare]").click()
    expect(proof.get_by_role("status")).to_have_text(ALL_THE_SAME[lang])
    names = proof.locator("[data-part=files] [data-part=name]").all_inner_texts()
    assert {"python.wasm", "worker.js", "image.js", "runtime.js", "qbo-check.js"} <= {*names}
