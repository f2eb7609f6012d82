"""Whatever is done to the files of other tools, they are read or refused with a sentence."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.bad_input.foreign_seeds import SEEDS, seed_bytes
from tests.bad_input.fuzzing import mutated_project, read_or_refused, run

_ROOT = Path(__file__).resolve().parents[2]
_AT_ONCE = 5_000


@pytest.mark.parametrize("name", SEEDS)
def test_each_seed_is_a_whole_project(name: str) -> None:
    """Else nothing would be learnt from changing it."""
    assert read_or_refused(seed_bytes(name), 0) == "brought in"


def test_a_number_always_gives_the_same_project() -> None:
    assert mutated_project(17) == mutated_project(17)
    assert mutated_project(17) != mutated_project(18)


def test_a_few_hundred_mutated_projects_are_read_or_refused() -> None:
    """The first of those that `make soak` runs; some come through, and some do not."""
    found: Any = run(0, 300)
    assert not found["failed"], "\n".join(found["failed"])
    assert min(found["became"]["read"], found["became"]["refused"]) > 30


@pytest.mark.soak
def test_mutated_projects_neither_crash_nor_hang_nor_grow(
    is_long_soak: bool, tmp_path: Path
) -> None:
    """Five thousand, or a hundred thousand that are others each time, in watched processes."""
    count = 100_000 if is_long_soak else _AT_ONCE
    first = random.SystemRandom().randrange(10**6, 10**9) if is_long_soak else 0
    became: Counter[str] = Counter()
    for start in range(first, first + count, _AT_ONCE):
        found = _in_own_process(start, _AT_ONCE, tmp_path / "at")
        assert not found["failed"], "\n".join(found["failed"])
        became.update(found["became"])
    assert sum(became.values()) == count
    assert min(became["read"], became["refused"]) > count / 10, became


def _in_own_process(first: int, count: int, at: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bad_input.fuzzing", str(first), str(count), str(at)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True)
    assert done.returncode == 0, f"hung or died at {at.read_text()}:\n{done.stderr[-4_000:]}"
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
