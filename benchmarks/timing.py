"""Timing a piece of work, many times over or in a process of its own."""

from __future__ import annotations

import gc
import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from benchmarks.machine import peak_memory_mb

__all__ = ["Spent", "Times", "command_times", "in_own_process", "repeated", "timed"]

T = TypeVar("T")

_ROOT = Path(__file__).resolve().parent.parent


class Spent(NamedTuple):
    """What one run took: seconds by the clock, and seconds of processor time.

    The second says what the work itself asks for, however busy the machine is besides; waiting
    for the disk is not in it.
    """

    seconds: float
    processor: float


@dataclass(frozen=True, slots=True)
class Times:
    """What one thing took, each time that it was done."""

    spent: tuple[Spent, ...]

    @property
    def best(self) -> float:
        """The shortest time by the clock: hardly disturbed by other programs."""
        return min(each.seconds for each in self.spent)

    @property
    def median(self) -> float:
        """What a person meets half of the time."""
        return self.at(0.5)

    @property
    def processor(self) -> float:
        """The median processor time."""
        return sorted(each.processor for each in self.spent)[len(self.spent) // 2]

    def at(self, share: float) -> float:
        """The time by the clock within which this share of the repeats was done."""
        ordered = sorted(each.seconds for each in self.spent)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def facts(self) -> dict[str, float]:
        """The same as plain values, to hand from one process to another."""
        return {
            "best": self.best,
            "median": self.median,
            "p95": self.at(0.95),
            "processor": self.processor,
        }


def timed(work: Callable[[], T]) -> tuple[Spent, T]:
    """What one run took, and what it returned."""
    started, used = time.perf_counter(), time.process_time()
    result = work()
    return Spent(time.perf_counter() - started, time.process_time() - used), result


def repeated(work: Callable[[], Any], times: int) -> Times:
    """The same work many times over, one after another in this process."""
    gc.collect()
    return Times(tuple(timed(work)[0] for _ in range(times)))


def command_times(command: Sequence[str], times: int) -> Times:
    """What a command takes from its start to its end; it must succeed."""
    spent = []
    for _ in range(times):
        before, started = os.times(), time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=_ROOT)
        elapsed, after = time.perf_counter() - started, os.times()
        used = after.children_user + after.children_system
        used -= before.children_user + before.children_system
        spent.append(Spent(elapsed, used))
    return Times(tuple(spent))


def in_own_process(place: str, *arguments: str | int | float) -> dict[str, Any]:
    """Call a function of this package (``module:function``) in a fresh process.

    It gets the arguments and returns a dict of plain values; the greatest memory of that
    process is added as ``peak_mb``.
    """
    command = [sys.executable, "-m", "benchmarks.timing", place, json.dumps(arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=_ROOT)
    if done.returncode:
        raise SystemExit(f"{place} failed:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _answer(place: str, arguments: str) -> None:
    module, _, name = place.partition(":")
    result = getattr(importlib.import_module(module), name)(*json.loads(arguments))
    print(json.dumps({**result, "peak_mb": peak_memory_mb()}))


if __name__ == "__main__":
    _answer(sys.argv[1], sys.argv[2])
