"""Opening a study for one command, and leaving it well."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from crosscase import open_study, surroundings
from crosscase.cli.options import Common
from crosscase.cli.rendering import warn
from crosscase.errors import Conflict, MistakeOfUse

if TYPE_CHECKING:
    from crosscase.study import Study

__all__ = ["named_person", "opened"]


@contextmanager
def opened(path: Path, common: Common, *, reads: bool = False) -> Iterator[Study]:
    """An open study. With ``reads`` one that may only be read here will do."""
    person = surroundings.person_name(common.person)
    try:
        study = open_study(path, person=person)
    except Conflict as error:
        if not reads or error.slug != "read-only":
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
