"""Countries by every name that people write, and what is written in their place: cities, cloud regions, providers.

The names are data: countries.toml. They are kept as one short text for each two letters that names begin with: a
table of two thousand keys would be several times as large in the page.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias

from qbo_checks.model import Span, Text

Kind: TypeAlias = Literal["country", "part", "place", "region", "provider", "continent", "remark", "unknown"]

MAX_NAME_WORDS = 12
"""How many words the longest name may have: “United Kingdom of Great Britain and Northern Ireland” has nine."""

_WORD = re.compile(r"(?P<location>[A-Za-z]{2}/[A-Za-z]{3}(?:/[0-9])?(?![\w/]))|[^\W_]+|&")
"""A word; or what may be a location of IONOS’s, ``de/fra``, and is two or three words where it is none."""
_APART = re.compile(r"[^\w&]{1,3}|_?")
"""What may stand between two words of one name."""
_ATTACHED = re.compile(r"-[A-Za-z0-9-]{1,12}(?![A-Za-z0-9-])")
"""A zone of a region: ``northamerica-northeast1-a``."""
_ZONED = re.compile(r"\d[a-f]$")
_ENDS = frozenset(",;/|+•·\n\r\v\f\x85\u2028\u2029")
"""What stands between one answer and the next, outside of brackets."""

FILLERS = frozenset({
    "and", "the", "in", "of", "on", "at", "our", "my", "we", "is", "are", "app", "application", "hosted", "hosting", "host", "located",
    "location", "server", "servers", "country", "countries", "region", "cloud", "datacenter", "datacenters", "datacentre",
    "et", "le", "la", "les", "l", "de", "du", "des", "d", "en", "au", "aux", "a", "dans", "sur", "nos", "notre", "est", "sont",
    "heberge", "hebergee", "heberges", "hebergement", "situe", "situee", "situes", "serveur", "serveurs", "pays", "centre", "center", "data", "central",
    "all", "only", "by", "with", "via", "chez", "par", "uniquement", "main", "primary", "principal", "principale", "production", "prod",
    "backup", "backups", "failover", "recovery", "site", "sauvegarde", "sauvegardes", "secours", "releve", "reprise", "stored", "stockees",
    "donnees", "dr", "database", "databases", "use", "zone", "zones", "base", "bases", "applicatif", "applicatifs", "public", "prive", "private", "north", "south", "east", "west", "northeast", "southeast", "nord", "sud", "ouest",
    "replicated", "replicates", "replication", "replicas", "replica", "mirrored", "backed", "processed", "processes", "hosts", "kept", "resides",
    "reside", "deployed", "runs", "run", "running", "physically", "encrypted", "redundant", "geo", "environment", "environments", "infrastructure",
    "to", "for", "pour", "up", "both", "also", "within", "using", "its", "replique", "repliquee", "repliquees", "repliques", "traitees", "conservees", "chiffrees",
    "hebergees", "situees", "deployee", "deploye", "environnement", "infrastructures", "vers", "aussi", "ainsi", "que", "toutes", "tous", "leur", "leurs",
    "republic", "republique", "kingdom", "royaume", "federal", "federale", "state", "etat",
})  # fmt: skip
"""Words that say nothing of where: they are passed over beside a country, and are none by themselves."""

NEGATIONS = frozenset({
    "aren", "aucun", "aucune", "but", "doesn", "don", "except", "excepte", "excluding", "hors", "isn", "jamais", "neither",
    "never", "ni", "no", "non", "none", "nor", "not", "outside", "pas", "sans", "sauf", "without",
})  # fmt: skip
NOT_CODES = frozenset({"NA", "NO"})
"""Codes that mean “not applicable” and “no” to most who write them."""


class Mention(NamedTuple):
    """What a stretch of a text names, by itself: a country, or something that is none.

    ``country`` is the code of the country, or of the one that it lies in; empty for what lies in none or in many.
    ``provider`` is whose cloud region it is, empty where several have one of that name. ``answer`` counts what
    stands between commas, lines and the like.
    """

    kind: Kind
    span: Span
    answer: int
    country: str = ""
    provider: str = ""


class _Word(NamedTuple):
    """A word of the text: as it is written, as it is compared, where it stands, and in which answer."""

    text: str
    key: str
    start: int
    end: int
    answer: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a name means."""

    kind: Kind
    country: str
    provider: str
    certain: bool
    """Whether the name means this among unknown words too: a code or a short name does not."""


@dataclass(frozen=True, slots=True)
class _Data:
    names: Mapping[str, Text]
    index: Mapping[str, str]
    """By its first two characters, each name with the number of its entry: ``\\nkey\\tnumber\\n…``.

    A dictionary of all names would take a few microseconds less of each answer, and more of what a page downloads: its
    image of Python holds this, and two thousand strings with their hashes hardly compress.
    """
    entries: Sequence[_Entry]
    states: Mapping[str, frozenset[str]]


