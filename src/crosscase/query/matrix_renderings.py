"""A matrix as a frame, csv, xlsx, Markdown, a page of HTML, and plain values."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from crosscase.formats.tables import Cell, write_csv, write_xlsx

if TYPE_CHECKING:
    import polars

    from crosscase.query.matrix import Matrix

__all__ = [
    "matrix_csv",
    "matrix_frame",
    "matrix_html",
    "matrix_json",
    "matrix_markdown",
    "matrix_xlsx",
]


def matrix_frame(
    matrix: Matrix, *, totals: bool = False, denominators: bool = False
) -> polars.DataFrame:
    """Rows by columns as a frame of whole numbers, the names of the rows in its first column.

    Args:
        matrix: the matrix.
        totals: add a last row and a last column of totals (distinct counts, no sums).
        denominators: add these, and after them how many each column or row is out of.

    Returns:
        A frame; a column whose name is taken already gets “ (column)” added.
    """
    import polars as pl

    header, body = _table(matrix)
    if not denominators:
        body = body[: len(matrix.rows) + totals]
        if matrix.of.rows is not None:
            header, body = header[:-1], [row[:-1] for row in body]
        if not totals:
            header, body = header[:-1], [row[:-1] for row in body]
    columns = list(zip(*body, strict=True)) if body else [() for _ in header]
    types = [pl.String, *[pl.Int64] * (len(header) - 1)]
    return pl.DataFrame(
        [
            pl.Series(name, list(values), dtype=dtype)
            for name, values, dtype in zip(_differing(header), columns, types, strict=True)
        ]
    )


def matrix_csv(matrix: Matrix) -> bytes:
    """The table with its totals and denominators, as csv; cells are safe in a spreadsheet."""
    header, body = _table(matrix)
    return write_csv(header, body, guard=True)


def matrix_xlsx(matrix: Matrix) -> bytes:
    """The table with its totals and denominators, as xlsx."""
    header, body = _table(matrix)
    return write_xlsx(header, body, sheet_name="Matrix")


def matrix_json(matrix: Matrix) -> dict[str, Any]:
    """The matrix as plain values."""
    return {
        "title": matrix.title,
        "count": matrix.count,
        "where": matrix.where,
        "row_noun": matrix.row_noun,
        "column_noun": matrix.column_noun,
        "rows": list(matrix.rows),
        "columns": list(matrix.columns),
        "cells": matrix.counts.cells.tolist(),
        "row_totals": matrix.counts.rows.tolist(),
        "column_totals": matrix.counts.columns.tolist(),
        "total": matrix.counts.total,
        "of": {
            "total": matrix.of.total,
            "words": matrix.of.words,
            "label": matrix.of.label,
            "rows": None if matrix.of.rows is None else list(matrix.of.rows),
            "columns": None if matrix.of.columns is None else list(matrix.of.columns),
        },
        "notes": list(matrix.notes),
    }


def matrix_markdown(matrix: Matrix) -> str:
    """The table with its title above and its notes below."""
    header, body = _shown_table(matrix)
    lines = [
        f"**{_plain(matrix.title)}**",
        "",
        _markdown_row(header),
        _markdown_row(["---", *["---:"] * (len(header) - 1)], is_plain=True),
        *(_markdown_row(row) for row in body),
    ]
    for note in matrix.notes:
        lines += ["", _plain(note)]
    return "\n".join(lines) + "\n"


def matrix_html(matrix: Matrix) -> str:
    """A page of its own, without anything fetched from elsewhere, that prints well."""
    header, body = _shown_table(matrix)
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in header)
    rows = "\n".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in body
    )
    notes = "".join(f"<p>{escape(note)}</p>\n" for note in matrix.notes)
    title = escape(matrix.title)
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<table>\n<caption>{title}</caption>\n<thead>\n<tr>{head}</tr>\n</thead>\n"
        f"<tbody>\n{rows}\n</tbody>\n</table>\n{notes}</body>\n</html>\n"
    )


def _table(matrix: Matrix) -> tuple[list[str], list[list[Cell]]]:
    """Names, cells, totals, and denominators where rows or columns have their own."""
    header = [matrix.row_noun, *matrix.columns, _all()]
    body: list[list[Cell]] = [
        [name, *cells, total]
        for name, cells, total in zip(
            matrix.rows, matrix.counts.cells.tolist(), matrix.counts.rows.tolist(), strict=True
        )
    ]
    body.append([_all(), *matrix.counts.columns.tolist(), matrix.counts.total])
    if matrix.of.columns is not None:
        body.append([matrix.of.label, *matrix.of.columns, matrix.of.total])
    if matrix.of.rows is not None:
        header.append(matrix.of.label)
        for row, of in zip(body, (*matrix.of.rows, matrix.of.total), strict=False):
            row.append(of)
        for row in body[len(matrix.of.rows) + 1 :]:
            row.append(None)
    return header, body


def _shown_table(matrix: Matrix) -> tuple[list[str], list[list[str]]]:
    """The table for the eye: thousands apart, “of 11” under each column that has it."""
    header, body = _table(matrix)
    return header, [
        [cell if isinstance(cell, str) else "" if cell is None else f"{cell:,}" for cell in row]
        for row in body
    ]


def _all() -> str:
    from crosscase.query.matrix import ALL

    return ALL


def _differing(names: list[str]) -> list[str]:
    taken: list[str] = []
    for name in names:
        while name in taken:
            name += " (column)"
        taken.append(name)
    return taken


def _markdown_row(cells: list[str], *, is_plain: bool = False) -> str:
    return "| " + " | ".join(cell if is_plain else _plain(cell) for cell in cells) + " |"


def _plain(text: str) -> str:
    """Text that Markdown takes as it is."""
    for sign in ("\\", "|", "*", "_", "`", "<", "["):
        text = text.replace(sign, f"\\{sign}")
    return text


_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; color: #1a1a1a; background: #fff; }
table { border-collapse: collapse; }
caption { caption-side: top; text-align: left; font-weight: 600; padding-bottom: .5rem; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid #c8c8c8; text-align: right; }
th:first-child { text-align: left; }
th[scope=row] { font-weight: 400; }
thead th { border-bottom: 2px solid #1a1a1a; }
td { font-variant-numeric: tabular-nums; }
p { max-width: 40rem; font-size: .875rem; }
@media print { body { margin: 0; } tr { break-inside: avoid; } }
thead { display: table-header-group; }
"""
