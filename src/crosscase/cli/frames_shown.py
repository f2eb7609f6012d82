"""How the command line shows what an import made of a frame, and the groups of its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, counted, first_of

if TYPE_CHECKING:
    from crosscase.study_selection.frame_groupings import FrameGrouping, MadeGrouping, ToldGrouping
    from crosscase.study_selection.frames import ImportedFrame

__all__ = ["draw_grouping", "draw_made_grouping", "imported_answer"]


def imported_answer(report: ImportedFrame, is_dry: bool) -> Answer:
    """What came in, and what changed against the table before."""
    verb = "Would import" if is_dry else "Imported" if report.recorded else "Nothing to change in"
    lines = [f"{verb} “{report.name}” with {counted(report.cases, 'case')}."]
    if not report.is_new and (report.recorded or is_dry):
        lines.append(
            f"Against the table before: {len(report.added)} added, {len(report.removed)} gone, "
            f"{len(report.changed)} changed."
        )
    for name, count in report.missing.items():
        lines.append(f"“{name}” is missing for {counted(count, 'case')}.")
    if report.guessed:
        lines.append(f"Types were guessed: {first_of(report.guessed, 8)}.")
    if report.groupings_dropped:
        lines.append(f"Groupings that no longer fit went: {', '.join(report.groupings_dropped)}.")

    def show(screen: Screen) -> None:
        for line in lines:
            screen.line(line)

    data = plain(report)
    del data["recorded"]
    operation = None if report.recorded is None else report.recorded.id
    return Answer({"operation": operation, **data}, show)


def draw_grouping(screen: Screen, told: ToldGrouping) -> None:
    """A grouping: its rule, its groups, and what the rule had to decide."""
    grouping = told.grouping
    screen.line(f"{grouping.name}: {_rule(grouping)} of “{grouping.characteristic}”", "bold")
    if told.problem is not None:
        screen.line(f"It makes no groups of this table: {told.problem}")
        return
    screen.table(
        ("group", "cases", "from", "to"),
        ((each.label, each.cases, each.lowest, each.highest) for each in told.groups),
    )
    if told.cut_points:
        screen.line("Cut points: " + ", ".join(f"{each:,.10g}" for each in told.cut_points))
    if told.missing:
        screen.line(f"No group for want of a value: {first_of(told.missing, 8)}.")
    for tie in told.ties:
        if tie.decides:
            screen.line(
                f"{counted(len(tie.cases), 'case')} share {tie.value:,.10g} where a group would "
                "end: they stay together, so the groups are uneven."
            )


def draw_made_grouping(screen: Screen, made: MadeGrouping) -> None:
    """A grouping that was made, with what it changed where it took another's place."""
    before = made.replaced
    if before is not None:
        screen.line(
            f"Replaced the grouping “{before.name}” ({_rule(before)} of “{before.characteristic}”):"
            f" {counted(len(made.moves), 'case')} changed group."
        )
    draw_grouping(screen, made)


def _rule(grouping: FrameGrouping) -> str:
    rule = {
        "rank": "groups of equal number by rank",
        "cut-points": "groups of equal number between quantiles of type 7",
        "bands": "bands between given cut points",
    }[grouping.rule]
    return f"{grouping.groups} {rule}"
