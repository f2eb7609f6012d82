"""The verbs of charting: a framework matrix of summaries, written by people over their codings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crosscase.coding.carried_passages import PassageAsked
from crosscase.coding.coding_rules import checked
from crosscase.coding.named_things import checked_text
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import Id
from crosscase.model.synthesis_nouns import Cell
from crosscase.store.blobs import blob_hash
from crosscase.store.reading import find_entity
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.study_synthesis.chart_cells import (
    CellAsked,
    ChartCell,
    DraftLine,
    chart_cell,
    draft_lines,
)
from crosscase.study_synthesis.chart_shown import SAID, CellWords, words_of_rows
from crosscase.study_synthesis.chart_table import ChartTable, chart_table
from crosscase.study_synthesis.chart_topics import link_topics, topics_of_codes
from crosscase.study_synthesis.given_evidence import evidence_changes, evidence_taken

if TYPE_CHECKING:
    from crosscase.study_synthesis.chart_files import ChartFiles
    from crosscase.study_synthesis.chart_import import ImportedCells

__all__ = ["Charting"]


class Charting:
    """The framework matrix of a study: participants or cases by codes.

    A cell is named by its row (a participant or case) and its column (a code), and if wanted by a
    wave.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------

    def table(
        self,
        rows: str = "participants",
        columns: str | Sequence[str] | None = None,
        *,
        where: str | None = None,
        wave: str | None = None,
        summaries: bool = True,
    ) -> ChartTable:
        """The matrix with the state of every cell, read at once.

        Args:
            rows: participants or a kind of cases, such as sites.
            columns: None (the domains of the study's framework, else its top codes), the name of
                a framework, codes, codes:all, code:NAME, or codes one by one.
            where: a question; only rows in which something answers it are kept.
            wave: a wave, by name or id: its own cells, over the codings of its sources.
            summaries: whether the words of the summaries are read too.
        """
        with self._session.reading() as reading:
            return chart_table(reading, rows, columns, where=where, wave=wave, summaries=summaries)

    def cell(self, subject: str, column: str, *, wave: str | None = None) -> ChartCell:
        """One cell with the passages beneath it and those linked to it."""
        with self._session.reading() as reading:
            return chart_cell(reading, CellAsked(reading, subject, column, wave))

    def state(self, subject: str, column: str, *, wave: str | None = None) -> str:
        """Not charted, charted, no data, not asked or stale."""
        return self.cell(subject, column, wave=wave).state

    def draft(self, subject: str, column: str, *, wave: str | None = None) -> list[DraftLine]:
        """The words of the passages beneath, in their order: a text to start from.

        Nothing is stored; a summary is written by a person.
        """
        with self._session.reading() as reading:
            return draft_lines(CellAsked(reading, subject, column, wave))

    def words(self, subjects: Sequence[Id], *, wave: str | None = None) -> list[CellWords]:
        """The words of all cells of some rows: what a page shows of a long matrix."""
        with self._session.reading() as reading:
            return words_of_rows(reading, subjects, wave)

    def topics(self) -> dict[Id, tuple[tuple[Id, str], ...]]:
        """For each code the topics that ask about it: the guide's first version, and the key."""
        with self._session.reading() as reading:
            return topics_of_codes(reading)

    def files(
        self,
        rows: str = "participants",
        columns: str | Sequence[str] | None = None,
        *,
        where: str | None = None,
        wave: str | None = None,
        address: str | None = None,
    ) -> ChartFiles:
        """The matrix with its quotes, to be written as xlsx, csv or a page of HTML.

        ``address`` is that of the desk, for links from each quote to its passage.
        """
        from crosscase.study_synthesis.chart_files import chart_files

        with self._session.reading() as reading:
            table = chart_table(reading, rows, columns, where=where, wave=wave)
            return chart_files(reading, table, address)

    # -- writing -----------------------------------------------------------------------

    def write(
        self,
        subject: str,
        column: str,
        summary: str = "",
        *,
        quotes: Iterable[PassageAsked] = (),
        state: str | None = None,
        wave: str | None = None,
        seen: str | None = None,
    ) -> ChartCell:
        """Write a cell in place of what is there.

        Args:
            subject: a participant or case, by name or id.
            column: a code.
            summary: the words; empty where there is no data, or nobody was asked.
            quotes: passages to link, besides those that are.
            state: charted, no data or not asked; without it charted if there are words, else no
                data.
            wave: the wave that it is about.
            seen: what the writer had read, as `ChartCell.seen` says; otherwise what is coded
                beneath the cell now.
        """
        words = checked_text(summary).strip().encode("utf-8")
        said = _said(words, state)
        wanted = list(quotes)

        def decide(reading: Reading) -> Draft | None:
            asked = CellAsked(reading, subject, column, wave)
            fields = {
                "summary": blob_hash(words) if words else None,
                "state": said,
                "author": self._session.person,
                "seen": asked.seen() if seen is None else seen,
            }
            standing = asked.standing()
            id_ = standing[0].id if standing else asked.new_id
            change = None
            if not standing:
                change = _made(asked, fields)
            elif any(
                getattr(standing[0], name) != fields[name] for name in ("summary", "state", "seen")
            ):
                # All of it is written together, so that words never get another's name by a merge.
                change = changed(Cell, id_, **fields)
            linked = evidence_changes(reading, id_, wanted)
            changes = (*(() if change is None else (change,)), *linked)
            values = {"column": asked.code, "subject": asked.subject}
            blobs = {blob_hash(words): words} if words else {}
            return Draft("cell.written", values, changes, blobs) if changes else None

        self._session.record(decide)
        return self.cell(subject, column, wave=wave)

    def clear(self, subject: str, column: str, *, wave: str | None = None) -> Recorded | None:
        """Take a cell out, until it is restored or this is undone; its quotes go with it."""

        def decide(reading: Reading) -> Draft | None:
            asked = CellAsked(reading, subject, column, wave)
            standing = asked.standing()
            values = {"column": asked.code, "subject": asked.subject}
            changes = tuple(dropped(Cell, each.id) for each in standing[:1])
            return Draft("cell.cleared", values, changes) if changes else None

        return self._session.record(decide)

    def restore(self, subject: str, column: str, *, wave: str | None = None) -> Recorded | None:
        """Bring a cleared cell back with its quotes."""

        def decide(reading: Reading) -> Draft | None:
            asked = CellAsked(reading, subject, column, wave)
            found = find_entity(reading.file, reading.connection, asked.new_id)
            if found is None or not getattr(found[1], "dropped", None):
                return None
            values = {"column": asked.code, "subject": asked.subject}
            return Draft("cell.restored", values, (dropped(Cell, asked.new_id, False),))

        return self._session.record(decide)

    def link(
        self,
        subject: str,
        column: str,
        passages: Iterable[PassageAsked],
        *,
        wave: str | None = None,
    ) -> Recorded | None:
        """Link passages to a written cell: (source, quote) or (source, start, end) of each."""
        wanted = list(passages)

        def decide(reading: Reading) -> Draft | None:
            cell = _written(CellAsked(reading, subject, column, wave))
            changes = tuple(evidence_changes(reading, cell.id, wanted))
            values = {"n": len(changes), "subject": cell.subject}
            return Draft("evidence.given", values, changes) if changes else None

        return self._session.record(decide)

    def unlink(
        self, subject: str, column: str, evidence: Iterable[Id], *, wave: str | None = None
    ) -> Recorded | None:
        """Take quotes away from a cell, by the ids of the evidence."""
        wanted = list(evidence)

        def decide(reading: Reading) -> Draft | None:
            cell = _written(CellAsked(reading, subject, column, wave))
            changes = evidence_taken(reading, wanted, cell.id)
            return Draft("evidence.taken", {"subject": cell.subject}, changes) if changes else None

        return self._session.record(decide)

    def link_topics(
        self, code: str, topics: Sequence[str], guide: str | None = None
    ) -> Recorded | None:
        """Say which topics of a guide ask about a code: then it is known who was not asked."""
        return link_topics(self._session, code, topics, guide)

    def import_table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        wave: str | None = None,
        lines: Sequence[int] | None = None,
        strict: bool = False,
        dry_run: bool = False,
    ) -> ImportedCells:
        """Take summaries from the rows of a table, as one operation.

        Either a row a cell (participant or case, code, summary, and if wanted state and author),
        or a row a participant or case with a column for each code. Empty cells change nothing.
        """
        from crosscase.study_synthesis.chart_import import import_cell_table

        return import_cell_table(
            self._session, columns, rows, wave=wave, lines=lines, strict=strict, dry_run=dry_run
        )


