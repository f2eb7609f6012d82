"""The graphs that came with projects, and how much else was kept of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from crosscase.exchange.refi_written import ExportPlan, foreign_of
from crosscase.formats.refi_qda import records
from crosscase.model.ids import derived_id
from crosscase.model.nouns import Memo, Noun

__all__ = ["graphs_of"]

_KEPT_PARTS = ("selections", "codings", "values", "codes", "elements", "members")
_OWN = ("guid", "name", "represents", "start", "end", "attributes", "elements")


def graphs_of(
    plan: ExportPlan, kept: Sequence[Memo], others: Iterable[Noun]
) -> tuple[records.Graph, ...]:
    """The graphs that were kept with memos; what else was kept of projects stays and is told."""
    found, left = [], 0
    for memo in kept:
        for part, parts in foreign_of(memo)["project"].items():
            if part == "graphs":
                found += [_graph(each, plan) for each in parts]
            else:
                left += len(parts) if isinstance(parts, list) else 1
    for noun in others:
        said = foreign_of(noun)
        left += sum(len(said.get(part, ())) for part in _KEPT_PARTS)
    plan.tell("graph", len(found))
    plan.tell("kept part", 0, 0, left)
    return tuple(found)


def _graph(kept: dict[str, Any], plan: ExportPlan) -> records.Graph:
    """A graph as it was kept."""
    return records.Graph(
        guid=plan.free_guid(kept.get("guid"), derived_id("graph", str(kept.get("name")))),
        name=kept.get("name"),
        vertices=tuple(
            records.Vertex(
                guid=each["guid"],
                name=each.get("name"),
                represents=each.get("represents"),
                says={name: value for name, value in each.items() if name not in _OWN},
            )
            for each in kept.get("vertices", ())
        ),
        edges=tuple(
            records.Edge(
                guid=each["guid"],
                name=each.get("name"),
                represents=each.get("represents"),
                start=each.get("start"),
                end=each.get("end"),
                says={name: value for name, value in each.items() if name not in _OWN},
            )
            for each in kept.get("edges", ())
        ),
    )
