"""A process that purges and merges in children which may be killed: `python purge_worker.py`.

It reads one order a line (``merge INTO OTHER``, ``purge STUDY``), does it in a child, and says the
child's number before the child begins. The next line ends the waiting for it, whatever it says.
``merge-stored`` and ``purge-stored`` die by themselves as soon as everything is stored, before the
file is rewritten and the recordings are deleted.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from crosscase.store import merging, saying_anew
from crosscase.store.study_file import StudyFile
from crosscase.study import Study
from crosscase.study_opening import open_study_file
from tests.store.planted import PERSON, WORD


def opened(path: str) -> Study:
    """A study by the clock and the randomness of this machine."""
    return open_study_file(
        Path(path),
        person="Ama",
        now_us=lambda: time.time_ns() // 1_000,
        randomness=os.urandom,
    )


def do(verb: str, path: str, *other: str) -> None:
    """One order, from opening the study to closing it."""
    if verb.endswith("-stored"):
        merging.scrub_noted = saying_anew.scrub_noted = _die
    with opened(path) as study:
        if verb.startswith("merge"):
            study.merge(*other)
        else:
            traces = study.traces(PERSON, [WORD]).traces
            study.purge_participant(PERSON, [each.id for each in traces], strings=[WORD])


def _die(file: StudyFile) -> bool:
    os.kill(os.getpid(), signal.SIGKILL)
    return False


def main() -> None:
    """One child after another, until there are no more orders."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            do(*line.rstrip("\n").split("\t"))
            os._exit(0)
        print(child, flush=True)
        sys.stdin.readline()
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
