"""OpenDocument texts (.odt and the single-file .fodt), in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crosscase.errors import UnreadableFile
from crosscase.formats.archive import open_archive, read_member
from crosscase.formats.document import Document, Note, checked_text
from crosscase.formats.speaker_table import write_table
from crosscase.formats.text_writer import TextWriter
from crosscase.formats.xml_tree import parse_xml

__all__ = ["read_flat_odt", "read_odt"]

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE = f"{{{_NS}text:1.0}}", f"{{{_NS}table:1.0}}", f"{{{_NS}office:1.0}}"
_DRAW, _FO = f"{{{_NS}drawing:1.0}}", f"{{{_NS}xsl-fo-compatible:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MOST_SPACES = 10_000
_MOST_REPEATED_CELLS = 100
_LEFT_OUT = {
    f"{_TEXT}note": ("footnotes-left-out", "footnote(s) were left out"),
    f"{_OFFICE}annotation": ("comments-left-out", "reviewer comment(s) were left out"),
}
_SKIPPED = frozenset(
    (
        *(f"{_TEXT}tracked-changes", f"{_TEXT}sequence-decls", f"{_TEXT}variable-decls"),
        *(f"{_TEXT}user-field-decls", f"{_TEXT}ruby-text", f"{_OFFICE}forms"),
        f"{_OFFICE}binary-data",
    )
)
_BOXES = frozenset((f"{_DRAW}frame", f"{_DRAW}custom-shape"))
_BLOCKS = frozenset((f"{_TEXT}p", f"{_TEXT}h"))


def _number(element: Any, attribute: str, most: int) -> int:
    written = element.get(attribute) or ""
    return min(int(written[:9]), most) if written.isdecimal() else 1


class _Walk:
    """One walk through the body of a text."""

    def __init__(self) -> None:
        self.writer = TextWriter()
        self.left_out: dict[str, int] = {}
        self._boxes: list[Any] = []

    def _pieces(self, element: Any) -> Iterator[str]:
        # OpenDocument collapses runs of white space; what is meant stands in elements.
        yield element.text or ""
        for child in element.iterchildren():
            tag = child.tag
            if tag == f"{_TEXT}s":
                yield "\x00" * _number(child, f"{_TEXT}c", _MOST_SPACES)
            elif tag == f"{_TEXT}tab":
                yield "\x01"
            elif tag == f"{_TEXT}line-break":
                yield "\x02"
            elif tag in _LEFT_OUT:
                self.left_out[tag] = self.left_out.get(tag, 0) + 1
            elif tag in _BOXES:
                self._boxes.append(child)
            elif isinstance(tag, str) and tag not in _SKIPPED:
                yield from self._pieces(child)
            yield child.tail or ""

    def _words(self, element: Any) -> str:
        raw = "".join(self._pieces(element))
        collapsed = " ".join(part for part in raw.replace("\n", " ").split(" ") if part)
        return collapsed.translate({0: " ", 1: "\t", 2: "\n"})

    def blocks(self, container: Any) -> None:
        """Write the paragraphs, headings and tables of a container, in order."""
        for child in container.iterchildren():
            tag = child.tag
            if tag in _BLOCKS:
                words = self._words(child)
                if tag == f"{_TEXT}h":
                    self.writer.heading(words, _number(child, f"{_TEXT}outline-level", 9))
                else:
                    self.writer.line(words)
                boxes, self._boxes = self._boxes, []
                for box in boxes:
                    self.blocks(box)
            elif tag == f"{_TABLE}table":
                write_table(self.writer, self._rows(child))
            elif tag in _LEFT_OUT:
                self.left_out[tag] = self.left_out.get(tag, 0) + 1
            elif tag in _BOXES or (isinstance(tag, str) and tag not in _SKIPPED):
                self.blocks(child)

    def _rows(self, table: Any) -> list[list[str]]:
        rows: list[list[str]] = []
        for row in table.iter(f"{_TABLE}table-row"):
            if next(row.iterancestors(f"{_TABLE}table")) is not table:
                continue  # a table in a cell is part of that cell's words
            cells: list[str] = []
            for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                inner = _Walk()
                inner.left_out = self.left_out
                inner.blocks(cell)
                times = _number(cell, f"{_TABLE}number-columns-repeated", _MOST_REPEATED_CELLS)
                cells.extend([inner.writer.text()] * times)
            rows.append(cells)
        return rows

    def notes(self, content: Any) -> tuple[Note, ...]:
        """What was left out on the way."""
        notes = [
            Note(slug, f"{self.left_out[tag]} {words}.")
            for tag, (slug, words) in _LEFT_OUT.items()
            if tag in self.left_out
        ]
        deletions = sum(1 for _ in content.iter(f"{_TEXT}deletion"))
        if deletions:
            notes.append(
                Note("deletions-left-out", f"{deletions} tracked deletion(s) were left out.")
            )
        return tuple(notes)


def _language(styles: Any) -> str | None:
    for properties in styles.iter(f"{{{_NS}style:1.0}}text-properties"):
        language, country = properties.get(f"{_FO}language"), properties.get(f"{_FO}country")
        if language and language != "none":
            return f"{language}-{country}" if country and country != "none" else str(language)
    return None


def _document(content: Any, styles: Any, meta: Any, name: str) -> Document:
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise UnreadableFile(
            f"“{name}” is an OpenDocument file, but not a text.",
            hint="For a spreadsheet, import it as a table; else save its text as .odt.",
            slug="unsupported-format",
        )
    walk = _Walk()
    try:
        walk.blocks(body)
    except RecursionError as error:
        raise UnreadableFile(f"“{name}” is nested too deeply.", slug="damaged-file") from error
    said = {
        tag: None if meta is None else meta.find(f".//{_DC}{tag}") for tag in ("title", "language")
    }
    title, language = (
        None if found is None else (found.text or "").strip() or None for found in said.values()
    )
    if language is None and styles is not None:
        language = _language(styles)
    return Document(
        checked_text(walk.writer.text(), name),
        "odt",
        title=title,
        language=language,
        headings=tuple(walk.writer.headings),
        labelled=tuple(walk.writer.labelled),
        notes=walk.notes(content),
    )


def read_odt(data: bytes, name: str) -> Document:
    """Read the words of an OpenDocument text.

    Args:
        data: the file.
        name: its name, for sentences.

    Returns:
        A paragraph a line, headings, and tables as ``read_docx`` gives them; tracked
        deletions, footnotes and comments are left out with a note.

    Raises:
        UnreadableFile: it is damaged, cut short, encrypted, empty or harmful.
    """
    with open_archive(data, name) as archive:
        if b"encryption-data" in (read_member(archive, "META-INF/manifest.xml", name) or b""):
            raise UnreadableFile(
                f"“{name}” is encrypted.",
                hint="Open it with its password and save it without one.",
                slug="encrypted-file",
            )
        parts = [read_member(archive, f"{m}.xml", name) for m in ("content", "styles", "meta")]
    if parts[0] is None:
        raise UnreadableFile(f"“{name}” is damaged: its text is missing.", slug="damaged-file")
    content, styles, meta = (None if part is None else parse_xml(part, name) for part in parts)
    return _document(content, styles, meta, name)


def read_flat_odt(data: bytes, name: str) -> Document:
    """Read an OpenDocument text that is one XML file (.fodt); see ``read_odt``.

    Raises:
        UnreadableFile: it is damaged, empty or harmful.
    """
    root = parse_xml(data, name)
    return _document(root, root, root.find(f"{_OFFICE}meta"), name)
