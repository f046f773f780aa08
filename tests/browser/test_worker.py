"""The worker: warm before it is needed, and without a way out, on hosts that send headers and on those that do not."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import host
import pytest
from host import publish, quiet
from live_checks.runtime import pack, workers
from playwright.sync_api import Locator, Page, Route, expect
from qbo_checks.portal import SANDBOX_URI

NOTHING_OPENED = {"fr": "Toutes les sorties sont fermées.", "en": "Every way out is closed."}
ALL_THE_SAME = {"fr": "Chaque fichier a l’empreinte annoncée.", "en": "Each file has the published digest."}
TRIED = r"violates|Content Security Policy|Content-Security-Policy|guide\.invalid|/try|NS_ERROR|CSP|WebTransport|WebSocket|Trusted"
HERE = Path(__file__).parent
ROOT = HERE.parents[1]
# What no policy can take away, since it is no object; the policy forbids it.
OF_THE_LANGUAGE = {"import-elsewhere", "import-here", "import-data"}
# What this kind of worker lacks, in one browser or in both.
LACKING = {"shared-worker", "service-worker", "webrtc", "beacon"}
# Chromium fails an EventSource and a WebTransport, and Firefox a font, without a word of the policy.
WORDLESS = {"eventsource", "webtransport", "font"}
ASK = "async ([script, request]) => (await import(script)).runtime.ask(request)"


@pytest.mark.warm
def test_python_is_warm_before_the_reader_shows_intent(
    at: Callable[[str], None], page: Page, check: Locator, asked: list[str]
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    at("sandbox/")  # The reader stays.
    page.wait_for_function(host.STARTED, timeout=60_000)
    quiet(page)
    assert (
        said == []
    )  # What is written to the console of a page that nobody has used yet counts as an error of it.
    sent = len(asked)
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-verdict", "fail")
    assert asked[sent:] == []


@pytest.mark.warm
@pytest.mark.parametrize(
    "connection",
    [
        "{ saveData: true, effectiveType: '4g' }",
        "{ saveData: false, effectiveType: '3g' }",
        pytest.param("undefined", marks=pytest.mark.firefox),  # As in Firefox, which does not tell.
    ],
)
def test_a_slow_or_metered_connection_is_left_alone(
    at: Callable[[str], None], page: Page, asked: list[str], connection: str
) -> None:
    page.add_init_script(f"Object.defineProperty(navigator, 'connection', {{ value: {connection} }})")
    page.clock.install()
    at("sandbox/")
    page.clock.fast_forward(60_000)  # However long the reader stays.
    quiet(page)
    assert not [url for url in asked if "/runtime/" in url]


# On a host of each kind; in Firefox on that which sends ours: test_tampered_scripts_reach_nobody tries all three there.
@pytest.mark.parametrize(
    "base_url",
    [pytest.param("headers", marks=pytest.mark.firefox), "no headers", "no frames"],
    indirect=True,
)
@pytest.mark.breaks(TRIED)
def test_python_runs_asks_for_nothing_more_and_has_no_way_out(
    at: Callable[[str], None], check: Locator, page: Page, asked: list[str]
) -> None:
    at("privacy/")
    check.get_by_role("textbox").focus()
    expect(check).to_have_attribute("data-state", "ready")
    sent = len(asked)
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-verdict", "fail")
    assert asked[sent:] == []
    # Nothing but the one blank frame, which comes from nowhere.
    # Firefox gives a frame that never loaded no address.
    assert [frame.url or "about:blank" for frame in page.frames[1:]] == ["about:blank"]

    lang = "en" if "/en/" in page.url else "fr"
    proof = page.locator("qbo-proof")
    host.received.clear()
    proof.locator("[data-part=try]").click()
    expect(proof.get_by_role("status")).to_have_text(NOTHING_OPENED[lang])
    rows = proof.locator("[data-route]").evaluate_all("rows => rows.map(({ dataset }) => ({ ...dataset }))")
    outcomes = {row["route"]: row["outcome"] for row in rows}
    assert len(outcomes) == 18
    assert {route for route, outcome in outcomes.items() if outcome == "absent"} <= LACKING
    assert {route for route, outcome in outcomes.items() if outcome == "unknown"} <= WORDLESS
    assert {row["route"] for row in rows if row["removed"] != "true"} == OF_THE_LANGUAGE
    expect(proof.locator("[data-part=policy]")).to_contain_text(
        "script-src 'wasm-unsafe-eval'; worker-src blob:"
    )
    expect(proof.locator("[data-part=reports]")).to_be_hidden()
    assert [got for got in host.received if "/try" in got] == []


@pytest.mark.firefox
@pytest.mark.parametrize(
    ("base_url", "broken"),
    [
        ("no headers", r"\w+\.content=\w+"),  # The frame has no policy of its own.
        ("headers", r"\w+\.content=\w+"),
        ("no headers", r"\w+\.head\.append\(\w+\)"),
    ],
    indirect=["base_url"],
)
def test_nothing_is_handed_to_a_worker_that_does_not_see_its_seal(
    at: Callable[[str], None], page: Page, check: Locator, site: Path, broken: str
) -> None:
    (script,) = site.glob("assets/qbo-check/*/shared.js")
    text, times = re.subn(broken, "0", script.read_text("utf-8"))
    assert times == 1
    page.route("**/shared.js", lambda route: route.fulfill(body=text, content_type="text/javascript"))
    page.add_init_script("""const { postMessage } = Worker.prototype; top.handed ??= [];
        Worker.prototype.postMessage = function (...given) { top.handed.push(given[0].type); return postMessage.apply(this, given); }""")
    at("sandbox/")
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-state", "failed")
    expect(check.get_by_role("status")).to_contain_text(
        re.compile("isole pas la vérification du réseau|isolate the check from the network")
    )
    page.frames[1].evaluate("() => {}")
    # The search's worker is spoken to in numbers.
    assert {kind for kind in page.evaluate("handed") if isinstance(kind, str)} == {"start", "prove"}


def tampered(site: Path, name: str, origins: list[str]) -> bytes:
    """A worker's script with what an attacker would put before it."""
    (whole,) = site.glob(f"assets/runtime/*/{name}")
    attack = (HERE / "outside.js").read_text("utf-8")
    given = f"Object.assign(globalThis, {json.dumps({'ORIGINS': origins, 'SCRIPT': name})});"
    # In a block: its names are not those of the script, which runs on as it is.
    return f"{given}\n{{\n{attack}\n}}\n".encode() + whole.read_bytes()


