"""The one graph of codes: cycles are broken by a written rule, the same in every arrival order."""

from __future__ import annotations

import random
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.log.folding import FoldedEntity, fold_entity
from crosscase.log.records import Change, OperationName
from crosscase.log.trees import CODE_EDGES, fold_code_graph, would_close_a_cycle
from tests.log.changes_made import change, name

PLACE, MERGED_INTO = CODE_EDGES
NOTHING: frozenset[OperationName] = frozenset()


def code(letter: str) -> bytes:
    return letter.encode() * 16


def below(parent: str | None, key: str = "a00010") -> dict[int, object]:
    return {PLACE: [None if parent is None else code(parent), key]}


def into(other: str | None) -> dict[int, object]:
    return {MERGED_INTO: None if other is None else code(other)}


def put(letter: str, at: int, fields: Mapping[int, object], over: int = 0, by: int = 1) -> Change:
    """A change of a code; ``over`` is the time of the change of it that was seen (0: none)."""
    under = [name(over)] if over else []
    return change(at, fields, under, by=by, entity=code(letter))


def graph(*changes: Change) -> dict[bytes, list[Change]]:
    found: dict[bytes, list[Change]] = {}
    for each in changes:
        found.setdefault(each.entity, []).append(each)
    return found


def edges(folded: Mapping[bytes, FoldedEntity]) -> dict[bytes, list[bytes]]:
    found: dict[bytes, list[bytes]] = {}
    for entity, shown in folded.items():
        values = shown.values()
        place, merged = values.get(PLACE), values.get(MERGED_INTO)
        found[entity] = [end for end in (place[0] if place else None, merged) if end is not None]
    return found


def has_cycle(found: Mapping[bytes, list[bytes]]) -> bool:
    return any(
        would_close_a_cycle(found, start, end) for start, ends in found.items() for end in ends
    )


def parent(folded: Mapping[bytes, FoldedEntity], letter: str) -> bytes | None:
    value = folded[code(letter)].values().get(PLACE)
    return None if value is None else value[0]


def test_a_tree_stays_as_it_is() -> None:
    """Nothing is skipped where there is no cycle."""
    folded, skipped = fold_code_graph(
        graph(put("a", 1, below(None)), put("b", 2, below("a")), put("c", 3, below("b"))), NOTHING
    )
    assert skipped == {}
    assert parent(folded, "c") == code("b")


def test_two_moves_that_close_a_cycle_leave_the_older_one() -> None:
    """The younger edge falls back to where that code was before."""
    folded, skipped = fold_code_graph(
        graph(
            put("a", 1, below(None)),
            put("b", 2, below(None, "a00020")),
            put("a", 3, below("b"), over=1, by=1),
            put("b", 4, below("a"), over=2, by=2),
        ),
        NOTHING,
    )
    assert parent(folded, "a") == code("b")
    assert folded[code("b")].values()[PLACE] == [None, "a00020"]
    assert skipped == {code("b"): frozenset({(PLACE, name(4, 2))})}


def test_a_place_and_a_merge_close_a_cycle_too() -> None:
    """A code put below one that was merged into it elsewhere."""
    folded, skipped = fold_code_graph(
        graph(
            put("a", 1, below(None)),
            put("b", 2, below(None)),
            put("a", 3, below("b"), over=1),
            put("b", 4, into("a"), over=2, by=2),
        ),
        NOTHING,
    )
    assert parent(folded, "a") == code("b")
    assert folded[code("b")].values().get(MERGED_INTO) is None
    assert set(skipped) == {code("b")}


def test_a_fallback_that_closes_another_cycle_falls_back_again() -> None:
    """The next best value may lie in a cycle itself: it is skipped as well."""
    folded, skipped = fold_code_graph(
        graph(
            put("a", 1, below(None)),
            put("b", 2, below(None)),
            put("c", 3, below("a")),
            put("b", 5, below("a"), over=2),
            put("a", 6, below("b"), over=1, by=2),
            put("a", 7, below("c"), over=6, by=2),
        ),
        NOTHING,
    )
    # over=6 names writer 1; written by writer 2, so both moves of a stand side by side.
    assert not has_cycle(edges(folded))
    assert parent(folded, "a") is None
    assert skipped[code("a")] == {(PLACE, name(7, 2)), (PLACE, name(6, 2))}


