"""What became of a project that was brought in or written, for people and for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from crosscase.cli.rendering import Answer, Screen, counted

if TYPE_CHECKING:
    from crosscase.exchange.crossing import CrossingReport
    from crosscase.formats.foreign_project import TableRead
    from crosscase.formats.refi_qda.records import Oddity

__all__ = ["crossing_answer", "crossing_data", "show_kinds", "show_oddities", "show_tables"]

_MOST_OUTSIDE, _MOST_DIFFERENCES, _MOST_NAMES, _MOST_CHARS = 6, 20, 8, 60
_WHAT = {
    "changed": "changed shape", "kept": "kept aside", "left": "left out", "conflict": "in conflict",
}  # fmt: skip
_COLUMNS = (
    ("present", "present"), ("imported", "imported"), ("changed shape", "changed_shape"),
    ("updated", "updated"), ("in conflict", "in_conflict"), ("here", "here_already"),
    ("kept aside", "kept_aside"), ("left out", "left_out"),
)  # fmt: skip
_ALWAYS = frozenset(name for _, name in _COLUMNS) - {"updated", "in_conflict"}


def crossing_data(report: CrossingReport) -> dict[str, Any]:
    """The report for programs."""
    return {**asdict(report), "balanced": report.is_balanced}


def crossing_answer(
    report: CrossingReport, *, dry_run: bool = False, made: Mapping[str, Any] | None = None
) -> Answer:
    """What came over from a project, what changed shape, and what did not come over and why.

    ``made`` is the study that was made for it, if one was.
    """

    def show(screen: Screen) -> None:
        by = f", by {report.tool}" if report.tool else ""
        screen.line(f"{report.project}{by}", "bold")
        screen.line()
        show_kinds(screen, report)
        show_newer(screen, report)
        show_tables(screen, report.tables)
        show_oddities(screen, report.oddities, report.outside)
        screen.line()
        screen.line(_done(report, dry_run))

    return Answer({**(made or {}), "dry_run": dry_run, **crossing_data(report)}, show)


def _done(report: CrossingReport, dry_run: bool) -> str:
    if dry_run:
        return "Nothing was changed: this is what would come over."
    if report.operation is None:
        return "All of it is here already; nothing was changed."
    return "Brought in as one operation; `crosscase undo` takes it back."


def show_kinds(screen: Screen, report: CrossingReport, *, came: str = "imported") -> None:
    """The table of kinds (``came`` heads what crossed over), then the reasons and the notes."""
    shown = [(head, name) for head, name in _COLUMNS if name in _ALWAYS or _any(report, name)]
    screen.table(
        ("element", *(came if name == "imported" else head for head, name in shown)),
        ((each.kind, *(getattr(each, name) for _, name in shown)) for each in report.kinds),
        empty="It holds nothing.",
    )
    if report.reasons:
        screen.line()
    for each in report.reasons:
        what = _WHAT.get(each.outcome, each.outcome)
        screen.line(f"{each.count:,} {each.kind} {what}: {each.sentence}")
    if report.notes:
        screen.line()
    for note in report.notes:
        screen.line(note)


def _any(report: CrossingReport, name: str) -> bool:
    return any(getattr(each, name) for each in report.kinds)


def show_newer(screen: Screen, report: CrossingReport) -> None:
    """What a newer file says otherwise than it did, and what it no longer has."""
    for title, conflict in (
        ("Changed in the file since:", False),
        ("Changed on both sides:", True),
    ):
        found = [each for each in report.differences if each.in_conflict == conflict]
        if found:
            screen.line()
            screen.line(title)
        for each in found[:_MOST_DIFFERENCES]:
            named = f"{each.kind.replace('_', ' ')} {each.name}".strip()
            screen.line(
                f"  {named}, {each.field.replace('_', ' ')}: {_one_line(each.here)} → "
                f"{_one_line(each.file)}"
            )
        if len(found) > _MOST_DIFFERENCES:
            screen.line(f"  {len(found) - _MOST_DIFFERENCES:,} more (all with --json).")
        if found and conflict:
            screen.line("  Both stand: `crosscase conflicts` lists and settles them.")
    if report.vanished:
        screen.line()
    for gone in report.vanished:
        names = ", ".join(gone.names[:_MOST_NAMES])
        more = ", …" if len(gone.names) > _MOST_NAMES else ""
        told = f": {names}{more}" if names else ""
        screen.line(f"No longer in the file, and left here: {counted(gone.count, gone.kind)}{told}")


def _one_line(text: str | None) -> str:
    words = " ".join((text or "").split())
    return (f"{words[:_MOST_CHARS]}…" if len(words) > _MOST_CHARS else words) or "nothing"


def show_tables(screen: Screen, tables: Sequence[TableRead]) -> None:
    """What was read of a tool's own tables, where it has such."""
    if not tables:
        return
    screen.line()
    screen.table(
        ("table of the tool", "rows", "read", "kept aside", "left out"),
        ((each.table, each.rows, each.read, each.kept_aside, each.left_out) for each in tables),
    )
    for each in tables:
        for reason in each.reasons:
            screen.line(f"{each.table}: {reason}")


def show_oddities(screen: Screen, oddities: Sequence[Oddity], outside: Sequence[str]) -> None:
    """What was unusual in a file, and the files outside it."""
    if oddities or outside:
        screen.line()
    for each in oddities:
        screen.line(each.sentence + (f" ({each.count:,} times)" if each.count > 1 else ""))
    for path in outside[:_MOST_OUTSIDE]:
        screen.line(f"Outside the project: {path}")
    left = len(outside) - _MOST_OUTSIDE
    if left > 0:
        screen.line(f"Outside the project: {left:,} more (all with --json).")
