"""Where the factors of a graph lie on paper: the same graph always lies the same way.

Kamada and Kawai 1989 (Information Processing Letters 31:7): distances on paper follow distances
in the graph. Beyond ``MOST_BY_DISTANCE`` factors springs are used (Fruchterman and Reingold
1991) with a fixed seed. Nearness says nothing by itself: it is only a way to draw.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["MOST_BY_DISTANCE", "graph_positions"]

MOST_BY_DISTANCE = 60
_SEED = 20
_LEAST_APART = 2.0  # steps between parts that nothing joins


def graph_positions(nodes: int, edges: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """A place for each node from 0 to ``nodes`` - 1, both coordinates from 0 to 1.

    Arguments:
        nodes: how many there are.
        edges: pairs of nodes that lie near one another; directions make no difference.
    """
    import networkx as nx

    if nodes < 2:
        return [(0.5, 0.5)] * nodes
    graph = nx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(edges)
    around = nx.circular_layout(graph)
    if nodes == 2:
        found = around
    elif nodes > MOST_BY_DISTANCE:
        found = nx.spring_layout(graph, pos=around, seed=_SEED, iterations=100)
    else:
        found = nx.kamada_kawai_layout(graph, dist=_distances(graph), pos=around)
    xs = _stretched([float(found[node][0]) for node in range(nodes)])
    ys = _stretched([float(found[node][1]) for node in range(nodes)])
    return list(zip(xs, ys, strict=True))


def _distances(graph: object) -> dict[int, dict[int, float]]:
    """Steps from node to node; parts that nothing joins lie half as far as the longest way."""
    import networkx as nx

    steps = {node: dict(lengths) for node, lengths in nx.all_pairs_shortest_path_length(graph)}
    longest = max((far for lengths in steps.values() for far in lengths.values()), default=0)
    apart = max(_LEAST_APART, longest / 2)
    return {
        node: {other: float(lengths.get(other, apart)) for other in steps}
        for node, lengths in steps.items()
    }


def _stretched(numbers: Sequence[float]) -> list[float]:
    low, high = min(numbers), max(numbers)
    if high - low < 1e-9:
        return [0.5] * len(numbers)
    return [round((number - low) / (high - low), 4) for number in numbers]
