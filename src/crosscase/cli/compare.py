"""`crosscase compare`: how groups of participants differ, and what speaks against a statement."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import App, Parameter

from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.negative_cases_shown import shown_cases, written_cases
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.passages import show_passages
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, counted, first_of
from crosscase.cli.synthesis_files import written_analysis
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.query.matrix_cells import CellPage
    from crosscase.study_synthesis.group_comparison import CodeContrast, GroupComparison

app = App(name="compare")
_MOST = 15


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Testing:
    """How groups are tested, and how strongly rare codes are drawn to no difference."""

    within: Annotated[
        str | None,
        says("Rearrange people only within this: sites, unless they are compared; or nothing."),
    ] = None
    permutations: Annotated[int, says("How many arrangements the test draws.")] = 10_000
    seed: Annotated[int, says("Of the draws: the same seed gives the same numbers.")] = 1
    adjust: Annotated[
        Literal["max-t", "bh"],
        says("For many codes: max-t (family-wise) or bh (false discovery rate)."),
    ] = "max-t"
    prior: Annotated[
        float, says("Strength of the prior of the log-odds, in participants' mentions.")
    ] = 10.0

    def given(self) -> dict[str, Any]:
        """As a study is asked for it."""
        return {
            "within": self.within,
            "permutations": self.permutations,
            "seed": self.seed,
            "adjustment": self.adjust,
            "prior": self.prior,
        }


TESTING = Testing()


@app.default
def compare(
    study: StudyPath,
    /,
    *,
    by: Annotated[
        str, says("sites, another kind of cases, an attribute such as sector, or waves.")
    ],
    groups: Annotated[
        str | None,
        says("Only these, with commas between: two with each other, one with all others."),
    ] = None,
    codes: Annotated[
        str, says("codes (the top ones), codes:all, or code:NAME for those below one.")
    ] = "codes:all",
    where: Annotated[str | None, says("Count only what answers this question.")] = None,
    testing: Testing = TESTING,
    explain: Annotated[
        tuple[str, str] | None,
        says("List the passages of a code by a group: CODE GROUP (All: by all of them)."),
    ] = None,
    most: Annotated[int, says("Show no more rows than so many; 0 shows all.")] = _MOST,
    output: Annotated[
        Path | None,
        says(
            "Write the table (.csv, .xlsx, .json, .parquet) or the figure (.svg, .png, .html).",
            ("--output", "-o"),
        ),
    ] = None,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Compare what groups of participants say: counts first, then log-odds and a test.

    People are counted, not passages: each says a code or does not. The test rearranges who is in
    which group, and its p is adjusted for the number of codes.

    crosscase compare ics.crosscase --by sector --groups "Public health,Social care"

    crosscase compare against ics.crosscase --code "Short-term funding" --valence constraining
    """
    named = None if groups is None else [each.strip() for each in groups.split(",")]
    with opened(study, common, reads=True) as work:
        leaving.check(work, output)
        made = work.contrasts.compare(by, groups=named, codes=codes, where=where, **testing.given())
        if explain is not None:
            group = None if explain[1].casefold() == "all" else explain[1]
            page = work.contrasts.passages(made, explain[0], group, most=1_000_000)
            return _explained(made, explain, page)
        if output is not None:
            return written_analysis(
                made.frame, lambda: work.contrasts.figure(made), output, "groups",
                replace=leaving.replace,
            )  # fmt: skip
    return Answer(_data(made), lambda screen: _show(screen, made, most))


