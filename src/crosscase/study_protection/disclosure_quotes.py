"""Passages as they would be printed: whose they are, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from crosscase.analysis.disclosure import Quote
from crosscase.errors import MistakeOfUse
from crosscase.model.fieldwork_nouns import Release
from crosscase.model.ids import Id
from crosscase.model.nouns import Case
from crosscase.query.intervals import Intervals
from crosscase.query.study_view import study_view
from crosscase.store.coding_blocks import VALENCES
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading
from crosscase.store.who_speaks import participants_of_passages
from crosscase.study_protection.disclosure_people import KnownPeople
from crosscase.study_protection.disclosure_places import PlaceAsked
from crosscase.study_protection.disclosure_report import PrintedQuote
from crosscase.study_protection.disclosure_tables import ShownTable

__all__ = [
    "ReleasedBefore",
    "labels_beside",
    "printed_quotes",
    "quotes_of_output",
    "released_before",
    "valences_of_places",
]


@dataclass(frozen=True, slots=True)
class ReleasedBefore:
    """What left the study before; ``gone`` counts quotes of people who do not show any more."""

    quotes: tuple[Quote, ...]
    tables: tuple[ShownTable, ...]
    gone: int


def printed_quotes(
    reading: Reading,
    places: Intervals,
    known: KnownPeople,
    labels: Iterable[str],
    *,
    asked: tuple[PlaceAsked, ...] | None = None,
    pseudonyms: bool = False,
) -> tuple[PrintedQuote, ...]:
    """Each passage with whoever speaks in it; a passage of nobody has no participant.

    ``asked`` may say for single passages what else is printed beside them. With ``pseudonyms``
    the name that the study has for each participant is printed as well.
    """
    view, by_row = study_view(reading), reading.by_row(Case)
    owner, person = participants_of_passages(view.turns, places.source, places.start, places.end)
    speaking: dict[int, list[Id]] = {}
    for at, row in zip(owner.tolist(), person.tolist(), strict=True):
        speaking.setdefault(at, []).append(by_row[row].id)
    wanted = tuple(labels)
    usual = {id_: known.attribution(id_, wanted) for id_ in known.names}
    printed = []
    rows = zip(*(each.tolist() for each in (places.source, places.start, places.end)), strict=True)
    for number, (source, start, end) in enumerate(rows):
        own = asked[number] if asked is not None else None
        for id_ in speaking.get(number, [None]):
            attribution, pseudonym = _beside(own, usual.get(id_ or "", {}))
            if pseudonyms and pseudonym is None and id_ is not None:
                pseudonym = known.names.get(id_)
            held = view.sources[source]
            printed.append(
                PrintedQuote(
                    number, held.id, held.name or "", start, end, id_, attribution, pseudonym
                )
            )
    return tuple(printed)


def quotes_of_output(
    printed: Iterable[PrintedQuote], valences: Mapping[tuple[Id, int, int], frozenset[str]]
) -> list[Quote]:
    """The quotes as the pure rules take them: one for each person in a passage."""
    return [
        Quote(
            str(each.number),
            each.participant,
            each.attribution,
            None if each.pseudonym is None else each.participant,
            next(
                iter(sorted(valences.get((each.source, each.start_char, each.end_char), ()))), None
            ),
        )
        for each in printed
        if each.participant is not None
    ]


def _stance(valences: frozenset[str]) -> str | None:
    return "mixed" if len(valences) > 1 else next(iter(valences), None)


def valences_of_places(
    reading: Reading, places: Intervals
) -> dict[tuple[Id, int, int], frozenset[str]]:
    """What codings on exactly these passages say: enabling, constraining, mixed."""
    view = study_view(reading)
    columns = coding_columns(reading.file, reading.connection)
    wanted = np.isin(columns.source, np.unique(places.source)) & (columns.valence > 0)
    told = columns.take(wanted)
    found: dict[tuple[Id, int, int], set[str]] = {}
    rows = zip(
        *(each.tolist() for each in (told.source, told.start_char, told.end_char, told.valence)),
        strict=True,
    )
    for source, start, end, valence in rows:
        key = (view.sources[source].id, start, end)
        found.setdefault(key, set()).add(str(VALENCES[valence]))
    return {key: frozenset(each) for key, each in found.items()}


def labels_beside(reading: Reading, asked: Iterable[PlaceAsked]) -> tuple[str, ...]:
    """The labels that stand beside single quotes, of this output or of releases before."""
    told = [each.get("attribution") for each in asked if isinstance(each, Mapping)]
    for release in reading.all(Release):
        told += [each["attribution"] for each in (release.items or {}).get("quotes", ())]
    found = [label for each in told if isinstance(each, Mapping) for label in each]
    return tuple(dict.fromkeys(str(label) for label in found))


def released_before(reading: Reading, known: KnownPeople) -> ReleasedBefore:
    """The quotes and tables of all releases that stand."""
    quotes: list[Quote] = []
    tables: list[ShownTable] = []
    gone = 0
    for release in reading.all(Release):
        items: Mapping[str, Any] = release.items or {}
        for number, each in enumerate(items.get("quotes", ())):
            there = [person for person in each["participants"] if person in known.names]
            gone += not there and bool(each["participants"])
            quotes += [
                Quote(
                    f"r{release.id}.{number}",
                    person,
                    each["attribution"],
                    person if each.get("named") else None,
                )
                for person in there
            ]
        for each in items.get("tables", ()):
            cells = {
                (row, column): count
                for row, counts in zip(each["row_labels"], each["counts"], strict=True)
                for column, count in zip(each["column_labels"], counts, strict=True)
            }
            tables.append((each["rows"], each["columns"], cells))
    return ReleasedBefore(tuple(quotes), tuple(tables), gone)


def _beside(
    own: PlaceAsked | None, usual: Mapping[str, str]
) -> tuple[Mapping[str, str], str | None]:
    """What is printed beside one quote: what was given for it, or what is usual."""
    if not isinstance(own, Mapping):
        return usual, None
    told = own.get("attribution")
    if told is None:
        return usual, own.get("pseudonym")
    if not isinstance(told, Mapping) or not all(
        isinstance(each, str) for pair in told.items() for each in pair
    ):
        raise MistakeOfUse(
            "What is printed beside a quote is a value for each label.",
            slug="not-an-attribution",
            hint="Write {role: Nurse, site: Hill}.",
        )
    return dict(told), own.get("pseudonym")
