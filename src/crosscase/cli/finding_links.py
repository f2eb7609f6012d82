"""`crosscase findings link`: tie a sentence of a Word manuscript to the finding that it tells."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from crosscase.cli.files import require_free, write_new
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.rendering import Answer, shortened

__all__ = ["link"]


def link(
    file: Annotated[Path, says("The Word document.", "FILE")],
    study: StudyPath,
    finding: Annotated[str, says("The finding, by its name.", "FINDING")],
    /,
    *,
    sentence: Annotated[str | None, says("The sentence, or words that stand in no other.")] = None,
    number: Annotated[int | None, says("Or the how-manieth sentence it is.")] = None,
    out: Annotated[
        Path | None, says("Write a copy with the finding's id around the sentence.")
    ] = None,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Link a sentence of a Word document to a finding; `crosscase check` finds it again.

    crosscase findings link paper.docx ics.crosscase F3 --sentence "Leaders in all three sites"
    """
    if not leaving.replace:
        require_free(out)
    with opened(study, common) as work:
        if out is not None:
            leaving.check(work, out)
        linked = work.manuscripts.link(file, finding, sentence=sentence, number=number)
    if out is not None and linked.document is not None:
        write_new(out, linked.document, replace=leaving.replace)
    claim = linked.claim
    data = {
        "claim": claim.id,
        "finding": claim.finding_name,
        "manuscript": claim.manuscript,
        "sentence": claim.sentence,
        "place": dict(claim.place),
        "file": None if out is None else str(out),
    }
    where = "" if out is None else f" The copy is {out}."
    told = f"“{shortened(claim.sentence)}” tells {claim.finding_name} now.{where}"
    return Answer(data, told)
