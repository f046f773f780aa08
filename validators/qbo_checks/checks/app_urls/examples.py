"""Values, and the codes that each gets."""

from __future__ import annotations

from qbo_checks.checks.app_urls.rules import HOST, LABELS
from qbo_checks.model import Example, Text, Verdict
from qbo_checks.text import MAX_URL_CHARS

# Names under .example are nobody's (RFC 2606), so that no example leads to somebody's site.
FILLED = {
    "host_domain": "app.boreal.example",
    "launch_url": "https://app.boreal.example/login",
    "disconnect_url": "https://app.boreal.example/quickbooks/disconnected",
    "reconnect_url": "https://app.boreal.example/quickbooks/connect",
    "eula_url": "https://app.boreal.example/legal/eula",
    "privacy_url": "https://app.boreal.example/legal/privacy",
}


def _example(
    name: str, value: str, *rules: str, verdict: Verdict = "fail", cleaned: str | None = None, **others: str
) -> Example:
    """A good set of addresses in which one field, and any of the others, is replaced."""
    fields = {**FILLED, **others, name: value}
    return Example(fields, rules, verdict, {} if cleaned is None else {name: cleaned})


def _link(value: str, *rules: str, verdict: Verdict = "review") -> Example:
    """A launch URL on one of Codat's hosts."""
    return _example("launch_url", value, *rules, verdict=verdict)


UUID = "00000000-0000-0000-0000-000000000000"

_TABLE = f"""| Host domain | `{FILLED[HOST]}` |
| Launch URL | `{FILLED["launch_url"]}` |
| Connect/Reconnect URL | `{FILLED["reconnect_url"]}` |
| Disconnect URL | `{FILLED["disconnect_url"]}` |"""

