"""Opening a study, and making a new one, with the person, clock and randomness that are given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from crosscase.errors import CrosscaseError
from crosscase.log.records import Draft
from crosscase.model.ids import FreshIds, derived_id
from crosscase.model.nouns import Setting
from crosscase.model.nouns import Study as StudyNoun
from crosscase.model.settings import checked_setting
from crosscase.store.file_place import place_of
from crosscase.store.migrating import bring_up_to_date
from crosscase.store.session import Session, made
from crosscase.store.study_file import StudyFile
from crosscase.study import Study

__all__ = ["make_study_file", "may_still_be_read", "open_study_file"]


def open_study_file(
    path: Path,
    *,
    person: str | None,
    now_us: Callable[[], int],
    randomness: Callable[[int], bytes],
    read_only: bool = False,
) -> Study:
    """Open a study with the person, clock and randomness that are given."""
    place = place_of(path)
    journal = "wal" if place is None else "delete"
    file = bring_up_to_date(StudyFile.open(path, read_only=read_only, journal=journal), now_us)
    session = Session(file, person=person, now_us=now_us, randomness=randomness)
    return Study(session, place=place)


def may_still_be_read(error: CrosscaseError) -> bool:
    """Whether a study that could not be opened for work may be opened for reading only."""
    # On a disk that is only to be read, SQLite cannot open a file for writing at all.
    return error.slug in ("read-only", "cannot-open")


def make_study_file(
    path: Path | None,
    title: str,
    *,
    person: str,
    now_us: Callable[[], int],
    randomness: Callable[[int], bytes],
    settings: Sequence[tuple[str, Any]] = (),
) -> Study:
    """Make a new study (None: in memory)."""
    study_id = FreshIds(lambda: now_us() // 1000, randomness)()
    place = None if path is None else place_of(path.parent)
    file = StudyFile.create(path, study_id, journal="wal" if place is None else "delete")
    try:
        session = Session(file, person=person, now_us=now_us, randomness=randomness)
        changes = [made(StudyNoun, study_id, fresh=False, title=" ".join(title.split()))]
        for key, value in settings:
            setting = derived_id(study_id, "setting", key)
            checked = checked_setting(key, value)
            changes.append(made(Setting, setting, fresh=False, key=key, value=checked))
        session.record(lambda _: Draft("study.made", {}, tuple(changes)))
    except BaseException:
        # Nobody has seen the file yet; half a study must not keep its name.
        file.close()
        if path is not None:
            with suppress(OSError):  # the first error says more
                path.unlink(missing_ok=True)
        raise
    return Study(session, place=place)
