"""How soon the page answers, and at what price: ours beside stock Pyodide, PyScript and plain JavaScript.

Every column is measured in the same rounds, one after the other, so that whatever else the machine does hits
all of them. Time runs from the reader's first intent (the field gets the focus as soon as the page has loaded)
to the first verdict; bench/pages/intent.js is the stop watch.
"""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from live_checks.tools import launch_options
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, Playwright
from server import ROOT, Host, Sent

COLUMNS = ("ours", "stock", "pyscript", "micropython", "javascript")
EVERY = {"pyscript": 3}
"""It is stock Pyodide with more around it: a third of the rounds tell that, and the whole stays short."""
INTENT = ROOT / "bench" / "pages" / "intent.js"
CHECKS = 300
SLOW = {"offline": False, "latency": 165, "downloadThroughput": 9e6 / 8, "uploadThroughput": 9e6 / 8}
"""9 Mbit/s and 165 ms, as the developer tools emulate them. Only Chromium can: Firefox has no such row."""

SAMPLES = dict[tuple[str, str, str], list[float]]
"""Milliseconds, by browser, column and what was measured."""


def measure(playwright: Playwright, host: Host, rounds: int) -> dict[str, Any]:
    samples: SAMPLES = defaultdict(list)
    with started(playwright.chromium) as chromium, started(playwright.firefox) as firefox:
        versions = {browser.browser_type.name: browser.version for browser in (chromium, firefox)}
        for browser in (chromium, firefox):
            before_intent(browser, host)  # Nobody times a browser's very first page.
        for count in range(rounds):
            turn = [column for column in COLUMNS if count % EVERY.get(column, 1) == 0]
            for browser in (chromium, firefox):
                for column in turn:
                    visits(browser, host, column, samples)
            for column in turn:
                slow_visit(chromium, host, column, samples)
        page = before_intent(chromium, host)
        checks = {column: for_the_check(chromium, host, column, page) for column in COLUMNS}
    for browser_type in (playwright.chromium, playwright.firefox):
        with started(browser_type) as browser:  # One at a time: nobody checks in two browsers at once.
            for column in COLUMNS:
                many_checks(browser, host, column, samples)
    return {
        "browsers": versions,
        "rounds": rounds,
        "milliseconds": summary(samples),
        "page_bytes": by_kind(page),
        "check_bytes": {column: sum(sent.bytes for sent in files) for column, files in checks.items()},
        "check_files": {column: [sent.__dict__ for sent in files] for column, files in checks.items()},
        "memory_bytes": {column: memory(playwright.chromium, host, column) for column in COLUMNS},
    }


@contextmanager
def started(browser: BrowserType) -> Iterator[Browser]:
    options = launch_options(browser)
    if browser.name == "firefox":
        options |= {"firefox_user_prefs": {"privacy.reduceTimerPrecision": False}}
    running = browser.launch(**options)
    yield running
    running.close()


@contextmanager
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody who has never been here: no cache, and an intent as soon as a page has loaded."""
    context = browser.new_context()
    context.add_init_script(path=INTENT)
    yield context
    context.close()


def visit(context: BrowserContext, address: str) -> tuple[Page, float]:
    """The page, and how long its first verdict took."""
    page = context.new_page()
    page.goto(address)
    first = page.evaluate("bench.first")
    if first["verdict"] != "fail":
        raise AssertionError(f"{address} found no fault: {first}")
    return page, float(first["milliseconds"])


def visits(browser: Browser, host: Host, column: str, samples: SAMPLES) -> None:
    """The same reader's first and second, and with ours a third one, once they have kept the guide on their device."""
    name = browser.browser_type.name
    with reader(browser) as context:
        for which in ("first", "later", "kept"):
            if which == "kept":
                if column != "ours":
                    return
                keep(context, host)
            page, taken = visit(context, host.url(column))
            samples[name, column, which].append(taken)
            for phase, duration in phases(page):
                samples[name, column, f"{which} {phase}"].append(duration)
            page.close()


