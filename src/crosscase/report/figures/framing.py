"""What stands around a figure: its title above, and below of what, of which state and how read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from crosscase.report.figures.look import QUIET_INK

if TYPE_CHECKING:
    import altair as alt

__all__ = ["Caption", "Figure", "framed", "in_rows"]

Figure: TypeAlias = "alt.TopLevelMixin"

_LINE_HEIGHT = 15
_CHAR_WIDTH = 5.6  # of the caption's letters, on the mean
_TITLE_WIDTH = 8.2


@dataclass(frozen=True, slots=True)
class Caption:
    """What a reader needs to read a figure on its own.

    ``of`` is the denominator (“Of 12 participants interviewed in 3 sites”), ``state`` names the
    state of the study that was read, ``notes`` are cautions and how to read it.
    """

    of: str
    state: str
    study: str
    notes: tuple[str, ...] = ()

    def lines(self, most_chars: int) -> list[str]:
        """The caption, cut into lines."""
        said = [_sentence(each) for each in (self.of, *self.notes)]
        told = " ".join(each for each in said if each)
        from_where = f"{self.study} · {self.state}" if self.study else self.state
        wrapped = (textwrap.wrap(each, most_chars) for each in (told, from_where))
        return [line for part in wrapped for line in part]


def in_rows(rows: Iterable[Mapping[str, Any]]) -> alt.InlineData:
    """Rows as the data of a chart, however many there are."""
    import altair as alt

    return alt.InlineData(values=[dict(row) for row in rows])


def framed(chart: Any, title: str, caption: Caption, *, width: int = 560) -> alt.VConcatChart:
    """The chart with its title above and its caption below; ``width`` is the chart's, in pixels.

    The width says where title and caption are cut into lines; it does not change the chart.
    """
    import altair as alt

    lines = caption.lines(max(40, int(width / _CHAR_WIDTH)))
    rows = [{"line": number, "said": line} for number, line in enumerate(lines)]
    below = (
        alt.Chart(in_rows(rows))
        .mark_text(align="left", baseline="top", color=QUIET_INK)
        .encode(
            x=alt.value(0),
            y=alt.Y("line:Q", axis=None, scale=alt.Scale(domain=[0, len(lines)], reverse=True)),
            text="said:N",
            tooltip=alt.value(None),
        )
        .properties(width=width, height=_LINE_HEIGHT * len(lines), view=alt.ViewConfig(stroke=None))
    )
    heading = textwrap.wrap(title, max(30, int(width / _TITLE_WIDTH))) or [""]
    whole: alt.VConcatChart = alt.vconcat(
        chart, below, spacing=18, title=alt.TitleParams(heading, anchor="start", frame="bounds")
    ).resolve_scale(color="independent", shape="independent", y="independent")
    return whole


def _sentence(text: str) -> str:
    said = " ".join(text.split())
    return said if not said or said[-1] in ".!?" else f"{said}."
