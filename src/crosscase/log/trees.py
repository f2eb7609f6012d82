"""The one graph of codes: ``place`` and ``merged_into`` together, folded without cycles.

While the graph has a cycle, the youngest edge that lies in one is skipped, and that field
falls back to its next best value. The result depends on the log alone, never on the order in
which it arrived.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscase.log.folding import FoldedEntity, fold_entity
from crosscase.log.records import Change, OperationName
from crosscase.model.kinds import KINDS

__all__ = ["CODE_EDGES", "fold_code_graph", "would_close_a_cycle"]

_PLACE = KINDS["code"].by_name["place"].number
_MERGED_INTO = KINDS["code"].by_name["merged_into"].number
CODE_EDGES = (_PLACE, _MERGED_INTO)

Skipped = frozenset[tuple[int, OperationName]]


def fold_code_graph(
    changes_of: Mapping[bytes, Sequence[Change]],
    undone: frozenset[OperationName] | set[OperationName],
) -> tuple[dict[bytes, FoldedEntity], dict[bytes, Skipped]]:
    """Fold all codes together; returns what shows of each, and the edges that were skipped."""
    folded = {entity: fold_entity(changes, undone) for entity, changes in changes_of.items()}
    skipped: dict[bytes, Skipped] = {}
    while True:
        edges = _edges(folded)
        circular = _edges_in_cycles(edges)
        if not circular:
            return folded, skipped
        youngest = max(circular, key=lambda edge: _age(folded, edge))
        entity, number, _ = youngest
        operation = folded[entity].fields[number].winner.operation
        skipped[entity] = skipped.get(entity, frozenset()) | {(number, operation)}
        folded[entity] = fold_entity(changes_of[entity], undone, skipped[entity])


Edge = tuple[bytes, int, bytes]


def _age(folded: Mapping[bytes, FoldedEntity], edge: Edge) -> tuple[int, bytes, int, bytes, int]:
    entity, number, _ = edge
    winner = folded[entity].fields[number].winner
    return winner.at, winner.writer, winner.seq, entity, number


def _edges(folded: Mapping[bytes, FoldedEntity]) -> list[Edge]:
    found: list[Edge] = []
    for entity, code in folded.items():
        place = code.fields.get(_PLACE)
        if place is not None and place.value is not None and place.value[0] is not None:
            found.append((entity, _PLACE, place.value[0]))
        merged = code.fields.get(_MERGED_INTO)
        if merged is not None and merged.value is not None:
            found.append((entity, _MERGED_INTO, merged.value))
    return found


def _edges_in_cycles(edges: Sequence[Edge]) -> list[Edge]:
    """The edges whose two ends lie in one strongly connected part (Tarjan 1972, iterative)."""
    below: dict[bytes, list[bytes]] = {}
    for start, _, end in edges:
        below.setdefault(start, []).append(end)
        below.setdefault(end, [])
    part = _strong_parts(below)
    return [edge for edge in edges if edge[0] == edge[2] or part[edge[0]] == part[edge[2]]]


def _strong_parts(below: Mapping[bytes, Sequence[bytes]]) -> dict[bytes, int]:
    order: dict[bytes, int] = {}
    low: dict[bytes, int] = {}
    part: dict[bytes, int] = {}
    open_: list[bytes] = []
    for root in below:
        if root in order:
            continue
        walk: list[tuple[bytes, int]] = [(root, 0)]
        while walk:
            node, step = walk.pop()
            if step == 0:
                order[node] = low[node] = len(order)
                open_.append(node)
            else:
                low[node] = min(low[node], low[below[node][step - 1]])
            for index in range(step, len(below[node])):
                child = below[node][index]
                if child not in order:
                    walk += [(node, index + 1), (child, 0)]
                    break
                if child not in part:
                    low[node] = min(low[node], order[child])
            else:
                if low[node] == order[node]:
                    while True:
                        member = open_.pop()
                        part[member] = order[node]
                        if member == node:
                            break
    return part


def would_close_a_cycle(edges: Mapping[bytes, Sequence[bytes]], start: bytes, end: bytes) -> bool:
    """Whether a new edge from start to end would close a cycle, given all present edges."""
    seen: set[bytes] = set()
    ahead = [end]
    while ahead:
        node = ahead.pop()
        if node == start:
            return True
        if node not in seen:
            seen.add(node)
            ahead += edges.get(node, ())
    return False
