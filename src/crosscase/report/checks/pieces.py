"""The pieces of a check: words, numbers, comparisons, and figures with all in their brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crosscase.model.slips import Slip
from crosscase.report.checks.tree import (
    Base,
    InteractionFigure,
    JudgedCheck,
    Measure,
    Name,
    QueryText,
)

__all__ = ["Piece", "pieces_of", "unquoted"]

_QUOTED = r'"(?:\\.|[^"\\])*"|[“„](?:\\.|[^“”\\])*[“”]|«(?:\\.|[^»\\])*»'
_STRING = re.compile(_QUOTED, re.DOTALL)
_REGEX = re.compile(r"/(?:\\.|[^/\\\n])+/\w*")
_SPACE = re.compile(r"(?:\s+|#[^\n]*)+")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_AFTER_NUMBER = re.compile(r"\s*%|\s+percent\b|\s*/\s*\d+")
_COMPARISON = re.compile(r">=|<=|!=|<>|==|[=<>≥≤≠]")
_COLON = ":"
_WORD = re.compile(r"[^\W\d_][\w.-]*")
_OPENS = re.compile(r"\s*\(")
_ARROW = re.compile(r"->|→")
_BASE = re.compile(r"\s*of\s*:\s*", re.IGNORECASE)
_ESCAPE = re.compile(r'\\([\\"“”„«»])')
_KEYWORDS = {
    "in": "_IN",
    "is": "_IS",
    "are": "_IS",
    "of": "OF",
    "by": "_BY",
    "quote": "QUOTE",
    "verbatim": "_VERBATIM",
}
_BEFORE_REGEX = "(:=,<>≤≥≠!|"
_SIGNS = {"+": "+", "-": "-", "−": "-", "mixed": "mixed"}
_OPENING_QUOTES = '"“„«'


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: which terminal of the grammar it is, as written, what it holds, and where."""

    kind: str
    written: str
    held: Any
    start_char: int
    end_char: int


def pieces_of(text: str) -> Iterator[Piece]:
    """The pieces of a check in their order.

    Raises Slip where none can begin.
    """
    at = 0
    while at < len(text):
        if space := _SPACE.match(text, at):
            at = space.end()
            continue
        piece = _piece(text, at)
        yield piece
        at = piece.end_char


def unquoted(written: str) -> str:
    """What stands between quotation marks."""
    return _ESCAPE.sub(r"\1", written[1:-1])


def _piece(text: str, at: int) -> Piece:
    if found := _STRING.match(text, at):
        if _OPENS.match(text, found.end()):
            return _figure(text, at, Name(unquoted(found[0]), at, found.end()))
        return Piece("STRING", found[0], unquoted(found[0]), at, found.end())
    if found := _NUMBER.match(text, at):
        after = _AFTER_NUMBER.match(text, found.end())
        end = after.end() if after else found.end()
        kind = "NUMBER"
        if after:
            kind = "FRACTION" if "/" in after[0] else "PERCENT"
        return Piece(kind, text[at:end], text[at:end], at, end)
    if found := _COMPARISON.match(text, at):
        return Piece("COMPARISON", found[0], found[0], at, found.end())
    if text[at] == _COLON:
        return Piece("_COLON", _COLON, None, at, at + 1)
    if found := _WORD.match(text, at):
        if _OPENS.match(text, found.end()):
            return _figure(text, at, Name(found[0], at, found.end()))
        kind = _KEYWORDS.get(found[0].casefold(), "WORD")
        return Piece(kind, found[0], found[0], at, found.end())
    raise _unreadable(text, at)


def _unreadable(text: str, at: int) -> Slip:
    character = text[at]
    if character in _OPENING_QUOTES:
        return Slip(
            "The quotation mark that opens here is never closed.",
            at,
            len(text),
            'Close it with a second one; a quotation mark inside is written \\".',
        )
    if character == ")":
        return Slip("This bracket closes one that was never opened.", at, at + 1)
    if character == "(":
        return Slip(
            "Before this bracket it is not said what is counted.",
            at,
            at + 1,
            "Write for instance participants(code:trust).",
        )
    return Slip(
        f"“{character}” means nothing here.",
        at,
        at + 1,
        "A check is for instance participants(code:trust) >= 3.",
    )


# -- figures: a word with brackets -------------------------------------------------------------


def _figure(text: str, at: int, word: Name) -> Piece:
    opens = _OPENS.match(text, word.end_char)
    assert opens is not None
    begin = opens.end()
    ends, end = _commas_and_end(text, begin)
    parts = [(a, b) for a, b in zip([begin, *(e + 1 for e in ends)], [*ends, end], strict=True)]
    match word.name.casefold():
        case "interaction":
            held: Any = _interaction(text, parts, at, end + 1)
            kind = "FIGURE"
        case "judged":
            held, kind = _judged(text, parts, at, end + 1), "JUDGED"
        case _:
            held, kind = _measure(text, word, parts, at, end + 1), "FIGURE"
    return Piece(kind, text[at : end + 1], held, at, end + 1)


