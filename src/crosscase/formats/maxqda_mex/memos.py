"""Memos of MAXQDA: on codes, on documents, on their words, or free."""

from __future__ import annotations

from crosscase.formats.foreign_rows import ForeignRows
from crosscase.formats.foreign_sqlite import Cell, Row
from crosscase.formats.maxqda_mex.words import is_locked, text_of_cell
from crosscase.formats.refi_qda.records import Provenance, TextPart
from crosscase.model.ids import Id

__all__ = ["MemoRows", "made_by"]


def made_by(rows: ForeignRows, row: Row) -> Provenance:
    """Who made what a row says, and when; who changed it last."""
    return Provenance(
        rows.user(row.text("Author")),
        rows.time(row.text("Date")),
        rows.user(row.text("LastChgUser")),
        rows.time(row.text("LastChgDate")),
    )


class MemoRows:
    """The memos as notes, by what they hang on."""

    def __init__(self, rows: ForeignRows, words: dict[int | None, Cell]) -> None:
        """``words``: the cells with the texts of memos, by the number of the memo."""
        self._rows = rows
        self._codes: dict[int, list[Id]] = {}
        self._texts: dict[int, list[Id]] = {}
        self._codings: dict[int, list[Id]] = {}
        own = rows.numbered("Memos", rows.take("Memos"), "ID", without=("Preview",))
        for number, row in own.items():
            self._take(number, row, words.get(number))

    def on_code(self, number: int | None) -> tuple[Id, ...]:
        """Those on a code."""
        return tuple(self._codes.get(number or 0, ()))

    def on_text(self, number: int | None) -> tuple[Id, ...]:
        """Those on a document."""
        return tuple(self._texts.get(number or 0, ()))

    def on_coding(self, number: int | None) -> tuple[Id, ...]:
        """Those on a coding."""
        return tuple(self._codings.get(number or 0, ()))

    def comment(self, row: Row, number: int | None) -> tuple[Id, ...]:
        """The comment on a coding, which is a memo of its own."""
        words = row.text("CommentL")
        if not words or not words.strip() or is_locked(words):
            return ()
        guid = self._rows.guid("Codings", "comment", number)
        note = TextPart(kind="Note", guid=guid, content=words, provenance=made_by(self._rows, row))
        self._rows.add_note(note)
        return (guid,)

    def _take(self, number: int, row: Row, cell: Cell) -> None:
        words = text_of_cell(cell, self._rows.database.name)
        if words is None and is_locked(cell):
            self._rows.odd("words-locked")
        guid = self._rows.guid("Memos", number, row.text("Date"))
        self._rows.add_note(
            TextPart(
                kind="Note",
                guid=guid,
                name=row.text("Title"),
                content=words or row.text("Preview") or "",
                provenance=made_by(self._rows, row),
            )
        )
        self._rows.read("Memos")
        # The nearest thing only: a memo on a coding names its document and code, too.
        for column, held in (
            ("CodingID", self._codings), ("TextID", self._texts), ("WordID", self._codes),
        ):  # fmt: skip
            target = row.whole(column)
            if target is not None and target > 0:
                held.setdefault(target, []).append(guid)
                return
