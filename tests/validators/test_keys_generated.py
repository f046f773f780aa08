"""Files of keys as people write them, by the thousand: never a pair that is not one, nor another than the tools read.

Every file is made of values drawn from a seed, in a notation, with what people add to it: the other environment's
keys, former ones in comments, somebody else's, titles, remarks, quotes. What it means is known when it is made.
"""

from __future__ import annotations

import base64
import configparser
import io
import json
import random
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import dotenv
import pytest
import qbo_checks
import yaml
from qbo_checks.checks.keys.examples import ALPHABET

Pair = tuple[str, str]
ENVIRONMENTS = ("sandbox", "production")
SPOKEN = {
    "sandbox": ("Sandbox", "sandbox", "Development", "development", "dev", "SANDBOX"),
    "production": ("Production", "production", "prod", "PROD", "live", "Production keys"),
}
NAMES = (
    ("CLIENT_ID", "CLIENT_SECRET"), ("QBO_CLIENT_ID", "QBO_CLIENT_SECRET"), ("clientId", "clientSecret"), ("client_id", "client_secret"),
    ("INTUIT_CLIENT_ID", "INTUIT_CLIENT_SECRET"), ("quickbooksClientId", "quickbooksClientSecret"), ("QB_KEY", "QB_SECRET"),
    ("consumerKey", "consumerSecret"), ("OAuth2AppClientId", "OAuth2AppClientSecret"), ("MYAPP_QBO_CLIENT_ID", "MYAPP_QBO_CLIENT_SECRET"),
    ("qboClientId", "qboClientSecret"), ("intuit.client-id", "intuit.client-secret"), ("NEXT_PUBLIC_QUICKBOOKS_CLIENT_ID", "QUICKBOOKS_CLIENT_SECRET"),
)  # fmt: skip


@dataclass
class Made:
    """A text, the pair that each environment may be offered (None: whatever is offered is wrong), and its kind."""

    text: str
    right: Mapping[str, set[Pair]]
    kind: str


def pair(draw: random.Random) -> Pair:
    return "AB" + "".join(draw.choices(ALPHABET, k=48)), "".join(draw.choices(ALPHABET, k=40))


def offered(text: str, environment: str, *, where: str = "client_id") -> tuple[Pair | None, list[str]]:
    report = qbo_checks.examine("keys", {where: text, "environment": environment})
    cleaned = report.answer.cleaned
    codes = [finding.rule for finding in report.answer.findings]
    return (cleaned["client_id"], cleaned["client_secret"]) if cleaned else None, codes


NOTATIONS: dict[str, Callable[[str, str], str]] = {
    "dotenv": lambda name, value: f"{name}={value}",
    "dotenv, quoted": lambda name, value: f'{name}="{value}"',
    "shell": lambda name, value: f"export {name}='{value}'",
    "YAML": lambda name, value: f"{name}: {value}",
    "YAML, quoted": lambda name, value: f"{name}: '{value}'",
    "TOML": lambda name, value: f'{name} = "{value}"',
    "INI": lambda name, value: f"{name} = {value}",
    "JavaScript": lambda name, value: f"const {name} = '{value}';",
    "an object": lambda name, value: f"  {name}: '{value}',",
    "JSON": lambda name, value: f'  "{name}": "{value}",',
    "PHP": lambda name, value: f"    '{name}' => '{value}',",
    "PHP, a constant": lambda name, value: f"define('{name}', '{value}');",
    "C#": lambda name, value: f'public const string {name} = "{value}";',
    "Python": lambda name, value: f'{name} = os.getenv("{name}", "{value}")',
    "Ruby": lambda name, value: f'ENV["{name}"] ||= "{value}"',
    "compose": lambda name, value: f"      - {name}={value}",
    "PowerShell": lambda name, value: f'$env:{name} = "{value}"',
    "a prefix": lambda name, value: f"ENV {name}={value}",
}
COMMENTS = {
    **dict.fromkeys(("dotenv", "dotenv, quoted", "shell", "YAML", "YAML, quoted", "TOML", "INI", "Python", "Ruby", "compose", "PowerShell", "a prefix"), "#"),
    **dict.fromkeys(("JavaScript", "an object", "JSON", "PHP", "PHP, a constant", "C#"), "//"),
}  # fmt: skip
BESIDE = (
    "NODE_ENV=development", "APP_ENV=production", "DEBUG=true", "PORT=3000", "QBO_REALM_ID=4620816365291234567", "",
    "REDIRECT_URI=https://example.org/callback", "DATABASE_URL=postgres://u@localhost/db", "SCOPE=com.intuit.quickbooks.accounting",
)  # fmt: skip


