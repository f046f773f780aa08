"""Values, and the codes that each gets."""

from __future__ import annotations

import hashlib

from qbo_checks import idna
from qbo_checks.checks.redirect_uri.rules import CLIENT_ID_LENGTH
from qbo_checks.model import Example, Text
from qbo_checks.portal import (
    ACCOUNTING_SCOPE,
    AUTHORIZE_HOST,
    PRODUCTION_URI,
    REDIRECT_PATH,
    REDIRECT_URIS,
    SANDBOX_URI,
)


def _example(
    uri: str, *rules: str, environment: str = "sandbox", ours: bool = True, about: Text | None = None
) -> Example:
    """An example whose correction, where the host is one of ours, is the environment's URI."""
    return Example(
        {"uri": uri, "environment": environment},
        rules,
        verdict="fail",
        cleaned={"uri": REDIRECT_URIS[environment]} if ours else {},
        about=about,
    )


def _made_up(what: str) -> str:
    """50 characters that look like a client ID or an authorization code, and are none."""
    return hashlib.sha256(what.encode()).hexdigest()[:CLIENT_ID_LENGTH]


def _authorize_uri(**changes: str) -> str:
    """An authorization address, whole, with some of its parameters changed. An empty one is left out."""
    parameters = {
        "client_id": _made_up("client ID"),
        "redirect_uri": SANDBOX_URI.replace(":", "%3A").replace("/", "%2F"),
        "response_type": "code",
        "scope": ACCOUNTING_SCOPE,
        "state": "8f2b",
        **changes,
    }
    query = "&".join(f"{name}={value}" for name, value in parameters.items() if value)
    return f"https://{AUTHORIZE_HOST}/connect/oauth2?{query}"


_RETURNED = f"?code={_made_up('authorization code')}&state=8f2b&realmId={'9' * 16}"
_RETURNED_ABOUT = Text(
    fr="L’URL du navigateur après une connexion, avec un code inventé",
    en="The browser’s URL after connecting, with a made-up code",
)
_SECRET_ABOUT = Text(
    fr="Une URL d’autorisation qui contient un secret client inventé",
    en="An authorization URL that contains a made-up client secret",
)
_KEY_ABOUT = Text(fr="Une clé inventée", en="A made-up key")
_UNSEEN_ABOUT = Text(
    fr="L’URI exacte, avec un caractère que personne ne voit",
    en="The exact URI, with a character that no one sees",
)
_HOMOGLYPH_ABOUT = Text(
    fr="L’URI exacte, dont une lettre vient d’un autre alphabet",
    en="The exact URI, one letter of which comes from another alphabet",
)

