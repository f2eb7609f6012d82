"""Asking in the query language, and coding what was found."""

from __future__ import annotations

from fastapi import APIRouter

from crosscase.server.asking import Acting, Asking, saved
from crosscase.server.desk import Told
from crosscase.server.shapes.paged import Cursor, Most
from crosscase.server.shapes.passages import passage_row
from crosscase.server.shapes.search import CodedSearch, CodedSearchSaved, Question, SearchPage
from crosscase.study import Study

router = APIRouter(tags=["search"])


@router.get("/search")
async def search(
    asking: Asking, q: Question, cursor: Cursor = None, most: Most = 100
) -> SearchPage:
    """The passages that answer a question, page by page; a slip is answered with its place."""

    def page(study: Study) -> SearchPage:
        found = study.search(q, after=cursor, most=most)
        return SearchPage(
            items=[passage_row(each) for each in found.passages],
            next=found.following,
            total=found.total,
            expression=found.understood,
            sources=found.sources,
            participants=found.participants,
        )

    return await asking.read(page)


@router.post("/search/code")
async def code_search(acting: Acting, asked: CodedSearch) -> CodedSearchSaved:
    """Code every passage that a question finds, as one operation."""
    done = await acting.do(lambda study: Told(study.code_query(asked.q, asked.code)))
    return CodedSearchSaved(**saved(done).model_dump(), coded=done.told)
