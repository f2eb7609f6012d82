"""What is told of a passage that answers a question: its words, who speaks, where and of what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from crosscase.model.case_closure import kind_key
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.nouns import Coder
from crosscase.query.code_names import PATH_MARK, code_names
from crosscase.query.intervals import Intervals, common_stretches
from crosscase.query.study_view import PERSON, StudyView, study_view, turns_touched
from crosscase.store.coding_columns import CodingColumns
from crosscase.store.search_reading import page_starts
from crosscase.store.session import Reading
from crosscase.store.texts import current_text

__all__ = ["CONTEXT_CHARS", "FoundCoding", "FoundPassage", "found_passages", "told_codings"]

CONTEXT_CHARS = 200
_FIRST_DAY = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class FoundCoding:
    """A coding that a question asked for, on a passage; ``coded_on`` is an ISO day."""

    id: Id
    code_id: Id
    code: str
    coder_id: Id | None
    coder: str | None
    coded_on: str


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage with its surroundings. ``turn`` and ``page`` are counted from 1.

    ``cases`` holds, for each kind of case but person, the names of those in which a participant
    or the source lies. ``codes`` are those of the question that lie on the passage, ``coders``
    who put them there, and ``codings`` both with their ids; all are empty where nobody asked for
    codes. ``start_ms`` is the time mark of the first turn.
    """

    source_id: Id
    source: str
    start_char: int
    end_char: int
    text: str
    before: str
    after: str
    speakers: tuple[str, ...]
    participants: tuple[str, ...]
    cases: Mapping[str, tuple[str, ...]] = field(hash=False)
    codes: tuple[str, ...]
    coders: tuple[str, ...]
    turn: int | None
    page: int | None
    start_ms: int | None
    codings: tuple[FoundCoding, ...]


def found_passages(
    reading: Reading, places: Intervals, codings: CodingColumns
) -> Iterator[FoundPassage]:
    """The passages at these places, one after another; each text is read when it is reached.

    Args:
        reading: the study as it is now.
        places: distinct places in the order of answers (sources together).
        codings: those whose codes and coders are told.
    """
    view = study_view(reading)
    first, after = (turns.tolist() for turns in turns_touched(view, places))
    told = _codings_on(reading, places, codings)
    columns = (places.source.tolist(), places.start.tolist(), places.end.tolist())
    read_source, text = -1, ""
    pages: tuple[int, ...] = ()
    for index, (source, start, end) in enumerate(zip(*columns, strict=True)):
        if source != read_source:
            text = current_text(reading.file, reading.connection, source) or ""
            pages = page_starts(reading.file, source)
            read_source = source
        touched = range(first[index], after[index])
        participants = _participants(view, touched)
        codings_here = told.get(index, ())
        yield FoundPassage(
            source_id=view.sources[source].id,
            source=view.sources[source].name or "",
            start_char=start,
            end_char=end,
            text=text[start:end],
            before=_before(text, start),
            after=_after(text, end),
            speakers=_speakers(view, touched),
            participants=tuple(view.cases[row].name or "" for row in participants),
            cases=_cases(view, (source, *participants)),
            codes=tuple(dict.fromkeys(each.code for each in codings_here)),
            coders=_coders(codings_here),
            turn=int(view.turns.number[touched.start]) + 1 if touched else None,
            page=bisect_right(pages, start) or None,
            start_ms=_time_mark(view, touched),
            codings=codings_here,
        )


def _speakers(view: StudyView, touched: Iterable[int]) -> tuple[str, ...]:
    labels = (int(view.turns.speaker[turn]) for turn in touched)
    return tuple(dict.fromkeys(view.turns.labels[label].label for label in labels if label >= 0))


def _participants(view: StudyView, touched: Iterable[int]) -> tuple[int, ...]:
    rows = (int(view.turns.participant[turn]) for turn in touched)
    return tuple(dict.fromkeys(row for row in rows if row >= 0))


