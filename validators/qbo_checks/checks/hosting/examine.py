"""How the check knows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from qbo_checks import countries
from qbo_checks.checks.hosting.rules import (
    ANY_PROVIDER,
    CODAT,
    LIST,
    MAX_APART,
    MAX_ENTRIES,
    MAX_NAMED,
    RULES,
    Interval,
    address,
)
from qbo_checks.countries import Mention
from qbo_checks.excerpt import INVISIBLE, named, quote
from qbo_checks.idna import MAX_HOST_CHARS
from qbo_checks.model import Answer, Fields, Finding, Phrase, Span, Text
from qbo_checks.text import Pasted, half_width, refanged

WEBHOOKS = tuple(map(Interval.of, ("4.159.114.108", "20.117.190.191")))
"""Where Codat's webhooks come from: for a firewall of the developer's, not for Intuit."""

PRIVATE = tuple(map(Interval.of, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")))
"""RFC 1918, section 3, and RFC 4193."""

RESERVED = tuple(
    map(
        Interval.of,
        (
            *("0.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24"),
            *("198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"),
            *("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23"),
            *("2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fe80::/10", "ff00::/8"),
        ),
    )
)
"""The special-purpose registries of RFC 6890 and multicast: nobody can be hosted there."""

MAX_COUNTRY_CHARS = 1000

LARGE_RANGE_SIZES = {4: 1 << 16, 6: 1 << 96}
"""From this size on, by version, a range is asked about: a whole /16 or /32 is a provider's, or a mistyped one."""

LAST_WRITTEN_OUT = 1 << 32
"""A greater number of addresses is told as a power of two."""


def examine(fields: Fields) -> Answer:
    """Read the countries, then the addresses, then compare the addresses with Codat's."""
    country, addresses = fields["country"], fields["addresses"]
    if not country.strip() and not addresses.strip():
        return Answer((Finding("empty", "country"),), {"addresses": LIST})
    findings, cleaned = _countries(country)
    read = read_addresses(addresses)
    if read.better is not None:
        cleaned["addresses"] = read.better
    return Answer((*findings, *read.findings), cleaned)


@dataclass(frozen=True, slots=True)
class Addresses:
    """What there is to say of some addresses, which of Codat's ranges they do not cover in full, and a better list."""

    findings: tuple[Finding, ...]
    missing: tuple[Interval, ...] = CODAT
    better: str | None = None


def read_addresses(addresses: str) -> Addresses:
    """Read the addresses, and compare them with Codat's."""
    if not addresses.strip():
        return Addresses((Finding("no-addresses", "addresses"),), better=LIST)
    reader = Reader(addresses)
    if reader.too_many:
        return Addresses((Finding("too-many", "addresses", placeholders={"entries": MAX_ENTRIES}),))
    told = [*reader.findings, *_of_entries(reader.entries), *_repeated(reader.entries)]
    usable = [entry.interval for entry in reader.entries if entry.is_usable]
    missing = CODAT
    if reader.entries or told:
        told = sorted([*told, *reader.left_out], key=lambda found: found.span or (0, 0))
        gaps = [(whole, parts) for whole, parts in _gaps(usable) if parts]
        missing = tuple(whole for whole, _ in gaps)
        told = [*_grouped(told), *_missing(gaps)]
    else:
        told = [Finding("no-address-found", "addresses")]
    better = _complete(usable)
    return Addresses(tuple(told), missing, None if better == addresses.strip() else better)


# Countries

UNITED_KINGDOM = "GB"


def _countries(country: str) -> tuple[list[Finding], dict[str, str]]:
    """What is to be said of the countries, and the list of those that were meant where it is certain."""
    if not country.strip():
        return [Finding("country-missing", "country")], {}
    mentions = countries.read(country) if len(country) <= MAX_COUNTRY_CHARS else ()
    if not mentions:
        return [Finding("country-unreadable", "country", (0, len(country)), {"found": quote(country)})], {}
    written = {each.country for each in mentions if each.kind in {"country", "part"}}
    findings = list(_of_mentions(country, mentions, written))
    rules = {found.rule for found in findings}
    meant = dict.fromkeys(each.country for each in mentions if each.country)
    if meant and UNITED_KINGDOM not in meant:
        findings.append(Finding("united-kingdom-missing", "country"))
    elif list(meant) == [UNITED_KINGDOM] and not rules - {"part-of-united-kingdom"}:
        findings.append(Finding("only-united-kingdom", "country"))
    # What is not understood may be a country too: nothing is offered that leaves it out.
    if (
        rules & {"country-unreadable", "hosting-provider"}
        or not meant
        or written.issuperset({*meant, UNITED_KINGDOM})
    ):
        return list(_grouped(findings)), {}
    better = ", ".join(countries.names()[code].en for code in dict.fromkeys([*meant, UNITED_KINGDOM]))
    return list(_grouped(findings)), {"country": better}