def names() -> Mapping[str, Text]:
    """The name of each country of ISO 3166-1 in both languages, by its two-letter code."""
    return _data().names


def read(text: str) -> tuple[Mention, ...]:
    """What a text names, in order.

    Each word of it belongs to a mention, or says nothing of where. Where an answer among others denies something
    (“not in Canada”), all of it is unknown. In time linear in the length of the text.
    """
    mentions: list[Mention] = []
    for words in _answers(_words(text)):
        mentions += _answer(text, words, mentions)
    return tuple(mentions)


def _answers(words: Sequence[_Word]) -> list[list[_Word]]:
    """The words by answer; two answers are one where lists write a name with a comma: “Korea, Republic of”."""
    answers: list[list[_Word]] = []
    for _, each in groupby(words, lambda word: word.answer):
        answer = list(each)
        if answers and _line(_joined([*answers[-1], *answer][: MAX_NAME_WORDS + 1])):
            answers[-1] += answer
        else:
            answers.append(answer)
    return answers


def _answer(text: str, words: Sequence[_Word], before: Sequence[Mention]) -> Iterator[Mention]:
    """What one answer of a text names: what stands between two commas, mostly."""
    if _denies(words) or (len(words) == 1 and words[0].text in NOT_CODES):
        yield Mention("unknown", (words[0].start, words[-1].end), words[0].answer)
        return
    found = list(_matched(text, words, before))
    if any(entry is None and not _is_filler(words[begin:end]) for begin, end, entry in found):
        found = [(begin, end, entry if entry and entry.certain else None) for begin, end, entry in found]
    elif not any(entry for *_, entry in found):
        yield Mention("unknown", (words[0].start, words[-1].end), words[0].answer)
        return
    unknown: Span | None = None
    for begin, end, entry in found:
        span = _closed(text, words[begin].start, words[end - 1].end)
        if entry:
            if unknown:
                yield Mention("unknown", unknown, words[0].answer)
            unknown = None
            yield Mention(entry.kind, span, words[0].answer, entry.country, entry.provider)
        elif unknown or not _is_filler(words[begin:end]):
            # A filler at the end of what is unknown is not worth showing.
            unknown = (unknown or span)[0], span[1]
    if unknown:
        yield Mention("unknown", unknown, words[0].answer)


def _closed(text: str, start: int, end: int) -> Span:
    """From a first word to a last one, and the bracket that closes behind it."""
    is_open = text.count("(", start, end) > text.count(")", start, end)
    return start, end + (is_open and text.startswith(")", end))


def _denies(words: Sequence[_Word]) -> bool:
    """Whether some words say “not in Canada”. “NI” and “NO” are countries too, where capitals mean something."""
    found = [word.text for word in words if word.key in NEGATIONS]
    if not found:
        return False
    capitals = len(words) == 1 or not all(word.text.isupper() for word in words)
    return not all(capitals and len(text) == 2 and text.isupper() for text in found)


def _is_filler(words: Sequence[_Word]) -> bool:
    return all(word.key in FILLERS for word in words) or _is_remark(_line(_joined(words)))


def _is_remark(entry: _Entry | None) -> bool:
    return entry is not None and entry.kind == "remark"


def _matched(
    text: str, words: Sequence[_Word], before: Sequence[Mention]
) -> Iterator[tuple[int, int, _Entry | None]]:
    """The names among some words, the longest first; a word that is in none of them stands alone."""
    codes = len(words) == 1 or all(word.text.isupper() and len(word.text) < 4 for word in words)
    last = before[-1] if before else None
    nation = last.country if last and last.kind in {"place", "region"} else ""
    at = 0
    while at < len(words):
        end, entry = at + 1, _state(words[at], nation)
        if entry is None:
            end, entry = _longest(text, words, at, codes=codes)
        if entry and entry.kind == "region":
            attached = _ATTACHED.match(text, words[end - 1].end)
            while attached and end < len(words) and words[end].end <= attached.end():
                end += 1
        if entry:
            nation = entry.country if entry.kind in {"place", "region"} else ""
        yield at, end, None if _is_remark(entry) else entry
        at = end


def _longest(text: str, words: Sequence[_Word], at: int, *, codes: bool) -> tuple[int, _Entry | None]:
    """The longest name that begins at a word, and where it ends."""
    last = at + 1
    while last < min(len(words), at + MAX_NAME_WORDS) and _APART.fullmatch(
        text, words[last - 1].end, words[last].start
    ):
        last += 1
    for end in range(last, at, -1):
        entry = _found(words[at:end], codes=codes)
        if entry and not (entry.kind == "region" and _begins_with_country(text, words[at:end])):
            return end, entry
    return at + 1, None


