"""Receipts of a purge: any device that merged it gives its own, and says what is left there."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.errors import NotFound
from crosscase.store.scrubbing import is_left_to_scrub, note_merge, note_scrub
from crosscase.store.study_file import StudyFile
from crosscase.study import Study
from tests.store.planted import PERSON, SOURCE, WORD, plant
from tests.store.test_person_purge import assert_nowhere, opened, purge_all


@pytest.fixture(scope="module")
def planted_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The planted study with a recording beside it, made once."""
    folder = tmp_path_factory.mktemp("planted")
    with plant(folder) as study:
        voice = folder / "voice.mp3"
        voice.write_bytes(b"ID3" + WORD.encode() * 20)
        study.sources.attach_media(SOURCE, voice)
        return study.path or folder


def copied(planted_file: Path, folder: Path, name: str) -> Path:
    """A copy of the study and of its recordings."""
    shutil.copytree(planted_file.with_suffix(".media"), folder / f"{name}.media")
    return Path(shutil.copy(planted_file, folder / f"{name}.crosscase"))


@pytest.fixture
def study(planted_file: Path, tmp_path: Path) -> Iterator[Study]:
    """A copy of it."""
    with opened(copied(planted_file, tmp_path, "a")) as study:
        yield study


def test_a_device_that_merged_the_purge_gives_a_receipt_of_its_own(
    study: Study, planted_file: Path, tmp_path: Path
) -> None:
    """The same purge, the same things, another file and device; and the first one once more."""
    with opened(copied(planted_file, tmp_path, "b"), "Ben") as other:
        other.memos.write("Late", f"late {WORD}", about=f"participant:{PERSON}")
        with pytest.raises(NotFound) as caught:
            other.protection.receipt()
        assert caught.value.slug == "no-such-purge"
        done = purge_all(study)
        assert done.remains == ()
        other.merge(study.path or "")
        theirs = other.protection.receipt(file_name="b.crosscase", device="laptop of Ben")
        assert (theirs.file, theirs.device) == ("b.crosscase", "laptop of Ben")
        assert theirs.operation == done.operation and theirs.person == "Ama"
        assert theirs.is_clean and theirs.remains == ()
        # What was written here meanwhile went too.
        assert set(done.sealed_ids) < set(theirs.sealed_ids)
        assert theirs.sealed["memo"] == done.sealed["memo"] + 1
        assert theirs.cleaned_ids == done.cleaned_ids
        assert [each.file_name for each in theirs.copies_merged] == ["a.crosscase"]
        study.merge(other.path or "")
        again = study.protection.receipt(done.operation)
        assert again.sealed == theirs.sealed and again.heads == theirs.heads
        assert again.purged_at == theirs.purged_at
        assert WORD not in json.dumps(dataclasses.asdict(theirs)).casefold()
    assert_nowhere(tmp_path)


def test_names_of_the_person_go_from_the_names_of_copies(
    study: Study, planted_file: Path, tmp_path: Path
) -> None:
    """On the device that purged, and on one that merges the purge."""
    with opened(copied(planted_file, tmp_path, "b"), "Ben") as other:
        copy = tmp_path / f"for {PERSON}.crosscase"
        other.copy(copy)
        with opened(copy, "Cho") as third:
            third.codes.add("Third")
        other.merge(copy)
        shutil.rmtree(copy.with_suffix(".media"))
        copy.unlink()
        purge_all(study)
        other.merge(study.path or "")
        told = other.protection.receipt()
        assert [each.file_name for each in told.copies_made] == ["for [removed].crosscase"]
        assert [each.file_name for each in told.copies_merged] == [
            "for [removed].crosscase",
            "a.crosscase",
        ]
    assert_nowhere(tmp_path)


