"""A report in a terminal."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

import click

from qbo_checks import guide
from qbo_checks.cli.options import argument_of
from qbo_checks.cli.words import SEVERITIES, SIDES, WORDS
from qbo_checks.excerpt import visible
from qbo_checks.model import Check, Language
from qbo_checks.portal import ENVIRONMENTS
from qbo_checks.registry import load

STATUS = {"pass": 0, "fail": 1, "review": 3}
MARKS = {"error": ("✗", "red"), "warning": ("!", "yellow"), "note": ("i", "blue")}


def tell(report: Mapping[str, Any], output: str, check: Check, file: str = "-") -> NoReturn:
    """Write the report, and leave with its status."""
    report = with_addresses(report)
    if output == "json":
        click.echo(ascii_json(report, indent=2))
    else:
        for line in in_words(report, check, file):
            click.echo(line)
    raise click.exceptions.Exit(STATUS[report["verdict"]])


def ascii_json(value: object, indent: int | None = None) -> str:
    """A value as JSON in which nothing acts on a terminal: DEL is the one control character that JSON leaves as it is."""
    return json.dumps(value, indent=indent).replace("\x7f", "\\u007f")


def _styled(text: str, **style: Any) -> str:
    """A line for a terminal, which must not obey what was pasted."""
    return click.style(visible(text), **style)


def with_addresses(report: Mapping[str, Any]) -> dict[str, Any]:
    """The report with the full address of each step, in ``step_url``, beside its anchor."""
    base = click.get_current_context().obj
    findings = [
        {
            **finding,
            "causes": [
                {
                    **cause,
                    "step_url": base + guide.step(cause["step"], report["lang"]) if cause["step"] else None,
                }
                for cause in finding["causes"]
            ],
        }
        for finding in report["findings"]
    ]
    return {**report, "findings": findings}


def command(offer: Mapping[str, Any]) -> str:
    """The command that runs an offered check, with what is known of its fields."""
    check = load(offer["check"])
    options = [
        f"--{field.name.replace('_', '-')} {'|'.join(field.choices)}"
        for field in check.fields
        if field.kind == "choice"
    ]
    argument = argument_of(check)
    value = [shlex.quote(offer["fields"].get(argument.name, argument.name.upper()))] if argument else []
    return " ".join(["qbo-check", check.id, *options, *value])


def _what_to_do(finding: Mapping[str, Any], lang: Language) -> Iterator[str]:
    """Where it is mended, the causes with their steps, what to copy, and the command that can tell more."""
    if finding["side"]:
        yield SIDES[finding["side"]][lang]
    for number, cause in enumerate(finding["causes"], 1):
        yield f"{number}. {cause['text']}"
        if cause["step_url"]:
            yield f"   {cause['step_url']}"
    for copied in finding["values"]:
        yield f"{ENVIRONMENTS[copied['environment']][lang]}{WORDS['colon'][lang]} {copied['value']}"
    if finding["offer"]:
        yield f"{WORDS['offer'][lang]}{WORDS['colon'][lang]} {command(finding['offer'])}"


def in_words(report: Mapping[str, Any], check: Check, file: str) -> Iterator[str]:
    """The report as lines for a terminal; a place in a file is written as compilers write it."""
    lang: Language = report["lang"]
    labels = {field.name: field.label[lang] for field in check.fields if field.kind != "choice"}
    for finding in report["findings"]:
        mark, colour = MARKS[finding["severity"]]
        yield _styled(f"{mark} {finding['message']}", fg=colour, bold=True)
        if finding["excerpt"]:
            before, marked, after = map(visible, finding["excerpt"])
            yield f"  {before}{click.style(marked, fg=colour, underline=True)}{after}"
            yield f"  {' ' * len(before)}{click.style('^' * max(1, len(marked)), fg=colour)}"
        yield _styled(f"  {finding['help']}")
        yield from (_styled(f"  {line}") for line in _what_to_do(finding, lang))
        place = f"{file}:{finding['line']}:{finding['column']} " if "line" in finding else ""
        field = f" · {labels[finding['field']]}" if len(labels) > 1 and finding["field"] in labels else ""
        severity = SEVERITIES[finding["severity"]][lang]
        yield _styled(f"  {place}{severity} {finding['code']}{field}", dim=True)
        yield ""
    if not report["findings"]:
        yield click.style(f"✓ {report['summary']}", fg="green", bold=True)
    if report["cleaned"]:
        yield click.style(f"{WORDS['corrected'][lang]}{WORDS['colon'][lang]}", bold=True)
        for name, value in report["cleaned"].items():
            shown = WORDS["hidden"][lang] if (told := report["shown"][name]) is None else told
            label = f"{labels[name]}{WORDS['colon'][lang]} " if len(labels) > 1 and "\n" not in shown else ""
            yield from (_styled(f"  {line}") for line in re.split(r"\r\n?|\n", f"{label}{shown}"))
            if told not in {None, value}:
                yield f"  ({WORDS['masked'][lang]})"
