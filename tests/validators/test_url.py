"""Our reading of hosts beside that of two parsers that read addresses as browsers do."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from itertools import product
from pathlib import Path

import ada_url
import publicsuffixlist
import pytest
import qbo_checks
import upa_url  # type: ignore[import-untyped]  # It ships no types.
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from qbo_checks import idna, lookalikes
from qbo_checks.portal import CODAT_HOSTS, PRODUCTION_URI, SANDBOX_URI
from qbo_checks.text import Pasted
from qbo_checks.url import TEMPORARY, TOP_LEVEL, browser_host, host_fault, rfc_host, split, split_rest

HOST = CODAT_HOSTS[0]
PIECES = [
    *("https://", "https:", "//", "/", "\\", "@", ":", "::", "?", "#", ".", "..", "-", "_", "~", "!", "$", "&", "'", "(", ")"),
    *("%", "%2f", "%5C", "%40", "%2e", "%00", "%09", "%25", "%E3%80%82", "%C3%A9", "%ff", "*", "+", ",", ";", "=", '"', "`"),
    *("{", "}", "|", "^", "<", ">", "[", "]", "[::1]", "[::ffff:1.2.3.4]", "[1:2", " ", "\t", "\n", "\r", "\0", "\x7f"),
    *("\u00a0", "\u200b", "\u200c", "\u200d", "\u00ad", "\u3002", "\uff0e", "\u2024", "\u2488", "\ufeff", "\u2028", "\ue000", "\ufffd"),
    *("é", "ß", "ς", "\u1e9e", "\u0130", "\u0131", "\u017f", "\u212a", "\u24e0", "\U0001d42a", "\u0430", "\u03bf", "\u05d0", "\u0639"),
    *("\u0661", "\u0663", "\u0915\u094d", "\u0301", "\u0323", "\u2603", "xn--", "xn--e1afmkfd", "xn--zca", "XN--P1AI"),
    *(*CODAT_HOSTS, "codat", "example.com", "localhost", "127.0.0.1", "0x7f", "0x", "08", "256", "4294967296", "1"),
    *(":443", ":99999", ":x", "a", "Z", "oauth2/callback"),
]  # fmt: skip
WHOLE = [
    SANDBOX_URI,
    PRODUCTION_URI,
    "https://app.bor\u00e9al.ca/login",
    "https://1.2.3.4/x",
    "https://[2001:db8::1]:443/a",
]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """An address with one to three pieces put into it or over it, from its host on."""
    uri = draw(st.sampled_from(WHOLE))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(len("https://"), len(uri)))
        uri = (
            uri[:at]
            + draw(st.sampled_from(PIECES) | st.characters(codec="utf-8"))
            + uri[at + draw(st.integers(0, 1)) :]
        )
    return uri


addresses = mutated() | st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(
    lambda them: "https://" + "".join(them)
)

AUTHORITY = re.compile(r"[^/\\?#]*")
PORT = re.compile(r"(?:\[[^\]]*\]|[^:\[]*)(?::(?P<port>.*))?", re.DOTALL)


def authority(uri: str) -> str:
    """What a browser takes for the authority of an address that begins with ``https://``."""
    plain = re.sub(r"[\t\n\r]", "", uri.rstrip("".join(map(chr, range(33)))))
    found = AUTHORITY.match(plain.removeprefix("https:").lstrip("/\\"))
    return found[0] if found else ""


def read(parser: type, uri: str) -> str | None:
    try:
        return str(parser(uri).hostname)
    except (ValueError, RuntimeError):  # what each of the two raises
        return None


def same(one: str | None, other: str | None) -> bool:
    """IPv6 addresses are compared by value: how they are shortened is not our subject."""
    if one and other and one.startswith("[") and other.startswith("["):
        return ipaddress.ip_address(one[1:-1]) == ipaddress.ip_address(other[1:-1])
    return one == other


def reason(uri: str, foreign: str | None, ours: str | None) -> str | None:
    """Why our reading may differ from a browser's."""
    port = PORT.fullmatch(authority(uri).rpartition("@")[2])
    number = port["port"] if port else None
    if foreign is None and number and not (number.isascii() and number.isdigit() and int(number) <= 65535):
        return "the host is told, and so is the port that makes browsers refuse the address"
    if ours is None and "xn--" in authority(uri).lower():
        return "since 2025 the standard lets an xn-- label pass that stands for nothing; no registry has one"
    if ours is None and any(unicodedata.category(char) == "Cn" for char in uri):
        return "the parser knows a newer Unicode than this Python"
    if ours is None and "\u200c" in uri:
        return "a joiner between Arabic letters needs a table of their forms"
    return None


@settings(derandomize=True, deadline=None, max_examples=300, database=None)
@given(addresses)
def test_browsers_read_the_host_that_we_read(uri: str) -> None:
    ours = browser_host(authority(uri))
    readings = [read(parser, uri) for parser in (ada_url.URL, upa_url.URL)]
    assume(readings[0] is not None or ours is not None)
    # One parser alone may be wrong: ada forgets to order accents, and to look at right-to-left text as a whole.
    assert any(same(ours, foreign) or reason(uri, foreign, ours) for foreign in readings)


@settings(derandomize=True, deadline=None, max_examples=300, database=None)
@given(mutated())
def test_nothing_is_offered_for_an_address_that_leads_elsewhere(uri: str) -> None:
    report = qbo_checks.examine("redirect-uri", {"uri": uri, "environment": "sandbox"})
    if report.answer.cleaned:
        for parser in (ada_url.URL, upa_url.URL):
            host = (read(parser, uri) or HOST).rstrip(".").removeprefix("www.")
            assert host in CODAT_HOSTS or "." not in host or re.search(r"[^a-z0-9.-]", host)


