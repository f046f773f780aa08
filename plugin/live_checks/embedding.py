"""Makes what other sites embed: one page for each check, and the script that puts it in a frame.

``embed/v1/fr/redirect-uri/`` is the check alone, of the same partials as the guide's pages. ``embed/v1/qbo-check.js``
defines ``<qbo-check>`` in the host page (the folder embed/ beside this file is its source, and its npm package);
``qbo-check.HASH.js`` is the same and never changes.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from jinja2 import Environment

from live_checks import rules
from live_checks.built import Built
from live_checks.project import BuildError, Project
from live_checks.runtime import pack
from live_checks.urls import relative

VERSION = "embed/v1/"
"""Where everything is. What changes what host pages rely on gets another; this one then stays as it was."""
SCRIPT = f"{VERSION}qbo-check.js"
SOURCE = Path(__file__).parent / "embed" / "qbo-check.js"
# A classic script knows its own address, and with it the guide's.
ENTRY = 'import { define } from "./qbo-check.js";\ndefine(new URL("../../", document.currentScript.src));\n'
ORIGIN = re.compile(r"https?://(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?")


class Embedding(NamedTuple):
    """What pages have to know of it. Paths are those of the site."""

    hosts: list[str]
    """The origins that may frame a check."""
    styles: list[str]
    """The theme's own style sheets."""
    script: str
    pinned: str
    """The same script, which never changes."""
    integrity: str
    """Of the latter: https://www.w3.org/TR/sri-2/#the-integrity-attribute."""


def embedding(project: Project, hosts: str, themes: Iterable[str]) -> Embedding:
    """Raises BuildError where a host is no origin."""
    content = script(project, SOURCE.read_bytes())
    sheets = (Path(folder, "assets", "stylesheets") for folder in themes)
    return Embedding(
        hosts=origins(hosts),
        styles=sorted(
            f"assets/stylesheets/{sheet.name}"
            for folder in sheets
            for sheet in (*folder.glob("main.*.min.css"), *folder.glob("palette.*.min.css"))
        ),
        script=SCRIPT,
        pinned=pinned(content),
        integrity=f"sha384-{b64encode(hashlib.sha384(content).digest()).decode()}",
    )


def origins(option: str) -> list[str]:
    """The origins of host pages, as ``frame-ancestors`` takes them. Raises BuildError for what is none."""
    for origin in option.split():
        if not ORIGIN.fullmatch(origin):
            raise BuildError(
                f"embed_hosts names {origin!r}; an origin is like https://docs.example or https://*.example.com"
            )
    return option.split()


@cache
def script(project: Project, source: bytes) -> bytes:  # noqa: ARG001 - another source is another script
    """The element for host pages, as one classic script that leaves no global name."""
    return pack.bundle(project, "--format=iife", "--minify", cwd=SOURCE.parent, input=ENTRY).encode()


def pinned(content: bytes) -> str:
    """Where the script is that never changes."""
    return f"{VERSION}qbo-check.{hashlib.sha256(content).hexdigest()[:12]}.js"


def page_url(check: str, lang: str) -> str:
    """The page of a check, from the root of the site."""
    return f"{VERSION}{lang}/{check}/"


def page(
    check: str, lang: str, form: str, root: str, templates: Environment, **context: Mapping[str, Any]
) -> str:
    """The page of one check: its form, and what the partials of the guide's pages need."""
    url = page_url(check, lang)
    return templates.get_template("embed.html").render(
        base_url=relative(".", url),
        page=SimpleNamespace(url=url, content=form),
        lang=lang,
        root=root or "./",
        check=rules.load(check),
        **context,
    )


def write(built: Built) -> None:
    content = script(built.project, SOURCE.read_bytes())
    for url in (SCRIPT, pinned(content)):
        path = built.site / url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
