"""The number of a parcel: two letters, nine digits, two letters, as the Universal Postal Union defines it (S10)."""

from __future__ import annotations

import re

from qbo_checks.model import Answer, Example, Field, Fields, Finding, Rule, Source, Text

S10 = Source("Standard S10", "https://www.upu.int/en/postal-solutions/programmes-services/standards")
WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)

TITLE = Text(fr="Numéro de colis", en="Parcel number")
FIELDS = (Field("number", Text(fr="Numéro", en="Number")),)
RULES = {
    "form": Rule(
        "error",
        title=Text(fr="Pas un numéro de colis", en="Not a parcel number"),
        message=Text(fr="Ce n’est pas un numéro de colis.", en="This isn’t a parcel number."),
        help=Text(fr="Il a deux lettres, neuf chiffres et deux lettres.", en="It has two letters, nine digits and two letters."),
        why=Text(fr="La norme S10 le prescrit.", en="Standard S10 says so."),
        seen=Text(fr="Colis introuvable.", en="Parcel not found."),
        sources=(S10,),
    ),
    "digit": Rule(
        "error",
        title=Text(fr="Chiffre de contrôle faux", en="Wrong check digit"),
        message=Text(fr="Le chiffre de contrôle (caractère {position}) est faux.", en="The check digit (character {position}) is wrong."),
        help=Text(fr="Un des chiffres est mal copié.", en="One of the digits was copied wrongly."),
        why=Text(fr="La norme S10 le calcule des huit autres.", en="Standard S10 computes it from the other eight."),
        seen=Text(fr="Colis introuvable.", en="Parcel not found."),
        sources=(S10,),
    ),
}  # fmt: skip
EXAMPLES = (
    Example({"number": "RR473124829CA"}, (), "pass"),
    Example({"number": "RR473124828CA"}, ("digit",), "fail"),
    Example({"number": "parcel"}, ("form",), "fail"),
)


def examine(fields: Fields) -> Answer:
    found = re.fullmatch(r"\s*[A-Z]{2}(\d{8})(\d)[A-Z]{2}\s*", fields["number"], re.ASCII)
    if not found:
        return Answer((Finding("form", "number"),))
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(found[1], WEIGHTS, strict=True)) % 11
    if int(found[2]) == {10: 0, 11: 5}.get(rest, rest):
        return Answer(())
    start, end = found.span(2)
    return Answer((Finding("digit", "number", (start, end), {"position": start + 1}),))
