"""`crosscase speakers`: who speaks under which label."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App

from crosscase.cli.importing_tables import import_speakers, rows_answer
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, DryRun, SourceName, Strict, StudyPath, says, span
from crosscase.cli.rendering import Answer, counted, first_of, warn
from crosscase.cli.table_files import table_of
from crosscase.cli.verbs import did

if TYPE_CHECKING:
    from crosscase.fieldwork.speakers import LinkedSpeakers

app = App(name="speakers")
_COLUMNS = ("source", "speaker", "participant", "role", "turns", "words")
_LISTED_LABELS = 6


@app.default
def list_(
    study: StudyPath,
    /,
    *,
    source: Annotated[str | None, says("Those of one source.")] = None,
    common: Common = COMMON,
) -> Answer:
    """List the speakers of the sources, and whom they are linked to."""
    with opened(study, common, reads=True) as work:
        rows = [
            (
                each.source.name,
                each.label,
                None if each.participant is None else each.participant.name,
                each.role,
                each.turns,
                each.words,
            )
            for each in work.speakers.all(source)
        ]
    data = [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
    return Answer(
        {"speakers": data}, lambda screen: screen.table(_COLUMNS, rows, empty="No speakers.")
    )


@app.command(usage="Usage: crosscase speakers link STUDY SOURCE LABEL [PARTICIPANT] [OPTIONS]\n")
def link(
    study: StudyPath,
    source: SourceName,
    label: Annotated[str, says("The label, as it stands in the source.", "LABEL")],
    participant: Annotated[
        str | None, says("The participant who speaks, by name or id.", "PARTICIPANT")
    ] = None,
    /,
    *,
    role: Annotated[str | None, says("participant, interviewer, observer or other.")] = None,
    at: Annotated[
        str | None, says("Only here: START-END, in characters, over turns of this label.")
    ] = None,
    common: Common = COMMON,
) -> Answer:
    """Say who speaks under a label; neither a participant nor a role takes the link away."""
    with opened(study, common) as work:
        recorded = work.speakers.link(
            source, label, participant, role=role, passage=None if at is None else span(at)
        )
    who = participant or role
    said = f"“{label}” is {who}." if who else f"“{label}” is linked to nobody."
    return did(recorded, said, source=source, label=label, participant=participant, role=role)


@app.command(name="link-by-name")
def link_by_name(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """Link every label that is the name of a participant; interviewers are recognised."""
    with opened(study, common) as work:
        return linked_answer(work.speakers.link_by_name())


@app.command(name="link-table")
def link_table(
    study: StudyPath,
    file: Annotated[
        Path, says("A table with the columns source, speaker, participant and role.", "FILE")
    ],
    /,
    *,
    strict: Strict = False,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Link speakers by a table; a row without a source speaks of all sources."""
    table = table_of(file)
    with opened(study, common, reads=dry_run) as work:
        return import_speakers(work, table, strict=strict, dry_run=dry_run)


def linked_answer(done: LinkedSpeakers, *, dry_run: bool = False) -> Answer:
    """How many speakers were linked, and which labels are left."""
    linked, others = counted(done.linked, "speaker"), counted(done.other_roles, "speaker")
    said = f"Linked {linked} to participants; {others} got another role."
    if dry_run:
        said = f"Would link {linked} to participants, and give {others} another role."
    if done.unlinked:
        listed = first_of([f"“{each.label}”" for each in done.unlinked], _LISTED_LABELS)
        warn(f"Nobody is linked to {counted(len(done.unlinked), 'label')}: {listed}.")
    return rows_answer({"dry_run": dry_run, "linked": done}, said, done.refused)
