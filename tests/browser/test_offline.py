"""The guide on the reader's device: without a network, from one release to the next, half of it, and no room for it."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import host
import pytest
from live_checks import assets, offline
from live_checks.project import Project
from playwright.sync_api import BrowserContext, Locator, Page, expect
from qbo_checks.checks.keys.examples import made_up
from qbo_checks.portal import SANDBOX_URI

CLIENT_SECRET = made_up("kept offline, secret", 40)
SAID = {
    "kept": "fonctionnent maintenant hors ligne",
    "kept-next": "once you’ve closed every tab",
    "forgotten": "est supprimée",
    "network": "n’a pas abouti",
    "quota": "pas assez d’espace",
    "elsewhere": "This page isn’t available offline",
}
GUIDE = "globalThis.GUIDE="
COMPILED = """
globalThis.compiled = 0;
const compile = WebAssembly.compileStreaming;
WebAssembly.compileStreaming = (...given) => { compiled++; return compile(...given) };
"""


class Server:
    """The guide on a port of its own, which can be cut off and come back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = 0
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        handler = partial(host.Host, directory=str(self.folder), rules=host.rules(self.folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def publish(self, change: Callable[[Path], None]) -> str:
        """Make the next release, in which a page says something else. Returns its name."""
        change(self.folder)
        worker = self.folder / offline.WORKER
        told, script = worker.read_text("utf-8").split("\n", 1)
        guide = json.loads(told.removeprefix(GUIDE).removesuffix(";"))
        before, after = guide["release"], guide["release"][::-1]
        guide["release"] = after
        for entries in guide["pages"].values():
            for entry in entries:
                path = self.folder / entry["url"]
                path = path / "index.html" if path.is_dir() else path
                text = path.read_text("utf-8")
                path.write_text(text.replace(f'content="{before}"', f'content="{after}"'), "utf-8")
                entry["revision"] = assets.digest([path])
        worker.write_text(f"{GUIDE}{json.dumps(guide)};\n{script}", "utf-8")
        return str(after)


@pytest.fixture
def server(site: Path, tmp_path: Path) -> Iterator[Server]:
    folder = tmp_path / "guide"
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("*.br", "*.gz", "*.pdf", "assets"))
    (folder / "assets").symlink_to(site / "assets")
    served = Server(folder)
    yield served
    served.stop()


@pytest.fixture(autouse=True)
def nothing_goes_wrong() -> None:
    """These tests cut the network, and each browser has its own words for it."""


@pytest.fixture
def panel(page: Page, server: Server) -> Locator:
    page.goto(server.url)
    return page.locator("[data-offline]")


def status(panel: Locator, word: str) -> None:
    expect(panel.get_by_role("status")).to_contain_text(SAID[word])


def keep(panel: Locator) -> None:
    panel.locator("[data-part=keep]").click()
    status(panel, "kept")


def caches(page: Page) -> str:
    """Everything that is kept."""
    return str(
        page.evaluate(
            """async () => {
              let text = "";
              for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                  const response = await cache.match(request);
                  const readable = /text|json|javascript/.test(response.headers.get("content-type"));
                  text += `${name} ${request.url}\\n${readable ? await response.text() : ""}\\n`;
                }
              }
              return text;
            }"""
        )
    )


@pytest.mark.firefox
def test_a_guide_that_is_kept_answers_without_a_network_in_its_language_and_is_forgotten(
    page: Page, server: Server, panel: Locator
) -> None:
    expect(panel.locator("[data-part=size]")).to_contain_text("Mo")
    assert page.evaluate("caches.keys()") == []
    keep(panel)
    expect(panel.locator("[data-part=keep]")).to_be_hidden()
    before = caches(page)
    server.stop()
    asked = len(host.received)
    page.goto(f"{server.url}sandbox/")
    check = page.locator('qbo-check[check="redirect-uri"]').first
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-verdict", "fail")
    # Nor is anything of what is pasted kept, or sent.
    page.goto(f"{server.url}checks/")
    keys = page.locator('qbo-check[check="keys"]')
    keys.locator('[data-field="client_secret"]').fill(CLIENT_SECRET)
    keys.locator("button[type=submit]").click()
    expect(keys).to_have_attribute("data-state", "done")
    assert caches(page) == before
    assert CLIENT_SECRET not in before
    host.search(page, "callback")
    # The panel that tries every way out finds none open.
    page.goto(f"{server.url}privacy/")
    proof = page.locator("qbo-proof")
    proof.locator("[data-part=try]").click()
    expect(proof.locator("[data-outcome]").first).to_be_attached()
    assert proof.locator('[data-outcome="open"]').count() == 0
    page.goto(f"{server.url}en/sandbox/")
    expect(page.get_by_role("heading", name=SAID["elsewhere"])).to_be_visible()
    assert host.received[asked:] == []
    page.goto(server.url)
    panel.locator("[data-part=forget]").click()
    status(panel, "forgotten")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    server.start()


@pytest.mark.firefox
def test_a_newer_release_is_kept_whole_and_said_to_be_there(
    page: Page, server: Server, panel: Locator, context: BrowserContext
) -> None:
    keep(panel)
    newer = page.locator(".guide-newer")

    def change(folder: Path) -> None:
        path = folder / "sandbox" / "index.html"
        path.write_text(path.read_text("utf-8").replace("</h1>", " (neuf)</h1>", 1), "utf-8")

    # Cut off, the page is the one that is kept; then the next release is out, and the reader has the old page open.
    page.goto(f"{server.url}sandbox/")
    expect(newer).to_be_hidden()
    release = server.publish(change)
    # More than once, where need be: a browser answers from a look that is under way, which may be at the release before.
    page.wait_for_function(
        """() => navigator.serviceWorker.getRegistration().then(async (it) => {
          await it.update();
          return Boolean(it.installing ?? it.waiting);
        })"""
    )
    expect(newer).to_be_visible()
    with page.expect_navigation():
        newer.get_by_role("button").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("(neuf)")
    expect(page.locator('meta[name="guide-release"]')).to_have_attribute("content", release)
    expect(newer).to_be_hidden()
    # The other language, too, is kept as this release has it, not as that before.
    page.goto(f"{server.url}en/")
    panel.locator("[data-part=keep]").click()
    status(panel, "kept-next")
    # It takes over once no page of the guide is open.
    again = context.new_page()
    page.close()
    server.stop()
    again.goto(f"{server.url}sandbox/")
    expect(again.get_by_role("heading", level=1)).to_contain_text("(neuf)")
    again.goto(f"{server.url}en/sandbox/")
    expect(again.locator("html")).to_have_attribute("lang", "en")
    expect(again.locator('meta[name="guide-release"]')).to_have_attribute("content", release)
    server.start()


@pytest.mark.firefox
def test_python_that_is_kept_starts_with_the_page_and_asks_the_network_for_nothing(
    page: Page, server: Server, panel: Locator
) -> None:
    keep(panel)
    page.add_init_script(COMPILED)
    asked = len(host.received)
    page.goto(f"{server.url}sandbox/")
    page.wait_for_function(host.STARTED)
    assert page.evaluate("compiled") == 1
    assert [line for line in host.received[asked:] if "/assets/" in line] == []
    # Nobody asked for an answer yet, and the worker has not been asked whether it is sealed.
    check = page.locator('qbo-check[check="redirect-uri"]').first
    expect(check).to_have_attribute("data-state", "idle")
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-verdict", "fail")
    assert len(host.pythons(page)) == 1
    # In a tab that nobody has looked at yet, nothing is compiled.
    page.add_init_script(
        "Object.defineProperty(document, 'visibilityState', { value: 'hidden', writable: true })"
    )
    page.goto(f"{server.url}review/")
    host.quiet(page)
    assert page.evaluate("compiled") == 0
    page.evaluate(
        "document.visibilityState = 'visible'; document.dispatchEvent(new Event('visibilitychange'))"
    )
    page.wait_for_function(host.STARTED)
    assert page.evaluate("compiled") == 1


def test_what_is_not_kept_is_not_downloaded_sooner_than_elsewhere(
    page: Page, server: Server, panel: Locator
) -> None:
    keep(panel)
    # As on a page of another release than the one that is kept.
    page.evaluate(
        """async () => {
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys())
              if (request.url.endsWith("/python.wasm")) await cache.delete(request);
          }
        }"""
    )
    asked = len(host.received)
    page.goto(f"{server.url}sandbox/")
    host.quiet(page)
    assert page.evaluate(host.STARTED) is False
    assert [line for line in host.received[asked:] if "python.wasm" in line] == []
    check = page.locator('qbo-check[check="redirect-uri"]').first
    check.get_by_role("textbox").fill(f"{SANDBOX_URI}/")
    expect(check).to_have_attribute("data-verdict", "fail")


def test_what_is_half_kept_is_said_not_to_be_and_is_made_whole(page: Page, panel: Locator) -> None:
    keep(panel)
    page.evaluate(
        """async () => {
          const names = await caches.keys();
          const cache = await caches.open(names.find((name) => name.endsWith(" fr")));
          await cache.delete((await cache.keys())[3]);
        }"""
    )
    page.reload()
    expect(panel.locator("[data-part=keep]")).to_be_visible()
    expect(panel.locator("[data-part=forget]")).to_be_hidden()
    keep(panel)
    page.reload()
    expect(panel.locator("[data-part=forget]")).to_be_visible()
    # Another tab, or the browser, has taken the worker away.
    page.evaluate(
        "navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((it) => it.unregister())))"
    )
    panel.locator("[data-part=forget]").click()
    status(panel, "forgotten")
    assert page.evaluate("caches.keys()") == []


@pytest.mark.parametrize("why", ["network", "quota"])
def test_what_cannot_be_kept_says_why_and_leaves_nothing(
    page: Page, server: Server, panel: Locator, why: str
) -> None:
    if why == "quota":
        devtools = page.context.new_cdp_session(page)
        devtools.send("Storage.overrideQuotaForOrigin", {"origin": server.url[:-1], "quotaSize": 300_000})
    else:
        shutil.rmtree(server.folder / "privacy")
    panel.locator("[data-part=keep]").click()
    status(panel, why)
    expect(panel.locator("[data-part=keep]")).to_be_enabled()
    assert page.evaluate("caches.keys()") == []


@pytest.mark.firefox
def test_a_host_that_no_longer_offers_it_takes_away_what_was_kept(
    page: Page, server: Server, panel: Locator, site: Path
) -> None:
    keep(panel)
    project = Project.at(site.parent)
    (server.folder / offline.WORKER).write_text(offline.script(project, "unregister.js"), "utf-8")
    # Each page of a guide that is kept asks for a newer worker. Nor does the test ask as well: what is there may be on
    # its way out by then, and Firefox refuses to update that.
    page.goto(f"{server.url}sandbox/")
    page.wait_for_function("() => caches.keys().then((names) => names.length === 0)")
    page.wait_for_function("() => navigator.serviceWorker.getRegistration().then((it) => !it?.active)")
