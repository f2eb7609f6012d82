"""`crosscase sample`: choosing cases from a frame, with the whole decision kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

from cyclopts import App

from crosscase.cli.export_documents import is_word, telling_here, write_document
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, DryRun, StudyPath, flag, says
from crosscase.cli.rendering import Answer, Screen, counted, first_of, warn
from crosscase.cli.sample_rules import NO_RULES, Pick, SampleRules, many
from crosscase.cli.selections_shown import selection_answer
from crosscase.cli.verbs import did
from crosscase.cli.written_frames import wrote
from crosscase.errors import MistakeOfUse

app = App(name="sample")
SelectionName = Annotated[str, says("The selection, by name or id.", "SELECTION")]
Names = Annotated[bool, flag("Give the real names of the cases.")]


@app.default
def choose(
    study: StudyPath,
    frame: Annotated[str, says("The frame, by name or id.", "FRAME")],
    /,
    *,
    rules: SampleRules = NO_RULES,
    name: Annotated[str | None, says("What the selection is called.")] = None,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Choose cases from a frame, and keep the whole decision.

    crosscase sample ics.crosscase FRAME --size 3 --where 'deprivation is high'
    --not-all-one region --vary size --vary rurality

    Where: NAME is VALUE, NAME is A or B, NAME is not VALUE, NAME is known, NAME at least 3,
    NAME at most 5, NAME from 3 to 5.

    Require: not all one NAME, at most 2 of any one NAME, at least 1 where NAME is VALUE (or at
    most, exactly), include CASE, exclude CASE.

    NAME is a characteristic or a grouping of the frame.
    """
    asked = rules.asked()
    with opened(study, common, reads=dry_run) as work:
        if dry_run:
            told = work.selections.preview(frame, **asked)
        else:
            told = work.selections.choose(frame, name=name, **asked)
    return selection_answer(told)


