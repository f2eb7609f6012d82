"""Imports that go on: files are read one after another, looked at, and stored as one operation."""

from __future__ import annotations

import asyncio
import logging
import pickle
import shutil
from collections.abc import Collection, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from crosscase.errors import Conflict, CrosscaseError, MistakeOfUse, NotFound
from crosscase.intake.source_changes import checked_language
from crosscase.intake.staging import StagedSource, keeps_file_of
from crosscase.model.ids import Id
from crosscase.server.desk import Desk, Done, Told
from crosscase.server.staging_process import (
    FileRefused,
    FileStaged,
    StagingTask,
    StagingWorker,
)
from crosscase.server.uploads import UploadFolder
from crosscase.study import Study

__all__ = ["Choice", "ImportFile", "ImportJob", "ImportJobs", "ImportOptions", "Phase"]

Phase = Literal["reading", "ready", "storing", "stored", "failed", "cancelled"]

_MOST_OPEN = 10
_FINISHED_KEPT = 20
_OPEN: Collection[Phase] = ("reading", "ready", "storing", "failed")

_log = logging.getLogger("crosscase.server")


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How the files of an import are read."""

    takes_speakers: bool = True
    language: str | None = None
    join_lines: bool = False


@dataclass(slots=True)
class ImportFile:
    """One file of an import: where it lies, what was read in it, what was chosen for it."""

    index: int
    file_name: str
    path: Path
    name: str
    language: str | None
    labels: tuple[str, ...] | None = None
    left_out: bool = False
    found: FileStaged | FileRefused | None = None

    @property
    def result(self) -> Path:
        """Where the whole of what was read lies."""
        return self.path.with_suffix(".staged")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen for one source; None leaves it as it is."""

    index: int
    name: str | None = None
    language: str | None = None
    labels: tuple[str, ...] | None = None
    leave_out: bool | None = None


@dataclass(slots=True)
class ImportJob:
    """One import, from its upload to the operation."""

    id: Id
    folder: Path
    files: list[ImportFile]
    options: ImportOptions
    phase: Phase = "reading"
    done: int = 0
    total: int = 0
    current: str | None = None
    duplicates: dict[int, str] = field(default_factory=dict)
    saved: Done | None = None
    error: dict[str, Any] | None = None
    task: asyncio.Task[None] | None = None

    def sources(self) -> list[tuple[ImportFile, FileStaged]]:
        """The files that can come in, with what was read in them."""
        return [
            (each, each.found)
            for each in self.files
            if isinstance(each.found, FileStaged) and each.index not in self.duplicates
        ]


