"""Which column of a table of cases says what: names, kinds, groups, attributes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.field_plan import FieldPlan
from crosscase.fieldwork.field_words import PERSON, checked_attribute_name
from crosscase.fieldwork.table_rows import TableRows
from crosscase.fieldwork.typed_values import checked_value_type, guess_value_type
from crosscase.model.case_closure import kind_key

__all__ = ["MembershipColumns", "TableShape", "table_shape"]

MembershipColumns = Sequence[str] | Mapping[str, str]

# Columns that say something of the memberships in the same row.
_DETAIL_COLUMNS = {
    "counts_as": "counts_as",
    "share": "share",
    "start_day": "start_day",
    "end_day": "end_day",
    "membership_role": "role",
}


@dataclass(frozen=True)
class TableShape:
    """The columns by what they say.

    ``groups`` maps columns to the kind of their groups, ``details`` to a detail of a membership,
    ``attributes`` to the type of the attribute (which may be new).
    """

    name: str
    kind_column: str | None
    case_kind: str
    description: str | None = None
    groups: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)


def table_shape(
    plan: FieldPlan,
    table: TableRows,
    *,
    name_column: str | None,
    kind_column: str,
    case_kind: str | None,
    membership_columns: MembershipColumns,
    usual_groups: Iterable[str] = (),
    value_types: Mapping[str, str] | None = None,
) -> TableShape:
    """Tell the columns of a table apart; see ``import_cases``.

    A column of ``usual_groups`` holds groups unless the study has an attribute of that name.
    """
    kinds_in = None if case_kind is not None else _kind_column(table, kind_column)
    kind = "" if case_kind is None else plan.checked_kind(case_kind)
    names = _name_column(table, name_column, "participant" if kind == PERSON else kind)
    used = {names, kinds_in}
    groups = _group_columns(plan, table, kinds_in, membership_columns, usual_groups, used)
    used |= groups.keys()
    rest = [column for column in table.columns if column not in used]
    details: dict[str, str] = {}
    if groups:
        details = {
            column: _DETAIL_COLUMNS[column.casefold()]
            for column in rest
            if column.casefold() in _DETAIL_COLUMNS and plan.find_attribute(column) is None
        }
    description = next((column for column in rest if column.casefold() == "description"), None)
    described = [column for column in rest if column not in details and column != description]
    attributes = _attribute_columns(plan, table, described, kinds_in, value_types or {})
    return TableShape(names, kinds_in, kind, description, groups, details, attributes)


def _kind_column(table: TableRows, kind_column: str) -> str:
    found = table.find_column(kind_column)
    if found is None:
        raise MistakeOfUse(
            f"The table does not say of which kind the cases are: it has no column "
            f"“{kind_column}”.",
            slug="column-not-found",
            hint="Name the column of kinds, or give one kind for all rows.",
        )
    return found


def _name_column(table: TableRows, name_column: str | None, case_kind: str) -> str:
    if name_column is not None:
        return table.column(name_column)
    usual = ("participant", "name", "case") if case_kind == "participant" else ("case", "name")
    return table.column(*usual, *([case_kind] if case_kind else []))


def _group_columns(
    plan: FieldPlan,
    table: TableRows,
    kinds_in: str | None,
    membership_columns: MembershipColumns,
    usual_groups: Iterable[str],
    used: Iterable[str | None],
) -> dict[str, str]:
    """Columns named like a kind of cases (of the study or of this table), and those listed."""
    groups: dict[str, str] = {}
    as_mapping = isinstance(membership_columns, Mapping)
    for wanted in membership_columns:
        kind = membership_columns[wanted] if as_mapping else wanted  # type: ignore[call-overload]
        groups[table.column(wanted)] = plan.checked_kind(kind)
    of_table = {} if kinds_in is None else {kind_key(cell) for cell in table.cells_of(kinds_in)}
    known = {**dict.fromkeys(of_table), **plan.kinds()}
    usual = {kind_key(kind) for kind in usual_groups}
    for column in table.columns:
        folded = kind_key(column)
        if column in used or column in groups:
            continue
        if folded in known or (folded in usual and plan.find_attribute(column) is None):
            groups[column] = plan.checked_kind(column)
    return groups


def _attribute_columns(
    plan: FieldPlan,
    table: TableRows,
    columns: Iterable[str],
    kinds_in: str | None,
    value_types: Mapping[str, str],
) -> dict[str, str]:
    given = {name.casefold(): checked_value_type(type_) for name, type_ in value_types.items()}
    kinds = [*plan.kinds(), *([] if kinds_in is None else table.cells_of(kinds_in))]
    types: dict[str, str] = {}
    for column in columns:
        held = plan.find_attribute(column)
        stated = given.pop(column.casefold(), None)
        if held is not None:
            if stated not in (None, held.value_type):
                raise MistakeOfUse(
                    f"The attribute “{held.name}” is of the type {held.value_type}, not {stated}.",
                    slug="other-value-type",
                    hint="Name the column otherwise, or leave its type out.",
                )
            types[column] = held.value_type
        else:
            checked_attribute_name(column, kinds)
            types[column] = stated or guess_value_type(table.cells_of(column))
    if given:
        raise MistakeOfUse(
            f"The table has no attribute “{next(iter(given))}” to be of a type.",
            slug="column-not-found",
            hint=f"Its attributes are {', '.join(types) or 'none'}.",
        )
    return types
