"""The command ``qbo-check``: the page's checks in a terminal, with the page's words.

Exit status: 0 pass, 1 fail, 2 wrong usage, 3 review.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import click

from qbo_checks import run
from qbo_checks.model import LANGUAGES, Check, Field, Language, Text, UsageError
from qbo_checks.registry import load, names
from qbo_checks.registry import rule as find_rule

STATUS = {"pass": 0, "fail": 1, "review": 3}
MARKS = {"error": ("✗", "red"), "warning": ("!", "yellow"), "note": ("✓", "green")}

SEVERITIES = {
    "error": Text(fr="erreur", en="error"),
    "warning": Text(fr="avertissement", en="warning"),
    "note": Text(fr="note", en="note"),
}
CORRECTED = Text(fr="À coller à la place", en="Paste this instead")
SEEN = Text(fr="Ce que l’on voit alors", en="What you see when it happens")
CAUSES = Text(fr="Causes, la plus probable d’abord", en="Causes, the likeliest first")
SOURCES = Text(fr="Sources", en="Sources")


def language_of_terminal() -> Language:
    """French where the terminal's locale is French, English elsewhere (POSIX: LC_ALL, LC_MESSAGES, LANG)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "fr" if os.environ[name].lower().startswith("fr") else "en"
    return "en"


lang_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), default=language_of_terminal, help="Language of the answer."
)
format_option = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Sentences, or the report as JSON.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="qbo-setup-guide", prog_name="qbo-check")
@click.pass_context
def main(context: click.Context) -> None:
    """Check what you are about to paste into Intuit's and Codat's portals.

    Nothing is sent anywhere. Exit status: 0 pass, 1 fail, 2 wrong usage, 3 review.
    """
    if os.environ.get("NO_COLOR"):
        context.color = False


def _parameter(field: Field) -> click.Parameter:
    """A choice is an option; what is pasted is an argument, or standard input for ``-``."""
    if field.kind == "choice":
        return click.Option(
            [f"--{field.name.replace('_', '-')}", field.name],
            type=click.Choice(tuple(field.choices)),
            required=True,
            help=field.label.en + ".",
        )
    return click.Argument([field.name], metavar=field.name.upper())


def _command(check: Check) -> click.Command:
    @lang_option
    @format_option
    @click.pass_context
    def command(context: click.Context, /, lang: Language, output: str, **fields: str) -> None:
        given = {name: sys.stdin.read() if value == "-" else value for name, value in fields.items()}
        report = run(check.id, given, lang)
        if output == "json":
            click.echo(json.dumps(report, ensure_ascii=False, indent=2))
        else:
            for line in in_words(report):
                click.echo(line)
        context.exit(STATUS[report["verdict"]])

    made = click.command(check.id, help=f"{check.title.en}. A field given as - is read from standard input.")(
        command
    )
    made.params[:0] = [_parameter(field) for field in check.fields]
    return made


def in_words(report: dict[str, Any]) -> Iterator[str]:
    """The report as lines for a terminal."""
    lang: Language = report["lang"]
    for finding in report["findings"]:
        mark, colour = MARKS[finding["severity"]]
        severity = SEVERITIES[finding["severity"]][lang]
        yield click.style(f"{mark} {finding['message']}", fg=colour, bold=True)
        if finding["excerpt"]:
            before, marked, after = finding["excerpt"]
            yield f"  {before}{click.style(marked, fg=colour, underline=True)}{after}"
            yield f"  {' ' * len(before)}{click.style('^' * max(1, len(marked)), fg=colour)}"
        yield f"  {finding['help']}"
        for number, cause in enumerate(finding["causes"], 1):
            step = f" (#{cause['step']})" if cause["step"] else ""
            yield f"  {number}. {cause['text']}{step}"
        yield click.style(f"  {severity} {finding['code']}", dim=True)
        yield ""
    if report["cleaned"]:
        yield click.style(f"{CORRECTED[lang]}{':' if lang == 'en' else chr(0xA0) + ':'}", bold=True)
        for value in report["cleaned"].values():
            yield f"  {value}"


@main.command()
@click.argument("code")
@lang_option
def explain(code: str, lang: Language) -> None:
    """Explain a code such as redirect-uri.trailing-slash."""
    try:
        _, rule = find_rule(code)
    except UsageError as unknown:
        raise click.UsageError(str(unknown)) from None
    click.echo(click.style(rule.title[lang], bold=True))
    click.echo(click.style(f"{SEVERITIES[rule.severity][lang]} {code}", dim=True))
    click.echo(f"\n{rule.why[lang]}\n")
    click.echo(click.style(SEEN[lang], bold=True))
    click.echo(f"{rule.seen[lang]}\n")
    if rule.causes:
        click.echo(click.style(CAUSES[lang], bold=True))
        for number, cause in enumerate(rule.causes, 1):
            click.echo(f"{number}. {cause.text[lang]}")
        click.echo()
    click.echo(click.style(SOURCES[lang], bold=True))
    for source in rule.sources:
        click.echo(f"{source.title}: {source.url}")


@main.command()
def batch() -> None:
    """Read JSON Lines from standard input, write one report a line.

    A line is {"check", "fields", "lang"}. A malformed one gives a line with "error", and the run goes on.
    """
    worst = 0
    for line in sys.stdin:
        answer, status = _answer(line)
        worst = max(worst, status, key=(0, 3, 1, 2).index)
        click.echo(json.dumps(answer))
    sys.exit(worst)


def _answer(line: str) -> tuple[dict[str, Any], int]:
    """One line's report and exit status; an error names what is wrong, never what the line held."""
    try:
        asked = json.loads(line)
        report = run(asked["check"], asked["fields"], asked["lang"])
    except UsageError as unknown:
        return {"error": str(unknown)}, 2
    except ValueError:
        return {"error": "not a line of JSON"}, 2
    except (KeyError, TypeError, AttributeError):
        return {"error": 'not of the form {"check": "…", "fields": {"…": "…"}, "lang": "fr|en"}'}, 2
    return report, STATUS[report["verdict"]]


for name in names():
    main.add_command(_command(load(name)))


if __name__ == "__main__":
    main()
