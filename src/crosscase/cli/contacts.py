"""`crosscase contacts`: each attempt to reach a participant, and what came of it."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import App

from crosscase.cli.field_records import (
    Person,
    Sheet,
    TableFile,
    change_record,
    import_records,
    list_of,
    remove_record,
    restore_record,
    told,
)
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, DryRun, Strict, StudyPath, given, says
from crosscase.cli.rendering import Answer

app = App(name="contacts")
ContactName = Annotated[
    str, says("The contact, by id, or by its participant who has no other.", "CONTACT")
]
Outcome = Literal[
    "invited", "reminded", "no answer", "agreed", "scheduled", "declined", "bounced",
    "unavailable",
]  # fmt: skip
Day = Annotated[str | None, says("The day, such as 2026-03-02.")]
Channel = Annotated[
    str | None, says("By e-mail, telephone, letter, in person, video or another way.")
]
Note = Annotated[str | None, says("A note.")]
_LISTED = {
    "day": "day", "participant": "participant", "channel": "channel", "outcome": "outcome",
    "contacted by": "contacted_by", "note": "note", "id": "id",
}  # fmt: skip


@app.default
def list_(
    study: StudyPath,
    /,
    *,
    participant: Annotated[str | None, says("Those with one participant.")] = None,
    outcome: Annotated[Outcome | None, says("Those of one outcome.")] = None,
    common: Common = COMMON,
) -> Answer:
    """List the contacts by day."""
    with opened(study, common, reads=True) as work:
        found, names = work.contacts.all(participant, outcome=outcome), work.fieldwork.names()
    return list_of("contacts", found, names, _LISTED)


@app.command
def add(
    study: StudyPath,
    participant: Person,
    outcome: Annotated[Outcome, says("What came of it.", "OUTCOME")] = "invited",
    /,
    *,
    day: Day = None,
    channel: Channel = None,
    contacted_by: Annotated[str | None, says("The coder who did it; otherwise you.")] = None,
    note: Note = None,
    common: Common = COMMON,
) -> Answer:
    """Record an attempt to reach a participant, and what came of it."""
    with opened(study, common) as work:
        made = work.contacts.add(
            participant, outcome=outcome, day=day, channel=channel,
            contacted_by=contacted_by, note=note,
        )  # fmt: skip
        data = told(made, work.fieldwork.names())
    return Answer({"contact": data}, f"Recorded for {data['participant']}: {made.outcome}.")


@app.command
def change(
    study: StudyPath,
    contact: ContactName,
    /,
    *,
    outcome: Annotated[Outcome | None, says("What came of it.")] = None,
    day: Day = None,
    channel: Channel = None,
    contacted_by: Annotated[str | None, says("The coder who did it.")] = None,
    note: Note = None,
    common: Common = COMMON,
) -> Answer:
    """Change what a contact says; an empty text ("") clears it."""
    fields = given(outcome=outcome, day=day, channel=channel, contacted_by=contacted_by, note=note)
    with opened(study, common) as work:
        return change_record(work, work.contacts, contact, fields)


@app.command
def remove(study: StudyPath, contact: ContactName, /, *, common: Common = COMMON) -> Answer:
    """Hide a contact; `crosscase undo` or `restore` brings it back."""
    return remove_record(study, "contacts", contact, common)


@app.command
def restore(
    study: StudyPath,
    contact: Annotated[str, says("The removed contact, by id.", "CONTACT")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed contact back."""
    return restore_record(study, "contacts", contact, common)


@app.command(name="import")
def import_(
    study: StudyPath,
    file: TableFile,
    /,
    *,
    sheet: Sheet = None,
    strict: Strict = False,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Take contacts from a table, a row each.

    Columns: participant, and day, channel, outcome, contacted_by and note if wanted.
    """
    return import_records(
        study, "contacts", file, sheet=sheet, strict=strict, dry_run=dry_run, common=common
    )
