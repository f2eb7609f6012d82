"""Frames: what may come in, what is told of it, and the groups of its cases."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError, MistakeOfUse, NotFound
from crosscase.study import Study
from crosscase.study_selection.frame_import import described_rows, read_frame_table
from crosscase.study_selection.frame_table import FrameTable
from crosscase.testing import make_study
from tests.study_selection.inventing import BOARDS, COLUMNS, MEANING, grouped_boards


def test_a_frame_keeps_types_sources_dates_and_gaps(boards: Study) -> None:
    """Each column says what it means; a missing value stays missing."""
    table = boards.frames.frame("boards")
    assert table.columns == ["case", "name", "region", "population", "deprivation", "rurality",
                             "teaching", "deprived", "size"]  # fmt: skip
    assert table.row(5, named=True) == {
        "case": "C2", "name": "Highmoor", "region": "North", "population": 390_000.0,
        "deprivation": 25.0, "rurality": None, "teaching": False, "deprived": "middle",
        "size": "small",
    }  # fmt: skip
    told = {
        each.characteristic.name: each for each in boards.frames.describe("Boards").characteristics
    }
    assert told["rurality"].missing == ("C2",)
    deprivation = told["deprivation"]
    assert (deprivation.lowest, deprivation.median, deprivation.highest) == (8.5, 25.0, 33.3)
    assert told["population"].characteristic.source == "Register of patients"
    assert told["population"].characteristic.date == "2022-01-01"
    assert told["region"].values == (("North", 3), ("East", 2), ("South", 2), ("West", 2))
    assert boards.frames.describe("Boards").undated == ("region", "rurality", "teaching")


@pytest.mark.parametrize(
    ("column", "cell", "slug", "said"),
    [
        ("code", "A2", "repeated-case-id", "Line 2, “code”"),
        ("code", "", "empty-case-id", "Line 2, “code”"),
        ("deprived", "120", "percent-out-of-range", "Line 2, “deprived”: 120"),
        ("deprived", "-1", "percent-out-of-range", "Line 2, “deprived”: -1"),
        ("people", "-5", "population-not-positive", "Line 2, “people”: -5"),
        ("people", "0", "population-not-positive", "Line 2, “people”: 0"),
        ("people", "many", "not-a-number", "Line 2, “people”: “many”"),
        ("people", "1,5", "decimal-comma", "Line 2, “people”"),
    ],
)
def test_a_cell_that_cannot_be_is_named_and_nothing_is_stored(
    study: Study, column: str, cell: str, slug: str, said: str
) -> None:
    """The error says where it is; the study stays as it was."""
    rows = [list(row) for row in BOARDS]
    place = COLUMNS.index(column)
    if slug == "repeated-case-id":
        said = "Line 3, “code”: “A2” stands in line 2 already."
    rows[0][place] = cell
    before = study.heads
    with pytest.raises(MistakeOfUse) as refused:
        study.frames.import_table("Boards", COLUMNS, rows, characteristics=MEANING)
    assert refused.value.slug == slug
    assert refused.value.sentence.startswith(said)
    assert refused.value.hint
    assert (study.frames.all(), study.heads) == ([], before)


@pytest.mark.parametrize(
    ("told", "slug"),
    [
        ([{"column": "nowhere"}], "column-not-found"),
        ([{"label": "people"}], "characteristic-without-column"),
        ([{"column": "people"}, {"column": "people"}], "characteristic-twice"),
        ([{"column": "people", "type": "whole"}], "unknown-characteristic-type"),
        ([{"column": "people", "colour": "red"}], "column-not-known"),
        ([{"column": "region", "type": "ordered"}], "ordered-without-levels"),
        ([{"column": "region", "type": "ordered", "levels": "North; South"}], "not-a-level"),
        ([{"column": "people", "label": "region"}], "characteristic-name-taken"),
        ([{"column": "people", "label": "Case"}], "characteristic-name-taken"),
        ([{"column": "rural", "type": "share"}], "share-out-of-range"),
        (
            [{"column": "rural", "type": "count"}, {"column": "deprived", "type": "day"}],
            "not-a-day",
        ),
    ],
)
def test_a_meaning_that_does_not_fit_its_column_is_refused(
    study: Study, told: list[dict[str, Any]], slug: str
) -> None:
    """Nothing is guessed in its place."""
    with pytest.raises(CrosscaseError) as refused:
        study.frames.import_table("Boards", COLUMNS, BOARDS, characteristics=told)
    assert refused.value.slug == slug
    assert study.frames.all() == []


@pytest.mark.parametrize("date", ["2022-13-45", "2022-02-30", "2022-13", "spring", "1/2/2022"])
def test_a_date_that_cannot_be_is_refused(study: Study, date: str) -> None:
    """With its line where it stands in a file; nothing is stored."""
    with pytest.raises(MistakeOfUse, match=f"The date of “people”: “{date}” is no date") as refused:
        study.frames.import_table(
            "Boards", COLUMNS, BOARDS, characteristics=[{"column": "people", "date": date}]
        )
    assert (refused.value.slug, study.frames.all()) == ("not-a-date", [])
    rows = [("deprived", "2019"), ("people", date)]
    with pytest.raises(
        MistakeOfUse, match=r"^Line 5 of the characteristics, “people”: "
    ) as refused:
        described_rows(["column", "date"], rows, [3, 5])
    assert "2022-01-31, 2022-01 or 2022" in (refused.value.hint or "")
    with pytest.raises(MistakeOfUse, match=r"^Line 3 of"):
        described_rows(["column", "date"], rows)


def test_a_date_is_a_year_a_month_or_a_day(study: Study) -> None:
    """And is kept as it was written; a number is a year."""
    meant: list[dict[str, Any]] = [
        {"column": "people", "date": "2022-01-31"},
        {"column": "deprived", "date": 2019},
        {"column": "rural", "date": "2011-03"},
    ]
    study.frames.import_table("Boards", COLUMNS, BOARDS, characteristics=meant)
    told = {each.name: each.date for each in study.frames.read("Boards").table.characteristics}
    dates = [told[name] for name in ("people", "deprived", "rural", "region")]
    assert dates == ["2022-01-31", "2019", "2011-03", None]


def test_types_are_guessed_where_nobody_says_them_and_that_is_told(study: Study) -> None:
    """A name that says per cent or population is taken at its word."""
    report = study.frames.import_table(
        "Some", ("id", "pct urban", "Registered population", "lists", "kind"),
        [("a", "17.5", "1000", "-3", "x"), ("b", "20%", "2000", "4", "y")],
    )  # fmt: skip
    types = {each.name: each.type for each in study.frames.read("Some").table.characteristics}
    assert types == {"pct urban": "percent", "Registered population": "population",
                     "lists": "number", "kind": "text"}  # fmt: skip
    assert report.guessed == ("pct urban", "Registered population", "lists", "kind")
    with pytest.raises(MistakeOfUse, match="not a population"):
        study.frames.import_table("Other", ("id", "population"), [("a", "0")])
    with pytest.raises(MistakeOfUse, match="0 to 100"):
        study.frames.import_table("Other", ("id", "pct_urban"), [("a", "140")])


def test_which_column_holds_the_ids_is_said_or_plain(study: Study) -> None:
    """Without “case”, “id” or “code” it must be said."""
    with pytest.raises(MistakeOfUse) as refused:
        study.frames.import_table("Some", ("board", "x"), [("a", "1")])
    assert refused.value.slug == "no-id-column"
    report = study.frames.import_table("Some", ("board", "x"), [("a", "1")], id_column="Board")
    assert report.added == ("a",)


def test_importing_again_replaces_the_table_and_tells_what_changed(boards: Study) -> None:
    """Cases come, go and change; the groups follow, and one undo takes it all back."""
    rows = [list(row) for row in BOARDS[1:]] + [
        ["F1", "New Haven", "East", "700000", "10", "5", "no"]
    ]
    rows[0][4] = "40"
    report = boards.frames.import_table("boards", COLUMNS, rows, characteristics=MEANING)
    assert (report.is_new, report.added, report.removed, report.changed) == (
        False, ("F1",), ("A1",), ("A2",),
    )  # fmt: skip
    assert boards.frames.frame("Boards").filter(case="A2")["deprived"].to_list() == ["high"]
    assert boards.frames.get("Boards").unit == "care board"
    assert (
        boards.frames.import_table("Boards", COLUMNS, rows, characteristics=MEANING).recorded
        is None
    )
    boards.undo()
    assert boards.frames.frame("Boards").filter(case="A2")["deprived"].to_list() == ["low"]
    boards.redo()
    assert boards.frames.frame("Boards")["case"].to_list()[-1] == "F1"


def test_a_new_table_keeps_what_was_said_of_its_columns(boards: Study) -> None:
    """Sources, dates and types need not be said again; what is new is guessed."""
    report = boards.frames.import_table(
        "Boards",
        ("code", "people", "deprived", "beds"),
        [("A1", "5", "7", "3"), ("A2", "6", "8", "")],
    )
    assert report.guessed == ("beds",)
    told = {each.name: each for each in boards.frames.read("Boards").table.characteristics}
    assert (told["population"].type, told["population"].date) == ("population", "2022-01-01")
    assert told["deprivation"].definition == "Areas in the worst fifth"
    with pytest.raises(MistakeOfUse, match="not a population"):
        boards.frames.import_table("Boards", ("code", "people"), [("A1", "0")])


def test_a_dry_run_stores_nothing(study: Study) -> None:
    """It tells what would come in."""
    report = study.frames.import_table("Boards", COLUMNS, BOARDS, dry_run=True)
    assert (report.cases, study.frames.all()) == (9, [])


def test_groupings_that_a_new_table_cannot_carry_go_and_are_named(boards: Study) -> None:
    """Without the column, and with fewer cases than groups."""
    report = boards.frames.import_table(
        "Boards", ("code", "people"), [("A1", "5"), ("A2", "7")], characteristics=MEANING[:1]
    )
    assert report.groupings_dropped == ("deprived",)
    assert boards.frames.frame("Boards").columns == ["case", "name", "population", "size"]


def test_groups_follow_the_rule_and_say_what_they_hold(boards: Study) -> None:
    """Labels, ranges, ties and gaps are told."""
    told = boards.frames.classify("Boards", "rurality", groups=4)
    assert [(each.label, each.cases) for each in told.groups] == [
        ("1", 2),
        ("2", 2),
        ("3", 2),
        ("4", 2),
    ]
    assert told.missing == ("C2",)
    assert told.of_case[5] is None
    assert boards.frames.frame("Boards")["rurality group"].to_list()[5] is None
    first = boards.frames.classify("Boards", "rurality", groups=4, most_first=True)
    assert first.groups[0].highest == 71
    names = [each["name"] for each in boards.frames.get("Boards").groupings]
    assert names == ["deprived", "size", "rurality group"]  # one of the same name is replaced


def test_ties_stay_together_and_uneven_groups_are_explained(study: Study) -> None:
    """A tie where a group would end is shown as deciding."""
    rows = [(str(number), value) for number, value in enumerate("1223")]
    study.frames.import_table("Ties", ("id", "x"), rows)
    told = study.frames.classify("Ties", "x", groups=2)
    assert [each.cases for each in told.groups] == [3, 1]
    (tie,) = told.ties
    assert (tie.value, tie.cases, tie.decides) == (2.0, ("1", "2"), True)


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ({"groups": 10}, "fewer-cases-than-groups"),
        ({"groups": 1}, "too-few-groups"),
        ({}, "groups-or-cut-points"),
        ({"groups": 3, "cut_points": [5]}, "groups-or-cut-points"),
        ({"cut_points": [5], "rule": "rank"}, "groups-or-cut-points"),
        ({"cut_points": [5, 5]}, "cut-points-out-of-order"),
        ({"groups": 3, "rule": "thirds"}, "unknown-rule"),
        ({"groups": 3, "labels": ["a", "b"]}, "labels-do-not-fit"),
        ({"groups": 3, "labels": ["a", "b", "A"]}, "labels-do-not-fit"),
        ({"groups": 3, "name": "Region"}, "grouping-name-taken"),
    ],
)
def test_groups_that_cannot_be_made_are_refused(
    boards: Study, asked: dict[str, Any], slug: str
) -> None:
    """Each with its own reason; the frame keeps what it had."""
    before = boards.heads
    with pytest.raises(MistakeOfUse) as refused:
        boards.frames.classify("Boards", "deprivation", **asked)
    assert (refused.value.slug, boards.heads) == (slug, before)


def test_a_grouping_that_takes_the_place_of_another_says_so(boards: Study) -> None:
    """Which one it replaced, and which cases changed group; the same again replaces nothing."""
    assert boards.frames.classify("Boards", "rurality", groups=2).replaced is None
    made = boards.frames.classify("Boards", "population", cut_points=[600_000, 1_500_000],
                                  labels=["small", "medium", "large"], name="SIZE")  # fmt: skip
    assert made.replaced is not None
    assert made.replaced.cut_points == (600_000, 1_000_000)
    assert [(each.case, each.from_group, each.to_group) for each in made.moves] == [
        ("A2", "large", "medium")
    ]
    again = boards.frames.classify("Boards", "population", cut_points=[600_000, 1_500_000],
                                   labels=["small", "medium", "large"], name="SIZE")  # fmt: skip
    assert (again.replaced, again.moves, again.of_case) == (None, (), made.of_case)
    names = [each.grouping.name for each in boards.frames.describe("Boards").groupings]
    assert names == ["deprived", "rurality group", "SIZE"]


def test_only_numbers_are_grouped_and_names_are_nearly_right(boards: Study) -> None:
    """A text says by itself who is alike; a slip in a name is met with the right one."""
    with pytest.raises(MistakeOfUse, match="not a number"):
        boards.frames.classify("Boards", "region", groups=2)
    with pytest.raises(MistakeOfUse) as refused:
        boards.frames.classify("Boards", "depravation", groups=2)
    assert "deprivation" in (refused.value.hint or "")
    with pytest.raises(NotFound):
        boards.frames.ungroup("Boards", "sizes of all kinds")


def test_two_rules_are_compared_by_the_cases_that_move(boards: Study) -> None:
    """By rank and by cut points one board of nine falls elsewhere."""
    found = boards.frames.compare_rules("Boards", "rurality", 3)
    assert [(each.label, each.from_group, each.to_group) for each in found.moves] == [
        ("Southam", "2", "3")
    ]
    assert found.other.cut_points == pytest.approx((25, 50))
    bands = boards.frames.compare_rules("Boards", "deprivation", cut_points=[20.0, 30.0])
    assert [each.label for each in bands.moves] == ["Fenwick Vale"]
    crossed = boards.frames.compare_rules("Boards", "deprivation", 3, other="rurality")
    assert ("C2", "2", None) in [(e.case, e.from_group, e.to_group) for e in crossed.moves]


def test_a_frame_is_compared_with_a_later_release_of_it(boards: Study) -> None:
    """Cases are the same by their ids; one that is not there has no group there."""
    rows = [list(row) for row in BOARDS[:-1]]
    rows[1][4] = "50"
    boards.frames.import_table("Later", COLUMNS, rows, characteristics=MEANING)
    found = boards.frames.compare_rules("Boards", "deprivation", 3, other_frame="Later")
    moved = {each.case: (each.from_group, each.to_group) for each in found.moves}
    assert moved["A2"] == ("1", "3")
    assert moved["E1"] == ("3", None)


def test_frames_are_removed_restored_and_ungrouped(boards: Study) -> None:
    """Each is one operation that can be undone."""
    boards.frames.ungroup("Boards", "Size")
    assert "size" not in boards.frames.frame("Boards").columns
    boards.undo()
    assert "size" in boards.frames.frame("Boards").columns
    boards.frames.remove("Boards")
    assert boards.frames.all() == []
    boards.frames.restore("Boards")
    assert [each.name for each in boards.frames.all()] == ["Boards"]
    boards.frames.remove("Boards")
    report = boards.frames.import_table("Boards", COLUMNS, BOARDS, characteristics=MEANING)
    assert report.is_new
    assert boards.frames.frame("Boards").columns[-1] == "teaching"  # no groupings of the old one


def test_the_history_tells_what_was_done(boards: Study) -> None:
    """In sentences that name the frame."""
    assert [each.sentence for each in boards.log()][:3] == [
        "grouped the cases of the frame “Boards”",
        "grouped the cases of the frame “Boards”",
        "imported the frame “Boards” of 9 cases",
    ]


def test_two_copies_bring_their_frames_together(tmp_path: Path) -> None:
    """The same name is the same frame; a grouping made on one laptop reaches the other."""
    with make_study(tmp_path, name="here") as here:
        grouped_boards(here)
    shutil.copy(tmp_path / "here.crosscase", tmp_path / "there.crosscase")
    there = make_study(tmp_path, name="there", person="Ben", open_again=True)
    there.frames.classify("Boards", "rurality", groups=2)
    there.frames.import_table("Others", ("id", "x"), [("1", "5"), ("2", "6")])
    here = make_study(tmp_path, name="here", open_again=True)
    here.frames.import_table("others", ("id", "x"), [("1", "5"), ("2", "6")])
    here.merge(tmp_path / "there.crosscase")
    assert [each.name for each in here.frames.all()] == ["Boards", "Others"]
    assert "rurality group" in here.frames.frame("Boards").columns
    assert here.frames.frame("Others").height == 2
    assert here.verify() == []
    here.close()
    there.close()


def test_a_grouping_that_lost_its_column_in_a_merge_is_flagged(tmp_path: Path) -> None:
    """Nothing breaks: the frame says which grouping makes no groups, and why."""
    with make_study(tmp_path, name="here") as here:
        here.frames.import_table("Boards", COLUMNS, BOARDS, characteristics=MEANING)
    shutil.copy(tmp_path / "here.crosscase", tmp_path / "there.crosscase")
    there = make_study(tmp_path, name="there", person="Ben", open_again=True)
    there.frames.classify("Boards", "rurality", groups=2)
    here = make_study(tmp_path, name="here", open_again=True)
    here.frames.import_table("Boards", ("code", "x"), [("A1", "1"), ("A2", "2")])
    here.merge(tmp_path / "there.crosscase")
    (told,) = here.frames.describe("Boards").groupings
    assert told.problem is not None
    assert "rurality" in told.problem
    assert here.frames.frame("Boards")["rurality group"].to_list() == [None, None]
    here.close()
    there.close()


def test_what_the_columns_mean_is_settled_with_their_table(tmp_path: Path) -> None:
    """Two imports of one name are one conflict, told by what differs; either choice is whole."""
    other = [
        {**each, "label": "deprived areas"} if each["column"] == "deprived" else each
        for each in MEANING
    ]
    copies = (("here", None, MEANING), ("there", "Ben", other))
    make_study(tmp_path, name="here").close()
    shutil.copy(tmp_path / "here.crosscase", tmp_path / "there.crosscase")
    for copy, person, meaning in copies:
        with make_study(tmp_path, name=copy, person=person or "Ama", open_again=True) as one:
            columns, rows = [*COLUMNS], [list(row) for row in BOARDS]
            if copy == "there":
                columns, rows = [*columns, "beds"], [[*row, "5"] for row in rows]
            one.frames.import_table("Boards", columns, rows, characteristics=meaning)
    here = make_study(tmp_path, name="here", open_again=True)
    here.merge(tmp_path / "there.crosscase")
    (conflict,) = here.conflicts()
    assert conflict.field == "table"
    texts = {conflict.shown_text: conflict.shown, conflict.rival_texts[0]: conflict.rivals[0]}
    assert set(texts) == {"9 cases, 5 characteristics", "9 cases, 6 characteristics"}
    here.settle(conflict.entity, "table", texts["9 cases, 5 characteristics"])
    table = here.frames.read("Boards").table
    names = ["region", "population", "deprivation", "rurality", "teaching"]
    assert [each.name for each in table.characteristics] == names
    assert [*table.values] == names
    assert table.values["deprivation"][0] == 31.2
    assert (here.conflicts(), here.verify()) == ([], [])
    here.close()


def test_tables_of_one_size_are_told_apart_by_what_they_say_differently(tmp_path: Path) -> None:
    """A cell, a date or a name: the first in which the two differ."""
    make_study(tmp_path, name="here").close()
    shutil.copy(tmp_path / "here.crosscase", tmp_path / "there.crosscase")
    with make_study(tmp_path, name="here", open_again=True) as here:
        here.frames.import_table("X", ("id", "x"), [("1", "5"), ("2", "6")])
    with make_study(tmp_path, name="there", person="Ben", open_again=True) as there:
        there.frames.import_table("X", ("id", "x"), [("1", "5"), ("2", "")])
    with make_study(tmp_path, name="here", open_again=True) as here:
        here.merge(tmp_path / "there.crosscase")
        (conflict,) = here.conflicts()
        assert {conflict.shown_text, *conflict.rival_texts} == {
            "2 cases, 1 characteristic; x of 2: 6.0",
            "2 cases, 1 characteristic; x of 2: nothing",
        }


def test_a_table_of_characteristics_is_read_by_its_columns() -> None:
    """Empty cells say nothing; a column that is not known is refused."""
    assert described_rows(["Column", "type"], [["a", ""]]) == [{"column": "a"}]
    with pytest.raises(MistakeOfUse, match="unitt"):
        described_rows(["column", "unitt"], [])


cells = st.one_of(st.just(""), st.integers(0, 10**9).map(str), st.floats(0, 1e6).map(repr))


@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=12))
def test_a_table_is_the_same_after_it_was_stored(pairs: Sequence[tuple[str, str]]) -> None:
    """The same table is always the same bytes, which read back as the same table."""
    rows = [(str(number), *pair) for number, pair in enumerate(pairs)]
    table = read_frame_table(
        ("id", "a", "b"), rows, id_column=None, name_column=None, lines=None,
        characteristics=[{"column": "a", "type": "number"}, {"column": "b", "type": "count"}],
    )  # fmt: skip
    data = table.to_bytes()
    again = FrameTable.of_bytes(data)
    assert (again, again.to_bytes()) == (table, data)
