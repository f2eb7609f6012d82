"""Whether a workbook can be laid out in memory; asked before it is opened."""

from __future__ import annotations

import io
import re
from typing import Any

from crosscase.errors import UnreadableFile
from crosscase.formats.archive import open_archive, read_member

__all__ = ["damaged_workbook", "refuse_giant_workbook"]

_MOST_CELLS = 20_000_000
_NO_SHEETS = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", "/")
_BYTES_OF_A_CELL = 10
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


def damaged_workbook(name: str) -> UnreadableFile:
    """The error for a workbook that cannot be read."""
    return UnreadableFile(
        f"“{name}” is damaged, or not a spreadsheet that crosscase reads.",
        hint="Open it in Excel or LibreOffice and save it as .xlsx, or as csv.",
        slug="damaged-file",
    )


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


class _Extent:
    """How far the cells of a sheet reach, and whether a part's counts can be true."""

    def __init__(self, most_here: int, most_used: int) -> None:
        self._most_here = most_here
        self._most_used = most_used  # the list of texts counts how often all sheets use them
        self._rows_met = 0
        self.rows = 0
        self.columns = 0
        self.is_true = True

    def see_start(self, element: Any) -> None:
        """Check what an element states about the number of things in it."""
        for attribute in ("count", "uniqueCount"):
            stated = (element.get(attribute) or "").strip().lstrip("+")
            of_texts = attribute == "count" and element.tag.endswith("sst")
            most = self._most_used if of_texts else self._most_here
            if stated.isdecimal() and (len(stated) > 12 or int(stated) > most):
                self.is_true = False

    def see_row(self, row: Any) -> None:
        """Take in a whole row."""
        self._rows_met += 1
        filled = [cell for cell in row if len(cell)]  # others only have a style
        if not filled:
            return
        written = [cell.get("r") for cell in filled if cell.get("r") is not None]
        places = [_PLACE.fullmatch(place) for place in written]
        at = _PLACE.fullmatch(f"A{row.get('r') or self._rows_met}")
        for place in (at, *places):
            if place is None:
                self.is_true = False
            else:
                self.rows = max(self.rows, self._rows_met, int(place[2]))
                self.columns = max(self.columns, len(row), _number(place[1]))


def _extent(xml: bytes, all_bytes: int) -> _Extent:
    from lxml import etree

    extent = _Extent(len(xml), all_bytes // _BYTES_OF_A_CELL)
    walk = etree.iterparse(
        io.BytesIO(xml),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
    )
    for event, element in walk:
        if event == "start":
            if element.attrib:
                extent.see_start(element)
        elif element.tag.endswith(("}row", "}si")) or element.tag in ("row", "si"):
            if element.tag.endswith("row"):
                extent.see_row(element)
            element.clear()
    return extent


def refuse_giant_workbook(data: bytes, name: str) -> None:
    """Refuse workbooks that would fill the memory: by stray cells or by untrue counts.

    The library lays out the whole rectangle of a sheet and sets aside memory for as many
    things as a part states; a process that cannot have its memory is ended at once.
    """
    from lxml import etree

    with open_archive(data, name) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            raise damaged_workbook(name)
        all_bytes = sum(member.file_size for member in archive.infolist())
        for member in archive.namelist():
            if member.casefold().endswith(_NO_SHEETS):
                continue
            xml = read_member(archive, member, name) or b""
            try:
                extent = _extent(xml, all_bytes)
            except etree.LxmlError as error:
                if member.casefold().endswith((".xml", ".rels")):
                    raise damaged_workbook(name) from error
                continue
            if not extent.is_true:
                raise damaged_workbook(name)
            if extent.rows * extent.columns > _MOST_CELLS:
                raise UnreadableFile(
                    f"A sheet of “{name}” reaches over {extent.rows:,} rows and "
                    f"{extent.columns:,} columns.",
                    hint="Delete stray cells far below or right of the table and save it anew.",
                    slug="file-too-large",
                )
