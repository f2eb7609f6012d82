"""How the command line shows a selection with everything that speaks for and against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscase.cli.rendering import Answer, Screen, counted

if TYPE_CHECKING:
    from crosscase.study_selection.selection_reading import ToldSelection

__all__ = ["selection_answer"]

_MOST_SETS = 20


def selection_answer(told: ToldSelection) -> Answer:
    """A selection with everything that speaks for and against it."""
    labels, decided, asked = told.labels, told.decided, told.asked

    def draw(screen: Screen) -> None:
        named = "Tried" if told.selection is None else told.selection.name
        screen.line(f"{named}: {asked.method.replace('-', ' ')} from “{told.frame}”", "bold")
        rows = [(decided.sites.get(case, ""), case, labels[case]) for case in decided.chosen]
        screen.table(("site", "id", "case"), sorted(rows, key=lambda row: (len(row[0]), row[0])))
        for line in _facts(told):
            screen.line(line)
        if decided.tied > 1:
            screen.line(f"{counted(decided.tied, 'set is', 'sets are')} equally good:")
            screen.table(
                ("set", "cases"),
                [
                    (number, [labels[case] for case in each])
                    for number, each in enumerate(decided.equally_good[:_MOST_SETS], start=1)
                ],
            )
        if decided.ranked:
            screen.line("For the open place, the best first:")
            screen.table(
                ("case", "sum"), [(labels[case], score) for case, score in decided.ranked[:10]]
            )

    data = {
        "selection": told.selection and told.selection.id,
        "name": told.selection and told.selection.name,
        "frame": told.frame,
        "asked": asked.as_plain(),
        "decided": decided,
        "cases": {case: labels[case] for case in decided.chosen},
        "replaced_by": told.replaced_by,
    }
    return Answer(data, draw)


def _facts(told: ToldSelection) -> list[str]:
    decided, asked = told.decided, told.asked
    lines = [f"{decided.eligible} of {counted(decided.candidates, 'case')} might be chosen."]
    if decided.score is not None:
        proven = "proven the best" if decided.exact else "not proven the best"
        lines.append(f"Sum of distances {decided.score:.4f}, {proven} ({decided.how}).")
    if decided.feasible is not None:
        lines.append(f"{counted(decided.feasible, 'set meets', 'sets meet')} what is required.")
    lines += decided.notes
    for refusal in asked.refused:
        lines.append(f"Refused: {told.labels[refusal.case]} ({refusal.reason}).")
    if asked.reason:
        lines.append(f"Reason: {asked.reason}")
    if told.replaced_by:
        lines.append(f"Replaced by “{told.replaced_by}”.")
    return lines
