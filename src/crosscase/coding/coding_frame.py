"""All codings as one table: a row each, with their words, their code and who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crosscase.model.nouns import Case, Code, Coder, Noun, Source
from crosscase.store.code_tree import PATH_MARK, CodeTree, read_tree
from crosscase.store.coding_blocks import BASES, FLAG_TOUCHED, VALENCES
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.coding_regions import regions_of_codings
from crosscase.store.session import Reading
from crosscase.store.texts import current_text
from crosscase.store.turn_columns import turn_columns
from crosscase.store.who_speaks import (
    pairs_of_ranges,
    participants_of_passages,
    turns_of_passages,
)

if TYPE_CHECKING:
    import polars

__all__ = ["COLUMNS", "coding_frame"]

COLUMNS = (
    "coding", "source", "start_char", "end_char", "text", "code", "code_path", "coder",
    "participants", "speaker", "valence", "basis", "coded_on", "touched",
    "region",
)  # fmt: skip
_BETWEEN_NAMES = "; "


def coding_frame(reading: Reading, *, with_text: bool = True) -> polars.DataFrame:
    """All codings that show, one row each, in the order of the sources and of the text.

    Arguments:
        reading: the snapshot to read from.
        with_text: whether the coded words are read too (the column ``text`` is left out if not).

    Returns:
        A frame with the columns of ``COLUMNS``. ``code_path`` runs from the top of the codebook;
        ``participants`` and ``speaker`` hold everybody who speaks in the passage, joined by
        ``; ``; ``coded_on`` is the day on which the coding was made; ``touched`` says that a
        correction of the transcript changed some of its words; ``region`` is the rectangle on a
        picture or page, five numbers with commas (see `crosscase.model.regions`).
    """
    import polars as pl

    columns = coding_columns(reading.file, reading.connection)
    frame = pl.DataFrame(
        {
            "at": pl.Series(range(len(columns)), dtype=pl.Int64),
            "coding": _ids(reading, columns),
            "source_row": columns.source,
            "start_char": columns.start_char,
            "end_char": columns.end_char,
            "code_row": columns.code,
            "coder_row": columns.coder,
            "valence": pl.Series(VALENCES, dtype=pl.String).gather(columns.valence),
            "basis": pl.Series(BASES, dtype=pl.String).gather(columns.basis),
            "coded_on": pl.Series(columns.day, dtype=pl.Int32).cast(pl.Date),
            "touched": (columns.flags & FLAG_TOUCHED) != 0,
            "region": pl.Series(_regions(reading, columns), dtype=pl.String),
        }
    )
    frame = (
        frame.join(_sources(reading), on="source_row", how="left")
        .join(_codes(reading), on="code_row", how="left")
        .join(_names(reading, Coder, "coder"), on="coder_row", how="left")
        .join(_participants(reading, columns), on="at", how="left")
        .join(_speakers(reading, columns), on="at", how="left")
    )
    if with_text:
        frame = frame.join(_texts(reading, columns), on="at", how="left")
    # By ids, not by rows of the file: every copy of a study gives the same table.
    frame = frame.sort("source_number", "start_char", "end_char", "code_number", "coding")
    return frame.select(name for name in COLUMNS if with_text or name != "text")


def _ids(reading: Reading, columns: CodingColumns) -> polars.Series:
    """The codings' ids as people and files write them."""
    import polars as pl

    rows = columns.coding.tolist()
    ids = reading.file.ids_of_rows(reading.connection, rows)
    digits = pl.col("id").bin.encode("hex")
    parts = [digits.str.slice(at, length) for at, length in ((0, 8), (8, 4), (12, 4), (16, 4))]
    raw = pl.DataFrame({"id": [ids[row] for row in rows]}, schema={"id": pl.Binary})
    joined = raw.select(coding=pl.concat_str(*parts, digits.str.slice(20, 12), separator="-"))
    return joined.get_column("coding")


