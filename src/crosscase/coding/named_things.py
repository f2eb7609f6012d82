"""Naming any entity of a study: by its id, or by its kind and name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from crosscase.coding.codes import read_tree
from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.ids import Id
from crosscase.model.kinds import kind_of
from crosscase.model.nouns import (
    Attribute,
    Case,
    Code,
    Coding,
    Framework,
    Memo,
    Noun,
    Query,
    ResearchSet,
    Source,
)
from crosscase.store.reading import find_entity
from crosscase.store.session import Reading
from crosscase.store.source_names import find_case, find_coder, find_named, find_source

__all__ = ["Thing", "checked_text", "find_thing", "name_of_thing", "tidy_name"]

Thing = Id | str | tuple[str, str]

_FINDERS: Mapping[str, Callable[[Reading, str], Noun]] = {
    "code": lambda reading, name: read_tree(reading).find(name),
    "source": find_source,
    "case": find_case,
    "participant": lambda reading, name: find_case(reading, name, "person"),
    "memo": lambda reading, name: find_named(name, reading.all(Memo), "memo"),
    "set": lambda reading, name: find_named(name, reading.all(ResearchSet), "set"),
    "query": lambda reading, name: find_named(name, reading.all(Query), "query"),
    "attribute": lambda reading, name: find_named(name, reading.all(Attribute), "attribute"),
    "framework": lambda reading, name: find_named(name, reading.all(Framework), "framework"),
    "coder": find_coder,
}
# In this order a bare name is looked for.
_BY_NAME_ALONE = ("code", "source", "case", "set", "memo")


def find_thing(reading: Reading, wanted: Thing) -> Noun:
    """The one entity that is meant, among those that show.

    ``wanted`` is an id, a pair of kind and name such as ``("source", "P01.txt")`` (case kinds and
    ``participant`` are kinds too), or a bare name: then codes come first, by name or path, after
    them sources, cases, sets and memos.
    """
    if not isinstance(wanted, str):
        kind, name = wanted
        return _of_kind(reading, kind, name)
    known = find_entity(reading.file, reading.connection, wanted)
    if known is not None:
        return _shown(reading, known[1])
    for kind in _BY_NAME_ALONE:
        try:
            return _FINDERS[kind](reading, wanted)
        except NotFound:
            continue
    raise NotFound(
        f"Nothing in the study is called “{wanted}”.",
        slug="thing-not-found",
        hint=nearest_names_hint(wanted, _all_names(reading))
        or "Name a code, source, case, set or memo, or give an id.",
    )


def _of_kind(reading: Reading, kind: str, name: str) -> Noun:
    known = find_entity(reading.file, reading.connection, name)
    if known is not None and kind in (known[0].name, _case_kind(known[1])):
        return _shown(reading, known[1])
    if kind in _FINDERS:
        return _FINDERS[kind](reading, name)
    case_kinds = sorted({case.case_kind for case in reading.all(Case)})
    if kind in case_kinds:
        return find_case(reading, name, kind)
    raise MistakeOfUse(
        f"“{kind}” is no kind of thing in this study.",
        slug="unknown-kind",
        hint=f"Say one of {', '.join([*_FINDERS, *case_kinds])}.",
    )


def _case_kind(noun: Noun) -> str | None:
    return noun.case_kind if isinstance(noun, Case) else None


def _shown(reading: Reading, noun: Noun) -> Noun:
    """The entity itself, a merged code as what it is read as; refused while it is hidden."""
    if isinstance(noun, Code):
        return read_tree(reading).find(noun.id)
    if isinstance(noun, Coding):
        on = (
            find_entity(reading.file, reading.connection, id_) for id_ in (noun.source, noun.code)
        )
        shows = not noun.dropped and all(each and not each[1].dropped for each in on)
    else:
        shows = reading.row(noun.id) in reading.showing().rows
    if not shows:
        kind = kind_of(type(noun)).name.replace("_", " ")
        raise NotFound(
            f"The {kind} with the id “{noun.id}” is removed, or stands on something that is.",
            slug="stands-on-hidden",
            hint="Restore it first.",
        )
    return noun


def name_of_thing(noun: Noun) -> str:
    """What people call an entity; its id where it has no name."""
    return getattr(noun, "name", None) or getattr(noun, "title", None) or noun.id


def _all_names(reading: Reading) -> list[str]:
    nouns: tuple[type[Noun], ...] = (Code, Source, Case, ResearchSet, Memo)
    return [name_of_thing(each) for noun in nouns for each in reading.all(noun)]


def tidy_name(name: str, what: str) -> str:
    """A name on one line; refused when it is empty or cannot be written."""
    tidy = " ".join(checked_text(name).split())
    if not tidy:
        raise MistakeOfUse(f"A {what} needs a name.", slug="empty-name")
    return tidy


def checked_text(text: str) -> str:
    """A text that people wrote, with line feeds alone; what cannot be stored is refused."""
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise MistakeOfUse(
            "The text holds a character that cannot be stored (NUL or half a character).",
            slug="text-not-storable",
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")
