"""What a participant asserts has to be said by one: read from who speaks, never from a label."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np

from crosscase.errors import MistakeOfUse
from crosscase.model.fields import Passage
from crosscase.model.ids import Id, bytes_of_id
from crosscase.model.nouns import Evidence
from crosscase.store.session import Reading
from crosscase.store.span_carrying import SpanCarrier
from crosscase.store.turn_columns import turn_columns
from crosscase.store.who_speaks import participants_of_passages

__all__ = ["is_spoken", "require_spoken", "spoken_for"]

PassageIn = tuple[Id, Passage]


def spoken_for(reading: Reading, link: Id, besides: Collection[Id] = ()) -> list[PassageIn]:
    """The passages for an interaction, without some pieces of evidence."""
    return [
        (each.source, each.passage)
        for each in reading.all(Evidence)
        if each.subject == link and not each.against and each.id not in besides
    ]


def is_spoken(reading: Reading, passages: Iterable[PassageIn]) -> bool:
    """Whether a participant speaks in any of these passages."""
    wanted = list(passages)
    ids = {id_ for source, passage in wanted for id_ in (source, passage.revision)}
    rows = reading.file.rows_of_ids(reading.connection, map(bytes_of_id, ids))
    carrier = SpanCarrier(reading.file, reading.connection)
    places = []
    for source, passage in wanted:
        row, revision = rows[bytes_of_id(source)], rows[bytes_of_id(passage.revision)]
        span = carrier.span(row, revision, passage.start_char, passage.end_char)
        if span.standing != "lost":
            places.append((row, span.start_char, span.end_char))
    columns = np.array(places, np.int32).reshape(-1, 3)
    turns = turn_columns(reading.file, reading.connection)
    _, people = participants_of_passages(turns, columns[:, 0], columns[:, 1], columns[:, 2])
    return len(people) > 0


def require_spoken(reading: Reading, passages: Iterable[PassageIn]) -> None:
    """Refuse to call asserted what no participant is heard to say."""
    if not is_spoken(reading, passages):
        raise MistakeOfUse(
            "No participant is heard saying this yet.",
            slug="asserted-by-nobody",
            hint="Give a passage in which a participant says it, or call it inferred.",
        )
