"""Groups of participants: who is in which, who may be rearranged with whom, and how it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.counted import counted as number_of
from crosscase.query.counting import counted
from crosscase.query.cross_counts import Longs, Lookup, distinct
from crosscase.query.dimensions import Dimension, dimension, plural_of
from crosscase.query.facts import Facts
from crosscase.query.study_view import Mask, study_view
from crosscase.store.session import Reading

__all__ = ["NOTHING", "WAVE", "GroupMembers", "Strata", "group_members", "strata_of"]

NOTHING = "nothing"
"""The word for rearranging people among all."""
WAVE = "wave"


@dataclass(frozen=True, eq=False)
class GroupMembers:
    """People and the groups to compare: ``inside`` is people x groups, ``people`` entity rows.

    ``people`` are all who were interviewed and lie in a group; ``notes`` say who is left out or
    counted twice. Where groups are of sources (waves), somebody stands there once for each, and
    ``by_source`` has the groups of a source.
    """

    noun: str
    labels: tuple[str, ...]
    people: Longs
    inside: Mask
    notes: tuple[str, ...]
    by_source: Lookup | None = None

    @property
    def of_all(self) -> int:
        """How many were interviewed in all groups together, each counted once."""
        return len(distinct(self.people))

    @property
    def of(self) -> tuple[int, ...]:
        """How many were interviewed in each group."""
        return tuple(self.inside.sum(axis=0).tolist())

    def lying_in(self, group: int, sources: npt.NDArray[np.int32]) -> Mask:
        """Which of these sources belong to a group; any, where groups are of people."""
        inside = np.ones(len(sources), bool)
        if self.by_source is not None:
            pairs = self.by_source.pairs(sources)
            inside[:] = False
            inside[pairs.fact[pairs.member == group]] = True
        return inside


@dataclass(frozen=True, eq=False)
class Strata:
    """Within what people are rearranged: a number for each person; ``noun`` is None for all."""

    noun: str | None
    number: Longs


def group_members(
    reading: Reading, by: str, groups: Sequence[str] | None, facts: Facts
) -> GroupMembers:
    """The groups of a dimension, or those that are named; one alone is compared with all others.

    ``facts`` are the turns of all who were interviewed. Raises NotFound for a group that is not
    there, MistakeOfUse for a dimension of other things and where there is nothing to compare.
    """
    side = dimension(reading, by)
    chosen = list(range(len(side.labels)))
    if groups is not None:
        chosen = list(dict.fromkeys(_found(side, each) for each in groups))
    is_wave = side.noun == WAVE
    if side.key != "case" and not is_wave:
        raise _not_of_people(side)
    if len(chosen) < (2 if groups is None or is_wave else 1):
        raise MistakeOfUse(
            f"There are no two {plural_of(side.noun)} to compare.",
            slug="one-group",
            hint="Name two groups or more, or compare by something else.",
        )
    labels = tuple(side.labels[at] for at in chosen)
    everybody = distinct(facts.participant)
    if is_wave:
        people, inside, by_source = _met(side, chosen, facts)
        notes = _group_notes(side, people, everybody, groups)
        return GroupMembers(side.noun, labels, people, inside, tuple(notes), by_source)
    lying = side.lookup.pairs(everybody)
    inside = np.zeros((len(everybody), len(side.labels)), bool)
    inside[lying.fact, lying.member] = True
    inside = inside[:, chosen]
    # One group alone is compared with everybody else.
    among = inside.any(axis=1) if len(chosen) > 1 else np.ones(len(everybody), bool)
    held = np.repeat(everybody, np.maximum(inside.sum(axis=1), ~inside.any(axis=1) & among))
    notes = _group_notes(side, held, everybody, groups)
    return GroupMembers(side.noun, labels, everybody[among], inside[among], tuple(notes))


def _met(side: Dimension, chosen: Sequence[int], facts: Facts) -> tuple[Longs, Mask, Lookup]:
    """Each participant once for each of the chosen waves in whose sources they speak."""
    place = np.full(len(side.labels) + 1, -1, np.int64)
    place[list(chosen)] = np.arange(len(chosen))
    sources = distinct(facts.source)
    held = side.lookup.pairs(sources)
    kept = place[held.member] >= 0
    by_source = Lookup(sources[held.fact[kept]], place[held.member[kept]])
    lying = by_source.pairs(facts.source)
    units = distinct(facts.participant[lying.fact] * len(chosen) + lying.member)
    inside = np.zeros((len(units), len(chosen)), bool)
    inside[np.arange(len(units)), units % len(chosen)] = True
    return units // len(chosen), inside, by_source


def _group_notes(
    side: Dimension, held: Longs, everybody: Longs, groups: Sequence[str] | None
) -> list[str]:
    """Who is counted in several groups, and who in none; ``held`` has each once for a group."""
    notes = []
    inside, times = np.unique(held, return_counts=True)
    double = int((times > 1).sum())
    if double:
        verb = "is" if double == 1 else "are"
        notes.append(
            f"{number_of(double, 'participant')} {verb} in more than one {side.noun}: "
            "counted in each of them, and once in all."
        )
    outside = len(everybody) - len(inside)
    if outside:
        verb = "is" if outside == 1 else "are"
        which = f"in none of these {plural_of(side.noun)}" if groups else f"in no {side.noun}"
        notes.append(f"{number_of(outside, 'participant')} {verb} {which}: left out.")
    return notes if side.note is None else [*notes, side.note]


def strata_of(reading: Reading, within: str | None, people: Longs, noun: str) -> Strata:
    """Within what people are rearranged: by default sites, unless groups are those themselves.

    Waves are rearranged within each participant: what somebody said in one is exchanged with what
    the same person said in another.

    People with the same places are one stratum: who is in two sites is rearranged only with
    others of both.
    """
    if within is None and noun == WAVE:
        return Strata("participant", np.unique(people, return_inverse=True)[1].astype(np.int64))
    if within is None:
        within = _sites(reading, noun) or NOTHING
    if within.casefold() in (NOTHING, "none"):
        return Strata(None, np.zeros(len(people), np.int64))
    side = _of_people(reading, within)
    lying = side.lookup.pairs(people)
    inside = np.zeros((len(people), len(side.labels)), bool)
    inside[lying.fact, lying.member] = True
    number = np.unique(inside, axis=0, return_inverse=True)[1].reshape(-1).astype(np.int64)
    return Strata(side.noun, number)


def _of_people(reading: Reading, by: str) -> Dimension:
    side = dimension(reading, by)
    if side.key != "case":
        raise _not_of_people(side)
    return side


def _not_of_people(side: Dimension) -> MistakeOfUse:
    return MistakeOfUse(
        f"Participants do not lie in a {side.noun}.",
        slug="not-a-group",
        hint="Say sites, another kind of cases, an attribute of participants, or waves.",
    )


def _sites(reading: Reading, noun: str) -> str | None:
    """The word for the cases within which people are rearranged, where groups are no cases."""
    try:
        sites = counted(reading, "cases").noun
    except MistakeOfUse:
        return None
    kinds = {each.casefold() for each in study_view(reading).kinds.values()}
    return None if noun.casefold() in kinds else plural_of(sites)


def _found(side: Dimension, group: str) -> int:
    folded = [" ".join(each.split()).casefold() for each in side.labels]
    wanted = " ".join(group.split()).casefold()
    ids = [each.id for each in side.members]
    if wanted in folded:
        return folded.index(wanted)
    if group in ids:
        return ids.index(group)
    raise NotFound(
        f"There is no {side.noun} “{group}”.",
        slug="group-not-found",
        hint=nearest_names_hint(group, side.labels) or f"There are {', '.join(side.labels[:12])}.",
    )
