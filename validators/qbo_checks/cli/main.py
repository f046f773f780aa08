"""Where the command starts and ends: its language, its streams, its exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from qbo_checks.cli.commands import program
from qbo_checks.cli.options import USAGE, Fault, in_other_words, language_of
from qbo_checks.cli.streams import finish, prepare, reason, silence
from qbo_checks.cli.words import FAULTS
from qbo_checks.model import Language

NOT_WRITTEN = 74
"""The answer could not be written: EX_IOERR of sysexits.h. No check failed, and the command is well formed."""

INTERRUPTED = 130
"""Ctrl-C, as shells tell it. Where whoever reads the answer has had enough, SIGPIPE ends the command: 141."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command, and leave with its status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    lang = language_of(given)
    prepare()
    color = False if os.environ.get("NO_COLOR") else None
    try:
        status = program(lang).main(given, prog_name="qbo-check", standalone_mode=False, color=color)
        finish()
    except click.UsageError as error:
        _say(error if isinstance(error, Fault) else in_other_words(error), lang)
        _hint(error.ctx.command_path if error.ctx else "qbo-check", lang)
        status = USAGE
    except click.Abort:
        status = INTERRUPTED
    except OSError as error:
        # What cannot be read is a Fault.
        _say(Fault("output", reason=reason(error)), lang)
        silence(sys.stdout)
        status = NOT_WRITTEN
    except Exception as error:  # noqa: BLE001 - a traceback may quote what was pasted
        _say(Fault("internal", reason=type(error).__name__), lang)
        status = USAGE
    sys.exit(status)


def _say(fault: Fault, lang: Language) -> None:
    _echo(FAULTS["error"].fill(lang, {"told": fault.words.fill(lang, fault.placeholders)}))


def _hint(command: str, lang: Language) -> None:
    _echo(FAULTS["try"].fill(lang, {"command": command}))


def _echo(line: str) -> None:
    try:
        click.echo(line, err=True)
    except OSError:
        silence(sys.stderr)
