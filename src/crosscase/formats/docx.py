"""Word documents (.docx), in the order a reader meets their words."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from crosscase.errors import UnreadableFile
from crosscase.formats.archive import MAX_XML_BYTES, open_archive
from crosscase.formats.document import Document, Note, checked_text
from crosscase.formats.speaker_table import write_table
from crosscase.formats.text_writer import TextWriter
from crosscase.formats.xml_tree import refuse_document_type
from crosscase.model.counted import counted

__all__ = ["heading_levels", "paragraph_level", "read_docx"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PASS_THROUGH = frozenset(
    f"{_W}{tag}"
    for tag in (
        *("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink"),
        *("fldSimple", "r", "dir", "bdo", "ruby", "rubyBase"),
    )
)
_CHARACTERS = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_COUNTED = {
    f"{_W}footnoteReference": "footnotes",
    f"{_W}endnoteReference": "footnotes",
    f"{_W}commentReference": "comments",
    f"{_W}del": "deletions",
    f"{_W}moveFrom": "deletions",
}
_HEADING_STYLE = re.compile(r"heading ([1-9])", re.IGNORECASE)


@dataclass(slots=True)
class _Reading:
    """What one walk through a document gathers."""

    levels: dict[str, int]
    writer: TextWriter = field(default_factory=TextWriter)
    left_out: dict[str, int] = field(default_factory=dict)
    text_boxes: list[Any] = field(default_factory=list)
    unfinished: str = ""


def heading_levels(styles: Any) -> dict[str, int]:
    """The heading level of each paragraph style that has one, its own or inherited."""
    own: dict[str, int] = {}
    parents: dict[str, str] = {}
    for style in styles.iterchildren(f"{_W}style"):
        style_id = style.get(f"{_W}styleId") or ""
        called = style.find(f"{_W}name")
        written = _HEADING_STYLE.fullmatch((called.get(f"{_W}val") or "") if len(style) else "")
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        if written:
            own[style_id] = int(written[1])
        elif outline is not None and (outline.get(f"{_W}val") or "").isdecimal():
            own[style_id] = int(outline.get(f"{_W}val")) + 1
        elif called is not None and (called.get(f"{_W}val") or "").casefold() == "title":
            own[style_id] = 1
        based_on = style.find(f"{_W}basedOn")
        if based_on is not None:
            parents[style_id] = based_on.get(f"{_W}val") or ""
    levels: dict[str, int] = {}
    for style_id in {*own, *parents}:
        at, seen = style_id, set[str]()
        while at not in own and at in parents and at not in seen:
            seen.add(at)
            at = parents[at]
        if own.get(at, 10) <= 9:  # outline level 10 is Word's way to say "body text"
            levels[style_id] = own[at]
    return levels


def _pieces(element: Any, reading: _Reading) -> Iterator[str]:
    for child in element.iterchildren(tag="*"):
        tag = child.tag
        if tag == f"{_W}t":
            yield "".join(child.itertext())
        elif tag in _CHARACTERS:
            yield _CHARACTERS[tag]
        elif tag == f"{_W}br":
            # A page break inside a paragraph ends no line of text.
            yield "" if child.get(f"{_W}type") in ("page", "column") else "\n"
        elif tag == f"{_W}sym":
            point = int(child.get(f"{_W}char") or "0", 16)
            # Symbol fonts map characters to U+F000 and up: which sign is meant is not known.
            yield chr(point) if 0x20 <= point < 0xD800 else "\ufffd"
        elif tag in _COUNTED:
            what = _COUNTED[tag]
            reading.left_out[what] = reading.left_out.get(what, 0) + 1
        elif tag == f"{_MC}AlternateContent":
            choice = child.find(f"{_MC}Choice")
            yield from _pieces(child if choice is None else choice, reading)
        elif tag in (f"{_W}drawing", f"{_W}pict", f"{_W}object"):
            reading.text_boxes.extend(child.iter(f"{_W}txbxContent"))
        elif tag in _PASS_THROUGH or tag == f"{_MC}Fallback":
            yield from _pieces(child, reading)


def paragraph_level(paragraph: Any, levels: dict[str, int]) -> int | None:
    """The level of a paragraph that is a heading, by its own outline or its style's."""
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return None
    outline = properties.find(f"{_W}outlineLvl")
    if outline is not None and (outline.get(f"{_W}val") or "") in "012345678":
        return int(outline.get(f"{_W}val") or 0) + 1
    style = properties.find(f"{_W}pStyle")
    return None if style is None else levels.get(style.get(f"{_W}val") or "")


