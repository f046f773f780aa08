"""Publishes the JSON Schema of a document of answers with the site, under the version that it describes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

FOLDER = "assets/questionnaire"


@event_priority(-200)  # after static-i18n, whose inner builds run this too
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    # Imported now, because checks.py, the hook before this one, reads the rules anew at each build.
    from qbo_checks import answers  # noqa: PLC0415

    path = Path(config.site_dir, FOLDER, answers.schema_name())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(answers.schema(), ensure_ascii=False, indent=1) + "\n", "utf-8")
