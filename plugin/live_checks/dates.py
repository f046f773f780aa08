"""A date as it is written in each language: ``17 août 2026``, ``17 August 2026``."""

from __future__ import annotations

from datetime import date

MONTHS = {
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
}  # fmt: skip


def written(day: date, lang: str) -> str:
    number = "1er" if day.day == 1 and lang == "fr" else day.day
    return f"{number}\u00a0{MONTHS[lang][day.month - 1]} {day.year}"
