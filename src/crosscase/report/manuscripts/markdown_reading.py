"""A Markdown manuscript: its paragraphs and sentences at their places, and the marks in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from crosscase.report.manuscripts.amounts import Amount, find_amounts
from crosscase.report.manuscripts.front_matter import FrontMatter, read_front_matter
from crosscase.report.manuscripts.markdown_inline import InlineWalk, Slip
from crosscase.report.manuscripts.marks import Mark
from crosscase.report.manuscripts.quotation_marks import find_quotations
from crosscase.report.manuscripts.sentences import (
    HIDDEN,
    MARK,
    QUOTED,
    plain_sentence,
    sentence_spans,
)
from crosscase.report.manuscripts.spoken import QuotedWords, block_quote, find_quoted

__all__ = [
    "MarkdownManuscript",
    "Prose",
    "ProseSentence",
    "is_references_heading",
    "is_results_heading",
    "read_manuscript",
]

_LINE_END = re.compile(r"\r\n|\r|\n")
_LEAD = re.compile(
    r"[ \t]{0,3}(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+|#{1,6}[ \t]+|\[\^[^\]]+\]:[ \t]*)+"
)
_QUOTE_LEAD = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")
_NOT_PROSE_LINE = re.compile(
    r"(?m)^[ \t]*(?::{3,}[^\n]*|%[^\n]*|\([\w:.-]+\)=[ \t]*|\|?[ \t]*:?-{2,}[-:| \t]*)$"
)
_RESULTS = re.compile(r"\b(?:results?|findings?)\b", re.IGNORECASE)
_REFERENCES = re.compile(
    r"^[\W\d]*(?:references?(?: list)?|bibliography|(?:works|sources) cited|literature(?: cited)?)"
    r"\W*(?:\{[^}]*\}\W*)?$",
    re.IGNORECASE,
)
_CROSSED = re.compile(r"^(?:tbl|fig|sec|eq|lst|thm)-")


@dataclass(frozen=True, slots=True)
class Prose:
    """The lines of one paragraph, row of a table or heading; ``is_reference``: in their list."""

    start: int
    end: int
    level: int = 0
    in_results: bool = False
    is_reference: bool = False
    quote: int = 0
    table: int = 0


@dataclass(frozen=True, slots=True)
class ProseSentence:
    """A sentence at its place, as it reads, with the numbers and quantity words in it.

    ``table`` is the number of the table that it stands in; 0 outside of tables.
    """

    start: int
    end: int
    words: str
    in_results: bool
    amounts: tuple[Amount, ...]
    table: int = 0


@dataclass(frozen=True, slots=True)
class MarkdownManuscript:
    """What was read of a manuscript; ``shown`` is its text with what is not prose hidden."""

    text: str
    shown: str
    starts: tuple[int, ...]
    head: FrontMatter
    blocks: tuple[Prose, ...]
    marks: tuple[Mark, ...]
    slips: tuple[Slip, ...]
    sentences: tuple[ProseSentence, ...]
    quotes: tuple[QuotedWords, ...]
    crossed: tuple[tuple[int, str], ...]
    cites: tuple[tuple[int, str], ...]
    has_results: bool

    def place(self, at: int) -> tuple[int, int]:
        """The line and the column of a sign, both from 1."""
        line = bisect_right(self.starts, at)
        return line, at - self.starts[line - 1] + 1

    def sentence_at(self, at: int) -> ProseSentence | None:
        """The sentence in which a place lies."""
        found = bisect_right(self.sentences, at, key=lambda each: each.start) - 1
        if found >= 0 and at < self.sentences[found].end:
            return self.sentences[found]
        return None

    def in_results(self, at: int) -> bool:
        """Whether a place lies below a heading of results."""
        found = bisect_right(self.blocks, at, key=lambda each: each.start) - 1
        return found >= 0 and self.blocks[found].in_results


def is_results_heading(words: str) -> bool:
    """Whether a heading says that results come."""
    return _RESULTS.search(words) is not None


def is_references_heading(words: str) -> bool:
    """Whether a heading says that the list of references comes."""
    return _REFERENCES.match(words) is not None


def read_manuscript(text: str) -> MarkdownManuscript:
    """Read a Markdown manuscript: code, maths, comments and its head are let be."""
    starts = (0, *(each.end() for each in _LINE_END.finditer(text)))
    head = read_front_matter(text)
    blocks = tuple(_with_results(text, _blocks(text, head.end, starts)))
    walk = InlineWalk(text, [" " if sign not in "\r\n" else sign for sign in text])
    for block in blocks:
        walk.shown[block.start : block.end] = text[block.start : block.end]
        _hide_leads(walk, block)
        at = block.start
        for line in () if block.level else _NOT_PROSE_LINE.finditer(text, at, block.end):
            walk.hide(*line.span())
            walk.walk(at, line.start())
            at = line.end()
        walk.walk(at, block.end)
    shown = "".join(walk.shown)
    quotes, quoted = _quotes(shown, blocks)
    marks = tuple(
        sorted((_placed(each, shown, blocks) for each in walk.marks), key=lambda m: m.start)
    )
    return MarkdownManuscript(
        text, shown, starts, head, blocks, marks, tuple(walk.slips),
        tuple(_sentences(shown, blocks, quoted)), quotes,
        tuple(each for each in walk.cited if _CROSSED.match(each[1])),
        tuple(each for each in walk.cited if not _CROSSED.match(each[1])),
        any(block.level and block.in_results for block in blocks),
    )  # fmt: skip


def _blocks(text: str, begin: int, starts: tuple[int, ...]) -> Iterator[Prose]:
    """Headings, paragraphs and rows of tables, by the lines that hold them."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    # Blank lines stand for the head, so that all others keep their numbers.
    skipped = bisect_right(starts, begin) - 1
    quote, quotes, level, table, tables = 0, 0, 0, 0, 0
    last = -1
    for token in parser.parse("\n" * skipped + text[begin:]):
        match token.type:
            case "blockquote_open":
                quotes += 1
                quote = quote or quotes
            case "blockquote_close":
                quote = 0
            case "table_open":
                table = tables = tables + 1
            case "table_close":
                table = 0
            case "heading_open":
                level = int(token.tag[1])
            case "heading_close":
                level = 0
            case "inline" | "tr_open" if token.map is not None and token.map[0] > last:
                last = token.map[1] - 1
                end = starts[token.map[1]] if token.map[1] < len(starts) else len(text)
                yield Prose(starts[token.map[0]], end, level, quote=quote, table=table)


