"""The command in this process: its arguments, environment, streams and status, without the start of a Python.

For what the command says and how it ends. What a process of its own is the point of (a terminal, encodings, pipes,
signals, what others can read of it) runs the installed ``qbo-check``.
"""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from unittest import mock

from qbo_checks.cli.main import main


def said(*arguments: str, stdin: str | bytes = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in English, whatever the locale of whoever runs the tests."""
    piped = stdin if isinstance(stdin, bytes) else stdin.encode()
    given = io.TextIOWrapper(io.BufferedReader(io.BytesIO(piped)), "utf-8", newline="")
    told, faults = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    pipe = signal.getsignal(signal.SIGPIPE)
    status: object = None
    try:
        with (
            mock.patch.dict(os.environ, {"LANG": "en_CA.UTF-8", **environment}, clear=True),
            mock.patch.object(sys, "stdin", given),
            redirect_stdout(told),
            redirect_stderr(faults),
        ):
            main(arguments)
    except SystemExit as ended:
        status = ended.code or 0
    finally:
        signal.signal(signal.SIGPIPE, pipe)
    assert isinstance(status, int)
    for stream in (told, faults):
        stream.flush()
        stream.seek(0)
    return subprocess.CompletedProcess(arguments, status, told.read(), faults.read())
