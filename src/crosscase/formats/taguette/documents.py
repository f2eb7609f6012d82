"""Documents of Taguette with their highlights, and which tags these have."""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.formats.foreign_rows import ForeignRows, aside_of
from crosscase.formats.foreign_sqlite import Row
from crosscase.formats.refi_qda.records import CodingMark, Provenance, Selection, TextPart
from crosscase.formats.taguette.history import Done, TagHistory
from crosscase.formats.taguette.words import HtmlWords, plain

__all__ = ["DocumentRows"]

_NO_DOCUMENT = "Its document is not in this project."
_NO_HIGHLIGHT = "Its highlight is not in this project."
_LEFT_TO_RIGHT = "LEFT_TO_RIGHT"


class DocumentRows:
    """The documents of one project, read one after another."""

    def __init__(self, rows: ForeignRows, documents: Sequence[Row], history: TagHistory) -> None:
        self._rows, self._history = rows, history
        self._documents = rows.numbered("documents", documents, "id", without=("contents",))
        own = [row for row in rows.take("highlights")
               if row.whole("document_id") in self._documents]  # fmt: skip
        rows.leave("highlights", _NO_DOCUMENT, len(rows.take("highlights")) - len(own))
        known = rows.numbered("highlights", own, "id", without=("snippet",))
        rows.read("highlights", len(known))
        self._highlights: dict[int | None, list[Row]] = {}
        for row in known.values():
            self._highlights.setdefault(row.whole("document_id"), []).append(row)
        self._tags: dict[int | None, list[int | None]] = {}
        for row in rows.take("highlight_tags"):
            number = row.whole("highlight_id")
            if number in known:
                self._tags.setdefault(number, []).append(row.whole("tag_id"))
                rows.read("highlight_tags")
            else:
                rows.leave("highlight_tags", _NO_HIGHLIGHT)

    def read(self) -> tuple[TextPart, ...]:
        """All documents with what is in them."""
        return tuple(self._document(number, row) for number, row in self._documents.items())

    def _document(self, number: int, row: Row) -> TextPart:
        self._rows.read("documents")
        words = HtmlWords(row.text("contents") or "")
        direction = row.text("text_direction")
        kept = ("filename",) if direction == _LEFT_TO_RIGHT else ("filename", "text_direction")
        return TextPart(
            kind="TextSource",
            guid=self._rows.guid("documents", number, row.text("created")),
            name=row.text("name"),
            description=row.text("description") or None,
            content=words.text,
            selections=tuple(
                self._selection(each, words) for each in self._highlights.pop(number, ())
            ),
            provenance=self._made(self._history.document(number), row.text("created")),
            aside=aside_of(row, *kept),
        )

    def _selection(self, row: Row, words: HtmlWords) -> Selection:
        number = row.whole("id")
        place = self._place(row, words)
        done = self._history.highlight(number)
        first = self._history.made("highlight", number)
        return Selection(
            kind="PlainTextSelection",
            guid=self._rows.guid("highlights", number, row.whole("document_id"), *first),
            name=None if place is None else words.text[slice(*place)],
            place=place,
            codings=tuple(
                CodingMark(
                    guid=self._rows.guid("highlight_tags", number, tag, *first),
                    code=self._rows.known("tag_id", tag),
                    provenance=self._made(self._history.tag(number, tag)),
                )
                for tag in dict.fromkeys(self._tags.get(number, ()))
            ),
            provenance=self._made(done),
        )

    def _place(self, row: Row, words: HtmlWords) -> tuple[int, int] | None:
        """Where a highlight lies: by its bytes, or where the words that were noted stand once."""
        start, end = row.whole("start_offset"), row.whole("end_offset")
        span = None if start is None or end is None else words.span(start, end)
        noted = plain(HtmlWords(row.text("snippet") or "").text)
        if span is None or not noted or plain(words.text[slice(*span)]) == noted:
            return span
        found = words.find(noted)
        self._rows.odd("quotes-differ" if found is None else "quotes-moved")
        return found or span

    def _made(self, done: Done, date: str | None = None) -> Provenance:
        return Provenance(self._rows.user(done.login), self._rows.time(done.date or date))
