"""The words that readers read, each with its language: those of the built site, and those of the checks.

What is not prose leaves a mark in its place, so that a rule about what stands beside it can still be tested:
code, addresses, identifiers, and what a `lang` gives to the other language.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString
from live_checks.fences import as_html
from markdown import markdown
from qbo_checks.model import LANGUAGES, Language, Text
from qbo_checks.questionnaire.load import load

ROOT = Path(__file__).parents[3]
VALIDATORS = ROOT / "validators" / "qbo_checks"

MARK = "\N{OBJECT REPLACEMENT CHARACTER}"

CODE = {"code", "kbd", "pre", "samp"}
SILENT = {"script", "style"}
INLINE = {"a", "abbr", "b", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time", "tspan"}
SPOKEN = ("alt", "aria-label", "placeholder", "title")
MARKS: dict[Language, tuple[str, str]] = {"fr": ("«\u00a0", "\u00a0»"), "en": ("“", "”")}
META = "meta[name=description], meta[property='og:title'], meta[property='og:description']"

QUESTIONS = "|".join(sorted(load().items, key=len, reverse=True))
IDENTIFIER = re.compile(
    rf"""
      \{{"[^\n]*\}} | \["[^]]*\]                     # JSON
    | [^\s«“]*://[^\s»”,;]*                         # an address
    | (?<![\w.-])[\w-]+(?:/[\w-]+)*/[\w.-]*[-_.\d\#][\w.\#-]*   # a repository, a path
    | (?<![\w.-])/[\w/-]+                           # the path of an address
    | (?<![\w.-])[a-z0-9-]*(?:\.[a-z0-9-]+)+(?!\w)  # a host, a code, a file such as .env
    | \b\w+_\w+\b=?                                 # client_id
    | (?<![\w-])--?[a-z][a-z-]*(?:\ json)?          # an option of a command
    | \b(?:qbo-check|pre-commit)\b
    | \bxn--
    | (?<!\w)(?::\d+|;\w+)                          # a port, a parameter
    | \b(?:{QUESTIONS}|[A-Z]{{2}}\d)\b                # a question
    | U\+[0-9A-F]{{4,6}}(?:\ [A-Z][A-Z\ -]+\b)?     # a character, and its name in Unicode
    | %[0-9A-F]{{2}}
    | \{{\w+\}}                                     # what a script fills in
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are read in one go: a paragraph, a label, an attribute that is spoken.

    A ``bare`` one stands where HTML allows no markup, and so no `lang`. A ``foreign`` one is in the other language
    than its page: somebody else's words.
    """

    where: str
    lang: Language
    text: str
    bare: bool = False
    foreign: bool = False


def quoted(tag: Tag, lang: Language, text: str) -> str:
    """The text of a quotation with its marks, which a style sheet puts there."""
    before, after = MARKS[lang]
    return f"{before}{text}{after}" if tag.name == "q" and text.strip() else text


def language(tag: str) -> Language:
    return "fr" if tag.startswith("fr") else "en"


class _Reading:
    """One page on its way into passages."""

    def __init__(self, name: str, lang: Language) -> None:
        self.name = name
        self.lang = lang
        self.passages: list[Passage] = []

    def add(self, lang: Language, text: str, *, bare: bool = False) -> None:
        text = IDENTIFIER.sub(MARK, re.sub(r"[ \n\t]*\n[ \n\t]*", " ", text).strip(" \n\t"))
        if text.strip(f"{MARK} "):
            self.passages.append(Passage(self.name, lang, text, bare, foreign=lang != self.lang))

    def element(self, tag: Tag, lang: Language) -> None:
        """Read an element that starts a passage of its own."""
        if tag.name in SILENT:
            return
        lang = self.enter(tag, lang)
        # Navigation shows headings without their markup.
        bare = tag.name in {"desc", "option", "title"} or tag.find_parent("nav") is not None
        said: list[str] = []
        for child in tag.children:
            if isinstance(child, Tag) and child.name not in INLINE | CODE | {"br"}:
                self.add(lang, "".join(said), bare=bare)
                said = []
                self.element(child, lang)
            else:
                said.append(self.inline(child, lang))
        self.add(lang, quoted(tag, lang, "".join(said)), bare=bare)

    def inline(self, node: PageElement, lang: Language) -> str:
        """What stands within a line says there, in the language of that line."""
        if isinstance(node, NavigableString):
            return "" if isinstance(node, PreformattedString) else str(node)
        assert isinstance(node, Tag)
        if node.name == "br":
            return "\n"
        if node.name in CODE:
            self.enter(node, lang)
            return MARK
        if (node.get("lang") and language(str(node["lang"])) != lang) or node.find("svg"):
            self.element(node, lang)
            return MARK
        self.enter(node, lang)
        return quoted(node, lang, "".join(self.inline(child, lang) for child in node.children))

    def enter(self, tag: Tag, lang: Language) -> Language:
        """The language inside an element, whose attributes are spoken in it."""
        own = language(str(tag["lang"])) if tag.get("lang") else lang
        for name in SPOKEN:
            if name in tag.attrs:
                self.add(own, str(tag[name]), bare=True)
        return own


def on_page(name: str, page: BeautifulSoup) -> list[Passage]:
    """What one page says: its text, what is spoken of it, and what is shown of it elsewhere."""
    assert page.html
    lang = language(str(page.html["lang"]))
    reading = _Reading(name, lang)
    reading.element(page.html, lang)
    for meta in page.select(META):
        reading.add(lang, str(meta["content"]), bare=True)
    for config in page.select("script#__config"):  # Material's own words, which its script shows.
        for words in json.loads(config.get_text())["translations"].values():
            reading.add(lang, words.replace("#", MARK))
    return reading.passages


def for_models(site: Path) -> Iterator[Passage]:
    """What llms.txt says, which is Markdown; its last section speaks the other language."""
    for lang, name in (("fr", "llms.txt"), ("en", "en/llms.txt")):
        # The colon between a link and its description belongs to the format.
        text = (site / name).read_text("utf-8").replace("): ", ") ")
        own, heading, other = text.rpartition("## ")
        there = LANGUAGES[LANGUAGES.index(language(lang)) - 1]
        body = f'{markdown(own)}<div lang="{there}">{markdown(heading + other)}</div>'
        yield from _bare(on_page(name, BeautifulSoup(f'<html lang="{lang}">{body}</html>', "html.parser")))


def _written(node: ast.AST) -> Iterator[str]:
    """The strings of a piece of source, with a mark for what is filled in."""
    match node:
        case ast.Constant(value=str(text)):
            yield re.sub(r"\{\w+\}", MARK, text)
        case ast.JoinedStr(values=parts):
            yield "".join(
                "".join(_written(part)) if isinstance(part, ast.Constant) else MARK for part in parts
            )
        case ast.Call(func=ast.Attribute(value=text)):  # What a method is given is no sentence.
            yield from _written(text)
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _written(child)


def of_the_checks() -> Iterator[Passage]:
    """Every sentence that stands in the sources in both languages, which is how a Text is written."""
    for path in sorted(VALIDATORS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(keywords=[ast.keyword("fr", french), ast.keyword("en", english)]):
                    where = f"{path.relative_to(ROOT)}:{french.lineno}"
                    for fr, en in zip(_written(french), _written(english), strict=True):
                        text = Text(fr=fr, en=en)
                        for lang in LANGUAGES:
                            html = f'<html lang="{lang}">{as_html(text, lang)}</html>'
                            yield from on_page(where, BeautifulSoup(html, "html.parser"))


def _bare(passages: Iterable[Passage]) -> Iterator[Passage]:
    return (replace(passage, bare=True) for passage in passages)


def read(site: Path) -> list[Passage]:
    """Everything, each passage once.

    Where no markup can be, the English that the French pages mark as such elsewhere is known by its words.
    """
    found: list[Passage] = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if name.startswith("assets/"):
            continue  # A frame of the worker's, which nobody reads.
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        # Pages at old addresses list sections, as navigation does.
        found += _bare(on_page(name, page)) if page.select_one("a[data-page]") else on_page(name, page)
    found += [*for_models(site), *of_the_checks()]
    spoken_of = {
        passage.text.strip(".“”")
        for passage in found
        if passage.lang == "en"
        and not passage.where.startswith(("en/", "embed/v1/en/"))
        and passage.text.lstrip("“")[:1].isalpha()
        and len(passage.text) > 3
    }
    english = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(spoken_of, key=len, reverse=True)))})\b")
    once: dict[tuple[Language, bool, str], Passage] = {}
    for passage in found:
        if passage.bare and passage.lang == "fr":
            passage = replace(passage, text=english.sub(MARK, passage.text))  # noqa: PLW2901
        once.setdefault((passage.lang, passage.foreign, passage.text), passage)
    return [*once.values()]
