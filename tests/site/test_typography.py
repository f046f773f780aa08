"""The typography of every word of the guide and of the checks: Québec's for French, one style for English.

French follows the Vitrine linguistique of the OQLF: a no-break space before a colon, a percent sign and inside
quotation marks, none before a semicolon, an exclamation mark or a question mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup, Tag
from prose import MARK, Passage
from qbo_checks.model import Language


@dataclass(frozen=True, slots=True)
class Rule:
    """What must not occur in a language, with an example that is right and one that is wrong; `~` is no break."""

    name: str
    langs: tuple[Language, ...]
    fault: str
    right: str
    wrong: str

    def faults(self, text: str) -> list[str]:
        text = VALUE.sub(MARK, text)
        hits = re.finditer(no_break(self.fault), text)
        return [text[max(0, hit.start() - 30) : hit.end() + 30] for hit in hits]


# A sign that is spoken of, or a value that was pasted.
VALUE = re.compile(
    r"(?<=«\u00a0)(?:[^\w\s»]+|[^\s»]*\d[^\s»]*)(?=\u00a0»)|(?<=“)(?:[^\w\s”]+|[^\s”]*\d[^\s”]*)(?=”)"
)

FR: tuple[Language, ...] = ("fr",)
EN: tuple[Language, ...] = ("en",)
BOTH: tuple[Language, ...] = ("fr", "en")

RULES = (
    Rule("a colon without its no-break space", FR, r"(?<!~):", "Collez~: une URI", "Collez : une URI"),
    Rule("a colon glued to its word", FR, r"\w:", "Collez~: une URI", "Collez: une URI"),
    Rule("a colon without a space after it", BOTH, r":(?=[^\W\d])", "À 9~h~: une URI; 9:30", "À 9~h~:une URI"),
    Rule("a space before ; ! ?", BOTH, r"[\s~][;!?]", "Où? Ici; là!", "Où~?"),
    Rule("a space before a comma or a full stop", BOTH, r"[\s~][,.](?!\w)", "Ici, là.", "Ici , là."),
    Rule("a comma or semicolon without a space after it", BOTH, r"[,;](?=[^\W\d])", "Ici, là; 3,5", "Ici,là"),
    Rule("« without its no-break space", FR, r"«(?!~)", "«~Save~»", "« Save~»"),
    Rule("» without its no-break space", FR, r"(?<!~)»", "«~Save~»", "«~Save »"),
    Rule("English quotation marks in French", FR, "[“”‘]", "«~Save~»", "“Save”"),
    Rule("French quotation marks in English", EN, "[«»]", "“Save”", "«~Save~»"),
    Rule("single quotation marks", EN, "‘", "“Save”", "‘Save’"),
    Rule("a straight apostrophe or quotation mark", BOTH, "['\"]", "L’URI", "L'URI"),
    Rule("two spaces", BOTH, "[ ~]{2}", "Une fois", "Une  fois"),
    Rule("three dots for an ellipsis", BOTH, r"\.{2,}", "Et…", "Et..."),
    Rule("a percent sign without its no-break space", FR, r"(?<!~)%(?!\w)", "5~%; %C3", "5 %"),
    Rule("a percent sign after a space", EN, r"[\s~]%", "5%", "5 %"),
    Rule("a number that can break", FR, r"\d \d{3}(?!\d)", "500~000 appels", "500 000 appels"),
    Rule("a comma between thousands", FR, r"\d,\d{3}(?!\d)", "500~000; 3,5", "500,000"),
    Rule("a space between thousands", EN, r"\d[ ~]\d{3}(?!\d)", "500,000", "500 000"),
    Rule("a unit that can break", FR, r"\d (?:[kMG]o|[hs]|min|ms|\$|°C)(?!\w)", "5~Mo; 5 secondes", "5 Mo"),
    Rule("a number without a space before its unit", FR, r"\d(?:[kMG]o|min|ms|\$)(?!\w)", "5~Mo", "5Mo"),
    Rule("a hyphen for a dash", BOTH, r"\s-\s", "Ici – là; bien-être", "Ici - là"),
    Rule("a dash without its spaces", FR, r"\w—|—\w", "Ici — là", "Ici—là"),
    Rule("a capital without its accent", FR, r"\bA (?!\b[A-Z])|\bEtat|\bEtape|\bEcran|\bCa\b", "À propos", "A propos"),
    Rule("an ordinal that is not French", FR, r"\d(?:ère|ième|ème|è)\b", "La 1re, le 2e", "La 2ème"),
)  # fmt: skip


def no_break(text: str) -> str:
    return text.replace("~", "\u00a0")


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_the_rule_tells_right_from_wrong(rule: Rule) -> None:
    assert not rule.faults(no_break(rule.right))
    assert rule.faults(no_break(rule.wrong))


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_nothing_breaks_the_rule(prose: list[Passage], rule: Rule) -> None:
    broken = [
        f"{passage.where}: …{fault}…"
        for passage in prose
        if passage.lang in rule.langs
        for fault in rule.faults(passage.text)
    ]
    assert not broken, "\n".join(["", *broken])


TYPOGRAPHIC = re.compile("[\u00a0«»“”‘’…]")


def code(page: BeautifulSoup) -> list[str]:
    """The code of a page, without what is no code: values pasted as examples, answers of a command, prose to copy."""
    found = []
    for tag in page.select("pre, code"):
        if tag.find_parent(class_="codes") or tag.find_parent("pre") or tag.find("code", lang=True):
            continue
        text = tag.get_text()
        if tag.find_parent(class_="language-console") or tag.find(class_="gp"):
            text = "\n".join(line for line in text.splitlines() if line.startswith("$"))
        found.append(text)
    return found


def test_code_and_addresses_hold_no_typography(html: dict[str, BeautifulSoup]) -> None:
    """Nobody may copy a no-break space or a curly quote out of the guide."""
    for name, page in html.items():
        assert not [text for text in code(page) if TYPOGRAPHIC.search(text)], name
        addresses = [str(tag.get("href") or tag.get("src")) for tag in page.select("[href], [src]")]
        assert not [address for address in addresses if TYPOGRAPHIC.search(address)], name


def test_typography_in_code_is_found() -> None:
    page = BeautifulSoup("<p><code>l’URI</code></p><pre><code>$ a\n</code></pre>", "html.parser")
    assert [text for text in code(page) if TYPOGRAPHIC.search(text)] == ["l’URI"]


# Names, which keep their capitals within a heading.
NAMES = {
    "CiviCRM",
    "Codat",
    "French",
    "Intuit",
    "Kingdom",
    "Link",
    "Network",
    "Python",
    "Online",
    "Playground",
    "Portal",
    "QuickBooks",
    "United",
}


def capitals(heading: Tag) -> list[str]:
    """The words of a heading in title case: capitals that neither start it nor belong to a name or a label."""
    text = BeautifulSoup(str(heading), "html.parser")
    for label in text.select("code, strong, q, time, [lang], .headerlink, .question__id"):
        label.replace_with(MARK)
    words = re.sub("“[^”]*”|\\([^)]*\\)", MARK, text.get_text()).strip(f"{MARK} \n").split()
    return [
        word for word in words[1:] if re.match("[A-Z][a-z]", word) and not NAMES & {*re.findall(r"\w+", word)}
    ]


def test_headings_are_in_sentence_case(html: dict[str, BeautifulSoup]) -> None:
    headings = [
        heading
        for name, page in html.items()
        for heading in page.select("h1, h2, h3, h4, legend, th, summary, .tabbed-labels label")
        if name.startswith("en/")
    ]
    assert headings
    assert not [(heading.get_text(), found) for heading in headings if (found := capitals(heading))]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<h2>Labels in the Codat Portal</h2>", []),
        ("<h2>Fill in <strong>App Details</strong></h2>", []),
        ("<h2>Give The Keys to Codat</h2>", ["The", "Keys"]),
    ],
)
def test_title_case_is_found(html: str, found: list[str]) -> None:
    heading = BeautifulSoup(html, "html.parser").h2
    assert heading
    assert capitals(heading) == found
