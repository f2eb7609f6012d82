"""The curves of saturation as a figure."""

from __future__ import annotations

from xml.etree import ElementTree

from crosscase.report.figures import Caption, figure_bytes
from crosscase.report.figures.saturation import CodeCurve, saturation_figure

CAPTION = Caption("Of 3 participants in 3 interviews", "codebook of state 1a2b", "Trust")


def curve(case: str, reached: int | None) -> CodeCurve:
    label = None if reached is None else f"{reached}+2"
    return CodeCurve(case, [2, 3, 3], [2.0, 2.7, 3.0], [1.0, 2.1, 2.5], [3.0, 3.2, 3.6],
                     reached, label)  # fmt: skip


def words(*curves: CodeCurve) -> list[str]:
    drawn = figure_bytes(saturation_figure(curves, "Codes", CAPTION), "svg")
    root = ElementTree.fromstring(drawn)
    return [each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text")]


def test_both_curves_are_named_and_where_saturation_was_reached_is_marked() -> None:
    said = words(curve("All", 2))
    assert "In the order met" in said
    assert "Expected in any order (95 % interval)" in said
    assert "2+2" in said


def test_cases_stand_side_by_side_each_under_its_name() -> None:
    said = words(curve("Northam", 2), curve("Southam", None))
    assert {"Northam", "Southam"} <= set(said)


def test_a_curve_without_an_interval_and_one_of_a_single_interview_are_drawn() -> None:
    alone = CodeCurve("All", [2], [2.0], [], [], None, None)
    assert "Distinct codes" in words(alone)
    assert "Codes" in words(CodeCurve("All", [], [], [], [], None, None))
