"""How many people, sites or passages tell that one code acts on another."""

from __future__ import annotations

import numpy as np

from crosscase.query.code_names import code_names
from crosscase.query.dimensions import Dimension
from crosscase.report.checks.tree import InteractionFigure, Name
from crosscase.study_findings.check_counts import CountedFigure, StudyCounts, Unit
from crosscase.study_findings.check_names import CheckNames
from crosscase.study_findings.outcomes import Problem
from crosscase.study_findings.verdicts import NotEvaluated
from crosscase.study_synthesis.interaction_counts import NOBODY, Piece
from crosscase.study_synthesis.interaction_graph import Counting
from crosscase.study_synthesis.interaction_making import interaction_graph

__all__ = ["count_interaction"]

_STATEMENTS = ("statements", "statement", "passages", "passage")
_PARTICIPANTS = ("participants", "participant", "people")


def count_interaction(
    counts: StudyCounts, figure: InteractionFigure, names: CheckNames, parts: Name | None
) -> CountedFigure:
    """How many of its unit stand behind an interaction; without a unit its passages.

    Participants are those who assert it, as in the graph of factors; sites, sectors and sources
    are those of all passages for it.
    """
    if parts is not None:
        raise NotEvaluated(
            Problem(
                parts.start_char,
                parts.end_char,
                "interaction-in-parts",
                "Interactions are not counted part by part.",
                f"Count the parts: {_rewritten(figure, parts)}.",
            )
        )
    ends = [
        names.find("code", each.name, each.start_char, each.end_char, alone=True)
        for each in (figure.start, figure.end)
    ]
    rows = code_names(counts.reading).rows
    pair = (rows[ends[0].id], rows[ends[1].id])
    counting = counts.once("interactions", lambda: interaction_graph(counts.reading).counting)
    found = _pieces(counting, pair, figure.sign)
    word = figure.unit.name.casefold() if figure.unit else _STATEMENTS[0]
    if word in _STATEMENTS:
        unit = counts.unit(Name("passages"))
        return _told(len({each.place for each, _ in found}), None, unit)
    assert figure.unit is not None
    if word in _PARTICIPANTS:
        unit = counts.unit(Name("participants"))
        people = {each.person for each, basis in found if basis == "asserted"} - {NOBODY}
        return _told(len(people), counts.whole(unit), unit)
    unit = counts.unit(counts.followed_word(figure.unit, names))
    if unit.side is None or unit.side.needs_codings:
        if unit.side is not None or unit.what.unit != "sources":
            raise NotEvaluated(
                Problem(
                    figure.unit.start_char,
                    figure.unit.end_char,
                    "unknown-count",
                    f"Interactions are not counted by {figure.unit.name}.",
                    "Say participants, sites, sectors, sources or statements.",
                )
            )
        return _told(len({each.place[0] for each, _ in found}), counts.whole(unit), unit)
    return _told(_reached(unit.side, [each for each, _ in found]), counts.whole(unit), unit)


def _pieces(
    counting: Counting, pair: tuple[int, int], sign: str | None
) -> list[tuple[Piece, str | None]]:
    """The passages for it, each with how it came about."""
    wanted = {
        at: each.link.basis
        for at, each in enumerate(counting.interactions)
        if each.directed
        and (each.start, each.end) == pair
        and (sign is None or each.link.sign == sign)
    }
    return [
        (each, wanted[each.of])
        for each in counting.pieces
        if each.of in wanted and not each.against
    ]


def _reached(side: Dimension, pieces: list[Piece]) -> int:
    rows = sorted({row for each in pieces for row in (each.person, each.place[0])} - {NOBODY})
    return len(set(side.lookup.pairs(np.array(rows, np.int64)).member.tolist()))


def _told(value: int, of: int | None, unit: Unit) -> CountedFigure:
    return CountedFigure(value, of, unit, unit.words(of or 0), None)


def _rewritten(figure: InteractionFigure, parts: Name) -> str:
    return f"interaction({figure.start.name} -> {figure.end.name}) by {parts.name} >= 2"
