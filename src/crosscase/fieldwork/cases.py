"""The verbs of cases: add, describe, rename, remove, restore, and the tree they form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crosscase.errors import NotFound, nearest_names_hint
from crosscase.fieldwork.case_grid import CaseGrid, case_grid
from crosscase.fieldwork.case_names import CaseNames, name_key, read_case_names
from crosscase.fieldwork.case_tables import ImportedCases, import_cases
from crosscase.fieldwork.case_tree import CaseNode, tree_of
from crosscase.fieldwork.field_plan import FieldPlan
from crosscase.fieldwork.typed_values import parse_day
from crosscase.log.records import Draft
from crosscase.model.case_closure import kind_key
from crosscase.model.ids import Id
from crosscase.model.nouns import Case, Membership
from crosscase.store.reading import list_all
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, changed, dropped

__all__ = ["Cases"]


class Cases:
    """The cases of a study: sites, organisations, bodies, persons and others."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading ---------------------------------------------------------------------------

    def all(self, case_kind: str | None = None) -> list[Case]:
        """All cases, of one kind if it is given, by kind and name."""
        with self._session.reading() as reading:
            names = read_case_names(reading)
        wanted = None if case_kind is None else kind_key(_kind_of(names, case_kind))
        found = [
            case
            for case in names.cases.values()
            if wanted is None or kind_key(case.case_kind) == wanted
        ]
        return sorted(found, key=_order)

    def get(self, name: str, case_kind: str | None = None) -> Case:
        """One case by name (`site:Harrow` where two kinds share one) or id."""
        with self._session.reading() as reading:
            return read_case_names(reading).find(name, case_kind)

    def kinds(self) -> dict[str, int]:
        """The kinds of cases, each with how many there are."""
        counts: dict[str, int] = {}
        with self._session.reading() as reading:
            names = read_case_names(reading)
        for case in names.cases.values():
            kind = names.kinds[kind_key(case.case_kind)]
            counts[kind] = counts.get(kind, 0) + 1
        return dict(sorted(counts.items()))

    def tree(self, on_day: str | None = None) -> tuple[CaseNode, ...]:
        """The cases as a tree, a view of their memberships (on one day, if it is given)."""
        day = None if on_day is None else parse_day(on_day)
        with self._session.reading() as reading:
            return tree_of(reading.all(Membership), read_case_names(reading).cases, day)

    def grid(self) -> CaseGrid:
        """All cases with their attributes, groups and figures, as one table."""
        with self._session.reading() as reading:
            return case_grid(reading)

    # -- changing --------------------------------------------------------------------------

    def add(
        self,
        name: str,
        case_kind: str,
        *,
        description: str | None = None,
        attributes: Mapping[str, Any] | None = None,
        groups: Sequence[str] = (),
    ) -> Case:
        """Add a case of a kind (a plain word: site, place, organisation, person).

        ``attributes`` are values of attributes that the study has, ``groups`` cases in which the
        new one lies, all by name or id.
        """
        ids: list[Id] = []

        def decide(reading: Reading) -> Draft:
            plan = FieldPlan(reading, self._session)
            case = plan.add_case(name, case_kind, description)
            ids.append(case.id)
            for attribute, raw in (attributes or {}).items():
                plan.set_value(case, plan.get_attribute(attribute), raw)
            for group in groups:
                plan.put_into(case, plan.names.find(group), {})
            return Draft("case.added", {"case": case.id}, plan.changes())

        self._session.record(decide)
        return self.get(ids[0])

    def change(self, case: str, **fields: str | None) -> Recorded | None:
        """Change a case's name or description (None clears it), as one operation."""

        def decide(reading: Reading) -> Draft | None:
            names = read_case_names(reading)
            found = names.find(case)
            new: dict[str, Any] = {}
            if fields.get("name") is not None:
                name = fields["name"] or ""
                new["name"] = names.require_free(name, found.case_kind, found.id)
            if "description" in fields:
                new["description"] = (fields["description"] or "").strip() or None
            new = {name: value for name, value in new.items() if value != getattr(found, name)}
            if not new:
                return None
            sentence = "case.renamed" if "name" in new else "case.described"
            return Draft(sentence, {"case": found.id}, (changed(Case, found.id, **new),))

        return self._session.record(decide)

    def describe(self, case: str, description: str | None) -> Recorded | None:
        """Change what is said of a case; None clears it."""
        return self.change(case, description=description)

    def rename(self, case: str, name: str) -> Recorded | None:
        """Give a case another name."""
        return self.change(case, name=name)

    def remove(self, case: str) -> Recorded | None:
        """Drop a case: its memberships and values are hidden until it is restored."""

        def decide(reading: Reading) -> Draft:
            found = read_case_names(reading).find(case)
            return Draft("case.removed", {"case": found.id}, (dropped(Case, found.id),))

        return self._session.record(decide)

    def restore(self, case: str) -> Recorded | None:
        """Bring a dropped case back, by its id or its name, with exactly what was hidden."""

        def decide(reading: Reading) -> Draft | None:
            names = read_case_names(reading)
            if case in names.cases:
                return None
            found = _find_dropped(reading, case)
            if found is None:
                names.find(case)  # a case that shows needs no restoring; otherwise NotFound
                return None
            FieldPlan(reading, self._session).checked_kind(found.case_kind)
            names.require_free(found.name, found.case_kind, found.id)
            return Draft("case.restored", {"case": found.id}, (dropped(Case, found.id, False),))

        return self._session.record(decide)

    def import_table(
        self, columns: Sequence[str], rows: Sequence[Sequence[Any]], **options: Any
    ) -> ImportedCases:
        """Take cases from the rows of a table, in one operation; see ``import_cases``."""
        return import_cases(self._session, columns, rows, **options)


def _find_dropped(reading: Reading, wanted: str) -> Case | None:
    hidden = [each for each in list_all(reading.file, reading.connection, Case) if each.dropped]
    by_id = [each for each in hidden if each.id == wanted]
    named = [each for each in hidden if name_key(each.name) == name_key(wanted)]
    found = by_id or named
    return found[-1] if found else None


def _kind_of(names: CaseNames, case_kind: str) -> str:
    folded = kind_key(case_kind)
    folded = "person" if folded == "participant" else folded
    if folded not in names.kinds:
        raise NotFound(
            f"There are no cases of the kind “{case_kind}”.",
            slug="case-kind-not-found",
            hint=nearest_names_hint(case_kind, names.kinds.values())
            or f"The study has {', '.join(sorted(names.kinds.values()))}.",
        )
    return names.kinds[folded]


def _order(case: Case) -> tuple[str, str, str]:
    return kind_key(case.case_kind), (case.name or "").casefold(), case.id
