"""How answers look: lines, tables, trees and passages; or one JSON document.

On a terminal Rich draws them; in a pipe they are plain aligned text, never cut or coloured, of
which only passages are wrapped.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

from crosscase import surroundings
from crosscase.cli.plain_values import plain
from crosscase.errors import CrosscaseError
from crosscase.model.counted import counted

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["FAILED", "Answer", "Screen", "counted", "first_of", "shortened", "warn"]

FAILED = 1
"""The status of an answer that tells of something that does not hold."""

_CELL_CHARS = 100
_DOT = " · "
_PASSAGE_WIDTH = 100  # longer lines are hard to read


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answers: data for programs, and how people are shown it.

    ``show`` is a sentence or a function that draws on the screen.
    """

    data: Any
    show: str | Callable[[Screen], None] = ""
    status: int = 0


def warn(text: str) -> None:
    """Say something beside the answer, on the standard error stream."""
    print(text, file=sys.stderr)


def first_of(names: Sequence[str], most: int) -> str:
    """The first names of a list, and how many more there are."""
    left = len(names) - most
    return ", ".join(names[:most]) + (f" and {left:,} more" if left > 0 else "")


def shortened(text: str, most: int = _CELL_CHARS) -> str:
    """A text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    # Where words are not parted by spaces, any place will do.
    at = cut.rfind(" ")
    return (cut[:at] if at > most // 2 else cut).rstrip() + "…"


class Screen:
    """Standard output, as a terminal, a pipe or a JSON document."""

    def __init__(self, *, as_json: bool = False) -> None:
        self.as_json = as_json

    # -- whole answers ---------------------------------------------------------------------

    def show(self, answer: Answer) -> int:
        """Show an answer; returns the exit status that it asks for."""
        if self.as_json:
            self.document(answer.data)
        elif callable(answer.show):
            answer.show(self)
        elif answer.show:
            self.line(answer.show)
        return answer.status

    def document(self, data: Any) -> None:
        """The one JSON document of this run."""
        print(json.dumps(plain(data), ensure_ascii=False, indent=2, allow_nan=False))

    def warn(self, text: str) -> None:
        """Say something on the standard error stream."""
        warn(text)

    # -- pieces ----------------------------------------------------------------------------

    def line(self, text: str = "", style: str = "") -> None:
        """One line of text."""
        if self._console is None:
            print(text)
        else:
            self._console.print(text, style=style or None)

    def table(
        self, columns: Sequence[str], rows: Iterable[Sequence[Any]], *, empty: str = ""
    ) -> None:
        """Rows below the names of their columns; numbers stand to the right.

        Without rows the sentence ``empty`` stands there instead of bare names.
        """
        listed = [[_cell(each) for each in row] for row in rows]
        if empty and not listed:
            self.line(empty)
            return
        self._cells(columns, listed, right=_numeric(listed, len(columns)))

    def counted_tree(
        self, columns: Sequence[str], rows: Iterable[tuple[int, str, Sequence[int]]]
    ) -> None:
        """Lines drawn in by their depth, each with numbers beside it, below their names."""
        listed = [
            ["  " * depth + text, *(f"{number:,}" for number in numbers)]
            for depth, text, numbers in rows
        ]
        if listed:
            self._cells(columns, listed, right=[False, *(True for _ in columns[1:])])

    def _cells(
        self, columns: Sequence[str], listed: Sequence[Sequence[str]], *, right: Sequence[bool]
    ) -> None:
        if self._console is None:
            for line in _aligned([list(columns), *listed], right):
                print(line)
            return
        from rich.table import Table

        table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
        for name, is_right in zip(columns, right, strict=True):
            table.add_column(name, justify="right" if is_right else "left", overflow="fold")
        for row in listed:
            table.add_row(*row)
        self._console.print(table)

    def pairs(self, pairs: Iterable[tuple[str, Any]]) -> None:
        """Names with their values, one pair a line; empty values are passed over."""
        shown = [
            (name, " ".join(value.split()) if isinstance(value, str) else _cell(value))
            for name, value in pairs
            if value not in (None, "", (), [], {})
        ]
        width = max((len(name) for name, _ in shown), default=0)
        for name, value in shown:
            self.line(f"{name:<{width}}  {value}")

    def tree(self, lines: Iterable[tuple[int, str]]) -> None:
        """Lines, each drawn in by its depth."""
        for depth, text in lines:
            self.line("  " * depth + text)

    def passage(self, where: str, before: str, words: str, after: str) -> None:
        """A passage inside its context, below its place: highlighted, or between ⟦ and ⟧."""
        pieces = [" ".join(each.split()) for each in (before, words, after)]
        spaces = (_gap(before, words), _gap(words, after))
        if self._console is None:
            before, words, after = pieces
            text = f"{before}{spaces[0]}⟦{words}⟧{spaces[1]}{after}".rstrip()
            width = _passage_width(get_terminal_size((80, 24)).columns)
            for line in (*_place_lines(where, width), *_wrapped(text, "  ", "  ", width)):
                print(line)
            return
        from rich.padding import Padding
        from rich.text import Text

        drawn = Text.assemble(
            (pieces[0] + spaces[0], "dim"), (pieces[1], "bold"), (spaces[1] + pieces[2], "dim")
        )
        width = _passage_width(self._console.width)
        for line in _place_lines(where, width):
            self._console.print(line, style="cyan")
        self._console.print(Padding(drawn, (0, 0, 0, 2)), width=width)

    @cached_property
    def _console(self) -> Console | None:
        """Rich's console on a terminal; None in a pipe, where everything stays plain."""
        wish = _colour_wish()
        if wish != "always" and not sys.stdout.isatty():
            return None
        from rich.console import Console

        return Console(
            highlight=False,
            markup=False,
            emoji=False,
            no_color=True if wish == "never" else None,
            force_terminal=True if wish == "always" else None,
        )


