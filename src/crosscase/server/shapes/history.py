"""The history: operations, what they changed, and what a merge left to settle."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Path, Query
from pydantic import BaseModel, Field, StringConstraints

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText
from crosscase.store.conflicts import StudyConflict
from crosscase.store.entity_history import ChangeEntry
from crosscase.store.history import OperationEntry
from crosscase.store.operation_details import OperationDetails

__all__ = [
    "AboutKind",
    "ChangeRow",
    "ChangedThing",
    "ConflictList",
    "ConflictRow",
    "ConflictSettled",
    "Day",
    "EntityHistory",
    "OperationAsked",
    "OperationLabel",
    "OperationPage",
    "OperationRow",
    "change_rows",
    "conflict_row",
    "operation_page",
    "operation_row",
]

_LABEL = r"^[0-9a-fA-F-]{4,36}:[0-9]{1,12}$"
OperationLabel = Annotated[str, Path(pattern=_LABEL, description="Such as 1a2b3c4d:7.")]
Day = Annotated[
    str, Query(pattern=r"^(19|20)\d{2}-\d{2}-\d{2}$", description="A day, such as 2026-03-02.")
]
AboutKind = Literal[
    "study", "source", "code", "coding", "coder", "case", "attribute", "memo", "link", "set",
    "query", "frame", "fieldwork", "release", "analysis", "finding", "undo",
]  # fmt: skip


class OperationRow(BaseModel):
    """One operation, as the history lists it."""

    operation: str
    wall_ms: int = Field(description="When, by the clock of who did it (ms since 1970).")
    person_id: str | None
    person: str | None
    sentence: str
    sentence_key: str
    undone: bool
    future: bool = Field(description="Whether that clock ran ahead of this one.")
    merge: int | None = Field(description="The merge that it came with.")
    changes: int = Field(description="How many things it changed.")


class Said(BaseModel):
    """What a field said before and after, shortened; null where nothing stood."""

    before: str | None
    after: str | None


class ChangedThing(BaseModel):
    """One thing that an operation changed."""

    kind: str
    id: str
    name: str
    fields: dict[str, Said]


class OperationPage(OperationRow):
    """One operation, with what it changed."""

    will_not_return: list[str] = Field(
        description="What undoing it would leave as it is, since it was changed later."
    )
    entities: int
    changed: list[ChangedThing] = Field(description="The first 200 of them.")


class ChangeRow(BaseModel):
    """One change of one thing; ``fields`` is null where its words were purged."""

    operation: str
    wall_ms: int
    person: str | None
    sentence: str
    fields: dict[str, str | None] | None
    undone: bool


class EntityHistory(BaseModel):
    """Every change of one thing, oldest first."""

    changes: list[ChangeRow]


class OperationAsked(Asked):
    """Which operation; your latest when none is named."""

    operation: Annotated[str, StringConstraints(pattern=_LABEL)] | None = None


class ConflictRow(BaseModel):
    """One thing for people to settle; ``shown`` is what shows meanwhile."""

    sort: str
    kind: str
    entity: str
    name: str
    sentence: str
    field: str | None
    shown: Any
    rivals: list[Any]
    shown_text: str | None = Field(description="What ``shown`` means, in words.")
    rival_texts: list[str | None]


class ConflictList(BaseModel):
    """Where people's work stands against each other."""

    conflicts: list[ConflictRow]


class ConflictSettled(Asked):
    """The value that a field shall have from now on: the one that shows, or a rival."""

    entity: IdText
    field: Annotated[str, StringConstraints(max_length=60)]
    value: Any


def operation_row(entry: OperationEntry) -> OperationRow:
    """An operation as the history lists it."""
    return OperationRow(
        operation=entry.operation,
        wall_ms=entry.wall_ms,
        person_id=entry.person_id,
        person=entry.person,
        sentence=entry.sentence,
        sentence_key=entry.sentence_key,
        undone=entry.undone,
        future=entry.future,
        merge=entry.merge,
        changes=entry.changes,
    )


def operation_page(details: OperationDetails) -> OperationPage:
    """An operation with what it changed."""
    return OperationPage(
        **operation_row(details.entry).model_dump(),
        will_not_return=list(details.will_not_return),
        entities=details.entities,
        changed=[
            ChangedThing(
                kind=each.kind,
                id=each.id,
                name=each.name,
                fields={
                    name: Said(before=said.before, after=said.after)
                    for name, said in each.fields.items()
                },
            )
            for each in details.changed
        ],
    )


def change_rows(entries: list[ChangeEntry]) -> list[ChangeRow]:
    """The changes of one thing."""
    return [
        ChangeRow(
            operation=each.operation,
            wall_ms=each.wall_ms,
            person=each.person,
            sentence=each.sentence,
            fields=None if each.fields is None else dict(each.fields),
            undone=each.undone,
        )
        for each in entries
    ]


def conflict_row(conflict: StudyConflict) -> ConflictRow:
    """A conflict as an answer has it."""
    return ConflictRow(
        sort=conflict.sort,
        kind=conflict.kind,
        entity=conflict.entity,
        name=conflict.name,
        sentence=conflict.sentence,
        field=conflict.field,
        shown=conflict.shown,
        rivals=list(conflict.rivals),
        shown_text=conflict.shown_text,
        rival_texts=list(conflict.rival_texts),
    )
