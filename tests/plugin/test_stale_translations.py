"""A page says that its twin was changed later: which commits count, asked of a real repository."""

from __future__ import annotations

import logging
import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader
from live_checks import stale_translations

ROOT = Path(__file__).parents[2]

FR, EN = "fr/setup.md", "en/setup.md"
BOTH = f"{FR} {EN}"

# What is committed, one commit on each day of March: files, then a trailer. What is behind at the end, since when.
HISTORIES: list[tuple[str, list[str], dict[str, int]]] = [
    ("nothing", [], {}),
    ("together", [BOTH, BOTH], {}),
    ("one after the other", [FR, EN], {}),
    ("French alone", [BOTH, FR], {EN: 2}),
    ("English alone", [BOTH, EN], {FR: 2}),
    ("twice alone: the day of the last", [BOTH, EN, EN], {FR: 3}),
    ("caught up later", [BOTH, EN, FR], {}),
    ("caught up, then changed again", [BOTH, EN, FR, FR], {EN: 4}),
    ("together again", [BOTH, EN, BOTH], {}),
    ("a typo", [BOTH, f"{EN} Twin: unaffected"], {}),
    ("a typo does not catch up", [BOTH, EN, f"{FR} Twin: unaffected"], {FR: 2}),
    ("another trailer", [BOTH, f"{EN} Twin: reviewed"], {FR: 2}),
    ("another page", [f"{BOTH} fr/index.md en/index.md", "en/index.md"], {"fr/index.md": 2}),
    ("two pages in one commit", [f"{BOTH} fr/index.md en/index.md", f"{FR} en/index.md"], {EN: 2, "fr/index.md": 2}),
    ("a file of both languages", [BOTH, "assets/favicon.svg"], {}),
    ("a name that git would quote", ["fr/été.md en/été.md", "fr/été.md"], {"en/été.md": 2}),
]  # fmt: skip


def run(folder: Path, *arguments: str, day: int = 1) -> None:
    when = f"2026-03-{day:02}T12:00:00+00:00"
    who = {f"GIT_{role}_{part}": "a@b.test" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-C", str(folder), *arguments]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **who, **dates, **alone})


@pytest.fixture
def commit(tmp_path: Path) -> Callable[[int, str], None]:
    """A new repository whose pages are in docs/, and a way to change some of them on a day."""
    run(tmp_path, "init", "--initial-branch=main")
    docs = tmp_path / "docs"
    docs.mkdir()

    def change(day: int, told: str) -> None:
        files, mark, trailer = told.partition(" Twin:")
        for name in files.split():
            path = docs / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"day {day}", "utf-8")
        run(tmp_path, "add", "--all")
        run(tmp_path, "commit", "--message", f"Day {day}\n\nWhy.\n\n{(mark + trailer).strip()}", day=day)

    return change


@pytest.mark.parametrize(("told", "late"), [row[1:] for row in HISTORIES], ids=[row[0] for row in HISTORIES])
def test_history(
    commit: Callable[[int, str], None], tmp_path: Path, told: list[str], late: dict[str, int]
) -> None:
    commit(1, "README.md")
    for day, change in enumerate(told, 1):
        commit(day, change)
    commits = [*stale_translations.history(tmp_path / "docs")]
    assert stale_translations.behind(commits) == {name: date(2026, 3, day) for name, day in late.items()}


def test_two_branches_that_each_changed_one_language(
    commit: Callable[[int, str], None], tmp_path: Path
) -> None:
    commit(1, BOTH)
    run(tmp_path, "switch", "--create", "french")
    commit(2, FR)
    run(tmp_path, "switch", "main")
    commit(3, EN)
    run(tmp_path, "merge", "--no-edit", "french", day=4)
    assert stale_translations.behind(stale_translations.history(tmp_path / "docs")) == {}


