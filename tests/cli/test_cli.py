"""The command as its users run it: its arguments, its streams, its status; another process where that matters."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
import qbo_checks
import yaml
from command import said
from leaks import leaks
from qbo_checks import guide
from qbo_checks.checks.keys.examples import made_up
from qbo_checks.checks.questionnaire.examples import READY
from qbo_checks.cli.options import language_of
from qbo_checks.cli.words import FAULTS, SIDES, WORDS
from qbo_checks.model import LANGUAGES, Language
from qbo_checks.portal import PRODUCTION_URI, SANDBOX_URI
from qbo_checks.questionnaire.read import read
from qbo_checks.questionnaire.write import write

ROOT = Path(__file__).parents[2]
QBO_CHECK = Path(sys.executable).with_name("qbo-check")
CLIENT_ID = made_up("command line, ID", 50)
CLIENT_SECRET = made_up("command line, secret", 40)
DOTENV = f"QBO_CLIENT_ID='{CLIENT_ID}'\nQBO_CLIENT_SECRET='{CLIENT_SECRET}'\n"


def qbo_check(
    *arguments: str, stdin: str | bytes = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in English, whatever the locale of whoever runs the tests."""
    return subprocess.run(
        [QBO_CHECK, *arguments],
        input=stdin if isinstance(stdin, str) else stdin.decode("utf-8", "surrogateescape"),
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
        env={"PATH": os.environ["PATH"], "LANG": "en_CA.UTF-8", "PYTHONUTF8": "1", **environment},
    )


# What it says is what the page says.


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_terminal_says_the_words_of_the_page(lang: str) -> None:
    done = said("redirect-uri", "--environment", "sandbox", f"{SANDBOX_URI}/", "--lang", lang)
    report = qbo_checks.run("redirect-uri", {"uri": f"{SANDBOX_URI}/", "environment": "sandbox"}, lang)
    (finding,) = report["findings"]
    assert finding["message"] in done.stdout
    assert finding["help"] in done.stdout
    assert f"  {SANDBOX_URI}\n" in done.stdout
    # The caret stands below the slash.
    excerpt, caret = done.stdout.splitlines()[1:3]
    assert excerpt[caret.index("^")] == "/"
    assert excerpt[: caret.index("^")].endswith("/callback")


def test_json_is_the_whole_report() -> None:
    done = said("redirect-uri", "--environment=production", f" {SANDBOX_URI}", "--format=json", "--lang=fr")
    fields = {"uri": f" {SANDBOX_URI}", "environment": "production"}
    assert json.loads(done.stdout) == qbo_checks.run("redirect-uri", fields, "fr")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_error_can_be_acted_upon(lang: Language) -> None:
    """In the terminal: where it is mended, full addresses of steps, both URIs, and the command that can tell more."""
    text = "The redirect_uri query parameter value is invalid. redirect_uri=https://app.example.com/cb"
    told = said(f"--lang={lang}", "--guide", "https://guide.example.com", "error-message", text).stdout
    for step in ("register-the-sandbox-redirect-uri", "register-the-production-redirect-uri"):
        assert f"   https://guide.example.com/{guide.step(step, lang)}\n" in told
    assert SIDES["intuit"][lang] in told
    assert SANDBOX_URI in told
    assert PRODUCTION_URI in told
    assert "qbo-check redirect-uri --environment sandbox|production https://app.example.com/cb\n" in told


def test_the_command_and_the_pages_agree_where_the_guide_stands() -> None:
    assert (
        f'!ENV [SITE_URL, READTHEDOCS_CANONICAL_URL, "{guide.ADDRESS}"]' in (ROOT / "mkdocs.yml").read_text()
    )


