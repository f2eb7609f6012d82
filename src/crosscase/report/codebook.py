"""The codebook as a document: a tree by numbers, each code with what it says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscase.model.counted import counted
from crosscase.report.document import Document
from crosscase.report.pieces import Words

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = ["CodebookCode", "CodebookDocument"]

_STEP, _NUMBER = 284, 620  # indent for each level, and room for the number (1/20 point)
_DEEPEST = 8  # further levels are drawn in no more, so that lines stay readable


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookCode:
    """One code: its depth from 0, what it says of itself, and how much stands on it.

    ``participants``, ``sites`` and ``passages`` count those of the codes below it too.
    """

    name: str
    depth: int
    origin: str | None = None
    framework: str | None = None
    citation: str | None = None
    definition: str | None = None
    includes: str | None = None
    excludes: str | None = None
    example: str | None = None
    is_retired: bool = False
    participants: int = 0
    sites: int = 0
    passages: int = 0


@dataclass(frozen=True)
class CodebookDocument(Document):
    """All codes in the order of the codebook, of how many interviewed and in how many sites."""

    codes: Sequence[CodebookCode]
    interviewed: int
    sites: int

    @property
    def title(self) -> str:
        """The title."""
        return "Codebook"

    def write(self, word: WordFile) -> None:
        """How to read the counts, then code by code."""
        word.paragraph(
            f"{counted(len(self.codes), 'code')}. Counts are of distinct participants, sites and "
            f"passages; a code includes the codes below it. {self.interviewed:,} interviewed"
            + (f", in {counted(self.sites, 'site')}." if self.sites else "."),
            "Note",
        )
        at: list[int] = []
        for code in self.codes:
            at = [*at[: code.depth + 1], *[0] * (code.depth + 1 - len(at))]
            at[code.depth] += 1
            self._write_code(word, code, ".".join(map(str, at)))

    def _write_code(self, word: WordFile, code: CodebookCode, number: str) -> None:
        drawn_in = min(code.depth, _DEEPEST) * _STEP
        room = max(_NUMBER, 150 * len(number))
        indent = drawn_in + room
        retired = " (retired)" if code.is_retired else ""
        word.heading(f"{number}\t{code.name}{retired}", code.depth + 1, indent=indent, hanging=room)
        word.paragraph(self._counts(code), "Note", indent=indent, keep_next=bool(code.definition))
        for name in ("definition", "includes", "excludes", "example"):
            _write_text(word, name, getattr(code, name), indent)
        _write_text(word, "origin", _origin(code), indent)

    def _counts(self, code: CodebookCode) -> str:
        told = [f"{code.participants:,} of {self.interviewed:,} interviewed"]
        if self.sites:
            told.append(f"{code.sites:,} of {counted(self.sites, 'site')}")
        return " · ".join([*told, counted(code.passages, "passage")])


def _origin(code: CodebookCode) -> str | None:
    """Where a code comes from, with its citation: “deductive, Five domains (Smith 2020)”."""
    named = ", ".join(each for each in (code.origin, code.framework) if each)
    if not code.citation:
        return named or None
    return f"{named} ({code.citation})" if named else code.citation


def _write_text(word: WordFile, name: str, text: str | None, indent: int) -> None:
    if text and text.strip():
        first, *more = [line.strip() for line in text.splitlines() if line.strip()]
        style = "Normal" if name == "definition" else "Cell"
        words = [Words(f"{name.capitalize()}  ", "Label"), Words(first)]
        word.paragraph(words, style, indent=indent)
        for line in more:
            word.paragraph(line, style, indent=indent)
