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
RFC3986_AUTHORITY = Source("RFC 3986, section 3.2", f"{_RFC}/rfc3986#section-3.2")
RFC3986_CASE = Source("RFC 3986, section 6.2.2.1", f"{_RFC}/rfc3986#section-6.2.2.1")
RFC3986_CHARACTERS = Source("RFC 3986, section 2", f"{_RFC}/rfc3986#section-2")
RFC3986_DOTS = Source("RFC 3986, section 6.2.2.3", f"{_RFC}/rfc3986#section-6.2.2.3")
RFC3986_HOST = Source("RFC 3986, section 3.2.2", f"{_RFC}/rfc3986#section-3.2.2")
RFC3986_MISLEADING = Source("RFC 3986, section 7.6", f"{_RFC}/rfc3986#section-7.6")
RFC3986_PATH = Source("RFC 3986, section 3.3", f"{_RFC}/rfc3986#section-3.3")
RFC3986_PERCENT = Source("RFC 3986, section 6.2.2.2", f"{_RFC}/rfc3986#section-6.2.2.2")
RFC3986_PORT = Source("RFC 3986, section 6.2.3", f"{_RFC}/rfc3986#section-6.2.3")
RFC3986_SCHEME = Source("RFC 3986, section 3.1", f"{_RFC}/rfc3986#section-3.1")
RFC3986_STRINGS = Source("RFC 3986, section 6.2.1", f"{_RFC}/rfc3986#section-6.2.1")
RFC3986_USERINFO = Source("RFC 3986, section 3.2.1", f"{_RFC}/rfc3986#section-3.2.1")
RFC3986_WRITTEN = Source("RFC 3986, appendix C", f"{_RFC}/rfc3986#appendix-C")
RFC6749_AUTHORIZATION = Source("RFC 6749, section 4.1.1", f"{_RFC}/rfc6749#section-4.1.1")
RFC6749_CLIENT_ID = Source("RFC 6749, section 2.2", f"{_RFC}/rfc6749#section-2.2")
RFC6749_CLIENT_SECRET = Source("RFC 6749, section 2.3.1", f"{_RFC}/rfc6749#section-2.3.1")
RFC6749_CODES = Source("RFC 6749, section 10.5", f"{_RFC}/rfc6749#section-10.5")
RFC6749_ENDPOINT = Source("RFC 6749, section 3.1.2", f"{_RFC}/rfc6749#section-3.1.2")
RFC6749_REGISTERED = Source("RFC 6749, section 3.1.2.3", f"{_RFC}/rfc6749#section-3.1.2.3")
RFC6749_RESPONSE = Source("RFC 6749, section 4.1.2", f"{_RFC}/rfc6749#section-4.1.2")
RFC6749_SCOPE = Source("RFC 6749, section 3.3", f"{_RFC}/rfc6749#section-3.3")
RFC6749_STATE = Source("RFC 6749, section 10.12", f"{_RFC}/rfc6749#section-10.12")
RFC8252_LOOPBACK = Source("RFC 8252, section 7.3", f"{_RFC}/rfc8252#section-7.3")
RFC9700_EXACT = Source("RFC 9700, section 2.1", f"{_RFC}/rfc9700#section-2.1")
UTR36_SPOOFING = Source("Unicode, Technical Report 36, section 2", "https://www.unicode.org/reports/tr36/")
OWASP_INPUT = Source(
    "OWASP, Input Validation Cheat Sheet",
    "https://cheatsheetseries.owasp.org/cheatsheets/Input_Validation_Cheat_Sheet.html",
)
