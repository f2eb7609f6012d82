"""Removed things: finding one that is to come back, and saying what hides another."""

from __future__ import annotations

from typing import TypeVar

from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.ids import id_of_bytes
from crosscase.model.kinds import kind_of
from crosscase.model.nouns import Coding, Noun
from crosscase.store.reading import find_entity, list_all
from crosscase.store.session import Reading

__all__ = ["called", "find_removed", "what_hides"]

N = TypeVar("N", bound=Noun)


def find_removed(reading: Reading, noun: type[N], wanted: str) -> N | None:
    """The removed thing of a kind that is meant by an id, or by a name that only one bears.

    None when what is meant shows already. NotFound when nothing removed is called so;
    MistakeOfUse when several are, or when it is hidden only by what it stands on.
    """
    what = kind_of(noun).name
    known = find_entity(reading.file, reading.connection, wanted)
    if known is not None and isinstance(known[1], noun):
        meant = [known[1]]
    else:
        folded = _folded(wanted)
        everything = list_all(reading.file, reading.connection, noun)
        meant = [each for each in everything if _folded(_name(each)) == folded]
        if not meant:
            names = [_name(each) for each in everything if each.dropped]
            raise NotFound(
                f"No {what} that is removed is called “{wanted}”.",
                slug=f"{what}-not-found",
                hint=nearest_names_hint(wanted, [name for name in names if name]),
            )
    removed = [each for each in meant if each.dropped]
    if len(removed) > 1:
        raise MistakeOfUse(
            f"{len(removed)} removed {_plural(what)} are called “{wanted}”.",
            slug=f"{what}-ambiguous",
            hint="Say which by its id: " + ", ".join(each.id for each in removed) + ".",
        )
    if removed:
        return removed[0]
    hiders = [what_hides(reading, each) for each in meant]
    if None in hiders:
        return None
    assert hiders[0] is not None
    raise MistakeOfUse(
        f"The {what} “{wanted}” is not removed itself: it stands on {called(hiders[0])}, which is.",
        slug="stands-on-hidden",
        hint="Restore that; what stands on it comes back with it.",
    )


def what_hides(reading: Reading, noun: Noun) -> Noun | None:
    """None for a thing that shows; itself when it is removed, else what it stands on that is."""
    if noun.dropped:
        return noun
    shown = reading.showing()
    rows = [reading.row(noun.id)]
    if isinstance(noun, Coding):
        # Codings are too many for the record of what shows: they stand on these.
        on = [reading.row(id_) for id_ in (noun.source, noun.code, noun.coder) if id_ is not None]
        rows = [row if row is None else shown.code_read_as.get(row, row) for row in on]
    hidden = [row for row in rows if row is None or row not in shown]
    if not hidden:
        return None
    if hidden[0] is None:
        return noun
    hider = shown.hidden_by.get(hidden[0], hidden[0])
    id_ = id_of_bytes(reading.file.ids_of_rows(reading.connection, [hider])[hider])
    found = find_entity(reading.file, reading.connection, id_)
    return noun if found is None else found[1]


def called(noun: Noun) -> str:
    """A thing as a sentence names it: the code “Trust”, the coding with the id ..."""
    what = kind_of(type(noun)).name.replace("_", " ")
    name = _name(noun)
    return f"the {what} “{name}”" if name else f"the {what} with the id {noun.id}"


def _name(noun: Noun) -> str:
    return str(getattr(noun, "name", None) or getattr(noun, "title", None) or "")


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _plural(what: str) -> str:
    return "queries" if what == "query" else f"{what}s"