EXAMPLES = (
    Example(FILLED, ("well-formed",), "pass"),
    Example({"launch_url": "https://app.boreal.example/login"}, ("missing",), "review"),
    Example({}, ("empty",), "fail"),
    Example(dict.fromkeys(LABELS, " \n"), ("empty",), "fail"),
    _example("launch_url", "", "missing", verdict="review"),
    _example("reconnect_url", "", "missing", verdict="review"),
    # Host domain
    _example(HOST, "https://app.boreal.example", "scheme-included", verdict="review", cleaned="app.boreal.example"),
    _example(HOST, "https://app.boreal.example:8443/login", "scheme-included", "port", "path-included", verdict="review", cleaned="app.boreal.example"),
    _example(HOST, "app.boreal.example/", "path-included", verdict="review", cleaned="app.boreal.example"),
    _example(HOST, "app.boreal.example:443", "port", verdict="review", cleaned="app.boreal.example"),
    _example(HOST, "Host domain: app.boreal.example", "label-included", cleaned="app.boreal.example"),
    *(
        _example(HOST, value, *rules, cleaned="app.boreal.example")
        for value, *rules in (
            ("server_name app.boreal.example;", "label-included", "wrapped"), ("ServerName app.boreal.example", "label-included"),
            ("VIRTUAL_HOST=app.boreal.example", "label-included"), ('export BOREAL_HOST="app.boreal.example"', "label-included", "wrapped"),
            ("Host(`app.boreal.example`) && PathPrefix(`/api`)", "label-included"), ('- "traefik.http.routers.boreal.rule=Host(`app.boreal.example`)"', "label-included", "wrapped"),
            ("server {\n  listen 443 ssl;\n  server_name app.boreal.example; # Certbot\n}", "label-included"), ("acl boreal hdr(host) -i app.boreal.example", "label-included"),
            ("tls:\n  - hosts:\n    - app.boreal.example\nrules:\n  - host: app.boreal.example", "label-included"), ('"defaultHostName": "app.boreal.example",', "label-included", "wrapped"),
            ("app.boreal.example {\n  reverse_proxy localhost:3000\n}", "label-included"), ("- app.boreal.example", "wrapped"),
            ("ALLOWED_HOSTS=['app.boreal.example']", "label-included", "wrapped"), ("notre domaine est app.boreal.example", "label-included"),
        )
    ),
    _example(HOST, "Host(`app.boreal.example`) || Host(`boreal.example`)", "several-urls"),
    _example(HOST, "server_name boreal.example app.boreal.example;", "label-included", "several-urls", "wrapped"),
    _example(HOST, "198.51.100.7", "ip-address"),
    _example(HOST, "2001:db8::1", "ip-address"),
    _example(HOST, "localhost:3000", "localhost", "port"),
    _example(HOST, "intranet", "private-host"),
    _example(HOST, "app_1.boreal.example", "invalid-host"),
    _example(HOST, "*.boreal.example", "invalid-host"),
    _example(HOST, "info@boreal.example", "userinfo"),
    _example(HOST, "quickbooksonline.codat.io", "codat-host"),
    _example(HOST, "developer.intuit.com", "intuit-host"),
    _example(HOST, "app.boreal.example, boreal.example", "several-urls"),
    Example({HOST: _TABLE}, ("several-urls", "missing"), "fail", {name: FILLED[name] for name in (HOST, "launch_url", "disconnect_url", "reconnect_url")}),
    _example(HOST, "<app.boreal.example>", "wrapped", cleaned="app.boreal.example"),
    _example(HOST, "https://", "scheme-included", "missing-host"),
    _example(HOST, "//app.boreal.example", "scheme-included", verdict="review", cleaned="app.boreal.example"),
    _example(HOST, "nordet.example", *("other-host",) * 5, "well-formed", verdict="pass"),
    # What surrounds a URL
    _example("eula_url", " https://app.boreal.example/legal/eula\n", "surrounding-space", cleaned=FILLED["eula_url"]),
    _example("eula_url", f'"{FILLED["eula_url"]}"', "wrapped", cleaned=FILLED["eula_url"]),
    _example("eula_url", f"EULA_URL={FILLED['eula_url']}", "label-included", cleaned=FILLED["eula_url"]),
    _example("launch_url", f"qbo.launch-url={FILLED['launch_url']}", "label-included", cleaned=FILLED["launch_url"]),
    _example("launch_url", f"config.launch_url = '{FILLED['launch_url']}'", "label-included", "wrapped", cleaned=FILLED["launch_url"]),
    _example("eula_url", f"> {FILLED['eula_url']}", "wrapped", cleaned=FILLED["eula_url"]),
    _example("launch_url", f"Launch URL\u00a0: « {FILLED['launch_url']} »", "label-included", "wrapped", "surrounding-space", cleaned=FILLED["launch_url"]),
    Example({**FILLED, "eula_url": "https://app.boreal.example/le\u200bgal/eula"}, ("invisible-character",), "fail", {"eula_url": FILLED["eula_url"]}, about=Text(fr="Une espace sans largeur au milieu du chemin", en="A zero-width space in the middle of the path")),
    _example("eula_url", "https://app.boreal.example/my eula", "inner-space"),
    _example("eula_url", "https://app.boreal.example/legal/\n  eula", "inner-space", cleaned=FILLED["eula_url"]),
    _example("eula_url", "https://boreal.example/fr https://boreal.example/en", "several-urls"),
    Example({**FILLED, "eula_url": "https://app.boreal.example/" + "a" * MAX_URL_CHARS}, ("too-long",), "fail", about=Text(fr="Une URL de plus de 8000 caractères", en="A URL of over 8,000 characters")),
    # The beginning of a URL
    _example("launch_url", "https\uff1a//app.boreal.example/login", "fullwidth-character", cleaned=FILLED["launch_url"]),
    _example("launch_url", "https:\\\\app.boreal.example\\login", "backslash", cleaned=FILLED["launch_url"]),
    _example("launch_url", "https:\\/\\/app.boreal.example\\/login", "escaped-character", cleaned=FILLED["launch_url"]),
    _example("launch_url", "hxxps://app[.]boreal[.]example/login", "defanged", cleaned=FILLED["launch_url"]),
    _example("launch_url", "https%3A%2F%2Fapp.boreal.example%2Flogin", "percent-encoded", cleaned=FILLED["launch_url"]),
    _example("launch_url", "app.boreal.example/login", "missing-scheme", cleaned=FILLED["launch_url"]),
    _example("launch_url", "//app.boreal.example/login", "missing-scheme", cleaned=FILLED["launch_url"]),
    _example("launch_url", "https:/app.boreal.example/login", "malformed-scheme", cleaned=FILLED["launch_url"]),
    _example("launch_url", "https://https://app.boreal.example/login", "malformed-scheme", cleaned=FILLED["launch_url"]),
    _example("launch_url", "http://app.boreal.example/login", "http-scheme", cleaned=FILLED["launch_url"]),
    _example("launch_url", "ftp://app.boreal.example/login", "other-scheme"),
    _example("launch_url", "mailto:info@boreal.example", "other-scheme"),
    _example("launch_url", "/login", "relative"),
    _example("launch_url", "login", "relative"),
    _example("launch_url", "https:///login", "malformed-scheme", "private-host"),
    _example("launch_url", "https://", "missing-host"),
    # Its host
    _example("launch_url", "https://user:pass@app.boreal.example/login", "userinfo"),
    _example("launch_url", "http://localhost:3000/login", "http-scheme", "localhost", "port"),
    _example("launch_url", "https://127.0.0.1/login", "localhost"),
    _example("launch_url", "https://[2001:db8::1]/login", "ip-address"),
    _example("launch_url", "https://app.boreal.local/login", "private-host"),
    _example("launch_url", "https://app..boreal.example/login", "invalid-host"),
    _example("launch_url", "https://app.boreal.example:https/login", "invalid-host"),
    _example("launch_url", "https://xn--p.boreal.example/login", "invalid-host"),
    _example("launch_url", "https://app%00.boreal.example/login", "invalid-host"),
    _example("launch_url", "https://app.boreal.example%2Flogin", "invalid-host"),
    _example("launch_url", "https://app.boreal.example:99999/login", "invalid-host"),
    _example("launch_url", "https://-app.boreal.example/login", "invalid-host"),
    _example("launch_url", "https://app.boreal.notaname/login", "unknown-top-level", "other-host", verdict="review"),
    _example("launch_url", "https://app.boreal.example/log%00in", "invisible-character", cleaned=FILLED["launch_url"]),
    _example("launch_url", "https://boreal-1234.ngrok-free.app/login", "temporary-host", "other-host", verdict="review"),
    _example("launch_url", "https://boreal.preview.emergentagent.com/login", "temporary-host", "other-host", verdict="review"),
    _example("launch_url", "https://boreal-git-main-nordet.vercel.app/login", "temporary-host", "other-host", verdict="review"),
    _example("launch_url", "https://app.boréal.example/login", "other-host", "non-ascii-host", verdict="review"),
    _example("launch_url", "https://app.boreal.example:8443/login", "port", verdict="review"),
    _example("launch_url", "https://app.boreal.example:443/login", "port", verdict="review", cleaned=FILLED["launch_url"]),
    _example("launch_url", "https://www.example.com/login", "other-host", "example-domain", verdict="review"),
    _example("launch_url", "https://app.your-domain.com/login", "other-host", "placeholder-domain", verdict="review"),
    # What follows its host
    _example("launch_url", "https://app.boreal.example/{tenant}/login", "template"),
    _example("launch_url", "https://<your-domain>/login", "template"),
    _example("launch_url", "https://[YOUR-VERCEL-URL].vercel.app/login", "template"),
    _example(HOST, "[YOUR-VERCEL-URL].vercel.app", "template"),
    _example("launch_url", "https://app.boreal.example/:tenant/login", "template"),
    *(
        _example("launch_url", value, "template")
        for value in (
            *("{{BASE_URL}}/login", "${APP_URL}/login", "$APP_URL/login", "%APP_URL%/login", "<your-domain>/login"),
            *("https://$APP_HOST/login", "https://%APP_HOST%/login", "process.env.APP_URL/login"),
        )
    ),
    _example(HOST, "$APP_DOMAIN", "template"),
    *(
        _example("launch_url", f"https://{host}/login", "temporary-host", "other-host", verdict="review")
        for host in ("id-preview--0a1b2c3d.lovable.app", "main.boreal.pages.dev", "0a1b2c3d-boreal.nordet.workers.dev", "gentle-sea-0a1b2c3d4-12.eastus2.2.azurestaticapps.net", "pr-12---app-0a1b2c3d4e-uc.a.run.app", "pr-3.d1a2b3c4d5.amplifyapp.com")
    ),
    _example("privacy_url", "https://app.boreal.example/confidentialité", "unencoded-character", verdict="review", cleaned="https://app.boreal.example/confidentialit%C3%A9"),
    _example("launch_url", "https://app.boreal.example/[[...tenant]]/login", "template"),
    _example("launch_url", "https://app.boreal.example/(auth)/login", "route-group", cleaned=FILLED["launch_url"]),
    *(
        Example({**FILLED, name: value.replace("-", sign)}, ("typographic-character",), "fail", {} if sign == "\u2014" else {name: value}, about=about)
        for name, value, sign, about in (
            ("privacy_url", "https://app.boreal.example/privacy-policy", "\u2013", Text(fr="Un tiret de traitement de texte à la place du trait d’union", en="A word processor’s dash in a hyphen’s place")),
            ("privacy_url", "https://app.boreal.example/privacy-policy", "\u2011", Text(fr="Un trait d’union insécable", en="A non-breaking hyphen")),
            ("privacy_url", "https://app.boreal.example/privacy-policy", "\u2014", Text(fr="Un tiret cadratin, qui remplace un trait d’union ou deux", en="An em dash, in the place of one hyphen or of two")),
        )
    ),
    Example({**FILLED, "privacy_url": "https://app.boreal.example/con\ufb01dentiality"}, ("typographic-character",), "fail", {"privacy_url": "https://app.boreal.example/confidentiality"}, about=Text(fr="La ligature d’un PDF", en="A PDF’s ligature")),
    *(
        _example("launch_url", value, "one-time-link")
        for value in (
            *("https://app.boreal.example/reset?token=abc123def456", "https://app.boreal.example/invite/3f9a8c7d6e5f", "https://app.boreal.example/reset?token="),
            "https://app.boreal.example/quickbooks?code=a1b2c3d4e5f6", "https://app.boreal.example/login;jsessionid=0A1B2C3D4E5F6071",
        )
    ),
    _example("launch_url", "https://app.boreal.example/login%20", "surrounding-space", cleaned=FILLED["launch_url"]),
    *(
        _example("disconnect_url", f"https://app.boreal.example/{path}", "api-endpoint", verdict="review")
        for path in ("webhooks/quickbooks", "api/quickbooks/disconnect", "api/auth/callback/intuit")
    ),
    _example("disconnect_url", "https://app.boreal.example/disconnected?realmId=1", "company-link", verdict="review"),
    _example("launch_url", "https://app.boreal.example/version-test/login", "test-host", "well-formed", verdict="pass"),
    _example("launch_url", "https://app.boreal.example/version-live/login", "well-formed", verdict="pass"),
    _example("launch_url", "https://app.boreal.example/api/auth/signin", "well-formed", verdict="pass"),
    _example("launch_url", "https://staging.boreal.example/login", "test-host", "other-host", "well-formed", verdict="pass"),
    _example("reconnect_url", "https://app.boreal.example/onboarding/step-2-connect", "well-formed", verdict="pass"),
    _example("launch_url", "https://app.boreal.example/login?code=quickbooks&session=new", "well-formed", verdict="pass"),
    _example("eula_url", "https://boreal.example/eula.pdf?Expires=3600&Signature=0a1b2c3d4e", "one-time-link"),
    _example("eula_url", "https://boreal.example/eula.pdf?alt=media&token=0a1b2c3d4e", "well-formed", verdict="pass"),
    _example("launch_url", "https://app.boreal.example/#/login", "fragment", verdict="review"),
    _example("eula_url", "https://app.boreal.example/legal#eula", "well-formed", verdict="pass"),
    # Codat's and Intuit's own addresses
    _example("launch_url", "https://quickbooksonline.codat.io/oauth2/callback", "redirect-uri"),
    _example("launch_url", "https://quickbooksonline.codat.io%2Foauth2%2Fcallback", "redirect-uri", "invalid-host"),
    _example("launch_url", "https://quickbooksonline.codat.io/oauth/callback/", "redirect-uri"),
    _example("launch_url", "https://appcenter.intuit.com/connect/oauth2?redirect_uri=https%3A%2F%2Fquickbooksonline.codat.io%2Foauth2%2Fcallback", "intuit-host"),
    _example("disconnect_url", f"https://api.codat.io/companies/{UUID}/connections/{UUID}", "api-endpoint", verdict="review"),
    _example("disconnect_url", "https://api.codat.io/companies/{companyId}/connections/{connectionId}", "api-endpoint", "template"),
    _example("disconnect_url", "https://developer.api.intuit.com/v2/oauth2/tokens/revoke", "intuit-host"),
    _example("privacy_url", "https://docs.codat.io/", "codat-host"),
    _link("https://link.codat.io.boreal.example/", "lookalike-host", verdict="fail"),
    _link("https://link.c0dat.io/", "lookalike-host", verdict="fail"),
    _link("https://link.codat.io/", "generic-link"),
    _link(f"https://link.codat.io/company/{UUID}", "company-link"),
    _link(f"https://link.codat.io/boreal/company/{UUID}", "company-link"),
    _link(f"https://link-api.codat.io/companies/{UUID}/connections/{UUID}/start", "company-link"),
    _link(f"https://link.codat.io/company/{UUID}?link.otp=000000", "company-link", "one-time-link", verdict="fail"),
    _link(f"https://link-uat.codat.io/company/{UUID}", "uat-host", "company-link"),
    # Several fields together
    _example("disconnect_url", "https://APP.boreal.example/login/", "same-url", verdict="review"),
    _example("privacy_url", FILLED["eula_url"], "eula-is-privacy", verdict="review"),
    _example("eula_url", "https://terms.nordet.example/eula", "other-host", "well-formed", verdict="pass"),
)  # fmt: skip
