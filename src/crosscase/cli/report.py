"""`crosscase report`: how the study was done, and reporting checklists."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, Parameter

from crosscase.cli.export_documents import telling_here
from crosscase.cli.files import write_new
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, flag, says
from crosscase.cli.rendering import Answer
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.report.sections import SectionedDocument

app = App(name="report")

ReportName = Literal["methods", "sample", "agreement", "audit", "coreq", "srqr", "entreq"]
ChecklistName = Literal["coreq", "srqr", "entreq"]
_ENDINGS = (".docx", ".md", ".html", ".txt")


@app.default
def report(
    study: StudyPath,
    name: Annotated[ReportName, Parameter(name="REPORT", help="Which report.")] = "methods",
    /,
    *,
    output: Annotated[
        Path | None, says("Write it to a .docx, .md, .html or .txt.", ("--output", "-o"))
    ] = None,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Tell how the study was done, from the study itself.

    methods is an appendix to a methods section, sample who took part and who was asked,
    agreement what several people coded or judged, audit what was done by whom and when; coreq,
    srqr and entreq are reporting checklists, filled where the study knows and with your answers.
    Other reports: `crosscase codebook export`, `matrix`, `saturation`, `fieldwork` and
    `findings`, each with --output.

    crosscase report ics.crosscase coreq --output coreq.docx
    """
    with opened(study, common, reads=True) as work:
        leaving.check(work, output)
        made = work.reports.named(name, telling=telling_here())
    if output is None:
        return Answer(_plain(made), made.to_text().rstrip("\n"))
    write_new(output, _bytes(made, output), replace=leaving.replace)
    return Answer({"file": str(output), "title": made.title}, f"Wrote “{made.title}” to {output}.")


@app.command
def answer(
    study: StudyPath,
    checklist: Annotated[ChecklistName, Parameter(name="CHECKLIST", help="Which checklist.")],
    item: Annotated[int, says("The number of the item.", "ITEM")],
    text: Annotated[str | None, says("What is reported; an empty text takes it back.")] = None,
    /,
    *,
    where: Annotated[str | None, says("Where it stands in the manuscript, such as p. 4.")] = None,
    not_applicable: Annotated[bool, flag("Say that the item does not apply.")] = False,
    applies: Annotated[bool, flag("Say that it does apply after all.")] = False,
    common: Common = COMMON,
) -> Answer:
    """Answer an item of a reporting checklist that the study cannot know.

    crosscase report answer ics.crosscase coreq 23 "Transcripts were not returned." --where "p. 5"
    """
    if not_applicable and applies:
        raise MistakeOfUse(
            "An item applies or does not.",
            slug="two-answers",
            hint="Give --not-applicable or --applies.",
        )
    said = False if not_applicable else True if applies else None
    with opened(study, common) as work:
        work.reports.answer(checklist, item, text, place=where, applies=said)
        filled = next(
            each for each in work.reports.checklist(checklist).items if each.item.number == item
        )
    return Answer(filled, f"{item}. {filled.item.name}: {filled.standing}.")


def _bytes(made: SectionedDocument, output: Path) -> bytes:
    match output.suffix.casefold():
        case ".docx":
            return made.to_bytes()
        case ".md":
            return made.to_markdown().encode()
        case ".html":
            return made.to_html().encode()
        case ".txt":
            return made.to_text().encode()
    raise MistakeOfUse(
        f"“{output.name}” has no ending that says how it is written.",
        slug="unknown-format",
        hint=f"Reports are written as {', '.join(_ENDINGS)}.",
    )


def _plain(made: SectionedDocument) -> dict[str, object]:
    return {
        "title": made.title,
        "sections": [
            {
                "heading": each.heading,
                "sentences": list(each.sentences),
                "rows": [dict(zip(each.columns, row, strict=True)) for row in each.rows],
            }
            for each in made.sections
        ],
    }
