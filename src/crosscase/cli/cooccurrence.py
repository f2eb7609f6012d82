"""`crosscase cooccurrence`: which codes meet, by a stated unit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App

from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.passages import show_passages
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, counted, first_of
from crosscase.cli.synthesis_files import written_analysis
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.query.matrix_cells import CellPage
    from crosscase.study import Study
    from crosscase.study_synthesis.code_pairs import CodePair, CodePairs

__all__ = ["app", "cooccurrence"]

app = App(name="cooccurrence")
_MOST = 20


@app.default
def cooccurrence(
    study: StudyPath,
    /,
    *,
    unit: Annotated[
        str, says("Where codes meet: overlap, turn, near:200, near:2 turns or source.")
    ] = "overlap",
    codes: Annotated[
        list[str] | None,
        says("codes (the top ones), codes:all, code:NAME, or name codes; repeat it for more."),
    ] = None,
    by: Annotated[
        str | None, says("Participants of each pair by group: sites, sector, any attribute, waves.")
    ] = None,
    where: Annotated[str | None, says("Count only what answers this question.")] = None,
    explain: Annotated[
        tuple[str, str] | None, says("List the passages where two codes meet: CODE CODE.")
    ] = None,
    most: Annotated[int, says("Show no more than so many; 0 shows all.")] = _MOST,
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
    """Show which codes meet, and how strongly, with participants and passages of each pair.

    Numbers depend on the unit, so it stands in every answer. That codes meet does not say that
    one leads to the other: `crosscase interactions` keeps what people say of that.

    crosscase cooccurrence ics.crosscase --unit turn --by sites

    crosscase cooccurrence ics.crosscase --unit near:200 --explain Trust "Personal ties"
    """
    from crosscase.study_synthesis.coded_rows import codes_asked

    asked = codes_asked(codes)
    with opened(study, common, reads=True) as work:
        leaving.check(work, output)
        if explain is not None:
            return _explained(*_two_codes(work, unit, explain, where))
        made = work.cooccurrence.pairs(unit, codes=asked, by=by, where=where)
        if output is not None:
            return written_analysis(
                made.frame, lambda: work.cooccurrence.figure(made), output, "pairs",
                replace=leaving.replace,
            )  # fmt: skip
        pairs = list(made.pairs())
    return Answer(_data(made, pairs), lambda screen: _show(screen, made, pairs, most))


def _two_codes(
    work: Study, unit: str, codes: tuple[str, str], where: str | None
) -> tuple[CodePairs, CellPage]:
    """The two codes, and all passages where they meet."""
    made = work.cooccurrence.pairs(unit, codes=codes, where=where)
    if len(made.labels) < 2:
        raise MistakeOfUse(
            "A code does not meet itself.", slug="one-code", hint="Name two different codes."
        )
    return made, work.cooccurrence.passages(made, *made.labels, most=1_000_000)


def _show(screen: Screen, made: CodePairs, pairs: list[CodePair], most: int) -> None:
    shown = pairs[: most or None]
    for warning in made.warnings:
        screen.line(warning, "bold")
    screen.line(made.title, "bold")
    rows = (_row(made, each) for each in shown)
    screen.table(_columns(made), rows, empty="No two of these codes meet.")
    if len(shown) < len(pairs):
        screen.line(f"{counted(len(pairs), 'pair')}, of which {len(shown)} are shown.")
    for note in made.notes:
        screen.line(note)
    if any(each.unequal for each in shown):
        screen.line("! One code is used more than five times as often: c says little there.")


def _columns(made: CodePairs) -> list[str]:
    noun = made.unit.noun
    groups = [] if made.groups is None else [
        f"{label} (of {of})"
        for label, of in zip(made.groups.labels, made.groups.of, strict=True)
    ]  # fmt: skip
    return ["first", "second", f"people (of {made.of})", *groups, f"{noun}s for both",
            f"{noun}s of each", "c", "lift", "second if first", "first if second", ""]  # fmt: skip


def _row(made: CodePairs, each: CodePair) -> list[object]:
    return [
        each.first,
        each.second,
        each.participants,
        *each.groups,
        each.both,
        f"{each.first_units} and {each.second_units}",
        _figure(each.c, 3),
        _figure(each.lift, 2),
        _share(each.second_given_first),
        _share(each.first_given_second),
        "!" if each.unequal else "",
    ]


def _figure(value: float | None, places: int) -> str:
    return "" if value is None else f"{value:.{places}f}"


def _share(value: float | None) -> str:
    return "" if value is None else f"{value * 100:.0f} %"


def _data(made: CodePairs, pairs: list[CodePair]) -> dict[str, object]:
    groups = made.groups
    return {
        "title": made.title,
        "unit": made.unit.word,
        "where": made.where,
        "warnings": list(made.warnings),
        "units": made.units,
        "of_participants": made.of,
        "of_cases": made.of_cases,
        "groups": None
        if groups is None
        else {"noun": groups.noun, "labels": list(groups.labels), "of": list(groups.of)},
        "pairs": plain(pairs),
        "notes": list(made.notes),
    }


def _explained(made: CodePairs, page: CellPage) -> Answer:
    names = made.labels

    def show(screen: Screen) -> None:
        show_passages(screen, page.passages, 120)
        if page.passages:
            screen.line()
        screen.line(
            f"{names[0]} and {names[1]} meet {made.unit.says}: {counted(page.total, 'passage')}, "
            f"{page.value} of {counted(page.of, 'participant')}."
        )
        if page.who:
            screen.line(f"Said by {first_of(page.who, 20)}.")

    return Answer({"unit": made.unit.word, "codes": list(names), **plain(page)}, show)
