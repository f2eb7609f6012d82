"""What the study knows of how it was done: each part is read when it is first asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from crosscase.model.ids import Id
from crosscase.model.nouns import Coder, Noun
from crosscase.report.sections import Section
from crosscase.store.session import Reading, Session

if TYPE_CHECKING:
    from crosscase.store.operation_counts import OperationCount
    from crosscase.store.study_counts import StudyCounts
    from crosscase.study_fieldwork.board import Board
    from crosscase.study_fieldwork.field_facts import FieldFacts

__all__ = ["Known", "headed", "listed", "numbered"]

N = TypeVar("N", bound=Noun)


class Known:
    """The study at one moment, for those who tell how it was done.

    ``version`` is that of crosscase. Without ``names`` researchers are numbers and what they
    say of themselves is left out: for what can be shared.
    """

    def __init__(
        self, session: Session, reading: Reading, version: str, *, names: bool = True
    ) -> None:
        self.session = session
        self.reading = reading
        self.version = version
        self.names = names

    def all(self, noun: type[N]) -> list[N]:
        """All of one noun that show."""
        return self.reading.all(noun)

    @cached_property
    def counts(self) -> StudyCounts:
        """How many of everything there are."""
        from crosscase.store.study_counts import study_counts

        return study_counts(self.reading)

    @cached_property
    def field(self) -> FieldFacts:
        """The fieldwork by participant."""
        from crosscase.study_fieldwork.field_facts import field_facts

        return field_facts(self.reading)

    @cached_property
    def board(self) -> Board:
        """How far each participant came."""
        from crosscase.study_fieldwork.fieldwork import Fieldwork

        return Fieldwork(self.session).board()

    @cached_property
    def coders(self) -> dict[Id, Coder]:
        """Those who code, by id."""
        held = self.all(Coder)
        if self.names:
            return {each.id: each for each in held}
        numbers = numbered((each.id for each in held), self.reading.file.study_id())
        return {
            each.id: replace(each, name=f"Coder {numbers[each.id]}", note=None, positionality=None)
            for each in held
        }

    @cached_property
    def least(self) -> int:
        """So many people a count must be of, where names are not told."""
        from crosscase.study_protection.disclosure import policy_of

        return policy_of(self.reading).k

    def people(self, number: int, of: int = 0) -> str:
        """A count of people: below the least number not told where names are not.

        Nor is it told of how many of others, where it is all but a few of them.
        """
        if self.names:
            return f"{number:,}"
        if 0 < number < self.least:
            return f"under {self.least}"
        return f"over {of - self.least:,}" if 0 < of - number < self.least else f"{number:,}"

    def untold(self, counts: Sequence[int]) -> frozenset[int]:
        """The numbers of the counts that are not told, of some whose sum may stand elsewhere."""
        from crosscase.analysis.disclosure import hidden_in_line

        return frozenset() if self.names else hidden_in_line(counts, threshold=self.least)

    def can_be_told(self, counts: Iterable[int]) -> bool:
        """Whether counts that have a sum can stand beside it: one small one alone could be told."""
        return self.names or not any(0 < each < self.least for each in counts)

    @cached_property
    def done(self) -> dict[str, OperationCount]:
        """How often what was done, by the key of its sentence; without what was undone."""
        from crosscase.store.operation_counts import operation_counts

        return operation_counts(self.reading)

    def times(self, *keys: str) -> int:
        """How often these were done."""
        return sum(self.done[key].count for key in keys if key in self.done)


def listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them: a, b and c."""
    told = list(words)
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def headed(heading: str, sentences: Sequence[str], none: str) -> Section:
    """A part of sentences; without any it says so."""
    return Section(heading, tuple(dict.fromkeys(sentences)), none="" if sentences else none)


def numbered(ids: Iterable[Id], salt: str) -> dict[Id, int]:
    """A number for each, in an order that tells nothing of when or in which order they came."""

    def key(id_: Id) -> bytes:
        return hashlib.sha256(f"{salt}:{id_}".encode()).digest()

    return {id_: number for number, id_ in enumerate(sorted(ids, key=key), 1)}
