"""Sealed backups: the whole study goes in, comes out the same, and nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import Conflict, MistakeOfUse, NotFound, UnreadableFile
from crosscase.formats.sealed_file import Cost
from crosscase.study import Study
from crosscase.study_protection.backup import open_backup
from crosscase.testing import counted_randomness, make_study
from tests.study_protection.test_anonymising import PASSPHRASE, talked

CHEAP = Cost(64, 1, 1)


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return talked(tmp_path)


def _backup(study: Study, target: Path) -> int:
    return study.protection.backup(target, PASSPHRASE, randomness=counted_randomness(), cost=CHEAP)


def test_a_study_comes_out_of_its_backup_as_it_went_in(study: Study, tmp_path: Path) -> None:
    size = _backup(study, tmp_path / "b.sealed")
    assert size == (tmp_path / "b.sealed").stat().st_size
    assert b"Anna" not in (tmp_path / "b.sealed").read_bytes()
    done = open_backup(tmp_path / "b.sealed", tmp_path / "again.crosscase", PASSPHRASE)
    assert done.recordings == 0
    with make_study(tmp_path, name="again", open_again=True) as again:
        assert again.heads == study.heads
        assert again.sources.text("Anna Smith.txt") == study.sources.text("Anna Smith.txt")
        assert again.verify() == []
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.startswith(".")) == []


def test_recordings_go_with_it(tmp_path: Path) -> None:
    study = talked(tmp_path)
    sound = tmp_path / "talk.mp3"
    sound.write_bytes(b"ID3" + bytes(3_000_000))
    study.sources.attach_media("Anna Smith.txt", sound)
    _backup(study, tmp_path / "b.sealed")
    (tmp_path / "out").mkdir()
    done = open_backup(tmp_path / "b.sealed", tmp_path / "out" / "again.crosscase", PASSPHRASE)
    assert done.recordings == 1
    [kept] = (tmp_path / "out" / "again.media").iterdir()
    assert kept.read_bytes() == sound.read_bytes()


def test_nothing_is_overwritten_and_wrong_words_leave_nothing_behind(
    study: Study, tmp_path: Path
) -> None:
    _backup(study, tmp_path / "b.sealed")
    with pytest.raises(Conflict):
        _backup(study, tmp_path / "b.sealed")
    with pytest.raises(Conflict):
        open_backup(tmp_path / "b.sealed", tmp_path / "study.crosscase", PASSPHRASE)
    with pytest.raises(UnreadableFile) as error:
        open_backup(tmp_path / "b.sealed", tmp_path / "c.crosscase", "another passphrase")
    assert error.value.slug == "sealed-shut"
    with pytest.raises(NotFound):
        open_backup(tmp_path / "b.sealed", tmp_path / "no" / "c.crosscase", PASSPHRASE)
    with pytest.raises(MistakeOfUse):
        study.protection.backup(tmp_path / "c", "short", randomness=counted_randomness())
    held = bytearray((tmp_path / "b.sealed").read_bytes())
    held[-1] ^= 1
    (tmp_path / "bad.sealed").write_bytes(held)
    with pytest.raises(UnreadableFile):
        open_backup(tmp_path / "bad.sealed", tmp_path / "c.crosscase", PASSPHRASE)
    assert not (tmp_path / "c.crosscase").exists()
    assert not [each for each in tmp_path.iterdir() if each.name.startswith(".")]
