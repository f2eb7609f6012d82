"""How a tool counted the characters of a text: inferred from its selections, and checked.

The standard says Unicode code points and is silent on line ends and byte order marks. Tools count
UTF-16 units or code points, CRLF as two or as one, and the mark or not. The study holds code
points over the text with line feeds and without the mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple

__all__ = [
    "Convention",
    "CountedText",
    "Marked",
    "Verdict",
    "infer_convention",
    "infer_page_base",
]

_LEAST_LEAD = 3
# A selection that lies well tells as much as its two edges of words, and those of another.
_EDGES_OF_ONE = 4
_OWN_ORIGIN = "crosscase"
_EXCERPT_CHARS = 40
_BEYOND_16_BITS = re.compile("[\U00010000-\U0010ffff]")


class Convention(NamedTuple):
    """One way of counting: the unit, whether CRLF counts two, and whether the mark counts."""

    utf16: bool
    crlf_two: bool
    bom_counts: bool

    def __str__(self) -> str:
        parts = ["UTF-16 units" if self.utf16 else "code points"]
        parts.append(f"CRLF as {'two' if self.crlf_two else 'one'}")
        if self.bom_counts:
            parts.append("the byte order mark counted")
        return ", ".join(parts)


PLAIN = Convention(False, False, False)
# As the standard has it, the line ends as they stand in the file.
_STANDARD = Convention(False, True, False)
_WIDEST = Convention(True, True, True)
ALL = tuple(Convention(*chosen) for chosen in product((False, True), repeat=3))


@dataclass(frozen=True, slots=True)
class Marked:
    """A selection as a file has it: its offsets, and its name, which may be an excerpt."""

    start: int
    end: int
    name: str | None = None


class CountedText:
    """A text as the study holds it, with what the ways of counting differ by."""

    def __init__(self, raw: str) -> None:
        """``raw``: decoded, with its own line ends and with its byte order mark if it has one."""
        self.has_bom = raw.startswith("\ufeff")
        self.raw = raw.removeprefix("\ufeff")
        self.text = self.raw.replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def _astral(self) -> list[int]:
        if self.text.isascii():
            return []
        return [match.start() for match in _BEYOND_16_BITS.finditer(self.text)]

    @cached_property
    def _crlf(self) -> list[int]:
        found: list[int] = []
        at = self.raw.find("\r\n")
        while at >= 0:
            found.append(at - len(found))
            at = self.raw.find("\r\n", at + 2)
        return found

    @cached_property
    def _wide(self) -> dict[Convention, list[int]]:
        return {}

    @cached_property
    def _starts(self) -> dict[Convention, list[int]]:
        return {}

    def wide(self, convention: Convention) -> list[int]:
        """Where the characters stand that count two; what differs between the conventions."""
        if convention not in self._wide:
            astral = self._astral if convention.utf16 else []
            self._wide[convention] = sorted(astral + (self._crlf if convention.crlf_two else []))
        return self._wide[convention]

    def position(self, offset: int, convention: Convention) -> int | None:
        """The offset in code points of the study's text; None when it lies outside or splits."""
        starts = self._starts.get(convention)
        if starts is None:
            # The k-th wide character begins, in that way of counting, at its place plus k.
            starts = [at + k for k, at in enumerate(self.wide(convention))]
            self._starts[convention] = starts
        if convention.bom_counts and self.has_bom:
            offset -= 1
        if starts:
            before = bisect_left(starts, offset)
            if before and offset == starts[before - 1] + 1:
                return None
            offset -= before
        return offset if 0 <= offset <= len(self.text) else None

    def offset(self, place: int, convention: Convention) -> int:
        """The offset in that way of counting; the inverse of ``position``."""
        shift = 1 if convention.bom_counts and self.has_bom else 0
        return place + bisect_left(self.wide(convention), place) + shift

    def tells(self, convention: Convention) -> tuple[bool, bool, bool]:
        """Which of the choices of a convention make any difference in this text."""
        return (
            convention.utf16 and bool(self._astral),
            convention.crlf_two and bool(self._crlf),
            convention.bom_counts and self.has_bom,
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """The way of counting that was taken, and how well it holds.

    ``tied``: others that speak for themselves as much; ``misplaced``: how many of ``marked``
    selections lie nowhere by it.
    """

    convention: Convention
    tied: tuple[Convention, ...]
    marked: int
    misplaced: int

    @property
    def is_sure(self) -> bool:
        """Whether no other way of counting would do as well."""
        return not self.tied


@dataclass(frozen=True, slots=True)
class _Score:
    """How well a convention fits: selections in their text, named by their words, at word edges."""

    placed: int
    excerpts: int
    edges: int


def infer_convention(
    texts: Sequence[tuple[CountedText, Sequence[Marked]]], origin: str | None = None
) -> Verdict:
    """Which way of counting fits the selections of a project's texts best.

    Args:
        texts: each text with its selections, whose places are whole numbers in an unknown unit
            (code points or UTF-16 units, a CRLF as one or two).
        origin: the tool that wrote it; it decides only between ways that the texts do not tell
            apart. What crosscase wrote is counted by the standard, unless a place lies outside
            its text.

    Returns:
        The way, and whether others would do as well. Scored by places inside the text, on whole
        characters and at the beginnings of words, and by the words that tools noted beside them.
    """
    expected = _expected(origin)
    # The other texts say the same in every way of counting: they need no scores.
    telling: list[tuple[CountedText, Sequence[Marked]]] = []
    alike: list[tuple[CountedText, Sequence[Marked]]] = []
    for each in texts:
        (telling if any(each[0].tells(_WIDEST)) else alike).append(each)
    candidates = _distinct(telling, (expected, *(way for way in ALL if way != expected)))
    placed = _placed(alike, expected)
    scores = {way: _score(telling, way, placed) for way in candidates}
    marked = sum(len(selections) for _, selections in texts)
    best = candidates[0]
    if (origin or "").startswith(_OWN_ORIGIN) and scores[best].placed == marked:
        return Verdict(best, (), marked, 0)
    for way in candidates[1:]:
        if _leads(scores[way], scores[best], marked):
            best = way
    tied = tuple(
        way for way in candidates if way != best and not _leads(scores[best], scores[way], marked)
    )
    if not marked:
        tied = ()
    found = scores[best]
    return Verdict(best, tied, marked, marked - found.placed)


def _expected(origin: str | None) -> Convention:
    """How the named tool is known to count; the standard's way for any other."""
    folded = (origin or "").casefold()
    if "nvivo" in folded:
        return Convention(True, True, False)
    if "atlas" in folded:
        return PLAIN
    return _STANDARD


def _distinct(
    texts: Sequence[tuple[CountedText, Sequence[Marked]]], conventions: Sequence[Convention]
) -> list[Convention]:
    """The conventions that place any selection of any text differently, the first of each."""
    told: dict[tuple[tuple[bool, bool, bool], ...], Convention] = {}
    for each in conventions:
        told.setdefault(tuple(text.tells(each) for text, _ in texts), each)
    if len(told) == 1:
        return list(told.values())
    seen: dict[tuple[tuple[int | None, ...], ...], Convention] = {}
    for each in told.values():
        placed = tuple(
            tuple(
                text.position(offset, each)
                for mark in selections
                for offset in (mark.start, mark.end)
            )
            for text, selections in texts
        )
        seen.setdefault(placed, each)
    return list(seen.values())


def _leads(one: _Score, other: _Score, marked: int) -> bool:
    """Whether one fits clearly better than the other.

    A selection inside the text, or named by its words, decides, unless the edges of words speak
    against it by more than chance: one broken selection must not move all the sound ones. Edges
    alone decide by such a lead too.
    """
    chance = max(_LEAST_LEAD, marked // 4)
    firm = one.placed - other.placed + one.excerpts - other.excerpts
    edges = one.edges - other.edges
    if firm == 0 or (firm * edges < 0 and abs(edges) >= chance):
        return _EDGES_OF_ONE * firm + edges >= chance
    return firm > 0


def _placed(texts: Sequence[tuple[CountedText, Sequence[Marked]]], convention: Convention) -> int:
    """How many selections lie inside their text."""
    return sum(
        text.position(mark.start, convention) is not None
        and text.position(mark.end, convention) is not None
        for text, selections in texts
        for mark in selections
    )


def _score(
    texts: Sequence[tuple[CountedText, Sequence[Marked]]], convention: Convention, placed: int
) -> _Score:
    excerpts = edges = 0
    for text, selections in texts:
        for mark in selections:
            start = text.position(mark.start, convention)
            end = text.position(mark.end, convention)
            if start is None or end is None:
                continue
            start, end = min(start, end), max(start, end)
            placed += 1
            excerpts += _is_excerpt(mark.name, text.text[start : start + 2 * _EXCERPT_CHARS])
            edges += _is_edge(text.text, start) + _is_edge(text.text, end)
    return _Score(placed, excerpts, edges)


def _is_excerpt(name: str | None, words: str) -> bool:
    """Whether a selection is named by the words that it begins with."""
    wanted = " ".join((name or "").rstrip(". …").split())[:_EXCERPT_CHARS]
    return len(wanted) > 2 and " ".join(words.split()).startswith(wanted)


def _is_edge(text: str, place: int) -> bool:
    """Whether a place parts a word from what is none."""
    before, after = text[place - 1 : place], text[place : place + 1]
    return before.isalnum() != after.isalnum()


def infer_page_base(pages: Sequence[int], page_count: int | None) -> tuple[int, bool]:
    """Whether pages are counted from 0 or from 1, and whether that is sure.

    Args:
        pages: the page numbers of the areas of one PDF, as the file has them.
        page_count: how many pages it has; None where the file is not there.
    """
    if 0 in pages:
        return 0, True
    if page_count is not None and pages and max(pages) == page_count:
        return 1, True
    # Of the tools whose files are known each counts from 0.
    return 0, False
