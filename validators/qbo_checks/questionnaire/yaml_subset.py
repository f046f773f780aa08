"""Answers in YAML, read without a library, which the page would have to download.

Of YAML 1.2 (https://yaml.org/spec/1.2.2/), what people write by hand to answer and what libraries write by default
is read: block and flow mappings and sequences; plain, quoted and block scalars over several lines; comments; one
document. The rest is refused by name: anchors, aliases, tags, merge keys, complex keys, directives, indentation
indicators, a second document. What is read means what a reader of YAML 1.2 takes it for, except that a number or a
date stays the text that was written.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from qbo_checks.model import Span
from qbo_checks.questionnaire.refusals import (
    ALIAS,
    ANCHOR,
    COLON,
    COMPLEX,
    CONTROL,
    DIRECTIVE,
    DOCUMENTS,
    ESCAPE,
    INDENT,
    INDICATOR,
    MERGE,
    NO_ITEM,
    NOT_A_PAIR,
    RESERVED,
    SEPARATOR,
    TAB,
    TAG,
    TRAILING,
    UNCLOSED,
    UNCLOSED_FLOW,
    Refusal,
    RefusedError,
)

MAX_DEPTH = 8
"""How deeply lists and objects may be nested: answers need three levels, Python's calls have some hundreds."""

Pairs: TypeAlias = tuple[tuple[str, Any], ...]
"""An object as it is written: a name that is there twice is there twice."""

_SIGNS: dict[str, Refusal] = {
    "&": ANCHOR, "*": ALIAS, "!": TAG, "?": COMPLEX, "[": COMPLEX, "{": COMPLEX, '"': UNCLOSED, "'": UNCLOSED,
    **dict.fromkeys(",]}", NO_ITEM),
}  # fmt: skip
"""What cannot begin a text without quotation marks, and why; RESERVED says it of the other signs."""

# Each pattern is possessive where it repeats: it never goes back, and takes time linear in what it reads.
_BREAK = r"(?:\r\n?|\n)"
_AFTER = rf"{_BREAK}(?:[ \t]*+{_BREAK})*+[ \t]*+"
_GAP = rf"[ \t]*+{_AFTER}"
"""From the end of a line of text to the next one that is not empty."""
_ENDS = r"(?=[ \t\r\n]|\Z)"
"""What a sign stands before where it is YAML's own, and not part of a text."""
_FIRST = r"""[^ \t\r\n,\[\]{}#&*!|>'"%@`?:-]"""

_BREAKS = re.compile(_BREAK)
_GAPS = re.compile(_GAP)
_LINE = re.compile(rf" *+(?P<words>[^\r\n]*+){_BREAK}?")
_BLANKS = re.compile(r"[ \t]*+")
_REST = re.compile(r"[^\r\n]*+")
_ENTRY = re.compile(rf"-{_ENDS}")
_QUESTION = re.compile(rf"\?{_ENDS}")
_MARKER = re.compile(rf"(?:---|\.\.\.){_ENDS}")
_BEGINS = re.compile(rf"{_FIRST}|[?:-](?=[^ \t\r\n])")
_BEGINS_IN_FLOW = re.compile(rf"{_FIRST}|-(?=[^ \t\r\n,\[\]{{}}])")
_PLAIN = re.compile(rf"(?:[^:#\r\n]|:(?!{_ENDS})|(?<![ \t])#)*+")
_PLAIN_IN_FLOW = re.compile(rf"(?:[^:#,\[\]{{}}\r\n]|:(?!{_ENDS}|[,\[\]{{}}])|(?<![ \t])#)*+")
_VALUE_IN_FLOW = re.compile(r":(?=[ \t\r\n,\[\]{}]|\Z)")
_KEY = re.compile(
    r'(?:"(?P<double>(?:[^"\\\r\n]++|\\[^\r\n])*+)"'
    r"|'(?P<single>(?:[^'\r\n]++|'')*+)'"
    rf"|(?={_BEGINS.pattern})(?P<plain>{_PLAIN.pattern}))"
    rf"[ \t]*+:{_ENDS}"
)
_DOUBLE = re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_SINGLE = re.compile(r"'((?:[^']++|'')*+)'")
_FOLD = rf"(?P<gap>{_GAP})|[ \t]++"
_IN_SINGLE = re.compile(rf"{_FOLD}|''")
_IN_DOUBLE = re.compile(
    rf"\\(?P<joined>{_AFTER})"
    r"|\\u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})|(?P<sign>.))"
    rf"|{_FOLD}",
    re.DOTALL,
)
_HEADER = re.compile(rf"[|>](?P<signs>[+-]?[1-9]?|[1-9][+-])(?:[ \t]++#[^\r\n]*+|[ \t]*+)(?={_BREAK}|\Z)")
_CONTROLS = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is not printable to YAML (section 5.1)."""

_WHITE = frozenset(("", " ", "\t", "\r", "\n", "#"))
"""What the next sign is not, where nothing is to be passed over."""

_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
"""What a backslash and a sign stand for (section 5.7)."""
_WORDS = {
    **dict.fromkeys(("~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""What the core schema of YAML 1.2 takes for a value of its own (section 10.3.2)."""


