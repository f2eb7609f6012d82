"""What a project finds when it comes: the things of the study, and those that are not wanted."""

from __future__ import annotations

from typing import Literal

from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.kinds import KIND_OF_NUMBER, KINDS
from crosscase.store.purge_check import known_purges
from crosscase.store.quarantine import quarantine
from crosscase.store.session import Reading
from crosscase.store.state_tables import state_of

__all__ = ["WhyGone", "gone_things", "kinds_of_things", "said_anew_by_purges"]

WhyGone = Literal["removed", "withdrawn", "purged"]
_UNDOING = ("operation", "purge")


def gone_things(reading: Reading) -> dict[Id, WhyGone]:
    """The things that the study's people do not want, and why; what was undone is not gone."""
    raw = reading.file.driver()
    why: dict[int, WhyGone] = {}
    for kind in KINDS.values():
        if kind.name not in _UNDOING:
            rows = raw.execute(f"SELECT row FROM {state_of(kind).name} WHERE gone = 0 AND dropped")
            why.update((row, "removed") for (row,) in rows)
    why.update((row, "withdrawn") for row in quarantine(reading.file).rows)
    why.update((row, "purged") for (row,) in raw.execute("SELECT entity FROM purged"))
    ids = reading.file.ids_of_rows(reading.connection, why)
    return {id_of_bytes(ids[row]): said for row, said in why.items()}


def said_anew_by_purges(reading: Reading) -> frozenset[Id]:
    """The things that stayed after a purge without the words that it took out of them."""
    purges = known_purges(reading.file, reading.connection)
    return frozenset(id_ for each in purges for id_ in each.cleared)


def kinds_of_things(reading: Reading) -> dict[Id, str]:
    """Everything that the study ever had, with the names of the kinds."""
    found = reading.file.driver().execute("SELECT id, kind FROM entity WHERE kind <> 0")
    return {
        id_of_bytes(id_): KIND_OF_NUMBER[number].name
        for id_, number in found
        if number in KIND_OF_NUMBER
    }
