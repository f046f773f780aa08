"""What holds for app-urls whatever is pasted; its examples are tested with those of every check."""

from __future__ import annotations

import json

import pytest
import qbo_checks
from hypothesis import given, settings
from hypothesis import strategies as st
from leaks import leaks
from qbo_checks.checks.app_urls.examine import URLS
from qbo_checks.checks.app_urls.examples import FILLED
from qbo_checks.checks.app_urls.rules import HOST, LABELS
from qbo_checks.model import MAX_FIELD_CHARS

quickly = settings(derandomize=True, deadline=None, max_examples=150)

NAMES = tuple(LABELS)
PIECES = [
    *("http://", "https://", "https:/", "//", "://", "/", "\\", "?", "#", "@", ":", ":443", ":99999", ".", "..", "-"),
    *("[", "]", "[::1]", "{", "}", "<", ">", "%7B", "%", '"', "'", "«\u00a0", "\u00a0»", "](", " ", "\n", "\t", ","),
    *("\u200b", "\ufeff", "\u202e", "\x00", "\ud800", "é", "\u0430", "\uff1a", "\uff0f", "\u3002", "=", "Launch URL: "),
    *("app.boreal.example", "localhost", "127.0.0.1", "1", "0x7f", "codat.io", "link.codat.io", "api.codat.io"),
    *("intuit.com", "example.com", "/company/", "/start", "otp=", "/oauth2/callback", "xn--", "a" * 64),
]  # fmt: skip
pasted = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=10).map("".join),
    st.builds(
        lambda url, at, piece: url[:at] + piece + url[at:],
        st.sampled_from([*FILLED.values()]),
        st.integers(0, 60),
        st.sampled_from(PIECES),
    ),
)
fields = st.dictionaries(st.sampled_from(NAMES), pasted)


def codes(given: dict[str, str], lang: str = "en") -> list[tuple[str, str]]:
    return [(found["field"], found["code"]) for found in qbo_checks.run("app-urls", given, lang)["findings"]]


@quickly
@given(fields)
def test_findings_come_in_reading_order(given: dict[str, str]) -> None:
    findings = qbo_checks.examine("app-urls", given).answer.findings
    places = [(NAMES.index(found.field), (found.span or (0, 0))[0]) for found in findings]
    if findings[-1].rule == "well-formed":
        places.pop()
    assert places == sorted(places)


@quickly
@given(fields)
def test_what_is_offered_instead_is_right_and_final(given: dict[str, str]) -> None:
    cleaned = dict(qbo_checks.examine("app-urls", given).answer.cleaned)
    again = qbo_checks.run("app-urls", {**given, **cleaned}, "en")
    wrong = [
        found["code"]
        for found in again["findings"]
        if found["severity"] == "error" and found["field"] in cleaned
    ]
    assert wrong == []
    assert not set(again["cleaned"]) & set(cleaned)


@quickly
@given(st.sampled_from(NAMES), pasted)
def test_what_passes_is_an_https_url_or_a_bare_host(name: str, value: str) -> None:
    """Never wrong in the dangerous direction: these are read again here, in the plainest way."""
    if qbo_checks.run("app-urls", {**FILLED, name: value}, "en")["verdict"] != "pass":
        return
    assert value.isascii()
    assert value.isprintable()
    assert not set(value) & set(' <>{}\\"^`|')
    host = value if name == HOST else value[8:].replace("?", "/").replace("#", "/").partition("/")[0]
    assert name == HOST or value[:8].lower() == "https://"
    assert "." in host.strip(".")
    assert not set(host) & set("/?#@:[]_%")
    assert not host.lower().endswith(("codat.io", "intuit.com", "localhost"))


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_asked_for_when_it_is_the_only_empty_one(name: str) -> None:
    assert codes({**FILLED, name: ""}) == [(name, "app-urls.missing")]


@pytest.mark.parametrize("name", URLS)
def test_the_redirect_uri_belongs_in_no_field(name: str) -> None:
    for host in ("quickbooksonline.codat.io", "quickbooksonlinesandbox.codat.io"):
        value = f"https://{host}/oauth2/callback"
        assert (name, "app-urls.redirect-uri") in codes({**FILLED, name: value})
        assert (name, "app-urls.redirect-uri") in codes({**FILLED, name: f" {value}/?x=1#y"})


def test_every_pair_of_equal_urls_is_told_once() -> None:
    for number, name in enumerate(URLS):
        for other in URLS[number + 1 :]:
            rule = "eula-is-privacy" if (name, other) == ("eula_url", "privacy_url") else "same-url"
            assert codes({**FILLED, other: FILLED[name].replace("https", "HTTPS")}) == [
                (other, f"app-urls.{rule}")
            ]


@pytest.mark.parametrize(
    ("value", "marked"),
    [
        ("  http://app.boreal.example/login", "http://"),
        ("https://app.boreal.example/lo\u200bgin/é", "\u200b"),
        ("https://app.boreal.example/\u200bé", "é"),
        ("https:\\\\app.boreal.example/é", "é"),
        ("« https://app.boreal.example:8443/ »", ":8443"),
        ("https://ap\np.boreal.example:8443/", ":8443"),
    ],
)
def test_a_place_is_named_as_it_was_pasted(value: str, marked: str) -> None:
    findings = qbo_checks.examine("app-urls", {**FILLED, "launch_url": value}).answer.findings
    assert marked in [value[slice(*found.span)] for found in findings if found.span]


