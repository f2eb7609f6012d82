"""Waves: rounds of fieldwork, who was met in them, and what changed for whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import Conflict, MistakeOfUse, NotFound
from crosscase.study import Study
from crosscase.testing import make_study
from tests.study_synthesis.rounds import rounds


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Two rounds with their waves."""
    made = rounds(None, tmp_path)
    made.waves.add("first", "2023-01-01", "2023-12-31")
    made.waves.add("second", "2024-01-01")
    return made


# -- adding and changing -------------------------------------------------------------------------


def test_waves_come_in_the_order_of_time_and_may_have_no_end(study: Study) -> None:
    study.waves.add("pilot", "2022-05-01", "2022-05-31", description="two talks")
    assert [each.name for each in study.waves.all()] == ["pilot", "first", "second"]
    assert study.waves.get("second").end_day is None
    assert study.verify() == []


def test_waves_that_overlap_are_refused_with_the_days_of_the_other(study: Study) -> None:
    for start, end in (("2023-12-31", "2024-01-05"), ("2022-01-01", None), ("2025-01-01", None)):
        with pytest.raises(Conflict) as refused:
            study.waves.add("third", start, end)
        assert refused.value.slug == "waves-overlap"
    with pytest.raises(Conflict, match="2023-01-01 to 2023-12-31"):
        study.waves.change("second", start_day="2023-12-01")
    study.waves.add("pilot", "2022-05-01", "2022-05-31")


def test_a_wave_needs_a_name_of_its_own_a_first_day_and_days_in_order(study: Study) -> None:
    for name, start, end, slug in (
        ("First", "2020-01-01", "2020-01-02", "name-taken"),
        ("third", "2020-02-01", "2020-01-02", "ends-before-it-begins"),
        (" ", "2020-01-01", None, "no-name"),
    ):
        with pytest.raises(MistakeOfUse) as refused:
            study.waves.add(name, start, end)
        assert refused.value.slug == slug
    with pytest.raises(MistakeOfUse) as cleared:
        study.waves.change("first", start_day=None)
    assert cleared.value.slug == "no-start-day"


def test_a_wave_is_changed_removed_restored_and_every_step_undone(study: Study) -> None:
    study.waves.change("first", name="early", end_day="2023-06-30")
    assert [each.name for each in study.waves.all()] == ["early", "second"]
    study.undo()
    study.waves.remove("first")
    assert [each.name for each in study.waves.all()] == ["second"]
    study.waves.restore("first")
    study.undo()
    study.redo()
    assert [each.name for each in study.waves.all()] == ["first", "second"]
    study.waves.remove("first")
    study.waves.add("long", "2023-05-01", "2023-07-01")
    with pytest.raises(Conflict):
        study.waves.restore("first")
    assert study.verify() == []


def test_two_laptops_may_bring_waves_that_overlap_and_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    here = rounds(tmp_path, tmp_path / "texts")
    here.copy(tmp_path / "there.crosscase")
    there = make_study(tmp_path, name="there", person="Ben", open_again=True)
    here.waves.add("first", "2023-01-01", "2023-12-31")
    there.waves.add("winter", "2023-02-15", "2023-03-01")
    there.close()
    here.merge(tmp_path / "there.crosscase")
    held = {source.name: wave.name for source, _, wave in here.waves.sources() if wave}
    assert held["b1.txt"] == "first", "the one that begins first"
    told = here.matrix("codes", "waves").notes
    assert any("“first” and “winter” overlap" in note for note in told)
    assert here.verify() == []


# -- which source lies in which ------------------------------------------------------------------


def test_a_source_belongs_to_a_wave_by_its_day_or_the_day_of_its_interview(study: Study) -> None:
    study.sources.describe("b1.txt", date=None)
    held = {source.name: (day, wave and wave.name) for source, day, wave in study.waves.sources()}
    assert held["a1.txt"] == ("2023-02-01", "first")
    assert held["b1.txt"] == (None, None)
    study.activities.add_interview("P02", source="b1.txt", day="2023-02-20")
    held = {source.name: (day, wave and wave.name) for source, day, wave in study.waves.sources()}
    assert held["b1.txt"] == ("2023-02-20", "first")


def test_a_month_belongs_to_a_wave_when_all_of_it_does(study: Study) -> None:
    study.waves.change("first", start_day="2023-02-10")
    study.sources.describe("b1.txt", date="2023-02")
    held = {source.name: wave for source, _, wave in study.waves.sources()}
    assert held["b1.txt"] is None
    study.sources.describe("b1.txt", date="2023-03")
    assert {source.name: wave for source, _, wave in study.waves.sources()}["b1.txt"] is not None


def test_a_question_is_narrowed_to_waves(study: Study) -> None:
    def sources(question: str) -> set[str]:
        return {each.source for each in study.query(question).passages}

    assert sources('code:Money and wave:"first"') == {"a1.txt", "b1.txt"}
    assert sources('code:Trust and wave:("first", "second")') == {"a1.txt", "c2.txt"}
    assert sources("code:Trust and wave!=first") == {"c2.txt"}
    study.sources.describe("a1.txt", date=None)
    assert sources("code:Trust and not wave:*") == {"a1.txt"}
    with pytest.raises(NotFound, match="third"):
        study.query("wave:third")
    with pytest.raises(MistakeOfUse):
        study.query("wave > first").total  # noqa: B018


