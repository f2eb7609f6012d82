"""The cells of framework matrices that show, in columns: read at once, however many there are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.model.kinds import KINDS
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS
from crosscase.store.state_tables import state_of

__all__ = ["CellColumns", "cell_columns", "quote_counts"]

_CELL, _EVIDENCE = state_of(KINDS["cell"]).name, state_of(KINDS["evidence"]).name

Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class CellColumns:
    """Cells, one entry a cell in each column; ``summary`` is the name of its words.

    ``row``, ``subject``, ``column``, ``author`` and ``wave`` are entity rows, -1 for none.
    """

    row: Longs
    subject: Longs
    column: Longs
    author: Longs
    wave: Longs
    summary: tuple[bytes | None, ...]
    state: tuple[str | None, ...]
    seen: tuple[str | None, ...]


def cell_columns(reading: Reading) -> CellColumns:
    """All cells that show, in the order in which the file met them."""

    def read() -> CellColumns:
        shown = reading.showing().rows
        lines = reading.file.driver().execute(
            'SELECT row, subject, "column", coalesce(author, -1), coalesce(wave, -1), '
            f"summary, state, seen FROM {_CELL} "
            "WHERE gone = 0 AND coalesce(dropped, 0) = 0 ORDER BY row"
        )
        kept = [line for line in lines if line[0] in shown]
        columns = list(zip(*kept, strict=True)) or [()] * 8
        row, subject, column, author, wave = (np.array(each, np.int64) for each in columns[:5])
        return CellColumns(row, subject, column, author, wave, *columns[5:])

    return reading.file.remember("chart cells", SHOWING_KINDS, read)


def quote_counts(reading: Reading) -> dict[int, int]:
    """How many passages that show are linked to each cell, by its entity row."""

    def read() -> dict[int, int]:
        shown = reading.showing()
        counts: dict[int, int] = {}
        for row, cell in reading.file.driver().execute(
            f"SELECT e.row, e.subject FROM {_EVIDENCE} e JOIN {_CELL} c ON c.row = e.subject "
            "WHERE e.gone = 0 AND coalesce(e.dropped, 0) = 0"
        ):
            if row in shown:
                counts[cell] = counts.get(cell, 0) + 1
        return counts

    return reading.file.remember("chart quotes", SHOWING_KINDS, read)
