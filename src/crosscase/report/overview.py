"""The study at a glance as a document: what it says of itself, its figures, what was done last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscase.report.document import Document
from crosscase.report.pieces import Column
from crosscase.report.tables import HistoryRow

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = ["OverviewDocument"]


@dataclass(frozen=True)
class OverviewDocument(Document):
    """A study's description, its figures (name and number), and the latest operations."""

    description: str | None
    figures: Sequence[tuple[str, int]]
    top_codes: Sequence[tuple[str, int, int]]
    interviewed: int
    latest: Sequence[HistoryRow]

    @property
    def title(self) -> str:
        """The title."""
        return "The study at a glance"

    @property
    def view(self) -> str:
        """What it shows, for the file's name."""
        return "overview"

    def write(self, word: WordFile) -> None:
        """Description, figures, top codes, latest work."""
        if self.description:
            word.paragraphs(self.description)
        word.heading("Figures")
        word.table(
            (Column("What", 3), Column("How many", 2, True)),
            self.figures,
            caption="Figures",
            width=4600,
        )
        if self.top_codes:
            word.heading("Top codes")
            participants = f"Participants, of {self.interviewed:,} interviewed"
            word.table(
                (Column("Code", 3), Column(participants, 1.5, True), Column("Passages", 1, True)),
                self.top_codes,
                caption="Top codes",
            )
        if self.latest:
            word.heading("Latest work")
            word.table(
                (Column("When", 1.4), Column("Who", 1.4), Column("What", 4)),
                ((each.when, each.person, each.sentence) for each in self.latest),
                caption="Latest work",
            )
