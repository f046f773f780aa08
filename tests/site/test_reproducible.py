"""The same inputs give the same bytes: the site is built anew, and compared file by file.

It is built as the README says that it is built without make: by the installed package, away from its sources.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = (
    "docs",
    "overrides",
    "plugin",
    "validators",
    "mkdocs.yml",
    "LICENSE",
)
INSTALLED = (".git", ".venv", "node_modules")
# Chromium prints them, with an hour of its own; tests/site/test_pdf.py reads them.
PRINTED = ("guide.pdf", "setup.pdf")


def copied(folder: Path) -> Path:
    """The sources in another place, where nothing is kept of an earlier build."""
    for source in map(ROOT.joinpath, SOURCES):
        if source.is_dir():
            shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder)
    for name in INSTALLED:
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / ".cache" / "pdf", folder / ".cache" / "pdf")
    # Kept by content, and slow to make: tests/plugin/test_compress.py and tests/runtime/test_pack.py see that they come out the same.
    for kept in ("compressed", "runtime"):
        (folder / ".cache" / kept).symlink_to(ROOT / ".cache" / kept)
    return folder


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.name not in PRINTED
    }


def installed(folder: Path) -> Path:
    """The package as `pip install --no-deps .` puts it among the others."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def committed() -> str:
    """When the last commit was made: the hour that `make build` gives to what it builds."""
    command = ["git", "log", "-1", "--format=%ct"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.slow
def test_two_builds_are_the_same_to_the_byte(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, site: Path
) -> None:
    """What may differ between two machines without being an input: place, hashes' seed, zone, language."""
    elsewhere = copied(tmp_path)
    package = installed(tmp_path_factory.mktemp("installed"))
    # Before the folder in which the tests themselves find the package.
    surroundings = {
        "PYTHONPATH": str(package),
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "LANG": "fr_CA.UTF-8",
    }
    built = {"SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or committed(), "GUIDE_PDF": "true"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "another site"],
        cwd=elsewhere,
        env={**os.environ, **built, **surroundings, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    there = elsewhere / "another site"
    one, two = files(site), files(there)
    assert one.keys() == two.keys()
    assert [name for name, content in one.items() if two[name] != content] == []
    for ending in ("nginx.conf", "Caddyfile", "cloudfront.json", "r2.js", "s3.sh"):
        ours, theirs = (
            folder.with_name(f"{folder.name}.{ending}")
            .read_text("utf-8")
            # A shell's script quotes a folder whose name has a space.
            .replace(shlex.quote(str(folder)), "")
            .replace(str(folder), "")
            .replace(folder.name, "site")
            for folder in (site, there)
        )
        assert ours == theirs