BROKEN = rf"{TRIED}|failed blob:|runtime/|Failed to load|ServiceWorker|ws://|404|TypeError|Failed to fetch|NetworkError"


# What a worker may have that takes an address or a request (idl.mjs): how outside.js tries it,
TRIED_BY = {
    "BackgroundFetchManager.fetch": "backgroundFetch.fetch", "Cache.add": ".add(url)", "Cache.addAll": ".addAll([", "ContentIndex.add": "index.add(",
    "Notification.constructor": "new Notification", "ServiceWorkerRegistration.showNotification": "showNotification(",
    "EventSource.constructor": "new EventSource", "Request.constructor": "new Request", "ServiceWorkerContainer.register": "serviceWorker.register",
    "WebSocket.constructor": "new WebSocket", "WebTransport.constructor": "WebTransport(", "Worker.constructor": "new Worker",
    "WorkerGlobalScope.fetch": "fetch(url)", "WorkerGlobalScope.importScripts": "importScripts(url)", "XMLHttpRequest.open": "request.open",
}  # fmt: skip
# or why it need not: it only looks up what is there,
LOOKED_UP = {
    "BackgroundFetchRegistration.match", "BackgroundFetchRegistration.matchAll", "Cache.delete", "Cache.keys", "Cache.match",
    "Cache.matchAll", "Cache.put", "CacheStorage.match", "ServiceWorkerContainer.getRegistration",
}  # fmt: skip
# or only computes.
COMPUTED = {
    "Response.redirect", "SecurityPolicyViolationEvent.constructor", "TrustedTypePolicyFactory.createPolicy", "TextEncoder.encode", "TextEncoder.encodeInto", "URL.canParse", "URL.constructor", "URL.parse",
    "URLPattern.constructor", "URLPattern.exec", "URLPattern.test",
}  # fmt: skip


