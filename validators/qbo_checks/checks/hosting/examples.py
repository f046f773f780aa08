"""Values, and the codes that each gets."""

from __future__ import annotations

from qbo_checks.checks.hosting.rules import LIST, MAX_APART, MAX_ENTRIES
from qbo_checks.model import Example, Text, Verdict

COUNTRIES = "Canada, United Kingdom"


def _example(
    addresses: str,
    *rules: str,
    verdict: Verdict = "fail",
    cleaned: str | None = LIST,
    country: str = COUNTRIES,
) -> Example:
    given = {} if cleaned is None else {"addresses": cleaned}
    return Example({"country": country, "addresses": addresses}, rules, verdict, given)


def _country(country: str, *rules: str, verdict: Verdict, cleaned: str | None = None) -> Example:
    given = {} if cleaned is None else {"country": cleaned}
    return Example({"country": country, "addresses": LIST}, (*rules, "complete"), verdict, given)


EXAMPLES = (
    _example(LIST, "complete", verdict="pass", cleaned=None),
    _example("20.77.152.0/23, 51.104.28.73, 51.132.44.0/22, 51.132.155.0/24, 51.132.156.0/22", "complete", verdict="pass"),
    _example("IP address range\t20.77.152.0\t20.77.153.255\nSingle IP\t51.104.28.73\nIP address range\t51.132.44.0\t51.132.47.255\nIP address range\t51.132.155.0\t51.132.159.255", "complete", verdict="pass"),
    Example({}, ("empty",), "fail", {"addresses": LIST}),
    _example("", "no-addresses", verdict="review"),
    # Countries
    _country("", "country-missing", verdict="review"),
    _country("Canada et Royaume-Uni", verdict="pass"),
    _country("Canada", "united-kingdom-missing", verdict="fail", cleaned="Canada, United Kingdom"),
    _country("Ukraine", "united-kingdom-missing", verdict="fail", cleaned="Ukraine, United Kingdom"),
    _country("UK", "only-united-kingdom", verdict="review"),
    _country("Canada, Angleterre", "part-of-united-kingdom", verdict="pass"),
    _country("51.104.28.73", "country-unreadable", verdict="fail"),
    _country("Supabase (AWS US-East-1, Virginia)", "cloud-region", "united-kingdom-missing", verdict="fail", cleaned="United States, United Kingdom"),
    _country("us-east-1; eu-west-2", "cloud-region", "cloud-region", verdict="fail", cleaned="United States, United Kingdom"),
    _country("Supabase (AWS US-East-1, Virginia), United Kingdom", "cloud-region", verdict="fail", cleaned="United States, United Kingdom"),
    _country("canadacentral, Royaume-Uni", "cloud-region", verdict="fail", cleaned="Canada, United Kingdom"),
    _country("OVH BHS5 et Royaume-Uni", "cloud-region", verdict="fail", cleaned="Canada, United Kingdom"),
    *(
        _country(f"{region}, UK", "cloud-region", verdict="fail", cleaned=f"{country}, United Kingdom")
        for region, country in (
            ("Azure France Centre", "France"), ("MongoDB Atlas (CA_CENTRAL_1)", "Canada"), ("cn-hongkong", "Hong Kong"),
            ("Google Cloud Run us-central1", "United States"), ("Railway (us-east4-eqdc4a)", "United States"), ("osc-fr1", "France"), ("Clever Cloud PAR", "France"), ("fr-3.platform.sh", "France"), ("eu-5.platform.sh", "Sweden"),
            ("Clever Cloud (PAR)", "France"), ("Clever Cloud (SGP)", "Singapore"), ("IONOS de/fra/2", "Germany"), ("us/las", "United States"),
        )
    ),
    _country("AWS (ca-central-1), Codat (UK)", "cloud-region", verdict="fail", cleaned="Canada, United Kingdom"),
    _country("Canada (ca-central-1), UK", "region-of-country", verdict="pass"),
    _country("Hébergé par OVH en France, sauvegardes au Royaume-Uni", verdict="pass"),
    _country("Customer data is stored at rest in Canada and replicated to Ireland for disaster recovery; Codat runs in the UK.", verdict="pass"),
    _country("Les données de nos clients sont hébergées au Canada, répliquées en Irlande, et chez Codat au Royaume-Uni", verdict="pass"),
    _country("Our customers are in the United States, servers in Canada", "country-unreadable", "united-kingdom-missing", verdict="fail"),
    _country("CA/USA/UK", verdict="pass"),
    _country("Montréal, London", "city", "city", verdict="fail", cleaned="Canada, United Kingdom"),
    _country("Supabase West EU (Paris), UK", "city", verdict="fail", cleaned="France, United Kingdom"),
    _country("Heroku, United Kingdom", "hosting-provider", verdict="fail"),
    _country("Europe, United Kingdom", "country-unreadable", verdict="fail"),
    _country("Canada, 64 GB", "country-unreadable", "united-kingdom-missing", verdict="fail"),
    _country("our servers aren't in the United Kingdom", "country-unreadable", verdict="fail"),
    _country("Côte d’Ivoire, Hollande", "united-kingdom-missing", verdict="fail", cleaned="Côte d’Ivoire, Netherlands, United Kingdom"),
    # Codat's ranges
    _example("20.77.152.0 – 20.77.153.255", "range-missing", verdict="review"),
    _example("51.104.28.73; 20.77.152.0/24; 51.132.44.0 à 51.132.47.255; 51.132.155.0-159.255", "range-partial", verdict="review"),
    _example(LIST.replace("20.77.152.0", "20.77.152.1"), "range-partial", verdict="review"),
    _example(LIST.replace("20.77.153.255", "20.77.155.255"), "beyond-codat", "complete", verdict="review"),
    _example(f"{LIST}\n4.159.114.108", "webhook-address", "complete"),
    *(
        _example(head + "".join(f"\n{(line if dash else f'{line}-{line}').replace('-', sign)}" for line in LIST.split() for dash in ["-" in line]), "left-out", "complete", verdict="pass")
        for head, sign in (("start_ip,end_ip", ","), ("Début;Fin", ";"), ("First IP\tLast IP", "\t"), ("| From | To |\n|---|---|", " | "))
    ),
    *(
        _example("\n".join((row if "-" in row else f"{row}-{row}").replace("-", sign) for row in LIST.split()), "complete", verdict="pass")
        for sign in (",", ";", "\t", "  ", " | ")
    ),
    _example(f"From our office, to you:\n8.8.8.8, 9.9.9.9\n{LIST}", "left-out", "complete", verdict="pass", cleaned=f"8.8.8.8\n9.9.9.9\n{LIST}"),
    # Other entries
    _example("demain", "no-address-found"),
    _example(f"{LIST}\n10.0.0.5", "private", "complete"),
    _example(f"{LIST}\n203.0.113.10", "reserved", "complete"),
    _example("0.0.0.0/0", "reserved", "range-missing"),
    _example(f"{LIST}\n300.1.2.3", "malformed", "complete"),
    _example(f"{LIST}\n8.8.8.8:443", "malformed", "complete"),
    _example(f"api.boreal.example\n{LIST}", "host-name", "complete", verdict="review"),
    _example(LIST.replace("20.77.152.0-20.77.153.255", "20.77.153.255-20.77.152.0"), "reversed", "range-missing"),
    _example(f"{LIST}\n8.8.8.9/24", "host-bits", "complete", verdict="pass", cleaned=f"8.8.8.0-8.8.8.255\n{LIST}"),
    _example(f"{LIST}\n51.104.28.73", "duplicate", "complete", verdict="pass"),
    _example(f"{LIST}\n8.8.8.0/24 8.8.8.8", "overlapping", "complete", verdict="review", cleaned=f"8.8.8.0-8.8.8.255\n{LIST}"),
    _example(f"2001:4860:4860::8888 # DNS\n{LIST}", "complete", verdict="pass", cleaned=f"{LIST}\n2001:4860:4860::8888"),
    *(
        _example(f"{LIST}\n{entry}", "malformed", "complete")
        for entry in ("127.1", "134744072", "0x08080808", "8,8,8,8", "fe80::wtf", "[8.8.8.8]:1234", "8.8.8.8-web")
    ),
    _example(f"{LIST}\n8.8.8.8\t443", "malformed", "complete", cleaned=f"8.8.8.8\n{LIST}"),
    _example(f"{LIST}\n::", "reserved", "complete"),
    _example(f"{LIST}\n8.8.8.1 255.255.255.0", "host-bits", "complete", verdict="pass", cleaned=f"8.8.8.0-8.8.8.255\n{LIST}"),
    _example(f"{LIST}\n8.8.8.0 /24", "complete", verdict="pass", cleaned=f"8.8.8.0-8.8.8.255\n{LIST}"),
    _example(f"{LIST}\n52.0.0.0/6", "too-large", "complete", verdict="review", cleaned=f"{LIST}\n52.0.0.0-55.255.255.255"),
    _example(f"{LIST}\n8.8.8.8 -> 9.9.9.9", "too-large", "complete", verdict="review", cleaned=f"8.8.8.8-9.9.9.9\n{LIST}"),
    _example(f"{LIST}\n8.8.8.8\u200b8", "malformed", "invisible-character", "complete"),
    _example(f"{LIST}\n\u200b8.8.8.8", "invisible-character", "complete", verdict="review", cleaned=f"8.8.8.8\n{LIST}"),
    _example(f"Montréal :\n{LIST}", "left-out", "complete", verdict="pass"),
    _example("\n".join(f"10.0.0.{host}" for host in range(MAX_APART)) + f"\n{LIST}", *("private",) * MAX_APART, "complete"),
    _country("Paris, Lyon, Londres, Montréal, zone, machine, service, radio", *("city",) * 3, "country-unreadable", "more", verdict="fail"),
    Example(
        {"country": COUNTRIES, "addresses": "\n".join(f"10.0.0.{host}" for host in range(40)) + f"\n{LIST}"},
        ("private", "more", "complete"),
        "fail",
        {"addresses": LIST},
        about=Text(fr="Quarante adresses privées", en="Forty private addresses"),
    ),
    Example(
        {"country": COUNTRIES, "addresses": "8.8.8.8 " * (MAX_ENTRIES + 1)},
        ("too-many",),
        "fail",
        about=Text(fr="Deux mille et une adresses", en="Two thousand and one addresses"),
    ),
)  # fmt: skip
