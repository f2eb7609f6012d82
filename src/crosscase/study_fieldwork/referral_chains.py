"""Referral chains: who led to whom, in which wave, and how alike those are who name one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosscase.model.fieldwork_nouns import Referral
from crosscase.model.ids import Id

__all__ = [
    "ChainMember",
    "Homophily",
    "ReferralChain",
    "ReferralChains",
    "homophily",
    "referral_chains",
]


@dataclass(frozen=True, slots=True)
class ChainMember:
    """One participant in a chain; ``wave`` counts the referrals from the seed, which is 0."""

    participant: Id
    name: str
    wave: int
    referred_by: Id | None
    was_interviewed: bool


@dataclass(frozen=True, slots=True)
class ReferralChain:
    """All to whom the referrals of one seed led, the seed first, each below who named them.

    ``share`` is their part of all participants, ``interviewed_share`` of those interviewed
    (None: nobody was).
    """

    seed: Id
    name: str
    members: tuple[ChainMember, ...]
    share: float
    interviewed_share: float | None

    @property
    def waves(self) -> int:
        """How many waves of referrals there were."""
        return max(each.wave for each in self.members)


@dataclass(frozen=True, slots=True)
class ReferralChains:
    """The chains of a study, the longest first; ``alone`` named nobody and were not named.

    ``waves`` says how many participants stand in each wave, ``named_by_several`` who was named
    by more than one (they stand in the chain of the earliest referral), ``in_circles`` the
    seeds of chains that two copies of the study have bent into a circle.
    """

    chains: tuple[ReferralChain, ...]
    waves: tuple[int, ...]
    people: int
    interviewed: int
    alone: int
    named_by_several: tuple[Id, ...]
    in_circles: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class Homophily:
    """How often people named somebody of their own group.

    ``share`` is same / referrals; ``expected`` what it would be if everybody had named one of
    the other participants at random. Both are None without a referral between two people whose
    groups are known; ``unknown`` counts the referrals that were left out.
    """

    by: str
    referrals: int
    same: int
    share: float | None
    expected: float | None
    unknown: int


def referral_chains(
    names: Mapping[Id, str], referrals: Sequence[Referral], interviewed: frozenset[Id]
) -> ReferralChains:
    """The chains of these participants; ``referrals`` are by day, the earliest one counts."""
    by: dict[Id, Id] = {}
    several: dict[Id, None] = {}
    for each in referrals:
        if each.participant in names and each.referred_by in names:
            assert each.referred_by is not None
            if by.setdefault(each.participant, each.referred_by) != each.referred_by:
                several[each.participant] = None
    circles = _broken_circles(by)
    below: dict[Id, list[Id]] = {}
    for person, above in sorted(by.items(), key=lambda pair: names[pair[0]].casefold()):
        below.setdefault(above, []).append(person)
    seeds = [person for person in names if person not in by]
    here = interviewed & names.keys()
    chains = [_chain(seed, names, below, here) for seed in seeds if seed in below]
    chains.sort(key=lambda each: (-len(each.members), each.name.casefold(), each.seed))
    waves: list[int] = []
    for member in (each for chain in chains for each in chain.members):
        waves += [0] * (member.wave + 1 - len(waves))
        waves[member.wave] += 1
    alone = sum(seed not in below for seed in seeds)
    return ReferralChains(
        tuple(chains), tuple(waves), len(names), len(here), alone, tuple(several), circles
    )


def homophily(
    by: str, people: Iterable[Id], referrals: Iterable[Referral], label: Callable[[Id], str | None]
) -> Homophily:
    """Same-group referrals among all between participants whose groups are known."""
    groups = {person: label(person) for person in people}
    sizes: dict[str, int] = {}
    for group in groups.values():
        if group is not None:
            sizes[group] = sizes.get(group, 0) + 1
    all_known = sum(sizes.values())
    same = known = unknown = 0
    expected = 0.0
    for each in referrals:
        if each.referred_by in (None, each.participant):
            continue
        one, other = groups.get(each.referred_by or ""), groups.get(each.participant)
        if one is None or other is None:
            unknown += 1
            continue
        known += 1
        same += one == other
        expected += (sizes[one] - 1) / (all_known - 1)
    if not known:
        return Homophily(by, 0, 0, None, None, unknown)
    return Homophily(by, known, same, same / known, expected / known, unknown)


def _chain(
    seed: Id, names: Mapping[Id, str], below: Mapping[Id, Sequence[Id]], interviewed: frozenset[Id]
) -> ReferralChain:
    members: list[ChainMember] = []
    ahead: list[tuple[Id, int, Id | None]] = [(seed, 0, None)]
    while ahead:
        person, wave, above = ahead.pop()
        members.append(ChainMember(person, names[person], wave, above, person in interviewed))
        ahead += [(each, wave + 1, person) for each in reversed(below.get(person, ()))]
    met = sum(each.was_interviewed for each in members)
    return ReferralChain(
        seed,
        names[seed],
        tuple(members),
        len(members) / len(names),
        met / len(interviewed) if interviewed else None,
    )


def _broken_circles(by: dict[Id, Id]) -> tuple[Id, ...]:
    """Open each circle at the one with the least id, who becomes a seed; takes it out of ``by``."""
    opened: list[Id] = []
    settled: set[Id] = set()
    for first in sorted(by):
        path: dict[Id, None] = {}
        at: Id | None = first
        while at is not None and at not in settled and at not in path:
            path[at] = None
            at = by.get(at)
        if at is not None and at in path:
            walked = list(path)
            seed = min(walked[walked.index(at) :])
            del by[seed]
            opened.append(seed)
        settled |= path.keys()
    return tuple(opened)
