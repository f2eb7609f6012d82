"""Comparing groups of participants: from a question to counts, log-odds and a test."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from crosscase.analysis.contrasts import (
    Adjustment,
    LogOdds,
    informative_prior,
    log_odds,
    permutation_test,
)
from crosscase.model.counted import counted as number_of
from crosscase.query.condition import Condition
from crosscase.query.cross_counts import Longs, distinct
from crosscase.query.facts import turn_facts
from crosscase.store.session import Reading
from crosscase.store.who_speaks import pairs_of_ranges
from crosscase.study_synthesis.coded_rows import CodedRows, chosen_codes, coded_rows
from crosscase.study_synthesis.group_comparison import Contrast, GroupComparison
from crosscase.study_synthesis.group_members import (
    WAVE,
    GroupMembers,
    Strata,
    group_members,
    strata_of,
)
from crosscase.study_synthesis.small_samples import small_sample_warnings

__all__ = ["Comparing"]


class Comparing:
    """One question, and the steps from it to its comparison."""

    def __init__(
        self,
        reading: Reading,
        by: str,
        groups: Sequence[str] | None,
        codes: str | Sequence[str],
        where: str | None,
    ) -> None:
        self.reading, self.where = reading, where
        condition = None if where is None else Condition(reading, where)
        facts = turn_facts(reading, condition)
        facts = facts.taken(facts.participant >= 0)
        self.groups: GroupMembers = group_members(reading, by, groups, facts)
        self.codes = chosen_codes(reading, codes)
        self.rows: CodedRows = coded_rows(reading, self.codes, condition)

    def comparison(
        self, within: str | None, permutations: int, seed: int, adjustment: Adjustment, prior: float
    ) -> GroupComparison:
        """Count, work out the log-odds, and test (see ``Contrasts.compare``)."""
        groups, contrasts = self.groups, self._contrasts()
        spoke, passages = self._spoke()
        shown = np.flatnonzero(spoke.any(axis=0))
        spoke, passages = spoke[:, shown], passages[shown]
        inside = np.stack([groups.inside[:, each.group] for each in contrasts], axis=1)
        against = np.stack(
            [
                ~groups.inside[:, each.group]
                if each.against is None
                else groups.inside[:, each.against]
                for each in contrasts
            ],
            axis=1,
        )
        strata = strata_of(self.reading, within, groups.people, groups.noun)
        test = permutation_test(
            spoke, inside, against, strata.number,
            permutations=permutations, seed=seed, adjustment=adjustment,
        )  # fmt: skip
        base = informative_prior(spoke.sum(axis=0), prior)
        odds = tuple(
            _odds(spoke, inside[:, at], against[:, at], base) for at in range(len(contrasts))
        )
        labels = tuple(self.codes.labels[at] for at in shown.tolist())
        said = np.array(spoke.T.astype(np.int64) @ groups.inside.astype(np.int64))
        return GroupComparison(
            title=self._title(),
            where=self.where,
            labels=labels,
            codes=tuple(self.codes.members[at] for at in shown.tolist()),
            groups=groups,
            contrasts=contrasts,
            said=said,
            said_by=_people_who(spoke, groups.people),
            passages=passages,
            odds=odds,
            test=test,
            strata=strata,
            prior=prior,
            warnings=tuple(self._warnings(test.reason)),
            notes=tuple(self._notes(strata, len(self.codes.labels) - len(shown))),
            rows=self.rows,
            members=shown.astype(np.int64),
        )

    def _contrasts(self) -> tuple[Contrast, ...]:
        labels = self.groups.labels
        if self.groups.noun == WAVE:
            return tuple(
                Contrast(at, at - 1, f"{labels[at]} against {labels[at - 1]}")
                for at in range(1, len(labels))
            )
        if len(labels) == 2:
            return (Contrast(0, 1, f"{labels[0]} against {labels[1]}"),)
        return tuple(
            Contrast(at, None, f"{label} against all others") for at, label in enumerate(labels)
        )

    def _spoke(self) -> tuple[np.ndarray[tuple[int, int], np.dtype[np.bool_]], Longs]:
        """People x codes: who said each; and codes x groups: in how many passages."""
        rows, groups = self.rows, self.groups
        place, person = rows.place_speakers
        low = np.searchsorted(place, rows.place, "left")
        high = np.searchsorted(place, rows.place, "right")
        row, at = pairs_of_ranges(low, high)
        who = person[at]
        if groups.by_source is None:
            unit = _places_in(groups.people, who)
        else:
            size = len(groups.labels)
            lying = groups.by_source.pairs(rows.source[row])
            row, who = row[lying.fact], who[lying.fact]
            units = groups.people * size + groups.inside.argmax(axis=1)
            unit = _places_in(units, who * size + lying.member)
        row, unit = row[unit >= 0], unit[unit >= 0]
        spoke = np.zeros((len(groups.people), len(self.codes.labels)), bool)
        spoke[unit, rows.code[row]] = True
        passages = np.zeros((len(self.codes.labels), len(groups.labels)), np.int64)
        for group in range(len(groups.labels)):
            mine = distinct(row[groups.inside[unit, group]])
            passages[:, group] = np.bincount(rows.code[mine], minlength=len(self.codes.labels))
        return spoke, passages

    def _title(self) -> str:
        groups = self.groups
        more = "" if self.where is None else f", where {self.where}"
        listed = ", ".join(groups.labels)
        if len(groups.labels) > 4:
            listed = f"{len(groups.labels)} groups"
        return (
            f"What participants say by {groups.noun}: {listed} "
            f"(of {groups.of_all:,} interviewed){more}"
        )

    def _warnings(self, reason: str | None) -> list[str]:
        groups = self.groups
        found = small_sample_warnings(
            groups.of_all,
            list(zip(groups.labels, groups.of, strict=True)),
            noun=groups.noun,
        )
        if reason is not None:
            found.append(f"There is no test: {reason[0].lower()}{reason[1:]}")
        return found

    def _notes(self, strata: Strata, silent: int) -> list[str]:
        notes = list(self.groups.notes)
        if self.groups.noun == WAVE and strata.noun == "participant":
            notes.append(
                "The test exchanges the waves of each participant; who was met in one of two alone "
                "has no part in it."
            )
        elif strata.noun is not None:
            notes.append(f"The test rearranges participants within each {strata.noun}.")
        else:
            notes.append("The test rearranges participants among all.")
        if silent:
            notes.append(f"{number_of(silent, 'code')} that nobody here says: not shown.")
        if self.codes.note is not None:
            notes.append(self.codes.note)
        return notes


def _places_in(ordered: Longs, wanted: Longs) -> Longs:
    """Where each of the wanted stands in a sorted array; -1 for none."""
    if not len(ordered):
        return np.full(len(wanted), -1, np.int64)
    found = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    places: Longs = np.where(ordered[found] == wanted, found, -1)
    return places


def _people_who(spoke: np.ndarray[tuple[int, int], np.dtype[np.bool_]], people: Longs) -> Longs:
    """How many people say each code, those counted once who stand there for several waves."""
    each, number = np.unique(people, return_inverse=True)
    said = np.zeros((len(each), spoke.shape[1]), bool)
    np.logical_or.at(said, number, spoke)
    counts: Longs = said.sum(axis=0).astype(np.int64)
    return counts


def _odds(
    spoke: np.ndarray[tuple[int, int], np.dtype[np.bool_]],
    inside: np.ndarray[tuple[int], np.dtype[np.bool_]],
    against: np.ndarray[tuple[int], np.dtype[np.bool_]],
    prior: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
) -> LogOdds:
    if not inside.any() or not against.any():
        nothing = np.full(spoke.shape[1], np.nan)  # a prior alone would speak for an empty group
        return LogOdds(nothing, nothing, nothing)
    return log_odds(spoke[inside].sum(axis=0), spoke[against].sum(axis=0), prior)
