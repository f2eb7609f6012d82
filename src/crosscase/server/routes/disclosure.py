"""Whether quotes let a reader find who spoke, the policy on that, and what was released."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from crosscase.model.ids import Id
from crosscase.query.intervals import Intervals
from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.disclosure import (
    DisclosureAnswer,
    ExportAnswer,
    Name,
    NewRelease,
    PassageText,
    PolicyAnswer,
    PolicyChange,
    ReleaseChange,
    ReleaseList,
    ReleasePage,
    disclosure_answer,
    export_answer,
    release_page,
    release_row,
)
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.matrix import Count, CountedOf, Label, Side, Where
from crosscase.server.shapes.saved import Saved
from crosscase.server.shapes.search import Question
from crosscase.study import Study

router = APIRouter(tags=["disclosure"])


@router.get("/disclosure")
async def disclosure(
    asking: Asking,
    q: Question | None = None,
    set: Annotated[Name | None, Query(description="A set, by name or id.")] = None,
    code: Annotated[Name | None, Query(description="A code and those below it.")] = None,
    source: Annotated[IdText | None, Query(description="The coded passages of a source.")] = None,
    codings: Annotated[
        list[IdText] | None, Query(max_length=500, description="Codings by their ids.")
    ] = None,
    passages: Annotated[
        list[PassageText] | None,
        Query(max_length=500, description="Each as its source, start and end: id.120.184."),
    ] = None,
    by: Annotated[
        list[Name] | None,
        Query(max_length=10, description="What is printed beside a quote: role, site."),
    ] = None,
    tables: Annotated[
        list[Name] | None,
        Query(max_length=20, description="Tables printed beside the quotes: site,sector."),
    ] = None,
    every: Annotated[bool, Query(description="Every coded passage, beside tables too.")] = False,
    k: Annotated[int | None, Query(ge=1, le=1_000)] = None,
    words: Annotated[bool, Query(description="Look at the words too.")] = True,
) -> DisclosureAnswer:
    """The risks of quotes and tables, joined with all that was released before."""

    def answer(study: Study) -> DisclosureAnswer:
        report = study.disclosure.risks(
            _places(passages),
            query=q,
            set=set,
            code=code,
            source=source,
            codings=codings,
            every=every,
            attribution=by,
            tables=tables or (),
            k=k,
            words=words,
        )
        return disclosure_answer(report)

    return await asking.read(answer)


@router.get("/disclosure/export")
async def disclosure_of_export(
    asking: Asking,
    q: Question | None = None,
    code: Annotated[Name | None, Query(description="A code and those below it.")] = None,
    source: Annotated[IdText | None, Query(description="The coded passages of a source.")] = None,
    passages: Annotated[
        list[PassageText] | None,
        Query(max_length=500, description="Each as its source, start and end: id.120.184."),
    ] = None,
) -> ExportAnswer:
    """How many quotes of an export would tell who spoke: quick, however many there are."""
    return await asking.read(
        lambda study: export_answer(
            study.disclosure.export_check(_places(passages), query=q, code=code, source=source)
        )
    )


def _cell_asked(
    of: CountedOf,
    rows: Side = "codes",
    columns: Side = "sites",
    count: Count = "participants",
    where: Where = None,
    row: Label = None,
    column: Label = None,
) -> Callable[[Study], Intervals]:
    """Where the passages behind a cell of a matrix lie, or behind one of its totals."""

    def places(study: Study) -> Intervals:
        made = study.matrix(rows, columns, count=count, where=where or None, **of)
        return made.places_of(row, column).places

    return places


_Cell = Annotated[Callable[[Study], Intervals], Depends(_cell_asked)]


@router.get("/disclosure/cell")
async def disclosure_of_cell(asking: Asking, cell: _Cell) -> DisclosureAnswer:
    """The risks of all quotes behind a cell of a matrix, by their labels."""
    return await asking.read(
        lambda study: disclosure_answer(study.disclosure.risks(places=cell(study), words=False))
    )


@router.get("/disclosure/cell/export")
async def disclosure_of_cell_export(asking: Asking, cell: _Cell) -> ExportAnswer:
    """How many of the quotes behind a cell of a matrix would tell who spoke."""
    return await asking.read(
        lambda study: export_answer(study.disclosure.export_check(places=cell(study)))
    )


@router.get("/disclosure/policy")
async def disclosure_policy(asking: Asking) -> PolicyAnswer:
    """What the study keeps to when quotes and tables leave it."""
    return await asking.read(
        lambda study: PolicyAnswer(policy=study.disclosure.policy().to_plain())
    )


@router.put("/disclosure/policy")
async def make_disclosure_policy(acting: Acting, says: PolicyChange) -> Saved:
    """Change parts of the policy."""

    def act(study: Study) -> None:
        study.disclosure.set_policy(says.policy)

    return await acting.write(act)


@router.get("/releases")
async def releases(asking: Asking) -> ReleaseList:
    """What left the study, by day."""
    return await asking.read(
        lambda study: ReleaseList(releases=[release_row(each) for each in study.releases.all()])
    )


@router.get("/releases/{release}")
async def release_details(asking: Asking, release: IdText) -> ReleasePage:
    """One release with the places that left."""
    return await asking.read(lambda study: release_page(study.releases.get(release)))


@router.post("/releases")
async def record_release(acting: Acting, says: NewRelease) -> Saved:
    """Record what left; later checks are joined with it."""

    def act(study: Study) -> list[Id]:
        report = study.disclosure.risks(
            _places(says.passages),
            query=says.query,
            set=says.set,
            code=says.code,
            source=says.source,
            codings=says.codings,
            every=says.every,
            attribution=says.by,
            tables=says.tables,
            words=False,
        )
        made = study.releases.record(
            says.name,
            report,
            kind=says.kind,
            day=says.day,
            recipient=says.recipient,
            note=says.note,
            remedy=says.remedy,
        )
        return [made.id]

    return await acting.write(act)


@router.patch("/releases/{release}")
async def change_release(acting: Acting, release: IdText, says: ReleaseChange) -> Saved:
    """Change what is said of a release."""

    def act(study: Study) -> None:
        told = says.model_dump(exclude_unset=True)
        if "kind" in told:
            told["release_kind"] = told.pop("kind")
        study.releases.change(release, **told)

    return await acting.write(act)


@router.delete("/releases/{release}")
async def remove_release(acting: Acting, release: IdText) -> Saved:
    """Remove a release that never left."""

    def act(study: Study) -> None:
        study.releases.remove(release)

    return await acting.write(act)


@router.post("/releases/{release}/restore")
async def restore_release(acting: Acting, release: IdText) -> Saved:
    """Bring a removed release back."""

    def act(study: Study) -> None:
        study.releases.restore(release)

    return await acting.write(act)


def _places(passages: list[str] | None) -> list[tuple[str, int, int]] | None:
    if passages is None:
        return None
    parts = (each.split(".") for each in passages)
    return [(source, int(start), int(end)) for source, start, end in parts]
