"""Cases, attributes and journals of QualCoder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from crosscase.formats.foreign_rows import ForeignRows, who_made
from crosscase.formats.foreign_sqlite import Row
from crosscase.formats.refi_qda.records import Case, TextPart, Variable, VariableValue
from crosscase.model.ids import Id

__all__ = ["CaseSources", "ValueRows", "read_cases", "read_journals"]

_TYPES = {"numeric": "Float", "character": "Text"}
_NO_SUBJECT = "What it belongs to is not in the file."


class CaseSources(Protocol):
    """Where cases lie in sources."""

    def place_case(self, row: Row) -> tuple[str, Id] | None:
        """What a row links a case to (sources or selections) and its GUID, if it is there."""
        ...


class ValueRows:
    """The attributes and their values, given out to what they belong to."""

    def __init__(self, rows: ForeignRows) -> None:
        self._rows = rows
        self._guids: dict[str, Id] = {}
        self._types: dict[str, str] = {}
        self.variables = tuple(self._variable(row) for row in rows.take("attribute_type"))
        self._waiting: dict[tuple[str, int | None], list[Row]] = {}
        for row in rows.take("attribute"):
            self._waiting.setdefault((row.text("attr_type") or "", row.whole("id")), []).append(row)

    def _variable(self, row: Row) -> Variable:
        name = row.text("name") or ""
        type_ = _TYPES.get(row.text("valuetype") or "", "Text")
        guid = self._rows.guid("attribute_type", name)
        self._guids[name], self._types[name] = guid, type_
        self._rows.read("attribute_type")
        return Variable(
            guid=guid, written=guid, name=name, type=type_, description=row.text("memo") or None
        )

    def of(self, kind: str, number: int | None) -> tuple[VariableValue, ...]:
        """What a file, case or journal has for its attributes."""
        found = []
        for row in self._waiting.pop((kind, number), ()):
            name = row.text("name") or ""
            if name not in self._guids:
                self._rows.keep("attribute", row, "Its attribute is not in the file.")
                continue
            words = row.text("value")
            found.append(
                VariableValue(
                    variable=self._guids[name],
                    type=self._types[name] if words else None,
                    text=words or None,
                )
            )
            self._rows.read("attribute")
        return tuple(found)

    def keep_unused(self) -> None:
        """Keep the values of what is not in the file."""
        for waiting in self._waiting.values():
            for row in waiting:
                self._rows.keep("attribute", row, _NO_SUBJECT)
        self._waiting.clear()


def read_cases(rows: ForeignRows, sources: CaseSources, values: ValueRows) -> tuple[Case, ...]:
    """The cases with their values, and the sources or passages that are theirs."""
    links: dict[int | None, list[Row]] = {}
    for row in rows.take("case_text"):
        links.setdefault(row.whole("caseid"), []).append(row)
    found = []
    for row in rows.take("cases"):
        number = row.whole("caseid")
        placed: Mapping[str, dict[Id, None]] = {"sources": {}, "selections": {}}
        for link in links.pop(number, ()):
            target = sources.place_case(link)
            if target is None:
                rows.keep("case_text", link, _NO_SUBJECT)
                continue
            rows.read("case_text")
            placed[target[0]][target[1]] = None
        guid = rows.guid("cases", *who_made(number, row))
        rows.user(row.text("owner"))
        rows.read("cases")
        found.append(
            Case(
                guid=rows.know("caseid", number, guid),
                name=row.text("name"),
                description=row.text("memo") or None,
                values=values.of("case", number),
                sources=tuple(placed["sources"]),
                selections=tuple(placed["selections"]),
            )
        )
    for left in links.values():
        for link in left:
            rows.keep("case_text", link, _NO_SUBJECT)
    return tuple(found)


def read_journals(rows: ForeignRows, values: ValueRows) -> None:
    """Journals become memos of the project."""
    for row in rows.take("journal"):
        number = row.whole("jid")
        rows.add_note(
            TextPart(
                kind="Note",
                guid=rows.guid("journal", *who_made(number, row)),
                name=row.text("name"),
                content=row.text("jentry") or "",
                values=values.of("journal", number),
                provenance=rows.made(row),
            )
        )
        rows.read("journal")
