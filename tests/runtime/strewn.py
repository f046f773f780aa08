"""Requests that nobody wrote: examples cut and put together again, strewn with every kind of character.

    python tests/runtime/strewn.py COUNT SEED

A line each, as plugin/live_checks/runtime/questions.py prints them: the request, and what the rules answer here.
"""

from __future__ import annotations

import json
import random
import sys
import unicodedata
from collections.abc import Callable, Iterator

import qbo_checks
from qbo_checks import browser
from qbo_checks.model import MAX_FIELD_CHARS
from qbo_checks.questionnaire.read import read
from qbo_checks.questionnaire.write import FORMS, write

# fmt: off
SIGNS = (
    *("\0", "\x1b[2J", "\x9b31m", "\r\n", "\t", "\x85", " ", "\xa0", "\xad", "\u200b", "\u2060", "\u180e", "\u202e", "\u2066", "\u2028", "\ufeff", "\u3000"),
    *("\ud800", "\udfff", "\ud83d", "\U0010ffff", "\U000e0067", "\ufffe", "\u0345", "\u0301", "\u0130", "ß", "ſ", "K", "ŉ", "ǰ", "ﬀ", "①", "½", "²"),
    *("７", "٣", "߂", "𝟘", "Ａ", "．", "。", "／", "：", "한국어", "ᄒ", "田中", "مرحبا", "ทดสอบ", "हिन्दी", "\U0001f469\u200d\U0001f467", "\U0001f1e8\U0001f1e6", "ѕ", "аррӏе", "Ω"),
    *("xn--", "xn--2.4", "xn--a", "xn--\xe9", "XN--ZN7C", ".xn--p1ai", "faß.example", "%00", "%ff", "%C3%A9", "%zz", "%", "&#x202e;", "&amp;", "\\u202e"),
    *("https://", "http:\\\\", "//", "://", "@", ":", ":99999", "#", "?", "&", "=", ";", ",", "|", ">", "|-\n  ", ">+\n", "- ", "? ", "<<: ", "&a ", "*a", "!!int ", "!x ", "---\n", "...\n", "%YAML 1.2\n", "# "),
    *('"', "'", "`", "“", "»", "\\", "\\x41", "\\N", "[", "]", "{", "}", "{0}", "${x}", "%s", "null", "~", "yes", "1e999", "-1e309", "0x7f", "0o17", "1_000", "NaN", "Infinity", "9" * 5000),
    *("1.2.3.4", "1.2.3.4/33", "1.2.3.4-1.2.3.9", "::1", "[::1%25eth0]", "::ffff:1.2.3.4", "2001:db8::/32", "fe80::1%eth0", "0x7f.1", "1.2.3.4.5", "300.1.1.1", "10.0.0.0/8"),
    *("client_id=", "Authorization: Bearer ", "eyJhbGciOiJub25lIn0.e30.", '{"error":"invalid_client"}', "HTTP/1.1 400\r\n", "<html>", "\n\n", "a\tb\n", "|a|b|\n|-|-|\n", "a,b\n1,2\n", "a;b\n", "version: ", "answers:\n", "GQ1: ", "2026-11-28", "12:30"),
)
# fmt: on
CHECKS = [qbo_checks.load(name) for name in qbo_checks.names()]
VALUES = sorted(
    {value for check in CHECKS for example in check.examples for value in example.fields.values()}
)
WRITTEN = [
    write(form, read(value).answers, lang)
    for form in FORMS
    for lang in ("fr", "en")
    for value in sorted({example.fields["answers"] for example in qbo_checks.load("questionnaire").examples})
]


def pieces(lots: random.Random) -> str:
    match lots.randrange(6):
        case 0 | 1:
            return lots.choice(SIGNS)
        case 2:
            text = lots.choice(VALUES)
            start = lots.randrange(len(text) + 1)
            return text[start : start + lots.randrange(1, 60)]
        case 3:
            return "".join(
                chr(lots.choice((lots.randrange(0x250), lots.randrange(0x3100), lots.randrange(0x110000))))
                for _ in range(lots.randrange(1, 6))
            )
        case 4:
            form: Callable[[str], str] = lots.choice(
                (str.upper, str.lower, str.swapcase, str.title, str.casefold)
            )
            return form(lots.choice(VALUES)[: lots.randrange(1, 80)])
        case _:
            kind = lots.choice(("NFC", "NFD", "NFKC", "NFKD"))
            return unicodedata.normalize(kind, "".join(lots.choices(SIGNS, k=2)))  # type: ignore[arg-type]


def texts(lots: random.Random) -> str:
    match lots.randrange(12):
        case 0:
            return lots.choice(VALUES)
        case 1 | 2 | 3:
            text = lots.choice((*VALUES, *WRITTEN))
            place = lots.randrange(len(text) + 1)
            return text[:place] + pieces(lots) + text[place + lots.randrange(4) :]
        case 4:
            written = lots.choice(WRITTEN).split("\n")
            lots.shuffle(written)
            return "\n".join(written)
        case 5 if not lots.randrange(8):
            return (pieces(lots) * MAX_FIELD_CHARS)[
                : lots.choice(
                    (3_000, MAX_FIELD_CHARS - 1, MAX_FIELD_CHARS, MAX_FIELD_CHARS + 1, 2 * MAX_FIELD_CHARS)
                )
            ]
        case _:
            return "".join(pieces(lots) for _ in range(lots.randrange(1, 12)))


def requests(count: int, seed: int) -> Iterator[dict[str, object]]:
    lots = random.Random(seed)
    for _ in range(count):
        lang = lots.choice(("fr", "en"))
        if not lots.randrange(6):
            yield {"read": texts(lots), "lang": lang}
            continue
        check = lots.choice(CHECKS)
        fields = {
            field.name: lots.choice(sorted(field.choices)) if field.kind == "choice" else texts(lots)
            for field in check.fields
        }
        yield {"check": check.id, "lang": lang, "fields": fields}


def main() -> None:
    count, seed = map(int, sys.argv[1:])
    for asked in requests(count, seed):
        request = json.dumps(asked)
        try:
            answer = browser.answer(request)
        except qbo_checks.UsageError:
            continue  # Not a request that the page makes.
        sys.stdout.write(json.dumps([request, answer]) + "\n")


if __name__ == "__main__":
    main()
