"""What the checks point at in the guide is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import qbo_checks

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_step_that_a_cause_names_is_a_heading_of_the_setup_page(lang: str) -> None:
    steps = {
        cause.step
        for name in qbo_checks.names()
        for rule in qbo_checks.load(name).rules.values()
        for cause in rule.causes
        if cause.step
    }
    assert steps
    page = (DOCS / lang / "setup.md").read_text("utf-8")
    assert steps <= set(re.findall(r"^#+ .*\{ #([\w-]+) \}$", page, re.MULTILINE))