def _with_results(text: str, blocks: Iterator[Prose]) -> Iterator[Prose]:
    """The blocks, each knowing whether it stands below a heading of results, or of references."""
    above = below = 0  # the level of the heading that began the results, the references; 0 outside
    for block in blocks:
        if block.level:
            words = text[block.start : block.end]
            above = 0 if above and block.level <= above else above
            below = 0 if below and block.level <= below else below
            if not above and is_results_heading(words):
                above = block.level
            if is_references_heading(words):
                below = block.level
        yield replace(block, in_results=bool(above) and not below, is_reference=bool(below))


def _hide_leads(walk: InlineWalk, block: Prose) -> None:
    """What leads the lines of a block: signs of lists, quotes and headings."""
    lead = _LEAD.match(walk.text, block.start, block.end)
    if lead is not None:
        walk.hide(lead.start(), lead.end(), " ")
    if block.quote:
        for each in _QUOTE_LEAD.finditer(walk.text, block.start, block.end):
            walk.hide(each.start(), each.end(), " ")


def _placed(mark: Mark, shown: str, blocks: tuple[Prose, ...]) -> Mark:
    """A mark that knows whether it is alone in its paragraph, and whether in a block quote."""
    at = bisect_right(blocks, mark.start, key=lambda each: each.start) - 1
    block = blocks[at]
    alone = (
        not block.level
        and not shown[block.start : mark.start].strip(f" \t\r\n{HIDDEN}")
        and not shown[mark.end : block.end].strip(f" \t\r\n{HIDDEN}")
    )
    return replace(mark, is_block=alone, in_quote=bool(block.quote))


def _quotes(
    shown: str, blocks: tuple[Prose, ...]
) -> tuple[tuple[QuotedWords, ...], list[tuple[int, int]]]:
    """The quotes, in paragraphs or as blocks, and the places of all within quotation marks."""
    by_quote: dict[int, list[Prose]] = {}
    for block in blocks:
        if block.quote:
            by_quote.setdefault(block.quote, []).append(block)
    spans = [
        (each.start, each.end)
        for each in blocks
        if not (each.quote or each.level or each.is_reference)
    ]
    quotations = find_quotations(shown, spans)
    found = find_quoted(shown, spans, quotations)
    for parts in by_quote.values():
        made = block_quote(shown[parts[0].start : parts[-1].end], parts[0].start)
        found += [] if made is None else [made]
    within = [each[:2] for each in quotations] + [(each.start, each.end) for each in found]
    return tuple(sorted(found, key=lambda each: each.start)), within


def _sentences(
    shown: str, blocks: tuple[Prose, ...], quoted: Iterable[tuple[int, int]]
) -> Iterator[ProseSentence]:
    """The sentences outside headings and block quotes; what is quoted holds no numbers of ours."""
    signs = list(shown)
    for first, last in quoted:
        for at in range(first, last):
            signs[at] = MARK if signs[at] == MARK else QUOTED
    unquoted = "".join(signs)
    for block in blocks:
        if block.level or block.quote or block.is_reference:
            continue
        for start, end in sentence_spans(unquoted, block.start, block.end):
            words = plain_sentence(shown[start:end])
            if not words:
                continue
            amounts = tuple(
                replace(each, start=start + each.start, end=start + each.end)
                for each in find_amounts(unquoted[start:end].replace(MARK, HIDDEN))
            )
            yield ProseSentence(start, end, words, block.in_results, amounts, block.table)
