"""Secrets of fifty shapes and the texts that people paste them in, all made up as the tests run.

No shape holds a word, so that whatever of it stands in a report was quoted from it.
"""

from __future__ import annotations

import base64
import random
from collections.abc import Callable
from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits
from urllib.parse import quote

from qbo_checks.portal import REDIRECT_HOSTS

HEX = "0123456789abcdef"
ALNUM = ascii_letters + digits
URL_SAFE = ALNUM + "-_"
SIGNS = "!#$%^*+?~" + ALNUM


def _draw(lot: random.Random, alphabet: str, length: int) -> str:
    """Random characters, a digit among every four of them: no word, and no run that stands in one by chance."""
    drawn = [lot.choice(alphabet) for _ in range(length)]
    if any(char.isdigit() for char in alphabet):
        for at in range(lot.randrange(3), length, 3):
            drawn[at] = lot.choice([char for char in alphabet if char.isdigit()])
    return "".join(drawn)


def _of(prefix: str, alphabet: str, length: int, suffix: str = "") -> Callable[[random.Random], str]:
    return lambda lot: prefix + _draw(lot, alphabet, length) + suffix


def _joined(
    sign: str, *lengths: int, alphabet: str = ALNUM, prefix: str = ""
) -> Callable[[random.Random], str]:
    return lambda lot: prefix + sign.join(_draw(lot, alphabet, length) for length in lengths)


SHAPES: dict[str, Callable[[random.Random], str]] = {
    "client secret": _of("", ALNUM, 40),
    "client ID": _of("AB", ALNUM, 48),
    "refresh token": _of("AB11", digits + ALNUM, 46),
    "refresh token, new": _of("RT1-109-H0-", digits + ascii_lowercase, 30),
    "authorization code": _of("XAB11", ALNUM, 35),
    "expired token": _of("AB0", ALNUM, 47),
    "access token": _joined(".", 40, 0, 16, 120, 22, alphabet=URL_SAFE, prefix="eyJ"),
    "ID token": _joined(".", 30, 60, 43, alphabet=URL_SAFE, prefix="eyJ"),
    "OAuth 1 token": _of("qyprd", ALNUM, 35),
    "UUID": _joined("-", 8, 4, 4, 4, 12, alphabet=HEX),
    "hex 32": _of("", HEX, 32),
    "hex 64": _of("", HEX, 64),
    "base64 16": lambda lot: base64.b64encode(_draw(lot, ALNUM, 16).encode()).decode(),
    "base64 32": lambda lot: base64.b64encode(_draw(lot, ALNUM, 32).encode()).decode(),
    "base64url": _of("", URL_SAFE, 43),
    "PEM line": _of("MII", ALNUM + "+/", 61),
    "Stripe": _of("sk_live_", ALNUM, 24),
    "GitHub": _of("ghp_", ALNUM, 36),
    "GitHub, fine-grained": _of("github_pat_", ALNUM, 40),
    "GitLab": _of("glpat-", URL_SAFE, 20),
    "Slack": _joined("-", 11, 12, 24, prefix="xoxb-"),
    "AWS": _of("AKIA", ascii_uppercase + digits, 16),
    "AWS secret": _of("", ALNUM + "/+", 40),
    "Google": _of("AIza", URL_SAFE, 35),
    "Google client": _of("GOCSPX-", URL_SAFE, 28),
    "SendGrid": _joined(".", 22, 43, alphabet=URL_SAFE, prefix="SG."),
    "Twilio": _of("SK", HEX, 32),
    "Shopify": _of("shpat_", HEX, 32),
    "Square": _of("sq0csp-", URL_SAFE, 43),
    "npm": _of("npm_", ALNUM, 36),
    "PyPI": _of("pypi-", URL_SAFE, 60),
    "DigitalOcean": _of("dop_v1_", HEX, 64),
    "OpenAI": _of("sk-proj-", URL_SAFE, 40),
    "Mailgun": _of("key-", HEX, 32),
    "Facebook": _of("EAA", ALNUM, 60),
    "New Relic": _of("NRAK-", ascii_uppercase + digits, 27),
    "Vault": _of("hvs.", URL_SAFE, 24),
    "Atlassian": _of("ATATT3", URL_SAFE, 60),
    "password 8": _of("", SIGNS, 8),
    "password 12": _of("", SIGNS, 12),
    "password 20": _of("", SIGNS, 20),
    "password with quotes": _of("", "\"'`<>&" + ALNUM, 14),
    "password with brackets": _of("", "()[]{},;|=" + ALNUM, 14),
    "password with address signs": _of("", "/?#@:." + ALNUM, 16),
    "letters": _of("", "bcdfghjklmnpqrstvwxz", 24),
    "digits": _of("", digits, 16),
    "PIN": _of("", digits, 6),
    "groups": _joined("-", 5, 5, 5, 5, 5, alphabet=ascii_uppercase + digits),
    "accents": _of("", "éèàçùôîûëï" + digits, 14),
    "card": _joined(" ", 4, 4, 4, 4, alphabet=digits),
}  # fmt: skip

