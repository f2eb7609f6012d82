"""Cases by their membership in a solution and in the outcome, as a figure."""

from __future__ import annotations

from xml.etree import ElementTree

from crosscase.report.figures import Caption, figure_bytes, framed
from crosscase.report.figures.qca import DrawnCase, xy_chart

CAPTION = Caption("Of 3 participants", "state 1a2b", "Trust")


def words(cases: list[DrawnCase]) -> list[str]:
    chart = framed(xy_chart(cases, "the solution", "TRUST"), "QCA", CAPTION)
    root = ElementTree.fromstring(figure_bytes(chart, "svg"))
    return [each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text")]


def test_cases_are_named_and_those_on_one_spot_share_a_point() -> None:
    said = words([DrawnCase("P01", 0.2, 0.9), DrawnCase("P02", 0.2, 0.9), DrawnCase("P03", 1, 0)])
    assert "P01, P02" in said and "P03" in said
    assert {"Membership in the solution", "Membership in TRUST"} <= set(said)
    assert "below it: against sufficiency" in said


def test_more_cases_than_can_be_named_are_points_without_names() -> None:
    said = words([DrawnCase(f"P{at}", at / 50, at / 50) for at in range(50)])
    assert "P7" not in said


def test_many_cases_on_a_spot_are_counted() -> None:
    assert "A, B +3" in words([DrawnCase(name, 0.5, 0.5) for name in "ABCDE"])
