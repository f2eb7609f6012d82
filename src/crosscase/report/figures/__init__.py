"""Figures for papers: one look, a caption that says of what, and files that need no network.

How a figure is made and written (altair is imported inside the function that draws, so that
nothing else waits for it)::

    from crosscase.report.figures import Caption, framed, in_rows, write_figure

    import altair as alt
    chart = alt.Chart(in_rows([{"interview": 1, "codes": 14}, ...])).mark_line()
    chart = chart.encode(x=alt.X("interview:Q", title="Interviews"), y="codes:Q")
    caption = Caption(of="Of 12 participants interviewed", state="heads 3f2a", study="Trust")
    write_figure(framed(chart, "Codes by interview", caption), Path("codes.svg"))

Give no colours, fonts or sizes: the look is added when the file is written. Where colour tells
categories apart, say it with a shape, a dash or a label too; for an order of more and less use
``scale=alt.Scale(scheme=None, range=MORE)``, for signs ``SIGN_COLOURS``. Values are words of a
study: put them into rows, never into the name of a field or an expression.
"""

from crosscase.report.figures.framing import Caption, Figure, framed, in_rows
from crosscase.report.figures.look import (
    CATEGORIES,
    INK,
    LINE,
    MORE,
    PAPER,
    QUIET_INK,
    SIGN_COLOURS,
)
from crosscase.report.figures.writing import FIGURE_KINDS, figure_bytes, figure_kind, write_figure

__all__ = [
    "CATEGORIES",
    "FIGURE_KINDS",
    "INK",
    "LINE",
    "MORE",
    "PAPER",
    "QUIET_INK",
    "SIGN_COLOURS",
    "Caption",
    "Figure",
    "figure_bytes",
    "figure_kind",
    "framed",
    "in_rows",
    "write_figure",
]
