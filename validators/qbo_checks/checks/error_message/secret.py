"""Where a text announces a secret. Nothing of the secret itself is ever told."""

from __future__ import annotations

import re

from qbo_checks.model import Span
from qbo_checks.redact import TOKENS, Kind, secrets

_GIVEN = r"[\"'\\\s]{0,6}(?:=>|[=:>])[\"'\\\s]{0,6}"
_WHOSE = ("client", "access", "refresh", "id", "oauth")
# Each begins with letters, and asks after them what must not stand before: so most places aren't looked at.
_SECRETS = (
    # A label, and what it is given.
    re.compile(
        rf"(?P<label>{'|'.join(f'{whose}[_ -]?(?:secret|token)' for whose in _WHOSE)}|secret|password){_GIVEN}"
        r"(?P<value>[^\s\"'\\&<>,;]{8,200})"
    ),
    # As the portal's page has it: the value is on the next line.
    re.compile(r"(?P<label>client secret)\s{1,8}(?P<value>[a-z0-9]{40})(?!\w)"),
    re.compile(
        rf"(?P<label>authorization){_GIVEN}(?:[a-z]{{1,20}}\s{{1,4}})?(?P<value>[^\s\"'\\,;]{{8,200}})"
    ),
    re.compile(r"(?P<label>bearer(?<!\wbearer)|basic(?<!\wbasic))\s{1,4}(?P<value>[a-z0-9._~+/=-]{16,200})"),
    re.compile(
        rf"(?P<label>code(?<![\w-]code)){_GIVEN}(?P<value>(?=[a-z.~-]{{0,199}}[0-9])[a-z0-9.~-]{{16,200}})"
    ),
    re.compile(r"[?&](?P<label>code)=(?P<value>[a-z0-9._~-]{8,200})"),
)
_FORMS: frozenset[Kind] = TOKENS - {"expired-token"} | {"pem", "vendor"}
"""What is a secret by its form, wherever it stands: what Intuit tells of an expired token opens nothing."""
_PLACEHOLDERS = ("your", "example", "redacted", "[", "{", "$", "%", "*", "•")


def secret(text: str, lower: str) -> Span | None:
    """Where the first secret of a text is announced: its label, or the three characters that it begins with.

    ``lower`` is the same text in lower case, character by character.
    """
    labels = [
        found.span("label")
        for pattern in _SECRETS
        for found in pattern.finditer(lower)
        if _looks_secret(found["value"])
    ]
    forms = [(start, start + 3) for _, (start, _) in secrets(text, _FORMS)]
    return min(labels + forms, default=None)


def _looks_secret(value: str) -> bool:
    """Whether a value is one, rather than a word of a sentence, a mask or a placeholder."""
    if value.startswith(_PLACEHOLDERS) or len(set(value)) < 5:
        return False
    return len(value) >= 24 or (any(map(str.isdigit, value)) and any(map(str.isalpha, value)))