def _paragraph(paragraph: Any, reading: _Reading) -> None:
    words = reading.unfinished + "".join(_pieces(paragraph, reading))
    reading.unfinished = ""
    if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
        # The end of this paragraph is itself a tracked deletion: it runs on into the next.
        reading.unfinished = words
    elif (level := paragraph_level(paragraph, reading.levels)) is not None:
        reading.writer.heading(words, level)
    else:
        reading.writer.line(words)
    boxes, reading.text_boxes = reading.text_boxes, []
    for box in boxes:
        _blocks(box, reading)


def _rows(table: Any, reading: _Reading) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is not table:
            continue  # a table in a cell is part of that cell's words
        cells: list[str] = []
        for cell in row.iter(f"{_W}tc"):
            if next(cell.iterancestors(f"{_W}tr")) is not row:
                continue
            inner = _Reading({}, left_out=reading.left_out)
            _blocks(cell, inner)
            cells.append(inner.writer.text())
        rows.append(cells)
    return rows


def _blocks(container: Any, reading: _Reading) -> None:
    for child in container.iterchildren(tag="*"):
        if child.tag == f"{_W}p":
            _paragraph(child, reading)
        elif child.tag == f"{_W}tbl":
            write_table(reading.writer, _rows(child, reading))
        elif child.tag in _PASS_THROUGH:
            _blocks(child, reading)
    if reading.unfinished:
        reading.writer.line(reading.unfinished)
        reading.unfinished = ""


def _notes(left_out: dict[str, int], text: str) -> tuple[Note, ...]:
    said = (
        ("footnotes", "footnote"),
        ("comments", "reviewer comment"),
        ("deletions", "tracked deletion"),
    )
    notes = [
        Note(
            f"{what}-left-out",
            f"{counted(left_out[what], word)} {'was' if left_out[what] == 1 else 'were'} left out.",
        )
        for what, word in said
        if what in left_out
    ]
    if "\ufffd" in text:
        count = text.count("\ufffd")
        notes.append(
            Note(
                "characters-unreadable",
                f"Shown as \ufffd: {counted(count, 'sign')} of symbol fonts.",
            )
        )
    return tuple(notes)


def _read(data: bytes, name: str) -> Document:
    from docx import Document as open_docx

    file = open_docx(io.BytesIO(data))
    body = file.element.body
    refuse_document_type(body, name)
    styles = file.styles.element
    reading = _Reading(heading_levels(styles))
    _blocks(body, reading)
    language = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang")
    text = checked_text(reading.writer.text(), name)
    return Document(
        text,
        "docx",
        title=(file.core_properties.title or "").strip() or None,
        language=None if language is None else language.get(f"{_W}val"),
        headings=tuple(reading.writer.headings),
        labelled=tuple(reading.writer.labelled),
        notes=_notes(reading.left_out, text),
    )


def read_docx(data: bytes, name: str) -> Document:
    """Read the words of a Word document.

    Args:
        data: the file.
        name: its name, for sentences.

    Returns:
        A paragraph a line; headings by style; a two-column table of speakers and words as
        labelled speech, other tables as lines with tabs. Tracked insertions are kept;
        deletions, footnotes and comments are left out with a note.

    Raises:
        UnreadableFile: it is damaged, cut short, encrypted, empty or harmful.
    """
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError
    from lxml import etree

    with open_archive(data, name) as archive:
        parts = [p for p in archive.infolist() if p.filename.endswith((".xml", ".rels"))]
        if any(part.file_size > MAX_XML_BYTES for part in parts):
            raise UnreadableFile(
                f"The text of “{name}” is over 100 MB.",
                hint="Split it into several documents.",
                slug="file-too-large",
            )
    trouble = (
        *(PythonDocxError, OpcError, etree.LxmlError, zlib.error, RecursionError, OSError),
        *(LookupError, ValueError, TypeError, AttributeError, AssertionError, StopIteration),
    )
    try:
        return _read(data, name)
    except trouble as error:
        raise UnreadableFile(
            f"“{name}” is damaged, or not the kind of Word document that crosscase reads.",
            hint="Open it in Word or LibreOffice and save it as a Word document (.docx).",
            slug="damaged-file",
        ) from error
