"""The tree of cases: a view of memberships, such as system > place > organisation > participant.

Memberships are many to many, so a case appears under each group that it lies in. It is not shown
right below a group under which it appears already by way of another: a person in an organisation
of a site, and in that site, stands below the organisation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crosscase.model.case_closure import groups_of, is_on, kind_key
from crosscase.model.ids import Id
from crosscase.model.nouns import Case, Membership

__all__ = ["CaseNode", "tree_of"]


@dataclass(frozen=True, slots=True)
class CaseNode:
    """A case at one of its places: the membership that puts it there, and what is below it."""

    case: Case
    membership: Membership | None
    children: tuple[CaseNode, ...]

    def walk(self, depth: int = 0) -> list[tuple[int, CaseNode]]:
        """This node and all below it, with their depth, groups before members."""
        found = [(depth, self)]
        for child in self.children:
            found += child.walk(depth + 1)
        return found


def tree_of(
    memberships: Iterable[Membership], cases: Mapping[Id, Case], on_day: str | None = None
) -> tuple[CaseNode, ...]:
    """The cases that lie in no other, each with what is below it.

    In a circle, which only a merge can make, one case of it (the one with the smallest id) is
    taken as the top, and no branch comes back to a case that it runs through.
    """
    held = [
        each
        for each in memberships
        if each.member in cases and each.group in cases and (on_day is None or is_on(each, on_day))
    ]
    closure = groups_of(held, cases)
    directly: dict[Id, set[Id]] = {}
    for each in held:
        directly.setdefault(each.member, set()).add(each.group)
    below: dict[Id, dict[Id, Membership]] = {}
    for each in sorted(held, key=lambda membership: membership.id):
        others = directly[each.member] - {each.group}
        lower = any(
            each.group in closure.get(other, ()) and other not in closure.get(each.group, ())
            for other in others
        )
        if not lower and each.member != each.group:
            below.setdefault(each.group, {}).setdefault(each.member, each)
    return tuple(
        _node(cases[top], None, below, cases, frozenset({top}))
        for top in sorted(_tops(cases, closure), key=lambda id_: _order(cases[id_]))
    )


def _tops(cases: Mapping[Id, Case], closure: Mapping[Id, frozenset[Id]]) -> list[Id]:
    """Cases in no group; of a circle that lies in nothing else the smallest id."""
    tops = []
    for id_ in cases:
        above = closure.get(id_, frozenset())
        circle = {each for each in above if id_ in closure.get(each, ())}
        if above == circle and id_ == min({id_, *circle}):
            tops.append(id_)
    return tops


def _node(
    case: Case,
    membership: Membership | None,
    below: Mapping[Id, Mapping[Id, Membership]],
    cases: Mapping[Id, Case],
    path: frozenset[Id],
) -> CaseNode:
    members = sorted(below.get(case.id, {}).items(), key=lambda pair: _order(cases[pair[0]]))
    children = tuple(
        _node(cases[id_], held, below, cases, path | {id_})
        for id_, held in members
        if id_ not in path
    )
    return CaseNode(case, membership, children)


def _order(case: Case) -> tuple[str, str, str]:
    return kind_key(case.case_kind), (case.name or "").casefold(), case.id
