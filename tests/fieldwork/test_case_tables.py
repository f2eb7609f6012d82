"""Cases from tables: what a row becomes, and tables that are not as they should be."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.cases import Cases
from crosscase.testing import make_session

COLUMNS = ("case", "case_kind", "site", "beds")
ROWS = (
    ("Mill Trust", "organisation", "Harrow", "1,200"),
    ("Harrow", "site", "", ""),
    ("Vale Trust", "organisation", "Vale", "90"),
)


def test_rows_become_cases_memberships_and_values_in_one_operation(field: Any) -> None:
    """A column called like a kind of cases holds groups; unknown groups are made."""
    before = field.operations()
    report = field.cases.import_table(COLUMNS, ROWS)
    assert field.operations() == before + 1
    assert (report.made, report.groups, report.memberships, report.values) == (3, 1, 2, 2)
    assert report.attributes == ("beds",)
    assert field.cases.kinds() == {"organisation": 2, "site": 2}
    assert field.attributes.values("Mill Trust") == {"beds": 1200.0}


def test_the_same_table_again_changes_nothing(field: Any) -> None:
    """Nor does it record an operation."""
    field.cases.import_table(COLUMNS, ROWS)
    before = field.operations()
    report = field.cases.import_table(COLUMNS, ROWS)
    assert (report.made, report.updated, report.unchanged) == (0, 0, 3)
    assert field.operations() == before


def test_repeated_names_update_the_same_case_and_say_so(field: Any) -> None:
    """The later value stands, with a note; names are told apart by kind, not by capitals."""
    rows = (("A", "site", "low"), (" a ", "Site", "high"), ("A", "place", ""))
    report = field.cases.import_table(("case", "case_kind", "need"), rows)
    assert report.made == 2
    assert field.attributes.values("site:A") == {"need": "high"}
    assert report.notes == ("Lines 2 and 3 give “A” two values of “need”: that of line 3 stands.",)


def test_a_table_updates_cases_that_are_there_and_empty_cells_change_nothing(field: Any) -> None:
    """Only what a row says is changed."""
    field.cases.import_table(COLUMNS, ROWS)
    columns = ("case", "case_kind", "beds", "description")
    report = field.cases.import_table(columns, (("mill trust", "organisation", "", "Old mill"),))
    assert (report.made, report.updated, report.values) == (0, 1, 0)
    assert field.attributes.values("Mill Trust") == {"beds": 1200.0}
    assert field.cases.get("Mill Trust").description == "Old mill"


def test_one_kind_may_be_given_for_all_rows(field: Any) -> None:
    """The column of names may then be called like the kind."""
    report = field.cases.import_table(("site", "need"), (("A", "high"),), case_kind="site")
    assert report.made == 1
    assert field.cases.get("A").case_kind == "site"


def test_membership_columns_may_be_listed_with_the_kind_of_their_groups(field: Any) -> None:
    """`employer` holds organisations."""
    columns = ("case", "employer", "role", "share", "start_day", "membership_role")
    row = ("P1", "Mill Trust", "Nurse", "50%", "2021-01-01", "Secondee")
    field.cases.import_table(
        columns, (row,), case_kind="person", membership_columns={"employer": "organisation"}
    )
    (held,) = field.memberships.all("P1")
    assert (held.share, held.start_day, held.role) == (0.5, "2021-01-01", "Secondee")
    assert field.attributes.values("P1") == {"role": "Nurse"}


def test_unknown_groups_may_be_refused_but_for_those_of_the_table(field: Any) -> None:
    """Harrow has a row of its own, after the one that names it; Vale has none."""
    report = field.cases.import_table(COLUMNS, ROWS, make_groups=False)
    assert report.made == 2
    ((line, error),) = report.refused
    assert (line, error.sentence) == (4, "There is no site “Vale”.")


def test_a_row_that_cannot_be_taken_is_left_out_with_its_line(field: Any) -> None:
    """The others come in; a group that only the refused row names is not made."""
    field.attributes.add("beds", "number")
    rows = (*ROWS, ("Hill Trust", "organisation", "Hill", "many"), ("", "site", "", "1"))
    report = field.cases.import_table(COLUMNS, rows)
    assert [(line, error.slug) for line, error in report.refused] == [
        (5, "not-a-number"),
        (6, "empty-name"),
    ]
    assert [case.name for case in field.cases.all("site")] == ["Harrow", "Vale"]


def test_the_rows_of_one_case_stand_or_fall_together(field: Any) -> None:
    """Half a case would look like a whole one."""
    field.attributes.add("beds", "number")
    rows = (("A", "site", "1"), ("A", "site", "many"))
    report = field.cases.import_table(("case", "case_kind", "beds"), rows)
    assert [(line, error.slug) for line, error in report.refused] == [
        (2, "other-row-refused"),
        (3, "not-a-number"),
    ]
    assert field.cases.all() == []


def test_strict_takes_all_rows_or_none(field: Any) -> None:
    """With a sentence about the first that cannot be taken."""
    before = field.operations()
    with pytest.raises(
        MistakeOfUse, match=r"One row cannot be taken.* line 5: The row has no name"
    ):
        field.cases.import_table(COLUMNS, (*ROWS, ("", "site", "", "1")), strict=True)
    assert field.operations() == before


def test_a_dry_run_reports_and_stores_nothing(field: Any) -> None:
    """The same report as the import itself."""
    before = field.operations()
    planned = field.cases.import_table(COLUMNS, ROWS, dry_run=True)
    assert field.operations() == before
    assert field.cases.import_table(COLUMNS, ROWS) == planned


@pytest.mark.parametrize(
    ("columns", "rows", "slug"),
    [
        ((), (), "column-without-name"),
        (("case", "case_kind"), (), "empty-table"),
        (("case", "case_kind"), (("", " "),), "empty-table"),
        (("case", ""), (("A", "x"),), "column-without-name"),
        (("case", "Case", "case_kind"), (("A", "B", "site"),), "duplicate-columns"),
        (("case", "beds"), (("A", "1"),), "column-not-found"),
        (("title", "case_kind"), (("A", "site"),), "column-not-found"),
        (("case", "case_kind", "text"), (("A", "site", "x"),), "attribute-name-taken"),
        (("case", "case_kind", "person"), (("A", "site", "P1"),), None),
    ],
)
def test_bad_tables_are_refused_with_a_sentence(
    field: Any, columns: Any, rows: Any, slug: str | None
) -> None:
    """And leave the study as it was."""
    if slug is None:
        assert field.cases.import_table(columns, rows).memberships == 1
        return
    before = field.operations()
    with pytest.raises(MistakeOfUse) as caught:
        field.cases.import_table(columns, rows)
    assert caught.value.slug == slug
    assert field.operations() == before


def test_ragged_rows_are_refused_and_the_others_taken(field: Any) -> None:
    """A row of another length cannot be read."""
    report = field.cases.import_table(
        ("case", "case_kind"), (("A",), ("B", "site"), ("C", "site", "x"))
    )
    assert report.made == 1
    assert [(line, error.slug) for line, error in report.refused] == [
        (2, "ragged-table"),
        (4, "ragged-table"),
    ]


def test_a_circle_in_a_table_is_refused(field: Any) -> None:
    """A place that lies in a site that lies in the place."""
    columns = ("case", "case_kind", "site", "place")
    rows = (("A", "site", "", "P"), ("P", "place", "A", ""), ("B", "site", "", "P"))
    report = field.cases.import_table(columns, rows)
    assert "case-cycle" in {error.slug for _, error in report.refused}
    assert len(report.refused) < 3


def test_an_ambiguous_day_is_settled_by_the_column_or_refused(field: Any) -> None:
    """One day that cannot be mistaken tells how the others are meant."""
    columns = ("case", "case_kind", "opened")
    rows = (("A", "site", "03/04/2021"), ("B", "site", "25/04/2021"))
    field.cases.import_table(columns, rows)
    assert field.attributes.values("A") == {"opened": "2021-04-03"}
    report = field.cases.import_table(columns, (("C", "site", "03/04/2021"),))
    assert [error.slug for _, error in report.refused] == ["day-ambiguous"]


def test_types_may_be_given_and_must_agree_with_the_study(field: Any) -> None:
    """A column of numbers may be kept as text."""
    columns, row = ("case", "case_kind", "ward"), ("A", "site", "3,5")
    assert field.cases.import_table(columns, (row,)).refused[0][1].slug == "decimal-comma"
    field.cases.import_table(columns, (row,), value_types={"Ward": "text"})
    assert field.attributes.values("A") == {"ward": "3,5"}
    with pytest.raises(MistakeOfUse, match="of the type text, not number"):
        field.cases.import_table(columns, (row,), value_types={"ward": "number"})
    with pytest.raises(MistakeOfUse, match="no attribute “beds”"):
        field.cases.import_table(columns, (row,), value_types={"beds": "number"})


def test_a_kind_that_is_an_attribute_of_the_study_is_refused_by_row(field: Any) -> None:
    """The kind of a row is checked as one that is added by hand."""
    field.attributes.add("ward")
    report = field.cases.import_table(("case", "case_kind"), (("A", "ward"), ("B", "site")))
    assert [(line, error.slug) for line, error in report.refused] == [(2, "case-kind-taken")]


def test_a_name_that_two_cases_have_after_a_merge_is_refused(laptops: tuple[Any, Any]) -> None:
    """Which of the two a row means is not guessed."""
    one, other = laptops
    one.cases.add("A", "site")
    other.cases.add("A", "site")
    one.merge(other)
    report = one.cases.import_table(("case", "case_kind", "need"), (("A", "site", "high"),))
    ((_, error),) = report.refused
    assert error.slug == "case-ambiguous"
    assert "by its id" in (error.hint or "")


def test_what_a_refused_row_alone_would_have_made_is_not_made(field: Any) -> None:
    """Neither its kind, nor its attribute, nor its groups."""
    columns = ("case", "case_kind", "beds", "share", "site")
    rows = (("A", "ward", "7", "lots", "Harrow"), ("B", "unit", "", "", ""))
    report = field.cases.import_table(columns, rows, membership_columns=("site",))
    assert [line for line, _ in report.refused] == [2]
    assert field.cases.kinds() == {"unit": 1}
    assert field.attributes.all() == []


CELLS = st.sampled_from(["", "A", "B", "C", "a"])
TABLES = st.lists(
    st.tuples(CELLS, st.sampled_from(["site", "place", "Site", "code"]), CELLS, CELLS, CELLS),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25)
@given(TABLES)
def test_any_table_imported_again_changes_nothing(rows: Any) -> None:
    """Whatever is refused the first time; the second time it is refused again."""
    cases = Cases(make_session())
    columns = ("case", "case_kind", "site", "place", "need")
    first = cases.import_table(columns, rows)
    again = cases.import_table(columns, rows)
    lines = [line for line, _ in first.refused]
    assert [line for line, _ in again.refused] == lines
    assert again.made == again.groups == again.memberships == 0
    if not first.notes:
        assert again.updated == 0
