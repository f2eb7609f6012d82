"""The shelf: which studies there are, and who works here."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from crosscase import surroundings
from crosscase.server.shapes.asked import Asked
from crosscase.server.shelf import Shelf, ShelvedStudy

__all__ = ["NewStudy", "PersonNamed", "ShelfHead", "StudyChosen", "shelf_head"]


class StudyOnShelf(BaseModel):
    """One study that can be opened."""

    id: str = Field(description="Names it here; no path.")
    name: str = Field(description="The name of its file.")
    folder: str
    title: str
    changed_ms: int
    size: int
    readable: bool
    why: str | None = Field(description="Why it cannot be opened.")


class ShelfHead(BaseModel):
    """The studies of a person, the latest changed first."""

    folder: str = Field(description="Where new studies are made.")
    studies: list[StudyOnShelf]
    open: bool = Field(description="Whether a study is open.")
    person: str | None = Field(description="Who works here.")
    is_person_known: bool = Field(description="False: it is only the login name.")


class NewStudy(Asked):
    """The study that is to be made."""

    title: Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"\S")]


class StudyChosen(Asked):
    """Which study is to be opened."""

    id: Annotated[str, StringConstraints(pattern="^[0-9a-f]{32}$")]


class PersonNamed(Asked):
    """The name of who works here."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"\S")]


def shelf_head(shelf: Shelf) -> ShelfHead:
    """The shelf as it stands."""
    return ShelfHead(
        folder=_shown(shelf.folder),
        studies=[_on_shelf(each) for each in shelf.studies()],
        open=shelf.is_open,
        person=surroundings.person_name(shelf.given_person),
        is_person_known=bool(shelf.given_person or surroundings.read_config().get("name")),
    )


def _on_shelf(study: ShelvedStudy) -> StudyOnShelf:
    return StudyOnShelf(
        id=study.id,
        name=_shown(study.path.name),
        folder=_shown(study.path.parent),
        title=_shown(study.title),
        changed_ms=study.changed_ms,
        size=study.size,
        readable=study.why is None,
        why=study.why,
    )


def _shown(name: Path | str) -> str:
    """A name as it can be sent: a file system may hold bytes that are no text."""
    return str(name).encode("utf-8", "replace").decode()
