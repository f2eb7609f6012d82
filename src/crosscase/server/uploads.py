"""Files that a browser sends: how much is taken, what they are called, and where they lie."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

from crosscase.errors import MistakeOfUse

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

__all__ = ["UploadFolder", "UploadRoute", "name_of_upload"]

_PREFIX = "crosscase-import-"
_HELD = "held"
_LONGEST_NAME = 200


class UploadRoute(APIRoute):
    """A route that takes files, up to a bound."""

    most_bytes = 1_000_000_000

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Refuse what says that it is too large, and stop reading what turns out to be."""
        handle = super().get_route_handler()

        async def bounded(request: Request) -> Response:
            said = request.headers.get("content-length", "")
            if said.isdecimal() and int(said) > self.most_bytes:
                raise self._too_much()
            body = _Counted(request.receive, self.most_bytes)
            try:
                return await handle(Request(request.scope, body))
            except HTTPException as error:
                if body.is_too_long:
                    raise self._too_much() from error
                raise

        return bounded

    def _too_much(self) -> MistakeOfUse:
        size = f"{self.most_bytes / 1e6:,.0f} MB"
        return MistakeOfUse(
            f"These files are larger than {size} together, which is the most that is taken at "
            "once.",
            slug="upload-too-large",
            hint="Add them in several goes.",
        )


class _Counted:
    """A request's body, which ends with an error once it is longer than the bound."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._most, self._length = receive, most, 0

    @property
    def is_too_long(self) -> bool:
        return self._length > self._most

    async def __call__(self) -> Message:
        message = await self._receive()
        self._length += len(message.get("body", b""))
        if self.is_too_long:
            raise HTTPException(413, "The request is too large.")
        return message


def name_of_upload(given: str | None, number: int) -> str:
    """The name that a file had where it came from: no folders, nothing that cannot be seen."""
    last = re.split(r"[/\\]", given or "")[-1]
    seen = "".join(char for char in last if char.isprintable()).strip()[-_LONGEST_NAME:]
    return seen if seen.strip(".") else f"File {number}"


class UploadFolder:
    """A folder of this process for files that wait to be imported.

    A held file in it is locked while the process lives, so that the next one to start can tell
    what was left behind from what is in use.
    """

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._held: IO[bytes] | None = None
        self._count = 0

    def fresh(self) -> Path:
        """A new folder in it, for one import."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
            self._held = _locked(self._folder / _HELD)
        self._count += 1
        made = self._folder / str(self._count)
        made.mkdir(mode=0o700)
        return made

    def close(self) -> None:
        """Remove it with all that lies in it."""
        if self._held is not None:
            self._held.close()
            self._held = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    @staticmethod
    def remove_leftovers() -> None:
        """Remove the folders of processes that are no longer there."""
        for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
            if folder.is_symlink() or not (folder / _HELD).is_file():
                continue
            # Where it cannot be locked, another process is at work in it, or it is not ours.
            with suppress(OSError):
                _locked(folder / _HELD).close()
                shutil.rmtree(folder, ignore_errors=True)


def _locked(path: Path) -> IO[bytes]:
    """The file, opened and locked for as long as it is open; OSError where somebody has it."""
    held = path.open("ab")
    try:
        if sys.platform == "win32":
            msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        held.close()
        raise
    os.set_inheritable(held.fileno(), False)
    return held
