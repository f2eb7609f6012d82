"""The verbs of participants: persons with role and sector, in one site or in several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crosscase.fieldwork.attribute_frame import case_frame
from crosscase.fieldwork.case_names import read_case_names
from crosscase.fieldwork.case_rows import CaseRows, ImportedCases
from crosscase.fieldwork.case_tables import record_rows
from crosscase.fieldwork.field_plan import FieldPlan
from crosscase.fieldwork.field_words import PERSON
from crosscase.fieldwork.recruitment import cross_counts, labels_by
from crosscase.fieldwork.table_rows import read_rows
from crosscase.fieldwork.table_shape import MembershipColumns, table_shape
from crosscase.log.records import Draft
from crosscase.model.case_closure import counting_memberships, kind_key
from crosscase.model.ids import Id
from crosscase.model.nouns import Case, Membership
from crosscase.store.session import Reading, Session
from crosscase.store.turn_columns import turn_columns

if TYPE_CHECKING:
    import polars

__all__ = ["Participants", "SeveralMemberships"]

# Columns of a participant table that hold groups although the study has no such cases yet.
_USUAL_GROUPS = ("organisation", "site", "place", "system")


@dataclass(frozen=True, slots=True)
class SeveralMemberships:
    """A participant in more than one case of a kind, for a footnote; which of them counts."""

    participant: Case
    groups: tuple[Case, ...]
    counts_as: Case | None


class Participants:
    """The participants of a study: cases of the kind person."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading ---------------------------------------------------------------------------

    def all(self) -> list[Case]:
        """All participants by name."""
        with self._session.reading() as reading:
            return _people(reading)

    def get(self, participant: str) -> Case:
        """One participant by name or id."""
        with self._session.reading() as reading:
            return read_case_names(reading).find(participant, PERSON)

    def interviewed(self) -> list[Case]:
        """The participants who are linked to a speaker in a source that shows."""
        with self._session.reading() as reading:
            speaking = _interviewed(reading)
            return [case for case in _people(reading) if case.id in speaking]

    def several_memberships(self, case_kind: str = "site") -> list[SeveralMemberships]:
        """The participants in more than one case of a kind, such as a jointly funded post."""
        kind = kind_key(case_kind)
        with self._session.reading() as reading:
            cases = read_case_names(reading).cases
            memberships = reading.all(Membership)
            people = _people(reading)
        counting = counting_memberships(memberships, cases)
        groups: dict[Id, dict[Id, Case]] = {}
        for each in memberships:
            group = cases.get(each.group)
            if group is not None and kind_key(group.case_kind) == kind:
                groups.setdefault(each.member, {})[group.id] = group
        found = []
        for person in people:
            held = sorted(groups.get(person.id, {}).values(), key=_by_name)
            if len(held) > 1:
                chosen = counting.get((person.id, kind))
                counts_as = None if chosen is None else cases[chosen.group]
                found.append(SeveralMemberships(person, tuple(held), counts_as))
        return found

    def frame(self) -> polars.DataFrame:
        """One row a participant: id, participant, the groups of each kind, then attributes.

        Several groups of a kind are joined by "; ", the one that counts first.
        """
        import polars as pl

        with self._session.reading() as reading:
            frame = case_frame(reading, PERSON).drop("case_kind").rename({"case": "participant"})
            columns = _group_columns(reading, frame["id"].to_list())
        groups = [
            pl.Series(name, cells, dtype=pl.String)
            for name, cells in columns.items()
            if name not in frame.columns
        ]
        first = frame.select("id", "participant").with_columns(groups)
        return first.with_columns(frame.drop("id", "participant").get_columns())

    def recruitment_frame(
        self, rows: str = "site", columns: str = "sector", *, interviewed_only: bool = False
    ) -> polars.DataFrame:
        """How many participants there are by two fields, each counted once, with totals.

        A field is a case kind (by the membership that counts) or an attribute. A participant in
        several groups of which none is marked stands under "(several, none counts)".
        """
        with self._session.reading() as reading:
            people = {case.id for case in _people(reading)}
            if interviewed_only:
                people &= _interviewed(reading)
            by_row, by_column = labels_by(reading, rows), labels_by(reading, columns)
        return cross_counts(people, (rows, by_row), by_column)

    # -- changing --------------------------------------------------------------------------

    def add(
        self,
        name: str,
        *,
        role: str | None = None,
        sector: str | None = None,
        sites: Sequence[str] = (),
        organisations: Sequence[str] = (),
        attributes: Mapping[str, Any] | None = None,
        description: str | None = None,
    ) -> Case:
        """Add a participant, put into sites and organisations that the study has.

        Where there are several, the first is the one that counts in a recruitment table. The
        attributes role and sector are made when they are not there yet.
        """
        ids: list[Id] = []

        def decide(reading: Reading) -> Draft:
            plan = FieldPlan(reading, self._session)
            person = plan.add_case(name, PERSON, description)
            ids.append(person.id)
            for attribute, value in (("role", role), ("sector", sector)):
                if value:
                    held = plan.find_attribute(attribute) or plan.add_attribute(attribute)
                    plan.set_value(person, held, value)
            for attribute, raw in (attributes or {}).items():
                plan.set_value(person, plan.get_attribute(attribute), raw)
            for kind, groups in (("site", sites), ("organisation", organisations)):
                for number, group in enumerate(groups):
                    marked = True if number == 0 and len(groups) > 1 else None
                    plan.put_into(person, plan.names.find(group, kind), {"counts_as": marked})
            return Draft("case.added", {"case": person.id}, plan.changes())

        self._session.record(decide)
        return self.get(ids[0])

    def import_table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        name_column: str | None = None,
        membership_columns: MembershipColumns = (),
        value_types: Mapping[str, str] | None = None,
        make_groups: bool = True,
        lines: Sequence[int] | None = None,
        strict: bool = False,
        dry_run: bool = False,
    ) -> ImportedCases:
        """Take participants from a table, in one operation.

        A participant may stand in several rows (two sites, a jointly funded post), which are
        taken or refused together; two values of one attribute in them are refused. The columns
        organisation, site, place, system and any called like a kind of cases hold groups;
        counts_as (yes or no) marks the row whose groups count in a recruitment table. The other
        arguments are those of ``import_cases``.
        """
        table = read_rows(columns, rows, lines)

        def rows_of(plan: FieldPlan) -> CaseRows:
            shape = table_shape(
                plan,
                table,
                name_column=name_column,
                kind_column="case_kind",
                case_kind=PERSON,
                membership_columns=membership_columns,
                usual_groups=_USUAL_GROUPS,
                value_types=value_types,
            )
            return CaseRows(plan, table, shape, make_groups=make_groups, one_value_each=True)

        return record_rows(
            self._session, rows_of, "participants.imported", strict=strict, dry_run=dry_run
        )


