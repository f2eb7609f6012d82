"""`crosscase approvals`: ethics and governance, with conditions, amendments and ends."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App

from crosscase.cli.field_records import (
    change_record,
    list_of,
    remove_record,
    restore_record,
    told,
)
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, given, says
from crosscase.cli.rendering import Answer

app = App(name="approvals")
ApprovalName = Annotated[str, says("The approval, by name or id.", "APPROVAL")]
Body = Annotated[str | None, says("Who gave it.")]
Reference = Annotated[str | None, says("Its reference.")]
Day = Annotated[str | None, says("The day on which it was given, such as 2026-03-02.")]
EndDay = Annotated[str | None, says("The last day that it covers.")]
RetentionDay = Annotated[str | None, says("The day until which data are kept.")]
Conditions = Annotated[str | None, says("On which conditions.")]
Amends = Annotated[str | None, says("The approval that this one amends.")]
Note = Annotated[str | None, says("A note.")]
_LISTED = {
    "approval": "name", "body": "body", "reference": "reference", "day": "day",
    "ends": "end_day", "data kept until": "retention_day", "amends": "amends",
    "conditions": "conditions",
}  # fmt: skip


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the approvals and their amendments by day."""
    with opened(study, common, reads=True) as work:
        found, names = work.approvals.all(), work.fieldwork.names()
    return list_of("approvals", found, names, _LISTED)


@app.command
def add(
    study: StudyPath,
    name: Annotated[str, says("What it is called.", "NAME")],
    /,
    *,
    body: Body = None,
    reference: Reference = None,
    day: Day = None,
    end_day: EndDay = None,
    retention_day: RetentionDay = None,
    conditions: Conditions = None,
    amends: Amends = None,
    note: Note = None,
    common: Common = COMMON,
) -> Answer:
    """Add an approval, or an amendment to one."""
    with opened(study, common) as work:
        made = work.approvals.add(
            name, body=body, reference=reference, day=day, end_day=end_day,
            retention_day=retention_day, conditions=conditions, amends=amends, note=note,
        )  # fmt: skip
        data = told(made, work.fieldwork.names())
    return Answer({"approval": data}, f"Added the approval “{made.name}”.")


@app.command
def change(
    study: StudyPath,
    approval: ApprovalName,
    /,
    *,
    name: Annotated[str | None, says("Another name.")] = None,
    body: Body = None,
    reference: Reference = None,
    day: Day = None,
    end_day: EndDay = None,
    retention_day: RetentionDay = None,
    conditions: Conditions = None,
    amends: Amends = None,
    note: Note = None,
    common: Common = COMMON,
) -> Answer:
    """Change what an approval says; an empty text ("") clears it."""
    fields = given(
        name=name, body=body, reference=reference, day=day, end_day=end_day,
        retention_day=retention_day, conditions=conditions, amends=amends, note=note,
    )  # fmt: skip
    with opened(study, common) as work:
        return change_record(work, work.approvals, approval, fields)


@app.command
def remove(study: StudyPath, approval: ApprovalName, /, *, common: Common = COMMON) -> Answer:
    """Hide an approval; `crosscase undo` or `restore` brings it back."""
    return remove_record(study, "approvals", approval, common)


@app.command
def restore(
    study: StudyPath,
    approval: Annotated[str, says("The removed approval, by name or id.", "APPROVAL")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed approval back."""
    return restore_record(study, "approvals", approval, common)
