"""The hybrid clock: never behind what the study holds, never pushed on by a wrong clock."""

from __future__ import annotations

from crosscase.log.clock import FUTURE_TOLERANCE_US, is_future, next_at


def test_time_is_the_clocks_while_it_is_ahead() -> None:
    """A clock that runs on gives its own time."""
    assert next_at(1_000, None) == 1_000
    assert next_at(1_000, 999) == 1_000


def test_time_moves_on_when_the_clock_stands_or_goes_back() -> None:
    """Every operation comes after those before it."""
    assert next_at(1_000, 1_000) == 1_001
    assert next_at(5, 1_000) == 1_001


def test_more_than_ten_minutes_ahead_is_the_future() -> None:
    """Ten minutes are borne with; a microsecond more is marked."""
    assert FUTURE_TOLERANCE_US == 600_000_000
    assert not is_future(1_000 + FUTURE_TOLERANCE_US, 1_000)
    assert is_future(1_001 + FUTURE_TOLERANCE_US, 1_000)
