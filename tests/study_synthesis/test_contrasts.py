"""Groups compared in a study: counts of the matrix, tests that are undefined, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.study import Study
from tests.study_synthesis.meetings import PEOPLE, coded_study, random_study
from tests.study_synthesis.rounds import rounds


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Everybody of health trusts, nobody of the council; P02 alone speaks of power."""
    made = coded_study(tmp_path)
    for name, (_, sector) in PEOPLE.items():
        made.codings.add(f"{name}.txt", "Time", quote="There is no time")
        if sector == "Health":
            made.codings.add(f"{name}.txt", "Trust", quote="We trust them")
    made.codings.add("P02.txt", "Power", quote="Power takes money")
    made.codings.add("P02.txt", "Power", quote="Nobody has any power")
    return made


def test_counts_are_those_of_the_matrix(tmp_path: Path) -> None:
    """Participants of each cell and total, their denominators, and the passages behind."""
    study = random_study(tmp_path, 4)
    for by in ("sites", "sector"):
        for where in (None, "valence:enabling", "sector:Council", "not code:Time"):
            compare_with_matrix(study, by, where)


def compare_with_matrix(study: Study, by: str, where: str | None) -> None:
    """Every number of a comparison beside that of the matrix."""
    made = study.contrasts.compare(by, codes="codes", where=where, permutations=20)
    people = study.matrix("codes", by, where=where)
    assert made.of_all == people.of.total
    for code, label in enumerate(made.labels):
        assert made.said_by[code] == people.cell(label)
        for group, name in enumerate(made.groups.labels):
            assert made.said[code, group] == people.cell(label, name)
            assert made.groups.of[group] == people.of_cell(label, name)
            page = study.contrasts.passages(made, label, name)
            assert page.value == made.said[code, group]
            assert page.of == made.groups.of[group]
            assert page.total == made.passages[code, group]
            assert len(page.did_not) == page.of - page.value


def test_two_groups_are_compared_with_each_other_and_more_with_all_others(study: Study) -> None:
    """One named alone is compared with everybody else."""
    both = study.contrasts.compare("sector")
    assert [each.words for each in both.contrasts] == ["Council against Health"]
    trust = both.contrast(0, both.find_code("Trust"))
    assert (trust.said, trust.of, trust.said_against, trust.of_against) == (0, 3, 3, 3)
    assert trust.difference == -1.0
    assert (trust.log_odds or 0) < 0
    alone = study.contrasts.compare("sector", groups=["health"])
    assert alone.of_all == 6
    found = alone.contrast(0, alone.find_code("Trust"))
    assert (found.said, found.of, found.said_against, found.of_against) == (3, 3, 0, 3)
    people = study.contrasts.compare("participants", codes="codes")
    assert len(people.contrasts) == 6
    assert people.contrasts[0].words.endswith("all others")


def test_people_are_rearranged_within_sites_unless_sites_are_compared(study: Study) -> None:
    """P06, of both sites, is a stratum alone: 3 of Northam and 2 of Southam give six ways."""
    within = study.contrasts.compare("sector")
    assert within.strata.noun == "site"
    assert within.test.possible == 3 * 2
    assert "Only 6 arrangements" in (within.test.reason or "")
    assert any("There is no test: only 6" in each for each in within.warnings)
    among = study.contrasts.compare("sector", within="nothing")
    assert among.strata.noun is None
    assert among.test.exact
    assert among.test.possible == 20
    trust = among.contrast(0, among.find_code("Trust"))
    assert trust.p == pytest.approx(2 / 20)
    time = among.contrast(0, among.find_code("Time"))
    assert (time.p, time.difference) == (None, 0.0)  # everybody speaks of it
    sites = study.contrasts.compare("sites")
    assert sites.strata.noun is None


def test_an_empty_group_is_said_and_left_undefined(study: Study) -> None:
    """A site that nobody was interviewed in: no number of it, and the warning comes first."""
    study.cases.add("Westham", "site")
    made = study.contrasts.compare("sites", groups=["Northam", "Westham"])
    assert "Nobody was interviewed in Westham" in made.warnings[0]
    assert made.groups.of == (4, 0)
    for code in range(len(made)):
        found = made.contrast(0, code)
        assert (found.difference, found.log_odds, found.p) == (None, None, None)
    assert study.contrasts.figure(made) is not None


