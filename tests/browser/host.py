"""The built site served as a static host would serve it: with the headers that it is told, or with none."""

from __future__ import annotations

import json
import mimetypes
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from fnmatch import fnmatchcase
from functools import partial
from hashlib import sha256
from html import escape, unescape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from live_checks import assets, headers
from playwright.sync_api import Page, Route, Worker, expect

BOTH_LANGUAGES = pytest.mark.parametrize("lang", ["fr", "en"])
EITHER_WAY = pytest.mark.parametrize("base_url", ["headers", "no headers"], indirect=True)
NO_FRAMES = [headers.Rule("/*", {"X-Frame-Options": "DENY"})]
"""What many hosts send with everything, to keep a site out of others' frames."""

received: list[str] = []
"""What came to any of the hosts of this process, in order: each connection, and each request's first line."""


def quiet(page: Page) -> None:
    """Until the page has loaded and has had nothing to do for a moment.

    A busy browser sometimes never tells Playwright that the network is idle, nor a page that draws nothing that it
    may call back: hence the timeout.
    """
    page.wait_for_load_state("load")
    page.evaluate(
        "new Promise((done) => requestIdleCallback(() => setTimeout(done, 500), { timeout: 2000 }))"
    )


STARTED = "() => performance.getEntriesByName('qbo:instantiate').length > 0"
"""Whether Python has started. A function: a text would be evaluated at each look, which the page's policy forbids."""


def publish(page: Page, site: Path, changed: dict[str, bytes]) -> None:
    """Have the site hold other files of the runtime than it was built with, as if it had been built with them."""
    runtime = next((site / "assets" / "runtime").iterdir())

    def with_other_digests(route: Route) -> None:
        answer = route.fetch()

        def told(found: re.Match[str]) -> str:
            files = json.loads(unescape(found[1]))
            for file in files:
                if (content := changed.get(file["name"])) is not None:
                    file["size"] = len(content)
                    file["integrity"] = assets.integrity(sha256(content).hexdigest())
            return f'data-files="{escape(json.dumps(files))}"'

        route.fulfill(response=answer, body=re.sub(r'data-files="([^"]*)"', told, answer.text()))

    page.route(lambda url: url.endswith("/"), with_other_digests)
    for name, content in changed.items():
        page.route(f"**/{runtime.name}/{name}", _given(name, content))


def _given(name: str, content: bytes) -> Callable[[Route], None]:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return lambda route: route.fulfill(body=content, content_type=kind)


def pythons(page: Page) -> list[Worker]:
    """The workers that run Python: those that are made of a text."""
    return [worker for worker in page.workers if worker.url.startswith("blob:")]


def search(page: Page, words: str) -> None:
    """Use the search, down to its results, and close it again."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    # Material opens the search a moment after the first key, and an Escape before that closes nothing.
    expect(page.locator("#__search")).to_be_checked()
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


class Host(SimpleHTTPRequestHandler):
    """A static host: files, their headers, and the not-found page of the language that was asked for."""

    extensions_map = {f".{ending}": kind for ending, kind in headers.TYPES.items()}  # noqa: RUF012 - as the base class declares it

    def __init__(self, *arguments: Any, rules: list[headers.Rule], **options: Any) -> None:
        self.rules = rules
        super().__init__(*arguments, **options)

    def handle(self) -> None:
        # A browser leaves when it likes, as where a test closes its page.
        with suppress(ConnectionError):
            super().handle()

    @property
    def address(self) -> str:
        return "http://{}:{}".format(*self.connection.getsockname())

    def setup(self) -> None:
        super().setup()
        received.append(self.address)

    def parse_request(self) -> bool:
        right = super().parse_request()
        received.append(f"{self.address} {self.requestline}")
        return right

    def end_headers(self) -> None:
        sent: dict[str, list[str]] = {}
        for rule in self.rules:
            if fnmatchcase(urlsplit(self.path).path, rule.path):
                for name, value in rule.headers.items():
                    if name.startswith("! "):
                        sent.pop(name[2:], None)
                    else:
                        sent.setdefault(name, []).append(value)
        for name, values in sent.items():
            # As Cloudflare Pages does with a header that several rules name.
            self.send_header(name, ", ".join(values))
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "en" if self.path.startswith("/en/") else "", "404.html")
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, *_: object) -> None:
        """Say nothing: the tests speak."""


def built_for(origin: str, site: Path, folder: Path) -> Path:
    """The guide, as far as frames need it, that a build makes for a host page's origin."""
    (folder / "assets").symlink_to(site / "assets")
    shutil.copytree(site / "embed", folder / "embed")
    shutil.copyfile(site / "404.html", folder / "404.html")
    for path in folder.glob("embed/v1/*/*/index.html"):
        html = path.read_text("utf-8")
        assert html.count('data-hosts=""') == 1
        path.write_text(html.replace('data-hosts=""', f'data-hosts="{origin}"'), "utf-8")
    (folder / "_headers").write_text(headers.headers(headers.rules(folder)), "utf-8")
    return folder


def rules(site: Path) -> list[headers.Rule]:
    """What the built site's own ``_headers`` says."""
    written: list[headers.Rule] = []
    for line in (site / "_headers").read_text("utf-8").splitlines():
        name, _, value = line.partition(": ")
        if line.startswith("  "):
            written[-1].headers[name.strip()] = value
        elif line:
            written.append(headers.Rule(line, {}))
    return written


@contextmanager
def serving(site: Path, sent: list[headers.Rule], kind: type[Host] = Host) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(kind, directory=str(site), rules=sent))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