def _pairs(texts: Sequence[str], what: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for text in texts:
        case, mark, said = text.partition("=")
        if not mark or not said.strip():
            raise MistakeOfUse(
                f"“{text}” does not say {what}.",
                slug="not-a-pair",
                hint=f"Write CASE={what.split()[-1].upper()}.",
            )
        pairs[case.strip()] = said.strip()
    return pairs


@app.command(name="list")
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the selections."""
    with opened(study, common, reads=True) as work:
        found = [work.selections.told(each.id) for each in work.selections.all()]
    rows = [
        (each.selection and each.selection.name, each.frame, each.asked.method,
         len(each.decided.chosen), each.replaced_by)
        for each in found
    ]  # fmt: skip
    data = [
        {"id": each.selection and each.selection.id, "name": row[0], "frame": row[1],
         "method": row[2], "chosen": each.decided.chosen, "replaced_by": row[4]}
        for each, row in zip(found, rows, strict=True)
    ]  # fmt: skip
    columns = ("selection", "frame", "method", "cases", "replaced by")
    return Answer(
        {"selections": data}, lambda screen: screen.table(columns, rows, empty="No selections yet.")
    )


@app.command
def show(study: StudyPath, selection: SelectionName, /, *, common: Common = COMMON) -> Answer:
    """Show a selection: who was chosen, what else was as good, and why."""
    with opened(study, common, reads=True) as work:
        return selection_answer(work.selections.told(selection))


@app.command
def pick(
    study: StudyPath,
    selection: SelectionName,
    which: Annotated[int, says("Which of the equally good sets, from 1.", "WHICH")],
    /,
    *,
    reason: Annotated[str, says("Why this one.")],
    common: Common = COMMON,
) -> Answer:
    """Take another of the equally good sets, and say why."""
    with opened(study, common) as work:
        found = work.selections.get(selection)
        recorded = work.selections.pick(found.id, which, reason)
        chosen = work.selections.get(found.id).chosen
    return did(recorded, f"“{found.name}” is now set {which}.", chosen=chosen)


@app.command
def replace(
    study: StudyPath,
    selection: SelectionName,
    /,
    *,
    refused: Annotated[list[str], many("Who does not take part: CASE=REASON", "--refused")],
    case: Annotated[
        list[str] | None, many("Who takes an open place, by your choice", "--case")
    ] = None,
    drop: Annotated[
        list[str] | None, many("A constraint that no longer counts, as it reads", "--drop")
    ] = None,
    pick: Pick = 1,
    reason: Annotated[str | None, says("Why these cases.")] = None,
    name: Annotated[str | None, says("What the new selection is called.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Choose others for those who refused; who agreed stays.

    crosscase sample replace ics.crosscase "Selection 1" --refused "Northam=no time this year"
    """
    with opened(study, common) as work:
        told = work.selections.replace(
            selection,
            _pairs(refused, "the reason"),
            name=name,
            cases=case or (),
            pick=pick,
            reason=reason,
            drop_constraints=drop or (),
        )
    return selection_answer(told)


@app.command
def again(study: StudyPath, selection: SelectionName, /, *, common: Common = COMMON) -> Answer:
    """Choose again from what was kept, and from the frame as it is now."""
    with opened(study, common, reads=True) as work:
        found = work.selections.again(selection)
        labels = work.selections.told(selection).labels
    lines = [
        "The same cases come out of what was kept."
        if found.is_same
        else "Other cases come out of what was kept: " + _named(found.again.chosen, labels)
    ]
    if not found.frame_changed:
        lines.append("The frame has not changed since.")
    elif found.problem is not None:
        lines.append(f"The frame has changed; it cannot be chosen so any more: {found.problem}")
    elif found.present is not None and found.present_is_same:
        lines.append("The frame has changed; the same cases come out of it.")
    elif found.present is not None:
        lines.append("The frame has changed; now it gives " + _named(found.present.chosen, labels))

    def draw(screen: Screen) -> None:
        for line in lines:
            screen.line(line)

    return Answer(found, draw)


def _named(cases: Sequence[str], labels: Mapping[str, str]) -> str:
    return first_of([labels.get(case, case) for case in cases], 10) + "."


@app.command
def paragraph(
    study: StudyPath, selection: SelectionName, /, *, names: Names = False, common: Common = COMMON
) -> Answer:
    """Tell a selection as a paragraph for a methods section; cases stay unnamed."""
    with opened(study, common, reads=True) as work:
        text = work.selections.paragraph(selection, names=names)
    return Answer({"paragraph": text}, text)


@app.command
def table(
    study: StudyPath,
    selection: SelectionName,
    /,
    *,
    label: Annotated[
        list[str] | None, many("What a site is called: CASE=LABEL; else Site A", "--label")
    ] = None,
    column: Annotated[
        list[str] | None, many("Which characteristic or grouping", "--column")
    ] = None,
    names: Names = False,
    output: Annotated[
        Path | None, says("Write it: .docx (with the paragraph), .csv, .xlsx, .json, .parquet.")
    ] = None,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Show the chosen sites by the groups they are of, as a paper does.

    Exact numbers give sites away: they are left out unless a --column names them.
    """
    told: dict[str, Any] = {
        "labels": _pairs(label or (), "the label"),
        "names": names,
        "characteristics": column,
    }
    with opened(study, common, reads=True) as work:
        leaving.check(work, output)
        told["counts"] = work.disclosure.policy().counts
        if output is not None and is_word(output):
            made = work.documents.selection(selection, telling=telling_here(), **told)
            return write_document(made, output, replace=leaving.replace)
        found = work.selections.table(selection, **told)
    if output is None:
        return Answer(
            {"table": found}, lambda screen: screen.table(found.columns, found.iter_rows())
        )
    return wrote(found, output, "sites", replace=leaving.replace)


@app.command
def adopt(
    study: StudyPath,
    selection: SelectionName,
    /,
    *,
    kind: Annotated[str, says("The kind of the new cases.")] = "site",
    labels: Annotated[
        str | None, says("What they are called, with commas, in the order of `sample table`.")
    ] = None,
    column: Annotated[
        list[str] | None, many("Which characteristic or grouping they get; else all", "--column")
    ] = None,
    names: Names = False,
    common: Common = COMMON,
) -> Answer:
    """Take the chosen cases into the study, with what the frame says of them as attributes.

    They are called Site A and so on, or by your labels: real names need not enter the study.

    crosscase sample adopt ics.crosscase "Selection 1" --kind site --labels "North,South,East"
    """
    with opened(study, common) as work:
        done = work.selections.adopt(
            selection,
            kind,
            labels=None if labels is None else [each.strip() for each in labels.split(",")],
            names=names,
            characteristics=column,
        )
    called = first_of(done.labels, 10)
    said = f"Took {counted(len(done.cases), 'case')} into the study as {kind}: {called}."
    if done.recorded is not None and column is None and not names:
        warn(
            "They have every characteristic of the frame: its codes and exact numbers tell which "
            "cases these are. --column takes only some."
        )
    return did(
        done.recorded, said, cases=done.cases, labels=done.labels, made=done.made,
        attributes=done.attributes, values=done.values,
    )  # fmt: skip


@app.command
def rename(
    study: StudyPath,
    selection: SelectionName,
    name: Annotated[str, says("What it is called from now on.", "NAME")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Give a selection another name."""
    with opened(study, common) as work:
        found = work.selections.get(selection)
        recorded = work.selections.rename(found.id, name)
        said = f"“{found.name}” is now “{work.selections.get(found.id).name}”."
    return did(recorded, said, selection=found.id)


@app.command
def remove(study: StudyPath, selection: SelectionName, /, *, common: Common = COMMON) -> Answer:
    """Hide a selection; `crosscase undo` or `restore` brings it back."""
    with opened(study, common) as work:
        found = work.selections.get(selection)
        recorded = work.selections.remove(found.id)
    return did(recorded, f"Removed “{found.name}” ({found.id}).", selection=found.id)


@app.command
def restore(
    study: StudyPath,
    selection: Annotated[str, says("The removed selection, by name or id.", "SELECTION")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed selection back."""
    with opened(study, common) as work:
        recorded = work.selections.restore(selection)
        found = work.selections.get(selection)
    return did(recorded, f"Restored “{found.name}”.", selection=found.id)
