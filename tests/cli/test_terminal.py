"""The command at its edges: streams that are closed or full, other encodings, and what a terminal would obey."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from command import said
from leaks import leaks
from qbo_checks.checks.keys.examples import made_up
from qbo_checks.checks.questionnaire.examples import READY
from qbo_checks.cli.main import NOT_WRITTEN
from qbo_checks.cli.words import FAULTS, REASONS, STANDARD_INPUT, THE_FILE
from qbo_checks.model import Text
from qbo_checks.portal import SANDBOX_URI

QBO_CHECK = Path(sys.executable).with_name("qbo-check")
PASSES = ("redirect-uri", "--environment", "sandbox", SANDBOX_URI)
SECRET = made_up("command line, terminal", 40)

ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\udc80-\udcff]")
"""What a terminal would obey, or show in an order of its own."""


def qbo_check(command: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash in which ``qbo-check`` is the command; English, unless it says otherwise."""
    return subprocess.run(
        ["bash", "-c", command],
        input=stdin,
        capture_output=True,
        check=False,
        env={"PATH": f"{QBO_CHECK.parent}:{os.environ['PATH']}", "LANG": "en_CA.UTF-8", **environment},
    )


def told(fault: str, **placeholders: Text) -> str:
    return FAULTS["error"].fill("en", {"told": FAULTS[fault].fill("en", placeholders)}) + "\n"


@pytest.mark.parametrize(
    "command",
    [
        "keys --environment sandbox",
        "redirect-uri --environment sandbox -",
        "questionnaire -",
        "hosting -",
        "batch",
    ],
)
def test_closed_standard_input_is_said_to_be_closed(command: str) -> None:
    done = qbo_check(f"qbo-check {command} <&-")
    assert done.returncode == 2
    fault = told("file", name=STANDARD_INPUT, reason=REASONS["EBADF"])
    assert done.stderr.decode().startswith(fault)
    assert done.stdout == b""


@pytest.mark.parametrize(
    "command", [" ".join(PASSES), "--help", "--version", "questionnaire init", "explain hosting.private"]
)
@pytest.mark.parametrize(("to", "reason"), [(">/dev/full", "ENOSPC"), (">&-", "EBADF")])
def test_an_answer_that_cannot_be_written_is_no_failed_check(command: str, to: str, reason: str) -> None:
    done = qbo_check(f"qbo-check {command} {to}")
    assert done.returncode == NOT_WRITTEN
    assert done.stderr.decode() == told("output", reason=REASONS[reason])


@pytest.mark.parametrize("to", ["2>/dev/full", "2>&-", "2>/dev/full >/dev/full", "2>&- >&- <&-"])
def test_a_fault_that_cannot_be_told_keeps_its_status(to: str) -> None:
    done = qbo_check(f"qbo-check nothing {to}")
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")


def test_whoever_has_read_enough_ends_the_command_as_any_other() -> None:
    """By the signal, which shells tell as 141: neither a failed check nor a fault."""
    line = json.dumps({"check": "hosting", "fields": {"addresses": "10.0.0.1"}, "lang": "en"})
    done = qbo_check("qbo-check batch | head -n 1; exit ${PIPESTATUS[0]}", f"{line}\n".encode() * 2_000)
    assert done.returncode == 128 + signal.SIGPIPE
    assert done.stderr == b""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_on_standard_input_is_no_part_of_what_is_read(encoding: str) -> None:
    """PowerShell puts one before whatever it pipes."""
    assert said(*PASSES[:-1], "-", stdin=SANDBOX_URI.encode(encoding)).returncode == 0
    answers = json.dumps({"version": 1, "answers": READY})
    assert said("questionnaire", "-", stdin=answers.encode(encoding)).returncode == 0
    line = {"check": "redirect-uri", "fields": {"uri": SANDBOX_URI, "environment": "sandbox"}, "lang": "fr"}
    done = said("batch", stdin=f"{json.dumps(line)}\r\n{json.dumps(line)}\r\n".encode(encoding))
    assert done.returncode == 0
    assert [json.loads(answer)["verdict"] for answer in done.stdout.splitlines()] == ["pass", "pass"]


