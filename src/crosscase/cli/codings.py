"""`crosscase codings`: list, re-code, adjust, qualify, remove, restore, import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from crosscase.cli.importing_tables import import_codings
from crosscase.cli.opening import opened
from crosscase.cli.options import (
    COMMON,
    Common,
    DryRun,
    Strict,
    StudyPath,
    given,
    says,
    span,
)
from crosscase.cli.rendering import Answer, counted
from crosscase.cli.table_files import table_of
from crosscase.cli.verbs import did
from crosscase.model.regions import region_of_text

if TYPE_CHECKING:
    import polars

    from crosscase.study import Study

app = App(name="codings")
CodingId = Annotated[str, says("The coding, by its id.", "CODING")]
CodingIds = Annotated[list[str], Parameter(name="CODINGS", help="Codings, by their ids.")]
_LISTED = ("coding", "source", "start_char", "end_char", "code", "coder", "valence", "text")


@app.default
def list_(
    study: StudyPath,
    /,
    *,
    code: Annotated[str | None, says("Those of one code and the codes below it.")] = None,
    source: Annotated[str | None, says("Those of one source.")] = None,
    coder: Annotated[str | None, says("Those of one coder.")] = None,
    most: Annotated[int | None, says("Show no more than so many.")] = None,
    common: Common = COMMON,
) -> Answer:
    """List codings, in the order of the sources."""
    with opened(study, common, reads=True) as work:
        frame = _narrowed(work, work.codings.frame(), code, source, coder)
    shown = frame if most is None else frame.head(most)
    return Answer(
        {"total": frame.height, "codings": shown},
        lambda screen: screen.table(
            _LISTED, shown.select(_LISTED).iter_rows(), empty="No codings."
        ),
    )


def _narrowed(
    work: Study, frame: polars.DataFrame, code: str | None, source: str | None, coder: str | None
) -> polars.DataFrame:
    import polars as pl

    if code is not None:
        tree = work.codes.tree()
        wanted = tree.with_descendants(tree.find(code).id)
        paths = [" > ".join(tree.path_of(id_)) for id_ in wanted]
        frame = frame.filter(pl.col("code_path").is_in(paths))
    if source is not None:
        frame = frame.filter(pl.col("source") == work.sources.get(source).name)
    if coder is not None:
        frame = frame.filter(pl.col("coder") == work.coders.get(coder).name)
    return frame


@app.command
def recode(
    study: StudyPath,
    codings: CodingIds,
    /,
    *,
    to: Annotated[str, says("The code that they get.")],
    common: Common = COMMON,
) -> Answer:
    """Give codings another code."""
    with opened(study, common) as work:
        code = work.codes.get(to)
        recorded = work.codings.recode(codings, code.id)
    said = f"Re-coded {counted(len(codings), 'coding')} as “{code.name}”."
    return did(recorded, said, codings=codings, code=code.id)


@app.command
def adjust(
    study: StudyPath,
    coding: CodingId,
    at: Annotated[
        str,
        says("Where it lies from now on: START-END, or PAGE,LEFT,TOP,WIDTH,HEIGHT.", "PLACE"),
    ],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Move the boundaries of a coding, or its rectangle on a picture or page."""
    start, end = (None, None) if "," in at else span(at)
    area = region_of_text(at) if "," in at else None
    with opened(study, common) as work:
        recorded = work.codings.adjust(coding, start, end, region=area)
    return did(recorded, f"The coding lies at {at} now.", coding=coding)


@app.command
def qualify(
    study: StudyPath,
    coding: CodingId,
    /,
    *,
    valence: Annotated[str | None, says("enabling, constraining or mixed.")] = None,
    basis: Annotated[str | None, says("asserted or inferred.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Say what a coding says besides its code; an empty text ("") clears it."""
    with opened(study, common) as work:
        recorded = work.codings.qualify(coding, **given(valence=valence, basis=basis))
    return did(recorded, "Changed what the coding says.", coding=coding)


@app.command
def remove(study: StudyPath, codings: CodingIds, /, *, common: Common = COMMON) -> Answer:
    """Take codings away; `crosscase undo` or `restore` brings them back."""
    with opened(study, common) as work:
        recorded = work.codings.remove(codings)
    return did(recorded, f"Removed {counted(len(codings), 'coding')}.", codings=codings)


@app.command
def restore(study: StudyPath, codings: CodingIds, /, *, common: Common = COMMON) -> Answer:
    """Bring removed codings back."""
    with opened(study, common) as work:
        recorded = work.codings.restore(codings)
    return did(recorded, f"Restored {counted(len(codings), 'coding')}.", codings=codings)


@app.command(name="import")
def import_(
    study: StudyPath,
    file: Annotated[Path, says("A table: source, code, quote or start_char and end_char.", "FILE")],
    /,
    *,
    coder: Annotated[
        str | None, says("Whose they are in rows without a coder; otherwise yours.")
    ] = None,
    sheet: Annotated[str | None, says("The sheet of a spreadsheet; otherwise the first.")] = None,
    strict: Strict = False,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Import codings from a table, such as one that `crosscase export` wrote.

    Columns: source, code (or code_path), quote (or text), start_char, end_char, coder, valence,
    basis. Rows that cannot be placed are listed (exit status 5).
    """
    table = table_of(file, sheet)
    with opened(study, common, reads=dry_run) as work:
        return import_codings(work, table, coder=coder, strict=strict, dry_run=dry_run)
