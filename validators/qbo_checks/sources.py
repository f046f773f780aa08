"""The pages and standards that rules cite, each named once."""

from __future__ import annotations

from qbo_checks.model import Source

_INTUIT = "https://developer.intuit.com/app/developer/qbo/docs"
_RFC = "https://www.rfc-editor.org/rfc"
_CODAT = "https://docs.codat.io/integrations/accounting/quickbooksonline"

CODAT_2023 = Source(
    "Codat, the same questionnaire as revised in 2023",
    "https://github.com/codatio/codat-docs/commit/678edda5e",
)
CODAT_FAQ = Source("Codat, QuickBooks Online FAQ", f"{_CODAT}/faq-quickbooks-online")
CODAT_HOSTED_LINK = Source(
    "Codat, Authorize with Hosted Link", "https://docs.codat.io/auth-flow/authorize-hosted-link"
)
CODAT_HOSTING = Source(
    "Codat, QuickBooks Online integration reference",
    "https://docs.codat.io/integrations/accounting/quickbooksonline/quickbooks-online-integration-reference#qbo-app-hosting",
)
CODAT_QUESTIONNAIRE = Source(
    "Codat, QuickBooks Online app assessment questionnaire",
    f"{_CODAT}/qbo-app-assessment-questionnaire",
)
CODAT_SETUP = Source(
    "Codat, Set up the QuickBooks Online integration",
    "https://docs.codat.io/integrations/accounting/quickbooksonline/accounting-quickbooksonline-new-setup",
)
CODAT_UNLINK = Source(
    "Codat, Unlink connection", "https://docs.codat.io/platform-api#/operations/unlink-connection"
)
CODAT_WEBHOOKS = Source(
    "Codat, Webhook troubleshooting", "https://docs.codat.io/using-the-api/webhooks/troubleshooting"
)

INTUIT_APP_SETTINGS = Source("Intuit, Change app settings", f"{_INTUIT}/get-started/app-settings")
INTUIT_COMMON_ERRORS = Source(
    "Intuit, Handle common errors", f"{_INTUIT}/develop/troubleshooting/handling-common-errors"
)
INTUIT_DOTNET_SDK = Source(
    "Intuit, QuickBooks-V3-DotNET-SDK", "https://github.com/intuit/QuickBooks-V3-DotNET-SDK"
)
INTUIT_ERROR_CODES = Source("Intuit, Error codes", f"{_INTUIT}/develop/troubleshooting/error-codes")
INTUIT_JAVA_SDK = Source("Intuit, QuickBooks-V3-Java-SDK", "https://github.com/intuit/QuickBooks-V3-Java-SDK")
INTUIT_JS_CLIENT = Source("Intuit, oauth-jsclient", "https://github.com/intuit/oauth-jsclient")
INTUIT_OAUTH_FAQ = Source(
    "Intuit, Authorization FAQ", f"{_INTUIT}/develop/authentication-and-authorization/faq"
)
INTUIT_PHP_SAMPLE = Source("IntuitDeveloper, OAuth2_PHP", "https://github.com/IntuitDeveloper/OAuth2_PHP")
INTUIT_PLATFORM = Source(
    "Intuit, Publishing requirements and guidelines",
    f"{_INTUIT}/go-live/publish-app/platform-requirements",
)
INTUIT_PUBLISH = Source("Intuit, Publish your app", f"{_INTUIT}/go-live/publish-app")
INTUIT_RECONNECT_URL = Source(
    "Intuit, Important changes to refresh token policy",
    "https://blogs.intuit.com/2025/11/12/important-changes-to-refresh-token-policy",
)
INTUIT_REDIRECT_URI = Source(
    "Intuit, Set redirect URIs",
    f"{_INTUIT}/develop/authentication-and-authorization/set-redirect-uri",
)
INTUIT_SECURITY = Source(
    "Intuit, Security requirements", f"{_INTUIT}/go-live/publish-app/security-requirements"
)
INTUIT_TECHNICAL = Source(
    "Intuit, Technical requirements", f"{_INTUIT}/go-live/publish-app/technical-requirements"
)

