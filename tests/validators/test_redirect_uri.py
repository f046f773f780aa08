"""No string but the two URIs passes; whatever is pasted gets an answer, and no secret comes back in it."""

from __future__ import annotations

import hashlib
import json
import string
from typing import Any

import pytest
import qbo_checks
from hypothesis import given, settings
from hypothesis import strategies as st
from leaks import leaks
from qbo_checks.checks.redirect_uri import RULES
from qbo_checks.model import LANGUAGES
from qbo_checks.portal import (
    AUTHORIZE_HOST,
    PRODUCTION_URI,
    REDIRECT_HOSTS,
    REDIRECT_PATH,
    REDIRECT_URIS,
    SANDBOX_URI,
)
from qbo_checks.text import Pasted, peel
from qbo_checks.url import split

quick = settings(derandomize=True, deadline=None, max_examples=100, database=None)

environments = st.sampled_from(sorted(REDIRECT_URIS))
anything = st.text(st.characters(), max_size=80)
"""Any code point: controls, lone surrogates, characters that are not assigned."""
pieces = st.lists(
    st.sampled_from(
        [
            *("https", "http", "://", ":", "/", "//", "\\", "@", "?", "#", ";", "%", "%2F", "%3A", "%25", "..", "."),
            *("www.", ":443", "codat.io", "quickbooksonline", "quickbooksonlinesandbox", "oauth2", "oauth", "callback"),
            *(*REDIRECT_HOSTS.values(), REDIRECT_PATH, SANDBOX_URI, PRODUCTION_URI, AUTHORIZE_HOST, "/connect/oauth2?redirect_uri=", "example.com"),
            *(" ", "\n", "\u00a0", "\u200b", "\ufeff", "\0", "\x1b", "\ud800", "\u0430", "\uff0f", "\u0301", "xn--"),
            *('"', "'", "`", "<", ">", "[", "](", ")", "«", "»", "{", "}", ",", "=", "&", "redirect_uri=", "URI: "),
            *("localhost", "127.0.0.1", "[::1]", "code=", "state=", "client_secret=", "a", "Z", "0"),
        ]
    ),
    max_size=14,
).map("".join)  # fmt: skip
"""Texts made of what redirect URIs are made of, in any order."""


def run(uri: str, environment: str = "sandbox", lang: str = "en") -> dict[str, Any]:
    return qbo_checks.run("redirect-uri", {"uri": uri, "environment": environment}, lang)


def codes(report: dict[str, Any]) -> list[str]:
    return [finding["code"].removeprefix("redirect-uri.") for finding in report["findings"]]


def check_promises(uri: str, environment: str) -> dict[str, Any]:
    """What holds for whatever is pasted. Returns the English report."""
    reports = [run(uri, environment, lang) for lang in LANGUAGES]
    french, english = reports
    assert codes(french) == codes(english)
    assert french["cleaned"] == english["cleaned"]
    for report in reports:
        assert json.loads(json.dumps(report)) == report
        assert report["findings"]
        assert (report["verdict"] == "pass") == (uri == REDIRECT_URIS[environment])
        starts = [start for start, _ in (finding["span"] or (0, 0) for finding in report["findings"])]
        assert starts == sorted(starts)
        for finding in report["findings"]:
            start, end = finding["span"] or (0, 0)
            assert 0 <= start <= end <= len(uri)
    if english["cleaned"]:
        assert english["cleaned"] == {"uri": REDIRECT_URIS[environment]}
        assert run(english["cleaned"]["uri"], environment)["verdict"] == "pass"
    return english


