"""The verbs of sets: named collections of sources, codes, cases, codings or memos."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crosscase.coding.named_things import Thing, checked_text, find_thing, tidy_name
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import Id, derived_id
from crosscase.model.kinds import kind_of
from crosscase.model.nouns import Case, Code, Coding, Memo, Noun, ResearchSet, SetMember, Source
from crosscase.store.reading import find_entity
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, dropped, made
from crosscase.store.source_names import find_named

__all__ = ["SetWithSize", "Sets", "member_id"]

_MAY_BE_MEMBERS = (Source, Code, Case, Coding, Memo)


@dataclass(frozen=True, slots=True)
class SetWithSize:
    """A set and how many members of it show."""

    set: ResearchSet
    members: int


def member_id(set_: Id, member: Id) -> Id:
    """The id of a membership in a set: one by nature, so the same on every laptop."""
    return derived_id(set_, "member", member)


class Sets:
    """All sets of a study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[SetWithSize]:
        """All sets in the order in which they were made."""
        with self._session.reading() as reading:
            sizes: dict[Id, int] = {}
            for each in reading.all(SetMember):
                sizes[each.set] = sizes.get(each.set, 0) + 1
            return [SetWithSize(each, sizes.get(each.id, 0)) for each in reading.all(ResearchSet)]

    def get(self, set_: str) -> ResearchSet:
        """One set by name or id."""
        with self._session.reading() as reading:
            return _find(reading, set_)

    def members(self, set_: str) -> list[Noun]:
        """The members of a set that show, in the order of their ids."""
        with self._session.reading() as reading:
            id_ = _find(reading, set_).id
            ids = sorted(each.member for each in reading.all(SetMember) if each.set == id_)
            found = (find_entity(reading.file, reading.connection, member) for member in ids)
            return [each[1] for each in found if each is not None]

    def make(
        self, name: str, members: Iterable[Thing] = (), *, description: str | None = None
    ) -> ResearchSet:
        """Make a set, with members named by id, by kind and name, or by name alone."""
        id_ = self._session.ids()
        tidy = tidy_name(name, "set")
        listed = list(members)
        says = checked_text(description).strip() or None if description else None

        def decide(reading: Reading) -> Draft:
            _require_free(reading, tidy, "Choose another name, or add members to that one.")
            made_set = made(ResearchSet, id_, name=tidy, description=says)
            return Draft("set.made", {"set": id_}, (made_set, *_added(reading, id_, listed)))

        self._session.record(decide)
        return self.get(id_)

    def add_members(self, set_: str, members: Iterable[Thing]) -> Recorded | None:
        """Put things into a set; those that are in it stay."""
        return self.change_members(set_, add=members)

    def remove_members(self, set_: str, members: Iterable[Thing]) -> Recorded | None:
        """Take things out of a set; those that are not in it are passed over."""
        return self.change_members(set_, remove=members)

    def change_members(
        self, set_: str, *, add: Iterable[Thing] = (), remove: Iterable[Thing] = ()
    ) -> Recorded | None:
        """Put things into a set and take things out, as one operation; what is in both goes in."""
        coming, going = list(add), list(remove)

        def decide(reading: Reading) -> Draft | None:
            id_ = _find(reading, set_).id
            inside = {each.id for each in reading.all(SetMember) if each.set == id_}
            kept = {member_id(id_, find_thing(reading, each).id) for each in coming}
            out = [member_id(id_, find_thing(reading, each).id) for each in going]
            changes = (
                *_added(reading, id_, coming),
                *(
                    dropped(SetMember, each)
                    for each in dict.fromkeys(out)
                    if each in inside and each not in kept
                ),
            )
            return Draft("set.changed", {"set": id_}, changes) if changes else None

        return self._session.record(decide)

    def remove(self, set_: str) -> Recorded | None:
        """Drop a set; its members stay in the study."""

        def decide(reading: Reading) -> Draft:
            id_ = _find(reading, set_).id
            return Draft("set.removed", {"set": id_}, (dropped(ResearchSet, id_),))

        return self._session.record(decide)

    def restore(self, set_: str) -> Recorded | None:
        """Bring a dropped set back with its members, by its id or its name."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, ResearchSet, set_)
            if found is None:
                return None
            _require_free(reading, found.name, "Remove that one first.")
            change = dropped(ResearchSet, found.id, False)
            return Draft("set.restored", {"set": found.id}, (change,))

        return self._session.record(decide)


def _require_free(reading: Reading, name: str, hint: str) -> None:
    for other in reading.all(ResearchSet):
        if other.name.casefold() == name.casefold():
            raise MistakeOfUse(
                f"There is a set “{other.name}” already.", slug="name-taken", hint=hint
            )


def _find(reading: Reading, wanted: str) -> ResearchSet:
    return find_named(wanted, reading.all(ResearchSet), "set")


def _added(reading: Reading, set_: Id, members: Iterable[Thing]) -> list[DraftChange]:
    """The changes that put things into a set: new ones are made, dropped ones come back."""
    changes: dict[Id, DraftChange] = {}
    for wanted in members:
        thing = find_thing(reading, wanted)
        if not isinstance(thing, _MAY_BE_MEMBERS):
            kind = kind_of(type(thing)).name.replace("_", " ")
            raise MistakeOfUse(
                f"A {kind} cannot be in a set.",
                slug="not-a-member",
                hint="Sets hold sources, codes, cases, codings and memos.",
            )
        id_ = member_id(set_, thing.id)
        there = find_entity(reading.file, reading.connection, id_)
        if there is None:
            changes[id_] = made(SetMember, id_, fresh=False, set=set_, member=thing.id)
        elif there[1].dropped:
            changes[id_] = dropped(SetMember, id_, False)
    return list(changes.values())
