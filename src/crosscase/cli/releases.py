"""`crosscase releases`: what left the study, when and to whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App

from crosscase import surroundings
from crosscase.cli.disclosure_options import OUTPUT, Output, report_of
from crosscase.cli.export_documents import is_word, telling_here, write_document
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, given, says
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.cli.verbs import did
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.model.fieldwork_nouns import Release

app = App(
    name="releases",
    usage="Usage: crosscase releases STUDY\n   or: crosscase releases VERB STUDY ...\n",
)
ReleaseName = Annotated[str, says("The release, by name or id.", "RELEASE")]
Kind = Annotated[str | None, says("quotes, table, profile, report or archive.")]
Day = Annotated[str | None, says("The day on which it left, such as 2026-03-02.")]
DayOrToday = Annotated[
    str | None, says("The day on which it left, such as 2026-03-02; otherwise today.")
]
Recipient = Annotated[str | None, says("Who has it now.", "--to")]
Note = Annotated[str | None, says("Anything else to remember.")]


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the releases by day."""
    with opened(study, common, reads=True) as work:
        found = work.releases.all()
    rows = [
        (each.name, each.release_kind, each.day, each.recipient, *_counts(each)) for each in found
    ]
    columns = ("release", "kind", "day", "to", "quotes", "tables", "participants")
    return Answer(
        {"releases": [plain(each) for each in found]},
        lambda screen: screen.table(columns, rows, empty="Nothing was released yet."),
    )


@app.command
def show(
    study: StudyPath,
    release: ReleaseName,
    /,
    *,
    output: Annotated[
        Path | None,
        says("Write its quotes with their labels to this .docx.", ("--output", "-o")),
    ] = None,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Show what left: places and labels; --output writes the words as they were printed."""
    if output is not None and not is_word(output):
        raise MistakeOfUse(
            f"“{output.name}” is no Word document.",
            slug="unknown-format",
            hint="The quotes of a release are written as .docx.",
        )
    with opened(study, common, reads=True) as work:
        leaving.check(work, output)
        if output is not None:
            made = work.documents.released(release, telling=telling_here())
            return write_document(made, output, replace=leaving.replace)
        found = work.releases.get(release)
        names = {each.id: each.name or "" for each in work.sources.all()}

    def draw(screen: Screen) -> None:
        screen.line(found.name, "bold")
        screen.pairs(
            [("kind", found.release_kind), ("day", found.day), ("to", found.recipient),
             ("note", found.note), ("study as of", found.heads)]
        )  # fmt: skip
        quotes = (found.items or {}).get("quotes", ())
        if quotes:
            screen.line()
            screen.table(
                ("quote", "printed as"),
                [
                    (f"{names.get(each['source'], 'a removed source')} "
                     f"{each['start_char']}-{each['end_char']}",
                     ", ".join(each["attribution"].values()) or "Participant")
                    for each in quotes
                ],
            )  # fmt: skip
        for table in (found.items or {}).get("tables", ()):
            screen.line()
            screen.table(
                (table["rows"], *table["column_labels"]),
                [
                    (row, *("hidden" if count is None else count for count in counts))
                    for row, counts in zip(table["row_labels"], table["counts"], strict=True)
                ],
            )

    return Answer({"release": plain(found)}, draw)


@app.command
def record(
    study: StudyPath,
    name: Annotated[str, says("What it is called, such as the paper's short title.", "NAME")],
    /,
    *,
    output: Output = OUTPUT,
    remedy: Annotated[
        str, says('What was done to the labels: "none", "first", or one such as "drop site".')
    ] = "none",
    kind: Kind = None,
    day: DayOrToday = None,
    recipient: Recipient = None,
    note: Note = None,
    common: Common = COMMON,
) -> Answer:
    """Record what left the study; later checks are joined with it.

    crosscase releases record ics.crosscase "Paper 1" --set "For the paper" --remedy first
    --to "A journal" --day 2026-03-02
    """
    with opened(study, common) as work:
        report = report_of(work, output)
        made = work.releases.record(
            name,
            report,
            kind=kind,
            day=day or surroundings.local_day(),
            recipient=recipient,
            note=note,
            remedy=remedy,
        )
    quotes, tables, people = _counts(made)
    return Answer(
        {"release": plain(made), "at_risk": sorted(report.at_risk)},
        f"Recorded “{made.name}”: {counted(quotes, 'quote')} of {counted(people, 'participant')}, "
        f"{counted(tables, 'table')}.",
    )


@app.command
def change(
    study: StudyPath,
    release: ReleaseName,
    /,
    *,
    name: Annotated[str | None, says("Another name.")] = None,
    kind: Kind = None,
    day: Day = None,
    recipient: Recipient = None,
    note: Note = None,
    common: Common = COMMON,
) -> Answer:
    """Change what is said of a release, never what left; an empty text takes it away."""
    told: dict[str, Any] = given(name=name, kind=kind, day=day, recipient=recipient, note=note)
    with opened(study, common) as work:
        found = work.releases.get(release)
        recorded = work.releases.change(found.id, **told)
    return did(recorded, f"Changed “{found.name}”.", release=found.id)


@app.command
def remove(study: StudyPath, release: ReleaseName, /, *, common: Common = COMMON) -> Answer:
    """Hide a release that never left; checks are not joined with it any more."""
    with opened(study, common) as work:
        found = work.releases.get(release)
        recorded = work.releases.remove(found.id)
    return did(recorded, f"Removed “{found.name}” ({found.id}).", release=found.id)


@app.command
def restore(
    study: StudyPath,
    release: Annotated[str, says("The removed release, by name or id.", "RELEASE")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed release back."""
    with opened(study, common) as work:
        recorded = work.releases.restore(release)
        found = work.releases.get(release)
    return did(recorded, f"Restored “{found.name}”.", release=found.id)


def _counts(release: Release) -> tuple[int, int, int]:
    items = release.items or {}
    places = {
        (each["source"], each["start_char"], each["end_char"]) for each in items.get("quotes", ())
    }
    return len(places), len(items.get("tables", ())), len(release.participants or ())
