"""Codes that meet, as a heat map: darker where they go together more, with people in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosscase.report.figures.framing import Figure, in_rows
from crosscase.report.figures.look import INK, MORE, PAPER

__all__ = ["DrawnPair", "pairs_chart", "pairs_width"]

_CELL = 30
_DARK_FROM = 0.6  # of the greatest: paper-coloured numbers read better from there


class DrawnPair(NamedTuple):
    """Two codes by their numbers, with the coefficient (0 to 1) and the participants."""

    first: int
    second: int
    strength: float
    participants: int


def pairs_width(codes: int) -> int:
    """How wide the map of so many codes is, in pixels."""
    return _CELL * codes


def pairs_chart(names: Sequence[str], pairs: Sequence[DrawnPair], strength: str) -> Figure:
    """The heat map; ``strength`` says what the colour shows, numbers are participants.

    ``names`` all differ.
    """
    import altair as alt

    greatest = max([0.0, *(each.strength for each in pairs)]) or 1.0
    rows = [
        {
            "one": names[one],
            "two": names[two],
            "strength": each.strength,
            "participants": each.participants,
            "dark": each.strength > _DARK_FROM * greatest,
        }
        for each in pairs
        for one, two in ((each.first, each.second), (each.second, each.first))
    ]
    scale = alt.Scale(domain=list(names), paddingInner=0, paddingOuter=0)
    x = alt.X("two:N", scale=scale, title=None, axis=alt.Axis(labelAngle=-60, labelOverlap=False))
    y = alt.Y("one:N", scale=scale, title=None, axis=alt.Axis(labelOverlap=False))
    size = pairs_width(len(names))
    cells = (
        alt.Chart(in_rows(rows))
        .mark_rect(stroke=PAPER)
        .encode(
            x=x,
            y=y,
            color=alt.Color(
                "strength:Q",
                title=strength,
                scale=alt.Scale(domain=[0, greatest], range=list(MORE)),
            ),
            tooltip=["one:N", "two:N", "strength:Q", "participants:Q"],
        )
    )
    counts = (
        alt.Chart(in_rows(rows))
        .mark_text(fontSize=10)
        .encode(
            x=x,
            y=y,
            text="participants:Q",
            color=alt.condition("datum.dark", alt.value(PAPER), alt.value(INK)),
        )
    )
    return alt.layer(cells, counts).properties(width=size, height=size)