def _regions(reading: Reading, columns: CodingColumns) -> list[str | None]:
    """The rectangles as text; most codings have none."""
    found = regions_of_codings(reading.file) if columns.region.any() else {}
    return [str(found[row]) if row in found else None for row in columns.coding.tolist()]


def _names(reading: Reading, noun: type[Noun], column: str) -> polars.DataFrame:
    """The names of the things of one kind, by entity row."""
    import polars as pl

    found: dict[int, Any] = dict(reading.by_row(noun))
    return pl.DataFrame(
        {f"{column}_row": list(found), column: [each.name for each in found.values()]},
        schema={f"{column}_row": pl.Int32, column: pl.String},
    )


def _sources(reading: Reading) -> polars.DataFrame:
    """Sources by row, numbered in the order in which they were made."""
    return _names(reading, Source, "source").with_row_index("source_number")


def _codes(reading: Reading) -> polars.DataFrame:
    """Codes by row, with their paths, numbered in the order of the codebook."""
    import polars as pl

    tree: CodeTree = read_tree(reading)
    number = {code.id: at for at, (_, code) in enumerate(tree.walk())}
    shown = [
        (row, number[code.id], code.name, PATH_MARK.join(tree.path_of(code.id)))
        for row, code in reading.by_row(Code).items()
        if code.id in number
    ]
    return pl.DataFrame(
        shown,
        schema={
            "code_row": pl.Int32,
            "code_number": pl.UInt32,
            "code": pl.String,
            "code_path": pl.String,
        },
        orient="row",
    )


def _participants(reading: Reading, columns: CodingColumns) -> polars.DataFrame:
    """Who speaks in each coding, by name."""
    import polars as pl

    turns = turn_columns(reading.file, reading.connection)
    at, rows = participants_of_passages(turns, columns.source, columns.start_char, columns.end_char)
    names = _names(reading, Case, "participants").rename({"participants_row": "row"})
    return (
        pl.DataFrame({"at": at, "row": rows}, schema={"at": pl.Int64, "row": pl.Int32})
        .join(names, on="row", how="inner")
        .sort("at", "participants")
        .group_by("at", maintain_order=True)
        .agg(pl.col("participants").str.join(_BETWEEN_NAMES))
    )


def _speakers(reading: Reading, columns: CodingColumns) -> polars.DataFrame:
    """The speaker labels of the turns that each coding touches, in the order of the text."""
    import polars as pl

    turns = turn_columns(reading.file, reading.connection)
    first, after = turns_of_passages(turns, columns.source, columns.start_char, columns.end_char)
    at, turn = pairs_of_ranges(first, after)
    labels = pl.DataFrame(
        {
            "label": range(len(turns.labels)),
            "speaker": [each.label for each in turns.labels],
        },
        schema={"label": pl.Int32, "speaker": pl.String},
    )
    return (
        pl.DataFrame(
            {"at": at, "label": turns.speaker[turn]}, schema={"at": pl.Int64, "label": pl.Int32}
        )
        .unique(maintain_order=True)
        .join(labels, on="label", how="inner", maintain_order="left")
        .group_by("at", maintain_order=True)
        .agg(pl.col("speaker").str.join(_BETWEEN_NAMES))
    )


def _texts(reading: Reading, columns: CodingColumns) -> polars.DataFrame:
    """The words of each coding; every source's text is read once."""
    import numpy as np
    import polars as pl

    words: list[str] = []
    sources, begins = np.unique(columns.source, return_index=True)
    bounds = [*begins.tolist(), len(columns)]
    for source, low, high in zip(sources.tolist(), bounds, bounds[1:], strict=False):
        text = current_text(reading.file, reading.connection, source) or ""
        spans = zip(
            columns.start_char[low:high].tolist(), columns.end_char[low:high].tolist(), strict=True
        )
        words += [text[start:end] for start, end in spans]
    return pl.DataFrame(
        {"at": range(len(words)), "text": words}, schema={"at": pl.Int64, "text": pl.String}
    )
