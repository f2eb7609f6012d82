"""crosscase: qualitative case-study research from the sampling frame to the manuscript.

>>> import crosscase
>>> with crosscase.open_study("ics.crosscase", person="Ama") as study:  # doctest: +SKIP
...     study.codes.merge("Money", into="Short-term funding")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscase.errors import Conflict, CrosscaseError, MistakeOfUse, NotFound, UnreadableFile
from crosscase.version import __version__

if TYPE_CHECKING:
    import os

    from crosscase.study import Study

__all__ = [
    "Conflict",
    "CrosscaseError",
    "MistakeOfUse",
    "NotFound",
    "UnreadableFile",
    "__version__",
    "new_study",
    "open_study",
]


def open_study(
    path: str | os.PathLike[str], *, person: str | None = None, read_only: bool = False
) -> Study:
    """Open a study with this machine's clock.

    Args:
        path: the study file, such as ``ics.crosscase``.
        person: the name of the one who works in it; only reading needs none.
        read_only: never write, whoever asks.

    Returns:
        The open study; use it as a context manager, or close it.

    Raises:
        NotFound: there is no such file.
        UnreadableFile: it is damaged, foreign, or of a newer crosscase.
    """
    from pathlib import Path

    from crosscase import surroundings
    from crosscase.study_opening import open_study_file

    return open_study_file(
        Path(path),
        person=person,
        now_us=surroundings.system_clock_us,
        randomness=surroundings.random_bytes,
        read_only=read_only,
    )


def new_study(
    path: str | os.PathLike[str],
    title: str,
    *,
    person: str,
    originals: str | None = None,
) -> Study:
    """Make a new study with this machine's clock, and open it.

    Args:
        path: where the file is made; nothing is ever overwritten.
        title: the study's title.
        person: the name of the one who makes it.
        originals: "keep" or "drop" original files at import; unset keeps those of PDFs and
            pictures.

    Raises:
        Conflict: there is a file of that name already.
        NotFound: there is no such folder.
    """
    from pathlib import Path

    from crosscase import surroundings
    from crosscase.study_opening import make_study_file

    settings = [] if originals is None else [("originals", originals)]
    return make_study_file(
        Path(path),
        title,
        person=person,
        now_us=surroundings.system_clock_us,
        randomness=surroundings.random_bytes,
        settings=settings,
    )
