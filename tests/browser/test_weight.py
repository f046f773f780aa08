"""What a reader downloads who only reads: no Python, no search, and little of the rest; and that it stays in its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from host import BOTH_LANGUAGES, quiet
from playwright.sync_api import Page

MOST = 90_000


@BOTH_LANGUAGES
def test_a_reader_who_only_reads_downloads_little(
    at: Callable[[str], None], page: Page, asked: list[str], site: Path
) -> None:
    at("sandbox/")
    quiet(page)
    # Nor what search takes, before somebody searches.
    assert not [url for url in asked if re.search("/runtime/|/workers/|/search/", url)]
    files = {site / url.partition("?")[0].removeprefix("/") for url in asked if url.startswith("/")}
    files = {path / "index.html" if path.is_dir() else path for path in files}
    assert len(files) > 8
    # As a host would send them; a font is compressed already.
    sent = {path.name: len(brotli.compress(path.read_bytes())) for path in files}
    assert sum(sent.values()) < MOST, sent


SHIFTS = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().reduce((sum, { value }) => sum + value, 0)))
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(0))));
})"""


@pytest.mark.parametrize("path", ["questionnaire/", "troubleshooting/"])
@BOTH_LANGUAGES
def test_nothing_moves_when_the_scripts_come(at: Callable[[str], None], page: Page, path: str) -> None:
    """On a phone; each page has in its first view what a script completes."""
    page.set_viewport_size({"width": 412, "height": 823})
    at(path)
    quiet(page)
    assert page.locator(":not(:defined)").count() == 0
    assert page.evaluate(SHIFTS) < 0.01
