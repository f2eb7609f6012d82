"""What speaks against a finding."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from crosscase.server.asking import Asking
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.quotes import AgainstAnswer, against_answer

router = APIRouter(tags=["findings"])


@router.get("/findings/{finding}/against")
async def finding_against(
    asking: Asking,
    finding: IdText,
    most: Annotated[int, Query(ge=1, le=100, description="Passages of each sort.")] = 5,
) -> AgainstAnswer:
    """Passages unlike those quoted, participants who did not say it, and counter-cases."""
    return await asking.read(
        lambda study: against_answer(study.findings.against(finding, most=most))
    )
