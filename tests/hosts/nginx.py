"""Finds an nginx for the tests, and installs Debian's where packages can be installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def installed() -> str | None:
    return shutil.which(
        "nginx", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
    )


def install() -> None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        # Debian would start a server of its own.
        policy = Path("/usr/sbin/policy-rc.d")
        ours = not policy.exists()
        if ours:
            policy.write_text("#!/bin/sh\nexit 101\n", "utf-8")
            policy.chmod(0o755)
        try:
            subprocess.run(["apt-get", "update", "--quiet"], check=True)
            subprocess.run(
                ["apt-get", "install", "--quiet", "--yes", "--no-install-recommends", "nginx-light"],
                check=True,
            )
        finally:
            if ours:
                policy.unlink()


if __name__ == "__main__":
    if installed() is None:
        install()
    sys.stdout.write(f"nginx: {installed()}\n")
