"""A purge that takes some things out and says others anew, in one operation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import Id
from crosscase.model.kinds import KINDS
from crosscase.store.purging import Purged, purge_recorded
from crosscase.store.scrubbing import scrub_noted
from crosscase.store.session import Reading, Session

__all__ = ["SaidAnew", "purge_saying_anew"]

_PURGE = KINDS["purge"]


@dataclass(frozen=True, slots=True)
class SaidAnew:
    """What goes for ever (``entities``), what is said anew without its past (``cleared``), the
    changes that say it, any others that belong to them (passages that move along), and how the
    history tells it, with its count."""

    entities: Iterable[Id]
    cleared: Iterable[Id]
    changes: tuple[DraftChange, ...]
    blobs: Mapping[str, bytes]
    sentence: str
    count: int
    reason: str | None = None


def purge_saying_anew(
    session: Session, decide: Callable[[Reading], SaidAnew | None]
) -> Purged | None:
    """Purge what ``decide`` names and seal the past of what it says anew; cannot be undone."""
    with session.file.write() as connection:
        said = decide(Reading(session.file, connection))
        if said is None:
            return None
        recorded = session.record_in(connection, _draft(session, said))
        purge_recorded(session.file, connection, recorded)
    return Purged(recorded, scrub_noted(session.file))


def _draft(session: Session, said: SaidAnew) -> Draft:
    entities = tuple(dict.fromkeys(said.entities))
    cleared = tuple(dict.fromkeys(said.cleared))
    fields = {"entities": entities, "cleared": cleared or None, "reason": said.reason}
    given = {name: value for name, value in fields.items() if value is not None}
    change = DraftChange(_PURGE, session.ids(), given, new=True, makes=True)
    return Draft(said.sentence, {"n": said.count}, (change, *said.changes), said.blobs)