def _of_mentions(country: str, mentions: Iterable[Mention], written: set[str]) -> Iterator[Finding]:
    """What is to be said of whatever is named and is no country."""
    told = set(written)
    part = False
    for each, neighbours in _answered(mentions):
        text = country[slice(*each.span)]
        # All but what is unknown is made of words that are ours.
        found = quote(text) if each.kind == "unknown" else Text(fr=quote(text), en=quote(text))
        placeholders: dict[str, object] = {"found": found, "position": each.span[0] + 1}
        if each.country:
            placeholders["country"] = countries.names()[each.country]
        rule = ""
        if each.kind == "unknown":
            rule = "country-unreadable"
        elif each.kind == "part":
            rule, part = "" if part else "part-of-united-kingdom", True
        elif each.kind == "region":
            rule = "region-of-country" if each.country in written else "cloud-region"
            provider = each.provider
            placeholders["provider"] = Text(fr=provider, en=provider) if provider else ANY_PROVIDER
            told.add(each.country)
        elif each.kind == "place" and each.country not in told:
            rule = "city"
            told.add(each.country)
        # A provider, or a continent, beside a country or a region is a remark.
        elif each.kind in {"provider", "continent"} and not neighbours:
            rule = "hosting-provider" if each.kind == "provider" else "country-unreadable"
        if rule:
            yield Finding(rule, "country", each.span, placeholders)


def _answered(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, bool]]:
    """Each mention, and whether a country is known from what stands in the same answer."""
    by_answer: dict[int, list[Mention]] = {}
    for each in mentions:
        by_answer.setdefault(each.answer, []).append(each)
    for answer in by_answer.values():
        known = any(each.country for each in answer)
        yield from ((each, known) for each in answer)


# Addresses


class _Entry(NamedTuple):
    """One address, network or range, where it stands in the text.

    A network has the address that it was written with as its ``base``.
    """

    text: str
    span: Span
    interval: Interval
    base: int | None = None

    @property
    def is_usable(self) -> bool:
        """Whether the entry counts: it is in order, and no part of it is private, reserved or a webhook's."""
        return self.interval.first <= self.interval.last and not _is_special(self.interval)


DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212~\u2192\u2026-"
TOKEN = re.compile(
    # Lists are numbered #1, #2.
    r"(?P<comment>(?:#(?!\d)|//)[^\n\r]*)"
    r"|(?P<line>[\n\r\v\f\x85\u2028\u2029]+)"
    rf"|(?P<dash>=>|[{DASHES}]+>?)"
    # An address or a range as most are written.
    r"|(?P<address>[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?:-[0-9]{1,3}(?:\.[0-9]{1,3}){3})?(?=[\s,;]|\Z))"
    # An address in brackets with a port, and one whose dots were typed as commas.
    r"|(?P<whole>\[[0-9A-Fa-f:.%]{2,60}\]:[0-9]{1,6}|(?<![0-9.])[0-9]{1,3}(?:,[0-9]{1,3}){3}(?![0-9.,]))"
    r"|(?P<end>[,;])"
    # Sites that disarm addresses write 192[.]0[.]2[.]1.
    r"|(?P<word>(?:[^\s,;|()\[\]{}<>\"'`«»“”‘’=#]++|\[\.\]|\(\.\))++)"
)
"""A comment, the end of a line or of an entry, a dash or arrow, an address, or a word. Whatever is tried twice is
short."""

