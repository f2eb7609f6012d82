"""The shelf: the studies of a person, of which at most one is open at this desk."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from crosscase import new_study, open_study, surroundings
from crosscase.errors import Conflict, CrosscaseError, MistakeOfUse, NotFound
from crosscase.model.ids import Id
from crosscase.report.file_names import title_as_name
from crosscase.server.desk import Desk
from crosscase.server.import_jobs import ImportJobs
from crosscase.server.live import Live
from crosscase.study import Study
from crosscase.study_opening import may_still_be_read

__all__ = ["OpenStudy", "Opener", "Shelf", "ShelvedStudy", "opener_of"]

Opener = Callable[[bool], Study]
"""Opens a study anew; the argument says whether only to read it."""

_ENDING = ".crosscase"
_MOST_LISTED = 200
_NAMES_TRIED = 100


@dataclass(frozen=True, slots=True)
class ShelvedStudy:
    """One study of the shelf; ``why`` says why it cannot be opened."""

    id: str
    path: Path
    title: str
    changed_ms: int
    size: int
    why: str | None = None


@dataclass(frozen=True, slots=True)
class OpenStudy:
    """All that belongs to the study that is open, and ends with it."""

    id: Id
    desk: Desk
    live: Live
    imports: ImportJobs


class Shelf:
    """Knows which studies there are, and opens and closes the one that people work in."""

    def __init__(self, folder: Path, person: str | None = None) -> None:
        """``person`` works here whatever the settings say; new studies go to ``folder``."""
        self.folder = folder
        self.given_person = person
        self._open: OpenStudy | None = None
        self._changing = asyncio.Lock()

    @property
    def is_open(self) -> bool:
        """Whether a study is open."""
        return self._open is not None

    @property
    def here(self) -> OpenStudy:
        """The study that is open."""
        if self._open is None:
            raise Conflict(
                "No study is open here.",
                slug="no-study-open",
                hint="Choose one, or make a new one.",
            )
        return self._open

    def studies(self) -> list[ShelvedStudy]:
        """The studies of the folder and those opened lately, the latest changed first."""
        found = sorted(self._files(), key=lambda each: each[1], reverse=True)
        return [_shelved(path, changed, size) for path, changed, size in found[:_MOST_LISTED]]

    async def take(self, opener: Opener) -> None:
        """Open a study in place of the one that is open; where that fails, nothing changes."""
        async with self._changing:
            desk = Desk(opener)
            await desk.start()
            await self._close()
            imports = ImportJobs(desk)
            await imports.start()
            study = await desk.read(lambda study: study.id)
            self._open = OpenStudy(study, desk, Live(opener, desk), imports)

    async def open(self, id_: str) -> None:
        """Open one of the studies of the shelf."""
        path = await asyncio.to_thread(self._path_of, id_)
        await self.take(opener_of(path, self.given_person))
        surroundings.remember_study(path)

    async def make(self, title: str) -> None:
        """Make a study in the folder and open it."""
        path = await asyncio.to_thread(self._make, title)
        await self.take(opener_of(path, self.given_person))
        surroundings.remember_study(path)

    async def close(self) -> None:
        """Close the study that is open, once what is under way has ended."""
        async with self._changing:
            await self._close()

    async def _close(self) -> None:
        if self._open is None:
            return
        here, self._open = self._open, None
        await here.imports.close()
        await here.live.close()
        await here.desk.close()

    def _files(self) -> Iterator[tuple[Path, int, int]]:
        paths = {each.resolve() for each in surroundings.recent_studies()}
        with suppress(OSError):
            paths.update(each.resolve() for each in self.folder.glob(f"*{_ENDING}"))
        for path in paths:
            with suppress(OSError):  # it may have been moved, or lie on a disk that is away
                if path.is_file():
                    yield path, *_changed_and_size(path)

    def _path_of(self, id_: str) -> Path:
        for path, _, _ in self._files():
            if _id_of(path) == id_:
                return path
        raise NotFound(
            "That study is no longer where it was.",
            slug="study-not-found",
            hint="Look whether its file was moved or renamed.",
        )

    def _make(self, title: str) -> Path:
        person = surroundings.person_name(self.given_person)
        if person is None:
            raise MistakeOfUse(
                "Nobody is named as the one who works here.",
                slug="nobody-named",
                hint="Say your name first.",
            )
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Conflict(
                f"The folder “{self.folder}” cannot be made: {(error.strerror or '').lower()}.",
                slug="no-folder",
                hint="Look whether something of that name is in the way.",
            ) from error
        name = title_as_name(title)
        for number in range(1, _NAMES_TRIED):
            path = self.folder / f"{name if number == 1 else f'{name} {number}'}{_ENDING}"
            try:
                new_study(path, title, person=person).close()
            except Conflict as error:
                if error.slug != "file-exists":
                    raise
            else:
                return path
        raise Conflict(
            f"There are many studies called “{name}” already.",
            slug="file-exists",
            hint="Give this one another title.",
        )


def opener_of(path: Path, person: str | None, *, read_only: bool = False) -> Opener:
    """Opens a study as who works here; for reading only where nothing else is possible."""
    name = surroundings.person_name(person)
    only = read_only

    def opening(only_to_read: bool) -> Study:
        nonlocal only
        try:
            return open_study(path, person=name, read_only=only_to_read or only)
        except CrosscaseError as error:
            if only_to_read or only or not may_still_be_read(error):
                raise
            only = True
            return open_study(path, person=name, read_only=True)

    return opening


def _shelved(path: Path, changed_ms: int, size: int) -> ShelvedStudy:
    title, why = path.stem, None
    try:
        with open_study(path, read_only=True) as study:
            title = study.title or title
    except CrosscaseError as error:
        why = error.sentence
    return ShelvedStudy(_id_of(path), path, title, changed_ms, size, why)


def _changed_and_size(path: Path) -> tuple[int, int]:
    """When a study last changed: what is not folded in yet lies beside it."""
    beside = path.with_name(f"{path.name}-wal")
    here = path.stat()
    changed = max(here.st_mtime_ns, beside.stat().st_mtime_ns if beside.is_file() else 0)
    return changed // 1_000_000, here.st_size


def _id_of(path: Path) -> str:
    """A name for a place: pages name no paths, so they can ask for no other file."""
    return hashlib.sha256(str(path).encode("utf-8", "surrogatepass")).hexdigest()[:32]
