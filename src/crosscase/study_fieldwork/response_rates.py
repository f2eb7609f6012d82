"""Response rates: how many were asked, what they said, and how many were interviewed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crosscase.fieldwork.recruitment import NONE, TOTAL
from crosscase.model.ids import Id
from crosscase.study_fieldwork.board import MET, Board, BoardPerson

__all__ = ["ResponseRate", "response_rates"]


@dataclass(frozen=True, slots=True)
class ResponseRate:
    """What came of asking the people of one group.

    ``asked`` = ``agreed`` + ``declined`` + ``unavailable`` + ``no_answer`` + ``waiting``. Both
    rates are shares of those asked, None where nobody was.
    """

    group: str
    found: int
    asked: int
    agreed: int
    declined: int
    unavailable: int
    no_answer: int
    waiting: int
    interviewed: int
    agreed_rate: float | None
    interviewed_rate: float | None


def response_rates(board: Board, label: Callable[[Id], str]) -> tuple[ResponseRate, ...]:
    """The rates of each group by name, and of all in the last line."""
    groups: dict[str, list[BoardPerson]] = {}
    for each in board.people:
        groups.setdefault(label(each.participant), []).append(each)
    names = sorted(groups, key=lambda name: (name == NONE, name.casefold(), name))
    rates = [_rate(name, groups[name]) for name in names]
    return (*rates, _rate(TOTAL, board.people))


def _rate(group: str, people: Sequence[BoardPerson]) -> ResponseRate:
    answers = [each.answer for each in people if each.answer is not None]
    interviewed = sum(each.stage in MET for each in people)
    agreed, asked = answers.count("agreed"), len(answers)
    return ResponseRate(
        group=group,
        found=len(people),
        asked=asked,
        agreed=agreed,
        declined=answers.count("declined"),
        unavailable=answers.count("unavailable"),
        no_answer=answers.count("no answer"),
        waiting=answers.count("waiting"),
        interviewed=interviewed,
        agreed_rate=agreed / asked if asked else None,
        interviewed_rate=interviewed / asked if asked else None,
    )
