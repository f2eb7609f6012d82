"""`crosscase interactions`: how factors act on one another, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import App, Parameter

from crosscase.cli.cooccurrence import cooccurrence
from crosscase.cli.files import require_free
from crosscase.cli.interaction_files import write_figure_of, write_table_of
from crosscase.cli.interactions_shown import draw_graph, draw_loops, draw_sensitivity
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import (
    COMMON,
    Common,
    DryRun,
    SourceName,
    Strict,
    StudyPath,
    flag,
    given,
    says,
    span,
)
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.cli.table_files import table_of
from crosscase.cli.verbs import did

if TYPE_CHECKING:
    from crosscase.coding.carried_passages import PassageAsked
    from crosscase.study import Study
    from crosscase.study_synthesis.interaction_graph import InteractionGraph

app = App(name="interactions")
InteractionId = Annotated[str, says("The interaction, by its id.", "INTERACTION")]
Sign = Annotated[
    Literal["+", "-", "mixed"] | None,
    Parameter(help="Whether it strengthens or weakens.", allow_leading_hyphen=True),
]
Basis = Literal["asserted", "inferred"]


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Narrowing:
    """What of the interactions is counted."""

    where: Annotated[str | None, says("Count only passages that answer this question.")] = None
    basis: Annotated[Basis | None, says("Only what participants assert, or analysts infer.")] = None
    leave_out: Annotated[str | None, says("Leave out a case, such as a site.")] = None
    cases: Annotated[str | None, says("The kind of cases to count; otherwise sites.")] = None

    def of(self, work: Study, by: str | None = None) -> InteractionGraph:
        """The graph that is asked for."""
        return work.interactions.graph(
            by=by,
            where=self.where,
            basis=self.basis,
            leave_out=self.leave_out,
            cases=self.cases,
        )


EVERYTHING = Narrowing()


@app.default
def graph(
    study: StudyPath,
    /,
    *,
    by: Annotated[
        str | None, says("Tell edges by a kind of cases, an attribute or waves too.")
    ] = None,
    narrowing: Narrowing = EVERYTHING,
    ids: Annotated[bool, flag("Print the ids of the interactions.")] = False,
    output: Annotated[
        Path | None, says("Write the table: .csv, .xlsx, .docx or .html.", ("--output", "-o"))
    ] = None,
    figure: Annotated[Path | None, says("Draw the graph: .svg, .png or .html.")] = None,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """List what acts on what: who says so, of how many, in which cases, and what speaks against.

    Codes that only occur together are told by `crosscase cooccurrence`.
    """
    if not leaving.replace:
        for path in (output, figure):
            require_free(path)
    with opened(study, common, reads=True) as work:
        leaving.check(work, output or figure)
        made = narrowing.of(work, by)
        written = []
        if output is not None:
            written.append(write_table_of(work, made, output, replace=leaving.replace))
        if figure is not None:
            written.append(write_figure_of(work, made, figure, replace=leaving.replace))
    if written:
        files = [str(each) for each in written]
        return Answer({"files": files}, f"Wrote {' and '.join(files)}.")
    return Answer(made.to_json(), lambda screen: draw_graph(screen, made, ids=ids))


@app.command
def loops(
    study: StudyPath,
    /,
    *,
    most: Annotated[int, says("Look for no more than so many.")] = 200,
    longest: Annotated[int, says("Of no more factors than so many.")] = 8,
    narrowing: Narrowing = EVERYTHING,
    common: Common = COMMON,
) -> Answer:
    """List the loops of directed influences: reinforcing, balancing or undetermined."""
    with opened(study, common, reads=True) as work:
        made = narrowing.of(work)
    found = made.loops(most=most, longest=longest)
    frame = made.loop_frame(most=most, longest=longest)
    return Answer(
        {"loops": frame, "cut": found.cut}, lambda screen: draw_loops(screen, found, frame)
    )


@app.command
def sensitivity(
    study: StudyPath, /, *, narrowing: Narrowing = EVERYTHING, common: Common = COMMON
) -> Answer:
    """Say what remains of each edge and measure when one case is left out."""
    with opened(study, common, reads=True) as work:
        made = narrowing.of(work)
    found = made.sensitivity()
    data = {"edges": found.frame(), "measures": found.measure_frame()}
    return Answer(data, lambda screen: draw_sensitivity(screen, made, found))


@app.command
def show(study: StudyPath, interaction: InteractionId, /, *, common: Common = COMMON) -> Answer:
    """Show one interaction with its passages for and against."""
    with opened(study, common, reads=True) as work:
        told = work.interactions.get(interaction)

    def draw(screen: Screen) -> None:
        link = told.link
        arrow = "->" if link.directed else "--"
        screen.line(f"{told.start_name} {arrow} {told.end_name}", "bold")
        screen.pairs((("sign", link.sign), ("basis", link.basis), ("how", told.mechanism)))
        for each in told.passages:
            found = each.passage
            if found is None:
                screen.line(f"  ({each.evidence}: nothing is left of its words)")
                continue
            who = ", ".join(found.participants) or "nobody known"
            mark = "against, " if each.against else ""
            place = f"{mark}{found.source} {found.start_char}-{found.end_char}, {who}"
            screen.passage(f"{place}  {each.evidence}", found.before, found.text, found.after)

    return Answer(told, draw)


@app.command
def add(
    study: StudyPath,
    one: Annotated[str, says("A factor, such as Trust.", "ONE")],
    other: Annotated[str, says("The other factor.", "OTHER")],
    /,
    *,
    directed: Annotated[bool, flag("Somebody says that ONE acts on OTHER.")] = False,
    sign: Sign = None,
    mechanism: Annotated[str | None, says("How, in words.")] = None,
    basis: Annotated[Basis, says("Whether a participant says it.")] = "inferred",
    source: Annotated[str | None, says("The source of a passage that says it.")] = None,
    quote: Annotated[str | None, says("The words of that passage, as they stand.")] = None,
    at: Annotated[str | None, says("Or where it is: START-END, in characters from 0.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Say that two factors act on one another.

    crosscase interactions add ics.crosscase "Short-term funding" Trust --directed --sign -
    --basis asserted --source ics_P05.txt --quote "I had to tell sixty families there wasn't."
    """
    passages = [] if source is None else [_passage(source, quote, at)]
    with opened(study, common) as work:
        told = work.interactions.add(
            one,
            other,
            directed=directed,
            sign=sign,
            mechanism=mechanism,
            basis=basis,
            evidence=passages,
        )
    arrow = "->" if told.link.directed else "--"
    return Answer(
        {"interaction": told}, f"{told.start_name} {arrow} {told.end_name} ({told.link.id})."
    )


