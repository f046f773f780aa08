"""What the command leaves behind while it has keys in hand: nothing that others on the machine can read."""

from __future__ import annotations

import fcntl
import os
import resource
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

import pytest
from leaks import leaks, made_up_pair

QBO_CHECK = Path(sys.executable).with_name("qbo-check")
KEYS = made_up_pair("command line, traces")
DOTENV = "QBO_CLIENT_ID={}\nQBO_CLIENT_SECRET={}\n".format(*KEYS)

# The command as it is, but for what happens once a check has the keys in its hands.
BROKEN = """
import sys, qbo_checks.cli.main as cli
import qbo_checks.checks.keys
keys = sys.modules['qbo_checks.checks.keys.examine']
def breaks(*given, **named):
    {how}
keys.read = breaks
cli.main()
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home and a folder for temporary files, both empty, and the working directory."""
    return tmp_path


def environment(home: Path) -> dict[str, str]:
    folders = dict.fromkeys(
        ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), str(home)
    )
    return {"PATH": os.environ["PATH"], "LANG": "en_CA.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "HISTFILE": str(home / "history"), **folders}  # fmt: skip


def wait_until_taken(pipe: IO[str]) -> None:
    """Until the other end has read all that was written: then it runs, with a name and arguments of its own."""
    deadline = time.monotonic() + 30
    while any(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4))):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def left_behind(home: Path) -> list[str]:
    return [path.read_bytes().decode("utf-8", "replace") for path in home.rglob("*") if path.is_file()]


def test_neither_its_arguments_nor_its_environment_hold_a_key(home: Path) -> None:
    """Read where every user of the machine may read, while it waits for the rest of its input."""
    command = [str(QBO_CHECK), "keys", "--environment", "sandbox"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=home, env=environment(home)
    ) as process:  # fmt: skip
        assert process.stdin
        first, rest = DOTENV.split("\n", 1)
        process.stdin.write(f"{first}\n")
        process.stdin.flush()
        wait_until_taken(process.stdin)
        seen = [
            Path("/proc", str(process.pid), name).read_bytes().decode()
            for name in ("cmdline", "environ", "comm")
        ]
        assert "sandbox" in seen[0]
        files = []
        for link in Path("/proc", str(process.pid), "fd").iterdir():
            with suppress(FileNotFoundError):  # Closed since it was listed.
                files.append(str(link.readlink()))
        told = process.communicate(rest)
    assert "keys." in "".join(told) or process.returncode == 0
    assert leaks(KEYS, *seen, *files, *told, *left_behind(home)) == set()
    assert left_behind(home) == []


def test_a_shell_remembers_the_command_and_no_key(home: Path) -> None:
    (home / "keys.env").write_text(DOTENV, "utf-8")
    typed = f"HISTFILE={home}/history\nset -o history\n{QBO_CHECK} keys --environment sandbox keys.env\nhistory -w\n"
    told = subprocess.run(
        ["bash", "--norc", "-i"], input=typed, capture_output=True, text=True, cwd=home, env=environment(home), check=False
    )  # fmt: skip
    (home / "keys.env").unlink()
    assert "keys --environment sandbox" in (home / "history").read_text("utf-8")
    assert leaks(KEYS, told.stdout, told.stderr, *left_behind(home)) == set()


@pytest.mark.parametrize(
    ("how", "lang"),
    [
        ("raise ValueError(given, named)", "fr"),
        ("raise KeyError(str(given)) from ValueError(str(named))", "en"),
        ("raise RecursionError(given)", "fr"),
        ("raise MemoryError(given)", "en"),
        ("raise UnicodeEncodeError('ascii', str(given), 0, 1, str(named))", "fr"),
        ("raise SystemError(given)", "en"),
        ("warnings = __import__('warnings'); warnings.warn(str(type(given))); raise AssertionError(given)", "fr"),
    ],
)  # fmt: skip
def test_a_crash_reports_no_key(home: Path, how: str, lang: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", BROKEN.format(how=how), "keys", "--environment", "sandbox", "--lang", lang],
        input=DOTENV, capture_output=True, text=True, cwd=home, env=environment(home), check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr
    assert leaks(KEYS, done.stdout, done.stderr, *left_behind(home)) == set()


def test_a_process_that_is_killed_leaves_no_key(home: Path) -> None:
    """Python's own report of a dead process names lines of code, not values."""
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", BROKEN.format(how="import os; os.abort()"), "keys", "--environment", "sandbox"],
        input=DOTENV, capture_output=True, text=True, cwd=home, env=environment(home), check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)),
    )  # fmt: skip
    assert done.returncode < 0
    assert "Fatal Python error" in done.stderr
    assert leaks(KEYS, done.stdout, done.stderr, *left_behind(home)) == set()
