"""How many elements of each kind stand inside another."""

from __future__ import annotations

from collections import Counter

from crosscase.formats.refi_qda import records

__all__ = ["parts_inside", "parts_of_source", "selection_parts"]


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
