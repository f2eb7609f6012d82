"""An answer that is looked for only as far as it is asked for, and kept so far."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from crosscase.query.evaluate import Question, joined_places
from crosscase.query.expression import Expression, TextTerm, children, to_text
from crosscase.query.fields import no_places
from crosscase.store.session import Reading

__all__ = ["RunningAnswer"]

_FIRST_SOURCES = 8
# Of sources with matches: some twenty interviews, read in a few hundredths of a second.
_CHARS_BEYOND = 1_200_000


class RunningAnswer:
    """The places of a question so far, in the order of answers.

    Sources are taken in their order, each time twice as many, where the question looks into
    texts; any other is answered at once. It is true as long as the study stays as it is.
    """

    def __init__(self, reading: Reading, expression: str) -> None:
        question = Question(reading, expression)
        view = question.view
        self.expression = expression
        self.understood = to_text(question.asked)
        self.places = no_places()
        self.is_complete = False
        self._has_text = _has_text(question.tree)
        self._sources = sorted(view.texts, key=view.rank.__getitem__)
        self._at, self._size = 0, _FIRST_SOURCES
        self._used = np.zeros(len(question.codings), bool)
        self._coding = question.codings.coding

    @property
    def codings(self) -> npt.NDArray[np.int32]:
        """The entity rows of the codings that answer."""
        return self._coding[self._used]

    def look(self, reading: Reading, most: int | None) -> None:
        """Look until there are so many places (None: all), and a little further.

        Some sources are looked through beyond what is asked for, so that most totals are exact.
        """
        if self.is_complete or (most is not None and len(self.places) >= most and self._at):
            return
        question = Question(reading, self.expression)
        if most is None or not self._has_text:
            self.places, self.is_complete = question.answer(), True
        else:
            self._look_further(question, most)
        self._used |= question.codings_used

    def _look_further(self, question: Question, most: int) -> None:
        texts, found = question.view.texts, [self.places]
        count, beyond = len(self.places), 0
        while self._at < len(self._sources) and (count < most or beyond < _CHARS_BEYOND):
            places = question.answer(self._sources[self._at : self._at + self._size])
            found.append(places)
            self._at, self._size = self._at + self._size, self._size * 2
            count += len(places)
            beyond += sum(texts[row].chars for row in set(places.source.tolist()))
        self.places = joined_places(found)
        self.is_complete = self._at >= len(self._sources)


def _has_text(tree: Expression) -> bool:
    return isinstance(tree, TextTerm) or any(_has_text(part) for part in children(tree))
