"""One row a source, for lists and exports."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from crosscase.log.canonical import decode
from crosscase.model.nouns import Source
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading

if TYPE_CHECKING:
    import polars

__all__ = ["source_frame"]


def source_frame(reading: Reading) -> polars.DataFrame:
    """Name, format, language, words, turns, speakers and codings of each source that shows."""
    import polars as pl

    sizes = {
        source: (chars, words, turns)
        for source, chars, words, turns in reading.file.driver().execute(
            "SELECT source, chars, words, turns FROM source_text"
        )
    }
    labels = {
        source: decode(names)
        for source, names in reading.file.driver().execute("SELECT source, labels FROM turn_block")
    }
    counts = Counter(coding_columns(reading.file, reading.connection).source.tolist())
    rows = []
    for row, source in reading.by_row(Source).items():
        chars, words, turns = sizes.get(row, (0, 0, 0))
        rows.append(
            (
                source.id,
                source.name,
                source.format,
                source.language,
                source.date,
                chars,
                words,
                turns,
                "; ".join(labels.get(row, ())),
                counts.get(row, 0),
                source.note,
            )
        )
    return pl.DataFrame(
        rows,
        orient="row",
        schema={
            "source_id": pl.String,
            "source": pl.String,
            "format": pl.String,
            "language": pl.String,
            "date": pl.String,
            "chars": pl.Int64,
            "words": pl.Int64,
            "turns": pl.Int64,
            "speakers": pl.String,
            "codings": pl.Int64,
            "note": pl.String,
        },
    )
