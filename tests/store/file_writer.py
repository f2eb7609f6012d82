"""A process of its own that codes passages in a study: `python file_writer.py STUDY PERSON N`."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from crosscase.coding.codings import Codings
from crosscase.store.session import Session
from crosscase.store.study_file import StudyFile


def main(path: str, person: str, count: str) -> None:
    """Record the codings one by one, each an operation of its own."""
    file = StudyFile.open(Path(path))
    session = Session(
        file, person=person, now_us=lambda: time.time_ns() // 1_000, randomness=os.urandom
    )
    codings = Codings(session)
    for number in range(int(count)):
        codings.add("a.txt", "Trust", start_char=number, end_char=number + 4)
    file.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
