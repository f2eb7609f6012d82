"""A purge, or a merge that brings one, killed at any moment: it is finished later, to the byte."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.study import Study
from tests.store.planted import PERSON, SOURCE, WORD, plant
from tests.store.test_person_purge import (
    assert_nowhere,
    offline_work,
    opened,
    plant_more,
    purge_all,
)

ROOT = Path(__file__).parents[2]

if os.name != "posix":
    pytest.skip("kills a process as only POSIX can", allow_module_level=True)


class Worker:
    """Orders to a process that does each in a child, which is killed after a while."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.purge_worker"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )

    def order(self, *words: str | Path, kill_after_s: float | None = None) -> float:
        """Have something done, or killed so many seconds later; returns how long it took."""
        child = int(self._say(*words))
        begun = time.monotonic()
        if kill_after_s is not None:
            time.sleep(kill_after_s)
            os.kill(child, signal.SIGKILL)
        status = int(self._say())
        may_die = kill_after_s is not None or str(words[0]).endswith("-stored")
        assert status == 0 or (may_die and status == -signal.SIGKILL)
        return time.monotonic() - begun

    def _say(self, *words: str | Path) -> str:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write("\t".join(map(str, words)) + "\n")
        return self._process.stdout.readline()

    def close(self) -> None:
        """No more orders."""
        self._process.communicate(timeout=60)
        assert self._process.returncode == 0


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """One process for all orders: to begin takes longer than to purge."""
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two copies with a recording each: one is purged, one worked on and merged another."""
    folder = tmp_path_factory.mktemp("made")
    with plant(folder) as study:
        plant_more(study)
        study.sources.attach_media(SOURCE, _voice(folder))
        path = study.path or folder
    kept = folder / "copies"
    kept.mkdir()
    for name in ("purged", "late"):
        shutil.copy(path, kept / f"{name}.crosscase")
        shutil.copytree(path.with_suffix(".media"), kept / f"{name}.media")
    with opened(kept / "purged.crosscase") as study:
        purge_all(study)
    third = Path(shutil.copy(path, kept / "third.crosscase"))
    with opened(third, "Cho") as study:
        study.memos.write("Third", f"third {WORD}", about=f"source:{SOURCE}")
    with opened(kept / "late.crosscase", "Ben") as study:
        offline_work(study)
        study.merge(third)
        study.memos.write("Long", f"late {WORD} " * 20_000, about=f"participant:{PERSON}")
    third.unlink()
    return kept


def _voice(folder: Path) -> Path:
    voice = folder / "voice.mp3"
    voice.write_bytes(b"ID3" + WORD.encode() * 2_000)
    return voice


def kill_and_finish(
    worker: Worker, made: Path, folder: Path, verb: str, kills: int, chance: random.Random
) -> int:
    """Kill one thing so often; finish each time, and look at every byte.

    Returns how often something had been left to do.
    """
    took, unfinished = 0.0, 0
    for number in range(kills + 1):
        work = folder / f"{verb} {number}"
        shutil.copytree(made, work)
        order = _order(verb, work)
        if not number:
            took = worker.order(*order)  # how long it takes when nobody disturbs it
        else:
            worker.order(*order, kill_after_s=chance.random() * took)
        unfinished += _finish(*order)
        assert_nowhere(work)
        shutil.rmtree(work)
    return unfinished


def _order(verb: str, work: Path) -> tuple[str, *tuple[Path, ...]]:
    late, purged = work / "late.crosscase", work / "purged.crosscase"
    return {
        "a merge that brings a purge": ("merge", late, purged),
        "a merge of an unpurged copy": ("merge", purged, late),
        "a purge": ("purge", late),
    }[verb]


def _finish(verb: str, path: Path, *other: Path) -> bool:
    """Do what was killed once more, as a person would who sees that it did not end."""
    with opened(path, "Cho") as study:
        assert study.verify() == []
        was_left = _is_there(study) or not _is_clean(study)
        if verb == "merge":
            study.merge(*other)
        elif _is_there(study):
            purge_all(study)
        else:
            study.protection.clean_up_purges()
        assert study.protection.receipt().remains == ()
        assert study.verify() == []
        assert not _is_there(study)
        for each in path.parent.glob("*"):
            if each.stem != path.stem:  # the other copy, which may still be as it was
                shutil.rmtree(each) if each.is_dir() else each.unlink()
        assert_nowhere(path.parent)
    return was_left


def _is_there(study: Study) -> bool:
    return PERSON in [each.name for each in study.participants.all()]


def _is_clean(study: Study) -> bool:
    return bool(study.protection.purges()) and study.protection.receipt().is_clean


_VERBS = ("a merge that brings a purge", "a merge of an unpurged copy", "a purge")


@pytest.mark.parametrize("verb", _VERBS)
def test_what_is_killed_half_way_is_finished_without_a_word_left(
    worker: Worker, made: Path, tmp_path: Path, verb: str
) -> None:
    """Killed a few times; then sound at once, and clean when it is done again."""
    kill_and_finish(worker, made, tmp_path, verb, 4, random.Random(11))


@pytest.mark.parametrize("verb", _VERBS)
def test_what_dies_between_the_storing_and_the_wiping_says_so_and_is_finished(
    worker: Worker, made: Path, tmp_path: Path, verb: str
) -> None:
    """The worst moment: the words are sealed, while old pages and the recording are there."""
    work = tmp_path / "work"
    shutil.copytree(made, work)
    order = _order(verb, work)
    worker.order(f"{order[0]}-stored", *order[1:])
    with opened(order[1], "Cho") as study:
        assert not _is_there(study)
        assert "old-pages" in [each.slug for each in study.protection.receipt().remains]
    recordings = order[1].with_suffix(".media")
    assert recordings.exists() or order[1].stem == "purged"
    assert _finish(*order)
    assert not recordings.exists()


@pytest.mark.soak
@pytest.mark.parametrize("verb", _VERBS)
def test_hundreds_of_kills_leave_no_word(
    worker: Worker, made: Path, tmp_path: Path, verb: str, is_long_soak: bool
) -> None:
    """At any moment between the opening of the study and its closing."""
    kills = 120 if is_long_soak else 15
    unfinished = kill_and_finish(worker, made, tmp_path, verb, kills, random.Random())
    assert unfinished > kills // 20
