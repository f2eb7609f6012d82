"""What an import of a REFI-QDA project has planned so far: ids, changes, names, what to keep."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, Literal

from crosscase.exchange.crossing import Ledger
from crosscase.exchange.free_names import free_name
from crosscase.exchange.refi_counts import unknown_inside
from crosscase.exchange.refi_earlier import EarlierImports
from crosscase.exchange.refi_rules import ImportRules
from crosscase.formats.project_files import ProjectFiles
from crosscase.formats.refi_qda.records import Aside, Element, Link, Project, Provenance
from crosscase.log.records import DraftChange
from crosscase.model.fields import Passage
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Noun
from crosscase.store.gone_things import WhyGone, gone_things, kinds_of_things
from crosscase.store.session import Reading

__all__ = [
    "PASSING",
    "REFI",
    "Beyond",
    "ImportPlan",
    "Met",
    "Named",
    "NoteTarget",
    "foreign_of",
    "free_name",
    "is_bare",
    "kept_record",
    "not_yet",
    "provenance_kept",
    "tidy",
    "with_foreign",
    "with_new",
    "with_note",
    "without_passing",
]

REFI = "refi_qda"
"""Under which name an entity keeps what a REFI-QDA file said of it beside what is modelled."""


Named = Literal["code", "note", "source", "case"]
"""Of what kind a thing of a file is to which others refer."""


PASSING = frozenset({
    "guid", "written", "provenance", "made", "creator", "created", "modifier", "modified",
    "plainTextPath", "richTextPath", "path", "currentPath", "selection", "counted", "whole",
    "sync", "at",
})  # fmt: skip
"""Of what is kept that which tools write anew with every export: that of the first one stays."""


@dataclass(frozen=True, slots=True)
class NoteTarget:
    """Something that a note hangs on; ``told_as`` is the element that says so."""

    entity: Id
    passage: Passage | None = None
    told_as: str = "NoteRef"


@dataclass(frozen=True, slots=True)
class Met:
    """Something that is in the file and in the study, and what the file says of it."""

    element: str
    held: Noun
    foreign: dict[str, Any]
    fields: Mapping[str, Any]
    is_sure: bool
    taken: set[str] | None


@dataclass(frozen=True, slots=True)
class Beyond:
    """What crosscase wrote of one element beside it; all of it may have been tampered with."""

    said: Mapping[str, Any]

    def text(self, name: str) -> str | None:
        """A text; None where there is none."""
        value = self.said.get(name)
        return value if isinstance(value, str) and value else None

    def one_of(self, name: str, allowed: Iterable[str | None]) -> str | None:
        """One of some words."""
        value = self.text(name)
        return value if value in allowed else None

    def texts(self, name: str) -> list[str]:
        """Some texts."""
        return [each for each in self.items(name) if isinstance(each, str)]

    def items(self, name: str) -> list[Any]:
        """A list."""
        value = self.said.get(name)
        return value if isinstance(value, list) else []

    def unknown(self) -> dict[str, Any]:
        """What another tool had added to the standard, as crosscase wrote it back."""
        held = self.said.get("attributes")
        said = held.items() if isinstance(held, dict) else ()
        attributes = {name: each for name, each in said if isinstance(each, str)}
        found = {"attributes": attributes, "elements": self.texts("elements")}
        return {name: each for name, each in found.items() if each}

    def kept(self) -> dict[str, Any]:
        """What an entity keeps of a file of another tool."""
        value = self.said.get("kept")
        return value if isinstance(value, dict) else {}


class ImportPlan:
    """Everything that one import will do, as it grows; the parts of the import add to it."""

    def __init__(
        self,
        reading: Reading,
        study: Id,
        project: Project,
        package: ProjectFiles,
        rules: ImportRules,
    ) -> None:
        self.reading, self.study = reading, study
        self.project, self.package, self.rules = project, package, rules
        self.ledger = Ledger()
        self.begins: Collection[str] | None = None  # what the study takes of the project's own
        self.changes: list[DraftChange] = []
        self.blobs: dict[str, bytes] = {}
        self.entities: dict[str, Id] = {}
        self.removed: dict[str, Id] = {}  # by GUID: what is in the file and not wanted here
        self.coders: dict[str, Id] = {}
        self.notes_on: dict[str, list[NoteTarget]] = {}
        self.for_project: dict[str, Any] = {}
        self._annotations = _annotations(project)
        self.annotated: set[str] = set()
        self.met: list[Met] = []
        self.seen: set[Id] = set()
        self._gone = gone_things(reading)
        self._known = kinds_of_things(reading)

    @property
    def is_ours(self) -> bool:
        """Whether crosscase wrote this project."""
        return (self.project.origin or "").startswith("crosscase")

    def id_of(self, kind: str, guid: str, *more: str) -> Id:
        """The id of what an element becomes: the same file gives the same one everywhere.

        What was written of this study has the ids of this study.
        """
        if not more and self.is_own(kind, guid):
            return guid
        return derived_id(self.study, REFI, kind, guid, *more)

    def is_own(self, kind: str, guid: str) -> bool:
        """Whether a GUID is the id of something of this study, removed or not."""
        return self._known.get(guid) == kind

    def names(self, guid: str | None) -> Named | None:
        """Of which of these kinds the thing of the file is that has a GUID; None of no other."""
        return self._kinds.get(guid or "")

    @cached_property
    def _kinds(self) -> dict[str, Named]:
        """In the order in which things are planned: of several with one GUID the first has it."""
        project = self.project
        listed: tuple[tuple[Named, Iterable[Element]], ...] = (
            ("code", project.every_code()),
            ("note", project.notes),
            ("source", project.sources),
            ("source", (x for each in project.sources for x in getattr(each, "transcripts", ()))),
            ("case", project.cases),
        )
        found: dict[str, Named] = {}
        for kind, elements in listed:
            for each in elements:
                found.setdefault(each.guid, kind)
        return found

    @cached_property
    def earlier(self) -> EarlierImports:
        """What earlier imports said; asked for when the coders are known."""
        return EarlierImports(self.reading, set(self.coders.values()))

    def refuses(self, id_: Id, element: str, count: int = 1) -> bool:
        """Whether something was removed or withdrawn in this study, and so does not come again."""
        why = self.why_gone(id_)
        if why is not None:
            self.ledger.tell(element, "left", why, count)
        return why is not None

    def why_removed(self, guid: str | None) -> WhyGone | None:
        """Why something of the file that others refer to does not come again, or None."""
        if guid in self.removed:
            return self._gone.get(self.removed[guid], "removed")
        return self._gone.get(self.entities.get(guid or "", ""))

    def why_gone(self, id_: Id) -> WhyGone | None:
        """Why something of this study does not come again; None where it may."""
        return self._gone.get(id_)

    def leave_unknown(self, id_: Id, *inside: Any) -> None:
        """What the standard does not name goes with what it stands in, which does not come."""
        count = sum(map(unknown_inside, inside))
        self.ledger.tell("other", "left", self.why_gone(id_), count)

    def meet(
        self,
        element: str,
        held: Noun,
        foreign: dict[str, Any] | None = None,
        *,
        is_sure: bool = True,
        taken: set[str] | None = None,
        **fields: Any,
    ) -> None:
        """Something of the file is here already; what differs is told of when all is known.

        Args:
            element: of which kind it is in the file, or empty when it is no element by itself.
            held: what the study has.
            foreign: what the newer file says beside what is modelled.
            is_sure: whether it surely is this thing, and not only one of the same name.
            taken: the folded names that it cannot have.
            fields: what the file says of it.
        """
        self.seen.add(held.id)
        self.met.append(Met(element, held, foreign or {}, fields, is_sure, taken))

    def beyond(self, guid: str) -> Beyond:
        """What crosscase wrote of an element that the standard has no place for."""
        return Beyond(self.project.beyond.get(guid, {}))

    def coder(self, guid: str | None) -> Id | None:
        """The coder that a user became; None for nobody and for one who is not in the file."""
        return None if guid is None else self.coders.get(guid)

    def hang(self, notes: Iterable[str], entity: Id, passage: Passage | None = None) -> None:
        """Remember that notes hang on an entity, until the notes come."""
        for note in notes:
            self.notes_on.setdefault(note, []).append(NoteTarget(entity, passage))

    def annotations(self, selection: str) -> tuple[str, ...]:
        """The notes to which a selection is linked: NVivo writes annotations so."""
        return self._annotations.get(selection, ())

    def annotate(self, selection: str, source: Id, passage: Passage) -> None:
        """Hang what a selection is linked to on its words; the links say no more than that."""
        self.annotated.add(selection)
        for note in self.annotations(selection):
            self.notes_on.setdefault(note, []).append(NoteTarget(source, passage, "Link"))

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
        beyond = self.beyond(element.guid)
        said = {"guid": element.written, **beyond.unknown(), **more, **self.aside(element.aside)}
        for part, kept in beyond.kept().items():
            said[part] = with_new(said.get(part) or [], kept) if isinstance(kept, list) else kept
        return {REFI: {name: value for name, value in said.items() if value not in _EMPTY}}


def _annotations(project: Project) -> dict[str, tuple[str, ...]]:
    """The notes that bare links join to something, by what that is."""
    notes = {each.guid for each in project.notes}
    found: dict[str, tuple[str, ...]] = {}
    for link in project.links:
        if is_bare(link) and link.origin is not None and link.target in notes:
            found[link.origin] = (*found.get(link.origin, ()), link.target)
    return found


def is_bare(link: Link) -> bool:
    """Whether a link says nothing but what it joins."""
    return not link.notes and link.aside is None and not link.name


def foreign_of(noun: Noun) -> dict[str, Any]:
    """What an entity keeps of the project that it came from."""
    kept = noun.foreign.get(REFI) if isinstance(noun.foreign, dict) else None
    return kept if isinstance(kept, dict) else {}


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


def with_new(held: Any, new: Any) -> Any:
    """What was kept, and what was not kept yet; GUIDs tell nothing, as tools make them anew."""
    if isinstance(held, dict) and isinstance(new, dict):
        return {**held, **{name: with_new(held.get(name), each) for name, each in new.items()}}
    if isinstance(held, list) and isinstance(new, list):
        return [*held, *(not_yet(held, new) or ())]
    return new


def not_yet(held: Any, new: Any) -> Any:
    """What of something is not kept yet; None when all of it is."""
    if isinstance(held, dict) and isinstance(new, dict):
        pairs = ((name, not_yet(held.get(name), each)) for name, each in new.items())
        return {name: each for name, each in pairs if each is not None} or None
    if isinstance(held, list) and isinstance(new, list):
        known = {_told(each) for each in held}
        return [each for each in new if _told(each) not in known] or None
    return None if held == new else new


def _told(kept: Any) -> str:
    """What was kept as one text, so that thousands are compared in no time."""
    return json.dumps(without_passing(kept), sort_keys=True, default=repr)


def without_passing(kept: Any) -> Any:
    """What was kept, without what tools write anew with every export."""
    if isinstance(kept, dict):
        bare = {name: without_passing(each) for name, each in kept.items() if name not in PASSING}
        if isinstance(bare.get("sync_points"), list):
            bare["sync_points"] = [
                each[1:] if isinstance(each, list) else each for each in bare["sync_points"]
            ]
        return bare
    return [without_passing(each) for each in kept] if isinstance(kept, list) else kept
