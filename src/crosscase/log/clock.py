"""The hybrid clock: ``at`` orders operations, and never runs behind what the study holds."""

from __future__ import annotations

__all__ = ["FUTURE_TOLERANCE_US", "is_future", "next_at"]

FUTURE_TOLERANCE_US = 10 * 60 * 1_000_000


def next_at(now_us: int, greatest_unmarked_at: int | None) -> int:
    """The ``at`` of the next operation, in microseconds: after the clock and after all before it.

    Operations marked as coming from a clock that runs ahead do not count, so that one wrong
    clock cannot push the whole team's log into the future.
    """
    return max(now_us, (greatest_unmarked_at or 0) + 1)


def is_future(at: int, now_us: int) -> bool:
    """Whether a received ``at`` is more than ten minutes ahead of the receiver's clock."""
    return at > now_us + FUTURE_TOLERANCE_US
