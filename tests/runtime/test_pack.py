"""What is packed for the page: the rules and no more, and every backend answering as the rules do here."""

from __future__ import annotations

import ast
import json
import re
import struct
import subprocess
import zipfile
from pathlib import Path

import pytest
from live_checks.project import Project
from live_checks.runtime import pack

ROOT = Path(__file__).parents[2]
PROJECT = Project.at(ROOT)
NODE = ROOT / ".venv" / "bin" / "node"


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """A copy of the packed rules that a test may damage."""
    (wheel,) = (pack.packed(PROJECT) / "library").glob("*.whl")
    (tmp_path / wheel.name).write_bytes(wheel.read_bytes())
    return tmp_path


def test_the_packed_rules_are_the_sources(packed: Path) -> None:
    pack.verify(PROJECT, *packed.glob("*.whl"))


@pytest.mark.parametrize("damage", ["changed", "missing", "added"])
def test_the_build_fails_where_packed_rules_and_sources_differ(packed: Path, damage: str) -> None:
    (wheel,) = packed.glob("*.whl")
    with zipfile.ZipFile(wheel) as original:
        files = {name: original.read(name) for name in original.namelist()}
    if damage == "changed":
        files["qbo_checks/model.pyc"] = files["qbo_checks/registry.pyc"]
    elif damage == "missing":
        del files["qbo_checks/checks/redirect_uri/examine.pyc"]
    else:
        files["qbo_checks/cli/main.pyc"] = files["qbo_checks/model.pyc"]
    with zipfile.ZipFile(wheel, "w") as changed:
        for name, content in files.items():
            changed.writestr(name, content)
    with pytest.raises(pack.PackError, match="the packed rules and the sources differ"):
        pack.verify(PROJECT, wheel)


def test_no_packed_file_tells_when_it_was_made() -> None:
    """Else the page would fetch the same rules again after each commit."""
    archives = [*pack.packed(PROJECT).glob("library/*.*"), *pack.packed(PROJECT).glob("stock/*.whl")]
    for path in filter(zipfile.is_zipfile, archives):
        with zipfile.ZipFile(path) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}, path
            for name in (name for name in archive.namelist() if name.endswith(".pyc")):
                flags, *source = struct.unpack("<4xIII", archive.read(name)[:16])  # PEP 552
                assert flags & 1, name
                assert (source == [0, 0]) or "stdlib" in path.name, name
    assert len([*filter(zipfile.is_zipfile, archives)]) == 3


