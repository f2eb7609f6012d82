"""Charting: a framework matrix of 500 participants by 50 codes, beside a plain matrix."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.synthetic import copied_study
from benchmarks.table import Line, seconds
from benchmarks.timing import Times, in_own_process, repeated, timed

__all__ = ["lines"]

_PEOPLE, _CODES, _PASSAGES = 500, 50, 100
_REPEATS = 5
_TARGET = 0.3


def lines() -> list[Line]:
    """The lines of the table about charting, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        built = in_own_process("benchmarks.charting:build", folder)
        run = in_own_process("benchmarks.charting:read", built["path"])
    said = f"{_PEOPLE} participants x {_CODES} codes, {run['written']:,} summaries"
    ratio = run["table"] / run["plain"]
    return [
        Line(
            "a framework matrix, states alone",
            run["states"],
            _TARGET,
            note=f"{said}; first {seconds(run['first'])}",
        ),
        Line(
            "a framework matrix with its summaries, after a coding",
            run["table"],
            _TARGET,
            note=f"{ratio:.1f} times the plain matrix of the same codings",
        ),
        Line("the plain matrix of the same codings, after a coding", run["plain"], None),
    ]


def build(folder: str) -> dict[str, Any]:
    """A study in which every participant has an interview, and every cell with codings a text."""
    from crosscase.testing import make_study

    study = make_study(Path(folder))
    words = [f"word{at % 997}" for at in range(12 * _PASSAGES)]
    talk = " ".join(words)
    for number in range(_PEOPLE):
        file = Path(folder) / f"T{number:03}.txt"
        file.write_text(f"P{number:03}: {talk}\n", encoding="utf-8")
        study.sources.add(file)
    study.cases.add("Northam", "site")
    study.participants.import_table(
        ["case", "role", "site"], [[f"P{n:03}", "nurse", "Northam"] for n in range(_PEOPLE)]
    )
    study.speakers.link_by_name()
    names = [f"Code {at:02}" for at in range(_CODES)]
    for name in names:
        study.codes.add(name)
    rows = [
        [f"T{number:03}.txt", names[(at * 7 + number) % _CODES], at * 60, at * 60 + 40]
        for number in range(_PEOPLE)
        for at in range(_PASSAGES)
    ]
    study.codings.import_table(["source", "code", "start_char", "end_char"], rows)
    text = "What this participant says of the code, told in a sentence or two. " * 3
    study.charting.import_table(
        ["participant", "code", "summary"],
        [[f"P{n:03}", name, f"{n} {name}: {text}"] for n in range(_PEOPLE) for name in names],
    )
    path = str(Path(folder) / "study.crosscase")
    study.close()
    return {"path": path}


def read(path: str) -> dict[str, Any]:
    """Read the matrix once after opening and again, with and without words, and a plain one.

    With words, and plain, it is read just after somebody coded something: little of what was
    coded is remembered then.
    """
    import crosscase

    with tempfile.TemporaryDirectory() as place:
        copy = copied_study(place, path)
        with crosscase.open_study(copy, person="Coder 1") as study:
            places = iter(range(2 * _REPEATS))

            def after_coding(read: Callable[[], Any]) -> float:
                taken = []
                for _ in range(_REPEATS):
                    at = next(places)
                    study.codings.add("T000.txt", "Code 00", start_char=at, end_char=at + 30)
                    taken.append(timed(read)[0])
                return Times(tuple(taken)).median

            first, table = timed(lambda: study.charting.table(summaries=False))
            states = repeated(lambda: study.charting.table(summaries=False), _REPEATS)
            whole = after_coding(lambda: study.charting.table())
            plain = after_coding(lambda: study.matrix("participants", "codes", count="passages"))
    return {
        "first": first.seconds,
        "states": states.median,
        "table": whole,
        "plain": plain,
        "written": len(table.written),
    }
