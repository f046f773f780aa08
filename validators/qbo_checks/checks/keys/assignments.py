"""Reads what is assigned to what in a text that keys were copied with: a file of settings, code, a table, the portal.

One lexer for every notation. What they share is enough: comments, quoted strings, a name, a sign, a value, and
what stands around them (a section, an object, an indented block). So half a file, or a file with a comma too
many, is read as well as a whole one. Where notations differ in what a value is, the difference stands beside the
line that makes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from qbo_checks.checks.keys.names import (
    HELD,
    HOLDERS,
    UNCLEAR,
    UNNAMED,
    Name,
    Slot,
    environment,
    introduced,
    knows,
    login,
    owned,
    remark,
    stated,
    understand,
    words,
)
from qbo_checks.excerpt import INVISIBLE
from qbo_checks.redact import DATED, EXPIRED
from qbo_checks.text import Pasted, unescaped

MAX_ASSIGNMENTS = 500
"""How many names and values are read: more than a file of settings has."""

TOKEN = re.compile(rf"(?i:X?{DATED}|{EXPIRED})")
"""How a refresh token, an authorization code or an expired token's identifier begins."""

WHOLE = re.compile(rf"(?<![\w.+/@-])(?!{TOKEN.pattern})(?:[A-Za-z0-9]{{50}}|[A-Za-z0-9]{{40}})(?![\w+/@-])")
"""A client ID or a client secret by its form alone, with nothing attached to it."""


def _has_key(word: str) -> bool:
    return len(word) >= _SHORT and WHOLE.search(word) is not None


BLANK = re.compile(rf"[\s{INVISIBLE}]+")
_BREAK = r"\n\v\f\r\x1c-\x1e\x85\u2028\u2029"
_STOP = r"""\s"'`=:,;{}\[\]()<>|│&"""

