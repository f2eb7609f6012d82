"""Cases, attributes and journals of RQDA."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from crosscase.formats.foreign_sqlite import Row
from crosscase.formats.refi_qda.records import Case, Selection, TextPart, Variable, VariableValue
from crosscase.formats.rqda.rows import RqdaRows, place_of
from crosscase.formats.rqda.sources import RqdaSource
from crosscase.model.ids import Id

__all__ = ["read_cases", "read_journals", "read_values", "read_variables"]

_TYPES = {"numeric": "Float"}


def read_variables(rows: RqdaRows) -> dict[str, Variable]:
    """The attributes by name."""
    found = {}
    for row in rows.living("attributes"):
        name = row.text("name") or ""
        rows.read("attributes")
        guid = rows.guid("attributes", name)
        found[name] = Variable(
            guid=guid,
            written=guid,
            name=name,
            type=_TYPES.get(row.text("class") or "", "Text"),
            description=row.text("memo") or None,
        )
    return found


def read_values(
    rows: RqdaRows,
    table: str,
    column: str,
    variables: Mapping[str, Variable],
    subjects: Collection[int],
) -> dict[int, tuple[VariableValue, ...]]:
    """What cases or files have for attributes, by the number of each."""
    found: dict[int, list[VariableValue]] = {}
    for row in rows.living(table):
        variable, subject = variables.get(row.text("variable") or ""), row.whole(column)
        if variable is None or subject is None or subject not in subjects:
            rows.lose(table, row)
            continue
        rows.read(table)
        words = row.text("value") or None
        value = VariableValue(
            variable=variable.guid, type=variable.type if words else None, text=words
        )
        found.setdefault(subject, []).append(value)
    return {subject: tuple(values) for subject, values in found.items()}


def read_cases(
    rows: RqdaRows, sources: Mapping[int, RqdaSource], variables: Mapping[str, Variable]
) -> tuple[Case, ...]:
    """The cases with their values, and the sources or stretches of them that are theirs."""
    cases = rows.living_numbered("cases", "id")
    rows.read("cases", len(cases))
    values = read_values(rows, "caseAttr", "caseID", variables, cases)
    wholes: dict[int, dict[Id, None]] = {number: {} for number in cases}
    parts: dict[int, dict[Id, None]] = {number: {} for number in cases}
    for row in rows.living("caselinkage"):
        source, number = sources.get(row.whole("fid") or 0), row.whole("caseid")
        if source is None or number is None or number not in cases:
            rows.lose("caselinkage", row)
            continue
        rows.read("caselinkage")
        _link(rows, row, source, wholes[number], parts[number])
    found = []
    for number, row in cases.items():
        rows.user(row.text("owner"))
        found.append(
            Case(
                guid=rows.guid("cases", number, row.text("name")),
                name=row.text("name"),
                description=row.text("memo") or None,
                values=values.get(number, ()),
                sources=tuple(wholes[number]),
                selections=tuple(parts[number]),
            )
        )
    return tuple(found)


def _link(
    rows: RqdaRows, row: Row, source: RqdaSource, wholes: dict[Id, None], parts: dict[Id, None]
) -> None:
    """A case that is linked to all words of a source is linked to the source."""
    place = place_of(row)
    said = (row.whole("caseid"), row.whole("fid"), *(place or ()))
    notes = rows.note("caselinkage", row, row.text("memo"), *said)
    if place is None or source.is_all(place):
        source.notes += notes
        wholes[source.guid] = None
        return
    guid = rows.guid("caselinkage", *said)
    if guid not in parts or notes:
        source.selections.append(
            Selection(
                kind="PlainTextSelection",
                guid=guid,
                place=place,
                notes=notes,
                provenance=rows.made(row),
            )
        )
    parts[guid] = None


def read_journals(rows: RqdaRows) -> None:
    """Journals become memos of the project."""
    for row in rows.living("journal"):
        rows.add_note(
            TextPart(
                kind="Note",
                guid=rows.guid("journal", row.text("name"), row.text("date")),
                name=row.text("name"),
                content=row.text("journal") or "",
                provenance=rows.made(row),
            )
        )
        rows.read("journal")
