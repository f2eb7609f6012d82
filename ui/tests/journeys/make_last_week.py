"""Makes a study in which something was done eight days ago, three days ago and today.

python make_last_week.py STUDY
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from crosscase import surroundings
from crosscase.study import Study
from crosscase.study_opening import make_study_file, open_study_file

_DAY_US = 24 * 3_600 * 1_000_000
_TEXT = "Interviewer: What helped?\n\nP01: We trusted one another at last.\n"


def _days_ago(days: int) -> int:
    return surroundings.system_clock_us() - days * _DAY_US


def _again(path: Path, days: int) -> Study:
    return open_study_file(
        path,
        person="Ama",
        now_us=lambda: _days_ago(days),
        randomness=surroundings.random_bytes,
    )


def make(path: Path) -> None:
    """Trust and Money last week, Hope three days ago, Fear today."""
    with (
        TemporaryDirectory() as folder,
        make_study_file(
            path,
            "A study of two weeks",
            person="Ama",
            now_us=lambda: _days_ago(8),
            randomness=surroundings.random_bytes,
        ) as study,
    ):
        source = Path(folder) / "P01.txt"
        source.write_text(_TEXT, encoding="utf-8")
        study.sources.add(source)
        study.codes.add("Trust", definition="Readiness to rely on somebody")
        study.codes.add("Money")
        study.codings.add("P01.txt", "Trust", quote="We trusted one another at last.")
    with _again(path, 3) as study:
        study.codes.add("Hope")
        study.codes.describe("Trust", definition="Readiness to rely on others")
    with _again(path, 0) as study:
        study.codes.add("Fear")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
