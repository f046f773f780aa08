"""The words that no reader should meet, in everything that readers read: pages, templates, checks, the command."""

from __future__ import annotations

from prose import Passage
from wording import broken


def test_no_passage_breaks_a_rule(prose: list[Passage]) -> None:
    own = [(passage.where, passage.lang, passage.text) for passage in prose if not passage.foreign]
    assert len(own) > 3000
    assert broken(own) == []
