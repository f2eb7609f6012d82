"""Reading uploaded files in a process of its own, which a bad file may take down alone."""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import sys
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from crosscase.errors import UnreadableFile

__all__ = ["FileRefused", "FileStaged", "LabelFound", "StagingTask", "StagingWorker"]

_MOST_MEMORY = 6 * 1024**3
_IDLE_SECONDS = 60.0
_LONGEST_EXAMPLE = 160
_MOST_LABELS = 200


@dataclass(frozen=True, slots=True)
class StagingTask:
    """One file to read; ``labels`` are the speakers to take, None the clear ones."""

    path: Path
    result: Path
    file_name: str
    takes_speakers: bool
    labels: tuple[str, ...] | None
    language: str | None
    join_lines: bool


@dataclass(frozen=True, slots=True)
class LabelFound:
    """A label that may be a speaker: whether it is taken, why or why not, and a line of it."""

    label: str
    turns: int
    words: int
    taken: bool
    why: str | None
    example: str | None


@dataclass(frozen=True, slots=True)
class FileStaged:
    """What was read in a file; the whole lies in the task's result."""

    file_hash: str
    format: str
    language: str | None
    words: int
    turns: int
    labels: tuple[LabelFound, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileRefused:
    """A file that cannot be read, and what to do."""

    sentence: str
    hint: str | None


class StagingWorker:
    """Reads one file after another in a process that is started when it is needed."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._idle: asyncio.TimerHandle | None = None

    async def stage(self, task: StagingTask) -> FileStaged | FileRefused:
        """Read a file when it is its turn; whoever is cancelled meanwhile stops the process."""
        async with self._turn:
            if self._idle is not None:
                self._idle.cancel()
            try:
                return await asyncio.to_thread(_ask, self._started(), task)
            except (EOFError, OSError):
                self.stop()
                return FileRefused(
                    f"“{task.file_name}” could not be read: the program that read it broke down.",
                    "Open it where it was made, save it anew, and try again.",
                )
            except asyncio.CancelledError:
                self.stop()
                raise
            finally:
                loop = asyncio.get_running_loop()
                self._idle = loop.call_later(_IDLE_SECONDS, self._stop_idle)

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        # The thread that waits for an answer may hold the connection still; it closes with it.
        self._process, self._connection = None, None

    def close(self) -> None:
        """End the process for good."""
        if self._idle is not None:
            self._idle.cancel()
        self.stop()

    def _stop_idle(self) -> None:
        if not self._turn.locked():
            self.stop()

    def _started(self) -> Connection:
        if self._process is not None and not self._process.is_alive():
            self.stop()  # it broke down after its last answer; no file is to blame
        if self._connection is None:
            spawning = get_context("spawn")
            ours, theirs = spawning.Pipe()
            process = spawning.Process(target=_serve, args=(theirs,), daemon=True)
            process.start()
            theirs.close()  # the process has its own; ours would hide that it is gone
            self._process, self._connection = process, ours
        return self._connection


def _ask(connection: Connection, task: StagingTask) -> FileStaged | FileRefused:
    connection.send(task)
    answer: FileStaged | FileRefused = connection.recv()
    return answer


# -- in the process ------------------------------------------------------------------------------


def _serve(connection: Connection) -> None:
    """Read what is asked for until nobody asks any more."""
    _be_quiet_and_small()
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        connection.send(_stage(task))


def _be_quiet_and_small() -> None:
    # A file's words must not reach a terminal or a log, not even by way of an error's text.
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    # Whoever presses Ctrl-C means the desk, which ends this process itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = _MOST_MEMORY if hard == resource.RLIM_INFINITY else min(hard, _MOST_MEMORY)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _stage(task: StagingTask) -> FileStaged | FileRefused:
    from crosscase.intake.staging import ReadingOptions, stage_file

    labels = task.labels
    options = ReadingOptions(
        speakers="none" if not task.takes_speakers else "take" if labels is None else "ask",
        choose_speakers=None if labels is None else lambda *_: labels,
        language=task.language,
        join_lines=task.join_lines,
        keep_original=False,  # whoever stores it takes the file itself
    )
    try:
        staged = stage_file(task.file_name, task.path, options, file_name=task.file_name)
    except UnreadableFile as error:
        return FileRefused(error.sentence, error.hint)
    task.result.write_bytes(pickle.dumps(staged))
    taken = set(staged.taken)
    return FileStaged(
        file_hash=staged.file_hash,
        format=staged.document.format,
        language=task.language or staged.document.language,
        words=staged.words,
        turns=sum(1 for _ in staged.layout.turns()),
        labels=tuple(
            LabelFound(
                each.label,
                each.turns,
                each.words,
                each.label in taken,
                each.reason,
                _example(staged.text, each.label, each.examples_start_chars),
            )
            for each in staged.preview.speakers[:_MOST_LABELS]
        ),
        notes=tuple(each.sentence for each in staged.notes),
    )


def _example(text: str, label: str, starts: tuple[int, ...]) -> str | None:
    """The first line that begins with a label, and the next where it stands alone."""
    if not starts:
        return None
    piece = text[starts[0] : starts[0] + _LONGEST_EXAMPLE + 1]
    lines = [line.strip() for line in piece.splitlines() if line.strip()]
    shown = " ".join(lines[: 1 if len(lines[0]) > len(label) + 2 else 2])
    return shown if len(shown) <= _LONGEST_EXAMPLE else f"{shown[: _LONGEST_EXAMPLE - 1]}…"
