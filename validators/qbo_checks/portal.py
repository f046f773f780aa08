"""The names, labels, hosts and URIs of Intuit's and Codat's that the rules use, each spelled once."""

from __future__ import annotations

from qbo_checks.model import Text

ENVIRONMENTS = {
    "sandbox": Text(fr="bac à sable (Development)", en="sandbox (Development)"),
    "production": Text(fr="production (Production)", en="production (Production)"),
}
IN_A_SENTENCE = {
    "sandbox": Text(fr="le bac à sable", en="the sandbox"),
    "production": Text(fr="la production", en="production"),
}
TABS = {"sandbox": "Development", "production": "Production"}

SANDBOX_URI = "https://quickbooksonlinesandbox.codat.io/oauth2/callback"
PRODUCTION_URI = "https://quickbooksonline.codat.io/oauth2/callback"
REDIRECT_URIS = {"sandbox": SANDBOX_URI, "production": PRODUCTION_URI}
REDIRECT_PATH = "/oauth2/callback"
REDIRECT_HOSTS = {
    name: uri.removeprefix("https://").removesuffix(REDIRECT_PATH) for name, uri in REDIRECT_URIS.items()
}
CODAT_HOSTS = tuple(REDIRECT_HOSTS.values())

CODAT_DOMAIN = "codat.io"
PLAYGROUND_HOST = "developer.intuit.com"
INTUIT_DOMAIN = "intuit.com"
AUTHORIZE_HOST = "appcenter.intuit.com"
AUTHORIZE_PATH = "/connect/oauth2"
AUTHORIZE_PARAMETERS = ("client_id", "redirect_uri", "response_type", "scope", "state", "client_secret")
ACCOUNTING_SCOPE = "com.intuit.quickbooks.accounting"

LINK_HOSTS = ("link.codat.io", "links.codat.io", "link-api.codat.io")
UAT_HOSTS = ("link-uat.codat.io", "link-api-uat.codat.io")
