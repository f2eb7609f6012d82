"""What a query says, as a tree of terms and operators, and the tree written out again.

Every node knows where it stands in the expression it was read from (``start_char``,
``end_char``), so that whoever answers it can point at what cannot be answered. Two trees that
say the same are equal wherever they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Literal, TypeAlias

__all__ = [
    "ANY",
    "CODING_FIELDS",
    "KEYWORDS",
    "KNOWN_FIELDS",
    "RELATIONS",
    "UNITS",
    "WORDS_FOR_CODE",
    "And",
    "CodeTerm",
    "Comparison",
    "Expression",
    "FieldTerm",
    "Not",
    "Or",
    "Position",
    "Relation",
    "TextKind",
    "TextTerm",
    "Unit",
    "children",
    "to_text",
]

TextKind = Literal["phrase", "stem", "wildcard", "regex"]
Comparison = Literal[":", "!=", "<", "<=", ">", ">=", ".."]
Relation = Literal["overlaps", "within", "contains", "precedes", "follows", "near"]
Unit = Literal["turns", "words", "chars"]

ANY = "*"
"""The name that stands for any: ``code:*``, ``sector:*``."""

CODING_FIELDS = ("coder", "date", "valence", "basis")
"""Fields that ask about codings: who coded, when, and how."""

KNOWN_FIELDS = (
    *("code", "text"),
    *CODING_FIELDS,
    *("source", "speaker", "participant", "language", "set"),
)
"""Names with a meaning of their own; any other name is a kind of case or an attribute."""

WORDS_FOR_CODE = ("node", "tag", "label", "category")
"""What other tools call a code; read as one where the study has nothing else of that name."""

RELATIONS: tuple[Relation, ...] = (
    *("overlaps", "within", "contains"),
    *("precedes", "follows", "near"),
)
UNITS: tuple[Unit, ...] = ("turns", "words", "chars")
KEYWORDS = ("and", "or", "not", *RELATIONS)


@dataclass(frozen=True, slots=True)
class CodeTerm:
    """Passages coded with a code, and unless told otherwise with any code below it.

    ``name`` is a name, a path (``Resources > short-term funding``) or ``*`` for any code.
    """

    name: str
    with_descendants: bool = True
    start_char: int = dataclass_field(default=0, compare=False)
    end_char: int = dataclass_field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class TextTerm:
    """Passages whose text matches; ``flags`` are those of a regex (``i``: case aside)."""

    kind: TextKind
    pattern: str
    flags: str = ""
    start_char: int = dataclass_field(default=0, compare=False)
    end_char: int = dataclass_field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class FieldTerm:
    """A named property compared with values.

    With ``:`` one of the values must hold, with ``!=`` none; ``..`` has two, from and to, both
    included; the others have one. The value ``*`` stands for any value at all.
    """

    field: str
    comparison: Comparison
    values: tuple[str, ...]
    start_char: int = dataclass_field(default=0, compare=False)
    end_char: int = dataclass_field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class And:
    """All of two or more parts."""

    parts: tuple[Expression, ...]
    start_char: int = dataclass_field(default=0, compare=False)
    end_char: int = dataclass_field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Or:
    """Any of two or more parts."""

    parts: tuple[Expression, ...]
    start_char: int = dataclass_field(default=0, compare=False)
    end_char: int = dataclass_field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """What the part is not."""

    part: Expression
    start_char: int = dataclass_field(default=0, compare=False)
    end_char: int = dataclass_field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Position:
    """Passages of the left that stand in a relation to one of the right.

    ``distance`` is the most that may lie between them, in ``unit``; None where none was given.
    """

    relation: Relation
    left: Expression
    right: Expression
    distance: int | None = None
    unit: Unit | None = None
    start_char: int = dataclass_field(default=0, compare=False)
    end_char: int = dataclass_field(default=0, compare=False)


Expression: TypeAlias = CodeTerm | TextTerm | FieldTerm | And | Or | Not | Position

_BARE = re.compile(r"[^\W_][\w-]*(?:\.[\w-]+)*")
_BARE_WILDCARD = re.compile(r"(?=.*[*?])[^\W_][\w*?]*(?:-[\w*?]+)*")
_ESCAPED_PAIR = re.compile(r"\\(.)|/", re.DOTALL)
# How tightly a node holds together; a looser one inside a tighter one needs brackets.
_LOOSENESS: dict[type[Expression], int] = {Or: 4, And: 3, Position: 2, Not: 1}


def children(expression: Expression) -> tuple[Expression, ...]:
    """The parts an expression is made of; none for a term."""
    match expression:
        case And(parts=parts) | Or(parts=parts):
            return parts
        case Not(part=part):
            return (part,)
        case Position(left=left, right=right):
            return (left, right)
    return ()


def to_text(expression: Expression) -> str:
    """The expression written out in one canonical way; reading it gives the same tree."""
    match expression:
        case CodeTerm(name=name, with_descendants=with_descendants):
            return f"code:{'' if with_descendants else '='}{_name(name)}"
        case TextTerm():
            return f"text:{_text_pattern(expression)}"
        case FieldTerm():
            return _field_text(expression)
        case And(parts=parts):
            return " and ".join(_within(part, 2) for part in parts)
        case Or(parts=parts):
            return " or ".join(_within(part, 3) for part in parts)
        case Not(part=part):
            return f"not {_within(part, 1)}"
        case Position():
            # Chains read from the left, so only a chain on the right needs brackets.
            left, right = _within(expression.left, 2), _within(expression.right, 1)
            return f"{left} {_relation(expression)} {right}"


def _within(part: Expression, loosest: int) -> str:
    text = to_text(part)
    return f"({text})" if _LOOSENESS.get(type(part), 0) > loosest else text


def _relation(position: Position) -> str:
    if position.distance is None:
        return position.relation
    return f"{position.relation}({position.distance} {position.unit})"


def _field_text(term: FieldTerm) -> str:
    name, values = _name(term.field), [_name(value) for value in term.values]
    if term.comparison == "..":
        return f"{name}:{_range_end(term.values[0])}..{_range_end(term.values[1])}"
    if len(values) > 1:
        return f"{name}{term.comparison}({', '.join(values)})"
    return f"{name}{term.comparison}{values[0]}"


def _text_pattern(term: TextTerm) -> str:
    match term.kind:
        case "phrase":
            return term.pattern if _is_bare(term.pattern) else _quoted(term.pattern, star=True)
        case "stem":
            return f"stem({_name(term.pattern)})"
        case "wildcard":
            if _BARE_WILDCARD.fullmatch(term.pattern):
                return term.pattern
            return f"wildcard({_quoted(term.pattern)})"
        case "regex":
            return f"/{_ESCAPED_PAIR.sub(_with_escaped_slash, term.pattern)}/{term.flags}"


def _with_escaped_slash(found: re.Match[str]) -> str:
    return r"\/" if found[0] == "/" else found[0]


def _is_bare(name: str) -> bool:
    return _BARE.fullmatch(name) is not None and name.casefold() not in KEYWORDS


def _name(name: str) -> str:
    return name if name == ANY or _is_bare(name) else _quoted(name)


def _range_end(value: str) -> str:
    return value if _is_bare(value) else _quoted(value)


def _quoted(text: str, star: bool = False) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + (text.replace("*", "\\*") if star else text) + '"'
