"""Revisions: which text shows, and where a coded span lies in it."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from crosscase.log.revisions import (
    RevisionNode,
    SpanMap,
    branches_in_conflict,
    current_revision,
    path_from_root,
)
from crosscase.model.edits import Edit, TextEdit, apply_edits


def node(
    key: int,
    parent: int | None,
    at: int | None = None,
    edits: tuple[tuple[int, int, int], ...] = (),
    settles: tuple[int, ...] = (),
) -> RevisionNode:
    rank = (key if at is None else at, b"", 0)
    return RevisionNode(key, parent, rank, tuple(Edit(*edit) for edit in edits), settles)


def tree(*nodes: RevisionNode) -> dict[int, RevisionNode]:
    return {each.key: each for each in nodes}


def test_the_greatest_child_is_taken_at_each_step() -> None:
    """Not the greatest of all: a late child of an older branch does not show."""
    nodes = tree(node(1, None), node(2, 1, 5), node(3, 1, 4), node(4, 3, 9))
    assert current_revision(nodes) == 2
    assert path_from_root(nodes, 4) == [1, 3, 4]


def test_no_revision_shows_when_none_stands_on_a_root() -> None:
    """An orphan, whose parent is not there, is no text."""
    assert current_revision({}) is None
    assert current_revision(tree(node(2, 1))) is None
    assert current_revision(tree(node(1, None), node(3, 2))) == 1


def test_a_forged_circle_of_parents_ends() -> None:
    """Neither the walk down nor the walk up goes on for ever."""
    nodes = tree(node(1, None), node(2, 3), node(3, 2))
    assert current_revision(nodes) == 1
    assert path_from_root(nodes, 2) == [3, 2]


def test_sibling_branches_are_in_conflict_until_they_are_settled() -> None:
    """A child of the current one that names the other's end settles it."""
    nodes = tree(node(1, None), node(2, 1, 3), node(3, 1, 2), node(4, 3, 9))
    assert branches_in_conflict(nodes, 2) == [4]
    nodes |= tree(node(5, 2, 10, settles=(4,)))
    assert branches_in_conflict(nodes, 5) == []


def test_what_was_added_to_a_settled_branch_later_is_settled_with_it() -> None:
    """The branch as such was decided about."""
    nodes = tree(node(1, None), node(2, 1, 3), node(3, 1, 2), node(4, 2, 5, settles=(3,)))
    nodes |= tree(node(6, 3, 11))
    assert branches_in_conflict(nodes, 4) == []


def test_a_span_goes_by_the_nearest_common_ancestor() -> None:
    """Back over its own branch's edit, then forward over the other's."""
    nodes = tree(
        node(1, None),
        node(2, 1, 9, edits=((0, 0, 10),)),
        node(3, 1, 5, edits=((0, 4, 1),)),
    )
    span_map = SpanMap(nodes, 2)
    assert span_map.carry(1, 6, 8) == (16, 18, "kept")
    assert span_map.carry(3, 3, 5) == (16, 18, "kept")
    assert span_map.carry(2, 3, 5) == (3, 5, "kept")
    assert span_map.carry(3, 0, 1).standing != "kept"


def test_a_span_on_an_unknown_revision_or_another_roots_text_is_lost() -> None:
    """Nothing says where its words would be; rather lost than at a wrong place."""
    nodes = tree(node(1, None, 9), node(2, None, 5), node(3, 8))
    span_map = SpanMap(nodes, 1)
    for revision in (2, 3, 7):
        assert span_map.carry(revision, 4, 6) == (4, 4, "lost")


WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def _random_tree(seed: int, count: int) -> tuple[dict[int, RevisionNode], dict[int, str]]:
    """Random revisions over one another, with the text of each."""
    chance = random.Random(seed)
    texts = {1: " ".join(chance.choices(WORDS, k=12))}
    nodes = tree(node(1, None))
    for key in range(2, count + 2):
        parent = chance.choice(list(nodes))
        text, edits, at = texts[parent], [], 0
        while at < len(text) and len(edits) < 3:
            start = chance.randint(at, len(text))
            end = min(len(text), start + chance.randint(0, 6))
            edits.append(TextEdit(start, end, chance.choice(["", "x", " new ", "word😀"])))
            at = end + 1
        texts[key] = apply_edits(text, edits)
        nodes[key] = RevisionNode(
            key, parent, (chance.randint(1, 99), b"", key), tuple(e.lengths for e in edits)
        )
    return nodes, texts


@given(st.integers(0, 100_000), st.integers(0, 7), st.integers(0, 99), st.integers(1, 20))
def test_kept_spans_hold_the_same_words_and_none_lies_past_the_end(
    seed: int, count: int, start: int, length: int
) -> None:
    """Whatever revision it was made on, in whatever tree."""
    nodes, texts = _random_tree(seed, count)
    current = current_revision(nodes)
    assert current is not None
    span_map = SpanMap(nodes, current)
    for key, text in texts.items():
        if not text:
            continue
        low = start % len(text)
        high = min(len(text), low + length)
        carried = span_map.carry(key, low, high)
        assert 0 <= carried.start_char <= carried.end_char <= len(texts[current])
        if carried.standing == "kept":
            words = texts[current][carried.start_char : carried.end_char]
            assert words == text[low:high]
        if carried.standing == "lost":
            assert carried.start_char == carried.end_char
