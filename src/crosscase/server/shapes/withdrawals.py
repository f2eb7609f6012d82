"""Withdrawals: those that stand, and what one hides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText

if TYPE_CHECKING:
    from crosscase.fieldwork.withdrawals import Output
    from crosscase.fieldwork.withdrawals import WithdrawalPreview as PreviewThere
    from crosscase.model.fieldwork_nouns import Withdrawal

__all__ = [
    "NewWithdrawal",
    "WithdrawalLifted",
    "WithdrawalList",
    "WithdrawalPreview",
    "WithdrawalRow",
    "withdrawal_preview",
    "withdrawal_row",
]


class WithdrawalRow(BaseModel):
    """A withdrawal that stands; whose it is has no name while it does."""

    participant: str
    day: str | None
    reason: str | None


class WithdrawalList(BaseModel):
    """The withdrawals by day."""

    withdrawals: list[WithdrawalRow]


class TouchedSource(BaseModel):
    """A source that is hidden whole."""

    id: str
    name: str | None
    others: int = Field(description="How many other participants speak in it.")
    turns: int
    codings: int


class UsedBy(BaseModel):
    """Something that used a participant's words or names them; it stays."""

    kind: str
    id: str
    name: str | None


class WithdrawalPreview(BaseModel):
    """What a withdrawal hides, and what used the participant's words."""

    sources: list[TouchedSource]
    counts: dict[str, int] = Field(description="How many things of each kind are hidden.")
    used_by: list[UsedBy]


class NewWithdrawal(Asked):
    """A participant takes their consent back."""

    participant: IdText
    day: Annotated[str, Field(max_length=40)] | None = None
    reason: Annotated[str, Field(max_length=20_000)] | None = None


class WithdrawalLifted(Asked):
    """A participant whose withdrawal is lifted."""

    participant: IdText


def withdrawal_row(withdrawal: Withdrawal) -> WithdrawalRow:
    """A withdrawal as an answer has it."""
    return WithdrawalRow(
        participant=withdrawal.participant, day=withdrawal.day, reason=withdrawal.reason
    )


def withdrawal_preview(told: PreviewThere) -> WithdrawalPreview:
    """What a withdrawal hides, as an answer has it."""
    outputs = told.outputs
    return WithdrawalPreview(
        sources=[
            TouchedSource(
                id=each.id,
                name=each.name,
                others=each.others,
                turns=each.turns,
                codings=each.codings,
            )
            for each in told.sources
        ],
        counts=dict(told.counts),
        used_by=[
            *_used("code", outputs.codes),
            *_used("query", outputs.queries),
            *_used("memo", outputs.memos),
            *_used("release", outputs.releases),
            *_used("finding", outputs.findings),
        ],
    )


def _used(kind: str, outputs: Iterable[Output]) -> list[UsedBy]:
    return [UsedBy(kind=kind, id=each.id, name=each.name) for each in outputs]
