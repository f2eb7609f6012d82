"""The shape that the records of fieldwork share: contacts, referrals, consents and their like.

A kind of record says which fields it has, how each is read and which rules it keeps; adding,
changing, removing and restoring are the same for all of them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from crosscase.errors import MistakeOfUse, nearest_names_hint
from crosscase.fieldwork.field_readers import Reader
from crosscase.fieldwork.field_words import tidy
from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import Id
from crosscase.model.kinds import kind_of
from crosscase.model.nouns import Noun
from crosscase.store.reading import find_entity
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.store.source_names import find_named

__all__ = [
    "FieldRecords",
    "Held",
    "NamedRecords",
    "RecordField",
    "by_day",
    "require_order",
]

N = TypeVar("N", bound=Noun)


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field of a record: how it is read, and other names that its column may have."""

    name: str
    read: Reader
    columns: tuple[str, ...] = ()
    is_needed: bool = False


class Held(Generic[N]):
    """The records of a kind as they will be, with all of one value found at once."""

    def __init__(self, records: Mapping[Id, N]) -> None:
        self._records = dict(records)
        self._having: dict[str, dict[Any, dict[Id, N]]] = {}

    def __contains__(self, id_: object) -> bool:
        return id_ in self._records

    def get(self, id_: Id | None) -> N | None:
        """One record, if it is there."""
        return None if id_ is None else self._records.get(id_)

    def having(self, field: str, value: Any) -> Collection[N]:
        """The records whose field has this value; in texts case makes no difference."""
        if field not in self._having:
            self._having[field] = {}
            for record in self._records.values():
                self._enter(field, record)
        return self._having[field].get(_folded(value), {}).values()

    def put(self, record: N) -> None:
        """The record will be so."""
        before = self._records.get(record.id)
        self._records[record.id] = record
        for field, index in self._having.items():
            if before is not None:
                index[_folded(getattr(before, field))].pop(before.id)
            self._enter(field, record)

    def _enter(self, field: str, record: N) -> None:
        value = _folded(getattr(record, field))
        self._having[field].setdefault(value, {})[record.id] = record


