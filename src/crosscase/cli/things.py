"""Naming any one thing: an id, KIND:NAME such as code:Trust, or a name alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crosscase.errors import MistakeOfUse, NotFound

if TYPE_CHECKING:
    from crosscase.study import Study

__all__ = ["KINDS_NAMED", "Found", "as_thing", "find_thing", "name_of", "names_of_subjects"]


@dataclass(frozen=True, slots=True)
class Found:
    """One thing as the study holds it: its kind, its id and its fields."""

    kind: str
    id: str
    thing: Any


def _finders(work: Study) -> dict[str, Callable[[str], Any]]:
    return {
        "code": work.codes.get,
        "source": work.sources.get,
        "participant": work.participants.get,
        "case": work.cases.get,
        "attribute": work.attributes.get,
        "memo": work.memos.get,
        "set": work.sets.get,
        "query": work.queries.get,
        "coder": work.coders.get,
        "link": lambda id_: work.links.get(id_).link,
        "coding": work.codings.get,
        "membership": work.memberships.get,
    }


KINDS_NAMED = (
    "code", "source", "participant", "case", "attribute", "memo", "set", "query", "coder",
    "link", "coding", "membership",
)  # fmt: skip
_BY_ID_ONLY = ("link", "coding", "membership")


def as_thing(work: Study, text: str) -> str | tuple[str, str]:
    """A thing as the study's verbs take it: KIND:NAME where the kind is one, else as it stands."""
    kind, mark, name = text.partition(":")
    known = {*KINDS_NAMED, *work.cases.kinds()}
    if mark and name and kind.strip().casefold() in known:
        return kind.strip().casefold(), name.strip().strip('"')
    return text


def find_thing(work: Study, text: str) -> Found:
    """The one thing that is meant, in whichever kind it stands."""
    named = as_thing(work, text)
    finders = _finders(work)
    if not isinstance(named, str):
        kind, name = named
        if kind in finders:
            thing = finders[kind](name)
        else:
            thing, kind = work.cases.get(name, kind), "case"
        return Found("case" if kind == "participant" else kind, thing.id, thing)
    found: dict[str, Found] = {}
    for kind, find in finders.items():
        if kind in _BY_ID_ONLY and not _looks_like_an_id(named):
            continue
        try:
            thing = find(named)
        except NotFound:
            continue
        found.setdefault(
            thing.id, Found("case" if kind == "participant" else kind, thing.id, thing)
        )
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        raise NotFound(
            f"Nothing in the study is called “{text}”.",
            slug="thing-not-found",
            hint="Say its kind too, such as code:Trust, or give its id.",
        )
    ways = ", ".join(f"{each.kind}:“{named}”" for each in found.values())
    raise MistakeOfUse(
        f"“{text}” names {len(found)} things.", slug="thing-ambiguous", hint=f"Say {ways}."
    )


def name_of(thing: Any) -> str:
    """What people call a thing; its id where it has no name."""
    for field in ("name", "title", "label"):
        name = getattr(thing, field, None)
        if name:
            return str(name)
    return str(thing.id)


def names_of_subjects(work: Study) -> dict[str, str]:
    """The names of what can have attributes and lie in cases: cases and sources, by id."""
    cases = {each.id: each.name for each in work.cases.all()}
    return cases | {each.id: each.name for each in work.sources.all()}


def _looks_like_an_id(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4
