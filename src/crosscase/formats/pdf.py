"""PDF files with a text layer, read page by page."""

from __future__ import annotations

import re
import threading
from typing import Any

from crosscase.errors import UnreadableFile
from crosscase.formats.document import Document, Note, checked_text, with_line_feeds
from crosscase.model.counted import counted

__all__ = [
    "ONE_AT_A_TIME",
    "SPACES_AT_LINE_END",
    "number_ranges",
    "open_pdf",
    "page_text",
    "read_pdf",
]

# PDFium keeps state for the whole process and may be entered by one thread at a time.
ONE_AT_A_TIME = threading.Lock()
_WRONG_PASSWORD = 4
_END_MARK_WITHIN = 4096
_MOST_CHARACTERS = 100_000_000
SPACES_AT_LINE_END = re.compile(r"[ \t]+(?=\n|$)")


def number_ranges(numbers: list[int]) -> str:
    """Numbers as people write them: 1, 3-5, 9."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(f"{low}" if low == high else f"{low}-{high}" for low, high in ranges)


def page_text(raw: str) -> str:
    """What PDFium gives for a page as the study holds it."""
    # PDFium writes U+FFFE (older ones U+0002) for a hyphen at the end of a line and joins
    # the lines there; whether the hyphen belongs to the word is not known, so it stays.
    text = with_line_feeds(raw).replace("\ufffe", "-").replace("\x02", "-").replace("\0", "")
    return SPACES_AT_LINE_END.sub("", text).strip("\n")


def open_pdf(data: bytes, name: str) -> Any:
    """The PDF; UnreadableFile when it is encrypted or damaged. Hold ``ONE_AT_A_TIME`` meanwhile."""
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _WRONG_PASSWORD:
            raise UnreadableFile(
                f"“{name}” is encrypted: it needs a password to be read.",
                hint="Open it with its password and save it without one.",
                slug="encrypted-file",
            ) from error
        raise UnreadableFile(
            f"“{name}” is damaged: it cannot be opened as a PDF.",
            hint="Download or copy it again.",
            slug="damaged-file",
        ) from error


def _pages(pdf: Any, name: str) -> tuple[list[str], list[int]]:
    import pypdfium2

    pages: list[str] = []
    failed: list[int] = []
    size = 0
    for index in range(len(pdf)):
        try:
            page = pdf[index]
            try:
                layer = page.get_textpage()
                pages.append(page_text(layer.get_text_range()))
                layer.close()
            finally:
                page.close()
        except (pypdfium2.PdfiumError, ValueError, OverflowError, AssertionError):
            pages.append("")
            failed.append(index + 1)
        size += len(pages[-1])
        if size > _MOST_CHARACTERS:
            raise UnreadableFile(
                f"The text of “{name}” is over 100 MB.",
                hint="Split it into several documents.",
                slug="file-too-large",
            )
    return pages, failed


def _notes(pages: list[str], failed: list[int]) -> tuple[Note, ...]:
    notes: list[Note] = []
    empty = [n for n, page in enumerate(pages, 1) if not page.strip() and n not in failed]
    if empty:
        which = "Page" if len(empty) == 1 else "Pages"
        verb = "has" if len(empty) == 1 else "have"
        notes.append(
            Note(
                "pages-without-text",
                f"{which} {number_ranges(empty)} of {len(pages)} {verb} no text layer.",
            )
        )
    if failed:
        pages_named = "page" if len(failed) == 1 else "pages"
        notes.append(
            Note(
                "pages-unreadable", f"Damaged and left out: {pages_named} {number_ranges(failed)}."
            )
        )
    return tuple(notes)


def read_pdf(data: bytes, name: str) -> Document:
    """Read the text layer of a PDF.

    Args:
        data: the file.
        name: its name, for sentences.

    Returns:
        The text with the lines of the page, an empty line between pages, and where each
        page starts; pages without text are named in a note.

    Raises:
        UnreadableFile: it is damaged, cut short, encrypted, or has no text on any page.
    """
    if b"%%EOF" not in data[-_END_MARK_WITHIN:]:
        raise UnreadableFile(
            f"“{name}” was cut short: the end of the PDF is missing.",
            hint="Download or copy it again.",
            slug="damaged-file",
        )
    with ONE_AT_A_TIME:
        pdf = open_pdf(data, name)
        try:
            pages, failed = _pages(pdf, name)
            title = str(pdf.get_metadata_value("Title")).replace("\0", "").strip()
        finally:
            pdf.close()
    if not any(page.strip() for page in pages):
        raise UnreadableFile(
            f"“{name}” has no text layer: {counted(len(pages), 'page')} of pictures of text.",
            hint="Run text recognition (OCR) on it, for example with ocrmypdf, and add the result.",
            slug="no-text-layer",
        )
    starts: list[int] = []
    at = 0
    for page in pages:
        starts.append(at)
        at += len(page) + 2
    return Document(
        checked_text("\n\n".join(pages), name),
        "pdf",
        title=title or None,
        page_starts=tuple(starts),
        notes=_notes(pages, failed),
    )