EXAMPLES = (
    Example({"uri": SANDBOX_URI, "environment": "sandbox"}, ("exact",), "pass"),
    Example({"uri": PRODUCTION_URI, "environment": "production"}, ("exact",), "pass"),
    _example(SANDBOX_URI + "/", "trailing-slash"),
    _example(PRODUCTION_URI + "//", "trailing-slash", environment="production"),
    _example("", "empty"),
    _example(" \n", "empty"),
    _example('""', "not-a-uri", ours=False),
    _example("\ufeff", "invisible-character", "empty", about=Text(fr="Un seul caractère, que personne ne voit", en="A single character, which no one sees")),
    _example("quickbooks", "not-a-uri", ours=False),
    _example("I do not know what to paste.", "not-a-uri", ours=False),
    _example(_made_up("client ID"), "not-a-uri", ours=False, about=_KEY_ABOUT),
    _example(f"{SANDBOX_URI} {PRODUCTION_URI}", "several-uris"),
    _example(f"curl -G https://appcenter.intuit.com/connect/oauth2 --data-urlencode redirect_uri={SANDBOX_URI} --data-urlencode state=1", "label-included"),
    _example(f"curl -d redirect_uri={SANDBOX_URI} https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer", "label-included"),
    _example(f"{SANDBOX_URI}{SANDBOX_URI}", "several-uris"),
    _example(f"Redirect URIs\nhttps://developer.intuit.com/v2/OAuth2Playground/RedirectUrl\n{SANDBOX_URI}\nAdd URI", "several-uris"),
    _example(f"- {SANDBOX_URI}\n- https://app.example.com/callback", "wrapped", "surrounding-space", "several-uris", ours=False),
    _example(f"  {SANDBOX_URI}", "surrounding-space"),
    _example(f"{SANDBOX_URI}\n", "surrounding-space"),
    _example(f"{SANDBOX_URI}\u00a0", "surrounding-space", about=Text(fr="L’URI exacte, suivie d’une espace insécable", en="The exact URI, followed by a no-break space")),
    _example(f'"{SANDBOX_URI}"', "wrapped"),
    _example(f"[{SANDBOX_URI}]({SANDBOX_URI})", "wrapped"),
    _example(f"« {SANDBOX_URI} »", "wrapped", "surrounding-space"),
    _example(f"{SANDBOX_URI}.", "wrapped"),
    _example(f"Redirect URI: {SANDBOX_URI}", "label-included"),
    _example(f"redirect_uri={SANDBOX_URI}", "label-included"),
    _example(f'{{"redirect_uri": "{SANDBOX_URI}"}}', "wrapped", "label-included"),
    _example(f'<a href="{SANDBOX_URI}">Codat</a>', "wrapped", "label-included"),
    _example(f"{SANDBOX_URI} (Development)", "label-included", "wrapped"),
    _example("URI : quickbooksonlinesandbox.codat.io/oauth2/callback", "label-included", "missing-scheme"),
    _example(SANDBOX_URI.replace("callback", "call\u200bback"), "invisible-character", about=_UNSEEN_ABOUT),
    _example(f"\ufeff{SANDBOX_URI}", "invisible-character", about=_UNSEEN_ABOUT),
    _example(SANDBOX_URI.replace("callback", "call\x08back"), "control-character", about=_UNSEEN_ABOUT),
    _example(SANDBOX_URI.replace(".io/", ".io/\n"), "inner-space"),
    _example(SANDBOX_URI.replace("online", " online "), "inner-space"),
    _example(SANDBOX_URI.replace("ht", "ht\n", 1), "inner-space"),
    _example(SANDBOX_URI.replace("://", "\uff1a\uff0f\uff0f"), "fullwidth-character"),
    _example("".join(chr(ord(char) + 0xFEE0) for char in SANDBOX_URI), "fullwidth-character"),
    _example(SANDBOX_URI.replace(":", "%3A").replace("/", "%2F"), "percent-encoded"),
    _example(SANDBOX_URI.replace("callback", "c%61llback"), "percent-encoded"),
    _example(SANDBOX_URI.replace(":", "&#58;").replace("/", "&#x2F;"), "escaped-character"),
    _example(SANDBOX_URI.replace("/", "\\/"), "escaped-character"),
    _example(SANDBOX_URI.replace("sandbox", "sand=\r\nbox"), "escaped-character"),
    _example(SANDBOX_URI.replace("https", "hxxps").replace(".", "[.]"), "defanged"),
    _example("hxxps://app[.]example[.]com/callback", "defanged", "foreign-host", ours=False),
    _example(f"https://{SANDBOX_URI}", "doubled-scheme"),
    _example(SANDBOX_URI.removeprefix("https://"), "missing-scheme"),
    _example(SANDBOX_URI.removeprefix("https:"), "missing-scheme"),
    _example(SANDBOX_URI.replace("https", "http"), "http-scheme"),
    _example(SANDBOX_URI.replace("https", "httpss"), "other-scheme"),
    _example(SANDBOX_URI.replace("https", "ftp"), "other-scheme"),
    _example("urn:ietf:wg:oauth:2.0:oob", "other-scheme", "foreign-host", ours=False),
    _example(SANDBOX_URI.replace("codat", "Codat"), "uppercase-scheme-host"),
    _example(SANDBOX_URI.replace("https", "HTTPS"), "uppercase-scheme-host"),
    _example(SANDBOX_URI.replace("/", "\\"), "backslash"),
    _example(SANDBOX_URI.replace("://", "://codat@"), "userinfo"),
    _example(f"https://quickbooksonlinesandbox.codat.io@example.com{REDIRECT_PATH}", "userinfo", "foreign-host", ours=False),
    _example(f"https://quickbooksonlinesandbox.codat.io\\@example.com{REDIRECT_PATH}", "lookalike-host", "backslash", ours=False),
    _example(f"https://quickbooksonlinesandbox.codat.io:443\\@example.com{REDIRECT_PATH}", "lookalike-host", "backslash", ours=False),
    _example(f"https://quickbooksonlinesandbox.codat.io:x%2f@example.com{REDIRECT_PATH}", "userinfo", "foreign-host", ours=False),
    _example(f'https://quickbooksonlinesandbox.codat.io.".example.com{REDIRECT_PATH}', "lookalike-host", ours=False),
    _example(f"https://quickbooksonlinesandbox.codat.io\nexample.com{REDIRECT_PATH}", "lookalike-host", "inner-space", ours=False),
    _example(REDIRECT_PATH, "missing-scheme", "missing-host", ours=False),
    _example("https://", "missing-host", ours=False),
    _example("http://localhost:3000/callback", "localhost", ours=False),
    _example("https://127.0.0.1/oauth2/callback", "ip-address", ours=False),
    _example("http://[::1]:8080/callback", "http-scheme", "ip-address", ours=False),
    _example(SANDBOX_URI.replace("codat", "c\u043edat"), "homoglyph-host", ours=False, about=_HOMOGLYPH_ABOUT),
    _example(SANDBOX_URI.replace("codat", "\u24d2odat"), "homoglyph-host", ours=False, about=_HOMOGLYPH_ABOUT),
    _example(SANDBOX_URI.replace("codat.io", idna.to_ascii("c\u043edat.io") or ""), "homoglyph-host", ours=False),
    _example("https://app.codat.io/oauth2/callback", "other-codat-host", ours=False),
    _example("https://developer.intuit.com/v2/OAuth2Playground/RedirectUrl", "playground", ours=False),
    _example("https://quickbooksonlinesandbox.codat.io.example.com/oauth2/callback", "lookalike-host", ours=False),
    _example(SANDBOX_URI.replace("codat.io", "codat.com"), "lookalike-host", ours=False),
    _example(SANDBOX_URI.replace("books", "book"), "lookalike-host", ours=False),
    _example("https://app.example.com/oauth2/callback", "foreign-host", ours=False),
    _example("example.com", "missing-scheme", "foreign-host", ours=False),
    _example(PRODUCTION_URI, "wrong-environment"),
    _example(SANDBOX_URI, "wrong-environment", environment="production"),
    _example(SANDBOX_URI.replace("://", "://www."), "www"),
    _example(SANDBOX_URI.replace(".io", ".io."), "trailing-dot-host"),
    _example(SANDBOX_URI.replace(".io", ".io:443"), "port"),
    _example(SANDBOX_URI.replace(".io", ".io:"), "port"),
    _example(SANDBOX_URI.removesuffix(REDIRECT_PATH), "missing-path"),
    _example(SANDBOX_URI.removesuffix(REDIRECT_PATH) + "/", "missing-path"),
    _example(SANDBOX_URI.replace(REDIRECT_PATH, f"/{REDIRECT_PATH}"), "double-slash"),
    _example(SANDBOX_URI.replace("://", ":///"), "double-slash"),
    _example(SANDBOX_URI.replace("/oauth2/", "/./oauth2/x/../"), "dot-segment"),
    _example(f"{SANDBOX_URI};jsessionid=1", "path-parameter"),
    _example(SANDBOX_URI.replace("callback", "Callback"), "path-case"),
    _example(SANDBOX_URI.replace("oauth2", "oauth"), "oauth-version"),
    _example(SANDBOX_URI.replace("oauth2/c", "OAuth/C"), "path-case", "oauth-version"),
    _example(SANDBOX_URI.replace("callback", "calback"), "path-typo"),
    _example(SANDBOX_URI.replace("callback", "c\u0430llback"), "path-typo", about=_HOMOGLYPH_ABOUT),
    _example(f"{SANDBOX_URI}?state=1", "query"),
    _example(f"{SANDBOX_URI}?", "query"),
    _example(f"{SANDBOX_URI}#top", "fragment"),
    _example(f"{SANDBOX_URI}/?state=1#top", "trailing-slash", "query", "fragment"),
    _example(SANDBOX_URI.replace("://", ":/"), "different"),
    _example(SANDBOX_URI.replace("://", "//"), "different"),
    _example(SANDBOX_URI + _RETURNED, "callback-with-code", about=_RETURNED_ABOUT),
    _example(_RETURNED, "callback-with-code", ours=False, about=_RETURNED_ABOUT),
    _example(f"https://app.example.com/callback{_RETURNED}", "foreign-host", "callback-with-code", ours=False, about=_RETURNED_ABOUT),
    _example(_authorize_uri(), "authorize-url", "authorize-exact"),
    _example(_authorize_uri(redirect_uri=SANDBOX_URI + "/"), "authorize-url", "trailing-slash"),
    _example(_authorize_uri(redirect_uri="https%3A%2F%2Fapp.example.com%2Fcallback"), "authorize-url", "foreign-host", ours=False),
    _example(_authorize_uri(redirect_uri=""), "authorize-url", "authorize-redirect-uri", ours=False),
    _example(_authorize_uri(client_id="YOUR_CLIENT_ID"), "authorize-url", "authorize-client-id", "authorize-exact"),
    _example(_authorize_uri().replace("appcenter.", "appcenter-sandbox."), "authorize-url", "authorize-host", "authorize-exact"),
    _example(f"{_authorize_uri()}&scope=&state=11", "authorize-url", "authorize-exact", "authorize-repeated"),
    _example(f"{_authorize_uri()}&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback", "authorize-url", "authorize-repeated", "localhost", ours=False),
    _example(_authorize_uri(scope=f".{ACCOUNTING_SCOPE}"), "authorize-url", "authorize-exact", "authorize-scope"),
    _example(_authorize_uri(response_type="token"), "authorize-url", "authorize-exact", "authorize-response-type"),
    _example(_authorize_uri(scope="openid+email"), "authorize-url", "authorize-exact", "authorize-scope"),
    _example(_authorize_uri(state=""), "authorize-url", "authorize-state", "authorize-exact"),
    _example(_authorize_uri(client_secret=_made_up("client secret")[:40]), "authorize-url", "authorize-exact", "authorize-client-secret", about=_SECRET_ABOUT),
    _example(f" http://quickbooksonline.codat.io{REDIRECT_PATH}/ ", "surrounding-space", "http-scheme", "wrong-environment", "trailing-slash"),
    _example("Redirect URI: <HTTP://www.QuickbooksOnline.codat.io.:443//oauth/callback/?x#y>", "label-included", "http-scheme", "uppercase-scheme-host", "wrong-environment", "www", "trailing-dot-host", "port", "double-slash", "oauth-version", "trailing-slash", "query", "fragment", "wrapped"),
)  # fmt: skip
