"""Reading Word files back, as tests look at them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.document import Document as OpenDocument

from crosscase.report.document import Document

__all__ = ["W", "commented_words", "opened", "shown_text"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(made: Document) -> OpenDocument:
    """The written document, opened again."""
    return docx.Document(BytesIO(made.to_bytes()))


def commented_words(document: OpenDocument) -> dict[int, str]:
    """By the number of each comment the words between its start and its end."""
    words: dict[int, str] = {}
    open_: set[int] = set()
    body: Any = document.element.body
    for each in body.iter():
        match each.tag.removeprefix(W):
            case "commentRangeStart":
                open_.add(int(each.get(f"{W}id")))
                words[int(each.get(f"{W}id"))] = ""
            case "commentRangeEnd":
                open_.remove(int(each.get(f"{W}id")))
            case "t" | "tab" | "br" as kind if each.getparent().tag == f"{W}r":
                said = each.text or "" if kind == "t" else "\t" if kind == "tab" else "\n"
                for number in open_:
                    words[number] += said
    assert not open_
    return words


def shown_text(document: OpenDocument) -> str:
    """All words: of paragraphs and of tables, in their order."""
    body: Any = document.element.body
    return "\n".join(
        "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        for paragraph in body.iter(f"{W}p")
    )
