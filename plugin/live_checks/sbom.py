"""Writes what the site and the wheel are made of: a bill of materials in CycloneDX, and the licences.

Versions are read from what is installed; what is built into another's file, and says no version of its own, has
none here. The bill names each published file with its digest, so that anyone can compare what they were served.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
import sysconfig
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from live_checks.built import Built
from live_checks.fonts import FONTS, SUBSETS
from live_checks.language_archive import NAME as ARCHIVE
from live_checks.project import Project
from live_checks.runtime.pack import HERE, MODULE, pyodide

BILL = "assets/bom.cdx.json"
LICENCES = "assets/licences.txt"
TEXTS = HERE / "licences"
"""The words of the licences whose holders ask that they be passed on, for parts that come without a file of them."""

SITE, WHEEL = "site", "wheel"


@dataclass(frozen=True)
class Part:
    """Something of somebody else's that is shipped. ``text`` is where its licence is found when it is built."""

    name: str
    licence: str
    holder: str
    home: str
    version: str | None = None
    purl: str | None = None
    inside: str = SITE
    text: Path | None = None
    note: str = ""
    years: str = ""
    """Of its copyright notice, where it comes without the text of its licence."""
    cpe: str | None = None
    """How databases of vulnerabilities call it and its maker: https://nvd.nist.gov/products/cpe."""


@cache
def parts(project: Project) -> list[Part]:
    """Everything that is not ours. What the guide's build only uses, and does not ship, is not here."""
    python, fonts = pyodide(project), project.npm(FONTS)
    lock = json.loads((python / "pyodide-lock.json").read_text("utf-8"))["info"]
    version_of_pyodide = _npm(python)
    emscripten = lock["platform"].removeprefix("emscripten_").replace("_", ".")
    material = Path(str(distribution("mkdocs-material").locate_file("material/templates")))
    icons = material / ".icons" / "material" / "LICENSE"
    return [
        Part("pyodide", "MPL-2.0", "Pyodide contributors and Mozilla", "https://github.com/pyodide/pyodide", version_of_pyodide, f"pkg:npm/pyodide@{version_of_pyodide}", note="With hiwire, of the same project. Its source is at that address, at the tag of this version. What we change of it, and how, is the folder plugin/live_checks/runtime/ of this project's source."),
        Part("cpython", "Python-2.0", "Python Software Foundation", "https://www.python.org/", lock["python"], f"pkg:generic/cpython@{lock['python']}", cpe=f"python:python:{lock['python']}", text=Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), note="Built into Pyodide."),
        Part("emscripten", "MIT", "The Emscripten authors", "https://emscripten.org/", emscripten, f"pkg:generic/emscripten@{emscripten}", years="2010-2014", note="Its loader and its C library, built into Pyodide; also under the University of Illinois/NCSA licence."),
        *built_in((python / MODULE).read_bytes()),
        Part("mkdocs-material", "MIT", "Martin Donath", "https://squidfunk.github.io/mkdocs-material/", version("mkdocs-material"), f"pkg:pypi/mkdocs-material@{version('mkdocs-material')}", text=_licence("mkdocs-material"), note="Templates, styles and scripts. The page's script is made anew, of those of its modules that the guide uses."),
        Part("mkdocs", "BSD-2-Clause", "Tom Christie", "https://www.mkdocs.org/", version("mkdocs"), f"pkg:pypi/mkdocs@{version('mkdocs')}", text=_licence("mkdocs"), note="The shape of its search index."),
        Part("lunr", "MIT", "Oliver Nightingale", "https://lunrjs.com/", purl="pkg:npm/lunr", note="Built into Material's search."),
        Part("lunr-languages", "MPL-1.1", "Mihai Valentin", "https://github.com/MihaiValentin/lunr-languages", purl="pkg:npm/lunr-languages", note="Its support for stemmers, as Material ships it."),
        Part("rxjs", "Apache-2.0", "Google, Netflix, Microsoft and contributors", "https://rxjs.dev/", purl="pkg:npm/rxjs", note="Built into Material's script."),
        Part("clipboard", "MIT", "Zeno Rocha", "https://clipboardjs.com/", purl="pkg:npm/clipboard", note="Built into Material's script."),
        Part("escape-html", "MIT", "TJ Holowaychuk, Andreas Lubbe, Tiancheng “Timothy” Gu", "https://github.com/component/escape-html", purl="pkg:npm/escape-html", note="Built into Material's script."),
        Part("focus-visible", "W3C-20150513", "W3C", "https://github.com/WICG/focus-visible", purl="pkg:npm/focus-visible", note="Built into Material's own script, which a guide keeps that uses more of it than this one."),
        Part("material-design-icons", "Apache-2.0", "Pictogrammers", "https://pictogrammers.com/library/mdi/", purl="pkg:npm/%40mdi/svg", text=icons if icons.exists() else None, note="The icons, as Material ships them."),
        *(
            Part(font, "OFL-1.1", "Braille Institute of America, Inc.", f"https://fontsource.org/fonts/{font}", _npm(fonts / font), f"pkg:npm/%40fontsource-variable/{font}@{_npm(fonts / font)}", text=fonts / font / "LICENSE", note="The font's Latin part, with the weights and the characters that the guide uses.")
            for font in SUBSETS
        ),
        *(
            Part(name, "MIT", "Google LLC", "https://developer.chrome.com/docs/workbox", _npm(project.npm(name)), f"pkg:npm/{name}@{_npm(project.npm(name))}", text=project.npm(name) / "LICENSE", note="Built into the service worker.")
            for name in ("workbox-precaching", "workbox-routing", "workbox-strategies", "workbox-core")
        ),
        Part("click", "BSD-3-Clause", "Pallets", "https://click.palletsprojects.com/", version("click"), f"pkg:pypi/click@{version('click')}", inside=WHEEL, text=_licence("click"), note="Not in the wheel: installed beside it, for the command line."),
    ]  # fmt: skip


