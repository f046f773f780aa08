"""The two environments of an Intuit app, and the tab of Intuit's portal where each has its keys and URIs."""

from __future__ import annotations

from qbo_checks.model import Text

ENVIRONMENTS = {
    "sandbox": Text(fr="bac à sable (Development)", en="sandbox (Development)"),
    "production": Text(fr="production (Production)", en="production (Production)"),
}
TABS = {"sandbox": "Development", "production": "Production"}
