"""Finding sources, coders and cases by the names that people use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.ids import Id
from crosscase.model.kinds import KINDS
from crosscase.model.nouns import Case, Coder, Noun, Source
from crosscase.store.quarantine import refuse_withdrawn, withdrawn_error
from crosscase.store.reading import list_withdrawn
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS

__all__ = ["find_case", "find_coder", "find_named", "find_source"]

N = TypeVar("N", bound=Noun)

_FEW = 6


def find_named(wanted: str, things: Iterable[N], what: str) -> N:
    """The one thing of this id or name (case and spacing aside); errors list what is near."""
    listed = list(things)
    folded = " ".join(wanted.split()).casefold()
    by_id = [each for each in listed if each.id == wanted]
    if by_id:
        return by_id[0]
    matches = [each for each in listed if " ".join(str(_name(each)).split()).casefold() == folded]
    if not matches:
        raise NotFound(
            f"There is no {what} “{wanted}”.",
            slug=f"{what}-not-found",
            hint=_nearest(wanted, [str(_name(each)) for each in listed]),
        )
    if len(matches) > 1:
        raise MistakeOfUse(
            f"{len(matches)} {what}s are called “{wanted}”.",
            slug=f"{what}-ambiguous",
            hint="Say which by its id: " + ", ".join(each.id for each in matches) + ".",
        )
    return matches[0]


def _nearest(wanted: str, names: list[str]) -> str | None:
    """The names that are near; where none is, all of a few."""
    near = nearest_names_hint(wanted, names)
    if near or not 0 < len(names) <= _FEW:
        return near
    listed = ", ".join(f"“{name}”" for name in sorted(names, key=str.casefold))
    return f"There is {listed}."


def _name(noun: Noun) -> str:
    return getattr(noun, "name", None) or getattr(noun, "title", "") or ""


def find_source(reading: Reading, wanted: Id | str) -> Source:
    """One source by id, name, or file name."""
    by_id = reading.by_id(Source)
    if wanted in by_id:
        return by_id[wanted]
    by_name = reading.file.remember(
        "sources by name", SHOWING_KINDS, lambda: _by_name(reading.all(Source))
    )
    found = by_name.get(" ".join(str(wanted).split()).casefold(), [])
    if len(found) == 1:
        return found[0]
    if not found:
        _refuse_withdrawn(reading, wanted)
    return find_named(wanted, found or by_id.values(), "source")


def _refuse_withdrawn(reading: Reading, wanted: str) -> None:
    """Say of a withdrawn source that it is withdrawn, by its id or its name."""
    refuse_withdrawn(reading.file, reading.connection, reading.row(wanted))
    withdrawn = _by_name(list_withdrawn(reading.file, reading.connection, Source))
    if " ".join(wanted.split()).casefold() in withdrawn:
        raise withdrawn_error(KINDS["source"].number)


def _by_name(sources: Iterable[Source]) -> dict[str, list[Source]]:
    names: dict[str, list[Source]] = {}
    for source in sources:
        given = {source.name or "", source.file_name or ""} - {""}
        for name in {" ".join(each.split()).casefold() for each in given}:
            names.setdefault(name, []).append(source)
    return names


def find_coder(reading: Reading, wanted: str) -> Coder:
    """One coder by name or id."""
    return find_named(wanted, reading.all(Coder), "coder")


def find_case(reading: Reading, wanted: str, case_kind: str | None = None) -> Case:
    """One case by name or id, of one kind if it is given."""
    refuse_withdrawn(reading.file, reading.connection, reading.row(wanted))
    cases = reading.all(Case)
    if case_kind is not None:
        cases = [case for case in cases if case.case_kind == case_kind]
    what = {"person": "participant", None: "case"}.get(case_kind, case_kind or "case")
    return find_named(wanted, cases, what)
