"""Sources of RQDA with their codings and annotations."""

from __future__ import annotations

from dataclasses import dataclass, field

from crosscase.formats.foreign_quotes import check_quotes
from crosscase.formats.foreign_sqlite import Row
from crosscase.formats.refi_qda.offsets import CountedText, Marked
from crosscase.formats.refi_qda.records import CodingMark, Selection, TextPart, VariableValue
from crosscase.formats.rqda.rows import RqdaRows, place_of
from crosscase.model.ids import Id

__all__ = ["RqdaSource", "read_annotations", "read_codings", "read_sources", "warn_of_quotes"]

_CODINGS = ("coding", "coding2")


@dataclass
class RqdaSource:
    """A source as it is read: its row, its words, and what lies in it so far."""

    row: Row
    guid: Id
    words: str
    selections: list[Selection] = field(default_factory=list)
    notes: list[Id] = field(default_factory=list)

    def part(self, rows: RqdaRows, values: tuple[VariableValue, ...]) -> TextPart:
        """The source with all that lies in it."""
        return TextPart(
            kind="TextSource",
            guid=self.guid,
            name=self.row.text("name"),
            description=self.row.text("memo") or None,
            content=self.words,
            selections=tuple(self.selections),
            notes=tuple(self.notes),
            values=values,
            provenance=rows.made(self.row),
        )

    def is_all(self, place: tuple[int, int]) -> bool:
        """Whether a place is the whole text, but for a character that R may not count."""
        return place[0] <= 0 and place[1] >= len(self.words) - 1


def read_sources(rows: RqdaRows) -> dict[int, RqdaSource]:
    """The sources by their numbers."""
    found = {}
    for number, row in rows.living_numbered("source", "id").items():
        guid = rows.guid("source", number, row.text("name"), row.text("date"))
        found[number] = RqdaSource(row, guid, row.text("file") or "")
        rows.read("source")
    return found


def read_codings(rows: RqdaRows, sources: dict[int, RqdaSource]) -> None:
    """Put the codings into their sources."""
    for table in _CODINGS:
        for row in rows.living(table):
            source = sources.get(row.whole("fid") or 0)
            code = rows.known("cid", row.whole("cid"))
            if source is None or code is None:
                rows.lose(table, row)
                continue
            place = place_of(row)
            # RQDA numbers no codings: what one says is what it is.
            said = (row.whole("cid"), row.whole("fid"), *(place or ()), row.text("owner"),
                    row.text("date"))  # fmt: skip
            mark = CodingMark(
                guid=rows.guid(table, "coding", *said),
                code=code,
                provenance=rows.made(row),
                notes=rows.note(table, row, row.text("memo"), *said),
            )
            source.selections.append(
                Selection(
                    kind="PlainTextSelection",
                    guid=rows.guid(table, *said),
                    name=row.text("seltext") or None,
                    place=place,
                    codings=(mark,),
                    provenance=rows.made(row),
                )
            )
            rows.read(table)


def read_annotations(rows: RqdaRows, sources: dict[int, RqdaSource]) -> None:
    """An annotation stands at one place; it becomes a memo on the rest of that line."""
    for row in rows.living("annotation"):
        source, at = sources.get(row.whole("fid") or 0), row.rounded("position")
        if source is None:
            rows.lose("annotation", row)
            continue
        said = (row.whole("fid"), at, row.text("owner"), row.text("date"))
        notes = rows.note("annotation", row, row.text("annotation"), *said)
        if at is None or not source.words:
            source.notes += notes
        else:
            source.selections.append(
                Selection(
                    kind="PlainTextSelection",
                    guid=rows.guid("annotation", *said),
                    place=_line_from(source.words, at),
                    notes=notes,
                    provenance=rows.made(row),
                )
            )
        rows.read("annotation")


def _line_from(words: str, at: int) -> tuple[int, int]:
    """From a place to the end of its line, or the character before the place."""
    start = min(max(at, 0), len(words))
    end = words.find("\n", start)
    end = len(words) if end < 0 else end
    return (start, end) if start < end else (max(start - 1, 0), max(start, 1))


def warn_of_quotes(rows: RqdaRows, sources: dict[int, RqdaSource], origin: str) -> None:
    """Tell of codings whose words are not those that RQDA has noted."""
    texts = [
        (
            CountedText(each.words),
            [Marked(at.place[0], at.place[1], at.name) for at in each.selections if at.place],
        )
        for each in sources.values()
    ]
    _, differing = check_quotes(texts, origin)
    if differing:
        rows.odd("quotes-differ", differing)