def parse(text: str, places: dict[str, Span]) -> Pairs | list[Any]:
    """The names and values of a document, or its list of them; notes where the names of its first two levels stand.

    A value is a text, a bool, None, a list or, as pairs, an object. Raises RefusedError. Takes time linear in the
    length of the text.
    """
    if control := _CONTROLS.search(text):
        raise RefusedError(control.start(), CONTROL)
    return _Reader(text, places).document()


class _Reader:
    """Reads from ``_at`` on; ``_line`` is where the line of that place begins.

    Columns count from 0, as indentation does. A ``parent`` is the column that a value stands to the right of.
    """

    def __init__(self, text: str, places: dict[str, Span]) -> None:
        self._text = text
        self._places = places
        self._at = self._line = 1 if text.startswith("\ufeff") else 0

    def document(self) -> Pairs | list[Any]:
        column = self._next()
        if column is None and self._text.startswith("---", self._at):
            self._at += 3
            line = self._line
            column = self._next()
            if column is not None and self._line == line and self._char() != "{":
                raise RefusedError(self._at, _SIGNS[self._char()] if self._char() in "&*!" else TRAILING)
        document: Pairs | list[Any] = ()
        if column is not None and self._char() == "{":
            document = self._flow(-1, 1)
            self._end_line()
        elif column is not None:
            if self._char() in {"%", "["}:
                raise RefusedError(self._at, DIRECTIVE if self._char() == "%" else NOT_A_PAIR)
            document = self._sequence(column, 1) if self._is(_ENTRY) else self._mapping(column, 1)
        more = self._next() is not None
        closed = not more and self._text.startswith("...", self._at)
        if closed:
            self._at += 3
            more = self._next() is not None
        if more or self._at < len(self._text):
            raise RefusedError(self._at, DOCUMENTS if closed or not more else TRAILING)
        return document

    # Places.

    def _char(self) -> str:
        return self._text[self._at : self._at + 1]

    def _is(self, pattern: re.Pattern[str]) -> bool:
        return pattern.match(self._text, self._at) is not None

    def _next(self, *, in_flow: bool = False) -> int | None:
        """Go to the next sign that is neither white space nor a comment.

        Its column, or None at the end of the text or of the document.
        """
        if self._at > self._line and self._char() not in _WHITE:
            return self._at - self._line  # As within most lists on one line.
        while True:
            start = self._at
            begun = start == self._line
            self._at = _end(_BLANKS, self._text, start)
            char = self._char()
            if char == "#" and (begun or start < self._at or self._text[start - 1] in " \t"):
                self._at = _end(_REST, self._text, self._at)
            elif not char or (self._at == self._line and self._is(_MARKER)):
                return None
            elif char in "\r\n":
                self._break()
            else:
                if begun and not in_flow and "\t" in self._text[start : self._at]:
                    raise RefusedError(self._text.index("\t", start), TAB)
                return self._at - self._line

    def _break(self) -> None:
        self._at = self._line = _end(_BREAKS, self._text, self._at)

    def _end_line(self) -> None:
        """Go to the end of the line, where nothing but a comment may stand."""
        start = self._at
        self._at = _end(_BLANKS, self._text, start)
        if self._char() == "#" and start < self._at:
            self._at = _end(_REST, self._text, self._at)
        if self._char() not in {"", "\r", "\n"}:
            raise RefusedError(self._at, TRAILING)

    # Blocks.

    def _descend(self, depth: int) -> None:
        # Each level calls the next, and Python, in the page, cannot recover from too many calls.
        if depth > MAX_DEPTH:
            raise RefusedError(self._at)

    def _mapping(self, column: int, depth: int) -> Pairs:
        self._descend(depth)
        pairs: list[tuple[str, Any]] = []
        found: int | None = column
        while found == column:
            name = self._name(depth)
            line = self._line
            found = self._next()
            value: Any = None
            if found is not None and self._line == line:
                value = self._inline(column, depth)
            elif found is not None and found > column:
                value = self._node(found, column, depth + 1)
            elif found == column and self._is(_ENTRY):
                value = self._sequence(column, depth + 1)
            pairs.append((name, value))
            found = self._next()
        if found is not None and found > column:
            raise RefusedError(self._at, INDENT)
        return tuple(pairs)

    def _name(self, depth: int) -> str:
        start = self._at
        key = _KEY.match(self._text, start)
        if not key:
            char = self._char()
            closed = (char == '"' and self._is(_DOUBLE)) or (char == "'" and self._is(_SINGLE))
            raise RefusedError(start, NOT_A_PAIR if closed else {**_SIGNS, **_NO_NAMES}.get(char, NOT_A_PAIR))
        if key["double"] is not None:
            name = self._double(key["double"], start + 1)
        elif key["single"] is not None:
            name = _single(key["single"])
        else:
            name = key["plain"].rstrip(" \t")
            if name == "<<":
                raise RefusedError(start, MERGE)
        self._at = key.end()
        if depth <= 2:
            self._places[name] = (start, self._at)
        return name

    def _sequence(self, column: int, depth: int) -> list[Any]:
        self._descend(depth)
        items: list[Any] = []
        found: int | None = column
        while found == column and self._is(_ENTRY):
            self._at += 1
            dash, line = self._at, self._line
            found = self._next()
            value: Any = None
            if found is not None and (self._line == line or found > column):
                if (
                    self._line == line
                    and "\t" in self._text[dash : self._at]
                    and (self._is(_ENTRY) or self._is(_KEY))
                ):
                    raise RefusedError(dash, TAB)
                value = self._node(found, column, depth + 1)
                found = self._next()
            items.append(value)
        if found is not None and found > column:
            raise RefusedError(self._at, INDENT)
        return items

    def _node(self, column: int, parent: int, depth: int) -> Any:
        """What begins a line, or follows the dash of an entry."""
        if self._is(_ENTRY):
            return self._sequence(column, depth)
        if self._is(_KEY) or self._is(_QUESTION):
            return self._mapping(column, depth)
        return self._inline(parent, depth)

    def _inline(self, parent: int, depth: int) -> Any:
        """A value other than a block of names or of entries, to the end of its last line."""
        char = self._char()
        if char in {"|", ">"}:
            return self._block_scalar(parent)
        value: Any
        if char in {"[", "{"}:
            value = self._flow(parent, depth + 1)
        elif char in {'"', "'"}:
            value = self._quoted(parent)
        else:
            start = self._at
            written, end = self._plain(parent, _BEGINS, _PLAIN)
            if self._text.startswith(":", end):
                raise RefusedError(start, COLON)
            value = _WORDS.get(written, written)
        self._end_line()
        return value

    # Texts.

    def _plain(self, parent: int, begins: re.Pattern[str], pattern: re.Pattern[str]) -> tuple[str, int]:
        """A text without quotation marks, its lines folded (section 7.3.3), and where the sign stands that ends it."""
        if not self._is(begins):
            raise RefusedError(self._at, _SIGNS.get(self._char(), RESERVED))
        parts: list[str] = []
        start = self._at
        while True:
            end = _end(pattern, self._text, start)
            parts.append(self._text[start:end].rstrip(" \t"))
            self._at = start + len(parts[-1])
            gap = _GAPS.match(self._text, self._at) if self._char() in _WHITE else None
            if not gap:
                break
            begun = gap.start() + len(gap[0].rstrip(" \t"))
            start = gap.end()
            if (
                self._text[start : start + 1] in {"", "#"}
                or start - begun <= parent
                or (start == begun and _MARKER.match(self._text, start))
                or _end(pattern, self._text, start) == start
            ):
                break
            if pattern is _PLAIN:
                if "\t" in self._text[begun:start]:
                    raise RefusedError(begun, TAB)
                if self._text.startswith(":", _end(pattern, self._text, start)):
                    raise RefusedError(start, INDENT)
            parts.append(_folded(gap[0]))
            self._line = begun
        return "".join(parts), end

    def _quoted(self, parent: int) -> str:
        """A text in quotation marks, its lines folded (sections 7.3.1 and 7.3.2)."""
        start = self._at
        is_double = self._char() == '"'
        found = (_DOUBLE if is_double else _SINGLE).match(self._text, start)
        if not found:
            raise RefusedError(start, UNCLOSED)
        for each in _BREAKS.finditer(self._text, start, found.end()):
            self._line = each.end()
            words = _end(_BLANKS, self._text, self._line)
            if self._text[words] not in "\r\n" and (
                words - self._line <= parent or _MARKER.match(self._text, self._line)
            ):
                raise RefusedError(start, UNCLOSED)
        self._at = found.end()
        return self._double(found[1], start + 1) if is_double else _single(found[1])

    def _double(self, written: str, start: int) -> str:
        def meant(found: re.Match[str]) -> str:
            if found[0][0] != "\\":
                return _folded(found["gap"]) if found["gap"] else found[0]
            if found["joined"]:
                return "\n" * (len(_BREAKS.findall(found["joined"])) - 1)
            if found["high"]:
                # JSON writes a character above U+FFFF as two escapes, and JSON is YAML.
                return chr(
                    0x10000 + (int(found["high"], 16) - 0xD800) * 0x400 + int(found["low"], 16) - 0xDC00
                )
            code = found["x"] or found["u"] or found["U"]
            if code and int(code, 16) <= 0x10FFFF:
                return chr(int(code, 16))
            if code or found["sign"] not in _ESCAPED:
                raise RefusedError(start + found.start(), ESCAPE)
            return _ESCAPED[found["sign"]]

        return _IN_DOUBLE.sub(meant, written)

    def _block_scalar(self, parent: int) -> str:
        """A text of several lines after ``|``, each as it stands, or after ``>``, folded (section 8.1)."""
        header = _HEADER.match(self._text, self._at)
        if not header:
            raise RefusedError(self._at, TRAILING)
        if header["signs"].strip("+-"):
            raise RefusedError(self._at, INDICATOR)
        folds = self._char() == ">"
        self._at = header.end()
        self._break()
        lines: list[str] = []
        inner: int | None = None
        empty = 0
        while self._at < len(self._text) and (line := _LINE.match(self._text, self._at)):
            words, end = line.span("words")
            indent = words - self._at
            if inner is None and words < end and indent > parent:
                inner = indent
                if empty > inner:
                    # Empty lines before a text may be no further in than it is.
                    raise RefusedError(words, INDENT)
            if inner is not None and indent >= inner:
                lines.append(self._text[self._at + inner : end])
            elif words == end:
                empty = max(empty, indent)
                lines.append("")
            elif indent <= parent or self._text[words] == "#":
                break
            else:
                raise RefusedError(words, INDENT)
            self._at = self._line = line.end()
            if self._at == end:
                return _block_text(lines, header["signs"], folds=folds, ended=False)
        return _block_text(lines, header["signs"], folds=folds, ended=True)

    # Lists in brackets and objects in braces.

    def _flow(self, parent: int, depth: int) -> Any:
        """A list, or an object as pairs (section 7.4)."""
        self._descend(depth)
        opened = self._at
        closing = {"[": "]", "{": "}"}[self._char()]
        items: list[Any] = []
        self._at += 1
        while self._next_in_flow(opened, parent, closing) != closing:
            items.append(self._entry_in_flow(opened, parent, depth, closing))
            sign = self._next_in_flow(opened, parent, closing)
            if sign == ",":
                self._at += 1
            elif sign != closing:
                raise RefusedError(self._at, SEPARATOR)
        self._at += 1
        return tuple(items) if closing == "}" else items

    def _next_in_flow(self, opened: int, parent: int, closing: str) -> str:
        line = self._line
        column = self._next(in_flow=True)
        if column is None or (self._line > line and column <= parent and self._char() != closing):
            raise RefusedError(opened, UNCLOSED_FLOW)
        return self._char()

    def _entry_in_flow(self, opened: int, parent: int, depth: int, closing: str) -> Any:
        """An item of a list, or a pair; in a list, a pair is an object of its own."""
        start, line = self._at, self._line
        if self._char() == "?" and self._is(_QUESTION):
            raise RefusedError(start, COMPLEX)
        written, value = self._node_in_flow(parent, depth)
        end = self._at
        sign = self._next_in_flow(opened, parent, closing)
        quoted = self._text[start] in "\"'[{"
        if sign == ":" and (quoted or self._is(_VALUE_IN_FLOW)):
            if self._line > line:
                raise RefusedError(opened, UNCLOSED_FLOW)
            if written is None:
                raise RefusedError(start, COMPLEX)
            self._at += 1
            end = self._at
            sign = self._next_in_flow(opened, parent, closing)
            value = None if sign in {",", closing} else self._node_in_flow(parent, depth)[1]
        elif closing == "]":
            return value
        elif written is None:
            raise RefusedError(start, COMPLEX)
        else:
            value = None
        if written == "<<" and not quoted:
            raise RefusedError(start, MERGE)
        if closing == "}" and depth <= 2:
            self._places[written] = (start, end)
        return (written, value) if closing == "}" else ((written, value),)

    def _node_in_flow(self, parent: int, depth: int) -> tuple[str | None, Any]:
        """A node, as it is written where it is a text, and what it means."""
        char = self._char()
        if char in {"[", "{"}:
            return None, self._flow(parent, depth + 1)
        if char in {'"', "'"}:
            quoted = self._quoted(parent)
            return quoted, quoted
        written, _ = self._plain(parent, _BEGINS_IN_FLOW, _PLAIN_IN_FLOW)
        return written, _WORDS.get(written, written)


