"""The grid of cases: what lies in each, at any remove, counted once."""

from __future__ import annotations

from crosscase.fieldwork.case_grid import CaseLine
from crosscase.study import Study
from crosscase.testing import make_study
from tests.coding.making import INTERVIEW, add_source


def lines(study: Study) -> dict[str, CaseLine]:
    """The rows by name."""
    return {line.case.name: line for line in study.cases.grid().cases}


def test_an_empty_study_has_an_empty_grid() -> None:
    """Nothing, and no error."""
    grid = make_study().cases.grid()
    assert (grid.kinds, grid.attributes, grid.cases) == ({}, (), ())


def test_what_lies_in_a_source_lies_in_all_cases_above_it() -> None:
    """A source of a person counts for their organisation and its site, each coding once."""
    study = make_study()
    add_source(study._session, "talk.txt", INTERVIEW)
    study.cases.add("North", "site")
    study.cases.add("Ward", "organisation", groups=["North"])
    study.cases.add("P01", "person", groups=["Ward", "North"])
    study.cases.add("P02", "person", groups=["Ward"])
    study.memberships.add("talk.txt", "P01")
    study.codes.add("Trust")
    for coder in ("Ama", "Ben"):
        study.codings.add("talk.txt", "Trust", quote="We lost trust", coder=coder)
    found = lines(study)
    assert {name: (each.sources, each.codings) for name, each in found.items()} == {
        "Ward": (1, 2),
        "North": (1, 2),
        "P01": (1, 2),
        "P02": (0, 0),
    }
    assert [name for name, each in found.items() if each.interviewed] == ["P01"]
    assert [group.name for _, group in found["P01"].groups] == ["Ward", "North"]


def test_choices_are_told_with_those_that_nobody_has_yet() -> None:
    """The finer values of which coarser ones are known can be chosen too."""
    study = make_study()
    study.attributes.add("phase", "choice", coarser={"pilot": "early"})
    study.attributes.add("years", "number")
    study.cases.add("North", "site", attributes={"phase": "roll-out", "years": 3})
    heads = {head.attribute.name: head.choices for head in study.cases.grid().attributes}
    assert heads == {"phase": ("pilot", "roll-out"), "years": ()}
    assert {value.value for value in lines(study)["North"].values.values()} == {"roll-out", 3}
