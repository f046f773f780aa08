"""Where a text announces a secret. Nothing of the secret itself is ever told."""

from __future__ import annotations

import re

from qbo_checks.model import Span

_GIVEN = r"[\"'\\\s]{0,6}(?:=>|[=:>])[\"'\\\s]{0,6}"
_SECRETS = (
    # A label, and what it is given.
    re.compile(
        rf"(?P<label>(?:(?:client|access|refresh|id|oauth)[_\- ]?(?:secret|token))|secret|password){_GIVEN}"
        r"(?P<value>[^\s\"'\\&<>,;]{8,200})"
    ),
    # As the portal's page has it: the value is on the next line.
    re.compile(r"(?P<label>client secret)\s{1,8}(?P<value>[a-z0-9]{40})(?!\w)"),
    re.compile(
        rf"(?P<label>authorization){_GIVEN}(?:[a-z]{{1,20}}\s{{1,4}})?(?P<value>[^\s\"'\\,;]{{8,200}})"
    ),
    re.compile(r"(?<!\w)(?P<label>bearer|basic)\s{1,4}(?P<value>[a-z0-9._~+/=-]{16,200})"),
    re.compile(
        rf"(?<![\w-])(?P<label>code){_GIVEN}(?P<value>(?=[a-z.~-]{{0,199}}[0-9])[a-z0-9.~-]{{16,200}})"
    ),
    re.compile(r"[?&](?P<label>code)=(?P<value>[a-z0-9._~-]{8,200})"),
    # A token that stands by itself. Intuit publishes no form; these are the ones seen in its own projects.
    re.compile(
        r"(?<![\w.-])(?P<value>eyj[a-z0-9_-]{20,}+\.|rt1-\d{1,4}-[a-z]\d-\d{10}|(?:x?ab|q0|l[03])1\d{10}[a-z0-9]{20})"
    ),
)
_PLACEHOLDERS = ("your", "example", "redacted", "[", "{", "$", "%", "*", "•")


def secret(text: str) -> Span | None:
    """Where the first secret is announced: its label, or the three characters that such tokens begin with."""
    return min(
        (
            found.span("label") if "label" in pattern.groupindex else (found.start(), found.start() + 3)
            for pattern in _SECRETS
            for found in pattern.finditer(text)
            if _looks_secret(found["value"])
        ),
        default=None,
    )


def _looks_secret(value: str) -> bool:
    """Whether a value is one, rather than a word of a sentence, a mask or a placeholder."""
    if value.startswith(_PLACEHOLDERS) or len(set(value)) < 5:
        return False
    return len(value) >= 24 or (any(map(str.isdigit, value)) and any(map(str.isalpha, value)))
