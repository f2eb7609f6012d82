"""What speaks against a statement, drawn on the screen or written as a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crosscase.cli.passages import show_passages
from crosscase.cli.rendering import Answer, Screen, counted, first_of
from crosscase.cli.written_frames import wrote

if TYPE_CHECKING:
    from crosscase.study_synthesis.negative_cases import NegativeCases, PassageSet

__all__ = ["shown_cases", "written_cases"]

_NAMES = 12


def shown_cases(screen: Screen, found: NegativeCases) -> None:
    """Warnings, who stands how, and the passages of each sort."""
    for warning in found.warnings:
        screen.line(warning, "bold")
    screen.line(f"Against: {found.understood}", "bold")
    screen.table(
        ["participants", f"of {found.of}", "who"],
        (
            [standing, number, first_of(_who(found, standing), _NAMES)]
            for standing, number in found.counts.items()
            if number
        ),
    )
    _sort(screen, "Speaks for it", found.speaks_for, is_shown=False)
    if found.opposite is not None:
        _sort(screen, f"Of the opposite valence ({found.opposite_query})", found.opposite)
    _sort(screen, "Given as evidence against it", found.evidence_against)
    if found.outside is not None:
        _sort(screen, "Others who say the same", found.outside)
    _sort(screen, "Most typical", found.typical)
    _sort(screen, "Most unlike the others", found.unlike)
    screen.line()
    for note in found.notes:
        screen.line(note)


def written_cases(found: NegativeCases, file: Path, *, replace: bool) -> Answer:
    """Who stands how to the statement, as a table."""
    import polars as pl

    frame = pl.DataFrame(
        {
            "participant": [each.name for each in found.people],
            "standing": [each.standing for each in found.people],
            "passages_for": [each.passages_for for each in found.people],
            "passages_against": [each.passages_against for each in found.people],
            "statement": [found.understood for _ in found.people],
        }
    )
    return wrote(frame, file, "standing", replace=replace)


def _who(found: NegativeCases, standing: str) -> list[str]:
    return [each.name for each in found.people if each.standing == standing]


def _sort(screen: Screen, heading: str, some: PassageSet, *, is_shown: bool = True) -> None:
    screen.line()
    number = counted(some.total, "passage")
    people = counted(some.participants, "participant")
    if some.likeness:
        shown = counted(len(some.passages), "passage")
        screen.line(f"{heading}: {shown} of {some.total:,}", "bold")
    else:
        screen.line(
            f"{heading}: {number} by {people}" if some.total else f"{heading}: none", "bold"
        )
    if is_shown:
        show_passages(screen, some.passages, 120)
