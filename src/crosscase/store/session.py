"""One person's work on one open study: what a verb reads, decides and records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Connection

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import FreshIds, Id, derived_id, id_of_bytes
from crosscase.model.kinds import KINDS, kind_of
from crosscase.model.nouns import Coder, Noun
from crosscase.store.reading import find_entity, list_nouns, nouns_by_row
from crosscase.store.recording import Recorded, Recorder
from crosscase.store.showing import SHOWING_KINDS, Showing, showing
from crosscase.store.study_file import StudyFile

__all__ = ["INTENT", "Reading", "Session", "changed", "coder_id", "dropped", "made"]

INTENT = "intent"  # among a sentence's values: which intent the operation was recorded for

N = TypeVar("N", bound=Noun)

_STUDY, _CODER = KINDS["study"], KINDS["coder"]


def coder_id(study: Id, name: str) -> Id:
    """The id of the coder of this name: the same on every laptop of the team."""
    return derived_id(study, "coder", " ".join(name.split()).casefold())


def made(noun: type[Noun], id_: Id, *, fresh: bool = True, **fields: Any) -> DraftChange:
    """The change that makes an entity; fields that are None are left out."""
    given = {name: value for name, value in fields.items() if value is not None}
    return DraftChange(kind_of(noun), id_, given, new=fresh, makes=True)


def changed(noun: type[Noun], id_: Id, **fields: Any) -> DraftChange:
    """The change that sets fields of an entity (None clears one)."""
    return DraftChange(kind_of(noun), id_, fields)


def dropped(noun: type[Noun], id_: Id, is_dropped: bool = True) -> DraftChange:
    """The change that drops an entity, or brings it back."""
    return DraftChange(kind_of(noun), id_, {"dropped": is_dropped})


class Reading:
    """A snapshot of the study inside one transaction."""

    def __init__(self, file: StudyFile, connection: Connection) -> None:
        self.file = file
        self.connection = connection

    def all(self, noun: type[N]) -> list[N]:
        """All nouns of a kind that show, in the order of their ids."""
        return list_nouns(self.file, self.connection, noun)

    def by_row(self, noun: type[N]) -> Mapping[int, N]:
        """The same by entity row (rows never leave the store's callers)."""
        return nouns_by_row(self.file, self.connection, noun)

    def by_id(self, noun: type[N]) -> dict[Id, N]:
        """The same by id."""
        return self.file.remember(
            ("by id", noun), SHOWING_KINDS, lambda: {each.id: each for each in self.all(noun)}
        )

    def get(self, noun: type[N], id_: Id) -> N:
        """One noun that was made, shown or not; NotFound otherwise."""
        found = find_entity(self.file, self.connection, id_)
        if found is None or not isinstance(found[1], noun):
            raise NotFound(
                f"There is no {kind_of(noun).name.replace('_', ' ')} with the id “{id_}”.",
                slug=f"{kind_of(noun).name.replace('_', '-')}-not-found",
            )
        return found[1]

    def row(self, id_: Id) -> int | None:
        """The entity row of an id."""
        return self.file.row_of(self.connection, id_)

    def showing(self) -> Showing:
        """Which entities show."""
        return showing(self.file, self.connection)


class Session:
    """What all groups of verbs hold: the file, the ids, the clock and the person."""

    def __init__(
        self,
        file: StudyFile,
        *,
        person: str | None,
        now_us: Callable[[], int],
        randomness: Callable[[int], bytes],
    ) -> None:
        self.file = file
        self.now_us = now_us
        self.ids = FreshIds(lambda: now_us() // 1000, randomness)
        self.study_id = file.study_id()
        self.person_name = None if person is None else " ".join(person.split())
        self.person = self._person_id() if self.person_name else None
        self._recorder = Recorder(file, self.ids, now_us, self.person)
        self._intent: Id | None = None
        self._recorded: list[Recorded] | None = None

    def _person_id(self) -> Id:
        """The coder who bears the name today, else the one that this name makes."""
        wanted = (self.person_name or "").casefold()
        with self.file.read():
            for raw, name in self.file.driver().execute(
                "SELECT e.id, s.name FROM state_coder s JOIN entity e ON e.row = s.row "
                "WHERE s.gone = 0 AND coalesce(s.dropped, 0) = 0 ORDER BY e.id"
            ):
                if " ".join((name or "").split()).casefold() == wanted:
                    return id_of_bytes(raw)
        return coder_id(self.study_id, self.person_name or "")

    @contextmanager
    def on_intent(self, intent: Id | None) -> Iterator[list[Recorded]]:
        """What is recorded in here bears the intent, and is listed."""
        recorded: list[Recorded] = []
        self._intent, self._recorded = intent, recorded
        try:
            yield recorded
        finally:
            self._intent, self._recorded = None, None

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """A snapshot to read from."""
        with self.file.read() as connection:
            yield Reading(self.file, connection)

    def record(self, decide: Callable[[Reading], Draft | None]) -> Recorded | None:
        """Decide with what the study holds now, and store that as one operation.

        ``decide`` gets a snapshot inside the write transaction, so that two people who act at
        the same moment cannot both see a name as free. It returns None when nothing is to be
        done. A person whom the study does not know yet is added as a coder before it.
        """
        with self.file.write() as connection:
            draft = decide(Reading(self.file, connection))
            if draft is None or not draft.changes:
                return None
            return self.record_in(connection, draft)

    def record_in(self, connection: Connection, draft: Draft) -> Recorded:
        """Store a draft inside a write transaction that is open already."""
        person = self._missing_person(connection, draft)
        if person is not None:
            draft = replace(draft, changes=(person, *draft.changes))
        for coder in _new_coders(draft):
            # By themselves: undoing what first named a coder must not hide all their later work.
            values = {"coder": coder.entity}
            self._recorder.record(connection, Draft("coder.added", values, (coder,)))
            draft = replace(draft, changes=tuple(c for c in draft.changes if c is not coder))
        if self._intent is not None:
            draft = replace(draft, values={**draft.values, INTENT: self._intent})
        recorded = self._recorder.record(connection, draft)
        if self._recorded is not None:
            self._recorded.append(recorded)
        return recorded

    def _missing_person(self, connection: Connection, draft: Draft) -> DraftChange | None:
        """The change that adds the person as a coder, when the study does not know them."""
        if self.person is None:
            raise MistakeOfUse(
                "Nobody is named as the one who does this.",
                slug="nobody-named",
                hint='Open the study with person="your name" (or give --as NAME).',
            )
        if any(change.entity == self.person for change in draft.changes):
            return None
        if find_entity(self.file, connection, self.person) is not None:
            return None
        return made(Coder, self.person, fresh=False, name=self.person_name)


def _new_coders(draft: Draft) -> list[DraftChange]:
    """The coders that a draft makes beside what it is about."""
    if any(change.kind is _STUDY for change in draft.changes):
        return []
    coders = [change for change in draft.changes if change.makes and change.kind is _CODER]
    return coders if len(coders) < len(draft.changes) else []
