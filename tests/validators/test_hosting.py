"""What holds for hosting whatever is pasted; its examples are tested with those of every check."""

from __future__ import annotations

import ipaddress
import json
import random
import subprocess

import pytest
import qbo_checks
from hypothesis import given, settings
from hypothesis import strategies as st
from qbo_checks.checks.hosting.examine import Reader, read_addresses
from qbo_checks.checks.hosting.examples import COUNTRIES
from qbo_checks.checks.hosting.rules import CODAT, LIST, MAX_APART, MAX_ENTRIES, MAX_NAMED
from qbo_checks.checks.questionnaire.examples import READY
from qbo_checks.checks.questionnaire.rules import RULES
from qbo_checks.model import MAX_FIELD_CHARS, Example

quickly = settings(derandomize=True, deadline=None, max_examples=120)

# Written out a second time, as Codat's page has them, so that a slip in the check cannot hide.
PAGE = [
    ("20.77.152.0", "20.77.153.255"),
    ("51.104.28.73", "51.104.28.73"),
    ("51.132.44.0", "51.132.47.255"),
    ("51.132.155.0", "51.132.159.255"),
]
RANGES = [(int(ipaddress.ip_address(first)), int(ipaddress.ip_address(last))) for first, last in PAGE]
WORDS = [
    *("20.77.152.0", "20.77.153.255", "51.104.28.73", "51.132.44.0/22", "10.0.0.1", "0.0.0.0/0", "8.8.8.8", "::1"),
    *("2001:4860::/32", "2001:db8::1", "4.159.114.108", "300.1.1.1", "1.2.3", "1.2.3.4:80", "20.77.152.*", "*", "."),
    *("-", "–", "à", "to", "/", "#", "//", "\n", "\t", ", ", ": ", "range ", "=", "(", "\x00", "\ud800", "\u200b", "é"),
    *("255", "0", "Codat: ", "https://boreal.example", "boreal.example", "1.2.3.4.5", "²", "٣.٣.٣.٣", "1/2", "%", "::"),
]  # fmt: skip
pasted = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(WORDS), max_size=14).map("".join))


def found(addresses: str, country: str = COUNTRIES, lang: str = "en") -> list[str]:
    report = qbo_checks.run("hosting", {"country": country, "addresses": addresses}, lang)
    return [finding["code"].removeprefix("hosting.") for finding in report["findings"]]


def missing(addresses: str) -> tuple[str, ...]:
    """What another check says is missing."""
    return tuple(map(str, read_addresses(addresses).missing))


def written(first: int, last: int, choice: random.Random) -> str:
    """One stretch of addresses in one of the forms that people use."""
    begin, end = ipaddress.IPv4Address(first), ipaddress.IPv4Address(last)
    networks = [str(network) for network in ipaddress.summarize_address_range(begin, end)]
    forms = [
        " ".join(networks),
        ",".join(networks),
        f"{begin}-{end}",
        f"{begin} – {end}",
        f"{begin}\u2014{end}",
        f"from {begin} to {end}",
        f"de {begin} à {end}",
        f"[{begin} → {end}]",
        f"IP address range\t{begin}\t{end}",
        f'{{"start": "{begin}",\n "end": "{end}"}}',
        f"Codat: {begin} - {end} # London",
    ]
    if first == last:
        forms += [
            str(begin),
            f"{begin}/32",
            f"Single IP {begin}.",
            f"IP:{begin}",
            f"**{begin}**",
            f"({begin})",
        ]
    return choice.choice(forms)


def partition(first: int, last: int, choice: random.Random) -> list[tuple[int, int]]:
    """The same addresses in up to five pieces."""
    cuts = sorted({choice.randint(first, last) for _ in range(choice.randint(0, 4))} - {first})
    return list(zip([first, *cuts], [*(cut - 1 for cut in cuts), last], strict=True))


@quickly
@given(st.randoms(use_true_random=False))
def test_codat_s_ranges_are_recognized_however_they_are_written(choice: random.Random) -> None:
    pieces = [piece for bounds in RANGES for piece in partition(*bounds, choice)]
    choice.shuffle(pieces)
    text = choice.choice(["\n", "\r\n", "\n- ", "\n\n• "]).join(written(*piece, choice) for piece in pieces)
    assert missing(text) == ()
    assert set(found(text)) == {"complete"}
    assert qbo_checks.run("hosting", {"country": COUNTRIES, "addresses": text}, "en")["cleaned"] in (
        {},
        {"addresses": LIST},
    )


