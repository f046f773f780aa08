"""What Lighthouse says of the main pages, on the phone that it imagines: a slow link and a quarter of this processor."""

from __future__ import annotations

import json
import os
import subprocess
from typing import Any

from live_checks.tools import installed
from server import ROOT, Host

LIGHTHOUSE = ROOT / "bench" / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = {
    "performance": "Performance",
    "accessibility": "Access",
    "best-practices": "Practices",
    "seo": "SEO",
}
METRICS = {
    "first-contentful-paint": "First paint",
    "total-blocking-time": "Blocked",
    "cumulative-layout-shift": "Shift",
}
PAGES = ("", "setup/", "sandbox/", "review/", "questionnaire/", "production/", "troubleshooting/")
LANGUAGES = ("", "en/")
TRIES = 3


def measure(host: Host) -> list[dict[str, Any]]:
    """Each page once, in each language: its scores of 100, its metrics, and what it lost points for."""
    return [audit(host, f"/{lang}{page}") for page in PAGES for lang in LANGUAGES]


def audit(host: Host, path: str) -> dict[str, Any]:
    command = [
        str(LIGHTHOUSE),
        host.site + path,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox",
    ]
    environment = {**os.environ, "CHROME_PATH": installed("chromium") or ""}
    # Now and then Lighthouse misses the beginning of its own trace, says so and asks to be run again.
    for _ in range(TRIES):
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603
        if done.returncode == 0:
            break
    done.check_returncode()
    told = json.loads(done.stdout)
    return {
        "page": path,
        "scores": {name: round(100 * told["categories"][name]["score"]) for name in CATEGORIES},
        "metrics": {name: told["audits"][name]["displayValue"] for name in METRICS},
        "lost": lost(told),
    }


def lost(told: dict[str, Any]) -> list[str]:
    """What was found wrong; metrics aside, which a loaded machine spoils."""
    weighed = (
        ref["id"] for name in CATEGORIES for ref in told["categories"][name]["auditRefs"] if ref["weight"]
    )
    audits = (told["audits"][name] for name in weighed)
    return [
        audit["id"] for audit in audits if audit["score"] == 0 and audit.get("scoreDisplayMode") == "binary"
    ]


def table(audits: list[dict[str, Any]]) -> list[list[str]]:
    head = ["Page", *CATEGORIES.values(), *METRICS.values(), "Lost for"]
    body = [
        [
            f"`{told['page']}`",
            *map(str, told["scores"].values()),
            *told["metrics"].values(),
            ", ".join(f"`{name}`" for name in told["lost"]) or "–",
        ]
        for told in audits
    ]
    return [head, *body]
