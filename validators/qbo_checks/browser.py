"""The door for the page's worker: JSON text in, JSON text out, so that no object crosses the bridge."""

from __future__ import annotations

import json

from qbo_checks import run


def answer(request: str) -> str:
    """``{"check", "lang", "fields"}`` in, a report out; both are JSON, the answer in ASCII.

    ASCII, because a lone surrogate in what was pasted has no other way back into JavaScript.
    """
    asked = json.loads(request)
    return json.dumps(run(asked["check"], asked["fields"], asked["lang"]))
