"""The answer to a question page by page: it is kept, so that no page is looked for anew."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeVar, cast

import numpy as np

from crosscase.errors import MistakeOfUse
from crosscase.query.found_passages import FoundPassage, found_passages
from crosscase.query.intervals import Intervals
from crosscase.query.running_answer import RunningAnswer
from crosscase.query.study_view import study_view
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.remembered import ALL_KINDS
from crosscase.store.session import Reading
from crosscase.store.who_speaks import participants_of_passages

__all__ = ["AnswerPage", "kept_answer", "page_after", "passages_between", "search_page"]

T = TypeVar("T")

_ANSWERS_KEPT = 12


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """Some passages of an answer; ``following`` is where the next ones begin (None: nowhere).

    ``total`` is None while there are texts that were not looked into yet; ``sources`` and
    ``participants`` (who speaks in the passages) are counted in what was found so far.
    """

    understood: str
    passages: tuple[FoundPassage, ...]
    following: str | None
    total: int | None
    sources: int
    participants: int


def search_page(
    reading: Reading, expression: str, *, after: str | None = None, most: int = 100
) -> AnswerPage:
    """One page of the answer to a question; ``after`` is where the page before ended."""
    first = page_after(after)
    running = kept_answer(
        reading, ("search", expression), lambda: RunningAnswer(reading, expression)
    )
    running.look(reading, first + most + 1)
    places = running.places
    columns = coding_columns(reading.file, reading.connection)
    asked = np.isin(columns.coding, running.codings)
    # Who asked for words alone is told every code on them.
    told = columns.take(asked) if asked.any() else columns
    last = min(first + most, len(places))
    turns = study_view(reading).turns
    people = participants_of_passages(turns, places.source, places.start, places.end)[1]
    return AnswerPage(
        understood=running.understood,
        passages=passages_between(reading, places, told, first, last),
        following=str(last) if last < len(places) else None,
        total=len(places) if running.is_complete else None,
        sources=len(np.unique(places.source)),
        participants=len(np.unique(people)),
    )


def page_after(after: str | None) -> int:
    """The number of the first passage of a page."""
    if after is None:
        return 0
    if not (after.isascii() and after.isdecimal() and len(after) < 10):
        raise MistakeOfUse(
            "This page of the answer cannot be found.",
            slug="bad-cursor",
            hint="Begin again with the first page.",
        )
    return int(after)


def passages_between(
    reading: Reading, places: Intervals, told: CodingColumns, first: int, last: int
) -> tuple[FoundPassage, ...]:
    """The passages of an answer from one number up to another, with the codings told of them."""
    return tuple(found_passages(reading, places.taken(np.arange(first, max(first, last))), told))


def kept_answer(reading: Reading, key: Hashable, make: Callable[[], T]) -> T:
    """An answer that was found before, while the study stays as it is; the latest are kept."""
    kept: OrderedDict[Hashable, object] = reading.file.remember(
        "kept answers", (ALL_KINDS,), OrderedDict
    )
    if key in kept:
        kept.move_to_end(key)
        return cast(T, kept[key])
    made = make()
    kept[key] = made
    if len(kept) > _ANSWERS_KEPT:
        kept.popitem(last=False)
    return made
