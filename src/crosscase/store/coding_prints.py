"""Numbers that change when the codings of a code do: what tells which answers still hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS

__all__ = ["CodingPrints", "coding_prints"]

_COLUMNS = ("code", "source", "start_char", "end_char", "coder", "flags", "day", "region")
_ODD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5,
        0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB,
        0x8EBC6AF09C88C6E3)  # fmt: skip


@dataclass(frozen=True, eq=False)
class CodingPrints:
    """A number of each code (by entity row) over where and by whom it is coded.

    The code itself is in it: all of them together change when a passage is coded otherwise.
    """

    high: npt.NDArray[np.float64]
    low: npt.NDArray[np.float64]

    def of(self, codes: Iterable[int] | None) -> str:
        """The print of some codes together; None: of all codings."""
        if codes is None:
            return f"all {self.high.sum():.0f} {self.low.sum():.0f}"
        known = sorted(row for row in codes if row < len(self.high))
        return " ".join(f"{row}:{self.high[row]:.0f}:{self.low[row]:.0f}" for row in known)


def coding_prints(reading: Reading) -> CodingPrints:
    """The prints of the codings that show now."""

    def read() -> CodingPrints:
        return _made(coding_columns(reading.file, reading.connection))

    return reading.file.remember("coding prints", (*SHOWING_KINDS, "coding"), read)


def _made(columns: CodingColumns) -> CodingPrints:
    mixed = np.zeros(len(columns), np.uint64)
    with np.errstate(over="ignore"):
        for name, odd in zip(_COLUMNS, _ODD, strict=True):
            mixed += getattr(columns, name).astype(np.int64).view(np.uint64)
            mixed *= np.uint64(odd)
            mixed ^= mixed >> np.uint64(29)
    # Sums of halves stay whole numbers that a float holds exactly.
    code = columns.code
    high = np.bincount(code, (mixed >> np.uint64(32)).astype(np.float64))
    low = np.bincount(code, (mixed & np.uint64(0xFFFFFFFF)).astype(np.float64))
    return CodingPrints(high.astype(np.float64), low.astype(np.float64))
