"""How many elements of each kind stand inside another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from crosscase.formats.refi_qda import records

__all__ = [
    "elements_of",
    "marks_of",
    "parts_inside",
    "parts_of_source",
    "selection_parts",
    "unknown_inside",
]


def parts_inside(part: records.TextPart) -> Counter[str]:
    """How many elements of each kind stand inside a text, itself not counted."""
    found: Counter[str] = Counter()
    for selection in part.selections:
        found += selection_parts(selection)
    found["Coding"] += len(part.codings)
    found["VariableValue"] += len(part.values)
    found["NoteRef"] += len(part.notes) + sum(len(each.notes) for each in part.codings)
    return found


def selection_parts(selection: records.Selection) -> Counter[str]:
    """How many elements of each kind a selection holds, itself counted too."""
    found: Counter[str] = Counter({selection.kind: 1, "Coding": len(selection.codings)})
    found["NoteRef"] += len(selection.notes) + sum(len(each.notes) for each in selection.codings)
    if selection.text is not None:
        found += Counter({selection.text.kind: 1}) + parts_inside(selection.text)
    return found


def parts_of_source(
    source: records.TextPart | records.FileSource | records.Transcript, kind: str
) -> Counter[str]:
    """How many elements of each kind a source holds, itself counted too."""
    found: Counter[str] = Counter({kind: 1})
    if isinstance(source, records.TextPart):
        return found + parts_inside(source)
    for selection in source.selections:
        found += selection_parts(selection)
    found["NoteRef"] += len(source.notes)
    if isinstance(source, records.Transcript):
        found["SyncPoint"] += len(source.sync_points)
        return found
    found["Coding"] += len(source.codings)
    found["NoteRef"] += sum(len(each.notes) for each in source.codings)
    found["VariableValue"] += len(source.values)
    if source.text is not None:
        found += Counter({source.text.kind: 1}) + parts_inside(source.text)
    for transcript in source.transcripts:
        found += parts_of_source(transcript, "Transcript")
    return found


def unknown_inside(record: Any) -> int:
    """How many elements that the standard does not name stand inside something, at any depth."""
    found, ahead = 0, [record]
    while ahead:
        at = ahead.pop()
        if isinstance(at, records.Aside):
            found += len(at.elements)
        elif is_dataclass(at):
            ahead += (getattr(at, each.name) for each in fields(at))
        elif isinstance(at, tuple):
            ahead += at
    return found


def marks_of(project: records.Project) -> Iterator[records.CodingMark]:
    """All codings that stand in the sources of a project."""
    ahead: list[records.TextPart | records.FileSource | records.Transcript] = [*project.sources]
    while ahead:
        part = ahead.pop()
        for selection in part.selections:
            yield from selection.codings
        if not isinstance(part, records.Transcript):
            yield from part.codings
        if isinstance(part, records.FileSource):
            ahead += part.transcripts
            ahead += [part.text] if part.text is not None else []


def elements_of(project: records.Project) -> dict[str, int]:
    """How many elements of each kind a project holds, for one that was not read from XML."""
    found: Counter[str] = Counter()
    found["NoteRef"] += len(project.note_refs)
    found["User"] += len(project.users)
    found["Variable"] += len(project.variables)
    for code in project.every_code():
        found["Code"] += 1
        found["NoteRef"] += len(code.notes)
    for case in project.cases:
        found["Case"] += 1
        found["CodeRef"] += len(case.codes)
        found["SourceRef"] += len(case.sources)
        found["SelectionRef"] += len(case.selections)
        found["VariableValue"] += len(case.values)
    for source in (*project.sources, *project.notes):
        found.update(parts_of_source(source, source.kind))
    for link in project.links:
        found["Link"] += 1
        found["NoteRef"] += len(link.notes)
    for group in project.sets:
        found["Set"] += 1
        found.update(kind for kind, _ in group.members)
    for graph in project.graphs:
        found.update({"Graph": 1, "Vertex": len(graph.vertices), "Edge": len(graph.edges)})
    return {kind: count for kind, count in sorted(found.items()) if count}
