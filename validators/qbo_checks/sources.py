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
INTUIT_ERROR_CODES = Source("Intuit, Error codes", f"{_INTUIT}/develop/troubleshooting/error-codes")
INTUIT_COMMON_ERRORS = Source(
    "Intuit, Handle common errors", f"{_INTUIT}/develop/troubleshooting/handling-common-errors"
)
INTUIT_SECURITY = Source(
    "Intuit, Security requirements", f"{_INTUIT}/go-live/publish-app/security-requirements"
)
RFC3986_STRINGS = Source("RFC 3986, section 6.2.1", f"{_RFC}/rfc3986#section-6.2.1")
RFC6749_ENDPOINT = Source("RFC 6749, section 3.1.2", f"{_RFC}/rfc6749#section-3.1.2")
RFC6749_REGISTERED = Source("RFC 6749, section 3.1.2.3", f"{_RFC}/rfc6749#section-3.1.2.3")
RFC6749_AUTHORIZATION_ERRORS = Source("RFC 6749, section 4.1.2.1", f"{_RFC}/rfc6749#section-4.1.2.1")
RFC6749_TOKEN_ERRORS = Source("RFC 6749, section 5.2", f"{_RFC}/rfc6749#section-5.2")
RFC6749_CODES = Source("RFC 6749, section 10.5", f"{_RFC}/rfc6749#section-10.5")
RFC9700_EXACT = Source("RFC 9700, section 2.1", f"{_RFC}/rfc9700#section-2.1")
OWASP_INPUT = Source(
    "OWASP, Input Validation Cheat Sheet",
    "https://cheatsheetseries.owasp.org/cheatsheets/Input_Validation_Cheat_Sheet.html",
)


def thread(name: str) -> Source:
    """A public thread of GitHub's, by the name it is cited under: ``owner/repository#number``."""
    repository, _, number = name.partition("#")
    return Source(f"GitHub, {name}", f"https://github.com/{repository}/issues/{number}")
