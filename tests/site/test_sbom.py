"""What the site says it is made of: a bill that others can read, and that is true."""

from __future__ import annotations

import hashlib
import json
import platform
import re
import subprocess
import sys
import zipfile
from email import message_from_string
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from live_checks import sbom
from live_checks.project import Project
from pypdf import PdfReader

ROOT = Path(__file__).parents[2]
PROJECT = Project.at(ROOT)


@pytest.fixture(scope="module")
def text(site: Path) -> str:
    return (site / sbom.BILL).read_text("utf-8")


def test_it_is_valid(text: str) -> None:
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415 - test_answers_schema.py says why.

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    broken = text.replace('"Python-2.0"', '"No-Such-Licence"')
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(broken) is not None


def test_each_file_is_there_with_its_digest(text: str, site: Path) -> None:
    listed = json.loads(text)["components"][0]["components"]
    assert {file["name"]: file["hashes"][0]["content"] for file in listed} == {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file() and not sbom.holds_bill(path, site)
    }


def test_it_names_what_npm_and_the_wheel_bring(text: str, tmp_path: Path) -> None:
    names = {component["name"] for component in json.loads(text)["components"]}
    asked = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    assert {name.split("/")[-1] for name in asked} <= names
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT],
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        (metadata,) = [name for name in wheel.namelist() if name.endswith("/METADATA")]
        needs = message_from_string(wheel.read(metadata).decode()).get_all("Requires-Dist", [])
    shipped = {part.name for part in sbom.parts(PROJECT) if part.inside == sbom.WHEEL}
    assert {re.split(r"[^\w-]", need)[0] for need in needs} == shipped


# What strings in a binary tell of whose code it holds, and what the bill calls that.
TELLING = {
    b"expat_": "expat", b"libmpdec": "mpdecimal", b"libbzip2": "bzip2", b"inflate": "zlib", b"_blake2": "blake2", b"HACL": "hacl-star",
    b"ffi_prep_cif": "libffi", b"unicodedata": "unicode-character-database", b"Emscripten": "emscripten", b"PyInit_": "cpython", b"pyodide": "pyodide",
    b"sqlite3_open": "sqlite", b"lzma_code": "xz", b"OPENSSL_": "openssl", b"ErrorStackParser": "error-stack-parser", b"StackFrame": "stackframe",
    b"NSt3__2": "libcxx", b"mimalloc: error": "mimalloc",
}  # fmt: skip


def test_what_the_binaries_hold_is_named_with_its_version(text: str, site: Path) -> None:
    named = {component["name"]: component for component in json.loads(text)["components"]}
    (runtime,) = site.glob("assets/runtime/*")
    shipped = b"".join(path.read_bytes() for path in runtime.glob("*") if path.suffix in {".wasm", ".js"})
    assert {name for sign, name in TELLING.items() if sign in shipped} <= named.keys()
    assert not {"sqlite", "xz", "openssl"} & named.keys()
    assert named["libcxx"]["version"].startswith("19.")
    for name in ("expat", "bzip2", "mpdecimal", "zlib", "cpython"):
        assert named[name]["version"].encode() in shipped
    # By this, a scanner finds what is known of it.
    assert (
        named["expat"]["cpe"]
        == f"cpe:2.3:a:libexpat_project:libexpat:{named['expat']['version']}:*:*:*:*:*:*:*"
    )
    with pytest.raises(ValueError, match="out of date"):
        sbom.built_in(b"another module")


def test_what_compiled_and_what_printed_is_named(text: str, site: Path) -> None:
    tools = {tool["name"]: tool["version"] for tool in json.loads(text)["metadata"]["tools"]["components"]}
    assert tools["cpython"] == platform.python_version()
    # The documents say themselves which browser that was.
    for path in site.rglob("*.pdf"):
        assert PdfReader(path).metadata["/Producer"] == f"Skia/PDF m{tools['chromium']}"  # type: ignore[index]


def test_licences_are_told_with_their_texts(site: Path) -> None:
    told = (site / sbom.LICENCES).read_text("utf-8")
    for part in sbom.parts(PROJECT):
        assert part.name in told
        assert part.licence in told
    # Who asks that the licence be passed on: each has a file of its own, or its words are among ours.
    for part in sbom.parts(PROJECT):
        if part.licence not in {
            "Apache-2.0",
            "Apache-2.0 WITH LLVM-exception",
            "CC0-1.0",
            "MPL-1.1",
            "MPL-2.0",
            "W3C-20150513",
        }:
            assert part.text or (
                f"{part.name}: Copyright (c) " in told
                and (sbom.TEXTS / f"{part.licence}.txt").read_text("utf-8").strip() in told
            ), part.name
    for words in (
        "Apache License",
        "SIL OPEN FONT LICENSE",
        "PYTHON SOFTWARE FOUNDATION LICENSE",
        "Martin Donath",
    ):
        assert words in told
