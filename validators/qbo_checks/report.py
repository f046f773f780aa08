"""What a check says of what was pasted, as plain values in one language."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qbo_checks.excerpt import compare, excerpt
from qbo_checks.model import Answer, Case, Cause, Check, Fields, Language, Rule, Text, Verdict

SUMMARIES: Mapping[Verdict, Text] = {
    "pass": Text(fr="Tout est exact.", en="Everything matches."),
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
        if any(rule.severity == "error" for rule in rules):
            return "fail"
        return "review" if any(rule.severity == "warning" or rule.asks for rule in rules) else "pass"

    def to_dict(self, lang: Language) -> dict[str, Any]:
        """The report as plain JSON values, its sentences in one language.

        Shape: ``{"check", "lang", "verdict", "summary", "findings": [{"code", "severity", "field",
        "span", "excerpt", "message", "help", "side", "causes": [{"text", "step"}], "values", "offer"}],
        "cleaned", "comparison"}``.
        ``span`` and ``excerpt`` are null where no place can be named; ``excerpt`` is null for a secret.
        ``causes`` is empty for most codes; ``step`` is the id of a heading of the setup page, or null. A
        ``side`` is who can mend it, or null; ``values`` are what to copy, ``[{"environment", "value"}]``; ``offer``
        is another check that can tell more, ``{"check", "fields"}``, or null. A
        finding about one answer of many also has ``question``, its id. ``comparison`` is null, or
        ``{"field", "expected": [[text, differs], …], "pasted": [[text, differs], …]}``.
        """
        secret = {declared.name for declared in self.check.fields if declared.secret}
        secret.update(self.answer.secrets)
        context = {declared.name for declared in self.check.fields if declared.context}
        findings = []
        for finding in self.answer.findings:
            rule = self.check.rules[finding.rule]
            said = finding.case or rule
            quoted = finding.span is not None and finding.field not in secret
            findings.append(
                {
                    "code": self.check.code(finding.rule),
                    "severity": rule.severity,
                    "field": finding.field,
                    "span": list(finding.span) if finding.span else None,
                    "excerpt": (
                        list(
                            excerpt(
                                self.fields[finding.field],
                                finding.span,
                                context=finding.field in context,
                            )
                        )
                        if quoted and finding.span
                        else None
                    ),
                    "message": said.message.fill(lang, finding.placeholders),
                    "help": said.help.fill(lang, finding.placeholders),
                    "side": rule.side,
                    "causes": [
                        {"text": cause.text[lang], "step": cause.step}
                        for cause in _causes(rule, finding.case)
                    ],
                    "values": [
                        {"environment": environment, "value": value}
                        for environment, value in finding.values.items()
                    ],
                    "offer": finding.offer
                    and {"check": finding.offer.check, "fields": dict(finding.offer.fields)},
                    **({} if finding.question is None else {"question": finding.question}),
                }
            )
        return {
            "check": self.check.id,
            "lang": lang,
            "verdict": self.verdict,
            "summary": SUMMARIES[self.verdict][lang],
            "findings": findings,
            "cleaned": dict(self.answer.cleaned),
            "comparison": self._comparison(secret),
        }

    def _comparison(self, secret: set[str]) -> dict[str, Any] | None:
        compared = self.answer.comparison
        if compared is None or compared.field in secret:
            return None
        expected, pasted = compare(compared.expected, compared.pasted)
        return {
            "field": compared.field,
            "expected": [list(run) for run in expected],
            "pasted": [list(run) for run in pasted],
        }


def _causes(rule: Rule, case: Case | None) -> tuple[Cause, ...]:
    """A rule's causes, the one that a case points to first."""
    first = case.first if case else 0
    return (*rule.causes[first : first + 1], *rule.causes[:first], *rule.causes[first + 1 :])
