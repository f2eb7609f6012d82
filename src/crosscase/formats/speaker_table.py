"""Tables inside documents: a transcript laid out in two columns, or any other table.

Many transcribers put speakers in one column and words in the other. Such a table is
told by its first column: short labels, no sentences, and at least one said twice
(or a header that says it is the speaker).
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.formats.text_writer import TextWriter

__all__ = ["has_speaker_column", "write_table"]

_LONGEST_LABEL = 40
_MOST_LABEL_WORDS = 5
_HEADER_WORDS = frozenset(
    ("speaker", "speakers", "who", "name", "participant", "voice", "person", "interlocutor")
)


def _is_header(row: Sequence[str]) -> bool:
    return _label(row[0]).casefold() in _HEADER_WORDS


def _label(cell: str) -> str:
    return cell.strip().rstrip(":").rstrip()


def _is_label(cell: str) -> bool:
    label = _label(cell)
    return (
        0 < len(label) <= _LONGEST_LABEL
        and len(label.split()) <= _MOST_LABEL_WORDS
        and "\n" not in label
        and any(character.isalpha() for character in label)
        and not label.endswith((".", "?", "!", ",", ";"))
    )


def has_speaker_column(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a two-column table reads as a transcript: labels left, words right."""
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows or any(len(row) != 2 for row in rows):
        return False
    headed = _is_header(rows[0])
    body = rows[1:] if headed else rows
    labels = [row[0] for row in body if row[0].strip()]
    if not labels or not body[0][0].strip() or not all(_is_label(label) for label in labels):
        return False
    if headed:
        return True
    words_left = sum(len(row[0].split()) for row in body)
    words_right = sum(len(row[1].split()) for row in body)
    distinct = {_label(label).casefold() for label in labels}
    return len(body) >= 2 and len(distinct) < len(labels) and words_right > words_left


def write_table(writer: TextWriter, rows: Sequence[Sequence[str]]) -> None:
    """Write a table: as speech where it is a transcript, else a line a row, tabs between.

    Args:
        writer: where the lines go.
        rows: the cells of each row, as text; a cell may hold several lines.
    """
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not has_speaker_column(rows):
        for row in rows:
            writer.line("\t".join(" ".join(cell.split("\n")) for cell in row))
        return
    speaker = ""
    for position, row in enumerate(rows):
        if position == 0 and _is_header(row):
            writer.line("\t".join(row))
            continue
        words = row[1].strip("\n")
        if row[0].strip():
            speaker = _label(row[0])
            writer.speech(speaker, words)
        else:
            writer.continued_speech(speaker, words, "\n")
