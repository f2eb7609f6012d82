"""`crosscase consents`: what each participant agreed to, when and in which version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

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
from crosscase.cli.rendering import Answer, warn

if TYPE_CHECKING:
    from crosscase.study import Study

app = App(name="consents")
ConsentName = Annotated[
    str, says("The consent, by id, or by its participant who has no other.", "CONSENT")
]
Day = Annotated[str | None, says("The day on which it was given, such as 2026-03-02.")]
Version = Annotated[str | None, says("The version of the form.")]
Withdrawn = Annotated[str | None, says("The day on which it was taken back.")]
Note = Annotated[str | None, says("A note.")]
_SCOPES = "interview, recording, quoting, naming role, naming site, archiving"
_LISTED = {
    "day": "day", "participant": "participant", "version": "version", "agreed to": "scope",
    "taken back": "withdrawn_day", "note": "note", "id": "id",
}  # fmt: skip


@app.default
def list_(
    study: StudyPath,
    /,
    *,
    participant: Annotated[str | None, says("Those of one participant.")] = None,
    version: Annotated[str | None, says("Those in one version of the form.")] = None,
    scope: Annotated[str | None, says(f"Those to one thing: {_SCOPES}.")] = None,
    common: Common = COMMON,
) -> Answer:
    """List the consents by day."""
    with opened(study, common, reads=True) as work:
        found = work.consents.all(participant, version=version, scope=scope)
        names = work.fieldwork.names()
    return list_of("consents", found, names, _LISTED)


@app.command
def add(
    study: StudyPath,
    participant: Person,
    scope: Annotated[
        tuple[str, ...],
        Parameter(name="SCOPE", help=f"What they said yes to: {_SCOPES}.", negative=()),
    ] = (),
    /,
    *,
    version: Version = None,
    day: Day = None,
    withdrawn_day: Withdrawn = None,
    note: Note = None,
    common: Common = COMMON,
) -> Answer:
    """Record what a participant agreed to.

    Without a SCOPE it is not known what they agreed to, and nothing counts as allowed. A consent
    that came after an interview is recorded as it was given, and said so here and in
    `crosscase fieldwork to-do`.
    """
    with opened(study, common) as work:
        made = work.consents.add(
            participant, version=version, day=day, scope=scope,
            withdrawn_day=withdrawn_day, note=note,
        )  # fmt: skip
        data = told(made, work.fieldwork.names())
        late = _late(work, made.participant)
    if data["scope"]:
        said = f"Recorded that {data['participant']} agreed to {', '.join(data['scope'])}."
    else:
        said = f"Recorded a consent of {data['participant']} that does not say to what."
        warn(f"Until it says so nothing counts as allowed: `crosscase consents change {study} "
             f"{data['id']} --scope ...` ({_SCOPES}).")  # fmt: skip
    return Answer({"consent": data, "came_after": late}, said)


def _late(work: Study, participant: str) -> list[str]:
    """The interviews that came before the consent, each said on the side."""
    late = work.consents.late(participant)
    for each in late:
        warn(f"{each.activity.name} of {each.activity.day} came before this consent.")
    return [each.activity.id for each in late]


@app.command
def change(
    study: StudyPath,
    consent: ConsentName,
    /,
    *,
    scope: Annotated[
        str | None, says(f"What they said yes to, parted by commas: {_SCOPES}.")
    ] = None,
    version: Version = None,
    day: Day = None,
    withdrawn_day: Withdrawn = None,
    note: Note = None,
    common: Common = COMMON,
) -> Answer:
    """Change what a consent says; an empty text ("") clears it."""
    fields = given(scope=scope, version=version, day=day, withdrawn_day=withdrawn_day, note=note)
    with opened(study, common) as work:
        return change_record(work, work.consents, consent, fields)


@app.command
def remove(study: StudyPath, consent: ConsentName, /, *, common: Common = COMMON) -> Answer:
    """Hide a consent that was recorded by mistake; `restore` brings it back.

    A consent that was taken back stays: give it the day with --withdrawn-day.
    """
    return remove_record(study, "consents", consent, common)


@app.command
def restore(
    study: StudyPath,
    consent: Annotated[str, says("The removed consent, by id.", "CONSENT")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed consent back."""
    return restore_record(study, "consents", consent, common)


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
    """Take consents from a table, a row each.

    Columns: participant, and version, day, scope (parted by semicolons), withdrawn_day and
    note if wanted.
    """
    return import_records(
        study, "consents", file, sheet=sheet, strict=strict, dry_run=dry_run, common=common
    )
