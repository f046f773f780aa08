"""Copies into the site what is never kept in git: Python's runtime, and the rules packed for it.

The runtime is npm's ``pyodide``. The rules are packed by pyodide-build: a wheel of validators/qbo_checks
without the command line, a ``pyodide-lock.json`` that names it, and both it and the standard library
compiled to ``.pyc`` by the same Python as the page's. Packing is skipped while its inputs are unchanged.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

ROOT = Path(__file__).parents[2]
RULES = ROOT / "validators" / "qbo_checks"
PYODIDE = ROOT / "node_modules" / "pyodide"
CACHE = ROOT / ".cache" / "runtime"

NOT_IN_THE_PAGE = {"cli.py", "py.typed"}
RUNTIME = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
LIBRARY = "python_stdlib.zip"
LOCK = "pyodide-lock.json"

PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "qbo-checks"
version = "{version}"
requires-python = ">=3.11"
"""


def rules() -> Iterator[Path]:
    """The sources that go to the page."""
    yield from (path for path in sorted(RULES.rglob("*.py")) if path.name not in NOT_IN_THE_PAGE)


def digest() -> str:
    """What the packed runtime depends on: the rules, Pyodide, this file and the Python that compiles."""
    inputs = hashlib.sha256(sys.version.encode())
    for path in (*rules(), *RULES.glob("*.toml"), PYODIDE / "package.json", Path(__file__)):
        inputs.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return inputs.hexdigest()[:16]


def pyodide_version() -> str:
    return str(json.loads((PYODIDE / "package.json").read_text("utf-8"))["version"])


def pack(folder: Path) -> None:
    """Fill ``folder`` with everything that the page's worker needs, and its manifest."""
    lock = json.loads((PYODIDE / LOCK).read_text("utf-8"))
    if lock["info"]["python"].rsplit(".", 1)[0] != f"{sys.version_info.major}.{sys.version_info.minor}":
        raise PluginError(
            f"Pyodide runs Python {lock['info']['python']}; build with that minor version, not {sys.version}"
        )
    shutil.rmtree(folder, ignore_errors=True)
    source = folder / "source"
    shutil.copytree(RULES, source / "qbo_checks", ignore=lambda _, names: {*NOT_IN_THE_PAGE} & {*names})
    (source / "pyproject.toml").write_text(PROJECT.format(version="0"), "utf-8")
    _run("build", "--wheel", "--no-isolation", "--outdir", str(folder), str(source))
    shutil.rmtree(source)

    # Only our wheel: the page loads none of Pyodide's own packages.
    (folder / LOCK).write_text(json.dumps({**lock, "packages": {}}), "utf-8")
    _pyodide("lockfile", "add-wheels", "--input", LOCK, "--output", LOCK, *_wheels(folder), cwd=folder)
    shutil.copy2(PYODIDE / LIBRARY, folder)
    _pyodide("py-compile", "--silent", ".", cwd=folder)
    verify(folder)

    for name in RUNTIME:
        shutil.copy2(PYODIDE / name, folder)
    manifest = {
        "pyodide": pyodide_version(),
        "python": lock["info"]["python"],
        "files": [
            {
                "name": path.name,
                "size": path.stat().st_size,
                "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            }
            for path in sorted(folder.iterdir())
        ],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1), "utf-8")


def verify(folder: Path) -> None:
    """Fail unless the packed rules are the sources: the same modules, each with the same code."""
    (wheel,) = _wheels(folder)
    with zipfile.ZipFile(folder / wheel) as packed:
        compiled = {name: packed.read(name) for name in packed.namelist() if name.endswith(".pyc")}
    expected = {f"{path.relative_to(RULES.parent).as_posix()}c": path for path in rules()}
    if compiled.keys() != expected.keys():
        raise PluginError(f"the packed rules and the sources differ: {compiled.keys() ^ expected.keys()}")
    for name, path in expected.items():
        # A .pyc is a header of 16 bytes and the marshalled code object (PEP 552).
        code = marshal.loads(compiled[name][16:])  # noqa: S302 - written a moment ago, by this file
        if code != compile(path.read_bytes(), name, "exec", dont_inherit=True):
            raise PluginError(f"the packed rules and the sources differ: {path.relative_to(ROOT)}")


def _wheels(folder: Path) -> list[str]:
    return [path.name for path in folder.glob("*.whl")]


def _run(module: str, *arguments: str, **options: Any) -> None:
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if done.returncode:
        raise PluginError(f"{module} failed:\n{done.stdout}\n{done.stderr}")


def _pyodide(*arguments: str, cwd: Path) -> None:
    _run("pyodide_cli", *arguments, cwd=cwd)


def packed() -> Path:
    """The folder of the packed runtime, made now if its inputs changed."""
    if not PYODIDE.is_dir():
        raise PluginError("node_modules/pyodide is missing: run `npm ci --ignore-scripts` (or `make setup`)")
    folder = CACHE / digest()
    if not (folder / "manifest.json").exists():
        shutil.rmtree(CACHE, ignore_errors=True)
        pack(folder)
    return folder


@event_priority(-200)  # after static-i18n, whose inner builds run this too
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    shutil.copytree(packed(), Path(config.site_dir, "assets", "runtime"), dirs_exist_ok=True)
