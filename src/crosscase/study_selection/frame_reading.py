"""Frames as the study holds them: found by name, and read with their tables and groupings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from crosscase.errors import UnreadableFile
from crosscase.model.fieldwork_nouns import Frame
from crosscase.store.blobs import find_blob
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named
from crosscase.study_selection.frame_groupings import FrameGrouping, ToldGrouping, told_grouping
from crosscase.study_selection.frame_table import CellValue, FrameCharacteristic, FrameTable

if TYPE_CHECKING:
    import polars

__all__ = [
    "DescribedCharacteristic",
    "FrameDescription",
    "ReadFrame",
    "described",
    "find_frame",
    "meaning_of",
    "named_frame",
    "read_frame",
    "table_of_blob",
]

_MOST_VALUES_TOLD = 20


@dataclass(frozen=True, slots=True)
class ReadFrame:
    """A frame with its table and the rules of its groups."""

    frame: Frame
    table: FrameTable
    groupings: tuple[FrameGrouping, ...]

    def told(self) -> tuple[ToldGrouping, ...]:
        """What each grouping makes of the table."""
        return tuple(told_grouping(each, self.table) for each in self.groupings)

    def as_polars(self) -> polars.DataFrame:
        """One row a case: its id, its name, each characteristic and the label of each group."""
        import polars as pl

        table = self.table
        series = [
            pl.Series("case", table.ids, pl.String),
            pl.Series("name", table.names, pl.String),
        ]
        for each in table.characteristics:
            type_ = pl.Float64 if each.is_number else pl.Boolean if each.type == "truth" else None
            series.append(pl.Series(each.name, table.values[each.name], type_ or pl.String))
        for told in self.told():
            series.append(pl.Series(told.grouping.name, told.labels_of_cases, pl.String))
        return pl.DataFrame(series)


@dataclass(frozen=True, slots=True)
class DescribedCharacteristic:
    """One characteristic over all cases of a frame.

    Quartiles are of type 7, and of numbers alone; ``values`` are the commonest values with how
    many cases have each, of everything else.
    """

    characteristic: FrameCharacteristic
    known: int
    missing: tuple[str, ...]
    distinct: int
    lowest: float | None = None
    lower_quartile: float | None = None
    median: float | None = None
    upper_quartile: float | None = None
    highest: float | None = None
    values: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FrameDescription:
    """A frame at a glance: its characteristics, its groupings, and what has no source or date."""

    frame: Frame
    cases: int
    characteristics: tuple[DescribedCharacteristic, ...]
    groupings: tuple[ToldGrouping, ...]
    unsourced: tuple[str, ...]
    undated: tuple[str, ...]


def find_frame(reading: Reading, wanted: str) -> Frame:
    """One frame by name or id."""
    return find_named(wanted, reading.all(Frame), "frame")


def named_frame(reading: Reading, name: str) -> ReadFrame | None:
    """The frame of a name, case aside, with its table; None where there is none."""
    folded = name.casefold()
    ids = [each.id for each in reading.all(Frame) if each.name.casefold() == folded]
    return read_frame(reading, ids[0]) if ids else None


def meaning_of(table: FrameTable, columns: Sequence[str]) -> list[dict[str, Any]]:
    """What a table says of those of its columns that another one has too."""
    here = {" ".join(column.split()).casefold() for column in columns}
    told = []
    for each in table.characteristics:
        if each.column.casefold() in here and not each.guessed:
            fields = {key: value for key, value in each.as_plain().items() if key != "name"}
            told.append({**fields, "label": each.name})
    return told


def read_frame(reading: Reading, wanted: str) -> ReadFrame:
    """One frame by name or id, with its table."""
    frame = find_frame(reading, wanted)
    groupings = tuple(FrameGrouping.of_plain(each) for each in frame.groupings or ())
    return ReadFrame(frame, table_of_blob(reading, frame.table), groupings)


def table_of_blob(reading: Reading, name: str | None) -> FrameTable:
    """The table of a blob; UnreadableFile when its bytes are not there."""
    data = None
    if name is not None:
        data = find_blob(reading.file, reading.connection, bytes.fromhex(name))
    if data is None:
        raise UnreadableFile(
            "The table of the frame is missing from the study file.",
            slug="blob-missing",
            hint="Run `crosscase verify`; merging another copy of the study brings it back.",
        )
    return FrameTable.of_bytes(data)


def described(read: ReadFrame) -> FrameDescription:
    """A frame at a glance."""
    meant = read.table.characteristics
    return FrameDescription(
        read.frame,
        len(read.table.ids),
        tuple(_described(read.table, each) for each in meant),
        read.told(),
        tuple(each.name for each in meant if each.source is None),
        tuple(each.name for each in meant if each.date is None),
    )


def _described(table: FrameTable, meant: FrameCharacteristic) -> DescribedCharacteristic:
    values = table.values[meant.name]
    have = [value for value in values if value is not None]
    missing = tuple(id_ for id_, value in zip(table.ids, values, strict=True) if value is None)
    distinct = len(set(have))
    if meant.is_number and have:
        at = np.quantile(np.array(have, np.float64), [0, 0.25, 0.5, 0.75, 1])
        return DescribedCharacteristic(meant, len(have), missing, distinct, *at.tolist())
    counts = _commonest(meant, have)
    return DescribedCharacteristic(meant, len(have), missing, distinct, values=counts)


def _commonest(
    meant: FrameCharacteristic, have: Sequence[CellValue]
) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for value in have:
        text = ("yes" if value else "no") if isinstance(value, bool) else str(value)
        counts[text] = counts.get(text, 0) + 1
    if meant.levels:
        return tuple((level, counts.get(level, 0)) for level in meant.levels)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(ordered[:_MOST_VALUES_TOLD])
