"""A participant's own name beside their words is told."""

from __future__ import annotations

import pytest

from crosscase.study import Study
from crosscase.study_manuscripts.names_beside import name_beside


@pytest.mark.parametrize(
    ("name", "around", "found"),
    [
        ("Idu Miah", "Idu Miah, a leader, said:", "Idu Miah"),
        ("Idu Miah", "(Miah)", "Miah"),
        ("Prof. Clive Beggs", "(Professor Clive Beggs)", "Beggs"),
        ("Ama", "as Ama said", "Ama"),
        ("Ama", "an amalgam of", None),
        ("P07", "(P07, Leader)", None),
        ("Anna North", "(Leader, North)", None),
        ("Jo Young", "young people said", None),
        ("", "(Leader)", None),
    ],
)
def test_a_name_is_found_and_a_label_is_none(name: str, around: str, found: str | None) -> None:
    assert name_beside(name, around, ["Leader", "North"]) == found


def test_the_name_of_who_said_it_is_a_risk_beside_their_words(study: Study) -> None:
    study.cases.change("Boss", name="Idu Miah")
    paper = "# Results\n\n“It hurt nobody, I think.” (Miah, a leader)\n"
    (risk,) = [
        each
        for each in study.manuscripts.check(paper.encode(), name="p.md").items
        if each.kind == "attribution"
    ]
    assert (risk.standing, risk.fails) == ("risk", False)
    assert risk.says == "the name of who said it stands beside it"
