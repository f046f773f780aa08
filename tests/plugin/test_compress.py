"""What the build compresses: once, the same each time, and only where it is worth it."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import brotli
import pytest
from live_checks import compress

TEXT = b"the same words, again and again; " * 200


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "assets").mkdir(parents=True)
    return site


def test_a_file_gets_both_forms_and_keeps_itself(site: Path) -> None:
    page = site / "index.html"
    page.write_bytes(TEXT)
    compress.compress(site, site.parent / "cache")
    assert page.read_bytes() == TEXT
    assert brotli.decompress((site / "index.html.br").read_bytes()) == TEXT
    assert gzip.decompress((site / "index.html.gz").read_bytes()) == TEXT


def test_what_would_not_get_smaller_has_no_forms(site: Path) -> None:
    (site / "random.bin").write_bytes(random.Random(1).randbytes(5000))
    (site / "empty.txt").write_bytes(b"")
    (site / "picture.png").write_bytes(TEXT)
    compress.compress(site, site.parent / "cache")
    assert sorted(path.name for path in site.rglob("*") if path.is_file()) == [
        "empty.txt",
        "picture.png",
        "random.bin",
    ]


def test_it_comes_out_the_same_without_what_was_kept(site: Path) -> None:
    for name in ("a.js", "assets/b.js"):  # The same content twice, at once.
        (site / name).write_bytes(TEXT)
    compress.compress(site, site.parent / "cache")
    first = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    compress.compress(site, site.parent / "another cache")
    assert first == {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert len(first) == 6


def test_a_changed_file_and_one_that_is_gone_leave_no_old_forms(site: Path) -> None:
    for name in ("changed.txt", "gone.txt"):
        (site / name).write_bytes(TEXT)
    compress.compress(site, site.parent / "cache")
    (site / "gone.txt").unlink()
    (site / "changed.txt").write_bytes(TEXT + TEXT)
    compress.compress(site, site.parent / "cache")
    assert not list(site.glob("gone*"))
    assert brotli.decompress((site / "changed.txt.br").read_bytes()) == TEXT + TEXT
