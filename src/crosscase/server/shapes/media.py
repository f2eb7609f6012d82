"""A page as it is looked at: its size, and where each of its words stands."""

from __future__ import annotations

from pydantic import BaseModel, Field

from crosscase.intake.source_pages import SourcePageView

__all__ = ["PageOfSource", "PageWords", "page_of_source"]


class PageWords(BaseModel):
    """The words of a page in the order of its text, a list a column.

    A word that goes on in the next line, as after a hyphen, is two entries.
    """

    start_char: list[int]
    end_char: list[int]
    x: list[float] = Field(description="The left edge, as a part of the page's width.")
    y: list[float] = Field(description="The upper edge, as a part of the page's height.")
    width: list[float]
    height: list[float]


class PageOfSource(BaseModel):
    """One page of a PDF, or a picture (page 0), with the text that it covers now."""

    page: int
    width: float = Field(description="In points of a PDF, or points of a picture.")
    height: float
    start_char: int
    end_char: int
    words: PageWords


def page_of_source(view: SourcePageView) -> dict[str, object]:
    """The page in the shape of ``PageOfSource``, for long columns without a model for each."""
    columns = zip(*view.words, strict=True) if view.words else ((),) * 6
    names = ("start_char", "end_char", "x", "y", "width", "height")
    return {
        "page": view.page,
        "width": view.width,
        "height": view.height,
        "start_char": view.start_char,
        "end_char": view.end_char,
        "words": dict(zip(names, columns, strict=True)),
    }
