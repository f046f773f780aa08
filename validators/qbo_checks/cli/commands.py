"""The commands: one for each check by its fields, and those that are about checks."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from functools import partial
from typing import Any, NoReturn

import click

from qbo_checks import examine, guide, run
from qbo_checks.cli.options import (
    USAGE,
    Command,
    Fault,
    Program,
    argument_of,
    described,
    format_option,
    parameter_of,
)
from qbo_checks.cli.output import STATUS, ascii_json, tell, with_addresses
from qbo_checks.cli.streams import lines_of, text_of
from qbo_checks.cli.words import SEVERITIES, WORDS
from qbo_checks.model import Field, Language, UsageError
from qbo_checks.questionnaire.read import place, read
from qbo_checks.questionnaire.write import write
from qbo_checks.registry import load, names
from qbo_checks.registry import rule as find_rule


def program(lang: Language) -> click.Group:
    """The whole command, its help in one language."""
    makers = {
        **{
            name: partial(_questionnaire, lang) if name == "questionnaire" else partial(_command, name, lang)
            for name in names()
        },
        "explain": partial(_explain, lang),
        "batch": partial(_batch, lang),
    }
    about = {"package_name": "qbo-check", "prog_name": "qbo-check", "help": WORDS["version"][lang]}
    return click.version_option(**about)(Program(lang, makers))


def _command(name: str, lang: Language) -> click.Command:
    """One check as a command, by its fields."""
    check = load(name)
    parameters = [
        parameter for field in check.fields if (parameter := parameter_of(field, lang, argument_of(check)))
    ]
    secrets = [field for field in check.fields if field.secret]
    if secrets:
        parameters.append(click.Option(["--from", "source"], metavar="FILE", help=WORDS["from"][lang]))

    def answer(output: str, source: str | None = None, **given: str | tuple[str, ...]) -> None:
        fields = {name: _given(value) for name, value in given.items()}
        if secrets:
            fields |= _secrets(secrets, source, lang)
        tell(run(check.id, fields, lang), output, check)

    argument = argument_of(check)
    told = [f"{argument.name.upper()}{WORDS['colon'][lang]} {described(argument, lang)}"] if argument else []
    return Command(
        check.id,
        lang,
        extra="extra-secret" if secrets else "extra",
        callback=answer,
        params=[*parameters, format_option(lang)],
        help="\n\n".join([f"{check.title[lang]}.", *told, WORDS["secrets" if secrets else "stdin"][lang]]),
    )


def _given(value: str | tuple[str, ...]) -> str:
    """A value as it was pasted: - is standard input, and several arguments are as many lines."""
    if value in {"-", ("-",)}:
        # The end of the last line is the pipe's, not part of what was copied.
        return text_of("-").removesuffix("\n").removesuffix("\r")
    return value if isinstance(value, str) else "\n".join(value)


def _secrets(fields: Sequence[Field], source: str | None, lang: Language) -> dict[str, str]:
    """The secrets, from a file, from standard input, or from a prompt that shows nothing.

    A whole file goes into the first field: the check takes apart a block of several values.
    """
    if source is None and sys.stdin and sys.stdin.isatty():
        return {
            field.name: click.prompt(
                field.label[lang],
                hide_input=True,
                default="",
                show_default=False,
                prompt_suffix=f"{WORDS['colon'][lang]} ",
                err=True,
            )
            for field in fields
        }
    return {fields[0].name: text_of(source or "-")}


def _questionnaire(lang: Language) -> click.Command:
    check = load("questionnaire")

    def answer(file: str, output: str) -> None:
        if file == "init":
            click.echo(write("yaml", {}, lang), nl=False)
            return
        text = text_of(file)
        report = examine(check.id, {"answers": text})
        told = report.to_dict(lang)
        places = read(text).places
        for found, finding in zip(report.answer.findings, told["findings"], strict=True):
            span = found.span or places.get(found.question or "")
            if span:
                finding["line"], finding["column"] = place(text, span[0])
        tell(told, output, check, file)

    return Command(
        check.id,
        lang,
        callback=answer,
        params=[click.Argument(["file"], metavar="FILE|init"), format_option(lang)],
        help="\n\n".join([f"{check.title[lang]}.", WORDS["questionnaire"][lang], WORDS["yaml"][lang]]),
    )


def _explain(lang: Language) -> click.Command:
    def explain(code: str) -> None:
        try:
            _, rule = find_rule(code)
        except UsageError:
            raise Fault("no-code", known=", ".join(get_close_matches(code, _codes(), cutoff=0))) from None
        base = click.get_current_context().obj
        causes = [
            f"{number}. {cause.text[lang]}"
            + (f"\n   {base}{guide.step(cause.step, lang)}" if cause.step else "")
            for number, cause in enumerate(rule.causes, 1)
        ]
        sources = [f"{source.title}{WORDS['colon'][lang]} {source.url}" for source in rule.sources]
        click.echo(click.style(rule.title[lang], bold=True))
        click.echo(click.style(f"{SEVERITIES[rule.severity][lang]} {code}", dim=True))
        click.echo(f"\n{rule.why[lang]}")
        basis = [rule.basis[lang]] if rule.basis else []
        for heading, lines in (
            ("seen", [rule.seen[lang]]),
            ("causes", causes),
            ("sources", [*sources, *basis]),
        ):
            if lines:
                click.echo("\n".join(["", click.style(WORDS[heading][lang], bold=True), *lines]))

    def begun(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
        return [code for code in _codes() if code.startswith(typed)]

    argument = click.Argument(["code"], shell_complete=begun)
    return Command("explain", lang, callback=explain, params=[argument], help=WORDS["explain"][lang])


def _codes() -> list[str]:
    return [check.code(name) for check in map(load, names()) for name in check.rules]


def _batch(lang: Language) -> click.Command:
    def batch(files: tuple[str, ...]) -> NoReturn:
        worst = 0
        for file in files or ("-",):
            for line in lines_of(file):
                answer, status = _answer(line)
                worst = max(worst, status, key=(0, 3, 1, 2).index)
                click.echo(ascii_json(answer))
        raise click.exceptions.Exit(worst)

    argument = click.Argument(["files"], nargs=-1, metavar="[FILE]...")
    return Command("batch", lang, callback=batch, params=[argument], help=WORDS["batch"][lang])


def _answer(line: str) -> tuple[dict[str, Any], int]:
    """One line's report and exit status; an error names what is wrong, never what the line held."""
    try:
        asked = json.loads(line)
        report = run(asked["check"], asked["fields"], asked["lang"])
    except UsageError as unknown:
        return {"error": str(unknown)}, USAGE
    except (ValueError, RecursionError):
        return {"error": "not a line of JSON"}, USAGE
    except (KeyError, TypeError, AttributeError):
        return {"error": 'not of the form {"check": "…", "fields": {"…": "…"}, "lang": "fr|en"}'}, USAGE
    return with_addresses(report), STATUS[report["verdict"]]
