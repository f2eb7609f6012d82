"""A disk that fills up, and a folder that may only be read."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import crosscase
from crosscase.errors import CrosscaseError, UnreadableFile
from tests.bad_input.conftest import Run, mounted, state_of, unharmed


def _many_transcripts(folder: Path, count: int) -> None:
    """About 40 kB each, all different and not to be compressed into nothing."""
    folder.mkdir()
    for number in range(count):
        words = " ".join(f"word{number * 5_000 + each}" for each in range(4_000))
        (folder / f"t{number:03}.txt").write_text(f"Ann: {words}\n", encoding="utf-8")


def _fill(path: Path) -> None:
    """To the last byte."""
    with path.open("ab", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4_096))


# -- full ------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB."""
    with mounted(tmp_path / "small", "size=3m") as folder:
        yield folder


def test_a_disk_that_fills_up_in_an_import(run: Run, study: Path, small_disk: Path) -> None:
    """Nothing of the import is stored, which is said; with room again, work goes on."""
    _many_transcripts(Path("many"), 60)
    small = small_disk / "s.crosscase"
    shutil.copy(study, small)
    with unharmed(small):
        error = run("import", small, "many", "--json", status=5).error
        assert error["slug"] == "disk-full"
        assert "s.crosscase" in error["sentence"]
    run("import", small, "many/t000.txt")
    run("undo", small)
    assert run("verify", small).status == 0


def test_a_disk_that_fills_up_in_python(study: Path, small_disk: Path) -> None:
    """`sources.add` raises, and the study that is open stays as it was and usable."""
    _many_transcripts(Path("many"), 60)
    small = small_disk / "s.crosscase"
    shutil.copy(study, small)
    with crosscase.open_study(small, person="Ama") as work:
        heads = work.heads
        with pytest.raises(UnreadableFile) as full:
            work.sources.add("many")
        assert full.value.slug == "disk-full"
        assert work.heads == heads
        work.codes.add("Money")
        assert work.verify() == []


def test_a_full_disk_for_what_is_written_beside_a_study(
    run: Run, study: Path, small_disk: Path
) -> None:
    """Tables, a copy, a new study: each is told, and no half file keeps the name."""
    _fill(small_disk / "ballast")
    with unharmed(study):
        for tokens in (
            ("export", study, small_disk / "codings.csv"),
            ("export", study, small_disk / "codings.xlsx"),
            ("codebook", "export", study, small_disk / "codes.md"),
            ("matrix", study, "--columns", "coders", "-o", small_disk / "matrix.html"),
            ("copy", study, small_disk / "b.crosscase"),
            ("new", small_disk / "n.crosscase"),
        ):
            error = run(*tokens, "--json", status=5).error
            assert error["slug"] in ("disk-full", "cannot-write", "cannot-open", "disk-error")
    left = sorted(each.name for each in small_disk.iterdir() if each.name != "ballast")
    assert left == []


def test_a_table_that_is_to_be_replaced_outlives_a_full_disk(
    run: Run, study: Path, small_disk: Path
) -> None:
    """With --replace the old table goes only when the new one is there."""
    table = small_disk / "codings.csv"
    table.write_text("the old table\n", encoding="utf-8")
    _fill(small_disk / "ballast")
    with unharmed(study):
        said = run("export", study, table, "--replace", "--json", status=None)
    if said.status == 0:
        return  # it fitted into the room of the old one
    assert said.error["slug"] in ("disk-full", "cannot-write")
    assert table.read_text(encoding="utf-8") == "the old table\n"


# -- read-only -------------------------------------------------------------------------------------


@pytest.fixture
def read_only_folder(study: Path, tmp_path: Path) -> Iterator[Path]:
    """A folder with a study that may only be read, whoever one is."""
    folder = tmp_path / "closed"
    if os.name == "posix" and os.geteuid() != 0:
        folder.mkdir()
        shutil.copy(study, folder)
        (folder / "s.crosscase").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)
        return
    with mounted(folder, "size=8m"):
        shutil.copy(study, folder)
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        yield folder


def test_a_study_in_a_read_only_folder_can_be_read(
    run: Run, study: Path, read_only_folder: Path
) -> None:
    """Whatever only reads works there as anywhere."""
    path = read_only_folder / "s.crosscase"
    for tokens in (
        ("info", path), ("codes", path), ("query", path, "code:Trust"),
        ("matrix", path, "--columns", "coders"), ("log", path), ("verify", path),
        ("sources", "show", path, "P01.txt"), ("export", path, "codings.csv"),
        ("copy", path, "copied.crosscase"),
    ):  # fmt: skip
        run(*tokens)
    assert state_of(Path("copied.crosscase")) == state_of(study)


def test_a_study_in_a_read_only_folder_cannot_be_changed(run: Run, read_only_folder: Path) -> None:
    """Every act that writes is told with a way out, and nothing is changed."""
    path = read_only_folder / "s.crosscase"
    Path("good.txt").write_text("Ann: I was there.\n", encoding="utf-8")
    with unharmed(path):
        for tokens in (
            ("import", path, "good.txt"),
            ("codes", "add", path, "Money"),
            ("code", path, "P01.txt", "Trust", "--at", "0-11"),
            ("undo", path),
            ("merge", path, "s.crosscase"),
        ):
            said = run(*tokens, "--json", status=None)
            assert said.status in (4, 5), said.out
            assert said.error["slug"] in ("read-only", "cannot-open", "permission-denied")
            assert "s.crosscase" in said.error["sentence"]


def test_nothing_can_be_put_into_a_read_only_folder(
    run: Run, study: Path, read_only_folder: Path
) -> None:
    """New studies, copies and tables are refused in a sentence."""
    with unharmed(study):
        for tokens in (
            ("new", read_only_folder / "n.crosscase"),
            ("copy", study, read_only_folder / "c.crosscase"),
            ("export", study, read_only_folder / "t.csv"),
        ):
            said = run(*tokens, "--json", status=None)
            assert said.status in (4, 5), said.out
            assert said.error["slug"] != "bug"
    assert [each.name for each in read_only_folder.iterdir()] == ["s.crosscase"]


def test_a_read_only_folder_in_python(read_only_folder: Path) -> None:
    """Opened to be read, a study answers; asked to write, it raises."""
    path = read_only_folder / "s.crosscase"
    with crosscase.open_study(path, read_only=True) as study:
        assert study.read_only
        assert study.query("code:Trust").total == 1
        with pytest.raises(CrosscaseError) as refused:
            study.codes.add("Money")
        assert refused.value.hint
