"""What a merge would bring: what the other has beyond ours, unless one chain goes two ways."""

from __future__ import annotations

import pytest

from crosscase.errors import Conflict
from crosscase.log.merging import WriterTip, plan_merge
from tests.log.changes_made import writer

A, B, C = writer(1), writer(2), writer(3)


def digest(by: bytes, seq: int) -> bytes:
    return by + bytes([seq])


def tips(**lengths: int) -> dict[bytes, WriterTip]:
    ids = {"a": A, "b": B, "c": C}
    return {ids[key]: WriterTip(seq, digest(ids[key], seq)) for key, seq in lengths.items()}


def test_only_writers_that_are_ahead_bring_something() -> None:
    """With the last number that we have already; 0 for one that we never met."""
    plan = plan_merge(tips(a=2, b=5), tips(a=4, b=3, c=1), digest, digest)
    assert plan == {A: 2, C: 0}


def test_what_we_have_brings_nothing() -> None:
    """A merge is idempotent from the start."""
    assert plan_merge(tips(a=2), tips(a=2), digest, digest) == {}


@pytest.mark.parametrize(("ours", "theirs"), [(3, 3), (3, 5), (5, 3)])
def test_a_chain_that_goes_two_ways_refuses_the_whole_merge(ours: int, theirs: int) -> None:
    """It is compared at the last common operation, which covers all before it."""

    def other(by: bytes, seq: int) -> bytes:
        return b"other" if by == A else digest(by, seq)

    with pytest.raises(Conflict, match="operation 3 of writer") as refused:
        plan_merge(tips(a=ours, b=1), tips(a=theirs, b=2), digest, other)
    assert refused.value.slug == "chains-differ"