def _people(reading: Reading) -> list[Case]:
    people = [case for case in reading.all(Case) if kind_key(case.case_kind) == PERSON]
    return sorted(people, key=_by_name)


def _by_name(case: Case) -> tuple[str, str]:
    return (case.name or "").casefold(), case.id


def _interviewed(reading: Reading) -> set[Id]:
    import numpy as np

    turns = turn_columns(reading.file, reading.connection)
    by_row = reading.by_row(Case)
    rows = np.unique(turns.participant[turns.participant >= 0]).tolist()
    return {by_row[row].id for row in rows if row in by_row}


def _group_columns(reading: Reading, people: Sequence[Id]) -> dict[str, list[str | None]]:
    names = read_case_names(reading)
    memberships = reading.all(Membership)
    counting = counting_memberships(memberships, names.cases)
    held: dict[tuple[Id, str], list[str]] = {}
    for each in memberships:
        group = names.cases.get(each.group)
        if group is None:
            continue
        kind = kind_key(group.case_kind)
        listed = held.setdefault((each.member, kind), [])
        chosen = counting.get((each.member, kind))
        if group.name not in listed:
            at = 0 if chosen is not None and chosen.group == group.id else len(listed)
            listed.insert(at, group.name)
    kinds = sorted({kind for person, kind in held if person in set(people)})
    return {
        names.kinds[kind]: ["; ".join(held.get((person, kind), ())) or None for person in people]
        for kind in kinds
    }
