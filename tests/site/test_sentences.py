"""Paragraphs, messages and helps are made of sentences: each has a finite verb, an order among them.

Hunspell's French dictionary knows the forms of verbs. Its English one knows which words have an “-ing”. Where a word is
a noun too, the word before it decides. What can be missed is a noun that is read as a verb, never a verb.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator

import hunspell
import pytest
import qbo_checks
from pages import PAGES, paragraphs
from qbo_checks.model import Language
from qbo_checks.questionnaire.load import load
from wording import unquoted

PLACEHOLDER = re.compile(r"{\w+}")
SPLIT = re.compile(r"(?<=[.!?])[\s”»]+(?=[A-ZÀ-ÝX“«])")
TOKEN = re.compile(r"[^\W\d_]+|(?<!\d)[.,:;–]|[.,:;–](?!\d)")

FINITE = re.compile(r"po:(?:ipre|iimp|ifut|ipsi|spre|simp|cond|impe)\b")
NOUN = re.compile(r"po:(?:nom|adj)\b")
BEFORE_NOUN: dict[Language, frozenset[str]] = {
    "fr": frozenset(
        re.findall(
            r"\S+",
            "le la les l un une des de d du au aux à en par pour sans sur sous avec dans entre et ou ni ce cet cette"
            " ces mon votre vos son sa ses leur leurs notre nos chaque quel quelle deux trois quatre plusieurs tout"
            " toute tous toutes aucun aucune comme même mêmes autre autres",
        )
    ),
    "en": frozenset(
        re.findall(
            r"\S+",
            "the a an of to in on at for with from by as per no each every any some its your their our his her both"
            " all more another other same own new two three four five six",
        )
    ),
}
"""What a word that may be a noun follows, if it is one."""

ALONE: dict[Language, frozenset[str]] = {
    "fr": frozenset(["a", "est", "dites", "reste"]),
    "en": frozenset(
        re.findall(
            r"\w+",
            "am is are was were has have had does do did can could will would shall should may might must came gave got"
            " went made kept left meant put read said saw sent set took told wrote goes",
        )
    ),
}
"""Finite wherever they stand, or nearly."""
BEFORE_VERB = frozenset(
    re.findall(
        r"\w+",
        "then and or not never often usually also otherwise please you they we it i who that which this one these",
    )
)
CONTRACTED = re.compile(
    r"(?i)\b(?:\w+n’t|(?:i|you|they|we|it|that|there|here|what|who)’(?:s|re|ve|ll|d|m))\b"
)


def ask(lang: Language, option: str, words: set[str]) -> list[str]:
    """The lines that Hunspell answers about words: ``-m`` analyses each, ``-G`` keeps the right ones."""
    command = ["hunspell", option, "-i", "utf-8", "-d", hunspell.DICTIONARIES[lang]]
    given = "\n".join(sorted(words))
    return subprocess.run(
        command, input=given, capture_output=True, encoding="utf-8", check=True
    ).stdout.splitlines()


def sentences(text: str) -> Iterator[list[str]]:
    """The sentences of a passage, word by word, without asides.

    A question may leave its verb out, as one speaks; fewer than three words are an answer.
    """
    for sentence in SPLIT.split(re.sub(r"\([^()]*\)", "", unquoted(text).replace("“”", "X"))):
        tokens = TOKEN.findall(CONTRACTED.sub("is", sentence))
        if not sentence.endswith("?") and sum(map(str.isalpha, tokens)) > 2:
            yield tokens


def ing(word: str) -> set[str]:
    """How “-ing” may be written behind a verb."""
    return {f"{word}ing", f"{word.removesuffix('e')}ing", f"{word}{word[-1]}ing"} if len(word) > 1 else set()


def stems(word: str) -> set[str]:
    """What a third person or a past may be made of."""
    ends = {"s": ("s", "es", "ies"), "d": ("d", "ed", "ied")}.get(word[-1], ())
    return {word.removesuffix(end) + ("y" if end[0] == "i" else "") for end in ends if word.endswith(end)}


def verbs(lang: Language, words: set[str]) -> tuple[set[str], set[str]]:
    """Of these words, those that are forms of verbs, and those that are so alone."""
    if lang == "fr":
        told: dict[str, str] = {}
        for line in ask("fr", "-m", words):
            form, _, analysis = line.partition(" ")
            told[form] = f"{told.get(form, '')} {analysis}"
        finite = {form for form, analyses in told.items() if FINITE.search(analyses)}
        return finite, {form for form in finite if form in ALONE["fr"] or not NOUN.search(told[form])}
    bases = {word: {word, *stems(word)} for word in words}
    known = {line.strip() for line in ask("en", "-G", {form for all_of in bases.values() for base in all_of for form in ing(base)})}  # fmt: skip
    found = {word for word, all_of in bases.items() if any(ing(base) & known for base in all_of)}
    return found, set(words & ALONE["en"])


def is_sentence(lang: Language, tokens: list[str], forms: set[str], alone: set[str]) -> bool:
    words = ["", ".", *(token.lower() for token in tokens)]
    for place, (first, before, word) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        if word in alone:
            return True
        if word not in forms or word in BEFORE_NOUN[lang]:
            continue
        # “Codat les demande”: what a noun or a name precedes is a pronoun, not an article.
        object_first = (
            before in {"l", "le", "la", "les"} and first.isalpha() and first not in BEFORE_NOUN["fr"]
        )
        if lang == "fr" and (object_first or (before.isalpha() and before not in BEFORE_NOUN["fr"])):
            return True
        # An order begins a clause; a verb without an “s” follows a plural, or two subjects.
        several = any(subject == "and" or subject.endswith("s") for subject in words[: place + 2])
        starts = before in BEFORE_VERB or not before.isalpha() or several
        if lang == "en" and before not in BEFORE_NOUN["en"] and (starts or stems(word)):
            return True
    return False


def fragments(lang: Language, passages: Iterable[tuple[str, str]]) -> list[str]:
    """The sentences without a finite verb, each with where it stands."""
    read = [(where, tokens) for where, text in passages for tokens in sentences(text)]
    forms, alone = verbs(lang, {token.lower() for _, tokens in read for token in tokens if token.isalpha()})
    return [
        f"{where}: {' '.join(tokens)}"
        for where, tokens in read
        if not is_sentence(lang, tokens, forms, alone)
    ]


def said(lang: Language) -> Iterator[tuple[str, str]]:
    """What is said in sentences: the pages’ paragraphs, each code’s message, help and reason, and those of answers."""
    for page in PAGES:
        yield from ((page, text) for text in paragraphs(lang, page))
    for check in map(qbo_checks.load, qbo_checks.names()):
        for name, rule in check.rules.items():
            for part in ("message", "help", "why"):
                yield f"{check.code(name)}, {part}", PLACEHOLDER.sub("X", getattr(rule, part)[lang])
    for item in load().items.values():
        claims = [
            item.recommended and item.recommended.why,
            item.expects,
            *(wrong.why for wrong in item.wrong),
        ]
        yield from ((item.id, claim.text[lang]) for claim in claims if claim)


@pytest.fixture(autouse=True, scope="module")
def dictionaries() -> None:
    if not hunspell.installed():
        pytest.fail(hunspell.MISSING)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_sentence_has_a_verb(lang: Language) -> None:
    passages = [*said(lang)]
    assert len(passages) > 500
    assert fragments(lang, passages) == []


@pytest.mark.parametrize(
    ("lang", "text", "wrong"),
    [
        ("fr", "Ce champ est obligatoire. Collez-y l’URI. Intuit demande le pays.", 0),
        ("fr", "Nouveau champ en 2026, et obligatoire.", 1),
        ("fr", "Même exigence et même source.", 1),
        ("fr", "Une page différente du contrat de licence.", 1),
        ("en", "This field is mandatory. Paste the URI. It’s new. Intuit requires both.", 0),
        ("en", "If it isn’t there, repeat from step 2. The check finds keys that you swapped.", 0),
        ("en", "A new field in 2026, and mandatory.", 1),
        ("en", "Same requirement, same source.", 1),
        ("en", "The public URL of your privacy policy.", 1),
    ],
)
def test_fragments_are_found(lang: Language, text: str, wrong: int) -> None:
    assert len(fragments(lang, [("here", text)])) == wrong