def built_in(module: bytes) -> list[Part]:
    """What CPython's module holds of others. Each version is read from the module itself, where it says one.

    Raises ValueError where something is no longer there, or there as something else.
    """

    def said(pattern: bytes) -> str:
        found = re.search(pattern, module)
        if not found:
            raise ValueError(f"Pyodide's module no longer holds {pattern.decode()}: the bill is out of date")
        return found[1].decode() if found.groups() else ""

    expat, bzip2 = said(rb"\0expat_([\d.]+)\0"), said(rb"\0(1\.\d\.\d+), \d+-\w+-\d{4}\0")
    zlib = said(rb"deflate ([\d.]+) Copyright")
    mpdecimal, unicode = said(rb"\0(2\.5\.\d)\0"), said(rb"\0(1\d\.\d\.0)\0")
    # The tag of libc++'s ABI is its version, two digits for each part.
    cxx = ".".join(str(int(part)) for part in re.findall(r"..", said(rb"B8ne(\d{6})E")))
    for sign in (rb"blake2", rb"HACL", rb"ffi_prep_cif", rb"\0mimalloc: error: ", rb"hiwire"):
        said(sign)
    return [
        Part("expat", "MIT", "Thai Open Source Software Center Ltd, Clark Cooper and the Expat maintainers", "https://libexpat.github.io/", expat, f"pkg:generic/expat@{expat}", cpe=f"libexpat_project:libexpat:{expat}", years="1998-2022", note="Built into CPython. No rule reads XML."),
        Part("mpdecimal", "BSD-2-Clause", "Stefan Krah", "https://www.bytereef.org/mpdecimal/", mpdecimal, f"pkg:generic/mpdecimal@{mpdecimal}", years="2008-2020", note="libmpdec, built into CPython."),
        Part("bzip2", "bzip2-1.0.6", "Julian Seward", "https://sourceware.org/bzip2/", bzip2, f"pkg:generic/bzip2@{bzip2}", cpe=f"bzip:bzip2:{bzip2}", years="1996-2019", note="Built into CPython."),
        Part("zlib", "Zlib", "Jean-loup Gailly and Mark Adler", "https://zlib.net/", zlib, f"pkg:generic/zlib@{zlib}", cpe=f"zlib:zlib:{zlib}", years="1995-2024", note="Built into CPython."),
        Part("blake2", "CC0-1.0", "The BLAKE2 authors", "https://www.blake2.net/", purl="pkg:generic/blake2", note="The reference implementation, as CPython has it; it says no version."),
        Part("hacl-star", "MIT", "INRIA, CMU, Microsoft Corporation and the HACL* contributors", "https://hacl-star.github.io/", purl="pkg:generic/hacl-star", years="2016-2023", note="CPython's MD5, SHA-1, SHA-2 and SHA-3; it says no version."),
        Part("libffi", "MIT", "Anthony Green, Red Hat, Inc and others", "https://sourceware.org/libffi/", purl="pkg:generic/libffi", years="1996-2024", note="Built into Pyodide; it says no version."),
        Part("unicode-character-database", "Unicode-3.0", "Unicode, Inc.", "https://www.unicode.org/ucd/", unicode, f"pkg:generic/unicode-character-database@{unicode}", years="1991-2024", note="The tables of CPython's unicodedata."),
        # https://github.com/emscripten-core/emscripten/blob/4.0.9/system/lib/libc/README.md
        Part("musl", "MIT", "Rich Felker and contributors", "https://musl.libc.org/", "1.2.5", "pkg:generic/musl@1.2.5", cpe="musl-libc:musl:1.2.5", years="2005-2020", note="Emscripten's C library, which changes it in places."),
        Part("libcxx", "Apache-2.0 WITH LLVM-exception", "The LLVM contributors", "https://libcxx.llvm.org/", cxx, f"pkg:generic/libcxx@{cxx}", note="Emscripten's C++ library and libc++abi, built into Pyodide."),
        Part("mimalloc", "MIT", "Microsoft Corporation, Daan Leijen", "https://microsoft.github.io/mimalloc/", purl="pkg:generic/mimalloc", years="2018-2021", note="Built into CPython, which does not use it here; it says no version."),
        Part("error-stack-parser", "MIT", "Eric Wendelin and contributors", "https://github.com/stacktracejs/error-stack-parser", purl="pkg:npm/error-stack-parser", years="2017", note="Built into Pyodide's script, rewritten there; it says no version."),
        Part("stackframe", "MIT", "Eric Wendelin and contributors", "https://github.com/stacktracejs/stackframe", purl="pkg:npm/stackframe", years="2017", note="Built into Pyodide's script, rewritten there; it says no version."),
    ]  # fmt: skip