_NO_NAMES = dict.fromkeys(",]}", NOT_A_PAIR) | dict.fromkeys("%@`", RESERVED)


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where what a pattern takes, from a place on, ends."""
    found = pattern.match(text, start)
    return found.end() if found else start


def _folded(gap: str) -> str:
    """What the white space between two lines means: a space, or a line break for each empty line."""
    return "\n" * (len(_BREAKS.findall(gap)) - 1) or " "


def _single(written: str) -> str:
    return _IN_SINGLE.sub(
        lambda found: "'" if found[0] == "''" else _folded(found["gap"]) if found["gap"] else found[0],
        written,
    )


def _block_text(lines: list[str], signs: str, *, folds: bool, ended: bool) -> str:
    """The lines of a block scalar as one text. Without a sign one line break ends it; none with -, all with +."""
    if not ended and lines and not lines[-1]:
        lines, ended = lines[:-1], True  # White space at the end of the file is no line.
    count = len(lines)
    while count and not lines[count - 1]:
        count -= 1
    last = "\n" if count and (ended or count < len(lines)) else ""
    tail = {"": last, "-": "", "+": last + "\n" * (len(lines) - count)}[signs]
    parts: list[str] = []
    empty = 0
    for line in lines[:count]:
        if not line:
            empty += 1
            continue
        # A line that begins with white space stands as it is, and so do the breaks on either side of it.
        joined = folds and parts and parts[-1][0] not in " \t" and line[0] not in " \t"
        parts += [("\n" * empty or " ") if joined else "\n" * (empty + bool(parts)), line]
        empty = 0
    return "".join(parts) + tail
