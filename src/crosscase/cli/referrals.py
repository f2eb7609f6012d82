"""`crosscase referrals`: who named whom."""

from __future__ import annotations

from typing import Annotated

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

app = App(name="referrals")
ReferralName = Annotated[
    str, says("The referral, by id, or by its participant who has no other.", "REFERRAL")
]
Day = Annotated[str | None, says("The day, such as 2026-03-02.")]
Channel = Annotated[
    str | None, says("By e-mail, telephone, letter, in person, video or another way.")
]
Note = Annotated[str | None, says("A note.")]
_LISTED = {
    "day": "day", "participant": "participant", "referred by": "referred_by",
    "channel": "channel", "note": "note", "id": "id",
}  # fmt: skip


@app.default
def list_(
    study: StudyPath,
    /,
    *,
    participant: Annotated[str | None, says("Those of one participant.")] = None,
    referred_by: Annotated[str | None, says("Those that one participant made.")] = None,
    common: Common = COMMON,
) -> Answer:
    """List the referrals by day; `crosscase fieldwork referrals` draws them as chains."""
    with opened(study, common, reads=True) as work:
        found = work.referrals.all(participant, referred_by=referred_by)
        names = work.fieldwork.names()
    return list_of("referrals", found, names, _LISTED)


@app.command
def add(
    study: StudyPath,
    participant: Person,
    referred_by: Annotated[
        str | None, says("The participant who named them; left out where it was none.", "BY")
    ] = None,
    /,
    *,
    day: Day = None,
    channel: Channel = None,
    note: Note = None,
    common: Common = COMMON,
) -> Answer:
    """Record who named a participant."""
    with opened(study, common) as work:
        made = work.referrals.add(participant, referred_by, day=day, channel=channel, note=note)
        data = told(made, work.fieldwork.names())
    by = data["referred_by"] or "somebody who does not take part"
    return Answer({"referral": data}, f"{data['participant']} was named by {by}.")


@app.command
def change(
    study: StudyPath,
    referral: ReferralName,
    /,
    *,
    referred_by: Annotated[str | None, says("The participant who named them.")] = None,
    day: Day = None,
    channel: Channel = None,
    note: Note = None,
    common: Common = COMMON,
) -> Answer:
    """Change what a referral says; an empty text ("") clears it."""
    fields = given(referred_by=referred_by, day=day, channel=channel, note=note)
    with opened(study, common) as work:
        return change_record(work, work.referrals, referral, fields)


@app.command
def remove(study: StudyPath, referral: ReferralName, /, *, common: Common = COMMON) -> Answer:
    """Hide a referral; `crosscase undo` or `restore` brings it back."""
    return remove_record(study, "referrals", referral, common)


@app.command
def restore(
    study: StudyPath,
    referral: Annotated[str, says("The removed referral, by id.", "REFERRAL")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed referral back."""
    return restore_record(study, "referrals", referral, common)


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
    """Take referrals from a table, a row each.

    Columns: participant, referred_by, and day, channel and note if wanted.
    """
    return import_records(
        study, "referrals", file, sheet=sheet, strict=strict, dry_run=dry_run, common=common
    )
