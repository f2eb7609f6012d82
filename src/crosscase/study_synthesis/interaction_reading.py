"""What people said of how factors act on one another, as it stands now, with who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crosscase.coding.named_things import name_of_thing
from crosscase.model.ids import Id, bytes_of_id
from crosscase.model.nouns import Code, Evidence, Link
from crosscase.query.code_names import CodeNames, code_names
from crosscase.query.intervals import Intervals
from crosscase.store.reading import list_all
from crosscase.store.removed_things import what_hides
from crosscase.store.session import Reading
from crosscase.store.span_carrying import SpanCarrier

__all__ = [
    "INFLUENCES",
    "Behind",
    "Interaction",
    "Resting",
    "evidence_behind",
    "interactions_of",
    "is_interaction",
    "resting_on_removed",
]

INFLUENCES = "influences"


@dataclass(frozen=True, slots=True)
class Interaction:
    """One statement that two factors act on one another; its ends are read through merges.

    Without a direction the first end is the one that stands first in the codebook.
    """

    link: Link
    start: int
    end: int

    @property
    def directed(self) -> bool:
        """Whether a person said which of the two acts on the other."""
        return bool(self.link.directed)


@dataclass(frozen=True, eq=False)
class Behind:
    """Passages behind interactions, where they lie now; one row a piece of evidence.

    ``of`` is the index of the interaction. Those of whose words nothing is left are not here.
    """

    evidence: tuple[Evidence, ...]
    of: tuple[int, ...]
    places: Intervals


@dataclass(frozen=True, slots=True)
class Resting:
    """An interaction that is hidden because it rests on a removed code."""

    id: Id
    start: str
    end: str
    removed: str


def is_interaction(link: Link) -> bool:
    """Whether a link says that something influences something."""
    return link.link_type.casefold() == INFLUENCES


def interactions_of(reading: Reading) -> tuple[list[Interaction], list[Link]]:
    """The interactions between two codes, in the order in which they were made.

    Second come those whose two codes were merged into one: they say nothing any more.
    """
    names = code_names(reading)
    order = {row: at for at, row in enumerate(names.walk())}
    found, joined = [], []
    for link in reading.all(Link):
        if not is_interaction(link):
            continue
        ends = [_row_of(names, id_) for id_ in link.ends]
        start, end = ends
        if start is None or end is None:
            continue
        if start == end:
            joined.append(link)
            continue
        if not link.directed and order[start] > order[end]:
            start, end = end, start
        found.append(Interaction(link, start, end))
    return found, joined


def _row_of(names: CodeNames, id_: Id) -> int | None:
    """The row of the code that an end is read as; None where it is no code."""
    row = names.rows.get(id_)
    if row is None:
        return None
    row = names.read_as.get(row, row)
    return row if row in names.codes else None


def resting_on_removed(reading: Reading) -> list[Resting]:
    """The interactions that a removed code hides: they come back with it."""
    shown = {link.id for link in reading.all(Link)}
    hidden = [
        link
        for link in list_all(reading.file, reading.connection, Link)
        if is_interaction(link) and not link.dropped and link.id not in shown
    ]
    if not hidden:
        return []
    codes = {code.id: code for code in list_all(reading.file, reading.connection, Code)}
    found = []
    for link in hidden:
        hider = what_hides(reading, link)
        ends = [codes.get(id_) for id_ in link.ends]
        if isinstance(hider, Code) and all(ends):
            start, end = (name_of_thing(each) for each in ends if each is not None)
            found.append(Resting(link.id, start, end, name_of_thing(hider)))
    return found


def evidence_behind(reading: Reading, links: Sequence[Id]) -> Behind:
    """The passages behind links, carried to where they lie now; read once for all of them."""
    at = {id_: index for index, id_ in enumerate(links)}
    found = [each for each in reading.all(Evidence) if each.subject in at]
    wanted = {id_ for each in found for id_ in (each.source, each.passage.revision)}
    rows = reading.file.rows_of_ids(reading.connection, map(bytes_of_id, wanted))
    carrier = SpanCarrier(reading.file, reading.connection)
    kept, of, places = [], [], []
    for each in found:
        source = rows[bytes_of_id(each.source)]
        revision = rows[bytes_of_id(each.passage.revision)]
        span = carrier.span(source, revision, each.passage.start_char, each.passage.end_char)
        if span.standing == "lost":
            continue
        kept.append(each)
        of.append(at[each.subject])
        places.append((source, span.start_char, span.end_char))
    columns = np.array(places, np.int32).reshape(-1, 3)
    intervals = Intervals(columns[:, 0].copy(), columns[:, 1].copy(), columns[:, 2].copy())
    return Behind(tuple(kept), tuple(of), intervals)
