"""Writing views of the study as Word documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crosscase import surroundings
from crosscase.cli.files import write_new
from crosscase.cli.rendering import Answer
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.report.document import Document
    from crosscase.study import Study
    from crosscase.study_documents.telling import Telling

__all__ = ["WORD_ENDING", "is_word", "telling_here", "view_document", "write_document"]

WORD_ENDING = ".docx"


def is_word(file: Path) -> bool:
    """Whether a file is to be a Word document."""
    return file.suffix.casefold() == WORD_ENDING


def telling_here() -> Telling:
    """Moments told by the clock of this machine."""
    from crosscase.study_documents.telling import Telling

    return Telling(surroundings.local_time_text)


def view_document(
    work: Study, table: str, *, transcript: str | None, coders: Sequence[str]
) -> Document:
    """The document that shows a source with its codings, or one of the tables."""
    documents, telling = work.documents, telling_here()
    if transcript is not None:
        return documents.transcript(transcript, coders=coders, telling=telling)
    match table:
        case "sources":
            return documents.sources(telling=telling)
        case "cases":
            return documents.cases(telling=telling)
        case "memos":
            return documents.memos(telling=telling)
        case "operations":
            return documents.history(telling=telling)
    raise MistakeOfUse(
        f"The table {table} is not written for Word.",
        slug="unknown-format",
        hint="Word documents are --codebook, --transcript SOURCE, and --table sources, cases, "
        "memos or operations; a matrix is `crosscase matrix STUDY --output FILE.docx`.",
    )


def write_document(made: Document, file: Path, *, replace: bool) -> Answer:
    """Write a document to a file."""
    write_new(file, made.to_bytes(), replace=replace)
    return Answer({"file": str(file), "title": made.title}, f"Wrote “{made.title}” to {file}.")
