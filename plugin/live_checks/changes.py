"""What is new, for readers: a day under each version of the page ``changes``, and a feed of them for each language.

The page's front matter dates its versions by the ids of their headings, ``versions: {version-0-1-0: 2026-11-28}``.
The feed is Atom (RFC 4287), made of the built page: an entry is a version's section.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from bs4 import BeautifulSoup, Tag

from live_checks.built import Built
from live_checks.dates import written
from live_checks.project import BuildError

NAME = "changes.atom"
ATOM = "http://www.w3.org/2005/Atom"
TAGS = {"fr": "fr-CA", "en": "en"}


def dated(html: str, versions: dict[str, date], lang: str) -> str:
    """The page with a day under the heading of each version. Raises BuildError where one has none, or no heading."""
    headings = re.findall(r'<h2 id="(version-[\w-]+)"', html)
    if headings != [*versions] or [*versions.values()] != sorted(versions.values(), reverse=True):
        raise BuildError(f"its headings are {headings}, its days {versions}: both in order, the newest first")
    for version, day in versions.items():
        line = f'<p class="version"><time datetime="{day}">{written(day, lang)}</time></p>'
        head, heading, below = html.partition(f'<h2 id="{version}"')
        title, end, below = below.partition("</h2>")
        html = f"{head}{heading}{title}{end}\n{line}{below}"
    return html


def feed(page: str, home: str, path: str, lang: str) -> str:
    """The feed of a built page at ``path`` below ``home``, which is the address of the language's own home."""
    soup = BeautifulSoup(page, "html.parser")
    address = urljoin(home, path)
    title = soup.select_one('meta[property="og:site_name"]')
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": TAGS[lang]})
    name = str(title["content"]) if title else ""
    _add(root, "id", _urn(lang, ""))
    news = soup.select_one("h1")
    _add(root, "title", f"{_words(news)} – {name}" if news else name)
    _add(root, "link", rel="self", type="application/atom+xml", href=urljoin(home, NAME))
    _add(root, "link", rel="alternate", type="text/html", hreflang=TAGS[lang], href=address)
    _add(_add(root, "author"), "name", name)
    updated = _add(root, "updated")
    for heading in soup.select('h2[id^="version-"]'):
        day = heading.find_next("time")
        if day is None:
            raise BuildError(f"{heading['id']} has no day")
        when = f"{day['datetime']}T00:00:00Z"
        updated.text = updated.text or when
        entry = _add(root, "entry")
        _add(entry, "id", _urn(lang, str(heading["id"])))
        _add(entry, "title", _words(heading))
        _add(entry, "link", rel="alternate", type="text/html", href=f"{address}#{heading['id']}")
        _add(entry, "updated", when)
        _add(entry, "published", when)
        _add(entry, "content", _section(heading, address), type="html")
    ET.indent(root)
    return ET.tostring(root, "unicode", xml_declaration=True) + "\n"


def _add(above: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    made = ET.SubElement(above, name, attributes)
    made.text = text
    return made


def _words(heading: Tag) -> str:
    return heading.get_text().removesuffix("¶").strip()


def _urn(lang: str, version: str) -> str:
    """The same wherever the guide stands: a reader's program knows an entry again by it."""
    return uuid5(NAMESPACE_URL, f"qbo-setup-guide/{lang}/changes/{version}").urn


def _section(heading: Tag, address: str) -> str:
    """What stands below a heading, up to the next version, for a program that knows no address to begin from."""
    parts = []
    for part in heading.find_next_siblings():
        if part.name in {"h2", "aside"}:
            break
        for link in part.select("a[href]"):
            link["href"] = urljoin(address, str(link["href"]))
        if "version" not in part.get_attribute_list("class"):
            parts.append(str(part))
    return "\n".join(parts)


def write(built: Built) -> None:
    if not built.options.changes:
        return
    path = f"{built.options.changes.removesuffix('.md')}/"
    for lang in built.languages:
        folder = built.site / built.root(lang)
        page = (folder / path / "index.html").read_text("utf-8")
        (folder / NAME).write_text(feed(page, urljoin(built.url, built.root(lang)), path, lang), "utf-8")
