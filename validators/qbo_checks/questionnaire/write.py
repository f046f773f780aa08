"""A reader's answers as a document, written in four forms."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from qbo_checks.model import Language, Text, UsageError
from qbo_checks.questionnaire.load import load
from qbo_checks.questionnaire.model import (
    Answers,
    Item,
    Questionnaire,
    Value,
    both,
    is_count,
    several,
)

TITLE = Text(
    fr="Réponses au questionnaire d’évaluation d’Intuit",
    en="Answers to Intuit’s App Assessment Questionnaire",
)
"""What the document for people begins with, so that one who imports it can be told."""

_WORDS_OF = {
    "title": TITLE,
    "left": Text(fr="Pas encore de réponse.", en="No answer yet."),
    "hidden": Text(fr="Réponses à des questions non posées", en="Answers to questions that aren’t asked"),
    "recommended": Text(fr="Réponse que Codat recommande : {answer}", en="Answer that Codat recommends: {answer}"),
    "declared": Text(
        fr="Préparé avec le guide. Rien n’a encore été envoyé. La déclaration est celle du développeur.",
        en="Prepared with the guide. Nothing has been submitted yet. The declaration is the developer’s.",
    ),
}  # fmt: skip

COLUMNS = Text(
    fr="identifiant, section, question, traduction, posée, réponse, recommandation de Codat",
    en="id, section, question, meaning, asked, answer, Codat’s recommendation",
)
_YES_NO = Text(fr="oui, non", en="yes, no")
_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet may take for the beginning of a formula; some take the full-width forms too."""


def from_plain(plain: Mapping[str, Any]) -> dict[str, Value]:
    """Answers as the page holds them, plain JSON values, in the order of the form; empty ones are left out."""
    answers: dict[str, Value] = {}
    for item in load().items.values():
        value = plain.get(item.id)
        if item.answerable and value:
            answers[item.id] = tuple(map(str, value)) if isinstance(value, list) else str(value)
    return answers


def write(form: str, answers: Answers, lang: Language) -> str:
    """The answers as a document: ``json`` and ``yaml`` to be read again, ``markdown`` and ``csv`` for people.

    Raises UsageError, naming the known ones, for another form.
    """
    if form not in FORMS:
        raise UsageError("form", FORMS)
    return FORMS[form](answers, lang)


def as_document(answers: Answers) -> dict[str, Any]:
    """The document as plain JSON values."""
    values = encode(load(), answers)
    return {"version": values.pop("version"), "answers": values}


def _to_json(answers: Answers, _: Language) -> str:
    return json.dumps(as_document(answers), ensure_ascii=False, indent=2) + "\n"


def _to_markdown(answers: Answers, lang: Language) -> str:
    questionnaire = load()
    words = {name: text[lang] for name, text in _WORDS_OF.items()}
    lines = [f"# {words['title']}", "", words["declared"]]
    asked = questionnaire.asked(answers)
    for section in questionnaire.sections.values():
        items = [item for item in questionnaire.items.values() if item.section == section.id]
        items = [item for item in items if item.id in asked]
        if items:
            lines += ["", f"## {both(section.title, lang)}"]
        for item in items:
            lines += ["", f"{'###' if item.parent is None else '####'} {item.id} · {both(item.text, lang)}"]
            if item.answerable:
                lines += [
                    "",
                    *(_quoted_lines(item, answers[item.id], lang) if item.id in answers else [words["left"]]),
                ]
            if item.recommended and answers.get(item.id) != item.recommended.answer:
                shown = _plain_text(item, item.recommended.answer, lang).replace("\n", "; ")
                lines += ["", words["recommended"].format(answer=shown)]
    hidden = [name for name in answers if name not in asked]
    if hidden:
        lines += ["", f"## {words['hidden']}"]
    for name in hidden:
        item = questionnaire.items[name]
        lines += [
            "",
            f"### {item.id} · {both(item.text, lang)}",
            "",
            *_quoted_lines(item, answers[name], lang),
        ]
    return "\n".join(lines) + "\n"


def _plain_text(item: Item, value: Value, lang: Language) -> str:
    """An answer as people read it: its options by their text, one to a line."""
    texts = {option.id: both(option.text, lang) for option in item.options}
    return "\n".join(texts.get(part, part) for part in several(value))


def _quoted_lines(item: Item, value: Value, lang: Language) -> Iterator[str]:
    """An answer as a block of code, in which no sign has a meaning, between fences longer than any of its own."""
    text = _plain_text(item, value, lang)
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    yield from (fence, *text.splitlines(), fence)


def _to_csv(answers: Answers, lang: Language) -> str:
    """A table that a spreadsheet opens. It is told the encoding, and given no formula (OWASP, CSV injection)."""
    questionnaire = load()
    yes, no = _YES_NO[lang].split(", ")
    rows = [COLUMNS[lang].split(", ")]
    asked = questionnaire.asked(answers)
    for item in questionnaire.items.values():
        answer = _plain_text(item, answers[item.id], lang) if item.id in answers else ""
        recommended = _plain_text(item, item.recommended.answer, lang) if item.recommended else ""
        section, is_asked = questionnaire.sections[item.section].title.en, yes if item.id in asked else no
        rows.append([item.id, section, item.text.en, item.text.fr, is_asked, answer, recommended])
    return "\ufeff" + "".join(",".join(map(_cell, row)) + "\r\n" for row in rows)


