"""What is still to do in the field, on a given day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from crosscase.fieldwork.field_choices import REQUEST
from crosscase.model.fieldwork_nouns import Activity, Approval
from crosscase.model.ids import Id
from crosscase.study_fieldwork.board import Board, BoardPerson

__all__ = ["ToDo", "things_to_do"]


class ToDo(NamedTuple):
    """One thing to do: a stable name, a sentence, and what it is about.

    ``day`` is the day that it hangs on, where there is one: the end of an approval, the day of
    an invitation or of a request. ``values`` are what the sentence names: the participant or the
    thing under ``name``, the days from now or since then under ``days``.
    """

    slug: str
    sentence: str
    day: str | None
    about: Id
    participant: Id | None = None
    values: Mapping[str, str] = MappingProxyType({})


def things_to_do(
    board: Board,
    approvals: Sequence[Approval],
    activities: Sequence[Activity],
    sources: Mapping[Id, object],
    today: str,
    ahead_days: int,
) -> tuple[ToDo, ...]:
    """What is to do: approvals first, then participant by participant, then documents."""
    soon = (date.fromisoformat(today) + timedelta(days=ahead_days)).isoformat()
    return (
        *_of_approvals(approvals, today, soon),
        *(thing for person in board.people for thing in _of_person(person, today)),
        *_of_requests(activities, sources, today),
    )


def _of_approvals(approvals: Sequence[Approval], today: str, soon: str) -> Iterator[ToDo]:
    for each in _in_force(approvals, "end_day"):
        end = each.end_day or ""
        if end < today:
            said = f"“{each.name}” ended on {end}."
            yield _of_day("approval-ended", said, end, each, today)
        elif end <= soon:
            said = f"“{each.name}” ends on {end}{_days(today, end)}."
            yield _of_day("approval-ends", said, end, each, today)
    for each in _in_force(approvals, "retention_day"):
        until = each.retention_day or ""
        if until < today:
            said = f"Under “{each.name}” data were to be kept until {until}: they are due to go."
            yield _of_day("retention-over", said, until, each, today)
        elif until <= soon:
            said = f"Under “{each.name}” data are kept until {until}{_days(today, until)}."
            yield _of_day("retention-ends", said, until, each, today)


def _of_day(slug: str, said: str, day: str | None, about: Approval | Activity, today: str) -> ToDo:
    return ToDo(slug, said, day, about.id, values=_values(about.name, day, today))


def _values(name: str, day: str | None, today: str) -> dict[str, str]:
    if not day:
        return {"name": name}
    return {"name": name, "day": day, "days": str(abs(_between(today, day)))}


def _between(today: str, day: str) -> int:
    return (date.fromisoformat(day) - date.fromisoformat(today)).days


def _in_force(approvals: Sequence[Approval], field: str) -> list[Approval]:
    """Of each approval and its amendments the latest that says such a day; by that day."""
    by_id = {each.id: each for each in approvals}
    latest: dict[Id, tuple[tuple[str, int, Id], Approval]] = {}
    for each in approvals:
        if getattr(each, field):
            chain = _amended(each, by_id)
            # An amendment without a day came after what it amends.
            order = max(one.day or "" for one in chain), len(chain), each.id
            first = chain[-1].id
            latest[first] = max(latest.get(first, (order, each)), (order, each), key=itemgetter(0))
    return sorted(
        (each for _, each in latest.values()), key=lambda each: (getattr(each, field), each.id)
    )


def _amended(approval: Approval, by_id: Mapping[Id, Approval]) -> list[Approval]:
    """An approval, what it amends, and so on; after a merge it may lead into a circle."""
    chain = [approval]
    seen = {approval.id}
    while (step := chain[-1].amends) in by_id and step not in seen:
        assert step is not None
        seen.add(step)
        chain.append(by_id[step])
    return chain


def _of_person(person: BoardPerson, today: str) -> Iterator[ToDo]:
    def thing(
        slug: str, said: str, day: str | None = None, values: Mapping[str, str] | None = None
    ) -> ToDo:
        named = _values(person.name, day, today) if values is None else values
        told = f"{person.name}: {said}"
        return ToDo(slug, told, day, person.participant, person.participant, named)

    for each in person.missing:
        yield thing(each.slug, each.sentence, values={**each.values, "name": person.name})
    since = "" if person.since is None else f" on {person.since}"
    ago = "" if person.since is None else _ago(person.since, today)
    is_bounced = any(each.slug == "bounced" for each in person.missing)
    match person.stage:
        case "found" if not is_bounced:
            yield thing("not-invited", "They were not invited yet.")
        case "invited":
            yield thing("no-reply", f"Invited{since}{ago}, without an answer.", person.since)
        case "agreed":
            said = f"They agreed{since}; no interview is set."
            yield thing("not-scheduled", said, person.since)


def _of_requests(
    activities: Sequence[Activity], sources: Mapping[Id, object], today: str
) -> Iterator[ToDo]:
    for each in activities:
        if each.activity_kind != REQUEST:
            continue
        standing = (each.details or {}).get("standing")
        if standing in ("asked", "promised"):
            since = "" if each.day is None else f" on {each.day}{_ago(each.day, today)}"
            said = f"“{each.name}” was asked for{since} and has not arrived."
            yield _of_day("not-arrived", said, each.day, each, today)
        elif standing == "arrived" and (each.source is None or each.source not in sources):
            said = f"“{each.name}” arrived, and is not among the sources."
            arrived = (each.details or {}).get("arrived_day")
            yield _of_day("no-source", said, arrived, each, today)


def _days(today: str, day: str) -> str:
    days = _between(today, day)
    return " (today)" if days == 0 else f" (in {days:,} day{'s' if days != 1 else ''})"


def _ago(day: str, today: str) -> str:
    days = -_between(today, day)
    return f" ({days:,} day{'s' if days != 1 else ''} ago)" if days > 0 else ""
