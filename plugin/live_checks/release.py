"""Puts together what a release hands out: ``python -m live_checks.release SITE OUT``, or `make release`.

The site as an archive, with what its servers include beside it; the site of each language as a file that any static
server serves; the wheel of the command; the PDFs; the bill of
materials; and the digest of each in ``SHA256SUMS``, as ``sha256sum -c`` reads it. The same commit gives the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from live_checks import changes, feedback, language_archive, pdf, sbom

SUMS = "SHA256SUMS"
BESIDE = ("nginx.conf", "Caddyfile", "cloudfront.json", "r2.js", "s3.sh")


def members(site: Path) -> Iterator[tuple[str, Path]]:
    """What goes into the archive, each with its name there, in order."""
    yield from (
        (f"site/{path.relative_to(site).as_posix()}", path)
        for path in sorted(site.rglob("*"))
        if path.is_file()
    )
    yield from ((f"site.{ending}", site.with_name(f"{site.name}.{ending}")) for ending in BESIDE)


def archive(site: Path, name: str, when: int) -> bytes:
    """The site and what its servers include as ``.tar.gz``; ``name`` is the one folder that it unpacks to."""
    packed = BytesIO()
    with (
        gzip.GzipFile(fileobj=packed, mode="wb", filename="", mtime=when, compresslevel=6) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for member, path in members(site):
            info = tarfile.TarInfo(f"{name}/{member}")
            info.size, info.mtime = path.stat().st_size, when
            info.mode = 0o755 if path.suffix == ".sh" else 0o644
            with path.open("rb") as content:
                tar.addfile(info, content)
    return packed.getvalue()


def wheel(root: Path, out: Path, when: int) -> None:
    """The command, as pip installs it."""
    with TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
            cwd=root,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(when)},
            stdout=subprocess.DEVNULL,
            check=True,
        )
        (made,) = Path(folder).glob("*.whl")
        shutil.move(made, out / made.name)


def require_changes(site: Path, version: str) -> None:
    """Raises ValueError where readers are not told, in each language, what is new in this version."""
    heading = f'#version-{version.replace(".", "-")}"'
    for feed in [*site.rglob(changes.NAME)] or [site / changes.NAME]:
        if not feed.exists() or heading not in feed.read_text("utf-8"):
            raise ValueError(f"{feed} says nothing of {version}: readers are to be told what is new in it")


def documents(site: Path) -> Iterator[tuple[str, Path]]:
    """Each document with its name in a release: ``setup-fr.pdf``. The page beside it says its language."""
    for path in sorted((*site.rglob("*.pdf"), *site.rglob(language_archive.NAME))):
        lang = re.search(r'<html lang="(\w+)', path.with_name("index.html").read_text("utf-8"))
        yield f"{path.stem}-{lang[1] if lang else ''}{path.suffix}", path


def release(root: Path, site: Path, out: Path) -> None:
    """Write everything into a folder of its own. Raises ValueError for what is not ready to be handed out."""
    version = feedback.VERSION
    require_changes(site, version)
    printed = [*documents(site)]
    if not printed:
        raise ValueError(f"{site / pdf.WHOLE}.pdf is missing: `make build` prints it")
    when = int(pdf.made_at(root).timestamp())
    name = f"qbo-setup-guide-{version}"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    (out / f"{name}-site.tar.gz").write_bytes(archive(site, name, when))
    wheel(root, out, when)
    for document, path in printed:
        shutil.copyfile(path, out / f"{name}-{document}")
    shutil.copyfile(site / sbom.BILL, out / f"{name}.cdx.json")
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(out.iterdir())
    ]
    (out / SUMS).write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    try:
        release(Path.cwd(), Path(sys.argv[1]), Path(sys.argv[2]))
    except ValueError as error:
        sys.exit(str(error))
