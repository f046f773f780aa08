"""What is built from pyproject.toml holds all that the checks need, and they find it there."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "validators" / "qbo_checks"


def test_the_data_is_in_the_wheel() -> None:
    files = {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    assert "qbo_checks/questionnaire/questionnaire.toml" in files


def test_the_data_is_read_from_an_archive(tmp_path: Path) -> None:
    archive = tmp_path / "package.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in [*PACKAGE.rglob("*.py"), PACKAGE / "questionnaire" / "questionnaire.toml"]:
            packed.write(file, file.relative_to(PACKAGE.parent))
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import qbo_checks.questionnaire.load as q; print(q.__file__, len(q.load().questions))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", program, str(archive)], check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == [str(archive / "qbo_checks" / "questionnaire" / "load.py"), "45"]
