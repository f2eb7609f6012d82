"""What one intention will have changed: nouns as they will be, over those of the study.

A rule puts the nouns that it wants; the changes are the differences. So a rule never asks whether
a thing is new, was dropped before, or holds the value already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Generic, TypeVar

from crosscase.log.records import DraftChange
from crosscase.model.ids import Id, bytes_of_id
from crosscase.model.kinds import kind_of
from crosscase.model.nouns import Attribute, AttributeValue, Case, Membership, Noun, Speaker
from crosscase.store.reading import find_entity
from crosscase.store.session import Reading, changed, made

__all__ = ["Overlay", "PlannedChanges"]

K = TypeVar("K")
V = TypeVar("V")
N = TypeVar("N", bound=Noun)
Back = Callable[[], None]


class Overlay(Generic[N]):
    """The nouns of one kind as they will be."""

    def __init__(
        self, noun: type[N], read: Callable[[], Mapping[Id, N]], journal: list[Back]
    ) -> None:
        self.noun = noun
        self._read = read
        self._journal = journal
        self._put: dict[Id, N] = {}

    @cached_property
    def _held(self) -> Mapping[Id, N]:
        return self._read()

    def get(self, id_: Id) -> N | None:
        """One noun; None when it does not show, or will be dropped."""
        found = self._put.get(id_) or self._held.get(id_)
        return None if found is None or found.dropped else found

    def put(self, noun: N) -> N:
        """Plan that the noun will be so."""
        before = self._put.get(noun.id)
        id_ = noun.id

        def back() -> None:
            if before is None:
                self._put.pop(id_, None)
            else:
                self._put[id_] = before

        self._journal.append(back)
        self._put[id_] = noun
        return noun

    def planned(self) -> Iterator[N]:
        """The nouns that were put, dropped ones too."""
        return iter(self._put.values())

    def all(self) -> dict[Id, N]:
        """All that will show."""
        both = {**self._held, **self._put}
        return {id_: noun for id_, noun in both.items() if not noun.dropped}

    def differences(self) -> Iterator[tuple[N | None, N]]:
        """What was put, each with what shows now (None: nothing)."""
        for id_, noun in self._put.items():
            yield self._held.get(id_), noun


class PlannedChanges:
    """Cases, memberships, attributes, values and speakers as they will be."""

    def __init__(self, reading: Reading, make_id: Callable[[], Id]) -> None:
        self.reading = reading
        self._make_id = make_id
        self._fresh: set[Id] = set()
        self._journal: list[Back] = []
        self.cases = self._overlay(Case)
        self.memberships = self._overlay(Membership)
        self.attributes = self._overlay(Attribute)
        self.values = self._overlay(AttributeValue)
        self.speakers = self._overlay(Speaker)

    def _overlay(self, noun: type[N]) -> Overlay[N]:
        return Overlay(noun, lambda: self.reading.by_id(noun), self._journal)

    def fresh_id(self) -> Id:
        """The id of something that is surely new."""
        id_ = self._make_id()
        self._fresh.add(id_)
        return id_

    def keep(self, index: dict[K, V], key: K, value: V) -> None:
        """Enter something new into an index of the plan; rolling back takes it out."""
        index[key] = value
        self._journal.append(lambda: index.__delitem__(key))

    def mark(self) -> int:
        """A point to which ``roll_back`` can return."""
        return len(self._journal)

    def roll_back(self, mark: int) -> None:
        """Forget what was planned since a mark."""
        while len(self._journal) > mark:
            self._journal.pop()()

    def changes(self) -> tuple[DraftChange, ...]:
        """The changes that make the study so."""
        overlays: tuple[Overlay[Any], ...] = (
            self.cases, self.attributes, self.memberships, self.values, self.speakers,
        )  # fmt: skip
        unseen = [
            noun.id
            for overlay in overlays
            for shown, noun in overlay.differences()
            if shown is None and noun.id not in self._fresh
        ]
        ids = [bytes_of_id(id_) for id_ in unseen]
        known = self.reading.file.rows_of_ids(self.reading.connection, ids)
        mentioned = {id_ for id_, raw in zip(unseen, ids, strict=True) if raw in known}
        found = []
        for overlay in overlays:
            for shown, noun in overlay.differences():
                hidden = noun.id in mentioned
                change = self._change(overlay.noun, shown, noun, hidden)
                if change is not None:
                    found.append(change)
        return tuple(found)

    def _change(
        self, kind: type[Noun], shown: Noun | None, noun: Noun, hidden: bool
    ) -> DraftChange | None:
        names = [spec.name for spec in kind_of(kind).fields if spec.name != "foreign"]
        wanted = {name: getattr(noun, name) for name in names}
        before = shown
        if hidden:
            entity = find_entity(self.reading.file, self.reading.connection, noun.id)
            before = None if entity is None else entity[1]
        if before is not None:
            new = {name: value for name, value in wanted.items() if value != getattr(before, name)}
            if "dropped" in new and not before.dropped and not noun.dropped:
                del new["dropped"]
            return changed(kind, noun.id, **new) if new else None
        if noun.dropped:
            return None
        del wanted["dropped"]
        return made(kind, noun.id, fresh=noun.id in self._fresh, **wanted)
