"""The graph of factors as a figure, and where each factor lies in it."""

from __future__ import annotations

from typing import Literal

from crosscase.analysis.graph_layout import graph_positions
from crosscase.model.nouns import Study
from crosscase.report.figures import Caption, Figure, framed
from crosscase.store.as_of import state_name
from crosscase.store.session import Reading
from crosscase.study_synthesis.interaction_graph import InteractionGraph

__all__ = ["interaction_figure", "places_of"]

_HOW_TO_READ = (
    "Width: participants who say so, 0 to {most}. Arrows stand only where a person said which "
    "factor acts; nearness says nothing."
)


def places_of(graph: InteractionGraph) -> list[tuple[float, float]]:
    """Where each factor of the graph lies on paper."""
    pairs = [(each.start, each.end) for each in graph.influences]
    return graph_positions(len(graph.factors), pairs)


def interaction_figure(reading: Reading, graph: InteractionGraph) -> Figure:
    """The graph as a chart, with its caption."""
    from crosscase.report.figures.interactions import DrawnEdge, DrawnFactor, interaction_chart

    factors = [
        DrawnFactor(factor.name, x, y)
        for factor, (x, y) in zip(graph.factors, places_of(graph), strict=True)
    ]
    edges = [
        DrawnEdge(influence.start, influence.end, edge.directed, edge.sign, edge.participants)
        for influence, edge in zip(graph.influences, graph.edges, strict=True)
    ]
    most = max((each.participants for each in graph.edges), default=0)
    read = _HOW_TO_READ.format(most=most)
    title = next((each.title for each in reading.all(Study)), "") or ""
    of = f"Of {graph.of.participants:,} participants interviewed"
    caption = Caption(of, state_name(reading.file), title, (*graph.notes, read))
    chart = framed(interaction_chart(factors, edges), graph.title, caption, width=700)
    apart: Literal["independent"] = "independent"
    figure: Figure = chart.resolve_scale(color=apart, y=apart, strokeDash=apart, size=apart)
    return figure