def spelled(names: Pair, notation: str) -> Pair:
    """Names as a notation can spell them."""
    if notation in {
        "JavaScript",
        "C#",
        "Python",
        "PHP, a constant",
        "PowerShell",
        "shell",
        "dotenv",
        "dotenv, quoted",
        "a prefix",
        "an object",
    }:
        one, two = (name.replace(".", "_").replace("-", "_") for name in names)
        return one, two
    return names


def lines(draw: random.Random, notation: str, names: Pair, values: Pair) -> list[str]:
    both = [
        NOTATIONS[notation](name, value) for name, value in zip(spelled(names, notation), values, strict=True)
    ]
    return both if draw.random() < 0.8 else both[::-1]


def remarked(draw: random.Random) -> Made:
    """One name twice, and remarks on the line that say of which environment each is, on all lines or on some."""
    notation = draw.choice(list(NOTATIONS))
    names = draw.choice(NAMES)
    values = {environment: pair(draw) for environment in ENVIRONMENTS}
    order = draw.sample(ENVIRONMENTS, 2)
    drop = draw.choice([0, 0, 0, 1, 2, 3])
    blocks, at = [], 0
    for environment in order:
        for line in lines(draw, notation, names, values[environment]):
            word = draw.choice(SPOKEN[environment])
            blocks.append(line if at and at <= drop else f"{line} {COMMENTS[notation]} {word}")
            at += 1
    if draw.random() < 0.3:
        # All IDs first, then all secrets.
        blocks.sort(key=lambda line: "ecret" in line.lower() or "SECRET" in line)
    return Made(
        "\n".join(blocks) + "\n",
        {environment: {values[environment]} for environment in ENVIRONMENTS},
        "remarks",
    )


def titled(draw: random.Random) -> Made:
    """A title above each pair."""
    notation = draw.choice(list(NOTATIONS))
    names = draw.choice(NAMES)
    values = {environment: pair(draw) for environment in ENVIRONMENTS}
    text = []
    sign = COMMENTS[notation]
    for environment in draw.sample(ENVIRONMENTS, 2):
        word = draw.choice(SPOKEN[environment])
        text += [
            draw.choice(
                [
                    f"{sign} {word}",
                    f"{sign} --- {word} ---",
                    f"{sign} QuickBooks {word}",
                    f"{sign}{sign} {word.upper()}",
                    f"{sign} These are for {word}, do not commit",
                ]
            )
        ]
        text += [
            *lines(draw, notation, names, values[environment]),
            *([draw.choice(BESIDE)] if sign == "#" else []),
            "",
        ]
    return Made(
        "\n".join(text), {environment: {values[environment]} for environment in ENVIRONMENTS}, "titles"
    )


def prefixed(draw: random.Random) -> Made:
    """Names that say the environment."""
    notation = draw.choice(list(NOTATIONS))
    values = {environment: pair(draw) for environment in ENVIRONMENTS}
    text = []
    form = draw.choice(
        [
            ("QBO_{}_CLIENT_ID", "QBO_{}_CLIENT_SECRET"),
            ("{}_CLIENT_ID", "{}_CLIENT_SECRET"),
            ("QUICKBOOKS_CLIENT_ID_{}", "QUICKBOOKS_CLIENT_SECRET_{}"),
        ]
    )
    for environment in draw.sample(ENVIRONMENTS, 2):
        word = draw.choice(["SANDBOX", "DEV"] if environment == "sandbox" else ["PROD", "PRODUCTION", "LIVE"])
        text += lines(draw, notation, (form[0].format(word), form[1].format(word)), values[environment])
    if draw.random() < 0.3:
        draw.shuffle(text)
    return Made(
        "\n".join(text), {environment: {values[environment]} for environment in ENVIRONMENTS}, "names"
    )