def test_who_is_in_two_groups_is_counted_in_both_and_said(study: Study) -> None:
    """P06 is of both sites."""
    made = study.contrasts.compare("sites")
    assert made.groups.of == (4, 3)
    assert made.of_all == 6
    assert any("1 participant is in more than one site" in note for note in made.notes)


def test_the_same_seed_gives_the_same_numbers_and_undo_the_old_ones(study: Study) -> None:
    """Frames are equal; a coding more changes them, its undoing brings them back."""
    asked = {"within": "nothing", "permutations": 15, "seed": 4}
    first = study.contrasts.compare("sector", **asked).frame()  # type: ignore[arg-type]
    study.codings.add("P04.txt", "Trust", quote="We trust them")
    assert not study.contrasts.compare("sector", **asked).frame().equals(first)  # type: ignore[arg-type]
    study.undo()
    assert study.contrasts.compare("sector", **asked).frame().equals(first)  # type: ignore[arg-type]
    assert study.verify() == []


def test_who_withdrew_is_in_no_group(study: Study) -> None:
    """Counts and denominators lose them."""
    study.withdrawals.withdraw("P01")
    made = study.contrasts.compare("sector")
    assert made.groups.of == (3, 2)
    assert made.said[made.find_code("Trust"), 1] == 2


def test_waves_are_compared_each_with_the_one_before(tmp_path: Path) -> None:
    """P01 is met twice: counted in both waves, and exchanged only with herself."""
    study = rounds(None, tmp_path)
    study.waves.add("2023", start_day="2023-01-01", end_day="2023-12-31")
    study.waves.add("2024", start_day="2024-01-01", end_day="2024-12-31")
    made = study.contrasts.compare("waves")
    assert [each.words for each in made.contrasts] == ["2024 against 2023"]
    assert (made.groups.of, made.of_all) == ((2, 2), 3)
    trust = made.find_code("Trust")
    assert made.said[trust].tolist() == [1, 1]
    assert made.said_by[trust] == 2
    staff = made.contrast(0, made.find_code("Staff"))
    assert (staff.said, staff.said_against, staff.difference) == (2, 0, 1.0)
    assert made.test.possible == 2
    assert "Only 2 arrangements" in (made.test.reason or "")
    assert study.contrasts.compare("waves", within="nothing").test.possible == 6
    people = study.matrix("codes", "waves")
    for code, label in enumerate(made.labels):
        for group, name in enumerate(made.groups.labels):
            assert made.said[code, group] == people.cell(label, name)
            page = study.contrasts.passages(made, label, name)
            assert (page.value, page.total) == (made.said[code, group], made.passages[code, group])
    with pytest.raises(MistakeOfUse):
        study.contrasts.compare("waves", groups=["2023"])


def test_removed_and_merged_codes_are_followed(study: Study) -> None:
    """A removed code has no row; a merged one counts where it went."""
    study.codes.merge("Power", into="Trust")
    made = study.contrasts.compare("sector")
    assert "Power" not in made.labels
    assert made.said[made.find_code("Trust")].tolist() == [1, 3]
    study.codes.remove("Trust")
    assert study.contrasts.compare("sector").labels == ("Time",)


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"by": "colour"}, NotFound),
        ({"by": "codes"}, MistakeOfUse),
        ({"by": "sector", "groups": ["Navy"]}, NotFound),
        ({"by": "sector", "groups": []}, MistakeOfUse),
        ({"by": "sector", "codes": "sites"}, MistakeOfUse),
        ({"by": "sector", "adjustment": "none"}, MistakeOfUse),
        ({"by": "sector", "permutations": 0}, MistakeOfUse),
        ({"by": "sector", "prior": 0.0}, MistakeOfUse),
        ({"by": "sector", "within": "codes"}, MistakeOfUse),
        ({"by": "sector", "where": "code:Envy"}, NotFound),
    ],
)
def test_what_cannot_be_asked_is_refused(
    study: Study, asked: dict[str, object], error: type[Exception]
) -> None:
    """Each with a sentence."""
    with pytest.raises(error):
        study.contrasts.compare(**asked)  # type: ignore[arg-type]


def test_a_study_without_codings_or_groups_says_so(tmp_path: Path) -> None:
    """No rows, no test; and where nobody has the attribute, nothing to compare."""
    study = coded_study(tmp_path)
    made = study.contrasts.compare("sector")
    assert len(made) == 0
    assert made.frame().height == 0
    assert study.contrasts.figure(made) is not None
    study.attributes.add("age", "number")
    with pytest.raises(MistakeOfUse):
        study.contrasts.compare("age")