@quickly
@given(st.integers(0, len(RANGES) - 1), st.data())
def test_the_lack_of_any_one_address_is_noticed(which: int, data: st.DataObject) -> None:
    first, last = RANGES[which]
    gone = data.draw(st.integers(first, last))
    choice = data.draw(st.randoms(use_true_random=False))
    pieces = [bounds for number, bounds in enumerate(RANGES) if number != which]
    pieces += [(begin, end) for begin, end in ((first, gone - 1), (gone + 1, last)) if begin <= end]
    text = "\n".join(written(*piece, choice) for piece in pieces)
    assert missing(text) == (str(CODAT[which]),)
    (told,) = (code for code in found(text) if code.startswith("range-"))
    assert told == ("range-missing" if first == last else "range-partial")


@quickly
@given(st.text(max_size=30), pasted)
def test_what_is_offered_instead_is_right_and_final(country: str, addresses: str) -> None:
    fields = {"country": country, "addresses": addresses}
    cleaned = qbo_checks.run("hosting", fields, "en")["cleaned"]
    again = qbo_checks.run("hosting", {**fields, **cleaned}, "en")
    if "addresses" in cleaned:
        assert [finding["code"] for finding in again["findings"] if finding["field"] == "addresses"] == [
            "hosting.complete"
        ]
        assert "addresses" not in again["cleaned"]
    if "country" in cleaned:
        assert not [finding for finding in again["findings"] if finding["field"] == "country"]


@quickly
@given(pasted)
def test_complete_is_said_only_of_what_covers_every_address(addresses: str) -> None:
    assert ("complete" in found(addresses)) == (missing(addresses) == ())
    if not any(first in addresses for first in ("20.77.152", "/")):
        assert missing(addresses)


@pytest.mark.parametrize(
    "country",
    [
        "United Kingdom, Canada",
        "CANADA; UNITED KINGDOM",
        "Canada et le Royaume-Uni",
        "Canada and the UK",
        "Canada\nGB",
        "U.K. / Canada",
        "Canada, R.-U.",
        "Canada (Montréal) + Great Britain (London)",
        "Canada, Grande-Bretagne",
        "Canada-UK",
        "CAN GBR",
        "Canada U.K.",
        "royaume\u00a0uni, canada",
        "Canada, United Kingdom of Great Britain and Northern Ireland",
        "Canada, Royaume-Uni de Grande-Bretagne et d’Irlande du Nord",
        "Canada United Kingdom",
    ],
)
def test_the_united_kingdom_has_many_names(country: str) -> None:
    assert found(LIST, country) == ["complete"]


@pytest.mark.parametrize(
    "country",
    ["Canada", "Ukraine", "Canada, Irlande", "Australia (New South Wales)", "Russia (RU)", "United States",
     "Kingdom of Denmark", "CA", "ca, us", "É.-U.", "usa", "Korea, Republic of", "Antigua & Barbuda", "Norway (NO)"],
)  # fmt: skip
def test_other_countries_are_not_the_united_kingdom(country: str) -> None:
    assert found(LIST, country) == ["united-kingdom-missing", "complete"]


@pytest.mark.parametrize(
    "country",
    [
        "UK",
        "the United Kingdom",
        "Royaume-Uni",
        "England",
        "United Kingdom of Great Britain and Northern Ireland",
    ],
)
def test_the_united_kingdom_alone_is_left_to_the_reader(country: str) -> None:
    assert "only-united-kingdom" in found(LIST, country)


