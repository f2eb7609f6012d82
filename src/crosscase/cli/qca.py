"""`crosscase qca`: which combinations of conditions go with an outcome."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import App, Parameter

from crosscase.cli.export_documents import is_word, telling_here, write_document
from crosscase.cli.figure_files import is_figure, wrote_figure
from crosscase.cli.files import bytes_of_file
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, flag, says
from crosscase.cli.qca_shown import behind_answer, result_answer, stored_answer
from crosscase.cli.rendering import Answer
from crosscase.cli.verbs import did
from crosscase.cli.written_frames import wrote
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.study_synthesis.qca_definition import QcaDefinition

app = App(name="qca")
AnalysisName = Annotated[str, says("The stored QCA, by name or id.", "NAME")]
SolutionName = Literal["conservative", "intermediate", "parsimonious"]
TableName = Literal["truth", "solutions", "data", "necessity"]


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Changed:
    """What is asked otherwise than the definition says."""

    incl: Annotated[
        float | None, says("The least consistency of a row that leads to the outcome.")
    ] = None
    pri: Annotated[float | None, says("Its least PRI.")] = None
    frequency: Annotated[int | None, says("The fewest cases of a row.")] = None
    negate: Annotated[bool, flag("Explain the absence of the outcome.")] = False

    def given(self) -> dict[str, Any]:
        """As a study is asked for it."""
        return {
            "inclusion": self.incl,
            "pri": self.pri,
            "frequency": self.frequency,
            "negated": True if self.negate else None,
        }


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Written:
    """What goes to a file, and to which."""

    output: Annotated[
        Path | None,
        says(
            "Write it: .docx (all of it), .csv, .xlsx, .json or .parquet (one table), or draw it: "
            ".svg, .png, .html.",
            ("--output", "-o"),
        ),
    ] = None
    table: Annotated[TableName, says("Which table: truth, solutions, data or necessity.")] = "truth"
    model: Annotated[int, says("Which model of the solution is drawn, from 1.")] = 1


CHANGED, WRITTEN = Changed(), Written()


@app.default
def qca(
    study: StudyPath,
    file: Annotated[Path | None, says("A YAML or JSON file that defines the QCA.", "FILE")] = None,
    /,
    *,
    name: Annotated[str | None, says("A stored QCA, in place of a file.")] = None,
    solution: Annotated[
        SolutionName | None,
        says("Only this solution: conservative, intermediate or parsimonious."),
    ] = None,
    changed: Changed = CHANGED,
    written: Written = WRITTEN,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Run a QCA: truth table, solutions, necessity; warnings first.

    Without a file or a name the stored QCAs are listed. docs/methods/qca.md shows what a file
    says; `crosscase qca define` stores one.

    crosscase qca ics.crosscase examples/ics/qca.yaml --solution intermediate --incl 0.8
    """
    if file is not None and name is not None:
        raise MistakeOfUse(
            "A file and a name both say which QCA is meant.",
            slug="file-and-name",
            hint="Give one of them.",
        )
    with opened(study, common, reads=True) as work:
        leaving.check(work, written.output)
        asked: str | QcaDefinition
        if file is not None:
            asked = work.qca.read_file(bytes_of_file(file), file.name)
        elif name is not None:
            asked = name
        else:
            return stored_answer(work.qca.all())
        kinds: dict[str, Any] = {} if solution is None else {"solutions": (solution,)}
        found = work.qca.run(asked, **changed.given(), **kinds)
        output, replace = written.output, leaving.replace
        if output is None:
            return result_answer(found)
        if is_word(output):
            made = work.documents.qca(found, telling=telling_here())
            return write_document(made, output, replace=replace)
        if is_figure(output):
            kind = solution or "intermediate"
            return wrote_figure(
                lambda: work.qca.figure(found, kind, written.model), output, replace=replace
            )
    return wrote(found.table(written.table), output, written.table, replace=replace)


@app.command(name="list")
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the stored QCAs."""
    with opened(study, common, reads=True) as work:
        return stored_answer(work.qca.all())


@app.command
def define(
    study: StudyPath,
    file: Annotated[Path, says("A YAML or JSON file that defines the QCA.", "FILE")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Store a QCA, to run it again; one of the same name is changed."""
    with opened(study, common) as work:
        made = work.qca.define(work.qca.read_file(bytes_of_file(file), file.name))
    return Answer({"analysis": made}, f"Stored “{made.name}”.")


@app.command
def show(study: StudyPath, name: AnalysisName, /, *, common: Common = COMMON) -> Answer:
    """Show a stored QCA as the file that would define it."""
    with opened(study, common, reads=True) as work:
        plain = work.qca.definition(name).as_plain()
        text = work.qca.written(name)
    return Answer({"definition": plain}, text.rstrip())


@app.command
def passages(
    study: StudyPath,
    name: AnalysisName,
    cases: Annotated[list[str], says("The cases, by name or id.", "CASE")],
    /,
    *,
    condition: Annotated[str | None, says("Only this condition, or the outcome.")] = None,
    most: Annotated[int, says("Show no more passages of each than so many.")] = 10,
    common: Common = COMMON,
) -> Answer:
    """Show the passages behind the conditions of some cases."""
    with opened(study, common, reads=True) as work:
        found = work.qca.passages(name, cases, condition=condition, most=most)
    return behind_answer({0: found})


@app.command
def contradictions(
    study: StudyPath,
    name: AnalysisName,
    /,
    *,
    most: Annotated[int, says("Show no more passages of each than so many.")] = 5,
    common: Common = COMMON,
) -> Answer:
    """Show the passages behind cases that are alike, and yet differ in the outcome."""
    with opened(study, common, reads=True) as work:
        return behind_answer(work.qca.contradictions(name, most=most))


@app.command
def remove(study: StudyPath, name: AnalysisName, /, *, common: Common = COMMON) -> Answer:
    """Hide a stored QCA; `crosscase undo` or `restore` brings it back."""
    with opened(study, common) as work:
        found = work.qca.get(name)
        recorded = work.qca.remove(found.id)
    return did(recorded, f"Removed “{found.name}” ({found.id}).", analysis=found.id)


@app.command
def restore(
    study: StudyPath,
    name: Annotated[str, says("The removed QCA, by name or id.", "NAME")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed QCA back."""
    with opened(study, common) as work:
        recorded = work.qca.restore(name)
        found = work.qca.get(name)
    return did(recorded, f"Restored “{found.name}”.", analysis=found.id)
