"""Finds what the build, the tests and the bench need of the machine, and installs what is missing.

    python -m live_checks.tools chromium firefox nginx

What is already here is used; else Debian's package, where packages can be installed; else, for a browser,
the one that Playwright fetches.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserType, sync_playwright


@dataclass(frozen=True)
class Tool:
    names: tuple[str, ...]
    """What its command may be called, the likeliest first."""
    packages: tuple[str, ...]
    """Debian's packages."""


BROWSERS = {
    "chromium": Tool(
        ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"), ("chromium",)
    ),
    # The same engine without windows: a page opens in half the time.
    "chromium-headless-shell": Tool(("chromium-headless-shell",), ("chromium-headless-shell",)),
    "firefox": Tool(("firefox-esr", "firefox"), ("firefox-esr",)),
}
TOOLS = BROWSERS | {
    "caddy": Tool(("caddy",), ("caddy",)),
    # WebKit as GTK has it; its driver brings the browser. It draws on a screen, and a server has none.
    "webkit": Tool(("WebKitWebDriver",), ("webkit2gtk-driver",)),
    "xvfb": Tool(("Xvfb",), ("xvfb",)),
    # Its folder is not on the path of an ordinary user.
    "hunspell": Tool(("hunspell",), ("hunspell", "hunspell-fr", "hunspell-en-ca")),
    "h2load": Tool(("h2load",), ("nghttp2-client",)),
    "nginx": Tool(("nginx", "/usr/sbin/nginx"), ("nginx-light", "libnginx-mod-http-brotli-static")),
}


def installed(name: str) -> str | None:
    """The path of a tool on this machine."""
    return next(filter(None, map(shutil.which, TOOLS[name].names)), None)


def launch_options(browser: BrowserType, *, whole: bool = True) -> dict[str, Any]:
    """What Playwright has to be told to start the browser that is here: its own, if it fetched one.

    Where the ``whole`` browser is not needed, Chromium may come without its windows.
    """
    fetched = Path(browser.executable_path).exists()
    if browser.name == "chromium":
        # A container has no sandbox of its own to give, and the tests reach nothing but loopback.
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        if fetched:
            return {"args": arguments} | ({"channel": "chromium"} if whole else {})
        shell = None if whole else installed("chromium-headless-shell")
        return {"args": arguments, "executable_path": shell or installed("chromium")}
    # Mozilla's own build speaks WebDriver BiDi; the one that Playwright fetches has Playwright's protocol.
    return {} if fetched else {"executable_path": installed("firefox"), "channel": "moz-firefox"}


def missing(names: list[str]) -> list[str]:
    """Which of these tools are not here."""
    with sync_playwright() as playwright:
        fetched = {
            browser.name
            for browser in (playwright.chromium, playwright.firefox)
            if Path(browser.executable_path).exists()
        }
    return [name for name in names if _playwright_name(name) not in fetched and installed(name) is None]


def _playwright_name(name: str) -> str:
    """What Playwright calls a browser: it fetches Chromium in both forms at once."""
    return name.removesuffix("-headless-shell")


@contextmanager
def stopped() -> Iterator[None]:
    """Keep Debian from starting the servers that it installs."""
    policy = Path("/usr/sbin/policy-rc.d")
    if policy.exists():
        yield
        return
    policy.write_text("#!/bin/sh\nexit 101\n", "utf-8")
    policy.chmod(0o755)
    try:
        yield
    finally:
        policy.unlink()


def install(names: list[str]) -> None:
    """Install tools by whichever way this machine allows."""
    packages = [package for name in names for package in TOOLS[name].packages]
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "--quiet"], check=True)
        with stopped():
            subprocess.run(
                ["apt-get", "install", "--quiet", "--yes", "--no-install-recommends", *packages], check=True
            )
    elif set(names) <= BROWSERS.keys():
        subprocess.run(
            [sys.executable, "-m", "playwright", "install", *map(_playwright_name, names)], check=True
        )
    else:
        sys.exit(f"not found: {', '.join(names)}; install {' '.join(packages)}, or what your system calls so")


if __name__ == "__main__":
    if wanted := missing(sys.argv[1:]):
        install(wanted)
    sys.stdout.writelines(f"{name}: {installed(name) or 'Playwright’s own'}\n" for name in sys.argv[1:])
