"""Variables become attributes; cases, their values and their sources come with them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from crosscase.exchange.refi_plan import (
    Beyond,
    ImportPlan,
    foreign_of,
    free_name,
    kept_record,
    tidy,
    with_foreign,
)
from crosscase.formats.refi_qda import records
from crosscase.model.fields import Value
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, AttributeValue, Case, Membership
from crosscase.store.session import made

__all__ = ["KIND_VARIABLE", "CasePlan"]

KIND_VARIABLE = "Kind of case"
"""The variable in which crosscase writes of what kind a case is."""
_UNNAMED = "Unnamed case"
_KINDS = ("unit", "imported unit", "case of a project")
_TYPES = {
    "Text": "text", "Boolean": "truth", "Integer": "number", "Float": "number", "Date": "day",
    "DateTime": "text",
}  # fmt: skip
_TRUTHS = {"true": True, "1": True, "false": False, "0": False}
_MOST_EXACT = 2**53


class CasePlan:
    """The variables, cases and values of one import."""

    def __init__(self, plan: ImportPlan) -> None:
        self.plan = plan
        reading = plan.reading
        self._attributes = {tidy(each.name).casefold(): each for each in reading.all(Attribute)}
        self._cases = reading.by_id(Case)
        self._values = reading.by_id(AttributeValue)
        self._memberships = reading.by_id(Membership)
        self._types: dict[str, tuple[Id, str]] = {}
        self._kind_variable: str | None = None
        self._claimed: set[Id] = set()
        cases = plan.project.cases
        self._called = Counter((tidy(each.name) or _UNNAMED).casefold() for each in cases)
        self._by_guid = {plan.id_of("case", each.guid) for each in cases}
        self._ours: set[Id] = set()
        self._kind = next((each for each in _KINDS if each not in self._attributes), _KINDS[-1])

    # -- variables -------------------------------------------------------------------------

    def take_variables(self) -> None:
        """Plan the attributes; one of the same name and type is that one."""
        taken: set[str] = set()
        for variable in self.plan.project.variables:
            if self.plan.is_ours and variable.name == KIND_VARIABLE:
                self._kind_variable = variable.guid
                self.plan.ledger.tell("Variable", "imported")
                continue
            self._take_variable(variable, taken)

    def _take_variable(self, variable: records.Variable, taken: set[str]) -> None:
        plan = self.plan
        type_ = _TYPES.get(variable.type, "text")
        name = free_name(self._name(variable, type_), taken)
        held = self._attributes.get(name.casefold())
        if held is not None:
            self._types[variable.guid] = (held.id, held.value_type)
            plan.entities.setdefault(variable.guid, held.id)
            is_sure = str(foreign_of(held).get("guid")) == variable.written
            foreign = plan.foreign(variable)
            plan.meet("Variable", held, foreign, is_sure=is_sure, description=variable.description)
            return
        id_ = plan.rules.attribute_id(plan.study, name)
        if plan.reading.row(id_) is not None:  # one of that name was renamed or removed
            if plan.refuses(id_, "Variable"):
                plan.leave_unknown(id_, variable)
                return
            id_ = plan.id_of("attribute", variable.guid)
        self._types[variable.guid] = (id_, type_)
        plan.entities.setdefault(variable.guid, id_)
        same = name == variable.name
        beyond = plan.beyond(variable.guid)
        is_choice = type_ == "text" and beyond.text("value_type") == "choice"
        plan.changes.append(
            made(
                Attribute,
                id_,
                fresh=False,
                name=name,
                value_type="choice" if is_choice else type_,
                coarser=plan.rules.coarser(beyond.said.get("coarser")),
                description=variable.description,
                foreign=plan.foreign(
                    variable, type=variable.type, name=None if same else variable.name
                ),
            )
        )
        plan.ledger.tell("Variable", "imported" if same else "changed", None if same else "renamed")

    def _name(self, variable: records.Variable, type_: str) -> str:
        """A name that a question can tell from its own words, and of which the type agrees."""
        name = tidy(variable.name) or "Unnamed variable"
        kinds = {*_KINDS, *((each.case_kind or "") for each in self._cases.values())}
        if not self.plan.rules.is_attribute_name(name, kinds):
            name = f"{name} (variable)"
        held = self._attributes.get(name.casefold())
        if held is not None and held.value_type not in (type_, "choice" if type_ == "text" else ""):
            name = f"{name} ({type_})"
        return name

    # -- cases -----------------------------------------------------------------------------

    def take_cases(self) -> None:
        """Plan the cases with their values and sources."""
        by_name: dict[str, list[Case]] = {}
        for held in self._cases.values():
            by_name.setdefault(tidy(held.name).casefold(), []).append(held)
        taken: set[str] = set()
        for case in self.plan.project.cases:
            self._take_case(case, by_name, taken)
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
        self, case: records.Case, by_name: dict[str, list[Case]], taken: set[str]
    ) -> None:
        plan = self.plan
        wanted = tidy(case.name) or _UNNAMED
        id_ = plan.id_of("case", case.guid)
        kind = self._kind_of(case)
        named = [
            each
            for each in by_name.get(wanted.casefold(), ())
            if each.id not in self._by_guid
            and (not self._kind_variable or tidy(each.case_kind).casefold() == kind.casefold())
        ]
        there = self._cases.get(id_)
        if there is None and len(named) <= self._called[wanted.casefold()]:
            there = next((each for each in named if each.id not in self._claimed), None)
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
        kept = self._kept_of_case(case, id_)
        foreign = plan.foreign(case, name=case.name, **kept)
        if there is None:
            plan.changes[at] = with_foreign(plan.changes[at], foreign)
            return
        fields: dict[str, Any] = {"description": case.description}
        if is_sure and tidy(foreign_of(there).get("name")) != tidy(case.name):
            fields["name"] = wanted
        plan.meet("Case", there, foreign, is_sure=is_sure, **fields)

    def _leave_out(self, case: records.Case, id_: Id, why: str) -> None:
        """Nothing comes of a case that was removed here, or of a person who withdrew."""
        tell = self.plan.ledger.tell
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
        if self._kind_variable is not None:
            for value in case.values:
                if value.variable == self._kind_variable and value.text:
                    return tidy(value.text)
        return self._kind

    def _kept_of_case(self, case: records.Case, id_: Id) -> dict[str, Any]:
        """Values and sources of a case; what of it is kept aside."""
        plan, kept = self.plan, {}
        values = [each for each in case.values if each.variable != self._kind_variable]
        plan.ledger.tell("VariableValue", "imported", None, len(case.values) - len(values))
        unread = self.take_values(id_, values)
        if unread:
            kept["values"] = unread
        unknown = []
        for guid in case.sources:
            if not self._member(guid, id_, case.guid):
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
        if member is None:
            return False
        inside = plan.beyond(source).items("inside")
        if any(isinstance(each, dict) and each.get("group") == group for each in inside):
            plan.ledger.tell("SourceRef", "imported")  # it is said there with all that is known
            return True
        id_ = plan.rules.membership_id(plan.study, member, case, None)
        if id_ in self._memberships:
            plan.ledger.tell("SourceRef", "here")
            return True
        if plan.refuses(id_, "SourceRef"):
            return True
        plan.changes.append(made(Membership, id_, fresh=False, member=member, group=case))
        plan.ledger.tell("SourceRef", "imported")
        return True

    # -- values ----------------------------------------------------------------------------

    def take_values(self, subject: Id, values: Sequence[records.VariableValue]) -> list[Any]:
        """Plan what a case or source has for its variables; what cannot be read is returned."""
        unread, said = [], set()
        for each in values:
            self.plan.aside(each.aside)
            if each.text is None:
                self.plan.ledger.tell("VariableValue", "changed", "no-value")
                continue
            attribute = self._types.get(each.variable)
            reason = "target-unknown" if attribute is None else None
            value = None if attribute is None else _value(attribute[1], each.text)
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


def _value(type_: str, text: str) -> Value | None:
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