@quick
@given(st.one_of(anything, pieces), environments)
def test_anything_gets_an_answer(uri: str, environment: str) -> None:
    check_promises(uri, environment)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """A right URI with one to three characters inserted, deleted, replaced, or in another case or encoding."""
    environment = draw(environments)
    uri = REDIRECT_URIS[environment]
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(uri) - 1))
        char = draw(st.one_of(st.characters(), st.sampled_from("/.:@?#%\\ \n;-Aa0\u200b\u0430")))
        encoded = "".join(f"%{byte:02X}" for byte in uri[at].encode("utf-8", "surrogatepass"))
        uri = draw(
            st.sampled_from(
                [
                    uri[:at] + char + uri[at:],
                    uri[:at] + uri[at + 1 :] or char,
                    uri[:at] + char + uri[at + 1 :],
                    uri[:at] + uri[at].upper() + uri[at + 1 :],
                    uri[:at] + encoded + uri[at + 1 :],
                    uri[:at] + uri[at] * 2 + uri[at + 1 :],
                    f'"{uri}"',
                    f"URI: {uri}",
                    f"{uri[at:]}{uri[:at]}",
                ]
            )
        )
    return uri, environment


@quick
@given(mutated())
def test_mutation_of_a_right_uri_fails(given: tuple[str, str]) -> None:
    uri, environment = given
    report = check_promises(uri, environment)
    assert (report["verdict"] == "fail") == (uri != REDIRECT_URIS[environment])


def test_only_the_uri_of_the_environment_passes() -> None:
    assert run(SANDBOX_URI, "sandbox")["verdict"] == run(PRODUCTION_URI, "production")["verdict"] == "pass"
    assert run(SANDBOX_URI, "production")["verdict"] == run(PRODUCTION_URI, "sandbox")["verdict"] == "fail"


HOST = REDIRECT_HOSTS["sandbox"]

