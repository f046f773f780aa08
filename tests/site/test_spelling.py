"""Every word of the guide and of the checks is in Hunspell's dictionary, or in the project's own list."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import hunspell
import pytest
from prose import MARK, ROOT, Passage
from pyspelling import spellcheck  # type: ignore[import-untyped]  # It has no types.
from qbo_checks.model import Language

LISTS = Path(__file__).parent / "words"


def words(text: str) -> str:
    """A passage as Hunspell reads it: without marks, and without the apostrophe that ends “servers’”."""
    return re.sub(r"(?<=s)’(?!\w)", "", text.replace(MARK, " "))


def misspelt(lang: Language, text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The words that neither the dictionary nor the project's list knows."""
    if not hunspell.installed():
        pytest.fail(hunspell.MISSING)
    source = folder / f"{lang}.txt"
    source.write_text(text, "utf-8")
    monkeypatch.chdir(ROOT)
    results = [*spellcheck(str(LISTS / "pyspelling.yml"), names=[lang], sources=[str(source)])]
    assert not [result.error for result in results if result.error]
    return {word.rstrip(".") for result in results for word in result.words}


def told(wrong: Iterable[str], passages: list[Passage]) -> str:
    return "\n".join(
        f"{word}: {passage.where}: {passage.text}"
        for word in sorted(wrong)
        for passage in passages
        if word in words(passage.text)
    )


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_word_is_spelt_right(
    prose: list[Passage], lang: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passages = [passage for passage in prose if passage.lang == lang]
    wrong = misspelt(lang, "\n".join(words(passage.text) for passage in passages), tmp_path, monkeypatch)
    assert not wrong, told(wrong, passages)


@pytest.mark.parametrize(
    ("lang", "text", "wrong"),
    [
        ("fr", "Vérifiez l’URI, qu’Intuit compare. Les webhooks de Codat.", set()),
        ("fr", "Vérifiez l’addresse et le lien vers le portail Itnuit.", {"l’addresse", "Itnuit"}),
        ("en", "Your judgment, in colour, about Codat’s webhooks.", set()),
        ("en", "Your judgement about the adress.", {"judgement", "adress"}),
    ],
)
def test_a_mistake_is_found(
    lang: Language, text: str, wrong: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert misspelt(lang, text, tmp_path, monkeypatch) == wrong


@pytest.mark.parametrize(
    "where", ["index.html", "setup/index.html", "troubleshooting/index.html", "llms.txt"]
)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_words_of_every_kind_of_page_are_read(prose: list[Passage], lang: Language, where: str) -> None:
    """So that an empty reading cannot pass. What a check says stands in troubleshooting and in the sources."""
    prefix = "en/" if lang == "en" else ""
    assert [passage for passage in prose if passage.where == prefix + where and passage.lang == lang]
    assert [passage for passage in prose if passage.where.startswith("validators/") and passage.lang == lang]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_list_is_in_order_and_needed(prose: list[Passage], lang: Language) -> None:
    """Each entry is a word of the guide that the dictionary does not know; `word/model` bends as the model does."""
    entries = (LISTS / f"{lang}.txt").read_text("utf-8").splitlines()
    assert entries == sorted(set(entries))
    text = "\n".join(words(passage.text) for passage in prose if passage.lang == lang)
    unknown = subprocess.run(
        ["hunspell", "-l", "-i", "utf-8", "-d", hunspell.DICTIONARIES[lang]],
        input=text.encode(),
        capture_output=True,
        check=True,
    ).stdout.decode()
    needless = [
        entry
        for entry in entries
        if not re.search(
            rf"(?<!\w){re.escape(entry.split('/')[0])}(?:s|’s)?\.?$", unknown, re.MULTILINE | re.IGNORECASE
        )
    ]
    assert not needless
