"""Codes that meet in a study: by each unit, as the query language has it, and through changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.formats.codebook_files import read_codebook
from crosscase.study import Study
from crosscase.study_synthesis.code_pairs import CodePair
from tests.study_synthesis.meetings import CODES, coded_study, random_study


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """P01 trusts for money; P02 has no time and no money; P06, of two sites, says as P01."""
    made = coded_study(tmp_path)
    for name in ("P01.txt", "P06.txt"):
        whole = "We trust them because the money came in time."
        made.codings.add(name, "Trust", quote=whole)
        made.codings.add(name, "Money", quote="the money came in time")
        made.codings.add(name, "Money", quote="the money came in time", coder="Ben")
    made.codings.add("P02.txt", "Time", quote="There is no time")
    made.codings.add("P02.txt", "Money", quote="no money")
    made.codings.add("P02.txt", "Power", quote="Power takes money.")
    return made


def pair(study: Study, first: str, second: str, **asked: str | None) -> CodePair | None:
    """One pair of those that meet; None where the two do not."""
    made = study.cooccurrence.pairs(**asked)  # type: ignore[arg-type]
    found = [each for each in made.pairs() if {each.first, each.second} == {first, second}]
    return found[0] if found else None


def test_passages_that_share_text_meet_and_two_coders_are_one(study: Study) -> None:
    """Two participants and two sites; what Ben coded again counts once."""
    found = pair(study, "Trust", "Money")
    assert found is not None
    assert (found.participants, found.cases) == (2, 2)
    assert (found.both, found.meetings) == (2, 2)
    units = {found.first: found.first_units, found.second: found.second_units}
    assert units == {"Trust": 2, "Money": 3}
    assert found.c == pytest.approx(2 / 3)
    assert pair(study, "Time", "Money") is None


def test_other_units_find_other_pairs_and_say_so(study: Study) -> None:
    """Time and money stand in one turn, and near each other; power only in the same source."""
    for unit in ("turn", "near:10", "near:0 turns", "source"):
        made = study.cooccurrence.pairs(unit)
        assert made.unit.word == unit
        assert made.frame()["unit"].to_list()[0] == unit
        found = pair(study, "Time", "Money", unit=unit)
        assert found is not None, unit
        assert found.participants == 1
    assert pair(study, "Time", "Money", unit="near:1") is None
    assert pair(study, "Time", "Power", unit="turn") is None
    assert pair(study, "Time", "Power", unit="source") is not None
    assert pair(study, "Time", "Power", unit="near:1 turn") is None
    assert pair(study, "Time", "Power", unit="near:2 turns") is not None


def test_who_is_in_two_sites_counts_in_both_and_it_is_said(study: Study) -> None:
    """P06 counts in Northam and in Southam, and once in all."""
    made = study.cooccurrence.pairs(by="sites")
    assert made.groups is not None
    assert made.groups.of == (4, 3)
    found = made.pair(0)
    assert found.participants == 2
    assert found.groups == (2, 1)
    frame = made.frame()
    assert frame.select("Northam (of 4)", "Southam (of 3)").row(0) == (2, 1)
    assert frame.select("cases", "of_cases").row(0) == (2, 2)
    assert any("in more than one site" in note for note in made.notes)
    assert any("Few people" in warning for warning in made.warnings)


@pytest.mark.parametrize("seed", [1, 2])
def test_counts_are_those_of_the_query_language(tmp_path: Path, seed: int) -> None:
    """Passages that overlap or are near, and the people of shared text and shared sources."""
    study = random_study(tmp_path, seed)
    relations = {"overlap": "overlaps", "near:12": "near(12 chars)", "near:1 turn": "near(1 turns)"}
    for unit, relation in relations.items():
        made = study.cooccurrence.pairs(unit)
        for each in made.pairs():
            asked = [f"code:{each.first} {relation} code:{each.second}",
                     f"code:{each.second} {relation} code:{each.first}"]  # fmt: skip
            totals = [study.query(question).total for question in asked]
            assert [each.first_met, each.second_met] == totals, unit
            page = study.cooccurrence.passages(made, each.first, each.second)
            assert page.value == each.participants == len(page.who)
            assert len(page.who) + len(page.did_not) == made.of
    crossed = study.matrix("codes", "codes")
    for each in study.cooccurrence.pairs("overlap").pairs():
        assert crossed.cell(each.first, each.second) == each.participants
    held = study.matrix("codes", "sources", count="sources")
    for each in study.cooccurrence.pairs("source").pairs():
        both = [name for name in held.columns
                if held.cell(each.first, name) and held.cell(each.second, name)]  # fmt: skip
        assert each.both == len(both)


@pytest.mark.parametrize("unit", ["overlap", "turn", "near:12", "near:1 turn", "source"])
def test_every_pair_opens_its_passages_and_people(tmp_path: Path, unit: str) -> None:
    """The people told are as many as counted, also by group and under a condition."""
    study = random_study(tmp_path, 5)
    made = study.cooccurrence.pairs(unit, by="sector", where="valence:enabling")
    assert len(made) > 0
    for each in made.pairs():
        page = study.cooccurrence.passages(made, each.first, each.second)
        assert page.value == each.participants
        assert page.total == len(page.passages) > 0
        for passage in page.passages:
            assert set(passage.codes) <= {each.first, each.second}
        assert sum(each.groups) == each.participants  # nobody is in two sectors


def test_a_filter_of_people_leaves_out_what_others_say(tmp_path: Path) -> None:
    """Where a condition names a sector only its people count."""
    study = random_study(tmp_path, 6)
    made = study.cooccurrence.pairs("turn", where="sector:Health")
    assert made.of == 3
    people = {
        name
        for each in made.pairs()
        for name in study.cooccurrence.passages(made, each.first, each.second).who
    }
    assert people <= {"P01", "P03", "P05"}


def test_waves_have_the_people_who_say_both_in_them(study: Study) -> None:
    """P01 and P02 were met in the first, P06 in the second."""
    for name, day in (("P01.txt", "2023-02-01"), ("P02.txt", "2023-03-01"),
                      ("P06.txt", "2024-02-01")):  # fmt: skip
        study.sources.describe(name, date=day)
    study.waves.add("First", start_day="2023-01-01", end_day="2023-12-31")
    study.waves.add("Second", start_day="2024-01-01", end_day="2024-12-31")
    made = study.cooccurrence.pairs(by="waves")
    assert made.groups is not None
    assert (made.groups.labels, made.groups.of) == (("First", "Second"), (2, 1))
    assert made.pair(0).groups == (1, 1)


def test_codes_merged_moved_removed_and_undone_are_followed(study: Study) -> None:
    """A merged code counts as its target, a removed one not at all, undo brings both back."""
    before = study.cooccurrence.pairs().frame()
    study.codes.merge("Money", into="Time")
    found = pair(study, "Trust", "Time")
    assert found is not None
    assert found.participants == 2
    study.undo()
    assert study.cooccurrence.pairs().frame().equals(before)
    study.codes.remove("Money")
    assert pair(study, "Trust", "Money") is None
    with pytest.raises(NotFound):
        study.cooccurrence.pairs(codes=["Trust", "Money"])
    study.undo()
    study.codes.move("Money", parent="Trust")
    made = study.cooccurrence.pairs()
    assert len(made) == 0  # one lies below the other now
    with pytest.raises(MistakeOfUse):
        study.cooccurrence.passages(made, "Trust", "Money")
    assert study.verify() == []


def test_who_withdrew_counts_nowhere(study: Study) -> None:
    """Neither among those who say both nor among those interviewed."""
    study.withdrawals.withdraw("P06")
    made = study.cooccurrence.pairs()
    assert made.of == 5
    assert made.pair(0).participants == 1


def test_a_code_tree_with_a_thousand_leaves_is_counted(tmp_path: Path) -> None:
    """Nothing is asked code by code; a study without any coding has no pairs."""
    study = coded_study(tmp_path)
    assert len(study.cooccurrence.pairs()) == 0
    assert study.cooccurrence.pairs().frame().height == 0
    leaves = "".join(f"Leaf {n},Leaves\n" for n in range(1_000))
    study.codebook.import_entries(
        read_codebook(f"code,parent\nLeaves,\n{leaves}".encode(), "codebook.csv")
    )
    for n in range(0, 1_000, 50):
        study.codings.add("P01.txt", f"Leaf {n}", start_char=n // 50, end_char=n // 50 + 30)
    made = study.cooccurrence.pairs()
    assert len(made) == 20 * 19 // 2
    assert made.pair(0).participants == 1


@pytest.mark.parametrize("unit", ["paragraph", "near", "near:far", "near:2 words", ""])
def test_a_unit_that_is_none_is_refused(study: Study, unit: str) -> None:
    """The hint says which there are."""
    with pytest.raises(MistakeOfUse) as refused:
        study.cooccurrence.pairs(unit)
    assert "near:200" in (refused.value.hint or "")


def test_what_is_no_code_or_no_group_is_refused(study: Study) -> None:
    """Dimensions of other things are named in the refusal."""
    with pytest.raises(MistakeOfUse):
        study.cooccurrence.pairs(codes="sites")
    with pytest.raises(MistakeOfUse):
        study.cooccurrence.pairs(by="codes")
    with pytest.raises(NotFound):
        study.cooccurrence.pairs(by="colour")
    with pytest.raises(NotFound):
        study.cooccurrence.passages(study.cooccurrence.pairs(), CODES[0], "Envy")


def test_a_case_that_only_a_document_tells_of_stands_among_those_counted(
    study: Study, tmp_path: Path
) -> None:
    """As in a matrix: no pair can be in more cases than there are."""
    study.cases.add("Westham", "site")
    (tmp_path / "report.txt").write_text("They trust the money, says the report.\n")
    study.sources.add(tmp_path / "report.txt")
    study.memberships.add("report.txt", "Westham")
    study.codings.add("report.txt", "Trust", quote="trust the money")
    study.codings.add("report.txt", "Money", quote="the money")
    made = study.cooccurrence.pairs()
    found = pair(study, "Trust", "Money")
    assert found is not None
    assert (found.participants, made.of) == (2, 6)
    assert (found.cases, made.of_cases) == (3, 3)
    assert study.matrix("codes", "codes", count="cases").of.total == made.of_cases
