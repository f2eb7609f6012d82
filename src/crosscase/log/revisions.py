"""Revisions of a source: which one is current, and where a coded span lies in it.

Revisions form a tree. From the root the greatest child (at, writer) is taken at each step. A
span made on any revision is carried back to the nearest ancestor that it shares with the
current one, and then forward.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crosscase.model.edits import CarriedSpan, Edit, carry_span, inverted

__all__ = [
    "RevisionNode",
    "SpanMap",
    "branches_in_conflict",
    "current_revision",
    "first_missing",
    "path_from_root",
]


@dataclass(frozen=True, slots=True)
class RevisionNode:
    """What the rules need of a revision; ``key`` is any number, ``rank`` is when it was made."""

    key: int
    parent: int | None
    rank: tuple[int, bytes, int]
    edits: tuple[Edit, ...]
    settles: tuple[int, ...] = ()


def current_revision(nodes: Mapping[int, RevisionNode]) -> int | None:
    """The revision that shows; None when there is none."""
    children: dict[int | None, list[RevisionNode]] = {}
    for node in nodes.values():
        parent = node.parent if node.parent in nodes else None
        if node.parent is None or parent is not None:
            children.setdefault(parent, []).append(node)
    at: int | None = None
    seen: set[int] = set()
    while children.get(at):
        best = max(children[at], key=lambda node: node.rank)
        if best.key in seen:
            break
        seen.add(best.key)
        at = best.key
    return at


def path_from_root(nodes: Mapping[int, RevisionNode], key: int) -> list[int]:
    """The revisions from the root to this one."""
    path: list[int] = []
    at: int | None = key
    while at is not None and at in nodes and at not in path:
        path.append(at)
        at = nodes[at].parent
    return path[::-1]


def first_missing(nodes: Mapping[int, RevisionNode], key: int) -> int | None:
    """The first revision on the way up from this one that is not known; None: all of them are."""
    seen: set[int] = set()
    at: int | None = key
    while at is not None and at in nodes and at not in seen:
        seen.add(at)
        at = nodes[at].parent
    return None if at in seen else at


class SpanMap:
    """Carries spans made on any revision of one source to its current one.

    ``nodes`` holds the standing revisions, and those that were undone as far as spans lie on
    them: an undone correction is carried back like one on a sibling branch. A span on a revision
    that is not known (purged), or of another root's text, is lost.
    """

    def __init__(self, nodes: Mapping[int, RevisionNode], current: int) -> None:
        self._nodes = nodes
        self._current = current
        self._current_path = path_from_root(nodes, current)
        self._steps: dict[int, list[tuple[Edit, ...]] | None] = {current: []}

    def carry(self, revision: int, start_char: int, end_char: int) -> CarriedSpan:
        """Where a span of this revision lies in the current one."""
        if revision not in self._steps:
            self._steps[revision] = self._find_steps(revision)
        steps = self._steps[revision]
        if steps is None:
            return CarriedSpan(start_char, start_char, "lost")
        standing = "kept"
        span = CarriedSpan(start_char, end_char, "kept")
        for edits in steps:
            span = carry_span(span.start_char, span.end_char, edits)
            if span.standing == "lost":
                standing = "lost"
            elif span.standing == "touched" and standing == "kept":
                standing = "touched"
        if standing == "lost":
            return CarriedSpan(span.start_char, span.start_char, "lost")
        return CarriedSpan(
            span.start_char, span.end_char, "touched" if standing == "touched" else "kept"
        )

    def _find_steps(self, revision: int) -> list[tuple[Edit, ...]] | None:
        path = path_from_root(self._nodes, revision)
        shared = 0
        for one, other in zip(path, self._current_path, strict=False):
            if one != other:
                break
            shared += 1
        if not shared:
            return None
        back = [inverted(self._nodes[key].edits) for key in reversed(path[shared:])]
        forward = [self._nodes[key].edits for key in self._current_path[shared:]]
        return back + forward


def branches_in_conflict(nodes: Mapping[int, RevisionNode], current: int) -> list[int]:
    """Sibling branches' ends that the current text does not hold and nobody has settled."""
    on_path = set(path_from_root(nodes, current))
    settled = {key for on in on_path for key in nodes[on].settles}
    parents = {node.parent for node in nodes.values()}
    return sorted(
        key
        for key in nodes
        if key not in on_path
        and key not in parents
        and not settled & set(path_from_root(nodes, key))
    )
