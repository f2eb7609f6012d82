"""What was kept of a project of another tool, as the elements that it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from crosscase.exchange.refi_written import ExportPlan, WrittenText, known_time
from crosscase.formats.refi_qda.parts import PLACES
from crosscase.formats.refi_qda.records import CodingMark, Provenance, Selection, TextPart
from crosscase.model.ids import derived_id

__all__ = [
    "kept_codings",
    "kept_provenance",
    "kept_representation",
    "kept_selections",
    "still_merged",
]


def kept_provenance(plan: ExportPlan, said: Any) -> Provenance:
    """Who made and changed something, as far as they and the times are known."""
    known = said if isinstance(said, Mapping) else {}
    return Provenance(
        plan.of_file(known.get("creator")),
        known_time(known.get("created")),
        plan.of_file(known.get("modifier")),
        known_time(known.get("modified")),
    )


def kept_representation(plan: ExportPlan, said: Any) -> TextPart | None:
    """The words that a tool gave an area by itself."""
    if not isinstance(said, Mapping) or not _text(said, "kind"):
        return None
    said = plan.clean(said)
    guid = str(said.get("guid") or "")
    return TextPart(
        kind="Representation",
        guid=plan.free_guid(guid, derived_id("representation", guid, *map(str, said.values()))),
        name=_text(said, "name"),
        description=_text(said, "description"),
        content=_text(said, "content"),
        provenance=kept_provenance(plan, said.get("provenance")),
    )


def kept_codings(plan: ExportPlan, kept: Any) -> tuple[list[CodingMark], list[Any]]:
    """Codings that had no place, and those whose code is not there any more."""
    marks: list[CodingMark] = []
    left: list[Any] = []
    for each in kept if isinstance(kept, list) else ():
        mark = _mark(plan, each)
        if mark is None:
            left.append(each)
        else:
            marks.append(mark)
    return marks, left


def kept_selections(
    plan: ExportPlan, kept: Any, kinds: Iterable[str], text: WrittenText | None = None
) -> tuple[list[Selection], list[Any]]:
    """Selections that could not be placed, as far as they can stand in an element of these kinds.

    Args:
        plan: the export.
        kept: what was kept of them.
        kinds: of selections that the element may hold.
        text: the words that are written with them. What was kept without a place in them stays
            kept where its numbers would mark any of them: they were those of other words.

    Returns:
        The selections, and those that can only be kept.
    """
    allowed = set(kinds)
    made: list[Selection] = []
    left: list[Any] = []
    for each in kept if isinstance(kept, list) else ():
        found = _selection(plan, each, allowed)
        if found is None:
            left.append(each)
        elif text is None or not found.place:
            made.append(found)
        elif not each.get("unplaced"):
            made.append(replace(found, place=tuple(map(text.offset, found.place))))
        elif _has_words(found, text):
            left.append(each)
        else:
            made.append(found)
    return made, left


def still_merged(plan: ExportPlan, kept: Any, codes: Mapping[str, str]) -> list[Any]:
    """What is kept, without stretches of time whose coding was removed or is another one now.

    Args:
        plan: the export.
        kept: what was kept of selections.
        codes: the codes of the source's codings, by the id of the coding.
    """
    found: list[Any] = []
    for each in kept if isinstance(kept, list) else ():
        if not isinstance(each, Mapping) or not isinstance(each.get("merged"), list):
            found.append(each)
            continue
        pairs = zip(each.get("codings") or (), each["merged"], strict=False)
        marks = [
            mark
            for mark, coding in pairs
            if isinstance(mark, Mapping)
            and coding in codes
            and plan.of_file(mark.get("code")) == plan.guid(codes[coding])
        ]
        if marks:
            found.append({**each, "codings": marks})
    return found


def _has_words(selection: Selection, text: WrittenText) -> bool:
    """Whether its numbers would mark any words in this text."""
    ends = selection.place or ()
    return len(set(ends)) > 1 and text.holds(ends)


def _selection(plan: ExportPlan, said: Any, kinds: set[str]) -> Selection | None:
    if not isinstance(said, Mapping) or said.get("kind") not in kinds or said.get("aside"):
        return None
    said = plan.clean(said)
    kind = str(said["kind"])
    numbers = said.get("place")
    place = tuple(numbers) if isinstance(numbers, list) else None
    wanted = len(PLACES.get(kind, ()))
    if wanted and (
        place is None or len(place) != wanted or not all(type(each) is int for each in place)
    ):
        return None
    listed = said.get("codings")
    marks = listed if isinstance(listed, list) else []
    if any(not isinstance(each, Mapping) or _code(plan, each) is None for each in marks):
        return None
    guid = str(said.get("guid") or "")
    return Selection(
        kind=kind,
        guid=plan.free_guid(guid, derived_id("selection", guid, kind, str(place))),
        name=_text(said, "name"),
        place=place if wanted else None,
        from_sync=_text(said, "from_sync"),
        to_sync=_text(said, "to_sync"),
        description=_text(said, "description"),
        text=kept_representation(plan, said.get("text")) if kind == "PDFSelection" else None,
        codings=tuple(mark for each in marks if (mark := _mark(plan, each)) is not None),
        notes=_notes(plan, said),
        provenance=kept_provenance(plan, said.get("provenance")),
    )


def _code(plan: ExportPlan, said: Mapping[str, Any]) -> str | None:
    return None if said.get("aside") else plan.of_file(said.get("code"))


def _mark(plan: ExportPlan, said: Any) -> CodingMark | None:
    if not isinstance(said, Mapping) or _code(plan, said) is None:
        return None
    guid = str(said.get("guid") or "")
    made = kept_provenance(plan, said.get("provenance"))
    return CodingMark(
        guid=plan.free_guid(guid, derived_id("coding", guid, str(said.get("code")))),
        code=_code(plan, said),
        provenance=Provenance(made.creator, made.created),
        notes=_notes(plan, said),
    )


def _notes(plan: ExportPlan, said: Mapping[str, Any]) -> tuple[str, ...]:
    listed = said.get("notes")
    found = [plan.of_file(each) for each in listed] if isinstance(listed, list) else []
    return tuple(each for each in found if each is not None)


def _text(said: Mapping[str, Any], name: str) -> str | None:
    value = said.get(name)
    return value if isinstance(value, str) and value else None