RANGE_WORDS = frozenset({"to", "through", "thru", "until", "à", "a", "au", "end", "fin", "last"})
FILLER_WORDS = frozenset(
    {
        "jusqu",
        "up",
        "ip",
        "ips",
        "ipv4",
        "ipv6",
        "address",
        "addresses",
        "adresse",
        "adresses",
        "from",
        "de",
        "single",
    }
)
RANGE_TITLES = frozenset({"range", "plage"})
MASK_WORDS = frozenset({"mask", "netmask", "masque", "subnet"})
HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
DEFANGING_BRACKETS = frozenset("[(")
ADDRESS_SEPARATORS = frozenset(".:")
IN_ADDRESSES = HEXADECIMAL.union(".:/-*")
NOT_IN_ADDRESSES = re.compile(r"[^0-9./*:]")
JOINING_WORDS = RANGE_WORDS | MASK_WORDS
KNOWN_WORDS = JOINING_WORDS | FILLER_WORDS | RANGE_TITLES | {"localhost"}
UNSEEN = re.compile(f"[{INVISIBLE}]+")
BROKEN = re.compile(f"[0-9A-Fa-f.:][{INVISIBLE}]+[0-9A-Fa-f.:]")
MASK = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}")
SIGNS_OF_DASHES = frozenset(DASHES)
PIECE = re.compile(rf"[^{DASHES}]+")
CODAT_ENDS = frozenset(tuple(line.split("-")) for line in LIST.splitlines() if "-" in line)
"""The first and the last address of each of Codat's ranges, as they are written."""
QUAD = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}")
TWO_COLUMNS = re.compile(rf"(?:\D*|.*[\s,;|\"']){QUAD.pattern}[\s,;|\"']+{QUAD.pattern}(?:[\s,;|\"'].*)?")
CODAT_ROW = re.compile(
    "|".join(rf"{re.escape(first)}[\s,;|\"']+{re.escape(last)}" for first, last in sorted(CODAT_ENDS))
)
DIGIT_OR_COLON = re.compile(r"[\d:]")
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
DIGIT_DOT_OR_COLON = re.compile(r"[\d.:]")
"""What addresses and hosts have, one of them at least; a slash by itself may stand before the size of a network."""
NUMERIC = re.compile(
    rf"0[xX][0-9A-Fa-f]+|[0-9A-Fa-f]{{1,4}}(?::[0-9A-Fa-f]{{1,4}})+|[./:*]*\d[\d.:/*{DASHES}]*|[./:*]+"
)
DATE = re.compile(r"\d{4}-\d\d?-\d\d?|\d\d?:\d\d(?::\d\d)?")
BLANK = frozenset(" \t\u00a0\u202f")
BETWEEN = BLANK | {"|"}
BETWEEN_COLUMNS = BETWEEN | frozenset(",;\"'")
CELL = re.compile(r"[^,;|\t]+")
FIRST_TITLE = re.compile(r"(?i:start|first|from|begin(?:ning)?|lower|d[ée]but|premi[eè]re?|\bde\b)")
LAST_TITLE = re.compile(r"(?i:end|last|to|upper|fin|derni[eè]re?|à)")
TITLE_OF_ADDRESSES = re.compile(
    rf"(?:{FIRST_TITLE.pattern}|{LAST_TITLE.pattern}|(?i:ing|ip|v[46]|address(?:es)?|adresses?|range|plage|of|the|la|de|d)|[\W\d_])++"
)
MAX_TITLE_CHARS = 30
"""The title of a column is made of such words and shorter; any other stretch between two commas is a sentence."""
MAX_ADDRESS_CHARS = 90
"""An IPv6 address with its zone and prefix is shorter: a longer word is no address."""
LONG_NUMBER = 8
"""An address written as one number has eight digits or more; what numbers a list has fewer."""


