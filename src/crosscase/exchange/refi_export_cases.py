"""Cases, their attributes and what lies in them, as REFI-QDA has them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from crosscase.exchange.refi_cases import UNNAMED_CASE
from crosscase.exchange.refi_export_names import (
    came_without_name,
    name_as_it_came,
    value_as_it_came,
)
from crosscase.exchange.refi_plan import foreign_of
from crosscase.exchange.refi_variables import KIND_VARIABLE
from crosscase.exchange.refi_written import ExportPlan, known_time
from crosscase.formats.refi_qda import records
from crosscase.formats.refi_qda.records import VariableValue
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Attribute, AttributeValue, Case, Membership, Source

__all__ = ["CaseExport"]

_TYPES = {"text": "Text", "choice": "Text", "truth": "Boolean", "number": "Float", "day": "Date"}
_WHOLE_NUMBERS, _TIME = "Integer", "DateTime"


class CaseExport:
    """The cases of one export, with attributes and values of cases and sources."""

    def __init__(self, plan: ExportPlan, study: Id) -> None:
        self.plan, self._study = plan, study
        reading = plan.reading
        self.cases, self.attributes = reading.all(Case), reading.all(Attribute)
        self._sources = {each.id for each in reading.all(Source)}
        plan.name(self.cases)
        plan.name(self.attributes)
        self._values = reading.all(AttributeValue)
        self._types = {each.id: _type_of(each) for each in self.attributes}
        for each in self._values:
            known = each.value is None or known_time(each.value.value) == each.value.value
            if self._types.get(each.attribute) == _TIME and not known:
                self._types[each.attribute] = "Text"

    def values(self) -> dict[Id, list[VariableValue]]:
        """What cases and sources have for the attributes."""
        types = {each.id: each.value_type or "text" for each in self.attributes}
        subjects = {each.id for each in self.cases} | self._sources
        found: dict[Id, list[VariableValue]] = {}
        left = 0
        for each in self._values:
            guid = self.plan.guid(each.attribute)
            if guid is None or each.value is None or each.subject not in subjects:
                left += 1
                continue
            type_ = self._types[each.attribute]
            if type_ == _WHOLE_NUMBERS and not float(each.value.value).is_integer():
                type_ = "Float"
            came, value_type = foreign_of(each).get("text"), types[each.attribute]
            as_it_came = value_as_it_came(self.plan, came, value_type, each.value.value, type_)
            text = as_it_came or _text_of(type_, each.value.value)
            value = VariableValue(variable=guid, type=type_, text=text)
            found.setdefault(each.subject, []).append(value)
        self.plan.tell("attribute value", sum(map(len, found.values())), 0, left)
        return found

    def variables(self) -> tuple[records.Variable, ...]:
        """The attributes; of what kind a case is stands in one more."""
        self.plan.tell("attribute", len(self.attributes))
        own = []
        for each in self.attributes:
            guid = self.plan.guid(each.id) or each.id
            is_choice = each.value_type == "choice"
            self.plan.say(
                guid, value_type="choice" if is_choice else None, coarser=each.coarser or None
            )
            own.append(
                records.Variable(
                    guid=guid,
                    name=self._name_of(each),
                    type=self._types[each.id],
                    description=self.plan.clean(each.description),
                )
            )
        if self.cases:
            own.insert(0, records.Variable(guid=self._kind_guid(), name=KIND_VARIABLE, type="Text"))
        return tuple(own)

    def _name_of(self, attribute: Attribute) -> str:
        came = foreign_of(attribute).get("name")
        name = name_as_it_came(self.plan, came, attribute.name)
        return attribute.name if name == KIND_VARIABLE else name

    def _kind_guid(self) -> str:
        return derived_id(self._study, KIND_VARIABLE)

    def written(self, values: dict[Id, list[VariableValue]]) -> tuple[records.Case, ...]:
        """The cases with their values and sources; what else lies in them stands beside them."""
        sources = self._members()
        self.plan.tell("case", len(self.cases))
        return tuple(self._case(each, values, sources) for each in self.cases)

    def _members(self) -> dict[Id, list[str]]:
        """The sources in each case; when and as what something lies in one is written beside."""
        plan = self.plan
        inside: dict[str, list[dict[str, Any]]] = {}
        memberships = plan.reading.all(Membership)
        left = 0
        found: dict[Id, list[str]] = {}
        for each in memberships:
            member, group = plan.guid(each.member), plan.guid(each.group)
            if member is None or group is None:
                left += 1
                continue
            said = {
                "role": each.role,
                "share": each.share,
                "start_day": each.start_day,
                "end_day": each.end_day,
                "counts_as": each.counts_as,
            }
            known = {name: value for name, value in said.items() if value is not None}
            if known or each.member not in self._sources:
                inside.setdefault(member, []).append({"group": group, **known})
            if each.member in self._sources and member not in found.setdefault(each.group, []):
                found[each.group].append(member)
        for member, listed in inside.items():
            plan.say(member, inside=listed)
        plan.tell("membership", len(memberships) - left, 0, left)
        return found

    def _case(
        self, case: Case, values: dict[Id, list[VariableValue]], sources: dict[Id, list[str]]
    ) -> records.Case:
        plan, said = self.plan, foreign_of(case)
        guid = plan.guid(case.id) or case.id
        codes = _known(plan, said.get("codes"))
        selections = _known(plan, said.get("selections"))
        plan.tell("kept part", len(codes) + len(selections))
        for part, known in (("codes", codes), ("selections", selections), ("sources", ())):
            listed = said.get(part) or ()
            plan.keep(guid, part, [each for each in listed if plan.of_file(each) not in known])
        plan.keep(guid, "values", said.get("values") or ())
        return records.Case(
            guid=guid,
            name=None
            if came_without_name(said, case.name, UNNAMED_CASE)
            else name_as_it_came(plan, said.get("name"), case.name),
            description=self.plan.clean(case.description),
            codes=codes,
            values=(
                VariableValue(variable=self._kind_guid(), type="Text", text=case.case_kind),
                *values.get(case.id, ()),
            ),
            sources=tuple(sources.get(case.id, ())),
            selections=selections,
        )


def _known(plan: ExportPlan, guids: Any) -> tuple[str, ...]:
    found: Sequence[str | None] = [plan.of_file(each) for each in guids or ()]
    return tuple(each for each in found if each is not None)


def _type_of(attribute: Attribute) -> str:
    """As it came, where that says the same; numbers that came whole stay whole, times times."""
    own = _TYPES.get(attribute.value_type, "Text")
    came = foreign_of(attribute).get("type")
    if attribute.value_type == "text" and came == _TIME:
        return _TIME
    return _WHOLE_NUMBERS if own == "Float" and came == _WHOLE_NUMBERS else own


def _text_of(type_: str, value: Any) -> str:
    if type_ == "Boolean":
        return "true" if value else "false"
    if type_ == _WHOLE_NUMBERS:
        return str(int(value))
    # The standard's numbers are decimals, so never written with an exponent.
    return f"{Decimal(repr(value)):f}" if type_ == "Float" else str(value)
