"""Summaries from the rows of a table: everything is looked up once, then each row is decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from crosscase.analysis.seen_codings import seen_texts
from crosscase.coding.coding_rules import checked, resolve_coder
from crosscase.coding.named_things import checked_text
from crosscase.coding.table_rows import TableRow, record_or_look, rows_of_table, take_rows
from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import Id, bytes_of_id
from crosscase.model.nouns import Case
from crosscase.model.synthesis_nouns import Cell, Wave
from crosscase.model.table_rows import RefusedRow
from crosscase.query.code_names import code_names
from crosscase.query.cross_counts import Lookup
from crosscase.query.study_view import study_view
from crosscase.store.blobs import blob_hash
from crosscase.store.session import Reading, Session, changed, made
from crosscase.store.source_names import find_case, find_named
from crosscase.study_synthesis.chart_beneath import beneath
from crosscase.study_synthesis.chart_cells import cell_id
from crosscase.study_synthesis.chart_files import read_marked
from crosscase.study_synthesis.chart_shown import SAID
from crosscase.study_synthesis.chart_sides import ChartRow, Rows, columns_of_codes

__all__ = ["ImportedCells", "import_cell_table"]

_FIELDS = {
    "subject": ("participant", "case", "row", "subject", "site", "organisation"),
    "code": ("code", "column"),
    "summary": ("summary", "text"),
    "state": ("said", "state"),
    "author": ("author",),
}
_COMPUTED = ("stale", "not charted")  # what a table that crosscase wrote says of some cells


@dataclass(frozen=True, slots=True)
class ImportedCells:
    """What an import of summaries did (or would): cells written, those that said so already.

    ``refused`` holds the line of each row that was left out, with the reason.
    """

    cells: int
    already_there: int
    refused: tuple[RefusedRow, ...]


def import_cell_table(
    session: Session,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    wave: str | None = None,
    lines: Sequence[int] | None = None,
    strict: bool = False,
    dry_run: bool = False,
) -> ImportedCells:
    """Take summaries as one operation (``dry_run``: only say what would be).

    Arguments:
        columns: participant (or case), code, summary, and if wanted state and author; or else a
            first column of participants or cases, and one for each code.
        rows: the cells; empty ones change nothing.
        wave: the wave that all of them are about.
        lines: the numbers of the rows in their file.
        strict: take all rows or none.

    Raises:
        MistakeOfUse: a column is missing; with ``strict`` (or NotFound) what is wrong with a row.
    """
    columns, rows, lines = _long(columns, rows, lines)
    taken, bad = rows_of_table(columns, rows, lines, _FIELDS, ("subject", "code", "summary"))
    results: list[ImportedCells] = []

    def decide(reading: Reading) -> Draft | None:
        plan = _Plan(session, reading, wave)
        refused = take_rows(plan.take, taken, bad, strict=strict)
        changes = plan.changes()
        number = len(changes)
        results.append(ImportedCells(number, len(plan.wanted) - number, refused))
        if not number:
            return None
        return Draft("cells.written", {"n": number}, (*plan.authors.values(), *changes), plan.blobs)

    record_or_look(session, decide, dry_run=dry_run)
    return results[0]


def _long(
    columns: Sequence[str], rows: Sequence[Sequence[Any]], lines: Sequence[int] | None
) -> tuple[Sequence[str], Sequence[Sequence[Any]], Sequence[int] | None]:
    """A table with a column for each code as one with a row for each cell."""
    folded = {" ".join(str(each).split()).casefold() for each in columns}
    if len(columns) < 2 or folded & {"summary", "text"}:
        return columns, rows, lines
    named = [" ".join(str(each).split()).casefold() for each in columns[1:]]
    twice = next((each for each in columns[1:] if named.count(_folded(each)) > 1), None)
    if twice is not None:
        raise MistakeOfUse(
            f"The table has two columns “{twice}”.",
            slug="column-twice",
            hint="Give each code one column.",
        )
    numbers = [at + 2 for at in range(len(rows))] if lines is None else list(lines)
    long = [
        (line, [row[0], code, row[at]])
        for line, row in zip(numbers, rows, strict=True)
        for at, code in enumerate(columns[1:], 1)
        if at < len(row) and str(row[at] or "").strip()
    ]
    return (
        ("row", "code", "summary"),
        [cells for _, cells in long],
        [line for line, _ in long],
    )


@dataclass(slots=True)
class _Wanted:
    """What a row of the table says of a cell."""

    line: int
    subject: int
    column: int
    words: bytes
    state: str
    author: Id | None


class _Plan:
    """The cells that rows write, besides those that say the same already."""

    def __init__(self, session: Session, reading: Reading, wave: str | None) -> None:
        self._session, self._reading = session, reading
        self._wave = None if wave is None else find_named(wave, reading.all(Wave), "wave")
        self._names, self._view = code_names(reading), study_view(reading)
        self.wanted: dict[tuple[int, int], _Wanted] = {}
        self.authors: dict[Id, DraftChange] = {}
        self.blobs: dict[str, bytes] = {}
        self._codes: dict[str, int] = {}
        self._subjects: dict[str, int] = {}

    def take(self, row: TableRow) -> None:
        """Plan one row; raises what is wrong with it."""
        subject, column = self._subject(row.needed("subject")), self._code(row.needed("code"))
        text, marked = read_marked(checked_text(row["summary"]))
        words, said = text.strip().encode("utf-8"), (row["state"] or marked or "").casefold()
        state = None if said in _COMPUTED else checked("state of a cell", said or None, SAID)
        if not words and state is None:
            return
        state = state or "charted"
        if (state == "charted") != bool(words) and state != "no data":
            raise MistakeOfUse(
                f"A cell that is “{state}” has {'a' if state == 'charted' else 'no'} summary.",
                slug="summary-and-state",
            )
        before = self.wanted.get((subject, column))
        if before is not None:
            raise MistakeOfUse(
                f"Line {before.line} writes the same cell.",
                slug="cell-twice",
                hint="Leave one of the two out.",
            )
        author, extra = resolve_coder(self._session, self._reading, row["author"])
        self.authors |= {change.entity: change for change in extra}
        self.wanted[subject, column] = _Wanted(row.line, subject, column, words, state, author)

    def changes(self) -> list[DraftChange]:
        """The changes that write the cells."""
        if not self.wanted:
            return []
        seen = self._seen()
        found = []
        for each in self.wanted.values():
            change = self._change(each, seen[each.subject, each.column])
            if change is not None:
                found.append(change)
                self.blobs |= {blob_hash(each.words): each.words} if each.words else {}
        return found

    def _change(self, wanted: _Wanted, seen: str) -> DraftChange | None:
        subject = self._view.cases[wanted.subject].id
        code = self._names.codes[wanted.column].id
        wave = None if self._wave is None else self._wave.id
        says = {"summary": blob_hash(wanted.words) if wanted.words else None, "state": wanted.state}
        standing = self._standing.get((subject, code))
        if standing is not None:
            if all(getattr(standing, name) == value for name, value in says.items()):
                return None
            return changed(Cell, standing.id, **says, author=wanted.author, seen=seen)
        id_ = cell_id(subject, code, wave)
        change = made(
            Cell, id_, fresh=False, subject=subject, column=code, wave=wave,
            **says, author=wanted.author, seen=seen,
        )  # fmt: skip
        return (
            change if id_ not in self._known else replace(change, fields={**change.fields, **says})
        )

    @cached_property
    def _known(self) -> set[Id]:
        """The ids of these cells that were ever made."""
        wave = None if self._wave is None else self._wave.id
        ids = {
            bytes_of_id(id_): id_
            for at, column in self.wanted
            for id_ in (cell_id(self._view.cases[at].id, self._names.codes[column].id, wave),)
        }
        rows = self._reading.file.rows_of_ids(self._reading.connection, ids)
        return {ids[raw] for raw in rows}

    @cached_property
    def _standing(self) -> Mapping[tuple[Id, Id], Cell]:
        """The cells that show by subject and code; that of a code itself before merged ones'."""
        tree, wave = self._names.tree, None if self._wave is None else self._wave.id
        found: dict[tuple[Id, Id], Cell] = {}
        for each in self._reading.all(Cell):
            place = (each.subject, tree.read_as(each.column))
            if each.wave == wave and (place not in found or each.column == place[1]):
                found[place] = each
        return found

    def _seen(self) -> dict[tuple[int, int], str]:
        """What is coded beneath each of the cells now, read all at once."""
        subjects = list(dict.fromkeys(subject for subject, _ in self.wanted))
        codes = list(dict.fromkeys(column for _, column in self.wanted))
        rows = self._rows(subjects)
        under = beneath(self._reading, rows, columns_of_codes(self._names, codes), self._wave)
        number = {code: at for at, code in enumerate(codes)}
        cells = np.array(
            [rows.at[subject] * len(codes) + number[column] for subject, column in self.wanted],
            np.int64,
        )
        return dict(zip(self.wanted, seen_texts(under.marks(cells), len(cells)), strict=True))

    def _rows(self, subjects: Sequence[int]) -> Rows:
        members = {subject: number for number, subject in enumerate(subjects)}
        pairs = list(members.items())
        pairs += [
            (row, members[group])
            for row, groups in self._view.groups.items()
            for group in groups & members.keys()
        ]
        cases = [self._view.cases[subject] for subject in subjects]
        return Rows(
            "case",
            tuple(ChartRow(each.id, each.name or "", each.name or "") for each in cases),
            members,
            Lookup([thing for thing, _ in pairs], [number for _, number in pairs]),
        )

    def _subject(self, name: str) -> int:
        if not self._subjects:
            self._subjects = _by_name(self._view.cases)
        found = self._subjects.get(_folded(name))
        if found is None or found < 0:  # unknown, or the name of several: told as elsewhere
            found = self._view.rows[find_case(self._reading, name).id]
        return found

    def _code(self, name: str) -> int:
        if name not in self._codes:
            try:
                self._codes[name] = self._names.find(name)
            except NotFound as error:
                known = [code.name or "" for code in self._names.codes.values()]
                error.hint = nearest_names_hint(name, known) or error.hint
                raise
        return self._codes[name]


def _by_name(cases: Mapping[int, Case]) -> dict[str, int]:
    """Cases by their names; -1 for a name that several bear."""
    found: dict[str, int] = {}
    for row, case in cases.items():
        name = _folded(case.name or "")
        found[name] = -1 if name in found else row
    return found


def _folded(name: str) -> str:
    return " ".join(str(name).split()).casefold()