class Reader:
    """Finds the addresses in a text, one word after the other. Whatever it does not read, it names."""

    def __init__(self, addresses: str) -> None:
        self.text = Pasted.of(addresses)
        self.entries: list[_Entry] = []
        self.findings: list[Finding] = []
        self.left_out: list[Finding] = []
        """The lines without any address: remarks, as long as other lines have some."""
        self.too_many = False
        self._opener: _Entry | None = None
        """The last entry, while it may still become the start of a range or of a network."""
        self._link = ""
        """What joins the opener to the next word: “dash”, “word” such as “to”, “slash”, “mask”, or nothing."""
        self._in_columns = self._is_table = _is_table_of_ranges(addresses)
        """Whether a line has told that those below it hold the first address of a range, then its last."""
        self._begin_line(0)
        self._read()

    def _read(self) -> None:
        self._hides = UNSEEN.search(self.text.text) is not None
        for number, token in enumerate(TOKEN.finditer(self.text.text)):
            if token.lastgroup in {"word", "address"}:
                self._said(token)
            else:
                self._sign(token)
            if number % 64 == 0 and self._has_too_many():
                break
        self.too_many = self._has_too_many()
        if not self.too_many:
            self._end_line(len(self.text))

    def _said(self, token: re.Match[str]) -> None:
        """What is neither white space nor a sign."""
        if token.lastgroup == "address":
            self._usual(self.text.matched(token))
        elif self._hides and UNSEEN.fullmatch(token[0]):
            pass
        elif self._is_remark(token[0]):
            self._remark(*token.span())
        elif self._opener is None and token[0].isdecimal():
            self._hold(*token.span())
            self._numbers.append((self.text.matched(token), self._has_address))
        else:
            self._word(self.text.matched(token))

    def _sign(self, token: re.Match[str]) -> None:
        """What stands between words."""
        kind = token.lastgroup
        if kind == "dash":
            self._dash()
        elif kind == "line":
            self._end_line(token.end())
        elif kind == "whole":
            self._forget()
            self._tell("malformed", self.text.matched(token))
        else:
            self._end_entry(goes_on=kind == "end")

    def _has_too_many(self) -> bool:
        told = len(self.entries) + len(self.findings) + len(self.left_out) + len(self._numbers)
        return told > MAX_ENTRIES

    # What stands on one line, and between two commas.

    def _begin_line(self, start: int) -> None:
        self._line = start
        self._words: Span | None = None
        """From the first word of this line to the last, addresses included."""
        self._is_told = False
        """Whether something of this line is an entry or a finding."""
        self._in_range = self._in_columns
        """Whether this line says that it holds a range, as the rows of Codat's table do."""
        self._begin_entry()

    def _begin_entry(self) -> None:
        self._numbers: list[tuple[Pasted, bool]] = []
        """Numbers that are no addresses, and whether an address stands before each."""
        self._has_address = self._has_remark = False

    def _end_entry(self, *, goes_on: bool) -> None:
        for number, follows in self._numbers:
            # Beside words it is part of a remark, and before an address it numbers a list.
            if not self._has_remark and (follows or not self._has_address or len(number) >= LONG_NUMBER):
                self._tell("malformed", number)
        # “to” may stand behind a comma or on the next line; a dash there joins nothing.
        if not goes_on or self._link not in {"", "word"}:
            self._forget()
        self._begin_entry()

    def _end_line(self, end: int) -> None:
        self._end_entry(goes_on=True)
        if self._words and not self._is_told:
            self.left_out.append(_found("left-out", self._words, self.text.text[slice(*self._words)]))
            self._in_columns = self._is_table or _is_head_of_ranges(
                self.text.text[self._line : self._words[1]]
            )
        self._begin_line(end)

    def _forget(self) -> None:
        self._opener, self._link = None, ""

    def _dash(self) -> None:
        if self._words:
            self._link = "dash" if self._opener else ""
        else:
            # Before a line it is a bullet.
            self._forget()

    # One word.

    def _usual(self, word: Pasted) -> None:
        """An address or a range as most are written."""
        self._hold(*word.span)
        interval = _interval(word.text) if "-" in word.text else None
        if interval:
            self._forget()
            self._add(_Entry(word.text, word.span, interval))
        elif not (self._opener and self._mask(word)):
            self._pieces(word)

    def _word(self, word: Pasted) -> None:
        word, broken = self._seen(word) if self._hides else (word, False)
        text = word.text
        if not text.strip(".:") and text != "::":
            return
        name = text.lower().rstrip(":.")
        if broken:
            self._forget()
            self._tell("malformed", word)
        elif name in RANGE_WORDS and self._opener:
            self._link = "word"
        elif name in RANGE_TITLES:
            self._in_range = True
        elif name in MASK_WORDS and self._opener:
            self._link = "mask"
        elif name not in FILLER_WORDS:
            self._hold(*word.span)
            if not self._mask(word):
                self._pieces(_bare(word))

    def _is_remark(self, word: str) -> bool:
        """Whether a word is just a word or a sign, as most are; the others take three times as long."""
        name = word.lower() if word.isalpha() else word.lower().strip("*_.:!?")
        if name.isalpha() and "::" not in word:
            return name not in KNOWN_WORDS or (self._opener is None and name in JOINING_WORDS)
        if self._hides or word == "/" or not word.strip(".:"):
            return False
        tells = DIGIT_DOT_OR_COLON.search(word) and (LETTER_OR_DIGIT.search(word) or "::" in word)
        return not (tells or "localhost" in name)

    def _remark(self, start: int, end: int) -> None:
        self._hold(start, end)
        self._forget()
        self._has_remark = True

    def _hold(self, start: int, end: int) -> None:
        self._words = (self._words or (start, end))[0], end

    def _seen(self, word: Pasted) -> tuple[Pasted, bool]:
        """The word without what nobody sees, and whether an address is broken by it."""
        hidden = UNSEEN.search(word.text)
        if hidden is None:
            return word, False
        if hidden.end() - hidden.start() == len(word):
            return word[:0], False
        clean = word.without(set("".join(UNSEEN.findall(word.text))))
        if not any(map(str.isdecimal, clean.text)):
            return clean, False
        sign = word.matched(hidden)[:1]
        character = Text(fr=named(sign.text), en=named(sign.text))
        placeholders = {"position": sign.start + 1, "character": character, "found": quote(clean.text)}
        self.findings.append(Finding("invisible-character", "addresses", sign.span, placeholders))
        return clean, BROKEN.search(word.text) is not None

    def _mask(self, word: Pasted) -> bool:
        """Whether the word says how large the network of the address before it is: ``/24``, ``255.255.255.0``."""
        opener, text = self._opener, word.text
        if opener is None or self._link not in {"", "slash", "mask"}:
            return False
        if not self._link:
            if not BLANK.issuperset(self.text.text[opener.span[1] : word.start]):
                return False
            if text == "/":
                self._link = "slash"
                return True
        mask = text.removeprefix("/")
        # Without a sign of it, a mask is what no other address begins with.
        alone = not self._link and mask == text
        if (alone and not mask.startswith(("255.", "0.0.0."))) or not MASK.fullmatch(mask):
            return False
        network = _interval(f"{opener.interval}/{mask}")
        if alone and network is None:
            return False
        span = opener.span[0], word.span[1]
        self.entries.pop()
        self._forget()
        if network:
            self._add(_Entry(self.text.text[slice(*span)], span, network, opener.interval.first))
        else:
            self._tell("malformed", self.text[slice(*span)])
        return True

    def _pieces(self, word: Pasted) -> None:
        """A word, which a dash may join to another: a range, or something else with a dash in it."""
        if SIGNS_OF_DASHES.isdisjoint(word.text) or ("%" in word.text and _interval(word.text)):
            self._piece(word)
            return
        # Without a dot or a colon no piece is an address.
        plain = ADDRESS_SEPARATORS.isdisjoint(half_width(word.text))
        if len(word) > MAX_HOST_CHARS or (plain and "-" in word.text.strip("-~")):
            self._other(word)
            return
        pieces = [word.matched(match) for match in PIECE.finditer(word.text)]
        if len(pieces) < 2:
            if pieces:
                self._piece(pieces[0])
            if len(word) > len(pieces[-1] if pieces else word) and self._opener:
                self._link = "dash"
            return
        intervals = [_interval(piece.text) for piece in pieces]
        if not self._range(pieces, intervals):
            self._joined(word, pieces, intervals)

    def _range(self, pieces: list[Pasted], intervals: list[Interval | None]) -> bool:
        """Whether the pieces are the two ends of a range, of which the second may be short."""
        first = intervals[0]
        if len(pieces) != 2 or first is None or first.size != 1:
            return False
        end = intervals[1] or _interval(_completed(pieces[1].text, pieces[0].text))
        if end is None:
            return False
        opener = _Entry(pieces[0].text, pieces[0].span, first)
        self.entries.append(opener)
        self._forget()
        self._close(opener, pieces[1].span, end)
        return True

    def _joined(self, word: Pasted, pieces: list[Pasted], intervals: list[Interval | None]) -> None:
        is_broken = None in intervals or len(pieces) > 2
        meant = not any(intervals) and any(_is_meant_as_address(piece.text) for piece in pieces)
        if (intervals[0] and is_broken) or meant:
            self._forget()
            self._tell("host-name" if _is_host_name(word.text) else "malformed", word)
        elif any(intervals):
            # A label, or two networks.
            for piece, interval in zip(pieces, intervals, strict=True):
                if interval:
                    self._forget()
                    self._piece(piece)
        else:
            self._other(word)

    def _piece(self, word: Pasted) -> None:
        """An address, something that was meant to be one, or another word."""
        opener, link = self._opener, self._link
        interval = _interval(word.text)
        linked = opener if link in {"dash", "word"} else None
        if interval is None:
            self._other(word)
            return
        is_one = interval.first == interval.last
        if (
            opener
            and self._in_range
            and is_one
            and (BETWEEN_COLUMNS if self._in_columns else BETWEEN).issuperset(
                self.text.text[opener.span[1] : word.start]
            )
        ):
            linked = opener
        self._forget()
        if linked:
            self._close(linked, word.span, interval)
            return
        entry = _Entry(word.text, word.span, interval, _base(word.text))
        self._add(entry)
        self._opener = entry if is_one and "/" not in word.text else None

    def _close(self, opener: _Entry, span: Span, end: Interval) -> None:
        """The last entry and this address are the two ends of one range."""
        self.entries.pop()
        span, start = (opener.span[0], span[1]), opener.interval
        if start.version != end.version or end.first != end.last:
            self._tell("malformed", self.text[slice(*span)])
            return
        joined = Interval(start.version, start.first, end.last)
        self._add(_Entry(self.text.text[slice(*span)], span, joined))

    def _other(self, word: Pasted) -> None:
        text = word.text
        opener, link = self._opener, self._link
        self._forget()
        telling = (
            DIGIT_OR_COLON.search(text) is not None
        )  # A word without a number or a colon names a host at most.
        numeric = telling and (NUMERIC.fullmatch(text) is not None or text.isdecimal())
        if telling and _is_meant_as_address(text):
            pass
        elif opener and link in {"dash", "word"} and numeric:
            # “8.8.8.8 - 10” may be a range or a remark: the reader decides.
            pass
        elif _is_host_name(text):
            self._tell("host-name", word)
            return
        else:
            if numeric and not DATE.fullmatch(text):
                self._numbers.append((word, self._has_address))
            else:
                self._has_remark = True
            return
        if opener and link in {"dash", "word"}:
            self.entries.pop()
            word = self.text[opener.span[0] : word.span[1]]
        self._tell("malformed", word)

    def _add(self, entry: _Entry) -> None:
        self.entries.append(entry)
        self._has_address = self._is_told = True

    def _tell(self, rule: str, place: Pasted) -> None:
        self._is_told = True
        self.findings.append(_found(rule, place.span, place.text))


