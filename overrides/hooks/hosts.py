"""Writes what a host must send with each file, in the form that each kind of host reads.

``_headers`` and ``_redirects`` in the site are read by Netlify and Cloudflare Pages. Beside the site,
``site.nginx.conf`` is for the ``server`` block of an nginx. GitHub Pages takes neither: there the policy in the
pages does what it can (policy.py). Files that no reader needs never get into the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

import policy
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

EVERYWHERE = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid"),
            *("idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment"),
            *("publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
        )
    ),
    "Referrer-Policy": "no-referrer",
    # A year. Not for subdomains, which may be somebody else's.
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
}

OF_PAGES = ("Cross-Origin-Opener-Policy", "Permissions-Policy")
"""Only a page heeds these: a page asks for some twenty files, and nginx packs no headers."""

ASSETS = "/assets/"
ASSETS_POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'none'; connect-src 'self'; frame-ancestors 'none'"
)
"""For the search's worker, and for a drawing that is opened by itself."""

IMMUTABLE = "public, max-age=31536000, immutable"
HASH = r"(?:.*[./-])?[0-9a-f]{8,64}(?:[./-].*)?"
"""A path that names the content of its file, which can therefore never change."""

TYPES = {
    "css": "text/css",
    "gz": "application/gzip",
    "html": "text/html",
    "ico": "image/x-icon",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "mjs": "text/javascript",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "wasm": "application/wasm",
    "webp": "image/webp",
    "whl": "application/zip",
    "woff2": "font/woff2",
    "xml": "application/xml",
    "zip": "application/zip",
}
WORTH_PACKING = ("css", "js", "json", "svg", "txt", "wasm", "xml")

UNREAD = ("*.map", "*.d.ts", "assets/javascripts/lunr/*")
"""Sources of what is served, and the search's word lists for languages that the guide does not speak."""
READ = ("*/lunr.folded.min.js", "*/lunr.stemmer.support.min.js")


class Rule(NamedTuple):
    path: str
    headers: dict[str, str]


def rules(site: Path) -> list[Rule]:
    """What to send with which files; ``*`` stands for anything. Where several rules match, all hold."""
    pages = [policy.Reader(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))]
    # Ancestors can only be told in a header, and the policy of each page narrows this one to what it needs.
    together = policy.union(
        [*(policy.needed(page) for page in pages if not page.own), {"frame-ancestors": ("'none'",)}]
    )
    return [
        Rule("/*", {"Content-Security-Policy": policy.written(together), **EVERYWHERE}),
        *(Rule(path, {"Cache-Control": IMMUTABLE}) for path in hashed(site)),
    ]


def hashed(site: Path) -> Iterator[str]:
    """The folders and files below assets whose own name is a hash of their content."""
    found = ""
    for path in sorted((site / "assets").rglob("*")):
        url = f"/{path.relative_to(site).as_posix()}"
        if named_by_hash(path.name) and not (found and url.startswith(found)):
            found = f"{url}/" if path.is_dir() else ""
            yield f"{url}/*" if path.is_dir() else url


def named_by_hash(name: str) -> bool:
    return re.fullmatch(HASH, name) is not None


def headers(table: list[Rule]) -> str:
    """``_headers``, as Netlify and Cloudflare Pages read it. Without Cache-Control, both ask anew each time."""
    return "\n".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in sent.items()) for path, sent in table
    )


# Netlify knows one not-found page, and Cloudflare Pages the nearest by itself; it passes over this line.
REDIRECTS = "/en/* /en/404.html 404\n"

NGINX = """\
# For the `server` block of an nginx, beside its root, its server_name and its certificate:
#   include {name};
# Written by the build: it names the hashes of this very site.

index index.html;
autoindex off;
server_tokens off;
absolute_redirect off;
charset utf-8;
charset_types text/css text/javascript text/plain application/json application/xml image/svg+xml;
gzip on;
gzip_static on;
gzip_vary on;
gzip_types {packed};
default_type application/octet-stream;
types {{
{types}}}

{page}add_header Cache-Control "no-cache" always;
error_page 403 404 =404 /404.html;

# Nothing that begins with a dot, but for what certificates are renewed with; nothing that is for hosts.
location ~ "/(?:\\.(?!well-known/)|_headers$|_redirects$)" {{ return 404; }}

{locations}location /en/ {{ error_page 403 404 =404 /en/404.html; }}
"""


def nginx(table: list[Rule], name: str) -> str:
    page = table[0].headers
    asset = {name: value for name, value in page.items() if name not in OF_PAGES}
    return NGINX.format(
        name=name,
        packed=" ".join(dict.fromkeys(TYPES[ending] for ending in WORTH_PACKING)),
        types="".join(f"  {kind} {ending};\n" for ending, kind in TYPES.items()),
        page=added(page),
        locations="".join(
            # The first expression that matches wins, and any of them over a location without one.
            f"location {match.format(path=path, hash=HASH)} {{\n{added(asset | sent | cached, '  ')}}}\n"
            for match, cached in (
                ('~ "^{path}{hash}$"', {"Cache-Control": IMMUTABLE}),
                ("{path}", {"Cache-Control": "no-cache"}),
            )
            for path, sent in ((ASSETS, {"Content-Security-Policy": ASSETS_POLICY}),)
        ),
    )


def added(headers: dict[str, str], indent: str = "") -> str:
    """What is said of a file for a year holds for the file alone, not for the word that it is gone."""
    return "".join(
        f"{indent}add_header {name} {quoted(value)}{'' if value == IMMUTABLE else ' always'};\n"
        for name, value in headers.items()
    )


def quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def unread(path: str) -> bool:
    return any(fnmatchcase(path, name) for name in UNREAD) and not any(
        fnmatchcase(path, name) for name in READ
    )


@event_priority(-200)  # after static-i18n, which makes a list of its own
def on_files(files: Files, config: MkDocsConfig) -> Files:
    for file in list(files):
        if unread(file.src_uri):
            files.remove(file)
    return files


# MkDocs loads each hook by itself: the module that this file imports is another one than MkDocs' own.
on_startup = policy.on_startup


@event_priority(-250)  # after every hook that writes pages, before policy.py
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if i18n.building or policy.serving:
        return
    site = Path(config.site_dir)
    for path in site.rglob("*"):
        if path.is_file() and path.suffix.removeprefix(".") not in TYPES:
            raise PluginError(f"{path.relative_to(site)}: no type is known to send it with")
    for script in (*site.glob("assets/javascripts/**/*.js"), *site.glob("assets/stylesheets/*.css")):
        script.write_bytes(
            re.sub(rb"\n(//|/\*)# sourceMappingURL=\S+( \*/)?\s*$", b"\n", script.read_bytes())
        )
    table = rules(site)
    (site / "_headers").write_text(headers(table), "utf-8")
    (site / "_redirects").write_text(REDIRECTS, "utf-8")
    beside = site.with_name(f"{site.name}.nginx.conf")
    beside.write_text(nginx(table, str(beside)), "utf-8")
