"""Found passages, drawn with where they stand and who speaks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from crosscase.cli.rendering import Screen

if TYPE_CHECKING:
    from crosscase.query.found_passages import FoundPassage

__all__ = ["show_passages", "where"]


def show_passages(
    screen: Screen, passages: Iterable[FoundPassage], context: int | None = None
) -> None:
    """Each passage in its context of so many characters; sources with a blank line between."""
    source = None
    for each in passages:
        if source not in (None, each.source_id):
            screen.line()
        source = each.source_id
        before, after = each.before, each.after
        if context is not None and len(before) > context:
            before = _from_a_word(before[len(before) - context :])
        if context is not None and len(after) > context:
            after = _to_a_word(after[:context])
        screen.passage(where(each), before, each.text, after)


def _from_a_word(text: str) -> str:
    """The text without the part of a word that it begins with."""
    cut = text.partition(" ")
    return f"… {cut[2]}" if cut[1] else text


def _to_a_word(text: str) -> str:
    """The text without the part of a word that it ends with."""
    cut = text.rpartition(" ")
    return f"{cut[0]} …" if cut[1] else text


def where(each: FoundPassage) -> str:
    """Source, place, who speaks, and the cases in which they lie."""
    said_by = ", ".join(each.participants or each.speakers)
    cases = "; ".join(", ".join(names) for names in each.cases.values() if names)
    page = f"page {each.page}" if each.page is not None else ""
    codes = ", ".join(each.codes)
    parts = [f"{each.source} {each.start_char}-{each.end_char}", page, said_by, cases, codes]
    return " · ".join(part for part in parts if part)
