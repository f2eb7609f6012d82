"""Frames of an analysis as files for a spreadsheet; cells never begin a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscase.formats.tables import write_csv, write_xlsx

if TYPE_CHECKING:
    import polars

__all__ = ["frame_csv", "frame_xlsx"]


def frame_csv(frame: polars.DataFrame) -> bytes:
    """A frame as comma-separated values."""
    return write_csv(frame.columns, frame.iter_rows(), guard=True)


def frame_xlsx(frame: polars.DataFrame, sheet: str) -> bytes:
    """A frame as a workbook of one sheet."""
    return write_xlsx(frame.columns, frame.iter_rows(), sheet_name=sheet)
