"""Makes one text of each worker's modules.

A worker that has no network can load nothing, and what is verified before it runs is all that runs. The sources are those of the element; Pyodide's own scripts are part of the worker that starts it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from live_checks.runtime import pack

ELEMENT = pack.HERE.parent / "element"
CACHE = pack.ROOT / ".cache" / "workers"
BUNDLER = pack.ROOT / "node_modules" / "esbuild"

WORKERS: dict[str, list[str]] = {
    "image-worker.js": ["image"],
    "pyodide-worker.js": ["library", "stock"],
    "ways-out.js": [],
}
"""Each worker's script, and the ways of running the rules that need it."""
SOURCES = tuple(ELEMENT / name for name in (*WORKERS, "worker.js", "image.js", "first.js", "seal.js"))


def bundled() -> Path:
    """The folder of the workers' scripts, made now if their sources changed."""
    folder = CACHE / _digest()
    if not folder.exists():
        shutil.rmtree(CACHE, ignore_errors=True)
        made = folder.with_suffix(".part")
        pack.run(
            pack.node(),
            str(BUNDLER / "bin" / "esbuild"),
            *(str(ELEMENT / name) for name in WORKERS),
            "--bundle",
            "--format=esm",
            "--target=es2022",
            "--charset=utf8",
            "--minify-whitespace",
            "--legal-comments=inline",
            # The scripts name their modules by their paths, which must not be those of one machine.
            "--preserve-symlinks",
            # Of Pyodide's script, what runs in Node alone.
            "--external:node:*",
            "--external:ws",
            "--log-level=error",
            f"--outdir={made}",
            cwd=pack.ROOT,
        )
        made.rename(folder)
    return folder


def manifest() -> dict[str, Any]:
    """What pack.py's manifest says, and the workers' scripts."""
    packed: dict[str, Any] = json.loads((pack.packed() / pack.MANIFEST).read_text("utf-8"))
    scripts = [pack.entry(bundled() / name, name, ways) for name, ways in WORKERS.items()]
    return {**packed, "files": [*packed["files"], *scripts]}


def _digest() -> str:
    inputs = hashlib.sha256(Path(__file__).read_bytes())
    for path in (*SOURCES, BUNDLER / "package.json", pack.PYODIDE / "package.json"):
        inputs.update(path.name.encode() + b"\0" + path.read_bytes())
    return inputs.hexdigest()[:16]
