"""What a guide says of findings beyond their own words. The page has it in its HTML, and Python never sends it."""

from __future__ import annotations

from collections.abc import Mapping

from qbo_checks.model import Side, Text

SIDES: Mapping[Side, Text] = {
    "intuit": Text(fr="À faire dans le portail Intuit.", en="Do this in the Intuit portal."),
    "codat": Text(fr="À faire dans le portail Codat.", en="Do this in the Codat Portal."),
    "code": Text(fr="À faire dans votre code.", en="Do this in your code."),
    "customer": Text(fr="À voir avec votre client.", en="Take this up with your customer."),
}
"""Where something is mended."""

OFFERS: Mapping[str, Text] = {
    "redirect-uri": Text(fr="Vérifier l’URI de redirection", en="Check the redirect URI"),
    "keys": Text(fr="Vérifier les clés", en="Check the keys"),
}
"""What a finding offers: another check, which can tell more."""
