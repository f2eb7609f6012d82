"""Users become coders, codes become codes: in their places, under names that codes can have."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from crosscase.exchange.code_descriptions import CODE_PARTS, parts_of_description
from crosscase.exchange.refi_codes_found import CodedPlaces, CodesFound, code_name
from crosscase.exchange.refi_counts import unknown_inside
from crosscase.exchange.refi_plan import ImportPlan, foreign_of, free_name, tidy
from crosscase.formats.refi_qda import records
from crosscase.model.fields import Place
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Code, Coder
from crosscase.store.code_tree import order_key_after, read_tree
from crosscase.store.gone_things import WhyGone
from crosscase.store.session import coder_id, made

__all__ = ["colour_of", "plan_codes", "plan_users", "unnamed_id"]


def unnamed_id(coder: Id) -> Id:
    """The GUID of a coder who leaves without a name: theirs is made of the name."""
    return derived_id(coder, "without a name")


def plan_users(plan: ImportPlan) -> None:
    """Plan the coders; one whose name is here already is that person."""
    coders = plan.reading.all(Coder)
    held = {tidy(each.name).casefold(): each for each in coders}
    # What was written without names comes back under the ids of this study.
    numbered = {unnamed_id(each.id): each for each in coders}
    used: set[str] = set()
    for user in plan.project.users:
        wanted = tidy(user.name) or tidy(user.login) or "Unnamed coder"
        name = free_name(wanted, used)
        there = numbered.get(user.guid) or held.get(name.casefold())
        if there is not None:
            plan.coders[user.guid] = there.id
            plan.meet("User", there, plan.foreign(user, id=user.login))
            continue
        id_ = coder_id(plan.study, name)
        plan.coders[user.guid] = id_
        foreign = plan.foreign(user, id=user.login)
        said = {part: plan.beyond(user.guid).text(part) for part in ("note", "positionality")}
        plan.changes.append(made(Coder, id_, fresh=False, name=name, foreign=foreign, **said))
        if name == tidy(user.name):
            plan.ledger.tell("User", "imported")
        else:
            plan.ledger.tell("User", "changed", "renamed" if tidy(user.name) else "named")


def colour_of(colour: str | None) -> str | None:
    """A colour as ``#RRGGBB``."""
    if colour is None:
        return None
    digits = colour.strip().lstrip("#").upper()
    return "#" + (digits if len(digits) == 6 else "".join(each * 2 for each in digits))


