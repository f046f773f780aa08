"""What `make release` hands out: everything that it says, to the same bytes each time."""

from __future__ import annotations

import hashlib
import json
import os
import posixpath
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest
from live_checks import feedback, language_archive, release
from pypdf import PdfReader

ROOT = Path(__file__).parents[2]
NAME = f"qbo-setup-guide-{feedback.VERSION}"


def made(site: Path, out: Path, **surroundings: str) -> Path:
    command = [sys.executable, "-m", "live_checks.release", str(site), str(out)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **surroundings}, check=True)
    return out


@pytest.fixture(scope="module")
def handed_out(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(site, tmp_path_factory.mktemp("release") / "dist")


def test_everything_is_there_with_its_digest(handed_out: Path) -> None:
    lines = (handed_out / release.SUMS).read_text("utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert {*sums} == {
        f"{NAME}-site.tar.gz",
        f"qbo_check-{feedback.VERSION}-py3-none-any.whl",
        *(f"{NAME}-{document}-{lang}.pdf" for document in ("guide", "setup") for lang in ("fr", "en")),
        *(f"{NAME}-guide-{lang}.zip" for lang in ("fr", "en")),
        f"{NAME}.cdx.json",
    }
    assert {path.name for path in handed_out.iterdir()} == {release.SUMS, *sums}
    for name, digest in sums.items():
        assert hashlib.sha256((handed_out / name).read_bytes()).hexdigest() == digest, name


def test_the_archive_is_the_site_and_what_its_servers_include(handed_out: Path, site: Path) -> None:
    with tarfile.open(handed_out / f"{NAME}-site.tar.gz") as archive:
        members = {member.name.removeprefix(f"{NAME}/"): member for member in archive}
        assert {name.removeprefix("site/") for name in members if name.startswith("site/")} == {
            path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()
        }
        assert {name for name in members if not name.startswith("site/")} == {
            f"site.{ending}" for ending in release.BESIDE
        }
        assert members["site.s3.sh"].mode == 0o755
        # As every machine makes it: nobody's name, one hour for all.
        assert len({(member.uid, member.uname, member.mtime) for member in members.values()}) == 1
        page = archive.extractfile(members["site/en/index.html"])
        assert page
        assert page.read() == (site / "en/index.html").read_bytes()


def test_the_wheel_is_the_command(handed_out: Path) -> None:
    (wheel,) = handed_out.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (points,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "qbo-check = qbo_checks.cli.main:main" in archive.read(points).decode()
        assert any(name.endswith("licenses/LICENSE") for name in archive.namelist())
    # Run from the wheel itself, and from nowhere else.
    code = f"import sys; sys.path.insert(0, {str(wheel)!r}); import qbo_checks; print(qbo_checks.__file__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(str(wheel))


def test_the_documents_and_the_bill_are_the_sites(handed_out: Path, site: Path) -> None:
    for lang, folder in (("fr", site), ("en", site / "en")):
        for document in ("guide", "setup"):
            content = (handed_out / f"{NAME}-{document}-{lang}.pdf").read_bytes()
            assert content == (folder / f"{document}.pdf").read_bytes()
        assert len(PdfReader(handed_out / f"{NAME}-setup-{lang}.pdf").pages) < 40
    bill = json.loads((handed_out / f"{NAME}.cdx.json").read_text("utf-8"))
    assert bill["metadata"]["component"]["version"] == feedback.VERSION


@pytest.mark.parametrize(("lang", "start"), [("fr", ""), ("en", "en/")])
def test_the_archive_of_a_language_is_whole_and_leads_to_the_others_where_they_are_published(
    site: Path, lang: str, start: str
) -> None:
    with zipfile.ZipFile(site / start / language_archive.NAME) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert "README.txt" in held
    pages = {name: content.decode() for name, content in held.items() if name.endswith(".html")}
    own = {
        path.relative_to(site).as_posix()
        for path in (site / start).rglob("index.html")
        if lang == "en" or path.relative_to(site).parts[0] not in {"en", "embed"}
    }
    assert own <= {*pages}
    assert not [name for name in pages if name.startswith("en/")] or lang == "en"
    published = re.search(
        r'rel="alternate " hreflang="x-default" href="([^"]+)"', pages[f"{start}index.html"]
    )
    assert published
    other = f"{published[1]}{'en/' if lang == 'fr' else ''}sandbox/"
    assert f'href="{other}" hreflang=' in pages[f"{start}sandbox/index.html"]
    missing = set()
    for name in own:
        for address in re.findall(r'\s(?:href|src)="(?![a-z]+:|#)([^"?#]+)', pages[name]):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(address)))
            if not {target, posixpath.normpath(f"{target}/index.html")} & held.keys():
                missing.add((name, address))
    assert {address for _, address in missing} == {language_archive.NAME}, missing  # It cannot hold itself.


def test_a_second_time_gives_the_same_bytes(handed_out: Path, site: Path, tmp_path: Path) -> None:
    again = made(site, tmp_path / "elsewhere", PYTHONHASHSEED="7", TZ="Asia/Tokyo", LANG="fr_CA.UTF-8")
    assert (again / release.SUMS).read_text("utf-8") == (handed_out / release.SUMS).read_text("utf-8")


def test_a_version_of_which_readers_are_not_told_is_refused(site: Path, tmp_path: Path) -> None:
    release.require_changes(site, feedback.VERSION)
    for where in (site, tmp_path):
        with pytest.raises(ValueError, match=r"changes\.atom says nothing of 99\.0\.0"):
            release.require_changes(where, "99.0.0")


def test_a_site_without_its_documents_is_refused(site: Path, tmp_path: Path) -> None:
    (tmp_path / "changes.atom").write_bytes((site / "changes.atom").read_bytes())
    with pytest.raises(ValueError, match=r"guide\.pdf is missing: `make build` prints it"):
        release.release(ROOT, tmp_path, tmp_path / "dist")
