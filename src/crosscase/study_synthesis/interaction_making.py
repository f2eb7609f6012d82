"""From interactions and their evidence to the graph that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscase.coding.coding_rules import BASES, checked
from crosscase.query.code_names import PATH_MARK, code_names
from crosscase.query.condition import Condition
from crosscase.store.session import Reading
from crosscase.store.source_names import find_case
from crosscase.study_synthesis.interaction_counts import (
    Everybody,
    Sides,
    case_side,
    everybody,
    left_out_rows,
    pieces,
    sector_side,
    side_of,
)
from crosscase.study_synthesis.interaction_graph import (
    Counting,
    Factor,
    InteractionGraph,
    edges_of,
    graph_notes,
)
from crosscase.study_synthesis.interaction_reading import (
    Interaction,
    evidence_behind,
    interactions_of,
    resting_on_removed,
)

__all__ = ["interaction_graph"]


def interaction_graph(
    reading: Reading,
    *,
    by: str | None = None,
    where: str | None = None,
    basis: str | None = None,
    leave_out: str | None = None,
    cases: str | None = None,
) -> InteractionGraph:
    """The graph of factors that interactions make.

    Args:
        reading: the study.
        by: a kind of cases or an attribute by whose members edges are told too.
        where: a query; only passages that meet it, and those who speak in them, are counted.
        basis: asserted or inferred; otherwise both.
        leave_out: a case; who and what lies in it is not counted.
        cases: the kind of cases that is counted; otherwise sites, or the only kind there is.
    """
    wanted = checked("basis", basis, BASES)
    found, joined = interactions_of(reading)
    found = [each for each in found if wanted in (None, each.link.basis or "inferred")]
    condition = None if where is None else Condition(reading, where)
    sides = Sides(
        case_side(reading, cases),
        sector_side(reading),
        None if by is None else side_of(reading, by),
    )
    case = None if leave_out is None else find_case(reading, leave_out)
    left_out = left_out_rows(reading, None if case is None else reading.row(case.id))
    of = everybody(reading, condition, sides, left_out)
    counting = _counting(reading, found, condition, sides, left_out, of.participants)
    edges = tuple(edges_of(counting))
    used = {id_ for each in edges for id_ in (each.start, each.end)}
    hidden = tuple(resting_on_removed(reading))
    groups = () if sides.groups is None else sides.groups.labels
    in_groups = list(zip(groups, of.in_group, strict=True))
    return InteractionGraph(
        title=_title(of, where, wanted, None if case is None else case.name),
        factors=tuple(each for each in counting.factors.values() if each.id in used),
        edges=edges,
        of=of,
        case_noun=None if sides.cases is None else sides.cases.noun,
        group_noun=None if sides.groups is None else sides.groups.noun,
        groups=groups,
        hidden=hidden,
        notes=graph_notes(edges, of, in_groups, hidden, len(joined)),
        where=where,
        basis=wanted,
        left_out=None if case is None else case.name,
        counting=counting,
    )


def _counting(
    reading: Reading,
    found: Sequence[Interaction],
    condition: Condition | None,
    sides: Sides,
    left_out: frozenset[int],
    of: int,
) -> Counting:
    """What edges are counted from: the interactions with every passage behind them."""
    behind = evidence_behind(reading, [each.link.id for each in found])
    return Counting(
        _factors(reading, (row for each in found for row in (each.start, each.end))),
        found,
        pieces(reading, behind, condition, sides, left_out),
        sides,
        frozenset(
            at for at, each in zip(behind.of, behind.evidence, strict=True) if not each.against
        ),
        condition is not None,
        of,
    )


def _factors(reading: Reading, rows: Iterable[int]) -> dict[int, Factor]:
    """The codes that take part, by entity row, in the order of the codebook."""
    names, wanted = code_names(reading), set(rows)
    return {
        row: Factor(
            names.codes[row].id,
            names.codes[row].name or "",
            PATH_MARK.join(names.path(row)),
            names.codes[row].colour,
        )
        for row in names.walk()
        if row in wanted
    }


def _title(of: Everybody, where: str | None, basis: str | None, left_out: str | None) -> str:
    told = [f"Interactions of factors, of {of.participants:,} interviewed"]
    if basis is not None:
        told.append(f"{basis} ones alone")
    if where is not None:
        told.append(f"where {where}")
    if left_out is not None:
        told.append(f"without {left_out}")
    return ", ".join(told)