APIDECK_COMPLIANCE = Source(
    "Apideck, App assessment and compliance",
    "https://developers.apideck.com/connectors/quickbooks/docs/application_owner+app_compliance",
)
CIVICRM_QUESTIONNAIRE = Source(
    "CiviCRM, App assessment questionnaire",
    "https://docs.civicrm.org/civiquickbooks/en/latest/app-assessment-questionnaire",
)
INVALID_CLIENT_SEEN = Source(
    "ruckus/quickbooks-ruby, issue 407", "https://github.com/ruckus/quickbooks-ruby/issues/407"
)
MIXED_UP_SEEN = Source("minimul/qbo_api, issue 138", "https://github.com/minimul/qbo_api/issues/138")
NANGO_PROVIDERS = Source("Nango, providers", "https://github.com/NangoHQ/nango")
NEXT_ROUTE_GROUPS = Source(
    "Next.js, Route Groups", "https://nextjs.org/docs/app/api-reference/file-conventions/route-groups"
)
NO_SANDBOX_SEEN = Source(
    "myleshyson/laravel-quickbooks, issue 21", "https://github.com/myleshyson/laravel-quickbooks/issues/21"
)
OWASP_INPUT = Source(
    "OWASP, Input Validation Cheat Sheet",
    "https://cheatsheetseries.owasp.org/cheatsheets/Input_Validation_Cheat_Sheet.html",
)
UTR36_SPOOFING = Source("Unicode, Technical Report 36, section 2", "https://www.unicode.org/reports/tr36/")

