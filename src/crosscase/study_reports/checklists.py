"""Reporting checklists filled from the study, with what people answered of the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crosscase.coding.named_things import checked_text
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft
from crosscase.model.ids import derived_id
from crosscase.model.nouns import Setting
from crosscase.report.checklists.checklist import (
    Answer,
    Checklist,
    FilledChecklist,
    FilledItem,
)
from crosscase.report.document import Cover
from crosscase.report.sections import Section, SectionedDocument
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, made
from crosscase.study_reports.known import Known
from crosscase.study_reports.told import TOLD

__all__ = ["answer_items", "checklist_document", "fill_checklist", "given_answers"]

_MOST_CHARS = 10_000
_NOBODY_SAID = "Not answered yet."


def _key(checklist: Checklist, number: int) -> str:
    return f"checklist.{checklist.key}.{number}"


def given_answers(reading: Reading, checklist: Checklist) -> dict[int, Answer]:
    """What people answered, by the number of the item; of all items."""
    held = {each.key: each.value for each in reading.all(Setting)}
    return {
        each.number: Answer.of(held.get(_key(checklist, each.number))) for each in checklist.items
    }


def fill_checklist(known: Known, checklist: Checklist) -> FilledChecklist:
    """Every item with what the study knows of it and what somebody answered."""
    answers = given_answers(known.reading, checklist)
    told: dict[str, tuple[str, ...]] = {
        name: tuple(TOLD[name](known))
        for name in dict.fromkeys(each.told_by for each in checklist.items)
        if name is not None
    }
    items = tuple(
        FilledItem(each, told.get(each.told_by or "", ()), answers[each.number])
        for each in checklist.items
    )
    return FilledChecklist(checklist, items)


def answer_items(
    session: Session, checklist: Checklist, answers: Mapping[int, Mapping[str, Any]]
) -> Recorded | None:
    """Answer items by their numbers; what an answer leaves out stays, None clears it."""
    wanted = {checklist.item(number).number: _checked(given) for number, given in answers.items()}

    def decide(reading: Reading) -> Draft | None:
        held = {each.key: each.value for each in reading.all(Setting)}
        changes = []
        for number, given in sorted(wanted.items()):
            key = _key(checklist, number)
            value = {**Answer.of(held.get(key)).to_plain(), **given}
            if Answer.of(held.get(key)).to_plain() != value:
                id_ = derived_id(session.study_id, "setting", key)
                changes.append(made(Setting, id_, fresh=False, key=key, value=value))
        if not changes:
            return None
        return Draft("answers.given", {"n": len(changes)}, tuple(changes))

    return session.record(decide)


def _checked(given: Mapping[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name, value in given.items():
        if name == "applies":
            told[name] = bool(value)
            continue
        text = " ".join(checked_text(value).split()) if value else None
        if text is not None and len(text) > _MOST_CHARS:
            raise MistakeOfUse(
                "This answer is longer than a paragraph.",
                slug="too-long",
                hint=f"Say it in at most {_MOST_CHARS:,} characters.",
            )
        told[name] = text or None
    return told


def checklist_document(cover: Cover, filled: FilledChecklist) -> SectionedDocument:
    """A filled checklist for a journal: item, what is reported, and where it stands."""
    checklist = filled.checklist
    counts = ", ".join(f"{n} {name}" for name, n in filled.counts().items() if n)
    parts = list(dict.fromkeys(each.item.part for each in filled.items))
    sections = [
        Section("About this checklist", (
            f"{checklist.title}. {checklist.citation}. The items are told in our own words.",
            f"{len(filled.items)} items: {counts}.",
        ))
    ]  # fmt: skip
    for part in parts:
        rows = [
            (each.item.number, f"{each.item.name}: {each.item.asks}", _reported(each),
             each.answer.place or "")
            for each in filled.items
            if each.item.part == part
        ]  # fmt: skip
        sections.append(Section(part, (), ("no.", "item", "reported", "where"), rows))
    return SectionedDocument(cover, f"{checklist.name} checklist", sections)


def _reported(each: FilledItem) -> str:
    if each.standing == "not applicable":
        return f"Does not apply. {each.answer.text or ''}".strip()
    return each.says or _NOBODY_SAID
