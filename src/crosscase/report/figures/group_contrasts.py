"""What groups say more, as dots on a line of log-odds, with the people behind each beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosscase.report.figures.framing import Figure, in_rows
from crosscase.report.figures.look import CATEGORIES, EDGE, INK, PAPER

__all__ = ["DrawnContrast", "contrasts_chart"]

_ROW, _WIDTH = 22, 420


class DrawnContrast(NamedTuple):
    """A code: log-odds with its two ends, and counts in words (“9 of 12, 8 of 20”)."""

    code: str
    log_odds: float
    low: float
    high: float
    participants: int
    counts: str
    is_told_apart: bool


def contrasts_chart(contrasts: Sequence[DrawnContrast], title: str, sure: str) -> Figure:
    """The dots in the order given, filled where ``sure`` holds; ``title`` says what right means."""
    import altair as alt

    names = [each.code for each in contrasts]
    sorts = [sure, f"not {sure}"]
    rows = [
        {
            "code": each.code,
            "value": each.log_odds,
            "low": each.low,
            "high": each.high,
            "participants": each.participants,
            "counts": each.counts,
            "test": sorts[not each.is_told_apart],
        }
        for each in contrasts
    ]
    ends = [each for row in contrasts for each in (row.low, row.high)]
    greatest = max([0.5, *(abs(each) for each in ends)])
    y = alt.Y("code:N", sort=names, scale=alt.Scale(domain=names), title=None)
    x = alt.X("value:Q", title=title, scale=alt.Scale(domain=[-greatest, greatest]))
    base = alt.Chart(in_rows(rows))
    middle = alt.Chart(in_rows([{"at": 0}])).mark_rule(color=EDGE).encode(x="at:Q")
    spread = base.mark_rule().encode(x=alt.X("low:Q", title=title), x2="high:Q", y=y)
    dots = base.mark_point(filled=True, stroke=CATEGORIES[0], opacity=1).encode(
        x=x,
        y=y,
        size=alt.Size(
            "participants:Q",
            title="Participants",
            scale=alt.Scale(range=[30, 220]),
            legend=alt.Legend(symbolFillColor=PAPER),
        ),
        fill=alt.Fill(
            "test:N",
            title="Permutation test",
            scale=alt.Scale(domain=sorts, range=[CATEGORIES[0], PAPER]),
        ),
        tooltip=["code:N", "value:Q", "counts:N", "test:N"],
    )
    counts = base.mark_text(align="left", color=INK).encode(
        x=alt.value(_WIDTH + 8), y=y, text="counts:N"
    )
    return alt.layer(middle, spread, dots, counts).properties(
        width=_WIDTH, height=_ROW * max(1, len(names))
    )