def _found(rule: str, span: Span, text: str, **placeholders: object) -> Finding:
    return Finding(rule, "addresses", span, {"position": span[0] + 1, "found": quote(text), **placeholders})


def _is_table_of_ranges(text: str) -> bool:
    """Whether two columns hold the first and the last addresses without a title: one row is a range of Codat's."""
    if not CODAT_ROW.search(text):
        return False  # As for most texts.
    rows = [line for line in text.splitlines() if len(QUAD.findall(line)) > 1]
    ends = [tuple(QUAD.findall(line)) for line in rows if TWO_COLUMNS.fullmatch(line)]
    return len(ends) == len(rows) and not CODAT_ENDS.isdisjoint(ends)


def _is_head_of_ranges(line: str) -> bool:
    """Whether a line heads two columns, of the first and of the last addresses: ``start_ip,end_ip``."""
    cells = [cell[0] for cell in CELL.finditer(line)]
    titles = [
        cell if len(cell) <= MAX_TITLE_CHARS and TITLE_OF_ADDRESSES.fullmatch(cell) else "" for cell in cells
    ]
    return any(FIRST_TITLE.search(first) and LAST_TITLE.search(last) for first, last in pairwise(titles))


def _bare(word: Pasted) -> Pasted:
    """A word without its label (``IP:``), Markdown's asterisks and a sentence's full stop."""
    label, colon, rest = word.text.partition(":")
    labelled = colon and rest and "." not in label and not rest.startswith(("//", ":"))
    if labelled and not HEXADECIMAL.issuperset(label):
        word = word[len(label) + 1 :]
    text = word.text
    begin = len(text) - len(text.lstrip("*_"))
    end = len(text) if text.endswith((".*", "::")) else max(begin, len(text.rstrip("*_.:!?")))
    return word if (begin, end) == (0, len(text)) else word[begin:end]


