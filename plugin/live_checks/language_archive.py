"""Puts the site of one language into ``guide.zip``, which any static server serves as it is, at any path.

Everything of the other languages is left out, and a link to it leads to the published site, if its address is known.
What hosts alone read is left out too.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from live_checks.built import Built
from live_checks.compress import ENCODINGS, UNSENT
from live_checks.runtime import pack

NAME = "guide.zip"
READ_ME = """\
Servez ce dossier, puis ouvrez l’adresse affichée :
Serve this folder, then open the address that it shows:

    python3 -m http.server --bind 127.0.0.1
"""
ENTRY = """\
<!doctype html>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={root}">
<title>{name}</title>
<a href="{root}">{name}</a>
"""
HREF = re.compile(r'(?<=\shref=")(?![a-z]+:|[#?/])([^"#?]*)')
OF_A_LANGUAGE = ("*.html", "*.pdf", "*.atom", "search/*.json", "llms.txt")
SHARED = ("assets", "embed", "offline.html")
"""What stands outside the folder of a language, and is of none."""


def write(built: Built) -> None:
    """After everything else: each archive holds the bill of materials, which therefore cannot name it."""
    if not built.options.archive:
        return
    files = [
        path
        for path in sorted(built.site.rglob("*"))
        if path.is_file() and path.suffix not in ENCODINGS and path.name not in {*UNSENT, NAME}
    ]
    for lang in built.languages:
        pack.write_undated(built.site / built.root(lang) / NAME, dict(members(built, lang, files)))


def members(built: Built, lang: str, files: list[Path]) -> Iterator[tuple[str, bytes]]:
    """What goes into the archive of a language, by its name there."""
    theirs = {path for path in files if language(built, path) not in {lang, None}}
    elsewhere = {address(path, built.site) for path in theirs}
    for path in files:
        if path in theirs:
            continue
        content = path.read_bytes()
        name = path.relative_to(built.site).as_posix()
        if path.suffix == ".html" and built.url:
            content = published(content.decode(), name, elsewhere, built.url).encode()
        yield name, content
    yield "README.txt", READ_ME.encode()
    if root := built.root(lang):
        yield "index.html", ENTRY.format(root=root, name=built.names[lang][0]).encode()


def language(built: Built, path: Path) -> str | None:
    """Whose file it is, or none where every language needs it."""
    for lang in built.languages:
        if built.root(lang) and path.is_relative_to(built.site / built.root(lang)):
            return lang
    inside = path.relative_to(built.site)
    if inside.parts[0] in SHARED or not any(inside.match(pattern) for pattern in OF_A_LANGUAGE):
        return None
    return built.languages[0]


def address(path: Path, site: Path) -> str:
    """Where a file is below the site: a page by its folder."""
    return re.sub(r"(^|/)index\.html$", r"\1", path.relative_to(site).as_posix())


def published(html: str, name: str, elsewhere: set[str], url: str) -> str:
    """A page whose links to what is not there lead to the published site."""

    def told(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), found[1]))
        target = "" if target == "." else target + "/" * found[1].endswith(("/", "..", "."))
        return url + target if target in elsewhere else found[1]

    return HREF.sub(told, html)
