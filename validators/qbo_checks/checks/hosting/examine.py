"""How the check knows."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from qbo_checks.checks.hosting.rules import CODAT, LIST, MOST_ENTRIES, RULES, SHOWN, Interval
from qbo_checks.excerpt import INVISIBLE, quote
from qbo_checks.model import Answer, Fields, Finding, Span
from qbo_checks.text import FULL_WIDTH

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
MOST_CHARACTERS = 100_000
"""A form is filled in by hand: beyond this, something else was pasted."""

MOST_COUNTRY_CHARACTERS = 1000


def examine(fields: Fields) -> Answer:
    """Read the countries, then the addresses, then compare the addresses with Codat's."""
    country, addresses = fields["country"], fields["addresses"]
    if not country.strip() and not addresses.strip():
        return Answer((Finding("empty", "country"),), {"addresses": LIST})
    findings, cleaned = _countries(country)
    if not addresses.strip():
        findings.append(Finding("no-addresses", "addresses"))
        return Answer(tuple(findings), {**cleaned, "addresses": LIST})

    reader = _Reader(addresses)
    if reader.too_many:
        placeholders = {"entries": MOST_ENTRIES, "characters": MOST_CHARACTERS}
        return Answer((*findings, Finding("too-many", "addresses", placeholders=placeholders)), cleaned)
    told = [*reader.findings, *_of_entries(reader.entries), *_repeated(reader.entries)]
    told.sort(key=lambda found: found.span or (0, 0))
    findings += _shortened(told)
    if reader.entries or told:
        findings += _missing(reader.entries)
    else:
        findings.append(Finding("no-address-found", "addresses"))

    better = _complete(reader.entries)
    if better != addresses.strip():
        cleaned["addresses"] = better
    return Answer(tuple(findings), cleaned)


def missing_ranges(addresses: str) -> tuple[str, ...]:
    """Which of Codat's ranges a text does not cover in full; none of them means that it is complete.

    For other checks. Entries that are private, reserved, reversed or malformed cover nothing.

    >>> missing_ranges("20.77.152.0/23, 51.104.28.73, 51.132.44.0/22")
    ('51.132.155.0-51.132.159.255',)
    """
    reader = _Reader(addresses)
    if reader.too_many:
        return tuple(map(str, CODAT))
    return tuple(str(whole) for whole, gaps in _gaps(reader.entries) if gaps)


# Countries

KINGDOM = frozenset({"united kingdom", "royaume uni", "great britain", "grande bretagne", "u k"})
KINGDOM_ALONE = frozenset({"uk", "u k", "gb", "g b", "gbr", "r u", "britain"})
"""Short names, which must stand alone: New Britain is another country, and 64 GB are none."""
SHORT = frozenset({"uk", "gbr"})
"""Short names that mean nothing else among other words, but for example.co.uk."""

KINGDOM_PARTS = frozenset({
    "england", "scotland", "wales", "northern ireland",
    "angleterre", "ecosse", "pays de galles", "irlande du nord", "d irlande du nord",
})  # fmt: skip
NEGATIONS = frozenset({
    "aucun", "aucune", "except", "excepte", "excluding", "hors", "na", "no", "non", "none", "not", "outside", "pas",
    "sans", "sauf", "without",
})  # fmt: skip
BETWEEN_COUNTRIES = re.compile(r"[,;/|&+\n\r\t•·()]|\s[-–—]\s")


def _countries(country: str) -> tuple[list[Finding], dict[str, str]]:
    """What is to be said of the countries, and the list with the United Kingdom where it is missing."""
    if not country.strip():
        return [Finding("country-missing", "country")], {}
    named = country if len(country) <= MOST_COUNTRY_CHARACTERS else ""
    items = [words for item in BETWEEN_COUNTRIES.split(named) for words in _split(_words(item)) if words]
    if not items:
        return [Finding("country-unreadable", "country", (0, len(country)), {"found": quote(country)})], {}
    kingdom = [words for words in items if _is_kingdom(words)]
    parts = [words for words in items if " ".join(words) in KINGDOM_PARTS]
    findings = []
    if parts and not kingdom:
        findings.append(
            Finding("part-of-united-kingdom", "country", placeholders={"found": " ".join(parts[0])})
        )
    if not parts and not kingdom:
        findings.append(Finding("united-kingdom-missing", "country"))
        negated = any(NEGATIONS.intersection(words) for words in items)
        better = f"{country.strip().rstrip(' ,;')}, United Kingdom"
        return findings, {} if negated else {"country": better}
    if len(items) == len(kingdom) + len(parts) and all(map(_is_alone, kingdom)):
        findings.append(Finding("only-united-kingdom", "country"))
    return findings, {}