def table(draw: random.Random) -> Made:
    """A table: a row, or a column, for each environment."""
    values = {environment: pair(draw) for environment in ENVIRONMENTS}
    order = draw.sample(ENVIRONMENTS, 2)
    heads = {
        environment: draw.choice(
            ["Sandbox", "Development", "Dev", "sandbox"]
            if environment == "sandbox"
            else ["Production", "Prod", "Live", "production"]
        )
        for environment in ENVIRONMENTS
    }
    titles = draw.choice(
        [
            ("Client ID", "Client secret"),
            ("client_id", "client_secret"),
            ("ID client", "Secret client"),
            ("ClientId", "ClientSecret"),
        ]
    )
    if draw.random() < 0.5:
        corner = draw.choice(["", "Key", "Name", "App", "Maple"])
        rows = [
            [corner, *(heads[environment] for environment in order)],
            *([titles[at], *(values[environment][at] for environment in order)] for at in (0, 1)),
        ]
        if draw.random() < 0.3:
            rows = [[*row, draw.choice(["Notes", "Copy", ""])] for row in rows]
    else:
        rows = [
            [draw.choice(["Environment", "Env", "Tab"]), *titles],
            *([heads[environment], *values[environment]] for environment in order),
        ]
        if draw.random() < 0.5:
            rows = [[draw.choice(["App", "Name", "Maple"]), *row] for row in rows]
        if draw.random() < 0.3:
            rows = [row[::-1] for row in rows]
    separator = draw.choice([",", "\t", ";", "|", " | "])
    if separator == " | ":
        text = "\n".join(
            ["| " + " | ".join(row) + " |" for row in [rows[0], ["---"] * len(rows[0]), *rows[1:]]]
        )
    else:
        text = "\n".join(separator.join(row) for row in rows)
    return Made(text + "\n", {environment: {values[environment]} for environment in ENVIRONMENTS}, "tables")


def nested(draw: random.Random) -> Made:
    """An object, a section or a block for each environment, or one that states it."""
    values = {environment: pair(draw) for environment in ENVIRONMENTS}
    names = spelled(draw.choice(NAMES), "shell")
    order = draw.sample(ENVIRONMENTS, 2)
    word = {
        environment: draw.choice(
            ["sandbox", "development"] if environment == "sandbox" else ["production", "live"]
        )
        for environment in ENVIRONMENTS
    }
    objects: dict[str, Any] = {
        word[environment]: dict(zip(names, values[environment], strict=True)) for environment in order
    }
    form = draw.choice(["json", "json-line", "yaml", "toml", "ini", "list", "yaml-list", "php", "js", "deep"])
    stated = [
        {"environment": word[environment], **dict(zip(names, values[environment], strict=True))}
        for environment in order
    ]
    if draw.random() < 0.5:
        stated = [dict(list(one.items())[::-1]) for one in stated]
    texts = {
        "json": lambda: json.dumps(objects, indent=2),
        "json-line": lambda: json.dumps(objects),
        "yaml": lambda: yaml.safe_dump(objects, sort_keys=False),
        "toml": lambda: "\n".join(f"[quickbooks.{name}]\n" + "\n".join(f'{key} = "{value}"' for key, value in keys.items()) for name, keys in objects.items()),
        "ini": lambda: "\n".join(f"[{name}]\n" + "\n".join(f"{key} = {value}" for key, value in keys.items()) for name, keys in objects.items()),
        "list": lambda: json.dumps(stated, indent=draw.choice([None, 2, 4])),
        "yaml-list": lambda: yaml.safe_dump(stated, sort_keys=False),
        "php": lambda: "<?php\nreturn [\n" + "".join(f"  '{name}' => [\n" + "".join(f"    '{key}' => '{value}',\n" for key, value in keys.items()) + "  ],\n" for name, keys in objects.items()) + "];\n",
        "js": lambda: "module.exports = {\n" + "".join(f"  {name}: {{\n" + "".join(f"    {key}: '{value}',\n" for key, value in keys.items()) + "  },\n" for name, keys in objects.items()) + "};\n",
        "deep": lambda: json.dumps({"services": {"quickbooks": objects, "xero": {"clientId": "".join(draw.choices(ALPHABET, k=32))}}}, indent=2),
    }  # fmt: skip
    return Made(
        texts[form](), {environment: {values[environment]} for environment in ENVIRONMENTS}, f"nested, {form}"
    )


