"""Addresses within the site."""

from __future__ import annotations

import posixpath


def relative(target: str, here: str) -> str:
    """The link that leads from the page at ``here`` to ``target``, both from the root of the site."""
    folder = here if here.endswith("/") else posixpath.dirname(here)
    path = posixpath.relpath(f"/{target}", f"/{folder}")
    return f"{path}/" if target.endswith("/") else path