def test_a_code_merged_into_itself_is_not() -> None:
    """A cycle of one."""
    folded, _ = fold_code_graph(
        graph(put("a", 1, below(None)), put("a", 2, into("a"), over=1)), NOTHING
    )
    assert folded[code("a")].values().get(MERGED_INTO) is None


def test_an_undone_move_closes_nothing() -> None:
    """Undo the older of two moves, and the younger one stands."""
    changes = graph(
        put("a", 1, below(None)),
        put("b", 2, below(None)),
        put("a", 3, below("b"), over=1),
        put("b", 4, below("a"), over=2, by=2),
    )
    folded, skipped = fold_code_graph(changes, frozenset({name(3)}))
    assert skipped == {}
    assert parent(folded, "b") == code("a")


def test_would_close_a_cycle_looks_along_all_edges() -> None:
    """From the new edge's end back to its start, at any remove."""
    present = {b"a": [b"b"], b"b": [b"c", b"d"], b"d": []}
    assert would_close_a_cycle(present, b"d", b"a")
    assert would_close_a_cycle(present, b"a", b"a")
    assert not would_close_a_cycle(present, b"a", b"d")


def _random_graph(seed: int, codes: int, moves: int) -> list[Change]:
    """Random places and merges by three writers, each over some of what that code had."""
    chance, letters = random.Random(seed), "abcdefgh"[:codes]
    made = [put(letter, at, below(None)) for at, letter in enumerate(letters, 1)]
    last = dict.fromkeys(letters, NOTHING)
    for at, letter in enumerate(letters, 1):
        last[letter] = frozenset({name(at)})
    for at in range(codes + 1, codes + moves + 1):
        letter, other = chance.choice(letters), chance.choice((*letters, None))
        fields = below(other) if chance.random() < 0.6 else into(other)
        by = chance.randint(1, 3)
        seen = sorted(last[letter]) if chance.random() < 0.5 else sorted(last[letter])[:1]
        new = change(at, fields, seen, by=by, entity=code(letter))
        made.append(new)
        last[letter] = (last[letter] - set(seen)) | {new.operation}
    return made


@settings(max_examples=150)
@given(
    st.integers(0, 100_000),
    st.integers(2, 8),
    st.integers(0, 20),
    st.randoms(use_true_random=False),
)
def test_cycles_are_broken_the_same_in_every_arrival_order(
    seed: int, codes: int, moves: int, chance: random.Random
) -> None:
    """No cycle is left, and shuffled codes and changes give the same tree and the same skips."""
    changes = _random_graph(seed, codes, moves)
    undone = frozenset(each.operation for each in changes if chance.random() < 0.15)
    folded, skipped = fold_code_graph(graph(*changes), undone)
    assert not has_cycle(edges(folded))
    mixed = list(changes)
    chance.shuffle(mixed)
    again, skipped_again = fold_code_graph(graph(*mixed), undone)
    assert skipped_again == skipped
    assert {entity: shown.values() for entity, shown in again.items()} == {
        entity: shown.values() for entity, shown in folded.items()
    }


@settings(max_examples=60)
@given(st.integers(0, 100_000), st.integers(2, 8), st.integers(0, 20))
def test_edges_are_skipped_only_where_there_is_a_cycle(seed: int, codes: int, moves: int) -> None:
    """A graph without one is what each code would show alone."""
    changes = _random_graph(seed, codes, moves)
    folded, skipped = fold_code_graph(graph(*changes), NOTHING)
    plain = {entity: fold_entity(all_, NOTHING) for entity, all_ in graph(*changes).items()}
    assert bool(skipped) == has_cycle(edges(plain))
    for entity in plain.keys() - skipped.keys():
        assert folded[entity] == plain[entity]
