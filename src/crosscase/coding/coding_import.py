"""Importing many codings: everything is looked up once, then each row is decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple, TypeVar

from crosscase.coding.coding_rules import (
    BASES,
    VALENCES,
    CodingRow,
    ImportedCodings,
    KnownCodings,
    checked,
    find_usable,
    place_of_passage,
    resolve_coder,
)
from crosscase.coding.region_places import place_of_region
from crosscase.coding.table_rows import TableRow, record_or_look, rows_of_table
from crosscase.errors import CrosscaseError
from crosscase.log.records import Draft, DraftChange
from crosscase.model.fields import Passage
from crosscase.model.ids import Id
from crosscase.model.kinds import KINDS
from crosscase.model.nouns import Source
from crosscase.model.regions import Region, region_of_text
from crosscase.model.table_rows import RefusedRow, raise_if_strict
from crosscase.store.code_tree import read_tree
from crosscase.store.session import Reading, Session
from crosscase.store.source_names import find_source
from crosscase.store.source_texts import SourceText, source_text

__all__ = ["import_coding_rows", "import_coding_table", "plan_import"]

T = TypeVar("T")
_CODING = KINDS["coding"]
_FIELDS = {
    "source": ("source",),
    "code": ("code_path", "code"),
    "quote": ("text", "quote"),
    "start_char": ("start_char",),
    "end_char": ("end_char",),
    "coder": ("coder",),
    "valence": ("valence",),
    "basis": ("basis",),
    "region": ("region",),
}


def import_coding_rows(
    session: Session, rows: Sequence[CodingRow], *, strict: bool = False, dry_run: bool = False
) -> ImportedCodings:
    """Take codings as one operation (``dry_run``: only say what would be); rows count from 1."""
    results: list[ImportedCodings] = []

    def decide(reading: Reading) -> Draft | None:
        draft, report = plan_import(session, reading, rows, strict=strict)
        results.append(report)
        return draft

    record_or_look(session, decide, dry_run=dry_run)
    return results[0]


def import_coding_table(
    session: Session,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    coder: str | None = None,
    lines: Sequence[int] | None = None,
    strict: bool = False,
    dry_run: bool = False,
) -> ImportedCodings:
    """Take codings from the rows of a table as one operation.

    Arguments:
        columns: source, code (or code_path), quote (or text) or start_char and end_char, and if
            wanted coder, valence, basis and region: those of an export.
        rows: the cells.
        coder: whose codings they are in rows that name nobody; otherwise the person's own.
        lines: the numbers of the rows in their file.
        strict: take all rows or none.
        dry_run: only say what would be.

    Returns:
        What came in; the rows that did not are known by their lines.

    Raises:
        MistakeOfUse: a column is missing; with ``strict`` (or NotFound) what is wrong with a row.
    """
    taken, bad = rows_of_table(columns, rows, lines, _FIELDS, ("source", "code"))
    results: list[ImportedCodings] = []

    def decide(reading: Reading) -> Draft | None:
        asked, refused = _coding_rows(taken, coder)
        draft, report = plan_import(session, reading, [row for _, row in asked], strict=False)
        refused += [*bad, *((asked[number - 1][0], error) for number, error in report.refused)]
        refused.sort(key=lambda pair: pair[0])
        raise_if_strict(refused, strict)
        results.append(replace(report, refused=tuple(refused)))
        return draft

    record_or_look(session, decide, dry_run=dry_run)
    return results[0]


def _coding_rows(
    rows: Sequence[TableRow], coder: str | None
) -> tuple[list[tuple[int, CodingRow]], list[RefusedRow]]:
    """The rows as codings, each with its line, and those that cannot be read as such."""
    asked: list[tuple[int, CodingRow]] = []
    refused: list[RefusedRow] = []
    for row in rows:
        try:
            coding = CodingRow(
                source=row.needed("source"),
                code=row.needed("code"),
                quote=row["quote"] or None,
                start_char=row.number("start_char"),
                end_char=row.number("end_char"),
                coder=row["coder"] or coder,
                valence=row["valence"] or None,
                basis=row["basis"] or None,
                region=region_of_text(row["region"]) if row["region"] else None,
            )
        except CrosscaseError as error:
            refused.append((row.line, error))
        else:
            asked.append((row.line, coding))
    return asked, refused


class _Placed(NamedTuple):
    """A row whose names and place are settled."""

    source: Id
    code: Id
    coder: Id | None
    passage: Passage
    valence: str | None
    basis: str | None
    region: Region | None


class _Lookups:
    """Sources, codes and coders by the names that rows give them, each looked up once."""

    def __init__(self, session: Session, reading: Reading) -> None:
        self._session, self._reading = session, reading
        self._tree = read_tree(reading)
        self._known: dict[tuple[str, object], Any] = {}
        self.new_coders: dict[Id, DraftChange] = {}

    def place(self, row: CodingRow) -> _Placed:
        """The row with its names and place settled; raises what is wrong with it."""
        source, text = self._once("source", row.source, self._source)
        code = self._once("code", row.code, self._code)
        coder = self._once("coder", row.coder, self._coder)
        region = None
        if row.region is not None:
            region, start, end = place_of_region(self._reading, source, text, row.region)
        else:
            start, end = place_of_passage(
                text, source.name, row.start_char, row.end_char, row.quote
            )
        return _Placed(
            source.id,
            code,
            coder,
            Passage(text.revision, start, end),
            checked("valence", row.valence, VALENCES),
            checked("basis", row.basis, BASES),
            region,
        )

    def _once(self, what: str, name: T, look: Callable[[T], Any]) -> Any:
        """A name that cannot be found is not looked for again, however many rows give it."""
        key = (what, name)
        if key not in self._known:
            try:
                self._known[key] = look(name)
            except CrosscaseError as error:
                self._known[key] = error
        found = self._known[key]
        if isinstance(found, CrosscaseError):
            raise found.with_traceback(None)
        return found

    def _source(self, name: str) -> tuple[Source, SourceText]:
        source = find_source(self._reading, name)
        text = source_text(self._reading, source)
        return source, replace(text, words=cache(text.words))

    def _code(self, name: str) -> Id:
        return find_usable(self._tree, name).id

    def _coder(self, name: str | None) -> Id | None:
        id_, extra = resolve_coder(self._session, self._reading, name)
        for change in extra:
            self.new_coders[change.entity] = change
        return id_


def plan_import(
    session: Session, reading: Reading, rows: Sequence[CodingRow], *, strict: bool
) -> tuple[Draft | None, ImportedCodings]:
    """What importing these rows would do: the draft (None: nothing to do) and the report.

    Rows are counted from 1. Those that cannot be placed are refused with their error; with
    ``strict`` the first such error is raised with its row's number in the sentence. A coding that
    says what another one says already, here or in an earlier row, is not made again.
    """
    lookups = _Lookups(session, reading)
    placed: list[_Placed] = []
    refused: list[tuple[int, CrosscaseError]] = []
    for number, row in enumerate(rows, 1):
        try:
            placed.append(lookups.place(row))
        except CrosscaseError as error:
            if strict:
                raise _of_row(number, error) from error
            refused.append((number, error))
    known = KnownCodings(reading, (each.source for each in placed))
    changes: list[DraftChange] = []
    coders: set[Id | None] = set()
    for each in placed:
        _, start, end = each.passage
        if known.add(each.source, each.code, each.coder, start, end, each.region):
            fields: dict[str, Any] = {
                "source": each.source,
                "code": each.code,
                "coder": each.coder,
                "passage": each.passage,
            }
            if each.valence is not None:
                fields["valence"] = each.valence
            if each.basis is not None:
                fields["basis"] = each.basis
            if each.region is not None:
                fields["region"] = list(each.region)
            changes.append(DraftChange(_CODING, session.ids(), fields, new=True))
            coders.add(each.coder)
    report = ImportedCodings(len(changes), len(placed) - len(changes), tuple(refused))
    if not changes:
        return None, report
    new = [change for id_, change in lookups.new_coders.items() if id_ in coders]
    return Draft("codings.imported", {"n": len(changes)}, (*new, *changes)), report


def _of_row(number: int, error: CrosscaseError) -> CrosscaseError:
    """The same error, saying in which row."""
    return type(error)(
        f"Row {number}: {error.sentence}", hint=error.hint, slug=error.slug, details=error.details
    )