def test_the_purges_are_listed_and_each_has_a_receipt(study: Study, tmp_path: Path) -> None:
    """A purge of things has one too; what is no purge has none."""
    first = study.purge([study.memos.get("On trust").id], "by mistake")
    purge_all(study)
    listed = study.protection.purges()
    assert [each.reason for each in listed] == ["by mistake", None]
    assert [each.person for each in listed] == ["Ama", "Ama"]
    told = study.protection.receipt(listed[0].operation)
    assert told.operation == first.operation.id
    assert told.sealed == {"memo": 1} and told.cleaned == {} and told.reason == "by mistake"
    made = study.log()[-1].operation
    with pytest.raises(NotFound, match="is no purge"):
        study.protection.receipt(made)
    assert study.protection.receipt().operation == listed[1].operation


def test_a_receipt_says_that_another_program_is_in_the_way(study: Study) -> None:
    """Until the file is written anew, old pages may hold words; cleaning does it."""
    assert study.path is not None
    study._session.file.driver().execute("PRAGMA busy_timeout=20")
    reader = StudyFile.open(study.path)
    with reader.read() as connection:
        assert reader.fact(connection, "study_id") == study.id
        done = purge_all(study)
        assert not done.is_scrubbed
        assert [each.slug for each in done.remains] == ["old-pages"]
        told = study.protection.receipt()
        assert not told.is_clean
        assert "crosscase purge clean" in told.remains[0].hint
        assert not study.protection.clean_up_purges()
    reader.close()
    assert study.protection.clean_up_purges()
    assert study.protection.receipt().is_clean
    assert_nowhere(study.path.parent)


def test_recordings_that_a_purge_could_not_take_away_are_told_and_go(study: Study) -> None:
    """As when a program was killed between the purge and its end."""
    assert study.path is not None
    folder = study.path.with_suffix(".media")
    (recording,) = folder.iterdir()
    data = recording.read_bytes()
    purge_all(study)
    assert not folder.exists()
    folder.mkdir()
    recording.write_bytes(data)
    with study._session.file.write() as connection:
        note_scrub(connection, "operation 1", [recording.name])
    told = study.protection.receipt()
    assert [each.slug for each in told.remains] == ["old-pages", "unnamed-recordings"]
    study.codes.add("Later")
    assert study.protection.clean_up_purges()
    assert study.protection.receipt().is_clean
    assert not folder.exists()
    folder.mkdir()
    (folder / "notes.txt").write_text("nobody's", encoding="utf-8")
    study.protection.clean_up_purges()
    assert [each.slug for each in study.protection.receipt().remains] == ["unnamed-recordings"]
    assert (folder / "notes.txt").exists()


def test_the_next_merge_finishes_what_was_broken_off(
    study: Study, planted_file: Path, tmp_path: Path
) -> None:
    """Also one that brings nothing; and a merge that ends well leaves nothing to do."""
    other = copied(planted_file, tmp_path, "b")
    purge_all(study)
    file = study._session.file
    study.merge(other)
    with file.read() as connection:
        assert not is_left_to_scrub(connection)
    note_merge(file, 1)
    assert not study.protection.receipt().is_clean
    study.merge(other)
    assert study.protection.receipt().is_clean
    assert study.verify() == []


def test_copies_that_were_broken_off_beside_the_study_are_told(study: Study) -> None:
    """They hold all of it, and no program opens them."""
    assert study.path is not None
    purge_all(study)
    study.path.with_name("for Ben.crosscase.partial").write_bytes(b"half")
    told = study.protection.receipt()
    assert [each.slug for each in told.remains] == ["broken-off-copies"]


def test_words_that_a_purge_should_have_sealed_are_found(study: Study) -> None:
    """A change that came back open, and a text that nothing names, are told with a way out."""
    words = f"back {WORD}".encode()
    done = purge_all(study)
    file = study._session.file
    with file.write() as connection:
        row = file.row_of(connection, done.sealed_ids[0])
        file.driver().execute(
            "UPDATE change SET fields = ?, salt = ?, seal = 0 WHERE entity = ?",
            (b"\xa0", bytes(16), row),
        )
        file.driver().execute("INSERT INTO blob VALUES (?, ?)", (bytes(32), words))
    slugs = [each.slug for each in study.protection.receipt().remains]
    assert slugs == ["not-sealed", "unused-words", "not-sound"]
    study.protection.clean_up_purges()
    assert study.protection.receipt().is_clean
    assert_nowhere((study.path or Path()).parent)
