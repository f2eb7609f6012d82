"""What a change of a code would touch, counted before it is made."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.model.ids import Id
from crosscase.store.code_tree import CodeTree
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.session import Reading

__all__ = ["CodeTouch", "MergePreview", "codings_in_common", "touch_of"]


@dataclass(frozen=True, slots=True)
class CodeTouch:
    """What a change of a code would touch: codings, passages, sources and coders, and subcodes."""

    codings: int
    passages: int
    sources: int
    coders: int
    subcodes: int


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would touch, and how many of the codings the other code has already."""

    touch: CodeTouch
    already_there: int


def touch_of(reading: Reading, tree: CodeTree, code: Id) -> CodeTouch:
    """What removing, moving or merging a code would touch, itself and all below it."""
    ids = tree.with_descendants(code)
    rows = [row for id_ in ids if (row := reading.row(id_)) is not None]
    columns = coding_columns(reading.file, reading.connection)
    mine = columns.take(np.isin(columns.code, rows))
    return CodeTouch(
        len(mine),
        len(np.unique(_places(mine), axis=0)),
        len(np.unique(mine.source)),
        len(np.unique(mine.coder[mine.coder >= 0])),
        len(ids) - 1,
    )


def codings_in_common(reading: Reading, one: Id, other: Id) -> int:
    """How many codings of one code stand with the other too, on the same passage by the same
    coder."""
    columns = coding_columns(reading.file, reading.connection)
    mine, theirs = (
        columns.take(columns.code == (-2 if (row := reading.row(code)) is None else row))
        for code in (one, other)
    )
    keys = [np.column_stack((_places(each), each.coder)) for each in (mine, theirs)]
    known = set(map(tuple, keys[1].tolist()))
    return sum(tuple(key) in known for key in keys[0].tolist())


def _places(codings: CodingColumns) -> npt.NDArray[np.int32]:
    return np.column_stack((codings.source, codings.start_char, codings.end_char, codings.region))
