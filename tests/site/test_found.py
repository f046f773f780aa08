"""What leads readers here: search engines, social networks, language models."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from bs4 import BeautifulSoup
from PIL import Image, ImageChops

ROOT = Path(__file__).parents[2]
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}

# What Google's documentation asks of an article, and schema.org's examples of a how-to, where we know it: the
# pages are signed by nobody, and dated by nothing but git.
ASKED = {
    "TechArticle": {"headline", "description", "image", "url", "inLanguage"},
    "WebSite": {"name", "url", "inLanguage"},
    "HowTo": {"name", "description", "image", "url", "inLanguage", "step"},
    "HowToStep": {"position", "name", "url"},
}


def guide(html: dict[str, BeautifulSoup]) -> Iterator[tuple[str, str, BeautifulSoup]]:
    """The pages of the guide, each with its language."""
    for name, page in html.items():
        if not name.endswith("404.html"):
            yield "en" if name.startswith("en/") else "fr", name, page


def content(page: BeautifulSoup, key: str, name: str) -> str:
    (tag,) = page.select(f'meta[{key}="{name}"]')
    return str(tag["content"])


def canonical(page: BeautifulSoup) -> str:
    (link,) = page.select("link[rel=canonical]")
    return str(link["href"])


def heading(page: BeautifulSoup, name: str = "") -> str:
    """The words of a heading, the first unless named, as the table of contents has them."""
    title = page.find(id=name) if name else page.select_one("h1")
    assert title, name
    return re.sub(r"[ \n]+", " ", title.get_text().removesuffix("¶")).strip()


def alternates(page: BeautifulSoup) -> dict[str, str]:
    return {str(link["hreflang"]): str(link["href"]) for link in page.select("head link[hreflang]")}


def test_the_sitemap_holds_the_guide_and_nothing_else(site: Path, html: dict[str, BeautifulSoup]) -> None:
    text = (site / "sitemap.xml").read_bytes()
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == text
    entries = ET.fromstring(text).findall("s:url", NAMESPACES)
    known = {
        str(entry.findtext("s:loc", namespaces=NAMESPACES)): {
            link.get("hreflang"): link.get("href") for link in entry.findall("x:link", NAMESPACES)
        }
        for entry in entries
    }
    assert len(known) == len(entries)
    assert known == {canonical(page): alternates(page) for _, _, page in guide(html)}
    assert b"changefreq" not in text


def test_each_page_says_what_it_is_to_social_networks(html: dict[str, BeautifulSoup]) -> None:
    for lang, name, page in guide(html):
        locales = {"fr": "fr_CA", "en": "en_CA"}
        assert content(page, "property", "og:url") == canonical(page)
        assert content(page, "property", "og:title") == heading(page), name
        assert content(page, "property", "og:description") == content(page, "name", "description")
        assert content(page, "property", "og:locale") == locales[lang], name
        assert content(page, "property", "og:locale:alternate") == locales["en" if lang == "fr" else "fr"]
        home = name in {"index.html", "en/index.html"}
        assert content(page, "property", "og:type") == ("website" if home else "article"), name
        assert content(page, "name", "twitter:card") == "summary_large_image"


def test_each_page_offers_the_image_of_its_language(site: Path, html: dict[str, BeautifulSoup]) -> None:
    alts = set()
    for lang, name, page in guide(html):
        address = content(page, "property", "og:image")
        assert address == f"{canonical(html['index.html'])}assets/preview-{lang}.png", name
        alts.add((lang, content(page, "property", "og:image:alt")))
        with Image.open(site / "assets" / f"preview-{lang}.png") as image:
            assert image.get_format_mimetype() == content(page, "property", "og:image:type")
            assert [*map(str, image.size)] == [
                content(page, "property", f"og:image:{side}") for side in ("width", "height")
            ]
    assert len(alts) == len({alt for _, alt in alts}) == 2


def test_no_word_of_the_image_leaves_it(site: Path) -> None:
    """Its edges are empty: whatever the site's description and the finding say, they fit."""
    for lang in ("fr", "en"):
        with Image.open(site / "assets" / f"preview-{lang}.png") as image:
            width, height = image.size
            ground = Image.new("RGB", image.size, image.getpixel((0, 0)))
            drawn = ImageChops.difference(image.convert("RGB"), ground).getbbox()
        assert drawn
        left, top, right, bottom = drawn
        assert 64 <= left < right <= width - 64
        assert 40 <= top < bottom <= height - 40