_LEX = re.compile(
    rf"""
    (?P<break> \r\n | [{_BREAK}] )
  | (?P<space> [^\S{_BREAK}]+ )
  | (?P<block> <!-- | /\*(?<![\w/*:]/\*) | <\# | \{{\# | \{{\{{!-- )
  | (?P<remark> (?: (?<![^\s"'`;,)\]}}]) (?: \#(?!\{{) | // ) | (?<!\S) (?: ; | -- | ! | (?i:rem) ) (?=\s) | (?<!\S);(?=[^\s=]) ) [^{_BREAK}]* )
  | (?P<string> (?<![\w\\]) (?: "(?:[^"\\{_BREAK}]|\\.){{0,1000}}" | '(?:[^'\\{_BREAK}]|\\.){{0,1000}}' | `[^`{_BREAK}]{{0,1000}}` ) )
  | (?P<url> (?: [A-Za-z][A-Za-z0-9+.-]{{1,20}}:// | (?i:arn|urn): ) [^\s"'`<>|)\]}},;]* )
  | (?P<tag> </?[A-Za-z][\w:.-]{{0,60}} )
  | (?P<word> [^{_STOP}]+ )
  | (?P<other> ===? | !==? | :: )
  | (?P<sign> => | := | \?\?=? | \|\|=? | \?: | :-(?!-) | → | [=:] )
  | (?P<mark> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_QUOTES, _ASSIGNS = frozenset("\"'"), frozenset("=:")
_LONG_QUOTES = ('"""', "'''")
_ENDS = {"<!--": "-->", "/*": "*/", "<#": "#>", "{#": "#}", "{{!--": "--}}"}
_COMMENT_SIGNS = re.compile(r"(?i:[\s#;/!*<>{}=_~-]*(?:rem\s+)?)")
_IDENTIFIER = re.compile(r"[\w.:-]{1,80}\Z")
_SPOKEN = re.compile(r"[\w .:@/()*-]{1,80}\Z")
_LETTER = re.compile(r"[^\W_]")
_YAML_PROPERTIES = re.compile(
    rf"(?:(?:!!?\w*|&\w+)[ \t]+)*(?P<block>[|>][+-]?[0-9]?[ \t]*(?=[{_BREAK}]|\Z|\#))?"
)
_STANDS_FOR_A_KEY = re.compile(r"[•●∙⦁█■*]{3}|…|\.\.\.|#{4}|\S{15}")
_ALPHANUMERIC = re.compile(r"[A-Za-z0-9]+\Z")
_TRANSPARENT = {
    "td",
    "th",
    "tr",
    "dt",
    "dd",
    "span",
    "div",
    "p",
    "label",
    "code",
    "b",
    "strong",
    "li",
    "pre",
    "em",
    "i",
    "kbd",
    "h1",
    "h2",
    "h3",
    "h4",
    "table",
    "tbody",
    "thead",
    "br",
    "ul",
    "dl",
}
"""Elements of HTML that say nothing of what is in them."""
_OPENING, _CLOSING = "{[(", "}])"
_BY_LENGTH: dict[int, Slot] = {50: "client_id", 40: "client_secret"}
_BLANK_KINDS = frozenset({"space", "break"})
_SHORT, _LONG = sorted(_BY_LENGTH)
_BROKEN = frozenset({"word", "space", "break"})
_MAX_DEPTH = 24
_BEHIND = 4
"""How far behind a token others are looked at before the end is."""
_WORDS = 8
"""How many words a name, with what stands before it, is looked for in."""
_HINT = re.compile(
    r"(?i)client|consumer|secr[eè]t|cl[eé]|key|(?<![a-z])id|identif|quickbooks|intuit|qbo?(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class Assignment:
    """A value, what its name says, and where it stands. Not in the repr, which ends up in logs: the text.

    ``environment`` is its own: by its name, a column, a title, a section or a remark on the line. ``scope`` is the
    object, the section or the row that it stands in; ``spelled`` the name where a later assignment to the same name
    counts instead. ``expression`` is code that the value would come from, ``commented`` what stands in a comment.
    ``within`` are the names of what it stands in, with dots between them.
    """

    value: Pasted = field(repr=False)
    label: str = field(repr=False)
    name: Name
    environment: str | None
    scope: tuple[int, ...]
    line: int
    spelled: str | None = field(default=None, repr=False)
    commented: bool = False
    expression: bool = False
    within: str = field(default="", repr=False)

    @property
    def slot(self) -> Slot | None:
        return self.name.slot

    @property
    def start(self) -> int:
        return self.value.start


@dataclass(slots=True)
class _Frame:
    """What assignments stand in: an object, a section, an indented block, an element."""

    kind: str
    name: str
    number: int
    indent: int = -1
    own: bool = False
    said: str | None = None
    heading: str | None = None
    holder: str = ""
    held: Pasted | None = None


NAMELESS = Name(None, None, -1, frozenset(), claims=False)


def read(text: Pasted) -> Reading:
    """What is assigned in a text, in its order."""
    rows, rest = _tables(text)
    reader = _Reader(rest)
    found = [*rows, *reader.found]
    found.sort(key=lambda assignment: assignment.start)
    found = _resolved(found)
    if any(_OF_WRANGLER.fullmatch(assignment.within) for assignment in found):
        # “vars” is no key that an environment inherits: developers.cloudflare.com/workers/wrangler/configuration.
        found = [
            replace(assignment, environment=UNNAMED)
            if assignment.within == "vars" and not assignment.environment
            else assignment
            for assignment in found
        ]
    return Reading(found, reader.stated)


_REFERENCE = re.compile(
    r"(?:\{\{-?|\$\{|\$\(|<%=|%|\$)\s{0,4}(?:(?:vars?|local|env|secrets)\.)?(?P<name>[A-Za-z_][\w-]{0,80})\s{0,4}(?:-?\}\}|\}|\)|%>|%)?"
)
"""A variable of a template, of a shell or of Windows, and nothing else."""


def _resolved(found: list[Assignment]) -> list[Assignment]:
    """The assignments with what a variable stands for, where the same text assigns it: ``{{ vault_client_id }}``."""
    references = {
        at: reference["name"]
        for at, assignment in enumerate(found)
        if (reference := _REFERENCE.fullmatch(assignment.value.text))
    }
    if not references:
        return found
    values = {
        assignment.spelled: assignment.value
        for at, assignment in enumerate(found)
        if at not in references and not assignment.commented
    }
    return [
        replace(assignment, value=values.get(references[at], assignment.value))
        if at in references
        else assignment
        for at, assignment in enumerate(found)
    ]


@dataclass(frozen=True, slots=True)
class Reading:
    """The assignments of a text; and of which environment it says that they are, for each scope that says so.

    ``stated`` holds the scope, the environment, and where in the text it stands.
    """

    assignments: list[Assignment]
    stated: list[tuple[tuple[int, ...], str, int]]


def _lex(raw: str) -> Iterator[tuple[str, int, int]]:
    """The tokens of a text: of which kind each is, where it begins and where it ends.

    A comment or a string without its end is only a sign; that there is none is found once.
    """
    endless: set[str] = set()

    def end_of(ending: str, start: int) -> int:
        at = -1 if ending in endless else raw.find(ending, start)
        if at < 0:
            endless.add(ending)
        return at

    at, significant = 0, ""
    while at < len(raw):
        if raw.startswith(_LONG_QUOTES, at) and (end := end_of(raw[at : at + 3], at + 3)) >= 0:
            kind, end = "string", end + 3
        else:
            match = _LEX.match(raw, at)
            if match is None:  # The last alternative is any character.
                return
            kind, end = match.lastgroup or "mark", match.end()
            if kind == "block":
                ending = end_of(_ENDS[match[0]], end)
                kind, end = ("mark", at + 1) if ending < 0 else (kind, ending + len(_ENDS[match[0]]))
            elif kind == "mark" and match[0] in _QUOTES and significant in _ASSIGNS:
                # dotenv lets a quoted value go on over lines, where nothing but a comment stands behind it.
                ending = end_of(match[0], end)
                if 0 <= ending < at + 8_000 and _AFTER_QUOTE.match(raw, ending + 1):
                    kind, end = "string", ending + 1
        if kind not in _BLANK_KINDS:
            significant = raw[end - 1]
        yield kind, at, end
        at = end


ESCAPED_SPACE = re.compile(r"\\[nrt]")
_DEFAULT = re.compile(r"\$\{[\w.-]{1,80}:[-=]?([^${}]{1,200})\}")
"""What a variable stands for where it has no value, in a shell, in Compose and in Spring."""
_AFTER_QUOTE = re.compile(rf"[ \t]*(?:[,;)\]}}]|\#|\Z|[{_BREAK}])")


class _Reader:
    """One pass over the tokens of a text."""

    def __init__(
        self, text: Pasted, *, commented: bool = False, depth: int = 0, scope: tuple[int, ...] = ()
    ) -> None:
        self.text, self.raw = text, text.text
        self.commented, self.depth, self.scope = commented, depth, scope
        self.found: list[Assignment] = []
        self.stated: list[tuple[tuple[int, ...], str, int]] = []
        self.frames = [_Frame("text", "", 0)]
        self.numbers = self.names = 0
        # What is known of the line that is read.
        self.line = self.first_of_line = self.indent = 0
        self.words_of_line: list[str] = []
        self.names_of_line = False
        self.expression: tuple[str, Pasted] | None = None
        self.spoken: str | None = None
        # The halves of a login, in what they stand in: a password counts beside a user name that is a client ID.
        self.logins: dict[tuple[int, ...], dict[Slot, tuple[str, Pasted]]] = {}
        # Labels that wait for their values, with the line they stand on; what may be the value of the last.
        self.waiting: list[tuple[str, int]] = []
        self.candidate: Pasted | None = None
        self.fresh_heading = self.after_blank = False
        # Each name is asked about several times. Kept no longer than the reader: a name may be anything.
        self.meanings: dict[str, Name] = {}
        # What is behind a token is asked of any: some more stand for the end.
        tokens = [*_lex(self.raw), *[("end", len(self.raw), len(self.raw))] * _BEHIND]
        self.kinds = [kind for kind, _, _ in tokens]
        self.starts = [start for _, start, _ in tokens]
        self.ends = [end for _, _, end in tokens]
        self.raws = [self.raw[start:end] for _, start, end in tokens]
        at = self._begin_line(0)
        while self.kinds[at] != "end" and self.names < MAX_ASSIGNMENTS:
            at = self._step(at)
        self._end_line()
        self._give_up()

    # What stands where

    def _means(self, name: str) -> Name:
        if name not in self.meanings:
            self.meanings[name] = understand(name)
        return self.meanings[name]

    def _inner(self, at: int) -> Pasted:
        """What a token stands for: a string without its quotes, its escapes read."""
        start, end = self.starts[at], self.ends[at]
        if self.kinds[at] != "string":
            return self.text[start:end]
        quotes = 3 if self.raw.startswith(_LONG_QUOTES, start) and end - start > 5 else 1
        inner = self.text[start + quotes : end - quotes]
        if default := _DEFAULT.fullmatch(inner.text):
            inner = inner.matched(default, 1)
        # Single quotes and backticks take a backslash as it is, nearly everywhere.
        if self.raw[start] == '"' and "\\" in inner.text:
            inner, _ = unescaped(inner)
            inner, _ = inner.rewritten(ESCAPED_SPACE, lambda _: " ")
        return inner

    def _after_space(self, at: int) -> int:
        return at + 1 if self.kinds[at] == "space" else at

    def _path(self) -> tuple[int, ...]:
        # The brackets of a call, and of an expression, are no scope.
        return (*self.scope, *(frame.number for frame in self.frames if frame.number >= 0))

    def _push(self, kind: str, name: str = "", indent: int = -1) -> None:
        if len(self.frames) < _MAX_DEPTH:
            self.numbers += 1
            number = -1 if kind == "(" or self.expression else self.numbers
            said = environment(words(name)) if name else None
            self.frames.append(_Frame(kind, name, number, indent, bool(name) and owned(name), said))

    def _pop(self, kind: str, name: str | None = None) -> None:
        for at in range(len(self.frames) - 1, 0, -1):
            if self.frames[at].kind == kind and name in {None, self.frames[at].name}:
                del self.frames[at:]
                return

    def _environment(self) -> str | None:
        for frame in reversed(self.frames):
            if here := frame.heading or frame.said:
                return here
        return None

    # Lines

    def _begin_line(self, at: int) -> int:
        """Close the indented blocks that a line is not in, and open a section where it is the title of one."""
        kind = self.kinds[at]
        self.indent = len(self.raws[at]) if kind == "space" else 0
        first = self._after_space(at)
        if self.kinds[first] in {"break", "end", "remark", "block"}:
            return at
        dash = self.raws[first] == "-"
        while self.frames[-1].kind in {"indent", "item"} and (
            self.frames[-1].indent > self.indent
            or (self.frames[-1].indent == self.indent and not (dash and self.frames[-1].kind == "indent"))
        ):
            self.frames.pop()
        if dash:
            if self.kinds[first + 1] == "space":
                # In ``- name: X`` what follows belongs together; ``- NAME=X`` is one of a list.
                name, sign = self._name_at(first + 2)
                if name and self.raws[sign] == ":":
                    self._push("item", indent=self.indent)
            return first + 1
        if self.raws[first] == "[" and (section := _SECTION.match(self.raw, self.starts[first])):
            del self.frames[1:]
            self._give_up()
            self._push("section", section[1])
            while self.kinds[at] != "end" and self.starts[at] < section.end():
                at += 1
        elif _DOCUMENT.match(self.raw, self.starts[first]) and not self.fresh_heading:
            self.numbers += 1
            self.frames = [_Frame("text", "", self.numbers)]
            return first + 1
        return at

    def _end_line(self) -> None:
        """What the rest of a line says of its values, or what a line without any says of those below."""
        if self.expression:
            name, value = self.expression
            self.expression = None
            slot = self._means(name).slot
            if slot and all(other.slot != slot for other in self.found[self.first_of_line :]):
                self._emit(name, value, expression=True)
        said = remark(" ".join(self.words_of_line))
        if len(self.found) > self.first_of_line:
            if said:
                self.found[self.first_of_line :] = [
                    replace(other, environment=said if other.name.environment in {None, said} else UNCLEAR)
                    for other in self.found[self.first_of_line :]
                ]
        elif said and not self.names_of_line:
            self._head(said)
        self.first_of_line = len(self.found)
        self.words_of_line.clear()
        self.names_of_line = False
        self.spoken = None

    def _head(self, said: str | None) -> None:
        frame = self.frames[-1]
        # Both tabs' names in a row are the tabs themselves, and say nothing of what follows.
        both = self.fresh_heading and frame.heading not in {None, UNCLEAR, said}
        frame.heading = None if both else said
        self.fresh_heading = True

    def _comment(self, text: Pasted) -> None:
        sign = _COMMENT_SIGNS.match(text.text)
        inner = text[sign.end() if sign else 0 :]
        if not self.commented and len(inner) > 12 and _HINT.search(inner.text):
            within = _Reader(inner, commented=True, depth=self.depth + 1, scope=(-1,))
            if any(other.slot and other.label for other in within.found):
                self.found += within.found
                self.first_of_line = len(self.found)
                return
        if len(self.found) > self.first_of_line or self.names_of_line:
            self.words_of_line.append(inner.text)
        elif said := remark(inner.text):
            self._head(said)
        elif self.after_blank and self.frames[-1].heading and _LETTER.search(inner.text):
            # Another title: what the one before said may not hold any more.
            self.frames[-1].heading = UNCLEAR

    # Tokens

    def _step(self, at: int) -> int:
        kind = self.kinds[at]
        if kind == "break":
            self._end_line()
            self.line += 1
            self.after_blank = self.kinds[self._after_space(at + 1)] == "break"
            return self._begin_line(at + 1) if not self.after_blank else at + 1
        if kind in {"remark", "block"}:
            self._comment(self.text[self.starts[at] : self.ends[at]])
            self.after_blank = False
        elif kind == "string":
            return self._string(at)
        elif kind == "word":
            return self._word(at)
        elif kind == "tag":
            return self._tag(at)
        elif kind == "mark":
            mark = self.raws[at]
            if mark in _OPENING:
                self._push(mark)
            elif mark in _CLOSING:
                self._pop(_OPENING[_CLOSING.index(mark)])
        return at + 1

    def _sign(self, at: int, *, known: bool) -> int:
        """Where a sign of assignment stands behind a name, or -1. Brackets may close between them: ``env["X"] =``."""
        for _ in range(4):
            at = self._after_space(at)
            if self.kinds[at] == "sign" or (known and self.raws[at].lower() == "or"):
                return at
            if not known or self.raws[at] not in {"]", ")", "**", "`"}:
                return -1
            at += 1
        return -1

    def _string(self, at: int) -> int:
        inner = self._inner(at)
        if not inner.text:
            return at + 1
        name = (
            self._means(inner.text)
            if _SPOKEN.match(inner.text) and not WHOLE.search(inner.text)
            else NAMELESS
        )
        known = name.slot is not None or bool(stated(inner.text, "true") or stated(inner.text, "sandbox"))
        plain = known or _IDENTIFIER.match(inner.text) is not None
        if (
            len(inner) < 80
            and (sign := self._sign(at + 1, known=plain)) >= 0
            and not WHOLE.search(inner.text)
        ):
            for between in range(at + 1, sign):
                if self.raws[between] in {"]", ")"}:
                    self._step(between)
            return self._value(sign + 1, inner.text, self.raws[sign])
        following = self._after_space(at + 1)
        if self.raws[following] == "{":
            self._push("{", inner.text)
            return following + 1
        argument = self._after_space(following + 1) if self.raws[following] == "," else following
        called = (
            self.raws[following] == ","
            and self.frames[-1].kind == "("
            and plain
            and not WHOLE.search(inner.text)
        )
        # set("client_id", "…"), and "client_id" "…" of a command; in a row of names the next is one too.
        if (
            (known or called)
            and self.kinds[argument] == "string"
            and not self._means(self._inner(argument).text).slot
        ):
            self._emit(inner.text, self._inner(argument).strip()[0])
            return argument + 1
        if known:
            if name.slot and not self.expression:
                self._wait(inner.text)
        elif not self._within(inner):
            self._nameless(inner)
        return at + 1

    def _within(self, inner: Pasted, *, named: bool = False) -> bool:
        """Read what is assigned within a string, if anything may be: ``"QBO_CLIENT_ID=…"``, the body of a request.

        Within the value of another name it may be anything, a note for instance: it counts where nothing else does.
        """
        if self.depth > 1 or len(inner) < 12 or not _MAY_ASSIGN.search(inner.text):
            return False
        apart = named or "\n" in inner.text
        self.numbers += apart
        scope = (*self._path(), *((self.numbers,) if apart else ()))
        within = _Reader(inner, commented=self.commented, depth=self.depth + 1, scope=scope)
        here = self._environment()
        for other in within.found:
            name = replace(other.name, rank=min(other.name.rank, 0)) if named else other.name
            self.found.append(
                replace(other, name=name, environment=other.environment or here, line=self.line)
            )
        self.stated += () if named else within.stated
        return True

    def _run(self, at: int) -> list[int]:
        """The words that stand together from a place on, on one line, up to one that is a value."""
        run: list[int] = []
        while len(run) < _WORDS and self.kinds[at] == "word" and not _has_key(self.raws[at]):
            run.append(at)
            at += 1
            # Two words with nothing between them are two; so are cells of a table.
            if self.kinds[at] != "space" or "\t" in self.raws[at]:
                break
            at += 1
        return run

    def _name_at(self, at: int) -> tuple[str, int]:
        """The name of an assignment that begins at a token, and where its sign stands; an empty one for none."""
        if self.kinds[at] == "string":
            sign = self._sign(at + 1, known=False)
            return (self._inner(at).text, sign) if sign >= 0 else ("", -1)
        run = self._run(at)
        return self._named(run) if run else ("", -1)

    def _named(self, run: list[int]) -> tuple[str, int]:
        """The name that some words are or end with, and where its sign stands; an empty one for none."""
        if self._is_padding(run[-1]):
            return "", -1
        name, sign = self._spelled(run), self._sign(run[-1] + 1, known=False)
        if sign < 0 and _HINT.search(name) and self._means(name).slot:
            behind = self._remark_in_parentheses(run[-1] + 1)
            sign = self._sign(behind[1], known=True) if behind[0] else self._sign(run[-1] + 1, known=True)
            name = f"{name} {behind[0]}".rstrip()
        return (name, sign) if sign >= 0 else ("", -1)

    def _remark_in_parentheses(self, at: int) -> tuple[str, int]:
        """``Client ID (Development)``: an environment in parentheses, and what is behind it."""
        at = self._after_space(at)
        if self.raws[at] == "(" and self.kinds[at + 1] == "word":
            end = self._run(at + 1)
            said = " ".join(map(self.raws.__getitem__, end))
            if end and self.raws[end[-1] + 1] == ")" and remark(said) not in {None, UNCLEAR}:
                return said, end[-1] + 2
        return "", at

    def _is_padding(self, at: int) -> bool:
        """Whether the = behind a long word is the end of base64."""
        return (
            self.raws[at + 1] == "="
            and len(self.raws[at]) >= 20
            and self.kinds[at + 2] not in {"word", "string"}
            and self._means(self.raws[at]).slot is None
        )

    def _spelled(self, run: list[int]) -> str:
        """The name that some words end with: ``export QBO_CLIENT_ID``, ``the Production Client ID``."""
        begin = len(run) - 1
        if begin and knows(self.raws[run[-1]]):
            while begin > max(0, len(run) - 6) and knows(self.raws[run[begin - 1]]):
                begin -= 1
        return " ".join([self.raws[word] for word in run[begin:]])

    def _word(self, at: int) -> int:
        run = self._run(at)
        if not run:
            self._nameless(self.text[self.starts[at] : self.ends[at]])
            return at + 1
        last = run[-1]
        named = self.kinds[self._after_space(last + 1)] == "sign" or self._hints(run)
        if named and (behind := self._assigned(run)) is not None:
            return behind
        if joined := self._joined(at):
            return self._join(at, *joined)
        if self.waiting and not (self.candidate or self.expression):
            whole = self.text[self.starts[run[0]] : self.ends[last]]
            apart = len(run) == 1 or self.waiting[-1][1] == self.line
            if apart and _STANDS_FOR_A_KEY.search(whole.text):
                self.candidate = whole
                return last + 1
        self.words_of_line += [self.raws[word] for word in run]
        return last + 1

    def _assigned(self, run: list[int]) -> int | None:
        """Read what some words assign or announce, and go behind it; None where they do neither."""
        last = run[-1]
        name, sign = self._named(run)
        if name:
            leading = len(run) - len(name.partition("(")[0].split())
            before = [self.raws[word] for word in run[: max(0, leading)]]
            # "const" and "export" say nothing; "sandbox" would.
            self.words_of_line += before if remark(" ".join(before)) else []
            return self._value(sign + 1, name, self.raws[sign])
        called = self.raws[last + 1] == "(" and self.kinds[last + 2] == "string"
        if called and self._means(self.raws[last]).slot:
            self._emit(self.raws[last], self._inner(last + 2).strip()[0])
            return last + 3
        if not self.expression and (label := self._label(run)):
            return self._labelled(run, *label)
        return None

    def _hints(self, run: list[int]) -> bool:
        """Whether some words may name a key: most are passed over."""
        return _HINT.search(self.raw, self.starts[run[0]], self.ends[run[-1]]) is not None

    def _labelled(self, run: list[int], begin: int, end: int, spelled: str) -> int:
        """Let a name without a sign wait for its value, or take the string behind it."""
        self.words_of_line += [self.raws[word] for word in run[:begin]]
        behind = run[end - 1] + 1
        said = ""
        if end == len(run):
            said, behind = self._remark_in_parentheses(behind)
        self._wait(f"{spelled} {said}".rstrip())
        following = self._after_space(behind)
        if self.kinds[following] == "string" and not self._means(self._inner(following).text).slot:
            self.waiting.pop()
            self._emit(spelled, self._inner(following).strip()[0])
            return following + 1
        return behind

    def _label(self, run: list[int]) -> tuple[int, int, str] | None:
        """A name without a sign among some words: in a table, in a command, on the portal's page."""
        if not self._hints(run):
            return None
        # A flag of a command is a name by itself: --secret qboClientId.
        flags = [self.raws[word].startswith("-") for word in run]
        known = [knows(self.raws[word]) and not flag for word, flag in zip(run, flags, strict=True)]
        labels: list[tuple[int, int, str]] = []
        begin = 0
        while begin < len(run):
            most = begin + 1
            while known[begin] and most < min(begin + 5, len(run)) and known[most]:
                most += 1
            for end in range(most, begin, -1):
                spelled = " ".join([self.raws[word] for word in run[begin:end]])
                if self._means(spelled).slot:
                    labels.append((begin, end, spelled))
                    begin = end - 1
                    break
            begin += 1
        # Of several, the surest: gh secret set QBO_CLIENT_SECRET.
        return max(labels, key=lambda label: self._means(label[2]).rank, default=None)

    def _tag(self, at: int) -> int:
        tag = self.raws[at]
        name = tag.lstrip("</")
        if name.lower() in _TRANSPARENT:
            while self.kinds[at] not in {"break", "end"} and self.raws[at] != ">":
                at += 1
            return at + 1 if self.raws[at] == ">" else at
        if tag.startswith("</"):
            self._pop("tag", name)
            return at + 1
        if self.raws[at + 1] == ">":
            if self.kinds[self._after_space(at + 2)] in {"word", "string", "url"}:
                return self._value(at + 2, name, ">")
            self._push("tag", name)
            return at + 2
        return at + 1

    # Values

    def _value(self, at: int, name: str, sign: str) -> int:
        """Read what stands behind a name and its sign."""
        self._give_up()
        self.names += 1
        self.names_of_line = True
        at = self._after_properties(self._after_space(at)) if sign == ":" else self._after_space(at)
        kind, raw = self.kinds[at], self.raws[at]
        if kind in {"break", "end", "remark", "block"} or raw in {",", ";", "&", "}"}:
            return self._without_value(at, name, sign)
        if self.raw.startswith("${?", self.starts[at]):
            # HOCON's ${?NAME} counts where the variable is set; the file's own value stands above it.
            return self._end_of_line(at)
        if kind == "string":
            inner = self._inner(at).strip()[0]
            if not self._means(name).slot:
                # What systemd's “Environment=” holds are assignments as good as any.
                self._within(inner, named=name.lower() != "environment")
            self._emit(name, inner)
            return at + 1
        if raw in _OPENING and kind == "mark":
            self._push(raw, name)
            return at + 1
        return self._bare(at, name)

    def _after_properties(self, at: int) -> int:
        """What is behind a tag, an anchor or the sign of a block of YAML's."""
        properties = _YAML_PROPERTIES.match(self.raw, self.starts[at])
        while properties and self.kinds[at] != "end" and self.starts[at] < properties.end():
            at += 1
        return at

    def _bare(self, at: int, name: str) -> int:
        """Read a value without quotes; an expression is left for what stands in it."""
        if self.kinds[at] == "word" and WHOLE.fullmatch(self.raws[at]):
            self._emit(name, self.text[self.starts[at] : self.ends[at]])
            return at + 1
        end = at
        while self._goes_on(end, at):
            if self.kinds[end] == "string" or self.raws[end] in {*_OPENING, "||", "??", "?:"}:
                self.expression = (name, self._to_end_of_line(at))
                return at
            end += 1
        if end == at:
            # Another name: ``QuickBooks:ClientId=…``.
            return at
        while end > at and self.kinds[end - 1] == "space":
            end -= 1
        value = self.text[self.starts[at] : self.ends[end - 1]]
        if whole := WHOLE.search(value.text):
            run = self._run(at)
            if run and not self._means(name).slot and self._label(run):
                # What was taken for a name is a remark: “the keys: client ID …, secret …”.
                return at
            self.words_of_line += [value.text[: whole.start()], value.text[whole.end() :]]
            value = value.matched(whole)
        elif end == at + 1 and (joined := self._joined(at)):
            value, end = joined
            self.line += sum(self.kinds[between] == "break" for between in range(at, end))
        self._emit(name, value)
        return end

    def _goes_on(self, at: int, first: int) -> bool:
        """Whether a value without quotes goes on at a token."""
        kind, raw = self.kinds[at], self.raws[at]
        if (
            kind in {"break", "end", "remark", "block"}
            or raw in {"|", "│", ",", ";", "&", ")", "}", "]"}
            or (kind == "space" and "\t" in raw)
        ):
            return False
        if kind == "tag" and raw.startswith("</"):
            return False
        if kind == "word":
            if self.kinds[self._after_space(at + 1)] == "sign" and self.raws[self._after_space(at + 1)] in {
                "=",
                ":",
                "=>",
            }:
                return self._is_padding(at)
            if (
                at > first
                and self.kinds[at - 1] == "space"
                and (run := self._run(at)[:5])
                and (label := self._label(run))
            ):
                return label[0] > 0
        return True

    def _end_of_line(self, at: int) -> int:
        end = at
        while self.kinds[end] not in {"break", "end", "remark"} and end < at + 100:
            end += 1
        return end

    def _to_end_of_line(self, at: int) -> Pasted:
        end = self._end_of_line(at)
        return self.text[self.starts[at] : self.ends[max(at, end - 1)]].strip()[0]

    def _without_value(self, at: int, name: str, sign: str) -> int:
        """What a name with nothing behind it is: empty, the title of what is below, or broken before its value."""
        below = at
        while self.kinds[below] in {"break", "space", "remark", "block"}:
            below += 1
        begins = self.kinds[below] in {"string", "word"} and bool(
            self._name_at(below + 2 if self.raws[below] == "-" else below)[0]
        )
        indent = self._indent_of(below)
        if self.kinds[at] not in {"break", "remark", "block"} or sign not in {":", "=>", "→", ">"}:
            if self._means(name).slot:
                self._emit(name, self._nothing(at))
        elif (begins or self.raws[below] == "-") and (
            indent > self.indent or (self.raws[below] == "-" and indent == self.indent)
        ):
            self._push("indent", name, self.indent)
        elif begins or self.kinds[below] == "end":
            if self._means(name).slot:
                self._emit(name, self._nothing(at))
            elif (said := introduced(self.raw[self._line_start(at) : self.starts[at]])) or (
                said := remark(name)
            ) not in {None, UNCLEAR}:
                self._head(said)
        elif self._means(name).slot:
            self._wait(name)
        elif said := introduced(self.raw[self._line_start(at) : self.starts[at]]):
            self._head(said)
        return at

    def _line_start(self, at: int) -> int:
        while at and self.kinds[at - 1] != "break":
            at -= 1
        return self.starts[at]

    def _nothing(self, at: int) -> Pasted:
        return self.text[self.starts[at] : self.starts[at]]

    def _indent_of(self, at: int) -> int:
        if self.kinds[at] == "end":
            return -1
        return len(self.raws[at - 1]) if self.kinds[at - 1] == "space" else 0

    def _joined(self, at: int) -> tuple[Pasted, int] | None:
        """A key that line breaks or spaces went into, and the token behind it."""
        first = self.raws[at]
        if len(first) < 3 or not (first[0].isalnum() and first.isascii()):
            return None
        length, end, broken = 0, at, False
        while length < _LONG and self.kinds[end] in _BROKEN and end < at + 12:
            if self.kinds[end] == "word":
                word = self.raws[end]
                bare = word if word.isalnum() else BLANK.sub("", word)
                if not _ALPHANUMERIC.match(bare) or (length and self._label([end])):
                    break
                length += len(bare)
                if broken and length in _BY_LENGTH and self.kinds[self._after_space(end + 1)] != "word":
                    value = self.text[self.starts[at] : self.ends[end]]
                    if not TOKEN.match(value.text):
                        return value, end + 1
            else:
                broken = True
            end += 1
        return None

    def _join(self, at: int, value: Pasted, end: int) -> int:
        self.line += sum(self.kinds[between] == "break" for between in range(at, end))
        self._take(value, _BY_LENGTH[len(BLANK.sub("", value.text))])
        return end

    # What was found

    def _wait(self, name: str) -> None:
        if self.candidate:
            self._give_up()
        self.names_of_line = True
        self.waiting = [(label, line) for label, line in self.waiting[-7:] if line > self.line - 4]
        self.waiting.append((name, self.line))

    def _give_up(self) -> None:
        """Another name begins: the label before it has what looked most like a value, or nothing."""
        if self.candidate and self.waiting:
            self._emit(self.waiting[-1][0], self.candidate)
        self.waiting, self.candidate = [], None

    def _nameless(self, text: Pasted) -> None:
        """Take each value that has the form of a key, for the label that waits for it if there is one."""
        for match in WHOLE.finditer(text.text):
            self._take(text.matched(match), _BY_LENGTH[len(match[0])])

    def _take(self, value: Pasted, slot: Slot) -> None:
        frame = self.frames[-1]
        self.waiting = [(label, line) for label, line in self.waiting if line > self.line - 5]
        if self.waiting:
            # Of a row of labels, the first one that takes a value of this form.
            fits = [at for at, (label, _) in enumerate(self.waiting) if self._means(label).slot == slot]
            label, _ = self.waiting.pop(fits[0] if fits else -1)
            self.candidate = None
            self._emit(label, value)
        elif frame.holder:
            self._emit("value", value)
        elif self._means(frame.name).slot:
            self._emit(frame.name, value)
        else:
            self._add(value, "", replace(NAMELESS, slot=slot))

    def _emit(self, name: str, value: Pasted, *, expression: bool = False) -> None:
        """Add an assignment, by what its name says."""
        if said := stated(name, value.text):
            self.stated.append((self._path(), said, value.start))
            if self.frames[-1].heading:
                self.frames[-1].heading = said
            return
        meant = self._means(name)
        if name.startswith("-") and self._means(value.text).slot:
            # A flag that names what the next line prints: --secret=qbo-client-id.
            self._wait(value.text)
        elif meant.slot is not None:
            if meant.rank < 2 and any(outer.own for outer in self.frames):
                meant = replace(meant, rank=meant.rank + 2)
            self._add(value, name, meant, expression=expression)
        elif not self._emit_held(name, value):
            self._emit_by_form(name, value, meant)

    def _emit_held(self, name: str, value: Pasted) -> bool:
        """Whether a name and its value stand under names of their own: ``{"name": "client_id", "value": …}``."""
        frame = self.frames[-1]
        lower = name.lower().rpartition(".")[2].lstrip("-@$")
        if lower in HOLDERS and (self._means(value.text).slot or stated(value.text, "sandbox")):
            frame.holder = value.text
            if frame.held:
                held, frame.held = frame.held, None
                self._emit("value", held)
            return True
        if lower in HELD:
            holder = frame.holder or (frame.name if self._means(frame.name).slot else "")
            frame.holder = ""
            if holder:
                self._emit(holder, value)
                return True
            frame.held = value
        return False

    def _emit_by_form(self, name: str, value: Pasted, meant: Name) -> None:
        """Add a value that has a key's form under a name that says of no key."""
        if not WHOLE.fullmatch(value.text):
            return
        slot, frame = _BY_LENGTH[len(value.text)], self.frames[-1]
        if login(name) == slot:
            self._emit_login(slot, name, value)
            return
        if meant.claims:
            return
        if (said := remark(name)) not in {None, UNCLEAR}:
            # “sandbox: ID / SECRET” has no name of a key, and an environment for what follows on its line.
            self.spoken = said
            self._add(value, "", replace(NAMELESS, slot=slot))
            return
        # “key” of an object “quickbooks” is QuickBooks’ key.
        whole = self._means(f"{frame.name} {name}") if frame.own else NAMELESS
        self._add(value, name, whole if whole.slot == slot else replace(NAMELESS, slot=slot, rank=-2))

    def _emit_login(self, slot: Slot, name: str, value: Pasted) -> None:
        """Add what is a key by its form, as a user name or as the password beside one."""
        halves = self.logins.setdefault(self._path(), {})
        if slot in halves:
            halves.clear()
        halves[slot] = name, value
        if slot == "client_id" or "client_id" in halves:
            self._add(value, name, replace(NAMELESS, slot=slot, rank=-2))
        if slot == "client_id" and (before := halves.get("client_secret")):
            self._add(before[1], before[0], replace(NAMELESS, slot="client_secret", rank=-2))

    def _add(self, value: Pasted, label: str, name: Name, *, expression: bool = False) -> None:
        self.names += 1
        self.fresh_heading = False
        here = name.environment or (None if label else self.spoken) or self._environment()
        spelled = label if label and not re.search(r"\s", label) else None
        self.found.append(
            Assignment(
                value,
                label,
                name,
                here,
                self._path(),
                self.line,
                spelled,
                self.commented,
                expression,
                ".".join(frame.name for frame in self.frames if frame.name),
            )
        )


_OF_WRANGLER = re.compile(r"env\.[\w-]{1,60}\.vars")
_MAY_ASSIGN = re.compile(r"[\w\"'\]) ][=:>]")
# Possessive: a line may hold any number of blanks.
_SECTION = re.compile(
    rf"\[\[?[ \t]*+([\w.:@/\"-][\w .:@/\"-]{{0,79}}?|(?<= ))[ \t]*+\]\]?[ \t]*+(?=[{_BREAK}]|\Z|\#|;)"
)
_DOCUMENT = re.compile(rf"---[ \t]*(?=[{_BREAK}])")


# Tables

_LINE = re.compile(rf"[^{_BREAK}]+")
_HEADER = re.compile(r"(?i)client|consumer|password|mot de passe|secret|sandbox|prod|dev|live|value|valeur")
_RULE = re.compile(r"[\s|│┼├┤┌┐└┘┬┴─+:=-]+\Z")
_SEPARATORS = {
    "\t": re.compile(r"[^\t]+|\A(?=\t)|(?<=\t)(?=\t|\Z)"),
    "|": re.compile(r"[^|│]+"),
    ",": re.compile(r'"[^"]*"|[^,]+|\A(?=,)|(?<=,)(?=,|\Z)'),
    ";": re.compile(r'"[^"]*"|[^;]+|\A(?=;)|(?<=;)(?=;|\Z)'),
    "  ": re.compile(r"\S+(?: \S+)*"),
}
"""What stands between the cells of a row, and what a cell is. Two spaces are the last that is tried."""
_MAX_TABLES = 100
_MAX_EMPTY_ROWS = 4
"""How many rows without any value make it plain that there is no table."""
_CELL_SIGNS = " \t\u00a0\"'`*_"


def _cells(raw: str, start: int, end: int, separator: str) -> list[tuple[int, int]]:
    """Where the cells of a row are, without the space and the signs around them."""
    line = raw[start:end]
    places = []
    for match in _SEPARATORS[separator].finditer(line):
        text = match[0]
        left = len(text) - len(text.lstrip(_CELL_SIGNS))
        right = len(text.rstrip(_CELL_SIGNS))
        places.append((start + match.start() + left, start + match.start() + max(left, right)))
    if separator == "|":
        # A row of Markdown has signs at both ends, and spaces outside of them.
        places = [place for at, place in enumerate(places) if place[0] < place[1] or 0 < at < len(places) - 1]
    return places


@dataclass(frozen=True, slots=True)
class _Column:
    """What the title of a column says of the cells below it."""

    slot: Slot | None
    environment: str | None
    name: Name
    holds: str = ""


_NO_TITLE = re.compile(r"[={}\[\]<>'\"#/;]|:\S|\((?!\w+\))")


def _column(text: str) -> _Column:
    if len(text) > 60 or _NO_TITLE.search(text):
        return _Column(None, None, NAMELESS)
    name = understand(text)
    said = words(text)
    lower = text.strip().lower()
    if name.slot:
        return _Column(name.slot, name.environment, name)
    if half := login(text):
        return _Column(half, None, replace(NAMELESS, slot=half, rank=-2), "login")
    if remark(text) not in {None, UNCLEAR}:
        return _Column(None, environment(said), name, "environment")
    return _Column(None, None, name, "name" if lower in HOLDERS else "value" if lower in HELD else "")


def _tables(text: Pasted) -> tuple[list[Assignment], Pasted]:
    """What stands in tables whose first row says what their columns are, and the text without these."""
    raw = text.text
    if not _HEADER.search(raw):
        return [], text
    lines = [match.span() for match in _LINE.finditer(raw)]
    found: list[Assignment] = []
    gone: list[tuple[int, int]] = []
    at = tried = 0
    while at < len(lines) - 1 and len(found) < MAX_ASSIGNMENTS and tried < _MAX_TABLES:
        # What may be the first row of a table is looked at with the rows below it.
        tried += bool(_HEADER.search(raw, *lines[at]))
        at = _table(text, lines, at, found, gone)
    if not gone:
        return [], text
    pieces, after = [], 0
    for start, end in gone:
        pieces += [raw[after:start], " " * (end - start)]
        after = end
    return found, text.read_as("".join([*pieces, raw[after:]]))


def _table(
    text: Pasted, lines: list[tuple[int, int]], at: int, found: list[Assignment], gone: list[tuple[int, int]]
) -> int:
    """Read the table that begins on a line, if one does. The line behind it, or the next."""
    raw = text.text
    start, end = lines[at]
    if end - start > 2_000 or not _HEADER.search(raw, start, end) or WHOLE.search(raw[start:end]):
        return at + 1
    for separator in _SEPARATORS:
        if separator not in raw[start:end].replace("│", "|"):
            continue
        places = _cells(raw, start, end, separator)
        columns = [_column(raw[begin:finish]) for begin, finish in places]
        if [column.holds for column in columns].count("login") != 2:
            columns = [
                _Column(None, None, NAMELESS) if column.holds == "login" else column for column in columns
            ]
        kinds = {column.holds for column in columns}
        wide = any(column.slot for column in columns) and len(columns) > 1
        across = "environment" in kinds
        long = {"name", "value"} <= kinds
        if not (wide or across or long):
            continue
        rows, below = _below(text, lines, at, separator, columns)
        if columns[0].holds == "environment" and any(_column(raw[slice(*row[0])]).slot for _, row in rows):
            # The corner above the names is empty, and what is empty is easily left out of a copy.
            columns.insert(0, _Column(None, None, NAMELESS))
        values = _rows(text, columns, rows, at)
        if values:
            found += values
            gone += [(lines[line][0], lines[line][1]) for line in range(at, below)]
            return below
    return at + 1


def _below(
    text: Pasted,
    lines: list[tuple[int, int]],
    at: int,
    separator: str,
    columns: list[_Column],
) -> tuple[list[tuple[int, list[tuple[int, int]]]], int]:
    """The rows below the first one, and the line behind them."""
    raw = text.text
    rows: list[tuple[int, list[tuple[int, int]]]] = []
    below = at + 1
    while below < len(lines):
        begin, finish = lines[below]
        if not _RULE.match(raw[begin:finish]):
            row = _cells(raw, begin, finish, separator)
            apart = separator in raw[begin:finish].replace("│", "|") and finish - begin <= 4_000
            if not apart or not 2 <= len(row) <= len(columns) + 2:
                break
            rows.append((below, row))
            if len(rows) == _MAX_EMPTY_ROWS and not _rows(text, columns, rows, at):
                break
        below += 1
    return rows, below


def _rows(
    text: Pasted,
    columns: list[_Column],
    rows: list[tuple[int, list[tuple[int, int]]]],
    number: int,
) -> list[Assignment]:
    """The values of a table: a cell is of the key and of the environment that its column or its row says."""
    wide = any(column.slot for column in columns)
    found = []
    for line, row in rows:
        cells = [text[begin:end] for begin, end in row]
        said = [_column(cell.text) for cell in cells]
        own = next((one for one in said if one.slot), None)
        own = None if wide else own
        spoken = [
            (environment(words(cell.text)), column.holds == "name")
            for cell, one, column in zip(cells, said, columns, strict=False)
            if one.holds == "environment"
        ]
        # What an item is called comes before the folder that it is in.
        said_here = {here for here, is_name in spoken if is_name} or {here for here, _ in spoken}
        of_row = said_here.pop() if len(said_here) == 1 else UNCLEAR if said_here else None
        if own and not any(column.holds in {"environment", "value"} for column in columns):
            continue
        for at, (cell, column) in enumerate(zip(cells, columns, strict=False)):
            if not cell.text or said[at].slot or said[at].holds == "environment":
                continue
            if wide and column.slot:
                name, here = column.name, column.environment or of_row
            elif own and column.holds in {"environment", "value"}:
                name, here = own.name, column.environment or own.environment or of_row
            else:
                continue
            whole = WHOLE.search(cell.text)
            if column.holds == "login" and not (whole and _BY_LENGTH[len(whole[0])] == column.slot):
                continue
            value = cell.matched(whole) if whole else cell
            group = line if wide else number + at if column.holds == "environment" else number
            found.append(Assignment(value, "table", name, here, (-2, number, group), line))
    return found
