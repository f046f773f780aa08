"""Tells the browser, in every page, what that page may do: nothing but what it was built to do.

The policy stands in the page itself, so that it holds on hosts that send no headers; hosts.py says the same
in headers. Nothing inline runs unless its hash is named, and the hashes are taken from the finished HTML.
A page that brings a policy of its own keeps it.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from live_checks.built import Built
from live_checks.project import BuildError

Policy = dict[str, tuple[str, ...]]

PAGE: Policy = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "worker-src": ("'self'",),  # Material's search.
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),  # The icons in Material's styles.
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "object-src": ("'none'",),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),
}

# The page compiles Python while it streams in, and makes a worker of a text, which gets its own policy as well
# (plugin/live_checks/element/start-worker.js).
CHECKING: Policy = {"script-src": ("'wasm-unsafe-eval'",), "worker-src": ("blob:",)}

# Only for documents: the search's worker names its scripts by strings, and takes its policy from a header.
DOCUMENT: Policy = {"require-trusted-types-for": ("'script'",), "trusted-types": ("default",)}

NEIGHBOURS = re.compile(r'\s*<link rel="(?:prev|next)"[^>]*>')
HEAD = '<meta charset="utf-8">'
DATA = {"application/json", "application/ld+json"}
"""The types of inline scripts that hold data, which no browser runs."""


class Reader(HTMLParser):
    """Reads from a page what its policy depends on."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.own = False
        self.checks = False
        self.inline: list[str] = []
        self.styles: list[str] = []
        self.players: list[str] = []
        self.embeds = False
        self.hosts: list[str] = []
        self.refused: list[str] = []
        self._text: list[str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        match tag:
            case "meta" if values.get("http-equiv", "").lower() == "content-security-policy":
                self.own = True
            case "script" if "src" in values:
                self.checks |= "assets/qbo-check/" in values["src"]
            case "script" if values.get("type", "") not in DATA:
                self._text = []
            case "style":
                self._text = []
        if "data-player" in values:
            self.players.append("{0.scheme}://{0.netloc}".format(urlsplit(values["data-player"])))
        self.embeds |= "data-embedded" in values
        self.hosts += values.get("data-hosts", "").split()
        self.refused += [f"<{tag} {name}>" for name in values if name == "style" or name.startswith("on")]

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"} and self._text is not None:
            (self.inline if tag == "script" else self.styles).append("".join(self._text))
            self._text = None


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy_of(page: Reader) -> Policy:
    """The policy of one page. Raises ValueError for what no policy of ours could let through."""
    if page.refused:
        raise ValueError(
            f"style attributes and handlers belong in a file of their own: {', '.join(page.refused)}"
        )
    parts: list[Policy] = [
        PAGE,
        {"script-src": tuple(map(hashed, page.inline)), "style-src": tuple(map(hashed, page.styles))},
    ]
    if page.checks:
        parts.append(CHECKING)
    if page.players:
        parts.append({"frame-src": tuple(page.players)})
    if page.embeds:
        parts.append({"frame-src": ("'self'",)})
    return union(parts)


def union(policies: Iterable[Policy]) -> Policy:
    """What at least one of the policies allows, for a header that is the same on every page."""
    together: Policy = {}
    for policy in policies:
        for directive, sources in policy.items():
            together[directive] = tuple(dict.fromkeys((*together.get(directive, ()), *sources)))
    return together


def serialized(policy: Policy) -> str:
    return "; ".join(f"{directive} {' '.join(sources)}" for directive, sources in policy.items())


def with_policy(html: str) -> str:
    """The page with its policy, which must stand before everything that it governs."""
    page = Reader(html)
    if page.own:
        return html
    if HEAD not in html:
        raise ValueError(f"no {HEAD} to put the policy after")
    # Firefox would fetch the next page in advance, which the policy forbids, and rightly: nobody asked for it.
    html = NEIGHBOURS.sub("", html)
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{escape(serialized(policy_of(page) | DOCUMENT), quote=False)}">'
        '<meta name="referrer" content="no-referrer">'
        # Else, without https, the names in a page's links are looked up before anybody follows them.
        '<meta http-equiv="X-DNS-Prefetch-Control" content="off">'
    )
    return html.replace(HEAD, HEAD + metas, 1)


def write(built: Built) -> None:
    """Put its policy into each page. Raises BuildError, with the name of the page, for what none could let through."""
    for path in sorted(built.site.rglob("*.html")):
        try:
            path.write_text(with_policy(path.read_text("utf-8")), "utf-8")
        except ValueError as error:
            raise BuildError(f"{path.relative_to(built.site)}: {error}") from error
