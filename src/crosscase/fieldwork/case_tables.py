"""Taking cases, their memberships and attributes from a table, in one operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from crosscase.fieldwork.case_rows import CaseRows, ImportedCases
from crosscase.fieldwork.field_plan import FieldPlan
from crosscase.fieldwork.table_rows import read_rows
from crosscase.fieldwork.table_shape import MembershipColumns, table_shape
from crosscase.log.records import Draft
from crosscase.model.table_rows import raise_if_strict
from crosscase.store.session import Reading, Session

__all__ = ["ImportedCases", "import_cases", "record_rows"]


def import_cases(
    session: Session,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    name_column: str | None = None,
    kind_column: str = "case_kind",
    case_kind: str | None = None,
    membership_columns: MembershipColumns = (),
    value_types: Mapping[str, str] | None = None,
    make_groups: bool = True,
    lines: Sequence[int] | None = None,
    strict: bool = False,
    dry_run: bool = False,
) -> ImportedCases:
    """Take cases from a table: one operation, which leaves out the rows that cannot be taken.

    Args:
        session: the open study.
        columns: the names of the columns.
        rows: text cells; rows of one name and kind belong to one case (a later value of an
            attribute stands, with a note), and a case that the study has is updated. An empty
            cell changes nothing.
        name_column: the column of names; without it "case", "name" or the one called like the
            kind.
        kind_column: the column of case kinds, or else:
        case_kind: the kind of all the rows.
        membership_columns: columns whose cells name a group, beside those called like a kind of
            cases; a mapping says which kind the groups of a column are. Columns counts_as,
            share, start_day, end_day and membership_role speak of the memberships in their row.
            All other columns are attributes.
        value_types: the types of new attributes by column, where they are not to be guessed.
        make_groups: make groups that are not there; otherwise such a row is refused.
        lines: the line of each row in its file.
        strict: take all rows or none.
        dry_run: report what would come in, and store nothing.

    Returns:
        What was made, updated and refused. The rows of one case are taken or refused together.

    Raises:
        MistakeOfUse: the table has no such column, no rows, or an attribute whose name is not
            free; with ``strict`` a row that cannot be taken.
    """
    table = read_rows(columns, rows, lines)

    def rows_of(plan: FieldPlan) -> CaseRows:
        shape = table_shape(
            plan,
            table,
            name_column=name_column,
            kind_column=kind_column,
            case_kind=case_kind,
            membership_columns=membership_columns,
            value_types=value_types,
        )
        return CaseRows(plan, table, shape, make_groups=make_groups)

    return record_rows(session, rows_of, "cases.imported", strict=strict, dry_run=dry_run)


def record_rows(
    session: Session,
    rows_of: Callable[[FieldPlan], CaseRows],
    sentence: str,
    *,
    strict: bool,
    dry_run: bool,
) -> ImportedCases:
    """Take rows into a plan and store that as one operation; see ``import_cases``."""
    reports: list[ImportedCases] = []

    def decide(reading: Reading) -> Draft:
        plan = FieldPlan(reading, session)
        report = rows_of(plan).take()
        raise_if_strict(report.refused, strict)
        reports.append(report)
        return Draft(sentence, {"n": report.made + report.updated}, plan.changes())

    if dry_run:
        with session.reading() as reading:
            decide(reading)
    else:
        session.record(decide)
    return reports[0]
