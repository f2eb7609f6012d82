"""The rows of a table as cases: what each row plans, and which rows cannot be taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from crosscase.errors import CrosscaseError, MistakeOfUse, NotFound, nearest_names_hint
from crosscase.fieldwork.case_names import name_key
from crosscase.fieldwork.day_columns import days_in_one_order
from crosscase.fieldwork.field_plan import FieldPlan, value_id
from crosscase.fieldwork.field_words import tidy
from crosscase.fieldwork.table_rows import Row, TableRows
from crosscase.fieldwork.table_shape import TableShape
from crosscase.model.case_closure import kind_key
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, Case
from crosscase.model.table_rows import RefusedRow

__all__ = ["CaseRows", "ImportedCases"]

Key = tuple[str, str]


@dataclass
class ImportedCases:
    """What an import did.

    ``made``, ``updated`` and ``unchanged`` count the cases that rows are about, ``groups`` the
    cases made because a row put something into them, ``memberships`` the new ones, ``values``
    those that are now others than before, ``attributes`` the new ones. ``refused`` rows have
    their line and why; ``notes`` are sentences about what was decided between rows.
    """

    made: int = 0
    updated: int = 0
    unchanged: int = 0
    groups: int = 0
    memberships: int = 0
    values: int = 0
    attributes: tuple[str, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass
class _Said:
    """What the rows of one case have said so far, each with its line."""

    values: dict[Id, tuple[int, object]] = field(default_factory=dict)
    counted: dict[str, tuple[int, Id]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    values_set: set[Id] = field(default_factory=set)


class CaseRows:
    """Takes the rows of a table into a plan; all rows of a case, or none of them."""

    def __init__(
        self,
        plan: FieldPlan,
        table: TableRows,
        shape: TableShape,
        *,
        make_groups: bool = True,
        one_value_each: bool = False,
    ) -> None:
        self.plan, self.table, self.shape = plan, table, shape
        self.make_groups = make_groups
        self.one_value_each = one_value_each
        self.report = ImportedCases()
        self._refused: list[RefusedRow] = list(table.refused)
        self._notes: list[str] = []
        self._of_case: dict[Key, list[Row]] = {}
        self._new_groups: set[Id] = set()
        self._own: set[Id] = set()

    def take(self) -> ImportedCases:
        """Plan all rows; groups that have rows of their own come before their members."""
        self._settle_days()
        self._sort_rows()
        held_attributes = set(self.plan.attributes.all())
        for key in self._in_order():
            self._take_case(self._of_case[key])
        report = self.report
        report.groups = len(self._new_groups - self._own)
        report.refused = tuple(sorted(self._refused, key=lambda pair: pair[0]))
        report.notes = tuple(self._notes)
        planned = self.plan.attributes.all()
        report.attributes = tuple(
            sorted(planned[id_].name for id_ in planned.keys() - held_attributes)
        )
        return report

    def _settle_days(self) -> None:
        """A column of days with one that cannot be mistaken tells how the others are meant."""
        for column, value_type in self.shape.attributes.items():
            if value_type == "day":
                cells = days_in_one_order([row[column] for row in self.table.rows])
                for row, cell in zip(self.table.rows, cells, strict=True):
                    row.cells[column] = cell

    def _sort_rows(self) -> None:
        for row in self.table.rows:
            try:
                key = kind_key(self._kind(row)), name_key(row[self.shape.name])
                if not key[1]:
                    raise MistakeOfUse(
                        f"The row has no name in the column “{self.shape.name}”.",
                        slug="empty-name",
                    )
            except CrosscaseError as error:
                self._refused.append((row.line, error))
                continue
            self._of_case.setdefault(key, []).append(row)

    def _kind(self, row: Row) -> str:
        if self.shape.kind_column is None:
            return self.shape.case_kind
        kind = self.plan.checked_kind(row[self.shape.kind_column])
        if kind_key(kind) in {name.casefold() for name in self.shape.attributes}:
            raise MistakeOfUse(
                f"“{kind}” is a kind of cases here and the name of an attribute in the same table.",
                slug="case-kind-taken",
                hint="Name the column otherwise.",
            )
        return kind

    def _in_order(self) -> list[Key]:
        """The cases, groups before members; a circle is met by the rule against circles."""
        ordered: dict[Key, None] = {}
        for first in self._of_case:
            ahead: list[tuple[Key, bool]] = [(first, False)]
            open_: set[Key] = set()
            while ahead:
                key, is_done = ahead.pop()
                if is_done:
                    ordered.setdefault(key)
                elif key not in ordered and key not in open_:
                    open_.add(key)
                    ahead.append((key, True))
                    ahead += [(group, False) for group in self._groups_named(key)]
        return list(ordered)

    def _groups_named(self, key: Key) -> Iterator[Key]:
        for row in self._of_case[key]:
            for column, kind in self.shape.groups.items():
                group = kind_key(kind), name_key(row[column])
                if group in self._of_case:
                    yield group

    def _take_case(self, rows: list[Row]) -> None:
        plan, said = self.plan, _Said()
        before, new_groups = plan.mark(), set(self._new_groups)
        at = rows[0]
        try:
            case, is_new = self._case(at)
            start = plan.mark()
            memberships = {each.id for each in plan.memberships_of(case.id)}
            for at in rows:
                self._take_row(at, case, said)
        except CrosscaseError as error:
            plan.roll_back(before)
            self._new_groups = new_groups
            self._refuse(rows, at, error)
            return
        report = self.report
        self._own.add(case.id)
        if is_new or case.id in new_groups:
            report.made += 1
        elif plan.mark() > start:
            report.updated += 1
        else:
            report.unchanged += 1
        after = {each.id for each in plan.memberships_of(case.id)}
        report.memberships += len(after - memberships)
        report.values += len(said.values_set)
        self._notes += said.notes

    def _refuse(self, rows: list[Row], bad: Row, error: CrosscaseError) -> None:
        self._refused.append((bad.line, error))
        for row in rows:
            if row is not bad:
                name = tidy(row[self.shape.name])
                stands_with = MistakeOfUse(
                    f"“{name}” has another row, in line {bad.line}, that cannot be taken.",
                    slug="other-row-refused",
                    hint="Mend that row: the rows of one case are taken together.",
                )
                self._refused.append((row.line, stands_with))

    def _case(self, row: Row) -> tuple[Case, bool]:
        kind, name = self._kind(row), row[self.shape.name]
        held = self.plan.find_case(name, kind)
        if held is not None:
            return held, False
        return self.plan.add_case(name, kind), True

    def _take_row(self, row: Row, case: Case, said: _Said) -> None:
        column = self.shape.description
        now = self.plan.cases.get(case.id) or case
        if column is not None and row[column] and row[column] != now.description:
            self.plan.describe_case(now, row[column])
        for column in self.shape.attributes:
            if row[column]:
                self._take_value(row, case, column, said)
        details = {name: row[column] for column, name in self.shape.details.items() if row[column]}
        for column, kind in self.shape.groups.items():
            if row[column]:
                self._take_membership(row, case, self._group(row[column], kind), details, said)

    def _take_value(self, row: Row, case: Case, column: str, said: _Said) -> None:
        attribute = self._attribute(column)
        if self.plan.set_value(case, attribute, row[column]):
            said.values_set.add(attribute.id)
        stored = self.plan.values.get(value_id(attribute.id, case.id))
        value = None if stored is None else stored.value
        line, before = said.values.setdefault(attribute.id, (row.line, value))
        if before == value:
            return
        if self.one_value_each:
            raise MistakeOfUse(
                f"“{case.name}” has “{row[column]}” as {attribute.name} here, and another value "
                f"in line {line}.",
                slug="contradictory-values",
                hint="Give one value in all rows of a participant, or in one of them only.",
            )
        said.values[attribute.id] = (row.line, value)
        said.notes.append(
            f"Lines {line} and {row.line} give “{case.name}” two values of “{attribute.name}”: "
            f"that of line {row.line} stands."
        )

    def _attribute(self, column: str) -> Attribute:
        held = self.plan.find_attribute(column)
        return held or self.plan.add_attribute(column, self.shape.attributes[column])

    def _group(self, name: str, kind: str) -> Case:
        held = self.plan.find_case(name, kind)
        if held is not None:
            return held
        if not self.make_groups:
            names = [each.name for each in self.plan.cases.all().values() if each.case_kind == kind]
            raise NotFound(
                f"There is no {kind} “{tidy(name)}”.",
                slug="case-not-found",
                hint=nearest_names_hint(name, names) or "Add it first, or let groups be made.",
            )
        made = self.plan.add_case(name, kind)
        self._new_groups.add(made.id)
        return made

    def _take_membership(
        self, row: Row, case: Case, group: Case, details: dict[str, str], said: _Said
    ) -> None:
        kind = kind_key(group.case_kind)
        line, counted = said.counted.get(kind, (0, ""))
        if counted == group.id:
            details = {name: cell for name, cell in details.items() if name != "counts_as"}
        held = self.plan.put_into(case, group, details, updating=True)
        if "counts_as" not in details or not held.counts_as:
            return
        if counted:
            raise MistakeOfUse(
                f"“{case.name}” counts as “{group.name}” here, and as another "
                f"{group.case_kind} in line {line}.",
                slug="counts-twice",
                hint="Say yes in the row of the one that counts, and no in the others.",
            )
        said.counted[kind] = (row.line, group.id)
