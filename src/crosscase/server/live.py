"""Live updates: one reader follows the log, and every open page hears what changed.

What a page hears is a header of at most 1 KB; it asks again for what it shows. A page that does
not keep up is told once that anything may have changed, and holds nobody up.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict
from typing import TypeVar

from sse_starlette import ServerSentEvent

from crosscase.errors import CrosscaseError
from crosscase.server.desk import Desk
from crosscase.store.live_headers import Cursor, LiveHeader, LiveHeaders, anything
from crosscase.study import Study

__all__ = ["MOST_BYTES", "Live", "header_text"]

T = TypeVar("T")

MOST_BYTES = 1_000  # with the event's own lines at most 1 KB
_SECONDS_BETWEEN = 0.25
_EVENTS_WAITING = 8


class Live:
    """Follows one study while at least one page listens."""

    def __init__(self, open_study: Callable[[bool], Study], desk: Desk) -> None:
        """``open_study`` opens the study anew for the reader; True: only to read."""
        self._open = open_study
        self._desk = desk
        # A thread of its own: neither a long write nor a long look at the past holds it up.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="study-following")
        self._study: Study | None = None
        self._cursor: Cursor | None = None
        self._version = -1
        self._poke = asyncio.Event()
        self._pages: set[asyncio.Queue[bytes | None]] = set()  # None: the study was closed
        self._is_closed = False
        self._following: asyncio.Task[None] | None = None
        desk.after_write.append(self._poke.set)
        desk.on_busy.append(self._tell_busy)

    async def close(self) -> None:
        """Stop following, close the reader, and send the pages away."""
        self._is_closed = True
        for page in self._pages:
            while page.full():
                page.get_nowait()
            page.put_nowait(None)
        if self._following is not None:
            self._following.cancel()
            with suppress(asyncio.CancelledError):
                await self._following
        await self._on_thread(self._close_study)
        self._thread.shutdown()

    async def listen(self, known: str | None) -> AsyncIterator[bytes]:
        """The events of one page; ``known`` names the state that it has seen, None a new page."""
        page: asyncio.Queue[bytes | None] = asyncio.Queue(_EVENTS_WAITING)
        if self._is_closed:
            yield _event("closed", {})
            return
        if not self._pages:
            self._cursor = None  # nobody followed for a while
        self._pages.add(page)
        # As it is now: what changes from here on comes through the page's queue.
        busy = self._busy() if self._desk.is_busy else None
        try:
            heads = await self._heads()
            if known is not None and known != heads:
                yield _changed(anything(heads))
            else:
                yield _event("state", {"heads": heads}, heads)
            if busy is not None:
                yield busy
            while (event := await page.get()) is not None:
                yield event
            yield _event("closed", {})
        finally:
            self._pages.discard(page)

    # -- following -----------------------------------------------------------------------------

    async def _heads(self) -> str:
        """The state from which on a page is told of changes; the reader follows from now on."""
        if self._following is None:
            self._following = asyncio.create_task(self._follow())
        self._poke.set()
        return await self._on_thread(lambda: self._now().heads)

    async def _follow(self) -> None:
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._poke.wait(), _SECONDS_BETWEEN if self._pages else None)
            self._poke.clear()
            if not self._pages:
                continue
            # What cannot be read now, such as a file on a share that is away, can be later.
            with suppress(CrosscaseError):
                header = await self._on_thread(self._look)
                if header is not None:
                    self._tell(_changed(header))
                    await asyncio.sleep(_SECONDS_BETWEEN)  # what comes now is told together

    def _tell(self, event: bytes) -> None:
        for page in self._pages:
            if page.full():
                while not page.empty():
                    page.get_nowait()
                page.put_nowait(_changed(anything(self._cursor.heads if self._cursor else "")))
            page.put_nowait(event)

    def _tell_busy(self) -> None:
        self._tell(self._busy())

    def _busy(self) -> bytes:
        return _event("busy", {"busy": self._desk.is_busy, "what": self._desk.busy_with})

    # -- on the reader's own thread ------------------------------------------------------------

    def _reader(self) -> LiveHeaders:
        if self._study is None:
            self._study = self._open(True)
        return self._study.live

    def _now(self) -> Cursor:
        if self._cursor is None:
            reader = self._reader()
            self._version = reader.data_version()
            self._cursor = reader.cursor()
        return self._cursor

    def _look(self) -> LiveHeader | None:
        reader = self._reader()
        version = reader.data_version()
        if version == self._version and self._cursor is not None:
            return None
        header, self._cursor = reader.since(self._now())
        self._version = version
        return header

    def _close_study(self) -> None:
        if self._study is not None:
            self._study.close()
            self._study = None

    async def _on_thread(self, call: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)


def header_text(header: LiveHeader) -> str:
    """The header as JSON of at most 1 KB: what does not fit is told as more, or as any."""
    shape = asdict(header)
    text = _json(shape)
    while len(text) > MOST_BYTES and len(shape["operations"]) > 3:
        shape["operations"] = shape["operations"][:-1]
        shape["more"] += 1
        text = _json(shape)
    for name in ("codes", "sources"):
        if len(text) > MOST_BYTES:
            shape[name] = None
            text = _json(shape)
    return text


def _changed(header: LiveHeader) -> bytes:
    return ServerSentEvent(header_text(header), event="changed", id=header.heads).encode()


def _event(name: str, shape: object, id_: str | None = None) -> bytes:
    return ServerSentEvent(_json(shape), event=name, id=id_).encode()


def _json(shape: object) -> str:
    return json.dumps(shape, separators=(",", ":"), ensure_ascii=False)