class _CodePlan:
    """The codebook as it will be: the children of each code by their folded names."""

    def __init__(self, plan: ImportPlan, places: CodedPlaces) -> None:
        self.plan = plan
        self.tree = read_tree(plan.reading)
        self._found = CodesFound(plan, self.tree, places)
        self._taken: dict[Id | None, set[str]] = {}
        self._last: dict[Id | None, str | None] = {}
        self._renamed: dict[Id | None, list[tuple[str, set[str]]]] = {}
        # Tools that write no colours or no descriptions at all take none away.
        self._colours = any(each.colour for each in plan.project.every_code())
        self._describes = any(each.description for each in plan.project.every_code())

    def take(self, code: records.Code, parent: Id | None, gone: WhyGone | None = None) -> None:
        """Plan one code and all below it; ``gone`` is why its parent does not come again."""
        plan, known = self.plan, self._found.of(code)
        id_ = plan.id_of("code", code.guid) if known is None else known
        shown = self.tree.read_as(id_)
        if known is None and gone is None:
            self._new(code, id_, parent)
        elif shown in self.tree.codes:
            gone = None
            self._meet(code, parent, id_)
        else:
            gone = plan.why_gone(id_) or gone or "removed"
            self._leave(code, id_, gone)
        if gone is None:
            plan.entities.setdefault(code.guid, id_)
            plan.hang(code.notes, id_)
        for child in code.codes:
            self.take(child, shown, gone)

    def _leave(self, code: records.Code, id_: Id, why: WhyGone) -> None:
        """Nothing comes of a code that was removed here, nor of what is new below it."""
        self.plan.removed.setdefault(code.guid, id_)
        self.plan.ledger.tell("Code", "left", why)
        self.plan.ledger.tell("NoteRef", "left", why, len(code.notes))
        self.plan.ledger.tell("other", "left", why, unknown_inside(code.aside))

    def _description(self, code: records.Code) -> dict[str, str | None]:
        """What a description says; of a code that we wrote, by its headings."""
        plan = self.plan
        beyond = plan.beyond(code.guid)
        beside = {name: beyond.text(name) for name in CODE_PARTS}
        if any(beside.values()):
            return beside
        if plan.is_ours or plan.id_of("code", code.guid) == code.guid:
            return parts_of_description(code.description)
        return {"definition": code.description}

    def _meet(self, code: records.Code, parent: Id | None, id_: Id) -> None:
        """A code that is here: what the file says of it now."""
        shown = self.tree.read_as(id_)
        held = self.tree.codes[shown]
        if shown != id_:  # it was merged into this one, and has no say in what that is
            self.plan.seen.add(id_)
            self.plan.meet("Code", held, is_sure=False)
            self.plan.ledger.tell("other", "here", None, unknown_inside(code.aside))
            return
        fields: dict[str, Any] = {"codable": None if code.codable else False}
        if self._describes:
            fields |= self._description(code)
        if self._colours:
            fields["colour"] = colour_of(code.colour)
        is_own = self.plan.id_of("code", code.guid) == id_
        fields |= self._place_and_name(code, parent, held, is_own)
        foreign = self.plan.foreign(code)
        where = parent if "place" in fields else self.tree.parent_of(held)
        own = (held.name or "").casefold()
        taken = self._names_below(where) - {own}
        if "name" in fields:
            self._renamed.setdefault(where, []).append((own, taken))
        self.plan.meet("Code", held, foreign, is_sure=is_own, taken=taken, **fields)

    def _place_and_name(
        self, code: records.Code, parent: Id | None, held: Code, is_own: bool
    ) -> dict[str, Any]:
        """Where it is put and what it is called, where the file says otherwise than before."""
        before = self.plan.earlier.codes.get(held.id)
        if before is not None:
            place, name = before.parent, before.name
            place = None if place is None else self.tree.read_as(place)
            is_renamed = code_name(name) != code_name(code.name)
        elif is_own:
            place = self.tree.parent_of(held)
            is_renamed = foreign_of(held).get("name") != code.name
        else:
            return {}
        fields: dict[str, Any] = {}
        if place != parent and (parent is None or parent in self._standing):
            self._names_below(parent)
            fields["place"] = Place(parent, order_key_after(self._last[parent]))
        if is_renamed:
            fields["name"] = code_name(code.name)
        return fields

    def free_names_given_up(self) -> None:
        """Names that codes of the file give up are free for those beside them: two may swap."""
        for listed in self._renamed.values():
            given_up = {own for own, _ in listed}
            for _, taken in listed:
                taken -= given_up

    @cached_property
    def _standing(self) -> set[Id]:
        return {*self.tree.codes, *(each.entity for each in self.plan.changes)}

    def _names_below(self, parent: Id | None) -> set[str]:
        """The folded names that are taken below a code."""
        if parent not in self._taken:
            children = self.tree.children_of(parent)
            self._taken[parent] = {(self.tree.codes[x].name or "").casefold() for x in children}
            self._last[parent] = self.tree.last_order_key(parent)
        return self._taken[parent]

    def _new(self, code: records.Code, id_: Id, parent: Id | None) -> None:
        plan = self.plan
        name = free_name(code_name(code.name), self._names_below(parent))
        key = order_key_after(self._last[parent])
        self._last[parent] = key
        self._standing.add(id_)
        same = name == code.name
        foreign = plan.foreign(code, name=None if same else code.name)
        plan.changes.append(
            made(
                Code,
                id_,
                fresh=False,
                name=name,
                place=Place(parent, key),
                colour=colour_of(code.colour),
                codable=None if code.codable else False,
                foreign=foreign,
                origin=plan.beyond(code.guid).text("origin"),
                citation=plan.beyond(code.guid).text("citation"),
                **self._description(code),
            )
        )
        if same:
            plan.ledger.tell("Code", "imported")
        else:
            plan.ledger.tell("Code", "changed", "renamed" if tidy(code.name) else "named")


def plan_codes(plan: ImportPlan, places: CodedPlaces) -> None:
    """Plan the codebook; a code is found as it came before, then at its path."""
    codes = _CodePlan(plan, places)
    for code in plan.project.codes:
        codes.take(code, None)
    codes.free_names_given_up()
