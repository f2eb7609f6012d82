"""The study as it was: exact by heads, by what clocks said for a day, and never what was purged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.errors import Conflict, NotFound
from crosscase.store.as_of import file_as_of_day, file_as_of_heads, state_name, whole_file
from crosscase.store.purging import purge
from crosscase.store.session import Session
from crosscase.store.study_file import StudyFile
from crosscase.testing import TickingClock
from tests.store.histories import act, steps
from tests.store.study_copies import (
    NOON_US,
    Copy,
    add_source,
    begin_study,
    state_of_copy,
)
from tests.store.test_merge_properties import Step, team

DAY_US = 86_400_000_000


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Copy]:
    """A study with one source and one code."""
    copy = begin_study(tmp_path / "a.crosscase")
    add_source(copy, "a.txt", "the money went and trust was lost")
    copy.codes.add("Trust")
    yield copy
    copy.close()


def heads_of(file: StudyFile) -> list[tuple[bytes, int]]:
    with file.read() as connection:
        return [(tip.writer, tip.seq) for tip in file.heads(connection)]


def shown(file: StudyFile) -> dict[str, Any]:
    """The state but for the blobs, which lie in the open file alone."""
    state = state_of_copy(file)
    del state["blobs"]
    return state


def _check_heads(lines: Sequence[tuple[int, Step]], merges: Sequence[int]) -> None:
    with team() as made:
        captured = []
        copy = made.copies[0]
        for number, (which, step) in enumerate(lines):
            act(made.copies[which], step)
            if number in merges:
                copy.merge(made.copies[1 + number % 2])
            captured.append((heads_of(copy.file), state_name(copy.file), shown(copy.file)))
        for heads, name, state in captured:
            past = file_as_of_heads(copy.file, heads)
            try:
                assert shown(past) == state
                assert state_name(past) == name
            finally:
                past.close()


@settings(max_examples=8)
@given(
    st.lists(st.tuples(st.integers(0, 2), steps), min_size=2, max_size=12),
    st.sets(st.integers(0, 12), max_size=4),
)
def test_as_of_heads_is_the_state_that_was_captured_then(
    lines: list[tuple[int, Step]], merges: set[int]
) -> None:
    """At every point of a random history, merges and undos included, exactly."""
    _check_heads(lines, sorted(merges))


@pytest.mark.soak
@given(
    st.lists(st.tuples(st.integers(0, 2), steps), min_size=10, max_size=50),
    st.sets(st.integers(0, 50), max_size=12),
)
def test_as_of_heads_is_exact_in_long_histories(
    lines: list[tuple[int, Step]], merges: set[int]
) -> None:
    """The same over long histories."""
    _check_heads(lines, sorted(merges))


def test_as_of_a_day_takes_what_clocks_said(copy: Copy) -> None:
    """What was done the day after is not there yet; before the study there is nothing."""
    first = shown(copy.file)
    clock = copy.session.now_us
    assert isinstance(clock, TickingClock)
    clock.now_us = NOON_US + DAY_US
    copy.codes.add("Money")
    past = file_as_of_day(copy.file, (NOON_US + DAY_US // 2) // 1_000)
    assert shown(past) == first
    past.close()
    now = file_as_of_day(copy.file, (NOON_US + 2 * DAY_US) // 1_000)
    assert shown(now) == shown(copy.file)
    now.close()
    with pytest.raises(NotFound) as refused:
        file_as_of_day(copy.file, (NOON_US - DAY_US) // 1_000)
    assert refused.value.slug == "before-the-study"


def test_as_of_heads_that_this_copy_has_not_is_refused(copy: Copy) -> None:
    """Rather than showing less than what was recorded then."""
    ((writer, seq),) = heads_of(copy.file)
    for unknown in ((writer, seq + 1), (bytes(16), 1)):
        with pytest.raises(NotFound) as refused:
            file_as_of_heads(copy.file, [unknown])
        assert refused.value.slug == "state-not-found"


def test_the_past_may_only_be_read(copy: Copy) -> None:
    """Nothing can be recorded in a study as it was."""
    past = file_as_of_heads(copy.file, heads_of(copy.file))
    session = Session(past, person="Ama", now_us=TickingClock(), randomness=lambda n: bytes(n))
    with pytest.raises(Conflict), past.write():
        pass
    assert session.study_id == copy.session.study_id
    past.close()


def test_what_was_purged_is_not_in_the_past_either(copy: Copy) -> None:
    """As of before the purge, the purged source is gone and all else is as it was."""
    source, _ = add_source(copy, "b.txt", "Quxbert speaking")
    heads, then = heads_of(copy.file), shown(copy.file)
    purge(copy.session, [source])
    past = file_as_of_heads(copy.file, heads)
    state = shown(past)
    assert source not in state["nouns"]["source"] and source not in state["texts"]
    assert state["nouns"]["code"] == then["nouns"]["code"]
    assert not [term for term, *_ in state["tokens"] if term.startswith("quxb")]
    past.close()


def test_the_whole_study_folded_anew_is_the_study(copy: Copy) -> None:
    """What a file that may only be read shows when its state tables are of another version."""
    again = whole_file(copy.file)
    assert shown(again) == shown(copy.file)
    again.close()
