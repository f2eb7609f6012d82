"""All codings that show, in columns: what queries and analyses read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection

from crosscase.store.coding_blocks import FLAG_HIDDEN, FLAG_LOST, read_blocks
from crosscase.store.showing import SHOWING_KINDS, showing
from crosscase.store.study_file import StudyFile

__all__ = ["CodingColumns", "coding_columns", "codings_of_source"]

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True)
class CodingColumns:
    """Codings that show, one array a column, ordered by source, start, end and region.

    ``source``, ``code``, ``coder`` and ``coding`` are entity rows of the open file; ``code`` is
    read through merges, ``own_code`` is what was recorded. ``day`` counts from 1970-01-01;
    ``region`` tells rectangles apart, 0 is none.
    """

    source: Ints
    coding: Ints
    code: Ints
    own_code: Ints
    coder: Ints
    start_char: Ints
    end_char: Ints
    flags: Ints
    day: Ints
    operation: Ints
    region: Ints

    def __len__(self) -> int:
        return len(self.source)

    def take(self, chosen: npt.NDArray[np.bool_] | npt.NDArray[np.intp]) -> CodingColumns:
        """Some of the rows."""
        return CodingColumns(*(getattr(self, each.name)[chosen] for each in fields(self)))

    @property
    def valence(self) -> Ints:
        """0 none, 1 enabling, 2 constraining, 3 mixed."""
        return (self.flags >> 4) & 3

    @property
    def basis(self) -> Ints:
        """0 none, 1 asserted, 2 inferred."""
        return (self.flags >> 6) & 3


def coding_columns(file: StudyFile, connection: Connection, *, lost: bool = False) -> CodingColumns:
    """All codings that show; with ``lost`` also those of whose words nothing is left."""
    return file.remember(
        ("coding columns", lost),
        (*SHOWING_KINDS, "coding"),
        lambda: _read(file, connection, lost=lost),
    )


def codings_of_source(file: StudyFile, connection: Connection, source: int) -> CodingColumns:
    """The codings of one source that show, read alone: what a page asks for after each coding."""
    return _read(file, connection, lost=False, sources=(source,))


def _read(
    file: StudyFile, connection: Connection, *, lost: bool, sources: Sequence[int] | None = None
) -> CodingColumns:
    source, rows = read_blocks(file, sources)
    shown = showing(file, connection)
    greatest = int(max([0, *shown.rows, *shown.code_read_as, *shown.code_read_as.values()]))
    if len(rows):
        greatest = max(greatest, int(rows[:, 0:3].max()), int(source.max()))
    shows = np.zeros(greatest + 2, bool)
    shows[list(shown.rows)] = True
    shows[-1] = True  # row -1: nobody named
    read_as = np.arange(greatest + 2, dtype=np.int32)
    for merged, target in shown.code_read_as.items():
        read_as[merged] = target
    own_code = rows[:, 1]
    code = np.where(own_code >= 0, read_as[own_code], -1).astype(np.int32)
    keep = (rows[:, 5] & (FLAG_HIDDEN | (0 if lost else FLAG_LOST))) == 0
    keep &= (own_code >= 0) & shows[source] & shows[code] & shows[rows[:, 2]]
    order = _by_place(source, rows)
    order = order[keep[order]]
    taken = rows[order]
    return CodingColumns(
        source=source[order],
        coding=taken[:, 0],
        code=code[order],
        own_code=own_code[order],
        coder=taken[:, 2],
        start_char=taken[:, 3],
        end_char=taken[:, 4],
        flags=taken[:, 5],
        day=taken[:, 6],
        operation=taken[:, 7],
        region=taken[:, 8],
    )


def _by_place(source: Ints, rows: npt.NDArray[np.int32]) -> npt.NDArray[np.intp]:
    """By source, start, end, region and coding: one sort by the first two, then the ties."""
    key = (source.astype(np.int64) << 32) | rows[:, 3].astype(np.int64)
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    same = ordered[1:] == ordered[:-1]
    tied = np.zeros(len(order), bool)
    tied[1:] |= same
    tied[:-1] |= same
    among = order[tied]
    order[tied] = among[np.lexsort((rows[among, 0], rows[among, 8], rows[among, 4], key[among]))]
    return order
