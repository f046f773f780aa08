"""Standard input and output, and files: whatever bytes come in are examined, and what is told can be shown."""

from __future__ import annotations

import codecs
import errno
import io
import os
import signal
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO, cast

from qbo_checks.cli.options import Fault
from qbo_checks.cli.words import REASONS, STANDARD_INPUT, THE_FILE
from qbo_checks.model import MAX_FIELD_CHARS, Text

LEGIBLE = "qbo_checks_legible"
"""The name of the handler of what an encoding lacks."""

PLAIN = {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "…": "...", "•": "*", "✗": "x", "✓": "v", "œ": "oe"}  # fmt: skip
PLAIN |= dict.fromkeys("–—", "-") | dict.fromkeys("\u00a0\u202f", " ") | dict.fromkeys("⟨⟩", "|")
"""What stands for the signs of the checks' sentences where a terminal has none of them."""


def prepare() -> None:
    """Let any answer be told in any encoding, and a closed pipe end the command as it ends others."""
    codecs.register_error(LEGIBLE, _legible)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=LEGIBLE)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def _legible(error: UnicodeError) -> tuple[str, int]:
    """A sign in other signs, a letter without its accent, and anything else by its number."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plain = ""
    for char in error.object[error.start : error.end]:
        letter = unicodedata.normalize("NFD", char)[0]
        plain += PLAIN.get(char) or (letter if letter.isascii() else f"\\u{ord(char):04x}")
    return plain, error.end


def finish() -> None:
    """Write what is left. Raises OSError where it cannot be."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "")
    sys.stdout.flush()


def silence(*streams: TextIO | None) -> None:
    """Drop what could not be written: Python would try again as it ends, and end with a status of its own."""
    for stream in streams:
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[union-attr]


@contextmanager
def opened(source: str) -> Iterator[TextIO]:
    """A file, or standard input for -; a Fault where it cannot be read."""
    try:
        with _bytes(source) as raw:
            # What Windows PowerShell writes for “> answers.yaml” is UTF-16, and says so.
            wide = raw.peek(2)[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
            # Bytes that are not what they say are a finding of the check's, not a failure.
            encoding, errors = ("utf-16", "replace") if wide else ("utf-8-sig", "surrogateescape")
            text = io.TextIOWrapper(raw, encoding, errors, newline="")
            try:
                yield text
            finally:
                text.detach()
    except (OSError, ValueError) as error:
        # Its name may be a secret, typed in the place of a file's, and is not repeated.
        name = STANDARD_INPUT if source == "-" else THE_FILE
        raise Fault("file", name=name, reason=reason(error)) from None


@contextmanager
def _bytes(source: str) -> Iterator[io.BufferedReader]:
    if source != "-":
        with Path(source).open("rb") as raw:
            yield raw
        return
    if sys.stdin is None:
        raise OSError(errno.EBADF, "")
    yield cast("io.BufferedReader", sys.stdin.buffer)


def text_of(source: str) -> str:
    """The text of a file: a little more than a check takes, never more."""
    with opened(source) as file:
        return file.read(MAX_FIELD_CHARS + 1)


def lines_of(source: str) -> Iterator[str]:
    """The lines of a file as they come, each with its end."""
    with opened(source) as file:
        yield from file


def reason(error: OSError | ValueError) -> Text:
    """Why a file cannot be read or written, in both languages: the system's words are English."""
    code = error.errno if isinstance(error, OSError) else errno.EINVAL
    return REASONS.get(errno.errorcode.get(code or 0, ""), REASONS[""])
