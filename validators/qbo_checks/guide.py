"""Where the guide tells each of its steps, and explains each code, for those who are not in one of its pages.

The pages of the guide find their own places when they are built; tests/docs/test_steps.py compares this with them.
"""

from __future__ import annotations

from qbo_checks.model import Language, UsageError

ADDRESS = "http://127.0.0.1:8000/"
"""Where the guide stands unless ``SITE_URL`` says otherwise, in mkdocs.yml and for the command alike."""

HEADINGS = {
    "setup": (
        "set-up-the-quickbooks-online-integration",
        "what-you-will-do",
        "sandbox-steps",
        "review-steps",
        "production-steps",
        "quickbooks-online-environments",
        "codat-video",
    ),
    "sandbox": (
        "set-up-the-sandbox",
        "create-a-quickbooks-online-app-configured-for-sandbox",
        "register-the-sandbox-redirect-uri",
        "find-your-development-keys",
        "enter-the-development-app-urls",
        "add-your-apps-secure-keys-to-the-codat-portal",
        "enable-the-sandbox-integration",
        "try-the-connection",
        "next-steps-sandbox",
    ),
    "review": (
        "get-production-keys-and-configure-app-for-production",
        "fill-in-app-details",
        "app-details-urls",
        "where-your-app-is-hosted",
        "completing-the-app-assessment-questionnaire",
        "wait-for-the-review",
        "next-steps-review",
    ),
    "production": (
        "go-to-production",
        "register-the-production-redirect-uri",
        "find-your-production-keys",
        "add-your-production-keys-to-the-codat-portal",
        "switch-sandbox-integrations-off",
        "enable-the-quickbooks-online-integration",
        "connect-your-first-customer",
        "next-steps-production",
    ),
}
"""The headings of each page of steps, from top to bottom."""

ROOT: dict[Language, str] = {"fr": "", "en": "en/"}


def step(heading: str, lang: Language) -> str:
    """Where a step is told, from the root of the guide: ``en/sandbox/#find-your-development-keys``.

    ``heading`` is what a ``Cause`` names. Raises UsageError for a heading that no page of steps has.
    """
    known = {heading: page for page, headings in HEADINGS.items() for heading in headings}
    if heading not in known:
        raise UsageError("step", known, heading)
    return f"{ROOT[lang]}{known[heading]}/#{heading}"


def explanation(code: str, lang: Language) -> str:
    """Where a code is explained, from the root of the guide: ``en/codes/keys/#keys.empty``."""
    check, _, _ = code.partition(".")
    return f"{ROOT[lang]}codes/{check}/#{code}"
