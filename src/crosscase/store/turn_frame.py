"""One row a turn: who speaks, where it lies, and what is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from crosscase.model.nouns import Case, Source
from crosscase.store.session import Reading
from crosscase.store.texts import current_text
from crosscase.store.turn_columns import TurnColumns, turn_columns

if TYPE_CHECKING:
    import polars

__all__ = ["turn_frame"]


def turn_frame(reading: Reading) -> polars.DataFrame:
    """The turns of all sources that show, by source in the order in which they came.

    ``turn`` counts from 1 in each source. ``start_char`` and ``end_char`` are the turn with its
    label, as queries find it; ``text`` is what is said, from ``speech_start_char`` on.
    ``speaker`` is the label and ``participant`` the name of whoever it is linked to; where nobody
    is, and where a transcript has no time marks (``start_ms``), a cell is empty.
    """
    import polars as pl

    turns = turn_columns(reading.file, reading.connection)
    sources = {row: source.name for row, source in reading.by_row(Source).items()}
    people = {row: case.name for row, case in reading.by_row(Case).items()}
    labels = dict(enumerate(each.label for each in turns.labels))
    return (
        pl.DataFrame(
            {
                "source_row": turns.source,
                "turn": turns.number + 1,
                "start_char": turns.start_char,
                "end_char": turns.end_char,
                "speech_start_char": turns.speech_start_char,
                "speaker_row": turns.speaker,
                "participant_row": turns.participant,
                "start_ms": turns.start_ms,
                "text": pl.Series(_texts(reading, turns), dtype=pl.String),
            }
        )
        .with_columns(
            pl.col("turn", "start_char", "end_char", "speech_start_char").cast(pl.Int64),
            pl.when(pl.col("start_ms") >= 0).then(pl.col("start_ms").cast(pl.Int64)),
        )
        .join(_names(sources, "source").with_row_index("at"), on="source_row", how="left")
        .join(_names(labels, "speaker"), on="speaker_row", how="left")
        .join(_names(people, "participant"), on="participant_row", how="left")
        .sort("at", "turn")
        .select(
            "source", "turn", "start_char", "end_char", "speech_start_char", "speaker",
            "participant", "start_ms", "text",
        )
    )  # fmt: skip


def _names(names: Mapping[int, str], column: str) -> polars.DataFrame:
    import polars as pl

    return pl.DataFrame(
        {f"{column}_row": list(names), column: list(names.values())},
        schema={f"{column}_row": pl.Int32, column: pl.String},
    )


def _texts(reading: Reading, turns: TurnColumns) -> list[str]:
    """What is said in each turn; every source's text is read once."""
    said: list[str] = []
    for source in dict.fromkeys(turns.source.tolist()):
        part = turns.of_source(source)
        text = current_text(reading.file, reading.connection, source) or ""
        starts, ends = turns.speech_start_char[part].tolist(), turns.end_char[part].tolist()
        said += [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return said
