"""The words of a source, its codings on them, and corrections."""

from __future__ import annotations

from fastapi import APIRouter, Response

from crosscase.intake.correcting import Correction as Corrected
from crosscase.server.asking import Acting, Asking
from crosscase.server.desk import Told
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.server.shapes.texts import (
    CorrectedText,
    Correction,
    SourceCodings,
    SourceText,
    brief,
    source_text,
)
from crosscase.study import Study

router = APIRouter(tags=["sources"])


@router.get("/sources/{source}/text", response_model=SourceText)
async def source_words(asking: Asking, source: IdText) -> Response:
    """The current words of a source with its turns, labels, headings and pages."""
    return await asking.read_encoded(lambda study: source_text(study.sources.words(source)))


@router.get("/sources/{source}/codings", response_model=SourceCodings)
async def source_codings(asking: Asking, source: IdText) -> Response:
    """The codings of a source by their places."""
    return await asking.read_encoded(lambda study: study.sources.codings(source))


@router.post("/sources/{source}/corrections")
async def correct_source(
    acting: Acting, source: IdText, says: CorrectedText, preview: bool = False
) -> Correction:
    """Correct the words of a source; with preview only say what that would do to its codings."""

    def act(study: Study) -> Told:
        return Told(
            study.sources.correct(
                source, says.text, note=says.note, revision=says.revision, dry_run=preview
            )
        )

    if preview:
        heads, corrected = await acting.desk.read(lambda study: (study.heads, act(study).told))
        return _correction(corrected, heads)
    done = await acting.do(act)
    return _correction(done.told, done.heads, done.operation, done.sentence)


@router.post("/sources/{source}/settle")
async def settle_source(acting: Acting, source: IdText) -> Saved:
    """Take corrections that others made at the same time into the current words."""

    def act(study: Study) -> None:
        study.sources.settle(source)

    return await acting.write(act)


def _correction(
    corrected: Corrected | None,
    heads: str,
    operation: str | None = None,
    sentence: str | None = None,
) -> Correction:
    # An intent that an earlier process answered is known by its operation alone.
    return Correction(
        operation=operation,
        sentence=sentence,
        heads=heads,
        kept=corrected.kept if corrected else 0,
        touched=[brief(each) for each in corrected.touched] if corrected else [],
        lost=[brief(each) for each in corrected.lost] if corrected else [],
    )