def test_json_has_the_full_address_of_each_step() -> None:
    asked = {"check": "error-message", "fields": {"text": "invalid_client"}, "lang": "fr"}
    whole = json.loads(said("--lang=fr", "error-message", "invalid_client", "--format=json").stdout)
    line = json.loads(said("batch", stdin=json.dumps(asked)).stdout)
    assert line == whole
    for cause in whole["findings"][0]["causes"]:
        assert cause["step_url"] == (
            guide.ADDRESS + guide.step(cause["step"], "fr") if cause["step"] else None
        )


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["redirect-uri", "--environment", "sandbox", SANDBOX_URI], 0),
        (["redirect-uri", "--environment", "sandbox", f"{SANDBOX_URI}/"], 1),
        (["redirect-uri", "--environment", "elsewhere", SANDBOX_URI], 2),
        (["hosting", "20.77.152.0/23"], 3),
        (["hosting", "--country", "Canada", "-"], 1),
        (["hosting", "-"], 3),
        ([], 2),
        (["--help"], 0),
        (["--version"], 0),
        (["keys", "--help"], 0),
    ],
)
def test_status(arguments: list[str], status: int) -> None:
    ranges = qbo_checks.run("hosting", {"addresses": "192.0.2.1"}, "en")
    everything = "\n".join(ranges["cleaned"].values())
    assert said(*arguments, stdin=everything).returncode == status


