"""Where keys could get out, looked at in a whole browser of its own while they are used in every way there is.

Its own log of the network holds each request of the page, its workers and the browser itself, beacons,
WebSockets and look-ups of names included. What the page remembers, shows and says is read at every step.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from leaks import leaks, made_up_pair
from playwright.sync_api import CDPSession, Locator, Page, Playwright, Worker, expect

KEYS = made_up_pair("leaks")
CLIENT_ID, CLIENT_SECRET = KEYS

# An errand of Chromium's own, which no page can forbid: it asks what kind of form this is, by a number computed
# from the names of its fields. The privacy page says so.
AUTOFILL = "content-autofill.googleapis.com"

STORED = """async () => {
  const kept = [{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state, name, document.referrer];
  for (const cache of await caches.keys())
    for (const request of await (await caches.open(cache)).keys()) kept.push(request.url);
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((done) => { indexedDB.open(name).onsuccess = ({ target }) => done(target.result) });
    for (const store of database.objectStoreNames)
      kept.push(await new Promise((done) => {
        database.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => done(target.result);
      }));
  }
  return JSON.stringify(kept);
}"""


@dataclass
class Watched:
    """A page of a browser of its own, and all that can be seen of it."""

    page: Page
    devtools: CDPSession
    log: Path
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def seen(self) -> str:
        """Everything that the page shows, says and remembers, and every address that it has asked for."""
        send = self.devtools.send
        return json.dumps(
            [
                self.page.content(),
                self.page.locator("body").inner_text(),
                self.page.evaluate("[...document.querySelectorAll('*')].flatMap((e) => [...e.attributes].map((a) => a.value))"),
                send("Accessibility.getFullAXTree"),
                send("Page.getNavigationHistory"),
                self.page.evaluate(STORED),
                self.page.evaluate("performance.getEntries().map((entry) => entry.name)"),
                self.page.context.cookies(),
                self.said,
                self.asked,
            ],
            ensure_ascii=False,
        )  # fmt: skip

    def mark(self, name: str) -> None:
        """A request of ours, by which a moment is found again in the browser's log."""
        self.page.evaluate("(name) => fetch(`/assets/favicon.svg?${name}`)", name)


@pytest.fixture
def nothing_goes_wrong() -> None:
    """The browser of these tests is their own, and they look closer."""