def _said(words: bytes, state: str | None) -> str:
    """What is said of a cell with these words."""
    said = checked("state of a cell", state, SAID) or ("charted" if words else "no data")
    if said == "charted" and not words:
        raise MistakeOfUse(
            "A summary has no words.",
            slug="empty-summary",
            hint="Say “no data” or “not asked” of the cell, or clear it.",
        )
    if said == "not asked" and words:
        raise MistakeOfUse(
            "A cell of what was not asked has no summary.",
            slug="summary-not-asked",
            hint="Leave the summary out, or say that it is charted.",
        )
    return said


def _made(asked: CellAsked, fields: dict[str, Any]) -> DraftChange:
    """The change that makes a cell, or writes one anew that was cleared."""
    wave = None if asked.wave is None else asked.wave.id
    change = made(
        Cell, asked.new_id, fresh=False, subject=asked.subject, column=asked.code, wave=wave,
        **fields,
    )  # fmt: skip
    # What was written before it was cleared does not come back with it.
    is_new = asked.reading.row(asked.new_id) is None
    return change if is_new else replace(change, fields={**change.fields, **fields})


def _written(asked: CellAsked) -> Cell:
    standing = asked.standing()
    if not standing:
        row, column = asked.rows.rows[0], asked.columns.columns[0]
        raise MistakeOfUse(
            f"Nothing is written yet of “{column.name}” for “{row.name}”.",
            slug="cell-not-written",
            hint="Write a summary first; quotes can be given with it.",
        )
    return standing[0]