def _npm(package: Path) -> str:
    """The version of a package from npm."""
    return str(json.loads((package / "package.json").read_text("utf-8"))["version"])


def _licence(name: str) -> Path:
    return next(
        Path(str(path.locate()))
        for path in distribution(name).files or ()
        if ".dist-info" in str(path) and "LICEN" in path.name.upper()
    )


def holds_bill(path: Path, site: Path) -> bool:
    """Whether this is the bill, a compressed form of it, or an archive of the site, which it is in."""
    return path.name == ARCHIVE or path.relative_to(site).as_posix().startswith(BILL)


def bill(site: Path, project: Project) -> dict[str, Any]:
    """CycloneDX 1.6. Made of the same files it says the same: its number is drawn from them, and no time is told."""
    ours = version("qbo-check")
    # It cannot tell the digest of what it is in.
    files = [
        _file(path, site) for path in sorted(site.rglob("*")) if path.is_file() and not holds_bill(path, site)
    ]
    components: list[dict[str, Any]] = [
        {"type": "application", "bom-ref": SITE, "name": "qbo-setup-guide-site", "version": ours, "licenses": _licensed("Apache-2.0"), "components": files},
        {"type": "library", "bom-ref": WHEEL, "name": "qbo-check", "version": ours, "purl": f"pkg:pypi/qbo-check@{ours}", "licenses": _licensed("Apache-2.0")},
        *map(_component, parts(project)),
    ]  # fmt: skip
    within = {
        inside: [part.name for part in parts(project) if part.inside == inside] for inside in (SITE, WHEEL)
    }
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, json.dumps(components, sort_keys=True))}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "qbo-setup-guide",
                "name": "qbo-setup-guide",
                "version": ours,
                "licenses": _licensed("Apache-2.0"),
            },
            "tools": {"components": [{"type": "application", **tool} for tool in tools(site)]},
        },
        "components": components,
        "dependencies": [
            {"ref": "qbo-setup-guide", "dependsOn": [SITE, WHEEL]},
            {"ref": SITE, "dependsOn": [WHEEL, *within[SITE]]},
            {"ref": WHEEL, "dependsOn": within[WHEEL]},
        ],
    }