@pytest.fixture
def watched(
    browser_type_launch_args: dict[str, Any], playwright: Playwright, base_url: str, tmp_path: Path
) -> Iterator[Watched]:
    log = tmp_path / "net.json"
    options = {
        **browser_type_launch_args,
        "args": [*browser_type_launch_args["args"], f"--log-net-log={log}", "--net-log-capture-mode=IncludeSensitive"],
    }  # fmt: skip
    # Playwright turns the back/forward cache off.
    browser = playwright.chromium.launch(**options, ignore_default_args=["--disable-back-forward-cache"])
    context = browser.new_context(base_url=base_url, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    watched = Watched(page, devtools, log)
    context.on("console", lambda message: watched.said.append(message.text))
    context.on("weberror", lambda error: watched.said.append(str(error.error)))
    context.on(
        "request",
        lambda request: watched.asked.append(f"{request.url} {request.headers} {request.post_data}"),
    )
    page.on("websocket", lambda socket: watched.asked.append(socket.url))
    page.add_init_script("addEventListener('pageshow', (event) => { document.documentElement.dataset.persisted = String(event.persisted) })")  # fmt: skip
    yield watched
    context.close()
    browser.close()


def python(page: Page) -> Worker:
    """The worker that runs the rules; another is the search’s."""
    (worker,) = [worker for worker in page.workers if worker.url.endswith("/worker.js")]
    return worker


def paste(page: Page, into: Locator, text: str) -> None:
    page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    into.focus()
    page.keyboard.press("Control+V")
    page.evaluate("navigator.clipboard.writeText('the reader’s own')")


def done(keys: Locator) -> None:
    keys.locator("button[type=submit]").click()
    expect(keys).to_have_attribute("data-state", "done")


def logged(log: Path, origin: str) -> list[str]:
    """Every address and name in the browser's log that has to do with the site, in order.

    The browser has errands of its own, which tell nothing of a page.
    """
    text = log.read_text("utf-8")
    try:
        whole = json.loads(text)
    except ValueError:  # Cut short where the browser ended.
        whole = json.loads(text.rstrip().rstrip(",") + "]}")
    return [
        str(parameters[key])
        for event in whole["events"]
        if isinstance(parameters := event.get("params"), dict) and origin in json.dumps(parameters)
        for key in ("url", "host", "hostname")
        if key in parameters
    ]


def test_keys_are_nowhere_but_in_their_fields(  # noqa: PLR0915 - one story, told in order
    watched: Watched, lang: str, base_url: str
) -> None:
    page = watched.page
    root = {"fr": "/", "en": "/en/"}[lang]
    page.goto(f"{root}checks/")
    keys = page.locator('qbo-check[check="keys"]')
    identity, secret = (keys.locator(f'[data-field="{name}"]') for name in ("client_id", "client_secret"))

    def clean(when: str) -> None:
        assert leaks(KEYS, watched.seen()) == set(), when
        assert page.evaluate("navigator.clipboard.readText()") in {"", "the reader’s own"}, when

    # Search has been used, and its worker has the index.
    page.keyboard.press("/")
    page.keyboard.type({"fr": "clé", "en": "key"}[lang])
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    secret.focus()
    expect(keys).to_have_attribute("data-state", "ready")
    page.wait_for_load_state("networkidle")
    clean("before")  # Nor do any of these runs stand there by chance.

    watched.mark("before")
    asked = len(watched.asked)
    paste(page, secret, CLIENT_SECRET)
    clean("pasted")
    identity.press_sequentially(CLIENT_ID)
    clean("typed")
    done(keys)
    clean("checked")
    paste(page, identity, f"QBO_CLIENT_ID={CLIENT_ID}\nQBO_CLIENT_SECRET={CLIENT_SECRET}\n")
    done(keys)
    clean("taken apart")
    for pasted in (CLIENT_SECRET[:-1], f'"{CLIENT_SECRET}"', CLIENT_SECRET + "\u202e", CLIENT_SECRET[::-1]):
        secret.fill(pasted)
        done(keys)
        clean("failed")
    page.keyboard.press("/")  # The search, with the keys in their fields.
    page.keyboard.type({"fr": "secret", "en": "secret"}[lang])
    page.keyboard.press("Escape")
    clean("searched")
    assert watched.asked[asked:] == []
    watched.mark("after")

    # Python starts anew after a crash: it may fetch itself again, and nothing else.
    asked = len(watched.asked)
    for crash in ("throw new Error('crashes')", "self.close()"):
        python(page).evaluate(f"setTimeout(() => {{ {crash} }})")
        page.wait_for_timeout(500)
        secret.fill(CLIENT_SECRET)
        keys.locator("button[type=submit]").click()
        expect(keys).to_have_attribute("data-state", re.compile("done|failed"))
        clean("crashed")
        if keys.get_attribute("data-state") == "failed":
            keys.locator("[data-part=retry]").click()
            expect(keys).to_have_attribute("data-state", "done")
            clean("tried again")
    fetched = [address.split(" ")[0].removeprefix(base_url) for address in watched.asked[asked:]]
    assert all(re.fullmatch(r"/assets/(?!.*\?).*", address) for address in fetched), fetched
    keys.locator("[data-part=clear]").click()
    expect(secret).to_have_value("")
    clean("cleared")

    # Python starts anew for the next field; once it runs, nothing is asked for.
    secret.focus()
    expect(keys).to_have_attribute("data-state", "ready")
    page.wait_for_load_state("networkidle")
    asked = len(watched.asked)
    paste(page, secret, CLIENT_SECRET)
    identity.fill(CLIENT_ID)
    done(keys)
    assert watched.asked[asked:] == []
    page.goto(f"{root}privacy/")
    clean("left")
    page.go_back(wait_until="commit")  # A page that comes out of the back/forward cache does not load.
    expect(page.locator("html")).to_have_attribute("data-persisted", "true")
    clean("back")
    secret.fill(CLIENT_SECRET)
    page.reload()
    expect(secret).to_have_value("")
    clean("reloaded")

    page.context.browser.close()  # type: ignore[union-attr]
    assert leaks(KEYS, watched.log.read_text("utf-8")) == set()
    addresses = logged(watched.log, "127.0.0.1")
    assert f"{base_url}{root}checks/" in addresses
    before, after = (
        next(at for at, address in enumerate(addresses) if address.endswith(mark))
        for mark in ("?before", "?after")
    )
    between = [address for address in addresses[before:after] if not address.endswith("?before")]
    assert {address for address in between if AUTOFILL not in address} <= {base_url, "127.0.0.1"}
