"""What a rendered Word document still needs once pandoc wrote it: ids, whole rows, its paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crosscase.report.manuscripts.carried_checks import CarriedCheck, carry
from crosscase.report.manuscripts.word_package import WordPackage
from crosscase.report.manuscripts.word_reading import OUR_TABLE
from crosscase.report.word_elements import W, sub

__all__ = ["finished_word"]

# A4 with margins of an inch, in twentieths of a point.
_A4 = {"w": 11_906, "h": 16_838}
_MARGIN = {"top": 1440, "right": 1440, "bottom": 1440, "left": 1440, "header": 708, "footer": 708,
           "gutter": 0}  # fmt: skip
_LETTER = ("en-us", "en-ca", "es-mx", "fr-ca")


def finished_word(data: bytes, carried: Sequence[CarriedCheck], language: str) -> bytes:
    """The document with its checks and ids, rows that stay on one page, and A4 outside America.

    What a document of the author's (``reference-doc``) says of its paper is kept.
    """
    package = WordPackage.open(data, "rendered.docx")
    carry(package, carried)
    body = package.tree(package.main)
    _mark_tables(body)
    for row in body.iter(f"{W}tr"):
        _keep_whole(row)
    if language.casefold() not in _LETTER:
        for section in body.iter(f"{W}sectPr"):
            _on_a4(section)
    return package.to_bytes()


def _mark_tables(body: Any) -> None:
    """Bookmarks in the table and in each paragraph above and below, not one round them all.

    That one would not survive other programs.
    """
    signs = list(body.iter(f"{W}bookmarkStart"))
    number = max((int(each.get(f"{W}id") or 0) for each in signs), default=0)
    for opened in signs:
        name = opened.get(f"{W}name") or ""
        if not name.startswith(OUR_TABLE):
            continue
        within: list[Any] = []
        for each in opened.itersiblings():
            if each.tag == f"{W}bookmarkEnd" and each.get(f"{W}id") == opened.get(f"{W}id"):
                each.getparent().remove(each)
                break
            first = next(each.iter(f"{W}p"), None)
            within += [] if first is None else [first]
        opened.getparent().remove(opened)
        for count, paragraph in enumerate(within, 1):
            number += 1
            start = paragraph.makeelement(f"{W}bookmarkStart")
            start.set(f"{W}id", str(number))
            start.set(f"{W}name", f"{name}__{count}")
            look = paragraph.find(f"{W}pPr")
            paragraph.insert(0 if look is None else 1, start)
            sub(paragraph, "bookmarkEnd", id=number)


def _keep_whole(row: Any) -> None:
    look = row.find(f"{W}trPr")
    if look is None:
        look = row.makeelement(f"{W}trPr")
        before = row.find(f"{W}tblPrEx")
        row.insert(0 if before is None else 1, look)
    if look.find(f"{W}cantSplit") is None:
        look.insert(0, look.makeelement(f"{W}cantSplit"))


def _on_a4(section: Any) -> None:
    if section.find(f"{W}pgSz") is not None:
        return
    page, margin = section.makeelement(f"{W}pgSz"), section.makeelement(f"{W}pgMar")
    for made, told in ((page, _A4), (margin, _MARGIN)):
        for name, value in told.items():
            made.set(f"{W}{name}", str(value))
    before = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")
    at = sum(each.tag in {f"{W}{name}" for name in before} for each in section)
    section.insert(at, page)
    if section.find(f"{W}pgMar") is None:
        section.insert(at + 1, margin)
