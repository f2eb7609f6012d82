"""One open study behind the routes: a thread that reads and writes it, one that reads past a
long write."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from crosscase.errors import Conflict
from crosscase.model.ids import Id
from crosscase.study import Study

__all__ = ["Act", "Desk", "Done", "Moment", "Told"]

T = TypeVar("T")

_ANSWERS_KEPT = 2_000
_PASTS_KEPT = 2


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the study that is asked for: an operation or heads (exact), or a day's end."""

    state: str | None = None
    day_end_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What a write did: its operation, or None where nothing was to be done."""

    operation: str | None
    sentence: str | None
    heads: str
    ids: tuple[Id, ...]
    told: Any = None


@dataclass(frozen=True, slots=True)
class Told:
    """What an act tells besides the ids of what it made; the same intent is told it again."""

    told: Any
    ids: Sequence[Id] = ()


Act = Callable[[Study], Sequence[Id] | Told | None]


class Desk:
    """One study that many pages look at. Every call of ``read`` is one snapshot and every call of
    ``write`` one transaction on the thread that owns the study; while a long write goes on, reads
    are answered by a second, reading connection."""

    def __init__(self, open_study: Callable[[bool], Study]) -> None:
        """``open_study`` opens the study anew; its argument says whether only to read it."""
        self._open = open_study
        self._work = ThreadPoolExecutor(1, thread_name_prefix="study")
        self._look = ThreadPoolExecutor(1, thread_name_prefix="study-looking")
        self._study: Study | None = None
        self._looking: Study | None = None
        self._is_closed = False
        self._pasts: OrderedDict[Moment, Study] = OrderedDict()
        self._purges = 0
        self._answers: OrderedDict[Id, Done] = OrderedDict()
        self._stored_intents: dict[Id, int] | None = None
        self._long_writes: list[str | None] = []
        self.after_write: list[Callable[[], None]] = []
        self.on_busy: list[Callable[[], None]] = []

    async def start(self) -> None:
        """Open the study; an error here is the caller's to show."""
        try:
            self._study = await self._on(self._work, lambda: self._open(False))
        except BaseException:
            self._work.shutdown(wait=False)
            raise

    async def close(self) -> None:
        """Close the study once what is under way has ended; from now on nothing is answered."""
        self._is_closed = True
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._work, self._close_all)
        await loop.run_in_executor(self._look, self._close_looking)
        self._work.shutdown()
        self._look.shutdown()

    @property
    def is_busy(self) -> bool:
        """Whether a long write, such as an import, holds the study just now."""
        return bool(self._long_writes)

    @property
    def busy_with(self) -> str | None:
        """What the long write that goes on does, in words to show."""
        return self._long_writes[0] if self._long_writes else None

    @property
    def is_read_only(self) -> bool:
        """Whether the study can only be read here; not so just because a long write goes on."""
        return self._study is not None and self._study.read_only

    async def read(self, ask: Callable[[Study], T], moment: Moment | None = None) -> T:
        """Answer from the study as it is, or as it was at a moment."""
        if moment is not None:
            return await self._on(self._look, lambda: _asked(self._past(moment), ask))
        if self.is_busy:
            return await self._on(self._look, lambda: _asked(self._second(), ask))
        return await self._on(self._work, lambda: _asked(self._first(), ask))

    async def read_apart(self, ask: Callable[[Study], T]) -> T:
        """Answer from the study opened once more: for what takes so long that others go on."""
        if self._is_closed:
            raise _closed()

        def answer() -> T:
            with self._open(True) as study:
                return _asked(study, ask)

        return await asyncio.to_thread(answer)

    async def write(
        self,
        act: Act,
        *,
        intent: Id | None = None,
        long: bool = False,
        what: str | None = None,
    ) -> Done:
        """Do one thing once: the same intent sent again gets the first answer.

        A write that takes long says so, and ``what`` it does; pages are told while it goes on.
        """
        if not long:
            done = await self._on(self._work, lambda: self._act(act, intent))
        else:
            self._long_writes.append(what)
            _tell(self.on_busy)
            loop = asyncio.get_running_loop()

            def act_long() -> Done:
                try:
                    return self._act(act, intent)
                finally:
                    # Here, not after the await: whoever waits may have gone, the write goes on.
                    loop.call_soon_threadsafe(self._end_long, what)

            done = await self._on(self._work, act_long)
        _tell(self.after_write)
        return done

    def _end_long(self, what: str | None) -> None:
        self._long_writes.remove(what)
        _tell(self.on_busy)

    # -- on the study's own thread -----------------------------------------------------------

    def _first(self) -> Study:
        if self._study is None:
            raise _closed()
        return self._study

    def _second(self) -> Study:
        if self._looking is None:
            self._looking = self._open(True)
        return self._looking

    def _past(self, moment: Moment) -> Study:
        purges = self._second().purges
        if purges != self._purges:
            # What was read of the past before a purge still has its words.
            while self._pasts:
                self._pasts.popitem()[1].close()
            self._purges = purges
        found = self._pasts.pop(moment, None)
        if found is None:
            found = self._second().as_of(moment.state, day_end_ms=moment.day_end_ms)
        self._pasts[moment] = found
        while len(self._pasts) > _PASTS_KEPT:
            self._pasts.popitem(last=False)[1].close()
        return found

    def _act(self, act: Act, intent: Id | None) -> Done:
        study = self._first()
        known = None if intent is None else self._known_answer(study, intent)
        if known is not None:
            return known
        with study.intents.on(intent) as recorded:
            did = act(study)
        told = did if isinstance(did, Told) else Told(None, did or ())
        ids = tuple(told.ids)
        if recorded:
            answer = study.intents.answer(recorded[-1].row)
            done = Done(answer.operation, answer.sentence, answer.heads, ids, told.told)
        else:
            done = Done(None, None, study.heads, ids, told.told)
        if intent is not None:
            self._answers[intent] = done
            if len(self._answers) > _ANSWERS_KEPT:
                self._answers.popitem(last=False)
        return done

    def _known_answer(self, study: Study, intent: Id) -> Done | None:
        """The first answer to an intent: kept here, or in the log by an earlier process."""
        if intent in self._answers:
            return self._answers[intent]
        if self._stored_intents is None:
            # Once: what is recorded from now on is kept above.
            self._stored_intents = study.intents.recent()
        row = self._stored_intents.get(intent)
        if row is None:
            return None
        answer = study.intents.answer(row)
        return Done(answer.operation, answer.sentence, answer.heads, answer.made)

    def _close_all(self) -> None:
        if self._study is not None:
            self._study.close()
            self._study = None

    def _close_looking(self) -> None:
        for past in self._pasts.values():
            past.close()
        self._pasts.clear()
        if self._looking is not None:
            self._looking.close()
            self._looking = None

    async def _on(self, thread: ThreadPoolExecutor, call: Callable[[], T]) -> T:
        if self._is_closed:
            raise _closed()
        return await asyncio.get_running_loop().run_in_executor(thread, call)


def _closed() -> Conflict:
    return Conflict("The study was closed.", slug="closed", hint="Open it again.")


def _asked(study: Study, ask: Callable[[Study], T]) -> T:
    with study.at_one_moment():
        return ask(study)


def _tell(listeners: Sequence[Callable[[], None]]) -> None:
    for tell in listeners:
        tell()
