"""Coding: one passage at a time in studies of three sizes, undo, export and verifying."""

from __future__ import annotations

import math
import random
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.synthetic import Built, StudySize, code_path, copied_study, step_path
from benchmarks.table import Line
from benchmarks.timing import Times, in_own_process, repeated, timed

__all__ = ["lines", "slope"]

_ADDED = 200


def lines(folder: Path, size: StudySize, built: Built) -> list[Line]:
    """The lines of the table about coding."""
    steps = {
        step: in_own_process("benchmarks.coding:add_codings", str(step_path(folder, size, step)))
        for step in size.steps
    }
    most = steps[size.steps[-1]]
    found = [
        Line("storing one row for good (the floor)", _commit_floor(), note="a bare table"),
        _adding(most, "adding one coding, median", "median", f"{_ADDED} added"),
        _adding(most, "adding one coding, 95th percentile", "p95", f"best {_ms(most['best'])}"),
    ]
    found += [
        _adding(run, f"the same median at {step:,} codings", "median", "", target=None)
        for step, run in steps.items()
    ]
    medians = [(step, run["median"]) for step, run in steps.items()]
    found.append(Line("slope of that (0 is flat)", slope(medians), unit="", note=_SLOPE))
    found += _in_bulk(size, built)
    rest = in_own_process("benchmarks.coding:the_rest", built.path)
    undo, redo = rest["undo"], rest["redo"]
    found += [
        Line("undo of one coding", undo["median"], processor=undo["processor"]),
        Line("redo of it", redo["median"], processor=redo["processor"]),
        Line(
            "the frame of all codings, with words",
            rest["frame"],
            note=f"{rest['rows']:,} rows; the first, with imports",
        ),
        Line(
            "the same again",
            rest["frame_again"],
            processor=rest["frame_again_cpu"],
            peak_mb=rest["peak_mb"],
        ),
    ]
    checked = in_own_process("benchmarks.coding:verify", built.path)
    found.append(
        Line(
            "verify (all is folded anew)",
            checked["seconds"],
            processor=checked["processor"],
            peak_mb=checked["peak_mb"],
        )
    )
    return found


def _adding(
    run: Mapping[str, float], what: str, which: str, note: str, target: float | None = 0.01
) -> Line:
    return Line(
        what,
        run[which],
        target,
        note=note,
        processor=run["processor"],
        peak_mb=run["peak_mb"],
    )


def _in_bulk(size: StudySize, built: Built) -> list[Line]:
    """What a coding costs in an import of many, at several sizes of the study."""
    costs = [pair for pair in built.bulk if pair[0] in size.steps]
    floor = Line("inserting a row among 20,000 (the floor)", _insert_floor(), note="a bare table")
    found = [
        Line(f"importing codings up to {count:,}, each", each, processor=each, note="processor")
        for count, each in costs
    ]
    return [floor, *found, Line("slope of that (0 is flat)", slope(costs), unit="", note=_SLOPE)]


_SLOPE = "log of the cost against log of the codings"


def slope(points: Sequence[tuple[int, float]]) -> float:
    """The least-squares slope of log cost against log count."""
    xs = [math.log(count) for count, _ in points]
    ys = [math.log(cost) for _, cost in points]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    below = sum((x - middle_x) ** 2 for x in xs)
    above = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return above / below if below else 0.0


def _ms(value: float) -> str:
    return f"{value * 1000:.1f} ms"


def _commit_floor() -> float:
    """What the disk asks for one transaction with full synchronisation."""
    with tempfile.TemporaryDirectory() as place:
        database = _bare_table(place)
        times = repeated(lambda: database.execute(_INSERT, _ROW), _ADDED)
        database.close()
    return times.median


def _insert_floor() -> float:
    """What SQLite asks for a row among many in one transaction."""
    with tempfile.TemporaryDirectory() as place:
        database = _bare_table(place)

        def insert() -> None:
            database.execute("BEGIN")
            database.executemany(_INSERT, [_ROW] * 20_000)
            database.execute("COMMIT")

        taken = repeated(insert, 5).processor
        database.close()
    return taken / 20_000


_INSERT = "INSERT INTO line (entity, hash, fields) VALUES (?, ?, ?)"
_ROW = (bytes(16), bytes(32), bytes(120))


def _bare_table(place: str) -> sqlite3.Connection:
    """A table with rows about as long as a change of the log, and nothing else."""
    database = sqlite3.connect(Path(place) / "floor.db", isolation_level=None)
    database.execute("PRAGMA journal_mode=wal")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE line (row INTEGER PRIMARY KEY, entity, hash, fields)")
    return database


def add_codings(path: str) -> dict[str, Any]:
    """Add codings one by one to a copy of a study, as a person does."""
    import crosscase

    chance = random.Random(11)
    with tempfile.TemporaryDirectory() as place:
        copy = copied_study(place, path)
        with crosscase.open_study(copy, person="Coder 1") as study:
            names = [each.name for each in study.sources.all()]
            study.codings.add(names[0], code_path(0)[1], start_char=0, end_char=30)
            spent = []
            for number in range(_ADDED):
                name, start = chance.choice(names), chance.randrange(5_000)
                code = code_path(chance.randrange(400))[1]
                end = start + 31 + number
                add = partial(study.codings.add, name, code, start_char=start, end_char=end)
                taken, _ = timed(add)
                spent.append(taken)
    return Times(tuple(spent)).facts()


def the_rest(path: str) -> dict[str, Any]:
    """Undo and redo one coding over and over, and read the frame of all codings."""
    import crosscase

    with tempfile.TemporaryDirectory() as place:
        copy = copied_study(place, path)
        with crosscase.open_study(copy, person="Coder 1") as study:
            name = study.sources.all()[0].name
            study.codings.add(name, code_path(0)[1], start_char=0, end_char=30)
            undone, redone = [], []
            for _ in range(20):
                undone.append(timed(study.undo)[0])
                redone.append(timed(study.redo)[0])
            first, frame = timed(study.codings.frame)
            again, _ = timed(study.codings.frame)
    return {
        "undo": Times(tuple(undone)).facts(),
        "redo": Times(tuple(redone)).facts(),
        "frame": first.seconds,
        "frame_again": again.seconds,
        "frame_again_cpu": again.processor,
        "rows": frame.height,
    }


def verify(path: str) -> dict[str, Any]:
    """Verify a study; it must be sound."""
    import crosscase

    with crosscase.open_study(path) as study:
        taken, faults = timed(study.verify)
    if faults:
        raise SystemExit(f"the study is not sound: {faults[0].sentence}")
    return taken._asdict()
