"""The words of a text in a MAXQDA file, where they can be read, and where its codings lie in them.

MAXQDA locks the words of its newer files. What stays readable is how each coded passage begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosscase.errors import UnreadableFile
from crosscase.formats.decoding import decode
from crosscase.formats.foreign_sqlite import Cell
from crosscase.formats.refi_qda.offsets import CountedText, Marked, infer_convention
from crosscase.formats.rtf import read_rtf

__all__ = ["MexText", "Spot", "is_locked", "text_of_cell", "text_of_passages", "text_of_words"]

_LOCK = b"*ENC*"
_RTF = b"{\\rtf"
_SHIFTS = (0, -1)
_Range = tuple[int | None, int | None]


def is_locked(cell: Cell) -> bool:
    """Whether a cell holds words that only MAXQDA can read."""
    if isinstance(cell, str):
        return cell.startswith(_LOCK.decode())
    return isinstance(cell, bytes) and cell.startswith(_LOCK)


def text_of_cell(cell: Cell, name: str) -> str | None:
    """The words in a cell: as text, as bytes of UTF-16 or UTF-8, or as RTF; None if there are none.

    ``name`` is the file's, for sentences.
    """
    if cell is None or is_locked(cell):
        return None
    if isinstance(cell, str):
        data = cell.encode("utf-8", "replace")
    elif isinstance(cell, bytes):
        data = cell
    else:
        return str(cell)
    try:
        if data.lstrip(b"\xef\xbb\xbf").startswith(_RTF):
            return read_rtf(data, name).text
        return _decoded(data, name).replace("\0", "\N{REPLACEMENT CHARACTER}")
    except UnreadableFile:
        return None


def _decoded(data: bytes, name: str) -> str:
    """Bytes of words: MAXQDA writes UTF-16, with or without its mark."""
    zeros = data[1:200:2].count(0)
    if len(data) % 2 == 0 and (data[:2] == b"\xff\xfe" or 2 * zeros > len(data[1:200:2])):
        return data.decode("utf-16-le", "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        pass
    if len(data) % 2 == 0:
        try:
            return data.decode("utf-16-le")
        except UnicodeDecodeError:
            pass
    return decode(data, name).text


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a passage lies as MAXQDA counts, and how it begins."""

    start: int | None
    end: int | None
    begins: str


@dataclass(frozen=True, slots=True)
class MexText:
    """The words of a text, the place of each of its passages in them, and how many read otherwise.

    ``is_whole``: all words, not only those of coded passages.
    """

    words: str
    places: tuple[tuple[int, int] | None, ...]
    differing: int = 0
    is_whole: bool = True


def text_of_words(words: str, spots: Sequence[Spot]) -> MexText:
    """A text that can be read: whether its first character is 0 or 1 shows in the passages."""
    text = CountedText(words)
    shift = max(_SHIFTS, key=lambda each: _agreeing(text, spots, each))
    places = tuple(
        None if each.start is None or each.end is None else (each.start + shift, each.end + shift)
        for each in spots
    )
    noted = sum(_is_placed(each) and bool(each.begins.strip()) for each in spots)
    return MexText(words, places, noted - _agreeing(text, spots, shift))


def _agreeing(text: CountedText, spots: Sequence[Spot], shift: int) -> int:
    """How many passages begin in the text as they are noted, however characters are counted."""
    marks = [
        Marked(each.start + shift, each.end + shift, " ".join(each.begins.split()))
        for each in spots
        if each.start is not None and each.end is not None and each.begins.strip()
    ]
    convention = infer_convention([(text, marks)], None).convention
    found = 0
    for mark in marks:
        start, end = text.position(mark.start, convention), text.position(mark.end, convention)
        if start is not None and end is not None:
            inside = " ".join(text.text[start:end].split())
            found += inside.startswith(mark.name or "")
    return found


def text_of_passages(spots: Sequence[Spot]) -> MexText:
    """A text of which only coded passages can be read: how each begins, a line each, in order."""
    lines: dict[_Range, str] = {}
    for spot in spots:
        begins = " ".join(spot.begins.split())
        if _is_placed(spot) and begins:
            lines.setdefault((spot.start, spot.end), begins)
    order = sorted(lines, key=lambda each: (each[0] or 0, each[1] or 0))
    at, places = 0, dict[_Range, tuple[int, int]]()
    for place in order:
        places[place] = (at, at + len(lines[place]))
        at += len(lines[place]) + 1
    found = tuple(places.get((each.start, each.end)) for each in spots)
    return MexText("\n".join(lines[each] for each in order), found, is_whole=False)


def _is_placed(spot: Spot) -> bool:
    return spot.start is not None and spot.end is not None
