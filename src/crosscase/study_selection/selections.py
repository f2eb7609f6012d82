"""The verbs of selections: choose cases from a frame, replace who refuses, choose again, tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crosscase.analysis.selection import Constraint, Rule
from crosscase.errors import Conflict, MistakeOfUse
from crosscase.fieldwork.field_words import tidy
from crosscase.log.records import Draft
from crosscase.model.fieldwork_nouns import Frame, Selection
from crosscase.model.ids import Id, bytes_of_id
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.study_selection.asking import asked_of
from crosscase.study_selection.choosing import decide
from crosscase.study_selection.decision import Asked, Decided, Refusal
from crosscase.study_selection.frame_reading import read_frame
from crosscase.study_selection.public_counts import with_public_counts
from crosscase.study_selection.selection_reading import (
    ChosenAgain,
    ToldSelection,
    chosen_again,
    find_selection,
    told_selection,
)

if TYPE_CHECKING:
    import polars

    from crosscase.study_selection.adopting import AdoptedCases

__all__ = ["ChosenAgain", "Selections", "ToldSelection"]

Weights = Sequence[str] | Mapping[str, float]


class Selections:
    """The selections of cases that a study made."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------

    def all(self) -> list[Selection]:
        """All selections in the order in which they were made."""
        with self._session.reading() as reading:
            return reading.all(Selection)

    def get(self, selection: str) -> Selection:
        """One selection by name or id."""
        with self._session.reading() as reading:
            return find_selection(reading, selection)

    def told(self, selection: str) -> ToldSelection:
        """A selection with all that was asked and decided."""
        with self._session.reading() as reading:
            return told_selection(reading, find_selection(reading, selection))

    def preview(self, frame: str, **asked: Any) -> ToldSelection:
        """What ``choose`` would choose, with all equally good sets; nothing is stored."""
        with self._session.reading() as reading:
            read = read_frame(reading, frame)
            meant = asked_of(read, **asked)
            decided = decide(meant, read.table, read.groupings)
            return ToldSelection(None, read.frame.name, meant, decided, read.table)

    def paragraph(self, selection: str, *, names: bool = False) -> str:
        """The choice as a paragraph for a methods section; real names only with ``names``."""
        from crosscase.study_selection.selection_words import methods_paragraph

        return methods_paragraph(self.told(selection), names=names)

    def table(
        self,
        selection: str,
        *,
        labels: Mapping[str, str] | None = None,
        names: bool = False,
        characteristics: Sequence[str] | None = None,
        counts: str = "exact",
    ) -> polars.DataFrame:
        """The chosen cases by the groups they are of, one row a site.

        Args:
            selection: by name or id.
            labels: what sites are called, by case; otherwise Site A and so on.
            names: give the real names instead.
            characteristics: which characteristics and groupings; otherwise the groupings and
                texts that the choice went by. Exact numbers give sites away, and are shown only
                where they are named here.
            counts: exact, or rounded as the study's disclosure policy may say.
        """
        from crosscase.study_selection.selection_words import profile_table

        told = self.told(selection)
        table = profile_table(told, labels=labels, names=names, characteristics=characteristics)
        return with_public_counts(table, told.table, counts)

    def again(self, selection: str) -> ChosenAgain:
        """Choose again from what was kept, and from the frame as it is now."""
        with self._session.reading() as reading:
            told = told_selection(reading, find_selection(reading, selection))
            assert told.selection is not None
            return chosen_again(told, read_frame(reading, told.selection.frame))

    # -- choosing ----------------------------------------------------------------------

    def choose(
        self,
        frame: str,
        *,
        name: str | None = None,
        method: str = "maximum-variation",
        size: int | None = None,
        eligible: Sequence[str | Rule] = (),
        constraints: Sequence[str | Constraint] = (),
        characteristics: Weights = (),
        strata: str | None = None,
        share: str = "proportional",
        counts: Mapping[str, int] | None = None,
        order: Sequence[str] = (),
        seed: int | None = None,
        cases: Sequence[str] = (),
        pick: int = 1,
        reason: str | None = None,
    ) -> ToldSelection:
        """Choose cases from a frame, and keep the whole decision.

        Args:
            frame: by name or id.
            name: of the selection; without it Selection 1, 2 and so on.
            method: maximum-variation, random, stratified, quota, criterion or manual.
            size: how many cases; not for criterion, manual and quota.
            eligible: rules that every case must meet, such as "deprivation group is 3".
            constraints: what the set must meet, such as "not all one region"; for
                maximum-variation.
            characteristics: over which variation is greatest, alike or each with a weight.
            strata: the characteristic or grouping of strata or quotas.
            share: how strata share a size: proportional or equal.
            counts: how many of each stratum, or the quotas.
            order: in which cases are approached to fill quotas; else by ``seed`` or the frame.
            seed: of a drawing, any whole number: with the same one the same cases are drawn.
            cases: those that a person chose (manual).
            pick: which of the equally good sets, from 1; see ``preview``.
            reason: why these cases, or why this one of the equally good sets.

        Raises:
            MistakeOfUse: it does not fit together, or constraints exclude each other (named).
        """
        id_ = self._session.ids()
        asking: dict[str, Any] = {
            "method": method, "size": size, "eligible": eligible, "constraints": constraints,
            "characteristics": characteristics, "strata": strata, "share": share,
            "counts": counts, "order": order, "seed": seed, "cases": cases, "pick": pick,
            "reason": reason,
        }  # fmt: skip

        def draft(reading: Reading) -> Draft:
            read = read_frame(reading, frame)
            asked = asked_of(read, **asking)
            decided = decide(asked, read.table, read.groupings, seed_of_sites=_number(id_))
            made_now = _made(reading, id_, name, read.frame, asked, decided)
            values = {"frame": read.frame.id, "n": len(decided.chosen)}
            return Draft("selection.made", values, (made_now,))

        self._session.record(draft)
        return self.told(id_)

    def pick(self, selection: str, which: int, reason: str) -> Recorded | None:
        """Take another of the equally good sets of a selection, with the reason."""

        def draft(reading: Reading) -> Draft | None:
            told = told_selection(reading, find_selection(reading, selection))
            assert told.selection is not None
            asked = replace(told.asked, pick=which, reason=_reason(reason))
            if asked == told.asked:
                return None
            id_ = told.selection.id
            decided = decide(asked, told.table, asked.groupings, seed_of_sites=_number(id_))
            change = changed(
                Selection, id_, asked=asked.as_plain(), result=decided.as_plain(),
                chosen=list(decided.chosen), reason=asked.reason,
            )  # fmt: skip
            return Draft("selection.changed", {"selection": id_}, (change,))

        return self._session.record(draft)

    def replace(
        self,
        selection: str,
        refused: Mapping[str, str],
        *,
        name: str | None = None,
        cases: Sequence[str] = (),
        pick: int = 1,
        reason: str | None = None,
        drop_constraints: Sequence[str] = (),
    ) -> ToldSelection:
        """A new selection in which others stand for those who refused.

        The cases that agreed stay. The open places are filled by the rule of the selection (the
        best set with those that stay, the next in the drawing, the next for the quota), or by
        ``cases`` that a person names with a ``reason``.

        Args:
            selection: by name or id.
            refused: why each case does not take part, by case.
            name: of the new selection; otherwise that of the old one with a number.
            cases: who takes the open places, where a person says it.
            pick: which of the equally good sets, from 1.
            reason: why these cases, or why this one of the equally good sets.
            drop_constraints: of the constraints, as they are written, those that no longer count.
        """
        id_ = self._session.ids()
        asking: dict[str, Any] = {
            "cases": cases, "pick": pick, "reason": reason, "drop_constraints": drop_constraints,
        }  # fmt: skip

        def draft(reading: Reading) -> Draft:
            told, asked, decided = _replaced(reading, selection, refused, id_, **asking)
            old = told.selection
            assert old is not None
            frame = reading.get(Frame, old.frame)
            new = _made(
                reading, id_, name or f"{old.name} (replaced)", frame, asked, decided,
                table=old.table, replaces=old.id,
            )  # fmt: skip
            return Draft("selection.replaced", {"selection": old.id, "n": len(refused)}, (new,))

        self._session.record(draft)
        return self.told(id_)

    def preview_replace(
        self, selection: str, refused: Mapping[str, str], **asked: Any
    ) -> ToldSelection:
        """What ``replace`` would choose, with all equally good sets; nothing is stored."""
        with self._session.reading() as reading:
            old, meant, decided = _replaced(
                reading, selection, refused, self._session.ids(), **asked
            )
            return ToldSelection(None, old.frame, meant, decided, old.table)

    def adopt(
        self,
        selection: str,
        kind: str = "site",
        *,
        labels: Sequence[str] | Mapping[str, str] | None = None,
        names: bool = False,
        characteristics: Sequence[str] | None = None,
    ) -> AdoptedCases:
        """Take the chosen cases into the study as cases of a kind, as one operation.

        What the frame says of them becomes attributes; a case of that name and kind that is there
        already is kept and gets the values.

        Args:
            selection: by name or id.
            kind: the kind of the cases.
            labels: what they are called, in the order of ``table`` or by the frame's case;
                otherwise Site A and so on, so that real names need not enter the study.
            names: give the real names instead.
            characteristics: which characteristics and groupings become attributes; otherwise all.
        """
        from crosscase.study_selection.adopting import adopted_cases

        return adopted_cases(
            self._session, selection, kind=kind, labels=labels, names=names,
            characteristics=characteristics,
        )  # fmt: skip

    def rename(self, selection: str, name: str) -> Recorded | None:
        """Give a selection another name."""

        def draft(reading: Reading) -> Draft | None:
            found = find_selection(reading, selection)
            tidied = tidy(name)
            if tidied == found.name:
                return None
            change = changed(Selection, found.id, name=_free_name(reading, tidied, found.id))
            return Draft("selection.changed", {"selection": found.id}, (change,))

        return self._session.record(draft)

    def remove(self, selection: str) -> Recorded | None:
        """Hide a selection, until it is restored or undone."""

        def draft(reading: Reading) -> Draft:
            found = find_selection(reading, selection)
            change = dropped(Selection, found.id)
            return Draft("selection.removed", {"selection": found.id}, (change,))

        return self._session.record(draft)

    def restore(self, selection: str) -> Recorded | None:
        """Bring a removed selection back, by its id or its name."""

        def draft(reading: Reading) -> Draft | None:
            found = find_removed(reading, Selection, selection)
            if found is None:
                return None
            change = dropped(Selection, found.id, False)
            return Draft("selection.restored", {"selection": found.id}, (change,))

        return self._session.record(draft)


