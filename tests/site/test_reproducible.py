"""The same inputs give the same bytes: two builds, in two places, at two hours, are compared file by file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EPOCH = "1764115200"


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    # What may differ between two machines without being an input: hashes' seed, hour, place.
    surroundings = [
        {"PYTHONHASHSEED": "1", "TZ": "America/Montreal", "LANG": "fr_CA.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LANG": "C.UTF-8"},
    ]
    folders = [tmp_path / "one", tmp_path / "a longer name" / "two"]
    for folder, environment in zip(folders, surroundings, strict=True):
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder],
            cwd=ROOT,
            env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", **environment},
            check=True,
            capture_output=True,
        )
    built = [
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in folders
    ]
    assert built[0].keys() == built[1].keys()
    assert [name for name, content in built[0].items() if built[1][name] != content] == []
    one, two = (folder.with_name(f"{folder.name}.nginx.conf").read_text("utf-8") for folder in folders)
    assert one.replace(str(folders[0]), "") == two.replace(str(folders[1]), "")
