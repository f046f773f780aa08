"""What one nginx serves: requests a second and how long the slowest wait, and what a thousand readers download.

h2load asks over HTTP/2 and TLS, as browsers do, from the same machine: the two share its processors, so that a
host of its own serves more.
"""

from __future__ import annotations

import re
import statistics
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from live_checks.tools import installed
from playwright.sync_api import Playwright
from server import Host, Sent
from start import reader, started, visit

CLIENTS = 50
SECONDS = 8
READERS = 1000
KINDS = {
    "html": "The sandbox page alone",
    "wasm": "Python's image alone",
    "mix": "All that a first visit asks for",
}


def measure(playwright: Playwright, host: Host) -> dict[str, Any]:
    visits = two_visits(playwright, host)
    first = [host.public(sent.uri) for sent in visits["first"]]
    asked = {
        "html": [host.path("ours")],
        "wasm": [uri for uri in first if uri.endswith(".wasm")],
        "mix": first,
    }
    return {
        "clients": CLIENTS,
        "seconds": SECONDS,
        "readers": READERS,
        "load": {kind: load(host, uris) for kind, uris in asked.items()},
        "visits": {
            which: {"requests": len(files), "bytes": sum(sent.bytes for sent in files)}
            for which, files in visits.items()
        },
    }


def two_visits(playwright: Playwright, host: Host) -> dict[str, list[Sent]]:
    """What a reader who checks something downloads, for the first time and an hour later."""
    told = {}
    with started(playwright.chromium) as chromium, reader(chromium) as context:
        for which in ("first", "later"):
            with host.listening() as sent:
                page, _ = visit(context, host.url("ours"))
                page.close()
            told[which] = sent
    return told


def load(host: Host, uris: list[str]) -> dict[str, float]:
    """Ask for these in turn, for some seconds. Raises ValueError unless every answer is the file that was asked for."""
    program = installed("h2load")
    if program is None:
        raise FileNotFoundError("h2load is missing: run `make bench`")
    log = host.root / "load.log"
    log.unlink(missing_ok=True)
    done = subprocess.run(  # noqa: S603 - the program that was found, and addresses of our own server
        [
            program,
            f"--clients={CLIENTS}",
            "--max-concurrent-streams=4",
            f"--duration={SECONDS}",
            "--warm-up-time=1",
            "--header=accept-encoding: br",
            f"--log-file={log}",
            *(urljoin(host.secure, uri) for uri in uris),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return told(done.stdout, log)


def told(said: str, log: Path) -> dict[str, float]:
    """What h2load says and logs: a line for each request, with its status and its microseconds."""
    found = re.search(r"finished in .*, ([\d.]+) req/s, ([\d.]+)([KMG]?)B/s", said)
    if found is None or not all(
        none in said for none in ("0 failed, 0 errored, 0 timeout", "0 3xx, 0 4xx, 0 5xx")
    ):
        raise ValueError(said)
    rows = (line.split("\t") for line in log.read_text("utf-8").splitlines())
    # What was still on its way when the time was over has no status.
    taken = [int(microseconds) / 1000 for _, status, microseconds in rows if status == "200"]
    return {
        "per_second": float(found[1]),
        "bytes_per_second": float(found[2]) * 1024 ** " KMG".index(found[3] or " "),
        "median": statistics.median(taken),
        "p99": statistics.quantiles(taken, n=100)[98],
    }


def document(measured: dict[str, Any]) -> list[list[list[str]]]:
    """Two tables: what is served, and what is downloaded."""
    served = [["", "Requests a second", "MB a second", "Median", "99 %"]]
    for kind, words in KINDS.items():
        row = measured["load"][kind]
        served.append(
            [
                words,
                f"{row['per_second']:,.0f}",
                f"{row['bytes_per_second'] / 1e6:,.0f}",
                f"{row['median']:.1f} ms",
                f"{row['p99']:.1f} ms",
            ]
        )
    downloaded = [["", "Requests", "Sent"]]
    for which, words in (("first", "first"), ("later", "later")):
        row = measured["visits"][which]
        downloaded.append(
            [
                f"{measured['readers']:,} {words} visits with a check",
                f"{row['requests'] * measured['readers']:,}",
                f"{row['bytes'] * measured['readers'] / 1e6:,.0f} MB",
            ]
        )
    return [served, downloaded]