def _completed(end: str, start: str) -> str:
    """The end of a range of which only the last numbers are written: ``51.132.155.0-159.255``."""
    numbers = end.split(".")
    if not all(number.isdigit() for number in numbers) or len(numbers) > 3 or start.count(".") != 3:
        return end
    return ".".join([*start.split(".")[: 4 - len(numbers)], *numbers])


def _interval(word: str) -> Interval | None:
    """The addresses that a word names: one, a network, or all those that an asterisk stands for."""
    # Most words of a text are no addresses: a look at their signs costs less than an exception.
    if (word.count(".") < 3 and word.count(":") < 2) or len(word) > MAX_ADDRESS_CHARS:
        return None
    plain, zone, _ = word.partition("%")
    # A zone has a meaning on a link alone (RFC 4007).
    if not (
        IN_ADDRESSES.issuperset(plain) and zone.isascii() and (not zone or plain.lower().startswith("fe80"))
    ):
        return None
    try:
        if word.endswith(".*"):
            return Interval.of(f"{word.replace('*', '0')}-{word.replace('*', '255')}")
        return Interval.of(word)
    except ValueError:
        return None


def _base(word: str) -> int | None:
    """The address of a network as it was written, before its slash."""
    written, slash, _ = word.partition("/")
    return int(address(written)) if slash else None


