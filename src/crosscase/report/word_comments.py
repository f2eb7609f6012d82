"""Comments in the margin of a Word document, written in bulk.

python-docx adds them one by one and looks for a free number each time, which takes the square
of their number.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from crosscase.report.word_elements import W, add_run, sub
from crosscase.report.word_text import safe_text, shortened

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["WordComments"]


class WordComments:
    """The comments of one document: each is opened at a place in the text, and closed."""

    def __init__(self) -> None:
        self._told: list[tuple[str, str, date | None]] = []

    def add(self, text: str, author: str, day: date | None) -> int:
        """Take in a comment; returns its number, to be opened and closed in the text."""
        self._told.append((text, author, day))
        return len(self._told) - 1

    def open(self, paragraph: Any, number: int) -> None:
        """What a comment is about begins here."""
        sub(paragraph, "commentRangeStart", id=number)

    def close(self, paragraph: Any, number: int) -> None:
        """What a comment is about ends here."""
        sub(paragraph, "commentRangeEnd", id=number)
        run = sub(paragraph, "r")
        sub(sub(run, "rPr"), "rStyle", val="CommentReference")
        sub(run, "commentReference", id=number)

    def put_into(self, document: Document) -> None:
        """Put them into the document, once its text is written."""
        if not self._told:
            return
        comments: Any = document.comments._comments_elm
        for number, (text, author, day) in enumerate(self._told):
            name = shortened(safe_text(author), 100)
            made = sub(comments, "comment", id=number, author=name, initials=_initials(name))
            if day is not None:
                made.set(f"{W}date", f"{day.isoformat()}T12:00:00Z")
            paragraph = sub(made, "p")
            sub(sub(paragraph, "pPr"), "pStyle", val="CommentText")
            mark = sub(paragraph, "r")
            sub(sub(mark, "rPr"), "rStyle", val="CommentReference")
            sub(mark, "annotationRef")
            add_run(paragraph, text)


def _initials(name: str) -> str:
    """The first letters of a name, as Word shows them beside a comment."""
    return "".join(part[0] for part in name.split()[:3]).upper()
