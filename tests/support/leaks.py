"""Tells whether a secret got out: any four of its characters in a row are a leak."""

from __future__ import annotations

from collections.abc import Iterable

RUN = 4


def runs(secrets: Iterable[str]) -> set[str]:
    return {secret[at : at + RUN] for secret in secrets for at in range(len(secret) - RUN + 1)}


def leaks(secrets: Iterable[str], *told: str) -> set[str]:
    """The runs of the secrets that stand anywhere in what was told."""
    return {run for run in runs(secrets) for text in told if run in text}