def _measure(text: str, word: Name, parts: list[tuple[int, int]], at: int, end: int) -> Measure:
    query = _query(text, *parts[0], word.name)
    if word.name.casefold() != "share":
        if len(parts) > 1:
            place = (parts[1][0] - 1, parts[-1][1])
            hint = "A share says of what: share(code:trust, of:participants)."
            raise Slip(f"{word.name}(…) has one question in its brackets.", *place, hint)
        return Measure(word, query, None, at, end)
    if len(parts) != 2:
        raise Slip(
            "A share has to say of what it is.",
            *((at, end) if len(parts) < 2 else (parts[2][0] - 1, parts[-1][1])),
            f"Write share({query.text}, of:participants).",
        )
    return Measure(word, query, _base(text, *parts[1]), at, end)


def _query(text: str, begin: int, end: int, word: str) -> QueryText:
    begin, end = _trimmed(text, begin, end)
    if begin >= end:
        raise Slip(
            f"{word}() does not ask for anything.",
            begin - 1,
            end + 1,
            f"Write for instance {word}(code:trust).",
        )
    return QueryText(text[begin:end], begin, end)


def _base(text: str, begin: int, end: int) -> Base:
    said = _BASE.match(text, begin)
    begin, end = _trimmed(text, said.end() if said else begin, end)
    word = _WORD.match(text, begin, end)
    known = "participants, asked, sites, sources or passages(…)"
    if said is None or word is None:
        raise Slip("A share has to say of what it is.", begin, end, f"Write of: and then {known}.")
    named = Name(word[0], begin, word.end())
    opens = _OPENS.match(text, word.end(), end)
    if opens is None:
        if word.end() < end:
            raise Slip(f"“{text[word.end() : end].strip()}” is too much here.", word.end(), end)
        return Base(named)
    first, last = _trimmed(text, opens.end(), end - 1)
    if text[end - 1] != ")":
        raise Slip(f"“{text[begin:end]}” is not understood.", begin, end, f"Write {known}.")
    quoted = _STRING.fullmatch(text, first, last)
    if word[0].casefold() == "asked":
        topic = unquoted(quoted[0]) if quoted else text[first:last]
        return Base(named, None, Name(topic, first, last))
    return Base(named, _query(text, first, last, word[0]))


def _interaction(text: str, parts: list[tuple[int, int]], at: int, end: int) -> InteractionFigure:
    begin, until = parts[0]
    arrows = list(_outside_quotes(text, begin, until))
    if len(arrows) != 1 or len(parts) > 2:
        raise Slip(
            "An interaction says which code acts on which.",
            at,
            end,
            "Write interaction(funding -> trust); its sign may follow: (funding -> trust, +).",
        )
    sign = None
    if len(parts) == 2:
        first, last = _trimmed(text, *parts[1])
        written = text[first:last].removeprefix("sign:").strip().casefold()
        if written not in _SIGNS:
            raise Slip(f"“{text[first:last]}” is no sign.", first, last, "Write +, - or mixed.")
        sign = _SIGNS[written]
    (arrow,) = arrows
    start = _name(text, begin, arrow.start(), "the code that acts")
    other = _name(text, arrow.end(), until, "the code that it acts on")
    return InteractionFigure(start, other, sign, None, at, end)


def _judged(text: str, parts: list[tuple[int, int]], at: int, end: int) -> JudgedCheck:
    if len(parts) not in (3, 4):
        raise Slip(
            "A judgement is named by its grid, its row and its column.",
            at,
            end,
            'Write judged("policy streams", process, national) = "no evidence"; where the grid '
            "is judged case by case, the case may come fourth.",
        )
    what = ("the grid", "the row", "the column", "the case")
    names = [_name(text, a, b, said) for (a, b), said in zip(parts, what, strict=False)]
    case = names[3] if len(names) > 3 else None
    return JudgedCheck(names[0], names[1], names[2], case, "=", Name(""), at, end)


def _name(text: str, begin: int, end: int, what: str) -> Name:
    begin, end = _trimmed(text, begin, end)
    if _STRING.fullmatch(text, begin, end):
        name = unquoted(text[begin:end]).strip()
    else:
        name = " ".join(text[begin:end].split()).removeprefix("code:").strip()
    if not name:
        raise Slip(f"The name of {what} is missing.", begin, max(end, begin + 1))
    return Name(name, begin, end)


# -- brackets ----------------------------------------------------------------------------------


def _commas_and_end(text: str, begin: int) -> tuple[list[int], int]:
    """Where the commas stand that part what is in a bracket, and where the bracket closes."""
    at, depth = begin, 1
    commas: list[int] = []
    while at < len(text):
        character = text[at]
        if character in _OPENING_QUOTES and (found := _STRING.match(text, at)):
            at = found.end()
            continue
        if character in _OPENING_QUOTES:
            raise _unreadable(text, at)
        if character == "/" and _may_begin_pattern(text, at) and (found := _REGEX.match(text, at)):
            at = found.end()
            continue
        if character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if not depth:
                return commas, at
        elif character == "," and depth == 1:
            commas.append(at)
        at += 1
    raise Slip("The bracket that opens here is never closed.", begin - 1, begin, "Close it with ).")


def _may_begin_pattern(text: str, at: int) -> bool:
    before = text[at - 1]
    return before.isspace() or before in _BEFORE_REGEX


def _outside_quotes(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    at = begin
    while at < end:
        if found := _STRING.match(text, at, end):
            at = found.end()
        elif found := _ARROW.match(text, at, end):
            yield found
            at = found.end()
        else:
            at += 1


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    inner = text[begin:end]
    return begin + len(inner) - len(inner.lstrip()), max(
        end - len(inner) + len(inner.rstrip()), begin
    )
