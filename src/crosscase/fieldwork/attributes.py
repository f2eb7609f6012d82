"""The verbs of attributes: typed characteristics of cases and sources, and their values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.fieldwork.attribute_frame import case_frame, source_frame
from crosscase.fieldwork.case_names import find_subject
from crosscase.fieldwork.field_plan import FieldPlan, checked_coarser
from crosscase.fieldwork.field_words import checked_attribute_name, tidy
from crosscase.fieldwork.typed_values import parse_value
from crosscase.log.records import Draft
from crosscase.model.fields import Value
from crosscase.model.nouns import Attribute, AttributeValue, Case, Source
from crosscase.store.reading import list_all
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
        rename: str | None = None,
        description: str | None = _UNCHANGED,
        coarser: Mapping[str, str] | None = _UNCHANGED,
    ) -> Recorded | None:
        """Change an attribute's name, description or coarser values; None clears the last two.

        It stays the same attribute under another name: its id comes from its first one. A table
        that is imported later and has the first name as a column makes a new attribute.
        """

        def decide(reading: Reading) -> Draft:
            plan = FieldPlan(reading, self._session)
            held = plan.get_attribute(name)
            before = held.name
            if rename is not None:
                held = plan.rename_attribute(held, rename)
            if description is not _UNCHANGED:
                held = replace(held, description=(description or "").strip() or None)
            if coarser is not _UNCHANGED:
                held = replace(held, coarser=checked_coarser(coarser, held.value_type))
            plan.attributes.put(held)
            sentence = "attribute.changed" if held.name == before else "attribute.renamed"
            return Draft(sentence, {"attribute": held.id}, plan.changes())

        return self._session.record(decide)

    def rename(self, name: str, new_name: str) -> Recorded | None:
        """Give an attribute another name; its values and its id stay."""
        return self.describe(name, rename=new_name)

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

    def set_many(self, cells: Iterable[tuple[str, str, Any]]) -> Recorded | None:
        """Give many cases or sources values, as one operation: all of them or none.

        A cell is (case or source, attribute, value), each by name or id; nothing as a value takes
        one away. Of two values for one cell the later stands.
        """
        wanted = list(cells)

        def decide(reading: Reading) -> Draft:
            plan = FieldPlan(reading, self._session)
            attributes = {
                name: plan.get_attribute(name) for name in {name for _, name, _ in wanted}
            }
            subjects: dict[str, Case | Source] = {}
            touched = set()
            for subject, name, raw in wanted:
                if subject not in subjects:
                    held = plan.names.cases.get(subject)
                    subjects[subject] = held or find_subject(reading, subject, plan.names)
                found, attribute = subjects[subject], attributes[name]
                if plan.set_value(found, attribute, raw):
                    touched.add((found.id, attribute.id))
            return Draft("values.set", {"n": len(touched)}, plan.changes())

        return self._session.record(decide)

    def try_values(self, cells: Iterable[tuple[str, Any]]) -> list[Value | MistakeOfUse | None]:
        """How values of attributes (by name or id) would be kept, or why not; stores nothing."""
        with self._session.reading() as reading:
            plan = FieldPlan(reading, self._session)
            types: dict[str, str] = {}
            tried: list[Value | MistakeOfUse | None] = []
            for name, raw in cells:
                if name not in types:
                    types[name] = plan.get_attribute(name).value_type or "text"
                try:
                    tried.append(parse_value(types[name], raw))
                except MistakeOfUse as mistake:
                    tried.append(mistake)
            return tried

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
            held = _find_dropped(reading, name)
            if held is None:
                raise NotFound(
                    f"No attribute “{tidy(name)}” was removed.", slug="attribute-not-found"
                )
            checked_attribute_name(held.name, plan.kinds())
            change = dropped(Attribute, held.id, False)
            return Draft("attribute.restored", {"attribute": held.id}, (change,))

        return self._session.record(decide)


def _find_dropped(reading: Reading, wanted: str) -> Attribute | None:
    """The attribute of this id or name that was removed; of several the one added last."""
    folded = tidy(wanted).casefold()
    found = [
        each
        for each in list_all(reading.file, reading.connection, Attribute)
        if each.dropped and (each.id == wanted or tidy(each.name or "").casefold() == folded)
    ]
    by_id = [each for each in found if each.id == wanted]
    chosen = by_id or found
    return chosen[-1] if chosen else None
