"""Copies of one study, random work in each, merges in any order: always one and the same study."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.store.verifying import verify_file
from crosscase.testing import TickingClock
from tests.store.conftest import folder_in_memory
from tests.store.histories import act, steps
from tests.store.study_copies import (
    NOON_US,
    Copy,
    add_source,
    assert_sound,
    begin_study,
    log_of_copy,
    state_of_copy,
)

_MINUTE_US = 60_000_000
# Clocks that agree, that run a little behind, and one that runs an hour ahead.
_SKEWS = (0, -4 * _MINUTE_US, 60 * _MINUTE_US)
Step = tuple[int, int, int, int]
_lines = st.lists(st.tuples(st.integers(0, 2), steps), min_size=3, max_size=24)
_merges = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=4)


class Team:
    """Three people with a copy each."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._count = folder, 0
        first = begin_study(folder / "a.crosscase", "Ama", TickingClock(NOON_US))
        add_source(first, "s0", "the money went and trust 😀 was lost\n\nnurses waited here")
        first.codes.add("Trust")
        first.codes.add("Money", parent="Trust")
        self.copies = [first]
        for name, skew in zip(("Ben", "Chi"), _SKEWS[1:], strict=True):
            clock = TickingClock(NOON_US + 1_000_000_000 + skew)
            self.copies.append(first.copy_to(folder / f"{name}.crosscase", name, clock))
        self.extra: list[Copy] = []

    def copy_of(self, copy: Copy) -> Copy:
        """A further copy, to try something in."""
        self._count += 1
        made = copy.copy_to(self.folder / f"extra{self._count}.crosscase", "Zoe")
        self.extra.append(made)
        return made

    def close(self) -> None:
        for copy in (*self.copies, *self.extra):
            copy.close()


@contextmanager
def team() -> Iterator[Team]:
    """A team in a folder that is gone afterwards."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(dir=folder_in_memory()))
        made = Team(Path(folder))
        stack.callback(made.close)
        yield made


def work(made: Team, lines: Sequence[tuple[int, Step]], merges: Sequence[tuple[int, int]]) -> None:
    """Work in all copies, with merges in between."""
    every = max(1, len(lines) // (len(merges) + 1))
    ahead = list(merges)
    for number, (copy, step) in enumerate(lines, 1):
        act(made.copies[copy], step)
        if number % every == 0 and ahead:
            into, other = ahead.pop()
            if into != other:
                made.copies[into].merge(made.copies[other])


def all_of(copy: Copy) -> tuple[object, object]:
    return state_of_copy(copy.file), log_of_copy(copy.file)


def _check_merges(lines: Sequence[tuple[int, Step]], merges: Sequence[tuple[int, int]]) -> None:
    with team() as made:
        work(made, lines, merges)
        a, b, c = made.copies
        left = made.copy_of(a)
        left.merge(b)
        assert_same(left, b_then_a := made.copy_of(b), lambda: b_then_a.merge(a))
        left.merge(c)
        right, inner = made.copy_of(a), made.copy_of(b)
        inner.merge(c)
        assert_same(left, right, lambda: right.merge(inner))
        before = all_of(left)
        for again in (a, b, c, right):
            assert left.merge(again).number is None
        assert all_of(left) == before
        for copy in (a, b, c, left, right):
            assert verify_file(copy.file) == []
            assert_sound(copy.file)


def assert_same(one: Copy, other: Copy, first: object) -> None:
    """Both hold the same log and show the same study, once the second has done its merge."""
    assert callable(first)
    first()
    assert log_of_copy(one.file) == log_of_copy(other.file)
    ours, theirs = state_of_copy(one.file), state_of_copy(other.file)
    for key in ours:
        assert ours[key] == theirs[key], key


@settings(max_examples=12)
@given(_lines, _merges)
def test_merge_commutes_associates_and_is_idempotent(
    lines: list[tuple[int, Step]], merges: list[tuple[int, int]]
) -> None:
    """A+B is B+A, (A+B)+C is A+(B+C), merging again changes nothing, and every copy verifies."""
    _check_merges(lines, merges)


def _check_every_step(lines: Sequence[tuple[int, Step]]) -> None:
    with team() as made:
        for number, (which, step) in enumerate(lines):
            copy = made.copies[which]
            act(copy, step)
            if number % 4 == 3:
                copy.merge(made.copies[(which + 1) % 3])
            assert verify_file(copy.file) == []
            assert_sound(copy.file)


@settings(max_examples=6)
@given(st.lists(st.tuples(st.integers(0, 2), steps), min_size=4, max_size=14))
def test_the_state_is_what_the_log_folds_to_after_every_step(
    lines: list[tuple[int, Step]],
) -> None:
    """Work, merges, undos: after each of them the file verifies and holds no impossible state."""
    _check_every_step(lines)


@pytest.mark.soak
@given(st.lists(st.tuples(st.integers(0, 2), steps), min_size=20, max_size=60))
def test_the_state_is_what_the_log_folds_to_in_long_histories(
    lines: list[tuple[int, Step]],
) -> None:
    """The same over long histories."""
    _check_every_step(lines)


@pytest.mark.soak
@given(
    st.lists(st.tuples(st.integers(0, 2), steps), min_size=10, max_size=80),
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=12),
)
def test_long_histories_merge_in_any_order(
    lines: list[tuple[int, Step]], merges: list[tuple[int, int]]
) -> None:
    """The same over long histories with many merges in between."""
    _check_merges(lines, merges)