def test_batch_answers_a_line_before_the_next_one_comes() -> None:
    line = {"check": "redirect-uri", "fields": {"uri": SANDBOX_URI, "environment": "sandbox"}, "lang": "fr"}
    with subprocess.Popen(
        [QBO_CHECK, "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(2):
            process.stdin.write(json.dumps(line) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["verdict"] == "pass"
        process.stdin.close()
        assert process.wait() == 0


@pytest.mark.parametrize("encoding", ["ascii", "iso-8859-1", "cp1252", "cp437", "koi8-r"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_terminal_of_any_encoding_shows_words(encoding: str, lang: str) -> None:
    done = qbo_check(
        f"qbo-check --lang {lang} redirect-uri --environment sandbox '{SANDBOX_URI}/'",
        PYTHONIOENCODING=encoding,
    )
    assert done.returncode == 1
    assert done.stderr == b""
    # Click writes UTF-8 where Python would write ASCII alone.
    text = done.stdout.decode("utf-8" if encoding == "ascii" else encoding)
    assert {"fr": "autre URL", "en": "a different URL"}[lang] in text
    assert "\\" not in text
    assert "?" not in text


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8", "fr_CA.ISO-8859-1", "xx_YY"])
def test_any_locale_gets_the_right_words(locale: str) -> None:
    done = qbo_check("qbo-check nothing", LC_ALL=locale, LANG=locale)
    assert done.returncode == 2
    assert ("Erreur" in done.stderr.decode("utf-8", "replace")) == locale.startswith("fr")


def test_what_a_terminal_would_obey_is_shown_and_not_sent(tmp_path: Path) -> None:
    bad = "x\x1b]0;x\x07\u202e\x9b31m\x7f\r\x85\u2028"
    file = tmp_path / f"answers{bad}.yaml"
    for text in (
        f"AD1: done\nGQ1: {json.dumps(bad)}\nAD4:\n- {json.dumps(bad)}\n{json.dumps(bad)}: no\nAU1: true\n",
        json.dumps({"version": bad, "AD1": "done"}),
        json.dumps({**READY, "AU1": True, "EH4-how": bad}, ensure_ascii=False),
        "AD1 done",
    ):
        file.write_text(text, "utf-8")
        for form in ("text", "json"):
            done = said("questionnaire", str(file), "--format", form)
            assert done.returncode in {0, 1, 3}
            assert not ACTS.search(done.stdout)
            assert form == "text" or done.stdout.isascii()
    for arguments in (
        ["hosting", "--country", f"Canada{bad}", "8.8.8.8"],
        ["redirect-uri", "--environment", "sandbox", f"{SANDBOX_URI}{bad}"],
        ["app-urls", "--launch-url", f"https://app.example.com/{bad}"],
        ["error-message", f"invalid_client {bad}"],
        ["questionnaire", f"nowhere{bad}"],
        ["explain", f"hosting.{bad}"],
        [f"hosting{bad}"],
    ):
        done = said(*arguments)
        assert done.returncode in {1, 2}
        assert not ACTS.search(done.stdout + done.stderr)


NAMES: list[tuple[str, Any]] = [
    ("there/is/none", "ENOENT"),
    ("/etc/passwd/none", "ENOTDIR"),
    ("/", "EISDIR"),
    ("a\0b", "EINVAL"),
    ("a" * 300, "ENAMETOOLONG"),
    (SECRET, "ENOENT"),
]


@pytest.mark.parametrize(("name", "reason"), NAMES, ids=[reason for _, reason in NAMES])
@pytest.mark.parametrize(
    "before",
    [["keys", "--environment", "sandbox", "--from"], ["questionnaire"], ["batch"]],
    ids=lambda it: it[0],
)
def test_a_file_that_cannot_be_read_is_a_fault_that_quotes_nothing(
    before: list[str], name: str, reason: str
) -> None:
    done = said(*before, name)  # No shell can pass a NUL; a program can.
    assert done.returncode == 2
    assert told("file", name=THE_FILE, reason=REASONS[reason]) in done.stderr
    assert not leaks((SECRET,), done.stdout, done.stderr)


@pytest.mark.parametrize(
    "arguments",
    [
        ["keys", f"--{SECRET}"],
        ["keys", f"--{SECRET}=x"],
        [f"--{SECRET}"],
        ["keys", "--environment", "sandbox", "--from", SECRET],
        ["questionnaire", SECRET],
        ["hosting", "--format", SECRET],
        ["batch", SECRET],
    ],
)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_fault_of_usage_repeats_what_was_typed(arguments: list[str], lang: str) -> None:
    done = said("--lang", lang, *arguments)
    assert done.returncode == 2
    assert not leaks((SECRET,), done.stdout, done.stderr)


@pytest.mark.parametrize(
    "line",
    [
        {"check": SECRET, "fields": {}, "lang": "fr"},
        {"check": "keys", "fields": {SECRET: ""}, "lang": "fr"},
        {"check": "keys", "fields": {"environment": SECRET}, "lang": "fr"},
        {"check": "keys", "fields": {"environment": "sandbox"}, "lang": SECRET},
        {"check": "keys", "fields": SECRET, "lang": "fr"},
        {SECRET: SECRET},
    ],
)
def test_no_error_of_batch_repeats_the_line(line: object) -> None:
    done = said("batch", stdin=json.dumps(line))
    assert done.returncode == 2
    assert "error" in done.stdout
    assert not leaks((SECRET,), done.stdout, done.stderr)


def test_python_runs_the_package() -> None:
    done = subprocess.run([sys.executable, "-m", "qbo_checks", *PASSES], capture_output=True, check=False)
    assert done.returncode == 0
