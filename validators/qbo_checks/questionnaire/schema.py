"""The JSON Schema of a document of answers."""

from __future__ import annotations

from typing import Any

from qbo_checks.questionnaire.load import load
from qbo_checks.questionnaire.model import CHOICES, Item


def schema_name() -> str:
    """How the file of the schema is called: each version has its own, and documents of an older one keep theirs."""
    return f"answers.v{load().version}.schema.json"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a document of answers. An answer that is not there yet may be null."""
    questionnaire = load()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:qbo-checks:questionnaire-answers:{questionnaire.version}",
        "title": "Answers to Intuit's App Assessment Questionnaire",
        "type": "object",
        "properties": {
            "version": {"const": questionnaire.version},
            "answers": {
                "type": "object",
                "properties": {
                    item.id: {"title": item.text.en, **_schema_of(item)}
                    for item in questionnaire.items.values()
                    if item.answerable
                },
                "additionalProperties": False,
            },
        },
        "required": ["version", "answers"],
        "additionalProperties": False,
    }


def _schema_of(item: Item) -> dict[str, Any]:
    ids = [option.id for option in item.options]
    if item.kind == "several":
        several: dict[str, Any] = {
            "type": ["array", "null"],
            "items": {"type": "string", "minLength": 1} if item.open else {"enum": ids},
            "uniqueItems": True,
        }
        return {**several, "maxItems": item.at_most} if item.at_most else several
    if item.kind == "single" and item.open:
        return {"type": ["string", "null"]}
    if item.kind in CHOICES:
        # YAML reads a bare yes or no as true or false, and so do the answers.
        return {"enum": [*ids, *([] if item.kind == "single" else [True, False]), None]}
    if item.kind == "number":
        return {"type": ["integer", "null"], "minimum": 1}
    return {"type": ["string", "null"]}
