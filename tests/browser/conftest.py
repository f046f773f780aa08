"""A real browser, and the built site served as a static host would serve it."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import hosts
import pytest
from chromium import installed
from playwright.sync_api import Locator, Page, expect

expect.set_options(timeout=60_000)


class Host(SimpleHTTPRequestHandler):
    """A static host: files, their headers, and the not-found page of the language that was asked for."""

    extensions_map = {f".{ending}": kind for ending, kind in hosts.TYPES.items()}  # noqa: RUF012 - as the base class declares it

    def __init__(self, *arguments: Any, rules: list[hosts.Rule], **options: Any) -> None:
        self.rules = rules
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        sent: dict[str, list[str]] = {}
        for rule in self.rules:
            if fnmatchcase(urlsplit(self.path).path, rule.path):
                for name, value in rule.headers.items():
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


def rules(site: Path) -> list[hosts.Rule]:
    """What the built site's own ``_headers`` says."""
    written: list[hosts.Rule] = []
    for line in (site / "_headers").read_text("utf-8").splitlines():
        name, _, value = line.partition(": ")
        if line.startswith("  "):
            written[-1].headers[name.strip()] = value
        elif line:
            written.append(hosts.Rule(line, {}))
    return written


WITHOUT_HEADERS = pytest.mark.parametrize("base_url", ["no headers"], indirect=True)
"""For a test on a host that takes no headers, such as GitHub Pages."""
EITHER_WAY = pytest.mark.parametrize("base_url", ["headers", "no headers"], indirect=True)


@pytest.fixture(scope="session")
def base_url(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Where the site is served, with the headers that its hosts are told to send unless the test says otherwise."""
    sent = [] if getattr(request, "param", "headers") == "no headers" else rules(site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(site), rules=sent))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {
        **browser_type_launch_args,
        "executable_path": installed(),
        # A container has no sandbox of its own to give, and the tests reach nothing but loopback.
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    }


@pytest.fixture
def asked(page: Page, base_url: str) -> list[str]:
    """Every address that the page asks for, in order."""
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url.removeprefix(base_url)))
    return urls


@pytest.fixture(autouse=True)
def nothing_goes_wrong(page: Page, base_url: str, request: pytest.FixtureRequest) -> Iterator[None]:
    """No page may ask another host, get an error, or complain, unless the test is about that.

    A test that breaks something on purpose is marked ``breaks`` with a pattern of what it may cause.
    """
    marker = request.node.get_closest_marker("breaks")
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    # A page that is left cancels what it was still asking for.
    page.on(
        "requestfailed",
        lambda failed: None if failed.failure == "net::ERR_ABORTED" else wrong.append(f"failed {failed.url}"),
    )
    page.on("response", lambda got: wrong.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    page.on(
        "request",
        lambda sent: None if sent.url.startswith((base_url, "blob:", "data:")) else wrong.append(sent.url),
    )
    yield
    unexpected = [said for said in wrong if not (marker and re.search(marker.args[0], said))]
    assert not unexpected


@pytest.fixture(params=["fr", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def at(page: Page, lang: str) -> Callable[[str], None]:
    """Go to a page of the language under test: ``at("setup/")``."""
    return lambda path: void(page.goto(("/" if lang == "fr" else "/en/") + path))


def void(_: object) -> None:
    return None


@pytest.fixture
def check(page: Page) -> Locator:
    """The first redirect URI check of the page: on /setup/, the sandbox's."""
    return page.locator('qbo-check[check="redirect-uri"]').first
