"""Answers in YAML, read without a library, which the page would have to download.

Of YAML, exactly what :mod:`qbo_checks.questionnaire.write` writes and what people write by hand to answer
is read, and the rest is refused with its reason.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from qbo_checks.model import Finding, Span, Text

NOT_A_PAIR = Text(
    fr="cette ligne n’est pas de la forme « AI1: yes »",
    en="this line is not of the form “AI1: yes”",
)
INDENT = Text(fr="cette ligne est mal alignée", en="this line is not aligned with the others")
TAB = Text(
    fr="une tabulation aligne cette ligne, et YAML veut des espaces",
    en="a tab aligns this line, and YAML wants spaces",
)
UNCLOSED = Text(fr="un guillemet ouvrant n’est pas fermé sur la même ligne", en="a quotation mark is not closed on its line")  # fmt: skip
ESCAPE = Text(
    fr="la barre oblique inverse n’est pas suivie d’un signe connu",
    en="the backslash is not followed by a known sign",
)
TRAILING = Text(fr="quelque chose suit la réponse", en="something follows the answer")
LIST = Text(
    fr="la liste doit tenir sur une ligne, ses éléments séparés par des virgules",
    en="the list must stand on one line, its items separated by commas",
)
DEEP = Text(
    fr="une réponse est un texte ou une liste de textes, sans autre liste dedans",
    en="an answer is a text or a list of texts, with no other list in it",
)
ANCHOR = Text(
    fr="les ancres, les renvois et les étiquettes de YAML ne sont pas lus ici",
    en="the anchors, aliases and tags of YAML are not read here",
)
FOLDED = Text(
    fr="un texte replié (>) n’est pas lu ici; écrivez « | » ou mettez-le entre guillemets",
    en="a folded text (>) is not read here; write “|” or put it in quotation marks",
)
QUOTES_NEEDED = Text(
    fr="ce texte doit être entre guillemets, à cause d’un signe que YAML prendrait pour autre chose",
    en="this text needs quotation marks, because of a sign that YAML would take for something else",
)

Pairs: TypeAlias = tuple[tuple[str, Any], ...]
"""An object as it is written: a name that is there twice is there twice."""


class RefusedError(Exception):
    """The text cannot be read; the finding says why and where."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.rule)
        self.finding = finding


def refusal(text: str, start: int, reason: Text) -> Finding:
    return at("malformed", text, start, min(start + 1, len(text)), reason=reason)


def at(rule: str, text: str, start: int, end: int, **placeholders: object) -> Finding:
    line, column = place(text, start)
    return Finding(rule, "answers", (start, end), {"line": line, "column": column, **placeholders})


def place(text: str, start: int) -> tuple[int, int]:
    """The line and the column, from one on, of a position; a line ends as in JSON and YAML."""
    before = text[:start].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


