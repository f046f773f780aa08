"""The command ``qbo-check``: the page's checks in a terminal, with the page's words.

Every check becomes a command by its fields: a choice is an option, a value to paste is an argument or an
option, and a secret is only ever read from a prompt that does not echo, from standard input or from a file.
Exit status: 0 pass, 1 fail, 2 wrong usage, 3 review.
"""

from __future__ import annotations

import codecs
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn, TextIO

import click
from click.exceptions import NoSuchCommand

from qbo_checks import run
from qbo_checks.model import LANGUAGES, LIMIT, Check, Field, Language, Text, UsageError
from qbo_checks.questionnaire.read import read
from qbo_checks.questionnaire.write import write
from qbo_checks.questionnaire.yaml_subset import place
from qbo_checks.registry import load, names
from qbo_checks.registry import rule as find_rule

STATUS = {"pass": 0, "fail": 1, "review": 3}
USAGE = 2
INTERRUPTED = 130
MARKS = {"error": ("✗", "red"), "warning": ("!", "yellow"), "note": ("✓", "green")}

SEVERITIES = {
    "error": Text(fr="erreur", en="error"),
    "warning": Text(fr="avertissement", en="warning"),
    "note": Text(fr="note", en="note"),
}

WORDS = {
    "program": Text(
        fr="Vérifiez ce que vous allez coller dans les portails d’Intuit et de Codat. Rien n’est envoyé nulle part.",
        en="Check what you are about to paste into Intuit’s and Codat’s portals. Nothing is sent anywhere.",
    ),
    "statuses": Text(
        fr="Code de sortie : 0, tout est exact; 1, à corriger; 2, commande mal formée; 3, à vérifier par vous-même.",
        en="Exit status: 0, everything matches; 1, needs fixing; 2, the command is not well formed; 3, needs your own judgment.",
    ),
    "lang": Text(fr="Langue de la réponse.", en="Language of the answer."),
    "format": Text(
        fr="Des phrases, ou le rapport entier en JSON.", en="Sentences, or the whole report as JSON."
    ),
    "help": Text(fr="Afficher cette aide.", en="Show this help."),
    "version": Text(fr="Afficher la version.", en="Show the version."),
    "from": Text(
        fr="Fichier où lire les clés (.env, JSON, texte); « - » est l’entrée standard.",
        en="File to read the keys from (.env, JSON, text); “-” is standard input.",
    ),
    "secrets": Text(
        fr="Les clés se tapent sans s’afficher, ou viennent de l’entrée standard ou d’un fichier (--from). "
        "Elles ne sont jamais des arguments : un argument reste dans l’historique du terminal.",
        en="The keys are typed without being shown, or come from standard input or from a file (--from). "
        "They are never arguments: an argument stays in the terminal’s history.",
    ),
    "stdin": Text(
        fr="Un « - » lit la valeur sur l’entrée standard.", en="A “-” reads the value from standard input."
    ),
    "questionnaire": Text(
        fr="FILE est un fichier de réponses, en YAML ou en JSON; « - » est l’entrée standard. "
        "« qbo-check questionnaire init » écrit un modèle à remplir.",
        en="FILE is a file of answers, in YAML or JSON; “-” is standard input. "
        "“qbo-check questionnaire init” writes a template to fill in.",
    ),
    "explain": Text(
        fr="Expliquer un code, p. ex. redirect-uri.trailing-slash.",
        en="Explain a code, such as redirect-uri.trailing-slash.",
    ),
    "batch": Text(
        fr="Vérifier des lignes de JSON. Chaque ligne est "
        '{"check": "…", "fields": {"…": "…"}, "lang": "fr|en"} et reçoit une ligne, son rapport. '
        "Une ligne mal formée reçoit une ligne avec « error », et la suite est lue. "
        "Sans fichier, l’entrée standard est lue.",
        en='Check lines of JSON. A line is {"check": "…", "fields": {"…": "…"}, "lang": "fr|en"} and gets a '
        "line, its report. A malformed line gets a line with “error”, and the rest is read. "
        "Without a file, standard input is read.",
    ),
    "corrected": Text(fr="À coller à la place", en="Paste this instead"),
    "hidden": Text(
        fr="corrigé, mais c’est un secret : --format json le donne",
        en="corrected, but it is a secret: --format json gives it",
    ),
    "seen": Text(fr="Ce que l’on voit alors", en="What you see when it happens"),
    "causes": Text(fr="Causes, la plus probable d’abord", en="Causes, the likeliest first"),
    "sources": Text(fr="Sources", en="Sources"),
    "colon": Text(fr="\u00a0:", en=":"),
}
"""What the command says of itself; findings come from the checks."""