def _words(text: str) -> list[str]:
    """Words as they are compared: without accents, case or punctuation."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join("" if unicodedata.combining(char) else char if char.isalpha() else " " for char in plain)
    return kept.split()


def _split(words: list[str]) -> list[list[str]]:
    """The words on either side of “and” and “et”."""
    items: list[list[str]] = [[]]
    for word in words:
        if word in ("and", "et"):
            items.append([])
        elif word not in ("the", "le", "la", "au", "in", "en"):
            items[-1].append(word)
    return items


def _is_kingdom(words: list[str]) -> bool:
    if NEGATIONS.intersection(words):
        return False
    pairs = {f"{one} {other}" for one, other in pairwise(words)}
    short = "co" not in words and not SHORT.isdisjoint(words)
    return short or " ".join(words) in KINGDOM_ALONE or not KINGDOM.isdisjoint(pairs)


def _is_alone(words: list[str]) -> bool:
    """Whether nothing but the kingdom is named: “Canada United Kingdom” names two countries."""
    own = {"united", "kingdom", "royaume", "uni", "great", "britain", "grande", "bretagne", "of", "de"}
    return " ".join(words) in KINGDOM_ALONE or own.issuperset(words)


# Addresses


@dataclass(frozen=True, slots=True)
class _Entry:
    """One address, network or range, where it stands in the text."""

    text: str
    span: Span
    interval: Interval

    @property
    def is_usable(self) -> bool:
        """Whether the entry counts: it is in order, and no part of it is private, reserved or a webhook's."""
        it = self.interval
        return it.first <= it.last and not any(map(it.meets, PRIVATE + RESERVED + WEBHOOKS))


DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212~\u2192\u2026-"
TOKEN = re.compile(
    r"(?P<comment>(?:#|//)[^\n\r]*)"
    rf"|(?P<dash>=>|[{DASHES}]+>?)"
    # Sites that disarm addresses write 192[.]0[.]2[.]1.
    rf"|(?P<word>(?:\[\.\]|\(\.\)|[^\s,;|()\[\]{{}}<>\"'`«»“”‘’=#{INVISIBLE}{DASHES}])+)"
)
"""A comment, a dash or arrow, or a word. No two begin alike, so nothing is ever tried twice."""

TO = frozenset({"to", "through", "thru", "until", "à", "a", "au", "end", "fin", "last"})
BESIDE_TO = frozenset({"jusqu", "up", "ip", "address", "adresse"})
A_RANGE = frozenset({"range", "plage"})
HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
POINTS = frozenset(".:") | {chr(code) for code, sign in FULL_WIDTH.items() if sign in ".:"}
IN_ADDRESSES = HEXADECIMAL.union(".:/-*")
NOT_IN_ADDRESSES = re.compile(r"[^0-9./*:]")
LONGEST_ADDRESS = 90
"""An IPv6 address with its zone and prefix is shorter: a longer word is no address."""


