"""Grids: their judgements with evidence for and against, and how two raters agree."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from crosscase.model.ids import Id
from crosscase.server.asking import Acting, Asking, AsOf
from crosscase.server.quoted_answers import QuotedEnding, QuotedFiles, quoted_file, quoted_route
from crosscase.server.shapes.charting import ChartWave
from crosscase.server.shapes.evidence import EvidenceTaken
from crosscase.server.shapes.grids import (
    AgreementAnswer,
    EvidenceGiven,
    GridAnswer,
    GridList,
    NewGrid,
    NewJudgement,
    Weighting,
    agreement_answer,
    grid_answer,
    grid_list,
)
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["grids"])

Case = Annotated[IdText | None, Query(description="The judgements of one case.")]
Rater = Annotated[str | None, Query(max_length=500, description="A rater, by name.")]


@router.get("/grids")
async def grids(asking: Asking) -> GridList:
    """The grids of the study, and those that can be added."""
    return await asking.read(lambda study: grid_list(study.grids.all(), study.grids.available()))


@router.post("/grids")
async def add_grid(acting: Acting, says: NewGrid) -> Saved:
    """Add a grid that comes with crosscase; those of files are added by a command."""

    def act(study: Study) -> list[Id]:
        return [study.grids.add_shipped(says.name).id]

    return await acting.write(act)


@router.get("/grids/{grid}")
async def grid(
    asking: Asking, grid: IdText, case: Case = None, wave: ChartWave = None
) -> GridAnswer:
    """A grid with its judgements, of one case or of all."""
    return await asking.read(
        lambda study: grid_answer(study.grids.table(grid, case=case, wave=wave or None))
    )


@router.delete("/grids/{grid}")
async def remove_grid(acting: Acting, grid: IdText) -> Saved:
    """Remove a grid with its judgements."""

    def act(study: Study) -> None:
        study.grids.remove(grid)

    return await acting.write(act)


@router.post("/grids/{grid}/restore")
async def restore_grid(acting: Acting, grid: IdText) -> Saved:
    """Bring a removed grid back with its judgements."""

    def act(study: Study) -> None:
        study.grids.restore(grid)

    return await acting.write(act)


@router.put("/grids/{grid}/judgements")
async def judge_cell(acting: Acting, grid: IdText, says: NewJudgement) -> Saved:
    """Judge one cell, in place of what you judged before."""

    def act(study: Study) -> list[Id]:
        made = study.grids.judge(
            grid,
            says.row,
            says.column,
            says.status,
            says.reason,
            case=says.case,
            wave=says.wave,
        )
        return [made.id]

    return await acting.write(act)


@router.delete("/judgements/{judgement}")
async def take_judgement_back(acting: Acting, judgement: IdText) -> Saved:
    """Take a judgement back: the cell is not judged then."""

    def act(study: Study) -> None:
        study.grids.take_back(judgement)

    return await acting.write(act)


@router.post("/judgements/{judgement}/restore")
async def restore_judgement(acting: Acting, judgement: IdText) -> Saved:
    """Bring a judgement back that was taken back."""

    def act(study: Study) -> None:
        study.grids.restore_judgement(judgement)

    return await acting.write(act)


@router.post("/judgements/{judgement}/evidence")
async def give_evidence(acting: Acting, judgement: IdText, says: EvidenceGiven) -> Saved:
    """Put passages behind a judgement, or against it."""

    def act(study: Study) -> None:
        places = [(each.source, each.start_char, each.end_char) for each in says.passages]
        study.grids.give_evidence(judgement, places, against=says.against)

    return await acting.write(act)


@router.post("/judgements/{judgement}/evidence/remove")
async def take_evidence(acting: Acting, judgement: IdText, says: EvidenceTaken) -> Saved:
    """Take passages away from a judgement."""

    def act(study: Study) -> None:
        study.grids.take_evidence(judgement, says.evidence)

    return await acting.write(act)


@router.get("/grids/{grid}/agreement")
async def grid_agreement(
    asking: Asking,
    grid: IdText,
    one: Rater = None,
    other: Rater = None,
    case: Case = None,
    wave: ChartWave = None,
    weights: Weighting = "linear",
) -> AgreementAnswer:
    """How two raters agree: weighted kappa, raw agreement, and the cells that differ."""
    return await asking.read(
        lambda study: agreement_answer(
            study.grids.agreement(
                grid, one or None, other or None, case=case, wave=wave or None, weights=weights
            )
        )
    )


@router.get("/documents/grid.{ending}", **quoted_route())
async def grid_file(
    asking: Asking,
    request: Request,
    response: Response,
    ending: QuotedEnding,
    grid: Annotated[IdText, Query(description="The grid.")],
    case: Case = None,
    wave: ChartWave = None,
    as_of: AsOf = None,
) -> Response:
    """A grid with its evidence as a file: each quote leads to its passage at this desk."""
    desk = str(request.base_url)

    def files(study: Study) -> QuotedFiles:
        return study.grids.files(grid, case=case, wave=wave or None, address=desk)

    return await quoted_file(asking, response, ending, "grid", files, as_of)
