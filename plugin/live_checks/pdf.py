"""The whole guide as one PDF for each language, and parts of it, where the option ``pdf`` asks for them.

The pages are taken from the built site, in the order of the navigation, and become one document: their ids get
the page's name, and links between pages stay inside. Chromium prints it with the site's own print style, and
makes the bookmarks and the tags from its headings and its language. It prints twice: which page a heading gets to, and
so what its contents say, is known once it is printed. `make build` asks for them.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.filter import SoupStrainer
from jinja2 import Environment
from playwright.sync_api import Route, sync_playwright
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from live_checks.built import Built
from live_checks.dates import written
from live_checks.project import BuildError
from live_checks.tools import launch_options

WHOLE = "guide"
ORIGIN = "http://guide.invalid/"
"""Where Chromium believes that it is; nothing is asked of any network."""

# Attributes that name ids of their own page.
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls")


def addresses(names: Iterable[str], root: str) -> dict[str, str]:
    """The address below the site of each page, and what the ids of the page get before them."""
    stems = [name.removesuffix(".md") for name in names]
    return {root if stem == "index" else f"{root}{stem}/": stem for stem in stems}


def names(nav: Iterable[Any]) -> Iterator[str]:
    """The pages of a navigation, as it names them, in its order and however deep."""
    for entry in nav:
        if isinstance(entry, str):
            yield entry
        else:
            for below in entry.values():
                yield from names([below] if isinstance(below, str) else below)


def chapter(page: Path, url: str, known: dict[str, str], site_url: str) -> Tag:
    """The content of one built page, ready to stand beside the others."""
    article = BeautifulSoup(page.read_text("utf-8"), "html.parser").select_one("article")
    if article is None:
        raise BuildError(f"{page} has no content")
    prefix = known[url]
    for tag in article.select("[id]"):
        tag["id"] = f"{prefix}:{tag['id']}"
    # A drawing tells what it shows; the figure around it would be one more, without words.
    for tag in article.select("figure"):
        tag["role"] = "none"
    for tag in article.select("input[name]"):
        tag["name"] = f"{prefix}:{tag['name']}"
    for reference in REFERENCES:
        for tag in article.select(f"[{reference}]"):
            tag[reference] = " ".join(f"{prefix}:{name}" for name in str(tag[reference]).split())
    for link in article.select("a[href]"):
        address = urljoin(ORIGIN + url, str(link["href"]))
        if not address.startswith(ORIGIN):
            continue
        parts = urlsplit(address.removeprefix(ORIGIN))
        if parts.path in known:
            target = known[parts.path]
            link["href"] = f"#{target}:{parts.fragment}" if parts.fragment else f"#{target}"
        else:
            link["href"] = site_url + address.removeprefix(ORIGIN)
    article.name = "section"
    article["id"] = prefix
    return copy(article)


class Source(NamedTuple):
    """The built site that the document is made of."""

    folder: Path
    address: str
    names: list[str]
    """The pages, as the navigation names them."""
    root: str
    """Of the language, below the folder: nothing, or a path with a slash at its end."""
    lang: str
    detailed: bool = False
    """Whether the contents name the sections of each page too, and the title is that of the first page."""


class Entry(NamedTuple):
    """A line of the contents."""

    id: str
    words: str
    number: int
    """The printed page on which it begins; 0 while that is not known."""
    below: list[Entry]


def contents(sections: Iterable[Tag], numbers: Mapping[str, int], *, detailed: bool) -> list[Entry]:
    """The contents, by the pages and, where asked for, their sections."""

    def entry(id_: str, heading: Tag | None, below: list[Entry]) -> Entry:
        return Entry(id_, words(heading), numbers.get(id_, 0), below)

    return [
        entry(
            str(section["id"]),
            section.select_one("h1"),
            [entry(str(h2["id"]), h2, []) for h2 in section.select("h2[id]")] if detailed else [],
        )
        for section in sections
    ]


def chapters(site: Source) -> list[Tag]:
    known = addresses(site.names, site.root)
    return [chapter(site.folder / url / "index.html", url, known, site.address) for url in known]


def whole(
    site: Source,
    chapters: list[Tag],
    templates: Environment,
    day: date,
    numbers: Mapping[str, int] | None = None,
) -> str:
    """The pages of one language as one HTML document; ``numbers`` are the printed pages of its ids."""
    root = site.root
    home = BeautifulSoup((site.folder / root / "index.html").read_text("utf-8"), "html.parser")
    name = content(home, "og:site_name")
    return templates.get_template("partials/whole.html").render(
        lang=site.lang,
        title=f"{words(chapters[0].select_one('h1'))} – {name}" if site.detailed else name,
        description="" if site.detailed else content(home, "og:description"),
        styles=[
            urljoin(f"{ORIGIN}{root}", str(link["href"])) for link in home.select("link[rel=stylesheet]")
        ],
        day=written(day, site.lang),
        contents=contents(chapters, numbers or {}, detailed=site.detailed),
        chapters=chapters,
        address=site.address + root,
    )


def content(page: BeautifulSoup, name: str) -> str:
    tag = page.select_one(f'meta[property="{name}"]')
    return str(tag["content"]) if tag else ""


def words(heading: Tag | None) -> str:
    """What a heading says, without the sign of its link; a no-break space stays one."""
    return re.sub(r"[ \t\n]+", " ", heading.get_text().removesuffix("¶")).strip() if heading else ""


def printed(html: str, site: Path, lang: str) -> bytes:
    """The document as Chromium prints it; what it loads comes from the built site."""

    def serve(route: Route) -> None:
        path = urlsplit(route.request.url).path.removeprefix("/")
        if path:
            route.fulfill(path=site / path)
        else:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(playwright.chromium))
        page = browser.new_page(java_script_enabled=False, locale="fr-CA" if lang == "fr" else lang)
        page.route("**/*", serve)
        page.goto(ORIGIN)
        made = page.pdf(
            format="Letter", prefer_css_page_size=True, print_background=True, outline=True, tagged=True
        )
        browser.close()
    return made


def numbered(made: bytes) -> dict[str, int]:
    """The printed page of each id that something in the document leads to, counted from 1."""
    reader = PdfReader(BytesIO(made))
    pages = {
        name.removeprefix("/"): reader.get_destination_page_number(place)
        for name, place in reader.named_destinations.items()
    }
    return {name: page + 1 for name, page in pages.items() if page is not None}


def titled(made: bytes, html: str) -> bytes:
    """The same document, its bookmarks titled as the headings are: Chromium loses a space where a line ends."""
    read = SoupStrainer(re.compile(r"^h[1-6]$"))
    headings = iter(
        [words(tag) for tag in BeautifulSoup(html, "html.parser", parse_only=read).find_all(read)]
    )
    writer = PdfWriter(BytesIO(made), incremental=True)
    for mark in bookmarks(writer.root_object["/Outlines"].get_object()):
        shown = "".join(mark["/Title"].split())
        # Some headings are not printed; Chromium names one twice that it moved to the next page.
        title = next(
            (title for title in headings if shown in {plain := "".join(title.split()), 2 * plain}), None
        )
        if title is None:
            raise BuildError(f"no heading for the bookmark {mark['/Title']!r}")
        mark[NameObject("/Title")] = TextStringObject(title)
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(value=True)}
    )
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def bookmarks(above: Any) -> Iterator[Any]:
    """The bookmarks below one, from top to bottom."""
    mark = above.get("/First")
    while mark:
        item = mark.get_object()
        yield item
        yield from bookmarks(item)
        mark = item.get("/Next")


def dated(made: bytes, when: datetime) -> bytes:
    """The same document, made at another time: the build's clock would change it every time."""
    stamp = when.strftime("D:%Y%m%d%H%M%S+00'00'").encode()
    return re.sub(rb"(/(?:CreationDate|ModDate) \()D:[^)]{21}(\))", rb"\g<1>" + stamp + rb"\g<2>", made)