FAULTS = {
    "no-command": Text(fr="commande inconnue; au choix : {known}", en="unknown command; one of {known}"),
    "no-option": Text(fr="option inconnue : {name}", en="unknown option: {name}"),
    "no-code": Text(
        fr="code inconnu; les plus proches : {known}", en="unknown code; the nearest are {known}"
    ),
    "missing": Text(fr="il manque {name}", en="{name} is missing"),
    "bad-value": Text(
        fr="valeur inconnue pour {name}; au choix : {known}", en="unknown value of {name}; one of {known}"
    ),
    "bare-option": Text(fr="l’option {name} demande une valeur", en="the option {name} takes a value"),
    "extra": Text(
        fr="trop d’arguments; mettez entre guillemets une valeur qui contient des espaces",
        en="too many arguments; put quotes around a value that holds spaces",
    ),
    "extra-secret": Text(
        fr="une clé n’est jamais un argument, car un argument reste dans l’historique du terminal. "
        "Effacez celui-ci de l’historique, puis relancez la commande sans lui",
        en="a key is never an argument, because an argument stays in the terminal’s history. "
        "Remove this one from the history, then run the command without it",
    ),
    "file": Text(fr="{name} ne peut être lu : {reason}", en="{name} cannot be read: {reason}"),
    "other": Text(fr="la commande est mal formée", en="the command is not well formed"),
    "internal": Text(
        fr="qbo-check a échoué ({reason}). La faute est la nôtre : signalez-la, sans joindre aucune clé",
        en="qbo-check failed ({reason}). The fault is ours: report it, and attach no key",
    ),
    "error": Text(fr="Erreur : {told}.", en="Error: {told}."),
    "try": Text(fr="Pour de l’aide : {command} --help", en="For help: {command} --help"),
}
"""What is wrong with the command itself. None quotes a value that was typed: it may be a secret."""

HELP_FR = {
    "Usage: ": "Utilisation : ",
    "Commands": "Commandes",
    "[required]": "[obligatoire]",
    "[COMMAND] [ARGS]...": "[COMMANDE] [ARGUMENTS]…",
}
"""What Click writes around the help; it comes without translations."""


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
    """The command itself, which the checks' commands belong to."""

    def __init__(self, lang: Language) -> None:
        super().__init__(
            "qbo-check",
            lang,
            help=f"{WORDS['program'][lang]}\n\n{WORDS['statuses'][lang]}",
            context_settings={"help_option_names": ["-h", "--help"]},
            invoke_without_command=True,
            callback=self._told_nothing,
        )

    @staticmethod
    @click.pass_context
    def _told_nothing(context: click.Context) -> None:
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


def program(lang: Language) -> click.Group:
    """The whole command, its help in one language."""
    group = Program(lang)
    for name in names():
        group.add_command(_questionnaire(lang) if name == "questionnaire" else _command(load(name), lang))
    group.add_command(_explain(lang))
    group.add_command(_batch(lang))
    about = {"package_name": "qbo-setup-guide", "prog_name": "qbo-check", "help": WORDS["version"][lang]}
    return click.version_option(**about)(group)


def _format_option(lang: Language) -> click.Option:
    return click.Option(
        ["--format", "output"],
        type=click.Choice(["text", "json"]),
        default="text",
        help=WORDS["format"][lang],
    )


