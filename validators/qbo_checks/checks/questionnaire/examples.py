"""Values, and the codes that each gets."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from qbo_checks.model import Example, Text, Verdict
from qbo_checks.portal import PRODUCTION_URI

_RANGES = """20.77.152.0/23
51.104.28.73
51.132.44.0 - 51.132.47.255
51.132.155.0/24, 51.132.156.0/22
8.8.8.8"""

READY: Mapping[str, Any] = {
    "AD1": "done",
    "AD2-eula": "https://www.boreal.example/eula",
    "AD2-privacy": "https://www.boreal.example/privacy",
    "AD3-host-domain": "boreal.example",
    "AD3-launch": "https://app.boreal.example/sign-in",
    "AD3-disconnect": "https://www.boreal.example/quickbooks/disconnected",
    "AD3-reconnect": "https://app.boreal.example/quickbooks/connect",
    "AD4": ["Accounting"],
    "AD5": ["none"],
    "AD6-countries": ["Canada", "United Kingdom of Great Britain and Northern Ireland"],
    "AD6-addresses": _RANGES,
    "GQ1": "no",
    "GQ2": "yes",
    "GQ3": "yes",
    "GQ4": "yes",
    "GQ5": "no",
    "GQ6": "no",
    "GQ7": ["none"],
    "AI1": ["platform"],
    "AI1-platform-name": "Codat",
    "AI1-platform-link": "www.codat.io",
    "AI1-platform-use": "We access our integration to QuickBooks Online via Codat’s API",
    "AI2": ["saas"],
    "AI3": ["reads", "writes"],
    "AI4": "public",
    "AI4-users": 250,
    "AI5": "any-user",
    "AI6": "no",
    "AU1": "yes",
    "AU2": "on-expiry",
    "AU3": "yes",
    "AU4": "yes",
    "AU5": "yes",
    "AU6-access": "yes",
    "AU6-refresh": "yes",
    "AU6-grant": "yes",
    "AU6-csrf": "yes",
    "AU7": "no",
    "AP1": ["accounting"],
    "AP2": ["daily"],
    "AC1": ["essentials", "plus", "advanced"],
    "AC2": "yes",
    "AC2-plan": "For gains in features, there is no impact to the end user. For loss of features, error messages are generated where permissions for the required features are missing.",
    "AC3": ["multicurrency", "tax-us", "tax-non-us"],
    "AC4": "no",
    "AC5": "yes",
    "AC5-why": "other",
    "AC5-why-other": "Codat uses CDC to queue syncs for changes in specific endpoints (customers and refund receipts)",
    "AC5-often": "other",
    "AC5-often-other": "Adhoc on requests for new data.",
    "EH1": "yes",
    "EH2": "yes",
    "EH3": "yes",
    "EH4": "yes",
    "EH4-how": "A contact form under Help in the app",
    "SE1": "no",
    "SE2": "yes",
    "SE3": "yes",
    "SE4": "yes",
    "SE5": "no",
    "SE6": "no",
    "SE7": "own-customer",
}
"""A made-up company's answers, complete: Codat's recommendations, and its own answers to the rest."""


def _written(answers: Mapping[str, Any]) -> str:
    return json.dumps({"version": 1, **answers}, ensure_ascii=False, indent=2)


def _example(
    about: Text,
    *rules: str,
    verdict: Verdict = "fail",
    without: tuple[str, ...] = (),
    cleaned: Mapping[str, Any] | None = None,
    **changed: object,
) -> Example:
    """The complete answers with some taken out and some changed (``AI1_platform_name`` is AI1-platform-name)."""
    answers = {
        name: value
        for name, value in {**READY, **{k.replace("_", "-"): v for k, v in changed.items()}}.items()
        if name not in without
    }
    corrected = {} if cleaned is None else {"answers": _written({**answers, **cleaned})}
    return Example({"answers": _written(answers)}, rules, verdict, corrected, about)


def _text(text: str, *rules: str) -> Example:
    """A text that is refused whole."""
    return Example({"answers": text}, rules, "fail")


EXAMPLES = (
    _example(Text(fr="Toutes les réponses", en="All the answers"), "complete", verdict="pass"),
    _example(
        Text(fr="Des options données par leur texte", en="Options given by their text"),
        "complete",
        verdict="pass",
        AU2="Only when access tokens expire",
        AI1=["You used another platform or tool to build and code your app"],
        AI5="Tout utilisateur de l’entreprise QuickBooks Online",
        AU1=True,
        SE6=False,
        cleaned={"AU2": "on-expiry", "AI1": ["platform"], "AI5": "any-user", "AU1": "yes", "SE6": "no"},
    ),
    Example(
        {"answers": f"```json\n{_written(READY)}\n```\n"},
        ("complete",),
        "pass",
        about=Text(fr="Toutes les réponses, dans un bloc de code Markdown", en="All the answers, in a Markdown code block"),
    ),
    Example(
        {"answers": re.sub(r'"([^"]*)"', r"“\1”", _written(READY))},
        ("complete",),
        "pass",
        {"answers": _written(READY)},
        about=Text(fr="Toutes les réponses, avec les guillemets courbes d’un traitement de texte", en="All the answers, with a word processor’s curly quotation marks"),
    ),
    Example(
        {"answers": "".join(f"{name}\u00a0: {json.dumps({'yes': 'Oui', 'no': 'Non'}.get(str(answer), answer), ensure_ascii=False)}\n" for name, answer in READY.items())},
        ("complete",),
        "pass",
        {"answers": _written(READY)},
        about=Text(fr="Toutes les réponses, avec des espaces insécables et des « Oui »", en="All the answers, with no-break spaces and “Oui” for “yes”"),
    ),
    _text("1. GQ1 - No\n2. GQ2 - Yes", "malformed"),
    _text("", "empty"),
    _text(" \n", "empty"),
    _text('{"AD1": "done",', "malformed"),
    *(
        Example(
            {"answers": "".join(form.format(name=name, answer=json.dumps(answer)) for name, answer in READY.items())},
            ("complete",),
            "pass",
            {} if form.startswith("- ") else {"answers": _written(READY)},
            about,
        )
        for form, about in (
            ("{name} = {answer}\n", Text(fr="Des réponses après un signe égal", en="Answers after “=”")),
            ("- {name}: {answer}\n", Text(fr="Des réponses dans une liste", en="Answers in a list")),
            ("* **{name}**: {answer}\n", Text(fr="Une liste à puces de Markdown", en="A bulleted list in Markdown")),
        )
    ),
    _text('["done"]', "malformed"),
    _text("AD1: [done", "malformed"),
    _text("AD1: &first done", "malformed"),
    _text("AD1 done", "malformed"),
    _text("AC2-plan: |2\n  It depends on the plan.", "malformed"),
    _text("AC2-plan: Plan: none", "malformed"),
    _text("version: 1\n---\nAD1: done", "malformed"),
    _text("**Q1: Have you tested connecting and disconnecting?**\n\n☑️ Yes\n", "malformed"),
    _text('{\n  // FAQ\n  "AD1": "done"\n}', "malformed"),
    _text("QBO_ENV=sandbox\nQBO_REALM=\n", "malformed"),
    _text("services:\n  app:\n    image: example\n", "malformed"),
    _text("[" * 9 + "]" * 9, "too-deep"),
    _text('{"version": 2, "AD1": "done"}', "wrong-version"),
    _example(
        Text(fr="« AD7 », qui n’existe pas", en="“AD7”, which doesn’t exist"), "unknown-question", AD7="done"
    ),
    Example(
        {"answers": _written({**READY, **{f"ZZ{number}": "x" for number in range(22)}})},
        (*["unknown-question"] * 5, "more-unknown"),
        "fail",
        about=Text(fr="Vingt-deux identifiants inconnus", en="Twenty-two unknown IDs"),
    ),
    Example(
        {"answers": _written(READY).replace('"AD1": "done",', '"AD1": "done",\n  "AD1": "done",')},
        ("duplicate-question",),
        "fail",
        about=Text(fr="AD1 deux fois", en="AD1 twice"),
    ),
    _example(Text(fr="AI2 : un objet", en="AI2: an object"), "wrong-kind", AI2={"saas": "yes"}),
    _example(Text(fr="AU6 : une réponse pour les quatre", en="AU6: one answer for all four"), "wrong-kind", AU6="yes"),
    _example(Text(fr="AU2 : « hourly »", en="AU2: “hourly”"), "unknown-option", AU2="hourly"),
    _example(Text(fr="AI1 : « b »", en="AI1: “b”"), "option-letter", AI1=["b"], without=("AI1-platform-name", "AI1-platform-link", "AI1-platform-use")),
    _example(Text(fr="AI2 : « Watch »", en="AI2: “Watch”"), "unlisted-option", verdict="review", AI2=["saas", "Watch"]),
    _example(Text(fr="Sans GQ2", en="Without GQ2"), "missing", verdict="review", without=("GQ2",)),
    _example(Text(fr="Sans URL de reconnexion", en="Without a reconnect URL"), "missing", verdict="review", without=("AD3-reconnect",)),
    _example(Text(fr="Prêt déclaré, sans la section", en="Lending declared, without its section"), "missing", verdict="review", AD5=["lending"], GQ7=["lending"]),
    _example(Text(fr="AI6 : oui, sans les noms", en="AI6: yes, without the names"), "follow-up-missing", verdict="review", AI6="yes"),
    _example(Text(fr="Sans nom de plateforme", en="Without the platform’s name"), "follow-up-missing", verdict="review", without=("AI1-platform-name",)),
    _example(Text(fr="SE1 : non, et pourtant une suite", en="SE1: no, and yet a follow-up"), "complete", "not-asked", verdict="pass", SE1_resolved="yes"),
    _example(Text(fr="AD5 : « none » et « insurance »", en="AD5: “none” and “insurance”"), "none-with-another", AD5=["none", "insurance"], GQ7=["insurance"]),
    _example(Text(fr="AD4 : cinq catégories", en="AD4: five categories"), "too-many-choices", AD4=["A1", "B2", "C3", "D4", "E5"]),
    _example(Text(fr="AU1 : non", en="AU1: no"), "refused", AU1="no"),
    _example(Text(fr="AU2 : à chaque appel", en="AU2: every call"), "at-risk", verdict="review", AU2="every-call"),
    _example(Text(fr="AU6 : non pour les erreurs CSRF", en="AU6: no for CSRF errors"), "at-risk", verdict="review", AU6_csrf="no"),
    _example(Text(fr="SE1 : une atteinte non réglée", en="SE1: a breach that isn’t resolved"), "at-risk", verdict="review", SE1="yes", SE1_resolved="no", SE1_remedy="It is being looked into."),
    _example(Text(fr="AI1 : « scratch » et « platform »", en="AI1: “scratch” and “platform”"), "at-risk", verdict="review", AI1=["scratch", "platform"]),
    _example(Text(fr="AI5 : les administrateurs", en="AI5: admins"), "complete", "differs", verdict="pass", AI5="any-admin"),
    _example(Text(fr="AC5 : non", en="AC5: no"), "complete", "differs", verdict="pass", AC5="no", without=("AC5-why", "AC5-why-other", "AC5-often", "AC5-often-other")),
    _example(Text(fr="AI4 : privée, avec une estimation", en="AI4: private, with an estimate"), "differs", "private-but-public-estimate", verdict="review", AI4="private"),
    _example(Text(fr="Prêt à GQ7 et non à AD5", en="Lending in GQ7 and not in AD5"), "lending-declared-once", verdict="review", GQ7=["lending"], LN0="done"),
    _example(Text(fr="Assurance à GQ7 et non à AD5", en="Insurance in GQ7 and not in AD5"), "complete", "regulated-declared-once", verdict="pass", GQ7=["insurance"]),
    _example(Text(fr="AP1 : l’API de paiement aussi", en="AP1: the Payments API too"), "payments-not-codat", verdict="review", AP1=["accounting", "payments"]),
    _example(Text(fr="Une autre plateforme", en="Another platform"), "platform-name", "platform-link", verdict="review", AI1_platform_name="Example", AI1_platform_link="www.example.com"),
    _example(Text(fr="AI4-users : « 1,000 »", en="AI4-users: “1,000”"), "number-form", AI4_users="1,000"),
    _example(Text(fr="AI4-users : 0", en="AI4-users: 0"), "number-form", AI4_users=0),
    _example(Text(fr="AI4-users : 1200", en="AI4-users: 1200"), "complete", "yearly-review", verdict="pass", AI4_users=1200),
    _example(Text(fr="AD2-eula : sans « https:// »", en="AD2-eula: without “https://”"), "url-form", AD2_eula="www.boreal.example/eula"),
    _example(Text(fr="AD3-launch : localhost", en="AD3-launch: localhost"), "url-form", AD3_launch="https://localhost/sign-in"),
    _example(Text(fr="AD3-disconnect : une URL avec accolades", en="AD3-disconnect: a URL with braces"), "url-form", AD3_disconnect="https://api.codat.io/companies/{companyId}"),
    _example(Text(fr="AD3-launch : un mot de passe dans l’URL", en="AD3-launch: a password in the URL"), "url-form", AD3_launch="https://user:pass@app.boreal.example/login"),
    _example(Text(fr="AD3-launch : un nom local", en="AD3-launch: a local name"), "url-form", AD3_launch="https://app.boreal.local/login"),
    _example(Text(fr="AD3-launch : un port impossible", en="AD3-launch: an impossible port"), "url-form", AD3_launch="https://app.boreal.example:99999/x"),
    _example(Text(fr="AD3-launch : un trait d’union au début", en="AD3-launch: a hyphen in front"), "url-form", AD3_launch="https://-app.example/x"),
    _example(Text(fr="AD3-launch : l’URI de redirection de Codat", en="AD3-launch: Codat’s redirect URI"), "url-form", AD3_launch=PRODUCTION_URI),
    _example(Text(fr="AD3-launch : un tunnel", en="AD3-launch: a tunnel"), "url-doubtful", verdict="review", AD3_launch="https://boreal-1234.ngrok-free.app/login"),
    _example(Text(fr="AD2 : un domaine d’exemple", en="AD2: an example domain"), "url-doubtful", verdict="review", AD2_eula="https://www.example.com/eula"),
    _example(Text(fr="AD3-host-domain : avec « https:// »", en="AD3-host-domain: with “https://”"), "host-with-scheme", verdict="review", AD3_host_domain="https://boreal.example/"),
    _example(Text(fr="AD2 : la même page deux fois", en="AD2: the same page twice"), "same-url", verdict="review", AD2_privacy="https://www.boreal.example/eula"),
    _example(Text(fr="AD6 : le Canada seul", en="AD6: Canada alone"), "hosting-country-missing", AD6_countries=["Canada"]),
    _example(Text(fr="AD6 : une région infonuagique", en="AD6: a cloud region"), "hosting-country", AD6_countries=["ca-central-1", "United Kingdom"]),
    _example(Text(fr="AD6 : un pays nié", en="AD6: a country that’s denied"), "hosting-country", "hosting-country-missing", AD6_countries=["Canada", "not the United Kingdom"]),
    _example(Text(fr="AD6 : le Royaume-Uni seul", en="AD6: the United Kingdom alone"), "hosting-to-check", verdict="review", AD6_countries=["UK"]),
    _example(Text(fr="AD6 : une très grande plage", en="AD6: a very large range"), "hosting-to-check", verdict="review", AD6_addresses=f"{_RANGES}\n52.0.0.0/6"),
    _example(Text(fr="AD6 : un commentaire parmi les adresses", en="AD6: a comment among the addresses"), "complete", "hosting-remark", verdict="pass", AD6_addresses=f"Codat\n{_RANGES}"),
    _example(Text(fr="AD6 : une adresse privée", en="AD6: a private address"), "hosting-address", AD6_addresses=f"{_RANGES}\n10.0.0.5"),
    _example(Text(fr="AD6 : des mots à la place des adresses", en="AD6: words in place of addresses"), "hosting-address", "hosting-ranges-missing", AD6_addresses="in the cloud"),
    _example(Text(fr="AD6 : sans adresse", en="AD6: without an address"), "hosting-ranges-missing", verdict="review", without=("AD6-addresses",)),
    _example(Text(fr="AD6 : une seule plage de Codat", en="AD6: one of Codat’s ranges"), "hosting-ranges-missing", verdict="review", AD6_addresses="20.77.152.0/23"),
)  # fmt: skip
