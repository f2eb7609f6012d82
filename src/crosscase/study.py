"""The study: what a script, a command and a route all hold, in groups of short verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft
from crosscase.model.ids import Id
from crosscase.model.nouns import Noun
from crosscase.model.nouns import Study as StudyNoun
from crosscase.store.as_of import file_as_of_day, file_as_of_heads, find_state, state_name
from crosscase.store.conflicts import StudyConflict, list_conflicts, settle_field
from crosscase.store.copying import copy_file
from crosscase.store.file_place import FilePlace
from crosscase.store.history import (
    ChangeEntry,
    OperationEntry,
    entity_history,
    find_operation,
    list_operations,
)
from crosscase.store.merging import MergeReceipt, merge_file, unmerge_receipt
from crosscase.store.purging import Purged, purge
from crosscase.store.recording import Recorded
from crosscase.store.session import Session, changed
from crosscase.store.study_counts import StudyCounts, study_counts
from crosscase.store.study_file import StudyFile
from crosscase.store.undoing import UndoPreview, preview_undo, redo, undo
from crosscase.store.verifying import Fault, verify_file

if TYPE_CHECKING:
    from crosscase.coding.codebook import Codebook
    from crosscase.coding.coders import Coders
    from crosscase.coding.codes import Codes
    from crosscase.coding.codings import Codings
    from crosscase.coding.frameworks import Frameworks
    from crosscase.coding.links import Links
    from crosscase.coding.memos import Memos
    from crosscase.coding.named_things import Thing
    from crosscase.coding.queries import Queries
    from crosscase.coding.sets import Sets
    from crosscase.fieldwork.attributes import Attributes
    from crosscase.fieldwork.cases import Cases
    from crosscase.fieldwork.memberships import Memberships
    from crosscase.fieldwork.participants import Participants
    from crosscase.fieldwork.speakers import Speakers
    from crosscase.intake.sources import Sources
    from crosscase.query.answers import Answer
    from crosscase.query.matrix import Matrix
    from crosscase.store.settings import Settings

__all__ = ["Study"]


class Study:
    """An open study, as ``crosscase.open_study`` and ``crosscase.new_study`` give it."""

    def __init__(self, session: Session, *, place: FilePlace | None = None) -> None:
        self._session = session
        self.id = session.study_id
        self.path = session.file.path
        self.person = session.person_name
        self.place = place

    def __enter__(self) -> Study:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the last program to close it folds its side files in."""
        self._session.file.close()

    # -- groups of verbs ---------------------------------------------------------------------

    @cached_property
    def sources(self) -> Sources:
        """Documents of any kind."""
        from crosscase.fieldwork.source_values import source_value_changes
        from crosscase.intake.sources import Sources

        return Sources(self._session, source_value_changes)

    @cached_property
    def codes(self) -> Codes:
        """The research codes."""
        from crosscase.coding.codes import Codes

        return Codes(self._session)

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook as a whole: import and export."""
        from crosscase.coding.codebook import Codebook

        return Codebook(self._session)

    @cached_property
    def frameworks(self) -> Frameworks:
        """Sets of deductive codes that ship with crosscase, or come in a file."""
        from crosscase.coding.frameworks import Frameworks

        return Frameworks(self._session)

    @cached_property
    def codings(self) -> Codings:
        """Codes on passages by coders."""
        from crosscase.coding.codings import Codings

        return Codings(self._session)

    @cached_property
    def coders(self) -> Coders:
        """Who codes."""
        from crosscase.coding.coders import Coders

        return Coders(self._session)

    @cached_property
    def memos(self) -> Memos:
        """Notes, in one place, each on what it hangs on."""
        from crosscase.coding.memos import Memos

        return Memos(self._session)

    @cached_property
    def links(self) -> Links:
        """Typed relations with their evidence."""
        from crosscase.coding.links import Links

        return Links(self._session)

    @cached_property
    def sets(self) -> Sets:
        """Named sets."""
        from crosscase.coding.sets import Sets

        return Sets(self._session)

    @cached_property
    def queries(self) -> Queries:
        """Saved questions."""
        from crosscase.coding.queries import Queries

        return Queries(self._session)

    @cached_property
    def cases(self) -> Cases:
        """Sites, organisations, bodies and persons."""
        from crosscase.fieldwork.cases import Cases

        return Cases(self._session)

    @cached_property
    def memberships(self) -> Memberships:
        """Cases in cases, dated and many to many."""
        from crosscase.fieldwork.memberships import Memberships

        return Memberships(self._session)

    @cached_property
    def attributes(self) -> Attributes:
        """Typed characteristics of cases and sources."""
        from crosscase.fieldwork.attributes import Attributes

        return Attributes(self._session)

    @cached_property
    def participants(self) -> Participants:
        """The people who were interviewed or observed."""
        from crosscase.fieldwork.participants import Participants

        return Participants(self._session)

    @cached_property
    def speakers(self) -> Speakers:
        """Who speaks under which label."""
        from crosscase.fieldwork.speakers import Speakers

        return Speakers(self._session)

    def find(self, thing: Thing, *, shown_only: bool = False) -> Noun:
        """Any one thing: by id (removed ones too), as ``kind:name`` or by a name alone."""
        from crosscase.coding.named_things import find_thing

        with self._session.reading() as reading:
            return find_thing(reading, thing, removed=not shown_only)

    # -- asking ------------------------------------------------------------------------------

    def query(self, expression: str, *, most: int | None = None) -> Answer:
        """Ask a question; the answer is passages with their context."""
        from crosscase.query.answers import answer

        with self._session.reading() as reading:
            return answer(reading, expression, most=most)

    def matrix(
        self,
        rows: str = "codes",
        columns: str = "sites",
        *,
        count: str = "participants",
        where: str | None = None,
        **options: Any,
    ) -> Matrix:
        """Cross two dimensions; every cell has its denominator and its passages."""
        from crosscase.query.matrix import matrix

        with self._session.reading() as reading:
            return matrix(reading, rows, columns, count=count, where=where, **options)

    def code_query(self, expression: str, code: str, *, coder: str | None = None) -> int:
        """Code every passage that a query finds; returns how many were new."""
        found = self.query(expression)
        return self.codings.add_passages(code, found.places(), coder=coder)

    # -- the study itself ----------------------------------------------------------------------

    @property
    def read_only(self) -> bool:
        """Whether this study can only be read."""
        return self._session.file.read_only

    @property
    def title(self) -> str:
        """The study's title."""
        with self._session.reading() as reading:
            return next((each.title for each in reading.all(StudyNoun)), "") or ""

    def describe(
        self, *, title: str | None = None, description: str | None = None
    ) -> Recorded | None:
        """Change the title or the description."""
        given = {"title": title, "description": description}
        new = {name: value for name, value in given.items() if value is not None}
        change = changed(StudyNoun, self.id, **new)
        return self._session.record(lambda _: Draft("study.described", {}, (change,)))

    @cached_property
    def settings(self) -> Settings:
        """What the study keeps to, such as whether original files are kept."""
        from crosscase.store.settings import Settings

        return Settings(self._session)

    def counts(self) -> StudyCounts:
        """How many of everything the study holds."""
        with self._session.reading() as reading:
            return study_counts(reading)

    # -- history ---------------------------------------------------------------------------------

    @property
    def heads(self) -> str:
        """The name of the study's state."""
        return state_name(self._session.file)

    def log(self, **filters: Any) -> list[OperationEntry]:
        """The operations, newest first (most, person, since_ms, until_ms)."""
        with self._session.reading() as reading:
            return list_operations(reading, **filters)

    def history(self, entity: Id) -> list[ChangeEntry]:
        """Every change of one thing, oldest first."""
        with self._session.reading() as reading:
            return entity_history(reading, entity)

    def preview_undo(self, operation: str | None = None) -> UndoPreview:
        """What undoing an operation would change."""
        with self._session.reading() as reading:
            return preview_undo(reading, operation, self._session.person)

    def undo(self, operation: str | None = None) -> Recorded | None:
        """Undo an operation, or the latest of one's own."""
        return undo(self._session, operation)

    def redo(self, operation: str | None = None) -> Recorded | None:
        """Bring an undone operation back, or the one undone last."""
        return redo(self._session, operation)

    def conflicts(self) -> list[StudyConflict]:
        """Where people's work stands against each other."""
        with self._session.reading() as reading:
            return list_conflicts(reading)

    def settle(self, entity: Id, field: str, value: Any) -> Recorded | None:
        """Settle a conflict: the value that one field of one thing shall have from now on."""
        return settle_field(self._session, entity, field, value)

    def as_of(self, state: str | None = None, *, day_end_ms: int | None = None) -> Study:
        """The study as it was: at a state (exact), or by the clock (approximate).

        ``state`` is the label of an operation, or the name of the study's heads.
        """
        if state is not None:
            heads = find_state(self._session.file, state) if ":" not in state else None
            if heads is None:
                with self._session.reading() as reading:
                    heads = [find_operation(reading, state)]
            past = file_as_of_heads(self._session.file, heads)
        elif day_end_ms is not None:
            past = file_as_of_day(self._session.file, day_end_ms)
        else:
            raise MistakeOfUse("Say as of which state, or as of when.", slug="as-of-what")
        return Study(_reading_session(past, self._session.now_us))

    # -- copies ------------------------------------------------------------------------------------

    def merge(self, other: str | Path) -> MergeReceipt:
        """Bring over what another copy of this study has."""
        path = Path(other)
        now = self._session.now_us()
        there = StudyFile.open(path, read_only=True)
        try:
            return merge_file(
                self._session.file, there, now_us=now, wall_ms=now // 1000, file_name=path.name
            )
        finally:
            there.close()

    def unmerge(self, number: int) -> int:
        """Take out what one merge brought; cannot be undone."""
        return unmerge_receipt(self._session.file, number)

    def purge(self, entities: Iterable[Id], reason: str | None = None) -> Purged:
        """Take things out for ever, words and all; cannot be undone."""
        return purge(self._session, list(entities), reason)

    def copy(self, target: str | Path) -> int:
        """A safe copy, even while the study is in use; returns its size in bytes."""
        return copy_file(self._session.file, Path(target))

    def verify(self) -> list[Fault]:
        """Everything wrong with the file; an empty list when it is sound."""
        return verify_file(self._session.file)


def _reading_session(file: StudyFile, now_us: Callable[[], int]) -> Session:
    return Session(file, person=None, now_us=now_us, randomness=bytes)
