"""What several tests share: the built site, where it is, and its pages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import settings

# How long one example takes says more of the machine than of the rule: no test is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]

# Where the guide's pages stood before: what lives there leads on, and tests/site/test_old_addresses.py tests it.
OLD = ("integrations/", "fr-ca/")
# A frame of the worker's, which nobody reads.
FRAME = "assets/"
# What other sites show in a frame: tests/embed tests it.
EMBEDDED = "embed/v1/"
# What a service worker sends for what is not kept, in both languages: tests/browser/test_offline.py.
FALLBACK = "offline.html"


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Twice as many as there are processors: a test in a browser waits half of its time. ``logical`` means as many."""
    return (os.cpu_count() or 1) * (1 if config.option.numprocesses == "logical" else 2)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: nothing then waits for it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fuzz-seconds", type=float, default=0, help="how long each target is fuzzed; 0 is one short round, always the same")  # fmt: skip


@pytest.fixture
def seconds(request: pytest.FixtureRequest) -> float:
    return float(request.config.getoption("--fuzz-seconds"))


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site. `make test` builds it; a test run by hand says how."""
    built = ROOT / "site"
    if not (built / "index.html").exists():
        pytest.fail("there is no site to test: run `make build` first")
    return built


@pytest.fixture(scope="session")
def html(site: Path) -> dict[str, BeautifulSoup]:
    """Every page of the built site, by its path."""
    names = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")))
    return {
        name: BeautifulSoup((site / name).read_text("utf-8"), "html.parser")
        for name in names
        if not name.startswith((*OLD, FRAME, EMBEDDED, FALLBACK))
    }
