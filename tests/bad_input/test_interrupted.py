"""Ctrl-C in the midst of an import: the study is as it was, or has all of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import crosscase
from tests.bad_input.conftest import Run, state_of, unharmed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent as a POSIX signal")

# Reading stops here: a pipe that nobody writes to is a file whose bytes never come. Opening it
# for writing returns when the import has opened it for reading, so that no test has to wait.
_NEVER = "p_never.txt"
_MAIN = "import sys; from crosscase.cli import main; sys.exit(main())"


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """Files of which one, in the middle, never ends."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        text = f"Ann: This is number {number}.\n\nBen: Yes.\n"
        (folder / f"{'az'[number % 2]}{number}.txt").write_text(text, encoding="utf-8")
    os.mkfifo(folder / _NEVER)
    return folder


def _import(study: Path, *paths: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _MAIN, "import", str(study), *map(str, paths)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "CROSSCASE_CONFIG": os.devnull},
        # A shell may have started the tests with Ctrl-C ignored, which would be inherited.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def _files(folder: Path) -> list[Path]:
    """All of them by name, the endless one among them (a folder would leave a pipe out)."""
    return sorted(folder.iterdir())


def test_ctrl_c_in_the_midst_of_an_import(study: Path, folder: Path) -> None:
    """Half the files are read when it comes: status 130, a sentence, and nothing is stored."""
    with unharmed(study):
        importing = _import(study, *_files(folder))
        with (folder / _NEVER).open("w", encoding="utf-8"):
            importing.send_signal(signal.SIGINT)
            out, err = importing.communicate(timeout=60)
        assert importing.returncode == 130
        assert err == "Stopped; the study is as it was.\n"
        assert out == ""


def test_the_same_import_afterwards_brings_all(run: Run, study: Path, folder: Path) -> None:
    """What was stopped can simply be done again; nothing is there twice."""
    importing = _import(study, *_files(folder))
    with (folder / _NEVER).open("w", encoding="utf-8"):
        importing.send_signal(signal.SIGINT)
        importing.communicate(timeout=60)
    (folder / _NEVER).unlink()
    assert len(run("import", study, folder, "--json").json["imported"]) == 40
    assert run("info", study, "--json").json["sources"] == 41
    state_of(study)


def test_killed_in_the_midst_of_an_import(study: Path, folder: Path) -> None:
    """Without any chance to clean up, the same holds."""
    with unharmed(study):
        importing = _import(study, *_files(folder))
        with (folder / _NEVER).open("w", encoding="utf-8"):
            importing.kill()
            importing.communicate(timeout=60)


def test_ctrl_c_in_python(study: Path, folder: Path) -> None:
    """In a script KeyboardInterrupt goes through, and the open study can still be used."""

    def stop(number: int, count: int, name: str) -> None:
        if number == 20:
            raise KeyboardInterrupt

    (folder / _NEVER).unlink()
    with crosscase.open_study(study, person="Ama") as work:
        heads = work.heads
        with pytest.raises(KeyboardInterrupt):
            work.sources.add(folder, progress=stop)
        assert work.heads == heads
        assert len(work.sources.add(folder).imported) == 40
        assert work.verify() == []
