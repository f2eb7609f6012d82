"""Why a query was not understood: the place, what was expected there, and a way out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crosscase.model.slips import Slip

__all__ = ["Token", "misplaced_token", "unreadable_character"]

_OPENING_QUOTES = '"“„«'
_QUOTES = _OPENING_QUOTES + "”»"
# How literature databases write a distance.
_DISTANCE_ELSEWHERE = re.compile(r"(?:near|w|n|pre|adj)/?\d+", re.IGNORECASE)
_SINGLE_QUOTES = "'‘’"
_JOINERS = ("_AND", "_OR", "RELATION")
_TERM_STARTS = ("WORD", "STRING", "REGEX", "FUNCTION", "LPAR", "NOT")
_SEARCHES = "something to look for, such as code:trust or “crowding out”,"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of an expression: which terminal of the grammar it is, as written, and where."""

    kind: str
    written: str
    start_char: int
    end_char: int


def unreadable_character(expression: str, at: int) -> Slip:
    """Why no piece of the language can begin at this place."""
    character = expression[at]
    if character in _OPENING_QUOTES:
        return Slip(
            "The quotation mark that opens here is never closed.",
            at,
            len(expression),
            'Close it with a second one; a quotation mark inside a name is written \\".',
        )
    if character in "”»":
        return Slip("This quotation mark closes a quotation that was never opened.", at, at + 1)
    if character == "/":
        return Slip(
            "The pattern that opens here is never closed.",
            at,
            len(expression),
            "Close it with a second slash, as in text:/fund(s|ing)/i, or put a name that holds "
            "a slash in quotation marks.",
        )
    if character == "!":
        return Slip("“!” stands only in “!=”.", at, at + 1, "Write not for what shall not be.")
    return Slip(
        f"“{character}” means nothing here.", at, at + 1, "Put text and names in quotation marks."
    )


def misplaced_token(expression: str, tokens: Sequence[Token], index: int) -> Slip:
    """Why the token at ``index`` cannot stand there; ``len(tokens)`` is the end."""
    before = tokens[index - 1] if index else None
    if index >= len(tokens):
        return _at_the_end(expression, tokens)
    token = tokens[index]
    place = (token.start_char, token.end_char)
    if token.kind == "OPERATOR":
        return _misplaced_operator(tokens, index)
    if token.kind in ("COMMA", "RANGE"):
        return Slip(
            f"“{token.written}” joins values only, as in site:(“A”, “B”) or date:2023..2024.",
            *place,
            "Put text and names in quotation marks.",
        )
    wants_term = before is None or before.kind not in ("WORD", "STRING", "REGEX", "RPAR")
    if token.kind in _TERM_STARTS and not wants_term:
        return _side_by_side(tokens, index)
    if token.kind == "RPAR":
        if not _is_open(tokens[:index]):
            return Slip("This bracket closes one that was never opened.", *place)
        return Slip(f"Before this bracket {_SEARCHES} is expected.", *place)
    if before is not None and before.kind in ("OPERATOR", "RANGE", "COMMA", "FUNCTION"):
        return Slip(
            f"After “{before.written}” a name or a value is expected, not “{token.written}”.",
            *place,
            f"To look for the word itself, put it in quotation marks: “{token.written}”.",
        )
    if before is None:
        return Slip(f"Before “{token.written}” {_SEARCHES} is expected.", *place)
    return Slip(
        f"Between “{before.written}” and “{token.written}” {_SEARCHES} is expected.",
        *place,
        f"To look for the word itself, put it in quotation marks: “{token.written}”.",
    )


def _at_the_end(expression: str, tokens: Sequence[Token]) -> Slip:
    last = tokens[-1]
    end = (last.end_char, last.end_char)
    if last.kind in (*_JOINERS, "NOT"):
        return Slip(f"After “{last.written}” {_SEARCHES} is expected.", *end)
    if last.kind in ("OPERATOR", "RANGE", "COMMA"):
        name = expression[tokens[-2].start_char : last.end_char] if len(tokens) > 1 else ""
        return Slip(
            f"After “{name or last.written}” a name or a value is expected.",
            *end,
            "Names with spaces stand in quotation marks: code:“crowding out”.",
        )
    opened = _is_open(tokens)
    if opened is not None:
        return Slip("The bracket that opens here is never closed.", *opened, "Close it with ).")
    return Slip(f"{_SEARCHES[0].upper()}{_SEARCHES[1:]} is expected here.", *end)


def _misplaced_operator(tokens: Sequence[Token], index: int) -> Slip:
    token = tokens[index]
    place = (token.start_char, token.end_char)
    if index > 2 and tokens[index - 2].kind == "OPERATOR":
        name, operator, value = tokens[index - 3 : index]
        if "&" in value.written:
            return Slip(
                f"“{value.written}” is read as one name.",
                value.start_char,
                value.end_char,
                "Leave a space on both sides of & where it shall mean and.",
            )
        start_of_value = value.written.strip(_QUOTES)
        return Slip(
            f"“{token.written}” cannot stand inside a value.",
            *place,
            f"Put the whole value in quotation marks: {name.written}{operator.written}"
            f"“{start_of_value}{token.written}…”.",
        )
    return Slip(
        f"Before “{token.written}” a name such as code, text, site or an attribute is expected.",
        *place,
        "Put text and names in quotation marks.",
    )


def _side_by_side(tokens: Sequence[Token], index: int) -> Slip:
    before, token = tokens[index - 1], tokens[index]
    first, last = index - 1, index
    while last + 1 < len(tokens) and tokens[last + 1].kind == "WORD":
        last += 1
    if last + 1 < len(tokens) and tokens[last + 1].kind == "OPERATOR" and last > index:
        last -= 1  # that word is the name of the next term
    while first > 0 and tokens[first].kind == tokens[first - 1].kind == "WORD":
        first -= 1
    place = (tokens[first].start_char, tokens[last].end_char)
    written = " ".join(each.written for each in tokens[first : last + 1])
    for each in tokens[first : last + 1]:
        if _DISTANCE_ELSEWHERE.fullmatch(each.written):
            known = (each.start_char, each.end_char)
            return Slip(f"“{each.written}” is not known here.", *known, "Write near(5 words).")
    if before.kind == "WORD" and tokens[first].written[0] in _SINGLE_QUOTES:
        phrase = written.strip(_SINGLE_QUOTES)
        return Slip("Phrases stand in double quotation marks.", *place, f"Write “{phrase}”.")
    is_next_term = index + 1 < len(tokens) and tokens[index + 1].kind == "OPERATOR"
    if before.kind == token.kind == "WORD" and not is_next_term:
        named = first > 1 and tokens[first - 1].kind == "OPERATOR"
        name = "".join(each.written for each in tokens[first - 2 : first]) if named else ""
        return Slip(
            f"“{written}” is more than one word.",
            *place,
            f"Put words that belong together in quotation marks: {name}“{written}”. "
            "Join words that may stand apart with and.",
        )
    return Slip(
        f"Between “{before.written}” and “{token.written}” a joining word is expected.",
        token.start_char,
        token.end_char,
        "Join terms with and, or, and not, overlaps, within, contains, precedes, follows "
        "or near(2 turns).",
    )


def _is_open(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Where the innermost bracket stands that is not closed yet."""
    opened: list[tuple[int, int]] = []
    for token in tokens:
        if token.kind in ("LPAR", "FUNCTION"):
            opened.append((token.end_char - 1, token.end_char))
        elif token.kind == "RPAR" and opened:
            opened.pop()
    return opened[-1] if opened else None
