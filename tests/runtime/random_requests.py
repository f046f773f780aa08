"""Requests that nobody wrote: examples cut and put together again, with every kind of character inserted.

    python tests/runtime/random_requests.py COUNT SEED

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


def pieces(rng: random.Random) -> str:
    match rng.randrange(6):
        case 0 | 1:
            return rng.choice(SIGNS)
        case 2:
            text = rng.choice(VALUES)
            start = rng.randrange(len(text) + 1)
            return text[start : start + rng.randrange(1, 60)]
        case 3:
            return "".join(
                chr(rng.choice((rng.randrange(0x250), rng.randrange(0x3100), rng.randrange(0x110000))))
                for _ in range(rng.randrange(1, 6))
            )
        case 4:
            form: Callable[[str], str] = rng.choice(
                (str.upper, str.lower, str.swapcase, str.title, str.casefold)
            )
            return form(rng.choice(VALUES)[: rng.randrange(1, 80)])
        case _:
            kind = rng.choice(("NFC", "NFD", "NFKC", "NFKD"))
            return unicodedata.normalize(kind, "".join(rng.choices(SIGNS, k=2)))  # type: ignore[arg-type]


def texts(rng: random.Random) -> str:
    match rng.randrange(12):
        case 0:
            return rng.choice(VALUES)
        case 1 | 2 | 3:
            text = rng.choice((*VALUES, *WRITTEN))
            place = rng.randrange(len(text) + 1)
            return text[:place] + pieces(rng) + text[place + rng.randrange(4) :]
        case 4:
            written = rng.choice(WRITTEN).split("\n")
            rng.shuffle(written)
            return "\n".join(written)
        case 5 if not rng.randrange(8):
            return (pieces(rng) * MAX_FIELD_CHARS)[
                : rng.choice(
                    (3_000, MAX_FIELD_CHARS - 1, MAX_FIELD_CHARS, MAX_FIELD_CHARS + 1, 2 * MAX_FIELD_CHARS)
                )
            ]
        case _:
            return "".join(pieces(rng) for _ in range(rng.randrange(1, 12)))


def requests(count: int, seed: int) -> Iterator[dict[str, object]]:
    rng = random.Random(seed)
    for _ in range(count):
        lang = rng.choice(("fr", "en"))
        if not rng.randrange(6):
            yield {"read": texts(rng), "lang": lang}
            continue
        check = rng.choice(CHECKS)
        fields = {
            field.name: rng.choice(sorted(field.choices)) if field.kind == "choice" else texts(rng)
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
