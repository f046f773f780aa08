"""What several families say or cite."""

from __future__ import annotations

from qbo_checks.model import Cause, Source, Text
from qbo_checks.sources import thread

BAD = (
    r"invalid | not valid | isn.t valid | no longer valid | expired | expires? | revoked | rejected | rejects | rejecting | refused | refuses"
    r" | incorrect | unknown | no valid | not found | missing | malformed | stale | bad(?! request| gateway) | not accepted | no longer accepted"
    r" | does(?: not|n.t) (?:recogni[sz]e|accept|exist|know) | did(?: not|n.t) (?:recogni[sz]e|accept) | do(?: not|n.t) (?:recogni[sz]e|exist)"
    r" | ne reconnait pas | n.accepte pas | n.existe pas | invalide | non valide | pas valide | plus valide | expiree? | revoquee? | refusee?"
    r" | rejetee? | rejette | perimee? | inconnue? | introuvable | absente? | manquante? | incorrecte? | errone"
)
"""What is said of a token, a code or an address that isn't accepted, in words without accents."""

# Headings of the guide.
ENVIRONMENTS = "quickbooks-online-environments"
APP = "create-a-quickbooks-online-app-configured-for-sandbox"
SANDBOX_URIS = "register-the-sandbox-redirect-uri"
PRODUCTION_URIS = "register-the-production-redirect-uri"
QUESTIONNAIRE = "completing-the-app-assessment-questionnaire"
KEYS = "add-your-apps-secure-keys-to-the-codat-portal"
PRODUCTION_KEYS = "add-your-production-keys-to-the-codat-portal"

KEYS_OF_THE_OTHER_ENVIRONMENT = Cause(
    Text(
        fr="Les clés sont celles de l’autre environnement. Copiez celles de l’onglet « Development » dans l’intégration « QuickBooks Online Sandbox », et celles de l’onglet « Production » dans l’intégration « QuickBooks Online ».",
        en="The keys belong to the other environment. Copy those on the “Development” tab into the “QuickBooks Online Sandbox” integration, and those on the “Production” tab into the “QuickBooks Online” integration.",
    ),
    KEYS,
)
WRONG_HOST = Cause(
    Text(
        fr="Votre propre code appelle Intuit sur le mauvais hôte. Celui du bac à sable est « sandbox-quickbooks.api.intuit.com »; celui de production, « quickbooks.api.intuit.com ».",
        en="Your own code calls Intuit on the wrong host. The sandbox host is “sandbox-quickbooks.api.intuit.com”, the production host “quickbooks.api.intuit.com”.",
    ),
    ENVIRONMENTS,
)
HAND_MADE_ADDRESS = Cause(
    Text(
        fr="L’URL d’autorisation a été tapée, conservée ou modifiée. Repartez de l’URL Link que fournit Codat, sans rien y changer.",
        en="The authorization URL was typed, kept from earlier or changed. Start again from the Link URL that Codat gives, and change nothing in it.",
    ),
)
OWN_CODE = Cause(
    Text(
        fr="La demande vient de votre propre code. Avec Codat, vous n’avez ni à la construire ni à échanger le code : laissez Codat s’en charger.",
        en="The request comes from your own code. With Codat you neither build it nor exchange the code: leave that to Codat.",
    ),
)
WAIT = Cause(
    Text(
        fr="Intuit subit une panne ou une surcharge passagère, ou est en maintenance. Attendez quelques minutes, puis réessayez.",
        en="Intuit has an outage, is overloaded or is under maintenance. Wait a few minutes, then try again.",
    ),
)
NO_CHANGE_DURING_AN_OUTAGE = Text(
    fr="Si vous modifiez de bons réglages pendant une panne, le problème restera une fois la panne finie.",
    en="If you change correct settings during an outage, you’ll still have a problem once it’s over.",
)
CODAT_SENDS = Text(
    fr="C’est Codat qui envoie cette demande à Intuit avec les clés de votre application. Ce que vous pouvez corriger, ce sont les réglages des deux portails.",
    en="Codat sends this request to Intuit with your app’s keys. What you can fix is the settings in the two portals.",
)
STANDARD_ONLY = Text(
    fr="Le sens vient de la norme; qu’Intuit l’emploie ainsi, nous le déduisons.",
    en="The meaning comes from the standard; we infer that Intuit uses it in this way.",
)

OAUTH_ERRORS = Source(
    "Intuit, Fix OAuth 2.0 errors and connection issues (read in 2026)",
    "https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/oauth-errors",
)
SUBSCRIPTION_STATES = Source(
    "Intuit, QuickBooks Online subscription states (read in 2026)",
    "https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/subscription-states",
)
API_STATUS = Source(
    "Intuit, Check the status of our API services (read in 2026)",
    "https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/api-status",
)
LIMITS = Source(
    "Intuit, Limits and throttles (read on 28 November 2026)",
    "https://developer.intuit.com/app/developer/qbo/docs/learn/limits-and-throttles",
)
REFRESH_POLICY = Source(
    "Intuit, Important changes to refresh token policy (12 November 2025)",
    "https://blogs.intuit.com/2025/11/12/important-changes-to-refresh-token-policy",
)
PROJECTOR = Source(
    "Projector, Connect to QuickBooks Online Edition (2020)",
    "https://help.projectorpsa.com/display/docs/Connect+to+QuickBooks+Online+Edition",
)
WORKATO = Source(
    "Workato, QuickBooks Online: troubleshooting the connection (read in 2026)",
    "https://docs.workato.com/en/connectors/quickbooks/quickbooks-troubleshooting-connection.html",
)
RFC6750_ERRORS = Source("RFC 6750, section 3.1", "https://www.rfc-editor.org/rfc/rfc6750#section-3.1")
CODAT_ERRORS = Source(
    "Codat, Status codes and errors (7 November 2022)", "https://docs.codat.io/using-the-api/errors"
)
CODAT_CONNECTIONS = Source(
    "Codat, Connections (read in 2026)", "https://docs.codat.io/core-concepts/connections"
)


def seen_in(name: str, day: str) -> Source:
    """A public thread, and the day of what it quotes."""
    source = thread(name)
    return Source(f"{source.title} ({day})", source.url)