def _is_meant_as_address(word: str) -> bool:
    """Whether a word that is no address was meant as one: 51.132.44, 300.1.2.3, 20.77.152.O, 1.2.3.4:443, fe80::wtf."""
    word = half_width(word)
    if not DEFANGING_BRACKETS.isdisjoint(word):
        word = refanged(Pasted.of(word))[0].text
    dots, colons = word.count("."), word.count(":")
    if not dots and colons < 2:
        return False
    if not NOT_IN_ADDRESSES.search(word):
        # Numbers with one dot and times of day may be none.
        return (
            dots > 1
            or (dots > 0 and ("/" in word or "*" in word))
            or (colons > 1 and "::" in word)
            or colons > 2
        )
    if "://" in word:
        return False
    if colons > 1:
        return "::" in word or HEXADECIMAL.union(":./").issuperset(word.partition("%")[0])
    numbers = sum(part[:1].isdigit() for part in word[:MAX_ADDRESS_CHARS].split("."))
    return (dots == 3 and numbers > 1) or QUAD.search(word) is not None


def _is_host_name(word: str) -> bool:
    """Whether a word is a host's name or an address on the web; an abbreviation such as “p. ex.” is neither."""
    if "." not in word:
        return "://" in word or word.partition("/")[0].partition(":")[0].strip("*").lower() == "localhost"
    host = word.partition("/")[0].partition(":")[0].strip("*.")
    labels = host.split(".") if len(host) <= MAX_HOST_CHARS else []
    named = (
        len(labels) > 1
        and len(host) > 5
        and len(labels[-1]) > 1
        and labels[-1].isalpha()
        and all(label.replace("-", "").isalnum() for label in labels)
    )
    return "://" in word or named or host.lower() == "localhost"


def _of_entries(entries: Iterable[_Entry]) -> Iterator[Finding]:
    """What is to be said of each entry by itself."""
    for entry in entries:
        it, tell = entry.interval, (entry.span, entry.text)
        if it.first > it.last:
            yield _found("reversed", *tell)
        elif _is_special(it):
            if any(map(it.within, PRIVATE)):
                yield _found("private", *tell)
            elif any(map(it.meets, PRIVATE + RESERVED)):
                yield _found("reserved", *tell)
            else:
                yield _found("webhook-address", *tell)
        else:
            if (beyond := _exceeded(it)) is not None:
                yield _found("beyond-codat", *tell, range=str(beyond))
            elif it.size >= LARGE_RANGE_SIZES[it.version]:
                yield _found("too-large", *tell, count=_count(it.size))
            if entry.base is not None and entry.base != it.first:
                yield _found("host-bits", *tell, network=str(it))


def _count(size: int) -> Text:
    """How many addresses there are, as each language writes it."""
    if size > LAST_WRITTEN_OUT:
        return Text(fr=f"2^{size.bit_length() - 1}", en=f"2^{size.bit_length() - 1}")
    return Text(fr=f"{size:,}".replace(",", "\u00a0"), en=f"{size:,}")


def _exceeded(interval: Interval) -> Interval | None:
    """The first of Codat's ranges that an interval meets and reaches beyond."""
    if interval in CODAT:
        return None  # As most are: one of Codat's, whole.
    for whole in CODAT:
        if whole.meets(interval) and (interval.first < whole.first or interval.last > whole.last):
            return whole
    return None


