"""Variables become attributes; those that are here are found again by GUID, or name and type."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from typing import Any

from crosscase.exchange.refi_plan import ImportPlan, foreign_of, free_name, tidy
from crosscase.formats.refi_qda import records
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, Case
from crosscase.store.session import made

__all__ = ["KIND_VARIABLE", "VariablePlan"]

KIND_VARIABLE = "Kind of case"
"""The variable in which crosscase writes of what kind a case is."""
_KINDS = ("unit", "imported unit", "case of a project")
_TYPES = {
    "Text": "text", "Boolean": "truth", "Integer": "number", "Float": "number", "Date": "day",
    "DateTime": "text",
}  # fmt: skip


class VariablePlan:
    """The variables of one import."""

    def __init__(self, plan: ImportPlan, cases: Iterable[Case]) -> None:
        self.plan = plan
        self._cases = list(cases)
        # In the order in which they came, which tells those of one name apart.
        held = [each for _, each in sorted(plan.reading.by_row(Attribute).items())]
        self._held = {each.id: each for each in held}
        self._types = {_folded(each.name): each.value_type or "text" for each in held}
        self._names = set(self._types)
        self._by_guid: dict[str, Attribute] = {}
        self._called: dict[str, deque[Attribute]] = {}
        for each in held:
            said = foreign_of(each)
            if said.get("guid"):
                self._by_guid[str(said["guid"]).strip("{}").casefold()] = each
            if said.get("name"):
                self._called.setdefault(_folded(str(said["name"])), deque()).append(each)
        for each in held:
            self._called.setdefault(_folded(each.name), deque()).append(each)
        self._describes = any(each.description for each in plan.project.variables)
        self.types: dict[str, tuple[Id, str]] = {}
        self.kind: str | None = None
        """The GUID of the variable that says of what kind a case is."""

    @property
    def kind_of_new_cases(self) -> str:
        """Of what kind cases are of which the file does not say it: no attribute is called so."""
        return next((each for each in _KINDS if each not in self._names), _KINDS[-1])

    def take(self) -> None:
        """Plan the attributes; one of the same name and type is that one."""
        listed = self.plan.project.variables
        kinds = [each for each in listed if each.name == KIND_VARIABLE]
        if len(kinds) == 1 and self._says_kinds(kinds[0].guid):
            self.kind = kinds[0].guid
        variables = [each for each in listed if each.guid != self.kind]
        found = {id(each): sure for each in variables if (sure := self._sure(each)) is not None}
        claimed = {each.id for each in found.values()}
        for each in variables:
            if id(each) not in found and (there := self._of_name(each, claimed)) is not None:
                found[id(each)] = there
                claimed.add(there.id)
        taken = set(self._names)
        for each in variables:
            if id(each) in found:
                self._meet(each, found[id(each)])
            else:
                self._new(each, free_name(self._name(each), taken))

    def _says_kinds(self, guid: str) -> bool:
        """Whether crosscase wrote this variable, also where another tool wrote it anew."""
        if self.plan.is_ours:
            return True
        if KIND_VARIABLE.casefold() in self._names:
            return False
        here = {(_folded(each.name), _folded(each.case_kind)) for each in self._cases}
        return any(
            (_folded(case.name), _folded(value.text)) in here
            for case in self.plan.project.cases
            for value in case.values
            if value.variable == guid
        )

    def _sure(self, variable: records.Variable) -> Attribute | None:
        return self._held.get(variable.guid) or self._by_guid.get(variable.guid)

    def _of_name(self, variable: records.Variable, claimed: set[Id]) -> Attribute | None:
        """One that came under this name, or has it; the order tells equals apart."""
        name = self._plain_name(variable)
        type_ = _type_of(variable)
        first = self._held.get(self.plan.rules.attribute_id(self.plan.study, name))
        called = self._called.get(name.casefold(), deque())
        while called and called[0].id in claimed:
            called.popleft()
        # It came under this name, and was renamed.
        renamed = (first,) if first is not None and foreign_of(first) else ()
        types = (type_, "choice") if type_ == "text" else (type_,)
        free = (x for x in chain(renamed, called) if x.id not in claimed and x.value_type in types)
        return next(free, None)

    def _meet(self, variable: records.Variable, held: Attribute) -> None:
        plan = self.plan
        self.types[variable.guid] = (held.id, held.value_type or "text")
        plan.entities.setdefault(variable.guid, held.id)
        is_sure = self._sure(variable) is held
        fields: dict[str, Any] = {"description": variable.description} if self._describes else {}
        others: set[str] | None = None
        name = self._plain_name(variable)
        if is_sure and foreign_of(held).get("name") != variable.name and held.name != name:
            fields["name"] = name
            others = self._names - {_folded(held.name)}
        foreign = plan.foreign(variable)
        plan.meet("Variable", held, foreign, is_sure=is_sure, taken=others, **fields)

    def _new(self, variable: records.Variable, name: str) -> None:
        plan, type_ = self.plan, _type_of(variable)
        id_ = plan.rules.attribute_id(plan.study, name)
        if plan.reading.row(id_) is not None:  # one of that name was renamed or removed
            if plan.refuses(id_, "Variable"):
                plan.removed[variable.guid] = id_
                plan.leave_unknown(id_, variable)
                return
            id_ = plan.id_of("attribute", variable.guid)
        self.types[variable.guid] = (id_, type_)
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

    def _plain_name(self, variable: records.Variable) -> str:
        """A name that a question can tell from its own words."""
        name = tidy(variable.name) or "Unnamed variable"
        is_plain = self.plan.rules.is_attribute_name(name, self._kinds)
        return name if is_plain else f"{name} (variable)"

    @cached_property
    def _kinds(self) -> set[str]:
        return {*_KINDS, *((each.case_kind or "") for each in self._cases)}

    def _name(self, variable: records.Variable) -> str:
        """That name; where the study has one of another type, the type is said too."""
        name, type_ = self._plain_name(variable), _type_of(variable)
        types = (type_, "choice") if type_ == "text" else (type_,)
        return name if self._types.get(name.casefold(), type_) in types else f"{name} ({type_})"


def _type_of(variable: records.Variable) -> str:
    return _TYPES.get(variable.type, "text")


def _folded(name: str | None) -> str:
    return tidy(name).casefold()
