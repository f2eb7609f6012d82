"""Study files that are damaged, cut short, another program's, or no study at all."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import crosscase
from crosscase.errors import UnreadableFile
from tests.bad_input.conftest import Run, unharmed


def _overwritten(data: bytes, start: int) -> bytes:
    return data[:start] + b"\xa5" * 6_000 + data[start + 6_000 :]


_BAD_STUDIES: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "empty": ("not-a-study", lambda _: b""),
    "transcript": ("not-a-study", lambda _: b"Interviewer: Hello?\n"),
    "web page": ("not-a-study", lambda _: b"<!doctype html><html></html>"),
    "head alone": ("foreign-database", lambda data: data[:16]),
    "cut short": ("damaged", lambda data: data[: len(data) // 3]),
    "damaged head": ("damaged", lambda data: _overwritten(data, 100)),
    "damaged tables": ("damaged", lambda data: _overwritten(data, 4_096)),
}
_MAIN = "import sys; from crosscase.cli import main; sys.exit(main())"
_COMMANDS = [
    ("info", "bad.crosscase"),
    ("verify", "bad.crosscase"),
    ("import", "bad.crosscase", "good.txt"),
    ("codes", "add", "bad.crosscase", "Money"),
    ("copy", "bad.crosscase", "copied.crosscase"),
    ("merge", "s.crosscase", "bad.crosscase"),
]


@pytest.mark.parametrize("what", _BAD_STUDIES)
def test_a_file_that_is_no_sound_study(run: Run, study: Path, what: str) -> None:
    """Every command tells it with status 5 and a hint, and neither file is touched."""
    slug, spoil = _BAD_STUDIES[what]
    Path("good.txt").write_text("Ann: I was there.\n", encoding="utf-8")
    bad = Path("bad.crosscase")
    bad.write_bytes(spoil(study.read_bytes()))
    before = bad.read_bytes()
    with unharmed(study):
        for tokens in _COMMANDS:
            error = run(*tokens, "--json", status=5).json["error"]
            assert error["slug"] == slug
            assert "bad.crosscase" in error["sentence"]
            assert error["hint"] or slug == "foreign-database"  # that one: see the test below
    assert bad.read_bytes() == before
    assert not Path("copied.crosscase").exists()


def test_another_programs_database(run: Run, study: Path) -> None:
    """It is named as that, and not a byte of it is changed."""
    foreign = Path("foreign.db")
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE code (id, name)")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    before = foreign.read_bytes()
    with unharmed(study):
        for tokens in (("info", foreign), ("verify", foreign), ("merge", study, foreign)):
            said = run(*tokens, "--json", status=5).json
            assert said["error"]["slug"] == "foreign-database"
            assert "foreign.db" in said["error"]["sentence"]
    assert foreign.read_bytes() == before
    assert said["error"]["hint"]


def test_a_damaged_other_copy_is_not_blamed_on_the_study(run: Run, study: Path) -> None:
    """Damage that shows only in the midst of a merge names the file that is damaged."""
    data = study.read_bytes()
    bad = Path("bad.crosscase")
    blamed = []
    with unharmed(study):
        for start in range(2 * 4_096, len(data) - 6_000, 3 * 4_096):
            bad.write_bytes(_overwritten(data, start))
            said = run("merge", study, bad, "--json", status=None)
            assert said.status in (0, 4, 5), said.out
            if said.status == 5 and "“s.crosscase”" in said.error["sentence"]:
                blamed.append(start)
    assert blamed == []


def test_a_study_that_was_only_read_is_one_file_afterwards(
    run: Run, study: Path, tmp_path: Path
) -> None:
    """Reading leaves no side files, neither beside the study nor beside the copy merged in."""
    run("copy", study, "other.crosscase")
    run("info", "other.crosscase")
    run("merge", study, "other.crosscase")
    left = sorted(each.name for each in tmp_path.glob("*.crosscase-*"))
    assert left == []


def test_a_damaged_study_in_python(study: Path) -> None:
    """`open_study` raises UnreadableFile with a way out."""
    bad = Path("bad.crosscase")
    bad.write_bytes(_overwritten(study.read_bytes(), 100))
    with pytest.raises(UnreadableFile) as refused:
        crosscase.open_study(bad, person="Ama")
    assert refused.value.slug == "damaged"
    assert refused.value.hint


def test_words_changed_behind_our_back_are_found(run: Run, study: Path) -> None:
    """A change by another program opens, and `verify` says what is wrong; status 5."""
    connection = sqlite3.connect(study)
    connection.execute("UPDATE operation SET wall_ms = wall_ms + 1 WHERE seq = 2")
    connection.commit()
    connection.close()
    said = run("verify", study, "--json", status=5).json
    assert said["is_sound"] is False
    assert all(fault["sentence"].endswith(".") for fault in said["faults"])
    assert "Open a backup" in run("verify", study, status=5).out


@pytest.mark.parametrize("called", [["-m", "crosscase"], ["-c", _MAIN]])
def test_the_status_reaches_the_shell(called: list[str]) -> None:
    """However crosscase is called, a script sees that something went wrong."""
    command = [sys.executable, *called, "info", "absent.crosscase"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr.startswith("There is no study “absent.crosscase”.")
    assert done.returncode == 3