RFC1035_NAMES = Source("RFC 1035, section 2.3.1", f"{_RFC}/rfc1035#section-2.3.1")
RFC1918_PRIVATE = Source("RFC 1918, section 3", f"{_RFC}/rfc1918#section-3")
RFC2606_EXAMPLES = Source("RFC 2606, section 3", f"{_RFC}/rfc2606#section-3")
RFC3986_AUTHORITY = Source("RFC 3986, section 3.2", f"{_RFC}/rfc3986#section-3.2")
RFC3986_CASE = Source("RFC 3986, section 6.2.2.1", f"{_RFC}/rfc3986#section-6.2.2.1")
RFC3986_CHARACTERS = Source("RFC 3986, section 2", f"{_RFC}/rfc3986#section-2")
RFC3986_DOTS = Source("RFC 3986, section 6.2.2.3", f"{_RFC}/rfc3986#section-6.2.2.3")
RFC3986_FRAGMENT = Source("RFC 3986, section 3.5", f"{_RFC}/rfc3986#section-3.5")
RFC3986_HOST = Source("RFC 3986, section 3.2.2", f"{_RFC}/rfc3986#section-3.2.2")
RFC3986_MISLEADING = Source("RFC 3986, section 7.6", f"{_RFC}/rfc3986#section-7.6")
RFC3986_PATH = Source("RFC 3986, section 3.3", f"{_RFC}/rfc3986#section-3.3")
RFC3986_PERCENT = Source("RFC 3986, section 6.2.2.2", f"{_RFC}/rfc3986#section-6.2.2.2")
RFC3986_PORT = Source("RFC 3986, section 6.2.3", f"{_RFC}/rfc3986#section-6.2.3")
RFC3986_REFERENCE = Source("RFC 3986, section 4", f"{_RFC}/rfc3986#section-4")
RFC3986_SCHEME = Source("RFC 3986, section 3.1", f"{_RFC}/rfc3986#section-3.1")
RFC3986_STRINGS = Source("RFC 3986, section 6.2.1", f"{_RFC}/rfc3986#section-6.2.1")
RFC3986_SYNTAX = Source("RFC 3986, section 3", f"{_RFC}/rfc3986#section-3")
RFC3986_USERINFO = Source("RFC 3986, section 3.2.1", f"{_RFC}/rfc3986#section-3.2.1")
RFC3986_WRITTEN = Source("RFC 3986, appendix C", f"{_RFC}/rfc3986#appendix-C")
RFC4291_ADDRESSES = Source("RFC 4291, section 2.2", f"{_RFC}/rfc4291#section-2.2")
RFC4632_CIDR = Source("RFC 4632, section 3.1", f"{_RFC}/rfc4632#section-3.1")
RFC5322_ADDRESS = Source("RFC 5322, section 3.4.1", f"{_RFC}/rfc5322#section-3.4.1")
RFC5849_CREDENTIALS = Source("RFC 5849, section 1.1", f"{_RFC}/rfc5849#section-1.1")
RFC5890_INTERNATIONAL = Source("RFC 5890, section 2.3.2", f"{_RFC}/rfc5890#section-2.3.2")
RFC6749_ACCESS = Source("RFC 6749, section 1.4", f"{_RFC}/rfc6749#section-1.4")
RFC6749_AUTHORIZATION = Source("RFC 6749, section 4.1.1", f"{_RFC}/rfc6749#section-4.1.1")
RFC6749_AUTHORIZATION_ERRORS = Source("RFC 6749, section 4.1.2.1", f"{_RFC}/rfc6749#section-4.1.2.1")
RFC6749_CHARACTERS = Source("RFC 6749, appendix A", f"{_RFC}/rfc6749#appendix-A")
RFC6749_CLIENT_ID = Source("RFC 6749, section 2.2", f"{_RFC}/rfc6749#section-2.2")
RFC6749_CLIENT_SECRET = Source("RFC 6749, section 2.3.1", f"{_RFC}/rfc6749#section-2.3.1")
RFC6749_CODE = Source("RFC 6749, section 1.3.1", f"{_RFC}/rfc6749#section-1.3.1")
RFC6749_CODES = Source("RFC 6749, section 10.5", f"{_RFC}/rfc6749#section-10.5")
RFC6749_ENDPOINT = Source("RFC 6749, section 3.1.2", f"{_RFC}/rfc6749#section-3.1.2")
RFC6749_REFRESH = Source("RFC 6749, section 1.5", f"{_RFC}/rfc6749#section-1.5")
RFC6749_REGISTERED = Source("RFC 6749, section 3.1.2.3", f"{_RFC}/rfc6749#section-3.1.2.3")
RFC6749_RESPONSE = Source("RFC 6749, section 4.1.2", f"{_RFC}/rfc6749#section-4.1.2")
RFC6749_SCOPE = Source("RFC 6749, section 3.3", f"{_RFC}/rfc6749#section-3.3")
RFC6749_STATE = Source("RFC 6749, section 10.12", f"{_RFC}/rfc6749#section-10.12")
RFC6749_TOKEN_ERRORS = Source("RFC 6749, section 5.2", f"{_RFC}/rfc6749#section-5.2")
RFC6761_SPECIAL = Source("RFC 6761, section 6", f"{_RFC}/rfc6761#section-6")
RFC6890_SPECIAL = Source("RFC 6890, section 2.2", f"{_RFC}/rfc6890#section-2.2")
RFC7516_COMPACT = Source("RFC 7516, section 3.1", f"{_RFC}/rfc7516#section-3.1")
RFC7519_JWT = Source("RFC 7519, section 3", f"{_RFC}/rfc7519#section-3")
RFC7617_BASIC = Source("RFC 7617, section 2", f"{_RFC}/rfc7617#section-2")
RFC8252_LOOPBACK = Source("RFC 8252, section 7.3", f"{_RFC}/rfc8252#section-7.3")
RFC8259_OBJECTS = Source("RFC 8259, section 4", f"{_RFC}/rfc8259#section-4")
RFC9110_LENGTH = Source("RFC 9110, section 4.1", f"{_RFC}/rfc9110#section-4.1")
RFC9562_UUID = Source("RFC 9562, section 4", f"{_RFC}/rfc9562#section-4")
RFC9700_EXACT = Source("RFC 9700, section 2.1", f"{_RFC}/rfc9700#section-2.1")


def thread(name: str) -> Source:
    """A public thread of GitHub's, by the name it is cited under: ``owner/repository#number``."""
    repository, _, number = name.partition("#")
    return Source(f"GitHub, {name}", f"https://github.com/{repository}/issues/{number}")