class ImportJobs:
    """All imports of one desk; one file is read at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._worker = StagingWorker()
        self._folder = UploadFolder()
        self._jobs: dict[Id, ImportJob] = {}
        self._of_intent: dict[Id, ImportJob] = {}

    async def start(self) -> None:
        """Remove what an earlier process left behind."""
        await asyncio.to_thread(self._folder.remove_leftovers)

    async def close(self) -> None:
        """Let what is being stored be stored, end the rest, and remove all files."""
        for job in list(self._jobs.values()):
            if job.phase == "storing" and job.task is not None:
                await asyncio.wait([job.task])
            await self._stop(job)
        self._worker.close()
        await asyncio.to_thread(self._folder.close)

    def fresh_folder(self) -> Path:
        """Where the files of a new import are put; MistakeOfUse when too many wait."""
        if sum(job.phase in _OPEN for job in self._jobs.values()) >= _MOST_OPEN:
            raise MistakeOfUse(
                f"{_MOST_OPEN} imports wait already.",
                slug="too-many-imports",
                hint="Store or cancel one of them first.",
            )
        return self._folder.fresh()

    def known(self, intent: Id | None) -> ImportJob | None:
        """The import that this intent began before."""
        return None if intent is None else self._of_intent.get(intent)

    def get(self, id_: Id) -> ImportJob:
        """One import."""
        job = self._jobs.get(id_)
        if job is None:
            raise NotFound(
                "That import is over or was never begun.",
                slug="import-not-found",
                hint="Add the files again.",
            )
        return job

    def begin(
        self,
        id_: Id,
        folder: Path,
        files: Sequence[tuple[str, Path]],
        options: ImportOptions,
        intent: Id | None = None,
    ) -> ImportJob:
        """Begin to read files (their names and where they lie)."""
        listed = [
            ImportFile(index, name, path, name, options.language)
            for index, (name, path) in enumerate(files)
        ]
        job = ImportJob(id_, folder, listed, options)
        self._jobs[id_] = job
        if intent is not None:
            self._of_intent[intent] = job
        self._go(job, "reading", self._read(job, listed))
        return job

    async def choose(self, id_: Id, choices: Sequence[Choice]) -> ImportJob:
        """Change what is to come in; sources whose speakers change are read again."""
        job = self._waiting(id_)
        ready = {file.index: (file, found) for file, found in job.sources()}
        for choice in choices:
            if choice.index not in ready:
                raise NotFound(f"There is no source {choice.index} to choose for.")
            _check_labels(choice, *ready[choice.index])
        again = []
        languages = {each.index: checked_language(each.language) for each in choices}
        for choice in choices:
            file, found = ready[choice.index]
            file.name = " ".join((choice.name or file.name).split()) or file.name
            file.language = file.language if choice.language is None else languages[choice.index]
            file.left_out = file.left_out if choice.leave_out is None else choice.leave_out
            taken = {each.label for each in found.labels if each.taken}
            if choice.labels is not None and set(choice.labels) != taken:
                file.labels = choice.labels
                again.append(file)
        if again:
            await asyncio.wait([self._go(job, "reading", self._read(job, again))])
        return job

    def store(self, id_: Id, intent: Id | None) -> ImportJob:
        """Begin to store what was read, as one operation."""
        job = self.get(id_)
        if job.phase in ("storing", "stored"):
            return job
        if any(each.found is None for each in self._waiting(id_).files):
            raise _not_ready("Cancel it and add the files again: not all could be read.")
        if all(file.left_out for file, _ in job.sources()):
            raise MistakeOfUse(
                "There is nothing to store.",
                slug="nothing-to-store",
                hint="Every file was refused, is in the study already, or is left out.",
            )
        self._go(job, "storing", self._store(job, intent))
        return job

    async def cancel(self, id_: Id) -> ImportJob:
        """End an import that is not stored, and remove its files."""
        job = self.get(id_)
        if job.phase == "storing":
            raise Conflict(
                "The import is being stored and cannot be cancelled any more.",
                slug="import-storing",
                hint="Wait until it is stored, and undo it.",
            )
        await self._stop(job)
        return job

    # -- what goes on ----------------------------------------------------------------------------

    def _go(self, job: ImportJob, phase: Phase, work: Coroutine[Any, Any, None]) -> Any:
        job.phase, job.error = phase, None
        job.task = asyncio.create_task(work)
        job.task.add_done_callback(lambda task: self._ended(job, task))
        return job.task

    def _ended(self, job: ImportJob, task: asyncio.Task[None]) -> None:
        """A bug ends an import, with the kind of error in the log and none of its words."""
        if task.cancelled() or task.exception() is None:
            return
        _log.error("a bug in an import: %s", type(task.exception()).__name__)
        job.phase = "failed"
        job.error = {
            "slug": "bug",
            "sentence": "Something went wrong inside crosscase; nothing was stored.",
            "hint": "Please report which kind of file it was.",
        }

    async def _read(self, job: ImportJob, files: Sequence[ImportFile]) -> None:
        job.done, job.total = 0, len(files)
        for file in files:
            job.current = file.file_name
            file.found = await self._worker.stage(
                StagingTask(
                    path=file.path,
                    result=file.result,
                    file_name=file.file_name,
                    takes_speakers=job.options.takes_speakers or file.labels is not None,
                    labels=file.labels,
                    language=file.language,
                    join_lines=job.options.join_lines,
                )
            )
            job.done += 1
        job.current = None
        here = await self._desk.read(lambda study: study.sources.here_already())
        job.duplicates = _duplicates(job.files, here)
        job.phase = "ready"

    async def _store(self, job: ImportJob, intent: Id | None) -> None:
        wanted = [file for file, _ in job.sources() if not file.left_out]
        job.done, job.total = 0, len(wanted)

        def act(study: Study) -> Told:
            keep = study.sources.keeps_originals()
            report = study.sources.add_staged([_loaded(file, keep) for file in wanted])
            return Told(report.duplicates, [each.id for each in report.imported if each.id])

        try:
            job.saved = await self._desk.write(act, intent=intent, long=True, what="import")
        except CrosscaseError as error:
            job.phase, job.error = "failed", dict(error.as_json()["error"])  # type: ignore[call-overload]
            return
        meanwhile = dict(job.saved.told or ())
        job.duplicates |= {
            file.index: meanwhile[file.name] for file in wanted if file.name in meanwhile
        }
        job.done, job.phase = len(wanted), "stored"
        await self._forget_files(job)

    async def _stop(self, job: ImportJob) -> None:
        if job.task is not None and not job.task.done():
            job.task.cancel()
            await asyncio.wait([job.task])
        if job.phase != "stored":
            job.phase, job.current = "cancelled", None
        await self._forget_files(job)

    async def _forget_files(self, job: ImportJob) -> None:
        """Remove the files of an import that is over; its answer is kept for a while."""
        await asyncio.to_thread(shutil.rmtree, job.folder, ignore_errors=True)
        over = [each for each in self._jobs.values() if each.phase not in _OPEN]
        for old in over[:-_FINISHED_KEPT]:
            del self._jobs[old.id]
        self._of_intent = {
            intent: each for intent, each in self._of_intent.items() if each.id in self._jobs
        }

    def _waiting(self, id_: Id) -> ImportJob:
        job = self.get(id_)
        if job.phase not in ("ready", "failed"):
            reads = job.phase == "reading"
            raise _not_ready(
                "Wait until all files are read." if reads else "It is over: add the files again."
            )
        return job


def _not_ready(hint: str) -> Conflict:
    return Conflict("The import is not ready for that.", slug="import-not-ready", hint=hint)


def _check_labels(choice: Choice, file: ImportFile, found: FileStaged) -> None:
    known = {each.label for each in found.labels}
    for label in choice.labels or ():
        if label not in known:
            raise NotFound(
                f"“{label}” was not found as a label in “{file.file_name}”.",
                slug="speaker-not-found",
            )


def _duplicates(files: Sequence[ImportFile], here: Mapping[str, str]) -> dict[int, str]:
    """The files whose bytes are in the study, or come twice, with what they are called there."""
    names, found = dict(here), {}
    for file in files:
        if isinstance(file.found, FileStaged):
            if file.found.file_hash in names:
                found[file.index] = names[file.found.file_hash]
            else:
                names[file.found.file_hash] = file.name
    return found


def _loaded(file: ImportFile, keep: bool | None) -> StagedSource:
    """What was read in a file, under the name and in the language that were chosen."""
    staged: StagedSource = pickle.loads(file.result.read_bytes())  # written by our own process
    document = replace(staged.document, language=file.language or staged.document.language)
    keeps = keeps_file_of(document.format, keep)
    original = file.path.read_bytes() if keeps else None
    return replace(staged, name=file.name, document=document, original=original)