def kept() -> set[str]:
    """What seal.js leaves in a worker."""
    source = (pack.ELEMENT / "seal.js").read_text("utf-8")
    return set(re.findall(r"\w+", source.partition("`")[2].partition("`")[0]))


def test_every_way_that_the_platform_knows_is_tried_and_taken_away() -> None:
    listed = subprocess.run(
        [ROOT / ".venv" / "bin" / "node", HERE / "idl.mjs"], capture_output=True, text=True, check=True
    ).stdout.split()
    assert {*listed} == TRIED_BY.keys() | LOOKED_UP | COMPUTED
    attack = (HERE / "outside.js").read_text("utf-8")
    assert [way for way, tried in TRIED_BY.items() if tried not in attack] == []
    assert (
        not {name.partition(".")[0] for name in TRIED_BY.keys() | LOOKED_UP} - {"WorkerGlobalScope"} & kept()
    )
    assert not {"fetch", "importScripts", "Worker", "navigator", "import"} & kept()


# What is tampered with, and how often it tries everything before it ends: by then, the proof may have its answer.
TAMPERED = {"image": {"image-worker.js": 2, "egress.js": 1}, "pyodide": {"pyodide-worker.js": 2}}


@pytest.mark.firefox
@pytest.mark.breaks(BROKEN)
@pytest.mark.parametrize(
    ("base_url", "backend"),
    # Pyodide is used where the host gives no policy of its own; test_python_itself_reaches_nobody uses it on each.
    [("headers", "image"), ("no headers", "image"), ("no frames", "image"), ("no headers", "pyodide")],
    indirect=["base_url"],
)
def test_tampered_scripts_reach_nobody(page: Page, site: Path, base_url: str, backend: str) -> None:
    """They were tampered with before the site was built, so that their digests are right."""
    assert {name for names in TAMPERED.values() for name in names} == workers.WORKERS.keys()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with host.serving(site, []) as elsewhere:
        if backend == "pyodide":
            page.route("**/python.wasm", lambda route: route.fulfill(status=404, body=""))
        publish(page, site, {name: tampered(site, name, [base_url, elsewhere]) for name in TAMPERED[backend]})
        page.goto("/privacy/")
        host.received.clear()
        check = page.locator("qbo-check")
        check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
        if "egress.js" in TAMPERED[backend]:
            page.locator("qbo-proof [data-part=try]").click()
            expect(page.locator("qbo-proof [data-route=beacon]")).to_have_attribute(
                "data-outcome", re.compile(".")
            )
        expect(check).to_have_attribute("data-verdict", "fail")
        for name, times in TAMPERED[backend].items():
            while sum(text.startswith(f"{name} has tried everything") for text in said) < times:
                page.wait_for_timeout(50)
        assert [got for got in host.received if got.startswith(elsewhere) or "/try" in got] == []
        # Both hosts do tell of what reaches them.
        page.evaluate("fetch('/try/')")
        urlopen(elsewhere).close()
        assert len([got for got in host.received if got.startswith(elsewhere) or "/try/" in got]) == 3


