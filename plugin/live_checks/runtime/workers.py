"""Makes one text of each worker's modules.

A worker that has no network can load nothing, and what is verified before it runs is all that runs. The sources are those of the element; Pyodide's own scripts are part of the worker that starts it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from live_checks.project import Project
from live_checks.runtime import pack
from live_checks.runtime.pack import ELEMENT

WORKERS: dict[str, list[str]] = {
    "image-worker.js": ["image"],
    "pyodide-worker.js": ["library", "stock"],
    "egress.js": [],
}
"""Each worker's script, and the backends that need it."""
SOURCES = tuple(ELEMENT / name for name in (*WORKERS, "worker.js", "image.js", "lockdown.js", "seal.js"))


def bundled(project: Project) -> Path:
    """The folder of the workers' scripts, made now if their sources changed."""
    cache = project.cache("workers")
    folder = cache / _digest(project)
    if not folder.exists():
        shutil.rmtree(cache, ignore_errors=True)
        made = folder.with_suffix(".part")
        pack.bundle(
            project,
            *(f"element/{name}" for name in WORKERS),
            "--format=esm",
            "--minify-whitespace",
            "--legal-comments=inline",
            # The scripts name their modules by their paths, which must not be those of one machine.
            "--preserve-symlinks",
            # Of Pyodide's script, what runs in Node alone.
            "--external:node:*",
            "--external:ws",
            f"--outdir={made}",
            cwd=pack.scripts(project),
        )
        made.rename(folder)
    return folder


def manifest(project: Project) -> dict[str, Any]:
    """What pack.py's manifest says, and the workers' scripts."""
    packed: dict[str, Any] = json.loads((pack.packed(project) / pack.MANIFEST).read_text("utf-8"))
    scripts = [pack.entry(bundled(project) / name, name, backends) for name, backends in WORKERS.items()]
    return {**packed, "files": [*packed["files"], *scripts]}


def _digest(project: Project) -> str:
    inputs = hashlib.sha256(Path(__file__).read_bytes() + Path(pack.__file__).read_bytes())
    for path in (*SOURCES, project.npm("esbuild") / "package.json", pack.pyodide(project) / "package.json"):
        inputs.update(path.name.encode() + b"\0" + path.read_bytes())
    return inputs.hexdigest()[:16]
