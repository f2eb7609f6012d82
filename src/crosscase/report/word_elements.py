"""The elements of a Word document, made in bulk with lxml; python-docx keeps the package."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from typing import Any

from lxml import etree

from crosscase.report.pieces import Words
from crosscase.report.word_text import is_right_to_left, safe_text

__all__ = ["W", "add_field", "add_paragraph", "add_run", "add_words", "sub"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = re.compile("([\t\n])")


def sub(parent: Any, name: str, **attributes: object) -> Any:
    """A child element in Word's namespace; so are its attributes."""
    made = etree.SubElement(parent, W + name)
    for key, value in attributes.items():
        made.set(W + key, str(value))
    return made


def add_paragraph(
    parent: Any,
    words: str | Sequence[Words] = (),
    style: str | None = None,
    *,
    indent: int = 0,
    hanging: int = 0,
    keep_next: bool = False,
    directed_by: str = "",
) -> Any:
    """A paragraph with its words; indents are in twentieths of a point.

    It runs as its words do, or as ``directed_by`` where these come later.
    """
    listed = [Words(words)] if isinstance(words, str) else list(words)
    paragraph = sub(parent, "p")
    look = sub(paragraph, "pPr")
    if style is not None:
        sub(look, "pStyle", val=style)
    if keep_next:
        sub(look, "keepNext")
    if hanging:
        sub(sub(look, "tabs"), "tab", val="left", pos=indent)
    if is_right_to_left(directed_by or "".join(each.text[:200] for each in listed[:8])):
        sub(look, "bidi")
    if indent or hanging:
        # Word reads left as the side on which a line begins, whichever way it is written.
        sub(look, "ind", left=indent, hanging=hanging)
    add_words(paragraph, listed)
    return paragraph


def add_words(paragraph: Any, words: Sequence[Words]) -> None:
    """Add words to a paragraph."""
    for each in words:
        if not each.text:
            continue
        if each.name is not None:
            _add_bookmark(paragraph, each.name)
        if each.link is None:
            add_run(paragraph, each.text, each.style, each.tint)
        elif each.link.startswith("#"):
            inside = sub(paragraph, "hyperlink", anchor=each.link[1:], history="1")
            add_run(inside, each.text, each.style or "Link", each.tint)
        else:
            # A field needs no relation beside the document, as a hyperlink to elsewhere does.
            _add_outward(paragraph, each)


def _add_bookmark(paragraph: Any, name: str) -> None:
    """A place that links lead to; its number is told by its name, which is there once."""
    number = zlib.crc32(name.encode()) & 0x7FFFFFFF
    sub(paragraph, "bookmarkStart", id=number).set(f"{W}name", name)
    sub(paragraph, "bookmarkEnd", id=number)


def _add_outward(paragraph: Any, words: Words) -> None:
    address = (words.link or "").replace('"', "%22").replace("\\", "%5C")
    sub(sub(paragraph, "r"), "fldChar", fldCharType="begin")
    held = sub(sub(paragraph, "r"), "instrText")
    held.text = f' HYPERLINK "{address}" '
    held.set(_SPACE, "preserve")
    sub(sub(paragraph, "r"), "fldChar", fldCharType="separate")
    add_run(paragraph, words.text, words.style or "Link", words.tint)
    sub(sub(paragraph, "r"), "fldChar", fldCharType="end")


def add_run(paragraph: Any, text: str, style: str | None = None, tint: str | None = None) -> Any:
    """Add one run; newlines become line breaks, tabs stay tabs."""
    run = sub(paragraph, "r")
    text = safe_text(text)
    turned = is_right_to_left(text)
    if style is not None or tint is not None or turned:
        look = sub(run, "rPr")
        if style is not None:
            sub(look, "rStyle", val=style)
        if tint is not None:
            sub(look, "shd", val="clear", color="auto", fill=tint)
        if turned:
            sub(look, "rtl")
    for piece in _BREAKS.split(text):
        if piece == "\n":
            sub(run, "br")
        elif piece == "\t":
            sub(run, "tab")
        elif piece:
            held = sub(run, "t")
            held.text = piece
            held.set(_SPACE, "preserve")
    return run


def add_field(paragraph: Any, instruction: str, shown: str = "1") -> None:
    """Add a field that Word works out, such as PAGE."""
    for kind in ("begin", None, "separate", "shown", "end"):
        run = sub(paragraph, "r")
        if kind is None:
            held = sub(run, "instrText")
            held.text = f" {instruction} "
            held.set(_SPACE, "preserve")
        elif kind == "shown":
            sub(run, "t").text = shown
        else:
            sub(run, "fldChar", fldCharType=kind)
