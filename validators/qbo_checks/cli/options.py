"""The command's options and arguments, made from a check's fields, and its faults and help in both languages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import click
from click.exceptions import NoSuchCommand

from qbo_checks import guide
from qbo_checks.cli.words import FAULTS, HELP_FR, WORDS
from qbo_checks.model import LANGUAGES, Check, Field, Language
from qbo_checks.registry import names

USAGE = 2


class Fault(click.UsageError):
    """A fault of the command itself, by its name in FAULTS."""

    def __init__(self, fault: str, /, **placeholders: object) -> None:
        super().__init__(fault)
        self.words = FAULTS[fault]
        self.placeholders = placeholders


class Speaking(click.Command):
    """A command that takes ``--lang`` and helps in that language."""

    def __init__(self, name: str, lang: Language, **settings: Any) -> None:
        super().__init__(name, **settings)
        self.lang = lang
        self.context_class = FrenchContext if lang == "fr" else click.Context
        # Read beforehand, by language_of, because the help depends on it; here it is declared and validated.
        self.params.append(
            click.Option(
                ["--lang"], type=click.Choice(LANGUAGES), help=WORDS["lang"][lang], expose_value=False
            )
        )

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = WORDS["help"][self.lang]
        return option


class Command(Speaking):
    """A command whose faults are in the words above."""

    def __init__(self, name: str, lang: Language, *, extra: str = "extra", **settings: Any) -> None:
        # Click's own word on an argument too many would quote it.
        super().__init__(name, lang, context_settings={"allow_extra_args": True}, **settings)
        self.extra = extra

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise Fault(self.extra)
        return rest


class Program(Speaking, click.Group):
    """The command itself, which the checks' commands belong to.

    Each is made when it is asked for: to import what one check knows takes longer than to run another.
    """

    def __init__(self, lang: Language, makers: Mapping[str, Callable[[], click.Command]]) -> None:
        super().__init__(
            "qbo-check",
            lang,
            help=f"{WORDS['program'][lang]}\n\n{WORDS['statuses'][lang]}",
            context_settings={"help_option_names": ["-h", "--help"]},
            invoke_without_command=True,
            callback=self._begin,
            params=[
                click.Option(
                    ["--guide"],
                    metavar="URL",
                    envvar="SITE_URL",
                    default=guide.ADDRESS,
                    help=WORDS["guide"][lang],
                )
            ],
        )
        self._makers = makers

    def list_commands(self, _: click.Context) -> list[str]:
        return sorted(self._makers)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self._makers and cmd_name not in self.commands:
            self.add_command(self._makers[cmd_name]())
        return super().get_command(ctx, cmd_name)

    @staticmethod
    @click.pass_context
    def _begin(context: click.Context, guide: str) -> None:
        context.obj = f"{guide.rstrip('/')}/"
        if context.invoked_subcommand is None:
            click.echo(context.get_help(), err=True)
            context.exit(USAGE)


class FrenchFormatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, _french(args), prefix or HELP_FR["Usage: "])

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{_french(heading)}\u00a0:\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(term, _french(told)) for term, told in rows], col_max, col_spacing)


class FrenchContext(click.Context):
    formatter_class = FrenchFormatter


def _french(words: str) -> str:
    for english, french in HELP_FR.items():
        words = words.replace(english, french)
    return words


def language_of(arguments: Sequence[str]) -> Language:
    """What ``--lang`` says, before or after the command; else the terminal's locale.

    The locale is the first of LC_ALL, LC_MESSAGES and LANG that is set (POSIX.1-2024, 8.2).
    """
    for argument, following in pairwise([*arguments, ""]):
        name, equals, value = argument.partition("=")
        asked = value if equals else following
        for lang in LANGUAGES:
            if name == "--lang" and asked == lang:
                return lang
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "fr" if os.environ[name].lower().startswith("fr") else "en"
    return "en"


def format_option(lang: Language) -> click.Option:
    return click.Option(
        ["--format", "output"],
        type=click.Choice(["text", "json"]),
        default="text",
        help=WORDS["format"][lang],
    )


def argument_of(check: Check) -> Field | None:
    """The field that needs no name: the one that must be there, or that takes several lines."""
    return next(
        (
            field
            for field in check.fields
            if field.kind == "lines" or not (field.kind == "choice" or field.secret or field.optional)
        ),
        None,
    )


def parameter_of(field: Field, lang: Language, argument: Field | None) -> click.Parameter | None:
    option = f"--{field.name.replace('_', '-')}"
    if field.kind == "choice":
        chosen = click.Choice(tuple(field.choices))
        return click.Option([option, field.name], type=chosen, required=True, help=described(field, lang))
    if field.secret:
        return None
    if field == argument:
        return click.Argument(
            [field.name], nargs=-1 if field.kind == "lines" else 1, required=not field.optional
        )
    return click.Option([option, field.name], metavar="TEXT", default="", help=described(field, lang))


def described(field: Field, lang: Language) -> str:
    return f"{field.label[lang]}. {field.hint[lang] if field.hint else ''}".strip()


def _options(context: click.Context | None) -> list[str]:
    parameters = context.command.get_params(context) if context else []
    return [parameter.opts[-1] for parameter in parameters if isinstance(parameter, click.Option)]


def in_other_words(error: click.UsageError) -> Fault:
    """Click's fault as one of ours: Click's words are English, and quote what was typed."""
    parameter = error.param if isinstance(error, click.BadParameter) else None
    name = (
        parameter.opts[0]
        if isinstance(parameter, click.Option)
        else str(getattr(parameter, "name", "")).upper()
    )
    match error:
        case click.NoSuchOption():
            return Fault("no-option", known=", ".join(_options(error.ctx)))
        case NoSuchCommand():
            return Fault("no-command", known=", ".join([*names(), "explain", "batch"]))
        case click.MissingParameter():
            return Fault("missing", name=name)
        case click.BadParameter() if parameter and isinstance(parameter.type, click.Choice):
            return Fault("bad-value", name=name, known=", ".join(parameter.type.choices))
        case click.BadOptionUsage():
            return Fault("bare-option", name=error.option_name)
    return Fault("other")
