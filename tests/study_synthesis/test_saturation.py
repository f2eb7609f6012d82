"""Saturation of a study: which interviews count, in which order, and what was new in each."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.report.figures import figure_bytes
from crosscase.study import Study
from crosscase.study_synthesis.saturation import CaseSaturation
from tests.study_synthesis.rounds import rounds


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Four interviews: Trust and Money, then Plan, then Staff, then nothing new."""
    return rounds(None, tmp_path)


def new_codes(told: CaseSaturation) -> list[tuple[str, list[str]]]:
    return [(each.source, [code.code for code in each.new]) for each in told.interviews]


def test_interviews_come_in_the_order_of_their_days_with_what_was_new(study: Study) -> None:
    told = study.saturation.assess(base=1, run=1, orders=50)
    assert new_codes(told.pooled) == [
        ("a1.txt", ["Trust", "Money"]),
        ("b1.txt", ["Plan"]),
        ("a2.txt", ["Staff"]),
        ("c2.txt", []),
    ]
    assert [each.cumulative for each in told.pooled.interviews] == [2, 3, 4, 4]
    assert [each.codes for each in told.pooled.interviews] == [2, 2, 2, 2]
    assert told.pooled.run.label == "3+1"
    assert told.pooled.participants == 3
    assert told.pooled.interviews[0].participants == ("P01",)
    assert told.pooled.chao2.observed == 4


def test_every_new_code_opens_its_first_passage(study: Study) -> None:
    interview = study.saturation.assess(orders=1).pooled.interviews[1]
    (code,) = interview.new
    text = study.sources.text("b1.txt")
    assert code.source_id == interview.source_id
    assert text[code.start_char : code.end_char] == "We have a plan"


def test_the_order_may_be_given_and_decides_what_was_new(study: Study) -> None:
    study.sources.describe("a1.txt", date=None)
    told = study.saturation.assess(orders=1)
    assert [each.source for each in told.pooled.interviews][-1] == "a1.txt"
    assert any("1 interview without a day" in each for each in told.notes)
    added = study.saturation.assess(orders=1, order="added")
    assert added.pooled.interviews[0].source == "a1.txt"
    given = study.saturation.assess(orders=1, order=["c2.txt", "a1.txt"])
    assert new_codes(given.pooled) == [("c2.txt", ["Trust", "Staff"]), ("a1.txt", ["Money"])]
    assert any("2 interviews not named" in each for each in given.notes)
    with pytest.raises(MistakeOfUse):
        study.saturation.assess(order=["a1.txt", "a1.txt"])
    with pytest.raises(MistakeOfUse):
        study.saturation.assess(order="length")
    with pytest.raises(NotFound):
        study.saturation.assess(order=["nowhere.txt"])


