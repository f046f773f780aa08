"""What must hold for the app's keys whatever is pasted. No key is written here: all are made as tests run."""

from __future__ import annotations

import base64
import json
import random
import traceback
from collections.abc import Callable
from importlib import import_module

import pytest
import qbo_checks
from hypothesis import example, given, settings
from hypothesis import strategies as st
from leaks import leaks
from qbo_checks.checks.keys.examine import KINDS, MAX_SEARCHED_CHARS
from qbo_checks.checks.keys.examples import ALPHABET, made_up
from qbo_checks.model import LANGUAGES, MAX_FIELD_CHARS
from qbo_checks.registry import load
from qbo_checks.report import Report

swiftly = settings(derandomize=True, deadline=None, database=None, max_examples=60)

DIGITS, HEX = "0123456789", "0123456789abcdef"
FIELDS = tuple(KINDS)

seeds = st.integers(0, 10**9).map(str)
ids = seeds.map(lambda seed: "AB" + made_up(f"id {seed}", 48))
secrets = seeds.map(lambda seed: made_up(f"secret {seed}", 40))
environments = st.sampled_from(["sandbox", "production"])
fields = st.sampled_from(FIELDS)

# Every code point, lone surrogates among them, with those that have caused trouble elsewhere more often.
anything = st.text(
    st.one_of(
        st.integers(0, 0x10FFFF).map(chr),
        st.sampled_from(
            "\x00\x1b\r\n\t \u00a0\u200b\u202e\ufeff\ud800\udfff{}[]\"'`=:;,|$%•*…\u0410é\uff21A0"
        ),
    ),
    max_size=200,
)
pieces = st.one_of(
    ids,
    secrets,
    anything.map(lambda text: text[:6]),
    st.sampled_from(
        [
            *["client_id", "CLIENT_SECRET", "QBO_CLIENT_ID", "Client ID", "Client secret", "Secret client"],
            *["sandbox", "Production", "=", ":", "\n", "\t", " ", '"', "{", "}", "&", ",", "|", "•••", "***"],
            *["https://", "Basic ", "eyJ", ".", "AB1", "RT1-", "@", "${", "\u200b", "realm: 1", "# "],
        ]
    ),
)
pasted = st.one_of(anything, st.lists(pieces, max_size=12).map("".join))


def examine(**given: str) -> Report:
    return qbo_checks.examine("keys", {"environment": "sandbox", **given})


def codes(report: Report) -> tuple[str, ...]:
    return tuple(finding.rule for finding in report.answer.findings)


def errors(report: Report) -> set[str]:
    return {code for code in codes(report) if report.check.rules[code].severity == "error"}


@swiftly
@given(pasted, pasted, pasted, environments)
def test_any_text_gets_an_answer_in_both_languages(one: str, two: str, three: str, environment: str) -> None:
    values = dict(zip(FIELDS, (one, two, three), strict=True))
    given_fields = {**values, "environment": environment}
    reports = [qbo_checks.run("keys", given_fields, lang) for lang in LANGUAGES]
    french, english = ([finding["code"] for finding in report["findings"]] for report in reports)
    assert french == english
    assert french
    for report in reports:
        assert json.loads(json.dumps(report)) == report
        assert report["verdict"] != "pass", "form alone proves nothing"
        for finding in report["findings"]:
            assert finding["excerpt"] is None
            assert "{" not in finding["message"] + finding["help"]
            if finding["span"]:
                start, end = finding["span"]
                assert 0 <= start <= end <= len(values[finding["field"]])


@swiftly
@given(pasted, pasted, st.one_of(st.just(""), pasted), environments)
def test_corrected_values_checked_again_have_no_error(
    one: str, two: str, three: str, environment: str
) -> None:
    values = {**dict(zip(FIELDS, (one, two, three), strict=True)), "environment": environment}
    cleaned = dict(examine(**values).answer.cleaned)
    if cleaned:
        assert set(cleaned) >= {"client_id", "client_secret"}
        again = examine(**{**values, **cleaned})
        assert not errors(again)
        assert dict(again.answer.cleaned).items() <= cleaned.items()


