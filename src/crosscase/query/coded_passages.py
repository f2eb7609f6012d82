"""The passages of one code, page by page, each with the codings of that code on exactly it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from crosscase.errors import MistakeOfUse
from crosscase.model.ids import Id
from crosscase.query.code_names import code_names
from crosscase.query.found_passages import FoundPassage, found_passages, told_codings
from crosscase.query.intervals import Intervals
from crosscase.query.study_view import StudyView, study_view
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.session import Reading
from crosscase.store.source_names import find_case, find_coder
from crosscase.store.who_speaks import participants_of_passages

__all__ = ["PassagePage", "coded_passages"]


@dataclass(frozen=True, slots=True)
class PassagePage:
    """Some passages, how many there are in all, and where the next ones begin (None: nowhere)."""

    passages: tuple[FoundPassage, ...]
    total: int
    following: str | None


def coded_passages(
    reading: Reading,
    code: str,
    *,
    below: bool = True,
    coder: str | None = None,
    case: str | None = None,
    after: str | None = None,
    most: int = 100,
) -> PassagePage:
    """The distinct passages of a code in the order of sources and places.

    Args:
        reading: the study.
        code: the code, by name, path or id.
        below: whether what is coded with a code below it counts too.
        coder: only what this coder coded.
        case: only what somebody said, or a source holds, that lies in this case.
        after: where a page before ended.
        most: how many at once.
    """
    names, view = code_names(reading), study_view(reading)
    row = names.find(code)
    rows = names.with_descendants(row) if below else [row]
    columns = coding_columns(reading.file, reading.connection)
    mine = columns.take(np.isin(columns.code, rows))
    if coder is not None:
        mine = mine.take(mine.coder == reading.row(find_coder(reading, coder).id))
    if case is not None:
        mine = mine.take(_in_case(view, mine, find_case(reading, case).id))
    order, begins = _distinct(view, mine)
    ends = np.append(begins[1:], len(order))
    firsts = order[begins]
    low = 0 if after is None else _place_after(view, mine, firsts, after)
    high = min(low + most, len(begins))
    chosen = order[begins[low] : ends[high - 1]] if high > low else order[:0]
    places = Intervals(
        mine.source[firsts[low:high]],
        mine.start_char[firsts[low:high]],
        mine.end_char[firsts[low:high]],
    )
    passages = _with_codings(reading, places, mine.take(chosen))
    last = passages[-1] if passages else None
    following = None
    if last is not None and high < len(begins):
        following = f"{last.source_id}.{last.start_char}.{last.end_char}"
    return PassagePage(passages, len(begins), following)


def _distinct(
    view: StudyView, codings: CodingColumns
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The codings in the order of answers, and where in it each distinct passage begins."""
    rank = view.rank[codings.source]
    order = np.lexsort((codings.end_char, codings.start_char, rank))
    new = np.zeros(len(order), bool)
    new[:1] = True
    for column in (rank, codings.start_char, codings.end_char):
        ordered = column[order]
        new[1:] |= ordered[1:] != ordered[:-1]
    return order, np.flatnonzero(new)


def _place_after(
    view: StudyView, codings: CodingColumns, firsts: npt.NDArray[np.intp], after: str
) -> int:
    """The number of the first passage behind the one at which a page ended, there still or not."""
    source, start, end = _read_place(after)
    rank = sum(each.id < source for each in view.sources.values())
    ranks = view.rank[codings.source[firsts]]
    low, high = np.searchsorted(ranks, rank, "left"), np.searchsorted(ranks, rank, "right")
    if view.rows.get(source) is None:
        return int(low)
    starts = codings.start_char[firsts[low:high]].astype(np.int64) << 32
    keys = starts | codings.end_char[firsts[low:high]].astype(np.int64)
    return int(low + np.searchsorted(keys, (start << 32) | end, "right"))


def _read_place(text: str) -> tuple[Id, int, int]:
    parts = text.split(".")
    if len(parts) != 3 or not all(part.isdecimal() and len(part) < 10 for part in parts[1:]):
        raise MistakeOfUse(
            "This page of the passages cannot be found.",
            slug="bad-cursor",
            hint="Begin again with the first page.",
        )
    return parts[0], int(parts[1]), int(parts[2])


def _in_case(view: StudyView, codings: CodingColumns, case: Id) -> npt.NDArray[np.bool_]:
    """Which codings lie in a case, by who speaks in them or by their source."""
    inside = view.by_row(view.lying_in([view.rows[case]]))
    kept = inside[codings.source]
    at, people = participants_of_passages(
        view.turns, codings.source, codings.start_char, codings.end_char
    )
    kept[at[inside[people]]] = True
    return kept


def _with_codings(
    reading: Reading, places: Intervals, codings: CodingColumns
) -> tuple[FoundPassage, ...]:
    """The passages at these places with those of the codings that lie on exactly them."""
    keys = list(_keys(codings.source, codings.start_char, codings.end_char))
    told = told_codings(reading, codings)
    on: dict[tuple[int, ...], list[int]] = {}
    for at, key in enumerate(keys):
        on.setdefault(key, []).append(at)
    nothing = codings.take(np.zeros(len(codings), bool))
    found = found_passages(reading, places, nothing)
    return tuple(
        replace(each, codings=tuple(told[at][1] for at in on[key]))
        for each, key in zip(found, _keys(places.source, places.start, places.end), strict=True)
    )


def _keys(*columns: npt.NDArray[np.int32]) -> Iterable[tuple[int, ...]]:
    return zip(*(column.tolist() for column in columns), strict=True)
