"""Countries by their names: compared with CLDR's, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from qbo_checks import countries

ISO = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD
CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF
GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI
SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
VN VU WF WS YE YT ZA ZM ZW
"""
CODES = ISO.split()
CLDR = [Locale("en"), Locale("fr"), Locale("fr", "CA")]
OWN_NAMES = {
    "BQ",
    "HK",
    "MF",
    "MO",
    "PS",
    "RE",
    "SH",
    "SX",
    "TF",
    "CC",
    "CD",
    "CG",
    "MM",
    "SJ",
    "UM",
    "HM",
    "VC",
}
"""CLDR's names of these tell them apart from a neighbour, or are longer than what people say."""


def told(text: str) -> list[tuple[str, str]]:
    return [(each.kind, each.country) for each in countries.read(text)]


def test_the_countries_are_those_of_iso_3166() -> None:
    assert sorted(countries.names()) == CODES


@pytest.mark.parametrize("code", CODES)
def test_a_country_is_known_by_each_name_that_cldr_gives_it(code: str) -> None:
    name = countries.names()[code]
    written = {
        name.en,
        name.fr,
        name.en.upper(),
        name.fr.lower(),
        code,
        *(cldr.territories[code] for cldr in CLDR),
    }
    unknown = {each for each in written if told(each) != [("country", code)]}
    # These two codes mean “not applicable” and “no” to most who write them alone.
    assert unknown <= ({code} if code in {"NA", "NO"} else set())


@pytest.mark.parametrize("code", sorted({*CODES} - OWN_NAMES))
def test_a_country_is_called_what_cldr_calls_it(code: str) -> None:
    def plain(text: str) -> str:
        return (
            text.casefold().replace("&", "and").replace("st.", "saint").replace("\u2011", "-").split(" (")[0]
        )

    name = countries.names()[code]
    assert plain(name.en) == plain(CLDR[0].territories[code])
    assert plain(name.fr) in {plain(cldr.territories[code]) for cldr in CLDR[1:]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("USA, U.S., us, U.S.A., États-Unis, É.-U.", [("country", "US")] * 6),
        ("UK / Angleterre / R.-U.", [("country", "GB"), ("part", "GB"), ("country", "GB")]),
        ("Hollande & Ivory Coast", [("country", "NL"), ("country", "CI")]),
        ("Iran, Islamic Republic of; Korea, Republic of", [("country", "IR"), ("country", "KR")]),
        ("Congo, The Democratic Republic of the", [("country", "CD")]),
        ("Papua New Guinea, Guinea-Bissau, Guinea", [("country", "PG"), ("country", "GW"), ("country", "GN")]),
        ("SERVERS IN CANADA", [("country", "CA")]),
        ("ca, gb", [("country", "CA"), ("country", "GB")]),
        ("AWS us-east-1a", [("provider", ""), ("region", "US")]),
        ("US-EAST-1, us_west_2", [("region", "US")] * 2),
        ("Azure canadacentral; UK South", [("provider", ""), ("region", "CA"), ("region", "GB")]),
        ("northamerica-northeast1-a, us-east4-eqdc4a", [("region", "CA"), ("region", "US")]),
        ("OVH BHS, BHS5, gra11", [("provider", ""), *[("region", "CA")] * 2, ("region", "FR")]),
        ("iad1, yul, tor1", [("region", "US"), ("region", "CA"), ("region", "CA")]),
        ("FRA, fra", [("country", "FR"), ("region", "DE")]),
        ("Heroku EU", [("region", "IE")]),
        ("Canada (Central)", [("country", "CA")]),
        ("Columbus, IN", [("place", "US")] * 2),
        ("Atlanta, Georgia", [("place", "US")] * 2),
        ("Toronto, CA", [("place", "CA"), ("country", "CA")]),
        ("Georgia", [("country", "GE")]),
        ("New South Wales", [("place", "AU")]),
        ("South America", [("continent", "")]),
        ("Canada, 64 GB", [("country", "CA"), ("unknown", "")]),
        ("our servers aren't in Canada", [("unknown", "")]),
        ("Canada, pas le Royaume-Uni", [("country", "CA"), ("unknown", "")]),
        ("Wales Consulting", [("part", "GB"), ("unknown", "")]),
        ("GB of memory", [("unknown", "")]),
        ("NI, Norway (NO)", [("country", "NI"), ("country", "NO"), ("country", "NO")]),
        ("NO SERVERS IN CANADA", [("unknown", "")]),
    ],
)  # fmt: skip
def test_what_people_write_is_told_for_what_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(["Canada", "UK", "us-east-1", " ", ", ", "(", ")", "not", "-", "a", "é", "ß", "İ", "1", "&"])).map("".join)))  # fmt: skip
def test_each_word_belongs_to_one_mention_at_most(text: str) -> None:
    spans = [each.span for each in countries.read(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
