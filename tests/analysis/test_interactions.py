"""Strength, reciprocity and loops of signed graphs, on graphs small enough to count by eye."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis.graph_layout import graph_positions
from crosscase.analysis.interactions import (
    Influence,
    loop_sign,
    loops,
    reciprocity,
    strengths,
)

A, B, C, D = range(4)


def influence(
    start: int,
    end: int,
    sign: str | None = "+",
    people: tuple[int, ...] = (),
    directed: bool = True,
) -> Influence:
    """An edge in few words."""
    return Influence(start, end, directed, sign, frozenset(people))


def test_strength_counts_people_once_and_sums_beside() -> None:
    """A participant who asserts two edges into a factor is one of its people and two of its sum."""
    found = strengths(3, [influence(A, C, people=(1, 2)), influence(B, C, people=(2,))])
    assert (found[C].in_edges, found[C].in_people, found[C].in_strength) == (2, 2, 3)
    assert (found[A].out_edges, found[A].out_people) == (1, 2)
    assert found[C].out_edges == found[C].loose_edges == 0


def test_undirected_edges_are_in_no_strength_but_their_own() -> None:
    """Nothing is inferred from the order in which two factors are named."""
    found = strengths(2, [influence(A, B, people=(1,), directed=False)])
    assert [(each.in_edges, each.out_edges, each.loose_edges) for each in found] == [(0, 0, 1)] * 2
    assert [each.loose_people for each in found] == [1, 1]
    assert reciprocity([influence(A, B, directed=False)]) is None
    assert loops([influence(A, B, directed=False), influence(B, A, directed=False)]).found == ()


def test_reciprocity_is_the_share_of_answered_pairs() -> None:
    """Of three directed pairs two answer one another; parallel edges are one pair."""
    edges = [influence(A, B), influence(A, B, "-"), influence(B, A), influence(B, C)]
    assert reciprocity(edges) == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        (["+", "+"], "reinforcing"),
        (["-", "-", "+"], "reinforcing"),
        (["-", "+"], "balancing"),
        (["-", "-", "-"], "balancing"),
        (["-", "mixed"], "undetermined"),
        (["+", None], "undetermined"),
    ],
)
def test_the_sign_of_a_loop_goes_by_its_negative_influences(
    signs: list[str | None], expected: str
) -> None:
    """Even reinforces, odd balances, and what is not known decides nothing."""
    assert loop_sign(signs) == expected


def test_loops_are_listed_from_their_least_factor_and_the_shortest_first() -> None:
    """A pair and a triangle that share a factor."""
    edges = [influence(C, A), influence(B, C, "-"), influence(A, B), influence(D, A),
             influence(A, D, "-")]  # fmt: skip
    found = loops(edges)
    assert [(each.factors, each.sign) for each in found.found] == [
        ((A, D), "balancing"),
        ((A, B, C), "balancing"),
    ]
    assert found.found[0].steps == ((4,), (3,))
    assert not found.cut and not found.has_longer


def test_influences_side_by_side_that_disagree_leave_a_loop_undetermined() -> None:
    """One participant says that it strengthens, another that it weakens."""
    (found,) = loops([influence(A, B, "+"), influence(A, B, "-"), influence(B, A, "+")]).found
    assert found.sign == "undetermined"
    assert found.steps == ((0, 1), (2,))


def test_loops_are_cut_and_said_to_be() -> None:
    """Seven factors that all act on all have thousands of loops."""
    edges = [influence(a, b) for a in range(7) for b in range(7) if a != b]
    found = loops(edges, most=50)
    assert len(found.found) == 50 and found.cut
    assert loops(edges, most=50) == found
    ring = [influence(at, (at + 1) % 6) for at in range(6)]
    assert loops(ring, longest=4).found == () and loops(ring, longest=4).has_longer
    assert len(loops(ring, longest=6).found) == 1


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()).filter(
            lambda each: each[0] != each[1]
        ),
        max_size=20,
    )
)
def test_what_comes_in_is_what_goes_out(pairs: list[tuple[int, int, bool]]) -> None:
    """Over all factors, whatever the graph."""
    edges = [influence(a, b, people=(a,), directed=directed) for a, b, directed in pairs]
    found = strengths(6, edges)
    assert sum(each.in_strength for each in found) == sum(each.out_strength for each in found)
    assert sum(each.loose_edges for each in found) == 2 * sum(not each.directed for each in edges)


@given(st.integers(0, 30), st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=40))
def test_a_graph_lies_on_paper_the_same_way_twice(nodes: int, pairs: list[tuple[int, int]]) -> None:
    """Inside its frame, however it hangs together."""
    edges = [(a, b) for a, b in pairs if a < nodes and b < nodes and a != b]
    found = graph_positions(nodes, edges)
    assert found == graph_positions(nodes, edges)
    assert len(found) == nodes
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in found)
