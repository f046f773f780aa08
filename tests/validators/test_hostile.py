"""What other people's tables of trouble hold, in every field of every check: nothing raises, nothing passes.

The tables are our own, in the spirit of the Big List of Naughty Strings and of the URL tests of
web-platform-tests.
"""

from __future__ import annotations

from itertools import cycle

import pytest
import qbo_checks
from invariants import examined
from qbo_checks.model import Check
from qbo_checks.portal import PRODUCTION_URI, REDIRECT_PATH, SANDBOX_URI

CHECKS = [qbo_checks.load(name) for name in qbo_checks.names()]
BARE = SANDBOX_URI.removeprefix("https://")

NAUGHTY = [
    # Words of programs, numbers, and what is empty in some way.
    *("undefined", "null", "None", "NaN", "true", "\\", "\\\\", "0", "-1", "1e309", "0x0", "1/0", "--help", "-", "--"),
    *("${HOME}", "$(reboot)", "`id`", "{0}", "{position}", "%s%n", "%", "%%", "{{7*7}}", "<%= 1 %>", "()", "[]", "{}", "[{}]"),
    # Markup, queries and paths.
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;&#0;&#x110000;&#99999999;&nosuch;", "]]>", "<!--"),
    *("' OR 1=1 --", "1;DROP TABLE users", "../../../etc/passwd", "C:\\CON", "/dev/null", "file:///etc/passwd"),
    # Unicode: right to left, stacked marks, emoji joined and coloured, tags, private use, halves of pairs, noncharacters.
    *("\u202etest\u202c", "\u2066a\u2069", "Z\u0351\u036b\u0343a\u0323l\u0341go", "\U0001f469\u200d\U0001f469\u200d\U0001f467"),
    *("\U0001f1e8\U0001f1e6", "\U000e0067\U000e007f", "\ue000", "\ud83d", "\udc00\ud800", "\ufffe\uffff", "\U0010ffff", "\ufffd"),
    *("\u0130\u0131\u017f\u212a", "ﬀﬃ", "ß", "Ω≈ç√∫", "田中さん", "مرحبا", "ทดสอบ", "①②③", "½", "¹²³", "٣٣", "\u0345", "\u1fb3", "ŉ", "ǰ"),
    # White space and controls of every kind.
    "".join(map(chr, range(33))) + "\x7f\x85\xa0\u1680\u180e\u2000\u200b\u2028\u2029\u202f\u205f\u3000\ufeff",
    *("\r", "\r\n", "\n\r", "\x0b", "\x0c", "\x1c", "\x1f", "\x85", "\u2028", "\t", "\0", "\x1b[2J", "\a", "\ufeff"),
    # Structures of other programs.
    *('{"a":[[[[[[[["b"]]]]]]]]}', '{"uri": null}', "a: &a [*a, *a]", "<a><b/></a>", "[a]\nb=c", "a,b\n1,2", "a\tb\n1\t2"),
]  # fmt: skip

ADDRESSES = [
    # The URL tests of web-platform-tests: what parsers disagree on.
    *("http://example\t.\norg", "http://user:pass@foo:21/bar;par?b#c", "https:foo.com", "http:\\\\x:b\\c", "http://f:/c"),
    *("http://f:00000000000000/c", "http://f:999999/c", "http://[1::2]:3:4", "http://2001::1", "http://[::127.0.0.1.]", "http://[0:0:0:0:0:0:13.1.68.3]"),
    *("http://[google.com]", "http://[www.example.com]/", "http://[", "http://[:", "http://]", "http://[::1%25eth0]/", "http://a:b@c:29/d", "http::@c:29"),
    *("http://&a:foo(b]c@d:2/", "http://::@c@d:2", "http://foo.com:b@d/", "http://foo.com/\\@", "http:\\\\foo.com\\", "https://@@@example", "http:@/www.example.com"),
    *("http://www/foo%2Ehtml", "http://%25DOMAIN:foobar@foodomain.com/", "http://%ef%bc%85%ef%bc%94%ef%bc%91.com", "http://\uff05\uff14\uff11.com"),
    *("http://\uff27\uff4f.com", "http://GOO\u200b\u2060\ufeffgoo.com", "http://\ufdd0zyx.com", "http://a\u0328\ud800b", "http://你好你好", "https://faß.ExAmPlE/"),
    *("http://0x100000000", "http://4294967296", "http://0300.168.0.0xF0", "http://192.168.0.257", "http://1.2.3.4.5.", "http://0999999999999999999/", "http://foo.0x"),
    *("http://./", "http://../", "http://h.0x.", "https://x x:12", "///test", "//x:0x7f", "/\\server/file", "C|/foo", "file:c:\\foo\\bar", "javascript:/../", "mailto:/../"),
    *("data:text/html,x%00", "about:/../x", "http://host/?'", "http://a.b.c.xn--pokxncvks/", "https://xn--/", "https://xn--zn7c.com", "https://\u00ad/", "https://%C2%AD/", "non-special://[::1]a"),
    # Near both URIs.
    *(f"https://{BARE[0]}\t{BARE[1:]}", f"https:/\\{BARE}", f"https://\u00ad{BARE}", f"https://{BARE}\u00ad", f"https://{BARE}%00", f"https://{BARE}/%2e"),
    *(SANDBOX_URI.replace("codat", "cod%61t"), SANDBOX_URI.replace(".io", ".i\u1d0f"), SANDBOX_URI.replace("https", "\uff28\uff34\uff34\uff30\uff33"), SANDBOX_URI.replace(".", "\u3002")),
    *(SANDBOX_URI.replace("a", "\u0430"), SANDBOX_URI.replace("l", "1"), SANDBOX_URI + "\ud800", SANDBOX_URI.title(), SANDBOX_URI[::-1], SANDBOX_URI * 3, f"{SANDBOX_URI}\x00{PRODUCTION_URI}"),
    *(f"{REDIRECT_PATH}{SANDBOX_URI}", f"https://{REDIRECT_PATH}", f"https://codat.io@{BARE}", f"https://{BARE}@codat.io", f"https://[{BARE}]", f"https://{BARE}:65536", f"x{SANDBOX_URI}x"),
]  # fmt: skip

TROUBLE = [*NAUGHTY, *ADDRESSES]


@pytest.mark.parametrize("check", CHECKS, ids=[check.id for check in CHECKS])
def test_trouble_is_answered(check: Check) -> None:
    """In every field at once, and in one alone, each field in its turn. Strewn over one another: tests/fuzz."""
    choices = {field.name: next(iter(field.choices)) for field in check.fields if field.kind == "choice"}
    written = [field.name for field in check.fields if field.kind != "choice"]
    for text, alone in zip(TROUBLE, cycle(written), strict=False):
        examined(check.id, {**choices, **dict.fromkeys(written, text)})
        if len(written) > 1:
            examined(check.id, {**choices, alone: text})


@pytest.mark.parametrize("environment", ["sandbox", "production"])
def test_none_of_it_passes_where_a_secret_or_a_uri_belongs(environment: str) -> None:
    for text in TROUBLE:
        assert qbo_checks.examine("redirect-uri", {"uri": text, "environment": environment}).verdict == "fail"
        keys = {"client_id": text, "client_secret": text, "environment": environment}
        assert qbo_checks.examine("keys", keys).verdict == "fail"
