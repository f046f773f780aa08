"""Chooses, among the values of a text, the pair of keys that one environment takes; in doubt, none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from qbo_checks.checks.keys.assignments import BLANK, Assignment, Reading
from qbo_checks.checks.keys.names import UNCLEAR, UNNAMED, Slot

SLOTS: tuple[Slot, ...] = ("client_id", "client_secret")


@dataclass(frozen=True, slots=True)
class Choice:
    """The values for each key; what competes with one; what does not count, and why.

    ``keys`` has no value for a key that several compete for. ``other_id`` is the client ID of the other environment,
    where the text has the keys of both. ``foreign`` are the chosen ones that the text says are the other
    environment's.
    """

    keys: dict[Slot, Assignment] = field(default_factory=dict)
    several: dict[Slot, Assignment] = field(default_factory=dict)
    other_id: Assignment | None = None
    foreign: tuple[Slot, ...] = ()
    overridden: tuple[Assignment, ...] = ()
    commented: tuple[Assignment, ...] = ()

    @property
    def by_form(self) -> tuple[Assignment, ...]:
        """The chosen ones whose names say nothing of a key."""
        return tuple(key for key in self.keys.values() if key.name.rank == -2)


def choose(reading: Reading, ours: str, theirs: str) -> Choice:
    """The pair of the environment ``ours``.

    Where values compete for a place, all of them must say their environment, and both keys of the pair must be
    of one environment or of one object: to choose for the reader would be to guess.
    """
    live, overridden = _effective(reading)
    everything = _with_stated(live, reading.stated)
    surest = _surest(everything)
    keys: dict[Slot, Assignment] = {}
    several: dict[Slot, Assignment] = {}
    for slot, values in surest.items():
        left = values
        if _differing(left) and all(value.environment in {ours, theirs, UNNAMED} for value in left):
            left = [value for value in left if value.environment == ours] or left
        if second := _differing(left):
            several[slot] = second
        elif left:
            keys[slot] = left[-1]

    if {key.environment == UNNAMED for key in keys.values()} == {False, True}:
        # Half of a pair: the environment that the other half is of doesn't take it over.
        keys = {slot: key for slot, key in keys.items() if key.environment != UNNAMED}

    contested = {
        slot: second
        for slot in SLOTS
        if (
            second := _differing(
                [
                    value
                    for value in everything
                    if value.slot == slot and value.name.rank >= 0 and value.value.text
                ]
            )
        )
        or (second := _differing(surest[slot]))
    }
    if contested and len(keys) == len(SLOTS) and not _belong_together(*(keys[slot] for slot in SLOTS)):
        several |= contested
    if several:
        keys = {slot: key for slot, key in keys.items() if slot not in several}

    foreign = tuple(slot for slot, key in keys.items() if _said(key, reading) == theirs)
    other = [value for value in surest["client_id"] if value.environment == theirs]
    commented = tuple(
        value for value in reading.assignments if value.commented and value.slot and value.value.text
    )
    return Choice(
        keys,
        several,
        other[-1] if other and not _differing(other) and "client_id" in keys and not foreign else None,
        foreign,
        tuple(overridden),
        commented,
    )


def _effective(reading: Reading) -> tuple[list[Assignment], list[Assignment]]:
    """The assignments that count: of two to one name in one place the last, as in whatever reads the text."""
    last: dict[object, Assignment] = {}
    overridden = []
    for at, value in enumerate(value for value in reading.assignments if not value.commented):
        named = value.spelled and value.environment != UNCLEAR and value.name.rank >= 0
        key = (value.scope, value.spelled, value.environment) if named else at
        before = last.pop(key, None)
        if before and before.value.text and before.value.text != value.value.text:
            overridden.append(before)
        last[key] = value
    return [value for value in last.values() if value.value.text], overridden


def _with_stated(
    values: Iterable[Assignment], stated: Sequence[tuple[tuple[int, ...], str, int]]
) -> list[Assignment]:
    """The values with the environment that their object states: ``{"environment": "sandbox", "client_id": …}``."""
    if not stated:
        return list(values)
    scopes: dict[tuple[int, ...], list[tuple[int, str]]] = {}
    for scope, said, position in stated:
        scopes.setdefault(scope, []).append((position, said))
    return [replace(value, environment=value.environment or _stated_for(value, scopes)) for value in values]


def _stated_for(value: Assignment, scopes: dict[tuple[int, ...], list[tuple[int, str]]]) -> str | None:
    for length in range(len(value.scope), 0, -1):
        statements = scopes.get(value.scope[:length])
        if statements:
            if len({said for _, said in statements}) > 1:
                # One statement above each pair; where the first stands below a key, they may all stand below theirs.
                before = [said for position, said in statements if position < value.start]
                return before[-1] if before else UNCLEAR
            # For a whole file it is what its keys are for, and no environment of one's own.
            return statements[0][1] if length > 1 else None
    return None


def _said(key: Assignment, reading: Reading) -> str | None:
    """The environment of a value that nothing competes with: its own, or the whole text's."""
    if key.environment and key.environment != UNCLEAR:
        return key.environment
    whole = {said for _, said, _ in reading.stated}
    return whole.pop() if len(whole) == 1 and not key.environment else None


def _surest(values: list[Assignment]) -> dict[Slot, list[Assignment]]:
    """For each key, the values whose names are surest."""
    named = any(value.name.rank >= 0 for value in values)
    lines = {
        value.slot: {other.line for other in values if _names_another(other, value.slot)} for value in values
    }
    surest: dict[Slot, list[Assignment]] = {}
    for slot in SLOTS:
        told = any(value.slot == slot and value.name.rank >= 0 for value in values)
        # What only its form tells counts where no name tells anything, or beside the other key's name, in one sentence.
        candidates = [
            value
            for value in values
            if value.slot == slot
            and (value.name.rank != -2 or not named or (not told and value.line in lines[slot]))
        ]
        if any(not value.expression for value in candidates):
            candidates = [value for value in candidates if not value.expression]
        best = max((value.name.rank for value in candidates), default=0)
        surest[slot] = [value for value in candidates if value.name.rank == best]
    ranks = {slot: values[0].name.rank for slot, values in surest.items() if values}
    for slot, rank in ranks.items():
        # Somebody else's secret does not complete Intuit's ID.
        if rank == 0 and max(ranks.values()) > 1:
            surest[slot] = []
    return surest


def _names_another(value: Assignment, slot: Slot | None) -> bool:
    return value.slot not in {None, slot} and value.name.rank >= 0


def _belong_together(client_id: Assignment, secret: Assignment) -> bool:
    if client_id.name.rank != secret.name.rank or client_id.environment != secret.environment:
        return False
    if client_id.environment not in {None, UNCLEAR}:
        return True
    return client_id.environment is None and (client_id.scope, client_id.name.stem) == (
        secret.scope,
        secret.name.stem,
    )


def _differing(values: list[Assignment]) -> Assignment | None:
    """The first value that is another than the first."""
    texts = [BLANK.sub("", value.value.text) for value in values]
    return next((value for value, text in zip(values, texts, strict=True) if text != texts[0]), None)