@pytest.mark.firefox
@pytest.mark.breaks(rf"{BROKEN}|^http://127")
def test_a_file_that_is_not_the_published_one_is_not_run(page: Page, site: Path, tmp_path: Path) -> None:
    """Every file that the page hands to a worker, changed on the way: none runs, and the page says so."""
    (runtime,) = site.glob("assets/runtime/*")
    published = [file["name"] for file in json.loads((runtime / "manifest.json").read_text("utf-8"))["files"]]
    changed = tmp_path / "assets" / "runtime" / runtime.name
    changed.mkdir(parents=True)
    for folder, left_out in ((site, "assets"), (site / "assets", "runtime")):
        for path in folder.iterdir():
            if path.name != left_out:
                (tmp_path / path.relative_to(site)).symlink_to(path)
    with host.serving(tmp_path, host.rules(site)) as url:
        attack = tampered(site, "image-worker.js", [url])
        for name in published:
            content = (runtime / name).read_bytes()
            (changed / name).parent.mkdir(exist_ok=True)
            (changed / name).write_bytes(
                attack if name.endswith(".js") else content[:-1] + bytes([content[-1] ^ 1])
            )
        page.goto(f"{url}/sandbox/")
        host.received.clear()
        check = page.locator("qbo-check").first
        check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
        expect(check).to_have_attribute("data-state", "failed")
        expect(check.get_by_role("status")).to_contain_text(
            "n’est pas celui qui a été publié avec cette page"
        )
        assert host.pythons(page) == []
        assert [got for got in host.received if "/try" in got] == []


@pytest.mark.firefox
@pytest.mark.breaks(BROKEN)
def test_nothing_stays_that_could_send_start_or_keep(page: Page, at: Callable[[str], None]) -> None:
    """Every function that the browser has and that seal.js does not name is out of reach, by whatever road."""
    at("sandbox/")
    source = (pack.ELEMENT / "seal.js").read_text("utf-8")
    page.route("**/walk/*.js", lambda route: route.fulfill(path=pack.ELEMENT / Path(route.request.url).name))
    before, after = (HERE / "walk.js").read_text("utf-8").split("// --- seal.js ---")
    told = page.evaluate(
        """async ([script, text]) => {
          const { startWorker } = await import(script);
          const worker = await startWorker(text, new URL(script, location.href));
          return new Promise((done) => {
            worker.onmessage = ({ data }) => done(data);
            worker.postMessage("walk");
          });
        }""",
        ["/walk/start-worker.js", before + source + after],
    )
    assert told["gone"] > 50  # Some were there to be found.
    assert told["walked"] > 500
    assert told["reached"] == []
    assert told["sealed"]
    assert {*told["stays"]} <= kept() | {"console", "navigator"}


@pytest.mark.firefox
@pytest.mark.breaks(r".")  # Most scripts are none for a worker, and say so.
@pytest.mark.parametrize("base_url", ["no headers"], indirect=True)
def test_no_script_of_the_site_fetches_what_it_is_told(page: Page, site: Path) -> None:
    """Where no headers come, a worker of the page's has no policy: it must not be led anywhere."""
    scripts = [f"/{path.relative_to(site).as_posix()}" for path in site.rglob("*.js")]
    assert [path for path in scripts if "search-later" in path]
    page.goto("/privacy/")
    host.received.clear()
    page.evaluate(
        """async (scripts) => {
          const told = "/told/";
          const config = { index: told, lang: ["fr", `x/../../../../..${told}`, "ja", "th"], separator: " ", pipeline: [], base: told };
          const messages = [
            { type: 0, data: { config, index: told, docs: [], options: { suggest: true }, base: told } },
            { type: 2, data: told },
            { type: 2, data: "key" },
            { type: "start", backend: "library", base: told, files: [{ name: told, bytes: new ArrayBuffer(1) }] },
            { type: "try", id: 1, base: told },
            { type: "check", id: 1, request: told },
            told,
          ];
          for (const script of scripts)
            for (const type of ["classic", "module"])
              for (const query of ["?../../../../told/", "?en&../told/"]) {
                const worker = new Worker(script + query, { type, name: location.origin + told });
                worker.onerror = (event) => event.preventDefault();
                for (const message of messages) worker.postMessage(message);
              }
        }""",
        scripts,
    )
    # Until each has been fetched, the search has its index, and a second passes in which nobody asks for anything.
    before = -1
    while len(host.received) > before or not any("search/index.json" in got for got in host.received):
        before = len(host.received)
        page.wait_for_timeout(1000)
    asked = [got.split(" ")[2] for got in host.received if got.count(" ") > 1]
    assert [path for path in asked if path.partition("?")[0] not in scripts and "told" in path] == []
    assert [path for path in asked if "search/index.json" in path]  # It did run.