def keep(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    page.goto(f"{host.site}/")
    page.locator("[data-offline] [data-part=keep]").click()
    page.locator("[data-offline] [data-part=forget]").wait_for()
    page.close()


def phases(page: Page) -> list[tuple[str, float]]:
    """What the page itself says of its start and of its checks. Ours does; nobody else."""
    measures = page.evaluate("performance.getEntriesByType('measure').map(it => [it.name, it.duration])")
    return [(name, duration) for name, duration in measures if name.startswith("qbo:")]


def slow_visit(chromium: Browser, host: Host, column: str, samples: SAMPLES) -> None:
    with reader(chromium) as context:
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send("Network.emulateNetworkConditions", SLOW)
        page.goto(host.url(column))
        samples["chromium", column, "slow"].append(page.evaluate("bench.first")["milliseconds"])


def many_checks(browser: Browser, host: Host, column: str, samples: SAMPLES) -> None:
    with reader(browser) as context:
        page, _ = visit(context, host.url(column))
        name = browser.browser_type.name
        samples[name, column, "again"] += page.evaluate(f"bench.again({CHECKS})")
        # Page to worker to page alone, without drawing what was found; the first one belongs to the start.
        calls = [duration for phase, duration in phases(page) if phase == "qbo:call"]
        samples[name, column, "again qbo:call"] += calls[1:]


def before_intent(browser: Browser, host: Host) -> list[Sent]:
    """What a reader who only reads the sandbox page downloads."""
    context = browser.new_context()
    # What the page fetches when it has nothing else to do is for a check that may come.
    context.add_init_script("window.requestIdleCallback = () => 0")
    with host.listening() as sent:
        page = context.new_page()
        page.goto(host.url("ours"))
        # A browser may never call its network idle. What a page asks for by itself, it asks for as it loads.
        page.evaluate("new Promise((done) => setTimeout(done, 500))")
    context.close()
    return sent


def for_the_check(chromium: Browser, host: Host, column: str, page: list[Sent]) -> list[Sent]:
    """What a first verdict takes beyond the page itself, which for the other columns is an empty form."""
    with reader(chromium) as context, host.listening() as sent:
        visit(context, host.url(column))
    read = {file.uri for file in page} | {f"{host.path(column)}index.html"}
    return [file for file in sent if file.uri not in read]


def by_kind(page: list[Sent]) -> dict[str, int]:
    kinds: dict[str, int] = defaultdict(int)
    for file in page:
        kinds[PurePosixPath(file.uri).suffix.removeprefix(".")] += file.bytes
    return dict(kinds) | {"total": sum(kinds.values())}


def memory(chromium: BrowserType, host: Host, column: str) -> int | None:
    """What the process of the page and its worker holds for itself once the first verdict is there, in bytes.

    Linux tells (proc_pid_smaps(5)); elsewhere nobody does.
    """
    with started(chromium) as browser, reader(browser) as context:
        visit(context, host.url(column))
        told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
        pages = [
            Path(f"/proc/{it['id']}/smaps_rollup") for it in told["processInfo"] if it["type"] == "renderer"
        ]
        if not all(page.exists() for page in pages):
            return None
        held = [re.findall(r"Private_(?:Clean|Dirty):\s+(\d+) kB", page.read_text("utf-8")) for page in pages]
        return sum(int(kilobytes) * 1024 for page in held for kilobytes in page)


def summary(samples: SAMPLES) -> dict[str, dict[str, dict[str, dict[str, float]]]]:
    """By browser, column and what was measured: the median, how far apart, and the 99th percentile of many."""
    told: dict[str, Any] = {}
    for (browser, column, what), values in samples.items():
        if not values:
            continue
        figures = {"median": statistics.median(values), "least": min(values), "most": max(values)}
        if len(values) >= CHECKS:
            figures["p99"] = statistics.quantiles(values, n=100)[98]
        told.setdefault(browser, {}).setdefault(column, {})[what] = figures
    return told


def sizes(folder: Path) -> dict[str, dict[str, int]]:
    """The files of our runtime: as they are, and as gzip and brotli leave them."""
    names = sorted(path for path in folder.rglob("*") if path.suffix not in {".gz", ".br"} and path.is_file())
    return {
        path.relative_to(folder).as_posix(): {
            "raw": path.stat().st_size,
            **{
                label: Path(f"{path}{suffix}").stat().st_size
                for label, suffix in (("gzip", ".gz"), ("brotli", ".br"))
                if Path(f"{path}{suffix}").exists()
            },
        }
        for path in names
    }
