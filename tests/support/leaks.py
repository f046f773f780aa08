"""Tells whether a secret got out: any four of its characters in a row are a leak."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from string import ascii_lowercase, ascii_uppercase, digits

from qbo_checks.checks.keys.examples import made_up

RUN = 4


def runs(secrets: Iterable[str]) -> set[str]:
    return {secret[at : at + RUN] for secret in secrets for at in range(len(secret) - RUN + 1)}


def leaks(secrets: Iterable[str], *told: str) -> set[str]:
    """The runs of the secrets that stand anywhere in what was told."""
    return {run for run in runs(secrets) for text in told if run in text}


def made_up_pair(label: str) -> tuple[str, str]:
    """A client ID and a client secret of which no four characters in a row stand anywhere by chance.

    Both cases and a digit are in every run, as in no word, number or name.
    """
    kinds = (ascii_uppercase, digits, ascii_lowercase)
    drawn = (
        zip(*(made_up(f"{label}, {part}, {kind}", 17, kind) for kind in kinds), strict=True)
        for part in ("ID", "secret")
    )
    client_id, secret = ("".join(chain.from_iterable(letters)) for letters in drawn)
    return client_id[:50], secret[:40]
