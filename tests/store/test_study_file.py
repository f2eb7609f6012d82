"""A study file in the hands of others: shared, locked, full, damaged, foreign, newer, copied."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.errors import Conflict, CrosscaseError, MistakeOfUse, NotFound, UnreadableFile
from crosscase.model.nouns import Code
from crosscase.store.copying import copy_file
from crosscase.store.log_tables import LOG_VERSION
from crosscase.store.study_file import StudyFile
from crosscase.store.verifying import verify_file
from tests.store.study_copies import (
    STUDY_ID,
    Copy,
    add_source,
    begin_study,
    log_of_copy,
    open_copy,
    state_of_copy,
)

WRITER = Path(__file__).with_name("file_writer.py")


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Copy]:
    """A study with one source and one code."""
    copy = begin_study(tmp_path / "a.crosscase")
    add_source(copy, "a.txt", "the money went and trust was lost " * 4)
    copy.codes.add("Trust")
    yield copy
    copy.close()


def writing(path: Path, person: str, count: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, str(WRITER), str(path), person, str(count)])


# -- several at once ------------------------------------------------------------------------------


def test_two_processes_write_one_file_at_once(copy: Copy) -> None:
    """Fifty codings each: none is lost, no number is given twice, and the log is one chain each."""
    both = [writing(copy.path, person, 50) for person in ("Ben", "Chi")]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    coders = [coder for _, _, _, coder, *_ in state_of_copy(copy.file)["spans"].values()]
    assert sorted(coders.count(each) for each in set(coders)) == [50, 50]
    numbers = copy.file.driver().execute(
        "SELECT count(*), count(DISTINCT writer * 1000 + seq), max(seq) FROM operation "
        "WHERE writer > 1"
    )
    assert numbers.fetchone() == (102, 102, 51)
    assert verify_file(copy.file) == []


def test_a_study_that_is_opened_twice_in_one_process_keeps_what_it_stores(copy: Copy) -> None:
    """Opening it again must not give up the first one's locks: another program that closes the
    study would remove the side files beneath it, and what is stored after that be lost."""
    second = StudyFile.open(copy.path, read_only=True)
    subprocess.run([sys.executable, WRITER, copy.path, "Ben", "1"], check=True)
    copy.codes.add("Money")
    subprocess.run([sys.executable, WRITER, copy.path, "Cem", "1"], check=True)
    assert [code.name for code in copy.codes.all()] == ["Trust", "Money"]
    second.close()
    copy.file.close()
    again = open_copy(copy.path, "Ama")
    assert [code.name for code in again.codes.all()] == ["Trust", "Money"]
    assert verify_file(again.file) == []
    again.file.close()


def test_what_another_process_wrote_is_seen_at_the_next_look(copy: Copy) -> None:
    """Nothing remembered outlives a write by somebody else."""
    assert [code.name for code in copy.codes.all()] == ["Trust"]
    other = open_copy(copy.path, "Ben")
    other.codes.add("Money")
    assert [code.name for code in copy.codes.all()] == ["Trust", "Money"]
    other.close()


def test_a_locked_study_is_refused_and_works_again_when_it_is_free(copy: Copy) -> None:
    """Somebody else holds the write lock: a sentence, and no half operation."""
    copy.file.driver().execute("PRAGMA busy_timeout=10")
    holder = sqlite3.connect(copy.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(Conflict) as refused:
        copy.codes.add("Money")
    assert refused.value.slug == "study-locked"
    holder.execute("ROLLBACK")
    holder.close()
    copy.codes.add("Money")
    assert verify_file(copy.file) == []


def test_a_reader_does_not_stop_a_writer(copy: Copy) -> None:
    """A snapshot stays as it was while another connection writes."""
    reader = open_copy(copy.path, "Ben")
    with reader.session.reading() as reading:
        assert len(reading.all(Code)) == 1
        copy.codes.add("Money")
        reader.file.remembered.forget_all()
        assert len(reading.all(Code)) == 1
    assert len(reader.codes.all()) == 2
    reader.close()


# -- where nothing can be written -----------------------------------------------------------------


@pytest.fixture
def read_only_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder that ``take_rights`` makes one that may only be read, for the owner of all too."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if _may_everything() and not _mounted(folder, "size=8m"):
        pytest.skip("nothing is read-only for this person, who may not mount a disk either")
    try:
        yield folder
    finally:
        if _may_everything():
            subprocess.run(["umount", str(folder)], check=True)
        else:
            folder.chmod(0o755)


def _may_everything() -> bool:
    return os.name == "posix" and os.geteuid() == 0


def take_rights(folder: Path) -> None:
    """From now on nothing can be written there."""
    if _may_everything():
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    else:
        folder.chmod(0o555)


def _mounted(folder: Path, options: str) -> bool:
    if shutil.which("mount") is None or not _may_everything():
        return False
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_a_study_on_a_read_only_disk_can_be_read_and_copied(
    copy: Copy, read_only_disk: Path, tmp_path: Path
) -> None:
    """Reading and copying need no side files; writing is refused with a way out."""
    path = read_only_disk / "a.crosscase"
    copy_file(copy.file, path)
    open_copy(path, "Ben").close()  # leaves it in the form that a study in use has
    path.chmod(0o444)
    take_rights(read_only_disk)
    file = StudyFile.open(path, read_only=True)
    assert state_of_copy(file) == state_of_copy(copy.file)
    assert verify_file(file) == []
    copy_file(file, tmp_path / "copied.crosscase")
    with pytest.raises(Conflict, match="reading only"), file.write():
        pass
    file.close()
    with pytest.raises(CrosscaseError) as refused:
        StudyFile.open(path)
    assert refused.value.slug in ("read-only", "cannot-open")
    with pytest.raises(UnreadableFile):
        copy_file(copy.file, read_only_disk / "b.crosscase")


def test_a_full_disk_keeps_what_was_confirmed_and_goes_on_when_there_is_room(copy: Copy) -> None:
    """SQLite says full: a sentence, nothing of the operation is stored, no number skipped."""
    raw = copy.file.driver()
    before = state_of_copy(copy.file), log_of_copy(copy.file)
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count={pages}")
    for _ in range(2):
        with pytest.raises(UnreadableFile) as refused:
            add_source(copy, "big.txt", "many words " * 20_000)
        assert refused.value.slug == "disk-full"
    assert (state_of_copy(copy.file), log_of_copy(copy.file)) == before
    raw.execute("PRAGMA max_page_count=1073741823")
    add_source(copy, "big.txt", "many words " * 2_000)
    copy.codes.add("Money")
    assert verify_file(copy.file) == []


def test_a_disk_that_is_really_full_keeps_what_was_confirmed(copy: Copy, tmp_path: Path) -> None:
    """The same on a small disk of its own."""
    folder = tmp_path / "small"
    folder.mkdir()
    if not _mounted(folder, "size=2m"):
        pytest.skip("needs the right to mount a disk")
    try:
        small = copy.copy_to(folder / "a.crosscase", "Ben")
        stored = 0
        with pytest.raises(UnreadableFile) as refused:
            for number in range(400):
                add_source(small, f"s{number}.txt", f"{number} " + "many words " * 2_000)
                stored += 1
        assert refused.value.slug == "disk-full"
        assert len(state_of_copy(small.file)["nouns"]["source"]) == stored + 1
        assert verify_file(small.file) == []
        small.close()
    finally:
        subprocess.run(["umount", str(folder)], check=True)


# -- files that are not as they should be ---------------------------------------------------------


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    """Another program's SQLite file is named as that."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(UnreadableFile) as refused:
        StudyFile.open(path)
    assert refused.value.slug == "foreign-database"


