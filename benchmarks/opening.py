"""Starting: the import, the help, opening a study, and asking what it holds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from benchmarks.table import Line, seconds
from benchmarks.timing import command_times, in_own_process, repeated, timed

__all__ = ["lines"]

_TIMES = 7
_BEST = f"best of {_TIMES}"
_RUN = "import sys; from crosscase.cli import main; sys.exit(main(sys.argv[1:]))"


def lines(study: Path) -> list[Line]:
    """The lines of the table about starting."""
    python = command_times([sys.executable, "-c", "pass"], _TIMES)
    imported = command_times([sys.executable, "-c", "import crosscase"], _TIMES)
    helped = command_times([*crosscase_command(), "--help"], _TIMES)
    told = command_times([*crosscase_command(), "info", str(study), "--json"], _TIMES)
    opened = in_own_process("benchmarks.opening:open_and_count", str(study))
    again = opened["again"]
    return [
        Line("Python alone (the floor)", python.best, note=_BEST, processor=python.processor),
        Line("`import crosscase`", imported.best, 0.3, note=_BEST, processor=imported.processor),
        Line("`crosscase --help`", helped.best, 0.3, note=_BEST, processor=helped.processor),
        Line(
            "`open_study()` in a warm interpreter",
            again["median"],
            0.2,
            note=f"median of {_TIMES}; the first, with imports, {seconds(opened['first'])}",
            processor=again["processor"],
            peak_mb=opened["opened_mb"],
        ),
        Line(
            "`crosscase info STUDY`, cold",
            told.best,
            1.0,
            note=f"{_BEST}, median {seconds(told.median)}; {opened['codings']:,} codings",
            processor=told.processor,
            peak_mb=opened["peak_mb"],
        ),
    ]


def crosscase_command() -> list[str]:
    """How the command is started: its script where it is installed."""
    script = Path(sys.executable).with_name("crosscase")
    return [str(script)] if script.exists() else [sys.executable, "-c", _RUN]


def open_and_count(path: str) -> dict[str, Any]:
    """Open a study several times in one process, then count what it holds."""
    import crosscase
    from benchmarks.machine import peak_memory_mb

    def open_once() -> None:
        crosscase.open_study(path, person="Coder 1").close()

    first, _ = timed(open_once)
    again = repeated(open_once, _TIMES)
    opened_mb = peak_memory_mb()
    with crosscase.open_study(path, person="Coder 1") as study:
        counts = study.counts()
    return {
        "first": first.seconds,
        "again": again.facts(),
        "opened_mb": opened_mb,
        "codings": counts.codings,
    }
