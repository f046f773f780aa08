"""Real browsers, and the built site on a host.

Every test runs in Chromium; one that is marked ``firefox`` runs in Firefox too, with the same fixtures, and one
that is marked ``firefox(alone=True)`` in Firefox only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import host
import pytest
import servers
from live_checks.tools import launch_options
from playwright.sync_api import BrowserType, Locator, Page, expect

expect.set_options(timeout=60_000)


@pytest.fixture(scope="session")
def base_url(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Where the site is served, with the headers that its hosts are told to send unless the test says otherwise."""
    how = getattr(request, "param", "headers")
    if isinstance(how, tuple):
        server, path = how
        folder = tmp_path_factory.mktemp(server)
        root = folder / "root"
        (root / path[1:]).parent.mkdir(parents=True, exist_ok=True)
        (root / path[1:]).symlink_to(site)
        with servers.serving(server, root, path, site, folder) as port:
            yield f"http://127.0.0.1:{port}"
        return
    sent = {"no headers": [], "no frames": host.NO_FRAMES}.get(how)
    with host.serving(site, host.rules(site) if sent is None else sent) as url:
        yield url


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], browser_type: BrowserType
) -> dict[str, Any]:
    options = launch_options(browser_type, whole=False)
    if browser_type.name == "chromium":
        # A page lives for a second or two here: optimising what it runs would take an eighth of the processor's time.
        # The whole browser of test_leaks.py, Firefox and WebKit compile as they do for readers.
        options["args"].append("--js-flags=--liftoff-only --no-maglev --no-turbofan")
    return browser_type_launch_args | options


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any], base_url: str) -> dict[str, Any]:
    """With the address of this test's site: Playwright's own fixture keeps that of the session's first test.

    A module that has a ``base_url`` of its own would else be shown the site of another, or show its own to the next.
    """
    return browser_context_args | {"base_url": base_url}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what would run in a browser that it is not marked for."""

    def wanted(item: pytest.Item) -> bool:
        params = callspec.params if (callspec := getattr(item, "callspec", None)) else {}
        marker = item.get_closest_marker("firefox")
        browser: str | None = params.get("browser_name")
        if marker is None or browser is None:
            return browser != "firefox"
        return browser == "firefox" or not marker.kwargs.get("alone")

    config.hook.pytest_deselected(items=[item for item in items if not wanted(item)])
    items[:] = filter(wanted, items)


@pytest.fixture(autouse=True)
def metered(page: Page, request: pytest.FixtureRequest) -> None:
    """Spare the reader's data, and this machine: Python starts when a test asks for it, unless it is marked ``warm``."""
    if not request.node.get_closest_marker("warm"):
        page.add_init_script(
            "Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })"
        )


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
    # A browser tells the console that the worker's policy was seen at work (plugin/live_checks/element/seal.js).
    wrong = [said for said in wrong if not re.search(r"Trusted Types policy .*trusted-types 'none'", said)]
    unexpected = [said for said in wrong if not (marker and re.search(marker.args[0], said))]
    assert not unexpected


@pytest.fixture
def lang(request: pytest.FixtureRequest) -> str:
    """The language that a test runs in: by turns, or each where it is marked with ``host.BOTH_LANGUAGES``.

    Templates and scripts are the same in both, and tests/site compares the words. What runs in two browsers runs in one
    language in each: the names of such tests differ by one letter.
    """
    return ("fr", "en")[len(request.node.name) % 2]


@pytest.fixture
def at(page: Page, lang: str) -> Callable[[str], None]:
    """Go to a page: ``at("sandbox/")``, of the language under test."""
    return lambda path: void(page.goto(("/" if lang == "fr" else "/en/") + path))


def void(_: object) -> None:
    return None


@pytest.fixture
def check(page: Page) -> Locator:
    """The first redirect URI check of the page: on /sandbox/, the only one."""
    return page.locator('qbo-check[check="redirect-uri"]').first


@pytest.fixture
def violations(page: Page) -> list[dict[str, Any]]:
    """What the policy had to forbid, in the page and in its frames; the console is watched in every test."""
    seen: list[dict[str, Any]] = []
    page.expose_function("violated", lambda violation: seen.append(violation))
    page.add_init_script(
        """document.addEventListener("securitypolicyviolation", (event) =>
          violated({ directive: event.effectiveDirective, blocked: event.blockedURI, at: event.sourceFile }))"""
    )
    return seen