def _command(check: Check, lang: Language) -> click.Command:
    """One check as a command, by its fields."""
    parameters = [
        parameter for field in check.fields if (parameter := _parameter(field, lang, _argument(check)))
    ]
    secrets = [field for field in check.fields if field.secret]
    if secrets:
        parameters.append(click.Option(["--from", "source"], metavar="FILE", help=WORDS["from"][lang]))

    def answer(output: str, source: str | None = None, **given: str | tuple[str, ...]) -> None:
        fields = {name: _given(value) for name, value in given.items()}
        if secrets:
            fields |= _secrets(secrets, source, lang)
        _tell(run(check.id, fields, lang), output, check)

    argument = _argument(check)
    told = [f"{argument.name.upper()}{WORDS['colon'][lang]} {_told(argument, lang)}"] if argument else []
    return Command(
        check.id,
        lang,
        extra="extra-secret" if secrets else "extra",
        callback=answer,
        params=[*parameters, _format_option(lang)],
        help="\n\n".join([f"{check.title[lang]}.", *told, WORDS["secrets" if secrets else "stdin"][lang]]),
    )


def _argument(check: Check) -> Field | None:
    """The field that needs no name: the one that must be there, or that takes several lines."""
    return next(
        (
            field
            for field in check.fields
            if field.kind == "lines" or not (field.kind == "choice" or field.secret or field.optional)
        ),
        None,
    )


def _parameter(field: Field, lang: Language, argument: Field | None) -> click.Parameter | None:
    option = f"--{field.name.replace('_', '-')}"
    if field.kind == "choice":
        chosen = click.Choice(tuple(field.choices))
        return click.Option([option, field.name], type=chosen, required=True, help=_told(field, lang))
    if field.secret:
        return None
    if field == argument:
        return click.Argument(
            [field.name], nargs=-1 if field.kind == "lines" else 1, required=not field.optional
        )
    return click.Option([option, field.name], metavar="TEXT", default="", help=_told(field, lang))


def _told(field: Field, lang: Language) -> str:
    return f"{field.label[lang]}. {field.hint[lang] if field.hint else ''}".strip()


def _given(value: str | tuple[str, ...]) -> str:
    """A value as it was pasted: - is standard input, and several arguments are as many lines."""
    if value in {"-", ("-",)}:
        # The end of the last line is the pipe's, not part of what was copied.
        return _read("-").removesuffix("\n").removesuffix("\r")
    return value if isinstance(value, str) else "\n".join(value)


def _secrets(fields: Sequence[Field], source: str | None, lang: Language) -> dict[str, str]:
    """The secrets, from a file, from standard input, or from a prompt that shows nothing.

    A whole file goes into the first field: the check takes apart a block of several values.
    """
    if source is None and sys.stdin.isatty():
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
    return {fields[0].name: _read(source or "-")}


