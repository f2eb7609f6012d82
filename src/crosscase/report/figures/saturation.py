"""How codes came in: in the order of the interviews, and as to be expected in any order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crosscase.report.figures.framing import Caption, framed, in_rows
from crosscase.report.figures.look import CATEGORIES, QUIET_INK

if TYPE_CHECKING:
    import altair as alt

__all__ = ["CodeCurve", "saturation_figure"]

_MET, _EXPECTED = "In the order met", "Expected in any order (95 % interval)"
_WIDTH, _SMALL = 560, 250
_IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class CodeCurve:
    """The curves of one case, by interview: how many distinct codes there were after it.

    ``low`` and ``high`` are empty where the interval is not defined. ``reached`` is the number of
    interviews before the run that reached the threshold, ``label`` the answer as it is written.
    """

    case: str
    met: Sequence[int]
    expected: Sequence[float]
    low: Sequence[float]
    high: Sequence[float]
    reached: int | None
    label: str | None


def saturation_figure(
    curves: Sequence[CodeCurve], title: str, caption: Caption
) -> alt.VConcatChart:
    """The curves of one case, or of several side by side on one scale."""
    import altair as alt

    if len(curves) == 1:
        return framed(_panel(curves[0], _WIDTH, None), title, caption, width=_WIDTH)
    codes = [float(each) for curve in curves for each in (*curve.met, *curve.high)]
    most = max(codes, default=1.0)
    panels = [_panel(each, _SMALL, most, heading=each.case) for each in curves]
    together = alt.concat(*panels, columns=_IN_A_ROW).resolve_legend(color="shared")
    return framed(together, title, caption, width=_WIDTH)


def _panel(curve: CodeCurve, width: int, most: float | None, heading: str | None = None) -> Any:
    import altair as alt

    rows: list[dict[str, Any]] = []
    for at, codes in enumerate(curve.met):
        rows.append({"interview": at + 1, "codes": codes, "curve": _MET})
    for at, mean in enumerate(curve.expected):
        interval = {"low": curve.low[at], "high": curve.high[at]} if curve.low else {}
        rows.append({"interview": at + 1, "codes": mean, "curve": _EXPECTED, **interval})
    last = max(len(curve.met), 2)
    x = alt.X(
        "interview:Q",
        title="Interviews",
        scale=alt.Scale(domain=[1, last], nice=False),
        axis=alt.Axis(tickMinStep=1, format="d"),
    )
    scale = alt.Scale(zero=True) if most is None else alt.Scale(domain=[0, most])
    title = "Distinct codes"
    colour = alt.Color(
        "curve:N",
        title=None,
        scale=alt.Scale(domain=[_MET, _EXPECTED], range=[CATEGORIES[1], CATEGORIES[0]]),
        legend=alt.Legend(orient="top", direction="vertical"),
    )
    drawn = alt.Chart(in_rows(rows))
    told = ["curve:N", "interview:Q", "codes:Q"]
    parts: list[Any] = [
        drawn.transform_filter("isValid(datum.low)")
        .mark_area(line=False)
        .encode(x=x, y=alt.Y("low:Q", title=title, scale=scale), y2="high:Q", color=colour),
        drawn.mark_line().encode(
            x=x,
            y=alt.Y("codes:Q", title=title, scale=scale),
            color=colour,
            strokeDash=alt.StrokeDash(
                "curve:N",
                legend=None,
                scale=alt.Scale(domain=[_MET, _EXPECTED], range=[[1, 0], [6, 4]]),
            ),
        ),
        drawn.transform_filter(alt.datum.curve == _MET)
        .mark_point()
        .encode(x=x, y=alt.Y("codes:Q", title=title, scale=scale), color=colour, tooltip=told),
    ]
    if curve.reached is not None:
        parts += _mark(curve)
    layered = alt.layer(*parts).properties(width=width, height=320 if most is None else 180)
    return (
        layered
        if heading is None
        else layered.properties(title=alt.TitleParams(heading, fontSize=12))
    )


def _mark(curve: CodeCurve) -> list[Any]:
    import altair as alt

    row = alt.Chart(in_rows([{"interview": curve.reached, "label": curve.label}]))
    return [
        row.mark_rule(strokeDash=[2, 3]).encode(x="interview:Q"),
        row.mark_text(align="left", dx=5, baseline="bottom", color=QUIET_INK).encode(
            x="interview:Q", y=alt.value("height"), text="label:N"
        ),
    ]