_KEY = re.compile(r"""(?:"([^"\\]*+)"|'([^']*+)'|([\w$][\w$-]*+))[ ]*+:(?= |$)""")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*+)"')
_SINGLE = re.compile(r"'((?:[^']|'')*+)'")
_IN_LIST = re.compile(r"(?:[^,\[\]{} \t#]|(?<![ \t\[,])#|[ \t](?!#))*+")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U(00[01][0-9A-Fa-f]{5})|(.))")
_ESCAPED = {"0": "\0", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


class Yaml:
    """Reads two levels of ``name: value``, line by line, a line once; a value is a text or a list of texts."""

    def __init__(self, text: str, places: dict[str, Span]) -> None:
        self._text = text
        self._places = places
        self._lines: list[tuple[int, int]] = []
        start = 1 if text[0] == "\ufeff" else 0
        for match in re.finditer(r"\r\n?|\n", text):
            self._lines.append((start, match.start()))
            start = match.end()
        self._lines.append((start, len(text)))
        self._next = 0

    def document(self) -> Pairs:
        found = self._peek()
        if found and not found[1] and re.match(r"---(?: *$| +#)", self._rest(found[0])):
            self._next += 1
        return self._mapping(0)

    def _rest(self, start: int) -> str:
        """What stands between a place and the end of its line."""
        return self._text[start : self._lines[self._next][1]].rstrip(" \t")

    def _refuse(self, start: int, reason: Text) -> RefusedError:
        return RefusedError(refusal(self._text, start, reason))

    def _peek(self) -> tuple[int, int] | None:
        """The next line that says something: where its words start, and how far they are indented."""
        while self._next < len(self._lines):
            start, end = self._lines[self._next]
            line = self._text[start:end]
            words = line.lstrip(" ")
            if words.lstrip("\t")[:1] not in {"", "#"}:
                if words[0] == "\t":
                    raise self._refuse(end - len(words), TAB)
                return end - len(words), len(line) - len(words)
            self._next += 1
        return None

    def _mapping(self, indent: int) -> Pairs:
        pairs: list[tuple[str, Any]] = []
        while (found := self._peek()) and found[1] >= indent:
            start, here = found
            line = self._rest(start)
            key = _KEY.match(line)
            if here > indent or not key:
                raise self._refuse(start, INDENT if here > indent else _SIGNS.get(line[0], NOT_A_PAIR))
            name = next(group for group in key.groups() if group is not None)
            self._places[name] = (start, start + key.end())
            value = line[key.end() :]
            at = start + key.end() + len(value) - len(value.lstrip(" \t"))
            pairs.append((name, self._value(at, indent)))
        return tuple(pairs)

    def _value(self, start: int, indent: int) -> Any:
        """What stands after a colon: on its line, or below it."""
        written = self._rest(start)
        if written and written[0] != "#":
            if written[0] == "|":
                return self._block(start, indent)
            value = self._flow(start)
            self._next += 1
            return value
        self._next += 1
        below = self._peek()
        if below and below[1] >= indent and re.match(r"-(?: |$)", self._rest(below[0])):
            return self._list(below[1])
        if below and below[1] > indent:
            if indent:
                raise self._refuse(below[0], DEEP)
            return self._mapping(below[1])
        return None

    def _list(self, indent: int) -> list[Any]:
        items: list[Any] = []
        while (found := self._peek()) and found[1] >= indent:
            start, here = found
            entry = re.match(r"-(?:[ \t]++|$)", self._rest(start))
            if here == indent and not entry:
                break  # A name: a list may stand as far out as the name that it belongs to.
            if here > indent or not entry:
                raise self._refuse(start, INDENT)
            items.append(self._flow(start + entry.end()))
            if not isinstance(items[-1], str | bool | None):
                raise self._refuse(start + entry.end(), DEEP)
            self._next += 1
        return items

    def _block(self, start: int, indent: int) -> str:
        """A text of several lines after ``|``, each as it stands."""
        header = re.fullmatch(r"\|([+-]?)(?:[ \t]+#.*)?", self._rest(start))
        if not header:
            raise self._refuse(start, TRAILING)
        self._next += 1
        lines: list[str] = []
        inner = None
        blank = 0
        while self._next < len(self._lines):
            begin, end = self._lines[self._next]
            line = self._text[begin:end]
            here = len(line) - len(line.lstrip(" "))
            if line.strip(" ") and here <= indent:
                break
            if line.strip(" "):
                inner = here if inner is None else inner
                # What is less far in than the line above it, be it an empty one, YAML refuses.
                if here < max(inner, blank):
                    raise self._refuse(begin + here, INDENT)
                blank = 0
            elif inner is None:
                blank = max(blank, here)
            lines.append(line[inner or here :])
            self._next += 1
        text = "\n".join(lines)
        return text if header[1] == "+" else text.rstrip("\n") + ("" if header[1] == "-" else "\n")

    def _flow(self, start: int) -> Any:
        """A value that ends on its line: a text, a list in brackets, true, false or nothing."""
        written = self._rest(start)
        value: Any
        if written[:1] == "[":
            value, end = self._brackets(start)
        elif written[:1] in {'"', "'"}:
            value, end = self._quoted(start)
        elif re.match(r"\{[ ]*\}", written):
            value, end = (), start + written.index("}") + 1
        else:
            plain = re.split(r"(?:^|[ \t])#", written, maxsplit=1)[0].rstrip(" \t")
            return self._plain(plain, start)
        if not re.match(r"[ \t]*+$|[ \t]++#", self._rest(end)):
            raise self._refuse(end, TRAILING)
        return value

    def _plain(self, plain: str, start: int) -> Any:
        first = plain[:1]
        if first in _SIGNS:
            raise self._refuse(start, _SIGNS[first])
        if re.match(r"[-?:](?: |$)", plain) or re.search(r":(?: |$)", plain):
            raise self._refuse(start, QUOTES_NEEDED)
        return _WORDS.get(plain.lower(), plain)

    def _quoted(self, start: int) -> tuple[str, int]:
        end = self._lines[self._next][1]
        if match := _SINGLE.match(self._text, start, end):
            return match[1].replace("''", "'"), match.end()
        if match := _DOUBLE.match(self._text, start, end):
            return _ESCAPE.sub(lambda found: self._unescape(found, start), match[1]), match.end()
        raise self._refuse(start, UNCLOSED)

    def _unescape(self, found: re.Match[str], start: int) -> str:
        code = found[1] or found[2] or found[3]
        if code:
            number = int(code, 16)
            if number <= 0x10FFFF:
                return chr(number)
        elif found[4] in _ESCAPED:
            return _ESCAPED[found[4]]
        raise self._refuse(start + 1 + found.start(), ESCAPE)

    def _brackets(self, start: int) -> tuple[list[Any], int]:
        items: list[Any] = []
        at, sign = self._after_space(start + 1)
        while sign != "]":
            if sign in {'"', "'"}:
                item, end = self._quoted(at)
            else:
                plain = _IN_LIST.match(self._text, at, self._lines[self._next][1])
                end = plain.end() if plain else at
                item = self._plain(self._text[at:end].rstrip(" \t"), at)
                if item is None:
                    raise self._refuse(at, DEEP if sign in {"[", "{"} else LIST)
            items.append(item)
            at, sign = self._after_space(end)
            if sign not in {",", "]"}:
                raise self._refuse(at, DEEP if sign in {"[", "{"} else LIST)
            if sign == ",":
                at, sign = self._after_space(at + 1)
        return items, at + 1

    def _after_space(self, start: int) -> tuple[int, str]:
        """The next place on the line that is not space, and the sign there; none at the end of the line."""
        end = self._lines[self._next][1]
        while start < end and self._text[start] in " \t":
            start += 1
        return start, self._text[start] if start < end else ""


_SIGNS = {
    **dict.fromkeys("&*!", ANCHOR),
    **dict.fromkeys("{}", DEEP),
    **dict.fromkeys("%@`", QUOTES_NEEDED),
    **dict.fromkeys("],|", LIST),
    ">": FOLDED,
}
"""What cannot begin a text without quotation marks, and why."""
