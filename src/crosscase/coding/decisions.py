"""The decision of a constant comparison: what one more incident does to a code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crosscase.coding.carried_passages import PassageAsked, passage_of
from crosscase.coding.code_surgery import new_code
from crosscase.coding.coding_rules import checked, find_same, find_usable
from crosscase.coding.named_things import checked_text
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft, DraftChange
from crosscase.model.fields import Passage
from crosscase.model.ids import Id
from crosscase.model.nouns import Code, Coding, Memo
from crosscase.store.blobs import blob_hash
from crosscase.store.code_tree import CodeTree, read_tree
from crosscase.store.session import Reading, Session, changed, made

__all__ = ["DECISIONS", "Decided", "Decision", "record_decision"]

DECISIONS = ("same", "new_code", "split", "redefine")
_TOLD = {
    "same": "the same",
    "new_code": "a new code, {new}",
    "split": "split off {new}",
    "redefine": "redefined",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a passage that was compared with a code.

    ``name`` and ``parent`` are those of the new code (new_code, split), ``definition`` is the
    code's new one (redefine), ``text`` is what the memo says.
    """

    decision: str
    text: str = ""
    name: str | None = None
    parent: str | None = None
    definition: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision made or used: its memo, the coding, and the new code if there is one."""

    memo: Id
    coding: Id
    code: Id | None


def record_decision(
    session: Session, code: str, passage: PassageAsked, decision: Decision
) -> Decided:
    """Record what a comparison came to, with a memo on the passage about the code.

    ``same`` codes the passage with the code; ``new_code`` makes one beside it (or below another
    parent) and ``split`` one below it, which takes the person's coding of this passage;
    ``redefine`` codes the passage and gives the code another definition.
    """
    _require_complete(decision)
    memo_id, coding_id, new_id = session.ids(), session.ids(), session.ids()
    decided: list[Decided] = []

    def decide(reading: Reading) -> Draft:
        tree = read_tree(reading)
        old = find_usable(tree, code)
        source, place = passage_of(reading, passage)
        there = find_same(reading, source, old.id, session.person, place.start_char, place.end_char)
        makes_new = decision.name is not None
        changes: list[DraftChange] = []
        if makes_new:
            changes.append(_new(tree, old, new_id, place, decision))
        if decision.definition is not None and decision.definition != old.definition:
            changes.append(changed(Code, old.id, definition=decision.definition))
        if there is None:
            target = new_id if makes_new else old.id
            who = session.person
            coding = made(Coding, coding_id, source=source, code=target, coder=who, passage=place)
            changes.append(coding)
        elif makes_new:
            changes.append(changed(Coding, there, code=new_id))
        memo, blobs = _memo(session, memo_id, old, place, decision)
        values = {"source": source, "code": old.id} | ({"new": new_id} if makes_new else {})
        decided.append(Decided(memo_id, there or coding_id, new_id if makes_new else None))
        return Draft(f"comparison.{decision.decision}", values, (*changes, memo), blobs)

    session.record(decide)
    return decided[-1]


def _require_complete(decision: Decision) -> None:
    """Refuse a decision that lacks what it needs, or says more than it can mean."""
    if checked("decision", decision.decision, DECISIONS) is None:
        raise MistakeOfUse(
            "Nothing was decided.", slug="no-decision", hint=f"Say {', '.join(DECISIONS)}."
        )
    if (decision.name is not None) != (decision.decision in ("new_code", "split")):
        raise MistakeOfUse(
            "A new code has to be named where one is made, and only there.",
            slug="decision-incomplete",
            hint="Name the new code with the decisions new_code and split.",
        )
    if (decision.definition is not None) != (decision.decision == "redefine"):
        raise MistakeOfUse(
            "A definition has to be given where the code is redefined, and only there.",
            slug="decision-incomplete",
            hint="Give the definition with the decision redefine.",
        )


def _new(tree: CodeTree, old: Code, id_: Id, place: Passage, decision: Decision) -> DraftChange:
    if decision.parent is not None:
        above: Id | None = tree.find(decision.parent).id
    else:
        above = old.id if decision.decision == "split" else tree.parent_of(old)
    says = {"origin": "inductive", "first_incident": place}
    return new_code(tree, id_, decision.name or "", above, says)


def _memo(
    session: Session, id_: Id, old: Code, place: Passage, decision: Decision
) -> tuple[DraftChange, Mapping[str, bytes]]:
    words = checked_text(decision.text).encode("utf-8")
    told = _TOLD[decision.decision].format(new=decision.name)
    memo = made(
        Memo,
        id_,
        title=" ".join(f"Compared with {old.name}: {told}".split()),
        memo_kind="analytic",
        text=blob_hash(words),
        about=old.id,
        passage=place,
        author=session.person,
    )
    return memo, {blob_hash(words): words}
