"""What an entry of this check is made of."""

from __future__ import annotations

from dataclasses import dataclass

from qbo_checks.checks.error_message.signs import Sign
from qbo_checks.model import Case as Said
from qbo_checks.model import Cause, Rule, Severity, Side, Source, Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One way in which a family shows itself, and what is said then instead of the family's own words.

    ``first`` is the place in the family's causes of the one that it points to.
    """

    signs: tuple[Sign, ...]
    message: Text
    help: Text
    first: int = 0

    @property
    def said(self) -> Said:
        return Said(self.message, self.help, self.first)


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """Errors that come about in the same ways and are mended by the same steps.

    ``fallback`` marks what is told only where nothing else is: words that name no cause.
    ``absorbs`` names the families that say nothing more where this one is told from the same place.
    ``gives`` are the values to copy; ``checks`` the check that can tell more.
    """

    code: str
    title: Text
    seen: Text
    signs: tuple[Sign, ...]
    severity: Severity
    side: Side
    message: Text
    help: Text
    cases: tuple[Case, ...] = ()
    causes: tuple[Cause, ...]
    why: Text
    gives: tuple[str, ...] = ()
    checks: str | None = None
    absorbs: tuple[str, ...] = ()
    fallback: bool = False
    sources: tuple[Source, ...]
    basis: Text
    examples: tuple[str, ...]

    @property
    def rule(self) -> Rule:
        """What may be said of it, as the pages and the command read it."""
        return Rule(
            self.severity,
            self.title,
            self.message,
            self.help,
            self.why,
            self.seen,
            self.sources,
            self.causes,
            cases=tuple(case.said for case in self.cases),
            side=self.side,
            basis=self.basis,
        )
