"""Publishes the JSON Schema of a document of answers, beside the pages."""

from __future__ import annotations

import json

from live_checks import rules
from live_checks.built import Built


def write(built: Built) -> None:
    if "questionnaire" not in rules.names():
        return
    path = built.site / rules.schema_url()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rules.schema(), ensure_ascii=False, indent=1) + "\n", "utf-8")
