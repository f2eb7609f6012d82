"""How the study was done, as Word documents: methods, sample, audit trail, checklists."""

from __future__ import annotations

import asyncio
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from crosscase import surroundings
from crosscase.server.asking import Asking, AsOf
from crosscase.server.file_answers import WordFile, file_headers, file_route
from crosscase.study_documents.telling import Telling

router = APIRouter(prefix="/documents", tags=["documents"])

ReportName = Literal["methods", "sample", "agreement", "audit", "coreq", "srqr", "entreq"]


@router.get("/report.docx", **file_route(WordFile, "A Word document."))
async def report_document(
    asking: Asking,
    response: Response,
    name: Annotated[ReportName, Query(description="Which report.")] = "methods",
    as_of: AsOf = None,
) -> WordFile:
    """How the study was done, or a reporting checklist, from what the study knows."""
    telling = Telling(surroundings.local_time_text, as_of or None)
    made = await asking.read(lambda study: study.reports.named(name, telling=telling))
    content = await asyncio.to_thread(made.to_bytes)
    return WordFile(content, headers=file_headers(response, made.file_name))
