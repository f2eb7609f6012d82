"""A label behind a quote that is not one of its speaker is told."""

from __future__ import annotations

import pytest

from crosscase.study import Study


@pytest.mark.parametrize(
    ("behind", "wrong"),
    [
        ("(Nurse, North)", "Nurse"),
        ("(Leader, South)", "South"),
        ("(Nurse, South)", "Nurse, South"),
        ("(Leader)", None),
        ("(Interview 4)", None),
    ],
)
def test_the_label_of_somebody_else_is_told(told: Study, behind: str, wrong: str | None) -> None:
    paper = f"# Results\n\n“It hurt nobody, I think.” {behind}\n"
    found = told.manuscripts.check(paper.encode(), name="p.md").items
    says = [each.says for each in found if "is not who said it" in each.says]
    assert says == (
        [] if wrong is None else [f"“{wrong}” is not who said it, as the transcript has it"]
    )