def _begins_with_country(text: str, words: Sequence[_Word]) -> bool:
    """“Canada (Central)” is a country and a remark; Canada Central is a region, and so is “Clever Cloud (PAR)”."""
    bracket = text.find("(", words[0].start, words[-1].end)
    entry = _line(_joined([word for word in words if word.end <= bracket])) if bracket >= 0 else None
    return entry is not None and entry.kind == "country"


def _found(words: Sequence[_Word], *, codes: bool) -> _Entry | None:
    written = " ".join([word.text for word in words])
    if len(words) == 1 and words[0].key in FILLERS and not (codes and written.isupper()):
        return None
    key = _joined(words)
    return (
        (_line(written) if written.isupper() else None)
        or _line(key)
        # Codes are written small too, where nothing else is: “ca, gb”.
        or (_line(written.upper()) if codes and len(written) == 2 else None)
        # A zone of a region: us-east-1a.
        or (_line(key[:-1]) if _ZONED.search(key) else None)
    )


def _joined(words: Iterable[_Word]) -> str:
    return " ".join([word.key for word in words])


def _line(key: str) -> _Entry | None:
    data = _data()
    names = data.index.get(key[:2], "")
    found = names.find(f"\n{key}\t")
    if found < 0:
        return None
    begin = found + len(key) + 2
    return data.entries[int(names[begin : names.index("\n", begin)])]


def _state(word: _Word, nation: str) -> _Entry | None:
    """A state or a province, by its letters behind one of its cities: Columbus, IN is not in India."""
    known = _data().states.get(nation)
    if known is None or known.isdisjoint((word.text, word.key)):
        return None
    return _Entry("place", nation, "", certain=True)


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    answer = depth = end = 0
    for begin, until in _spans(text):
        for sign in text[end:begin]:
            depth = max(0, depth + (sign in "([") - (sign in ")]"))
            answer += depth == 0 and sign in _ENDS
        word = text[begin:until]
        words.append(_Word(word, _key(word), begin, until, answer))
        end = until
    return words


def _spans(text: str) -> Iterator[Span]:
    for match in _WORD.finditer(text):
        if match.lastgroup and not _line(match[0].lower()):
            at = match.start()
            for part in match[0].split("/"):
                yield at, at + len(part)
                at += len(part) + 1
        else:
            yield match.span()


def _key(word: str) -> str:
    """A word as it is compared: without accents or case."""
    if word.isascii():
        plain = word.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", word).casefold()
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _SPELLED.get(plain, plain)


_SPELLED = {"&": "and", "st": "saint", "ste": "sainte"}


def _key_of(name: str) -> str:
    """A name as it is compared, or as it is written where it is known in capitals only."""
    words = [match[0] for match in _WORD.finditer(name)]
    return " ".join(words if name.isupper() else map(_key, words))


@cache
def _data() -> _Data:
    top = tomllib.loads(files(__package__).joinpath("countries.toml").read_text("utf-8"))
    entries: list[_Entry] = []
    index: dict[str, str] = {}

    def line(kind: Kind, country: str, keys: Iterable[str], by: str = "", *, certain: bool = True) -> None:
        for sure, several in groupby(sorted(keys, key=len), lambda key: certain and len(key) > 3):
            for key in several:
                index[key[:2]] = f"{index.get(key[:2], chr(10))}{key}\t{len(entries)}\n"
            entries.append(_Entry(kind, country, by, sure))

    for provider, by_country in top["regions"].items():
        for country, listed in by_country.items():
            line("region", country, _region_keys(listed.split()), by=provider.strip("*"))
    shown: dict[str, Text] = {}
    for code, listed in top["countries"].items():
        long, english, french, *others = listed.split("|")
        shown[code] = Text(en=english, fr=french or english)
        line("country", code, map(_key_of, filter(None, (english, french))))
        line("country", code, (*map(_key_of, others), long, code), certain=False)
    for country, listed in top["parts"].items():
        line("part", country, map(_key_of, listed.split("|")))
    for country, listed in top["places"].items():
        line("place", country, map(_key_of, listed.split("|")))
    line("provider", "", map(_key_of, top["providers"].split("|")))
    line("remark", "", map(_key_of, top["remarks"].split("|")))
    line("continent", "", map(_key_of, top["continents"].split("|")))
    states = {country: frozenset(listed.split()) for country, listed in top["states"].items()}
    return _Data(shown, index, entries, states)


def _region_keys(regions: Iterable[str]) -> Iterator[str]:
    for region in regions:
        yield _key_of(region.replace("_", " ").lower())
        if "_" in region:
            yield region.replace("_", "")
        if region.isupper():
            yield _key_of(region)
