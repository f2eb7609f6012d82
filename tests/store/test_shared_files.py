"""One process may hold a study more than once while another program comes and goes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from crosscase.testing import make_study

ADD_A_CODE = """
import sys
import crosscase
with crosscase.open_study(sys.argv[1], person="Ben") as study:
    study.codes.add(sys.argv[2])
"""


def another_program_adds(path: Path, code: str) -> None:
    """Another program opens the study, adds a code, and closes it again."""
    subprocess.run([sys.executable, "-c", ADD_A_CODE, str(path), code], check=True)


@pytest.mark.skipif(sys.platform == "win32", reason="locks are kept by file handle there")
def test_opening_a_study_a_second_time_keeps_the_first_ones_locks(tmp_path: Path) -> None:
    """Else another program, closing, takes the side files of the open study away."""
    with make_study(tmp_path) as first:
        assert first.path is not None
        first.codes.add("Trust")
        make_study(tmp_path, open_again=True).close()
        another_program_adds(first.path, "Fear")
        first.codes.add("Hope")
        another_program_adds(first.path, "Doubt")
        assert {code.name for code in first.codes.all()} == {"Trust", "Fear", "Hope", "Doubt"}
        assert first.verify() == []
