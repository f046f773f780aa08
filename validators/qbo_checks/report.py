"""What a check says of what was pasted, as plain values in one language."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qbo_checks.excerpt import CONTEXT_CHARS, DOT, MAX_COMPARED_CHARS, compare, excerpt
from qbo_checks.lookalikes import distance
from qbo_checks.model import (
    Answer,
    Case,
    Cause,
    Check,
    Fields,
    Host,
    Language,
    Phrase,
    Rule,
    Span,
    Text,
    Verdict,
)
from qbo_checks.redact import RUN, is_shown_whole, shown
from qbo_checks.text import lower

SCHEME = "https://"

MARGIN_CHARS = 300
"""How many characters on either side of a place are looked at, at most, to decide which of them may be shown."""

MAX_TYPOS = 2
"""How many letters of a name of ours may be wrong, at most, for it to be shown as it was written."""

MAX_KEPT_CHARS = 2000
"""The longest value, in code points, that a page may keep for its reader."""

MATCHED = Text(fr="Tout est exact.", en="Everything matches.")
"""Of a pass in which a value was compared with the right one, character by character."""

SUMMARIES: Mapping[Verdict, Text] = {
    "pass": Text(fr="Aucun problème relevé.", en="No problems found."),
    "review": Text(fr="À vérifier par vous-même.", en="Needs your own judgment."),
    "fail": Text(fr="À corriger.", en="Needs fixing."),
}


@dataclass(frozen=True, slots=True)
class Report:
    """A check's answer about what was pasted. It holds no language: :meth:`to_dict` speaks one."""

    check: Check = dataclasses.field(repr=False)
    fields: Fields = dataclasses.field(repr=False)
    answer: Answer

    @property
    def verdict(self) -> Verdict:
        rules = [self.check.rules[finding.rule] for finding in self.answer.findings]
        severities = {rule.severity for rule in rules}
        if "error" in severities:
            return "fail"
        return "review" if "warning" in severities or any(rule.asks for rule in rules) else "pass"

    @property
    def summary(self) -> Text:
        """The verdict in words: a value whose form alone was read matches nothing yet."""
        return self._summary(self.verdict)

    def _summary(self, verdict: Verdict) -> Text:
        matched = verdict == "pass" and self.answer.comparison is not None
        return MATCHED if matched else SUMMARIES[verdict]

    def to_dict(self, lang: Language) -> dict[str, Any]:
        """The report as plain JSON values, its sentences in one language.

        Shape: ``{"check", "lang", "verdict", "summary", "findings": [{"code", "severity", "field",
        "span", "excerpt", "message", "help", "why", "seen", "side", "causes": [{"text", "step"}], "values",
        "offer"}], "cleaned", "shown", "comparison", "keepable"}``.
        ``span`` and ``excerpt`` are null where no place can be named; ``excerpt`` is null for a secret.
        ``causes`` is empty for most codes; ``step`` is the id of a heading of the setup page, or null. A
        ``side`` is who can mend it, or null; ``values`` are what to copy, ``[{"environment", "value"}]``; ``offer``
        is another check that can tell more, ``{"check", "fields"}``, or null. A
        finding about one answer of many also has ``question``, its id. ``comparison`` is null, or
        ``{"field", "expected": [[text, differs], …], "pasted": [[text, differs], …]}``.

        Whatever comes from what was pasted passes :func:`qbo_checks.redact.shown`, so that no four characters of
        a secret in a row get out. ``cleaned`` alone is whole: it is what to paste. ``shown`` is what of it may be
        displayed, null for a secret. ``keepable`` names the fields that are shown whole, and which a page may
        therefore keep while the reader goes from page to page.
        """
        misspelt = self._misspelt()
        vocabulary = self.check.vocabulary | misspelt if misspelt else self.check.vocabulary
        gate, verdict = _Gate(vocabulary, lang), self.verdict
        secret = {declared.name for declared in self.check.fields if declared.secret}
        context = {declared.name for declared in self.check.fields if declared.context}
        findings = []
        for finding in self.answer.findings:
            rule = self.check.rules[finding.rule]
            said = finding.case or rule
            placeholders = _Filled(gate, finding.placeholders)
            quoted = finding.span is not None and finding.field not in secret
            findings.append(
                {
                    "code": self.check.code(finding.rule),
                    "severity": rule.severity,
                    "field": finding.field,
                    "span": list(finding.span) if finding.span else None,
                    "excerpt": (
                        gate.excerpt(
                            self.fields[finding.field], finding.span, context=finding.field in context
                        )
                        if quoted and finding.span
                        else None
                    ),
                    "message": said.message[lang].format_map(placeholders),
                    "help": said.help[lang].format_map(placeholders),
                    "why": rule.why[lang],
                    "seen": rule.seen[lang],
                    "side": rule.side,
                    "causes": [
                        {"text": cause.text[lang], "step": cause.step}
                        for cause in _causes(rule, finding.case)
                    ],
                    "values": [
                        {"environment": environment, "value": gate.shown(value)}
                        for environment, value in finding.values.items()
                    ],
                    "offer": finding.offer
                    and {"check": finding.offer.check, "fields": gate.harmless(finding.offer.fields)},
                    **({} if finding.question is None else {"question": gate.shown(finding.question)}),
                }
            )
        cleaned = dict(self.answer.cleaned)
        return {
            "check": self.check.id,
            "lang": lang,
            "verdict": verdict,
            "summary": self._summary(verdict)[lang],
            "findings": findings,
            "cleaned": cleaned,
            "shown": {name: None if name in secret else gate.shown(value) for name, value in cleaned.items()},
            "comparison": self._comparison(gate, secret),
            "keepable": [*gate.harmless(self._short(context - secret))],
        }

    def _misspelt(self) -> set[str]:
        """The names that are a slip or two from one of ours: what they tell is what is ours of them, and no secret."""
        pairs = (
            (lower(found.question or ""), lower(found.near)) for found in self.answer.findings if found.near
        )
        return {
            name
            for name, ours in pairs
            if ours in self.check.vocabulary
            and distance(name, ours, MAX_TYPOS) <= min(MAX_TYPOS, len(name) // 3)
        }

    def _short(self, names: set[str]) -> dict[str, str]:
        """The fields of these names that are short enough to be kept."""
        return {
            name: value
            for name, value in self.fields.items()
            if name in names and len(value) <= MAX_KEPT_CHARS
        }

    def _comparison(self, gate: _Gate, secret: set[str]) -> dict[str, Any] | None:
        compared = self.answer.comparison
        if compared is None or compared.field in secret:
            return None
        # One character more than is compared tells that there are more.
        given = compared.pasted[: MAX_COMPARED_CHARS + 1]
        expected, pasted = compare(compared.expected, given, gate.shown(given))
        return {
            "field": compared.field,
            "expected": [list(run) for run in expected],
            "pasted": [list(run) for run in pasted],
        }


def _causes(rule: Rule, case: Case | None) -> tuple[Cause, ...]:
    """A rule's causes, the one that a case points to first."""
    first = case.first if case else 0
    if not first:
        return rule.causes
    return (*rule.causes[first : first + 1], *rule.causes[:first], *rule.causes[first + 1 :])


class _Gate:
    """Where everything that was pasted passes on its way out of one report."""

    def __init__(self, vocabulary: frozenset[str], lang: Language) -> None:
        self._vocabulary = vocabulary
        self._lang = lang
        # Most findings of a report quote the same words.
        self._known: dict[str, str] = {}

    def shown(self, text: str) -> str:
        return shown(text, self._vocabulary, self._known)

    def filled(self, value: object) -> object:
        """What fills a placeholder: a number or a text of ours as it is, anything else as it may be shown."""
        if isinstance(value, Text):
            return value[self._lang]
        if isinstance(value, int):
            return value
        if isinstance(value, Phrase):
            return value.text[self._lang].format_map(_Filled(self, value.placeholders))
        if isinstance(value, Host):
            # As it is shown in its address: by itself, its labels could be any words with dots between them.
            known = self.shown(value.name)
            return self.shown(f"{SCHEME}{value.name}")[len(SCHEME) :] if DOT in known else known
        return self.shown(str(value))

    def harmless(self, fields: Fields) -> dict[str, str]:
        """The fields that may be shown as they are."""
        return {
            name: value
            for name, value in fields.items()
            if is_shown_whole(value, self._vocabulary, self._known)
        }

    def excerpt(self, text: str, span: Span, *, context: bool) -> list[str]:
        """An excerpt of what may be shown; a place of one to three characters is shown whatever it holds."""
        start, end = span
        if end - start > 2 * MARGIN_CHARS:
            # Its middle is not shown; a dot there keeps what it separates from being read together.
            text = f"{text[: start + MARGIN_CHARS]}{DOT}{text[end - MARGIN_CHARS :]}"
            end = start + 2 * MARGIN_CHARS + 1
        begin, stop = _around(text, (start, end), CONTEXT_CHARS + 1 if context else 0)
        legible = self.shown(_whole_words(text, begin, stop))
        if end - start <= RUN:
            before, whole, after = legible[: start - begin], text[start:end], legible[end - begin :]
            if DOT in legible[start - begin : end - begin]:
                # Beside three characters of what is hidden, a sign would be a fourth.
                before, after = _SIGNS_BEFORE.sub(_dots, before), _SIGNS_AFTER.sub(_dots, after)
            legible = before + whole + after
        # One more dot on either side, so that what is left out there is told.
        more = DOT if begin else ""
        place = start - begin + len(more), end - begin + len(more)
        return list(excerpt(more + legible + DOT * (stop < len(text)), place, context=context))


_SIGNS_BEFORE = re.compile(rf"(?<={DOT})[^\w\s{DOT}]+\Z")
_SIGNS_AFTER = re.compile(r"\A[?#\"'`<>«»“”]+")
"""Signs beside a place: before it, where something hidden stands before them."""


def _dots(hidden: re.Match[str]) -> str:
    return DOT * len(hidden[0])


class _Filled(dict[str, object]):
    """Placeholders as they may be shown, each when a sentence first names it: most sentences name few."""

    def __init__(self, gate: _Gate, placeholders: Mapping[str, object]) -> None:
        super().__init__()
        self._gate = gate
        self._placeholders = placeholders

    def __missing__(self, name: str) -> object:
        self[name] = filled = self._gate.filled(self._placeholders[name])
        return filled


def _around(text: str, span: Span, beside: int) -> Span:
    """A place with so many characters on either side, and the words that begin or end there, up to the margin."""
    start, end = span
    begin, stop = max(0, start - MARGIN_CHARS), min(len(text), end + MARGIN_CHARS)
    before, after = text[begin : max(begin, start - beside)], text[min(stop, end + beside) : stop]
    # Up to the last space before, and from the first one after; without one, the whole margin.
    begin += len(before) - len((before.rsplit(None, 1) or [""])[-1]) if before[-1:].strip() else len(before)
    stop -= len(after) - len((after.split(None, 1) or [""])[0]) if after[:1].strip() else len(after)
    return begin, stop


def _whole_words(text: str, begin: int, stop: int) -> str:
    """Part of a text, with dots for the words that its ends cut: half a word might be recognised as another."""
    part = text[begin:stop]
    if begin and not (text[begin - 1].isspace() or part[:1].isspace()):
        head = len(part.split(None, 1)[0])
        part = DOT * head + part[head:]
    if stop < len(text) and not text[stop].isspace() and part and not part[-1].isspace():
        tail = len(part.rsplit(None, 1)[-1])
        part = part[: len(part) - tail] + DOT * tail
    return part
