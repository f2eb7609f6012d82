"""What became of a project that was brought in or written, for people and for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from crosscase.cli.rendering import Answer, Screen

if TYPE_CHECKING:
    from crosscase.exchange.crossing import CrossingReport
    from crosscase.formats.refi_qda.records import Finding

__all__ = ["crossing_answer", "crossing_data", "show_findings", "show_kinds"]

_MOST_OUTSIDE = 6
_WHAT = {"changed": "changed shape", "kept": "kept aside", "left": "left out"}


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
        show_findings(screen, report.findings, report.outside)
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
    columns = ("element", "present", came, "changed shape", "here", "kept aside", "left out")
    screen.table(
        columns,
        (
            (
                each.kind,
                each.present,
                each.imported,
                each.changed_shape,
                each.here_already,
                each.kept_aside,
                each.left_out,
            )
            for each in report.kinds
        ),
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


def show_findings(screen: Screen, findings: Sequence[Finding], outside: Sequence[str]) -> None:
    """What was unusual in a file, and the files outside it."""
    if findings or outside:
        screen.line()
    for each in findings:
        screen.line(each.sentence + (f" ({each.count:,} times)" if each.count > 1 else ""))
    for path in outside[:_MOST_OUTSIDE]:
        screen.line(f"Outside the project: {path}")
    left = len(outside) - _MOST_OUTSIDE
    if left > 0:
        screen.line(f"Outside the project: {left:,} more (all with --json).")