def made_at(folder: Path) -> datetime:
    """SOURCE_DATE_EPOCH, or the last commit, or now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        try:
            command = ["git", "-C", str(folder), "log", "-1", "--format=%ct"]
            epoch = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            epoch = ""
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def digest(html: str, site: Path, when: datetime) -> str:
    """What a printed document depends on: printing takes long, and is skipped while nothing of it changed."""
    inputs = hashlib.sha256(html.encode() + when.isoformat().encode())
    for path in (*sorted(site.rglob("*.css")), *sorted(site.rglob("*.woff2")), Path(__file__)):
        inputs.update(path.read_bytes())
    return inputs.hexdigest()[:16]


def write(built: Built) -> None:
    if not built.options.pdf:
        return
    documents = {WHOLE: [*names(built.nav)], **built.options.pdf_parts}
    # The whole ones first: they take longest, and Chromium prints one while Python reads another.
    with ThreadPoolExecutor() as pool:
        list(
            pool.map(partial(_write, built), *zip(*product(documents.items(), built.languages), strict=True))
        )


def _write(built: Built, document: tuple[str, list[str]], lang: str) -> None:
    name, pages = document
    cache = built.project.cache("pdf")
    when = made_at(built.project.docs)
    site = Source(built.site, built.url, [*pages], built.root(lang), lang, detailed=name != WHOLE)
    parts = chapters(site)
    html = whole(site, parts, built.templates, when.date())
    kept = f"{lang}-{name}"
    made = cache / f"{kept}-{digest(html, site.folder, when)}.pdf"
    if not made.exists():
        for stale in cache.glob(f"{kept}-*"):
            stale.unlink()
        cache.mkdir(parents=True, exist_ok=True)
        numbers = numbered(printed(html, site.folder, lang))
        html = whole(site, parts, built.templates, when.date(), numbers)
        made.write_bytes(titled(dated(printed(html, site.folder, lang), when), html))
    shutil.copyfile(made, site.folder / site.root / f"{name}.pdf")