@pytest.mark.parametrize("data", [b"", b"Interviewer: hello\n", b"SQLite format 3\x00"])
def test_what_is_no_database_is_refused(tmp_path: Path, data: bytes) -> None:
    """An empty file, a transcript, a file cut short."""
    path = tmp_path / "notes.crosscase"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as refused:
        StudyFile.open(path)
    assert refused.value.slug in ("not-a-study", "foreign-database")


def test_a_missing_study_and_a_folder_are_refused(tmp_path: Path) -> None:
    """Each with its own sentence."""
    with pytest.raises(NotFound):
        StudyFile.open(tmp_path / "absent.crosscase")
    with pytest.raises(MistakeOfUse):
        StudyFile.open(tmp_path)


@pytest.mark.parametrize("start", [100, 4_096, 5 * 4_096])
def test_a_damaged_file_is_told_as_damaged(copy: Copy, tmp_path: Path, start: int) -> None:
    """Bytes overwritten at the head, in the schema, or further on: said, or listed as faults."""
    path = tmp_path / "damaged.crosscase"
    copy_file(copy.file, path)
    data = bytearray(path.read_bytes())
    data[start : start + 6_000] = b"\xa5" * len(data[start : start + 6_000])
    path.write_bytes(data)
    try:
        file = StudyFile.open(path)
    except UnreadableFile as error:
        assert error.slug == "damaged"
        return
    try:
        assert verify_file(file) != []
    except UnreadableFile as error:
        assert error.slug == "damaged"
    finally:
        file.close()


