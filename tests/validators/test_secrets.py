"""No four characters of a secret in a row get out of any check, whatever its shape and wherever it is pasted."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
import qbo_checks
from leaks import leaks
from qbo_checks import redact
from qbo_checks.browser import answer
from qbo_checks.model import Check
from qbo_checks.redact import _portal_words, shown
from secrets_made_up import ALNUM, SHAPES, WRAPPINGS, _draw

CHECKS = [qbo_checks.load(name) for name in qbo_checks.names()]
DOORS = [
    pytest.param(check, field.name, id=f"{check.id}-{field.name}")
    for check in CHECKS
    for field in check.fields
    if field.kind != "choice"
]


def told(report: dict[str, Any]) -> str:
    """Everything that a report says, but the values to copy; an excerpt in one piece, as it is read."""
    excerpts = ["".join(found["excerpt"] or ()) for found in report["findings"]]
    return "\n".join([*excerpts, *_texts({**report, "cleaned": None})])


def _texts(value: object) -> Iterator[str]:
    """The texts of plain JSON values, without JSON's own quotes, which a secret may hold as well."""
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str):
        yield value


def leaking(check: Check, field: str, lot: random.Random, shape: str, wrapping: str) -> set[str]:
    """The runs of a made-up secret that a check gives back, and does not say of another one of its shape."""
    secret, other = (SHAPES[shape](lot) for _ in range(2))
    choices = {each.name: next(iter(each.choices)) for each in check.fields if each.kind == "choice"}
    lang = lot.choice(["fr", "en"])

    def asked(value: str) -> str:
        fields = {**choices, field: WRAPPINGS[wrapping](value)}
        said = told(qbo_checks.run(check.id, fields, lang))
        return said + repr(qbo_checks.examine(check.id, fields))

    found = leaks([secret], asked(secret))
    # What the check says anyway, and of another secret of the shape: its own words, and how such secrets begin.
    return found - leaks([secret], asked(other), repr((check.rules, check.examples))) if found else found


@pytest.mark.parametrize(("check", "field"), DOORS)
def test_no_check_quotes_a_secret(check: Check, field: str, seconds: float) -> None:
    seed = random.SystemRandom().getrandbits(64) if seconds else 1
    lot = random.Random(f"{seed} {check.id} {field}")
    told_of = {}
    for shape in SHAPES:
        # In a short round each door sees every shape, and all the doors together each shape in most wrappings.
        for wrapping in WRAPPINGS if seconds else lot.sample([*WRAPPINGS], 2):
            if found := leaking(check, field, lot, shape, wrapping):
                told_of[shape, wrapping] = len(found)
    assert not told_of, f"seed {seed}"


@pytest.mark.parametrize("shape", SHAPES)
def test_the_import_of_answers_quotes_no_secret(shape: str) -> None:
    lot = random.Random(shape)
    for wrapping, wrap in WRAPPINGS.items():
        secret, other = SHAPES[shape](lot), SHAPES[shape](lot)
        said = [
            json.dumps(
                json.loads(answer(json.dumps({"read": wrap(value), "lang": "en"})))["findings"],
                ensure_ascii=False,
            )
            for value in (secret, other)
        ]
        assert not leaks([secret], said[0]) - leaks([secret], said[1]), wrapping