def former(draw: random.Random) -> Made:
    """The keys that count, and former ones in comments, before or after."""
    notation = draw.choice(list(NOTATIONS))
    names = draw.choice(NAMES)
    live, old = pair(draw), pair(draw)
    sign = COMMENTS[notation]
    dead = [f"{sign}{draw.choice([' ', ''])}{line}" for line in lines(draw, notation, names, old)]
    if sign == "//" and draw.random() < 0.4:
        dead = ["/*", *lines(draw, notation, names, old), "*/"]
    now = lines(draw, notation, names, live)
    text = (
        draw.choice([[*dead, *now], [*now, *dead], [dead[0], now[0], *dead[1:], now[1]]])
        if dead[0] != "/*"
        else [*dead, *now]
    )
    if sign == "#":
        text.insert(draw.randrange(len(text) + 1) if dead[0] != "/*" else 0, draw.choice(BESIDE))
    return Made("\n".join(text) + "\n", {name: {live} for name in ENVIRONMENTS}, "former")


def others(draw: random.Random) -> Made:
    """Somebody else's keys beside ours."""
    notation = draw.choice(list(NOTATIONS))
    ours, theirs = pair(draw), pair(draw)
    names = draw.choice(
        [
            ("QBO_CLIENT_ID", "QBO_CLIENT_SECRET"),
            ("QUICKBOOKS_CLIENT_ID", "QUICKBOOKS_CLIENT_SECRET"),
            ("INTUIT_CLIENT_ID", "INTUIT_CLIENT_SECRET"),
        ]
    )
    vendor = draw.choice(["XERO", "GOOGLE", "GITHUB", "ACME", "SAGE"])
    blocks = [
        lines(draw, notation, names, ours),
        lines(draw, notation, (f"{vendor}_CLIENT_ID", f"{vendor}_CLIENT_SECRET"), theirs),
    ]
    if draw.random() < 0.3:
        blocks[0] = [line for line in blocks[0] if ours[1] not in line]
        right: set[Pair] = set()
    else:
        right = {ours}
    draw.shuffle(blocks)
    return Made(
        "\n".join(line for block in blocks for line in block) + "\n",
        dict.fromkeys(ENVIRONMENTS, right),
        "others",
    )


def unlabelled(draw: random.Random) -> Made:
    """Two pairs of which one, or none, says its environment."""
    notation = draw.choice(list(NOTATIONS))
    one, two = pair(draw), pair(draw)
    names = (
        draw.choice(NAMES),
        draw.choice([("APP_CLIENT_ID", "APP_CLIENT_SECRET"), ("CLIENT_ID", "CLIENT_SECRET")]),
    )
    environment = draw.choice(ENVIRONMENTS)
    first = [
        f"{line} {COMMENTS[notation]} {draw.choice(SPOKEN[environment])}"
        for line in lines(draw, notation, names[0], one)
    ]
    second = lines(draw, notation, names[0], two)
    # Whose the second pair is, nothing says.
    blocks = [first, second]
    draw.shuffle(blocks)
    return Made(
        "\n".join(line for block in blocks for line in block) + "\n",
        {name: set() for name in ENVIRONMENTS},
        "unlabelled",
    )


def portal(draw: random.Random) -> Made:
    """What is copied from the portal's page, or kept as notes."""
    values = {environment: pair(draw) for environment in ENVIRONMENTS}
    order = draw.sample(ENVIRONMENTS, 2)
    word = {"sandbox": "Development", "production": "Production"}
    copy = draw.choice(["\nCopy", "", "\nShow credentials"])
    between = draw.choice([": ", "\n", ":\n", "\t", " : "])
    title = draw.choice(["", "", "Environment: ", "Tab: "])
    text = "".join(
        f"{title}{word[environment]}\n\nClient ID{between}{values[environment][0]}{copy}\nClient secret{between}{values[environment][1]}{copy}\n\n"
        for environment in order
    )
    return Made(
        f"Keys and credentials\n{text}",
        {environment: {values[environment]} for environment in ENVIRONMENTS},
        "portal",
    )


