"""What several tests share: the built site, and where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site. `make test` builds it; a test run by hand says how."""
    built = ROOT / "site"
    if not (built / "index.html").exists():
        pytest.fail("there is no site to test: run `make build` first")
    return built
