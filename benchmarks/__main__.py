"""Measure, and print the table: ``python -m benchmarks --size small|full``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import (
    asking,
    charting,
    choosing,
    coding,
    contrasts,
    cooccurrence,
    exchange,
    findings,
    importing,
    opening,
    protecting,
    qca,
    saturation,
)
from benchmarks.machine import load_line, machine_line
from benchmarks.synthetic import SIZES, Built, StudySize, built_study
from benchmarks.table import Line, render

_SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
_GROUPS = ("importing", "choosing", "building", "opening", "coding", "asking", "findings",
           "protecting", "charting", "cooccurrence", "contrasts", "saturation", "qca",
           "exchange")  # fmt: skip
_WITHOUT_STUDY = {
    "importing", "choosing", "charting", "cooccurrence", "contrasts", "saturation", "qca",
    "exchange",
}  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Build (or find) the study, measure, and print one table with the machine."""
    given = _parser().parse_args(arguments)
    size, folder, shared = SIZES[given.size], Path(given.folder), Path(given.shared).resolve()
    wanted = given.only or _GROUPS
    print(f"{machine_line()}\n{load_line()}\n", flush=True)
    built = built_study(folder, size, shared) if set(wanted) - _WITHOUT_STUDY else None
    measures: dict[str, Callable[[], list[Line]]] = {
        "importing": lambda: importing.lines(shared, small=given.size == "small"),
        "choosing": lambda: choosing.lines(given.size),
        "charting": charting.lines,
        "cooccurrence": lambda: cooccurrence.lines(given.size),
        "contrasts": lambda: contrasts.lines(given.size),
        "saturation": saturation.lines,
        "qca": qca.lines,
        "exchange": lambda: exchange.lines(given.size),
    }
    if built is not None:
        measures |= {
            "building": lambda: _building(size, built),
            "opening": lambda: opening.lines(Path(built.path)),
            "coding": lambda: coding.lines(folder, size, built),
            "asking": lambda: asking.lines(built),
            "findings": lambda: findings.lines(built),
            "protecting": lambda: protecting.lines(built),
        }
    found: list[Line] = []
    for name in _GROUPS:
        if name in wanted:
            print(f"measuring: {name}", file=sys.stderr, flush=True)
            found += measures[name]()
    if built is not None:
        print(_about(size, built) + "\n")
    print(render(found))
    print(f"\nA ratio above 1 misses its target. {load_line().capitalize()}.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--size", choices=("small", "full"), default="small")
    parser.add_argument("--only", choices=_GROUPS, action="append", help="one group of lines")
    parser.add_argument("--shared", default=_SHARED, help="the folder of real documents")
    parser.add_argument(
        "--folder",
        default=Path(tempfile.gettempdir()) / "crosscase-benchmarks",
        help="where built studies are kept for the next run",
    )
    return parser


def _about(size: StudySize, built: Built) -> str:
    return (
        f"The made-up study: {size.sources:,} sources, {size.words:,} words, "
        f"{size.codings:,} codings by {size.coders} coders, {size.codes} codes, "
        f"{size.sites} sites; {built.file_mb:,.0f} MB on disk."
    )


def _building(size: StudySize, built: Built) -> list[Line]:
    """What building the study took, when it was built."""
    spent = built.seconds
    sources = f"{size.sources:,} sources, {size.words / 1e6:.1f} M words"
    return [
        Line(f"reading {sources}: turns, speakers", spent["staging"]),
        Line(f"storing {sources}: log, state, index", spent["storing"]),
        Line(f"storing {size.codings:,} codings", spent["codings"]),
        Line(
            "building the whole study",
            sum(spent.values()),
            note="once; kept for later runs",
            peak_mb=built.peak_mb,
        ),
        Line(f"linking {size.sources:,} interviewers and participants", spent["speakers"]),
        Line(f"a codebook of {size.codes} codes", spent["codebook"]),
        Line(f"a table of {size.sources:,} participants", spent["participants"]),
    ]


if __name__ == "__main__":
    sys.exit(main())
