"""`crosscase show`: one thing, its history, or what it was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App

from crosscase import surroundings
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, warn
from crosscase.cli.things import kind_name, name_of
from crosscase.errors import NotFound

if TYPE_CHECKING:
    from crosscase.study import Study

app = App(name="show")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAMES = ("name", "title")
_NOT_SHOWN = ("id", "dropped", *_NAMES)
_FOR_PROGRAMS = (
    "file_hash", "original", "order_key", "revision",
    "table", "groupings", "asked", "result",  # `frame` and `sample` tell these
)  # fmt: skip


@app.default
def show(
    study: StudyPath,
    entity: Annotated[str, says("An id, KIND:NAME such as code:Trust, or a name.", "ENTITY")],
    /,
    *,
    as_of: Annotated[
        str | None,
        says("As it was: an operation of `crosscase log` (exact) or a day (by clocks)."),
    ] = None,
    common: Common = COMMON,
) -> Answer:
    """Show one thing and its history.

    crosscase show ics.crosscase code:Trust --as-of 2026-03-03
    """
    with opened(study, common, reads=True) as work, ExitStack() as stack:
        then = work if as_of is None else stack.enter_context(_past(work, as_of))
        found = _find(work, then, entity)
        removed = _removed(then, found)
        names = _names(then)
        fields = {**_fields(found), **({} if removed else _more(then, found))}
        history = then.history(found.id)
    data = {
        "kind": _kind(found),
        "id": found.id,
        "name": name_of(found),
        "is_removed": removed is not None,
        "as_of": as_of,
        "is_exact": as_of is None or not _DAY.fullmatch(as_of),
        "fields": fields,
        "history": history,
    }

    def draw(screen: Screen) -> None:
        screen.line(f"{data['kind']} “{data['name']}”{' (removed)' if removed else ''}", "bold")
        screen.line(found.id)
        if removed:
            screen.line(removed)
        told = ((key, _named(value, names)) for key, value in fields.items())
        screen.pairs(
            (key.replace("_", " "), value) for key, value in told if key not in _FOR_PROGRAMS
        )
        screen.line()
        for each in history:
            when = surroundings.local_time_text(each.wall_ms)
            undone = " (undone)" if each.undone else ""
            screen.line(f"{each.operation}  {when}  {each.person or ''} {each.sentence}{undone}")

    return Answer(data, draw)


def _past(work: Study, as_of: str) -> Study:
    if _DAY.fullmatch(as_of):
        warn("As of a day is approximate: it goes by what each machine's clock said.")
        return work.as_of(day_end_ms=surroundings.day_end_ms(as_of))
    return work.as_of(as_of)


def _find(work: Study, then: Study, entity: str) -> Any:
    """The thing that is meant by its name then; else by its name now, or by its history."""
    try:
        return then.find(entity)
    except NotFound as error:
        return _by_history(then, _id_now(work, then, entity, error), error)


def _id_now(work: Study, then: Study, entity: str, error: NotFound) -> str:
    if len(entity) == 36:
        return entity
    if then is work:
        raise error
    return work.find(entity).id


def _by_history(then: Study, id_: str, error: NotFound) -> _Past:
    """What is undone, or was: put together from what its history says of it."""
    try:
        history = then.history(id_)
    except NotFound:
        raise error from None
    fields: dict[str, Any] = {"dropped": False}
    for each in history:
        said = each.fields or {}
        # Of what is undone only the name is told.
        fields |= said if not each.undone else {k: said[k] for k in _NAMES if k in said}
    return _Past(id=id_, **fields)


def _removed(then: Study, found: Any) -> str | None:
    """What hides a thing that does not show; None for one that does."""
    try:
        then.find(found.id, shown_only=True)
    except NotFound as error:
        if error.slug == "stands-on-hidden":
            return error.sentence
        return "What made it is undone, or it was purged."
    return None


class _Past:
    """A thing that does not show, by its fields."""

    def __init__(self, **fields: Any) -> None:
        self.id: str = fields["id"]
        self.dropped: bool = bool(fields.get("dropped"))
        self.fields = fields

    def __getattr__(self, name: str) -> Any:
        if name in self.fields:
            return self.fields[name]
        raise AttributeError(name)


def _kind(found: Any) -> str:
    return "thing" if isinstance(found, _Past) else kind_name(found)


def _fields(found: Any) -> dict[str, Any]:
    told = found.fields if isinstance(found, _Past) else plain(found)
    return {name: value for name, value in plain(told).items() if name not in _NOT_SHOWN}


def _more(then: Study, found: Any) -> dict[str, Any]:
    """What the study knows of a thing beside its own fields."""
    match _kind(found):
        case "code":
            touched = then.codes.touch(found.id)
            return {"codings": touched.codings, "passages": touched.passages}
        case "memo":
            return {"text": then.memos.text(found.id)}
        case "case" | "source":
            return {"attributes": then.attributes.values(found.id)}
        case "coding":
            frame = then.codings.frame()
            rows = frame.filter(frame["coding"] == found.id).to_dicts()
            return {"text": rows[0]["text"], "speaker": rows[0]["speaker"]} if rows else {}
    return {}


def _names(work: Study) -> Mapping[str, str]:
    """The names of what other things refer to."""
    things = (
        *work.codes.all(), *work.sources.all(), *work.cases.all(), *work.memos.all(),
        *work.attributes.all(), *(each.coder for each in work.coders.all()), *work.frames.all(),
        *work.selections.all(),
    )  # fmt: skip
    return {each.id: name_of(each) for each in things}


def _named(value: Any, names: Mapping[str, str]) -> Any:
    """The value with names in the place of ids."""
    if isinstance(value, dict):
        held = [
            (key, _named(each, names))
            for key, each in value.items()
            if each is not None and key not in _FOR_PROGRAMS
        ]
        return ", ".join(f"{key.replace('_', ' ')} {each}" for key, each in held)
    if isinstance(value, list):
        return ", ".join(str(_named(each, names)) for each in value)
    return names.get(value, value) if isinstance(value, str) else value
