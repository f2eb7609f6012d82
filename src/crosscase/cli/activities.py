"""`crosscase activities`: interviews, observed meetings and document requests."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from cyclopts import App, Parameter

from crosscase.cli.field_records import (
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

app = App(name="activities")
ActivityName = Annotated[str, says("The activity, by name or id.", "ACTIVITY")]
People = Annotated[
    tuple[str, ...], says("A participant; give it again for another.", "--participant")
]
Day = Annotated[str | None, says("The day, such as 2026-03-02.")]
StartTime = Annotated[str | None, says("When it began, such as 09:30.")]
Minutes = Annotated[str | None, says("How long it was, in minutes.")]
Mode = Annotated[str | None, says("By video, telephone, in person or another way.")]
LedBy = Annotated[str | None, says("The coder who interviewed, observed or asked; otherwise you.")]
Place = Annotated[str | None, says("The site, organisation or other case.")]
Guide = Annotated[str | None, says("The interview guide, with its version.")]
SourceOf = Annotated[str | None, says("Its transcript, its fieldnote, or the document.")]
Agenda = Annotated[str | None, says("The agenda of the meeting.")]
Attendance = Annotated[str | None, says("How many came of each sector: NHS: 5; council: 3.")]
Items = Annotated[str | None, says("Items, parted by semicolons.")]
Public = Annotated[Literal["yes", "no"] | None, says("Whether the document is public.")]
MentionedIn = Annotated[
    str | None, says("Where it was spoken of: SOURCE@OFFSET, in characters from 0.")
]
Standing = Annotated[
    Literal["asked", "promised", "arrived", "refused", "does not exist"] | None,
    says("How the request stands."),
]
ArrivedDay = Annotated[str | None, says("The day on which the document arrived.")]
Note = Annotated[str | None, says("A note.")]
_LISTED = {
    "day": "day", "activity": "name", "kind": "activity_kind", "participants": "participants",
    "case": "case", "minutes": "minutes", "mode": "mode", "standing": "standing",
    "led by": "led_by", "source": "source",
}  # fmt: skip


@app.default
def list_(
    study: StudyPath,
    /,
    *,
    kind: Annotated[
        Literal["interview", "meeting", "document request"] | None, says("Those of one kind.")
    ] = None,
    participant: Annotated[str | None, says("Those with one participant.")] = None,
    case: Annotated[str | None, says("Those in one case.")] = None,
    source: Annotated[str | None, says("Those with one source.")] = None,
    common: Common = COMMON,
) -> Answer:
    """List the activities by day."""
    with opened(study, common, reads=True) as work:
        found = work.activities.all(kind, participant=participant, case=case, source=source)
        names = work.fieldwork.names()
    return list_of("activities", found, names, _LISTED)


@app.command
def show(study: StudyPath, activity: ActivityName, /, *, common: Common = COMMON) -> Answer:
    """Print all that is recorded of one activity."""
    with opened(study, common, reads=True) as work:
        data = told(work.activities.get(activity), work.fieldwork.names())
    return Answer(
        data,
        lambda screen: screen.pairs(
            (name.replace("_", " "), _said(value)) for name, value in data.items()
        ),
    )


def _said(value: Any) -> Any:
    if isinstance(value, dict):
        return "; ".join(f"{name}: {each}" for name, each in value.items())
    return value


@app.command
def add_interview(
    study: StudyPath,
    participants: Annotated[
        tuple[str, ...],
        Parameter(name="PARTICIPANTS", help="Who was interviewed, by name or id.", negative=()),
    ],
    /,
    *,
    day: Day = None,
    start_time: StartTime = None,
    minutes: Minutes = None,
    mode: Mode = None,
    led_by: LedBy = None,
    guide: Guide = None,
    source: SourceOf = None,
    case: Place = None,
    name: Annotated[str | None, says("What it is called; otherwise by its number.")] = None,
    note: Note = None,
    common: Common = COMMON,
) -> Answer:
    """Add an interview."""
    with opened(study, common) as work:
        made = work.activities.add_interview(
            participants, day=day, start_time=start_time, minutes=minutes, mode=mode,
            led_by=led_by, guide=guide, source=source, case=case, name=name, note=note,
        )  # fmt: skip
        data = told(made, work.fieldwork.names())
    return Answer(
        {"activity": data}, f"Added “{made.name}” with {', '.join(data['participants'])}."
    )


@app.command
def add_meeting(
    study: StudyPath,
    name: Annotated[str, says("What it is called.", "NAME")],
    /,
    *,
    case: Place = None,
    day: Day = None,
    start_time: StartTime = None,
    minutes: Minutes = None,
    mode: Mode = None,
    agenda: Agenda = None,
    attendance: Attendance = None,
    decided: Items = None,
    deferred: Items = None,
    avoided: Items = None,
    led_by: LedBy = None,
    source: SourceOf = None,
    participant: People = (),
    note: Note = None,
    common: Common = COMMON,
) -> Answer:
    """Add an observed meeting: who came, and what was decided, deferred and avoided."""
    with opened(study, common) as work:
        made = work.activities.add_meeting(
            name, case=case, day=day, start_time=start_time, minutes=minutes, mode=mode,
            agenda=agenda, attendance=attendance, decided=decided or (),
            deferred=deferred or (), avoided=avoided or (), led_by=led_by, source=source,
            participants=participant, note=note,
        )  # fmt: skip
        data = told(made, work.fieldwork.names())
    return Answer({"activity": data}, f"Added the meeting “{made.name}”.")


@app.command
def add_request(
    study: StudyPath,
    name: Annotated[str, says("Which document it is.", "DOCUMENT")],
    /,
    *,
    participant: People = (),
    case: Place = None,
    day: Day = None,
    mentioned_in: MentionedIn = None,
    public: Public = None,
    standing: Standing = None,
    arrived_day: ArrivedDay = None,
    source: SourceOf = None,
    led_by: LedBy = None,
    note: Note = None,
    common: Common = COMMON,
) -> Answer:
    """Add a request for a document, of participants or of an organisation."""
    with opened(study, common) as work:
        made = work.activities.add_request(
            name, participants=participant, case=case, day=day, mentioned_in=mentioned_in,
            public=None if public is None else public == "yes", standing=standing,
            arrived_day=arrived_day, source=source, led_by=led_by, note=note,
        )  # fmt: skip
        data = told(made, work.fieldwork.names())
    return Answer({"activity": data}, f"Added the request for “{made.name}”: {data['standing']}.")


@app.command
def change(
    study: StudyPath,
    activity: ActivityName,
    /,
    *,
    name: Annotated[str | None, says("Another name.")] = None,
    participant: People = (),
    case: Place = None,
    day: Day = None,
    start_time: StartTime = None,
    minutes: Minutes = None,
    mode: Mode = None,
    led_by: LedBy = None,
    guide: Guide = None,
    source: SourceOf = None,
    agenda: Agenda = None,
    attendance: Attendance = None,
    decided: Items = None,
    deferred: Items = None,
    avoided: Items = None,
    mentioned_in: MentionedIn = None,
    public: Public = None,
    standing: Standing = None,
    arrived_day: ArrivedDay = None,
    note: Note = None,
    common: Common = COMMON,
) -> Answer:
    """Change what an activity says; an empty text ("") clears it."""
    fields: dict[str, Any] = given(
        name=name, case=case, day=day, start_time=start_time, minutes=minutes, mode=mode,
        led_by=led_by, guide=guide, source=source, agenda=agenda, attendance=attendance,
        decided=decided, deferred=deferred, avoided=avoided, mentioned_in=mentioned_in,
        public=public, standing=standing, arrived_day=arrived_day, note=note,
    )  # fmt: skip
    if participant:
        fields["participants"] = participant
    with opened(study, common) as work:
        return change_record(work, work.activities, activity, fields)


@app.command
def remove(study: StudyPath, activity: ActivityName, /, *, common: Common = COMMON) -> Answer:
    """Hide an activity; `crosscase undo` or `restore` brings it back."""
    return remove_record(study, "activities", activity, common)


@app.command
def restore(
    study: StudyPath,
    activity: Annotated[str, says("The removed activity, by name or id.", "ACTIVITY")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed activity back."""
    return restore_record(study, "activities", activity, common)


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
    """Take activities from a table, a row each.

    Columns: kind (interview, meeting, document request), and what the kind has: participants
    (parted by semicolons), day, start_time, minutes, mode, led_by, guide, source, case, name,
    agenda, attendance, decided, deferred, avoided, standing, arrived_day, mentioned_in, public.
    """
    return import_records(
        study, "activities", file, sheet=sheet, strict=strict, dry_run=dry_run, common=common
    )
