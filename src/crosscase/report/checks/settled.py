"""Checks that nothing in the data can decide: they always hold, or never can."""

from __future__ import annotations

from crosscase.model.slips import Slip
from crosscase.report.checks.tree import (
    Against,
    Amount,
    CheckTree,
    Compared,
    Figure,
    FigureCheck,
    InteractionFigure,
    Sign,
)

__all__ = ["refuse_settled"]

_ALWAYS = "This holds whatever the data say, so it checks nothing."
_NEVER = "This cannot hold whatever the data say."


def refuse_settled(check: CheckTree) -> None:
    """Raise the slip of a check that is decided before anybody looks: >= 0, > 100%, 3 of 2."""
    if not isinstance(check, FigureCheck):
        return
    _refuse_share_of_itself(check.figure)
    relation = check.relation
    if isinstance(relation, Compared):
        _refuse_amount(relation.sign, relation.amount)
    if isinstance(relation, Against):
        _refuse_share_of_itself(relation.figure)
        if relation.figure == check.figure:
            _refuse_same(relation.sign, relation.figure)
    if check.parts is not None and isinstance(check.parts.how_many, Compared):
        _refuse_amount(check.parts.how_many.sign, check.parts.how_many.amount)


def _refuse_amount(sign: Sign, amount: Amount) -> None:
    place = (amount.start_char, amount.end_char)
    if amount.of is not None and amount.value > amount.of:
        raise Slip(_NEVER, *place, "No part is greater than its whole.")
    zero, whole = amount.value == 0, amount.is_share and amount.value == 1
    beyond = amount.is_share and amount.value > 1
    if (
        (sign == ">=" and zero)
        or (whole and sign == "<=")
        or (beyond and sign in ("<", "<=", "!="))
    ):
        raise Slip(_ALWAYS, *place, "Write the number that your claim rests on.")
    if (sign == "<" and zero) or (whole and sign == ">") or (beyond and sign in ("=", ">", ">=")):
        raise Slip(_NEVER, *place, "Write the number that your claim rests on.")


def _refuse_same(sign: Sign, figure: Figure) -> None:
    said = _ALWAYS if sign in ("=", ">=", "<=") else _NEVER
    raise Slip(
        said,
        figure.start_char,
        figure.end_char,
        "The same figure stands on both sides: compare it with another one.",
    )


def _refuse_share_of_itself(figure: Figure) -> None:
    if isinstance(figure, InteractionFigure) or figure.base is None or figure.base.query is None:
        return
    if figure.base.query == figure.query:
        raise Slip(
            "A share of itself is always 100%.",
            figure.base.query.start_char,
            figure.base.query.end_char,
            "Say after of: of what it is a part, such as of:passages(code:*).",
        )
