"""Asking: one code's passages, words and phrases, and a code by site matrix."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from typing import Any

from benchmarks.synthetic import Built, code_path, copied_study
from benchmarks.table import Line, seconds
from benchmarks.timing import Times, in_own_process, repeated, timed

__all__ = ["lines"]

_PAGE = 50
_REPEATS = 10


def lines(built: Built) -> list[Line]:
    """The lines of the table about asking, each in a process of its own.

    "First" is the first question after the study was opened, which imports what it needs and
    reads the columns into memory; the others come in the same process after it.
    """
    code = code_path(0)[1]
    questions = [
        (f"passages of one code, first page of {_PAGE}", f'code:"{code}"', 0.05),
        ("text search: a common word, first page", f'"{built.common}"', 0.1),
        ("text search: a rare word, first page", f'"{built.rare}"', 0.1),
        ("text search: a phrase, first page", f'"{built.phrase}"', 0.1),
        ("a code in a sector, first page", f'code:"{code}" and sector:"public health"', None),
        ("a code near a phrase, first page", f'code:"{code}" near(2 turns) "{built.phrase}"', None),
    ]
    found: list[Line] = []
    for what, expression, target in questions:
        run = in_own_process("benchmarks.asking:ask", built.path, expression)
        more = "" if run["is_complete"] else " or more"
        found.append(_again(run, what, target, f"; {run['total']:,}{more} found"))
    run = in_own_process("benchmarks.asking:ask_after_coding", built.path, f'code:"{code}"')
    found.append(_again(run, "passages of one code, just after a coding", 0.05, ""))
    run = in_own_process("benchmarks.asking:cross", built.path)
    cells = f"; {run['rows']} x {run['columns']} cells, counting participants"
    found += [
        Line("a code by site matrix, the first", run["first"], 0.5, processor=run["first_cpu"]),
        _again(run, "a code by site matrix, again", 0.5, cells),
    ]
    return found


def _again(run: Mapping[str, Any], what: str, target: float | None, note: str) -> Line:
    first = f"; first {seconds(run['first'])}" if "first" in run else ""
    return Line(
        what,
        run["median"],
        target,
        note=f"median of {_REPEATS}{first}{note}",
        processor=run["processor"],
        peak_mb=run["peak_mb"],
    )


def ask(path: str, expression: str) -> dict[str, Any]:
    """Ask a question for its first page: once after opening, and again."""
    import crosscase

    with crosscase.open_study(path) as study:
        first, answer = timed(lambda: study.query(expression, most=_PAGE))
        again = repeated(lambda: study.query(expression, most=_PAGE), _REPEATS)
    return {
        "first": first.seconds,
        **again.facts(),
        "total": answer.total,
        "is_complete": answer.is_complete,
    }


def ask_after_coding(path: str, expression: str) -> dict[str, Any]:
    """Ask again and again, each time after a coding was added to a copy of the study."""
    import crosscase

    with tempfile.TemporaryDirectory() as place:
        copy = copied_study(place, path)
        with crosscase.open_study(copy, person="Coder 1") as study:
            name = study.sources.all()[0].name
            study.query(expression, most=_PAGE)
            taken = []
            for number in range(_REPEATS):
                study.codings.add(name, code_path(0)[1], start_char=number, end_char=number + 40)
                taken.append(timed(lambda: study.query(expression, most=_PAGE))[0])
    return Times(tuple(taken)).facts()


def cross(path: str) -> dict[str, Any]:
    """Cross all codes with all sites: once after opening, and again."""
    import crosscase

    with crosscase.open_study(path) as study:
        first, matrix = timed(lambda: study.matrix("codes:all", "sites"))
        again = repeated(lambda: study.matrix("codes:all", "sites"), _REPEATS)
    return {
        "first": first.seconds,
        "first_cpu": first.processor,
        **again.facts(),
        "rows": len(matrix.rows),
        "columns": len(matrix.columns),
    }