def test_a_key_drawn_by_lot_is_taken_for_nothing_else() -> None:
    """A rule that suspects too much would refuse somebody's right key."""
    drawn = random.Random(7)
    for _ in range(3_000):
        client_id = "AB" + "".join(drawn.choices(ALPHABET, k=48))
        secret = "".join(drawn.choices(ALPHABET, k=40))
        assert codes(examine(client_id=client_id, client_secret=secret)) == ("plausible",)


@swiftly
@given(ids, secrets, environments)
def test_a_plausible_pair_is_asked_about_and_never_approved(
    client_id: str, secret: str, environment: str
) -> None:
    report = examine(client_id=client_id, client_secret=secret, environment=environment)
    assert codes(report) == ("plausible",)
    assert report.verdict == "review"
    tab = {"sandbox": "Development", "production": "Production"}[environment]
    for lang in LANGUAGES:
        (finding,) = report.to_dict(lang)["findings"]
        assert finding["severity"] == "note"
        assert tab in finding["help"]
        assert "?" in finding["help"]


@swiftly
@given(ids, secrets, fields, st.data())
def test_one_character_more_or_less_or_wrong_is_seen(
    client_id: str, secret: str, field: str, data: st.DataObject
) -> None:
    values = {"client_id": client_id, "client_secret": secret, "other_client_id": client_id[::-1]}
    right = values[field]
    at = data.draw(st.integers(1, len(right) - 1))
    change = data.draw(
        st.sampled_from(
            [right[:at] + right[at + 1 :], right[:at] + "a" + right[at:], right[:at] + "-" + right[at + 1 :]]
        )
    )
    assert errors(examine(**{**values, field: change})) & {"too-short", "too-long", "unexpected-character"}


