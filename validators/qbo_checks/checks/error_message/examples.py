"""Values, and the codes that each gets."""

from __future__ import annotations

from qbo_checks.model import Example, Text

MADE_UP = "-".join(("made", "up", *map(str, range(12))))
"""What stands for a token in an example."""


def _example(text: str, *rules: str, about: Text | None = None) -> Example:
    return Example({"text": text}, rules, verdict="fail", about=about)


EXAMPLES = (
    _example(
        "Uh oh, there’s a connection problem.\nSorry, but Maple Books didn’t connect. Please try again later, or contact customer support for help.\nView error details (for Developers)\nThe redirect_uri query parameter value is invalid. Make sure it is listed in the Redirect URIs section on your app's keys tab and matches it exactly.",
        "redirect-uri-invalid", "connection-problem",
    ),
    _example("The redirect_uri query parameter value is invalid.", "redirect-uri-invalid"),
    _example("\x1b[31mredirect_uri\x1b[0m n’est pas valide", "redirect-uri-invalid", about=Text(fr="Une ligne d’un terminal, avec ses couleurs", en="A line of a terminal in French, with its colours")),
    _example("No Sandbox companies found for user", "no-sandbox-companies"),
    _example('<Fault type="AuthenticationFault"><Error code="130"><Message>Accessing Wrong Cluster</Message><Detail>WrongClusterError: -11017-You have accessed the wrong server.</Detail></Error></Fault>', "wrong-cluster"),
    _example('{"code":"130","element":null}', "wrong-cluster"),
    _example("message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403", "application-authorization-failed"),
    _example('<Error code="120"><Message>Authorization Failure</Message></Error>', "authorization-failure"),
    _example('{"error":"invalid_client"}', "invalid-client"),
    _example('HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{"error":"invalid_grant"}', "invalid-grant"),
    _example("?error=unauthorized_client&state=maple", "unauthorized-client"),
    _example("?error=invalid_scope&error_description=Unknown%20scope", "invalid-scope"),
    _example("?error=unsupported_response_type", "unsupported-response-type"),
    _example('{"error": "unsupported_grant_type"}', "unsupported-grant-type"),
    _example("https://quickbooksonline.codat.io/oauth2/callback?error=access_denied&error_description=The+user+declined", "access-denied"),
    _example("?error=invalid_request&error_description=missing%20state", "invalid-request"),
    _example("?error=temporarily_unavailable", "temporarily-unavailable"),
    _example("?error=server_error", "server-error"),
    _example("We're sorry! We are experiencing some problems. Please try again later.", "experiencing-problems"),
    Example({"text": "Uh oh, there's a connection problem"}, ("connection-problem",), "review"),
    Example({"text": "Something's not right with the app"}, ("unknown",), "review"),
    Example({"text": "invalid_client_id"}, ("unknown",), "review"),
    _example("", "empty"),
    _example(
        f'{{"error":"invalid_grant","refresh_token":"{MADE_UP}"}}',
        "invalid-grant", "contains-secret",
        about=Text(fr="Une réponse « invalid_grant » qui contient aussi un jeton", en="An “invalid_grant” answer that also holds a token"),
    ),
)  # fmt: skip