@dataclass(slots=True)
class _Reader:
    """Finds the addresses in a text, one word after the other."""

    given: str
    entries: list[_Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    too_many: bool = False
    opener: _Entry | None = None
    """The last entry, while it may still become the start of a range."""
    link: str = ""
    """What joins the opener to the next address: a “dash”, a “word” such as “to”, or nothing."""
    in_range: bool = False
    """Whether this line says that it holds a range, as the rows of Codat's table do."""

    def __post_init__(self) -> None:
        self.too_many = len(self.given) > MOST_CHARACTERS
        end = 0
        for token in TOKEN.finditer(self.given if not self.too_many else ""):
            if "\n" in self.given[end : token.start()]:
                self.in_range = False
                # A dash before a line is a bullet, and one after a line joins nothing.
                if token["dash"] or self.link == "dash":
                    self._forget()
            if token["word"]:
                self._word(token["word"], token.start())
            elif token["dash"] and self.opener:
                self.link = "dash"
            else:
                self._forget()
            end = token.end()
            self.too_many = len(self.entries) + len(self.findings) > MOST_ENTRIES
            if self.too_many:
                return

    def _forget(self) -> None:
        self.opener, self.link = None, ""

    def _word(self, word: str, start: int) -> None:
        name = word.lower().rstrip(":.")
        if not name or name in BESIDE_TO:
            return
        if name in TO and self.opener:
            self.link = "word"
        elif name in A_RANGE:
            self.in_range = True
        elif not POINTS.isdisjoint(word) or (self.link == "dash" and word.isdigit()):
            self._dotted(*_bare(word, start))
        else:
            self._forget()

    def _dotted(self, word: str, start: int) -> None:
        """An address, something that was meant to be one, or a word with a dot or a colon in it."""
        span, opener = (start, start + len(word)), self.opener
        if opener and self.link == "dash" and start - opener.span[1] == 1:
            word = _completed(word, opener.text)
        interval = _interval(word)
        linked = opener if self.link else None
        self._forget()
        if interval is None:
            self._other(word, span, linked)
            return
        is_one = interval.first == interval.last
        if opener and self.in_range and is_one and not self.given[opener.span[1] : start].strip("\t |\u00a0"):
            linked = opener
        if linked:
            self._close(linked, span, interval)
            return
        entry = _Entry(self.given[slice(*span)], span, interval)
        self.entries.append(entry)
        self.opener = entry if is_one else None

    def _close(self, opener: _Entry, span: Span, end: Interval) -> None:
        """The last entry and this address are the two ends of one range."""
        self.entries.pop()
        span, start = (opener.span[0], span[1]), opener.interval
        if start.version != end.version or end.first != end.last:
            self._tell("malformed", span)
            return
        joined = Interval(start.version, start.first, end.last)
        self.entries.append(_Entry(self.given[slice(*span)], span, joined))

    def _other(self, word: str, span: Span, opener: _Entry | None) -> None:
        # “8.8.8.8 - 10” may be a range or a remark: the reader decides.
        if _is_meant_as_address(word) or (opener and word.isdigit()):
            if opener:
                self.entries.pop()
                span = (opener.span[0], span[1])
            self._tell("malformed", span)
        elif _is_host_name(word):
            self._tell("host-name", span)

    def _tell(self, rule: str, span: Span) -> None:
        self.findings.append(_found(rule, span, self.given[slice(*span)]))


def _found(rule: str, span: Span, text: str, **placeholders: object) -> Finding:
    return Finding(rule, "addresses", span, {"position": span[0] + 1, "found": quote(text), **placeholders})


def _bare(word: str, start: int) -> tuple[str, int]:
    """A word without its label (``IP:``), Markdown's asterisks and a sentence's full stop."""
    label, colon, rest = word.partition(":")
    if (
        colon
        and rest
        and "." not in label
        and not rest.startswith("//")
        and not HEXADECIMAL.issuperset(label)
    ):
        word, start = rest, start + len(label) + 1
    inner = word.lstrip("*_")
    start += len(word) - len(inner)
    if not inner.endswith((".*", "::")):
        inner = inner.rstrip("*_.:!?")
    return inner, start


def _completed(end: str, start: str) -> str:
    """The end of a range of which only the last numbers are written: ``51.132.155.0-159.255``."""
    numbers = end.split(".")
    if not all(number.isdigit() for number in numbers) or len(numbers) > 3 or start.count(".") != 3:
        return end
    return ".".join([*start.split(".")[: 4 - len(numbers)], *numbers])


def _interval(word: str) -> Interval | None:
    """The addresses that a word names: one, a network, or all those that an asterisk stands for."""
    zoned = "%" in word and not word.lower().startswith(
        "fe80"
    )  # a zone has a meaning on a link alone (RFC 4007)
    # Most words of a text are no addresses: a look at their letters costs less than an exception.
    if not IN_ADDRESSES.issuperset(word.partition("%")[0]) or not word.isascii():
        return None
    if len(word) > LONGEST_ADDRESS or zoned:
        return None
    try:
        if word.endswith(".*"):
            return Interval.of(f"{word.replace('*', '0')}-{word.replace('*', '255')}")
        return Interval.of(word)
    except ValueError:
        return None


def _is_meant_as_address(word: str) -> bool:
    """Whether a word that is no address was meant as one: 51.132.44, 300.1.2.3, 20.77.152.O, 1.2.3.4:443."""
    word = word.translate(FULL_WIDTH).replace("[.]", ".").replace("(.)", ".")
    dots, colons = word.count("."), word.count(":")
    numbers = sum(part[:1].isdigit() for part in word[:LONGEST_ADDRESS].split("."))
    if not NOT_IN_ADDRESSES.search(word):
        # Numbers with one dot and times of day are no addresses.
        return (
            dots > 1
            or (dots > 0 and ("/" in word or "*" in word))
            or (colons > 1 and "::" in word)
            or colons > 2
        )
    if colons > 1 and "://" not in word:
        return HEXADECIMAL.union(":./").issuperset(word.partition("%")[0])
    return dots == 3 and numbers > 1 and "://" not in word


def _is_host_name(word: str) -> bool:
    """Whether a word is a host's name or an address on the web; an abbreviation such as “p. ex.” is neither."""
    labels = word.split(".")
    named = len(labels) > 1 and len(word) > 5 and len(labels[-1]) > 1 and all(map(str.isalnum, labels))
    return "://" in word or (named and labels[-1].isalpha())


def _of_entries(entries: Iterable[_Entry]) -> Iterator[Finding]:
    """What is to be said of each entry by itself."""
    for entry in entries:
        it, tell = entry.interval, (entry.span, entry.text)
        if it.first > it.last:
            yield _found("reversed", *tell)
        elif any(map(it.within, PRIVATE)):
            yield _found("private", *tell)
        elif any(map(it.meets, PRIVATE + RESERVED)):
            yield _found("reserved", *tell)
        elif any(map(it.meets, WEBHOOKS)):
            yield _found("webhook-address", *tell)
        else:
            if (beyond := _exceeded(it)) is not None:
                yield _found("beyond-codat", *tell, range=beyond)
            address, slash, _ = entry.text.partition("/")
            if slash and int(ipaddress.ip_address(address)) != it.first:
                yield _found("host-bits", *tell, network=it)


def _exceeded(interval: Interval) -> Interval | None:
    """The first of Codat's ranges that an interval meets and reaches beyond."""
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


def _shortened(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first findings of each kind, and how many more there are."""
    counts: Counter[str] = Counter()
    for found in findings:
        counts[found.rule] += 1
        if counts[found.rule] <= SHOWN:
            yield found
    for rule, count in counts.items():
        if count > SHOWN:
            yield Finding(
                "more", "addresses", placeholders={"title": RULES[rule].title, "count": count - SHOWN}
            )


def _merged(intervals: Iterable[Interval]) -> list[Interval]:
    """The same addresses in order, as few disjoint intervals as overlap allows."""
    merged: list[Interval] = []
    for it in sorted(intervals):
        if merged and merged[-1].meets(it):
            merged[-1] = Interval(it.version, merged[-1].first, max(merged[-1].last, it.last))
        else:
            merged.append(it)
    return merged


def _gaps(entries: Iterable[_Entry]) -> Iterator[tuple[Interval, list[Interval]]]:
    """Each of Codat's ranges, and the parts of it that no usable entry covers."""
    given = _merged(entry.interval for entry in entries if entry.is_usable)
    for whole in CODAT:
        gaps, begin = [], whole.first
        for it in filter(whole.meets, given):
            if it.first > begin:
                gaps.append(Interval(whole.version, begin, it.first - 1))
            begin = it.last + 1
        if begin <= whole.last:
            gaps.append(Interval(whole.version, begin, whole.last))
        yield whole, gaps


def _missing(entries: Iterable[_Entry]) -> Iterator[Finding]:
    """Which of Codat's ranges are missing, wholly or in part, or that none is."""
    complete = True
    for whole, gaps in _gaps(entries):
        if gaps:
            complete = False
            count, total = sum(gap.last - gap.first + 1 for gap in gaps), whole.last - whole.first + 1
            first = Interval(whole.version, gaps[0].first, gaps[0].first)
            rule = "range-missing" if count == total else "range-partial"
            placeholders = {"range": whole, "count": count, "total": total, "first": first}
            yield Finding(rule, "addresses", placeholders=placeholders)
    if complete:
        yield Finding("complete", "addresses", placeholders={"count": len(CODAT)})


def _complete(entries: Iterable[_Entry]) -> str:
    """The reader's own addresses and all of Codat's, one a line.

    A range that is wider than Codat's was meant to be Codat's: nothing else of it is kept.
    """
    own = [
        entry.interval for entry in entries if entry.is_usable and not any(map(entry.interval.meets, CODAT))
    ]
    return "\n".join(map(str, sorted([*_merged(own), *CODAT])))
