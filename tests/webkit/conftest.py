"""WebKit, Safari's engine, as GTK has it, driven by its own WebDriver: Debian's packages, on a screen that nobody sees."""

from __future__ import annotations

import os
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path

import host
import pytest
from live_checks.tools import installed
from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service


@pytest.fixture(scope="session")
def base_url(site: Path) -> Iterator[str]:
    with host.serving(site, host.rules(site)) as url:
        yield url


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """The name of a display, with no window on it but the browser's."""
    command = [installed("xvfb") or "", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


@pytest.fixture(scope="session")
def started(screen: str) -> Iterator[WebKitGTK]:
    options = Options()
    options.add_argument("--automation")
    # A container has no sandbox of its own to give, and the tests reach nothing but loopback.
    surroundings = {**os.environ, "DISPLAY": screen, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    with warnings.catch_warnings():
        # Selenium's driver of WebKitGTK calls what Selenium itself will drop.
        warnings.simplefilter("ignore", DeprecationWarning)
        driver = WebKitGTK(options=options, service=Service(installed("webkit"), env=surroundings))
    yield driver
    driver.quit()


@pytest.fixture
def webkit(started: WebKitGTK, base_url: str) -> Iterator[WebKitGTK]:
    """The one browser, on its way to each page as a reader who was never here."""
    yield started
    started.get(base_url + "/robots.txt")
    started.execute_script("sessionStorage.clear(); localStorage.clear()")
    started.set_window_size(1200, 850)
