"""`crosscase render`: a document of a Markdown manuscript, its numbers and quotes filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App

from crosscase.cli.check import ManuscriptPath
from crosscase.cli.files import require_free, write_new
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, flag, says
from crosscase.cli.rendering import Answer, warn

app = App(name="render", usage="Usage: crosscase render FILE STUDY [OPTIONS]\n")

_ENDINGS = {"docx": ".docx", "html": ".html", "pdf": ".pdf", "typst": ".typ"}


@app.default
def render(
    file: ManuscriptPath,
    study: StudyPath,
    /,
    *,
    to: Annotated[str, says("docx, html, pdf or typst.")] = "docx",
    output: Annotated[
        Path | None,
        says("Where to write it; otherwise beside the manuscript.", ("--output", "-o")),
    ] = None,
    annotated: Annotated[
        bool, flag("html in which each claim opens the passages behind it.")
    ] = False,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Make a document of a Markdown manuscript, its values, quotes, tables and figures filled in.

    Quotes are attributed as the study's disclosure policy allows. Nothing is fetched from
    elsewhere. Tables and figures are numbered; references are set from the bibliography that the
    manuscript names in its head.

    crosscase render paper.md ics.crosscase --to pdf

    crosscase render paper.md ics.crosscase --to html --annotated --output annotated.html
    """
    out = output or file.with_suffix(_ENDINGS.get(to, f".{to}"))
    if not leaving.replace:
        require_free(out)
    with opened(study, common, reads=True) as work:
        leaving.check(work, out)
        made = work.manuscripts.render(file, to, annotated=annotated)
    files = {out: made.data}
    files |= {out.with_name(name): picture for name, picture in (made.media or {}).items()}
    if not leaving.replace:
        for each in files:
            require_free(each)
    for each, written in files.items():
        write_new(each, written, replace=leaving.replace)
    for warning in made.warnings:
        warn(warning)
    data = {
        "file": str(out),
        "to": made.to,
        "state": made.state,
        "warnings": list(made.warnings),
        "pictures": list(made.media or ()),
    }
    return Answer(data, f"Wrote {out}, as of {made.state}.")
