"""The verbs of the codebook: add, describe, rename, move, merge, split, retire, remove."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crosscase.coding.carried_passages import CurrentPassage, CurrentTexts, PassageAsked
from crosscase.coding.code_counts import CodeCount, CountedOf, count_codes, counted_of
from crosscase.coding.code_surgery import (
    ORIGINS,
    checked_description,
    new_code,
    placed,
    require_mergeable,
    require_restorable,
    split_parts,
)
from crosscase.coding.code_touch import CodeTouch, MergePreview, codings_in_common, touch_of
from crosscase.coding.decisions import Decided, Decision, record_decision
from crosscase.log.records import Draft
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.nouns import Code
from crosscase.store.code_tree import CodeTree, read_tree
from crosscase.store.coding_columns import coding_columns
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped

__all__ = ["ORIGINS", "CodeCount", "CodeTouch", "Codes", "MergePreview"]


class Codes:
    """The codebook of a study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------

    def tree(self) -> CodeTree:
        """The codebook as a tree."""
        with self._session.reading() as reading:
            return read_tree(reading)

    def all(self) -> list[Code]:
        """All codes in the order of the codebook; those merged into others are left out."""
        return [code for _, code in self.tree().walk()]

    def get(self, code: str) -> Code:
        """One code by name, path or id."""
        return self.tree().find(code)

    def counts(self) -> dict[Id, CodeCount]:
        """How much stands on each code and those below it, in the order of the codebook.

        Codings are read through merges, and counted as a matrix counts them.
        """
        with self._session.reading() as reading:
            return count_codes(reading, read_tree(reading))

    def counted_of(self) -> CountedOf:
        """Of how many the counts of participants and cases are."""
        with self._session.reading() as reading:
            return counted_of(reading)

    def touch(self, code: str) -> CodeTouch:
        """What removing, moving or merging a code would touch, itself and all below it."""
        with self._session.reading() as reading:
            tree = read_tree(reading)
            return touch_of(reading, tree, tree.find(code).id)

    def preview_merge(self, code: str, into: str) -> MergePreview:
        """What merging a code into another would touch, and how much the other has already."""
        with self._session.reading() as reading:
            tree = read_tree(reading)
            one, other = require_mergeable(tree, code, into)
            return MergePreview(
                touch_of(reading, tree, one.id), codings_in_common(reading, one.id, other.id)
            )

    def first_incident(self, code: str) -> CurrentPassage | None:
        """The passage that a code was first made of, where it lies now."""
        with self._session.reading() as reading:
            passage = read_tree(reading).find(code).first_incident
            return None if passage is None else CurrentTexts(reading).carry(passage)

    # -- adding and describing -----------------------------------------------------------

    def add(self, name: str, *, parent: str | None = None, **description: Any) -> Code:
        """Add a code, at the top or below a parent.

        ``description`` may hold definition, includes, excludes, example, origin (deductive,
        inductive or in vivo), citation, colour and first_incident (a passage).
        """
        id_ = self._session.ids()

        def decide(reading: Reading) -> Draft:
            tree = read_tree(reading)
            above = None if parent is None else tree.find(parent).id
            code = new_code(tree, id_, name, above, description)
            return Draft("code.added", {"code": id_}, (code,))

        self._session.record(decide)
        return self.get(id_)

    def describe(
        self, code: str, *, name: str | None = None, **description: Any
    ) -> Recorded | None:
        """Change what a code says of itself, and its name if one is given; None clears a field."""
        fields = checked_description(description)

        def decide(reading: Reading) -> Draft | None:
            tree = read_tree(reading)
            found = tree.find(code)
            new = {each: value for each, value in fields.items() if getattr(found, each) != value}
            sentence = "code.described" if new else "code.renamed"
            if name is not None:
                tidy = tree.require_free_name(name, tree.parent_of(found), found.id)
                new |= {} if tidy == found.name else {"name": tidy}
            if not new:
                return None
            return Draft(sentence, {"code": found.id}, (changed(Code, found.id, **new),))

        return self._session.record(decide)

    def rename(self, code: str, name: str) -> Recorded | None:
        """Give a code another name."""
        return self.describe(code, name=name)

    # -- surgery -------------------------------------------------------------------------

    def move(self, code: str, *, parent: str | None, before: str | None = None) -> Recorded | None:
        """Put a code below another (None: at the top), last or right before a sibling."""

        def decide(reading: Reading) -> Draft | None:
            tree = read_tree(reading)
            found = tree.find(code)
            above = None if parent is None else tree.find(parent).id
            if above is not None:
                tree.require_no_cycle(found.id, above, "put below")
            tree.require_free_name(found.name, above, found.id)
            sibling = None if before is None else tree.find(before).id
            changes = placed(tree, found.id, above, sibling)
            return Draft("code.moved", {"code": found.id}, changes) if changes else None

        return self._session.record(decide)

    def merge(self, code: str, into: str) -> Recorded | None:
        """Merge one code into another: its codings are read as the other's, late ones too."""

        def decide(reading: Reading) -> Draft:
            one, other = require_mergeable(read_tree(reading), code, into)
            change = changed(Code, one.id, merged_into=other.id)
            return Draft("code.merged", {"code": one.id, "into": other.id}, (change,))

        return self._session.record(decide)

    def split(
        self, code: str, parts: Mapping[str, Sequence[Id]] | Sequence[tuple[str, Sequence[Id]]]
    ) -> Recorded | None:
        """Split a code: each named part takes the listed codings; the old code is retired.

        Parts that do not exist yet are made beside it. Codings that arrive late on the old code
        (from a laptop that was offline) form a queue: see ``late_codings``.
        """
        pairs = list(parts.items()) if isinstance(parts, Mapping) else list(parts)
        new_ids = {name: self._session.ids() for name, _ in pairs}

        def decide(reading: Reading) -> Draft:
            tree = read_tree(reading)
            found = tree.find(code)
            changes = split_parts(reading, tree, found, pairs, new_ids)
            return Draft("code.split", {"code": found.id, "n": len(pairs)}, changes)

        return self._session.record(decide)

    def decide(self, code: str, passage: PassageAsked, decision: str, **says: Any) -> Decided:
        """Record what comparing a passage with a code came to, as one operation with its memo.

        ``decision`` is same, new_code, split or redefine; ``says`` may hold ``text`` (of the
        memo), ``name`` and ``parent`` of the new code, and the new ``definition``.
        """
        return record_decision(self._session, code, passage, Decision(decision, **says))

    def late_codings(self, code: str) -> list[Id]:
        """The codings still on a code that was split: to be re-coded by somebody."""
        with self._session.reading() as reading:
            found = read_tree(reading).find(code)
            if not found.split_into:
                return []
            columns = coding_columns(reading.file, reading.connection)
            rows = columns.coding[columns.own_code == reading.row(found.id)].tolist()
            ids = reading.file.ids_of_rows(reading.connection, rows)
            return sorted(id_of_bytes(each) for each in ids.values())

    def retire(self, code: str) -> Recorded | None:
        """Keep a code and its codings, but offer it no longer."""
        return self._set_status(code, "retired", "code.retired")

    def reopen(self, code: str) -> Recorded | None:
        """Offer a retired code again."""
        return self._set_status(code, None, "code.reopened")

    def remove(self, code: str) -> Recorded | None:
        """Drop a code: it and what stands on it are hidden until it is restored or undone."""

        def decide(reading: Reading) -> Draft:
            found = read_tree(reading).find(code)
            return Draft("code.removed", {"code": found.id}, (dropped(Code, found.id),))

        return self._session.record(decide)

    def restore(self, code: str) -> Recorded | None:
        """Bring a dropped code back, by its id or its name, with exactly what was hidden."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, Code, code)
            if found is None:
                return None
            require_restorable(read_tree(reading), found)
            return Draft("code.restored", {"code": found.id}, (dropped(Code, found.id, False),))

        return self._session.record(decide)

    def _set_status(self, code: str, status: str | None, sentence: str) -> Recorded | None:
        def decide(reading: Reading) -> Draft | None:
            found = read_tree(reading).find(code)
            if found.status == status:
                return None
            return Draft(sentence, {"code": found.id}, (changed(Code, found.id, status=status),))

        return self._session.record(decide)