@pytest.mark.parametrize(
    "piece", ["a", " ", "\n", "https://", "@", ":", "/", "[", "](", "«", "{", "#", "?otp=", "é", "\u200b", "\ud800", ".,;", "%7b", "Launch URL: "]
)  # fmt: skip
def test_a_megabyte_in_every_field_is_answered(piece: str) -> None:
    value = (piece * (MAX_FIELD_CHARS // len(piece) + 1))[:MAX_FIELD_CHARS]
    assert qbo_checks.run("app-urls", dict.fromkeys(NAMES, value), "fr")["findings"]


@pytest.mark.parametrize(
    "piece", ["a", " ", "https://", "@", ":", "/", "[", "«", "{", "é", ".", "é.", "\u200b", "(", "\n", "a.", " ://", "%7b"]
)  # fmt: skip
def test_the_longest_address_is_answered(piece: str) -> None:
    for prefix in ("", "https://", "https://boreal.example/"):
        value = (prefix + piece * 8000)[:8000]
        assert qbo_checks.run("app-urls", dict.fromkeys(NAMES, value), "fr")["findings"]


PASTED = [
    # text, the codes it gets, what is offered instead
    ("https://app.boreal.example/loginhttps://app.boreal.example/login", ["several-urls"], None),
    ("https://app.boreal.example/login?next=https://app.boreal.example/", ["well-formed"], None),
    ("https://link.c\u043edat.io/company", ["lookalike-host"], None),
    ("https://link.xn--cdat-55d.io/", ["lookalike-host"], None),
    ("https://app.boreal.example/login\ufe0f", ["invisible-character"], FILLED["launch_url"]),
    ("https://app.boreal.example/login\U000e0100", ["invisible-character"], FILLED["launch_url"]),
    ("https://app.boreal.example/login…", ["wrapped"], FILLED["launch_url"]),
    ("<https://app.boreal.example/login|Login>", ["wrapped"], FILLED["launch_url"]),
    ('"https:\\/\\/app.boreal.example\\/login"', ["wrapped", "escaped-character"], FILLED["launch_url"]),
    ("https&#58;//app.boreal.example/login", ["escaped-character"], FILLED["launch_url"]),
    ("https;//app.boreal.example/login", ["malformed-scheme"], FILLED["launch_url"]),
    ("Launch URL 1: https://app.boreal.example/login", ["label-included"], FILLED["launch_url"]),
    ('"launchUrl": "https://app.boreal.example/login",', ["label-included", "wrapped"], FILLED["launch_url"]),
    ("1. https://app.boreal.example/login", ["label-included"], FILLED["launch_url"]),
    ("curl -I https://app.boreal.example/login", ["label-included"], FILLED["launch_url"]),
    ("https://app.boreal.example/[tenant]", ["template"], None),
    ("https://app.boreal.example/100%", ["unencoded-character"], "https://app.boreal.example/100%25"),
]


@pytest.mark.parametrize(("value", "expected", "better"), PASTED, ids=lambda value: ascii(value)[:60])
def test_a_paste_is_told_for_what_it_is(value: str, expected: list[str], better: str | None) -> None:
    report = qbo_checks.run("app-urls", {**FILLED, "launch_url": value}, "en")
    assert [found["code"].removeprefix("app-urls.") for found in report["findings"]] == expected
    assert report["cleaned"].get("launch_url") == better


@pytest.mark.parametrize(
    "value",
    [
        "https://user:{}@app.boreal.example/",
        "https://link.codat.io/company/1?otp={}",
        "https://app.boreal.example/callback?code={}&state=1",
        "https://{}é.boreal.example/?token={}",
        "https://app.boreal.example/{}/?access_token=1",
        "client_secret: {}",
    ],
)
@pytest.mark.parametrize("name", NAMES)
def test_a_secret_in_an_address_comes_back_in_nothing(name: str, value: str) -> None:
    secret = "q7w2k9z4m1x8"
    for lang in ("fr", "en"):
        given = {**FILLED, name: value.replace("{}", secret)}
        report = {**qbo_checks.run("app-urls", given, lang), "cleaned": {}}
        told = json.dumps(report, ensure_ascii=False)
        assert not leaks([secret], told)


def test_a_host_in_a_sentence_is_shown_as_it_is_in_its_address() -> None:
    def said(url: str) -> str:
        findings = qbo_checks.run("app-urls", {"launch_url": url}, "en")["findings"]
        return " ".join(found["message"] for found in findings)

    assert "“•••••••••••.ngrok-free.app” (character 9)" in said("https://boreal-1234.ngrok-free.app/login")
    assert "“[2001:db8::1]”" in said("https://[2001:db8::1]/login")
    # A label that doesn't read as words is not shown there either.
    assert "“•••••••••.trycloudflare.com”" in said("https://x7k2q9zw4.trycloudflare.com/")
