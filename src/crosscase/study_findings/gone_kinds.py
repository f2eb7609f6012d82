"""Kinds of cases that a check speaks of and of which no case is left: who took the last, and when.

A kind is what its cases say of themselves. It has no name of its own that could be changed, and is
gone when the last of its cases is.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from crosscase.model.nouns import Case, Noun
from crosscase.query.attribute_values import field_key
from crosscase.query.dimensions import plural_of
from crosscase.query.study_view import PERSON, study_view
from crosscase.store.entity_history import entity_history
from crosscase.store.reading import list_all
from crosscase.store.removed_things import what_hides
from crosscase.store.session import Reading
from crosscase.study_findings.outcomes import Problem

__all__ = ["Removal", "gone_kind", "removal_of"]


class Removal(NamedTuple):
    """By whom and when something was removed, as the end of a sentence, and the way back."""

    said: str
    way_back: str
    wall_ms: int


def removal_of(reading: Reading, hider: Noun) -> Removal:
    """How a thing went that is hidden; all empty where the log does not say."""
    entries = entity_history(reading, hider.id)
    last = next(
        (e for e in reversed(entries) if not e.undone and (e.fields or {}).get("dropped")), None
    )
    if last is None:
        return Removal("", "Bring it back", 0)
    who = "" if last.person is None else f" by {last.person}"
    day = datetime.fromtimestamp(last.wall_ms / 1000, UTC).date()
    back = f"Bring it back: undo the operation {last.operation}"
    return Removal(f"{who} on {day.isoformat()}", back, last.wall_ms)


def gone_kind(reading: Reading, word: str, start_char: int, end_char: int) -> Problem | None:
    """What happened to a kind of cases of which none is left; None where there never was one."""
    wanted = field_key(word)
    standing = {field_key(kind) for kind in study_view(reading).kinds.values()}
    gone: list[tuple[Removal, Case]] = []
    for case in list_all(reading.file, reading.connection, Case):
        kind = case.case_kind or ""
        if kind == PERSON or field_key(kind) in standing:
            continue
        if wanted in (field_key(kind), field_key(plural_of(kind))):
            hider = what_hides(reading, case)
            if hider is not None:
                gone.append((removal_of(reading, hider), case))
    if not gone:
        return None
    removal, last = max(gone, key=lambda each: each[0].wall_ms)
    return Problem(
        start_char,
        end_char,
        "kind-gone",
        f"The study has no case of the kind “{last.case_kind}” any more: the last, “{last.name}”, "
        f"was removed{removal.said}.",
        f"{removal.way_back}, or write another kind of cases.",
    )
