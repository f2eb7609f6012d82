"""Sources: their list, one of them, and what is changed about it."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial

from fastapi import APIRouter

from crosscase.server.asking import Acting, Asking, require_unchanged
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.paged import Cursor, Most, Page
from crosscase.server.shapes.saved import Saved
from crosscase.server.shapes.sources import (
    SourceChange,
    SourceIds,
    SourcePage,
    SourceRow,
    source_page,
    source_row,
)
from crosscase.study import Study

router = APIRouter(tags=["sources"])


@router.get("/sources")
async def sources(asking: Asking, cursor: Cursor = None, most: Most = 100) -> Page[SourceRow]:
    """The sources in the order in which they came, with their figures."""

    def page(study: Study) -> Page[SourceRow]:
        lines = study.sources.lines()
        ids = list(lines)
        first = 0 if cursor is None else bisect_right(ids, cursor)
        shown = ids[first : first + most]
        return Page[SourceRow](
            items=[source_row(lines[id_]) for id_ in shown],
            next=shown[-1] if first + most < len(ids) else None,
            total=len(ids),
        )

    return await asking.read(page)


@router.get("/sources/{source}")
async def source(asking: Asking, source: IdText) -> SourcePage:
    """One source, with its attribute values and its current revision."""
    return await asking.read(lambda study: source_page(study.sources.detail(source)))


@router.patch("/sources/{source}")
async def describe_source(acting: Acting, source: IdText, says: SourceChange) -> Saved:
    """Change a source's name, language, date, note, or whether it may be quoted."""

    def act(study: Study) -> None:
        shown = study.sources.get(source)
        require_unchanged(says.was, partial(getattr, shown))
        study.sources.describe(source, **says.model_dump(exclude_unset=True, exclude={"was"}))

    return await acting.write(act)


@router.post("/sources/remove")
async def remove_sources(acting: Acting, says: SourceIds) -> Saved:
    """Remove several sources as one operation."""

    def act(study: Study) -> None:
        study.sources.remove(*says.sources)

    return await acting.write(act)


@router.delete("/sources/{source}")
async def remove_source(acting: Acting, source: IdText) -> Saved:
    """Remove a source: it and its codings are hidden until it is restored."""

    def act(study: Study) -> None:
        study.sources.remove(source)

    return await acting.write(act)


@router.post("/sources/{source}/restore")
async def restore_source(acting: Acting, source: IdText) -> Saved:
    """Bring a removed source back, with its codings."""

    def act(study: Study) -> None:
        study.sources.restore(source)

    return await acting.write(act)