def stating(draw: random.Random) -> Made:
    """One pair, in a file that says what it is for."""
    notation = draw.choice(["dotenv", "dotenv, quoted", "shell", "compose"])
    values = pair(draw)
    environment = draw.choice(ENVIRONMENTS)
    word = draw.choice(["sandbox", "development"] if environment == "sandbox" else ["production"])
    text = lines(draw, notation, draw.choice(NAMES), values)
    text.insert(
        draw.randrange(3),
        NOTATIONS[notation](
            draw.choice(
                ["QBO_ENV", "QBO_ENVIRONMENT", "INTUIT_ENV", "QUICKBOOKS_ENVIRONMENT", "ENVIRONMENT"]
            ),
            word,
        ),
    )
    text.insert(draw.randrange(4), draw.choice(BESIDE))
    return Made(
        "\n".join(text),
        {name: {values} if name == environment else set() for name in ENVIRONMENTS},
        "stating",
    )


MAKERS = (remarked, titled, prefixed, table, nested, former, others, unlabelled, portal, stating)
EACH = 150

AT_LEAST = {
    "remarks": 0.35,
    "titles": 0.7,
    "names": 0.95,
    "tables": 0.95,
    "former": 0.95,
    "others": 0.95,
    "portal": 0.9,
    "stating": 0.95,
}
"""The share that must be answered of what can be: a check that never offers anything is never wrong."""


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_no_pair_is_offered_that_is_not_one(maker: Callable[[random.Random], Made]) -> None:
    asked = answered = 0
    kind = ""
    for seed in range(EACH):
        made = maker(random.Random(f"{maker.__name__} {seed}"))
        kind = made.kind.partition(",")[0]
        for environment in ENVIRONMENTS:
            found, codes = offered(made.text, environment)
            right = made.right[environment]
            assert found is None or found in right, (made.kind, seed, environment, codes)
            asked += bool(right)
            answered += found is not None
    assert answered >= AT_LEAST.get(kind, 0) * asked, f"{answered} of {asked}"


def flat(draw: random.Random) -> list[tuple[str, str]]:
    """Names and values of a file: a pair, perhaps twice or in part, among other settings."""
    names = draw.choice(
        [("QBO_CLIENT_ID", "QBO_CLIENT_SECRET"), ("CLIENT_ID", "CLIENT_SECRET"), ("clientId", "clientSecret")]
    )
    entries = [*zip(names, pair(draw), strict=True)]
    for _ in range(draw.choice([0, 0, 1, 2])):
        other = pair(draw)
        entries += draw.choice(
            [
                [(names[0], other[0])],
                [(names[1], other[1])],
                [*zip(names, other, strict=True)],
                [(names[0], "")],
            ]
        )
    entries += [
        ("PORT", "3000"),
        ("NOTE", f"see {draw.choice(names)} below"),
        ("NODE_ENV", draw.choice(["development", "production"])),
        ("HASH", "".join(draw.choices("0123456789abcdef", k=40))),
    ][: draw.randrange(5)]
    if draw.random() < 0.5:
        draw.shuffle(entries)
    return entries


def unique(entries: list[tuple[str, str]]) -> dict[str, str]:
    return dict(entries)


def as_dotenv(draw: random.Random) -> tuple[str, Mapping[str, Any]]:
    text = []
    for name, value in flat(draw):
        quote = draw.choice(["", '"', "'"])
        line = (
            f"{draw.choice(['', '', 'export '])}{name}{draw.choice(['=', '=', ' = '])}{quote}{value}{quote}"
        )
        text += [line + draw.choice(["", "", "  # a remark", " # old value", "   "]) if value else line]
        text += [
            draw.choice(
                [
                    "",
                    f"# {name}={pair(draw)['SECRET' in name.upper()]}",
                    f"#{name}={pair(draw)[0]}",
                    "# -----",
                    'PEM="-----BEGIN\nCLIENT_ID=none\n-----END"',
                ]
            )
        ]
    content = "\n".join(text) + "\n"
    return content, dotenv.dotenv_values(stream=io.StringIO(content), interpolate=False)


def as_json(draw: random.Random) -> tuple[str, Mapping[str, Any]]:
    members = [
        f"{json.dumps(name)}:{draw.choice(['', ' '])}{json.dumps(value)}" for name, value in flat(draw)
    ]
    if draw.random() < 0.3:
        members = [
            member.replace("A", "\\u0041", 1)
            if member.startswith('"QBO_CLIENT_ID":') and "AB" in member
            else member
            for member in members
        ]
    text = "{" + draw.choice([",", ",\n  ", ", "]).join(members) + "}"
    return text, json.loads(text)