def _cell(text: str) -> str:
    safe = f"'{text}" if text[:1] in _FORMULA else text
    return '"' + safe.replace('"', '""') + '"'


def encode(questionnaire: Questionnaire, answers: Answers) -> dict[str, Any]:
    """Answers as the plain JSON values that are kept and exchanged, with their version."""
    plain: dict[str, Any] = {"version": questionnaire.version}
    for name, value in answers.items():
        if isinstance(value, tuple):
            plain[name] = list(value)
        else:
            counted = questionnaire.items[name].kind == "number" and is_count(value)
            plain[name] = int(value) if counted else value
    return plain


_TEMPLATE_WORDS = {
    "head": Text(
        fr="Réponses au questionnaire d’évaluation d’Intuit (App Assessment Questionnaire).\n"
        "Écrivez l’identifiant d’une option ou son texte, ou une liste là où plusieurs réponses sont permises.\n"
        "Les recommandations sont celles de Codat. C’est vous qui faites la déclaration.",
        en="Answers to Intuit’s App Assessment Questionnaire.\n"
        "Write an option’s ID or its text, or a list where several answers are allowed.\n"
        "The recommendations are Codat’s. The declaration is yours.",
    ),
    "task": Text(fr="Une fois que c’est fait : « done »", en="Once it’s done: “done”"),
    "several": Text(fr="Une ou plusieurs, p. ex. [{ids}] :", en="One or more, such as [{ids}]:"),
    "open": Text(fr='Une liste, p. ex. ["…", "…"]', en='A list, such as ["…", "…"]'),
    "one": Text(fr="Une seule :", en="One of:"),
    "number": Text(fr="Un nombre entier", en="A whole number"),
    "url": Text(fr="Une URL qui commence par https://", en="A URL that starts with https://"),
    "link": Text(fr="Une URL", en="A URL"),
    "host": Text(fr="Un nom d’hôte, sans https:// ni chemin", en="A host name, without https:// or a path"),
    "addresses": Text(fr="Une adresse IP ou une plage par ligne", en="One IP address or range per line"),
    "text": Text(fr="Un texte, en anglais", en="Text, in English"),
    "recommended": Text(fr="Codat recommande : {answer}", en="Codat recommends: {answer}"),
    "when": Text(fr="À remplir si {conditions}", en="Fill in if {conditions}"),
    "is": Text(fr="{question} = {options}", en="{question} = {options}"),
    "or": Text(fr=" ou ", en=" or "),
}


def template(lang: Language, answers: Answers | None = None) -> str:
    """A document of answers in YAML, with every question as a comment, and the answers that are given."""
    questionnaire = load()
    plain = encode(questionnaire, answers or {})
    lines = [*_comment(_TEMPLATE_WORDS["head"][lang]), f"version: {questionnaire.version}", "answers:"]
    for section in questionnaire.sections.values():
        lines += ["", *_comment(f"=== {both(section.title, lang)} ===", 2)]
        if section.why:
            lines += _comment(section.why[lang], 2)
        for item in questionnaire.items.values():
            if item.section == section.id:
                told = "\n".join([f"{item.id} · {both(item.text, lang)}", *_told(item, lang)])
                lines += ["", *_comment(told, 2)]
                if item.answerable:
                    value = plain.get(item.id)
                    lines.append(f"  {item.id}:" if value is None else f"  {item.id}: {_yaml(value)}")
    return "\n".join(lines) + "\n"


def _told(item: Item, lang: Language) -> Iterator[str]:
    """What a reader needs to know to answer."""
    words = {name: text[lang] for name, text in _TEMPLATE_WORDS.items()}
    if item.about:
        yield item.about[lang]
    if item.when:
        conditions = words["or"].join(
            words["is"].format(question=condition.question, options=words["or"].join(condition.any))
            for condition in item.when
        )
        yield words["when"].format(conditions=conditions)
    if not item.answerable:
        return
    ids = ", ".join([option.id for option in item.options if not option.exclusive][:2])
    form = ("several" if ids else "open") if item.kind == "several" else item.kind
    yield words["one" if form in {"single", "yes-no"} else form].format(ids=ids)
    if item.kind != "task":
        for option in item.options:
            yield f"  {option.id}: {both(option.text, lang)}"
    if item.recommended:
        answer = item.recommended.answer
        shown = _yaml(list(answer)) if isinstance(answer, tuple) else answer.replace("\n", ", ")
        yield words["recommended"].format(answer=shown)


def _comment(text: str, indent: int = 0) -> Iterator[str]:
    return (f"{' ' * indent}# {line}" for line in text.splitlines())


def _yaml(value: object) -> str:
    """A value as YAML. JSON is YAML, but YAML takes more characters for the end of a line than JSON does."""
    written = json.dumps(value, ensure_ascii=False)
    return "".join(
        char if char.isprintable() else f"\\U{ord(char):08X}" if ord(char) > 0xFFFF else f"\\u{ord(char):04X}"
        for char in written
    )


FORMS: Mapping[str, Callable[[Answers, Language], str]] = {
    "json": _to_json,
    # The commented template, filled in: every question is there, whether it is answered or not.
    "yaml": lambda answers, lang: template(lang, answers),
    "markdown": _to_markdown,
    "csv": _to_csv,
}
