"""A table with its title above and its notes below, as a Word file or a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, ClassVar

from crosscase.report.document import Document, Paper
from crosscase.report.pieces import Column

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = ["TableDocument"]

_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;color:#1e2124;margin:2rem;max-width:80rem}"
    "table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:600;"
    "padding-bottom:.75rem}th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;"
    "border-bottom:1px solid #e5e1d8}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}"
    "p{color:#4f545a;max-width:45rem}@media print{body{margin:0}}"
)


@dataclass(frozen=True)
class TableDocument(Document):
    """One table of plain values; ``notes`` say what a reader of it has to know."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str | int | float | None]]
    notes: Sequence[str]

    paper: ClassVar[Paper] = "A4 landscape"

    @property
    def title(self) -> str:
        """What the table tells."""
        return self.name

    def write(self, word: WordFile) -> None:
        """The notes that warn, and the table."""
        for note in self.notes:
            word.paragraph(note, "Note")
        word.table(self.columns, self.rows, caption=self.name, keep_empty=False)

    def to_html(self) -> bytes:
        """A page of its own, without anything fetched from elsewhere, that prints well."""
        kinds = [' class="n"' if column.is_number else "" for column in self.columns]
        head = "".join(
            f'<th scope="col"{kind}>{escape(column.name)}</th>'
            for column, kind in zip(self.columns, kinds, strict=True)
        )
        rows = "\n".join(
            "<tr>"
            + "".join(
                f"<td{kind}>{escape('' if cell is None else str(cell))}</td>"
                for cell, kind in zip(row, kinds, strict=True)
            )
            + "</tr>"
            for row in self.rows
        )
        notes = "\n".join(f"<p>{escape(note)}</p>" for note in (*self.notes, self.cover.state))
        title, language = escape(self.name), escape(self.language)
        return (
            f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
            f"<table>\n<caption>{title}</caption>\n<thead>\n<tr>{head}</tr>\n</thead>\n"
            f"<tbody>\n{rows}\n</tbody>\n</table>\n{notes}\n</body>\n</html>\n"
        ).encode()