@app.command
def change(
    study: StudyPath,
    interaction: InteractionId,
    /,
    *,
    start: Annotated[str | None, says("The factor that acts on the other.", "--from")] = None,
    undirected: Annotated[bool, flag("Nobody says which acts on which.")] = False,
    sign: Annotated[
        str | None, Parameter(help='+, - or mixed; "" clears it.', allow_leading_hyphen=True)
    ] = None,
    mechanism: Annotated[str | None, says('How, in words; "" clears it.')] = None,
    basis: Annotated[Basis | None, says("asserted or inferred.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Change what an interaction says."""
    told: dict[str, Any] = given(sign=sign, mechanism=mechanism, basis=basis)
    if undirected:
        told["directed"] = False
    with opened(study, common) as work:
        recorded = work.interactions.change(interaction, start=start, **told)
    return did(recorded, "Changed the interaction.", interaction=interaction)


@app.command
def evidence(
    study: StudyPath,
    interaction: InteractionId,
    source: SourceName,
    /,
    *,
    quote: Annotated[str | None, says("The words, exactly as they stand.")] = None,
    at: Annotated[str | None, says("Or where: START-END, in characters from 0.")] = None,
    against: Annotated[bool, flag("It speaks against the interaction.")] = False,
    common: Common = COMMON,
) -> Answer:
    """Put a passage behind an interaction, or against it."""
    with opened(study, common) as work:
        passage = _passage(source, quote, at)
        recorded = work.interactions.give(interaction, [passage], against=against)
    return did(recorded, "Put the passage there.", interaction=interaction)


@app.command(name="remove-evidence")
def remove_evidence(
    study: StudyPath,
    interaction: InteractionId,
    passages: Annotated[tuple[str, ...], says("Passages, by their ids.", "EVIDENCE")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Take passages away from an interaction."""
    with opened(study, common) as work:
        recorded = work.interactions.take(interaction, passages)
    return did(recorded, f"Took {counted(len(passages), 'passage')} away.", interaction=interaction)


@app.command
def remove(study: StudyPath, interaction: InteractionId, /, *, common: Common = COMMON) -> Answer:
    """Hide an interaction with its evidence; `restore` brings it back."""
    with opened(study, common) as work:
        recorded = work.interactions.remove(interaction)
    return did(recorded, "Removed the interaction.", interaction=interaction)


@app.command
def restore(study: StudyPath, interaction: InteractionId, /, *, common: Common = COMMON) -> Answer:
    """Bring a removed interaction back with its evidence."""
    with opened(study, common) as work:
        recorded = work.interactions.restore(interaction)
    return did(recorded, "Restored the interaction.", interaction=interaction)


@app.command(name="import")
def import_(
    study: StudyPath,
    file: Annotated[Path, says("A csv, xlsx or ods table, a row a passage.", "FILE")],
    /,
    *,
    basis: Annotated[Basis, says("The basis of rows that name none.")] = "inferred",
    strict: Strict = False,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Import interactions: from, to, directed (yes only where somebody says so), sign, mechanism,
    basis, source and quote (or start_char and end_char), against."""
    table = table_of(file)
    with opened(study, common) as work:
        found = work.interactions.import_table(
            table.columns, table.rows, basis=basis, lines=table.lines, strict=strict,
            dry_run=dry_run,
        )  # fmt: skip

    def draw(screen: Screen) -> None:
        verb = "Would take" if dry_run else "Took"
        new = counted(found.interactions, "interaction")
        screen.line(f"{verb} {new} with {counted(found.evidence, 'passage')}.")
        if found.already_there:
            screen.line(f"{counted(found.already_there, 'interaction')} said nothing new.")
        for line, error in found.refused:
            screen.line(f"Line {line} left out: {error.sentence} {error.hint or ''}".rstrip())

    return Answer(found, draw, status=5 if found.refused else 0)


def _passage(source: str, quote: str | None, at: str | None) -> PassageAsked:
    if quote is not None:
        return source, quote
    start, end = span(at or "")
    return source, start, end


app.command(cooccurrence)  # the same as a command of its own: offered beside, never mixed with