def _repeated(entries: Iterable[_Entry]) -> Iterator[Finding]:
    """Entries given before, and entries that overlap another: sorted once, then compared with the widest so far."""
    known: dict[Interval, _Entry] = {}
    for entry in entries:
        if entry.interval in known:
            yield _found("duplicate", entry.span, entry.text, other=known[entry.interval].span[0] + 1)
        elif entry.interval.first <= entry.interval.last:
            known[entry.interval] = entry
    # An entry that is wrong in itself is told for that alone.
    known = {interval: entry for interval, entry in known.items() if entry.is_usable}
    widest: _Entry | None = None
    for interval in sorted(known, key=lambda it: (it.version, it.first, -it.last)):
        entry = known[interval]
        if widest and widest.interval.meets(interval):
            earlier, later = sorted((widest, entry), key=lambda one: one.span)
            yield _found("overlapping", later.span, later.text, other=earlier.span[0] + 1)
            if interval.last <= widest.interval.last:
                continue
        widest = entry


def _grouped(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Each finding; of many of one kind, the first, and one that names the others."""
    by_rule: dict[str, list[Finding]] = {}
    for found in findings:
        by_rule.setdefault(found.rule, []).append(found)
    for found in findings:
        first, *others = by_rule[found.rule]
        if len(others) < MAX_APART:
            yield found
        elif found is first:
            yield first
            yield _together(others)


def _together(findings: Sequence[Finding]) -> Finding:
    """Several findings of one kind as one, at the place of the first."""
    first, named = findings[0], findings[:MAX_NAMED]
    found, parts = {}, []
    for number, each in enumerate(named):
        found[f"name_{number}"] = each.placeholders["found"]
        if "country" in each.placeholders:
            found[f"country_{number}"] = each.placeholders["country"]
            parts.append(f"{{name_{number}}} ({{country_{number}}})")
        else:
            parts.append(f"{{name_{number}}}")
    names = ", ".join(parts) + "…" * (len(findings) > MAX_NAMED)
    placeholders = {
        "title": RULES[first.rule].title,
        "count": len(findings),
        "position": first.placeholders["position"],
        "found": Phrase(Text(fr=names, en=names), found),
    }
    return Finding("more", first.field, first.span, placeholders)


def _merged(intervals: Iterable[Interval]) -> list[Interval]:
    """The same addresses in order, as few disjoint intervals as overlap allows."""
    merged: list[Interval] = []
    for it in sorted(intervals):
        if merged and merged[-1].meets(it):
            merged[-1] = Interval(it.version, merged[-1].first, max(merged[-1].last, it.last))
        else:
            merged.append(it)
    return merged


SPECIAL = _merged(PRIVATE + RESERVED + WEBHOOKS)
ENDS = [(it.version, it.last) for it in SPECIAL]


def _is_special(interval: Interval) -> bool:
    """Whether any part of an interval in order is private, reserved or a webhook's."""
    at = bisect_left(ENDS, (interval.version, interval.first))
    return at < len(SPECIAL) and SPECIAL[at].meets(interval)


def _gaps(usable: Iterable[Interval]) -> Iterator[tuple[Interval, list[Interval]]]:
    """Each of Codat's ranges, and the parts of it that no usable entry covers."""
    given = _merged(usable)
    for whole in CODAT:
        if whole in given:
            yield whole, []  # As most are: given whole.
            continue
        gaps, begin = [], whole.first
        for it in filter(whole.meets, given):
            if it.first > begin:
                gaps.append(Interval(whole.version, begin, it.first - 1))
            begin = it.last + 1
        if begin <= whole.last:
            gaps.append(Interval(whole.version, begin, whole.last))
        yield whole, gaps


def _missing(gaps: Sequence[tuple[Interval, list[Interval]]]) -> Iterator[Finding]:
    """Which of Codat's ranges are there in part, each by itself, and which are not there at all, once; or that all are."""
    absent = []
    for whole, parts in gaps:
        count, total = sum(gap.size for gap in parts), whole.size
        if count == total:
            absent.append(str(whole))
            continue
        first = str(Interval(whole.version, parts[0].first, parts[0].first))
        placeholders = {"range": str(whole), "count": count, "total": total, "first": first}
        yield Finding("range-partial", "addresses", placeholders=placeholders)
    if absent:
        yield Finding("range-missing", "addresses", placeholders={"ranges": ", ".join(absent)})
    if not gaps:
        yield Finding("complete", "addresses", placeholders={"count": len(CODAT)})


def _complete(usable: Iterable[Interval]) -> str:
    """The reader's own addresses and all of Codat's, one a line.

    A range that is wider than Codat's was meant to be Codat's: nothing else of it is kept.
    """
    own = [it for it in usable if not any(map(it.meets, CODAT))]
    return "\n".join(map(str, sorted([*_merged(own), *CODAT]))) if own else LIST
