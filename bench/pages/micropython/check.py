# The same question as ../javascript/worker.js, in what MicroPython and CPython have in common: not our rules,
# which need more of the standard library than MicroPython has, but a check of their kind.
import json

from pyscript import sync

EXPECTED = "https://quickbooksonlinesandbox.codat.io/oauth2/callback"


def answer(request: str) -> str:
    uri = json.loads(request)["fields"]["uri"]
    codes = []
    if uri != uri.strip():
        codes.append("space-around")
    uri = uri.strip()
    if not uri.startswith("https://"):
        codes.append("not-https")
    if "#" in uri:
        codes.append("fragment")
    if "?" in uri:
        codes.append("query")
    if uri.endswith("/"):
        codes.append("trailing-slash")
    if uri.rstrip("/") != EXPECTED:
        codes.append("other-address")
    findings = [{"code": "redirect-uri." + code, "field": "uri"} for code in codes]
    return json.dumps({"verdict": "fail" if findings else "pass", "findings": findings})


sync.answer = answer
