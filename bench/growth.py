"""How the three things that grow grow: `make growth`.

- the build with the number of pages: once, ten and a hundred times the guide's;
- the start with the number of rules: today's and ten times as many, in a new CPython, and in the page of a site that
  is built with them;
- a check with the length of what is pasted: 1 kB, 10 kB, 100 kB, 1 MB.

Each is at most linear when ten times as much takes at most ten times as long. For a check it is the slowest of
several fills (ordinary and hostile); one that refuses a long text at once stays below the ratio. A hundred times
the guide takes some minutes to build, and ten times the rules to pack, which is why this is no part of `make bench`.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import qbo_checks
import report
import server
import start
from playwright.sync_api import sync_playwright
from qbo_checks.model import Check
from qbo_checks.portal import SANDBOX_URI

ROOT = Path(__file__).parents[1]
SOURCES = ("docs", "overrides", "validators", "mkdocs.yml", "LICENSE")
PAGES = (1, 10, 100)
RULES = (1, 10)
STARTS = 9
SIZES = (1_000, 10_000, 100_000, 1_000_000)
ROUNDS = 3
FILLS = (
    *("a", "A", "é", " ", "\n", "/", "//", '"', ".", ",", "%", "%2F", "@", ":", "://", "https://", "#", "?a=b&", "/..", ";a/"),
    *("\0", "\u200b", "a\u200b", "\u0430", "\ud800", "{", "[", "](", "code=", "xn--a.", "1.1.1.1\n", "1.1.1.1-", "error=", "eyJ."),
    *(f"{SANDBOX_URI}\n", "client_id=", "https://appcenter.intuit.com/connect/oauth2?redirect_uri="),
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


def checking() -> dict[str, list[float]]:
    """For each check, the time of its slowest fill at each size."""
    return {
        name: [max(seconds(qbo_checks.load(name), fill, size) for fill in FILLS) for size in SIZES]
        for name in qbo_checks.names()
    }


def building() -> list[float]:
    """The time of the whole build, both languages, with each page once, ten and a hundred times."""
    return [seconds_of_build(times) for times in PAGES]


def seconds_of_build(times: int) -> float:
    with copied(*SOURCES) as folder:
        (folder / ".cache").symlink_to(ROOT / ".cache")  # Python's runtime does not grow with the pages.
        for page in list((folder / "docs").glob("*/*.md")):
            for count in range(1, times):
                shutil.copy(page, page.with_stem(f"{page.stem}-{count}"))
        began = perf_counter()
        build(folder)
        return perf_counter() - began


def build(folder: Path) -> None:
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    # Not strict: copies of pages are not in the navigation, which is a warning.
    rules = os.environ | {"PYTHONPATH": str(folder / "validators")}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, env=rules, check=True)


def starting() -> list[float]:
    """The median time from a new interpreter to its first answer, all checks loaded, today and with ten times as many."""
    request = json.dumps(
        {
            "check": "redirect-uri",
            "lang": "fr",
            "fields": {"environment": "sandbox", "uri": f"{SANDBOX_URI}/"},
        }
    )
    script = (
        f"from qbo_checks import browser, load, names; [*map(load, names())]; browser.answer({request!r})"
    )
    medians = []
    for times in RULES:
        with copied("validators") as folder:
            multiply(folder, times)
            command = [sys.executable, "-c", script]
            environment = os.environ | {"PYTHONPATH": str(folder / "validators")}
            taken = []
            for _ in range(STARTS + 1):
                began = perf_counter()
                subprocess.run(command, env=environment, check=True)  # noqa: S603 - this Python, this script
                taken.append(perf_counter() - began)
            medians.append(statistics.median(taken[1:]))  # The first one compiles.
    return medians


def starting_in_the_page() -> dict[str, list[float]]:
    """For each browser, the median time of a first visit's first verdict, today and with ten times the rules."""
    with ExitStack() as open_, sync_playwright() as playwright:
        hosts = []
        for times in RULES:
            folder = open_.enter_context(copied(*SOURCES))
            multiply(folder, times)
            build(folder)
            hosts.append(open_.enter_context(server.serving(folder / "site")))
        found = {}
        for browser_type in (playwright.chromium, playwright.firefox):
            taken: list[list[float]] = [[] for _ in hosts]
            with start.started(browser_type) as browser:
                for _ in range(STARTS + 1):
                    for host, visits in zip(hosts, taken, strict=True):  # In turn, as in `make bench`.
                        with start.reader(browser) as context:
                            visits.append(start.visit(context, host.url("ours"))[1] / 1000)
            found[browser_type.name] = [statistics.median(visits[1:]) for visits in taken]
        return found


def multiply(folder: Path, times: int) -> None:
    """Put copies of each check beside it. They are packed and asked as the first one is."""
    checks = folder / "validators" / "qbo_checks" / "checks"
    for check in [path for path in checks.glob("*.py") if path.stem != "__init__"]:
        for count in range(1, times):
            shutil.copy(check, check.with_stem(f"{check.stem}_{count}"))


@contextmanager
def copied(*names: str) -> Iterator[Path]:
    """A folder with copies of these, to grow in."""
    with tempfile.TemporaryDirectory(prefix="qbo-growth-") as folder:
        for name in names:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, Path(folder, name))
        yield Path(folder)


def rows() -> Iterator[list[str]]:
    yield row("Build, pages", [f"× {times}" for times in PAGES], building())
    yield row("Start of CPython, rules", [f"× {times}" for times in RULES], starting())
    for browser, taken in starting_in_the_page().items():
        yield row(f"First verdict in {browser.title()}, rules", [f"× {times}" for times in RULES], taken)
    for name, times in checking().items():
        yield row(f"Check, `{name}`", [f"{size // 1000} kB" for size in SIZES], times)


def row(name: str, sizes: list[str], times: list[float]) -> list[str]:
    """What grows, and each time with its ratio to the one before."""
    ratios = ["", *(f" (× {now / before:.1f})" for before, now in pairwise(times))]
    told = [
        f"{size}: {time * 1000:,.0f} ms{ratio}" if time >= 0.01 else f"{size}: {time * 1000:.1f} ms{ratio}"
        for size, time, ratio in zip(sizes, times, ratios, strict=True)
    ]
    return [name, "; ".join(told)]


if __name__ == "__main__":
    table = [["What", "Time, and the ratio to the one before"], *rows()]
    print("\n".join(report.aligned(table)))
    report.rewrite(
        "growth",
        [f"{report.today()}, {report.machine()}, CPython {report.python()}.", "", *report.markdown(table)],
    )
