"""From the pieces the grammar finds to the tree of a query, checking what the grammar cannot."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, cast

from lark import Token, Transformer

from crosscase.errors import MistakeOfUse, nearest_names_hint
from crosscase.model.slips import Slip
from crosscase.query.dates import days_meant
from crosscase.query.expression import (
    ANY,
    KNOWN_FIELDS,
    WORDS_FOR_CODE,
    And,
    CodeTerm,
    Comparison,
    Expression,
    FieldTerm,
    Not,
    Or,
    Position,
    Relation,
    TextKind,
    TextTerm,
    Unit,
)
from crosscase.query.text_match import compile_text_term

__all__ = ["TreeBuilder", "distance_of"]

_RELATION = re.compile(r"(\w+?)(?:\s*\(\s*(\d+)\s*([^\W\d_]*)\s*\))?")
_ESCAPE = re.compile(r'\\([\\"“”„«»*])')
_ESCAPED_SLASH = re.compile(r"\\(.)", re.DOTALL)
_UNITS: dict[str, Unit] = {
    **{"turn": "turns", "turns": "turns", "word": "words", "words": "words"},
    **{"char": "chars", "chars": "chars", "character": "chars", "characters": "chars"},
}
_OPERATORS = {"≤": "<=", "≥": ">=", "≠": "!=", "<>": "!=", "==": "="}
_CHOICES = {
    "valence": ("enabling", "constraining", "mixed"),
    "basis": ("asserted", "inferred"),
}
_LONGEST_DISTANCE = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Plain:
    """One word, quotation, pattern or function as it was written, with its value."""

    kind: Literal["word", "string", "regex", "stem", "wildcard"]
    value: str
    written: str
    start_char: int
    end_char: int
    is_starred: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands after a name and its operator: one value, several, or from and to."""

    form: Literal["one", "several", "between"]
    plains: tuple[Plain, ...]


class TreeBuilder(Transformer[Token, Expression]):
    """One method a rule of the grammar; each is given what its parts became."""

    def start(self, parts: list[Expression]) -> Expression:
        return parts[0]

    def any_of(self, parts: list[Expression]) -> Expression:
        return Or(tuple(parts), parts[0].start_char, parts[-1].end_char)

    def all_of(self, parts: list[Expression]) -> Expression:
        return And(tuple(parts), parts[0].start_char, parts[-1].end_char)

    def negation(self, parts: list[Any]) -> Expression:
        word, part = parts
        return Not(part, word.start_pos, part.end_char)

    def position(self, parts: list[Any]) -> Expression:
        left, word, right = parts
        relation, distance, unit = distance_of(str(word), word.start_pos)
        places = (left.start_char, right.end_char)
        return Position(relation, left, right, distance, unit, *places)

    def bare_term(self, parts: list[Plain]) -> Expression:
        plain = parts[0]
        if plain.kind == "word" and plain.value[0] in "-+" and len(plain.value) > 1:
            raise Slip(
                f"“{plain.value[0]}” before a word has no meaning here.",
                plain.start_char,
                plain.end_char,
                f"To leave it out write not {plain.value[1:]}; to look for the word alone, "
                f"put it in quotation marks.",
            )
        return _text_term(plain, plain.start_char)

    def field_term(self, parts: list[Any]) -> Expression:
        name, operator, asked = parts
        sign = re.sub(r"\s", "", str(operator))
        return _term(name, _OPERATORS.get(sign, sign), operator, asked)

    def name(self, parts: list[Token]) -> Plain:
        return _plain(parts[0])

    def one(self, parts: list[Plain]) -> Asked:
        return Asked("one", tuple(parts))

    def several(self, parts: list[Plain]) -> Asked:
        return Asked("several", tuple(parts))

    def between(self, parts: list[Any]) -> Asked:
        return Asked("between", (parts[0], parts[2]))

    def plain(self, parts: list[Token]) -> Plain:
        if parts[0].type != "FUNCTION":
            return _plain(parts[0])
        function, values = parts[0], [_plain(part) for part in parts[1:]]
        kind = cast(Literal["stem", "wildcard"], re.sub(r"\W", "", function).lower())
        value = " ".join(each.value for each in values)
        end = parts[-1].end_pos or 0
        return Plain(kind, value, f"{kind}({value})", function.start_pos or 0, end)


def distance_of(written: str, start_char: int) -> tuple[Relation, int | None, Unit | None]:
    """The relation of ``near(2 turns)`` with its distance and unit; a Slip if they are amiss."""
    found = _RELATION.fullmatch(written)
    assert found is not None, written
    relation, number, unit = cast(Relation, found[1].lower()), found[2], found[3]
    place = (start_char, start_char + len(written))
    example = f"Write {relation}(2 turns), {relation}(10 words) or {relation}(200 chars)."
    if number is None:
        if relation == "near":
            raise Slip("near needs a distance: a whole number and its unit.", *place, example)
        return relation, None, None
    if not unit:
        raise Slip(f"{relation}({number}) does not say {number} of what.", *place, example)
    if unit.lower() not in _UNITS:
        raise Slip(f"“{unit}” is not a unit of distance in a text.", *place, example)
    if len(number) > 10 or int(number) > _LONGEST_DISTANCE:
        raise Slip(f"The distance {number} is longer than any text.", *place, example)
    return relation, int(number), _UNITS[unit.lower()]


