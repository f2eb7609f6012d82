"""Users become coders, codes become codes: in their places, under names that codes can have."""

from __future__ import annotations

from crosscase.exchange.refi_plan import ImportPlan, free_name, tidy
from crosscase.formats.refi_qda import records
from crosscase.model.fields import Place
from crosscase.model.ids import Id
from crosscase.model.nouns import Code, Coder
from crosscase.store.code_tree import order_key_after, read_tree
from crosscase.store.session import coder_id, made

__all__ = ["colour_of", "plan_codes", "plan_users"]

_PATH_MARK, _LIKE_IT = ">", "›"


def plan_users(plan: ImportPlan) -> None:
    """Plan the coders; one whose name is here already is that person."""
    held = {tidy(each.name).casefold(): each.id for each in plan.reading.all(Coder)}
    here = set(held)
    used: set[str] = set()
    for user in plan.project.users:
        wanted = tidy(user.name) or tidy(user.login) or "Unnamed coder"
        name = free_name(wanted, used)
        if name.casefold() in here:
            plan.coders[user.guid] = held[name.casefold()]
            plan.ledger.tell("User", "here")
            plan.aside(user.aside)
            continue
        id_ = coder_id(plan.study, name)
        plan.coders[user.guid] = id_
        foreign = plan.foreign(user, id=user.login)
        plan.changes.append(made(Coder, id_, fresh=False, name=name, foreign=foreign))
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

    def take(self, code: records.Code, parent: Id | None) -> None:
        """Plan one code and all below it."""
        id_ = self._here(code, parent)
        if id_ is None:
            id_ = self._new(code, parent)
        else:
            self.plan.ledger.tell("Code", "here")
            self.plan.aside(code.aside)
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

    def _children(self, parent: Id | None) -> dict[str, Id]:
        if parent not in self._names:
            children = self.tree.children_of(parent)
            self._names[parent] = {
                (self.tree.codes[id_].name or "").casefold(): id_ for id_ in children
            }
            self._taken[parent] = set(self._names[parent])
            self._last[parent] = self.tree.last_order_key(parent)
        return self._names[parent]

    def _new(self, code: records.Code, parent: Id | None) -> Id:
        plan, id_ = self.plan, self.plan.id_of("code", code.guid)
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
                definition=code.description,
                colour=colour_of(code.colour),
                codable=None if code.codable else False,
                foreign=foreign,
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
