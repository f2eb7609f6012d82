"""What an import of a REFI-QDA project has planned so far: ids, changes, names, what to keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Protocol

from crosscase.exchange.crossing import Ledger
from crosscase.formats.document import Document
from crosscase.formats.refi_qda.package import Package
from crosscase.formats.refi_qda.records import Aside, Element, Project, Provenance
from crosscase.log.records import DraftChange
from crosscase.model.fields import Passage
from crosscase.model.ids import Id, derived_id
from crosscase.store.reading import find_entity
from crosscase.store.session import Reading

__all__ = [
    "REFI",
    "ImportPlan",
    "ImportRules",
    "NoteTarget",
    "SourceMaker",
    "free_name",
    "kept_record",
    "provenance_kept",
    "tidy",
    "with_foreign",
    "with_note",
]

REFI = "refi_qda"
"""Under which name an entity keeps what a REFI-QDA file said of it beside what is modelled."""


class SourceMaker(Protocol):
    """Makes the changes that store one source with its text, turns and file."""

    def __call__(
        self,
        source: Id,
        revision: Id,
        name: str,
        document: Document,
        *,
        file_name: str | None,
        file_hash: str | None,
        data: bytes | None,
        blobs: dict[str, bytes],
    ) -> list[DraftChange]: ...


@dataclass(frozen=True, slots=True)
class ImportRules:
    """Rules of other stages that an import follows: how sources are laid out, what names may be."""

    make_source: SourceMaker
    attribute_id: Callable[[Id, str], Id]
    value_id: Callable[[Id, Id], Id]
    membership_id: Callable[[Id, Id, Id, str | None], Id]
    member_id: Callable[[Id, Id], Id]
    is_attribute_name: Callable[[str, Iterable[str]], bool]


@dataclass(frozen=True, slots=True)
class NoteTarget:
    """Something that a note hangs on; ``told_as`` is the element that says so."""

    entity: Id
    passage: Passage | None = None
    told_as: str = "NoteRef"


class ImportPlan:
    """Everything that one import will do, as it grows; the parts of the import add to it."""

    def __init__(
        self,
        reading: Reading,
        study: Id,
        project: Project,
        package: Package,
        rules: ImportRules,
    ) -> None:
        self.reading, self.study = reading, study
        self.project, self.package, self.rules = project, package, rules
        self.ledger = Ledger()
        self.changes: list[DraftChange] = []
        self.blobs: dict[str, bytes] = {}
        self.entities: dict[str, Id] = {}
        self.coders: dict[str, Id] = {}
        self.notes_on: dict[str, list[NoteTarget]] = {}
        self.for_project: dict[str, Any] = {}

    @property
    def is_ours(self) -> bool:
        """Whether crosscase wrote this project."""
        return (self.project.origin or "").startswith("crosscase")

    def id_of(self, kind: str, guid: str, *more: str) -> Id:
        """The id of what an element becomes: the same file gives the same one everywhere.

        What crosscase wrote of this study has the ids of this study.
        """
        if self.is_ours and not more and _is_id(guid):
            found = find_entity(self.reading.file, self.reading.connection, guid)
            if found is not None and found[0].name == kind:
                return guid
        return derived_id(self.study, REFI, kind, guid, *more)

    def coder(self, guid: str | None) -> Id | None:
        """The coder that a user became; None for nobody and for one who is not in the file."""
        return None if guid is None else self.coders.get(guid)

    def hang(self, notes: Iterable[str], entity: Id, passage: Passage | None = None) -> None:
        """Remember that notes hang on an entity, until the notes come."""
        for note in notes:
            self.notes_on.setdefault(note, []).append(NoteTarget(entity, passage))

    def keep_notes_aside(self, notes: Iterable[str]) -> None:
        """Notes that hang on what does not come over stay without that."""
        self.ledger.tell("NoteRef", "kept", "part-of-kept", len(tuple(notes)))

    def keep_for_project(self, part: str, what: Any) -> None:
        """Keep something that belongs to no entity; it goes to a memo on the whole project."""
        self.for_project.setdefault(part, []).append(what)

    def aside(self, aside: Aside | None) -> dict[str, Any]:
        """What an element holds that the standard does not name, told as kept."""
        if aside is None:
            return {}
        self.ledger.tell("other", "kept", "unknown-element", len(aside.elements))
        kept: dict[str, Any] = {}
        if aside.attributes:
            kept["attributes"] = dict(aside.attributes)
        if aside.elements:
            kept["elements"] = list(aside.elements)
        return kept

    def foreign(self, element: Element, **more: Any) -> dict[str, Any]:
        """What an entity keeps of the element that it came from; empty values are left out."""
        said = {"guid": element.written, **more, **self.aside(element.aside)}
        return {REFI: {name: value for name, value in said.items() if value not in _EMPTY}}


def _is_id(guid: str) -> bool:
    return len(guid) == 36 and not set(guid) - set("0123456789abcdef-")


_EMPTY: tuple[object, ...] = (None, "", [], {}, ())


def with_foreign(change: DraftChange, foreign: Mapping[str, Any]) -> DraftChange:
    """The change with what the entity keeps beside what is modelled."""
    return replace(change, fields={**change.fields, "foreign": dict(foreign)})


def with_note(change: DraftChange, note: str) -> DraftChange:
    """The change with a note in it."""
    return replace(change, fields={**change.fields, "note": note})


def kept_record(record: Any) -> Any:
    """A record as plain values that can be kept with an entity; what is empty is left out."""
    if is_dataclass(record):
        pairs = ((each.name, kept_record(getattr(record, each.name))) for each in fields(record))
        return {name: value for name, value in pairs if value not in _EMPTY}
    if isinstance(record, Mapping):
        return {str(name): kept_record(value) for name, value in record.items()}
    if isinstance(record, (list, tuple)):
        return [kept_record(each) for each in record]
    return record


def provenance_kept(said: Provenance) -> dict[str, str]:
    """Who made and changed something, and when, as far as it is said."""
    pairs = (
        ("creator", said.creator),
        ("created", said.created),
        ("modifier", said.modifier),
        ("modified", said.modified),
    )
    return {name: value for name, value in pairs if value is not None}


def tidy(name: str | None) -> str:
    """A name without spaces around it or doubled inside."""
    return " ".join((name or "").split())


def free_name(name: str, taken: set[str]) -> str:
    """The name, with a number where it is taken; from then on it is."""
    found, number = name, 1
    while found.casefold() in taken:
        number += 1
        found = f"{name} ({number})"
    taken.add(found.casefold())
    return found
