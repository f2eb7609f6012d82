"""The table of what was measured: a line each, beside what was hoped for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Line", "render", "seconds"]


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement: by the clock, and what it took of the processor (both in seconds)."""

    what: str
    measured: float
    target: float | None = None
    unit: str = "s"
    note: str = ""
    processor: float | None = None
    peak_mb: float | None = None

    @property
    def ratio(self) -> float | None:
        """What was measured as a share of the target."""
        return None if self.target is None else self.measured / self.target


def seconds(value: float) -> str:
    """A duration as people read it."""
    if value < 0.0995:
        return f"{value * 1000:.2g} ms" if value < 0.00995 else f"{value * 1000:.0f} ms"
    return f"{value:.2f} s" if value < 9.95 else f"{value:,.0f} s"


def render(lines: Sequence[Line]) -> str:
    """The lines as a Markdown table, aligned so that it reads in a terminal too."""
    head = ("what", "measured", "target", "ratio", "processor", "memory", "notes")
    rows = [head, *map(_cells, lines)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(head))]
    rule = tuple("-" * width for width in widths)
    out = []
    for row in (head, rule, *rows[1:]):
        cells = [
            cell.rjust(width) if 0 < at < 6 else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        out.append(f"| {' | '.join(cells)} |")
    return "\n".join(out)


def _cells(line: Line) -> tuple[str, ...]:
    ratio = line.ratio
    return (
        line.what,
        _quantity(line.measured, line.unit),
        "" if line.target is None else _quantity(line.target, line.unit),
        "" if ratio is None else f"{ratio:.2f}",
        "" if line.processor is None else seconds(line.processor),
        "" if line.peak_mb is None else f"{line.peak_mb:,.0f} MB",
        line.note,
    )


def _quantity(value: float, unit: str) -> str:
    if unit == "s":
        return seconds(value)
    if unit == "":
        return f"{value:.2f}"
    return f"{value:,.0f} {unit}"
