"""Tables of a Word document: heads that repeat, rows that do not break across pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from crosscase.report.pieces import Cell, Column, Row, Words
from crosscase.report.word_elements import W, add_paragraph, sub
from crosscase.report.word_styles import INK

__all__ = ["add_table"]

_STEP = 227  # 4 mm of indent for each level below the top


def add_table(
    body: Any,
    columns: Sequence[Column],
    rows: Iterable[Row | Sequence[Cell]],
    *,
    width: int,
    caption: str,
    below_heads: Sequence[str] = (),
    upright_heads: bool = False,
) -> Any:
    """Add a table of a width (twentieths of a point).

    ``below_heads`` is a second row of heads, such as “of 12”. With ``upright_heads`` the names
    of all columns but the first stand on end, where there are too many to lie side by side.
    """
    shares = sum(each.share for each in columns)
    widths = [int(width * each.share / shares) for each in columns]
    table = sub(body, "tbl")
    look = sub(table, "tblPr")
    sub(look, "tblStyle", val="QuietTable")
    sub(look, "tblW", w=sum(widths), type="dxa")
    sub(look, "tblLayout", type="fixed")
    sub(look, "tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0",
        noHBand="1", noVBand="1")  # fmt: skip
    sub(look, "tblCaption", val=caption[:250])
    grid = sub(table, "tblGrid")
    for each in widths:
        sub(grid, "gridCol", w=each)
    names = [each.name for each in columns]
    _add_head(table, columns, names, widths, upright=upright_heads, is_last=not below_heads)
    if below_heads:
        _add_head(table, columns, below_heads, widths, is_quiet=True, is_last=True)
    for row in rows:
        _add_row(table, columns, row if isinstance(row, Row) else Row(row), widths)
    return table


def _add_head(
    table: Any,
    columns: Sequence[Column],
    names: Sequence[str],
    widths: Sequence[int],
    *,
    is_quiet: bool = False,
    upright: bool = False,
    is_last: bool = False,
) -> None:
    row = sub(table, "tr")
    look = sub(row, "trPr")
    sub(look, "cantSplit")
    if upright:
        longest = max(len(name) for name in names[1:])
        sub(look, "trHeight", val=min(3400, 240 + 95 * longest), hRule="exact")
    sub(look, "tblHeader")
    for at, (column, name, width) in enumerate(zip(columns, names, widths, strict=True)):
        cell = sub(row, "tc")
        how = sub(cell, "tcPr")
        sub(how, "tcW", w=width, type="dxa")
        line = {"val": "single", "sz": 8, "color": INK} if is_last else {"val": "nil"}
        sub(sub(how, "tcBorders"), "bottom", **line)
        if upright and at:
            sub(how, "textDirection", val="btLr")
        sub(how, "vAlign", val="center" if upright and at else "bottom")
        words = [Words(name, "Quiet" if is_quiet else None)]
        style = "Cell" if is_quiet else "CellHead"
        paragraph = add_paragraph(cell, words, style, keep_next=True)
        if column.is_number and not (upright and at):
            sub(paragraph.find(f"{W}pPr"), "jc", val="right")


def _add_row(table: Any, columns: Sequence[Column], row: Row, widths: Sequence[int]) -> None:
    made = sub(table, "tr")
    sub(sub(made, "trPr"), "cantSplit")
    bold = "Strong" if row.is_bold else None
    for at, (column, value, width) in enumerate(zip(columns, row.cells, widths, strict=True)):
        cell = sub(made, "tc")
        sub(sub(cell, "tcPr"), "tcW", w=width, type="dxa")
        add_paragraph(
            cell,
            _words(value, bold),
            "CellNumber" if column.is_number else "Cell",
            indent=0 if at else row.depth * _STEP,
        )


def _words(value: Cell, style: str | None) -> Sequence[Words]:
    if value is None:
        return ()
    if isinstance(value, str):
        return (Words(value, style),)
    if isinstance(value, float):
        return (Words(f"{value:,.10g}", style),)
    if isinstance(value, int):
        return (Words(f"{value:,}", style if value else "Quiet"),)
    return value
