"""Naming any entity of a study: by its id, by its kind and name, or by a name alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from crosscase.errors import CrosscaseError, MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.fieldwork_nouns import Activity, Approval, Frame, Guide, Release, Selection
from crosscase.model.finding_nouns import Finding, Quote
from crosscase.model.ids import Id
from crosscase.model.kinds import KINDS, kind_of
from crosscase.model.nouns import (
    Attribute,
    Case,
    Code,
    Coder,
    Framework,
    Memo,
    Noun,
    Query,
    ResearchSet,
    Source,
)
from crosscase.model.synthesis_nouns import Analysis, Grid, Wave
from crosscase.store.code_tree import read_tree
from crosscase.store.reading import find_entity
from crosscase.store.removed_things import called, what_hides
from crosscase.store.session import Reading
from crosscase.store.source_names import find_case, find_coder, find_named, find_source

__all__ = ["Thing", "checked_text", "find_thing", "name_of_thing", "tidy_name"]

Thing = Id | str | tuple[str, str]
Finder = Callable[[Reading, str], Noun]

_FINDERS: Mapping[str, Finder] = {
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
    "frame": lambda reading, name: find_named(name, reading.all(Frame), "frame"),
    "selection": lambda reading, name: find_named(name, reading.all(Selection), "selection"),
    "activity": lambda reading, name: find_named(name, reading.all(Activity), "activity"),
    "approval": lambda reading, name: find_named(name, reading.all(Approval), "approval"),
    "guide": lambda reading, name: find_named(name, reading.all(Guide), "guide"),
    "release": lambda reading, name: find_named(name, reading.all(Release), "release"),
    "analysis": lambda reading, name: find_named(name, reading.all(Analysis), "analysis"),
    "grid": lambda reading, name: find_named(name, reading.all(Grid), "grid"),
    "wave": lambda reading, name: find_named(name, reading.all(Wave), "wave"),
    "finding": lambda reading, name: find_named(name, reading.all(Finding), "finding"),
    "quote": lambda reading, name: find_named(name, reading.all(Quote), "quote"),
}
_NAMED = (
    Code, Source, Case, Memo, ResearchSet, Query, Attribute, Framework, Coder, Frame, Selection,
    Activity, Approval, Guide, Release, Analysis, Grid, Wave, Finding, Quote,
)  # fmt: skip


def find_thing(reading: Reading, wanted: Thing, *, removed: bool = False) -> Noun:
    """The one entity that is meant.

    ``wanted`` is an id; a kind with a name, as a pair or as a text such as ``code:Trust`` (kinds
    of cases and ``participant`` are kinds too); or a name alone, which things of one kind only
    may bear. Names are of things that show; with ``removed`` an id may be of one that does not.
    """
    if not isinstance(wanted, str):
        return _of_kind(reading, *wanted, removed=removed)
    known = find_entity(reading.file, reading.connection, wanted)
    if known is not None:
        return _by_id(reading, known[1], removed)
    kind, mark, name = wanted.partition(":")
    if not (mark and name.strip() and _is_kind(reading, kind)):
        return _by_name(reading, wanted)
    try:
        return _of_kind(reading, kind, name.strip().strip('"'), removed=removed)
    except NotFound as error:
        try:
            return _by_name(reading, wanted)  # a title may begin like a kind
        except NotFound:
            raise error from None


def _by_name(reading: Reading, name: str) -> Noun:
    """The one thing of a name, whatever it is; refused when things of several kinds bear it."""
    found: list[tuple[str, Noun | CrosscaseError]] = []
    for kind, find in _finders(reading).items():
        try:
            found.append((kind, find(reading, name)))
        except NotFound:
            continue
        except MistakeOfUse as error:  # several of this kind are called so
            found.append((kind, error))
    if not found:
        raise NotFound(
            f"Nothing in the study is called “{name}”.",
            slug="thing-not-found",
            hint=nearest_names_hint(name, _all_names(reading))
            or "Say its kind too, such as code:Trust, or give its id.",
        )
    if len(found) > 1:
        bearers = [f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" for kind, _ in found]
        ways = [f"{kind}:{name}" for kind, _ in found]
        raise MistakeOfUse(
            f"“{name}” is the name of {', '.join(bearers[:-1])} and {bearers[-1]}.",
            slug="thing-ambiguous",
            hint=f"Say {', '.join(ways[:-1])} or {ways[-1]}.",
        )
    only = found[0][1]
    if isinstance(only, CrosscaseError):
        raise only
    return only


def _finders(reading: Reading) -> dict[str, Finder]:
    """How each kind of thing is found by name: cases stand there kind by kind."""
    finders = {kind: find for kind, find in _FINDERS.items() if kind != "case"}
    return finders | {
        kind: _of_case_kind(kind) for kind in _case_kinds(reading) if kind != "person"
    }


def _of_case_kind(kind: str) -> Finder:
    return lambda reading, name: find_case(reading, name, kind)


def _case_kinds(reading: Reading) -> list[str]:
    return sorted({case.case_kind for case in reading.all(Case) if case.case_kind})


def _is_kind(reading: Reading, word: str) -> bool:
    folded = word.strip().casefold()
    return (
        folded in _FINDERS
        or folded in KINDS
        or folded in (kind.casefold() for kind in _case_kinds(reading))
    )


def _of_kind(reading: Reading, word: str, name: str, *, removed: bool) -> Noun:
    kind = word.strip().casefold()
    known = find_entity(reading.file, reading.connection, name)
    if known is not None and kind in (known[0].name, *_case_words(known[1])):
        return _by_id(reading, known[1], removed)
    if kind in _FINDERS:
        return _FINDERS[kind](reading, name)
    case_kinds = {each.casefold(): each for each in _case_kinds(reading)}
    if kind in case_kinds:
        return find_case(reading, name, case_kinds[kind])
    if kind in KINDS:
        raise NotFound(
            f"There is no {kind} with the id “{name}”.",
            slug=f"{kind}-not-found",
            hint=f"{'An' if kind[0] in 'aeiou' else 'A'} {kind} has no name; say its id.",
        )
    raise MistakeOfUse(
        f"“{word}” is no kind of thing in this study.",
        slug="unknown-kind",
        hint=f"Say one of {', '.join([*_FINDERS, *case_kinds.values()])}.",
    )


def _case_words(noun: Noun) -> tuple[str, ...]:
    """The kinds that a case may be called by."""
    if not isinstance(noun, Case):
        return ()
    kind = (noun.case_kind or "").casefold()
    return (kind, "participant") if kind == "person" else (kind,)


def _by_id(reading: Reading, noun: Noun, removed: bool) -> Noun:
    """The entity itself, a merged code as what it is read as; refused while it is hidden."""
    if isinstance(noun, Code):
        tree = read_tree(reading)
        if tree.read_as(noun.id) in tree.codes:
            return tree.codes[tree.read_as(noun.id)]
    hider = what_hides(reading, noun)
    if hider is None or removed:
        return noun
    kind = kind_of(type(noun)).name.replace("_", " ")
    told = called(noun)
    raise NotFound(
        f"{told[0].upper()}{told[1:]} is removed."
        if hider.id == noun.id
        else f"{told[0].upper()}{told[1:]} stands on {called(hider)}, which is removed.",
        slug="stands-on-hidden",
        hint=f"Restore that {kind} first." if hider.id == noun.id else "Restore that first.",
    )


def name_of_thing(noun: Noun) -> str:
    """What people call an entity; its id where it has no name."""
    return getattr(noun, "name", None) or getattr(noun, "title", None) or noun.id


def _all_names(reading: Reading) -> list[str]:
    return [name_of_thing(each) for noun in _NAMED for each in reading.all(noun)]


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