@pytest.mark.parametrize("host", CODAT_HOSTS)
def test_a_confusable_name_is_told_by_the_name_that_a_browser_looks_up(host: str) -> None:
    for letter, alike in lookalikes.ALIKE.items():
        for imitation in alike:
            if letter in host and not imitation.isascii():
                name = host.replace(letter, imitation, 1)
                assert idna.to_ascii(name) == read(ada_url.URL, f"https://{name}/")


def test_every_character_is_mapped_as_a_browser_maps_it() -> None:
    """Every 23rd of those that this Python's Unicode knows, where another alphabet's rules do not come in."""
    for point in range(0x80, 0x30000, 23):
        char = chr(point)
        if unicodedata.category(char) in {"Cn", "Cs"} or unicodedata.bidirectional(char) in {"R", "AL", "AN"}:
            continue
        assert browser_host(f"a{char}b.com") == read(ada_url.URL, f"https://a{char}b.com/"), hex(point)


@pytest.mark.parametrize(
    ("written", "browser", "rfc"),
    [
        (HOST, HOST, HOST),
        (f"{HOST}:x%2f@example.com", "example.com", "example.com"),
        (f"{HOST}:443\\@example.com", HOST, "example.com"),
        (f'{HOST}.".example.com', f'{HOST}.".example.com', None),
        (f"{HOST}`.example.com", f"{HOST}`.example.com", None),
        (f"{HOST}\n.example.com", f"{HOST}.example.com", None),
        ("fa\u00df.example", "xn--fa-hia.example", None),
        ("xn--p.boreal.ca", None, "xn--p.boreal.ca"),
        ("a%00.example", None, None),
        ("0x7f.1", "127.0.0.1", "0x7f.1"),
        ("256.1.1.1", None, "256.1.1.1"),
        ("[::1]:443", "[::1]", "[::1]"),
    ],
)  # fmt: skip
def test_both_readers_are_known(written: str, browser: str | None, rfc: str | None) -> None:
    assert browser_host(written) == browser
    assert rfc_host(written) == rfc


@pytest.mark.parametrize(("one", "other"), [*product(["", "me@"], ["", ":443", ":x", "\\@example.com"])])
def test_parts_put_together_are_the_address(one: str, other: str) -> None:
    parts = split(Pasted.of(f"https://{one}{HOST}{other}/oauth2/callback?a#b"))
    assert parts.belongs_to({HOST}) == ("example" not in other)
    assert parts.path.text == "/oauth2/callback"
    assert (parts.query.text, parts.fragment.text) == ("?a", "#b")


def test_top_level_names_are_those_of_the_public_suffix_list() -> None:
    file = Path(publicsuffixlist.__file__).parent / "public_suffix_list.dat"
    official = file.read_text(encoding="utf-8").partition("// ===END ICANN DOMAINS===")[0]
    suffixes = [line.strip() for line in official.splitlines() if line.strip() and not line.startswith("//")]
    names = {idna.to_ascii(suffix.rpartition(".")[2]) for suffix in suffixes}
    assert names - {"arpa"} == TOP_LEVEL


@pytest.mark.parametrize(
    ("host", "temporary"),
    [
        ("boreal-1234.ngrok-free.app", True),
        ("a1b2.ngrok.io", True),
        ("boreal-admin.preview.emergentagent.com", True),
        ("brave-fox-lake.trycloudflare.com", True),
        ("boreal-git-main-nordet.vercel.app", True),
        ("boreal-a1b2c3d4e-nordet.vercel.app", True),
        ("deploy-preview-12--boreal.netlify.app", True),
        ("1a2b3c4d.boreal.pages.dev", True),
        ("boreal-3000.app.github.dev", True),
        ("boreal.vercel.app", False),
        ("my-long-app.vercel.app", False),
        ("boreal.netlify.app", False),
        ("boreal.pages.dev", False),
        ("boreal.onrender.com", False),
        ("boreal.azurewebsites.net", False),
        ("ngrok.boreal.ca", False),
        ("notngrok.io", False),
    ],
)
def test_hosts_that_do_not_last_are_known(host: str, *, temporary: bool) -> None:
    assert bool(TEMPORARY.search(host)) == temporary


@pytest.mark.parametrize(
    ("host", "fault"),
    [
        ("app.boreal.ca", None),
        ("app.bor\u00e9al.ca", None),
        ("xn--p.boreal.ca", "malformed"),
        ("-app.ca", "malformed"),
        ("a_b.ca", "malformed"),
        ("app..ca", "malformed"),
        ("app.boreal.ca.", "malformed"),
        (f"{'a' * 64}.ca", "malformed"),
        ("app.boreal.local", "private"),
        ("nas.home.arpa", "private"),
        ("intranet", "private"),
        ("app.boreal.notaname", "unknown"),
        ("localhost", "own-computer"),
        ("127.1", "own-computer"),
        ("0x7f.1", "own-computer"),
        ("[::1]", "own-computer"),
        ("10.0.0.1", "ip"),
        ("3232235777", "ip"),
        ("", "missing"),
    ],
)
def test_what_keeps_a_host_from_the_public_is_known(host: str, fault: str | None) -> None:
    assert host_fault(split_rest(Pasted.of(host))) == fault
