"""What documents are put together from, as plain values: words in a look, columns, rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Cell", "Column", "Row", "Words"]


class Words(NamedTuple):
    """Some words in one look: a character style, and a tint behind them (RRGGBB).

    ``link`` is where they lead: an address, or “#” and the name of other words of the document;
    ``name`` is what such a link calls these.
    """

    text: str
    style: str | None = None
    tint: str | None = None
    link: str | None = None
    name: str | None = None


Cell = str | int | float | None | Sequence[Words]


class Column(NamedTuple):
    """A column: its name, its share of the width, and whether numbers stand in it."""

    name: str
    share: float = 1.0
    is_number: bool = False


class Row(NamedTuple):
    """A row: its cells, whether it is bold, and how far its first cell is drawn in."""

    cells: Sequence[Cell]
    is_bold: bool = False
    depth: int = 0