def as_yaml(draw: random.Random) -> tuple[str, Mapping[str, Any]]:
    text: list[str] = []
    for name, value in flat(draw):
        style = draw.choice(["plain", "plain", '"', "'", "|-", ">-", "anchor"])
        written = {
            "plain": value,
            '"': f'"{value}"',
            "'": f"'{value}'",
            "|-": f"|-\n  {value}",
            ">-": f">-\n    {value}",
            "anchor": f"&a{len(text)} {value}",
        }[style]
        text += [
            f"{name}: {written if value else ''}{draw.choice(['', ' # a remark']) if style not in {'|-', '>-'} else ''}"
        ]
        text += [draw.choice(["", f"# {name}: {pair(draw)[0]}", "# -----"])]
    content = "\n".join(text) + "\n"
    return content, yaml.safe_load(content)


def as_toml(draw: random.Random) -> tuple[str, Mapping[str, Any]]:
    text = [draw.choice(["", "[quickbooks]", "title = 'x'"])]
    for name, value in unique(flat(draw)).items():
        quote = draw.choice(['"', "'", '"""', "'''"])
        text += [
            f"{name} = {quote}{value}{quote}{draw.choice(['', ' # a remark', '# tight'])}",
            draw.choice(["", f'# {name} = "{pair(draw)[0]}"']),
        ]
    content = "\n".join(text) + "\n"
    read = tomllib.loads(content)
    return content, read.get("quickbooks", read)


def as_ini(draw: random.Random) -> tuple[str, Mapping[str, Any]]:
    text: list[str] = ["[quickbooks]"]
    for name, value in unique(flat(draw)).items():
        text += [
            f"{name}{draw.choice([' = ', '=', ': ', ' : '])}{value}",
            draw.choice(["", f"; {name} = {pair(draw)[0]}", f"# {name} = {pair(draw)[1]}"]),
        ]
    content = "\n".join(text) + "\n"
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(content)
    return content, parser["quickbooks"]


def as_secret(draw: random.Random) -> tuple[str, Mapping[str, Any]]:
    """A Secret of Kubernetes."""
    names = draw.choice([("client_id", "client_secret"), ("QBO_CLIENT_ID", "QBO_CLIENT_SECRET")])
    values = dict(zip(names, pair(draw), strict=True))
    encoded = {
        name: base64.b64encode((value + draw.choice(["", "\n"])).encode()).decode()
        for name, value in values.items()
    }
    data = draw.choice([{"data": encoded}, {"stringData": values}])
    text = yaml.safe_dump(
        {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "intuit"}, **data},
        sort_keys=draw.random() < 0.5,
    )
    return text, values


PARSERS = {
    "python-dotenv": as_dotenv,
    "json": as_json,
    "PyYAML": as_yaml,
    "tomllib": as_toml,
    "configparser": as_ini,
    "Kubernetes": as_secret,
}


@pytest.mark.parametrize("parser", PARSERS)
def test_no_other_pair_is_offered_than_the_tool_reads(parser: str) -> None:
    answered = readable = 0
    for seed in range(2 * EACH):
        text, read = PARSERS[parser](random.Random(f"{parser} {seed}"))
        values = {name: value or "" for name, value in read.items() if "client" in name.lower()}
        right = (
            next((value for name, value in values.items() if name.lower().endswith("id")), ""),
            next((value for name, value in values.items() if name.lower().endswith("secret")), ""),
        )
        found, codes = offered(text, ENVIRONMENTS[seed % 2])
        assert found is None or found == right, (seed, codes)
        readable += all(right)
        answered += found is not None
    assert answered >= 0.97 * readable, f"{answered} of {readable}"