NEAR_MISSES = [
    # text, the codes it gets, whether it is corrected
    # Schemes and what follows them.
    (f"https:/{HOST}{REDIRECT_PATH}", ["different"], True),
    (f"https:{HOST}{REDIRECT_PATH}", ["different"], True),
    (f"https//{HOST}{REDIRECT_PATH}", ["different"], True),
    (f"https::://{HOST}{REDIRECT_PATH}", ["different"], True),
    (f"https:////{HOST}{REDIRECT_PATH}", ["double-slash"], True),
    (f"://{HOST}{REDIRECT_PATH}", ["missing-scheme"], True),
    (f"//{HOST}{REDIRECT_PATH}", ["missing-scheme"], True),
    (f"\\\\{HOST}{REDIRECT_PATH}", ["missing-scheme", "backslash"], True),
    (f"htps://{HOST}{REDIRECT_PATH}", ["other-scheme"], True),
    (f"xhttps://{HOST}{REDIRECT_PATH}", ["other-scheme"], True),
    (f"ws://{HOST}{REDIRECT_PATH}", ["other-scheme"], True),
    (f"view-source:{SANDBOX_URI}", ["label-included"], True),
    (f"http\u017f://{HOST}{REDIRECT_PATH}", ["other-scheme"], True),
    (f"https\u2236//{HOST}{REDIRECT_PATH}", ["missing-scheme", "foreign-host"], False),
    (f"https:\u2044\u2044{HOST}{REDIRECT_PATH}", ["different", "homoglyph-host"], False),
    ("javascript:alert", ["other-scheme", "foreign-host"], False),
    ("C:\\Users\\me\\callback", ["missing-scheme", "foreign-host"], False),
    ("data:text/html,x", ["other-scheme", "foreign-host"], False),
    ("https://", ["missing-host"], False),
    ("https:///", ["missing-host", "double-slash"], False),
    ("https://?", ["missing-host"], False),
    ("https://:443/", ["missing-host"], False),
    ("https://@/", ["userinfo", "missing-host"], False),
    # Authorities.
    (f"https://@{HOST}{REDIRECT_PATH}", ["userinfo"], True),
    (f"https://me:pw@{HOST}{REDIRECT_PATH}", ["userinfo"], True),
    (f"https://example.com@{HOST}{REDIRECT_PATH}", ["userinfo"], True),
    (f"https://{HOST}@example.com{REDIRECT_PATH}", ["userinfo", "foreign-host"], False),
    (f"https://{HOST}:443@example.com{REDIRECT_PATH}", ["userinfo", "foreign-host"], False),
    (f"https://{HOST}%2F@example.com{REDIRECT_PATH}", ["userinfo", "foreign-host"], False),
    (f"https://{HOST}%5c@example.com{REDIRECT_PATH}", ["userinfo", "foreign-host"], False),
    (f"https://{HOST}:x%2f@example.com{REDIRECT_PATH}", ["userinfo", "foreign-host"], False),
    (f"https://{HOST}:443\\@example.com{REDIRECT_PATH}", ["lookalike-host", "backslash"], False),
    (f'https://{HOST}.".example.com{REDIRECT_PATH}', ["lookalike-host"], False),
    (f"https://{HOST}`.example.com{REDIRECT_PATH}", ["lookalike-host"], False),
    (f"https://{HOST}<.example.com{REDIRECT_PATH}", ["lookalike-host"], False),
    (f"https://{HOST}\nexample.com{REDIRECT_PATH}", ["inner-space", "lookalike-host"], False),
    (f"https://{HOST}\t.example.com{REDIRECT_PATH}", ["inner-space", "lookalike-host"], False),
    (f"https://{HOST} example.com{REDIRECT_PATH}", ["inner-space", "lookalike-host"], False),
    (f"{HOST}\nexample.com{REDIRECT_PATH}", ["missing-scheme", "inner-space", "lookalike-host"], False),
    (f"https://example.com\\@{HOST}{REDIRECT_PATH}", ["lookalike-host", "backslash"], False),
    (f"https://example.com%2F@{HOST}{REDIRECT_PATH}", ["userinfo"], True),
    (f"https://{HOST}%40example.com{REDIRECT_PATH}", ["lookalike-host"], False),
    (f"https://{HOST}%3F.example.com{REDIRECT_PATH}", ["lookalike-host"], False),
    (f"https://{HOST}%23.example.com{REDIRECT_PATH}", ["lookalike-host"], False),
    (f"https://example.com#@{HOST}{REDIRECT_PATH}", ["foreign-host"], False),
    (f"https://example.com?@{HOST}{REDIRECT_PATH}", ["foreign-host"], False),
    (f"https://example.com/https://{HOST}{REDIRECT_PATH}", ["foreign-host"], False),
    (f"https://example.com/?next={SANDBOX_URI}", ["foreign-host"], False),
    (f"example.com/{SANDBOX_URI}", ["missing-scheme", "foreign-host"], False),
    (f"example.com/({SANDBOX_URI}", ["missing-scheme", "foreign-host"], False),
    (f"example.com?u={HOST}{REDIRECT_PATH}", ["missing-scheme", "foreign-host"], False),
    (f"example.com,{HOST}{REDIRECT_PATH}", ["missing-scheme", "lookalike-host"], False),
    (f"example.com:{HOST}{REDIRECT_PATH}", ["missing-scheme", "foreign-host"], False),
    (f"https://{HOST} @example.com{REDIRECT_PATH}", ["userinfo", "foreign-host"], False),
    (f"https://{HOST} for me@example.com", ["userinfo", "foreign-host"], False),
    (f'https://{HOST}"@example.com{REDIRECT_PATH}', ["userinfo", "foreign-host"], False),
    (f"https://{HOST} .example.com{REDIRECT_PATH}", ["inner-space", "lookalike-host"], False),
    (f"https://{HOST}:80{REDIRECT_PATH}", ["port"], True),
    (f"https://{HOST}:0443{REDIRECT_PATH}", ["port"], True),
    (f"https://{HOST}:x{REDIRECT_PATH}", ["port"], True),
    (f"{HOST}:443{REDIRECT_PATH}", ["missing-scheme", "port"], True),
    (f"https://{HOST}..{REDIRECT_PATH}", ["trailing-dot-host"], True),
    (f"https://.{HOST}{REDIRECT_PATH}", ["lookalike-host"], False),
    (f"https://www.www.{HOST}{REDIRECT_PATH}", ["other-codat-host"], False),
    (f"https://{HOST.replace('.', '..')}{REDIRECT_PATH}", ["lookalike-host"], False),
    (f"https://{HOST.replace('.', '%2E')}{REDIRECT_PATH}", ["percent-encoded"], True),
    (f"https://{HOST}%2Foauth2%2Fcallback", ["percent-encoded"], True),
    (f"https://{HOST}\\oauth2\\callback", ["backslash"], True),
    (f"https://{HOST.upper()}{REDIRECT_PATH}", ["uppercase-scheme-host"], True),
    (f"HTTPS://{HOST.upper()}{REDIRECT_PATH.upper()}", ["uppercase-scheme-host", "path-case"], True),
    # Hosts.
    ("https://codat.io/oauth2/callback", ["other-codat-host"], False),
    ("https://link.codat.io/oauth2/callback", ["other-codat-host"], False),
    ("https://xero.codat.io/oauth2/callback", ["other-codat-host"], False),
    ("https://quickbooks-online.codat.io/oauth2/callback", ["lookalike-host"], False),
    ("https://quickbooksonline.codat.io-login.example/oauth2/callback", ["lookalike-host"], False),
    ("https://quickbooksonline.codate.io/oauth2/callback", ["lookalike-host"], False),
    ("https://quickbooksonline.c0dat.io/oauth2/callback", ["lookalike-host"], False),
    ("https://quickbooksonline.codta.io/oauth2/callback", ["lookalike-host"], False),
    ("https://quickbooksonline.codat.co/oauth2/callback", ["lookalike-host"], False),
    ("https://quickbooksonline-codat.io/oauth2/callback", ["lookalike-host"], False),
    ("https://quickbooksonlinecodat.io/oauth2/callback", ["lookalike-host"], False),
    ("https://quickbooks.intuit.com/oauth2/callback", ["foreign-host"], False),
    ("https://qu\u0456ckbooksonline.codat.io/oauth2/callback", ["homoglyph-host"], False),
    ("https://quic\u212aBooksonline.codat.io/oauth2/callback", ["homoglyph-host"], False),
    ("https://quickbooksonline.cod\u00e4t.io/oauth2/callback", ["homoglyph-host"], False),
    ("https://quickbooksonline.coda\u0301t.io/oauth2/callback", ["homoglyph-host"], False),
    ("https://\U0001d42auickbooksonline.codat.io/oauth2/callback", ["homoglyph-host"], False),
    ("https://quickbooksonline.codat.io\u2044oauth2\u2044callback", ["homoglyph-host"], False),
    ("https://quickbooksonline\u3002codat\u3002io/oauth2/callback", ["fullwidth-character", "wrong-environment"], True),
    ("https://ex\u00e4mple.com/", ["foreign-host"], False),
    ("https://xn--/", ["foreign-host"], False),
    ("https://xn--99999999999/", ["foreign-host"], False),
    ("https://app.localhost/callback", ["localhost"], False),
    ("localhost:3000/callback", ["missing-scheme", "localhost"], False),
    ("https://2130706433/callback", ["ip-address"], False),
    ("https://0x7f.1/callback", ["ip-address"], False),
    ("https://20.77.152.1/oauth2/callback", ["ip-address"], False),
    ("https://[2001:db8::1]:443/oauth2/callback", ["ip-address"], False),
    ("https://::1/callback", ["ip-address"], False),
    # Paths.
    (f"https://{HOST}//", ["missing-path"], True),
    (f"https://{HOST}?", ["missing-path", "query"], True),
    (f"https://{HOST}/oauth2", ["path-typo"], True),
    (f"https://{HOST}{REDIRECT_PATH}s", ["path-typo"], True),
    (f"https://{HOST}/oauth2callback", ["path-typo"], True),
    (f"https://{HOST}/oauth2//callback", ["double-slash"], True),
    (f"https://{HOST}/oauth1/callback", ["oauth-version"], True),
    (f"https://{HOST}/oauth2.0/callback", ["oauth-version"], True),
    (f"https://{HOST}/oauth/callback/", ["oauth-version", "trailing-slash"], True),
    (f"https://{HOST}/api{REDIRECT_PATH}", ["path-typo"], True),
    (f"https://{HOST}{REDIRECT_PATH}/.", ["dot-segment"], True),
    (f"https://{HOST}{REDIRECT_PATH}/..", ["dot-segment", "path-typo"], True),
    (f"https://{HOST}/..{REDIRECT_PATH}", ["dot-segment"], True),
    (f"https://{HOST}/%2e%2e{REDIRECT_PATH}", ["percent-encoded", "dot-segment"], True),
    (f"https://{HOST}%252Foauth2%252Fcallback", ["lookalike-host"], False),
    (f"https://{HOST}/oauth2%252Fcallback", ["percent-encoded"], True),
    (f"https://{HOST}{REDIRECT_PATH}%20", ["percent-encoded", "path-typo"], True),
    (f"https://{HOST}{REDIRECT_PATH}%", ["path-typo"], True),
    (f"https://{HOST}{REDIRECT_PATH};/", ["path-parameter", "trailing-slash"], True),
    (f"https://{HOST}/oauth2;v=1/callback", ["path-parameter"], True),
    (f"https://{HOST}/oauth2/c\u0430llback", ["path-typo"], True),
    (f"https://{HOST}/oauth\u00b2/callback", ["path-typo"], True),
    (f"https://{HOST}{REDIRECT_PATH}\u0301", ["path-typo"], True),
    (f"https://{HOST}{REDIRECT_PATH}&state=1", ["path-typo"], True),
    (f"{SANDBOX_URI}?error=access_denied&state=1", ["query"], True),
    (f"{SANDBOX_URI}#", ["fragment"], True),
    (f"{SANDBOX_URI}#a?b", ["fragment"], True),
    # What surrounds it.
    (f"**{SANDBOX_URI}**", ["wrapped"], True),
    (f"`{SANDBOX_URI}`", ["wrapped"], True),
    (f"([{SANDBOX_URI}]({SANDBOX_URI})).", ["wrapped"], True),
    (f"| Sandbox | {SANDBOX_URI} |", ["wrapped", "label-included", "surrounding-space"], True),
    (f"export REDIRECT_URI='{SANDBOX_URI}'", ["label-included", "wrapped"], True),
    (f"\u200b \ufeff{SANDBOX_URI}\u2028", ["invisible-character", "surrounding-space"], True),
    (f"{SANDBOX_URI}\n{SANDBOX_URI}", ["several-uris"], True),
    (f"{SANDBOX_URI};{PRODUCTION_URI}", ["several-uris"], True),
    (f"{SANDBOX_URI}, https://example.com/", ["several-uris"], False),
    ("https://quickbooksonlinesandbox .codat.io /oauth2 /callback", ["inner-space"], True),
    (f"https://{HOST} for the sandbox", ["missing-path", "label-included"], True),
    (f"<{SANDBOX_URI}|Codat>", ["wrapped", "label-included"], True),
    (f"Sandbox,{SANDBOX_URI},Development", ["label-included"], True),
    (f"@{SANDBOX_URI}", ["wrapped"], True),
    (f"+{SANDBOX_URI}", ["wrapped"], True),
    (f"{SANDBOX_URI}…", ["wrapped"], True),
    ("oauth2/callback", ["missing-scheme", "missing-host"], False),
    # Characters that nobody can see, or that are none.
    (f"{SANDBOX_URI}\ud800", ["invisible-character"], True),
    (SANDBOX_URI.replace("codat", "co\udfffdat"), ["invisible-character"], True),
    (f"{SANDBOX_URI}\U000e0100", ["invisible-character"], True),
    (f"{SANDBOX_URI}\u2028", ["surrounding-space"], True),
    # Other notations.
    (f"&lt;{SANDBOX_URI}&gt;", ["escaped-character", "wrapped"], True),
    ("https&colon;&sol;&sol;" + f"{HOST}{REDIRECT_PATH}", ["escaped-character"], True),
    (f"https:\\u002f\\u002f{HOST}{REDIRECT_PATH}", ["escaped-character"], True),
    (f"https://evil.example&#47;{HOST}{REDIRECT_PATH}", ["escaped-character", "foreign-host"], False),
    (f"https://{HOST}&#46;evil.example{REDIRECT_PATH}", ["escaped-character", "lookalike-host"], False),
    (f"https://{HOST}&#64;evil.example{REDIRECT_PATH}", ["escaped-character", "userinfo", "foreign-host"], False),
    (f"https://{HOST}\\/@evil.example{REDIRECT_PATH}", ["escaped-character", "path-typo"], True),
    (f"https://example.com\\u0040{HOST}{REDIRECT_PATH}", ["escaped-character", "userinfo"], False),
    (f"https://example.com\\x40{HOST}{REDIRECT_PATH}", ["escaped-character", "userinfo"], False),
    (f"hxxp://{HOST}{REDIRECT_PATH}", ["defanged", "http-scheme"], True),
    (f"https[:]//{HOST.replace('.', '(dot)')}{REDIRECT_PATH}", ["defanged"], True),
    (f"https://{HOST.replace('codat', 'c0dat').replace('.', '[.]')}{REDIRECT_PATH}", ["defanged", "lookalike-host"], False),
    (SANDBOX_URI.replace(":", "%253A").replace("/", "%252F"), ["percent-encoded"], True),
    (f"http://{SANDBOX_URI}", ["doubled-scheme"], True),
    (f"http:{SANDBOX_URI}", ["doubled-scheme"], True),
    ("https://https://example.com/", ["doubled-scheme", "foreign-host"], False),
    (f"https ://{HOST}{REDIRECT_PATH}", ["inner-space"], True),
    (f"URI: https : // {HOST}{REDIRECT_PATH}", ["label-included", "inner-space"], True),
    (f"https;//{HOST}{REDIRECT_PATH}", ["different"], True),
]  # fmt: skip