def tools(site: Path) -> list[dict[str, str]]:
    """What the bytes depend on beyond what they hold: the interpreter that compiled, and the browser that printed."""
    printed = {
        found[1].decode()
        for path in sorted(site.rglob("*.pdf"))
        if (found := re.search(rb"/Producer \(Skia/PDF m(\d+)\)", path.read_bytes()))
    }
    return [
        {"name": "cpython", "version": platform.python_version()},
        *({"name": "chromium", "version": version} for version in sorted(printed)),
    ]


def _component(part: Part) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": part.name,
        "name": part.name,
        **({"version": part.version} if part.version else {}),
        "copyright": part.holder,
        **({"description": part.note} if part.note else {}),
        "licenses": _licensed(part.licence),
        **({"purl": part.purl} if part.purl else {}),
        **({"cpe": f"cpe:2.3:a:{part.cpe}:*:*:*:*:*:*:*"} if part.cpe else {}),
        "externalReferences": [{"type": "website", "url": part.home}],
    }


def _licensed(licence: str) -> list[dict[str, Any]]:
    # What is licensed with an exception is an expression to SPDX, and no licence of its own.
    return [{"expression": licence} if " " in licence else {"license": {"id": licence}}]


def _file(path: Path, site: Path) -> dict[str, Any]:
    name = path.relative_to(site).as_posix()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {
        "type": "file",
        "bom-ref": name,
        "name": name,
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }


def licences(project: Project) -> str:
    """What is shipped, whose it is, under which licence; then the texts."""
    known = parts(project)
    told = [
        f"{part.name} {part.version or ''}".strip()
        + f"\n  {part.licence}, {part.holder}\n  {part.home}\n"
        + (f"  {part.note}\n" if part.note else "")
        for part in known
    ]
    texts: dict[str, list[str]] = {}
    if (own := project.root / "LICENSE").exists():
        texts[own.read_text("utf-8")] = ["This guide and its checks"]
    for part in known:
        if part.text:
            texts.setdefault(part.text.read_text("utf-8"), []).append(part.name)
    for licence in sorted({part.licence for part in known if not part.text}):
        if not (words := TEXTS / f"{licence}.txt").exists():
            continue
        bare = [part for part in known if part.licence == licence and not part.text]
        notices = "\n".join(
            f"{part.name}: Copyright (c) {part.years} {part.holder}".replace("  ", " ") for part in bare
        )
        texts[f"{notices}\n\n{words.read_text('utf-8')}"] = [part.name for part in bare]
    line = "=" * 79
    return "\n".join(
        [
            "What this site and its command line are made of / De quoi sont faits ce site et sa commande",
            "",
            "This guide and its checks / Ce guide et ses vérifications\n  Apache-2.0\n",
            *told,
            *(f"{line}\n{', '.join(names)}\n{line}\n\n{text.strip()}\n" for text, names in texts.items()),
        ]
    )


def write_licences(built: Built) -> None:
    (built.site / LICENCES).write_text(licences(built.project), "utf-8")


def write(built: Built) -> None:
    written = json.dumps(bill(built.site, built.project), ensure_ascii=False, indent=1)
    (built.site / BILL).write_text(f"{written}\n", "utf-8")
