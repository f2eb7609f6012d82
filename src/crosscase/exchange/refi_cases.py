"""Variables become attributes; cases, their values and their sources come with them."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from crosscase.exchange.crossing import Outcome
from crosscase.exchange.refi_counts import unknown_inside
from crosscase.exchange.refi_plan import (
    Beyond,
    ImportPlan,
    foreign_of,
    free_name,
    kept_record,
    tidy,
    with_foreign,
)
from crosscase.exchange.refi_variables import VariablePlan
from crosscase.formats.refi_qda import records
from crosscase.model.fields import Value
from crosscase.model.ids import Id
from crosscase.model.nouns import AttributeValue, Case, Membership
from crosscase.store.session import made

__all__ = ["UNNAMED_CASE", "CasePlan", "value_of"]

UNNAMED_CASE = "Unnamed case"
"""What a case without a name is called."""
_TRUTHS = {"true": True, "1": True, "false": False, "0": False}
_MOST_EXACT = 2**53


class CasePlan:
    """The variables, cases and values of one import."""

    def __init__(self, plan: ImportPlan) -> None:
        self.plan = plan
        reading = plan.reading
        # In the order in which they came, which tells those of one name apart.
        self._cases = {each.id: each for _, each in sorted(reading.by_row(Case).items())}
        self._variables = VariablePlan(plan, self._cases.values())
        self._values = reading.by_id(AttributeValue)
        self._memberships = reading.by_id(Membership)
        self._claimed: set[Id] = set()
        cases = plan.project.cases
        self._by_guid = {plan.id_of("case", each.guid) for each in cases}
        self._ours: set[Id] = set()
        self._new_of_kind = 0

    def take_variables(self) -> None:
        """Plan the attributes; one of the same name and type is that one."""
        self._variables.take()

    # -- cases -----------------------------------------------------------------------------

    def take_cases(self) -> None:
        """Plan the cases with their values and sources."""
        by_name: dict[str, deque[Case]] = {}
        for called in (_came_as, _is_called):
            for held in self._cases.values():
                by_name.setdefault(called(held), deque()).append(held)
        taken = {f"{_kind(x)}:{tidy(x.name)}".casefold() for x in self._cases.values()}
        for case in self.plan.project.cases:
            self._take_case(case, by_name, taken)
        if self._variables.kind is not None:
            outcome: Outcome = "imported" if self._new_of_kind else "here"
            self.plan.ledger.tell("Variable", outcome)
        for each in (*self.plan.project.cases, *self.plan.project.sources):
            self._take_memberships(each.guid)

    def _take_memberships(self, guid: str) -> None:
        """Plan what crosscase wrote of the cases that something lies in: since when, as what."""
        plan = self.plan
        member = plan.entities.get(guid)
        for said in plan.beyond(guid).items("inside"):
            each = Beyond(said if isinstance(said, dict) else {})
            group = plan.entities.get(each.text("group") or "")
            if member is None or group is None or group == member:
                continue
            details = plan.rules.membership_details(each.said)
            id_ = plan.rules.membership_id(plan.study, member, group, details["start_day"])
            plan.seen.add(id_)
            if id_ in self._memberships or plan.why_gone(id_) is not None:
                continue
            plan.changes.append(
                made(
                    Membership,
                    id_,
                    fresh=False,
                    member=member,
                    group=group,
                    **details,
                )
            )

    def _take_case(
        self, case: records.Case, by_name: dict[str, deque[Case]], taken: set[str]
    ) -> None:
        plan = self.plan
        wanted = tidy(case.name) or UNNAMED_CASE
        id_ = plan.id_of("case", case.guid)
        kind = self._kind_of(case)
        there = self._cases.get(id_)
        if there is None:
            there = self._next_called(by_name.get(wanted.casefold(), deque()), kind)
        if there is not None and there.id in self._claimed:
            there = None
        is_sure = there is not None and there.id == id_
        if is_sure and id_ == case.guid:
            self._ours.add(id_)
        if there is not None:
            id_ = there.id
        elif (why := plan.why_gone(id_)) is not None:
            self._leave_out(case, id_, why)
            return
        self._claimed.add(id_)
        plan.entities.setdefault(case.guid, id_)
        at = len(plan.changes)
        if there is None:
            key = f"{kind}:"
            name = free_name(key + wanted, taken).removeprefix(key)
            plan.changes.append(
                made(
                    Case,
                    id_,
                    fresh=False,
                    name=name,
                    case_kind=kind,
                    description=case.description,
                )
            )
            self._tell_case(case, name)
        kept = self._kept_of_case(case, id_, is_new=there is None)
        foreign = plan.foreign(case, name=case.name, **kept)
        if there is None:
            plan.changes[at] = with_foreign(plan.changes[at], foreign)
            return
        fields: dict[str, Any] = {"description": case.description}
        if is_sure and tidy(foreign_of(there).get("name")) != tidy(case.name):
            fields["name"] = wanted
        plan.meet("Case", there, foreign, is_sure=is_sure, **fields)

    def _next_called(self, named: deque[Case], kind: str) -> Case | None:
        """The first of these that no case of the file is yet; of this kind, where that is said."""

        def is_free(case: Case) -> bool:
            return case.id not in self._claimed and case.id not in self._by_guid

        while named and not is_free(named[0]):
            named.popleft()
        any_kind = self._variables.kind is None
        alike = (each for each in named if any_kind or _kind(each) == kind.casefold())
        return next((each for each in alike if is_free(each)), None)

    def _leave_out(self, case: records.Case, id_: Id, why: str) -> None:
        """Nothing comes of a case that was removed here, or of a person who withdrew."""
        tell = self.plan.ledger.tell
        self.plan.removed[case.guid] = id_
        for kind, parts in (
            ("Case", (case,)), ("CodeRef", case.codes), ("VariableValue", case.values),
            ("SourceRef", case.sources), ("SelectionRef", case.selections),
        ):  # fmt: skip
            tell(kind, "left", why, len(parts))
        self.plan.leave_unknown(id_, case)

    def _tell_case(self, case: records.Case, name: str) -> None:
        if name == case.name:
            self.plan.ledger.tell("Case", "imported")
        else:
            self.plan.ledger.tell("Case", "changed", "renamed" if tidy(case.name) else "named")

    def _kind_of(self, case: records.Case) -> str:
        if self._variables.kind is not None:
            for value in case.values:
                if value.variable == self._variables.kind and value.text:
                    return tidy(value.text)
        return self._variables.kind_of_new_cases

    def _kept_of_case(self, case: records.Case, id_: Id, *, is_new: bool) -> dict[str, Any]:
        """Values and sources of a case; what of it is kept aside."""
        plan, kept = self.plan, {}
        values = [each for each in case.values if each.variable != self._variables.kind]
        of_kind = len(case.values) - len(values)
        plan.ledger.tell("VariableValue", "imported" if is_new else "here", None, of_kind)
        self._new_of_kind += of_kind if is_new else 0
        unread = self.take_values(id_, values)
        if unread:
            kept["values"] = unread
        unknown = []
        for guid in case.sources:
            if (why := plan.why_removed(guid)) is not None:
                plan.ledger.tell("SourceRef", "left", why)
            elif not self._member(guid, id_, case.guid):
                unknown.append(guid)
        plan.ledger.tell("SourceRef", "kept", "target-unknown", len(unknown))
        plan.ledger.tell("CodeRef", "kept", "not-modelled", len(case.codes))
        plan.ledger.tell("SelectionRef", "kept", "not-modelled", len(case.selections))
        pairs = (("sources", unknown), ("codes", case.codes), ("selections", case.selections))
        kept |= {name: list(listed) for name, listed in pairs if listed}
        return kept

    def _member(self, source: str, case: Id, group: str) -> bool:
        """Plan that a source lies in a case; False when the source did not come over."""
        plan = self.plan
        member = plan.entities.get(source)
        if member is None or plan.names(source) != "source":
            return False
        inside = plan.beyond(source).items("inside")
        if any(isinstance(each, dict) and each.get("group") == group for each in inside):
            plan.ledger.tell("SourceRef", "imported")  # it is said there with all that is known
            return True
        if self._put_into(member, case, "SourceRef"):
            plan.ledger.tell("SourceRef", "imported")
        return True

    def _put_into(self, member: Id, case: Id, element: str) -> bool:
        """Plan that something lies in a case; False when it is told why that brings nothing."""
        plan = self.plan
        id_ = plan.rules.membership_id(plan.study, member, case, None)
        plan.seen.add(id_)
        if id_ in self._memberships:
            plan.ledger.tell(element, "here")
            return False
        if plan.refuses(id_, element):
            return False
        plan.changes.append(made(Membership, id_, fresh=False, member=member, group=case))
        return True

    def take_sources_at_cases(self, coded: Iterable[tuple[Id, records.CodingMark]]) -> None:
        """Plan that sources lie in the cases at which they are coded whole: NVivo says it so."""
        plan = self.plan
        for source, mark in coded:
            why = plan.why_removed(mark.code)
            if why is not None:
                plan.ledger.tell("Coding", "left", why)
                plan.ledger.tell("NoteRef", "left", why, len(mark.notes))
                plan.ledger.tell("other", "left", why, unknown_inside(mark))
                continue
            plan.hang(mark.notes, source)
            plan.ledger.tell("other", "left", "unknown-element", unknown_inside(mark))
            if self._put_into(source, plan.entities[mark.code or ""], "Coding"):
                plan.ledger.tell("Coding", "changed", "as-membership")

    # -- values ----------------------------------------------------------------------------

    def take_values(self, subject: Id, values: Sequence[records.VariableValue]) -> list[Any]:
        """Plan what a case or source has for its variables; what cannot be read is returned."""
        unread, said = [], set()
        for each in values:
            self.plan.aside(each.aside)
            if each.text is None:
                self.plan.ledger.tell("VariableValue", "changed", "no-value")
                continue
            if (why := self.plan.why_removed(each.variable)) is not None:
                self.plan.ledger.tell("VariableValue", "left", why)
                continue
            attribute = self._variables.types.get(each.variable)
            reason = "target-unknown" if attribute is None else None
            value = None if attribute is None else value_of(attribute[1], each.text)
            if attribute is not None:
                self.plan.seen.add(self.plan.rules.value_id(attribute[0], subject))
            if attribute is not None and value is None:
                reason = "value-unreadable"
            elif attribute is not None and attribute[0] in said:
                reason = "value-twice"
            if reason is not None or attribute is None or value is None:
                self.plan.ledger.tell("VariableValue", "kept", reason)
                unread.append(kept_record(each))
                continue
            said.add(attribute[0])
            self._take_value(subject, attribute[0], value, each)
        return unread

    def _take_value(
        self, subject: Id, attribute: Id, value: Value, said: records.VariableValue
    ) -> None:
        plan, id_ = self.plan, self.plan.rules.value_id(attribute, subject)
        held = self._values.get(id_)
        same = _written(value) == said.text or value.type == "number"
        foreign = None if same else {"refi_qda": {"text": said.text}}
        if held is not None:
            plan.meet("VariableValue", held, is_sure=subject in self._ours, value=value)
            return
        if plan.refuses(id_, "VariableValue"):
            return
        plan.changes.append(
            made(
                AttributeValue,
                id_,
                fresh=False,
                attribute=attribute,
                subject=subject,
                value=value,
                foreign=foreign,
            )
        )
        plan.ledger.tell(
            "VariableValue", "imported" if same else "changed", None if same else "value-changed"
        )


def value_of(type_: str, text: str) -> Value | None:
    """A value of a type; None when it cannot be read as one."""
    words = text.strip()
    match type_:
        case "truth":
            known = _TRUTHS.get(words.casefold())
            return None if known is None else Value("truth", known)
        case "day":
            try:
                return Value("day", date.fromisoformat(words[:10]).isoformat())
            except ValueError:
                return None
        case "number":
            try:
                number = float(words)
            except ValueError:
                return None
            exact = math.isfinite(number) and abs(number) <= _MOST_EXACT
            return Value("number", number) if exact else None
        case _:
            return Value("text", " ".join(words.split())) if words else None


def _written(value: Value) -> str:
    if value.type == "truth":
        return "true" if value.value else "false"
    return str(value.value)


def _came_as(case: Case) -> str:
    """Its folded name, as the file called it from which it came."""
    said = foreign_of(case)
    name = tidy(str(said.get("name") or "")) or UNNAMED_CASE if said else tidy(case.name)
    return name.casefold()


def _is_called(case: Case) -> str:
    return tidy(case.name).casefold()


def _kind(case: Case) -> str:
    return tidy(case.case_kind).casefold()