SHOWN = {
    "https://quickbooksonlinesandbox.codat.io/oauth2/callback/": None,
    "Redirect URI: <HTTP://www.QuickbooksOnline.codat.io.:443//oauth/callback/?x#y>": "Redirect URI: <HTTP://www.QuickbooksOnline.codat.io.:443//oauth/callback/?•#•>",
    "https://app.boreal.ca/fr/confidentialit%C3%A9": None,
    "https://app.your-domain.com/{tenant}/login": None,
    "https://quickbooksonline.c\u043edat.io/oauth2/callback": None,
    "8.8.8.8/24, 2001:4860:4860::8888 or 300.1.2.3": "8.8.8.8/24, 2001:4860:4860::8888 or 300.1.2.3",
    "U+0430 CYRILLIC SMALL LETTER A": None,
    "U+0430 CYRILLIC SMALL LETTER B": "•••••• •••••••• ••••• •••••• •",
    "https://me:correct@app.boreal.ca/login?next=home": "https://•••••••••••app.boreal.ca/login?next=••••",
    "https://me:8080 1850": "https://••••••• ••••",
    "https://app.boreal.ca:8443/login": None,
    "https://app.boreal.ca/MII/login": "https://app.boreal.ca/•••/login",
    "https://app.boreal.ca/v2/fr1x": "https://app.boreal.ca/••/••••",
    "https://app.boreal.ca/fr/v2/login": None,
    "https://app.boreal.ca/o/../login": "https://app.boreal.ca/o/••/login",
    "https://app.boreal.ca/glpat-me": "https://app.boreal.ca/••••••••",
    "https://shpat_me.boreal.ca/login": "https://••••••••••••••••••/login",
    "SG.io\nme": "•••••\n••",
    "ab.id": "•••••",
    "key-app": "•••••••",
    "13.13 or c7::5": "••••• or •••••",
    "HTTP/1.1 127.1 2606:4700:: ::1 fc00::/7": None,
    "https://btstsh.boreal.ca/": "https://••••••.boreal.ca/",
    "https://Zq3x.:9#me": "https://••••.••#••",
    "https://app.boreal.ca/reset/horse": "https://app.boreal.ca/reset/•••••",
    "correct horse battery": "••••••• ••••• •••••••",
    "a\u200bb": None,
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHOWN.items())
def test_what_is_shown(text: str, expected: str | None) -> None:
    assert shown(text) == (text if expected is None else expected)
    assert len(shown(text)) == len(text)


def test_each_form_of_a_secret_is_known() -> None:
    lot = random.Random("forms")
    known = {
        "access token": "access-token", "ID token": "id-token", "client secret": "client-secret", "expired token": None,
        "Stripe": "vendor", "GitHub": "vendor", "AWS": "vendor", "npm": "vendor", "OpenAI": "vendor", "Vault": "vendor",
    }  # fmt: skip
    for shape, kind in known.items():
        secret = SHAPES[shape](lot)
        ((found, span),) = redact.secrets(f"x {secret} y")
        assert kind in {found, None}
        assert span == (2, 2 + len(secret))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Authorization: Basic {}", "basic"),
        ("Authorization: Bearer {}", "bearer"),
        ("https://me:{}@app.boreal.ca", "userinfo"),
        ("?code={}", "parameter"),
        ('"password": "{}"', "parameter"),
        ("-----BEGIN PRIVATE KEY-----\n{}", "pem"),
    ],
)
def test_what_stands_before_a_secret_tells_its_kind(text: str, kind: str) -> None:
    value = _draw(random.Random(kind), ALNUM, 16)
    filled = text.format(value)
    ((found, (start, end)),) = redact.secrets(filled)
    assert found == kind
    assert value in filled[start:end]


@pytest.mark.parametrize("shape", ["access token", "refresh token, new", "Stripe", "GitHub", "AWS", "Vault"])
def test_an_error_with_a_secret_of_any_form_says_so(shape: str) -> None:
    secret = SHAPES[shape](random.Random(shape))
    report = qbo_checks.examine(
        "error-message", {"text": f"invalid_client while the request held {secret} in it"}
    )
    assert "contains-secret" in [found.rule for found in report.answer.findings]


def test_prose_and_addresses_hold_no_secret() -> None:
    for text in (
        "The redirect URI is https://quickbooksonline.codat.io/oauth2/callback.",
        "No Sandbox companies found",
        "8.8.8.8-8.8.4.4",
    ):
        assert redact.secrets(text) == []


def test_what_is_shown_depends_on_no_path_and_on_no_name_of_python() -> None:
    """Where the rules are installed, and what Python keeps in every module, are no words of ours."""
    assert shown("validators isinstance pycache") == "•••••••••• •••••••••• •••••••"


def test_the_longest_word_of_ours_is_looked_up() -> None:
    assert max(map(len, _portal_words())) <= redact.MAX_OUR_CHARS