def test_documents_are_no_interviews_and_it_is_said(study: Study, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Money is short, says the report.\n", encoding="utf-8")
    study.sources.add(tmp_path / "report.txt")
    study.codings.add("report.txt", "Money", quote="Money is short")
    told = study.saturation.assess(orders=1)
    assert len(told.pooled.interviews) == 4
    assert any("1 source without a participant" in each for each in told.notes)
    study.activities.add_meeting("Board", source="c2.txt", day="2024-02-05")
    told = study.saturation.assess(orders=1)
    assert len(told.pooled.interviews) == 3
    assert "1 observed meeting: no interviews, left out." in told.notes


def test_each_case_and_each_wave_is_told_by_itself(study: Study, tmp_path: Path) -> None:
    study.cases.add("Southam", "site")
    study.memberships.remove("P03", "Northam")
    study.memberships.add("P03", "Southam")
    told = study.saturation.assess(base=1, run=1, orders=10, by="sites")
    cases = {each.case: each for each in told.cases}
    assert told.by == "site"
    assert len(cases["Northam"].interviews) == 3
    assert new_codes(cases["Southam"]) == [("c2.txt", ["Trust", "Staff"])]
    assert cases["Southam"].run.label is None
    assert "1 interview is fewer" in (cases["Southam"].run.reason or "")
    study.waves.add("first", "2023-01-01", "2023-12-31")
    study.waves.add("second", "2024-01-01")
    by_wave = {each.case: each for each in study.saturation.assess(orders=1, by="waves").cases}
    assert new_codes(by_wave["second"]) == [("a2.txt", ["Money", "Staff"]), ("c2.txt", ["Trust"])]
    with pytest.raises(MistakeOfUse):
        study.saturation.assess(by="codes")


def test_a_question_narrows_interviews_and_codings_alike(study: Study) -> None:
    study.waves.add("first", "2023-01-01", "2023-12-31")
    told = study.saturation.assess(orders=1, where='wave:"first"')
    assert [each.source for each in told.pooled.interviews] == ["a1.txt", "b1.txt"]
    assert told.where == 'wave:"first"'


def test_whose_coding_counts_can_be_said(study: Study) -> None:
    study.codings.add("c2.txt", "Plan", quote="I trust the board", coder="Ben")
    study.codings.add("c2.txt", "Trust", quote="trust the board", coder="Ben")
    ben = study.saturation.assess(orders=1, coder="Ben")
    assert [codes for _, codes in new_codes(ben.pooled)] == [[], [], [], ["Trust", "Plan"]]
    assert "Nothing was coded in the first" in (
        study.saturation.assess(base=2, run=2, orders=1, coder="Ben").pooled.run.reason or ""
    )
    agreed = study.saturation.assess(orders=1, agreed=True)
    assert [codes for _, codes in new_codes(agreed.pooled)] == [[], [], [], ["Trust"]]


def test_top_codes_gather_what_lies_below_them(study: Study) -> None:
    study.codes.move("Plan", parent="Money")
    leaf = study.saturation.assess(orders=1)
    assert ("b1.txt", ["Money > Plan"]) in new_codes(leaf.pooled)
    top = study.saturation.assess(orders=1, level="top")
    assert ("b1.txt", []) in new_codes(top.pooled)
    with pytest.raises(MistakeOfUse):
        study.saturation.assess(level="middle")


def test_the_codebook_that_was_used_is_named_and_an_earlier_one_can_be_asked(study: Study) -> None:
    before = study.heads
    study.codes.merge("Staff", "Money")
    told = study.saturation.assess(orders=1)
    assert (told.codebook.codes, told.codebook.used, told.codebook.merged) == (3, 3, 1)
    assert told.codebook.state == study.heads
    past = study.as_of(before).saturation.assess(orders=1)
    assert past.codebook.codes == 4
    assert past.codebook.state == before


def test_removed_and_undone_codings_bring_nothing_new(study: Study) -> None:
    study.sources.remove("b1.txt")
    told = study.saturation.assess(orders=1)
    assert [each.source for each in told.pooled.interviews] == ["a1.txt", "a2.txt", "c2.txt"]
    study.undo()
    assert len(study.saturation.assess(orders=1).pooled.interviews) == 4


def test_an_empty_study_is_told_and_not_refused(tmp_path: Path) -> None:
    from crosscase.testing import make_study

    told = make_study().saturation.assess()
    assert told.pooled.interviews == ()
    assert told.pooled.run.reason
    assert told.pooled.orders.reason
    assert told.pooled.accumulation.reason
    assert told.pooled.chao2.reason


def test_few_people_are_warned_of_before_any_figure(study: Study) -> None:
    told = study.saturation.assess(orders=1, by="sites")
    assert any("Only 3 participants" in each for each in told.warnings)
    assert "not drawn independently" in told.caveat


def test_a_case_without_interviews_is_told_and_drawn_as_empty(study: Study) -> None:
    study.cases.add("Eastham", "site")
    told = study.saturation.assess(orders=5, by="sites")
    empty = next(each for each in told.cases if each.case == "Eastham")
    assert (empty.interviews, empty.participants, empty.run.label) == ((), 0, None)
    assert "Nobody was interviewed in Eastham: nothing can be said of it." in told.warnings
    drawn = figure_bytes(study.saturation.figure(told), "svg").decode()
    assert "Eastham" in drawn
    assert "Of 3 participants in 4 interviews; 4 of 4 codes used." in drawn
    assert f"codebook of state {study.heads}" in drawn


def test_who_was_met_in_two_waves_is_counted_in_both_and_it_is_said(study: Study) -> None:
    """P01 makes two of the four participants of the waves, and one of the three of all."""
    study.waves.add("first", "2023-01-01", "2023-12-31")
    study.waves.add("second", "2024-01-01")
    told = study.saturation.assess(orders=1, by="waves")
    assert [each.participants for each in told.cases] == [2, 2]
    assert told.pooled.participants == 3
    assert any(each.startswith("1 participant is in more than one wave") for each in told.notes)
    assert not any("more than one" in each for each in study.saturation.assess(orders=1).notes)
