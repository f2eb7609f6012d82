"""Signed graphs of factors: strength, reciprocity and loops, on plain numbers.

Sources: strength is the sum of the weights of edges (Barrat, Barthélemy, Pastor-Satorras and
Vespignani 2004, PNAS 101:3747, eq. 2), here of participants; reciprocity is the share of directed
pairs that are answered (Newman 2010, Networks, eq. 7.32); a loop with an even number of negative
influences reinforces a change, one with an odd number works against it (Maruyama 1963, American
Scientist 51:164; Richardson 1986). Loops are found by Johnson's way (1975, SIAM J. Comput. 4:77).

Limits: these numbers describe what was said and recorded. They are no estimates of effects, and
a loop is a reading of several statements together that nobody may have made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

__all__ = [
    "LONGEST_LOOP",
    "MOST_LOOPS",
    "Influence",
    "Loop",
    "LoopSign",
    "Loops",
    "Strength",
    "loop_sign",
    "loops",
    "reciprocity",
    "strengths",
]

MOST_LOOPS = 200
LONGEST_LOOP = 8

LoopSign = Literal["reinforcing", "balancing", "undetermined"]


class Influence(NamedTuple):
    """An edge: factors by number, whether it has a direction, and its sign (+, -, mixed, None).

    ``people`` are the participants who assert it, by any number of theirs.
    """

    start: int
    end: int
    directed: bool
    sign: str | None
    people: frozenset[int] = frozenset()


class Strength(NamedTuple):
    """How strongly one factor is tied: edges, people (each once), and the sums over edges.

    Undirected edges are in ``loose`` alone, never in what comes in or goes out.
    """

    in_edges: int
    in_people: int
    in_strength: int
    out_edges: int
    out_people: int
    out_strength: int
    loose_edges: int
    loose_people: int


@dataclass(frozen=True, slots=True)
class Loop:
    """Factors in a circle, the least number first, and the influences from each to the next.

    ``steps`` holds for each factor the indices of the edges that lead to the next one.
    """

    factors: tuple[int, ...]
    steps: tuple[tuple[int, ...], ...]
    sign: LoopSign


@dataclass(frozen=True, slots=True)
class Loops:
    """The loops that were found, the shortest first; ``cut`` when there are more of them."""

    found: tuple[Loop, ...]
    cut: bool
    longest: int
    has_longer: bool


def strengths(factors: int, edges: Sequence[Influence]) -> list[Strength]:
    """The strength of each factor from 0 to ``factors`` - 1.

    Arguments:
        factors: how many there are.
        edges: influences between them; an undirected one counts for both of its ends.
    """
    ways = ("in", "out", "loose")
    count = [dict.fromkeys(ways, 0) for _ in range(factors)]
    weight = [dict.fromkeys(ways, 0) for _ in range(factors)]
    people: list[dict[str, set[int]]] = [{way: set() for way in ways} for _ in range(factors)]
    for edge in edges:
        for way, factor in _ends(edge):
            count[factor][way] += 1
            weight[factor][way] += len(edge.people)
            people[factor][way] |= edge.people
    return [
        Strength(
            count[at]["in"], len(people[at]["in"]), weight[at]["in"],
            count[at]["out"], len(people[at]["out"]), weight[at]["out"],
            count[at]["loose"], len(people[at]["loose"]),
        )
        for at in range(factors)
    ]  # fmt: skip


def _ends(edge: Influence) -> tuple[tuple[str, int], tuple[str, int]]:
    if not edge.directed:
        return ("loose", edge.start), ("loose", edge.end)
    return ("out", edge.start), ("in", edge.end)


def reciprocity(edges: Sequence[Influence]) -> float | None:
    """The share of directed pairs of factors of which the other direction is there too.

    Signs make no difference, and several edges from one factor to another are one pair. None
    where no edge has a direction.
    """
    pairs = {(edge.start, edge.end) for edge in edges if edge.directed}
    if not pairs:
        return None
    return sum((end, start) in pairs for start, end in pairs) / len(pairs)


def loops(
    edges: Sequence[Influence], *, most: int = MOST_LOOPS, longest: int = LONGEST_LOOP
) -> Loops:
    """The loops of directed influences: each goes through a factor once.

    Arguments:
        edges: influences; those without a direction lead nowhere and are passed over.
        most: no more than so many are looked for.
        longest: loops of more factors are left out.

    Returns:
        The loops by length and numbers; ``cut`` says that there are more than ``most`` (which
        ones were found then depends on where the search began), ``has_longer`` that factors
        hang together in a circle which is too large for any of these.
    """
    import networkx as nx

    between: dict[tuple[int, int], list[int]] = {}
    for index, edge in enumerate(edges):
        if edge.directed and edge.start != edge.end:
            between.setdefault((edge.start, edge.end), []).append(index)
    graph = nx.DiGraph(sorted(between))
    circles = list(islice(nx.simple_cycles(graph, length_bound=longest), most + 1))
    has_longer = any(len(part) > longest for part in nx.strongly_connected_components(graph))
    turned = sorted((_from_least(circle) for circle in circles[:most]), key=lambda c: (len(c), c))
    found = []
    for circle in turned:
        steps = tuple(
            tuple(between[pair]) for pair in zip(circle, (*circle[1:], circle[0]), strict=True)
        )
        signs = [_sign_of([edges[index].sign for index in step]) for step in steps]
        found.append(Loop(circle, steps, loop_sign(signs)))
    return Loops(tuple(found), len(circles) > most, longest, has_longer)


def loop_sign(signs: Sequence[str | None]) -> LoopSign:
    """Reinforcing with an even number of negative influences, balancing with an odd one.

    Undetermined where one of them is mixed or has no sign.
    """
    if any(sign not in ("+", "-") for sign in signs):
        return "undetermined"
    return "reinforcing" if sum(sign == "-" for sign in signs) % 2 == 0 else "balancing"


def _sign_of(signs: Sequence[str | None]) -> str | None:
    """The sign of influences side by side: theirs where they agree."""
    return signs[0] if len(set(signs)) == 1 else "mixed"


def _from_least(circle: Sequence[int]) -> tuple[int, ...]:
    at = circle.index(min(circle))
    return (*circle[at:], *circle[:at])
