"""Files that are no studies, disks and people that stop the work, and bugs."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from crosscase.cli import main
from crosscase.intake.sources import Sources
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "“x.crosscase” is not a crosscase study."),
        (b"Interviewer: hello", "“x.crosscase” is not a crosscase study."),
        (b"SQLite format 3\x00" + bytes(200), "“x.crosscase” is an SQLite database of another"),
    ],
)
def test_a_file_that_is_no_study(run: Run, data: bytes, sentence: str) -> None:
    """It exits 5 and is left as it is."""
    Path("x.crosscase").write_bytes(data)
    said = run("info", "x.crosscase", status=5)
    assert said.err.startswith(sentence)
    assert Path("x.crosscase").read_bytes() == data


def test_a_foreign_database(run: Run) -> None:
    """Another program's database is told as such."""
    connection = sqlite3.connect("x.crosscase")
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()
    said = run("codes", "x.crosscase", status=5)
    assert "an SQLite database of another program" in said.err


def test_a_folder_is_no_study(run: Run) -> None:
    """A folder in the place of a study is a mistake of use."""
    Path("folder").mkdir()
    assert run("info", "folder", status=2).err == "“folder” is a folder, not a study.\n"


def test_a_damaged_study(run: Run, study: Path) -> None:
    """Torn pages in the middle of the file are told, and `verify` exits 5."""
    data = bytearray(study.read_bytes())
    data[8192:] = bytes(len(data) - 8192)
    study.write_bytes(bytes(data))
    assert main(["verify", str(study)]) == 5
    assert main(["codes", str(study)]) in (0, 5)


def test_verify_lists_the_faults(run: Run, study: Path) -> None:
    """A change in the log that nobody recorded is found."""
    connection = sqlite3.connect(study)
    connection.execute("UPDATE operation SET wall_ms = wall_ms + 1 WHERE row = 2")
    connection.commit()
    connection.close()
    said = run("verify", study, status=5)
    assert said.out.startswith("s.crosscase is damaged: ")
    assert run("verify", study, "--json", status=5).json["is_sound"] is False


def test_a_study_that_is_locked_says_so(run: Run, study: Path) -> None:
    """Another program's lock is a conflict; what was asked is not done."""
    import crosscase.store.file_connection as file_connection

    connection = sqlite3.connect(study)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(file_connection, "_BUSY_TIMEOUT_MS", 10)
            said = run("codes", "add", study, "Hope", status=4)
    finally:
        connection.rollback()
        connection.close()
    assert "locked" in said.err


def test_nobody_is_named(run: Run, study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --as, settings and login name nothing is recorded."""
    from crosscase import surroundings

    run("config", "set", "name", "")
    monkeypatch.setattr(surroundings, "login_name", lambda: None)
    assert run("codes", study).status == 0
    assert "Nobody is named" in run("codes", "add", study, "Hope", status=2).err
    assert "Nobody is named" in run("new", "b.crosscase", status=2).err


def test_ctrl_c_in_an_import_leaves_the_study(
    run: Run, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line, exit 130, and the study is as it was."""
    before = run("info", study, "--json").json["heads"]

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    Path("new.txt").write_text("Hello.", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(Sources, "add_staged", stopped)
        said = run("import", study, "new.txt", status=130)
    assert said.err == "Stopped; the study is as it was.\n"
    assert run("info", study, "--json").json["heads"] == before


def test_ctrl_c_after_the_work_does_not_say_that_nothing_was_done(
    run: Run, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was stored before the interrupt is kept, and that is what is said."""
    import crosscase.cli.importing as importing

    real = Sources.add

    def stored_then_stopped(self: Sources, *args: object, **options: object) -> None:
        real(self, *args, **options)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    Path("new.txt").write_text("Hello.", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(importing, "is_someone_there", lambda: False)
        patch.setattr(Sources, "add", stored_then_stopped)
        said = run("import", study, "new.txt", status=130)
    assert said.err.startswith("Stopped; what was done before that is kept")
    assert run("info", study, "--json").json["sources"] == 3


def test_a_bug_is_a_short_apology(run: Run, study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 70, no traceback, unless it is asked for."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(Sources, "frame", broken)
    said = run("sources", study, status=70)
    assert said.err.startswith(
        "Sorry, this is a bug in crosscase (ZeroDivisionError: division by zero)."
    )
    assert "Traceback" not in said.err
    assert run("sources", study, "--json", status=70).json["error"]["slug"] == "bug"
    monkeypatch.setenv("CROSSCASE_DEBUG", "1")
    assert "Traceback" in run("sources", study, status=70).err


def test_a_closed_pipe_is_quiet(study: Path) -> None:
    """Nobody reads on: no traceback, no complaint."""
    script = "import sys; from crosscase.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.Popen(
        [sys.executable, "-c", script, "export", str(study), "/dev/null/x.csv", "--help"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert done.stdout is not None and done.stderr is not None
    done.stdout.close()
    complaint = done.stderr.read()
    done.stderr.close()
    done.wait()
    assert complaint == b""


def test_every_error_has_one_json_shape(run: Run, study: Path) -> None:
    """slug, sentence, hint: whatever goes wrong, on standard output, and nothing beside it."""
    for status, tokens in (
        (2, ("codes", "add", study, "Money")),
        (3, ("codes", "rename", study, "Nothing", "X")),
        (3, ("info", "nowhere.crosscase")),
        (4, ("new", study)),
        (5, ("codebook", "import", study, study)),
    ):
        said = run(*tokens, "--json", status=None if status == 5 else status)
        error = json.loads(said.out)["error"]
        assert {"slug", "sentence", "hint"} <= set(error)
        assert error["sentence"].endswith(".")
        assert said.err == ""


def test_a_disk_that_fills_up(run: Run, study: Path) -> None:
    """The import is told in a sentence, exits 5, and the study is sound and as it was."""
    resource = pytest.importorskip("resource", reason="needs the limits of a Unix system")
    before = run("info", study, "--json").json["heads"]
    Path("long.txt").write_text("Words upon words. " * 60_000, encoding="utf-8")
    limit = study.stat().st_size + 50_000
    script = (
        "import resource, sys; from crosscase.cli import main; "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit})); "
        "sys.exit(main(sys.argv[1:]))"
    )
    assert resource.RLIMIT_FSIZE is not None
    done = subprocess.run(
        [sys.executable, "-c", script, "import", str(study), "long.txt", "--as", "Ama"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 5, done.stderr
    assert done.stderr.startswith("The disk ")
    assert run("info", study, "--json").json["heads"] == before
    assert run("verify", study).out.startswith("s.crosscase is sound")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="an administrator may write anywhere"
)
def test_a_read_only_folder(run: Run, study: Path, tmp_path: Path) -> None:
    """Reading goes on; writing is a conflict with a way out."""
    study.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        assert "Money" in run("codes", study).out
        said = run("codes", "add", study, "Hope", status=4)
        assert "may only be read here" in said.err
    finally:
        tmp_path.chmod(0o755)
