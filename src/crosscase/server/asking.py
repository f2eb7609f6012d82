"""What every route holds: the desk, the moment asked for, and how an answer is named (ETag)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Annotated, Any, TypeVar

import msgspec
from fastapi import Depends, Header, Query, Request, Response
from pydantic import BaseModel
from pydantic.json_schema import SkipJsonSchema

from crosscase import __version__, surroundings
from crosscase.errors import Conflict
from crosscase.server.desk import Act, Done, Moment
from crosscase.server.shapes.saved import Saved
from crosscase.server.shelf import OpenStudy, Shelf
from crosscase.study import Study

__all__ = [
    "Acting",
    "Asking",
    "NotModified",
    "moment_of",
    "require_unchanged",
    "saved",
    "study_here",
]

T = TypeVar("T")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_INTENT = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"

AsOf = Annotated[
    str | None,
    Query(
        max_length=80,
        description="The study as it was: the name of an operation or of heads (exact), or a day "
        "such as 2026-03-02 (approximate: it goes by what each machine's clock said).",
    ),
]


class NotModified(Exception):
    """The page has the answer already."""


def moment_of(as_of: str | None) -> Moment | None:
    """The moment that ``as_of`` names; None for now."""
    if not as_of:
        return None
    if _DAY.fullmatch(as_of):
        return Moment(day_end_ms=surroundings.day_end_ms(as_of))
    return Moment(state=as_of)


def study_here(request: Request) -> OpenStudy:
    """The study that is open; refused where none is, or where the page shows another.

    A page names its study in the header ``Study``, so that what was typed in one study is never
    stored in the next that is opened at this desk.
    """
    shelf: Shelf = request.app.state.shelf
    here = shelf.here
    if request.headers.get("study", here.id) != here.id:
        raise Conflict(
            "Another study is open here now.",
            slug="another-study-open",
            hint="Load the page again to see it, or open the first one again.",
        )
    return here


class _Asking:
    """A question: read from the study as it is, or as it was."""

    def __init__(
        self,
        request: Request,
        response: Response,
        as_of: AsOf = None,
    ) -> None:
        self.desk = study_here(request).desk
        self.moment = moment_of(as_of)
        self._request = request
        self._response = response

    async def read(self, ask: Callable[[Study], T]) -> T:
        """Answer once, with an ETag made of the study's state and the address."""
        asked = self._request.headers.get("if-none-match", "")
        wanted = [each.strip() for each in asked.split(",")]
        tag = ""

        def answer(study: Study) -> T:
            nonlocal tag
            tag = self._tag(study.heads)
            if tag in wanted:
                raise NotModified(tag)
            return ask(study)

        answered = await self.desk.read(answer, self.moment)
        # A route that makes its response itself gives the headers of that one.
        given = answered if isinstance(answered, Response) else self._response
        given.headers["ETag"] = tag
        return answered

    async def read_encoded(self, ask: Callable[[Study], Any]) -> Response:
        """The same as JSON at once: for long columns, which no model should walk through."""
        content = await self.read(lambda study: msgspec.json.encode(ask(study)))
        return Response(
            content,
            media_type="application/json",
            headers={"ETag": self._response.headers["ETag"]},
        )

    def _tag(self, heads: str) -> str:
        whole = f"{__version__} {heads} {self._request.url.path}?{self._request.url.query}"
        return f'W/"{hashlib.sha256(whole.encode()).hexdigest()[:24]}"'


class _Acting:
    """An act: one operation, done once however often it is sent."""

    def __init__(
        self,
        request: Request,
        intent: Annotated[
            str | SkipJsonSchema[None],
            Header(
                description="A fresh UUID for each thing that a person does. Sent again with the "
                "same one after a lost connection, it is not done twice.",
                pattern=_INTENT,
            ),
        ] = None,
    ) -> None:
        self.desk = study_here(request).desk
        self.intent = intent
        self.length = int(request.headers.get("content-length") or 0)

    async def write(self, act: Act, *, long: bool = False, what: str | None = None) -> Saved:
        """Do it; the answer says what was recorded and what was made."""
        return saved(await self.do(act, long=long, what=what))

    async def do(self, act: Act, *, long: bool = False, what: str | None = None) -> Done:
        """The same for an act that tells more: the answer has it in ``told``.

        One that takes long says ``what`` goes on, for people who wait for it.
        """
        return await self.desk.write(act, intent=self.intent, long=long, what=what)


def saved(done: Done) -> Saved:
    """What a write did, as an answer."""
    return Saved(
        operation=done.operation,
        sentence=done.sentence,
        heads=done.heads,
        ids=list(done.ids),
    )


Asking = Annotated[_Asking, Depends()]
Acting = Annotated[_Acting, Depends()]


def require_unchanged(was: BaseModel | None, shown_of: Callable[[str], object]) -> None:
    """Refuse a change of a field that somebody else has changed since it was read.

    ``was`` holds the fields as they were read; ``shown_of`` tells what one shows now.
    """
    for field, read in ({} if was is None else was.model_dump(exclude_unset=True)).items():
        shown = shown_of(field)
        if read == shown:
            continue
        raise Conflict(
            f"Somebody else changed the {field.replace('_', ' ')} in the meantime.",
            slug="changed-meanwhile",
            hint="Look at both, and save the one that shall stand.",
            details={"field": field, "shown": shown, "was": read},
        )
