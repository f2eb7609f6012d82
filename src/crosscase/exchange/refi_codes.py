"""Users become coders, codes become codes: in their places, under names that codes can have."""

from __future__ import annotations

from typing import Any

from crosscase.exchange.code_descriptions import CODE_PARTS, parts_of_description
from crosscase.exchange.refi_counts import unknown_inside
from crosscase.exchange.refi_plan import ImportPlan, foreign_of, free_name, tidy
from crosscase.formats.refi_qda import records
from crosscase.model.fields import Place
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Code, Coder
from crosscase.store.code_tree import order_key_after, read_tree
from crosscase.store.session import coder_id, made

__all__ = ["colour_of", "plan_codes", "plan_users", "unnamed_id"]

_PATH_MARK, _LIKE_IT = ">", "›"


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

    def __init__(self, plan: ImportPlan) -> None:
        self.plan = plan
        self.tree = read_tree(plan.reading)
        self._names: dict[Id | None, dict[str, Id]] = {}
        self._taken: dict[Id | None, set[str]] = {}
        self._last: dict[Id | None, str | None] = {}
        self._claimed: set[Id] = set()
        # Tools that write no colours or no descriptions at all take none away.
        self._colours = any(each.colour for each in plan.project.every_code())
        self._describes = any(each.description for each in plan.project.every_code())

    def take(self, code: records.Code, parent: Id | None) -> None:
        """Plan one code and all below it."""
        id_ = self._here(code, parent)
        if id_ is None:
            id_ = self._new(code, parent)
            if id_ is None:
                self._leave_below(code)
                return
        else:
            self._meet(code, parent, id_)
        self._claimed.add(id_)
        self.plan.entities.setdefault(code.guid, id_)
        self.plan.hang(code.notes, id_)
        for child in code.codes:
            self.take(child, id_)

    def _here(self, code: records.Code, parent: Id | None) -> Id | None:
        """The code of the study that this one is: made by the same import, or of its path."""
        own = self.plan.id_of("code", code.guid)
        if own in self.tree.everything:
            return self.tree.read_as(own)
        found = self._children(parent).get(_name(code).casefold())
        return found if found is not None and found not in self._claimed else None

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
        held = self.tree.codes.get(id_)
        if held is None:
            self.plan.ledger.tell("Code", "here")
            self.plan.ledger.tell("other", "here", None, unknown_inside(code.aside))
            return
        own = self.plan.id_of("code", code.guid)
        fields: dict[str, Any] = {"codable": None if code.codable else False}
        if self._describes:
            fields |= self._description(code)
        if self._colours:
            fields["colour"] = colour_of(code.colour)
        self._children(parent)
        if own == id_:
            if self.tree.parent_of(held) != parent:
                fields["place"] = Place(parent, order_key_after(self._last[parent]))
            if foreign_of(held).get("name") != code.name:
                fields["name"] = _name(code)
        elif own in self.tree.everything:
            fields = {}  # it was merged into this one, and has no say in what that is
        foreign = self.plan.foreign(code)
        taken = self._taken[parent] - {(held.name or "").casefold()}
        self.plan.meet("Code", held, foreign, is_sure=own == id_, taken=taken, **fields)

    def _leave_below(self, code: records.Code) -> None:
        """Nothing comes of what stood below a code that was removed here."""
        id_ = self.plan.id_of("code", code.guid)
        why, below = self.plan.why_gone(id_), list(code.walk())[1:]
        self.plan.ledger.tell("Code", "left", why, len(below))
        notes = sum(len(each.notes) for each in code.walk())
        self.plan.ledger.tell("NoteRef", "left", why, notes)
        self.plan.leave_unknown(id_, code)

    def _children(self, parent: Id | None) -> dict[str, Id]:
        if parent not in self._names:
            children = self.tree.children_of(parent)
            self._names[parent] = {
                (self.tree.codes[id_].name or "").casefold(): id_ for id_ in children
            }
            self._taken[parent] = set(self._names[parent])
            self._last[parent] = self.tree.last_order_key(parent)
        return self._names[parent]

    def _new(self, code: records.Code, parent: Id | None) -> Id | None:
        plan, id_ = self.plan, self.plan.id_of("code", code.guid)
        if plan.refuses(id_, "Code"):
            return None
        self._children(parent)
        name = free_name(_name(code), self._taken[parent])
        key = order_key_after(self._last[parent])
        self._last[parent] = key
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
        return id_


def _name(code: records.Code) -> str:
    return tidy((code.name or "").replace(_PATH_MARK, _LIKE_IT)) or "Unnamed code"


def plan_codes(plan: ImportPlan) -> None:
    """Plan the codebook; a code that stands at the same path is that code."""
    codes = _CodePlan(plan)
    for code in plan.project.codes:
        codes.take(code, None)