@pytest.mark.parametrize(
    ("addresses", "codes"),
    [
        ("020.077.152.000", ["malformed"]),
        ("20.77.152.O", ["malformed"]),
        ("20.77.152", ["malformed"]),
        ("8.8.8.8/33", ["malformed"]),
        ("8.8.8.8-2001:4860::1", ["malformed"]),
        ("8.8.8.8-8.8.8.300", ["malformed"]),
        ("8.8.8.0/24-8.8.9.0", []),
        ("8.8.8.8/255.255.255.0", ["host-bits"]),
        ("8.8.8.*", []),
        ("8.8.8.8 -\n- 8.8.8.9", []),
        ("- 8.8.8.8\n- 8.8.8.9", []),
        ("8.8.8.8 - web, 8.8.4.4 - mail", []),
        ("# 10.0.0.1\n// 10.0.0.2\n8.8.8.8", []),
        ("fe80::1%eth0", ["reserved"]),
        ("2a00::1%eth0", ["malformed"]),
        ("8.*", ["malformed"]),
        ("8[.]8[.]8[.]8", ["malformed"]),
        ("8(.)8(.)8(.)8", ["malformed"]),
        ("8\u30028\u30028\u30028", ["malformed"]),
        ("\uff18.\uff18.\uff18.\uff18", ["malformed"]),
        ("8.8.8.8 - 10", ["malformed"]),
        ("0177.0.0.1", ["malformed"]),
        ("0x7f.0.0.1", ["malformed"]),
        ("1.2.3.4/0", ["reserved"]),
        ("0.0.0.0-255.255.255.255", ["reserved"]),
        ("::ffff:8.8.8.8", ["reserved"]),
        ("[2001:4860::8888]:443", ["malformed"]),
        ("8.8.8.8 8.8.8.8 8.8.8.8", ["duplicate", "duplicate"]),
        ("8.8.8.0-8.8.8.9 8.8.8.5-8.8.8.20 8.8.8.20", ["overlapping", "overlapping"]),
        ("Le 2024-10-03 à 10:30:15, v1.2, p. ex. 3.5 Go", ["left-out"]),
        ("https://8.8.8.8/", ["host-name"]),
    ],
)  # fmt: skip
def test_other_entries_are_told_for_what_they_are(addresses: str, codes: list[str]) -> None:
    assert found(f"{addresses}\n{LIST}") == [*codes, "complete"]


def test_many_findings_of_a_kind_are_told_in_part() -> None:
    codes = found("\n".join(["10.0.0.1"] * 1000))
    assert codes == ["private", "more", "duplicate", "more", "range-missing"]


def test_what_is_told_together_names_the_first_ones_and_counts_all() -> None:
    addresses = [f"10.0.0.{number}" for number in range(10)]
    report = qbo_checks.run("hosting", {"country": "", "addresses": "\n".join(addresses)}, "en")
    (more,) = (finding for finding in report["findings"] if finding["code"] == "hosting.more")
    assert "9 more" in more["message"]
    assert f"“{', '.join(addresses[1 : 1 + MAX_NAMED])}…”" in more["message"]
    assert more["span"] == [9, 17]
    codes = found("\n".join(addresses[:MAX_APART]))
    assert codes.count("private") == MAX_APART
    assert "more" not in codes


def test_more_addresses_than_a_form_can_hold_cover_nothing() -> None:
    assert found("8.8.8.8 " * MAX_ENTRIES + LIST) == ["too-many"]
    assert len(missing("8.8.8.8 " * MAX_ENTRIES + LIST)) == len(CODAT)


def distinct(count: int) -> str:
    return "\n".join(str(ipaddress.IPv4Address(0x08000000 + 7 * number)) for number in range(count))