NOTED: dict[str, Callable[[str, str], str]] = {
    "Terraform": lambda i, s: f'variable "qbo_client_id" {{\n  default = "{i}"\n}}\nvariable "qbo_client_secret" {{\n  default = "{s}"\n}}\n',
    "appsettings.json": lambda i, s: json.dumps({"QuickBooks": {"ClientId": i, "ClientSecret": s}, "Logging": {"Default": "Information"}}, indent=2),
    "Azure": lambda i, s: json.dumps({"parameters": {"clientId": {"value": i}, "clientSecret": {"value": s}}}),
    "ECS": lambda i, s: json.dumps([{"name": "QBO_CLIENT_ID", "value": i}, {"value": s, "name": "QBO_CLIENT_SECRET"}]),
    "Web.config": lambda i, s: f'<add key="ClientId" value="{i}"/>\n<!-- <add key="ClientSecret" value="{s[::-1]}"/> -->\n<add key="ClientSecret" value="{s}"/>',
    "plist": lambda i, s: f"<key>ClientId</key>\n<string>{i}</string>\n<key>ClientSecret</key>\n<string>{s}</string>",
    "Android": lambda i, s: f'<string name="client_id">{i}</string>\n<string name="client_secret">{s}</string>',
    "curl": lambda i, s: f"curl -X POST https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer -d 'client_id={i}' -d 'client_secret={s}'",
    "docker run": lambda i, s: f'docker run -e QBO_CLIENT_ID={i} -e "QBO_CLIENT_SECRET={s}" image',
    "cmd": lambda i, s: f'REM set CLIENT_ID={i[::-1]}\nset CLIENT_ID={i}\nset "CLIENT_SECRET={s}"\n',
    "setx": lambda i, s: f'setx QBO_CLIENT_ID "{i}"\nsetx QBO_CLIENT_SECRET "{s}"',
    "dotnet": lambda i, s: f'dotnet user-secrets set "QuickBooks:ClientId" "{i}"\ndotnet user-secrets set "QuickBooks:ClientSecret" "{s}"',
    "defaults of a shell": lambda i, s: f': "${{QBO_CLIENT_ID:-{i}}}"\n: "${{QBO_CLIENT_SECRET:-{s}}}"',
    "Spring": lambda i, s: f"intuit:\n  client-id: ${{QBO_CLIENT_ID:{i}}}\n  client-secret: ${{QBO_CLIENT_SECRET:{s}}}\n",
    "defaults of JavaScript": lambda i, s: f"clientId: process.env.QBO_CLIENT_ID || '{i}',\nclientSecret: process.env.QBO_CLIENT_SECRET ?? '{s}',",
    "a constructor": lambda i, s: f'AuthClient(\n    "{i}",\n    "{s}",\n    "http://localhost:8000/callback",\n)',
    "Go": lambda i, s: f'oauth2.Config{{\n\tClientID:     "{i}",\n\tClientSecret: "{s}",\n}}',
    "SQL": lambda i, s: f"-- client_id = '{i[::-1]}'\nUPDATE s SET client_id = '{i}', client_secret = '{s}' WHERE id = 1;",
    "a message": lambda i, s: f"here are the keys:\n• Client ID: `{i}`\n• Client Secret: `{s}`\n",
    "HTML": lambda i, s: f"<tr><td>Client ID</td><td>{i}</td></tr><tr><td>Client Secret</td><td>{s}</td></tr>",
    "words beside the keys": lambda i, s: f"Maple\nClient ID\nCopy\n{i}\nClient secret\nCopy\n{s}\n",
    "a drawn table": lambda i, s: f"│ Client ID │ Client secret │\n├──┼──┤\n│ {i} │ {s} │\n",
    "an email": lambda i, s: f"> Client ID: {i}\n> Client Secret: {s}\n",
}  # fmt: skip


@pytest.mark.parametrize("notation", NOTED)
def test_a_notation_is_read(notation: str) -> None:
    values = pair(random.Random(notation))
    for where in ("client_id", "client_secret"):
        assert offered(NOTED[notation](*values), "production", where=where)[0] == values


def test_a_choice_that_a_program_makes_is_not_made_for_it() -> None:
    """``isProd ? "…" : "…"`` holds two pairs, and which is whose is not said in a way that can be read."""
    (one, first), (two, second) = pair(random.Random(1)), pair(random.Random(2))
    text = f"clientId: isProd ? '{one}' : '{two}',\nclientSecret: isProd ? '{first}' : '{second}',"
    found, codes = offered(text, "sandbox")
    assert found is None
    assert "several-values" in codes
