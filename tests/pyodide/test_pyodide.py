"""The unit tests of the rules, the same files, inside the very runtime that the site serves."""

from __future__ import annotations

import re
import subprocess
import sysconfig
from pathlib import Path

import pack

ROOT = Path(__file__).parents[2]


def test_the_rules_pass_their_tests_inside_pyodide() -> None:
    done = subprocess.run(
        [
            ROOT / ".venv" / "bin" / "node",
            Path(__file__).with_name("run.mjs"),
            pack.packed() / "stock",  # The whole library: pytest needs more of it than the rules do.
            sysconfig.get_path("purelib"),
            ROOT / "tests",
            "-q",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (passed,) = re.findall(r"(\d+) passed", done.stdout)
    assert int(passed) > 100
