"""Finds Hunspell and its dictionaries for the spelling test, and installs them where packages can be installed."""

from __future__ import annotations

import shutil
import subprocess
import sys

from live_checks import tools

DICTIONARIES = {"fr": "fr_CA", "en": "en_CA"}
MISSING = (
    f"Hunspell, or its dictionaries {' and '.join(DICTIONARIES.values())}, are missing. On Debian and Ubuntu, as root: "
    f"apt-get install {' '.join(tools.TOOLS['hunspell'].packages)}. Elsewhere, install Hunspell and put the .aff and .dic files of both "
    "dictionaries where DICPATH points."
)


def installed() -> bool:
    """Whether Hunspell is here and opens both dictionaries."""
    return shutil.which("hunspell") is not None and all(
        subprocess.run(["hunspell", "-d", name, "-l"], input=b"", capture_output=True, check=False).returncode
        == 0
        for name in DICTIONARIES.values()
    )


if __name__ == "__main__":
    if not installed():
        tools.install(["hunspell"])
    sys.stdout.write(f"spelling: {shutil.which('hunspell')}\n")
