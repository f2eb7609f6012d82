"""The figures of codes that meet and of groups that differ say what they show, in any words."""

from __future__ import annotations

import re

from crosscase.report.figures import Caption, figure_bytes, framed
from crosscase.report.figures.code_pairs import DrawnPair, pairs_chart
from crosscase.report.figures.group_contrasts import DrawnContrast, contrasts_chart

HOSTILE = "'] | <script>alert(1)</script> & “Trust”"
CAPTION = Caption("Of 12 participants interviewed", "state 3f2a", "Trust")


def svg_of(chart: object) -> str:
    """The picture as text."""
    return figure_bytes(framed(chart, "A title", CAPTION), "svg").decode()


def test_pairs_are_drawn_in_both_halves_with_the_people_in_each_cell() -> None:
    """Two cells a pair; names of codes are words, never code."""
    names = ["Money", HOSTILE, "Time"]
    drawn = [DrawnPair(0, 1, 0.5, 7), DrawnPair(1, 2, 0.1, 3)]
    svg = svg_of(pairs_chart(names, drawn, "c, by turns"))
    assert len(re.findall(r">7</text>", svg)) == 2
    assert len(re.findall(r">3</text>", svg)) >= 2
    assert "<script" not in svg
    assert "c, by turns" in svg


def test_contrasts_are_drawn_with_their_counts_and_what_the_test_says() -> None:
    """Counts stand beside the dots; filled and open are told in words."""
    drawn = [
        DrawnContrast(HOSTILE, 1.2, 0.4, 2.0, 9, "9 of 12, 0 of 8", True),
        DrawnContrast("Time", -0.3, -1.0, 0.4, 4, "1 of 12, 3 of 8", False),
    ]
    svg = svg_of(contrasts_chart(drawn, "Northam says it more", "below 0.05"))
    for words in ("9 of 12, 0 of 8", "1 of 12, 3 of 8", "below 0.05", "not below 0.05"):
        assert words in svg
    assert "<script" not in svg


def test_nothing_to_draw_is_a_figure_all_the_same() -> None:
    """No pair and no contrast: title and caption stand there."""
    assert "A title" in svg_of(pairs_chart([], [], "c"))
    assert "A title" in svg_of(contrasts_chart([], "more", "sure"))
