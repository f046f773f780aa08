"""What the build takes out of styles and fonts is what nobody misses; how much is left: tests/browser/test_weight.py."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont
from live_checks import fonts, theme_script, unused_styles
from live_checks.project import Project

ROOT = Path(__file__).parents[2]
SHEETS = Path(str(files("material"))) / "templates" / "assets" / "stylesheets"
CLASS = re.compile(r"\.(-?[a-z_](?:\\.|[\w-])*)", re.IGNORECASE)
QUOTED = re.compile(r"url\([^)]*\)|\"[^\"]*\"")


def named(sheet: str) -> set[frozenset[str]]:
    """The classes of each selector in a sheet, but for languages that are written from right to left."""
    selectors = re.sub(r"(?<=\{)[^{}]*(?=\})", "", QUOTED.sub("", sheet))
    return {
        frozenset(CLASS.findall(selector))
        for selector in re.split("[,{}]", selectors)
        if "[dir=rtl]" not in selector
    }


def test_every_class_that_a_page_or_a_script_uses_keeps_its_rules(
    site: Path, html: dict[str, BeautifulSoup]
) -> None:
    """Read otherwise than PurgeCSS reads it: the classes of elements, and what scripts say in quotes."""
    worn = {name for page in html.values() for tag in page.select("[class]") for name in tag["class"]}
    scripts = [path.read_text("utf-8") for path in site.glob("assets/**/*.js")]
    made = {
        name
        for script in scripts
        for text in re.findall(r"[\"'`]([\w\s-]+)[\"'`]", script)
        for name in text.split()
    }
    for_features = re.compile("|".join(unused_styles.FEATURES))
    # Each that a script begins, whatever it goes on with.
    sides = {f"tabbed-control--{side}" for side in ("prev", "next")}
    needed = worn | sides | {name for name in made if not for_features.fullmatch(name)}
    for name in ("main", "palette"):
        (before,) = SHEETS.glob(f"{name}.*.min.css")
        (after,) = site.glob(f"assets/stylesheets/{name}.*.min.css")
        had, has = (named(path.read_text("utf-8")) for path in (before, after))
        assert {classes for classes in had if classes <= needed} <= has
    assert {"md-search-result__link", "md-tooltip2", "md-code__button", "tabbed-labels"} <= needed


def test_a_name_that_a_script_makes_of_two_parts_counts() -> None:
    sheet = ".tabbed-control--prev{} .tabbed-other{} .md-version--next{}"
    script = "`tabbed-control--${side}` + `md-version--${age}`"
    assert {"tabbed-control--prev", "tabbed-other", "md-version--next"} & unused_styles.used(
        [], [script], [sheet]
    ) == {"tabbed-control--prev"}


def test_what_no_page_calls_for_is_gone(site: Path) -> None:
    (sheet,) = site.glob("assets/stylesheets/main.*.min.css")
    css = sheet.read_text("utf-8")
    assert not re.search(r"\.md-(banner|post|consent|annotation|version)\b|\[dir=rtl\]", css)
    # Another page might be read with the sheet that it knows: another content, another name.
    assert sheet.name not in {path.name for path in SHEETS.glob("main.*.min.css")}


@pytest.mark.parametrize(
    ("shown", "script", "kept"),
    [
        ("<p>plain</p>", '"md-annotation__index"', False),
        ('<ol class="annotate">', '"md-annotation__index"', True),
        ("<html dir='ltr'>", '"rtl"', False),
        ('<html dir="rtl">', '"rtl"', True),
        ("<p>plain</p>", '"md-tooltip2"', True),
        ('{"version": {"provider": "mike"}}', '"md-version__list"', True),
    ],
)
def test_what_a_script_makes_for_a_feature_counts_where_a_page_calls_for_it(
    shown: str,
    script: str,
    kept: bool,  # noqa: FBT001 - what the table says
) -> None:
    assert (script.strip('"') in unused_styles.used([shown], [script])) is kept


def test_the_script_of_material_holds_what_pages_use(site: Path, html: dict[str, BeautifulSoup]) -> None:
    (script,) = site.glob("assets/javascripts/bundle.*.min.js")
    text = script.read_text("utf-8")
    assert "md-search-result__link" in text
    assert not re.search("mermaid|giscus|md-annotation|md-version|api.github.com", text)
    loaded = {name for page in html.values() for name in re.findall(r"bundle\.\w+\.min\.js", str(page))}
    assert loaded == {script.name}


@pytest.mark.parametrize(
    ("page", "script", "suffices"),
    [
        ('{"features": ["content.code.copy", "toc.follow"]}', "", True),
        ('{"features": ["navigation.instant"]}', "", False),
        ('<div data-md-component="search-query">', "", True),
        ('<div data-md-component="consent">', "", False),
        ('<pre class="mermaid">', "", False),
        ('<p class="not-mermaid-at-all">', "", True),
        ('<ol class="annotate">', "", False),
        ("<a data-preview>", "", False),
        ('<input data-md-color-media="(prefers-color-scheme: dark)">', "", True),
        ('<input data-md-color-media="(prefers-color-scheme)">', "", False),
        ('{"version": null}', "", True),
        ('{"version": {"provider": "mike"}}', "", False),
        ("", "document$.subscribe(init)", False),
        ("", "window.document", True),
    ],
)
def test_a_guide_that_asks_for_more_keeps_the_script_of_material(
    page: str,
    script: str,
    suffices: bool,  # noqa: FBT001 - what the table says
) -> None:
    assert theme_script.suffices([page], [script]) is suffices


@pytest.mark.parametrize("name", fonts.SUBSETS)
def test_no_character_of_a_page_is_missing_from_a_font_that_has_it(
    site: Path, html: dict[str, BeautifulSoup], name: str
) -> None:
    source = Project.at(ROOT).npm(fonts.FONTS) / name / "files" / f"{name}-latin-wght-normal.woff2"
    (published,) = site.glob(f"assets/guide/*/fonts/{name}-latin.woff2")
    has, had = (TTFont(path).getBestCmap().keys() for path in (published, source))
    shown = "code, pre, kbd, textarea" if name.endswith("mono") else "body, title"
    told = {char for page in html.values() for tag in page.select(shown) for char in tag.get_text()}
    assert len(told) > 60
    assert "".join(sorted(char for char in told if ord(char) in had - has)) == ""
