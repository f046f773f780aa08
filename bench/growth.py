"""How long a check takes as what is pasted grows: 1 kB, 10 kB, 100 kB, 1 MB, on this machine's CPython.

    python bench/checks.py [--json]

For each check, the slowest of several fills (ordinary and hostile), the median of several runs, and the
ratio between each size and the one before. Linear is a ratio of ten or less; a check that refuses a long text
at once stays below it.
"""

from __future__ import annotations

import json
import platform
import statistics
import sys
from itertools import pairwise
from time import perf_counter

import qbo_checks
from qbo_checks.checks.redirect_uri import SANDBOX
from qbo_checks.model import Check

SIZES = (1_000, 10_000, 100_000, 1_000_000)
ROUNDS = 3
FILLS = (
    *("a", "A", "é", " ", "\n", "/", "//", '"', ".", ",", "%", "%2F", "@", ":", "://", "https://", "#", "?a=b&", "/..", ";a/"),
    *("\0", "\u200b", "a\u200b", "\u0430", "\ud800", "{", "[", "](", "code=", "xn--a.", "1.1.1.1\n", "1.1.1.1-", "error=", "eyJ."),
    *(f"{SANDBOX}\n", "client_id=", "https://appcenter.intuit.com/connect/oauth2?redirect_uri="),
)  # fmt: skip
"""Ordinary and hostile, one unit over and over: each was chosen because some way of reading trips over it."""


def seconds(check: Check, fill: str, size: int) -> float:
    """The median time of one check whose every text field holds ``size`` characters of ``fill``."""
    text = (fill * (size // len(fill) + 1))[:size]
    fields = {
        field.name: next(iter(field.choices)) if field.kind == "choice" else text for field in check.fields
    }
    times = []
    for _ in range(ROUNDS):
        began = perf_counter()
        qbo_checks.run(check.id, fields, "fr")
        times.append(perf_counter() - began)
    return statistics.median(times)


def measure() -> dict[str, list[float]]:
    """For each check, the time of its slowest fill at each size."""
    return {
        name: [max(seconds(qbo_checks.load(name), fill, size) for fill in FILLS) for size in SIZES]
        for name in qbo_checks.names()
    }


def main() -> None:
    table = measure()
    if "--json" in sys.argv:
        print(json.dumps({"python": platform.python_version(), "sizes": SIZES, "seconds": table}, indent=1))
        return
    print(
        f"CPython {platform.python_version()}, {platform.machine()}; milliseconds (ratio to the size before)\n"
    )
    print(f"{'check':16}" + "".join(f"{size // 1000:>12} kB" for size in SIZES))
    for name, times in table.items():
        ratios = [""] + [f" (×{now / before:.1f})" for before, now in pairwise(times)]
        print(
            f"{name:16}"
            + "".join(f"{f'{time * 1000:.1f}{ratio}':>15}" for time, ratio in zip(times, ratios, strict=True))
        )


if __name__ == "__main__":
    main()
