"""What may be a secret."""

from __future__ import annotations

import re

from qbo_checks.text import _PERCENT, lower

SECRET_NAMES = ("code", "secret", "token", "password", "pwd", "otp", "assertion", "key")
"""What the name of a parameter ends with when its value is a secret."""

SECRET_FORMS = ("eyj", "rt1-", "basic ", "bearer ")
"""How tokens and the headers that carry them begin, in lower case; other keys are long runs of letters and digits."""

NOT_SECRET = ("client_id=", "state=")

_LONG_RUN = re.compile(r"[a-z0-9]{36,}")
_QUOTING = str.maketrans("", "", "\"'\\")


def _octet(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))


def holds_secret(legible: str) -> bool:
    """Whether some of the text may be a secret: then none of it is quoted. In doubt, it may."""
    text = lower(legible)
    # A name may be encoded, and a value may follow it in JSON, in a header or in a sentence.
    decoded = _PERCENT.sub(_octet, _PERCENT.sub(_octet, text)) if "%" in text else text
    compact = "".join(lower(decoded).translate(_QUOTING).split())
    return (
        any(name + sign in compact for name in SECRET_NAMES for sign in "=:>")
        or any(form in text for form in SECRET_FORMS)
        or any(not text.endswith(NOT_SECRET, 0, run.start()) for run in _LONG_RUN.finditer(text))
        # A password may stand before an @.
        or ":" in text[: max(0, text.rfind("@"))].replace("://", "")
    )
