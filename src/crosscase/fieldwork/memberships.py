"""The verbs of memberships: what lies in which case, since when, in which role."""

from __future__ import annotations

from typing import Any

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.fieldwork.case_names import find_subject, read_case_names
from crosscase.fieldwork.field_plan import FieldPlan
from crosscase.fieldwork.typed_values import parse_day
from crosscase.log.records import Draft
from crosscase.model.case_closure import counting_memberships
from crosscase.model.ids import Id
from crosscase.model.nouns import Membership
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, dropped

__all__ = ["Memberships"]


class Memberships:
    """What lies in which case: many to many, dated, with role and share."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading ---------------------------------------------------------------------------

    def all(self, member: str | None = None, group: str | None = None) -> list[Membership]:
        """All memberships, those of one member or in one group if it is given."""
        with self._session.reading() as reading:
            names = read_case_names(reading)
            of = None if member is None else find_subject(reading, member, names).id
            within = None if group is None else names.find(group).id
            return [
                each
                for each in reading.all(Membership)
                if of in (None, each.member) and within in (None, each.group)
            ]

    def get(
        self, membership: str, group: str | None = None, *, started: str | None = None
    ) -> Membership:
        """One membership by its id, or by its member and its group.

        ``started`` is the day on which it began, where a member was in one group twice.
        """
        with self._session.reading() as reading:
            return _find(reading, membership, group, started)

    def counting(self) -> dict[tuple[Id, str], Membership | None]:
        """For each member and kind of groups the membership that counts in a table's margins.

        Of those marked after a merge the one with the greatest id; None: several, none marked.
        """
        with self._session.reading() as reading:
            return counting_memberships(reading.all(Membership), read_case_names(reading).cases)

    # -- changing --------------------------------------------------------------------------

    def add(
        self,
        member: str,
        group: str,
        *,
        role: str | None = None,
        share: float | None = None,
        start_day: str | None = None,
        end_day: str | None = None,
        counts_as: bool | None = None,
    ) -> Membership:
        """Put a case or a source into a case.

        The same member in the same group from the same day is one membership: adding it again
        returns the one that is there. ``counts_as`` marks the one that a recruitment table
        counts, and takes the mark from another one in a group of the same kind.
        """
        details = {
            "role": role,
            "share": share,
            "start_day": start_day,
            "end_day": end_day,
            "counts_as": counts_as,
        }
        ids: list[Id] = []

        def decide(reading: Reading) -> Draft:
            plan = FieldPlan(reading, self._session)
            subject = find_subject(reading, member, plan.names)
            into = plan.names.find(group)
            ids.append(plan.put_into(subject, into, details).id)
            values = {"member": subject.id, "group": into.id}
            return Draft("membership.added", values, plan.changes())

        self._session.record(decide)
        return self.get(ids[0])

    def change(
        self,
        membership: str,
        group: str | None = None,
        *,
        started: str | None = None,
        **details: Any,
    ) -> Recorded | None:
        """Change a membership (by id, or by member and group); None clears a detail.

        ``details`` are role, share, start_day, end_day and counts_as.
        """

        def decide(reading: Reading) -> Draft:
            plan = FieldPlan(reading, self._session)
            held = _find(reading, membership, group, started)
            plan.change_membership(held, details)
            values = {"member": held.member, "group": held.group}
            return Draft("membership.changed", values, plan.changes())

        return self._session.record(decide)

    def remove(
        self, membership: str, group: str | None = None, *, started: str | None = None
    ) -> Recorded | None:
        """Take a member out of a group."""

        def decide(reading: Reading) -> Draft:
            held = _find(reading, membership, group, started)
            values = {"member": held.member, "group": held.group}
            return Draft("membership.removed", values, (dropped(Membership, held.id),))

        return self._session.record(decide)


def _find(reading: Reading, membership: str, group: str | None, started: str | None) -> Membership:
    by_id = reading.by_id(Membership)
    if group is None:
        if membership in by_id:
            return by_id[membership]
        raise NotFound(
            f"There is no membership with the id “{membership}”.",
            slug="membership-not-found",
            hint="Name the member and the group.",
        )
    names = read_case_names(reading)
    member, into = find_subject(reading, membership, names), names.find(group)
    held = [each for each in by_id.values() if (each.member, each.group) == (member.id, into.id)]
    if started is not None:
        day = parse_day(started)
        held = [each for each in held if each.start_day == day]
    if not held:
        since = "" if started is None else f" since {started}"
        raise NotFound(
            f"“{member.name}” is not in “{into.name}”{since}.",
            slug="membership-not-found",
        )
    if len(held) > 1:
        days = ", ".join(sorted(each.start_day or "no day" for each in held))
        raise MistakeOfUse(
            f"“{member.name}” is in “{into.name}” {len(held)} times.",
            slug="membership-ambiguous",
            hint=f"Give the day on which the one that is meant began: {days}.",
        )
    return held[0]