class FieldRecords(ABC, Generic[N]):
    """The verbs that all kinds of records have."""

    noun: type[N]
    what: str
    plural: str
    verb: str = "recorded"
    fields: tuple[RecordField, ...]

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- what a kind of record may say otherwise ---------------------------------------------

    @abstractmethod
    def _find(self, reading: Reading, wanted: str) -> N:
        """The record of this id or name; each kind says where it looks."""

    def _about(self, record: N) -> dict[str, int | Id]:
        """The values of the sentences about one record."""
        return {self.what: record.id}

    def _check(self, reading: Reading, record: N, held: Held[N]) -> None:
        """Refuse a record that cannot be so, among those that are held (itself as it was too)."""

    def _id_of(self, values: Mapping[str, Any]) -> Id | None:
        """The id of the one record that there can be of these values; None: a new one."""
        return None

    def _complete(
        self, reading: Reading, values: Mapping[str, Any], held: Held[N]
    ) -> dict[str, Any]:
        """The values of a new record, with what it has when nothing was said."""
        return dict(values)

    def _stored(self, held: N | None, values: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of the noun that hold these values."""
        return dict(values)

    def _same(self, record: N) -> str:
        """What two records of an import must share to be one and the same."""
        return repr([getattr(record, name) for name in _names_of(self.noun)])

    # -- reading -----------------------------------------------------------------------------

    def get(self, record: str) -> N:
        """One record by its id, or by the name that is its own."""
        with self._session.reading() as reading:
            return self._find(reading, record)

    # -- changing ----------------------------------------------------------------------------

    def _add(self, given: Mapping[str, Any], **unless_said: Any) -> N:
        """Add a record of what was given; ``unless_said`` stands where nothing was."""
        ids: list[Id] = []

        def decide(reading: Reading) -> Draft | None:
            held = self._held(reading)
            said = {k: v for k, v in self._read(reading, given).items() if v is not None}
            record = self._new(reading, {**unless_said, **said}, held)
            ids.append(record.id)
            change = self._change_to(reading, held.get(record.id), record)
            if change is None:
                return None
            return Draft(f"{self.what}.{self.verb}", self._about(record), (change,))

        self._session.record(decide)
        return self.get(ids[0])

    def change(self, record: str, **fields: Any) -> Recorded | None:
        """Change what a record says, field by field; None (or an empty text) clears one."""

        def decide(reading: Reading) -> Draft | None:
            held = self._find(reading, record)
            after = replace(held, **self._stored(held, self._read(reading, fields)))
            change = self._change_to(reading, held, after)
            if change is None:
                return None
            self._check(reading, after, self._held(reading))
            return Draft(f"{self.what}.changed", self._about(after), (change,))

        return self._session.record(decide)

    def remove(self, record: str) -> Recorded | None:
        """Drop a record, until it is restored or this is undone."""

        def decide(reading: Reading) -> Draft:
            found = self._find(reading, record)
            change = dropped(self.noun, found.id)
            return Draft(f"{self.what}.removed", self._about(found), (change,))

        return self._session.record(decide)

    def restore(self, record: str) -> Recorded | None:
        """Bring a removed record back, by its id (or by its name, where it has one)."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, self.noun, record)
            if found is None:
                return None
            self._check(reading, found, self._held(reading))
            change = dropped(self.noun, found.id, False)
            return Draft(f"{self.what}.restored", self._about(found), (change,))

        return self._session.record(decide)

    # -- how ---------------------------------------------------------------------------------

    def _read(self, reading: Reading, given: Mapping[str, Any]) -> dict[str, Any]:
        """What was given, read field by field."""
        readers = {each.name: each for each in self.fields}
        values: dict[str, Any] = {}
        for name, raw in given.items():
            if name not in readers:
                raise MistakeOfUse(
                    f"No {self.what} has a field “{name}”.",
                    slug="unknown-field",
                    hint=nearest_names_hint(name, readers) or f"It has {', '.join(readers)}.",
                )
            is_empty = raw is None or (isinstance(raw, str) and not raw.strip())
            values[name] = None if is_empty else readers[name].read(reading, raw)
            if values[name] is None and readers[name].is_needed:
                raise MistakeOfUse(
                    f"Every {self.what} needs its {name.replace('_', ' ')}.",
                    slug=f"no-{name.replace('_', '-')}",
                    hint="It can be changed, but not cleared.",
                )
        return values

    def _held(self, reading: Reading) -> Held[N]:
        return Held(reading.by_id(self.noun))

    def _new(self, reading: Reading, values: Mapping[str, Any], held: Held[N]) -> N:
        """A record that the study does not have yet, or the one of these values as it will be."""
        values = {name: value for name, value in values.items() if value is not None}
        id_ = self._id_of(values)
        before = held.get(id_)
        if before is not None:
            record = replace(before, **self._stored(before, values))
        else:
            full = self._stored(None, self._complete(reading, values, held))
            record = self.noun(id=id_ or self._session.ids(), **full)
        self._check(reading, record, held)
        return record

    def _change_to(self, reading: Reading, shown: N | None, record: N) -> DraftChange | None:
        """The change that makes the study hold this record; None where it does already."""
        before: Noun | None = shown
        is_derived = self._id_of({n: getattr(record, n) for n in _names_of(self.noun)}) is not None
        if before is None and is_derived:
            known = find_entity(reading.file, reading.connection, record.id)
            before = None if known is None else known[1]
        values = {name: getattr(record, name) for name in _names_of(self.noun)}
        if before is None:
            return made(self.noun, record.id, fresh=not is_derived, **values)
        new = {name: value for name, value in values.items() if value != getattr(before, name)}
        if before.dropped:
            new["dropped"] = False
        return changed(self.noun, record.id, **new) if new else None


class NamedRecords(FieldRecords[N]):
    """Records that have a name of their own."""

    def _find(self, reading: Reading, wanted: str) -> N:
        return find_named(wanted, reading.all(self.noun), self.what)


def by_day(record: Noun) -> tuple[str, Id]:
    """The order of days; what has no day comes first."""
    return getattr(record, "day", None) or "", record.id


def require_order(earlier: str | None, later: str | None, sentence: str, slug: str) -> None:
    """Refuse two days that are in the wrong order."""
    if earlier and later and later < earlier:
        raise MistakeOfUse(
            sentence.format(earlier=earlier, later=later),
            slug=slug,
            hint="Mend one of the two days.",
        )


def _folded(value: Any) -> Any:
    return tidy(value).casefold() if isinstance(value, str) else value


def _names_of(noun: type[Noun]) -> list[str]:
    """The fields that a noun has beside those that every noun has."""
    return [spec.name for spec in kind_of(noun).fields if spec.name not in ("dropped", "foreign")]
