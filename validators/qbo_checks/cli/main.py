"""Where the command starts and ends: its language, its streams, its exit status."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from qbo_checks.cli.commands import program
from qbo_checks.cli.options import USAGE, Fault, in_other_words, language_of
from qbo_checks.cli.words import FAULTS

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command, and leave with its status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    lang = language_of(given)
    # Whatever bytes come in are examined, and what was examined can be told on any terminal.
    for stream, errors in zip(
        (sys.stdin, sys.stdout, sys.stderr), ("surrogateescape", *["backslashreplace"] * 2), strict=True
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)
    color = False if os.environ.get("NO_COLOR") else None
    status = 0
    try:
        status = program(lang).main(given, prog_name="qbo-check", standalone_mode=False, color=color)
    except click.UsageError as error:
        fault = error if isinstance(error, Fault) else in_other_words(error)
        click.echo(FAULTS["error"].fill(lang, {"told": fault.words.fill(lang, fault.placeholders)}), err=True)
        command = error.ctx.command_path if error.ctx else "qbo-check"
        click.echo(FAULTS["try"].fill(lang, {"command": command}), err=True)
        status = USAGE
    except click.Abort:
        status = INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has had enough; Python must not try to flush the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a traceback may quote what was pasted
        told = FAULTS["internal"].fill(lang, {"reason": type(error).__name__})
        click.echo(FAULTS["error"].fill(lang, {"told": told}), err=True)
        status = USAGE
    sys.exit(status)
