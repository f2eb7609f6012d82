"""The passages behind a case's conditions, so that a contradiction can be opened and read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.ids import Id
from crosscase.query.cross_counts import distinct
from crosscase.query.found_passages import FoundPassage, found_passages
from crosscase.query.study_view import distinct_places
from crosscase.store.session import Reading
from crosscase.store.source_names import find_case
from crosscase.study_synthesis.qca_definition import QcaDefinition, QcaSet
from crosscase.study_synthesis.qca_measures import CaseMeasures, kind_of_cases

__all__ = ["BehindCase", "passages_behind"]


@dataclass(frozen=True, slots=True)
class BehindCase:
    """The passages behind one condition of one case; ``total`` counts those not listed too."""

    case_id: Id
    case: str
    condition: str
    measured: str
    total: int
    passages: tuple[FoundPassage, ...]


def passages_behind(
    reading: Reading,
    definition: QcaDefinition,
    cases: list[str],
    condition: str | None = None,
    most: int = 20,
) -> tuple[BehindCase, ...]:
    """For each case, the passages behind its conditions and outcome that are read from codes.

    Args:
        reading: the study.
        definition: of the QCA.
        cases: by name or id.
        condition: only this one (or the outcome).
        most: how many passages to list of each.
    """
    kind = kind_of_cases(reading, definition.cases)
    measures = CaseMeasures(reading, kind, definition.coder)
    asked = [(each, measures.read(each.measure).said) for each in _asked(definition, condition)]
    found = []
    for wanted in cases:
        case = find_case(reading, wanted, kind)
        row = measures.view.rows.get(case.id)
        if row is None or row not in measures.cases:
            raise NotFound(f"“{case.name}” is no case of this QCA.", slug="case-not-in-analysis")
        found += [_behind(measures, each, said, row, most) for each, said in asked]
    return tuple(found)


def _asked(definition: QcaDefinition, condition: str | None) -> list[QcaSet]:
    of_codes = [each for each in definition.sets if each.measure.of == "code"]
    if condition is None:
        return of_codes
    wanted = condition.casefold().lstrip("~")
    chosen = [each for each in definition.sets if each.name.casefold() == wanted]
    if not chosen:
        names = [each.name for each in definition.sets]
        raise NotFound(
            f"The QCA has no condition “{condition}”.",
            slug="condition-not-found",
            hint=nearest_names_hint(condition, names) or f"It has {', '.join(names)}.",
        )
    if chosen[0] not in of_codes:
        raise MistakeOfUse(
            f"“{chosen[0].name}” is not read from a code, so there are no passages behind it.",
            slug="no-passages-behind",
            hint="Ask for a condition that is read from a code.",
        )
    return chosen


def _behind(measures: CaseMeasures, asked: QcaSet, said: str, row: int, most: int) -> BehindCase:
    facts, chosen = measures.places_behind(asked.measure, row)
    places = distinct_places(measures.view, facts.places.taken(distinct(facts.item[chosen])))
    assert facts.codings is not None
    codings = facts.codings.take(np.unique(facts.item[chosen]))
    listed = places.taken(np.arange(min(most, len(places))))
    case = measures.cases[row]
    return BehindCase(
        case.id,
        case.name or "",
        asked.name,
        said,
        len(places),
        tuple(found_passages(measures.reading, listed, codings)),
    )