@pytest.mark.parametrize(
    "addresses",
    [
        distinct(MAX_ENTRIES - 1),
        distinct(2 * MAX_ENTRIES),
        "\n".join(f"8.0.0.0-9.{n // 256}.{n % 256}.9" for n in range(MAX_ENTRIES - 1)),
        "8.8.8.8/24 " * (MAX_ENTRIES - 1),
        *((piece * MAX_FIELD_CHARS)[:size] for size in (MAX_FIELD_CHARS // 2, MAX_FIELD_CHARS) for piece in ("1", ".", "1.", ":", "a:", "-", "a ", "1-", "8.8.8.8-", "#", "é", "1.1.1.1\n", "range ", "to ", "\n", "/", "*", "%", "x.yz ")),
    ],
    ids=lambda addresses: f"{addresses[:12]!r}-{len(addresses)}",
)  # fmt: skip
def test_however_much_is_pasted_it_is_answered(addresses: str) -> None:
    assert qbo_checks.run("hosting", {"country": addresses, "addresses": addresses}, "fr")["findings"]


@pytest.mark.parametrize(
    "country",
    ["le", "123", "—", "and", "a" * 1001, "New Britain", "example.co.uk", "Not the United Kingdom", "Egbert", "N/A", "NA", "no",
     "Partout sauf le Royaume-Uni", "our servers aren't in the United Kingdom", "64 GB", "UK-based", "cloud", "Cannada", "aucun"],
)  # fmt: skip
def test_what_holds_no_name_is_no_country(country: str) -> None:
    assert set(found(LIST, country)) == {"country-unreadable", "complete"}
    assert not qbo_checks.run("hosting", {"country": country}, "en")["cleaned"].get("country")


def parsed(entries: list[str]) -> list[int]:
    """What Node's net.isIP makes of each entry: 4, 6, or 0 for none."""
    script = (
        "process.stdin.setEncoding('utf8').on('data', (d) => (t += d)).on('end', () =>"
        " console.log(JSON.stringify(JSON.parse(t).map((e) => net.isIP(e)))));"
    )
    told = subprocess.run(
        ["node", "-e", f"const net = require('node:net'); let t = ''; {script}"],
        input=json.dumps(entries), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return list(json.loads(told.stdout))


SEEDS = [
    *(
        "8.8.8.8",
        "51.104.28.73",
        "255.255.255.255",
        "1.2.3.4",
        "100.20.30.40",
        "2001:4860:4860::8888",
        "::1",
        "fe80::1%eth0",
    ),
    *("2a00:1450:4009:80b::200e", "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8", "2001:4860:4860:0:0:0:0:8844"),
]
SIGNS = "0123456789abcdefABCDEFgx.:::..%/- "


def mutated(choice: random.Random) -> str:
    """An address with up to three characters put in, taken out or changed."""
    entry = choice.choice(SEEDS)
    for _ in range(choice.randint(0, 3)):
        at = choice.randint(0, len(entry))
        entry = entry[:at] + choice.choice(["", choice.choice(SIGNS)]) + entry[at + choice.randint(0, 1) :]
    return entry


def test_an_entry_is_an_address_where_other_parsers_say_so_and_never_passes_unnamed() -> None:
    choice = random.Random(7)
    entries = sorted({mutated(choice) for _ in range(6000)})
    for entry, version in zip(entries, parsed(entries), strict=True):
        reader = Reader(entry)
        one = [it.interval for it in reader.entries if it.text == entry and it.interval.size == 1]
        try:
            ours = ipaddress.ip_address(entry)
        except ValueError:
            ours = None
        # A zone may be anything, a sentence's full stop too; the table above has some.
        if version and ours and "%" not in entry:
            assert [(it.version, it.first) for it in one] == [(ours.version, int(ours))], entry
        elif not version:
            assert not [it for it in one if "/" not in entry], entry
        if any(map(str.isalnum, entry)):
            assert reader.entries or reader.findings or reader.left_out, entry


@pytest.mark.parametrize(
    "example", qbo_checks.load("hosting").examples, ids=lambda example: "+".join(example.rules)
)
def test_the_questionnaire_judges_its_answers_as_hosting_does(example: Example) -> None:
    """The country and the addresses that hosting's examples have, as answers that are otherwise complete."""
    country, addresses = (example.fields.get(name, "") for name in ("country", "addresses"))
    if not country or len(country) > 1000 or len(addresses) > 20_000:
        return  # An empty or an endless answer is told as such, before anybody looks into it.
    answers = {**READY, "AD6-countries": [country], "AD6-addresses": addresses}
    told = qbo_checks.examine("questionnaire", {"answers": json.dumps(answers)})
    assert told.verdict == example.verdict
    rules = qbo_checks.load("hosting").rules
    once = {"range-missing", "range-partial", "no-addresses"}
    alone = [rules[rule].severity for rule in example.rules if rule != "complete" and rule not in once]
    asked = {"hosting-ranges-missing", "complete"}
    questionnaire = qbo_checks.load("questionnaire").rules
    here = [questionnaire[found.rule].severity for found in told.answer.findings if found.rule not in asked]
    assert sorted(alone) == sorted(here)
    assert bool(once & set(example.rules)) <= (
        "hosting-ranges-missing" in {each.rule for each in told.answer.findings}
    )


@pytest.mark.parametrize(
    "example", qbo_checks.load("questionnaire").examples, ids=lambda example: "+".join(example.rules)
)
def test_hosting_judges_the_questionnaire_s_answers_as_it_does(example: Example) -> None:
    try:
        answers = json.loads(example.fields["answers"])
        country, addresses = "\n".join(answers["AD6-countries"]), answers.get("AD6-addresses", "")
    except (ValueError, KeyError, TypeError):
        return
    told = qbo_checks.examine("questionnaire", example.fields).answer.findings
    here = [RULES[each.rule].severity for each in told if each.rule.startswith("hosting-")]
    report = qbo_checks.run("hosting", {"country": country, "addresses": addresses}, "en")
    there = [finding["severity"] for finding in report["findings"]]
    # In words of their own where nothing is wrong, and once for all of Codat's ranges.
    assert min([*here, "note"]) == min([*there, "note"])
