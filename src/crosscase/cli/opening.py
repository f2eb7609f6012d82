"""Opening a study for one command, and leaving it well."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from crosscase import open_study, surroundings
from crosscase.cli.options import Common
from crosscase.cli.rendering import warn
from crosscase.errors import Conflict, MistakeOfUse, NotFound, UnreadableFile

if TYPE_CHECKING:
    from crosscase.study import Study

__all__ = ["named_person", "opened"]

_NOTHING_OF_YOURS = ("nothing-to-undo", "nothing-to-redo")


@contextmanager
def opened(path: Path, common: Common, *, reads: bool = False) -> Iterator[Study]:
    """An open study. With ``reads`` one that may only be read here will do."""
    person = surroundings.person_name(common.person)
    try:
        study = open_study(path, person=person)
    except (Conflict, UnreadableFile) as error:
        from crosscase.study_opening import may_still_be_read

        if not reads or not may_still_be_read(error):
            raise
        study = open_study(path, person=person, read_only=True)
    with study:
        if study.place is not None:
            warn(study.place.warning)
        before = study.heads
        try:
            yield study
        except KeyboardInterrupt:
            raise KeyboardInterrupt(_how_it_was_left(study, before)) from None
        except NotFound as error:
            if error.slug in _NOTHING_OF_YOURS and study.person is not None:
                error.hint = error.hint or (
                    f"You are {study.person}. Give --as NAME for what somebody else did, "
                    "or name an operation of `crosscase log`."
                )
            raise


def _how_it_was_left(study: Study, before: str) -> str:
    if study.heads == before:
        return "Stopped; the study is as it was."
    return "Stopped; what was done before that is kept (`crosscase log` lists it)."


def named_person(common: Common) -> str:
    """Who does this; refused where no name can be found."""
    person = surroundings.person_name(common.person)
    if person is None:
        raise MistakeOfUse(
            "Nobody is named as the one who does this.",
            slug="nobody-named",
            hint='Give --as NAME, or once: `crosscase config set name "Your Name"`.',
        )
    return person
