"""`crosscase dominance`: a cause across domains, and what named analysts judge of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, Parameter

from crosscase import surroundings
from crosscase.cli.export_documents import telling_here
from crosscase.cli.files import write_new
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import named_person, opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.passages import show_passages
from crosscase.cli.rendering import Answer, Screen
from crosscase.cli.table_files import written_table
from crosscase.cli.verbs import did
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.study import Study
    from crosscase.study_synthesis.dominance import ToldJudgement
    from crosscase.study_synthesis.dominance_table import DomainRow, DominanceTable

app = App(name="dominance")
Cause = Annotated[str, says("The cause: a code; those below it count with it.", "CAUSE")]
JudgementId = Annotated[str, says("The judgement, by its id.", "JUDGEMENT")]
Which = Literal["enabling", "constraining", "mixed", "neutral", "counter"]
_HOLDS = {True: "yes", False: "no", None: "cannot be said"}


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Across:
    """Across which domains, and what counts as meeting there."""

    domain: Annotated[
        tuple[str, ...], Parameter(help="A domain: a code; give it once for each.", negative=())
    ] = ()
    unit: Annotated[
        Literal["overlap", "turn"], says("Where both are coded: shared text, or one turn.")
    ] = "overlap"

    def given(self) -> dict[str, object]:
        """As a study is asked for it."""
        return {"domains": self.domain or None, "unit": self.unit}


TOP = Across()


@app.default
def table(
    study: StudyPath,
    cause: Cause,
    /,
    *,
    across: Across = TOP,
    where: Annotated[str | None, says("Count only what answers this question.")] = None,
    explain: Annotated[str | None, says("List the passages of a domain, or of “all”.")] = None,
    which: Annotated[
        Which | None, says("With --explain: of one sign, or counter-evidence.")
    ] = None,
    output: Annotated[
        Path | None, says("Write it: .csv, .xlsx, .docx or .html.", ("--output", "-o"))
    ] = None,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Tell what is said of a cause in each domain, what speaks against, and which conditions hold.

    The table never says that a cause dominates: `dominance judge` records who judges so, and why.
    """
    with opened(study, common, reads=True) as work:
        leaving.check(work, output)
        made = work.dominance.table(cause, where=where, **across.given())  # type: ignore[arg-type]
        if explain is not None:
            domain = None if explain.casefold() == "all" else explain
            found = work.dominance.passages(made, domain, which)
            return Answer({"passages": found}, lambda screen: show_passages(screen, found))
        if output is not None:
            return _written(work, made, output, leaving.replace)
        judged = work.dominance.judgements(cause)
    data = {
        "cause": made.cause_name,
        "unit": made.unit,
        "domains": made.frame(),
        "leading": made.leading,
        "conditions": made.conditions,
        "judgements": judged,
        "notes": made.notes,
    }
    return Answer(data, lambda screen: _draw(screen, made, judged))


@app.command
def judge(
    study: StudyPath,
    cause: Cause,
    verdict: Annotated[
        Literal["dominant", "not-dominant", "undecided"], says("What you judge.", "VERDICT")
    ],
    /,
    *,
    reason: Annotated[str | None, says("Why.")] = None,
    across: Across = TOP,
    common: Common = COMMON,
) -> Answer:
    """Say in your name whether a cause dominates; the conditions are kept as they stand now."""
    named_person(common)
    with opened(study, common) as work:
        told = work.dominance.judge(
            cause, verdict.replace("-", " "), reason, **across.given()  # type: ignore[arg-type]
        )  # fmt: skip
    return Answer({"judgement": told}, f"{_said(told)} ({told.id}).")


@app.command
def judgements(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List what was judged, by whom, and whether the conditions stand otherwise now."""
    with opened(study, common, reads=True) as work:
        found = work.dominance.judgements()

    def draw(screen: Screen) -> None:
        if not found:
            screen.line("Nobody has judged a cause yet.")
        for each in found:
            screen.line(f"{_said(each)}  {each.id}")
            if each.reason:
                screen.line(f"  {each.reason}")

    return Answer({"judgements": found}, draw)


@app.command
def remove(study: StudyPath, judgement: JudgementId, /, *, common: Common = COMMON) -> Answer:
    """Take a judgement back; `restore` brings it again."""
    with opened(study, common) as work:
        recorded = work.dominance.remove(judgement)
    return did(recorded, "Took the judgement back.", judgement=judgement)


@app.command
def restore(study: StudyPath, judgement: JudgementId, /, *, common: Common = COMMON) -> Answer:
    """Bring a judgement back."""
    with opened(study, common) as work:
        recorded = work.dominance.restore(judgement)
    return did(recorded, "Restored the judgement.", judgement=judgement)


def _draw(screen: Screen, made: DominanceTable, judged: list[ToldJudgement]) -> None:
    screen.line(made.title, "bold")
    columns = ("domain", "statements", "participants", "cases", "sectors", "enabling",
               "constraining", "mixed", "neutral", "counter", "asserted links")  # fmt: skip
    screen.table(
        columns,
        [
            (row.name, row.statements, f"{row.participants} of {row.of}", row.cases, row.sectors,
             row.enabling, row.constraining, row.mixed, row.neutral, row.counter, _links(row))
            for row in (*made.rows, made.whole)
        ],
    )  # fmt: skip
    screen.line()
    screen.table(
        ("condition", "holds", "number"),
        [(each.says, _HOLDS[each.holds], each.told) for each in made.conditions],
    )
    screen.line()
    for note in made.notes:
        screen.line(note)
    if not judged:
        screen.line("Nobody has judged it yet: `crosscase dominance judge`.")
    for each in judged:
        screen.line(f"{_said(each)}.")


def _links(row: DomainRow) -> str:
    signs = [f"{row.strengthening} +" * bool(row.strengthening),
             f"{row.weakening} -" * bool(row.weakening)]  # fmt: skip
    told = ", ".join(each for each in signs if each)
    return f"{row.interactions} ({told})" if told else str(row.interactions)


def _said(told: ToldJudgement) -> str:
    day = surroundings.local_time_text(told.judged_ms)[:10]
    return f"“{told.cause_name}”: {told.verdict}, judged by {told.judge} on {day} {told.when}"


def _written(work: Study, made: DominanceTable, file: Path, replace: bool) -> Answer:
    match file.suffix.casefold():
        case ".csv" | ".xlsx" as ending:
            written = written_table(made.frame(), ending, "dominance")
        case ".docx":
            written = work.documents.dominance(made, telling=telling_here()).to_bytes()
        case ".html":
            written = work.documents.dominance(made, telling=telling_here()).to_html()
        case _:
            raise MistakeOfUse(
                f"“{file.name}” has no ending that says how it is written.",
                slug="unknown-format",
                hint="The table is written as .csv, .xlsx, .docx or .html.",
            )
    write_new(file, written, replace=replace)
    return Answer({"file": str(file)}, f"Wrote “{made.title}” to {file}.")
