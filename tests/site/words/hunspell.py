"""Finds Hunspell and its dictionaries for the spelling test, and installs them where packages can be installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

DICTIONARIES = {"fr": "fr_CA", "en": "en_CA"}
PACKAGES = ("hunspell", "hunspell-fr", "hunspell-en-ca")
MISSING = (
    f"Hunspell, or its dictionaries {' and '.join(DICTIONARIES.values())}, are missing. On Debian and Ubuntu, as root: "
    f"apt-get install {' '.join(PACKAGES)}. Elsewhere, install Hunspell and put the .aff and .dic files of both "
    "dictionaries where DICPATH points."
)


def installed() -> bool:
    """Whether Hunspell is here and opens both dictionaries."""
    return shutil.which("hunspell") is not None and all(
        subprocess.run(["hunspell", "-d", name, "-l"], input=b"", capture_output=True, check=False).returncode
        == 0
        for name in DICTIONARIES.values()
    )


def install() -> None:
    """Install the packages, or leave with what to do."""
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        sys.exit(MISSING)
    subprocess.run(["apt-get", "update", "--quiet"], check=True)
    subprocess.run(
        ["apt-get", "install", "--quiet", "--yes", "--no-install-recommends", *PACKAGES], check=True
    )


if __name__ == "__main__":
    if not installed():
        install()
    sys.stdout.write(f"spelling: {shutil.which('hunspell')}\n")
