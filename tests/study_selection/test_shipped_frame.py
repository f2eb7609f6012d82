"""The frame of 42 systems in a study, against what was published about it.

The paper keeps its sites anonymous: nothing here chooses cases by its profiles.
"""

from __future__ import annotations

import pytest

from crosscase.errors import NotFound
from crosscase.study import Study

NAME = "Integrated care systems, England, July 2022"


@pytest.fixture
def systems(study: Study) -> Study:
    """A study with the shipped frame."""
    report = study.frames.add_shipped("ics")
    assert (report.name, report.cases, report.guessed) == (NAME, 42, ())
    return study


def test_every_characteristic_of_the_shipped_frame_has_a_type_a_source_and_a_date(
    systems: Study,
) -> None:
    """And the frame says under which licence it is used."""
    found = systems.frames.describe(NAME)
    assert (found.unsourced, found.undated) == ((), ())
    assert "Open Government Licence" in (found.frame.citation or "")


def test_fourteen_systems_are_in_the_top_third_of_deprivation(systems: Study) -> None:
    """From 17.9 to 49.4 per cent of small areas."""
    told = systems.frames.classify(NAME, "deprived_share", groups=3)
    top = told.groups[2]
    assert (top.cases, round(top.lowest or 0, 1), round(top.highest or 0, 1)) == (14, 17.9, 49.4)


def test_the_thirds_by_urban_areas_run_as_published_by_either_rule(systems: Study) -> None:
    """The middle third 75.0 to 84.5 per cent, the top from 86.9; no system moves."""
    found = systems.frames.compare_rules(NAME, "urban_share", 3)
    for told in (found.one, found.other):
        _, middle, top = told.groups
        assert (round(middle.lowest or 0, 1), round(middle.highest or 0, 1)) == (75.0, 84.5)
        assert round(top.lowest or 0, 1) == 86.9
    assert found.moves == ()


def test_population_cut_points_hold_for_january_2022_and_not_for_may(systems: Study) -> None:
    """1.1, 1.7 and at most 3.1 million people; in May the largest has 3.2 million."""
    systems.frames.add_shipped("ics", name="May", population_date="2022-05-01")
    found = systems.frames.compare_rules(NAME, "registered_population", 3, other_frame="May")

    def edges(groups: object) -> list[float]:
        _, medium, large = groups  # type: ignore[misc]
        return [round(value / 1e6, 1) for value in (medium.lowest, large.lowest, large.highest)]

    assert edges(found.one.groups) == [1.1, 1.7, 3.1]
    assert edges(found.other.groups) == [1.1, 1.7, 3.2]


def test_another_list_replaces_the_frame_and_tells_that_all_changed(systems: Study) -> None:
    """Importing again under the same name is one operation that can be undone."""
    report = systems.frames.add_shipped("ics", population_date="2022-05-01")
    assert (report.is_new, len(report.changed)) == (False, 42)
    systems.undo()
    assert systems.frames.add_shipped("ics").recorded is None


def test_only_what_comes_with_crosscase_can_be_added(study: Study) -> None:
    """The error says what there is."""
    with pytest.raises(NotFound) as refused:
        study.frames.add_shipped("wards")
    assert "ics" in (refused.value.hint or "")