OTHER_THINGS: dict[str, Callable[[str], str]] = {
    "refresh token": lambda seed: f"AB1{made_up(seed, 10, DIGITS)}{made_up(seed, 37)}",
    "refresh token, new": lambda seed: f"RT1-123-H0-{made_up(seed, 10, DIGITS)}{made_up(seed, 20, HEX)}",
    "refresh token, old": lambda seed: f"L31{made_up(seed, 10, DIGITS)}{made_up(seed, 37)}",
    "authorization code": lambda seed: f"Q01{made_up(seed, 10, DIGITS)}{made_up(seed, 37)}",
    "authorization code, long": lambda seed: f"XAB1{made_up(seed, 10, DIGITS)}{made_up(seed, 36)}",
    "access token": lambda seed: "eyJ" + ".".join([made_up(seed, 90)] * 5),
    "access token without its end": lambda seed: "eyJ" + made_up(seed, 200),
    "ID token": lambda seed: "eyJ" + ".".join([made_up(seed, 90)] * 3),
    "bearer header": lambda seed: f"Authorization: Bearer eyJ{made_up(seed, 90)}",
    "basic header": lambda seed: f"Basic {base64.b64encode(made_up(seed, 91).encode()).decode()}",
    "company ID": lambda seed: made_up(seed, 16, DIGITS),
    "OAuth 1 key": lambda seed: f"lvprd{made_up(seed, 25)}",
    "OAuth 1 token": lambda seed: f"qyprd{made_up(seed, 43)}",
    "UUID": lambda seed: "-".join(made_up(seed, length, HEX) for length in (8, 4, 4, 4, 12)),
    "URL": lambda seed: f"https://example.com/{made_up(seed, 20)}",
    "authorization URL": lambda seed: f"https://appcenter.intuit.com/connect/oauth2?client_id=AB{seed}",
    "email": lambda seed: f"{made_up(seed, 8)}@example.com",
    "GitHub": lambda seed: f"ghp_{made_up(seed, 36)}",
    "Stripe": lambda seed: f"sk_live_{made_up(seed, 32)}",
    "Slack": lambda seed: f"xoxb-{made_up(seed, 12, DIGITS)}-{made_up(seed, 30)}",
    "Google": lambda seed: f"AIza{made_up(seed, 35)}",
    "Google secret": lambda seed: f"GOCSPX-{made_up(seed, 28)}",
    "AWS ID": lambda seed: f"AKIA{made_up(seed, 16, ALPHABET[:26])}",
    "AWS secret": lambda seed: f"{made_up(seed, 20)}/{made_up(seed, 19)}",
    "SendGrid": lambda seed: f"SG.{made_up(seed, 22)}.{made_up(seed, 43)}",
    "SHA-1": lambda seed: made_up(seed, 40, HEX),
    "SHA-256": lambda seed: made_up(seed, 64, HEX),
    "50 hexadecimal digits": lambda seed: made_up(seed, 50, HEX),
    "base32": lambda seed: made_up(seed, 40, ALPHABET[:26] + "234567"),
    "one letter": lambda seed: seed[0] * 50,
    "words": lambda _: "YourClientSecretGoesHereYourClientSecret",
    "alphabet": lambda _: ALPHABET[:40],
    "stars": lambda seed: "*" * (10 + int(seed[0])),
    "dots and an end": lambda seed: "•" * 36 + made_up(seed, 4),
    "template": lambda _: "{{ QBO_CLIENT_ID }}",
    "nothing said": lambda _: "TODO",
    "refresh token in lower case": lambda seed: f"ab1{made_up(seed, 10, DIGITS)}{made_up(seed, 37).lower()}",
    "old token, cut": lambda seed: f"L31{made_up(seed, 10, DIGITS)}{made_up(seed, 27)}",
    "token by its name": lambda seed: f"access_token={made_up(seed, 40)}",
    "access token, cut": lambda seed: base64.b64encode(
        json.dumps({"kid": seed, "typ": "JWT"} | {"enc": 0}).encode()
    ).decode()[:40],
    "ten characters again": lambda seed: (made_up(seed, 10) * 5)[:50],
    "a prefix, then the same again": lambda seed: "AB" + made_up(seed, 12) * 4,
    "keyboard": lambda _: "AZERTYUIOPQSDFGHJKLMWXCVBNazertyuiopqsdf",
    "Lorem ipsum": lambda _: "LoremIpsumDolorSitAmetConsecteturAdipisc",
    "host name": lambda _: "developer.intuit.com/app/developer",
    "said in French": lambda _: "à venir",
    "pasted here": lambda _: "collez ici votre clé",
    "squares": lambda seed: "■" * (9 + int(seed[0])),
    "stars with spaces": lambda seed: "* " * (9 + int(seed[0])),
    "a variable of Windows": lambda _: "%QBO_KEY%",
}


@pytest.mark.parametrize("thing", OTHER_THINGS)
@pytest.mark.parametrize("field", ["client_id", "client_secret"])
def test_what_is_no_key_is_never_plausible(thing: str, field: str) -> None:
    for seed in map(str, range(10, 14)):
        value = OTHER_THINGS[thing](seed)
        pair = {"client_id": "AB" + made_up(seed, 48), "client_secret": made_up(seed, 40)}
        for wrapped in (value, f" {value}\n", f'"{value}"', f"QBO_{field.upper()}={value}"):
            report = examine(**{**pair, field: wrapped})
            assert "plausible" not in codes(report), value
            assert not report.answer.cleaned, value