def test_packed_again_the_rules_are_the_same_to_the_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the hour, the zone and the seed of hashes; image.mjs gives the image those of its own."""
    for name, value in {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LANG": "fr_CA.UTF-8"}.items():
        monkeypatch.setenv(name, value)
    pack.wheel(PROJECT, tmp_path, compiled=True)
    pack.trim(
        pack.packed(PROJECT) / "stock" / pack.LIBRARY, tmp_path / pack.LIBRARY, modules_of_the_library()
    )
    kept = pack.packed(PROJECT) / "library"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.read_bytes() for path in kept.iterdir()
    }


def modules_of_the_library() -> set[str]:
    with zipfile.ZipFile(pack.packed(PROJECT) / "library" / pack.LIBRARY) as library:
        names = [name.removesuffix(".pyc").replace("/", ".") for name in library.namelist()]
    return {name.removesuffix(".__init__") for name in names}


def test_the_command_line_does_not_go_to_the_page(packed: Path) -> None:
    (wheel,) = packed.glob("*.whl")
    with zipfile.ZipFile(wheel) as rules:
        assert not [name for name in rules.namelist() if "cli" in name or "__main__" in name]


@pytest.mark.parametrize(("backend", "every"), [("library", 3), ("stock", 11)])
def test_each_backend_answers_as_the_rules_do_here(backend: str, every: int, tmp_path: Path) -> None:
    """Examples in both languages, damaged ones and documents. The build itself asks the image all of them.

    Each other backend has the same modules: of ``library``, which lacks what no rule imports, a third is asked, and of
    ``stock``, which lacks nothing, an eleventh. Most examples make four requests: an even step would pass over the same
    ones of each.
    """
    packed = pack.packed(PROJECT)
    asked = pack.requests(PROJECT).read_text("utf-8").splitlines(keepends=True)[::every]
    (tmp_path / "requests.jsonl").write_text("".join(asked), "utf-8")
    assert pack.prove(PROJECT, backend, packed, tmp_path / "requests.jsonl") == len(asked) > 2000 / every


@pytest.mark.parametrize("backend", ["image", "library"])
def test_an_answer_that_differs_is_told(backend: str, tmp_path: Path) -> None:
    request, answer = json.loads(pack.requests(PROJECT).read_text("utf-8").partition("\n")[0])
    asked = tmp_path / "requests.jsonl"
    asked.write_text(f"{json.dumps([request, answer])}\n{json.dumps([request, answer + ' '])}\n", "utf-8")
    with pytest.raises(pack.PackError, match=f"1 answers of the {backend} differ"):
        pack.prove(PROJECT, backend, pack.packed(PROJECT), asked)


def test_python_in_the_image_has_no_way_out() -> None:
    """No JavaScript, no socket and no file, even for one who could call Python's own functions in its memory."""

    def reached(function: str, *arguments: str) -> dict[str, list[str]]:
        image = pack.packed(PROJECT) / "python.wasm"
        command = [NODE, Path(__file__).with_name("reach.mjs"), image]
        done = subprocess.run([*command, function, *arguments], capture_output=True, text=True, check=True)
        found: dict[str, list[str]] = json.loads(done.stdout)
        return found

    modules = reached("__import__", "json", "js", "pyodide", "_pyodide_core", "socket", "_socket", "asyncio")
    assert modules.pop("json") == ["there"]
    assert {outcome for outcomes in modules.values() for outcome in outcomes} <= {"refused", "lacking"}
    assert reached("open", "/etc/passwd") == {"/etc/passwd": ["refused"]}
    assert reached("eval", "1") == {"1": ["refused"]}


def test_no_rule_draws_lots_or_looks_at_the_clock() -> None:
    """The image is made once and restored many times: what it drew or read then would be the same for everyone."""
    for path in pack.rules(PROJECT).values():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = {alias.name for alias in node.names} if isinstance(node, ast.Import) else set()
            names |= {node.module or ""} if isinstance(node, ast.ImportFrom) else set()
            assert not names & {"random", "secrets", "uuid", "time", "tempfile"}, path


def test_the_manifest_names_every_file_with_its_size_and_digest() -> None:
    folder = pack.packed(PROJECT)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    del there["manifest.json"]
    assert {file["name"] for file in manifest["files"]} == there.keys()
    for file in manifest["files"]:
        assert file["size"] == there[file["name"]].stat().st_size
        assert re.fullmatch("[0-9a-f]{64}", file["sha256"])
        assert file["backends"]


@pytest.mark.parametrize(
    "lacking", ["malloc", "PyUnicode_FromStringAndSize", "PyObject_CallOneArg", "PyUnicode_AsUTF8AndSize"]
)
def test_a_request_that_no_memory_is_left_for_has_no_answer(lacking: str) -> None:
    """The image itself, of which one function finds no memory: it ends, and is not read at the address 0."""
    ask = """
        import { readFileSync } from "node:fs";
        import { pathToFileURL } from "node:url";
        const [loader, image, request, lacking] = process.argv.slice(1);
        const { restore } = await import(pathToFileURL(loader).href);
        const { Instance } = WebAssembly;
        WebAssembly.Instance = function (module, imports) {
          const { exports } = new Instance(module, imports);
          return { exports: { ...exports, ...(lacking && { [lacking]: () => 0 }) } };
        };
        const answer = restore(new WebAssembly.Module(readFileSync(image)));
        try {
          console.log(answer(request));
        } catch (error) {
          console.log(error.name);
        }
    """
    request, answer = json.loads(pack.requests(PROJECT).read_text("utf-8").partition("\n")[0])
    image = pack.packed(PROJECT) / "python.wasm"

    def told(lacking: str) -> str:
        command = [
            NODE,
            "--input-type=module",
            "--eval",
            ask,
            pack.ELEMENT / "image.js",
            image,
            request,
            lacking,
        ]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.strip()

    assert told("") == answer
    assert told(lacking) in {"RangeError", "Error"}
