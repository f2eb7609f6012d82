"""What an import of documents did, for people and for programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscase.cli.files import write_new
from crosscase.cli.rendering import Answer, Screen, counted, first_of, warn
from crosscase.errors import UnreadableFile, statuses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscase.intake.replacements import Replacement
    from crosscase.intake.sources import ImportedSource, ImportReport

__all__ = ["LEFT_OUT", "import_answer", "write_replacements_log"]

LEFT_OUT = statuses(UnreadableFile(""))[0]
"""The exit status when what could be read was taken, and the rest is listed."""
_SPEAKERS, _UNSURE, _PASSED_OVER = 6, 10, 6


_MOST_LISTED = 10


def import_answer(
    report: ImportReport, *, dry_run: bool = False, tells_speakers: bool = False
) -> Answer:
    """The sources that came in, those that are here already, those that cannot be read."""
    for each in report.imported:
        for note in each.staged.notes:
            warn(f"{each.name}: {note.sentence}")
        if tells_speakers:
            _tell_speakers(each)
    data = {
        "operation": None if report.operation is None else report.operation.id,
        "dry_run": dry_run,
        "imported": [_described(each) for each in report.imported],
        "duplicates": [{"file": name, "same_as": same} for name, same in report.duplicates],
        "refused": [{"file": each.name, **_said(each.error)} for each in report.refused],
        "passed_over": list(report.passed_over),
        "rows_without_text": list(report.rows_without_text),
        "originals_kept": report.originals_kept,
    }
    return Answer(
        data, lambda screen: _show(screen, report, dry_run), LEFT_OUT if report.refused else 0
    )


def _tell_speakers(each: ImportedSource) -> None:
    """What was left open about speakers, since nobody was asked."""
    preview, taken = each.staged.preview, each.staged.taken
    unsure = [label for label in preview.labels("unsure") if label not in taken]
    if unsure:
        warn(f"{each.name}: left out as speakers, being unsure: {first_of(unsure, _UNSURE)}.")
    for one, other in preview.perhaps_same:
        if one in taken and other in taken:
            warn(f"{each.name}: perhaps the same person: {one} and {other}.")


def _described(each: ImportedSource) -> dict[str, Any]:
    staged = each.staged
    return {
        "id": each.id,
        "source": each.name,
        "format": staged.document.format,
        "encoding": staged.document.encoding,
        "words": staged.words,
        "turns": sum(1 for _ in staged.layout.turns()),
        "speakers": list(staged.taken),
        "replaced": len(staged.replaced),
        "notes": [note.sentence for note in staged.notes],
    }


def _said(error: Any) -> dict[str, Any]:
    said: dict[str, Any] = error.as_json()["error"]
    return said


def _show(screen: Screen, report: ImportReport, dry_run: bool) -> None:
    rows = [_described(each) for each in report.imported]
    if rows:
        columns = ("source", "format", "words", "turns", "speakers")
        listed = ({**row, "speakers": first_of(row["speakers"], _SPEAKERS)} for row in rows)
        screen.table(columns, ([row[name] for name in columns] for row in listed))
        screen.line()
    what = "Would import" if dry_run else "Imported"
    screen.line(f"{what} {counted(len(rows), 'source')} with {counted(report.words, 'word')}.")
    replaced = sum(row["replaced"] for row in rows)
    if replaced:
        screen.line(f"{'Would replace' if dry_run else 'Replaced'} {counted(replaced, 'place')}.")
    for name, same in report.duplicates[:_MOST_LISTED]:
        screen.line(f"Here already: {name} (the same bytes as “{same}”).")
    left = len(report.duplicates) - _MOST_LISTED
    if left > 0:
        screen.line(f"Here already: {counted(left, 'more source')} (all with --json).")
    if report.refused:
        screen.line(f"Left out {counted(len(report.refused), 'file')}:")
        for each in report.refused:
            screen.line(f"  {each.error.sentence}")
            if each.error.hint:
                screen.line(f"    {each.error.hint}")
    _show_left_aside(screen, report)
    if rows:
        screen.line(_said_of_originals(report))


def _said_of_originals(report: ImportReport) -> str:
    kept, came = report.originals_kept, len(report.imported)
    if kept == came or not kept:
        return f"The original files {'are' if kept else 'are not'} kept inside the study."
    return f"The original files of {kept} of the {came} are kept inside the study."


def _show_left_aside(screen: Screen, report: ImportReport) -> None:
    """What was there, and is nothing that could become a source."""
    if report.passed_over:
        number = counted(len(report.passed_over), "file")
        kinds = "a kind that is" if len(report.passed_over) == 1 else "kinds that are"
        listed = first_of(report.passed_over, _PASSED_OVER)
        screen.line(f"Passed over {number} of {kinds} not read: {listed}.")
    if report.rows_without_text:
        screen.line(f"Passed over {counted(len(report.rows_without_text), 'row')} without text.")


def write_replacements_log(
    report: ImportReport, replacements: Sequence[Replacement], path: Path
) -> None:
    """Which words stood where, for whoever may know: this file holds the real names."""
    from crosscase.formats.tables import write_csv

    rows = [
        (each.name, place.start_char, place.end_char, place.original,
         replacements[place.replacement_index].replace)
        for each in report.imported
        for place in each.staged.replaced
    ]  # fmt: skip
    columns = ("source", "start_char", "end_char", "original", "replaced_by")
    write_new(path, write_csv(columns, rows, guard=True))
    warn(f"“{path.name}” holds the words that were replaced: keep it apart from the study.")
