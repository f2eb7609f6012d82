"""What each part of a question is about, and the question put so that it can be answered.

A part is about *codings* (who coded, when and how), about *turns* (who speaks, where, in which
source), or it gives *passages* of its own (codes, text, and whatever joins the two kinds).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from math import prod
from typing import Literal

from crosscase.errors import MistakeOfUse
from crosscase.query.expression import (
    CODING_FIELDS,
    And,
    CodeTerm,
    Expression,
    FieldTerm,
    Not,
    Or,
    Position,
    TextTerm,
    children,
)

__all__ = ["About", "about", "asks_for_codes", "parts_of_and", "planned"]

About = Literal["codings", "turns", "passages"]

_MOST_COMBINATIONS = 256


def about(expression: Expression) -> About:
    """What an expression is about."""
    match expression:
        case FieldTerm(field=field):
            return "codings" if field in CODING_FIELDS else "turns"
        case CodeTerm() | TextTerm() | Position():
            return "passages"
        case Not(part=part):
            return about(part)
    kinds = {about(part) for part in children(expression)}
    return kinds.pop() if len(kinds) == 1 else "passages"


def asks_for_codes(expression: Expression) -> bool:
    """Whether some passages of an answer come from a code term, so that coders can be asked of it.

    What stands after not, or on the right of a position, gives no passages.
    """
    match expression:
        case CodeTerm():
            return True
        case Not():
            return False
        case Position(left=left):
            return asks_for_codes(left)
    return any(asks_for_codes(part) for part in children(expression))


def parts_of_and(expression: Expression) -> tuple[Expression, ...]:
    """What must hold together: the parts of an and, those of ands inside it among them."""
    if not isinstance(expression, And):
        return (expression,)
    return tuple(inner for part in expression.parts for inner in parts_of_and(part))


def planned(expression: Expression) -> Expression:
    """The same question without double negation, and without mixed ors inside an and.

    ``code:a and (code:b or site:"X")`` asks for what ``a`` shares with ``b``, or for what is
    coded ``a`` in that site; it is answered as the or of these two.
    """
    match expression:
        case Not(part=Not(part=part)):
            return planned(part)
        case Not(part=part):
            return Not(planned(part), *_place(expression))
        case Position():
            left, right = planned(expression.left), planned(expression.right)
            return Position(
                expression.relation,
                left,
                right,
                expression.distance,
                expression.unit,
                *_place(expression),
            )
        case Or(parts=parts):
            return Or(tuple(planned(part) for part in parts), *_place(expression))
        case And(parts=parts):
            return _distributed(expression, [planned(part) for part in parts])
    return expression


def _distributed(whole: And, parts: Sequence[Expression]) -> Expression:
    choices = [_choices(inner) for part in parts for inner in parts_of_and(part)]
    if prod(len(each) for each in choices) > _MOST_COMBINATIONS:
        raise MistakeOfUse(
            "The question joins too many alternatives of different kinds with and.",
            slug="question-too-large",
            hint="Ask it in several questions.",
        )
    wholes = [And(_flat(chosen), *_place(whole)) for chosen in product(*choices)]
    return wholes[0] if len(wholes) == 1 else Or(tuple(wholes), *_place(whole))


def _choices(part: Expression) -> tuple[Expression, ...]:
    if isinstance(part, Or) and len({about(each) for each in part.parts}) > 1:
        return part.parts
    return (part,)


def _flat(parts: Iterable[Expression]) -> tuple[Expression, ...]:
    return tuple(inner for part in parts for inner in parts_of_and(part))


def _place(expression: Expression) -> tuple[int, int]:
    return expression.start_char, expression.end_char
