"""Approvals: what allows the study, under which conditions and until when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

from crosscase.server.shapes.field_people import NamedThing, named_thing

if TYPE_CHECKING:
    from crosscase.model.fieldwork_nouns import Approval
    from crosscase.model.ids import Id

__all__ = ["ApprovalList", "ApprovalRow", "approval_row"]


class ApprovalRow(BaseModel):
    """One approval, or an amendment to one."""

    id: str
    name: str
    body: str | None = Field(description="Who gave it.")
    reference: str | None
    day: str | None
    end_day: str | None = Field(description="The last day that it covers.")
    retention_day: str | None = Field(description="The day until which data are kept.")
    conditions: str | None
    amends: NamedThing | None
    note: str | None


class ApprovalList(BaseModel):
    """The approvals by day."""

    approvals: list[ApprovalRow]


def approval_row(approval: Approval, names: Mapping[Id, str]) -> ApprovalRow:
    """An approval as an answer has it."""
    return ApprovalRow(
        id=approval.id,
        name=approval.name,
        body=approval.body,
        reference=approval.reference,
        day=approval.day,
        end_day=approval.end_day,
        retention_day=approval.retention_day,
        conditions=approval.conditions,
        amends=named_thing(approval.amends, names),
        note=approval.note,
    )
