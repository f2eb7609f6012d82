"""Attributes under other names, and many values set as one operation."""

from __future__ import annotations

import pytest

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.study import Study
from crosscase.testing import make_study


@pytest.fixture
def study() -> Study:
    """Two people with a role."""
    study = make_study()
    study.attributes.add("role")
    for name, role in (("P01", "Nurse"), ("P02", "Porter")):
        study.cases.add(name, "person", attributes={"role": role})
    return study


def test_an_attribute_stays_the_same_under_another_name(study: Study) -> None:
    """Its id and its values stay, and it is found by the name that it bears now."""
    before = study.attributes.get("role")
    study.attributes.rename("role", "  job   title ")
    assert study.attributes.get("Job Title").id == before.id
    assert study.attributes.values("P01") == {"job title": "Nurse"}
    with pytest.raises(NotFound):
        study.attributes.get("role")
    assert study.log(most=1)[0].sentence == "renamed the attribute “job title”"
    study.undo()
    assert study.attributes.get("role").id == before.id
    assert study.verify() == []


def test_the_first_name_is_free_for_a_new_attribute(study: Study) -> None:
    """Two copies that add it after the same renaming make one attribute of it."""
    first = study.attributes.get("role")
    study.attributes.rename("role", "job title")
    second = study.attributes.add("role", "number")
    assert second.id != first.id
    assert study.attributes.get("role") == second
    study.attributes.set("P01", {"role": 3})
    assert study.attributes.values("P01") == {"job title": "Nurse", "role": 3}
    study.attributes.remove("role")
    again = study.attributes.add("role")
    assert again.id == second.id
    assert study.attributes.values("P01") == {"job title": "Nurse"}


def test_a_renamed_attribute_is_restored_by_its_last_name(study: Study) -> None:
    """The name that it bore when it was removed."""
    study.attributes.rename("role", "job title")
    study.attributes.remove("job title")
    with pytest.raises(NotFound):
        study.attributes.restore("role")
    study.attributes.restore("Job title")
    assert study.attributes.values("P02") == {"job title": "Porter"}


@pytest.mark.parametrize("name", ["grade", "person", "code", " "])
def test_a_name_that_means_something_else_is_refused(study: Study, name: str) -> None:
    """Another attribute's, a kind of cases, a word of the query language, or none."""
    study.attributes.add("grade")
    with pytest.raises(MistakeOfUse):
        study.attributes.rename("role", name)


def test_a_name_may_change_its_spelling_only(study: Study) -> None:
    """It is its own name, so it is free."""
    study.attributes.rename("role", "Role")
    assert [each.name for each in study.attributes.all()] == ["Role"]
    assert study.attributes.rename("role", "Role") is None


def test_many_values_are_set_at_once(study: Study) -> None:
    """Subjects and attributes by name or id; the later of two values for one cell stands."""
    study.attributes.add("years", "number")
    person = study.cases.get("P01")
    before = study.counts().operations
    study.attributes.set_many(
        [
            (person.id, "years", "4"),
            ("P02", study.attributes.get("years").id, 7),
            ("P02", "role", None),
            ("P01", "years", 5),
            ("P01", "role", "Nurse"),
        ]
    )
    assert study.counts().operations == before + 1
    assert study.log(most=1)[0].sentence == "set 3 values"
    assert study.attributes.values("P01") == {"role": "Nurse", "years": 5}
    assert study.attributes.values("P02") == {"years": 7}
    assert study.attributes.set_many([("P02", "years", 7)]) is None
    study.undo()
    assert study.attributes.values("P02") == {"role": "Porter"}


def test_with_one_bad_cell_nothing_is_set(study: Study) -> None:
    """Neither before it nor after it."""
    study.attributes.add("years", "number")
    with pytest.raises(MistakeOfUse):
        study.attributes.set_many([("P01", "years", 1), ("P02", "years", "old")])
    with pytest.raises(NotFound):
        study.attributes.set_many([("P01", "years", 1), ("P09", "years", 1)])
    assert study.attributes.values("P01") == {"role": "Nurse"}
