"""Pairing the turns of an original with those of its translation.

Speakers first: a label that stands in both layouts is one speaker; the others are matched in
the order in which they first speak (Interviewer with Entrevistadora). Where the sequences of
speakers are the same, turns pair one to one. Otherwise they are aligned in order: turns of
different speakers never pair, and between possible pairs the ones whose lengths agree best
are taken; a turn without a partner is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from crosscase.model.layout import Layout, Segment

__all__ = ["TurnPair", "pair_turns"]

TurnPair = tuple[int | None, int | None]

_ALONE = 1.0
_WIDEST_BAND = 250
_IMPOSSIBLE = float("inf")


def pair_turns(original: Layout, translation: Layout) -> tuple[TurnPair, ...]:
    """The pairs of turns in order, each by its place among its own layout's turns.

    A turn without a partner stands with None on the other side.
    """
    one, other = tuple(original.turns()), tuple(translation.turns())
    speakers = _same_speakers(original.speakers(), translation.speakers())
    here = [turn.speaker for turn in one]
    there = [speakers.get(turn.speaker) if turn.speaker else None for turn in other]
    if here == there:
        return tuple((at, at) for at in range(len(one)))
    return _align(here, there, _lengths(one), _lengths(other))


def _same_speakers(here: Sequence[str], there: Sequence[str]) -> dict[str, str]:
    """For each label of the translation, the original's label of the same speaker."""
    by_folded = {label.casefold(): label for label in here}
    found = {label: by_folded[label.casefold()] for label in there if label.casefold() in by_folded}
    left = [label for label in here if label not in found.values()]
    rest = [label for label in there if label not in found]
    found.update(zip(rest, left, strict=False))
    # A speaker more than the original has stays somebody else.
    found.update((label, f"\0{label}") for label in rest[len(left) :])
    return found


def _lengths(turns: Sequence[Segment]) -> list[int]:
    return [turn.end_char - turn.speech_start_char for turn in turns]


def _align(
    here: Sequence[str | None],
    there: Sequence[str | None],
    lengths: Sequence[int],
    other_lengths: Sequence[int],
) -> tuple[TurnPair, ...]:
    """The cheapest alignment in order, near the diagonal."""
    rows, columns = len(here), len(there)
    scale = max(sum(lengths), 1) / max(sum(other_lengths), 1)
    if not rows or not columns:
        return (*((at, None) for at in range(rows)), *((None, at) for at in range(columns)))
    band = max(min(max(30, abs(rows - columns) + 20), _WIDEST_BAND), columns // rows + 1)
    steps: list[dict[int, str]] = []
    costs: dict[int, float] = {}
    for row in range(rows + 1):
        centre = row * columns // rows
        current: dict[int, float] = {}
        step: dict[int, str] = {}
        for column in range(max(0, centre - band), min(columns, centre + band) + 1):
            best, way = (0.0, "") if row == column == 0 else (_IMPOSSIBLE, "")
            if row and column and here[row - 1] == there[column - 1]:
                length, other = lengths[row - 1] + 20, other_lengths[column - 1] * scale + 20
                paired = costs.get(column - 1, _IMPOSSIBLE) + min(abs(log(length / other)), 1.9)
                if paired < best:
                    best, way = paired, "both"
            if row and costs.get(column, _IMPOSSIBLE) + _ALONE < best:
                best, way = costs[column] + _ALONE, "here"
            if column and current.get(column - 1, _IMPOSSIBLE) + _ALONE < best:
                best, way = current[column - 1] + _ALONE, "there"
            current[column], step[column] = best, way
        steps.append(step)
        costs = current
    return _walk_back(steps, rows, columns)


def _walk_back(steps: Sequence[dict[int, str]], row: int, column: int) -> tuple[TurnPair, ...]:
    pairs: list[TurnPair] = []
    while row or column:
        way = steps[row][column]
        if way == "both":
            row, column = row - 1, column - 1
            pairs.append((row, column))
        elif way == "here":
            row -= 1
            pairs.append((row, None))
        else:
            column -= 1
            pairs.append((None, column))
    return tuple(reversed(pairs))
