"""What every document has: a cover that says of what, by whom and of which state it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Literal

from crosscase.report.file_names import file_name

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = ["MEDIA_TYPE", "Cover", "Document", "Paper"]

Paper = Literal["A4 portrait", "A4 landscape", "A3 landscape"]
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Cover:
    """Of which study a document is, in which state, who made it and when.

    ``made_on`` is the day as people there write it; ``as_of`` is what was asked for where the
    document shows the study as it was.
    """

    study: str
    author: str | None
    made_at: datetime
    made_on: str
    state: str
    as_of: str | None = None
    language: str = "en-GB"


@dataclass(frozen=True)
class Document(ABC):
    """A document of plain values, which can be written as a Word file."""

    cover: Cover
    paper: ClassVar[Paper] = "A4 portrait"

    @property
    @abstractmethod
    def title(self) -> str:
        """The title on its first page."""

    @property
    def view(self) -> str:
        """What it shows, for the file's name."""
        return self.title

    @property
    def language(self) -> str:
        """The language of its words, as a tag."""
        return self.cover.language

    @abstractmethod
    def write(self, word: WordFile) -> None:
        """Write what stands below the title."""

    @property
    def file_name(self) -> str:
        """A safe name for the file: the study's title and the view."""
        return file_name(self.cover.study, self.view, "docx")

    def to_bytes(self) -> bytes:
        """The Word file."""
        from crosscase.report.word_file import WordFile

        word = WordFile(self.cover, self.title, self.paper, self.language)
        self.write(word)
        return word.to_bytes()