def test_titles_and_descriptions_are_each_page_s_own(html: dict[str, BeautifulSoup]) -> None:
    titles = [page.title.get_text() for _, _, page in guide(html) if page.title]
    descriptions = [content(page, "name", "description") for _, _, page in guide(html)]
    assert len(titles) == len(set(titles)) == len(set(descriptions)) == len(descriptions)


def things(data: Any) -> Iterator[dict[str, Any]]:
    """Every object of structured data that has a type, however deep."""
    if isinstance(data, list):
        for item in data:
            yield from things(item)
    elif isinstance(data, dict):
        if "@type" in data:
            yield data
        for value in data.values():
            yield from things(value)


def structured(page: BeautifulSoup) -> dict[str, Any]:
    (script,) = page.select('script[type="application/ld+json"]')
    data: dict[str, Any] = json.loads(script.get_text())
    return data


def test_structured_data_is_what_schema_org_knows(html: dict[str, BeautifulSoup], tmp_path: Path) -> None:
    """schema-dts is schema.org's vocabulary as TypeScript: a wrong type, property or value does not compile."""
    source = ['import type { Graph } from "schema-dts";']
    source += [
        f"export const page{number}: Graph = {json.dumps(structured(page))};"
        for number, (_, _, page) in enumerate(guide(html))
    ]
    wrong = "".join(source[1:2]).replace('"headline"', '"headlines"').replace("page0", "wrong")
    assert compiled(source, tmp_path) == ""
    assert "headlines" in compiled([*source, wrong], tmp_path)


def compiled(source: list[str], folder: Path) -> str:
    """What TypeScript complains about."""
    (folder / "node_modules").mkdir(exist_ok=True)
    for name in ("schema-dts", "schema-dts-lib"):
        link = folder / "node_modules" / name
        if not link.exists():
            link.symlink_to(ROOT / "node_modules" / name)
    (folder / "pages.ts").write_text("\n".join(source), "utf-8")
    options = ("--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "pages.ts")
    command = [str(ROOT / "node_modules" / ".bin" / "tsc"), *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def test_structured_data_says_what_is_asked_of_it(html: dict[str, BeautifulSoup]) -> None:
    for lang, name, page in guide(html):
        data = structured(page)
        assert data["@context"] == "https://schema.org"
        for thing in data["@graph"]:
            assert thing.keys() >= ASKED[thing["@type"]], name
        for thing in things(data):
            assert str(thing["url"]).startswith("http")
            assert "image" not in thing or thing["image"] == content(page, "property", "og:image")
        article = data["@graph"][0]
        assert article["@type"] == "TechArticle"
        assert article["headline"] == heading(page)
        assert article["description"] == content(page, "name", "description")
        assert article["url"] == canonical(page)
        assert article["inLanguage"] == {"fr": "fr-CA", "en": "en"}[lang]
        twin = article["workTranslation"]
        assert twin["url"] == alternates(page)[twin["inLanguage"]] != canonical(page)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("stage", ["sandbox", "review", "production"])
def test_the_steps_of_a_stage_are_headings_of_its_page(
    html: dict[str, BeautifulSoup], stage: str, lang: str
) -> None:
    source = (ROOT / "docs" / lang / f"{stage}.md").read_text("utf-8")
    wanted = [step["id"] for step in yaml.safe_load(source.split("---\n")[1])["steps"]]
    page = html[("en/" if lang == "en" else "") + f"{stage}/index.html"]
    _, howto = structured(page)["@graph"]
    assert howto["@type"] == "HowTo"
    assert [step["url"] for step in howto["step"]] == [f"{canonical(page)}#{name}" for name in wanted]
    assert [step["position"] for step in howto["step"]] == list(range(1, len(wanted) + 1))
    assert [step["name"] for step in howto["step"]] == [heading(page, name) for name in wanted]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_llms_txt_lists_every_page_of_its_language(
    site: Path, html: dict[str, BeautifulSoup], lang: str
) -> None:
    text = (site / ("en" if lang == "en" else "") / "llms.txt").read_text("utf-8")
    assert re.match(r"# .+\n\n> .+\n\n", text)
    listed = re.findall(r"^- \[(.+)\]\((.+)\): (.+)$", text, re.MULTILINE)
    assert sorted(listed) == sorted(
        (heading(page), canonical(page), content(page, "name", "description"))
        for page_lang, _, page in guide(html)
        if page_lang == lang
    )
    other = "llms.txt" if lang == "en" else "en/llms.txt"
    assert f"{canonical(html['index.html'])}{other})" in text
