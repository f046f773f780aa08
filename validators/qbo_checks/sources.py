"""The pages and standards that rules cite, each named once."""

from __future__ import annotations

from qbo_checks.model import Source

_INTUIT = "https://developer.intuit.com/app/developer/qbo/docs"
_RFC = "https://www.rfc-editor.org/rfc"

CODAT_SETUP = Source(
    "Codat, Set up the QuickBooks Online integration",
    "https://docs.codat.io/integrations/accounting/quickbooksonline/accounting-quickbooksonline-new-setup",
)
INTUIT_REDIRECT_URI = Source(
    "Intuit, Set redirect URIs",
    f"{_INTUIT}/develop/authentication-and-authorization/set-redirect-uri",
)
INTUIT_OAUTH_FAQ = Source(
    "Intuit, Authorization FAQ", f"{_INTUIT}/develop/authentication-and-authorization/faq"
)
RFC3986_STRINGS = Source("RFC 3986, section 6.2.1", f"{_RFC}/rfc3986#section-6.2.1")
RFC6749_ENDPOINT = Source("RFC 6749, section 3.1.2", f"{_RFC}/rfc6749#section-3.1.2")
RFC6749_REGISTERED = Source("RFC 6749, section 3.1.2.3", f"{_RFC}/rfc6749#section-3.1.2.3")
RFC9700_EXACT = Source("RFC 9700, section 2.1", f"{_RFC}/rfc9700#section-2.1")
OWASP_INPUT = Source(
    "OWASP, Input Validation Cheat Sheet",
    "https://cheatsheetseries.owasp.org/cheatsheets/Input_Validation_Cheat_Sheet.html",
)

_CODAT = "https://docs.codat.io/integrations/accounting/quickbooksonline"
CODAT_QUESTIONNAIRE = Source(
    "Codat, QuickBooks Online app assessment questionnaire",
    f"{_CODAT}/qbo-app-assessment-questionnaire",
)
CODAT_2023 = Source(
    "Codat, the same questionnaire as revised in 2023",
    "https://github.com/codatio/codat-docs/commit/678edda5e",
)
CODAT_HOSTING = Source(
    "Codat, QuickBooks Online app hosting",
    f"{_CODAT}/quickbooks-online-integration-reference#qbo-app-hosting",
)
CODAT_FAQ = Source("Codat, QuickBooks Online FAQ", f"{_CODAT}/faq-quickbooks-online")
INTUIT_PUBLISH = Source("Intuit, Publish your app", f"{_INTUIT}/go-live/publish-app")
INTUIT_PLATFORM = Source(
    "Intuit, Publishing requirements and guidelines",
    f"{_INTUIT}/go-live/publish-app/platform-requirements",
)
INTUIT_SECURITY = Source(
    "Intuit, Security requirements", f"{_INTUIT}/go-live/publish-app/security-requirements"
)
INTUIT_APP_SETTINGS = Source("Intuit, Change app settings", f"{_INTUIT}/get-started/app-settings")
INTUIT_RECONNECT_URL = Source(
    "Intuit, Important changes to refresh token policy",
    "https://blogs.intuit.com/2025/11/12/important-changes-to-refresh-token-policy",
)
APIDECK_COMPLIANCE = Source(
    "Apideck, App assessment and compliance",
    "https://developers.apideck.com/connectors/quickbooks/docs/application_owner+app_compliance",
)
CIVICRM_QUESTIONNAIRE = Source(
    "CiviCRM, App assessment questionnaire",
    "https://docs.civicrm.org/civiquickbooks/en/latest/app-assessment-questionnaire",
)
RFC8259_OBJECTS = Source("RFC 8259, section 4", f"{_RFC}/rfc8259#section-4")
RFC3986_SYNTAX = Source("RFC 3986, section 3", f"{_RFC}/rfc3986#section-3")
