"""The verbs of attributes: typed characteristics of cases and sources, and their values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crosscase.errors import NotFound
from crosscase.fieldwork.attribute_frame import case_frame, source_frame
from crosscase.fieldwork.case_names import find_subject
from crosscase.fieldwork.field_plan import FieldPlan, attribute_id, checked_coarser
from crosscase.fieldwork.field_words import checked_attribute_name, tidy
from crosscase.log.records import Draft
from crosscase.model.nouns import Attribute, AttributeValue
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, dropped

if TYPE_CHECKING:
    import polars

__all__ = ["Attributes"]

_UNCHANGED: Any = object()


class Attributes:
    """The attributes of a study, and what each case or source has for them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading ---------------------------------------------------------------------------

    def all(self) -> list[Attribute]:
        """All attributes by name."""
        with self._session.reading() as reading:
            return sorted(
                reading.all(Attribute), key=lambda each: ((each.name or "").casefold(), each.id)
            )

    def get(self, name: str) -> Attribute:
        """One attribute by name or id."""
        with self._session.reading() as reading:
            return FieldPlan(reading, self._session).get_attribute(name)

    def values(self, subject: str) -> dict[str, Any]:
        """What a case or source (by name or id) has, by attribute; days are ISO text."""
        with self._session.reading() as reading:
            found = find_subject(reading, subject)
            names = {each.id: each.name for each in reading.all(Attribute)}
            values = {
                names[each.attribute]: each.value.value
                for each in reading.all(AttributeValue)
                if each.subject == found.id and each.value is not None
            }
        return dict(sorted(values.items(), key=lambda pair: pair[0].casefold()))

    def frame(self, case_kind: str | None = None) -> polars.DataFrame:
        """Cases by attributes, one row a case: id, case, case_kind, then each attribute.

        Of one kind of cases the attributes are those that any of them has.
        Numbers are Float64, days Date, truths Boolean, choices Categorical, the rest String.
        """
        with self._session.reading() as reading:
            return case_frame(reading, case_kind)

    def source_frame(self) -> polars.DataFrame:
        """Sources by the attributes that any of them has: id, source, then each attribute."""
        with self._session.reading() as reading:
            return source_frame(reading)

    # -- changing --------------------------------------------------------------------------

    def add(
        self,
        name: str,
        value_type: str = "text",
        *,
        coarser: Mapping[str, str] | None = None,
        description: str | None = None,
    ) -> Attribute:
        """Add an attribute of a type: text, number, day, truth or choice.

        ``coarser`` maps fine values to coarse ones, over several steps if need be. One whose
        name is a case kind or a word of the query language is refused. One of a name that was
        removed begins anew, without its old values (``restore`` brings those back).
        """

        def decide(reading: Reading) -> Draft:
            plan = FieldPlan(reading, self._session)
            made = plan.add_attribute(name, value_type, coarser, description)
            return Draft("attribute.added", {"attribute": made.id}, plan.changes())

        self._session.record(decide)
        return self.get(name)

    def describe(
        self,
        name: str,
        *,
        description: str | None = _UNCHANGED,
        coarser: Mapping[str, str] | None = _UNCHANGED,
    ) -> Recorded | None:
        """Change an attribute's description or its coarser values; None clears one."""

        def decide(reading: Reading) -> Draft:
            plan = FieldPlan(reading, self._session)
            held = plan.get_attribute(name)
            if description is not _UNCHANGED:
                held = replace(held, description=(description or "").strip() or None)
            if coarser is not _UNCHANGED:
                held = replace(held, coarser=checked_coarser(coarser, held.value_type))
            plan.attributes.put(held)
            return Draft("attribute.changed", {"attribute": held.id}, plan.changes())

        return self._session.record(decide)

    def set(self, subject: str, values: Mapping[str, Any]) -> Recorded | None:
        """Give a case or source (by name or id) values; None or nothing takes one away."""

        def decide(reading: Reading) -> Draft:
            plan = FieldPlan(reading, self._session)
            found = find_subject(reading, subject, plan.names)
            count = 0
            for name, raw in values.items():
                count += plan.set_value(found, plan.get_attribute(name), raw)
            return Draft("values.set", {"n": count}, plan.changes())

        return self._session.record(decide)

    def remove(self, name: str) -> Recorded | None:
        """Drop an attribute: it and its values are hidden until it is restored."""

        def decide(reading: Reading) -> Draft:
            held = FieldPlan(reading, self._session).get_attribute(name)
            change = dropped(Attribute, held.id)
            return Draft("attribute.removed", {"attribute": held.id}, (change,))

        return self._session.record(decide)

    def restore(self, name: str) -> Recorded | None:
        """Bring a dropped attribute back with its values, by its name or id."""

        def decide(reading: Reading) -> Draft | None:
            plan = FieldPlan(reading, self._session)
            if plan.find_attribute(name) is not None:
                return None
            known = reading.row(name) if _is_id(name) else None
            id_ = name if known is not None else attribute_id(self._session.study_id, name)
            try:
                held = reading.get(Attribute, id_)
            except NotFound:
                raise NotFound(
                    f"No attribute “{tidy(name)}” was removed.", slug="attribute-not-found"
                ) from None
            checked_attribute_name(held.name, plan.kinds())
            change = dropped(Attribute, held.id, False)
            return Draft("attribute.restored", {"attribute": held.id}, (change,))

        return self._session.record(decide)


def _is_id(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4
