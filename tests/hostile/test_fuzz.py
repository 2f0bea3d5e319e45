"""A moment of fuzzing in every run of the tests; ``tests/fuzz/fuzz.py`` does the rest."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.fuzz import attempt, attempts


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_a_damaged_draft_is_read_and_repaired_or_refused(seed: int) -> None:
    attempt(*next(attempts(seed)))
