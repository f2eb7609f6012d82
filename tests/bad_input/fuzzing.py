"""Mutated projects of other tools, one a number, read in a process that is watched.

``python -m tests.bad_input.fuzzing FIRST COUNT`` runs so many from a number on; what fails says
its number, so that it can be run again alone.
"""

from __future__ import annotations

import faulthandler
import json
import random
import sys
import traceback
from collections import Counter
from contextlib import suppress
from pathlib import Path

from crosscase.errors import CrosscaseError
from crosscase.study_exchange.opening import open_project
from crosscase.testing import make_study
from tests.bad_input.foreign_seeds import SEEDS, seed_bytes
from tests.bad_input.mutating import mutated

__all__ = ["mutated_project", "read_or_refused", "run"]

_LONGEST_SECONDS = 30
_MOST_MEMORY = 3_000_000_000
_MOST_FAILURES = 10
_PLANNED_EACH, _STORED_EACH = 10, 50


def mutated_project(number: int) -> tuple[str, bytes]:
    """The project of this number: which seed it was, and its bytes."""
    chance = random.Random(number)
    name = chance.choice(list(SEEDS))
    return name, mutated(seed_bytes(name), chance)


def read_or_refused(data: bytes, number: int) -> str:
    """What became of it; some are planned, and a few stored, as an import would."""
    try:
        found = open_project(data, "the project")
    except CrosscaseError as error:
        assert error.sentence.endswith("."), error.sentence
        return "refused"
    assert all(each.rows == each.accounted for each in found.tables), found.tables
    if number % _PLANNED_EACH:
        return "read"
    with make_study(None) as study:
        stores = number % _STORED_EACH == 0
        try:
            report = study.projects.bring_in(data, name="the project", dry_run=not stores)
        except CrosscaseError as error:
            assert error.sentence.endswith("."), error.sentence
            return "refused"
        assert report.is_balanced, report.kinds
        if stores:
            assert study.verify() == []
            study.projects.write()
    return "brought in"


def run(first: int, count: int, at: Path | None = None) -> dict[str, object]:
    """Run so many; ``at`` is a file that always holds the number of the one that is read."""
    became: Counter[str] = Counter()
    failed: list[str] = []
    for number in range(first, first + count):
        if at is not None:
            at.write_text(str(number), encoding="ascii")
        faulthandler.dump_traceback_later(_LONGEST_SECONDS, exit=True)
        name = "?"
        try:
            name, data = mutated_project(number)
            became[read_or_refused(data, number)] += 1
        except Exception:  # what is looked for: any error that is not ours
            failed.append(f"{number} ({name}):\n{traceback.format_exc(limit=-6)}")
            if len(failed) >= _MOST_FAILURES:
                break
        finally:
            faulthandler.cancel_dump_traceback_later()
    return {"became": became, "failed": failed}


def _bound_memory() -> None:
    """Growth past the caps ends in a MemoryError, which is no error of ours."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    _bound_memory()
    place = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    print(json.dumps(run(int(sys.argv[1]), int(sys.argv[2]), place)))
