"""`crosscase frame`: tables of candidate cases, described, grouped and compared."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from crosscase.cli.frame_recompute import recompute
from crosscase.cli.frames_shown import draw_grouping, draw_made_grouping, imported_answer
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, DryRun, StudyPath, flag, says
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, counted, first_of
from crosscase.cli.table_files import table_of
from crosscase.cli.verbs import did
from crosscase.cli.written_frames import wrote

app = App(name="frame")
FrameName = Annotated[str, says("The frame, by name or id.", "FRAME")]
CharacteristicName = Annotated[str, says("A characteristic that holds numbers.", "CHARACTERISTIC")]
RuleName = Literal["rank", "cut-points"]
Labels = Annotated[
    list[str] | None,
    Parameter(name="--label", help="What a group is called, group 1 first; once for each.",
              negative=()),
]  # fmt: skip
CutPoints = Annotated[
    list[float] | None,
    Parameter(name="--cut-point", help="Where a band ends and the next begins; may be repeated.",
              negative=()),
]  # fmt: skip
MostFirst = Annotated[bool, flag("Let group 1 hold the highest values.")]
_SHOWN_CHARACTERISTICS = 6


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the frames."""
    with opened(study, common, reads=True) as work:
        frames = [work.frames.read(each.id) for each in work.frames.all()]
    rows = [
        (each.frame.name, len(each.table.ids), len(each.table.characteristics),
         [grouping.name for grouping in each.groupings])
        for each in frames
    ]  # fmt: skip
    data = [{**plain(each.frame), "cases": row[1]} for each, row in zip(frames, rows, strict=True)]
    columns = ("frame", "cases", "characteristics", "groupings")
    return Answer(
        {"frames": data}, lambda screen: screen.table(columns, rows, empty="No frames yet.")
    )


app.command(list_, name="list")
app.command(recompute)