def _cases(view: StudyView, members: Iterable[int]) -> dict[str, tuple[str, ...]]:
    groups: set[int] = set()
    for member in members:
        groups |= view.groups.get(member, frozenset())
    by_kind: dict[str, set[str]] = {}
    for row in groups:
        case = view.cases[row]
        if kind_key(case.case_kind) != PERSON:
            by_kind.setdefault(view.kinds[kind_key(case.case_kind)], set()).add(case.name or "")
    return {
        kind: tuple(sorted(names, key=lambda name: (name.casefold(), name)))
        for kind, names in sorted(by_kind.items())
    }


def _coders(codings: Iterable[FoundCoding]) -> tuple[str, ...]:
    names = {each.coder for each in codings if each.coder is not None}
    return tuple(sorted(names, key=str.casefold))


def _time_mark(view: StudyView, touched: range) -> int | None:
    mark = int(view.turns.start_ms[touched.start]) if touched else -1
    return mark if mark >= 0 else None


def _codings_on(
    reading: Reading, places: Intervals, codings: CodingColumns
) -> dict[int, tuple[FoundCoding, ...]]:
    """For each place these codings on it, by the codebook's order of codes and then coders."""
    if not len(codings) or not len(places):
        return {}
    shared = common_stretches(
        places, Intervals(codings.source, codings.start_char, codings.end_char)
    )
    pairs = sorted(set(zip(shared.index_a.tolist(), shared.index_b.tolist(), strict=True)))
    told = told_codings(reading, codings.take(np.unique(shared.index_b)))
    by_coding = dict(zip(np.unique(shared.index_b).tolist(), told, strict=True))
    on: dict[int, list[tuple[int, FoundCoding]]] = {}
    for index, coding in pairs:
        on.setdefault(index, []).append(by_coding[coding])
    return {
        index: tuple(each for _, each in sorted(found, key=_in_order))
        for index, found in on.items()
    }


def _in_order(told: tuple[int, FoundCoding]) -> tuple[int, str, str]:
    order, coding = told
    return order, (coding.coder or "").casefold(), coding.id


def told_codings(reading: Reading, codings: CodingColumns) -> list[tuple[int, FoundCoding]]:
    """Codings with the place of their code in the codebook."""
    names = code_names(reading)
    order = {row: index for index, row in enumerate(names.walk())}
    coders = reading.by_row(Coder)
    ids = reading.file.ids_of_rows(reading.connection, codings.coding.tolist())
    columns = (codings.coding, codings.code, codings.coder, codings.day)
    told = []
    for coding, code, coder, day in zip(*(each.tolist() for each in columns), strict=True):
        who = coders.get(coder)
        found = FoundCoding(
            id=id_of_bytes(ids[coding]),
            code_id=names.codes[code].id,
            code=PATH_MARK.join(names.path(code)),
            coder_id=None if who is None else who.id,
            coder=None if who is None else who.name,
            coded_on=date.fromordinal(_FIRST_DAY + day).isoformat(),
        )
        told.append((order.get(code, -1), found))
    return told


def _before(text: str, at: int) -> str:
    """Up to 200 characters before a place, beginning with a whole word."""
    low = max(0, at - CONTEXT_CHARS)
    piece = text[low:at]
    if low and not text[low - 1].isspace() and not piece[:1].isspace():
        cut = next((index for index, each in enumerate(piece) if each.isspace()), None)
        # In writing without spaces there is no better place to cut.
        piece = piece if cut is None else piece[cut:]
    return piece.lstrip()


def _after(text: str, at: int) -> str:
    """Up to 200 characters after a place, ending with a whole word."""
    high = at + CONTEXT_CHARS
    piece = text[at:high]
    if high < len(text) and not text[high].isspace() and not piece[-1:].isspace():
        cut = next((i for i in range(len(piece) - 1, -1, -1) if piece[i].isspace()), None)
        piece = piece if cut is None else piece[:cut]
    return piece.rstrip()