@pytest.mark.parametrize(("uri", "expected", "corrected"), NEAR_MISSES, ids=lambda value: ascii(value)[:70])
def test_near_miss_fails_for_its_own_reasons(uri: str, expected: list[str], corrected: bool) -> None:  # noqa: FBT001 - a column of a table
    report = check_promises(uri, "sandbox")
    assert sorted(codes(report)) == sorted(expected)
    assert bool(report["cleaned"]) == corrected


NO_HOST_OF_OURS = {"foreign-host", "lookalike-host", "homoglyph-host", "other-codat-host", "ip-address"}


@quick
@given(st.one_of(pieces, anything), environments)
def test_no_correction_is_offered_for_another_host(uri: str, environment: str) -> None:
    report = run(uri, environment)
    assert not (report["cleaned"] and NO_HOST_OF_OURS & set(codes(report)))


letters = st.text(string.ascii_letters + string.digits, min_size=12, max_size=50)
ADDRESSES = [
    "{code_uri}",
    " {code_uri}\n",
    '"{code_uri}"',
    "Location: {code_uri}",
    "{code_uri} {other}",
    "https://app.example.com/{code}?code={code}",
    "https://{code}@{host}/callback?code={code}",
    "https://me:{code}@{host}/oauth2/callback",
    "code={code}&realmId=1",
    "#code={code}",
    "https://{host}/?CODE={code}",
    "https://{host}\uff1fcode\uff1d{code}",
    "https://{host}/oauth2/callback?co\u200bde={code}",
    "https://{host}/oauth2/callback?code ={code} x{code}",
    "https://{host}/oauth2/callback?%63ode={code}",
    "https://{host}/oauth2/callback  code: {code}",
    '{{"redirect": "https://{host}/", "code": "{code}"}}',
    "curl -H 'Authorization: Basic {code}' https://{host}/",
    "https://appcenter.intuit.com/connect/oauth2?client_secret={code}&redirect_uri=https%3A%2F%2F{code}.com",
    "https://appcenter.intuit.com/connect/oauth2?redirect_uri=https%3A%2F%2Fexample.com%3Fcode%3D{code}",
]


