"""The rules of cases, memberships, attributes and values, over what one intention plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from crosscase.errors import Conflict, MistakeOfUse, NotFound, nearest_names_hint
from crosscase.fieldwork.case_names import CaseNames, name_key, read_case_names
from crosscase.fieldwork.field_words import checked_attribute_name, checked_kind, tidy
from crosscase.fieldwork.membership_rules import (
    checked_details,
    cycle_refusal,
    path_up,
    require_days_in_order,
)
from crosscase.fieldwork.planned_changes import PlannedChanges
from crosscase.fieldwork.typed_values import checked_value_type, parse_value
from crosscase.model.case_closure import kind_key
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Attribute, AttributeValue, Case, Membership, Source
from crosscase.store.reading import list_all
from crosscase.store.session import Reading, Session

__all__ = ["FieldPlan", "attribute_id", "checked_coarser", "membership_id", "value_id"]


def attribute_id(study: Id, name: str) -> Id:
    """The id of the attribute of this name: the same on every laptop of the team."""
    return derived_id(study, "attribute", tidy(name).casefold())


def value_id(attribute: Id, subject: Id) -> Id:
    """The id of what a case or source has for an attribute."""
    return derived_id(attribute, subject)


def membership_id(study: Id, member: Id, group: Id, start_day: str | None) -> Id:
    """The id of a membership that begins on a day: two laptops that add it make one."""
    return derived_id(study, "membership", member, group, start_day or "")


class FieldPlan(PlannedChanges):
    """What one intention will have done to cases and what belongs to them."""

    def __init__(self, reading: Reading, session: Session) -> None:
        super().__init__(reading, session.ids)
        self.study = session.study_id
        self.names: CaseNames = read_case_names(reading)
        self._new_cases: dict[tuple[str, str], Case] = {}
        self._new_kinds: dict[str, str] = {}
        self._planned_of: dict[Id, set[Id]] = {}
        self._spellings: dict[Id, dict[str, str]] = {}

    # -- cases -----------------------------------------------------------------------------

    def kinds(self) -> dict[str, str]:
        """The kinds of cases, folded, with their spelling."""
        return {**self.names.kinds, **self._new_kinds}

    def checked_kind(self, case_kind: str) -> str:
        """The kind as the study spells it; refused when it is another field's name."""
        attributes = (each.name for each in self.attributes.all().values())
        return checked_kind(case_kind, self.kinds(), attributes)

    def find_case(self, name: str, case_kind: str) -> Case | None:
        """The case of a kind and a name, planned ones too; several of one name are refused."""
        new = self._new_cases.get((kind_key(case_kind), name_key(name)))
        if new is not None:
            return new
        if name in self.names.cases:
            return self.cases.get(name)
        return self.names.find(name, case_kind) if self.names.named(name, case_kind) else None

    def add_case(self, name: str, case_kind: str, description: str | None = None) -> Case:
        """Plan a new case."""
        kind = self.checked_kind(case_kind)
        clean = self.names.require_free(name, kind)
        key = (kind_key(kind), name_key(clean))
        case = Case(id=self.fresh_id(), name=clean, case_kind=kind, description=_words(description))
        self.keep(self._new_cases, key, case)
        if kind_key(kind) not in self.kinds():
            self.keep(self._new_kinds, kind_key(kind), kind)
        return self.cases.put(case)

    def describe_case(self, case: Case, description: str | None) -> None:
        """Plan another description."""
        self.cases.put(replace(case, description=_words(description)))

    # -- memberships -------------------------------------------------------------------------

    @cached_property
    def _of_member(self) -> Mapping[Id, tuple[Membership, ...]]:
        found: dict[Id, list[Membership]] = {}
        for each in self.reading.by_id(Membership).values():
            found.setdefault(each.member, []).append(each)
        return {member: tuple(held) for member, held in found.items()}

    def memberships_of(self, member: Id) -> list[Membership]:
        """The memberships of a member as they will be."""
        ids = {each.id for each in self._of_member.get(member, ())}
        ids |= self._planned_of.get(member, set())
        held = (self.memberships.get(id_) for id_ in sorted(ids))
        return [each for each in held if each is not None and each.member == member]

    def put_into(
        self,
        member: Case | Source,
        group: Case,
        details: Mapping[str, Any],
        *,
        updating: bool = False,
    ) -> Membership:
        """Plan that a member lies in a group.

        The same member in the same group from the same day is one membership. Details that are
        given (not None) for one that is there already change it when ``updating``; otherwise a
        difference is refused.
        """
        read = checked_details(details)
        start = read.get("start_day")
        there = [
            each
            for each in self.memberships_of(member.id)
            if each.group == group.id and (each.start_day or "") == (start or "")
        ]
        if there:
            return self._agree(there[0], member, group, read, updating)
        self._refuse_cycle(member, group)
        require_days_in_order(start, read.get("end_day"))
        id_ = membership_id(self.study, member.id, group.id, start)
        if self.memberships.get(id_) is not None:
            id_ = self.fresh_id()  # that one began on this day once, and was given another
        made = self.memberships.put(Membership(id=id_, member=member.id, group=group.id, **read))
        self._planned_of.setdefault(member.id, set()).add(id_)
        if made.counts_as:
            self._count_no_other(made, group)
        return made

    def change_membership(self, held: Membership, details: Mapping[str, Any]) -> Membership:
        """Plan other details of a membership."""
        changed = replace(held, **checked_details(details))
        require_days_in_order(changed.start_day, changed.end_day)
        self.memberships.put(changed)
        group = self.cases.get(changed.group)
        if changed.counts_as and group is not None:
            self._count_no_other(changed, group)
        return changed

    def _agree(
        self,
        held: Membership,
        member: Case | Source,
        group: Case,
        read: Mapping[str, Any],
        updating: bool,
    ) -> Membership:
        given = {name: value for name, value in read.items() if value is not None}
        new = {name: value for name, value in given.items() if value != getattr(held, name)}
        if "counts_as" in new and not new["counts_as"] and not held.counts_as:
            del new["counts_as"]
        if not new:
            return held
        if not updating:
            raise Conflict(
                f"“{member.name}” is in “{group.name}” already, with another "
                f"{' and '.join(name.replace('_', ' ') for name in new)}.",
                slug="membership-there",
                hint="Change that membership, or give the day on which a second one begins.",
            )
        return self.change_membership(held, new)

    def _count_no_other(self, counting: Membership, group: Case) -> None:
        """Of a member's memberships in cases of one kind at most one counts."""
        for each in self.memberships_of(counting.member):
            other = self.cases.get(each.group)
            same_kind = other is not None and kind_key(other.case_kind) == kind_key(group.case_kind)
            if each.id != counting.id and each.counts_as and same_kind:
                self.memberships.put(replace(each, counts_as=False))

    def _refuse_cycle(self, member: Case | Source, group: Case) -> None:
        if isinstance(member, Source):
            return
        path = path_up(
            lambda id_: [each.group for each in self.memberships_of(id_)], group.id, member.id
        )
        if path is not None:
            cases = [case for id_ in path if (case := self.cases.get(id_)) is not None]
            raise cycle_refusal(member, group, cases)

    # -- attributes and values ---------------------------------------------------------------

    def find_attribute(self, name: str) -> Attribute | None:
        """The attribute of a name (the one that it bears today) or id, planned ones too."""
        folded = tidy(name).casefold()
        for id_ in (attribute_id(self.study, name), name):
            held = self.attributes.get(id_)
            if held is not None and (held.id == name or _folded(held.name) == folded):
                return held
        held_all = self.attributes.all().values()
        return next((each for each in held_all if _folded(each.name) == folded), None)

    def get_attribute(self, name: str) -> Attribute:
        """The attribute of a name; NotFound lists what is near."""
        found = self.find_attribute(name)
        if found is None:
            names = [each.name or "" for each in self.attributes.all().values()]
            raise NotFound(
                f"There is no attribute “{tidy(name)}”.",
                slug="attribute-not-found",
                hint=nearest_names_hint(name, names) or "Add the attribute first.",
            )
        return found

    def add_attribute(
        self,
        name: str,
        value_type: str = "text",
        coarser: Mapping[str, str] | None = None,
        description: str | None = None,
        kinds: Iterable[str] = (),
    ) -> Attribute:
        """Plan a new attribute; values that were left of one removed before are let go."""
        clean = checked_attribute_name(name, (*self.kinds(), *kinds))
        type_ = checked_value_type(value_type)
        if self.find_attribute(clean) is not None:
            raise MistakeOfUse(
                f"There is an attribute “{clean}” already.",
                slug="name-taken",
                hint="Choose another name, or set values of the one that is there.",
            )
        id_ = self._id_for_attribute(clean)
        if self.reading.row(id_) is not None:
            for value in list_all(self.reading.file, self.reading.connection, AttributeValue):
                if value.attribute == id_:
                    self.values.put(replace(value, dropped=True))
        attribute = Attribute(
            id=id_,
            name=clean,
            value_type=type_,
            coarser=checked_coarser(coarser, type_),
            description=_words(description),
        )
        return self.attributes.put(attribute)

    def _id_for_attribute(self, name: str) -> Id:
        """The id that this name makes, or the next one while an attribute that was renamed has it.

        Two laptops that add the same attribute after the same renaming make one.
        """
        id_ = attribute_id(self.study, name)
        while (held := self.attributes.get(id_)) is not None and _folded(held.name) != _folded(
            name
        ):
            id_ = derived_id(id_, "attribute", _folded(name))
        return id_

    def rename_attribute(self, attribute: Attribute, name: str) -> Attribute:
        """Plan another name; the id, made from the first one, stays."""
        clean = checked_attribute_name(name, self.kinds())
        held = self.find_attribute(clean)
        if held is not None and held.id != attribute.id:
            raise MistakeOfUse(
                f"There is an attribute “{held.name}” already.",
                slug="name-taken",
                hint="Choose another name.",
            )
        return self.attributes.put(replace(attribute, name=clean))

    def set_value(self, subject: Case | Source, attribute: Attribute, raw: Any) -> bool:
        """Plan a value (empty: none); says whether that is another than now."""
        id_ = value_id(attribute.id, subject.id)
        held = self.values.get(id_)
        try:
            value = parse_value(attribute.value_type, raw)
        except MistakeOfUse as error:
            raise MistakeOfUse(
                f"“{attribute.name}” of “{subject.name}”: {error.sentence}",
                hint=error.hint,
                slug=error.slug,
            ) from error
        if value is None:
            if held is not None:
                self.values.put(replace(held, dropped=True))
            return held is not None
        if attribute.value_type == "choice":
            value = value._replace(value=self._spelled(attribute, str(value.value)))
        if held is not None and held.value == value:
            return False
        self.values.put(
            AttributeValue(id=id_, attribute=attribute.id, subject=subject.id, value=value)
        )
        return True

    def _spelled(self, attribute: Attribute, text: str) -> str:
        """A choice as it is spelled already, in another value or in the coarser ones."""
        spellings = self._spellings.setdefault(attribute.id, {})
        if not spellings:
            for fine, coarse in (attribute.coarser or {}).items():
                spellings.setdefault(fine.casefold(), fine)
                spellings.setdefault(coarse.casefold(), coarse)
            for each in self.reading.by_id(AttributeValue).values():
                if each.attribute == attribute.id and each.value is not None:
                    spellings.setdefault(str(each.value.value).casefold(), str(each.value.value))
        return spellings.setdefault(text.casefold(), text)


def checked_coarser(coarser: Mapping[str, str] | None, value_type: str) -> dict[str, str] | None:
    """Which coarser value each fine one belongs to; circles are refused."""
    if not coarser:
        return None
    if value_type not in ("text", "choice"):
        raise MistakeOfUse(
            f"Values of the type {value_type} have no coarser values.",
            slug="coarser-of-no-text",
            hint="Coarser values are for text and choice.",
        )
    clean = {tidy(fine): tidy(coarse) for fine, coarse in coarser.items()}
    for fine in clean:
        at, seen = fine, {fine}
        while (above := clean.get(at)) is not None:
            if above in seen:
                raise MistakeOfUse(
                    f"“{fine}” would be a coarser value of itself.", slug="coarser-cycle"
                )
            seen.add(above)
            at = above
    return dict(sorted(clean.items()))


def _folded(name: str | None) -> str:
    return tidy(name or "").casefold()


def _words(text: str | None) -> str | None:
    return (text or "").strip() or None