HOST = REDIRECT_HOSTS["sandbox"]

WRAPPINGS: dict[str, Callable[[str], str]] = {
    "alone": lambda secret: secret,
    "line": lambda secret: f" {secret}\n",
    "quoted": lambda secret: f'"{secret}"',
    "assigned": lambda secret: f"CLIENT_SECRET={secret}",
    "unknown name": lambda secret: f"ACME_THING={secret}",
    "name itself": lambda secret: f"{secret}=1",
    "JSON": lambda secret: f'{{"client_secret": "{secret}"}}',
    "JSON version": lambda secret: f'{{"version": "{secret}"}}',
    "JSON answer": lambda secret: f'{{"version": 1, "answers": {{"AD3-launch": "{secret}", "{secret}": "x", "GQ4": "{secret}"}}}}',
    "JSON broken": lambda secret: f'{{"answers": {{"AD1": "{secret}',
    "YAML": lambda secret: f"version: 1\nanswers:\n  GQ4: {secret}\n  {secret}: yes\n",
    "YAML broken": lambda secret: f"answers:\n\t- *{secret}\n {secret}",
    "dotenv": lambda secret: f"# {secret}\nQBO_CLIENT_ID='{secret}'\nexport QBO_SECRET=\"{secret}\"\nPORT=80\n",
    "header": lambda secret: f"curl -H 'Authorization: Bearer {secret}' https://{HOST}/",
    "basic": lambda secret: f"Authorization: Basic {base64.b64encode(secret.encode()).decode()} {secret}",
    "user": lambda secret: f"https://{secret}@{HOST}/oauth2/callback",
    "password": lambda secret: f"https://me:{secret}@{HOST}/oauth2/callback",
    "password, own host": lambda secret: f"https://me:{secret}@app.boreal.ca/login",
    "host": lambda secret: f"https://{secret}.boreal.ca/login",
    "host alone": lambda secret: f"https://{secret}/oauth2/callback",
    "path": lambda secret: f"https://{HOST}/oauth2/{secret}",
    "path, own host": lambda secret: f"https://app.boreal.ca/{secret}/login",
    "path parameter": lambda secret: f"https://{HOST}/oauth2/callback;key={secret}",
    "code": lambda secret: f"https://{HOST}/oauth2/callback?code={secret}&state={secret}",
    "signature": lambda secret: f"https://app.boreal.ca/login?sig={secret}&pass={secret}",
    "fragment": lambda secret: f"https://app.boreal.ca/login#state={secret}",
    "percent-encoded": lambda secret: f"https://app.boreal.ca/login?token={quote(secret, safe='')}",
    "percent-encoded whole": lambda secret: quote(f"https://app.boreal.ca/?token={secret}", safe=""),
    "inside an authorization address": lambda secret: (
        f"https://appcenter.intuit.com/connect/oauth2?redirect_uri=https%3A%2F%2F{quote(secret, safe='')}.com&client_secret={secret}"
    ),
    "broken by a line": lambda secret: f"https://{HOST}/oauth2/{secret[:5]}\n{secret[5:]}",
    "broken by an invisible sign": lambda secret: f"{secret[:4]}\u200b{secret[4:9]}\u200b{secret[9:]}",
    "broken in an address": lambda secret: f"https://app.boreal.ca/{secret[:4]}\u200b{secret[4:]}/login",
    "HTML": lambda secret: f'<a href="https://{HOST}/?x={secret}">{secret}</a>',
    "table": lambda secret: f"Client ID\t{secret}\nClient secret\t{secret}\n",
    "sentence": lambda secret: f"My password is {secret}, please check 8.8.8.8 and Canada {secret}.",
    "error": lambda secret: f'{{"error":"invalid_grant","refresh_token":"{secret}","x":"{secret}"}}',
    "addresses": lambda secret: f"8.8.8.8\n{secret}\n51.104.28.73 # {secret}",
    "full width": lambda secret: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in secret),
}  # fmt: skip
