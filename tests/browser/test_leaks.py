"""Where keys could get out, looked at in a whole browser of its own while they are used in every way there is.

Its own log of the network holds each request of the page, its workers and the browser itself, beacons,
WebSockets and look-ups of names included. What the page remembers, shows and says is read at every step.
One story is told to both browsers; a class for each holds what can be seen of it, and how.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import host
import pytest
from host import publish, quiet
from leaks import leaks, made_up_pair
from live_checks.tools import launch_options
from playwright.sync_api import BrowserType, Locator, Page, expect

SITE = Path(__file__).parents[2] / "site"
MATERIAL = Path(str(files("material"))) / "templates"
KEYS = made_up_pair("leaks")
CLIENT_ID, CLIENT_SECRET = KEYS

# An errand of Chromium's own, which no page can forbid: it asks what kind of form this is, by a number computed
# from the names of its fields. The privacy page says so.
AUTOFILL = "content-autofill.googleapis.com"

# Firefox has errands to its maker, which it runs whatever page is open.
MAKER = re.compile(r"(?:.*\.)?(?:mozilla\.(?:com|net|org)|firefox\.com)")

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


class Watched(ABC):
    """A page of a browser of its own, and all that can be seen of it."""

    permissions: tuple[str, ...] = ()
    """What a reader's own gesture allows, and a test has to ask for."""
    persisted: str
    """Whether a page that is gone back to comes out of the back/forward cache, with all that was typed."""

    def __init__(self, browser_type: BrowserType, options: dict[str, Any], base_url: str, log: Path) -> None:
        self.log = log
        self.said: list[str] = []
        self.asked: list[str] = []
        self.browser = browser_type.launch(**options | self.logging(options))
        context = self.browser.new_context(base_url=base_url, permissions=[*self.permissions])
        context.on("console", lambda message: self.said.append(message.text))
        context.on("weberror", lambda error: self.said.append(str(error.error)))
        context.on(
            "request",
            lambda request: self.asked.append(f"{request.url} {request.headers} {request.post_data}"),
        )
        self.page = context.new_page()
        self.page.on("websocket", lambda socket: self.asked.append(socket.url))
        self.page.add_init_script("addEventListener('pageshow', (event) => { document.documentElement.dataset.persisted = String(event.persisted) })")  # fmt: skip

    def seen(self) -> str:
        """Everything that the page shows, says and remembers, and every address that it has asked for."""
        return json.dumps(
            [
                self.page.content(),
                self.page.locator("body").inner_text(),
                self.page.evaluate("[...document.querySelectorAll('*')].flatMap((e) => [...e.attributes].map((a) => a.value))"),
                self.page.evaluate(STORED),
                self.page.evaluate("performance.getEntries().map((entry) => entry.name)"),
                self.page.context.cookies(),
                self.said,
                self.asked,
                *self.seen_deeper(),
            ],
            ensure_ascii=False,
        )  # fmt: skip

    def asked_since(self, count: int) -> list[str]:
        """What was asked for after so many requests, but for the icon, which a browser fetches when it has the time."""
        return [asked for asked in self.asked[count:] if "/assets/favicon.svg " not in asked]

    def mark(self, name: str) -> None:
        """A request of ours, by which a moment is found again in the browser's log."""
        self.page.evaluate("(name) => fetch(`/assets/favicon.svg?${name}`)", name)

    @abstractmethod
    def logging(self, options: dict[str, Any]) -> dict[str, Any]:
        """How the browser is told to keep a log of its network."""

    @abstractmethod
    def seen_deeper(self) -> list[Any]:
        """What this browser alone lets be seen of a page."""

    @abstractmethod
    def crash(self, how: str) -> None:
        """End the worker that runs the rules: it ``throws``, or ``closes`` without a word (or never answers, which is the same to the page)."""

    @abstractmethod
    def logged(self) -> tuple[str, list[str]]:
        """The log of a browser that has ended: whole, and each address and name of a host in it, in order."""


class Chromium(Watched):
    permissions = ("clipboard-read", "clipboard-write")
    persisted = "true"

    def logging(self, options: dict[str, Any]) -> dict[str, Any]:
        told = [f"--log-net-log={self.log}", "--net-log-capture-mode=IncludeSensitive"]
        # Playwright turns the back/forward cache off.
        return {"args": [*options["args"], *told], "ignore_default_args": ["--disable-back-forward-cache"]}

    def seen_deeper(self) -> list[Any]:
        devtools = self.page.context.new_cdp_session(self.page)
        return [
            devtools.send("Accessibility.getFullAXTree"),
            devtools.send("Page.getNavigationHistory"),
            self.page.evaluate("navigator.clipboard.readText()"),
        ]

    def crash(self, how: str) -> None:
        (python,) = host.pythons(self.page)
        act = {"throws": "throw new Error('crashes')", "closes": "for (;;);"}[how]
        python.evaluate(f"setTimeout(() => {{ {act} }})")

    def logged(self) -> tuple[str, list[str]]:
        text = self.log.read_text("utf-8")
        try:
            whole = json.loads(text)
        except ValueError:  # Cut short where the browser ended.
            whole = json.loads(text.rstrip().rstrip(",") + "]}")
        return text, [
            str(parameters[key])
            for event in whole["events"]
            # The browser has errands of its own, which tell nothing of a page.
            if isinstance(parameters := event.get("params"), dict) and "127.0.0.1" in json.dumps(parameters)
            for key in ("url", "host", "hostname")
            if key in parameters and AUTOFILL not in parameters[key]
        ]


