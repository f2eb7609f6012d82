"""In which cases a case lies, at any remove, and which of its memberships counts.

A membership puts a case (or a source) into a case. They are many to many: a person may lie in
two sites, an organisation in a place and in a system. Two laptops may after a merge have put two
cases into one another; everything here comes to an end all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crosscase.model.ids import Id
from crosscase.model.nouns import Case, Membership

__all__ = [
    "counting_memberships",
    "direct_groups",
    "groups_of",
    "groups_of_kind",
    "is_on",
    "kind_key",
]


def kind_key(case_kind: str | None) -> str:
    """A case kind as it is compared: spacing and case make no difference."""
    return " ".join((case_kind or "").split()).casefold()


def is_on(membership: Membership, day: str) -> bool:
    """Whether a membership holds on a day (ISO); an open end holds, and both ends belong to it."""
    starts, ends = membership.start_day, membership.end_day
    return (not starts or starts <= day) and (not ends or day <= ends)


def direct_groups(
    memberships: Iterable[Membership], cases: Mapping[Id, Case], on_day: str | None = None
) -> dict[Id, tuple[Id, ...]]:
    """For each member the cases right above it, each once; groups not in ``cases`` are left out."""
    found: dict[Id, dict[Id, None]] = {}
    for each in memberships:
        if each.group in cases and (on_day is None or is_on(each, on_day)):
            found.setdefault(each.member, {})[each.group] = None
    return {member: tuple(groups) for member, groups in found.items()}


def groups_of(
    memberships: Iterable[Membership], cases: Mapping[Id, Case], on_day: str | None = None
) -> dict[Id, frozenset[Id]]:
    """For each case or source with a membership, all cases that it lies in, at any remove.

    Args:
        memberships: those that show.
        cases: the cases that show, by id; whatever leads through another one is left out.
        on_day: an ISO day: only memberships that held on it (None: all, whenever they held).

    Returns:
        Sets of ids by member; a member without any group has no entry, and nothing lies in
        itself, not even in a circle.
    """
    above = direct_groups(memberships, cases, on_day)
    closed: dict[Id, frozenset[Id]] = {}
    for member in above:
        reached: set[Id] = set()
        ahead = list(above[member])
        while ahead:
            group = ahead.pop()
            if group in reached:
                continue
            reached.add(group)
            if group in closed and member not in closed[group]:
                reached |= closed[group]
            else:
                ahead += above.get(group, ())
        closed[member] = frozenset(reached - {member})
    return {member: groups for member, groups in closed.items() if groups}


def groups_of_kind(
    groups: Mapping[Id, frozenset[Id]], cases: Mapping[Id, Case], case_kind: str
) -> dict[Id, tuple[Id, ...]]:
    """Of the result of ``groups_of`` those of one kind, in the order of their names."""
    wanted = kind_key(case_kind)
    kept = {id_: case for id_, case in cases.items() if kind_key(case.case_kind) == wanted}
    found = {
        member: tuple(
            sorted(groups_ & kept.keys(), key=lambda id_: ((kept[id_].name or "").casefold(), id_))
        )
        for member, groups_ in groups.items()
    }
    return {member: chosen for member, chosen in found.items() if chosen}


def counting_memberships(
    memberships: Iterable[Membership], cases: Mapping[Id, Case]
) -> dict[tuple[Id, str], Membership | None]:
    """Which membership counts, for each member and (folded) kind of the groups that it lies in.

    It is the one marked ``counts_as``, or the only one there is; None when a member lies in
    several cases of a kind and none is marked. After a merge two may be marked; the one with the
    greatest id counts. (The rule says the youngest mark, which the state does not hold; the id
    stands in for it, and is the same in every copy.)
    """
    several: dict[tuple[Id, str], list[Membership]] = {}
    for each in memberships:
        group = cases.get(each.group)
        if group is not None:
            several.setdefault((each.member, kind_key(group.case_kind)), []).append(each)
    counting: dict[tuple[Id, str], Membership | None] = {}
    for key, held in several.items():
        marked = [each for each in held if each.counts_as]
        if marked or len({each.group for each in held}) == 1:
            counting[key] = max(marked or held, key=lambda each: each.id)
        else:
            counting[key] = None
    return counting
