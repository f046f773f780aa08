"""How soon Python answers in the page, measured: ``make bench`` (bench/README.md says how, and holds the last table).

    python bench [--json] [--rounds N]

Nine rounds take a quarter of an hour on a machine that does nothing else. ``--json`` prints everything that
was measured; only a whole run (nine rounds or more) rewrites the table in bench/README.md.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

import audit
import load
import report
import server
import start
from playwright.sync_api import sync_playwright

ENOUGH = 9
COLUMNS = {
    "ours": "Ours",
    "stock": "Stock Pyodide",
    "pyscript": "PyScript, Pyodide",
    "micropython": "PyScript, MicroPython",
    "javascript": "JavaScript",
}
TIMES = {
    "first": "First visit",
    "later": "Later visit",
    "kept": "Later visit, guide kept offline",
    "slow": "First visit, 9 Mbit/s and 165 ms",
    "again": "A check once it runs",
}
COMPARED = {"kept": "later"}
"""Stock Pyodide keeps nothing offline: its own later visit is what the row is compared with."""


def main() -> None:
    options = argparse.ArgumentParser(prog="python bench", description=__doc__)
    options.add_argument("--json", action="store_true", help="print everything that was measured")
    options.add_argument("--rounds", type=int, default=ENOUGH, help="fewer, for a quick look")
    asked = options.parse_args()
    with server.serving(server.ROOT / "site") as serving, sync_playwright() as playwright:
        measured = {
            "date": report.today(),
            "machine": report.machine(),
            "pyodide": json.loads((server.NPM["pyodide"] / "package.json").read_text("utf-8"))["version"],
            **start.measure(playwright, serving, asked.rounds),
            "audited": audit.measure(serving),
            "served": load.measure(playwright, serving),
            "sizes": start.sizes(serving.root / "site" / "assets"),
        }
    print(json.dumps(measured, indent=1) if asked.json else text(measured))
    if asked.rounds >= ENOUGH:
        report.rewrite("measured", document(measured))
        report.rewrite("served", served(measured))
        report.rewrite("audited", audited(measured))


def rows(measured: dict[str, Any]) -> list[list[str]]:
    """The main table, each row with a name and a cell for each column."""
    table = []
    for what, words in TIMES.items():
        for browser, columns in measured["milliseconds"].items():
            if any(what in column for column in columns.values()):
                stock = columns["stock"].get(COMPARED.get(what, what))
                cells = [_time(columns[column].get(what), stock) for column in COLUMNS]
                table.append([f"{words}, {browser.title()}", *cells])
    for what, words in (
        ("check_bytes", "Bytes for the first check"),
        ("memory_bytes", "Memory of page and worker, Chromium"),
    ):
        stock = measured[what]["stock"]
        table.append([words, *(_bytes(measured[what][column], stock) for column in COLUMNS)])
    return table


def _time(figures: dict[str, float] | None, stock: dict[str, float] | None) -> str:
    if not figures or not stock:
        return "–"
    if "p99" in figures:
        return f"{figures['median']:.1f} ms (99 %: {figures['p99']:.1f})"
    return f"{figures['median'] / 1000:.2f} s ({figures['median'] / stock['median']:.2f})"


def _bytes(count: int | None, stock: int | None) -> str:
    if count is None or stock is None:
        return "–"
    told = f"{count / 1e6:.2f} MB" if count >= 100_000 else f"{count / 1e3:.1f} kB"
    return f"{told} ({count / stock:.2f})"


def phases(measured: dict[str, Any]) -> list[list[str]]:
    """Where the time of our visits goes, as the page itself tells."""
    told = [
        [
            what,
            browser.title(),
            f"{figures['median']:.1f} ms" + (f" (99 %: {figures['p99']:.1f})" if "p99" in figures else ""),
        ]
        for browser, columns in measured["milliseconds"].items()
        for what, figures in columns["ours"].items()
        if "qbo:" in what
    ]
    return told or [["–", "–", "–"]]


def context(measured: dict[str, Any]) -> str:
    browsers = " and ".join(f"{name.title()} {version}" for name, version in measured["browsers"].items())
    return f"{measured['date']}, {measured['machine']}; {browsers}; Pyodide {measured['pyodide']}; medians of {measured['rounds']} rounds"


def before(measured: dict[str, Any]) -> str:
    kinds = sorted(measured["page_bytes"].items(), key=lambda kind: -kind[1])
    return ", ".join(f"{kind} {count / 1e3:.1f} kB" for kind, count in kinds)


def document(measured: dict[str, Any]) -> list[str]:
    """What bench/README.md shows."""
    return [
        f"{context(measured)}. In brackets: the ratio to stock.",
        "",
        *report.markdown([["", *COLUMNS.values()], *rows(measured)]),
        "",
        f"What the sandbox page itself takes before any intent: {before(measured)}.",
        "",
        *report.markdown([["Phase of ours", "Browser", "Time"], *phases(measured)]),
    ]


def served(measured: dict[str, Any]) -> list[str]:
    """What bench/README.md shows of the server."""
    told = measured["served"]
    answers, downloads = map(report.markdown, load.document(told))
    asked = f"{told['clients']} clients, {told['seconds']} seconds each, HTTP/2 over TLS, brotli"
    return [f"{measured['date']}, {measured['machine']}; nginx; {asked}.", "", *answers, "", *downloads]


def audited(measured: dict[str, Any]) -> list[str]:
    """What bench/README.md shows of Lighthouse's verdicts."""
    version = json.loads((server.ROOT / "bench" / "package.json").read_text("utf-8"))["devDependencies"]
    told = f"{measured['date']}, {measured['machine']}; Lighthouse {version['lighthouse']}, Chromium {measured['browsers']['chromium']}."
    return [told, "", *report.markdown(audit.table(measured["audited"]))]


def text(measured: dict[str, Any]) -> str:
    """What the terminal shows: the table, and the files that it comes from."""
    lines = [context(measured), "", *report.aligned([["", *COLUMNS.values()], *rows(measured)]), ""]
    lines += [f"Before any intent: {before(measured)}", "", *report.aligned(phases(measured)), ""]
    for table in (*load.document(measured["served"]), audit.table(measured["audited"])):
        lines += [*report.aligned(table), ""]
    lines += ["What each first check downloads:"]
    for column, files in measured["check_files"].items():
        lines += [f"  {COLUMNS[column]}", *(f"{file['bytes']:>12,}  {file['uri']}" for file in files)]
    lines += ["", "Files of ours: raw, gzip, brotli"]
    for name, size in measured["sizes"].items():
        cells = (f"{size[kind]:>12,}" if kind in size else f"{'–':>12}" for kind in ("raw", "gzip", "brotli"))
        lines.append("".join(cells) + f"  {name}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
