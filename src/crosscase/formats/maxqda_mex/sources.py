"""Documents of MAXQDA with their codings, and the variables that they have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PureWindowsPath

from crosscase.formats.foreign_rows import ForeignRows, aside_of
from crosscase.formats.foreign_sqlite import Cell, Row
from crosscase.formats.maxqda_mex.memos import MemoRows, made_by
from crosscase.formats.maxqda_mex.words import (
    MexText,
    Spot,
    is_locked,
    text_of_cell,
    text_of_passages,
    text_of_words,
)
from crosscase.formats.refi_qda.records import (
    Aside,
    CodingMark,
    Selection,
    TextPart,
    Variable,
    VariableValue,
)

__all__ = ["TextRows", "WordCells"]

_NO_TEXT = "Its document is not in the file."
_WORDS = ("Preview", "Text", "CommentL")
_ONLY_PASSAGES = (
    "MAXQDA has locked the words of this document. Here is how each of its coded passages begins, "
    "a line each, in their order. A project that MAXQDA exports as REFI-QDA (.qdpx) has all words."
)
_TYPES = {1: "Integer", 4: "Float", 5: "Text", 8: "Boolean"}
_DOCUMENTS = 5  # the topic of documents in the table of fields
_OWN_COLUMNS = frozenset((
    "ID", "Idx", "GroupID", "State", "Type", "Text", "Name", "Date", "Codes", "Memos", "MemoID",
    "Author", "Size", "DocType", "MediaFileX", "MediaFile", "ScaleFactor", "CodesWndWidth",
    "ScrollPosPage", "ScrollPosX", "ScrollPosY", "SelPage", "SelX1", "SelY1", "SelX2", "SelY2",
    "ExtLink1", "ExtLink2", "ExtLink3", "RIS-TY", "RIS-AU", "RIS-TI", "RIS-ID", "RIS-PY", "Data",
    "CodTemp", "Data2", "PlainTextWin", "PlainTextMac", "GeoLinkID", "Color", "LastChgUser",
    "LastChgDate",
))  # fmt: skip


class WordCells:
    """The cells with the words of things: in a table of their own, or in the row itself.

    ``tables`` are those that were read for them.
    """

    def __init__(self, rows: ForeignRows) -> None:
        self._rows = rows
        self.tables: set[str] = set()

    def of(self, table: str, column: str) -> dict[int | None, Cell]:
        """The cells of a column, by the number of the thing; locked ones are told as left out."""
        beside = f"{table}_{column}_BLOBS"
        if beside not in self._rows.database.tables:
            return {row.whole("ID"): row.cell(column) for row in self._rows.database.rows(table)}
        self.tables.add(beside)
        found: dict[int | None, Cell] = {}
        for row in self._rows.take(beside):
            cell = row.cell("Value")
            found[row.whole("ID")] = cell
            if is_locked(cell):
                self._rows.leave(beside, "Its words are locked by MAXQDA.")
            else:
                self._rows.read(beside)
        return found


class TextRows:
    """The documents as they are read."""

    def __init__(self, rows: ForeignRows, cells: WordCells, memos: MemoRows) -> None:
        self._rows, self._memos = rows, memos
        self._texts = rows.numbered("Texts", rows.take("Texts"), "ID", without=_WORDS)
        for number, row in self._texts.items():
            rows.know("TextID", number, rows.guid("Texts", number, row.text("Date")))
        self._plain = [cells.of("Texts", each) for each in ("PlainTextWin", "PlainTextMac", "Text")]
        self._quotes = cells.of("Codings", "Text")
        self._codings: dict[int | None, list[Row]] = {}
        own = rows.numbered("Codings", rows.take("Codings"), "ID", without=_WORDS)
        for row in own.values():
            if row.whole("TextID") in self._texts:
                rows.read("Codings")
                self._codings.setdefault(row.whole("TextID"), []).append(row)
            else:
                rows.keep("Codings", row, _NO_TEXT, without=_WORDS)
        self._variables = self._read_variables()

    # -- variables ---------------------------------------------------------------------------

    @property
    def variables(self) -> tuple[Variable, ...]:
        """The variables that documents have."""
        return tuple(self._variables.values())

    def _read_variables(self) -> dict[str, Variable]:
        """The columns that a team added to the table of documents."""
        fields = {
            row.text("Source"): row
            for row in self._rows.database.rows("sys_Fields")
            if row.whole("TopicID") == _DOCUMENTS
        }
        found = {}
        for column in self._rows.database.tables.get("Texts", ()):
            if column in _OWN_COLUMNS:
                continue
            field = fields.get(column, Row(0, {}))
            found[column] = Variable(
                guid=self._rows.guid("sys_Fields", column),
                name=field.text("Name") or column,
                type=_TYPES.get(field.whole("Type") or 0, "Text"),
                description=field.text("Label") or None,
            )
        return found

    def _values(self, row: Row) -> tuple[VariableValue, ...]:
        return tuple(
            VariableValue(variable=variable.guid, type=variable.type, text=row.text(column))
            for column, variable in self._variables.items()
            if row.text(column)
        )

    # -- documents ---------------------------------------------------------------------------

    def read(self) -> tuple[TextPart, ...]:
        """All documents with their codings."""
        return tuple(self._text(number, row) for number, row in self._texts.items())

    def _text(self, number: int, row: Row) -> TextPart:
        self._rows.read("Texts")
        codings = self._codings.pop(number, [])
        text = self._words(number, [self._spot(each) for each in codings])
        if text.differing:
            self._rows.odd("quotes-differ", text.differing)
        pairs = zip(codings, text.places, strict=True)
        aside = aside_of(row, "ExtLink1", "ExtLink2", "ExtLink3", "RIS-AU", "RIS-TI", "RIS-PY")
        media = PureWindowsPath(row.text("MediaFileX") or "").name
        if media:
            said = {} if aside is None else aside.attributes
            aside = Aside({**said, "MediaFileX": media}, ())
        return TextPart(
            kind="TextSource",
            guid=self._rows.guid("Texts", number, row.text("Date")),
            name=row.text("Name"),
            description=None if text.is_whole else _ONLY_PASSAGES,
            content=text.words,
            selections=tuple(self._selection(each, place, text) for each, place in pairs),
            notes=self._memos.on_text(number),
            values=self._values(row),
            provenance=made_by(self._rows, row),
            aside=aside,
        )

    def _words(self, number: int | None, spots: list[Spot]) -> MexText:
        """The words of a document; where they are locked, those of its coded passages."""
        cells = [each.get(number) for each in self._plain]
        for cell in cells:
            words = text_of_cell(cell, self._rows.database.name)
            if words and words != "BLOB":
                return text_of_words(words, spots)
        if any(map(is_locked, cells)):
            self._rows.odd("words-locked")
        return text_of_passages(spots)

    def _spot(self, row: Row) -> Spot:
        begins = text_of_cell(self._quotes.get(row.whole("ID")), self._rows.database.name)
        if not begins or begins == "BLOB":
            begins = row.text("Preview")
        start, end = (_first_number(row, *each) for each in
                      (("SegPos1X", "StartChar"), ("SegPos2X", "FinishChar")))  # fmt: skip
        return Spot(start, end, begins or "")

    def _selection(self, row: Row, place: tuple[int, int] | None, text: MexText) -> Selection:
        number = row.whole("ID")
        made = made_by(self._rows, row)
        kept = aside_of(row, "Weight") if row.whole("Weight") else None
        mark = CodingMark(
            guid=self._rows.guid("Codings", number, row.text("Date")),
            code=self._rows.known("WordID", row.whole("WordID")),
            provenance=replace(made, modifier=None, modified=None),
            notes=(*self._memos.on_coding(number), *self._memos.comment(row, number)),
            aside=kept,
        )
        # Where it lay, for whoever has the words.
        aside = None if text.is_whole else aside_of(row, "SegPos1X", "SegPos2X")
        return Selection(
            kind="PlainTextSelection",
            guid=self._rows.guid("Codings", "selection", number, row.text("Date")),
            name=row.text("Preview") or None,
            place=place,
            codings=(mark,),
            provenance=made,
            aside=aside,
        )


def _first_number(row: Row, *columns: str) -> int | None:
    return next((each for each in map(row.whole, columns) if each is not None), None)
