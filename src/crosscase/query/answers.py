"""The answer to a question: passages, how many they are, and what is told of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from crosscase.errors import Conflict, MistakeOfUse
from crosscase.model.ids import Id
from crosscase.query.found_passages import FoundPassage, found_passages
from crosscase.query.intervals import Intervals
from crosscase.query.running_answer import RunningAnswer
from crosscase.query.study_view import StudyView, study_view
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading
from crosscase.store.study_file import StudyFile

if TYPE_CHECKING:
    import polars

__all__ = ["Answer", "answer"]


class Answer:
    """Distinct passages in the order of sources and places.

    ``total`` counts all of them; where ``is_complete`` is false, there are more than that, and
    only the first ones were looked for. What is told of the passages is read when it is asked.
    """

    def __init__(
        self,
        file: StudyFile,
        view: StudyView,
        expression: str,
        places: Intervals,
        *,
        codings: npt.NDArray[np.int32],
        most: int | None = None,
        is_complete: bool = True,
    ) -> None:
        self.expression = expression
        self.total = len(places)
        self.is_complete = is_complete
        self._places = places
        self._codings = codings
        self._most = most
        self._file = file
        self._ids = {int(row): view.sources[row].id for row in np.unique(places.source).tolist()}
        self._revisions = _revisions(view, self._ids)
        self._passages: tuple[FoundPassage, ...] | None = None

    def __len__(self) -> int:
        return self.total

    def __repr__(self) -> str:
        return f"<Answer: {self.total} passages for {self.expression!r}>"

    def places(self) -> list[tuple[Id, int, int]]:
        """All passages as (source id, start_char, end_char)."""
        columns = (self._places.source, self._places.start, self._places.end)
        rows = zip(*(column.tolist() for column in columns), strict=True)
        return [(self._ids[source], start, end) for source, start, end in rows]

    @property
    def passages(self) -> tuple[FoundPassage, ...]:
        """The passages (the first ones, if only some were asked for) with their context.

        Raises Conflict when a text was changed since the question was asked.
        """
        if self._passages is None:
            with self._file.read() as connection:
                self._passages = self._read(Reading(self._file, connection))
        return self._passages

    def _read(self, reading: Reading) -> tuple[FoundPassage, ...]:
        view = study_view(reading)
        if _revisions(view, self._ids) != self._revisions:
            raise Conflict(
                "A text was changed since this question was asked.",
                slug="answer-out-of-date",
                hint="Ask it again.",
            )
        columns = coding_columns(reading.file, reading.connection)
        told = columns.take(np.isin(columns.coding, self._codings))
        shown = self._places.taken(np.arange(self.total)[: self._most])
        return tuple(found_passages(reading, shown, told))

    def frame(self) -> polars.DataFrame:
        """The passages as a frame, one row each; several names in a cell are joined by “; ”.

        Each kind of case has a column of its own.
        """
        import polars as pl

        passages = self.passages
        kinds = sorted({kind for each in passages for kind in each.cases})
        columns: dict[str, tuple[list[object], type[pl.DataType]]] = {
            "source_id": ([each.source_id for each in passages], pl.String),
            "source": ([each.source for each in passages], pl.String),
            "start_char": ([each.start_char for each in passages], pl.Int64),
            "end_char": ([each.end_char for each in passages], pl.Int64),
            "text": ([each.text for each in passages], pl.String),
            "before": ([each.before for each in passages], pl.String),
            "after": ([each.after for each in passages], pl.String),
            "turn": ([each.turn for each in passages], pl.Int64),
            "page": ([each.page for each in passages], pl.Int64),
            "speakers": ([_joined(each.speakers) for each in passages], pl.String),
            "participants": ([_joined(each.participants) for each in passages], pl.String),
            "codes": ([_joined(each.codes) for each in passages], pl.String),
            "coders": ([_joined(each.coders) for each in passages], pl.String),
        }
        for kind in kinds:
            name = kind if kind not in columns else f"{kind} (case)"
            columns[name] = ([_joined(each.cases.get(kind, ())) for each in passages], pl.String)
        return pl.DataFrame(
            {name: values for name, (values, _) in columns.items()},
            schema={name: dtype for name, (_, dtype) in columns.items()},
        )


def answer(reading: Reading, expression: str, most: int | None = None) -> Answer:
    """Answer a question (docs/reference/query-language.md).

    Args:
        reading: the study.
        expression: the question.
        most: how many passages are told at once; None: all. A question that looks into texts
            then stops when it has so many and has looked a little further.

    Raises:
        MistakeOfUse: the expression is not understood; the error shows the place.
        NotFound: it names a code, case, field or value that the study does not have.
    """
    if most is not None and most < 0:
        raise MistakeOfUse(
            f"An answer cannot have {most} passages.", slug="bad-number", hint="Say how many."
        )
    looked = RunningAnswer(reading, expression)
    looked.look(reading, most)
    found = Answer(
        reading.file,
        study_view(reading),
        expression,
        looked.places,
        codings=looked.codings,
        most=most,
        is_complete=looked.is_complete,
    )
    if most is not None:
        found._passages = found._read(reading)
    return found


def _revisions(view: StudyView, ids: Mapping[int, Id]) -> dict[int, int]:
    return {row: view.texts[row].revision for row in ids if row in view.texts}


def _joined(names: tuple[str, ...]) -> str:
    return "; ".join(names)
