"""Finds a Chromium for the tests, and installs one where there is none.

A browser that is already here is used; else Debian's package, where packages can be installed; else the
one that Playwright fetches.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def installed() -> str | None:
    """The path of a Chromium on this machine, Playwright's own first."""
    with sync_playwright() as playwright:
        fetched = playwright.chromium.executable_path
    if Path(fetched).exists():
        return fetched
    return next(filter(None, map(shutil.which, NAMES)), None)


def install() -> None:
    """Install Chromium by whichever way this machine allows."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "--quiet"], check=True)
        subprocess.run(
            ["apt-get", "install", "--quiet", "--yes", "--no-install-recommends", "chromium"], check=True
        )
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    if installed() is None:
        install()
    sys.stdout.write(f"browser: {installed()}\n")
