"""What the tests of the site's words share."""

from __future__ import annotations

from pathlib import Path

import prose as reader
import pytest


@pytest.fixture(scope="session")
def prose(site: Path) -> list[reader.Passage]:
    """Everything that readers read, each passage with its language."""
    return reader.read(site)
