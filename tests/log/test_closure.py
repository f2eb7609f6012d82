"""What operations had seen, and which operations nobody has seen yet."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from crosscase.log.closure import closure, heads_name, remaining_heads
from crosscase.log.records import Tip
from tests.log.changes_made import writer

A, B, C = writer(1), writer(2), writer(3)


def tip(by: bytes, seq: int) -> Tip:
    return Tip(by, seq, bytes(32))


def test_a_closure_goes_back_along_each_chain_and_to_all_that_was_named() -> None:
    """B began on A's second operation; A's third saw B's first."""
    seen = {B: [(1, (tip(A, 2),))], A: [(3, (tip(B, 1),))]}
    assert closure([(A, 2)], seen) == {A: 2}
    assert closure([(B, 5)], seen) == {B: 5, A: 2}
    assert closure([(A, 4)], seen) == {A: 4, B: 1}


def test_a_closure_follows_what_a_longer_reach_uncovers() -> None:
    """A chain reached first at its beginning and later further on is walked from there."""
    seen = {A: [(5, (tip(C, 3),))], B: [(1, (tip(A, 5),))]}
    assert closure([(A, 2), (B, 1)], seen) == {A: 5, B: 1, C: 3}


def test_heads_are_the_last_of_their_writers_that_nobody_names() -> None:
    """One that was named, or that its own writer went on from, is no head."""
    candidates = [tip(A, 2), tip(A, 3), tip(B, 1), tip(C, 1)]
    last = {A: 3, B: 1, C: 1}
    assert remaining_heads(candidates, [tip(B, 1)], last) == (tip(A, 3), tip(C, 1))


def test_the_name_of_a_state_does_not_depend_on_the_order_of_its_heads() -> None:
    """It is a digest of them, sorted."""
    one, other = tip(A, 1), tip(B, 2)
    assert heads_name([one, other]) == heads_name([other, one])
    assert heads_name([one]) != heads_name([other])
    assert len(heads_name([])) == 24


@given(st.integers(0, 100_000), st.integers(1, 30))
def test_a_closure_is_what_walking_every_operation_gives(seed: int, count: int) -> None:
    """Over random logs, against the walk written out plainly."""
    chance, writers = random.Random(seed), (A, B, C)
    lengths = dict.fromkeys(writers, 0)
    named: dict[tuple[bytes, int], list[tuple[bytes, int]]] = {}
    seen: dict[bytes, list[tuple[int, tuple[Tip, ...]]]] = {}
    for _ in range(count):
        by = chance.choice(writers)
        lengths[by] += 1
        others = [(w, chance.randint(1, n)) for w, n in lengths.items() if n and w != by]
        chosen = chance.sample(others, chance.randint(0, len(others)))
        named[by, lengths[by]] = [*chosen, *([(by, lengths[by] - 1)] if lengths[by] > 1 else [])]
        if chosen:
            seen.setdefault(by, []).append((lengths[by], tuple(tip(*each) for each in chosen)))
    heads = [(by, chance.randint(1, n)) for by, n in lengths.items() if n]
    reached: set[tuple[bytes, int]] = set()
    ahead = list(heads)
    while ahead:
        at = ahead.pop()
        if at not in reached:
            reached.add(at)
            ahead += named[at]
    expected = {by: max(seq for w, seq in reached if w == by) for by in {w for w, _ in reached}}
    assert closure(heads, seen) == expected
