"""Figures of codes that meet and of groups that differ, with their captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from crosscase.model.nouns import Study
from crosscase.report.figures import Caption, Figure, framed
from crosscase.store.as_of import state_name
from crosscase.store.session import Reading

if TYPE_CHECKING:
    from crosscase.study_synthesis.code_pairs import CodePairs
    from crosscase.study_synthesis.group_comparison import CodeContrast, GroupComparison

__all__ = ["contrasts_figure", "pairs_figure"]

_MOST_CODES = 24
_MOST_ROWS = 30
_WITHIN = 1.96
_SURE = 0.05


def pairs_figure(reading: Reading, made: CodePairs, most: int = _MOST_CODES) -> Figure:
    """The heat map of the pairs that most participants say, of so many codes at most."""
    from crosscase.report.figures.code_pairs import DrawnPair, pairs_chart, pairs_width

    shown: list[int] = []
    for one, two in zip(made.first.tolist(), made.second.tolist(), strict=True):
        wanted = [at for at in (one, two) if at not in shown]
        if len(shown) + len(wanted) <= most:
            shown += wanted
    shown.sort()
    number = {at: place for place, at in enumerate(shown)}
    drawn = [
        DrawnPair(number[one], number[two], float(made.measures.c[at]), int(made.participants[at]))
        for at, (one, two) in enumerate(zip(made.first.tolist(), made.second.tolist(), strict=True))
        if one in number and two in number
    ]
    names = [made.labels[at] for at in shown]
    chart = pairs_chart(names, drawn, f"c, by {made.unit.noun}s")
    left = int((made.each > 0).sum()) - len(shown)
    notes = ["Colour is the coefficient c, numbers are participants who say both."]
    if left > 0:
        notes.append(f"{left} more codes are not drawn.")
    notes += [*made.warnings, *made.notes]
    caption = _caption(reading, f"Of {made.of} participants interviewed", notes)
    return framed(chart, made.title, caption, width=max(400, pairs_width(len(names))))


def contrasts_figure(
    reading: Reading, made: GroupComparison, number: int = 0, most: int = _MOST_ROWS
) -> Figure:
    """The dot plot of one contrast: the codes that differ most, those said more first."""
    from crosscase.report.figures.group_contrasts import DrawnContrast, contrasts_chart

    found = [each for each in made.by_difference(number) if each.log_odds is not None]
    chosen = sorted(found[:most], key=lambda each: -(each.log_odds or 0.0))
    contrast = made.contrasts[number]
    odds = made.odds[number]

    def drawn(each: CodeContrast) -> DrawnContrast:
        middle = each.log_odds or 0.0
        far = _WITHIN * float(np.sqrt(odds.variance[each.code]))
        counts = f"{each.said} of {each.of}, {each.said_against} of {each.of_against}"
        sure = each.family is not None and each.family < _SURE
        people = each.said + each.said_against
        return DrawnContrast(
            made.labels[each.code], middle, middle - far, middle + far, people, counts, sure
        )

    adjusted = "family-wise p" if made.test.adjustment == "max-t" else "false discovery rate"
    chart = contrasts_chart(
        [drawn(each) for each in chosen],
        f"Weighted log-odds: to the right {made.groups.labels[contrast.group]} says it more",
        f"below 0.05 ({adjusted})",
    )
    notes = [
        f"Beside the dots: participants of {made.groups.labels[contrast.group]}, then of those "
        "it is compared with. Lines are 1.96 standard deviations to either side.",
        *([f"The {most} codes that differ most of {len(found)}."] if len(found) > most else []),
        *made.warnings,
        *made.notes,
    ]
    caption = _caption(reading, f"Of {made.of_all} participants interviewed", notes)
    return framed(chart, f"{made.title}: {contrast.words}", caption, width=560)


def _caption(reading: Reading, of: str, notes: list[str]) -> Caption:
    title = next((each.title for each in reading.all(Study)), "") or ""
    state = f"state {state_name(reading.file)[:12]}"
    return Caption(of=of, state=state, study=title, notes=tuple(notes))