@pytest.mark.parametrize("name", qbo_checks.names())
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_check_is_a_command_with_help_in_both_languages(name: str, lang: str) -> None:
    done = said(name, "--help", "--lang", lang)
    assert done.returncode == 0
    assert qbo_checks.load(name).title["fr" if lang == "fr" else "en"] in done.stdout
    assert {"fr": "Utilisation\u00a0:", "en": "Usage:"}[lang] in done.stdout
    assert ("Show" in done.stdout) == (lang == "en")
    assert ("[required]" in done.stdout) <= (lang == "en")


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], {}, "en"),
        ([], {"LANG": "fr_CA.UTF-8"}, "fr"),
        ([], {"LANG": "fr_CA.UTF-8", "LC_ALL": "C"}, "en"),
        (["keys", "--lang", "fr"], {"LANG": "en_GB.UTF-8"}, "fr"),
        (["--lang=en", "keys"], {"LANG": "fr_FR.UTF-8"}, "en"),
        (["--lang", "de"], {"LC_MESSAGES": "fr_FR"}, "fr"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_terminals(
    arguments: list[str], environment: dict[str, str], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language_of(arguments) == lang


# The values.


def test_several_arguments_are_as_many_lines() -> None:
    separate = said("hosting", "--format", "json", "20.77.152.0/23", "10.0.0.1")
    together = said("hosting", "--format", "json", "-", stdin="20.77.152.0/23\n10.0.0.1")
    assert separate.stdout == together.stdout
    assert "hosting.private" in separate.stdout


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_value_may_be_piped_in(end: str) -> None:
    assert said("redirect-uri", "--environment", "sandbox", "-", stdin=SANDBOX_URI + end).returncode == 0
    assert said("redirect-uri", "--environment", "sandbox", "-", stdin=f"{SANDBOX_URI} {end}").returncode == 1


def test_each_app_url_has_its_option() -> None:
    done = said("app-urls", "--launch-url", "http://app.example.com/", "--format", "json")
    codes = {(finding["field"], finding["code"]) for finding in json.loads(done.stdout)["findings"]}
    assert ("launch_url", "app-urls.http-scheme") in codes
    plain = said("app-urls", "--launch-url", "http://app.example.com/", "--lang", "en")
    assert "app-urls.http-scheme · Launch URL" in plain.stdout


def test_bytes_that_are_not_text_and_escapes_are_shown_not_sent_to_the_terminal() -> None:
    done = qbo_check(
        "redirect-uri", "--environment", "sandbox", "-", stdin=b"\x1b[31m\xff\x00" + SANDBOX_URI.encode()
    )
    assert done.returncode == 1
    assert done.stderr == ""
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\udc80-\udcff]", done.stdout)


def test_a_terminal_of_another_encoding_gets_every_answer() -> None:
    done = qbo_check(
        "redirect-uri", "--environment", "sandbox", "é", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    assert done.returncode == 1
    assert done.stderr == ""


def test_no_color_where_nobody_looks_or_where_it_is_not_wanted() -> None:
    assert "\x1b" not in qbo_check("redirect-uri", "--environment", "sandbox", "").stdout
    assert "\x1b[" in in_a_terminal(["redirect-uri", "--environment", "sandbox", "x"])[0]
    assert "\x1b[" not in in_a_terminal(["redirect-uri", "--environment", "sandbox", "x"], NO_COLOR="1")[0]


# Secrets.


@pytest.mark.parametrize("by", ["stdin", "file"])
def test_keys_come_from_a_file_or_from_standard_input(by: str, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(DOTENV, "utf-8")
    arguments = ["--from", str(tmp_path / ".env")] if by == "file" else []
    done = said("keys", "--environment", "sandbox", *arguments, stdin=DOTENV if by == "stdin" else "")
    assert "keys.taken-apart" in done.stdout
    assert WORDS["hidden"].en in done.stdout
    assert not leaks((CLIENT_ID, CLIENT_SECRET), done.stdout, done.stderr)

    told = said("keys", "--environment", "sandbox", "--format", "json", stdin=DOTENV)
    report = json.loads(told.stdout)
    assert report.pop("cleaned") == {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
    assert not leaks((CLIENT_ID, CLIENT_SECRET), json.dumps(report))


def test_keys_are_asked_for_at_a_prompt_that_does_not_echo() -> None:
    output, status = in_a_terminal(["keys", "--environment", "sandbox"], CLIENT_ID, CLIENT_SECRET, "")
    assert "Client ID:" in output
    assert "Client secret:" in output
    assert status == 3  # which tab they come from, only their reader can tell
    assert not leaks((CLIENT_ID, CLIENT_SECRET), output)


def test_a_key_is_not_taken_as_an_argument_and_not_repeated() -> None:
    done = qbo_check("keys", "--environment", "sandbox", CLIENT_ID, CLIENT_SECRET)
    assert done.returncode == 2
    assert FAULTS["extra-secret"].en in done.stderr
    assert not leaks((CLIENT_ID, CLIENT_SECRET), done.stdout, done.stderr)


@pytest.mark.parametrize(
    "arguments",
    [
        [CLIENT_SECRET],
        ["keys", "--environment", CLIENT_SECRET],
        ["redirect-uri", "--environment", "sandbox", SANDBOX_URI, CLIENT_SECRET],
        ["explain", CLIENT_SECRET],
        ["keys", f"--format={CLIENT_SECRET}"],
        ["--lang", CLIENT_SECRET],
    ],
)
def test_no_fault_repeats_what_was_typed(arguments: list[str]) -> None:
    done = said(*arguments)
    assert done.returncode == 2
    assert not leaks((CLIENT_SECRET,), done.stdout, done.stderr)


def test_a_failure_of_ours_tells_no_secret() -> None:
    broken = "from qbo_checks.cli import commands, main\ndef run(*fields): raise ValueError(fields)\ncommands.run = run\nmain.main()"
    command = [sys.executable, "-c", broken, "keys", "--environment", "sandbox"]
    done = subprocess.run(command, input=DOTENV, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "ValueError" in done.stderr
    assert not leaks((CLIENT_ID, CLIENT_SECRET), done.stdout, done.stderr)


# Faults of the command.


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["nothing"], "no-command"),
        (["redirect-uri", "--envir", "sandbox"], "no-option"),
        (["redirect-uri", SANDBOX_URI], "missing"),
        (["redirect-uri", "--environment", "sandbox"], "missing"),
        (["redirect-uri", "--environment", "test", SANDBOX_URI], "bad-value"),
        (["redirect-uri", SANDBOX_URI, "--environment"], "bare-option"),
        (["redirect-uri", "--environment", "sandbox", "one", "two"], "extra"),
        (["keys", "--environment", "sandbox", "--from", "no/such/file"], "file"),
        (["explain", "redirect-uri.slash"], "no-code"),
    ],
)
def test_fault(arguments: list[str], fault: str, lang: str) -> None:
    done = said("--lang", lang, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    told, hint = done.stderr.splitlines()
    words = re.escape(FAULTS[fault]["fr" if lang == "fr" else "en"])
    assert re.search(re.sub(r"\\{\w+\\}", ".+", words), told)
    assert "--help" in hint


# The other commands.


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_explain(lang: str) -> None:
    done = said("explain", "redirect-uri.trailing-slash", "--lang", lang)
    _, rule = qbo_checks.rule("redirect-uri.trailing-slash")
    assert done.returncode == 0
    for text in (rule.title, rule.why, rule.seen):
        assert text["fr" if lang == "fr" else "en"] in done.stdout
    assert rule.sources[0].url in done.stdout


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_template_is_written_filled_in_and_checked_with_the_line_of_each_answer(
    lang: str, tmp_path: Path
) -> None:
    template = said("questionnaire", "init", "--lang", lang).stdout
    assert {"fr": "Codat recommande", "en": "Codat recommends"}[lang] in template
    file = tmp_path / "answers.yaml"

    file.write_text(template, "utf-8")
    assert "questionnaire.missing" in said("questionnaire", str(file)).stdout

    file.write_text(template.replace("  GQ4:", "  GQ4: no").replace("  AI1:", "  GQ99: yes\n  AI1:"), "utf-8")
    done = said("questionnaire", str(file), "--format", "json")
    lines = file.read_text("utf-8").splitlines()
    found = {
        finding["question"]: finding for finding in json.loads(done.stdout)["findings"] if "line" in finding
    }
    # A name that nobody knows may be anything, a secret too: only its place is told.
    assert "GQ99" not in done.stdout
    for question, told in (("GQ4", "GQ4"), ("GQ99", "••••")):
        assert lines[found[told]["line"] - 1][found[told]["column"] - 1 :].startswith(question)
    told = said("questionnaire", str(file)).stdout
    assert f"{file}:{found['GQ4']['line']}:{found['GQ4']['column']} " in told
    assert done.returncode == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_says_how_it_is_encoded(encoding: str, tmp_path: Path) -> None:
    """What PowerShell makes of “qbo-check questionnaire init > answers.yaml”, and Notepad of what it keeps."""
    file = tmp_path / "answers.yaml"
    file.write_text(write("yaml", read(json.dumps(READY)).answers, "fr"), encoding)
    assert said("questionnaire", str(file)).returncode == 0


@pytest.mark.parametrize(
    ("name", "text", "code", "place"),
    [
        ("huge.yaml", "AD1: done\n" * 300_000, "oversized", ""),
        ("deep.json", "[" * 90_000, "too-deep", "1:9"),
        ("cyclic.yaml", "answers: &all\n  AD4: *all\n", "malformed", "1:10"),
        ("aliased.yaml", "AD1: &a [*a, *a]\n", "malformed", "1:6"),
    ],
)
def test_a_hostile_file_is_refused_at_once(
    name: str, text: str, code: str, place: str, tmp_path: Path
) -> None:
    """Each would cost another reader its memory or its stack."""
    file = tmp_path / name
    file.write_text(text, "utf-8")
    done = said("questionnaire", str(file))
    assert done.returncode == 1
    assert f"questionnaire.{code}" in done.stdout
    assert (f"{file}:{place}" if place else "") in done.stdout
    assert len(done.stdout) < 1000
    assert not done.stderr


def test_answers_go_from_the_page_to_the_terminal(tmp_path: Path) -> None:
    ready = read(json.dumps(READY)).answers
    (tmp_path / "answers.yaml").write_text(write("yaml", ready, "fr"), "utf-8")
    (tmp_path / "answers.json").write_text(write("json", ready, "fr"), "utf-8")
    for name in ("answers.yaml", "answers.json"):
        done = said("questionnaire", str(tmp_path / name))
        assert done.returncode == 0, done.stdout


def test_batch_answers_line_for_line_and_goes_on() -> None:
    line = {"check": "redirect-uri", "fields": {"uri": SANDBOX_URI, "environment": "sandbox"}, "lang": "fr"}
    lines = [
        json.dumps(line),
        "not JSON",
        json.dumps({**line, "check": "nothing"}),
        "[" * 100_000,
        "[]",
        "",
        json.dumps(line),
    ]
    done = said("batch", stdin="\n".join(lines))
    answers = [json.loads(answer) for answer in done.stdout.splitlines()]
    assert [answer.get("verdict") for answer in answers] == ["pass", *[None] * 5, "pass"]
    assert all("error" in answer for answer in answers[1:-1])
    assert done.returncode == 2


def test_batch_reads_files(tmp_path: Path) -> None:
    line = {
        "check": "redirect-uri",
        "fields": {"uri": f"{SANDBOX_URI}/", "environment": "sandbox"},
        "lang": "fr",
    }
    for name in ("one.jsonl", "two.jsonl"):
        (tmp_path / name).write_text(json.dumps(line) + "\n", "utf-8")
    done = said("batch", str(tmp_path / "one.jsonl"), str(tmp_path / "two.jsonl"))
    assert len(done.stdout.splitlines()) == 2
    assert done.returncode == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    assert "_QBO_CHECK_COMPLETE" in qbo_check(_QBO_CHECK_COMPLETE=f"{shell}_source").stdout
    words = {"COMP_WORDS": "qbo-check explain redirect-uri.trailing", "COMP_CWORD": "2"}
    done = qbo_check(_QBO_CHECK_COMPLETE="bash_complete", **words)
    assert "redirect-uri.trailing-slash" in done.stdout


# What the guide tells people to put into their own project.


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_examples_for_continuous_integration_work(lang: str, tmp_path: Path) -> None:
    page = (ROOT / "docs" / lang / "checks.md").read_text("utf-8")
    blocks = dict(
        re.findall(
            r"^```(json|sh|yaml)\n(.*?)^```",
            page[page.index("{ #continuous-integration }") :],
            re.DOTALL | re.MULTILINE,
        )
    )
    (tmp_path / "qbo-checks.jsonl").write_text(blocks["json"], "utf-8")
    (hook,) = yaml.safe_load(blocks["yaml"])["repos"][0]["hooks"]
    assert re.search(hook["files"], "qbo-checks.jsonl")
    for command in (blocks["sh"].strip(), f"{hook['entry']} qbo-checks.jsonl"):
        environment = {**os.environ, "PATH": f"{QBO_CHECK.parent}:{os.environ['PATH']}"}
        for break_it, status in ((False, 0), (True, 1)):
            if break_it:
                (tmp_path / "qbo-checks.jsonl").write_text(
                    blocks["json"].replace("/callback", "/callback/"), "utf-8"
                )
            done = subprocess.run(
                ["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, check=False
            )
            assert done.returncode == status
        (tmp_path / "qbo-checks.jsonl").write_text(blocks["json"], "utf-8")


def in_a_terminal(arguments: list[str], *typed: str, **environment: str) -> tuple[str, int]:
    """Run the command in a terminal of its own; what the terminal showed, and the status."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [QBO_CHECK, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env={
            "PATH": os.environ["PATH"],
            "LANG": "en_CA.UTF-8",
            "PYTHONUTF8": "1",
            "TERM": "xterm",
            **environment,
        },
    )
    os.close(theirs)
    shown = b""
    waiting = list(typed)
    while True:
        try:
            more = os.read(ours, 4096)
        except OSError:  # Linux's word for a terminal that nobody holds any longer
            break
        if not more:
            break
        shown += more
        if waiting and more.rstrip().endswith(b":"):
            os.write(ours, waiting.pop(0).encode() + b"\n")
    os.close(ours)
    return shown.decode(), process.wait()
