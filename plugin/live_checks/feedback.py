"""The link at the end of each page to whoever keeps the guide: an issue or a mail, begun with what they need to know.

That is the page, its language, the version and, once the page's script adds them, the codes that stand on it: names of
ours, never what was typed. The option ``report``, or else ``repo_url``, says where to; with neither it is a mail whose
address the reader fills in.
"""

from __future__ import annotations

import re
from importlib.metadata import version
from urllib.parse import quote, urlsplit

from live_checks.project import BuildError

VERSION = version("qbo-check")
MAIL = re.compile(r"[^@\s?&]+@[^@\s?&]+")

BODY = {
    "fr": "Ce qui ne va pas (sans clé ni secret) :\n\n\n\nPage : {address}\nLangue : fr-CA\nVersion : {version}\nCode : ",
    "en": "What’s wrong (no keys or secrets):\n\n\n\nPage: {address}\nLanguage: en\nVersion: {version}\nCode: ",
}
"""The code comes last, so that the page's script only has to add it."""


def link(to: str, subject: str, address: str, lang: str) -> str:
    """Where the link leads, for the page at ``address``. Raises BuildError for what is neither."""
    body = BODY[lang].format(address=address, version=VERSION)
    if not to or MAIL.fullmatch(to):
        # A line ends with both in a mail's address: RFC 6068, section 5.
        return _with_query(f"mailto:{quote(to, safe='@')}", subject=subject, body=body.replace("\n", "\r\n"))
    parts = urlsplit(to)
    if parts.scheme != "https" or not parts.hostname:
        raise BuildError(f"report: {to!r} is neither a repository's https:// address nor a mail's")
    repository = to.rstrip("/")
    if "gitlab" in parts.hostname:
        return _with_query(
            f"{repository}/-/issues/new", **{"issue[title]": subject, "issue[description]": body}
        )
    if parts.hostname == "bitbucket.org":
        return _with_query(f"{repository}/issues/new", title=subject, content=body)
    # GitHub, Gitea, Forgejo.
    return _with_query(f"{repository}/issues/new", title=subject, body=body)


def _with_query(address: str, **query: str) -> str:
    # What the script adds stands at the end, in the body.
    return f"{address}?" + "&".join(f"{quote(name)}={quote(value, safe='')}" for name, value in query.items())
