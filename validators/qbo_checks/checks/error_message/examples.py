"""Values, and the codes that each gets: those of each family, then several in one text."""

from __future__ import annotations

from qbo_checks.checks.error_message.families import FAMILIES
from qbo_checks.checks.error_message.rules import RULES
from qbo_checks.model import Example, Text

MADE_UP = "-".join(("made", "up", *map(str, range(12))))
"""What stands for a token in an example."""


def _example(text: str, *rules: str, about: Text | None = None) -> Example:
    failed = any(RULES[rule].severity == "error" for rule in rules)
    return Example({"text": text}, rules, verdict="fail" if failed else "review", about=about)


EXAMPLES = (
    *(_example(text, family.code) for family in FAMILIES for text in family.examples),
    _example(
        "Uh oh, there’s a connection problem.\nSorry, but Maple Books didn’t connect. Please try again later, or contact customer support for help.\nView error details (for Developers)\nThe redirect_uri query parameter value is invalid. Make sure it is listed in the Redirect URIs section on your app's keys tab and matches it exactly.",
        "redirect-uri-invalid", "connection-problem",
    ),
    _example("\x1b[31mredirect_uri\x1b[0m n’est pas valide", "redirect-uri-invalid", about=Text(fr="Une ligne d’un terminal, avec ses couleurs", en="A line of a terminal in French, with its colours")),
    _example(
        '2026-03-02 10:15:02 quickbooks 401 message=AuthenticationFailed; errorCode=003200; statusCode=401\n2026-03-02 10:15:03 refreshing the token\n2026-03-02 10:15:03 {"error":"invalid_grant","error_description":"Incorrect or invalid refresh token"}',
        "refresh-token", "access-token",
    ),
    _example("Something's not right with the app", "unknown"),
    _example("invalid_client_id", "app-unknown"),
    _example('{"statusCode":120,"message":"timeout"}', "unknown"),
    _example("error 130: connection reset by peer", "unknown"),
    _example('heroku[router]: at=error code=H12 desc="Request timeout" method=GET path="/quickbooks/callback"', "unknown"),
    _example('heroku[router]: at=error code=H12 desc="Request timeout" method=GET path="/quickbooks/callback" dyno=web.1 status=503 bytes=0', "unknown"),
    _example('192.0.2.7 - - [02/Mar/2026:10:11:12 +0000] "GET /quickbooks/callback HTTP/1.1" 502 157 "-" "Mozilla/5.0"', "unknown"),
    _example('{"timestamp":"2026-03-02T10:15:02.000+00:00","status":500,"error":"Internal Server Error","path":"/quickbooks/callback"}', "unknown"),
    _example('{"statusCode":500,"message":"Internal server error"}', "unknown"),
    _example("500 Internal Server Error\nnginx", "unknown"),
    _example("<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0 (Ubuntu)</center>\r\n</body>\r\n</html>\r\n<!-- a padding to disable MSIE and Chrome friendly error page -->", "unknown"),
    _example("503 Service Unavailable\nApache/2.4.52 (Ubuntu) Server at quickbooks.boreal.example Port 443", "unknown"),
    _example("appcenter.intuit.com\n500 Internal Server Error\nnginx", "server-error"),
    _example("Nous n’avons pas réussi à vous connecter à QuickBooks. Veuillez réessayer.", "connector-message"),
    _example("", "empty"),
    _example(
        f'{{"error":"invalid_grant","refresh_token":"{MADE_UP}"}}',
        "refresh-token", "contains-secret",
        about=Text(fr="Une réponse « invalid_grant » qui contient aussi un jeton", en="An “invalid_grant” answer that also contains a token"),
    ),
)  # fmt: skip
