"""The table of codings: so many that it is made of columns and not of nouns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crosscase.coding.coding_frame import coding_frame
from crosscase.model.ids import Id, id_of_bytes
from crosscase.store.coding_columns import coding_columns
from crosscase.store.reading import codings_with_foreign
from crosscase.store.session import Reading
from crosscase.store.withheld_words import withheld_in_plain
from crosscase.study_exchange.told_foreign import told_foreign

__all__ = ["coding_ids", "coding_table"]

_COLUMNS = {
    "id": "coding", "source": "source_id", "source_name": "source", "code": "code_id",
    "code_name": "code_path", "coder": "coder_id", "coder_name": "coder",
    "passage_start_char": "start_char", "passage_end_char": "end_char", "passage_text": "text",
    "valence": "valence", "basis": "basis", "region": "region", "speakers": "speaker",
    "participants": "participants", "coded_on": "coded_on", "touched": "touched",
}  # fmt: skip


def coding_table(reading: Reading) -> tuple[tuple[str, ...], Sequence[Sequence[Any]]]:
    """The columns and rows of all codings, by source and place."""
    import polars as pl

    columns = coding_columns(reading.file, reading.connection)
    rows = {row for each in (columns.source, columns.code, columns.coder)
            for row in set(each.tolist())}  # fmt: skip
    ids = {row: id_of_bytes(raw)
           for row, raw in reading.file.ids_of_rows(reading.connection, rows).items()}  # fmt: skip
    codings = reading.file.ids_of_rows(reading.connection, columns.coding.tolist())
    known = pl.DataFrame(
        {
            "coding": [id_of_bytes(codings[row]) for row in columns.coding.tolist()],
            **{
                f"{name}_id": [ids.get(row) for row in getattr(columns, name).tolist()]
                for name in ("source", "code", "coder")
            },
        },
        schema=dict.fromkeys(("coding", "source_id", "code_id", "coder_id"), pl.String),
    )
    frame = coding_frame(reading).join(known, on="coding", how="left", maintain_order="left")
    frame = frame.select(**{name: pl.col(held) for name, held in _COLUMNS.items()})
    frame = frame.with_columns(pl.col("coded_on").cast(pl.String))
    clean = withheld_in_plain(reading)
    kept = {
        each.id: told_foreign(clean(each.foreign))
        for each in codings_with_foreign(reading.file, reading.connection)
    }
    frame = frame.with_columns(
        pl.col("id").replace_strict(kept, default=None, return_dtype=pl.String).alias("foreign")
    )
    return tuple(frame.columns), frame.rows()


def coding_ids(reading: Reading) -> Mapping[Id, str]:
    """The codings that show, each with the name of its code."""
    frame = coding_frame(reading, with_text=False)
    return dict(frame.select("coding", "code_path").iter_rows())
