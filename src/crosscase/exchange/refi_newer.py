"""A newer export of a project that came before: what differs becomes a change or a conflict."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Any

from crosscase.exchange.crossing import Difference, Vanished
from crosscase.exchange.refi_notes import NOTE_LINK
from crosscase.exchange.refi_plan import (
    PASSING,
    REFI,
    ImportPlan,
    Met,
    foreign_of,
    free_name,
    without_passing,
)
from crosscase.log.records import DraftChange, OperationName
from crosscase.model.fields import FieldSpec, FieldType, Place
from crosscase.model.ids import Id
from crosscase.model.kinds import kind_of
from crosscase.model.nouns import Link, Memo, Noun
from crosscase.store.code_tree import read_tree
from crosscase.store.gone_things import said_anew_by_purges
from crosscase.store.said_before import (
    MadeByImport,
    SaidBefore,
    made_by_imports,
    said_before,
)
from crosscase.store.short_values import ShortValues
from crosscase.store.withheld_words import WITHHELD

__all__ = ["imports_of_this_project", "settle_what_was_met", "tell_what_vanished"]

_NAMED = ("name", "text")
_NAMES = ("name", "title")
_NAMED_BY = {
    "attribute_value": ("subject", "attribute"), "coding": ("source", "code"),
    "link": ("link_type",), "set_member": ("set", "member"), "membership": ("group", "member"),
}  # fmt: skip
_MOST_CHARS = 300
_ANOTHER = (
    "Codings that came with an earlier project on these sources are not in this file: it is taken "
    "for another project. What it says otherwise of the same things changes nothing of that one, "
    "but for the words of texts."
)
_VANISHING = ("source", "code", "coding", "case", "memo", "link", "attribute", "set")
_INSIDE = ("attribute_value", "set_member", "membership")
_SAID_OF = (*_VANISHING, *_INSIDE)


def imports_of_this_project(
    plan: ImportPlan, showing: Mapping[str, Mapping[Id, Noun]], sure: Collection[Id]
) -> list[MadeByImport]:
    """The earlier imports of this project: another's word says nothing of what this one changed.

    One was of this project when this file holds at least half of its sources (of a codebook, or
    where it had no sources: its codes; else of all that it said anything of) that still show, and
    does not lack the work of anybody who coded there: two people who work on the same interviews,
    each in a project of their own, are not two states of one project.

    Args:
        plan: the import, of which all is known.
        showing: what the study shows, by kind.
        sure: the codings of the study that stand in the file under their own GUID.
    """
    seen = _seen(plan)
    kin = []
    for earlier in made_by_imports(plan.reading, _SAID_OF):
        made = {name: ids & showing[name].keys() for name, ids in earlier.ids.items()
                if name in showing}  # fmt: skip
        of = made.get("source") if plan.project.kind != "codebook" else None
        of = of or made.get("code") or frozenset().union(*earlier.ids.values())
        if of and 2 * len(of & seen) >= len(of):
            kin.append(earlier)
    if plan.project.kind == "codebook":
        return kin
    lacking = _whose_work_is_lacking(kin, showing["coding"], seen, sure)
    if lacking:
        plan.ledger.notes.append(_ANOTHER)
    return [each for each in kin if each.operation not in lacking]


def _seen(plan: ImportPlan) -> set[Id]:
    return {*plan.seen, *plan.entities.values(), *(each.entity for each in plan.changes)}


def _whose_work_is_lacking(
    imports: Sequence[MadeByImport],
    codings: Mapping[Id, Noun],
    seen: Collection[Id],
    sure: Collection[Id],
) -> set[OperationName]:
    """The imports with codings by somebody of whose codings this file has neither half nor one.

    Those without a coder are told apart by the import that brought them. One counts that stands
    in the file under its own GUID. A newer export that brought no codings goes with the import
    of which it changed most.
    """
    by_person: dict[object, set[Id]] = {}
    people: dict[OperationName, set[object]] = {}
    for earlier in imports:
        for id_ in earlier.ids.get("coding", frozenset()) & codings.keys():
            coder = getattr(codings[id_], "coder", None)
            person = earlier.operation if coder is None else coder
            by_person.setdefault(person, set()).add(id_)
            people.setdefault(earlier.operation, set()).add(person)
    absent = {
        person
        for person, theirs in by_person.items()
        if theirs.isdisjoint(sure) and 2 * len(theirs.intersection(seen)) < len(theirs)
    }
    lacking: set[OperationName] = set()
    first: dict[Id, OperationName] = {}
    for earlier in imports:
        ids = frozenset().union(*earlier.ids.values())
        changed = sum(first.get(each) in lacking for each in ids)
        who = people.get(earlier.operation)
        if not absent.isdisjoint(who) if who else 2 * changed > len(ids):
            lacking.add(earlier.operation)
        for each in ids:
            first.setdefault(each, earlier.operation)
    return lacking


def settle_what_was_met(plan: ImportPlan, kin: Sequence[MadeByImport]) -> None:
    """Tell what became of everything that was here, and change what differs.

    What the study still says as an earlier import did is changed; what its people changed since
    is left standing beside what the file says now, as after a merge. What they changed and the
    file did not stays theirs.
    """
    differing = {}
    purged = said_anew_by_purges(plan.reading)
    for number, met in enumerate(plan.met):
        fields = _differing(plan, met)
        if fields:
            differing[number] = fields
    imports = frozenset(each.operation for each in kin)
    met_ids = [plan.met[number].held.id for number in differing]
    before = said_before(plan.reading, met_ids, imports)
    told = _Told(plan)
    for number, met in enumerate(plan.met):
        new: dict[str, Any] = {}
        over = None
        said = before.get(met.held.id)
        if met.held.id in purged:  # the file may still have what was taken out of it
            _tell(plan, met, "here", "own-kept" if number in differing else None)
            continue
        if number not in differing:
            _tell(plan, met, "here", None)
        elif said is None or said.is_of_another:
            _tell(plan, met, "here", "own-kept")
        else:
            new, over = _settled(plan, met, differing[number], said, told)
        new |= _foreign(plan, met)
        if new:
            plan.changes.append(DraftChange(kind_of(type(met.held)), met.held.id, new, over=over))


def _tell(plan: ImportPlan, met: Met, outcome: Any, reason: str | None) -> None:
    if met.element:
        plan.ledger.tell(met.element, outcome, reason)


def _differing(plan: ImportPlan, met: Met) -> dict[str, Any]:
    """The fields of which the file says something else than the study does, and means it."""
    by_name = kind_of(type(met.held)).by_name
    return {
        name: value
        for name, value in met.fields.items()
        if not _same(by_name[name], _read_as(plan, by_name[name], getattr(met.held, name)), value)
        and not _is_withheld(plan, value)
    }


def _is_withheld(plan: ImportPlan, value: Any) -> bool:
    """Whether crosscase took words of somebody who withdrew out of this when it was written."""
    if not isinstance(value, str):
        return False
    return WITHHELD in value or WITHHELD.encode() in plan.blobs.get(value, b"")


def _read_as(plan: ImportPlan, spec: FieldSpec, value: Any) -> Any:
    """A place below a code that was merged is one below the code that it went into."""
    if spec.type is FieldType.PLACE and value and value[0] is not None:
        return Place(read_tree(plan.reading).read_as(value[0]), value[1])
    return value


def _same(spec: FieldSpec, one: Any, other: Any) -> bool:
    if spec.type is FieldType.PLACE:  # the order among neighbours is nothing that is compared
        return bool((one and one[0]) == (other and other[0]))
    if isinstance(one, str) and isinstance(other, str):
        return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()
    return bool(one == other)


def _settled(
    plan: ImportPlan, met: Met, fields: Mapping[str, Any], said: SaidBefore, told: _Told
) -> tuple[dict[str, Any], tuple[OperationName, ...] | None]:
    """The fields that change or are in conflict, and what these are written over."""
    kind = kind_of(type(met.held))
    changes: dict[str, Any] = {}
    rivals: dict[str, Any] = {}
    for name, value in fields.items():
        spec = kind.by_name[name]
        if not (met.is_sure or said.is_known(spec.number)):
            continue  # of one that is only called the same, the study's own word counts
        base = _read_as(plan, spec, spec.type.from_wire(said.base(spec.number)))
        if _same(spec, base, value):
            continue  # the file says what it said before: the study's people changed it
        if _same(spec, base, getattr(met.held, name)):
            changes[name] = value
        elif value is not None and not said.was_ever(spec.number, spec.type.to_wire(value)):
            rivals[name] = value
    for part in (changes, rivals):
        for name in [each for each in part if each in _NAMES and met.taken is not None]:
            part[name] = free_name(part[name], met.taken or set())
            if part[name] == getattr(met.held, name):
                del part[name]
    numbered = {kind.by_name[n].number: kind.by_name[n].type.to_wire(v) for n, v in rivals.items()}
    over = said.over_what(numbered) if rivals else None
    if over is None:
        rivals = {}
    else:  # what an import between the two changed stands beside it, too
        specs = [kind.by_name[name] for name in changes]
        wires = {each.number: each.type.to_wire(changes[each.name]) for each in specs}
        beside = said.in_conflict(wires, over)
        rivals |= {each.name: changes.pop(each.name) for each in specs if each.number in beside}
    if not changes and not rivals:
        _tell(plan, met, "here", "own-kept")
        return {}, None
    _tell(plan, met, "conflict" if rivals else "updated", None)
    for name, value in (changes | rivals).items():
        if name != "file_hash":
            plan.ledger.differences.append(
                Difference(
                    kind.name,
                    told.called(met.held),
                    name,
                    told.short(kind.by_name[name], getattr(met.held, name)),
                    told.short(kind.by_name[name], value),
                    name in rivals,
                )
            )
    return {**changes, **rivals}, over


def _is_of_crosscase(noun: Noun) -> bool:
    """Whether an import made it of what is no such thing in a file."""
    if isinstance(noun, Link):
        return noun.link_type == NOTE_LINK
    return isinstance(noun, Memo) and "project" in foreign_of(noun)


def _joins(noun: Noun) -> set[Id]:
    """The things that this joins: where one of them is no longer there, that is told of it."""
    return {getattr(noun, name) for name in _NAMED_BY[kind_of(type(noun)).name]}


def _called(noun: Noun) -> str:
    return next((getattr(noun, name) or "" for name in _NAMES if hasattr(noun, name)), "")


class _Told:
    """Values as people read them; what is only planned is told by its plan."""

    def __init__(self, plan: ImportPlan) -> None:
        self._plan = plan
        self._values = ShortValues(plan.reading)

    def called(self, noun: Noun) -> str:
        """What a thing is called; what has no name by what it belongs to."""
        kind = kind_of(type(noun))
        parts = [kind.by_name[each] for each in _NAMED_BY.get(kind.name, ())]
        told = [self.short(each, getattr(noun, each.name)) for each in parts]
        return ", ".join(each for each in told if each) or _called(noun)

    @cached_property
    def _planned(self) -> dict[Id, DraftChange]:
        return {each.entity: each for each in self._plan.changes if each.makes}

    def short(self, spec: FieldSpec, value: Any) -> str | None:
        """A value in few words; of a place in a text its numbers."""
        if spec.type is FieldType.BLOB and value in self._plan.blobs:
            return self._plan.blobs[value].decode("utf-8", "replace")[:_MOST_CHARS]
        if spec.type is FieldType.PASSAGE:
            return None if value is None else f"{value[1]}-{value[2]}"
        if spec.type in (FieldType.REFERENCE, FieldType.PLACE):
            id_ = value[0] if spec.type is FieldType.PLACE and value else value
            planned = self._planned.get(id_)
            if planned is not None:
                return next((str(planned.fields[n]) for n in _NAMES if n in planned.fields), None)
        return self._values.tell(spec, spec.type.to_wire(value))


def _foreign(plan: ImportPlan, met: Met) -> dict[str, Any]:
    """What the newer file says beside what is modelled, where that is new."""
    held, said = foreign_of(met.held), met.foreign.get(REFI, {})
    is_own = str(said.get("guid")).strip("{}").casefold() == met.held.id
    if plan.is_ours and (held or is_own):
        return {}  # crosscase wrote it of what it keeps here, only in another order
    new = {name: x for name, x in said.items() if name not in PASSING and name not in _NAMED}
    # Of what only has the same name, what is kept already stays: it may be of another project.
    kept = {**said, **held, **new} if met.is_sure else {**said, **new, **held}
    if all(without_passing(held.get(name)) == without_passing(kept[name]) for name in new):
        return {}
    return {"foreign": {**(met.held.foreign or {}), REFI: kept}}


# -- what is no longer there -------------------------------------------------------------------


def tell_what_vanished(
    plan: ImportPlan, showing: Mapping[str, Mapping[Id, Noun]], kin: Sequence[MadeByImport]
) -> None:
    """Tell what earlier imports of this project brought and this file no longer has.

    Nothing of it is removed.

    Args:
        plan: the import, of which all is known.
        showing: what the study shows, by kind.
        kin: the earlier imports of this project.
    """
    is_whole = plan.project.kind != "codebook"
    kinds = _SAID_OF if is_whole else ("code", "set", "set_member")
    told = _Told(plan)
    seen = _seen(plan)
    lost: dict[str, dict[Id, Noun]] = {}
    for earlier in kin:
        made = {name: earlier.ids.get(name, frozenset()) & showing[name].keys() for name in kinds}
        for name, ids in made.items():
            gone = lost.setdefault(name, {})
            things = ((id_, showing[name][id_]) for id_ in ids - seen)
            gone.update(
                (id_, each)
                for id_, each in things
                if not _is_of_crosscase(each) and (name not in _INSIDE or _joins(each) <= seen)
            )
    for name in kinds:
        missing = lost.get(name, {})
        if missing:
            called = told.called if name in _INSIDE else _called
            names = {called(each) for each in missing.values()} - {""}
            plan.ledger.vanished.append(Vanished(name, len(missing), tuple(sorted(names))))
