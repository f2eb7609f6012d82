"""Bringing in real material: a folder of hearing transcripts, and a table of comments."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from benchmarks.table import Line
from benchmarks.timing import in_own_process, timed

__all__ = ["lines"]

HEARINGS = Path("data/corpora/covid_inquiry_module3")
COMMENTS = Path("data/corpora/nhs_comments/comments_coded.csv")
_REPEATS = 2


def lines(shared: Path, *, small: bool) -> list[Line]:
    """The lines of the table about importing; none without the shared folder."""
    found: list[Line] = []
    if (shared / HEARINGS).is_dir():
        days = sorted((shared / HEARINGS).glob("*.txt"))
        most = 3 if small else len(days)
        runs = [
            in_own_process("benchmarks.importing:import_days", str(shared / HEARINGS), most)
            for _ in range(1 if small else _REPEATS)
        ]
        best = min(runs, key=lambda run: run["seconds"])
        peak = max(run["peak_mb"] for run in runs)
        what = f"import of {best['sources']} hearing days ({best['words']:,} words)"
        spread = " and ".join(f"{run['seconds']:.1f}" for run in runs)
        note = f"runs: {spread} s; reading {best['reading']:.1f} s of it"
        target = None if small else 30
        found.append(
            Line(
                what,
                best["seconds"],
                target,
                note=note,
                processor=best["processor"],
                peak_mb=peak,
            )
        )
        found.append(Line("its memory", peak, None if small else 500, unit="MB"))
    if (shared / COMMENTS).exists() and not small:
        run = in_own_process("benchmarks.importing:import_comments", str(shared / COMMENTS))
        what = f"a table of {run['sources']:,} comments as sources"
        found += [
            Line(what, run["seconds"], processor=run["processor"], peak_mb=run["peak_mb"]),
            Line("verifying that study", run["verifying"]),
        ]
    return found


def import_days(folder: str, most: int) -> dict[str, Any]:
    """Import the first days of the hearings into a new study."""
    import crosscase

    days = sorted(Path(folder).glob("*.txt"))[:most]
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "hearings.crosscase"
        with crosscase.new_study(path, "Hearings", person="Coder 1") as study:
            named = [(day.name, day) for day in days]
            reading, (staged, refused) = timed(lambda: study.sources.stage(named))
            storing, report = timed(lambda: study.sources.add_staged(staged, refused))
    return {
        "seconds": reading.seconds + storing.seconds,
        "processor": reading.processor + storing.processor,
        "reading": reading.seconds,
        "sources": len(report.imported),
        "words": report.words,
    }


def import_comments(table: str) -> dict[str, Any]:
    """Import a table whose rows become sources, and verify what came of it."""
    import crosscase

    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "comments.crosscase"
        with crosscase.new_study(path, "Comments", person="Coder 1") as study:
            taken, report = timed(
                lambda: study.sources.import_rows(
                    table, text_columns=["FFT answer"], attribute_columns=["Trust"]
                )
            )
            verifying, faults = timed(study.verify)
    if faults:
        raise SystemExit(f"the study of comments is not sound: {faults[0].sentence}")
    return {
        "seconds": taken.seconds,
        "processor": taken.processor,
        "sources": len(report.imported),
        "verifying": verifying.seconds,
    }
