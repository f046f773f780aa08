"""Compresses each file of the site once, so that no host spends time on it again.

``NAME.br`` and ``NAME.gz`` stand beside each file that gets smaller by them. Brotli is what browsers ask for over
https; gzip, for what asks for nothing better, is the standard library's: zopfli would save another twentieth of it and
take minutes. Compressing at the highest level is slow, so what a build made is kept in ``.cache/``, by content.
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile

import brotli

from live_checks.built import Built

# As browsers take it: a larger window is an extension that they refuse.
ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    ".br": partial(brotli.compress, quality=11, lgwin=24),
    ".gz": partial(gzip.compress, compresslevel=9, mtime=0),
}
VERSION = {".br": version("brotli"), ".gz": "1"}

ALREADY = {".jpg", ".png", ".webp", ".woff2", ".pdf", ".zip", ".whl", *ENCODINGS}
"""What is compressed by its own format."""
UNSENT = {"_headers", "_redirects"}
"""What is for hosts alone: headers.py."""
MAX_RATIO = 0.95
"""A form that is not smaller than this part of the file costs more in the reader's browser than it saves."""


def start(built: Built) -> None:
    """Begin with Python, which takes longest and which no later step changes, beside the steps that follow."""
    if built.options.compressed:
        cache = built.project.cache("compressed")
        pool = ThreadPoolExecutor()
        for path in _uncompressed(built.site / built.folders.runtime):
            built.started.append(pool.submit(forms, path, cache))
        pool.shutdown(wait=False)


def write(built: Built) -> None:
    if built.options.compressed:
        for one in built.started:
            one.result()
        compress(built.site, built.project.cache("compressed"))


def compress(site: Path, cache: Path) -> None:
    """Write the compressed forms of everything in the site, and keep them in ``cache``.

    What is no longer there loses its forms.
    """
    for form in [path for path in site.rglob("*") if path.suffix in ENCODINGS]:
        form.unlink()
    with ThreadPoolExecutor() as pool:
        list(pool.map(partial(compress_file, cache=cache), _uncompressed(site)))


def _uncompressed(folder: Path) -> list[Path]:
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in ALREADY and path.name not in UNSENT
    ]


def compress_file(path: Path, cache: Path) -> None:
    """Write the compressed forms of one file beside it, where they are worth it."""
    for ending, form in forms(path, cache).items():
        if form.stat().st_size < MAX_RATIO * path.stat().st_size:
            shutil.copyfile(form, f"{path}{ending}")


def forms(path: Path, cache: Path) -> dict[str, Path]:
    """The compressed forms of one file, by their endings, as ``cache`` keeps them."""
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    made = {ending: cache / f"{digest}-{VERSION[ending]}{ending}" for ending in ENCODINGS}
    for ending, form in made.items():
        if not form.exists():
            form.parent.mkdir(parents=True, exist_ok=True)
            packed = ENCODINGS[ending](content)
            # Two builds, or two files with the same content, may come to it at once.
            with NamedTemporaryFile(dir=form.parent, delete=False) as written:
                written.write(packed)
            Path(written.name).replace(form)
    return made
