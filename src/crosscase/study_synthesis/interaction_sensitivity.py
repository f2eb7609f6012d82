"""What remains of edges and measures when one case is left out."""

from __future__ import annotations

from dataclasses import dataclass

import polars

from crosscase.analysis.interactions import Influence, loops, reciprocity, strengths
from crosscase.study_synthesis.interaction_graph import Edge, InteractionGraph, edges_of

__all__ = ["EdgeWithout", "MeasureWithout", "Sensitivity", "sensitivity"]


@dataclass(frozen=True, slots=True)
class EdgeWithout:
    """What remains of one edge without one case; ``remains`` is false where nothing is left."""

    edge: Edge
    case: str
    participants: int
    passages: int
    remains: bool


@dataclass(frozen=True, slots=True)
class MeasureWithout:
    """One measure with all cases, and without one; None where it is undefined."""

    measure: str
    factor: str | None
    case: str
    whole: float | None
    without: float | None


@dataclass(frozen=True)
class Sensitivity:
    """Edges and measures without each case in turn.

    ``on_one_case`` and ``on_one_participant`` are the edges that rest on one of them.
    """

    cases: tuple[str, ...]
    edges: tuple[EdgeWithout, ...]
    measures: tuple[MeasureWithout, ...]
    on_one_case: tuple[Edge, ...]
    on_one_participant: tuple[Edge, ...]

    def frame(self) -> polars.DataFrame:
        """A row for each edge and case."""
        return polars.DataFrame(
            [
                (e.edge.start_name, e.edge.end_name, e.edge.directed, e.edge.sign, e.case,
                 e.edge.participants, e.participants, e.edge.passages, e.passages, e.remains)
                for e in self.edges
            ],
            schema={
                "from": polars.String, "to": polars.String, "directed": polars.Boolean,
                "sign": polars.String, "without": polars.String, "participants": polars.Int64,
                "participants_left": polars.Int64, "passages": polars.Int64,
                "passages_left": polars.Int64, "remains": polars.Boolean,
            },
            orient="row",
        )  # fmt: skip

    def measure_frame(self) -> polars.DataFrame:
        """A row for each measure, factor and case."""
        return polars.DataFrame(
            [(m.measure, m.factor, m.case, m.whole, m.without) for m in self.measures],
            schema={
                "measure": polars.String, "factor": polars.String, "without": polars.String,
                "whole": polars.Float64, "left": polars.Float64,
            },
            orient="row",
        )  # fmt: skip


def sensitivity(graph: InteractionGraph) -> Sensitivity:
    """Leave out each case of the graph in turn; nothing where the study has no cases."""
    counting = graph.counting
    labels = () if counting.sides.cases is None else counting.sides.cases.labels
    held = {at for piece in counting.pieces for at in piece.cases}
    edges: list[EdgeWithout] = []
    measures: list[MeasureWithout] = []
    whole = _measures(graph, graph.edges)
    for at in sorted(held):
        left = edges_of(counting, without=at)
        by_key = {each.key: each for each in left}
        for edge in graph.edges:
            now = by_key.get(edge.key)
            counts = (0, 0) if now is None else (now.participants, now.passages)
            edges.append(EdgeWithout(edge, labels[at], *counts, now is not None))
        without = _measures(graph, left)
        measures += [
            MeasureWithout(*name, labels[at], value, without[name]) for name, value in whole.items()
        ]
    return Sensitivity(
        tuple(labels[at] for at in sorted(held)),
        tuple(edges),
        tuple(measures),
        tuple(each for each in graph.edges if each.only_case is not None),
        tuple(each for each in graph.edges if each.only_participant),
    )


def _measures(
    graph: InteractionGraph, edges: tuple[Edge, ...] | list[Edge]
) -> dict[tuple[str, str | None], float | None]:
    """Every measure by its name and factor."""
    at = {factor.id: index for index, factor in enumerate(graph.factors)}
    influences = [
        Influence(at[each.start], at[each.end], each.directed, each.sign, each.asserting)
        for each in edges
    ]
    found: dict[tuple[str, str | None], float | None] = {
        ("edges", None): len(edges),
        ("reciprocity", None): reciprocity(influences),
        ("loops", None): len(loops(influences).found),
    }
    each_strength = strengths(len(graph.factors), influences)
    for factor, strength in zip(graph.factors, each_strength, strict=True):
        found["in participants", factor.path] = strength.in_people
        found["out participants", factor.path] = strength.out_people
        found["undirected participants", factor.path] = strength.loose_people
    return found
