"""A writer killed at any moment: what was confirmed is there, and nothing is there by half."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.store.study_file import StudyFile
from crosscase.store.verifying import verify_file
from tests.store.study_copies import Copy, add_source, begin_study

WRITER = Path(__file__).with_name("crash_writer.py")

if os.name != "posix":
    pytest.skip("kills a process as only POSIX can", allow_module_level=True)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Path]:
    """A study with a text and a code, closed."""
    copy: Copy = begin_study(tmp_path / "a.crosscase")
    add_source(copy, "a.txt", "the money went and trust was lost " * 10)
    copy.codes.add("Trust")
    copy.close()
    yield copy.path


def confirmed_before_kill(path: Path, seed: str, operations: int, wait_s: float) -> list[str]:
    """What a writer confirmed that was killed some time after so many operations."""
    process = subprocess.Popen(
        [sys.executable, str(WRITER), str(path), seed], stdout=subprocess.PIPE, bufsize=0
    )
    assert process.stdout is not None
    said = b""
    deadline = None
    while True:
        # Once enough is confirmed the writer goes on for a moment: the kill falls anywhere.
        left = None if deadline is None else max(0.0, deadline - time.monotonic())
        ready, _, _ = select.select([process.stdout], [], [], left)
        if ready:
            piece = process.stdout.read(65_536)
            assert piece, f"the writer ended by itself: {process.wait()}"
            said += piece
        if deadline is None and said.count(b"\n") >= operations:
            deadline = time.monotonic() + wait_s
        if deadline is not None and time.monotonic() >= deadline:
            break
    process.send_signal(signal.SIGKILL)
    assert process.wait(timeout=60) == -signal.SIGKILL
    said += process.stdout.read()
    process.stdout.close()
    return said.decode().split("\n")[:-1]


def assert_all_there(path: Path, confirmed: list[str]) -> None:
    """Every confirmed operation is in the log under its digest, and the whole file is sound."""
    file = StudyFile.open(path)
    try:
        stored = {
            f"{writer.hex()} {seq} {digest.hex()}"
            for writer, seq, digest in file.driver().execute(
                "SELECT w.id, o.seq, o.digest FROM operation o JOIN writer w ON w.row = o.writer"
            )
        }
        assert [line for line in confirmed if line not in stored] == []
        # Digests cover the hashes of all changes of an operation: none is there by half.
        assert verify_file(file) == []
    finally:
        file.close()


def kill_often(path: Path, kills: int, chance: random.Random, *, fresh_after: int) -> int:
    """Kill writers one after another in the same study; returns how much was confirmed."""
    original = path.read_bytes()
    confirmed: list[str] = []
    total = 0
    for number in range(kills):
        if number and number % fresh_after == 0:  # a study that stays small enough to check often
            confirmed = []
            for each in path.parent.glob(path.name + "*"):
                each.unlink()
            path.write_bytes(original)
        new = confirmed_before_kill(
            path, str(number), chance.randrange(1, 30), chance.random() * 0.06
        )
        total += len(new)
        confirmed += new
        assert_all_there(path, confirmed)
    return total


def test_what_was_confirmed_outlives_three_kills(study: Path) -> None:
    """Three writers are killed in the midst of their work, one after another."""
    assert kill_often(study, 3, random.Random(7), fresh_after=3) >= 3


@pytest.mark.soak
def test_what_was_confirmed_outlives_hundreds_of_kills(study: Path, is_long_soak: bool) -> None:
    """At least two hundred kills in the long form; about a minute of them in the short one."""
    kills = 220 if is_long_soak else 25
    assert kill_often(study, kills, random.Random(), fresh_after=8) >= kills