@pytest.mark.parametrize("address", ADDRESSES)
@settings(quick, max_examples=12)
@given(code=letters)
def test_secret_comes_back_in_nothing(address: str, code: str) -> None:
    """No run of four characters of it but in what the check says of any such address."""
    host = REDIRECT_HOSTS["sandbox"]

    def told(secret: str) -> str:
        filled = address.format(
            code_uri=f"{SANDBOX_URI}?code={secret}&state=x&realmId=1",
            code=secret,
            host=host,
            other=PRODUCTION_URI,
        )
        reports = [{**run(filled, lang=lang), "cleaned": None} for lang in LANGUAGES]
        report = qbo_checks.examine("redirect-uri", {"uri": filled, "environment": "sandbox"})
        return json.dumps([*reports, repr(report)])

    # Not as it was drawn: a word of ours may be shown, and Hypothesis finds those in our sources.
    code = hashlib.sha256(code.encode()).hexdigest()[: len(code)]
    own_words = told("\u2603" * len(code))
    assert not leaks([code], told(code)) - leaks([code], own_words)


@pytest.mark.parametrize(
    "key",
    [
        hashlib.sha256(name.encode()).hexdigest()[:length]
        for name, length in (("a", 40), ("b", 50), ("c", 64))
    ],
)
def test_key_that_was_pasted_by_mistake_is_not_repeated(key: str) -> None:
    report = run(key)
    assert codes(report) == ["not-a-uri"]
    assert not leaks([key], json.dumps(report))