def _replaced(
    reading: Reading, selection: str, refused: Mapping[str, str], id_: Id, **asked: Any
) -> tuple[ToldSelection, Asked, Decided]:
    """A selection, what is asked once some of its cases refused, and what comes of it."""
    from crosscase.study_selection.asking import asked_without

    told = told_selection(reading, find_selection(reading, selection))
    assert told.selection is not None
    if told.replaced_by is not None:
        raise Conflict(
            f"“{told.selection.name}” was replaced by “{told.replaced_by}” already.",
            slug="selection-replaced",
            hint=f"Replace cases of “{told.replaced_by}”.",
        )
    left = [Refusal(told.table.find_case(case), _reason(why)) for case, why in refused.items()]
    meant = asked_without(told.asked, told.decided, told.table, left, **asked)
    decided = decide(
        meant, told.table, meant.groupings, sites=told.decided.sites, seed_of_sites=_number(id_)
    )
    return told, meant, decided


def _made(
    reading: Reading,
    id_: Id,
    name: str | None,
    frame: Frame,
    asked: Asked,
    decided: Decided,
    *,
    table: str | None = None,
    replaces: Id | None = None,
) -> Any:
    if asked.pick > 1 and not asked.reason:
        raise MistakeOfUse(
            f"Set {asked.pick} of the equally good ones is your choice, and the reason is missing.",
            slug="no-reason",
            hint="Say in a few words why this one; the first is taken where nobody chooses.",
        )
    return made(
        Selection,
        id_,
        name=_free_name(reading, tidy(name or "")),
        frame=frame.id,
        table=table or frame.table,
        method=asked.method,
        asked=asked.as_plain(),
        result=decided.as_plain(),
        chosen=list(decided.chosen),
        reason=asked.reason,
        replaces=replaces,
    )


def _free_name(reading: Reading, name: str, own: Id | None = None) -> str:
    """The name, if no other selection bears it; the next number where none is given."""
    taken = {each.name.casefold() for each in reading.all(Selection) if each.id != own}
    if not name:
        number = len(taken) + 1
        while f"selection {number}" in taken:
            number += 1
        return f"Selection {number}"
    if name.casefold() in taken:
        raise Conflict(
            f"There is a selection called “{name}” already.",
            slug="selection-name-taken",
            hint="Give this one another name.",
        )
    return name


def _reason(reason: str) -> str:
    tidied = tidy(reason)
    if not tidied:
        raise MistakeOfUse(
            "The reason is missing.", slug="no-reason", hint="Say in a few words why."
        )
    return tidied


def _number(id_: Id) -> int:
    return int.from_bytes(bytes_of_id(id_))