@contextmanager
def _opened(source: str) -> Iterator[TextIO]:
    """A file, or standard input for -; a Fault where it cannot be read."""
    try:
        if source == "-":
            yield sys.stdin
            return
        with Path(source).open("rb") as raw:
            # What Windows PowerShell writes for “> answers.yaml” is UTF-16, and says so.
            wide = raw.peek(2)[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
            # Bytes that are not what they say are a finding of the check's, not a failure.
            encoding, errors = ("utf-16", "replace") if wide else ("utf-8-sig", "surrogateescape")
            with io.TextIOWrapper(raw, encoding, errors, newline="") as file:
                yield file
    except OSError as error:
        raise Fault("file", name=source, reason=error.strerror) from None


def _read(source: str) -> str:
    """The text of a file: a little more than a check takes, never more."""
    with _opened(source) as file:
        return file.read(LIMIT + 1)


def _tell(report: Mapping[str, Any], output: str, check: Check, file: str = "-") -> NoReturn:
    """Write the report, and leave with its status."""
    if output == "json":
        click.echo(json.dumps(report, indent=2))
    else:
        for line in in_words(report, check, file):
            click.echo(line)
    raise click.exceptions.Exit(STATUS[report["verdict"]])


def in_words(report: Mapping[str, Any], check: Check, file: str) -> Iterator[str]:
    """The report as lines for a terminal; a place in a file is written as compilers write it."""
    lang: Language = report["lang"]
    labels = {field.name: field.label[lang] for field in check.fields if field.kind != "choice"}
    secret = {field.name for field in check.fields if field.secret}
    for finding in report["findings"]:
        mark, colour = MARKS[finding["severity"]]
        yield click.style(f"{mark} {finding['message']}", fg=colour, bold=True)
        if finding["excerpt"]:
            before, marked, after = finding["excerpt"]
            yield f"  {before}{click.style(marked, fg=colour, underline=True)}{after}"
            yield f"  {' ' * len(before)}{click.style('^' * max(1, len(marked)), fg=colour)}"
        yield f"  {finding['help']}"
        for number, cause in enumerate(finding["causes"], 1):
            step = f" (#{cause['step']})" if cause["step"] else ""
            yield f"  {number}. {cause['text']}{step}"
        place = f"{file}:{finding['line']}:{finding['column']} " if "line" in finding else ""
        field = f" · {labels[finding['field']]}" if len(labels) > 1 and finding["field"] in labels else ""
        yield click.style(
            f"  {place}{SEVERITIES[finding['severity']][lang]} {finding['code']}{field}", dim=True
        )
        yield ""
    if not report["findings"]:
        yield click.style(f"✓ {report['summary']}", fg="green", bold=True)
    if report["cleaned"]:
        yield click.style(f"{WORDS['corrected'][lang]}{WORDS['colon'][lang]}", bold=True)
        for name, value in report["cleaned"].items():
            shown = WORDS["hidden"][lang] if name in secret else value
            label = f"{labels[name]}{WORDS['colon'][lang]} " if len(labels) > 1 and "\n" not in shown else ""
            yield "\n".join(f"  {line}" for line in f"{label}{shown}".splitlines())


def _questionnaire(lang: Language) -> click.Command:
    check = load("questionnaire")

    def answer(file: str, output: str) -> None:
        if file == "init":
            click.echo(write("yaml", {}, lang), nl=False)
            return
        text = _read(file)
        report = run(check.id, {"answers": text}, lang)
        places = read(text).places
        for finding in report["findings"]:
            span = finding["span"] or places.get(finding.get("question", ""))
            if span:
                finding["line"], finding["column"] = place(text, span[0])
        _tell(report, output, check, file)

    return Command(
        check.id,
        lang,
        callback=answer,
        params=[click.Argument(["file"], metavar="FILE|init"), _format_option(lang)],
        help=f"{check.title[lang]}.\n\n{WORDS['questionnaire'][lang]}",
    )


def _explain(lang: Language) -> click.Command:
    def explain(code: str) -> None:
        try:
            _, rule = find_rule(code)
        except UsageError:
            raise Fault("no-code", known=", ".join(get_close_matches(code, _codes(), cutoff=0))) from None
        causes = [f"{number}. {cause.text[lang]}" for number, cause in enumerate(rule.causes, 1)]
        sources = [f"{source.title}{WORDS['colon'][lang]} {source.url}" for source in rule.sources]
        click.echo(click.style(rule.title[lang], bold=True))
        click.echo(click.style(f"{SEVERITIES[rule.severity][lang]} {code}", dim=True))
        click.echo(f"\n{rule.why[lang]}")
        for heading, lines in (("seen", [rule.seen[lang]]), ("causes", causes), ("sources", sources)):
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
            for line in _lines(file):
                answer, status = _answer(line)
                worst = max(worst, status, key=(0, 3, 1, 2).index)
                click.echo(json.dumps(answer))
        raise click.exceptions.Exit(worst)

    argument = click.Argument(["files"], nargs=-1, metavar="[FILE]...")
    return Command("batch", lang, callback=batch, params=[argument], help=WORDS["batch"][lang])


def _lines(source: str) -> Iterator[str]:
    with _opened(source) as file:
        yield from file


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
    return report, STATUS[report["verdict"]]


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
            return Fault("no-option", name=error.option_name)
        case NoSuchCommand():
            return Fault("no-command", known=", ".join([*names(), "explain", "batch"]))
        case click.MissingParameter():
            return Fault("missing", name=name)
        case click.BadParameter() if parameter and isinstance(parameter.type, click.Choice):
            return Fault("bad-value", name=name, known=", ".join(parameter.type.choices))
        case click.BadOptionUsage():
            return Fault("bare-option", name=error.option_name)
    return Fault("other")


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