def _plain(token: Token) -> Plain:
    place = (token.start_pos or 0, token.end_pos or 0)
    written = str(token)
    if token.type == "WORD":
        return Plain("word", written, written, *place)
    if token.type == "REGEX":
        return Plain("regex", written, written, *place)
    inner = written[1:-1]
    is_starred = "*" in _ESCAPE.sub("", inner)
    return Plain("string", _ESCAPE.sub(r"\1", inner), written, *place, is_starred)


def _text_term(plain: Plain, start_char: int) -> Expression:
    pattern, flags = plain.value, ""
    kind: TextKind = "phrase"
    if plain.kind == "regex":
        body, _, flags = plain.value[1:].rpartition("/")
        pattern, kind = _ESCAPED_SLASH.sub(_without_escape, body), "regex"
    elif plain.kind in ("stem", "wildcard"):
        kind = plain.kind
    elif plain.is_starred:
        # In a quotation a question mark is one; only the star was surely meant as a wildcard.
        pattern, kind = pattern.replace("?", " "), "wildcard"
    elif plain.kind == "word" and ("*" in pattern or "?" in pattern):
        kind = "wildcard"
    term = TextTerm(kind, pattern, flags, start_char, plain.end_char)
    try:
        compile_text_term(term, str)
    except MistakeOfUse as error:
        place = (plain.start_char, plain.end_char)
        raise Slip(error.sentence, *place, error.hint) from error
    return term


def _without_escape(found: re.Match[str]) -> str:
    return "/" if found[1] == "/" else found[0]


def _term(name: Plain, sign: str, operator: Token, asked: Asked) -> Expression:
    field = name.value.strip()
    field = field.lower() if field.lower() in KNOWN_FIELDS else field
    if sign == ":=" and field.lower() in WORDS_FOR_CODE:
        field = "code"  # only a code has codes below it to be left out
    place = (operator.start_pos or 0, operator.end_pos or 0)
    values = ", ".join(plain.written for plain in asked.plains)
    shown = f"({values})" if asked.form == "several" else values
    if not field:
        raise Slip("A name is missing between the quotation marks.", name.start_char, name.end_char)
    if sign == "=" or (sign == ":=" and field != "code"):
        raise Slip(
            f"A name and its value are joined by “:”, not by “{operator}”.",
            *place,
            f"Write {name.written}:{shown}.",
        )
    if field in ("code", "text"):
        if sign not in (":", ":="):
            raise Slip(
                f"After “{field}” stands “:”, not “{operator}”.",
                *place,
                f"Write {'not ' if sign == '!=' else ''}{field}:{shown}.",
            )
        return _any_of(name, asked, _code_term(sign) if field == "code" else _text_term)
    return _field_term(field, sign, name, asked)


def _any_of(name: Plain, asked: Asked, make: Callable[[Plain, int], Expression]) -> Expression:
    if asked.form == "between":
        raise _no_order(name.value, asked)
    if len(asked.plains) == 1:
        return make(asked.plains[0], name.start_char)
    terms = tuple(make(plain, plain.start_char) for plain in asked.plains)
    return Or(terms, name.start_char, asked.plains[-1].end_char)


def _code_term(sign: str) -> Callable[[Plain, int], Expression]:
    def make(plain: Plain, start_char: int) -> Expression:
        value = _named_value("code", plain)
        return CodeTerm(value, sign == ":", start_char, plain.end_char)

    return make


def _field_term(field: str, sign: str, name: Plain, asked: Asked) -> Expression:
    is_ordered = field == "date" or field not in KNOWN_FIELDS
    comparison = cast(Comparison, ".." if asked.form == "between" else sign)
    if comparison not in (":", "!="):
        if not is_ordered:
            raise _no_order(field, asked)
        if asked.form == "several" or any(plain.value == ANY for plain in asked.plains):
            raise Slip(
                f"“{sign}” compares with one value.",
                asked.plains[0].start_char,
                asked.plains[-1].end_char,
                f"Write for instance {name.written}>=2 or {name.written}:2..5.",
            )
        if asked.form == "between" and sign != ":":
            raise Slip(
                "From and to are asked with “:”.",
                asked.plains[0].start_char,
                asked.plains[-1].end_char,
                f"Write {name.written}:{asked.plains[0].written}..{asked.plains[1].written}.",
            )
    values = tuple(_named_value(field, plain) for plain in asked.plains)
    return FieldTerm(field, comparison, values, name.start_char, asked.plains[-1].end_char)


def _no_order(field: str, asked: Asked) -> Slip:
    return Slip(
        f"“{field}” has no order of more and less; only date and attributes have.",
        asked.plains[0].start_char,
        asked.plains[-1].end_char,
        f"List what you look for: {field}:(“A”, “B”).",
    )


def _named_value(field: str, plain: Plain) -> str:
    place = (plain.start_char, plain.end_char)
    if plain.kind not in ("word", "string"):
        raise Slip(
            f"Only text can be searched with a pattern; “{field}” needs a name or a value.",
            *place,
            "Write text:/pattern/, or put a name that holds such signs in quotation marks.",
        )
    value = plain.value.strip()
    if not value:
        raise Slip(f"A value for “{field}” is missing between the quotation marks.", *place)
    if value == ANY:
        return value
    if field == "date" and days_meant(value) is None:
        raise Slip(
            f"“{value}” is not a date.", *place, "Write 2024-03-01, 2024-03 or 2024 for a date."
        )
    if field in _CHOICES:
        choices = _CHOICES[field]
        if value.lower() not in choices:
            listed = ", ".join(choices)
            hint = nearest_names_hint(value, choices) or f"Choose one of {listed}."
            raise Slip(f"“{value}” is not a {field}.", *place, hint)
        return value.lower()
    return value
