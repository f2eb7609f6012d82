"""`crosscase inequality`: indices of inequality of a table, and joined to cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App

from crosscase.cli.inequality_options import AskedIndices
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, DryRun, StudyPath, flag, says
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, counted, first_of
from crosscase.cli.verbs import did
from crosscase.cli.written_frames import wrote
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    import polars

app = App(name="inequality")
TableFile = Annotated[Path, says("A csv, tsv, xlsx or ods table, one area or group a row.", "FILE")]
Polarity = Literal["favourable", "adverse"]
_WAYS = {
    "normal": "normal",
    "log-normal": "normal on the log scale",
    "simulated": "simulated",
    "bootstrap": "bootstrap",
}


@app.default
def inequality(
    file: TableFile,
    /,
    *,
    asked: AskedIndices,
    interval: Annotated[bool, flag("Show confidence intervals.")] = False,
    polarity: Annotated[
        Polarity | None, says("Whether more of the indicator is good; says who is worse off.")
    ] = None,
    over: Annotated[
        str | None,
        says("A column of times: show what changed from the first to the last (with --polarity)."),
    ] = None,
    output: Annotated[
        Path | None, says("Write it to a .csv, .xlsx, .json or .parquet file.", ("--output", "-o"))
    ] = None,
    replace: Annotated[bool, flag("Replace a file that is there.")] = False,
    common: Common = COMMON,
) -> Answer:
    """Work out indices of inequality, for each case of a table or for the whole of it.

    Read an absolute index (sii, aci, gap) beside a relative one (rii, rci, ratio): either alone
    can mislead. A case for which an index does not exist is told with the reason.

    crosscase inequality areas.csv --value "life expectancy" --population people --rank imd
    --by system --index sii,rii,gap --interval --polarity favourable
    """
    if over is not None and polarity is None:
        raise MistakeOfUse(
            "What a change means depends on the indicator.",
            slug="polarity-needed",
            hint="Give --polarity favourable (the more the better) or adverse.",
        )
    if polarity is not None and asked.multiplier < 0:
        raise MistakeOfUse(
            "A negative multiplier turns the slope round, and its polarity with it.",
            slug="turned-twice",
            hint="Leave out the sign; --polarity says what the slope means.",
        )
    found = asked.found(file, over=over)
    if over is not None and polarity is not None:
        from crosscase.analysis.inequality import changes_over_time

        found = changes_over_time(found, over, polarity=polarity, confidence=asked.confidence)
    elif polarity is not None:
        from crosscase.analysis.inequality import with_worse_off

        found = with_worse_off(found, polarity)
    if output is not None:
        return wrote(found, output, "inequality", replace=replace)
    shown = _changes if over is not None else _figures
    return Answer(
        {"indices": found.to_dicts()}, lambda screen: shown(screen, found, interval, asked)
    )


@app.command
def join(
    study: StudyPath,
    file: TableFile,
    /,
    *,
    asked: AskedIndices,
    label: Annotated[
        str | None, says('What the indices are of: "life expectancy" sii is the attribute.')
    ] = None,
    kind: Annotated[str | None, says("The kind of cases that are meant.")] = None,
    match: Annotated[
        str | None, says("The attribute that holds what the table calls a case; else the name.")
    ] = None,
    interval: Annotated[bool, flag("Add attributes for the ends of the intervals.")] = False,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Work out indices of inequality and put them on cases as attributes, in one operation.

    crosscase inequality join ics.crosscase areas.csv --value deaths --population people
    --rank imd --by site --kind site --label deaths
    """
    if asked.by is None:
        raise MistakeOfUse(
            "Nothing says which case a row belongs to.",
            slug="no-column-of-cases",
            hint="Name the column with --by.",
        )
    found = asked.found(file)
    with opened(study, common, reads=dry_run) as work:
        done = work.inequality.join(
            found,
            label=label,
            case_kind=kind,
            match=match,
            with_intervals=interval,
            dry_run=dry_run,
        )

    def more(screen: Screen) -> None:
        if done.unmatched:
            names = first_of(done.unmatched, 8)
            screen.line(f"{counted(len(done.unmatched), 'name')} no case has: {names}.")
        for each in done.undefined:
            screen.line(f"No “{each.attribute}” for “{each.case}”: {each.reason}.")
        for way in asked.ways_out(each.reason for each in done.undefined):
            screen.line(way)

    values, cases = counted(done.values, "value"), counted(len(done.joined), "case")
    sentence = f"{'Would set' if dry_run else 'Set'} {values} of {cases}."

    def would(screen: Screen) -> None:
        screen.line(sentence)
        more(screen)

    told = {name: value for name, value in plain(done).items() if name != "recorded"}
    return Answer(told, would) if dry_run else did(done.recorded, sentence, more, **told)


def _figures(screen: Screen, found: polars.DataFrame, interval: bool, asked: AskedIndices) -> None:
    cases = found.columns[: found.columns.index("index")]
    columns = [*cases, "index", "value", *(("low", "high") if interval else ())]
    columns += ["worse_off"] if "worse_off" in found.columns else []
    rows = [
        [_figure(each[name]) if name in ("value", "low", "high") else each[name]
         for name in columns]
        for each in found.iter_rows(named=True)
    ]  # fmt: skip
    screen.table([name.replace("_", " ") for name in columns], rows)
    if interval:
        for way in found["interval"].drop_nulls().unique(maintain_order=True).to_list():
            of = found.filter(interval=way)["index"].unique(maintain_order=True).to_list()
            screen.line(
                f"{asked.confidence * 100:.4g} % intervals of {', '.join(of)}: {_WAYS[way]}."
            )
    for reason, indices in _undefined(found, cases):
        screen.line(f"Undefined ({indices}): {reason}.")
    for way in asked.ways_out(found["undefined"].drop_nulls()):
        screen.line(way)
    counts = found.unique(subset=cases, maintain_order=True) if cases else found.head(1)
    lost = sum(counts["left_out"].to_list())
    if lost:
        screen.line(f"{counted(lost, 'row')} left out, where a number is missing.")


def _undefined(found: polars.DataFrame, cases: list[str]) -> list[tuple[str, str]]:
    """The reasons, each with the figures that it stands for."""
    told: dict[str, list[str]] = {}
    for row in found.iter_rows(named=True):
        if row["undefined"]:
            of = " ".join([*(str(row[name]) for name in cases), row["index"]])
            told.setdefault(row["undefined"], []).append(of)
    return [(reason, first_of(names, 6)) for reason, names in told.items()]


def _changes(screen: Screen, found: polars.DataFrame, interval: bool, asked: AskedIndices) -> None:
    figures = ("before", "after", "difference", "low", "high")
    columns = [name for name in found.columns if interval or name not in ("low", "high")]
    rows = [
        [_figure(each[name]) if name in figures else each[name] for name in columns]
        for each in found.iter_rows(named=True)
    ]
    screen.table([name.replace("_", " ") for name in columns], rows)


def _figure(value: float | None) -> str:
    """A figure in four places, as it can be read in a table."""
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 10_000 else f"{value:.4g}"
