"""Plain text files."""

from __future__ import annotations

from crosscase.formats.decoding import decode
from crosscase.formats.document import Document, checked_text

__all__ = ["read_text"]


def read_text(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Read a plain text.

    Args:
        data: the file.
        name: its name, for sentences.
        encoding: its encoding when known; else UTF-8, else a guess with a note.

    Returns:
        The words as they stand, with line feeds as line ends.

    Raises:
        UnreadableFile: it is empty, no text, or cannot be decoded.
    """
    decoded = decode(data, name, encoding)
    return Document(
        checked_text(decoded.text, name),
        "text",
        encoding=decoded.encoding,
        notes=decoded.notes,
    )
