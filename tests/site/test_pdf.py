"""Two PDFs for each language, the whole guide and the setup: `make build` makes them, the home page offers them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from jinja2 import Environment, FileSystemLoader
from live_checks import pdf
from pypdf import PdfReader
from pypdf.generic import IndirectObject

ROOT = Path(__file__).parents[2]
FOLDERS = {"fr": "", "en": "en/"}
TAGS = {"fr": "fr-CA", "en": "en"}
NAV = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")[2].partition("\n\n")[0])
STAGES = ("setup.md", "sandbox.md", "review.md", "production.md")
PAGES = [path.removesuffix(".md") for path in pdf.names(NAV)]


@pytest.fixture(scope="module", params=["fr", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def reader(site: Path, lang: str) -> PdfReader:
    path = site / FOLDERS[lang] / f"{pdf.WHOLE}.pdf"
    if not path.exists():
        pytest.fail("there is no PDF to test: run `make build` first")
    return PdfReader(path)


@pytest.fixture(scope="module")
def chapters(html: dict[str, BeautifulSoup], lang: str) -> dict[str, Tag]:
    """The content of each page, in the order of the navigation."""
    found = {}
    for name in PAGES:
        article = html[FOLDERS[lang] + ("" if name == "index" else f"{name}/") + "index.html"].select_one(
            "article"
        )
        assert article
        found[name] = article
    return found


def headings(article: Tag, names: str) -> list[str]:
    """Those that are printed: without script, some are not."""
    return [
        pdf.words(tag) for tag in article.select(names) if not tag.find_parent(attrs={"data-scripted": True})
    ]


def marks(outline: list[Any], depth: int = 0) -> Iterator[tuple[int, Any]]:
    """Each bookmark with its depth, from top to bottom."""
    for item in outline:
        if isinstance(item, list):
            yield from marks(item, depth + 1)
        else:
            yield depth, item


def links(reader: PdfReader) -> Iterator[Any]:
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            yield annotation.get_object()


def test_it_says_its_language_its_title_and_that_it_is_tagged(
    reader: PdfReader, html: dict[str, BeautifulSoup], lang: str
) -> None:
    root: Any = reader.root_object
    assert root["/Lang"] == TAGS[lang]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    name = html[f"{FOLDERS[lang]}index.html"].select_one('meta[property="og:site_name"]')
    assert name
    assert reader.metadata
    assert reader.metadata.title == name["content"]


def test_its_bookmarks_are_the_headings(reader: PdfReader, chapters: dict[str, Tag]) -> None:
    found = [*marks(reader.outline)]
    for depth, names in enumerate(["h1", "h2", "h3"]):
        assert [item.title for at, item in found if at == depth] == [
            title for article in chapters.values() for title in headings(article, names)
        ]


def test_each_page_begins_on_a_page_of_its_own(reader: PdfReader, chapters: dict[str, Tag]) -> None:
    starts = [
        (item.title, reader.get_destination_page_number(item))
        for depth, item in marks(reader.outline)
        if depth == 0
    ]
    assert len(starts) == len(chapters) == len(PAGES)
    for title, number in starts:
        assert number is not None
        # A notice that the twin is newer may stand above the title.
        beginning = " ".join(reader.pages[number].extract_text().split())[:400]
        assert " ".join(title.split()) in beginning
    assert len({number for _, number in starts}) == len(starts)


def test_every_drawing_is_there_and_tells_what_it_shows(reader: PdfReader, chapters: dict[str, Tag]) -> None:
    told = []
    todo: list[Any] = [reader.root_object["/StructTreeRoot"]]
    while todo:
        item = todo.pop()
        item = item.get_object() if isinstance(item, IndirectObject) else item
        if isinstance(item, list):
            todo += item
        elif isinstance(item, dict):
            if item.get("/S") == "/Figure":
                told.append(item.get("/Alt"))
            todo.append(item.get("/K"))
    for article in chapters.values():
        for svg in article.select(".figure svg"):
            title, alt = (part.get_text() for part in svg.select("title, desc"))
            assert f"{title} {alt}" in told
    assert None not in told


def test_links_stay_inside_or_lead_to_the_web(
    reader: PdfReader, html: dict[str, BeautifulSoup], lang: str
) -> None:
    known = reader.named_destinations
    inside, outside = set(), set()
    for annotation in links(reader):
        if "/Dest" in annotation:
            inside.add(annotation["/Dest"])
        else:
            outside.add(annotation["/A"]["/URI"])
    assert inside
    assert inside <= known.keys()
    assert f"/{PAGES[1]}" in inside
    assert not [address for address in outside if not address.startswith(("https://", "http://"))]
    assert not [address for address in outside if pdf.ORIGIN in address]
    # Only the guide's own address leads back to the site.
    (home,) = html[f"{FOLDERS[lang]}index.html"].select("link[rel=canonical]")
    assert home["href"] in outside


@pytest.mark.parametrize(("name", "depth"), [(f"{pdf.WHOLE}.pdf", 1), ("setup.pdf", 2)])
def test_its_contents_name_the_page_on_which_each_begins(
    site: Path, lang: str, name: str, depth: int
) -> None:
    reader = PdfReader(site / FOLDERS[lang] / name)
    starts = [
        (item.title, number)
        for at, item in marks(reader.outline)
        if at < depth and (number := reader.get_destination_page_number(item)) is not None
    ]
    first = min(number for _, number in starts)
    told = "\n".join("".join(page.extract_text().split()) for page in reader.pages[:first])
    for title, number in starts:
        assert re.search(re.escape("".join(title.split())) + rf"{number + 1}(?!\d)", told), (title, number)
    for number in {number for _, number in starts}:
        # Which the page itself says, at its foot; in the file that comes first.
        assert reader.pages[number].extract_text().split()[0] == str(number + 1)


def test_the_short_one_is_the_setup_alone(site: Path, html: dict[str, BeautifulSoup], lang: str) -> None:
    reader = PdfReader(site / FOLDERS[lang] / "setup.pdf")
    titles = [item.title for depth, item in marks(reader.outline) if depth == 0]
    pages = [html[f"{FOLDERS[lang]}{name.removesuffix('.md')}/index.html"] for name in STAGES]
    assert titles == [pdf.words(page.select_one("article h1")) for page in pages]
    assert reader.metadata
    assert str(reader.metadata.title).startswith(f"{titles[0]} – ")
    # What stands in other pages is on the web.
    outside = [annotation["/A"]["/URI"] for annotation in links(reader) if "/Dest" not in annotation]
    assert [address for address in outside if "/reference/#" in address]


def test_the_home_page_offers_both(site: Path, html: dict[str, BeautifulSoup], lang: str) -> None:
    offered = html[f"{FOLDERS[lang]}index.html"].select('a[type="application/pdf"]')
    assert [Path(str(link["href"])).name for link in offered] == [f"{pdf.WHOLE}.pdf", "setup.pdf"]
    for link in offered:
        assert (site / FOLDERS[lang] / str(link["href"])).read_bytes().startswith(b"%PDF-")


@pytest.fixture
def small(tmp_path: Path) -> str:
    """A site of two pages with the same ids, put together."""
    head = '<title>T</title><meta property="og:site_name" content="Name"><meta property="og:description" content="D">'
    for name, body in {
        "": '<h1 id="a">Home</h1><p><a href="other/#b">in</a> <a href="./#a">here</a> <a href="file.txt">file</a></p>',
        "other/": '<h1 id="a">Other</h1><p id="b"><label for="c">L</label><input id="c" name="n"></p><a href="..">up</a>'
        '<a href="https://example.com/">out</a>',
    }.items():
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "index.html").write_text(
            f"<head>{head}</head><body><article>{body}</article></body>", "utf-8"
        )
    templates = Environment(loader=FileSystemLoader(ROOT / "overrides"))
    site = pdf.Source(tmp_path, "https://site.test/", ["index.md", "other.md"], "", "fr")
    return pdf.whole(site, pdf.chapters(site), templates, date(2026, 3, 1))


def test_two_pages_with_the_same_ids_become_one_document(small: str) -> None:
    document = BeautifulSoup(small, "html.parser")
    ids = [tag["id"] for tag in document.select("[id]")]
    assert ids == ["index", "index:a", "other", "other:a", "other:b", "other:c"]
    assert [link["href"] for link in document.select("section a")] == [
        "#other:b", "#index:a", "https://site.test/file.txt", "#index", "https://example.com/",
    ]  # fmt: skip
    assert [tag["for"] for tag in document.select("label")] == ["other:c"]
    assert [tag["name"] for tag in document.select("input")] == ["other:n"]
    assert "1er\u00a0mars 2026" in document.get_text()


def test_the_same_site_makes_the_same_bytes(small: str, tmp_path: Path) -> None:
    document, when = small, datetime(2026, 3, 1, 12, tzinfo=UTC)
    # As the build does: a thread has a Playwright of its own, whichever this process has. One after the other, for
    # two event loops that start at once may each undo what the other has said of warnings.
    with ThreadPoolExecutor(max_workers=1) as pool:
        printed = pool.map(lambda _: pdf.printed(document, tmp_path, "fr"), range(2))
    first, second = (pdf.titled(pdf.dated(made, when), document) for made in printed)
    assert first == second
    assert b"D:20260301120000+00'00'" in first


def test_the_date_is_that_of_the_sources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772366400")
    assert pdf.made_at(tmp_path) == datetime(2026, 3, 1, 12, tzinfo=UTC)
