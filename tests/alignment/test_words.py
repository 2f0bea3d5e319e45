from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from linter.alignment.chain import Edge, heaviest_rising, longest_rising
from linter.alignment.words import Match, matches, words

_sequences = st.lists(st.sampled_from("abcdefgh ,"), max_size=60)


@given(_sequences, _sequences)
def test_matches_are_in_order_and_agree(base: list[str], draft: list[str]) -> None:
    at = to = 0
    for match in matches(base, draft):
        assert match.base >= at
        assert match.draft >= to
        assert match.length > 0
        at, to = match.base + match.length, match.draft + match.length
        assert base[match.base : at] == draft[match.draft : to]


@given(_sequences)
def test_a_sequence_agrees_with_itself(items: list[str]) -> None:
    assert matches(items, items) == ([Match(0, 0, len(items))] if items else [])


def test_small_words_between_two_changes_are_no_agreement() -> None:
    base = [word.key for word in words(0, "deplores the situation of refugees in camps")]
    draft = [word.key for word in words(0, "welcomes the improvement of schools in camps")]
    agreed = ["".join(base[one.base : one.base + one.length]) for one in matches(base, draft)]
    assert agreed == [" in camps"]


def test_symbols_numbers_and_compounds_are_words() -> None:
    found = [word.key for word in words(0, "A/HRC/61/35, 1,500 follow-up’s ‑ 60/251")]
    assert found == ["A/HRC/61/35", ",", " ", "1,500", " ", "follow-up's", " ", "-", " ", "60/251"]


@given(st.lists(st.integers(0, 20)))
def test_the_longest_rising_chain_rises(values: list[int]) -> None:
    chain = [values[index] for index in longest_rising(values)]
    assert chain == sorted(set(chain))
    assert len(chain) == _longest(values)


def _longest(values: list[int]) -> int:
    lengths: list[int] = []
    for index, value in enumerate(values):
        lengths.append(1 + max((lengths[i] for i in range(index) if values[i] < value), default=0))
    return max(lengths, default=0)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 9)), max_size=9))
def test_the_heaviest_chain_is_the_heaviest_of_all(edges: list[tuple[int, int, int]]) -> None:
    found = heaviest_rising([Edge(*edge) for edge in edges])
    assert all(one.base < other.base and one.draft < other.draft for one, other in pairwise(found))
    assert sum(edge.weight for edge in found) == _heaviest(edges)


def _heaviest(edges: list[tuple[int, int, int]]) -> float:
    """By trying all, from the last on."""
    best: dict[tuple[int, int], int] = {}
    for base, draft, weight in sorted(edges, reverse=True):
        after = max((total for (b, d), total in best.items() if b > base and d > draft), default=0)
        best[base, draft] = max(best.get((base, draft), 0), weight + after)
    return max(best.values(), default=0)
