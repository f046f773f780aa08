"""How long the redirect URI check takes on texts made to be slow.

``python bench/redirect_uri.py [LENGTH]`` prints the ten slowest.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "validators"))

from qbo_checks import run
from qbo_checks.checks.redirect_uri import AUTHORIZE, SANDBOX

HOST = SANDBOX.removesuffix("/oauth2/callback")
BEGINNINGS = ("", f"{HOST}/", f"{HOST}/oauth2 ", "[](", f"https://{AUTHORIZE}/connect/oauth2?redirect_uri=")
UNITS = (
    *('"', "/", "\\", ".", " ", "\n", "%", "%2", "%2F", "%41", "@", ":", "://", "https://", "[", "](", ";", "?", "&"),
    *("=", "code=", "&code=", "=https://", "?=https://", "http://a ", "https://a,", SANDBOX, f"{SANDBOX} ", "/..", ";a/"),
    *("a", "A", "a b", "xn--a.", "eyj", "1.", "\0", "\u200b", "a\u200b", "\u0301", "\u0430", "\uff0f", "\ud800"),
)  # fmt: skip


def hostile(length: int) -> Iterator[tuple[str, str]]:
    """Texts of a length, each with its name: one unit over and over, after each beginning."""
    for beginning in BEGINNINGS:
        for unit in UNITS:
            text = (beginning + unit * (length // len(unit) + 1))[:length]
            yield f"{beginning!a} {unit!a}", text


def seconds(length: int) -> dict[str, float]:
    """The processor time that each takes."""
    taken = {}
    for name, text in hostile(length):
        before = time.process_time()
        run("redirect-uri", {"uri": text, "environment": "sandbox"}, "en")
        taken[name] = time.process_time() - before
    return taken


if __name__ == "__main__":
    times = seconds(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    for name in sorted(times, key=times.__getitem__, reverse=True)[:10]:
        sys.stdout.write(f"{times[name]:7.3f} s  {name}\n")
