"""Records of fieldwork that come in tables too, and those that are of one participant each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from crosscase.errors import CrosscaseError, MistakeOfUse, NotFound
from crosscase.fieldwork.day_columns import days_in_one_order
from crosscase.fieldwork.field_readers import find_participant, read_day
from crosscase.fieldwork.field_records import FieldRecords, by_day
from crosscase.fieldwork.field_words import tidy
from crosscase.fieldwork.table_rows import Row, TableRows, read_rows
from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import Id
from crosscase.model.nouns import Noun
from crosscase.model.table_rows import RefusedRow, raise_if_strict
from crosscase.store.session import Reading

__all__ = ["ImportedRecords", "ParticipantRecords", "TableRecords"]

N = TypeVar("N", bound=Noun)


@dataclass(frozen=True, slots=True)
class ImportedRecords:
    """What an import of records did (or would): those made, changed, and there already.

    ``refused`` holds the line of each row that was left out, with the reason; ``unused`` the
    columns that say nothing of such a record.
    """

    made: int
    updated: int
    already_there: int
    refused: tuple[RefusedRow, ...]
    unused: tuple[str, ...]


class TableRecords(FieldRecords[N]):
    """Records that can be taken from the rows of a table."""

    def import_table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        lines: Sequence[int] | None = None,
        strict: bool = False,
        dry_run: bool = False,
    ) -> ImportedRecords:
        """Take records from the rows of a table, as one operation.

        The columns are called like the fields. Rows that cannot be taken are listed by their
        lines; with ``strict`` the first one stops the import. A record that says the same as
        one that is there is not made again.
        """
        table = read_rows(columns, rows, lines)
        used = self._columns(table)
        reports: list[ImportedRecords] = []

        def decide(reading: Reading) -> Draft | None:
            taking = _Taking(self, reading, used)
            refused = list(table.refused)
            for row in table.rows:
                try:
                    taking.take(row)
                except CrosscaseError as error:
                    refused.append((row.line, error))
            refused.sort(key=lambda pair: pair[0])
            raise_if_strict(refused, strict)
            unused = tuple(each for each in table.columns if each not in used.values())
            report = taking.report(tuple(refused), unused)
            reports.append(report)
            n = report.made + report.updated
            return Draft(f"{self.plural}.imported", {"n": n}, taking.changes()) if n else None

        if dry_run:
            with self._session.reading() as reading:
                decide(reading)
        else:
            self._session.record(decide)
        return reports[0]

    def _columns(self, table: TableRows) -> dict[str, str]:
        """Which column holds which field."""
        found = {}
        for field in self.fields:
            names = (field.name, field.name.replace("_", " "), *field.columns)
            column = table.column(*names) if field.is_needed else None
            column = column or next(filter(None, map(table.find_column, names)), None)
            if column is not None:
                found[field.name] = column
        for name, column in found.items():
            if self._is_day(name):
                cells = days_in_one_order([row[column] for row in table.rows])
                for row, cell in zip(table.rows, cells, strict=True):
                    row.cells[column] = cell
        return found

    def _is_day(self, name: str) -> bool:
        return any(each.name == name and each.read is read_day for each in self.fields)


class ParticipantRecords(TableRecords[N]):
    """Records that are of one participant each."""

    def _find(self, reading: Reading, wanted: str) -> N:
        """By its id, or by the participant where they have one such record alone."""
        by_id = reading.by_id(self.noun)
        if wanted in by_id:
            return by_id[wanted]
        try:
            person = find_participant(reading, wanted)
        except NotFound:
            raise NotFound(
                f"There is no {self.what} “{tidy(wanted)}”, and no participant of that name.",
                slug=f"{self.what}-not-found",
                hint="Name it by its id, or name the participant.",
            ) from None
        held = [each for each in by_id.values() if _of(each) == person.id]
        if not held:
            raise NotFound(
                f"There is no {self.what} of “{person.name}”.",
                slug=f"{self.what}-not-found",
                hint="Record one first, or name another participant.",
            )
        if len(held) > 1:
            days = [f"{getattr(each, 'day', None) or 'no day'} ({each.id})" for each in held]
            raise MistakeOfUse(
                f"There are {len(held)} {self.plural} of “{person.name}”.",
                slug=f"{self.what}-ambiguous",
                hint=f"Say which by its id: {', '.join(days)}.",
            )
        return held[0]

    def _about(self, record: N) -> dict[str, int | Id]:
        return {"participant": _of(record)}

    def _of_participant(self, reading: Reading, participant: str | None) -> list[N]:
        """Those of one participant, or all, by day."""
        person = None if participant is None else find_participant(reading, participant).id
        found = [each for each in reading.all(self.noun) if person in (None, _of(each))]
        return sorted(found, key=by_day)


class _Taking(Generic[N]):
    """The rows of one import, taken one after another."""

    def __init__(self, records: TableRecords[N], reading: Reading, used: Mapping[str, str]) -> None:
        self._records, self._reading, self._used = records, reading, used
        self._shown = reading.by_id(records.noun)
        self._held = records._held(reading)
        self._known = {records._same(each) for each in self._shown.values()}
        self._put: dict[Id, N] = {}
        self._already_there = 0

    def take(self, row: Row) -> None:
        """Plan one row; raises what is wrong with it."""
        records = self._records
        given = {name: row[column] for name, column in self._used.items()}
        record = records._new(self._reading, records._read(self._reading, given), self._held)
        same = records._same(record)
        if same in self._known:
            self._already_there += 1
            return
        self._known.add(same)
        self._put[record.id] = record
        self._held.put(record)

    def changes(self) -> tuple[DraftChange, ...]:
        """What the rows change in the study."""
        found = (
            self._records._change_to(self._reading, self._shown.get(id_), record)
            for id_, record in self._put.items()
        )
        return tuple(change for change in found if change is not None)

    def report(self, refused: tuple[RefusedRow, ...], unused: tuple[str, ...]) -> ImportedRecords:
        """What the rows did, or would."""
        updated = sum(id_ in self._shown for id_ in self._put)
        return ImportedRecords(
            len(self._put) - updated, updated, self._already_there, refused, unused
        )


def _of(record: Any) -> Id:
    participant: Id = record.participant
    return participant
