"""Codes as they were applied, or the top codes that they lie under."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from crosscase.errors import MistakeOfUse
from crosscase.model.ids import Id
from crosscase.query.code_names import PATH_MARK, code_names
from crosscase.query.cross_counts import Longs
from crosscase.store.session import Reading

__all__ = ["CODE_LEVELS", "CodeLevel", "CodesAtLevel", "codes_at_level"]

CodeLevel = Literal["leaf", "top"]
CODE_LEVELS: tuple[CodeLevel, ...] = get_args(CodeLevel)


@dataclass(frozen=True, eq=False)
class CodesAtLevel:
    """The codes that count, in the order of the codebook; ``names`` are their paths."""

    level: CodeLevel
    ids: tuple[Id, ...]
    names: tuple[str, ...]
    _numbers: Longs

    def __len__(self) -> int:
        return len(self.ids)

    def numbers(self, rows: npt.NDArray[np.integer]) -> Longs:
        """For entity rows of codes the numbers of the codes that count; -1: none."""
        numbers: Longs = self._numbers[rows]
        return numbers


def codes_at_level(reading: Reading, level: str) -> CodesAtLevel:
    """The codes of a level: ``leaf`` counts each code as it was applied, ``top`` those above.

    Raises MistakeOfUse for another word.
    """
    if level not in CODE_LEVELS:
        raise MistakeOfUse(
            f"“{level}” is no level of codes.",
            slug="code-level",
            hint="Say leaf (codes as they were applied) or top (the codes above them).",
        )
    names = code_names(reading)
    top = level == "top"
    rows = names.below(None) if top else names.walk()
    numbers = np.full(max(names.codes, default=-1) + 2, -1, np.int64)
    for number, row in enumerate(rows):
        numbers[names.with_descendants(row) if top else [row]] = number
    return CodesAtLevel(
        "top" if top else "leaf",
        tuple(names.codes[row].id for row in rows),
        tuple(PATH_MARK.join(names.path(row)) for row in rows),
        numbers,
    )