def test_a_matrix_crosses_waves_with_their_own_denominators(study: Study) -> None:
    made = study.matrix("codes", "waves")
    assert made.columns == ("first", "second")
    assert (made.cell("Money", "first"), made.of_cell("Money", "first")) == (2, 2)
    assert (made.cell("Staff", "second"), made.of_cell("Staff", "second")) == (2, 2)
    assert made.cell("Money") == 2
    assert made.of_cell("Money") == 3
    assert any("in more than one wave" in note for note in made.notes)
    assert ("waves", "Waves") in {(each.value, each.label) for each in study.matrix_options().sides}
    study.sources.describe("a1.txt", date=None)
    assert study.matrix("codes", "waves").columns == ("first", "second", "no wave")


def test_an_attribute_called_wave_keeps_its_values_beside_waves(tmp_path: Path) -> None:
    study = rounds(None, tmp_path)
    with pytest.raises(NotFound, match="no waves yet"):
        study.query("wave:1")
    study.attributes.add("wave", "number")
    study.attributes.set("Northam", {"wave": 1})
    assert study.query("code:Plan and wave:1").total == 1
    assert study.matrix("codes", "wave").columns == ("1",)
    study.waves.add("first", "2023-01-01")
    assert study.query("code:Plan and wave:1").total == 1
    assert study.query("code:Plan and wave:first").total == 1
    assert study.matrix("codes", "wave").columns == ("first",)
    assert study.matrix("codes", "attribute:wave").columns == ("1",)


# -- what changed --------------------------------------------------------------------------------


def test_the_same_participants_show_what_came_stayed_and_went(study: Study) -> None:
    told = study.waves.changes("participants")
    assert [(each.name, each.participants, each.sources) for each in told.waves] == [
        ("first", 2, 2),
        ("second", 2, 2),
    ]
    steps = {case.case: case.steps for case in told.cases}
    assert steps["P02"] == ()
    (step,) = steps["P01"]
    assert step.people == "same"
    came, stayed, went = (
        [each.code for each in some] for some in (step.came, step.stayed, step.went)
    )
    assert (came, stayed, went) == (["Staff"], ["Money"], ["Trust"])
    assert {(each.code, each.came, each.stayed, each.went, each.of) for each in told.codes} == {
        ("Staff", 1, 0, 0, 1),
        ("Money", 0, 1, 0, 1),
        ("Trust", 0, 0, 1, 1),
    }
    assert told.notes[0] == (
        "1 participant met in more than one wave, of 3 participants met in any."
    )
    assert "Only 3 participants" in told.warnings[-1]


def test_every_change_opens_its_first_passage(study: Study) -> None:
    (step,) = study.waves.changes("participants").cases[0].steps
    (code,) = step.came
    source = study.sources.get("a2.txt")
    assert code.source_id == source.id
    assert study.sources.text("a2.txt")[code.start_char : code.end_char] == "Staff have left"


def test_a_post_that_passed_on_is_a_change_of_person_and_counts_for_no_code(study: Study) -> None:
    told = study.waves.changes("posts")
    (post,) = told.cases
    assert [each.participants for each in post.met] == [("P01",), ("P03",)]
    assert [each.holders for each in post.met] == [("P01", "P03"), ("P03",)]
    (step,) = post.steps
    assert (step.people, step.both) == ("others", ())
    assert [each.code for each in step.stayed] == ["Trust"]
    assert told.codes == (), "no change of mind is read from a change of person"
    assert any("not the same people" in note for note in told.notes)


def test_a_post_held_throughout_by_one_person_is_compared_with_itself(study: Study) -> None:
    study.memberships.change("P01", "Director of finance", end_day=None)
    study.memberships.remove("P03", "Director of finance")
    (post,) = study.waves.changes("post").cases
    assert [step.people for step in post.steps] == ["same"]


def test_a_site_counts_its_participants_in_each_wave(study: Study) -> None:
    (site,) = study.waves.changes("sites").cases
    first, second = site.met
    assert first.participants == ("P01", "P02")
    assert {each.code: each.participants for each in first.codes} == {
        "Trust": 1,
        "Money": 2,
        "Plan": 1,
    }
    assert {each.code: each.participants for each in second.codes} == {
        "Trust": 1,
        "Money": 1,
        "Staff": 2,
    }
    assert site.steps[0].people == "partly"
    assert site.steps[0].both == ("P01",)


def test_changes_follow_merged_codes_and_forget_what_was_removed(study: Study) -> None:
    study.codes.merge("Staff", "Money")
    (step,) = study.waves.changes("participants").cases[0].steps
    assert step.came == ()
    study.sources.remove("a2.txt")
    assert study.waves.changes("participants").cases[0].steps == ()


def test_what_cannot_be_told_is_said_with_a_way_out(tmp_path: Path) -> None:
    study = rounds(None, tmp_path)
    none = study.waves.changes()
    assert (none.waves, none.cases, none.warnings) == ((), (), ())
    assert none.notes == ("The study has no waves yet: add them with their first and last days.",)
    study.waves.add("first", "2023-01-01")
    with pytest.raises(NotFound) as other:
        study.waves.changes("planets")
    assert "posts" in (other.value.hint or "")
    study.cases.remove("Director of finance")
    with pytest.raises(NotFound) as post:
        study.waves.changes("posts")
    assert "kind post" in (post.value.hint or "")


def test_sources_between_waves_are_left_out_and_counted(study: Study) -> None:
    study.sources.describe("b1.txt", date="2022-01-01")
    study.sources.describe("c2.txt", date=None)
    notes = study.waves.changes().notes
    assert "2 interviews in no wave (1 of them without a day): left out." in notes


def test_an_empty_wave_is_warned_of(study: Study) -> None:
    study.waves.add("pilot", "2020-01-01", "2020-02-01")
    assert any("pilot" in each for each in study.waves.changes().warnings)