class Firefox(Watched):
    """It shows no tree of accessibility, no list of its history, and the clipboard only just after a gesture."""

    persisted = "false"

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        # Playwright evaluates nothing inside a worker of Firefox: this one gets an ear for what is to end it.
        publish(self.page, SITE, {"image-worker.js": self.with_an_ear()})

    @staticmethod
    def with_an_ear() -> bytes:
        (script,) = SITE.glob("assets/runtime/*/image-worker.js")
        ear = "new BroadcastChannel('crash').onmessage = ({ data }) => { if (data === 'closes') close(); else throw new Error('crashes') };"
        return (
            f"const {{ BroadcastChannel, close }} = globalThis;\n{ear}\n{script.read_text('utf-8')}".encode()
        )

    def logging(self, options: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - it adds to none of them
        modules = ("nsHttp", "nsSocketTransport", "nsHostResolver", "nsWebSocket")
        told = ",".join(["timestamp", *(f"{module}:5" for module in modules)])
        return {
            "env": {**os.environ, "MOZ_LOG": told, "MOZ_LOG_FILE": str(self.log)},
            "firefox_user_prefs": {
                # A page that comes out of that cache is none that Playwright hears of.
                "browser.sessionhistory.max_total_viewers": 0,
                # How long after a gesture a page may use the clipboard: however slow this machine is.
                "dom.user_activation.transient.timeout": 600_000,
            },
        }

    def seen_deeper(self) -> list[Any]:
        return []

    def crash(self, how: str) -> None:
        self.page.evaluate("(how) => new BroadcastChannel('crash').postMessage(how)", how)

    def logged(self) -> tuple[str, list[str]]:
        # Pages and workers have no network of their own: the browser's first process does all of it.
        text = self.log.with_suffix(".moz_log").read_text("utf-8", "replace")
        found = re.findall(r"\buri=([^\s,\]]+)|Resolving host \[([^\]]+)", text)
        named = [uri or host for uri, host in found]
        return text, [name for name in named if not MAKER.fullmatch(urlsplit(name).hostname or name)]


@pytest.fixture
def nothing_goes_wrong() -> None:
    """The browser of these tests is their own, and they look closer."""


@contextmanager
def watching(
    browser_type: BrowserType, launch_args: dict[str, Any], base_url: str, folder: Path
) -> Iterator[Watched]:
    kind = {"chromium": Chromium, "firefox": Firefox}[browser_type.name]
    options = launch_args | launch_options(browser_type)  # The browser that readers have.
    watched = kind(browser_type, options, base_url, folder / "network")
    yield watched
    watched.browser.close()


@pytest.fixture(scope="module")
def instant(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site with Material's instant features on, and so with Material's own script.

    It reads from each page whether they are, and from the site map which pages there are.
    """
    copy = shutil.copytree(site, tmp_path_factory.mktemp("instant") / "site")
    (ours,) = copy.glob("assets/javascripts/bundle.*.min.js")
    (own,) = MATERIAL.glob("assets/javascripts/bundle.*.min.js")
    shutil.copy2(own, ours)
    names = ("instant", "instant.prefetch", "instant.preview", "instant.progress")
    features = ", ".join(f'"navigation.{name}"' for name in names)
    with host.serving(copy, host.rules(copy)) as url:
        for page in copy.rglob("*.html"):
            replace(page, r'"features": \[', rf"\g<0>{features}, ")
        replace(copy / "sitemap.xml", r"https?://[^/]+/(?=[^<]*</loc>)", f"{url}/")
        yield url


def replace(path: Path, pattern: str, by: str) -> None:
    path.write_text(re.sub(pattern, by, path.read_text("utf-8")), "utf-8")


def paste(page: Page, into: Locator, text: str) -> None:
    page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    into.focus()
    page.keyboard.press("Control+V")
    page.evaluate("navigator.clipboard.writeText('the reader’s own')")


def done(keys: Locator) -> None:
    keys.locator("button[type=submit]").click()
    expect(keys).to_have_attribute("data-state", "done")


@pytest.mark.firefox
@pytest.mark.slow
def test_keys_are_nowhere_but_in_their_fields(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], base_url: str, tmp_path: Path
) -> None:
    with watching(browser_type, browser_type_launch_args, base_url, tmp_path) as watched:
        use_keys(watched, {"chromium": "en", "firefox": "fr"}[browser_type.name], base_url)


@pytest.mark.slow
def test_nor_with_materials_instant_features_and_a_guide_that_is_kept(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], instant: str, tmp_path: Path
) -> None:
    """With all that can stand between a page and its host."""
    with watching(browser_type, browser_type_launch_args, instant, tmp_path) as watched:
        watched.persisted = "false"  # They change the history themselves.
        watched.page.goto("/")
        watched.page.locator("[data-offline] [data-part=keep]").click()
        expect(watched.page.locator("[data-offline] [data-part=forget]")).to_be_visible()
        watched.page.reload()
        assert watched.page.evaluate("navigator.serviceWorker.controller !== null")
        # Chromium itself looks for a newer service worker, a moment after a page has loaded.
        use_keys(watched, "fr", instant, {f"{instant}/service-worker.js"}, crashes=False)
        # They were on: a page is first fetched. Our policy lets no string become a whole page, so it is loaded.
        assert [asked for asked in watched.asked if asked.startswith(f"{instant}/privacy/ ")][1:]


def use_keys(  # noqa: PLR0915 - one story, told in order
    watched: Watched, lang: str, base_url: str, errands: Collection[str] = (), *, crashes: bool = True
) -> None:
    """Use the keys check in every way there is, or in all but those in which its worker ``crashes``."""
    page = watched.page
    page.clock.install()
    root = {"fr": "/", "en": "/en/"}[lang]
    page.goto(f"{root}checks/")
    keys = page.locator('qbo-check[check="keys"]')
    identity, secret = (keys.locator(f'[data-field="{name}"]') for name in ("client_id", "client_secret"))

    def clean(when: str) -> None:
        assert leaks(KEYS, watched.seen()) == set(), when

    host.search(page, {"fr": "clé", "en": "key"}[lang])  # It has been used, and its worker has the index.
    secret.focus()
    expect(keys).to_have_attribute("data-state", "ready")
    quiet(page)
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
    host.search(page, "secret")  # With the keys in their fields.
    clean("searched")
    assert watched.asked_since(asked) == []
    watched.mark("after")

    # Python starts anew after a crash: it may fetch itself again, and nothing else.
    asked = len(watched.asked)
    for crash in ("throws", "closes") if crashes else ():
        watched.crash(crash)
        page.wait_for_timeout(500)
        secret.fill(CLIENT_SECRET)
        keys.locator("button[type=submit]").click()
        page.clock.fast_forward(11_000)  # For a worker that closed, the page waits ten seconds.
        expect(keys).to_have_attribute("data-state", re.compile("done|failed"))
        clean("crashed")
        if keys.get_attribute("data-state") == "failed":
            keys.locator("[data-part=retry]").click()
            expect(keys).to_have_attribute("data-state", "done")
            clean("tried again")
    fetched = [address.split(" ")[0].removeprefix(base_url) for address in watched.asked[asked:]]
    assert all(re.fullmatch(r"/assets/(?!.*\?).*|blob:.*", address) for address in fetched), fetched
    keys.locator("[data-part=clear]").click()
    expect(secret).to_have_value("")
    clean("cleared")

    # Python starts anew for the next field; once it runs, nothing is asked for.
    secret.focus()
    expect(keys).to_have_attribute("data-state", "ready")
    quiet(page)
    asked = len(watched.asked)
    paste(page, secret, CLIENT_SECRET)
    identity.fill(CLIENT_ID)
    done(keys)
    assert watched.asked_since(asked) == []
    page.locator("nav.md-nav--primary").get_by_role(
        "link", name={"fr": "Confidentialité", "en": "Privacy"}[lang]
    ).click()
    expect(page.locator("qbo-proof")).to_be_attached()
    clean("left")
    page.go_back(wait_until="commit")  # A page that comes out of the back/forward cache does not load.
    expect(keys).to_be_attached()
    expect(page.locator("html")).to_have_attribute("data-persisted", watched.persisted)
    clean("back")
    secret.fill(CLIENT_SECRET)
    page.reload()
    expect(secret).to_have_value("")
    clean("reloaded")

    watched.browser.close()
    log, addresses = watched.logged()
    assert leaks(KEYS, log) == set()
    assert f"{base_url}{root}checks/" in addresses
    # By the latter, Firefox is driven.
    assert {urlsplit(address).hostname or address for address in addresses} <= {"127.0.0.1", "localhost"}
    before, after = (
        next(at for at, address in enumerate(addresses) if address.endswith(mark))
        for mark in ("?before", "?after")
    )
    between = [address for address in addresses[before:after] if not address.endswith("?before")]
    assert {*between} <= {base_url, "127.0.0.1", *errands}