def _made_newer(copy: Copy, path: Path, reader: int) -> None:
    copy_file(copy.file, path)
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version={LOG_VERSION + 1}")
        raw.execute("UPDATE meta SET value = ? WHERE key = 'reader_version'", (str(reader),))
        raw.execute("ALTER TABLE operation ADD COLUMN later TEXT")
    raw.close()


def test_a_newer_file_that_we_may_read_opens_for_reading_only(copy: Copy, tmp_path: Path) -> None:
    """Its reader version fits: everything can be read, nothing written."""
    path = tmp_path / "newer.crosscase"
    _made_newer(copy, path, LOG_VERSION)
    newer = open_copy(path, "Ben")
    assert state_of_copy(newer.file) == state_of_copy(copy.file)
    assert verify_file(newer.file) == []
    with pytest.raises(Conflict) as refused:
        newer.codes.add("Money")
    assert refused.value.slug == "read-only"
    newer.close()


def test_a_newer_file_that_we_may_not_read_is_refused(copy: Copy, tmp_path: Path) -> None:
    """The hint says to update crosscase."""
    path = tmp_path / "newer.crosscase"
    _made_newer(copy, path, LOG_VERSION + 1)
    with pytest.raises(UnreadableFile) as refused:
        StudyFile.open(path)
    assert refused.value.slug == "study-too-new"


# -- copies ---------------------------------------------------------------------------------------


def test_a_study_in_use_can_be_copied(copy: Copy, tmp_path: Path) -> None:
    """The copy is one file, sound, and holds all that was confirmed when it was taken."""
    process = writing(copy.path, "Ben", 30)
    copies = []
    while process.poll() is None and len(copies) < 5:
        copies.append(tmp_path / f"copy{len(copies)}.crosscase")
        copy_file(copy.file, copies[-1])
    assert process.wait(timeout=120) == 0
    for path in copies:
        assert not list(path.parent.glob(path.name + "-*"))
        file = StudyFile.open(path)
        assert verify_file(file) == []
        file.close()


def test_copying_never_overwrites(copy: Copy, tmp_path: Path) -> None:
    """Neither a study nor anything else of that name; a folder that is missing is named."""
    (tmp_path / "there.crosscase").write_text("mine")
    with pytest.raises(Conflict):
        copy_file(copy.file, tmp_path / "there.crosscase")
    assert (tmp_path / "there.crosscase").read_text() == "mine"
    with pytest.raises(NotFound):
        copy_file(copy.file, tmp_path / "absent" / "a.crosscase")
    with pytest.raises(Conflict):
        StudyFile.create(tmp_path / "there.crosscase", STUDY_ID)


def test_what_a_broken_copy_left_behind_is_in_nobodys_way(copy: Copy, tmp_path: Path) -> None:
    """A copy that was broken off left half a file: the next one takes its place."""
    (tmp_path / "b.crosscase.partial").write_bytes(b"half a file" * 1_000)
    copy_file(copy.file, tmp_path / "b.crosscase")
    file = StudyFile.open(tmp_path / "b.crosscase")
    with file.read() as connection:
        assert file.row_of(connection, STUDY_ID) is not None
    assert not (tmp_path / "b.crosscase.partial").exists()
    file.close()


def test_a_study_is_one_file_once_everybody_has_closed_it(copy: Copy) -> None:
    """The last one to close folds the side files in."""
    copy.codes.add("Money")
    assert list(copy.path.parent.glob("a.crosscase-*"))
    copy.close()
    assert not list(copy.path.parent.glob("a.crosscase-*"))


def test_a_study_with_a_rollback_journal_keeps_one_file(tmp_path: Path, copy: Copy) -> None:
    """On a shared folder no write-ahead log is kept, and everything works the same."""
    path = tmp_path / "shared.crosscase"
    copy_file(copy.file, path)
    file = StudyFile.open(path, journal="delete")
    assert file.driver().execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert state_of_copy(file) == state_of_copy(copy.file)
    assert not list(tmp_path.glob("shared.crosscase-*"))
    file.close()