@app.command(name="import")
def import_(
    study: StudyPath,
    file: Annotated[Path, says("A csv, xlsx or ods table, one row a case.", "FILE")],
    /,
    *,
    name: Annotated[str | None, says("What the frame is called; otherwise as the file.")] = None,
    characteristics: Annotated[
        Path | None,
        says(
            "A table that says what the columns mean: column, label, type, unit, source, date, "
            "definition, levels. Without it, what was said of them before stays."
        ),
    ] = None,
    id_column: Annotated[str | None, says("The column of ids: else case, id or code.")] = None,
    name_column: Annotated[str | None, says("The column of names: else name.")] = None,
    unit: Annotated[str | None, says('What one case is, such as "care system".')] = None,
    citation: Annotated[str | None, says("Where the table comes from.")] = None,
    description: Annotated[str | None, says("What the frame is for.")] = None,
    sheet: Annotated[str | None, says("Of a workbook, which sheet.")] = None,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Import a table of candidate cases; a frame of the same name is replaced.

    Types are number, share (0 to 1), percent (0 to 100), count, population (above zero), text,
    ordered (with levels, the lowest first: low; medium; high), day and truth.
    """  # fmt: skip
    from crosscase.study_selection.frame_import import described_rows

    table = table_of(file, sheet)
    told = None
    if characteristics is not None:
        meant = table_of(characteristics)
        told = described_rows(meant.columns, meant.rows, meant.lines or None)
    with opened(study, common) as work:
        report = work.frames.import_table(
            name or file.stem,
            table.columns,
            table.rows,
            id_column=id_column,
            name_column=name_column,
            unit=unit,
            citation=citation,
            characteristics=told,
            description=description,
            lines=table.lines or None,
            dry_run=dry_run,
        )
    return imported_answer(report, dry_run)


@app.command
def add(
    study: StudyPath,
    shipped: Annotated[str, says("ics: the 42 integrated care systems of England.", "SHIPPED")],
    /,
    *,
    name: Annotated[str | None, says("What it is called here.")] = None,
    population_date: Annotated[
        str | None, says("Which list of registered people: 2022-01-01 if not given.")
    ] = None,
    common: Common = COMMON,
) -> Answer:
    """Add a frame that comes with crosscase."""
    with opened(study, common) as work:
        report = work.frames.add_shipped(shipped, name=name, population_date=population_date)
    return imported_answer(report, False)


@app.command
def show(
    study: StudyPath,
    frame: FrameName,
    /,
    *,
    column: Annotated[
        list[str] | None, says("Only this characteristic or grouping; may be repeated.")
    ] = None,
    common: Common = COMMON,
) -> Answer:
    """Show the cases of a frame with their groups and first characteristics."""
    with opened(study, common, reads=True) as work:
        read = work.frames.read(frame)
    table = read.as_polars()
    groups = [each.name for each in read.groupings]
    others = [each.name for each in read.table.characteristics]
    if column:
        folded = {each.casefold(): each for each in [*groups, *others]}
        wanted = [
            folded.get(each.casefold()) or read.table.characteristic(each).name for each in column
        ]
    else:
        wanted = [*groups, *others[: max(0, _SHOWN_CHARACTERISTICS - len(groups))]]
    shown = table.select("case", "name", *wanted)
    left = len(groups) + len(others) - len(wanted)

    def draw(screen: Screen) -> None:
        screen.table(shown.columns, shown.iter_rows(), empty="No cases.")
        if left and not column:
            more = counted(left, "more characteristic")
            screen.line(f"{more}: --column NAME, or `frame describe`.")

    return Answer({"frame": read.frame, "cases": table}, draw)


@app.command
def describe(study: StudyPath, frame: FrameName, /, *, common: Common = COMMON) -> Answer:
    """Say what a frame holds: values, gaps, sources, dates and groups."""
    with opened(study, common, reads=True) as work:
        found = work.frames.describe(frame)

    def draw(screen: Screen) -> None:
        screen.line(f"{found.frame.name}: {counted(found.cases, found.frame.unit or 'case')}")
        screen.pairs([("", found.frame.description), ("from", found.frame.citation)])
        screen.line()
        columns = ("characteristic", "type", "known", "missing", "distinct", "lowest", "quartile",
                   "median", "quartile", "highest", "values", "date")  # fmt: skip
        screen.table(
            columns,
            (
                (each.characteristic.name, each.characteristic.type, each.known,
                 len(each.missing), each.distinct, each.lowest, each.lower_quartile, each.median,
                 each.upper_quartile, each.highest,
                 first_of([f"{value} ({n})" for value, n in each.values], 3),
                 each.characteristic.date)
                for each in found.characteristics
            ),
        )  # fmt: skip
        for told in found.groupings:
            screen.line()
            draw_grouping(screen, told)
        if found.unsourced:
            screen.line(f"Without a source: {', '.join(found.unsourced)}.")
        if found.undated:
            screen.line(f"Without a date: {', '.join(found.undated)}.")

    return Answer(found, draw)


@app.command
def classify(
    study: StudyPath,
    frame: FrameName,
    characteristic: CharacteristicName,
    /,
    *,
    groups: Annotated[int | None, says("How many groups of equal number, such as 3.")] = None,
    cut_point: CutPoints = None,
    rule: Annotated[
        RuleName | None, says("Groups of equal number by rank (the default) or cut-points.")
    ] = None,
    label: Labels = None,
    name: Annotated[
        str | None, says('What the grouping is called; else "CHARACTERISTIC group".')
    ] = None,
    most_first: MostFirst = False,
    common: Common = COMMON,
) -> Answer:
    """Group the cases of a frame by a number.

    crosscase frame classify ics.crosscase FRAME population --groups 3 --label small --label medium
    --label large --name size
    """
    with opened(study, common) as work:
        told = work.frames.classify(
            frame,
            characteristic,
            groups=groups,
            cut_points=cut_point,
            rule=rule,
            labels=label,
            name=name,
            most_first=most_first,
        )
    return Answer({"grouping": told}, lambda screen: draw_made_grouping(screen, told))


@app.command
def compare(
    study: StudyPath,
    frame: FrameName,
    characteristic: CharacteristicName,
    /,
    *,
    groups: Annotated[int, says("How many groups of equal number.")] = 3,
    other: Annotated[str | None, says("Against another characteristic.")] = None,
    other_frame: Annotated[str | None, says("Against the same one in another frame.")] = None,
    cut_point: CutPoints = None,
    rule: Annotated[RuleName | None, says("The rule to begin with.")] = None,
    most_first: MostFirst = False,
    common: Common = COMMON,
) -> Answer:
    """Say which cases change group by another rule, characteristic or frame.

    Without more, groups by rank stand against groups between quantiles of type 7; with
    --cut-point against these bands.
    """
    with opened(study, common, reads=True) as work:
        found = work.frames.compare_rules(
            frame,
            characteristic,
            groups,
            other=other,
            other_frame=other_frame,
            cut_points=cut_point,
            rule=rule,
            most_first=most_first,
        )

    def draw(screen: Screen) -> None:
        for told in (found.one, found.other):
            draw_grouping(screen, told)
            screen.line()
        if not found.moves:
            screen.line("No case changes group.")
            return
        screen.line(f"{counted(len(found.moves), 'case changes', 'cases change')} group:")
        screen.table(
            ("case", "value", "group", "value there", "group there"),
            ((each.label, each.value, each.from_group, each.other_value, each.to_group)
             for each in found.moves),
        )  # fmt: skip

    return Answer(found, draw)


@app.command
def ungroup(
    study: StudyPath,
    frame: FrameName,
    grouping: Annotated[str, says("The grouping, by name.", "GROUPING")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Take a grouping away from a frame."""
    with opened(study, common) as work:
        found = work.frames.get(frame)
        recorded = work.frames.ungroup(found.id, grouping)
    return did(recorded, f"“{found.name}” has no grouping “{grouping}” any more.", frame=found.id)


@app.command
def remove(study: StudyPath, frame: FrameName, /, *, common: Common = COMMON) -> Answer:
    """Hide a frame with its selections; `crosscase undo` or `restore` brings them back."""
    with opened(study, common) as work:
        found = work.frames.get(frame)
        recorded = work.frames.remove(found.id)
    return did(recorded, f"Removed “{found.name}” ({found.id}).", frame=found.id)


@app.command
def restore(
    study: StudyPath,
    frame: Annotated[str, says("The removed frame, by name or id.", "FRAME")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed frame back with its selections."""
    with opened(study, common) as work:
        recorded = work.frames.restore(frame)
        found = work.frames.get(frame)
    return did(recorded, f"Restored “{found.name}”.", frame=found.id)


@app.command
def export(
    study: StudyPath,
    frame: FrameName,
    file: Annotated[Path, says("Where to write: .csv, .xlsx, .json or .parquet.", "FILE")],
    /,
    *,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Write the cases of a frame with all characteristics and groups to a file.

    Counts are hidden and rounded where the study's disclosure policy says `counts: rounded`.
    """
    with opened(study, common, reads=True) as work:
        leaving.check(work, file)
        table = work.frames.frame(frame, counts=work.disclosure.policy().counts)
    return wrote(table, file, "frame", replace=leaving.replace)
