"""The graph of factors: what acts on what, who says so, and of how many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from crosscase.analysis.interactions import (
    LONGEST_LOOP,
    MOST_LOOPS,
    Influence,
    Loops,
    Strength,
    loops,
    reciprocity,
    strengths,
)
from crosscase.model.counted import counted
from crosscase.model.ids import Id
from crosscase.study_synthesis.interaction_counts import NOBODY, Everybody, Piece, Side, Sides
from crosscase.study_synthesis.interaction_reading import Interaction, Resting
from crosscase.study_synthesis.small_samples import small_sample_warnings

if TYPE_CHECKING:
    import polars

    from crosscase.study_synthesis.interaction_sensitivity import Sensitivity

__all__ = ["Counting", "Edge", "Factor", "InteractionGraph", "edges_of", "graph_notes"]


@dataclass(frozen=True, slots=True)
class Factor:
    """A code that takes part; ``path`` has the codes above it."""

    id: Id
    name: str
    path: str
    colour: str | None


@dataclass(frozen=True, slots=True)
class Edge:
    """All interactions of one direction and sign between two factors.

    ``participants`` assert it, of ``of`` who were interviewed; ``inferred_from`` speak in the
    passages from which analysts infer it. ``cases`` and ``sectors`` are those of the passages for
    it (None where the study has none). ``only_case`` is the case without which no passage for it
    is left, ``only_participant`` says that all of them are one participant's.
    """

    start: Id
    end: Id
    start_name: str
    end_name: str
    directed: bool
    sign: str | None
    links: tuple[Id, ...]
    asserted: int
    inferred: int
    participants: int
    of: int
    cases: int | None
    sectors: int | None
    passages: int
    against: int
    against_participants: int
    inferred_from: int
    only_case: str | None
    only_participant: bool
    by: tuple[int, ...] = ()
    passages_by: tuple[int, ...] = ()
    asserting: frozenset[int] = field(default=frozenset(), repr=False)

    @property
    def key(self) -> str:
        """What tells this edge from all others."""
        return f"{self.start}.{self.end}.{'d' if self.directed else 'u'}.{self.sign or 'none'}"

    @property
    def basis_words(self) -> str:
        """How it came about: asserted, inferred, or both."""
        told = (("asserted", self.asserted), ("inferred", self.inferred))
        return " and ".join(word for word, number in told if number)

    @property
    def said(self) -> str:
        """The edge in a line: Money -> Trust (-)."""
        arrow = "->" if self.directed else "--"
        return f"{self.start_name} {arrow} {self.end_name}" + (f" ({self.sign})" * bool(self.sign))


@dataclass(frozen=True, eq=False)
class InteractionGraph:
    """Factors and edges, with what a reader has to know of them.

    ``hidden`` rest on removed codes; ``groups`` are the members of what edges are told by.
    """

    title: str
    factors: tuple[Factor, ...]
    edges: tuple[Edge, ...]
    of: Everybody
    case_noun: str | None
    group_noun: str | None
    groups: tuple[str, ...]
    hidden: tuple[Resting, ...]
    notes: tuple[str, ...]
    where: str | None
    basis: str | None
    left_out: str | None
    counting: Counting = field(repr=False)

    @cached_property
    def influences(self) -> tuple[Influence, ...]:
        """The edges by the numbers of their factors."""
        return tuple(_influences(self.factors, self.edges))

    @cached_property
    def strengths(self) -> tuple[Strength, ...]:
        """In and out strength, factor by factor; undirected edges stand by themselves."""
        return tuple(strengths(len(self.factors), self.influences))

    @cached_property
    def reciprocity(self) -> float | None:
        """The share of directed pairs that are answered; None without a directed edge."""
        return reciprocity(self.influences)

    def loops(self, *, most: int = MOST_LOOPS, longest: int = LONGEST_LOOP) -> Loops:
        """The loops of directed edges (see ``crosscase.analysis.interactions.loops``)."""
        return loops(self.influences, most=most, longest=longest)

    def sensitivity(self) -> Sensitivity:
        """What remains of each edge and each measure when one case is left out."""
        from crosscase.study_synthesis.interaction_sensitivity import sensitivity

        return sensitivity(self)

    def frame(self) -> polars.DataFrame:
        """The edges, a row each."""
        from crosscase.study_synthesis.interaction_frames import edge_frame

        return edge_frame(self)

    def by_frame(self) -> polars.DataFrame:
        """Edges by the members of what they are told by: participants of how many, passages."""
        from crosscase.study_synthesis.interaction_frames import by_frame

        return by_frame(self)

    def factor_frame(self) -> polars.DataFrame:
        """The factors with their strength, a row each."""
        from crosscase.study_synthesis.interaction_frames import factor_frame

        return factor_frame(self)

    def loop_frame(self, *, most: int = MOST_LOOPS, longest: int = LONGEST_LOOP) -> Any:
        """The loops, a row each."""
        from crosscase.study_synthesis.interaction_frames import loop_frame

        return loop_frame(self, self.loops(most=most, longest=longest))

    def to_csv(self) -> bytes:
        """The edges as csv, by group where they are told so."""
        from crosscase.study_synthesis.interaction_frames import graph_csv

        return graph_csv(self)

    def to_json(self) -> dict[str, Any]:
        """All of it as plain values."""
        from crosscase.study_synthesis.interaction_frames import graph_json

        return graph_json(self)


@dataclass(frozen=True, eq=False)
class Counting:
    """What edges are counted from: interactions, and the pieces of their evidence.

    ``spoken_for`` are those that have any passage for them, counted here or not; ``narrowed``
    says that only edges with a passage that is counted are told.
    """

    factors: Mapping[int, Factor]
    interactions: Sequence[Interaction]
    pieces: Sequence[Piece]
    sides: Sides
    spoken_for: frozenset[int]
    narrowed: bool
    of: int


def edges_of(counting: Counting, without: int | None = None) -> list[Edge]:
    """The edges that stand, the strongest first; ``without`` leaves out a case by its number.

    An edge with evidence stands while a passage for it is counted; one without any stands too,
    but where a question narrows what is counted.
    """
    keys: dict[tuple[int, int, bool, str | None], list[int]] = {}
    for index, each in enumerate(counting.interactions):
        key = (each.start, each.end, each.directed, each.link.sign)
        keys.setdefault(key, []).append(index)
    mine: dict[int, list[Piece]] = {}
    for piece in counting.pieces:
        mine.setdefault(piece.of, []).append(piece)
    found = []
    for (start, end, directed, sign), indices in keys.items():
        every = [piece for index in indices for piece in mine.get(index, ())]
        left = [each for each in every if without is None or without not in each.cases]
        had = counting.narrowed or not counting.spoken_for.isdisjoint(indices)
        if had and all(each.against for each in left):
            continue
        ends = (counting.factors[start], counting.factors[end])
        found.append(_edge(counting, ends, (directed, sign), indices, left))
    found.sort(key=lambda e: (-e.participants, -e.passages, e.start_name.casefold(),
                              e.end_name.casefold(), e.key))  # fmt: skip
    return found


def _edge(
    counting: Counting,
    ends: tuple[Factor, Factor],
    way: tuple[bool, str | None],
    indices: Sequence[int],
    left: Sequence[Piece],
) -> Edge:
    bases = {index: counting.interactions[index].link.basis for index in indices}
    speaks = [each for each in left if not each.against]
    asserting = _people(each for each in speaks if bases[each.of] == "asserted")
    against = [each for each in left if each.against]
    cases, sectors, grouped = counting.sides
    groups = () if grouped is None else grouped.labels
    return Edge(
        start=ends[0].id,
        end=ends[1].id,
        start_name=ends[0].name,
        end_name=ends[1].name,
        directed=way[0],
        sign=way[1],
        links=tuple(counting.interactions[index].link.id for index in indices),
        asserted=sum(basis == "asserted" for basis in bases.values()),
        inferred=sum(basis != "asserted" for basis in bases.values()),
        participants=len(asserting),
        of=counting.of,
        cases=None if cases is None else _reach(speaks, lambda each: each.cases),
        sectors=None if sectors is None else _reach(speaks, lambda each: each.sectors),
        passages=len({each.place for each in speaks}),
        against=len({each.place for each in against}),
        against_participants=len(_people(against)),
        inferred_from=len(_people(each for each in speaks if bases[each.of] != "asserted")),
        only_case=_only_case(cases, speaks),
        only_participant=_is_of_one(speaks),
        by=tuple(
            len(_people(e for e in speaks if at in e.own_groups and bases[e.of] == "asserted"))
            for at in range(len(groups))
        ),
        passages_by=tuple(
            len({each.place for each in speaks if at in each.groups}) for at in range(len(groups))
        ),
        asserting=frozenset(asserting),
    )


def _people(pieces: Iterable[Piece]) -> set[int]:
    return {each.person for each in pieces} - {NOBODY}


def _reach(pieces: Iterable[Piece], of: Callable[[Piece], frozenset[int]]) -> int:
    return len({at for each in pieces for at in of(each)})


def _only_case(cases: Side | None, speaks: Sequence[Piece]) -> str | None:
    """The case without which no passage is left, where there is one."""
    if cases is None or not speaks:
        return None
    shared = frozenset.intersection(*(each.cases for each in speaks))
    return cases.labels[min(shared)] if shared else None


def _is_of_one(speaks: Sequence[Piece]) -> bool:
    people = {each.person for each in speaks}
    return len(people) == 1 and NOBODY not in people


def _influences(factors: Sequence[Factor], edges: Sequence[Edge]) -> list[Influence]:
    at = {factor.id: index for index, factor in enumerate(factors)}
    return [
        Influence(at[each.start], at[each.end], each.directed, each.sign, each.asserting)
        for each in edges
    ]


def graph_notes(
    edges: Sequence[Edge],
    of: Everybody,
    groups: Sequence[tuple[str, int]],
    hidden: Sequence[Resting],
    joined: int,
) -> tuple[str, ...]:
    """What a reader of the graph has to know, the warnings first."""
    notes = small_sample_warnings(of.participants, groups)
    alone = sum(each.only_participant for each in edges)
    if alone:
        notes.append(f"{counted(alone, 'edge rests', 'edges rest')} on one participant.")
    unheard = sum(each.asserted > 0 and not each.participants for each in edges)
    if unheard:
        notes.append(
            f"{counted(unheard, 'edge')} said to be asserted, but no participant's passage "
            "stands behind it now."
        )
    bare = sum(not each.passages for each in edges)
    if bare:
        notes.append(f"No passage stands behind {counted(bare, 'edge')}.")
    if hidden:
        verb = "rests" if len(hidden) == 1 else "rest"
        notes.append(f"{counted(len(hidden), 'interaction')} {verb} on a removed code: hidden.")
    if joined:
        verb = "joins" if joined == 1 else "join"
        notes.append(
            f"{counted(joined, 'interaction')} {verb} two codes that were merged into one: hidden."
        )
    return tuple(notes)
