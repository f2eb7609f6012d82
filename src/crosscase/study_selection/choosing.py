"""Making a choice of cases from a frame's table: what is asked goes in, what is decided comes out.

Nothing here reads the study, so that a choice can be made again from what was kept of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Literal

from crosscase.analysis.selection import (
    Candidates,
    Characteristic,
    Constraint,
    Exclude,
    Include,
    Selection,
    by_criterion,
    by_hand,
    by_quota,
    candidates_of,
    drawn,
    drawn_order,
    eligible,
    maximum_variation,
    replaced,
    stratified,
)
from crosscase.errors import MistakeOfUse
from crosscase.model.counted import counted
from crosscase.study_selection.decision import Asked, Decided
from crosscase.study_selection.frame_groupings import FrameGrouping, told_grouping
from crosscase.study_selection.frame_table import CellValue, FrameTable

__all__ = ["candidates_from", "decide"]

_MOST_SETS_KEPT = 200
_MOST_RANKED_KEPT = 50


def candidates_from(
    table: FrameTable, groupings: Sequence[FrameGrouping], *, by_id: bool = False
) -> Candidates:
    """The cases of a frame by what they are called, or by id, with characteristics and groups.

    Groups are ordered; a truth is yes or no; texts and days are names that differ or not.
    """
    found = {
        each.name: Characteristic(
            "number" if each.is_number else "ordered" if each.type == "ordered" else "name",
            [_value(value) for value in table.values[each.name]],
            each.levels,
        )
        for each in table.characteristics
    }
    for told in (told_grouping(each, table) for each in groupings):
        levels = told.grouping.all_labels
        found[told.grouping.name] = Characteristic("ordered", told.labels_of_cases, levels)
    return candidates_of(table.ids if by_id else table.labels, found)


def decide(
    asked: Asked,
    table: FrameTable,
    groupings: Sequence[FrameGrouping],
    *,
    sites: Mapping[str, str] | None = None,
    seed_of_sites: int = 0,
) -> Decided:
    """Choose, or choose again.

    :param sites: what the cases that stay are called already where names may not be told.
    :param seed_of_sites: orders the cases that get such a name, so that the order of the frame
        does not give them away.
    """
    return _Choice(asked, table, groupings).decided(sites or {}, seed_of_sites)


class _Choice:
    """One choice: what is asked, over which candidates, in names and in ids."""

    def __init__(self, asked: Asked, table: FrameTable, groupings: Sequence[FrameGrouping]) -> None:
        self.asked, self.table = asked, table
        # A drawing goes by ids, which stay when a name is corrected; all else by what people read.
        by_id = asked.method in ("random", "stratified")
        self.candidates = candidates_from(table, groupings, by_id=by_id)
        self.id_of = dict(zip(self.candidates.names, table.ids, strict=True))
        self.name_of = {id_: name for name, id_ in self.id_of.items()}
        self.eligibility = eligible(self.candidates, asked.eligible)
        refused = {each.case for each in asked.refused}
        self.places = [
            place for place in self.eligibility.places if table.ids[place] not in refused
        ]

    def decided(self, sites: Mapping[str, str], seed_of_sites: int) -> Decided:
        """What comes of it."""
        ranked: tuple[tuple[str, float], ...] = ()
        if self.asked.method == "maximum-variation":
            found, ranked = self._most_varied()
        else:
            found = self._otherwise()
        sets = [self._ids(each) for each in found.equally_good] or [self._ids(found.chosen)]
        pick = self.asked.pick
        if not 1 <= pick <= len(sets):
            tied = "One set is" if len(sets) == 1 else f"{len(sets)} sets are"
            raise MistakeOfUse(
                f"{tied} best, so there is no set {pick} to pick.",
                slug="no-such-set",
                hint=f"Pick 1 to {len(sets)}." if len(sets) > 1 else "Leave out which to pick.",
            )
        kept_sets = sets[:_MOST_SETS_KEPT]
        if pick > len(kept_sets):
            kept_sets[-1] = sets[pick - 1]
        chosen = sets[pick - 1]
        return Decided(
            chosen=chosen,
            how=found.how,
            exact=found.exact,
            candidates=len(self.table.ids),
            eligible=len(self.eligibility.places),
            score=None if found.score is None else round(found.score, 9),
            equally_good=tuple(kept_sets) if found.equally_good else (),
            tied=len(sets),
            all_listed=found.all_listed,
            feasible=found.feasible,
            bound=None if found.bound is None else round(found.bound, 9),
            excluded={self.id_of[n]: why for n, why in self.eligibility.excluded.items()},
            added=tuple(case for case in chosen if case not in self.asked.kept)
            if self.asked.refused
            else (),
            ranked=ranked,
            sites=_sites(chosen, sites, seed_of_sites),
            notes=found.notes + self._gaps() + self._against_rules(found),
        )

    def _most_varied(self) -> tuple[Selection, tuple[tuple[str, float], ...]]:
        asked = self.asked
        assert asked.size is not None
        constraints = [self._named(each) for each in asked.constraints]
        seed = asked.seed or 0
        if not asked.refused:
            found = maximum_variation(
                self.candidates, asked.size, asked.weights, eligible=self.places,
                constraints=constraints, seed=seed,
            )  # fmt: skip
            return found, ()
        # Who refused counts among the eligible, so that the distances stay those of the choice.
        again = replaced(
            self.candidates, asked.size, asked.weights, kept=self._names(asked.kept),
            refused=self._names([each.case for each in asked.refused]),
            eligible=self.eligibility.places, constraints=constraints, seed=seed,
        )  # fmt: skip
        best = again.ranked[:_MOST_RANKED_KEPT]
        return again.selection, tuple((self.id_of[e.name], round(e.score, 9)) for e in best)

    def _otherwise(self) -> Selection:
        asked = self.asked
        match asked.method:
            case "random":
                assert asked.size is not None and asked.seed is not None
                return drawn(self.candidates, asked.size, asked.seed, places=self.places)
            case "stratified":
                assert asked.strata is not None and asked.seed is not None
                size = asked.counts if asked.counts is not None else asked.size
                assert size is not None
                share: Literal["proportional", "equal"] = (
                    "equal" if asked.share == "equal" else "proportional"
                )
                return stratified(
                    self.candidates, asked.strata, size, asked.seed, share=share,
                    places=self.places,
                )  # fmt: skip
            case "quota":
                assert asked.strata is not None and asked.counts is not None
                order = self._order()
                return by_quota(self.candidates, asked.strata, asked.counts, order=order)
            case "criterion":
                found = by_criterion(self.candidates, asked.eligible)
                may = {self.candidates.names[place] for place in self.places}
                left = tuple(name for name in found.chosen if name in may)
                if not left:
                    raise MistakeOfUse(
                        "Every case that meets the criterion has refused.",
                        slug="too-few-candidates",
                        hint="Widen the criterion in a new selection.",
                    )
                return Selection(left, found.how, found.exact, notes=found.notes)
            case _:
                return by_hand(self.candidates, self._names(asked.cases), asked.reason or "")

    def _order(self) -> list[str]:
        """The eligible cases in the order in which they are approached."""
        asked = self.asked
        may = [self.candidates.names[place] for place in self.places]
        if asked.order:
            allowed = set(may)
            return [name for name in self._names(asked.order) if name in allowed]
        if asked.seed is not None:
            ids = drawn_order([self.id_of[name] for name in may], asked.seed)
            return self._names(ids)
        return may

    def _gaps(self) -> tuple[str, ...]:
        """Which values are missing by which distances would have been measured."""
        notes = []
        for name in self.asked.weights:
            values = self.candidates.characteristic(name).values
            missing = sum(values[place] is None for place in self.places)
            if missing:
                have = counted(missing, "eligible case has", "eligible cases have")
                notes.append(f"{have} no “{name}”: distances from there stand on the rest.")
        return tuple(notes)

    def _against_rules(self, found: Selection) -> tuple[str, ...]:
        """What a person chose against the rules of eligibility is said beside the result."""
        if found.how != "person":
            return ()
        names = [name for name in found.chosen if name in self.eligibility.excluded]
        return (f"{len(names)} of them do not meet the rules of eligibility.",) if names else ()

    def _named(self, constraint: Constraint) -> Constraint:
        if isinstance(constraint, Include | Exclude):
            return type(constraint)(*self._names([constraint.case]))
        return constraint

    def _names(self, ids: Sequence[str]) -> list[str]:
        for id_ in ids:
            if id_ not in self.name_of:
                self.table.find_case(id_)  # refuses it, with those that are near
        return [self.name_of[id_] for id_ in ids]

    def _ids(self, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.id_of[name] for name in names)


def _sites(chosen: Sequence[str], known: Mapping[str, str], seed: int) -> dict[str, str]:
    """Site A, Site B ...: those that stay keep theirs, and no letter is given twice."""
    taken = set(known.values())
    free = (site for number in count() if (site := f"Site {_letters(number)}") not in taken)
    new = {case: next(free) for case in drawn_order(list(chosen), seed) if case not in known}
    return {**known, **new}


def _letters(number: int) -> str:
    """A to Z, then AA, AB and so on."""
    first, last = divmod(number, 26)
    return (_letters(first - 1) if first else "") + chr(ord("A") + last)


def _value(value: CellValue) -> CellValue:
    return ("yes" if value else "no") if isinstance(value, bool) else value