@pytest.mark.parametrize("kind", ["no repository", "shallow", "no commit", "no git"])
def test_where_git_cannot_tell_no_page_says_anything_and_the_log_says_why(
    commit: Callable[[int, str], None],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    kind: str,
) -> None:
    docs = tmp_path / "docs"
    if kind == "no repository":
        docs = tmp_path_factory.mktemp("tarball")
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(docs.parent))
    elif kind != "no commit":
        commit(1, BOTH)
        commit(2, FR)
    if kind == "shallow":
        clone = tmp_path_factory.mktemp("clone")
        run(clone, "clone", "--depth=1", f"file://{tmp_path}", ".")
        docs = clone / "docs"
    if kind == "no git":
        monkeypatch.setenv("PATH", "")
    with caplog.at_level(logging.INFO, "mkdocs"):
        assert stale_translations.stale_pages(docs) == {}
    (record,) = caplog.records
    assert record.levelno == logging.INFO
    assert record.getMessage().startswith("No page says that its twin was changed later: ")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fr-CA", "La version anglaise est plus récente"),
        ("en", "The French version is newer"),
    ],
)
def test_the_notice_is_in_the_language_of_its_page(lang: str, said: str) -> None:
    templates = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=False)
    templates.filters["url"] = lambda address: f"../{address}"
    alternates = {"fr": {"url": "setup/"}, "en": {"url": "en/setup/"}}
    notice = BeautifulSoup(
        templates.get_template("partials/stale-translation.html").render(
            config={"theme": {"language": lang}},
            page={"file": {"alternates": alternates}},
            twin_changed="1er\u00a0mars 2026",
        ),
        "html.parser",
    )
    assert said in notice.get_text()
    assert "1er\u00a0mars 2026" in notice.get_text()
    link = notice.select_one("a")
    assert link
    assert (link["href"], link["hreflang"]) == (
        ("../setup/", "fr-CA") if lang == "en" else ("../en/setup/", "en")
    )


def test_the_built_pages_say_what_git_knows(html: dict[str, BeautifulSoup]) -> None:
    """Of this very repository, as far as the built site is of its last commit."""
    try:
        late = stale_translations.behind(stale_translations.history(ROOT / "docs"))
    except ValueError as error:
        pytest.skip(str(error))
    for lang in ("fr", "en"):
        for path in (ROOT / "docs" / lang).rglob("*.md"):
            stem = path.relative_to(ROOT / "docs" / lang).with_suffix("").as_posix()
            name = ("en/" if lang == "en" else "") + (
                "index.html" if stem == "index" else f"{stem}/index.html"
            )
            assert len(html[name].select("[data-twin-changed]")) == (f"{lang}/{stem}.md" in late), name


def test_no_page_is_behind_today() -> None:
    try:
        assert stale_translations.behind(stale_translations.history(ROOT / "docs")) == {}
    except ValueError as error:
        pytest.skip(str(error))


# What a page said, what it says, and since when its twin is behind.
CHANGES = [
    ("Une URI : voici", "Une URI\u00a0: voici", None),
    ("one  line", "one\nline", None),
    ("**Save**", "**Save**{ lang=en }", None),
    ("# A { #a }", "# A { #b }", None),
    ("ﬁle", "file", None),
    ("Don't", "Don’t", None),
    ("*Save*", "**Save**", None),
    ("Select Save", "Select Done", 3),
    ("a.test/b", "a.test/c", 3),
    ("30 minutes", "40 minutes", 3),
    ("", "A", 3),
]


@pytest.mark.parametrize(("before", "after", "since"), CHANGES)
def test_a_change_that_no_reader_sees_leaves_no_page_behind(
    commit: Callable[[int, str], None], tmp_path: Path, before: str, after: str, since: int | None
) -> None:
    commit(1, BOTH)
    for day, text in ((2, before), (3, after)):
        (tmp_path / "docs" / FR).write_text(text, "utf-8")
        run(tmp_path, "add", "--all")
        run(tmp_path, "commit", "--message", f"Day {day}", day=day)
        if day == 2:
            commit(2, EN)
    assert stale_translations.behind(stale_translations.history(tmp_path / "docs")) == (
        {EN: date(2026, 3, since)} if since else {}
    )
