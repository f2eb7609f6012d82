"""One page of a PDF as it is looked at: its size, and where each word of its text stands on it."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from crosscase.errors import NotFound, UnreadableFile
from crosscase.formats.pdf import ONE_AT_A_TIME, SPACES_AT_LINE_END, open_pdf, page_text

__all__ = ["PageWord", "PdfPage", "read_pdf_page"]

_CR, _NUL = re.compile(r"\r(?=\n)"), re.compile(r"\0")
# A run without white space; in writing without spaces each character, so that one can be hit.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\s\u3040-\u30ff"
                   r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")  # fmt: skip
_FINE = 1_000_000


class PageWord(NamedTuple):
    """A word (or the part of it on one line): its offsets in the page's text, and its box.

    The box is left, top, width and height as parts of the page as it is shown.
    """

    start_char: int
    end_char: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page: its size in points as it is shown, its text as reading gives it, its words."""

    width: float
    height: float
    text: str
    words: tuple[PageWord, ...]


def read_pdf_page(data: bytes, name: str, page: int) -> PdfPage:
    """Read one page (counted from 1); NotFound when there is none, UnreadableFile when damaged."""
    import pypdfium2

    with ONE_AT_A_TIME:
        pdf = open_pdf(data, name)
        try:
            if not 1 <= page <= len(pdf):
                raise NotFound(
                    f"“{name}” has no page {page}; it has {len(pdf)}.", slug="no-such-page"
                )
            shown = pdf[page - 1]
            try:
                layer = shown.get_textpage()
                width, height = shown.get_size()
                raw = layer.get_text_range()
                text, places = _with_places(raw)
                words = tuple(_words(shown, layer, raw, text, places))
                layer.close()
            finally:
                shown.close()
        except (pypdfium2.PdfiumError, ValueError, OverflowError, AssertionError) as error:
            raise UnreadableFile(
                f"Page {page} of “{name}” is damaged.", slug="damaged-page"
            ) from error
        finally:
            pdf.close()
    return PdfPage(width, height, text, words)


def _with_places(raw: str) -> tuple[str, list[int]]:
    """The page's text, and for each of its characters its place in what PDFium gave.

    The same steps as in reading, one after another; no places where they would not agree.
    """
    text, places = raw, list(range(len(raw)))
    for pattern in (_CR, _NUL, SPACES_AT_LINE_END):
        if pattern is _NUL:
            text = text.replace("\r", "\n")
        gone = {at for found in pattern.finditer(text) for at in range(*found.span())}
        if gone:
            places = [place for at, place in enumerate(places) if at not in gone]
            text = "".join(each for at, each in enumerate(text) if at not in gone)
    blank = len(text) - len(text.lstrip("\n"))
    kept = text.strip("\n")
    right = page_text(raw)
    return right, places[blank : blank + len(kept)] if len(kept) == len(right) else []


def _words(page: Any, layer: Any, raw: str, text: str, places: list[int]) -> Iterator[PageWord]:
    """The words whose characters can be found on the page, in the order of the text."""
    if not places:
        return
    from pypdfium2 import raw as pdfium

    chars = _chars_of(pdfium, layer, raw)
    for found in _WORD.finditer(text):
        start, box = found.start(), None
        for at in range(*found.span()):
            here = _char_box(pdfium, layer, chars[places[at]])
            if here is None:
                continue
            if box is not None and (here[3] <= box[1] or here[1] >= box[3]):
                # The word goes on in another line, as after a hyphen.
                yield _placed(pdfium, page, start, at, box)
                start, box = at, None
            box = here if box is None else _joined(box, here)
        if box is not None:
            yield _placed(pdfium, page, start, found.end(), box)


def _chars_of(pdfium: Any, layer: Any, raw: str) -> list[int]:
    """The number on the page of each character: PDFium counts UTF-16, and passes over some."""
    found, unit = [], 0
    for each in raw:
        found.append(int(pdfium.FPDFText_GetCharIndexFromTextIndex(layer, unit)))
        unit += 2 if ord(each) > 0xFFFF else 1
    return found


_Box = tuple[float, float, float, float]


def _char_box(pdfium: Any, layer: Any, index: int) -> _Box | None:
    """Left, bottom, right and top of a character; None for one that is not drawn."""
    if index < 0 or pdfium.FPDFText_IsGenerated(layer, index) == 1:
        return None
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(layer, index, rect):
        return None
    left, right = sorted((rect.left, rect.right))
    bottom, top = sorted((rect.bottom, rect.top))
    return None if right <= left or top <= bottom else (left, bottom, right, top)


def _joined(one: _Box, other: _Box) -> _Box:
    return (
        min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]),
    )  # fmt: skip


def _placed(pdfium: Any, page: Any, start: int, end: int, box: _Box) -> PageWord:
    """The word with its box as parts of the page as it is shown: turned and cut as it says."""
    ends = [_on_screen(pdfium, page, *box[:2]), _on_screen(pdfium, page, *box[2:])]
    xs, ys = sorted(x for x, _ in ends), sorted(y for _, y in ends)
    left, top = max(0.0, xs[0]), max(0.0, ys[0])
    right, bottom = min(1.0, xs[1]), min(1.0, ys[1])
    return PageWord(
        start, end, left, top, round(max(0.0, right - left), 6), round(max(0.0, bottom - top), 6)
    )


def _on_screen(pdfium: Any, page: Any, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, x, y, across, down)
    return across.value / _FINE, down.value / _FINE
