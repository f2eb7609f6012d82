"""The graph of factors as a figure: signs by dash, colour and mark, width by participants."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING, Any, NamedTuple

from crosscase.report.figures.framing import in_rows
from crosscase.report.figures.look import INK, PAPER, SIGN_COLOURS

if TYPE_CHECKING:
    import altair as alt

__all__ = ["DrawnEdge", "DrawnFactor", "interaction_chart"]

_WIDTH, _HEIGHT = 700, 520
_POINTS = 24
_BEND, _STOP = 26.0, 13.0  # pixels: how far a line bows out, and how far from a factor it ends
_SIGNS = {
    "+": ("+ strengthens", SIGN_COLOURS["enabling"], [1, 0]),
    "-": ("− weakens", SIGN_COLOURS["constraining"], [7, 4]),
    "mixed": ("± mixed", SIGN_COLOURS["mixed"], [2, 3]),
    None: ("sign not said", SIGN_COLOURS["none"], [1, 5]),
}


class DrawnFactor(NamedTuple):
    """A factor: its name, and where it lies (both from 0 to 1, y upwards)."""

    name: str
    x: float
    y: float


class DrawnEdge(NamedTuple):
    """An edge between factors by their numbers, with how many participants assert it."""

    start: int
    end: int
    directed: bool
    sign: str | None
    participants: int


def interaction_chart(
    factors: Sequence[DrawnFactor], edges: Sequence[DrawnEdge]
) -> alt.LayerChart | alt.FacetChart:
    """Factors with the influences between them; those without a direction have no arrow."""
    import altair as alt

    lines, heads, marks = _drawn(factors, edges)
    axis: dict[str, Any] = {"axis": None}
    x = alt.X("x:Q", scale=alt.Scale(domain=[-90, _WIDTH + 90]), **axis)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[-30, _HEIGHT + 30]), **axis)
    used = [_SIGNS[sign] for sign in _SIGNS if any(each.sign == sign for each in edges)]
    names = [name for name, _, _ in used]
    legend = alt.Legend(orient="bottom", symbolType="stroke", symbolStrokeWidth=2.5, symbolSize=500)
    colour = alt.Color(
        "sign:N",
        title="Influence",
        scale=alt.Scale(domain=names, range=[each for _, each, _ in used]),
        legend=legend,
    )
    most = max([1, *(each.participants for each in edges)])
    line = (
        alt.Chart(in_rows(lines))
        .mark_line(strokeCap="butt")
        .encode(
            x=x,
            y=y,
            order="at:O",
            detail="edge:N",
            color=colour,
            strokeDash=alt.StrokeDash(
                "sign:N",
                title="Influence",
                scale=alt.Scale(domain=names, range=[dash for _, _, dash in used]),
                legend=legend,
            ),
            size=alt.Size(
                "participants:Q",
                title="Participants who say so",
                scale=alt.Scale(domain=[0, most], range=[1, 5.5]),
                legend=None,
            ),
            tooltip=["said:N", "participants:Q"],
        )
    )
    head = (
        alt.Chart(in_rows(heads))
        .mark_point(shape="triangle", filled=True, opacity=1, size=110)
        .encode(x=x, y=y, angle=alt.Angle("angle:Q", scale=None), color=colour)
    )
    halo = alt.Chart(in_rows(marks)).mark_point(
        shape="circle", filled=True, size=190, color=PAPER, opacity=1
    )
    sign = alt.Chart(in_rows(marks)).mark_text(fontSize=14, fontWeight="bold", color=INK)
    sign = sign.encode(x=x, y=y, text="mark:N")
    return alt.layer(
        line, head, halo.encode(x=x, y=y), sign, *_factor_layers(factors, edges, x, y)
    ).properties(width=_WIDTH, height=_HEIGHT)


def _factor_layers(
    factors: Sequence[DrawnFactor], edges: Sequence[DrawnEdge], x: Any, y: Any
) -> list[alt.Chart]:
    """Dots with their names, each on the side where fewer lines come in."""
    import altair as alt

    rows = [{"x": each.x * _WIDTH, "y": each.y * _HEIGHT, "name": each.name} for each in factors]
    dots = alt.Chart(in_rows(rows)).mark_point(
        shape="circle", filled=True, size=150, color=INK, opacity=1, stroke=PAPER
    )
    layers = [dots.encode(x=x, y=y, tooltip="name:N")]
    above = [_is_free_above(at, factors, edges) for at in range(len(factors))]
    for is_above, dy in ((True, -16), (False, 17)):
        mine = [row for row, free in zip(rows, above, strict=True) if free == is_above]
        names = alt.Chart(in_rows(mine)).encode(x=x, y=y, text="name:N")
        # A paper-coloured edge keeps a name legible where a line passes under it.
        layers += [
            names.mark_text(dy=dy, fontWeight=600, color=PAPER, stroke=PAPER, strokeWidth=4),
            names.mark_text(dy=dy, fontWeight=600, color=INK),
        ]
    return layers


def _is_free_above(at: int, factors: Sequence[DrawnFactor], edges: Sequence[DrawnEdge]) -> bool:
    others = [e.end if e.start == at else e.start for e in edges if at in (e.start, e.end)]
    return sum(factors[other].y - factors[at].y for other in others) <= 0


def _drawn(
    factors: Sequence[DrawnFactor], edges: Sequence[DrawnEdge]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """The points of each line, the arrow heads, and the sign in the middle of each."""
    beside: dict[tuple[int, int], int] = {}
    pairs = {(edge.start, edge.end) for edge in edges}
    lines, heads, marks = [], [], []
    for number, edge in enumerate(edges):
        pair = (edge.start, edge.end)
        nth = beside[pair] = beside.get(pair, 0) + 1
        ends = factors[edge.start], factors[edge.end]
        # The normal turns with the direction: what answers an edge lies on its other side.
        points = _bowed(ends, nth if (edge.end, edge.start) in pairs else nth - 0.5)
        name = _SIGNS[edge.sign][0]
        arrow = "→" if edge.directed else "–"
        said = f"{ends[0].name} {arrow} {ends[1].name}"
        for at, (x, y) in enumerate(points):
            lines.append({"edge": number, "at": at, "x": x, "y": y, "sign": name, "said": said,
                          "participants": edge.participants})  # fmt: skip
        if edge.directed:
            (x0, y0), (x1, y1) = points[-3], points[-1]
            angle = degrees(atan2(x1 - x0, y1 - y0))
            heads.append({"x": x1, "y": y1, "angle": angle, "sign": name})
        x, y = points[len(points) // 2]
        marks.append({"x": x, "y": y, "mark": name[0] if edge.sign else "?"})
    return lines, heads, marks


def _bowed(ends: tuple[DrawnFactor, DrawnFactor], nth: float) -> list[tuple[float, float]]:
    """A line between two factors that bows to its left, the more the more lie beside it."""
    x0, y0, x1, y1 = (ends[0].x * _WIDTH, ends[0].y * _HEIGHT, ends[1].x * _WIDTH,
                      ends[1].y * _HEIGHT)  # fmt: skip
    length = hypot(x1 - x0, y1 - y0) or 1.0
    side = _BEND * nth
    middle = ((x0 + x1) / 2 - (y1 - y0) / length * side,
              (y0 + y1) / 2 + (x1 - x0) / length * side)  # fmt: skip
    stop = min(_STOP / length, 0.4)
    found = []
    for at in range(_POINTS + 1):
        t = stop + (1 - 2 * stop) * at / _POINTS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        found.append((a * x0 + b * middle[0] + c * x1, a * y0 + b * middle[1] + c * y1))
    return found
