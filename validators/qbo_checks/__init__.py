"""Checks for connecting an app to QuickBooks Online through Codat.

>>> import qbo_checks
>>> report = qbo_checks.run("redirect-uri", {"uri": "", "environment": "sandbox"}, "en")
>>> report["verdict"], report["findings"][0]["code"]
('fail', 'redirect-uri.empty')
"""

from __future__ import annotations

from typing import Any

from qbo_checks.model import Fields, UsageError
from qbo_checks.registry import examine, language, load, names, rule

__all__ = ["UsageError", "examine", "load", "names", "rule", "run"]


def run(check: str, fields: Fields, lang: str) -> dict[str, Any]:
    """Examine ``fields`` with one check and say what was found in one language.

    The same function serves the page, the command line and the tests. See
    :meth:`qbo_checks.report.Report.to_dict` for the shape of what it returns, and
    :func:`qbo_checks.registry.examine` for what it raises.
    """
    spoken = language(lang)
    return examine(check, fields).to_dict(spoken)
