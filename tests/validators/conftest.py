"""What holds for every property test."""

from __future__ import annotations

from hypothesis import settings

# How long one example takes says more of the machine than of the rule: no test is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
