"""`crosscase package`: everything that is needed to follow or repeat a study, in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App

from crosscase import surroundings
from crosscase.cli.export_documents import telling_here
from crosscase.cli.export_guard import check_quotes
from crosscase.cli.files import bytes_of_file
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, flag, says
from crosscase.cli.rendering import Answer, counted, warn
from crosscase.errors import MistakeOfUse

app = App(name="package")


@app.default
def package(
    study: StudyPath,
    file: Annotated[Path, says("The .zip file to write.", "FILE")],
    /,
    *,
    redacted: Annotated[
        bool, flag("Only what can be shared: no participants' words, no names of people.")
    ] = False,
    manuscript: Annotated[
        list[Path] | None, says("Put this paper in too; may be repeated.")
    ] = None,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Write a replication package: data, codebook, log, queries, findings, reports, checksums.

    Without --redacted it holds the study itself and everything in it: keep it as safe as the
    study. A manuscript goes in as it is; with --redacted only if it names and quotes nobody.

    crosscase package ics.crosscase replication.zip --redacted --manuscript results.md
    """
    if file.suffix.casefold() != ".zip":
        raise MistakeOfUse(
            f"“{file.name}” is no .zip file.",
            slug="unknown-format",
            hint="A package is written as a .zip.",
        )
    papers = {each.name: bytes_of_file(each) for each in manuscript or ()}
    if len(papers) < len(manuscript or ()):
        raise MistakeOfUse(
            "Two manuscripts have one name.", slug="name-taken", hint="Rename one of the files."
        )
    with opened(study, common, reads=True) as work:
        leaving.check(work, file)
        warning = None if redacted else check_quotes(work, {})
        made = work.reports.package(
            file,
            redacted=redacted,
            manuscripts=papers,
            software=surroundings.software(),
            replace=leaving.replace,
            telling=telling_here(),
        )
    if warning is not None:
        warn(warning)
    files = [{"file": name, "bytes": size} for name, size in made.files]
    kind = "which can be shared" if redacted else "with everything in the study but recordings"
    return Answer(
        {"file": str(file), "redacted": redacted, "files": files},
        f"Wrote {counted(len(files), 'file')} to {file}, {kind}.",
    )
