"""`crosscase protection`: the data-protection annex, and a person's access report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App

from crosscase.cli.export_documents import telling_here, write_document
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.rendering import Answer

if TYPE_CHECKING:
    from crosscase.report.sections import SectionedDocument

app = App(name="protection")
WordFile = Annotated[Path | None, says("Write it as a Word document to this .docx file.")]


@app.default
def measures(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """Say which measures protect the people in a study."""
    with opened(study, common, reads=True) as work:
        section = work.protection.measures()
    data = [dict(zip(section.columns, row, strict=True)) for row in section.rows]
    return Answer({"measures": data}, lambda screen: screen.table(section.columns, section.rows))


@app.command
def annex(
    study: StudyPath,
    /,
    *,
    docx: WordFile = None,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Tell what is stored where, about whom, who can see it, for how long, and where it went.

    It is made from the study as it stands, to be put beside a data-protection plan.
    """
    with opened(study, common, reads=True) as work:
        leaving.check(work, docx)
        made = work.protection.annex(telling=telling_here())
    return _answer(made, docx, replace=leaving.replace)


@app.command
def access(
    study: StudyPath,
    participant: Annotated[str, says("The participant, by name or id.", "PARTICIPANT")],
    /,
    *,
    docx: WordFile = None,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Tell all that the study holds about one person: for a request to see one's own data."""
    with opened(study, common, reads=True) as work:
        leaving.check(work, docx)
        made = work.protection.access(participant, telling=telling_here())
    return _answer(made, docx, replace=leaving.replace)


def _answer(made: SectionedDocument, docx: Path | None, *, replace: bool) -> Answer:
    if docx is not None:
        return write_document(made, docx, replace=replace)
    sections = [
        {
            "heading": each.heading,
            "sentences": list(each.sentences),
            "rows": [dict(zip(each.columns, row, strict=True)) for row in each.rows],
        }
        for each in made.sections
    ]
    return Answer({"title": made.title, "sections": sections}, made.to_text().rstrip("\n"))
