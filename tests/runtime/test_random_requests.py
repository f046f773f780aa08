"""What nobody wrote is answered by the image too: else what is pasted would decide whether the network is used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from live_checks.project import Project
from live_checks.runtime import pack

PROJECT = Project.at(Path(__file__).parents[2])

HERE = Path(__file__).parent


def test_the_image_answers_whatever_is_pasted(tmp_path: Path) -> None:
    """A short round, the same each time. For a long one: `random_requests.py 30000 SEED`, then `plugin/live_checks/runtime/answers.mjs image`."""
    requests = tmp_path / "requests.jsonl"
    made = subprocess.run(
        [sys.executable, HERE / "random_requests.py", "400", "1"],
        capture_output=True,
        text=True,
        check=True,
    )
    requests.write_text(made.stdout, "utf-8")
    assert pack.prove(PROJECT, "image", pack.packed(PROJECT), requests) == 400


def test_what_a_rule_may_import_late_is_in_the_image() -> None:
    """Codecs are imported by their name, in the midst of an answer."""
    assert {"encodings.cp1252", "encodings.punycode"} <= {*pack.imports(PROJECT)}