def seized(wheel: Path) -> bytes:
    """The packed rules with inside.py in the place of what the page asks."""
    made = io.BytesIO()
    with zipfile.ZipFile(wheel) as rules, zipfile.ZipFile(made, "w") as changed:
        for name in rules.namelist():
            if not name.startswith("qbo_checks/browser.py"):
                changed.writestr(name, rules.read(name))
        changed.write(Path(__file__).with_name("inside.py"), "qbo_checks/browser.py")
    return made.getvalue()


# Each backend that has Pyodide, and each kind of host. The image has neither of Pyodide's bridges:
# tests/runtime/test_pack.py looks into it.
@pytest.mark.firefox
@pytest.mark.breaks(rf"{BROKEN}|/try/")
@pytest.mark.parametrize(
    ("base_url", "backend"),
    [("headers", "stock"), ("no headers", "library"), ("no frames", "library")],
    indirect=["base_url"],
)
def test_python_itself_reaches_nobody(page: Page, site: Path, base_url: str, backend: str) -> None:
    def gone(route: Route) -> None:
        route.fulfill(status=404, body="")

    (wheel,) = site.glob(f"assets/runtime/*/{backend}/*.whl")
    (script,) = site.glob("assets/qbo-check/*/shared.js")
    page.route("**/python.wasm", gone)
    if backend == "stock":
        page.route("**/library/*", gone)
    publish(page, site, {f"{backend}/{wheel.name}": seized(wheel)})
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
    assert {"python.wasm", *workers.WORKERS, "shared.js", "qbo-check.js"} <= {*names}


# A worker that answers whatever is asked with addresses, and with what would become part of one.
LIAR = """
postMessage({ type: "begun" });
const SAID = "/try/?FOUR#FOUR";
const finding = {
  code: `redirect-uri/../../..${SAID}.x${SAID}`, severity: "error", field: "uri", span: null, excerpt: [SAID, SAID, SAID],
  message: SAID, help: SAID, why: SAID, seen: SAID, side: "intuit", values: [{ environment: "sandbox", value: SAID }],
  causes: [{ text: SAID, step: `x"], [href="${SAID}` }, { text: SAID, step: SAID }],
};
const offers = [SAID, `keys"],[data-word="offer-keys`, "__proto__", ""].map((check) => ({ check, fields: { uri: SAID } }));
const report = {
  check: SAID, lang: SAID, verdict: "fail", summary: SAID, cleaned: { uri: SAID }, shown: { uri: SAID }, comparison: null, keepable: ["uri", SAID],
  findings: [...offers, null].map((offer) => ({ ...finding, offer })),
};
addEventListener("message", ({ data: { type, id } }) => {
  if (type === "start") postMessage({ type: "ready" });
  else postMessage({ type: "answered", id, report: type === "prove" ? "true" : JSON.stringify(report) });
});
"""


@pytest.mark.firefox
def test_no_address_of_the_page_holds_what_a_worker_says(
    at: Callable[[str], None], page: Page, check: Locator, site: Path
) -> None:
    publish(page, site, {"image-worker.js": LIAR.encode()})
    at("sandbox/")
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-verdict", "fail")
    expect(check.locator("[data-part=finding]")).to_have_count(5)
    # It is shown, as text.
    expect(check.locator("[data-part=message]").first).to_have_text("/try/?FOUR#FOUR")
    addresses = check.locator("[href], [src], [action], [formaction], [data-explain]").evaluate_all(
        "elements => elements.flatMap(({ attributes }) => [...attributes]).filter(({ name }) => name !== 'data-code').map(({ value }) => value)"
    )
    assert addresses
    assert [address for address in addresses if "FOUR" in address or "try" in address] == []
