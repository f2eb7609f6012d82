"""requal projects: a SQLite file with one project or several, its documents as plain text.

requal counts characters from 1, and the last one belongs to a segment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crosscase.formats.foreign_choice import chosen_project
from crosscase.formats.foreign_project import ForeignProject
from crosscase.formats.foreign_quotes import check_quotes
from crosscase.formats.foreign_rows import hex_colour
from crosscase.formats.foreign_sqlite import ForeignDatabase, Row
from crosscase.formats.project_files import ProjectFiles
from crosscase.formats.refi_qda.offsets import CountedText, Marked
from crosscase.formats.refi_qda.records import (
    Case,
    Code,
    CodingMark,
    MemberSet,
    Project,
    Provenance,
    Selection,
    TextPart,
    Variable,
    VariableValue,
)
from crosscase.formats.requal.rows import RequalRows
from crosscase.model.ids import Id

__all__ = ["read", "recognises"]

_TOOL = "requal"
_HISTORY = "crosscase keeps its own history."
_SUBJECTS = ("document", "case")
_TYPES = {"numeric": "Float", "number": "Float", "logical": "Boolean"}
_MOST_LIGHT = 255
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\b[^)]*\)", re.IGNORECASE)


def recognises(database: ForeignDatabase) -> bool:
    """Whether a database is one of requal."""
    return database.has(
        projects=("project_id", "project_name"),
        documents=("doc_id", "project_id", "doc_text"),
        codes=("code_id", "code_name"),
        segments=("segment_id", "doc_id", "code_id", "segment_start", "segment_end"),
    )


def read(
    database: ForeignDatabase, files: ProjectFiles, project: str | None = None
) -> ForeignProject:
    """Read one project of a requal file; ``project`` names it where there are several.

    Args:
        database: its tables, opened by `open_foreign_database`.
        files: its name alone: the tool keeps no files beside it.
        project: which one is meant; needed where the file holds several.

    Returns:
        The project, with places as code points over each text (half-open), and of each
        table of the tool how many rows were read, kept aside or left out.

    Raises:
        MistakeOfUse: there are several, and none of them is named.
        NotFound: there is none of that name.
    """
    about = chosen_project(database.rows("projects"), "project_name", project, files.name)
    reader = _Reader(database, about)
    rows = reader.rows
    reader.memos()
    codes = reader.codes()
    sets, variables = reader.sets(), reader.variables()
    sources, cases = reader.documents(), reader.cases()
    users, version = rows.people(), reader.finish()
    held = Project(
        kind="project",
        name=about.text("project_name") or "",
        origin="requal",
        description=about.text("project_description") or None,
        provenance=Provenance(None, rows.time(about.text("created_at"))),
        users=users,
        codes=codes,
        variables=variables,
        cases=cases,
        sources=sources,
        notes=rows.notes,
        sets=sets,
        oddities=rows.oddities(),
    )
    name = f"requal project, version {version}"
    return ForeignProject(name, held, files, rows.tables(), rows.kept())


class _Reader:
    """The tables of one project, read one after another."""

    def __init__(self, database: ForeignDatabase, about: Row) -> None:
        self.rows = RequalRows(database, about)
        self._attributes: dict[int, str] = {}
        self._values: dict[int, Row] = {}

    # -- memos -------------------------------------------------------------------------------

    def memos(self) -> None:
        """Memos are notes; what each hangs on is told by tables of pairs."""
        places = self.rows.first_places()
        own = self.rows.numbered("memos", self.rows.own("memos"), "memo_id")
        for number, row in own.items():
            words = row.text("text") or ""
            guid = self.rows.know_row("memos", "memo_id", number, row, *places.get(number, ()))
            note = TextPart(kind="Note", guid=guid, content=words, provenance=self.rows.made(row))
            self.rows.add_note(note)
            self.rows.read("memos")

    def _notes_on(self, table: str, column: str) -> dict[int | None, list[Row]]:
        return self.rows.pairs(table, column, "memo_id")

    def _guids(self, pairs: Iterable[Row], column: str) -> tuple[Id, ...]:
        """What the pairs of one thing name, each once."""
        found = (self.rows.known(column, row.whole(column)) for row in pairs)
        return tuple(dict.fromkeys(each for each in found if each is not None))

    # -- codes -------------------------------------------------------------------------------

    def codes(self) -> tuple[Code, ...]:
        """The codes; requal has no code below another."""
        own = self.rows.known_rows("codes", "code_id")
        notes = self._notes_on("memos_codes_map", "code_id")
        found = []
        for number, row in own.items():
            self.rows.person(row)
            self.rows.read("codes")
            found.append(
                Code(
                    guid=self.rows.guid_of("code_id", number),
                    name=row.text("code_name"),
                    colour=self._colour(row.text("code_color")),
                    description=row.text("code_description") or None,
                    notes=self._guids(notes.get(number, ()), "memo_id"),
                )
            )
        return tuple(found)

    def _colour(self, written: str | None) -> str | None:
        match = _RGB.fullmatch((written or "").strip())
        parts = [int(each) for each in match.groups()] if match else []
        if parts and max(parts) <= _MOST_LIGHT:
            return "#" + "".join(f"{each:02X}" for each in parts)
        found = hex_colour(written)
        if found is None and (written or "").strip():
            self.rows.odd("colour-unreadable")
        return found

    def sets(self) -> tuple[MemberSet, ...]:
        """Categories are sets of codes: a code may be in several."""
        own = self.rows.known_rows("categories", "category_id")
        members = self.rows.pairs("categories_codes_map", "category_id", "code_id")
        found = []
        for number, row in own.items():
            self.rows.person(row)
            self.rows.read("categories")
            codes = self._guids(members.get(number, ()), "code_id")
            found.append(
                MemberSet(
                    guid=self.rows.guid_of("category_id", number),
                    name=row.text("category_name"),
                    description=row.text("category_description") or None,
                    members=tuple(("MemberCode", each) for each in codes),
                )
            )
        return tuple(found)

    # -- attributes --------------------------------------------------------------------------

    def variables(self) -> tuple[Variable, ...]:
        """The attributes of documents and cases; those of people have no place and are kept."""
        found = []
        own = self.rows.numbered("attributes", self.rows.own("attributes"), "attribute_id")
        for number, row in own.items():
            if row.text("attribute_object") not in _SUBJECTS:
                self.rows.keep("attributes", row)
                continue
            self.rows.read("attributes")
            guid = self.rows.know_row("attributes", "attribute_id", number, row)
            type_ = _TYPES.get((row.text("attribute_type") or "").casefold(), "Text")
            self._attributes[number] = type_
            found.append(Variable(guid=guid, name=row.text("attribute_name"), type=type_))
        self._values = self.rows.known_rows("attribute_values", "attribute_value_id")
        for row in self._values.values():
            if row.whole("attribute_id") in self._attributes:
                self.rows.read("attribute_values")
            else:
                self.rows.keep("attribute_values", row)
        return tuple(found)

    def _values_of(self, pairs: Iterable[Row]) -> tuple[VariableValue, ...]:
        found = {}
        for row in pairs:
            number = row.whole("attribute_id")
            variable = self.rows.known("attribute_id", number)
            value = self._values.get(row.whole("attribute_value_id") or 0)
            words = None if value is None else value.text("value")
            if variable is not None and number is not None:
                type_ = self._attributes[number] if words else None
                found[variable] = VariableValue(variable=variable, type=type_, text=words or None)
        return tuple(found.values())

    # -- documents ---------------------------------------------------------------------------

    def documents(self) -> tuple[TextPart, ...]:
        """The documents with their segments and memos."""
        own = self.rows.known_rows("documents", "doc_id")
        segments = self._segments()
        notes = self._notes_on("memos_documents_map", "doc_id")
        values = self.rows.pairs("attributes_documents_map", "doc_id", "attribute_id")
        found = []
        for number, row in own.items():
            self.rows.read("documents")
            placed = [each for each in notes.get(number, ()) if _place(each, "memo") is not None]
            whole = [each for each in notes.get(number, ()) if each not in placed]
            found.append(
                TextPart(
                    kind="TextSource",
                    guid=self.rows.guid_of("doc_id", number),
                    name=row.text("doc_name"),
                    description=row.text("doc_description") or None,
                    content=row.text("doc_text") or "",
                    selections=(*segments.get(number, ()), *map(self._noted, placed)),
                    notes=self._guids(whole, "memo_id"),
                    values=self._values_of(values.get(number, ())),
                    provenance=self.rows.made(row),
                )
            )
        self._check(found)
        return tuple(found)

    def _segments(self) -> dict[int | None, list[Selection]]:
        own = self.rows.known_rows("segments", "segment_id")
        notes = self._notes_on("memos_segments_map", "segment_id")
        found: dict[int | None, list[Selection]] = {}
        for number, row in own.items():
            document = row.whole("doc_id")
            if self.rows.known("doc_id", document) is None:
                self.rows.lose("segments", row)
                continue
            self.rows.read("segments")
            guid = self.rows.guid_of("segment_id", number)
            mark = CodingMark(
                guid=self.rows.guid("coding", guid),
                code=self.rows.known("code_id", row.whole("code_id")),
                provenance=self.rows.made(row),
                notes=self._guids(notes.get(number, ()), "memo_id"),
            )
            found.setdefault(document, []).append(
                Selection(
                    kind="PlainTextSelection",
                    guid=guid,
                    name=row.text("segment_text"),
                    place=_place(row, "segment"),
                    codings=(mark,),
                )
            )
        return found

    def _noted(self, row: Row) -> Selection:
        """A memo on words that are not coded."""
        return Selection(
            kind="PlainTextSelection",
            guid=self.rows.guid(
                "memos_documents_map",
                self.rows.known("memo_id", row.whole("memo_id")),
                self.rows.known("doc_id", row.whole("doc_id")),
            ),
            place=_place(row, "memo"),
            notes=self._guids([row], "memo_id"),
        )

    def _check(self, documents: Sequence[TextPart]) -> None:
        """Tell of segments that read otherwise than their noted words."""
        texts = [
            (
                CountedText(each.content or ""),
                [Marked(*one.place, one.name) for one in each.selections
                 if one.place is not None and len(one.place) == 2],
            )
            for each in documents
        ]  # fmt: skip
        _, differing = check_quotes(texts, _TOOL)
        if differing:
            self.rows.odd("quotes-differ", differing)

    # -- cases -------------------------------------------------------------------------------

    def cases(self) -> tuple[Case, ...]:
        """The cases with their documents and values."""
        own = self.rows.known_rows("cases", "case_id")
        documents = self.rows.pairs("cases_documents_map", "case_id", "doc_id")
        values = self.rows.pairs("attributes_cases_map", "case_id", "attribute_id")
        found = []
        for number, row in own.items():
            self.rows.read("cases")
            found.append(
                Case(
                    guid=self.rows.guid_of("case_id", number),
                    name=row.text("case_name"),
                    description=row.text("case_description") or None,
                    values=self._values_of(values.get(number, ())),
                    sources=self._guids(documents.get(number, ()), "doc_id"),
                )
            )
        return tuple(found)

    def finish(self) -> str:
        """Account for what is left; the version of requal that wrote the file."""
        self.rows.leave("logs", _HISTORY, len(self.rows.own("logs")))
        versions = self.rows.own("requal_version")
        self.rows.read("requal_version", len(versions))
        self.rows.keep_rest()
        return next((row.text("version") or "" for row in versions), "") or "unknown"


def _place(row: Row, what: str) -> tuple[int, int] | None:
    """From where to where, counted from 0 and without the last; None when a number is missing."""
    start, end = row.whole(f"{what}_start"), row.whole(f"{what}_end")
    return None if start is None or end is None else (start - 1, end)
