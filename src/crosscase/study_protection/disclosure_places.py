"""Which passages are looked at: those of a question, a set, a code, or all that are coded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from crosscase.coding.carried_passages import CurrentTexts
from crosscase.errors import MistakeOfUse
from crosscase.model.ids import Id
from crosscase.model.nouns import Evidence, Memo, ResearchSet, SetMember, Source
from crosscase.query.answers import answer
from crosscase.query.code_names import code_names
from crosscase.query.intervals import Intervals
from crosscase.query.study_view import StudyView, distinct_places, study_view
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named, find_source
from crosscase.store.who_speaks import participants_of_passages

__all__ = ["Chosen", "HeldBy", "PlaceAsked", "chosen_places"]

# (source, start_char, end_char), or a mapping with these and what is printed beside the quote.
PlaceAsked = tuple[str, int, int] | Mapping[str, Any]

HeldBy = Literal["evidence", "memos", "turns"]

_ASKED = frozenset({"source", "start_char", "end_char", "attribution", "pseudonym"})


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which quotes are meant: passages one by one, or all of a question, a set, a code, a source.

    With nothing given, all passages that are coded. ``held_by`` means those that stand in a part
    of the study: evidence, memos, or turns. ``places`` are distinct already, such as those behind
    a cell of a matrix.
    """

    quotes: tuple[PlaceAsked, ...] | None = None
    query: str | None = None
    set: str | None = None
    code: str | None = None
    source: str | None = None
    held_by: HeldBy | None = None
    codings: tuple[Id, ...] | None = None
    places: Intervals | None = None

    def __post_init__(self) -> None:
        given = [getattr(self, each.name) for each in fields(self)]
        if sum(each is not None for each in given) > 1:
            raise MistakeOfUse(
                "It is not clear which quotes are meant.",
                slug="which-passages",
                hint="Give quotes, codings, a query, a set, a code or a source, but one of them.",
            )


def chosen_places(reading: Reading, chosen: Chosen) -> Intervals:
    """The places that are meant, by source row; those of quotes in the order they were given."""
    view = study_view(reading)
    if chosen.quotes is not None:
        return _given(reading, view, chosen.quotes)
    if chosen.places is not None:
        return chosen.places
    if chosen.query is not None:
        answered = answer(reading, chosen.query).places()
        rows = [view.rows[source] for source, _, _ in answered]
        ends = [end for _, _, end in answered]
        return Intervals.of(rows, [start for _, start, _ in answered], ends)
    if chosen.held_by is not None:
        return _held_by(reading, view, chosen.held_by)
    columns = coding_columns(reading.file, reading.connection)
    if chosen.set is not None:
        columns = columns.take(_in_set(reading, view, columns, chosen.set))
    elif chosen.code is not None:
        names = code_names(reading)
        rows = names.with_descendants(names.find(chosen.code))
        columns = columns.take(np.isin(columns.code, rows))
    elif chosen.source is not None:
        row = reading.row(find_source(reading, chosen.source).id)
        columns = columns.take(columns.source == row)
    elif chosen.codings is not None:
        found = [row for row in map(reading.row, chosen.codings) if row is not None]
        columns = columns.take(np.isin(columns.coding, found))
    places = Intervals(columns.source, columns.start_char, columns.end_char)
    return distinct_places(view, places)


def _given(reading: Reading, view: StudyView, quotes: Iterable[PlaceAsked]) -> Intervals:
    known: dict[str, Id] = {}
    columns: tuple[list[int], list[int], list[int]] = ([], [], [])
    sources = reading.by_id(Source)
    for asked in quotes:
        name, start, end = _place(asked)
        if name not in known:
            known[name] = name if name in sources else find_source(reading, name).id
        row = view.rows[known[name]]
        facts = view.texts.get(row)
        if facts is None or not 0 <= start < end <= facts.chars:
            raise MistakeOfUse(
                f"“{sources[known[name]].name}” has no passage {start}-{end}.",
                slug="not-a-place",
                hint="Offsets count characters of the source's text as it stands now, from 0.",
            )
        for column, value in zip(columns, (row, start, end), strict=True):
            column.append(value)
    return Intervals.of(*columns)


def _held_by(reading: Reading, view: StudyView, part: str) -> Intervals:
    """The passages that links, memos or turns hold, where they lie now."""
    if part == "turns":
        said = view.turns.participant >= 0
        places = view.turn_places
        return Intervals(places.source[said], places.start[said], places.end[said])
    texts = CurrentTexts(reading)
    stored = reading.all(Evidence) if part == "evidence" else reading.all(Memo)
    now = [texts.carry(each.passage) for each in stored if each.passage is not None]
    there = [each for each in now if each.standing != "lost" and each.source in view.rows]
    columns = ([view.rows[each.source] for each in there], [each.start_char for each in there],
               [each.end_char for each in there])  # fmt: skip
    return distinct_places(view, Intervals.of(*columns))


def _place(asked: PlaceAsked) -> tuple[str, int, int]:
    if isinstance(asked, Mapping):
        unknown = set(asked) - _ASKED
        if unknown or not {"source", "start_char", "end_char"} <= set(asked):
            raise MistakeOfUse(
                "A quote is given by source, start_char and end_char.",
                slug="not-a-place",
                hint=f"Beside these it may say {', '.join(sorted(_ASKED))}.",
            )
        return str(asked["source"]), int(asked["start_char"]), int(asked["end_char"])
    source, start, end = asked
    return source, start, end


def _in_set(
    reading: Reading, view: StudyView, columns: CodingColumns, name: str
) -> npt.NDArray[np.bool_]:
    """The codings that are in a set, or whose code, source or participant is."""
    wanted = find_named(name, reading.all(ResearchSet), "set").id
    ids = [each.member for each in reading.all(SetMember) if each.set == wanted]
    rows = [row for row in map(reading.row, ids) if row is not None]
    chosen = np.isin(columns.coding, rows)
    chosen |= np.isin(columns.code, rows) | np.isin(columns.source, rows)
    owner, person = participants_of_passages(
        view.turns, columns.source, columns.start_char, columns.end_char
    )
    chosen[owner[np.isin(person, list(view.lying_in(rows)))]] = True
    return chosen
