"""The study: what a script, a command and a route all hold, in groups of short verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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
from crosscase.store.entity_history import ChangeEntry, entity_history
from crosscase.store.file_place import FilePlace
from crosscase.store.history import (
    OperationEntry,
    OperationPage,
    find_operation,
    list_operations,
    operation_page,
)
from crosscase.store.known_copies import note_copy
from crosscase.store.merging import MergeReceipt, merge_file, unmerge_receipt
from crosscase.store.operation_details import OperationDetails, operation_details
from crosscase.store.purging import Purged, count_purges, purge
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, changed
from crosscase.store.study_counts import StudyCounts, study_counts
from crosscase.store.study_file import StudyFile
from crosscase.store.undoing import UndoPreview, preview_undo, redo, undo
from crosscase.store.verifying import Fault, verify_file
from crosscase.study_groups import StudyGroups

if TYPE_CHECKING:
    from crosscase.analysis.similarity import TextVectors
    from crosscase.coding.named_things import Thing
    from crosscase.query.answer_pages import AnswerPage
    from crosscase.query.answers import Answer
    from crosscase.query.coded_passages import PassagePage
    from crosscase.query.matrix import Matrix
    from crosscase.query.matrix_cells import CellPage
    from crosscase.query.matrix_options import MatrixOptions
    from crosscase.study_comparison import Comparison
    from crosscase.study_protection.person_purge import PurgeReceipt
    from crosscase.study_protection.person_traces import PersonTraces

__all__ = ["Study"]


class Study(StudyGroups):
    """An open study, as ``crosscase.open_study`` and ``crosscase.new_study`` give it."""

    def __init__(self, session: Session, *, place: FilePlace | None = None) -> None:
        super().__init__(session)
        self.id = session.study_id
        self.path = session.file.path
        self.person = session.person_name
        self.person_id = session.person
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

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """What is read in here is read from one snapshot, whoever writes meanwhile."""
        with self._session.reading():
            yield

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

    def search(self, expression: str, *, after: str | None = None, most: int = 100) -> AnswerPage:
        """One page of the answer to a question; ``after`` is where the page before ended."""
        from crosscase.query.answer_pages import search_page

        with self._session.reading() as reading:
            return search_page(reading, expression, after=after, most=most)

    def matrix(
        self,
        rows: str = "codes",
        columns: str = "sites",
        *,
        count: str = "participants",
        where: str | None = None,
        of: str | None = None,
        topic: str | None = None,
        guide: str | None = None,
    ) -> Matrix:
        """Cross two dimensions; every cell has its denominator and its passages.

        Participants are counted of all interviewed, or of those ``asked`` (or ``asked or
        raised``) about a topic of an interview guide.
        """
        from crosscase.query.matrix_cells import kept_matrix

        with self._session.reading() as reading:
            asked = self.topics.counted_of(of, topic, guide)
            return kept_matrix(reading, rows, columns, count, where, asked)

    def matrix_cell(
        self, made: Matrix, row: str | None = None, column: str | None = None, **page: Any
    ) -> CellPage:
        """What lies behind one cell of a matrix; ``page``: after, most."""
        from crosscase.query.matrix_cells import cell_page

        with self._session.reading() as reading:
            return cell_page(reading, made, row, column, **page)

    def code_passages(self, code: str, **page: Any) -> PassagePage:
        """The passages of a code, page by page (below, coder, case, after, most)."""
        from crosscase.query.coded_passages import coded_passages

        with self._session.reading() as reading:
            return coded_passages(reading, code, **page)

    def compare(
        self, code: str, source: str, start_char: int, end_char: int, *, most: int = 3
    ) -> Comparison:
        """A code's passages that are most like a passage in their words, and most unlike it."""
        from crosscase.study_comparison import compared

        with self._session.reading() as reading:
            return compared(reading, self._vectors, code, (source, start_char, end_char), most)

    @cached_property
    def _vectors(self) -> TextVectors:
        from crosscase.analysis.similarity import TextVectors

        return TextVectors()

    def matrix_options(self) -> MatrixOptions:
        """What can be crossed in this study, and what can be counted."""
        from crosscase.query.matrix_options import matrix_options

        with self._session.reading() as reading:
            return matrix_options(reading)

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

    @property
    def description(self) -> str | None:
        """What the study says of itself."""
        with self._session.reading() as reading:
            return next((each.description for each in reading.all(StudyNoun)), None)

    def describe(
        self, *, title: str | None = None, description: str | None = None
    ) -> Recorded | None:
        """Change the title or the description; an empty description is taken away."""
        if title is not None and not title.strip():
            raise MistakeOfUse("A study needs a title.", slug="no-title", hint="Give it a name.")
        given = {"title": title, "description": description}
        said = {name: text.strip() or None for name, text in given.items() if text is not None}

        def decide(reading: Reading) -> Draft | None:
            held = reading.get(StudyNoun, self.id)
            new = {name: text for name, text in said.items() if getattr(held, name) != text}
            if not new:
                return None
            return Draft("study.described", {}, (changed(StudyNoun, self.id, **new),))

        return self._session.record(decide)

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

    def log_page(self, most: int = 100, **filters: Any) -> OperationPage:
        """Some operations, newest first (after, person, since_ms, until_ms, about)."""
        with self._session.reading() as reading:
            return operation_page(reading, most, **filters)

    def operation(self, operation: str) -> OperationDetails:
        """What one operation changed: each thing, and its fields before and after."""
        with self._session.reading() as reading:
            return operation_details(reading, operation)

    def history(self, entity: Id, *, told: bool = False) -> list[ChangeEntry]:
        """Every change of one thing, oldest first; ``told``: its fields as short texts."""
        with self._session.reading() as reading:
            return entity_history(reading, entity, told=told)

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
        session = _reading_session(past, self._session.now_us)
        session.person_name = self.person  # who looks at it; without an id nobody can change it
        return Study(session)

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

    def traces(
        self, participant: str, strings: Iterable[str] = (), *, keep_others: bool = False
    ) -> PersonTraces:
        """Where a participant left traces: what hangs on them, and what holds their words.

        With ``keep_others`` the sources that others share are to stay without their turns.
        """
        from crosscase.study_protection.person_purge import traces_of

        return traces_of(self._session, participant, strings, keep_others=keep_others)

    def purge_participant(
        self, participant: str, confirmed: Iterable[Id], **how: Any
    ) -> PurgeReceipt:
        """Take a participant out for ever, with the traces that were confirmed.

        ``how``: strings and keep_others (as the traces were looked for), reason; file_name and
        device for the receipt.
        """
        from crosscase.study_protection.person_purge import purge_participant

        return purge_participant(self._session, participant, confirmed, **how)

    def copy(self, target: str | Path) -> int:
        """A safe copy, even while the study is in use; returns its size in bytes."""
        size = copy_file(self._session.file, Path(target))
        note_copy(self._session.file, Path(target).name, self._session.now_us() // 1000)
        return size

    @property
    def purges(self) -> int:
        """How many purges were made: a view of the past from before one of them holds its words."""
        with self._session.reading() as reading:
            return count_purges(reading.file)

    def verify(self) -> list[Fault]:
        """Everything wrong with the file; an empty list when it is sound."""
        return verify_file(self._session.file)


def _reading_session(file: StudyFile, now_us: Callable[[], int]) -> Session:
    return Session(file, person=None, now_us=now_us, randomness=bytes)
