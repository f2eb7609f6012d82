"""The graph of factors as frames and as plain values."""

from __future__ import annotations

from typing import Any

import polars

from crosscase.analysis.interactions import Loops
from crosscase.formats.tables import write_csv
from crosscase.study_synthesis.interaction_graph import InteractionGraph

__all__ = [
    "by_frame",
    "edge_frame",
    "factor_frame",
    "graph_csv",
    "graph_json",
    "loop_frame",
    "loop_words",
]

_EDGES = {
    "from": polars.String, "to": polars.String, "directed": polars.Boolean,
    "sign": polars.String, "participants": polars.Int64, "of": polars.Int64,
    "cases": polars.Int64, "sectors": polars.Int64, "passages": polars.Int64,
    "against": polars.Int64, "against_participants": polars.Int64, "asserted": polars.Int64,
    "inferred": polars.Int64, "inferred_from": polars.Int64, "only_case": polars.String,
    "only_participant": polars.Boolean,
}  # fmt: skip
_STRENGTHS = ("in_edges", "in_participants", "in_strength", "out_edges", "out_participants",
              "out_strength", "undirected_edges", "undirected_participants")  # fmt: skip


def edge_frame(graph: InteractionGraph) -> polars.DataFrame:
    """The edges, the strongest first; ``of`` is of how many interviewed."""
    rows = [
        (e.start_name, e.end_name, e.directed, e.sign, e.participants, e.of, e.cases, e.sectors,
         e.passages, e.against, e.against_participants, e.asserted, e.inferred, e.inferred_from,
         e.only_case, e.only_participant)
        for e in graph.edges
    ]  # fmt: skip
    return polars.DataFrame(rows, schema=_EDGES, orient="row")


def by_frame(graph: InteractionGraph) -> polars.DataFrame:
    """A row for each edge and member of what edges are told by."""
    rows = [
        (e.start_name, e.end_name, e.directed, e.sign, group, e.by[at], graph.of.in_group[at],
         e.passages_by[at])
        for e in graph.edges
        for at, group in enumerate(graph.groups)
    ]  # fmt: skip
    schema = {
        "from": polars.String, "to": polars.String, "directed": polars.Boolean,
        "sign": polars.String, graph.group_noun or "group": polars.String,
        "participants": polars.Int64, "of": polars.Int64, "passages": polars.Int64,
    }  # fmt: skip
    return polars.DataFrame(rows, schema=schema, orient="row")


def factor_frame(graph: InteractionGraph) -> polars.DataFrame:
    """The factors in the order of the codebook, with their strength."""
    rows = [
        (factor.name, factor.path, *strength)
        for factor, strength in zip(graph.factors, graph.strengths, strict=True)
    ]
    schema = {"factor": polars.String, "path": polars.String} | dict.fromkeys(
        _STRENGTHS, polars.Int64
    )
    return polars.DataFrame(rows, schema=schema, orient="row")


def loop_words(graph: InteractionGraph, factors: tuple[int, ...]) -> str:
    """A loop in a line: Money -> Trust -> Money."""
    names = [graph.factors[at].name for at in (*factors, factors[0])]
    return " -> ".join(names)


def loop_frame(graph: InteractionGraph, found: Loops) -> polars.DataFrame:
    """A row a loop; ``participants`` assert its weakest step, ``all_steps`` assert every one."""
    rows = []
    for loop in found.found:
        people = [
            frozenset().union(*(graph.edges[index].asserting for index in step))
            for step in loop.steps
        ]
        rows.append(
            (
                loop_words(graph, loop.factors),
                len(loop.factors),
                loop.sign,
                min(map(len, people)),
                len(frozenset.intersection(*people)),
            )
        )
    schema = {
        "loop": polars.String, "length": polars.Int64, "sign": polars.String,
        "participants": polars.Int64, "all_steps": polars.Int64,
    }  # fmt: skip
    return polars.DataFrame(rows, schema=schema, orient="row")


def graph_csv(graph: InteractionGraph) -> bytes:
    """The edges, or these by group."""
    frame = graph.frame() if graph.group_noun is None else graph.by_frame()
    return write_csv(frame.columns, frame.iter_rows(), guard=True)


def graph_json(graph: InteractionGraph) -> dict[str, Any]:
    """The graph as plain values."""
    found = graph.loops()
    return {
        "title": graph.title,
        "of": {
            "participants": graph.of.participants,
            "cases": graph.of.cases,
            "sectors": graph.of.sectors,
        },
        "edges": [
            {"key": each.key, "links": list(each.links), **row}
            for each, row in zip(graph.edges, edge_frame(graph).to_dicts(), strict=True)
        ],
        "by": by_frame(graph).to_dicts() if graph.group_noun else [],
        "factors": factor_frame(graph).to_dicts(),
        "reciprocity": graph.reciprocity,
        "loops": loop_frame(graph, found).to_dicts(),
        "loops_cut": found.cut,
        "hidden": [
            {"interaction": each.id, "from": each.start, "to": each.end, "removed": each.removed}
            for each in graph.hidden
        ],
        "notes": list(graph.notes),
    }