def test_comparison_is_of_the_uri_inside_an_authorization_address() -> None:
    report = run(f"https://{AUTHORIZE_HOST}/connect/oauth2?client_id=x&redirect_uri=https%3A%2F%2F{HOST}%2F")
    assert report["comparison"]["pasted"] == [[f"https://{HOST}/", False]]
    assert report["comparison"]["expected"] == [[f"https://{HOST}/", False], ["oauth2/callback", True]]


def test_authorization_addresses_inside_each_other_are_not_followed() -> None:
    report = run(f"https://{AUTHORIZE_HOST}/connect/oauth2?redirect_uri=" * 1_500)
    assert "foreign-host" in codes(report)
    assert not report["cleaned"]


@quick
@given(st.one_of(pieces, anything))
def test_parts_lose_nothing_and_know_their_places(text: str) -> None:
    parts = split(Pasted.of(text))
    whole = [
        *(parts.scheme, parts.separator, parts.userinfo, parts.host),
        *(parts.port, parts.path, parts.query, parts.fragment),
    ]
    assert "".join(part.text for part in whole) == text
    assert all(text[slice(*part.span)] == part.text for part in whole)
    core, _, _ = peel(Pasted.of(text))
    assert text[slice(*core.span)] == core.text


def test_a_path_of_any_length_is_told_of() -> None:
    assert codes(run(f"https://{HOST}/{'a' * 9_000}")) == ["path-typo"]


def test_every_rule_is_named_by_the_logic_alone() -> None:
    """No message is written below the data: an unknown placeholder or rule would raise here."""
    for example in qbo_checks.load("redirect-uri").examples[:-1]:
        assert set(codes(run(**example.fields))) <= set(RULES)