def _colour_wish() -> str:
    try:
        return surroundings.read_config().get("colour", "auto")
    except CrosscaseError:
        return "auto"  # that the settings cannot be read is told where they matter


def _gap(left: str, right: str) -> str:
    """Whether a space parted two pieces of a text."""
    parted = left[-1:].isspace() or right[:1].isspace()
    return " " if parted and left.strip() and right.strip() else ""


def _numeric(rows: Sequence[Sequence[str]], columns: int) -> list[bool]:
    """Of which columns all cells that hold something are numbers."""
    return [
        bool(rows) and all(_is_number(row[at]) or not row[at] for row in rows)
        for at in range(columns)
    ]


def _passage_width(width: int) -> int:
    return max(20, min(width, _PASSAGE_WIDTH))


def _place_lines(where: str, width: int) -> list[str]:
    """What is told of a place, parted by dots; a line ends at a dot where it can."""
    lines: list[str] = []
    for part in where.split(_DOT):
        if lines and len(lines[-1]) + len(_DOT) + len(part) < width:
            lines[-1] += _DOT + part
            continue
        if lines:
            lines[-1] += _DOT.rstrip()
        lines += _wrapped(part, "    " if lines else "", "    ", width)
    return lines


def _wrapped(text: str, first: str, others: str, width: int) -> list[str]:
    """The text in lines; where words are not parted by spaces, any place will do."""
    from rich.console import Console
    from rich.text import Text

    room = width - len(others)
    lines = [line.plain.rstrip() for line in Text(text).wrap(Console(width=width), room)]
    return [(others if at else first) + line for at, line in enumerate(lines)]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:,.10g}"
    if isinstance(value, list | tuple):
        return ", ".join(_cell(each) for each in value)
    return shortened(str(value))


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(",", "").replace(".", "", 1).isdecimal()


def _aligned(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> Iterable[str]:
    """The rows with their cells below one another, two spaces apart."""
    from rich.cells import cell_len

    widths = [max(cell_len(row[at]) for row in rows) for at in range(len(right))]
    for row in rows:
        cells = []
        for text, width, is_right in zip(row, widths, right, strict=True):
            space = " " * (width - cell_len(text))
            cells.append(space + text if is_right else text + space)
        yield "  ".join(cells).rstrip()
