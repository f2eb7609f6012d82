"""`crosscase saturation`: when interviews stopped bringing new codes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from crosscase.cli.files import text_of_file
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, flag, says
from crosscase.cli.rendering import Answer, Screen, counted, first_of
from crosscase.cli.synthesis_files import written_analysis

if TYPE_CHECKING:
    from crosscase.study_synthesis.saturation import CaseSaturation, SaturationReport

app = App(name="saturation")


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Rule:
    """When saturation counts as reached, and in how many orders it is tried."""

    base: Annotated[int, says("How many first interviews make the base (4, 5 or 6).")] = 4
    run: Annotated[int, says("How many interviews make a run (2 or 3).")] = 2
    threshold: Annotated[
        float, says("Which share of the base's codes a run may bring at most.")
    ] = 0.05
    orders: Annotated[int, says("In how many random orders the interviews are laid.")] = 10_000
    seed: Annotated[int, says("Of these orders; the same one tells the same.")] = 1


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Counting:
    """Which codes and interviews count."""

    level: Annotated[str, says("leaf: codes as they were applied; top: the codes above them.")] = (
        "leaf"
    )
    coder: Annotated[str | None, says("Whose coding counts; otherwise anybody's.")] = None
    agreed: Annotated[
        bool, flag("Only codes that at least two coders gave the same interview.")
    ] = False
    where: Annotated[str | None, says("Count only what answers this question.")] = None
    order: Annotated[
        str, says("date, added, or a text file with the names of interviews, one a line.")
    ] = "date"


RULE, COUNTING = Rule(), Counting()


@app.default
def saturation(
    study: StudyPath,
    /,
    *,
    rule: Rule = RULE,
    counting: Counting = COUNTING,
    by: Annotated[
        str | None, says("Tell it for each by itself: sites, an attribute, waves.")
    ] = None,
    output: Annotated[
        Path | None,
        says(
            "Write the table (.csv, .xlsx, .json, .parquet) or the curves (.svg, .png, .html).",
            ("--output", "-o"),
        ),
    ] = None,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Tell how new codes came in with the interviews (Guest, Namey and Chen 2020).

    An answer such as 7+2 means: after seven interviews, the next two brought no more than the
    threshold. It depends on the order and on the codebook, and both are told.

    crosscase saturation ics.crosscase --base 6 --run 3 --by site --output curves.svg
    """
    order: str | list[str] = counting.order
    if counting.order not in ("date", "added"):
        lines = (text_of_file(Path(counting.order)) or "").splitlines()
        order = [line.strip() for line in lines if line.strip()]
    with opened(study, common, reads=True) as work:
        leaving.check(work, output)
        told = work.saturation.assess(
            base=rule.base, run=rule.run, threshold=rule.threshold, orders=rule.orders,
            seed=rule.seed, by=by, level=counting.level, where=counting.where,
            coder=counting.coder, agreed=counting.agreed, order=order,
        )  # fmt: skip
        if output is not None:
            return written_analysis(
                lambda: work.saturation.frame(told),
                lambda: work.saturation.figure(told),
                output,
                "saturation",
                replace=leaving.replace,
            )
    return Answer(told, lambda screen: _show(screen, told))


def _show(screen: Screen, told: SaturationReport) -> None:
    for warning in told.warnings:
        screen.line(warning, "yellow")
    pooled = told.pooled
    rows = [
        [
            each.number,
            each.day or "",
            each.source,
            each.codes,
            len(each.new),
            each.cumulative,
            first_of([code.code.rpartition(" > ")[2] for code in each.new], 4),
        ]
        for each in pooled.interviews
    ]
    screen.table(
        ("nr", "day", "interview", "codes", "new", "so far", "new codes"),
        rows,
        empty="No interviews: no participant speaks in a source.",
    )
    if not rows:
        return
    screen.line()
    columns = ("", "interviews", "participants", "codes", "saturation", "half of orders",
               "9 in 10 orders", "Chao2", "coverage")  # fmt: skip
    screen.table(columns, [_row(each) for each in (pooled, *told.cases)])
    for each in (pooled, *told.cases):
        if each.run.reason is not None:
            screen.line(f"{each.case or 'All'}: {each.run.reason}")
    rule = pooled.run
    screen.line(
        f"Base {rule.base}, run {rule.run}, threshold {rule.threshold:.3g}; "
        f"{counted(pooled.orders.orders, 'random order')}, seed {pooled.orders.seed}."
    )
    book = told.codebook
    screen.line(f"Codebook of state {book.state}: {counted(book.codes, 'code')}, {book.used} "
                f"used, {book.merged} merged, {book.split} split. {book.note}")  # fmt: skip
    for note in (*told.notes, told.caveat):
        screen.line(note)


def _row(case: CaseSaturation) -> list[object]:
    chao, orders = case.chao2, case.orders
    error = "" if chao.se is None else f" (se {chao.se:.1f})"
    estimate = "" if chao.estimate is None else f"{chao.estimate:.1f}{error}"
    return [
        case.case or "All",
        len(case.interviews),
        case.participants,
        chao.observed,
        case.run.label or "not reached" if case.run.runs else "undefined",
        _of_orders(orders.median, case),
        _of_orders(orders.ninetieth, case),
        estimate,
        "" if chao.coverage is None else f"{chao.coverage:.3f}",
    ]


def _of_orders(interviews: int | None, case: CaseSaturation) -> str:
    if interviews is not None:
        return f"{interviews}+{case.run.run}"
    return "" if case.orders.reason else "not reached"
