"""Membership in a solution against membership in the outcome, one point a case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from crosscase.report.figures.framing import in_rows
from crosscase.report.figures.look import CATEGORIES, EDGE, PAPER

if TYPE_CHECKING:
    import altair as alt

__all__ = ["DrawnCase", "xy_chart"]

_SIZE = 380
_ABOVE, _BELOW = "on or above the line", "below it: against sufficiency"
_NAMED = 40  # more names than that cannot be told apart


class DrawnCase(NamedTuple):
    """A case with its membership in the solution (x) and in the outcome (y)."""

    name: str
    solution: float
    outcome: float


def xy_chart(cases: Sequence[DrawnCase], solution: str, outcome: str) -> alt.LayerChart:
    """Cases above the diagonal agree with sufficiency; those on one spot share one point."""
    import altair as alt

    spots: dict[tuple[float, float], list[str]] = {}
    for each in cases:
        spots.setdefault((round(each.solution, 4), round(each.outcome, 4)), []).append(each.name)
    rows = [
        {
            "x": x,
            "y": y,
            "cases": ", ".join(names),
            "label": _label(names) if len(spots) <= _NAMED else "",
            "n": len(names),
            "side": _ABOVE if y >= x else _BELOW,
        }
        for (x, y), names in sorted(spots.items())
    ]
    scale = alt.Scale(domain=[-0.04, 1.04], nice=False)  # room for points on the edge
    axis = alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], format=".2f", labelOverlap=False)
    x = alt.X("x:Q", title=f"Membership in {solution}", scale=scale, axis=axis)
    y = alt.Y("y:Q", title=f"Membership in {outcome}", scale=scale, axis=axis)
    line = alt.Chart(in_rows([{"x": 0, "y": 0}, {"x": 1, "y": 1}])).mark_line(
        color=EDGE, strokeWidth=1
    )
    middles = [
        alt.Chart(in_rows([{"at": 0.5}])).mark_rule(color=EDGE, strokeDash=[2, 3]).encode(**{k: v})
        for k, v in (("x", alt.X("at:Q", scale=scale)), ("y", alt.Y("at:Q", scale=scale)))
    ]
    base = alt.Chart(in_rows(rows))
    points = base.mark_point(filled=True, opacity=1, stroke=CATEGORIES[0]).encode(
        x=x,
        y=y,
        size=alt.Size(
            "n:Q",
            title="Cases",
            scale=alt.Scale(domain=[1, max(2, *(len(e) for e in spots.values()))], range=[45, 260]),
            legend=alt.Legend(
                values=sorted({len(names) for names in spots.values()}),
                symbolFillColor=CATEGORIES[0],
            ),
        ),
        fill=alt.Fill(
            "side:N",
            title="Against the diagonal",
            scale=alt.Scale(domain=[_ABOVE, _BELOW], range=[CATEGORIES[0], PAPER]),
        ),
        tooltip=["cases:N", "x:Q", "y:Q"],
    )
    names = base.mark_text(align="left", angle=310, dx=9, dy=-3, fontSize=10).encode(
        x=x, y=y, text="label:N"
    )
    laid: alt.LayerChart = alt.LayerChart(layer=[line.encode(x=x, y=y), *middles, points, names])
    laid.width = laid.height = _SIZE
    return laid


def _label(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) < 4 else f"{', '.join(names[:2])} +{len(names) - 2}"
