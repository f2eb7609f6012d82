"""tools/choose_python.sh: the Python that the environment is made with, or what to install."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "choose_python.sh"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="make and sh are needed")


def _choose(candidate: Path | str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", str(SCRIPT), str(candidate)], capture_output=True, text=True, check=False
    )


def _stand_in(folder: Path, *, suits: bool, makes_environments: bool) -> Path:
    """A program that answers the script's three questions as a Python would."""
    path = folder / "python"
    path.write_text(
        "#!/bin/sh\n"
        'case "$*" in\n'
        f"  *version_info*) exit {int(not suits)} ;;\n"
        f"  *ensurepip*) exit {int(not makes_environments)} ;;\n"
        "  *) echo Python 3.0 ;;\n"
        "esac\n",
        encoding="utf-8",
    )
    path.chmod(0o755)
    return path


def test_a_suitable_python_is_chosen() -> None:
    """The Python that runs these tests is one to choose."""
    assert _choose(sys.executable).stdout.strip() == sys.executable


def test_an_old_python_is_named(tmp_path: Path) -> None:
    """What is too old is named with its version and the way out."""
    chosen = _choose(_stand_in(tmp_path, suits=False, makes_environments=True))
    assert chosen.returncode == 1
    assert "needs Python 3.11 to 3.14" in chosen.stderr
    assert "Python 3.0" in chosen.stderr


def test_a_python_without_venv_says_what_to_install(tmp_path: Path) -> None:
    """Debian's bare Python leads to the package that is missing."""
    chosen = _choose(_stand_in(tmp_path, suits=True, makes_environments=False))
    assert chosen.returncode == 1
    assert "python3-venv" in chosen.stderr


def test_a_python_that_does_not_start_is_passed_over(tmp_path: Path) -> None:
    """Where there is none at all, the message says so."""
    chosen = _choose(tmp_path / "nothing-here")
    assert chosen.returncode == 1
    assert "No Python found" in chosen.stderr
