"""Which passages stand in a relation to others: over, inside, before, after or near them."""

from __future__ import annotations

import numpy as np

from crosscase.query.expression import Position, Unit
from crosscase.query.intervals import (
    Intervals,
    Positions,
    containing,
    count_before,
    following,
    last_before,
    near,
    next_after,
    overlapping,
    preceding,
    turn_numbers,
    within,
)
from crosscase.query.study_view import Mask, study_view
from crosscase.query.word_places import word_positions
from crosscase.store.session import Reading

__all__ = ["standing_in_relation"]


def standing_in_relation(
    reading: Reading, position: Position, left: Intervals, right: Intervals
) -> Mask:
    """Which of the left stand in the relation to one of the right; both lie in the same source."""
    match position.relation:
        case "overlaps":
            return overlapping(left, right)
        case "within":
            return within(left, right)
        case "contains":
            return containing(left, right)
    if position.distance is None:
        if position.relation == "precedes":
            return preceding(left, right)
        return following(left, right)
    in_both = np.intersect1d(left.source, right.source)
    keep = np.isin(left.source, in_both)
    near_by = _within_distance(
        reading, position, left.taken(keep), right.taken(np.isin(right.source, in_both))
    )
    found = np.zeros(len(left), bool)
    found[keep] = near_by
    return found


def _within_distance(
    reading: Reading, position: Position, left: Intervals, right: Intervals
) -> Mask:
    most, unit = position.distance or 0, position.unit or "chars"
    counted_left = _counted(reading, left, unit)
    counted_right = _counted(reading, right, unit)
    if position.relation == "near":
        found = near(counted_left, counted_right, most)
        return found | overlapping(left, right)
    # Which one is nearest is asked in characters; the distance is then counted in the unit.
    is_before = position.relation == "precedes"
    nearest = next_after(left, right) if is_before else last_before(left, right)
    if not len(right):
        return np.zeros(len(left), bool)
    if is_before:
        gap = counted_right.start[nearest] - counted_left.end
    else:
        gap = counted_left.start - counted_right.end[nearest]
    return (nearest >= 0) & (gap <= most)


def _counted(reading: Reading, places: Intervals, unit: Unit) -> Intervals:
    """The same places counted in a unit; for turns the end is the last turn itself."""
    if unit == "chars" or not len(places):
        return places
    if unit == "words":
        units = word_positions(reading, places.source)
        ends = [count_before(places.source, at, units) for at in (places.start, places.end)]
        return Intervals.of(places.source, *ends)
    turns = study_view(reading).turns
    first, last = turn_numbers(
        places.source, places.start, places.end, Positions(turns.source, turns.start_char)
    )
    return Intervals.of(places.source, np.maximum(first, 0), np.maximum(last, 0))