@app.command
def against(
    study: StudyPath,
    expression: Annotated[
        str | None, says("The statement as a query: what answers it speaks for it.", "EXPRESSION")
    ] = None,
    /,
    *,
    code: Annotated[str | None, says("Or the statement as a code...")] = None,
    valence: Annotated[
        Literal["enabling", "constraining", "mixed"] | None, says("...with this valence.")
    ] = None,
    by: Annotated[str | None, says("Of a group by this: sites, sector...")] = None,
    group: Annotated[str | None, says("...namely this one.")] = None,
    topic: Annotated[
        str | None, says("A topic of a guide: silence counts of those asked about it.")
    ] = None,
    guide: Annotated[str | None, says("The guide of that topic, where there are several.")] = None,
    most: Annotated[int, says("Show so many passages of each sort.")] = 5,
    output: Annotated[
        Path | None,
        says("Write who stands how to a .csv, .xlsx, .json or .parquet.", ("--output", "-o")),
    ] = None,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Search for what speaks against a statement: people and passages, typical and unlike.

    crosscase compare against ics.crosscase --code Trust --valence enabling --topic Relationships

    crosscase compare against ics.crosscase 'code:Trust and valence:enabling' --by sector
    --group "Public health"
    """
    from crosscase.study_synthesis.negative_cases import Statement

    if most < 0:
        raise MistakeOfUse(
            f"{most} passages cannot be shown.", slug="bad-number", hint="Say how many."
        )
    statement = Statement(expression, code, valence, by, group, topic, guide)
    with opened(study, common, reads=True) as work:
        leaving.check(work, output)
        found = work.contrasts.against(statement, most=most)
        if output is not None:
            return written_cases(found, output, replace=leaving.replace)
    return Answer(plain(found), lambda screen: shown_cases(screen, found))


def _show(screen: Screen, made: GroupComparison, most: int) -> None:
    for warning in made.warnings:
        screen.line(warning, "bold")
    screen.line(made.title, "bold")
    sizes = zip(made.groups.labels, made.groups.of, strict=True)
    screen.line("Interviewed: " + ", ".join(f"{label} {of}" for label, of in sizes) + ".")
    for number, contrast in enumerate(made.contrasts):
        rows = list(made.by_difference(number))
        screen.line()
        screen.line(contrast.words, "bold")
        screen.table(_columns(made), (_row(made, each) for each in rows[: most or None]),
                     empty="Nobody says any of these codes.")  # fmt: skip
        if most and len(rows) > most:
            screen.line(f"{counted(len(rows), 'code')}, of which {most} are shown.")
    screen.line()
    screen.line(_test_line(made))
    for note in made.notes:
        screen.line(note)


def _columns(made: GroupComparison) -> list[str]:
    adjusted = "p, all codes" if made.test.adjustment == "max-t" else "p, fdr"
    return ["code", "they say it", "the others", "difference", "log-odds", "z", "p", adjusted]


def _row(made: GroupComparison, each: CodeContrast) -> list[object]:
    difference = "" if each.difference is None else f"{each.difference * 100:+.0f} points"
    return [
        made.labels[each.code],
        f"{each.said} of {each.of}",
        f"{each.said_against} of {each.of_against}",
        difference,
        _figure(each.log_odds),
        _figure(each.z),
        _p(each.p),
        _p(each.family),
    ]


def _figure(value: float | None) -> str:
    return "undefined" if value is None else f"{value:+.2f}"


def _p(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.3f}" if value >= 0.001 else "< 0.001"


def _test_line(made: GroupComparison) -> str:
    test = made.test
    if test.reason is not None:
        return "No arrangements were looked at."
    if test.exact:
        return f"All {test.possible:,} possible arrangements were looked at: p is exact."
    possible = f"{test.possible:,}" if test.possible < 10**9 else "more than 1,000,000,000"
    return (
        f"{test.looked_at:,} of {possible} possible arrangements were drawn with the seed "
        f"{test.seed}."
    )


def _data(made: GroupComparison) -> dict[str, object]:
    test = made.test
    return {
        "title": made.title,
        "where": made.where,
        "warnings": list(made.warnings),
        "by": made.groups.noun,
        "groups": [
            {"name": label, "of": of}
            for label, of in zip(made.groups.labels, made.groups.of, strict=True)
        ],
        "contrasts": [
            {"group": made.groups.labels[each.group], "words": each.words}
            for each in made.contrasts
        ],
        "codes": [
            {
                "code": made.labels[at],
                "participants": made.said[at].tolist(),
                "passages": made.passages[at].tolist(),
                "in_all": int(made.said_by[at]),
                "contrasts": plain(made.contrasts_of(at)),
            }
            for at in range(len(made))
        ],
        "test": {
            "within": made.strata.noun,
            "possible": str(test.possible),
            "looked_at": test.looked_at,
            "exact": test.exact,
            "seed": test.seed,
            "adjustment": test.adjustment,
            "undefined": test.reason,
        },
        "prior": made.prior,
        "notes": list(made.notes),
    }


def _explained(made: GroupComparison, asked: tuple[str, str], page: CellPage) -> Answer:
    def show(screen: Screen) -> None:
        show_passages(screen, page.passages, 120)
        if page.passages:
            screen.line()
        screen.line(
            f"{made.labels[made.find_code(asked[0])]}, {asked[1]}: {page.value} of "
            f"{counted(page.of, 'participant')}, {counted(page.total, 'passage')}."
        )
        if page.did_not:
            screen.line(f"Did not say it: {first_of(page.did_not, 20)}.")

    return Answer({"code": asked[0], "group": asked[1], **plain(page)}, show)
