"""The door for the page's worker: JSON text in, JSON text out, so that no object crosses the bridge."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from qbo_checks import load, registry, run
from qbo_checks.model import Answer
from qbo_checks.questionnaire.read import read
from qbo_checks.questionnaire.write import as_document, from_plain, write
from qbo_checks.report import Report


def answer(request: str) -> str:
    """One request in, its answer out; both are JSON, the answer in ASCII.

    ``{"check", "lang", "fields"}`` gets a report. ``{"read", "lang"}`` gets what a document of answers holds,
    ``{"answers", "findings", "refused"}``; ``{"write", "lang", "answers"}`` gets ``{"text"}``, the document in
    the form that ``write`` names. Raises UsageError for an unknown check, field, form or language.

    ASCII, because a lone surrogate in what was pasted has no other way back into JavaScript.
    """
    asked = json.loads(request)
    wanted = next(name for name in WANTED if name in asked)
    return json.dumps(WANTED[wanted](asked))


def _read(asked: Mapping[str, Any]) -> dict[str, Any]:
    text = asked["read"]
    reading = read(text)
    report = Report(load("questionnaire"), {"answers": text}, Answer(reading.findings))
    return {
        "answers": as_document(reading.answers)["answers"],
        "findings": report.to_dict(registry.language(asked["lang"]))["findings"],
        "refused": reading.refused is not None,
    }


def _write(asked: Mapping[str, Any]) -> dict[str, Any]:
    values = from_plain(asked["answers"])
    return {"text": write(asked["write"], values, registry.language(asked["lang"]))}


WANTED: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "check": lambda asked: run(asked["check"], asked["fields"], asked["lang"]),
    "read": _read,
    "write": _write,
}