WRAPPINGS: dict[str, Callable[[str, str], dict[str, str]]] = {
    "bare": lambda i, s: {"client_id": i, "client_secret": s},
    "swapped": lambda i, s: {"client_id": s, "client_secret": i},
    "twice": lambda _, s: {"client_id": s, "client_secret": s, "other_client_id": s},
    "spaces": lambda i, s: {"client_id": f" {i}\n", "client_secret": f"{s[:9]} {s[9:]}"},
    "invisible": lambda i, s: {"client_id": f"{i[:9]}\u200b{i[9:]}", "client_secret": f"\ufeff{s}"},
    "broken": lambda i, s: {"client_id": f"{i[:9]}\r\n{i[9:]}", "client_secret": f"“{s}”,"},
    "homoglyph": lambda i, s: {"client_id": f"\u0410{i[1:]}", "client_secret": f"{s[:9]}é{s[10:]}"},
    "hyphens": lambda i, s: {"client_id": "-".join(i), "client_secret": f"{s[:20]}_{s[20:]}"},
    "halves": lambda i, s: {"client_id": i[:25], "client_secret": s + s},
    "labels": lambda i, s: {"client_id": f"Client ID: {i}", "client_secret": f"QBO_CLIENT_SECRET='{s}'"},
    "dotenv": lambda i, s: {"client_id": f"QBO_CLIENT_ID={i}\nQBO_CLIENT_SECRET={s}\n"},
    "json": lambda i, s: {"client_secret": json.dumps({"client_id": i, "client_secret": s}, indent=2)},
    "table": lambda i, s: {"other_client_id": f"| Client ID | Client secret |\n|--|--|\n| {i} | {s} |"},
    "basic": lambda i, s: {"client_id": "Basic " + base64.b64encode(f"{i}:{s}".encode()).decode()},
    "token": lambda _, s: {"client_id": f"AB11234567890{s[:37]}", "client_secret": f"eyJ{s}.{s}.{s}"},
    "url": lambda i, s: {"client_id": f"https://example.com/?client_id={i}&client_secret={s}"},
    "email": lambda _, s: {"client_id": f"{s}@example.com", "client_secret": "•" * 36 + s[:4]},
    "name": lambda _, s: {"client_id": f"{s}=", "client_secret": f"{s}: {s}: {s}\n[{s}]"},
    "two": lambda i, s: {"client_id": f"CLIENT_ID={i}\nCLIENT_ID={i[::-1]}", "client_secret": s + " " + i},
    "long": lambda _, s: {"client_id": s * 600},
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
@settings(swiftly, max_examples=8)
@given(ids, secrets, ids, secrets)
@example("AB" + made_up("a", 48), made_up("b", 40), "AB" + made_up("c", 48), made_up("d", 40))
def test_a_report_is_the_same_whatever_the_secret(
    wrapping: str, client_id: str, secret: str, other_id: str, other_secret: str
) -> None:
    """But for the corrected values, two secrets that are wrapped alike cannot be told apart afterwards."""
    one = examine(**WRAPPINGS[wrapping](client_id, secret))
    two = examine(**WRAPPINGS[wrapping](other_id, other_secret))
    for lang in LANGUAGES:
        assert {**one.to_dict(lang), "cleaned": {}} == {**two.to_dict(lang), "cleaned": {}}
    assert repr(one) == repr(two)
    assert one.fields == two.fields

    told = "\n".join(
        [
            repr(one),
            repr(one.answer),
            *map(repr, one.answer.findings),
            *(json.dumps({**one.to_dict(lang), "cleaned": {}}, ensure_ascii=False) for lang in LANGUAGES),
        ]
    )
    own = json.dumps([repr(load("keys").rules), *map(str, FIELDS)], ensure_ascii=False)
    pair = (client_id, secret)
    assert not leaks(pair, told) - leaks(pair, own)


@pytest.mark.parametrize("broken", ["read", "_look", "_compare", "_in_reading_order"])
def test_an_exception_names_no_secret(monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    """Whatever breaks, and whatever the caller got wrong, the traceback holds no part of what was pasted."""

    def breaks(*_: object) -> None:
        raise ValueError("broken")

    client_id, secret = "AB" + made_up("in an exception", 48), made_up("and its secret", 40)
    pair = {"client_id": f"Client ID: {client_id}", "client_secret": secret}
    monkeypatch.setattr(import_module("qbo_checks.checks.keys.examine"), broken, breaks)
    for wrong in ({"environment": "sandbox"}, {"environment": "staging"}, {"url": secret}):
        with pytest.raises(ValueError, match=r"broken|unknown") as caught:
            qbo_checks.run("keys", {**pair, **wrong}, "fr")
        told = "".join(traceback.format_exception(caught.value))
        assert not leaks((client_id, secret), told)


def test_a_report_keeps_no_secret() -> None:
    report = examine(client_id="AB" + made_up("kept", 48), client_secret=made_up("kept too", 40))
    assert set(report.fields.values()) == {"", "sandbox"}


@pytest.mark.parametrize(
    "piece",
    [
        *[
            "=",
            '"',
            "'",
            "`",
            "\n",
            " ",
            "{",
            "[](",
            "client_id=",
            "client_id=\n",
            "client_id=a;",
            "Client ID\t",
        ],
        *[
            "id client ",
            "client_secret: '",
            "a:",
            "a ",
            "..a",
            "@",
            "@.",
            "eyJ",
            "eyJ.",
            "AB1234567890",
            "aB3",
        ],
        *["\u200b", "•", "*", "é", "\u0410", "\ud800", "\x00", "\U0010ffff", "https://", "Basic ", "${"],
    ],
)
@pytest.mark.parametrize("length", [MAX_SEARCHED_CHARS, MAX_FIELD_CHARS])
def test_a_hostile_text_is_answered(piece: str, length: int) -> None:
    """Each field at its longest, whether all of it is searched or only its length is told."""
    value = (piece * length)[:length]
    report = examine(client_id=value, client_secret=f"eyJ{value}"[:length], other_client_id=value[:-1] + "!")
    assert report.verdict == "fail"


ID, SECRET = "AB" + made_up("placed ID", 48), made_up("placed secret", 40)
ID2, SECRET2 = "AB" + made_up("second ID", 48), made_up("second secret", 40)
BLOCKS = {
    "dotenv": f"# Intuit\nexport QBO_CLIENT_ID='{ID}' # ours\nexport QBO_CLIENT_SECRET='{SECRET}'\nQBO_REALM_ID=1\n",
    "others' keys beside it": f"XERO_CLIENT_ID={ID2}\nXERO_CLIENT_SECRET={SECRET2}\nQBO_CLIENT_ID={ID}\nQBO_CLIENT_SECRET={SECRET}\n",
    "no name at all": f"{ID}\n{SECRET}",
    "as for curl": f"{ID}:{SECRET}",
    "JSON": json.dumps({"clientId": ID, "clientSecret": SECRET, "redirectUri": "https://example.com"}),
    "half of JSON": f'  "client_id": "{ID}",\n  "client_secret": "{SECRET}",\n',
    "both environments in JSON": json.dumps(
        {
            "production": {"client_id": ID2, "client_secret": SECRET2},
            "sandbox": {"client_id": ID, "client_secret": SECRET},
        }
    ),
    "both environments in a dotenv": f"QBO_PROD_CLIENT_ID={ID2}\nQBO_PROD_CLIENT_SECRET={SECRET2}\nQBO_SANDBOX_CLIENT_ID={ID}\nQBO_SANDBOX_CLIENT_SECRET={SECRET}\n",
    "YAML": f"intuit:\n  client_id: {ID}\n  client_secret: {SECRET}\n",
    "query": f"grant_type=refresh_token&client_id={ID}&client_secret={SECRET}",
    "the portal's page": f"Keys and credentials\nDevelopment\nProduction\nShow credentials\nClient ID\n{ID}\nCopy\nClient secret\n{SECRET}\nCopy\n",
    "a table with a heading row": f"Client ID\tClient secret\n{ID}\t{SECRET}\n",
    "a table with a heading column": f"Client ID\t{ID}\nClient secret\t{SECRET}\n",
    "Markdown": f"| Client ID | Client secret |\n| --- | --- |\n| `{ID}` | `{SECRET}` |\n",
    "XML": f"<clientId>{ID}</clientId><clientSecret>{SECRET}</clientSecret>",
    "a form's fields": f'<input name="client_id" value="{ID}"><input name="client_secret" value="{SECRET}">',
    "names and values": json.dumps(
        [{"name": "client_id", "value": ID}, {"name": "client_secret", "value": SECRET}]
    ),
    "CSV": f"client_id,client_secret\r\n{ID},{SECRET}\r\n",
    "a sentence": f"The Client ID (Development) is {ID} and the Client secret is {SECRET}.",
    "French": f"ID client : {ID}\nSecret client : {SECRET}\n",
    "the secret first": f"Client secret: {SECRET}\nClient ID: {ID}\n",
    "spaces that do not show": f"Client ID:\u00a0{ID}\u200b\r\nClient secret:\u00a0{SECRET}\r\n",
}


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_is_taken_apart_wherever_it_is_pasted(block: str, field: str) -> None:
    report = examine(**{field: BLOCKS[block]})
    assert "taken-apart" in codes(report)
    cleaned = dict(report.answer.cleaned)
    assert (cleaned.pop("client_id"), cleaned.pop("client_secret")) == (ID, SECRET)
    assert cleaned == ({"other_client_id": ID2} if "both environments" in block else {})


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_reader_is_told_what_went_where(lang: str) -> None:
    block = BLOCKS["half of JSON"]
    first = qbo_checks.run("keys", {"client_id": block, "environment": "sandbox"}, lang)["findings"][0]
    assert first["code"] == "keys.taken-apart"
    for value in (ID, SECRET):
        begins = block.index(value)
        assert f"({begins + 1}–{begins + len(value)})" in first["message"]


def test_a_whole_file_in_the_last_field_gives_only_the_other_id() -> None:
    both = BLOCKS["both environments in a dotenv"]
    report = examine(client_id=ID, client_secret=SECRET, other_client_id=both)
    assert codes(report) == ("label-included",)
    assert report.answer.cleaned == {"client_id": ID, "client_secret": SECRET, "other_client_id": ID2}


def test_help_about_the_other_id_names_the_other_tab() -> None:
    values = {"client_id": ID, "client_secret": SECRET, "other_client_id": "•••••", "environment": "sandbox"}
    (finding,) = qbo_checks.run("keys", values, "fr")["findings"]
    assert finding["code"] == "keys.masked"
    assert "onglet «\u00a0Production\u00a0»" in finding["help"]


@pytest.mark.parametrize(
    ("value", "code", "span"),
    [
        (f"  {ID}", "surrounding-space", (0, 1)),
        (f"{ID}\n", "surrounding-space", (50, 51)),
        (f"«{ID}»", "wrapped", (0, 1)),
        (f"{ID[:7]} {ID[7:]}", "inner-space", (7, 8)),
        (f"{ID[:7]}\u2028{ID[7:]}", "line-break", (7, 8)),
        (f"{ID[:7]}\U000e0041{ID[7:]}", "invisible-character", (7, 8)),
        (f"{ID[:7]}\u03bf{ID[8:]}", "homoglyph", (7, 8)),
        (f"{ID[:7]}\ud800{ID[8:]}", "non-ascii", (7, 8)),
        (f"{ID[:7]}+{ID[8:]}", "unexpected-character", (7, 8)),
        (f"  client_id: {ID}", "label-included", (2, 13)),
        (f"\n{ID[1:]}", "too-short", (1, 50)),
    ],
)
def test_the_place_is_that_of_the_text_as_pasted(value: str, code: str, span: tuple[int, int]) -> None:
    found = {
        finding.rule: finding for finding in examine(client_id=value, client_secret=SECRET).answer.findings
    }
    assert found[code].span == span
    assert found[code].placeholders["position"] == span[0] + 1


def test_several_faults_are_told_at_once_in_reading_order() -> None:
    value = f' "{ID[:10]} {ID[10:20]}\u200b{ID[20:30]}\u0410{ID[30:]}"'
    assert codes(examine(client_id=value, client_secret=SECRET)) == (
        *("surrounding-space", "wrapped", "too-long", "inner-space", "invisible-character", "homoglyph"),
    )


def test_keys_in_a_sentence_are_read_behind_a_remark() -> None:
    client_id, secret = "AB" + made_up("sentence", 48), made_up("sentence secret", 40)
    report = examine(
        client_id=f"Here are the sandbox keys: client id {client_id}, secret {secret}. Thanks, Ana"
    )
    assert report.answer.cleaned == {"client_id": client_id, "client_secret": secret}
