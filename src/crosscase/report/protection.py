"""Documents about the data held: headed sections of sentences and tables, in Word or plain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscase.report.document import Document
from crosscase.report.pieces import Column

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = ["ProtectionDocument", "Section"]


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part: sentences, then a table if it has rows; ``none`` is said without any."""

    heading: str
    sentences: Sequence[str] = ()
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str | int | None]] = ()
    none: str = ""


@dataclass(frozen=True)
class ProtectionDocument(Document):
    """A document of headed sections."""

    name: str
    sections: Sequence[Section]

    @property
    def title(self) -> str:
        """The title."""
        return self.name

    def write(self, word: WordFile) -> None:
        """Section by section."""
        for section in self.sections:
            word.heading(section.heading)
            for sentence in section.sentences:
                word.paragraph(sentence)
            if section.rows:
                columns = [
                    Column(name, 1, all(isinstance(row[at], int) for row in section.rows))
                    for at, name in enumerate(section.columns)
                ]
                word.table(columns, section.rows, caption=section.heading)
            elif section.none:
                word.paragraph(section.none, "Note")

    def to_text(self) -> str:
        """The same in plain text, with tables drawn by spaces."""
        lines = [self.name, "=" * len(self.name), f"Study: {self.cover.study}",
                 f"Made on {self.cover.made_on}, state {self.cover.state}"]  # fmt: skip
        for section in self.sections:
            lines += ["", section.heading, "-" * len(section.heading), *section.sentences]
            if section.rows:
                lines += _drawn([section.columns, *section.rows])
            elif section.none:
                lines.append(section.none)
        return "\n".join(lines) + "\n"


def _drawn(rows: Sequence[Sequence[str | int | None]]) -> list[str]:
    told = [["" if cell is None else " ".join(str(cell).split()) for cell in row] for row in rows]
    widths = [max(len(row[at]) for row in told) for at in range(len(told[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in told
    ]
