"""What the page may ask of the rules, and what they answer here: ``[request, answer]``, a line each.

    python -m live_checks.runtime.questions

Requests are as :func:`qbo_checks.browser.answer` takes them. Each example is there as it is and damaged, each
document whole and cut; where the rules raise, the answer is null. The image is made by running them, and proved
by comparing its answers with these.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import qbo_checks
from qbo_checks import browser, registry
from qbo_checks.questionnaire.read import read
from qbo_checks.questionnaire.write import FORMS, as_document

# fmt: off
INSERTED = (
    *("", "\0", "\ud800", "\u202e", "é", "\u0430", "\u3000", "\U0001f469", " ", "\n", '"', "%2F", "://", "\x1b[2J"),
)
"""What is put into the middle of each example: Python has other code for each width of character."""
UNUSUAL = (
    *("a", "\0", "\x07", "\x1c", "\t\x0b\x0c\r\x1f\x85\u1680\u2028\u205f", "\ud800", "\ud83d", "\udc00\ud800", "\ufffd", "\ufffe\uffff", "\U0010ffff", "\U000e0067\U000e007f", "\ufeff", "\u202etest\u202c", "\u2066a\u2069", "\u00ad", "\x7f\x85\xa0", "\ue000"),
    *("ﬀ①½ŉǰßİıſK", "e\u0301\u0323\u0345", "田中さん", "مرحبا", "ทดสอบ", "٣٣", "¹²³", "\U0001f469\u200d\U0001f467", "\U0001f1e8\U0001f1e6", "\uff27\uff4f.com"),
    *("-1e309", "0x7f.1", "[::1]", "1.2.3.4/33", "1.2.3.4-1.2.3.9", "2001:db8::/32", "user:pass@host:99999", "http:\\\\x:b\\c", "//x", "https://[::1%25eth0]/"),
    *("donâ€™t rÃ©essayez Â² â‚¬", "https://xn--zn7c.com/%C3%A9?a=b&c=%zz#d", "https://faß.example/", "javascript:alert(1)", "mailto:a@b.c", "data:text/html,x", "file:///etc/passwd"),
    *("<b>&lt;&#0;&#x110000;</b>", "${HOME} %s {0} {{1}}", "a: &a [*a, *a]", '{"a": [null, 1.5, true]}', "a\tb\r\n1\t2\x0b", "\x1b[31mred\x1b[0m"),
)
"""What stands alone in a field: every kind of character, and what belongs in another field or nowhere."""
# fmt: on
DAMAGED = 2000
"""A longer example is left as it is: it is about its length."""


def _checks() -> Iterator[dict[str, Any]]:
    lang = "fr", "en"
    for check in map(registry.load, registry.names()):
        choices = {field.name for field in check.fields if field.kind == "choice"}
        for number, example in enumerate(check.examples):
            yield from ({"check": check.id, "lang": spoken, "fields": {**example.fields}} for spoken in lang)
            texts = [
                name
                for name, value in example.fields.items()
                if 0 < len(value) <= DAMAGED and name not in choices
            ]
            if not texts:
                continue
            # By turns: what one field of a check is read by, the others are too.
            name = texts[number % len(texts)]
            value = example.fields[name]
            half = len(value) // 2
            for damaged in (
                value[:half] + INSERTED[number % len(INSERTED)] + value[half:],
                f" {value[half:]}\n{value.swapcase()}",
            ):
                fields = {**example.fields, name: damaged}
                yield {"check": check.id, "lang": lang[number % 2], "fields": fields}
        first = check.examples[0].fields
        for number, unusual in enumerate(UNUSUAL):
            for text in (unusual, f"{unusual * 3} {UNUSUAL[number - 1]}\n{UNUSUAL[number - 7]}"):
                fields = {name: value if name in choices else text for name, value in first.items()}
                yield {"check": check.id, "lang": lang[number % 2], "fields": fields}


def _documents() -> Iterator[dict[str, Any]]:
    examples = registry.load("questionnaire").examples if "questionnaire" in registry.names() else ()
    for example in examples:
        text = example.fields["answers"]
        for document in (text, text[: len(text) // 2], f"[{text}"):
            yield {"read": document, "lang": "fr"}
        reading = read(text)
        plain = as_document(reading.answers)["answers"]
        for form in FORMS:
            for lang in ("fr", "en"):
                written = {"write": form, "lang": lang, "answers": plain}
                yield written
                yield {"read": json.loads(browser.answer(json.dumps(written)))["text"], "lang": lang}
    for deep in ("[" * 50_000, '{"a":' * 20_000, "a:\n" + "".join(f"{' ' * n}- b:\n" for n in range(1, 400))):
        yield {"read": deep, "lang": "en"}


def _faults() -> Iterator[dict[str, Any]]:
    """What the page itself would have to get wrong. Each ends as an exception."""
    yield {"check": "nothing", "lang": "fr", "fields": {}}
    yield {"check": registry.names()[0], "lang": "de", "fields": {}}
    yield {"write": "docx", "lang": "fr", "answers": {}}


def main() -> None:
    for asked in (*_checks(), *_documents(), *_faults()):
        request = json.dumps(asked)
        try:
            answer = browser.answer(request)
        except qbo_checks.UsageError:
            answer = None
        sys.stdout.write(json.dumps([request, answer]) + "\n")


if __name__ == "__main__":
    main()
