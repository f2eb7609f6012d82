"""The risks of quotes as they would be printed, each with its remedies in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from crosscase.analysis.disclosure.people import Attribution, People
from crosscase.errors import MistakeOfUse

__all__ = [
    "OverQuoted",
    "Policy",
    "Quote",
    "Remedy",
    "RemedyKind",
    "Risk",
    "over_quoted",
    "risks_of_quotes",
]

RemedyKind = Literal[
    "coarser role", "drop site", "drop both", "paraphrase", "ask consent", "generic label",
    "leave out", "hide cells", "merge rows",
]  # fmt: skip
RiskKind = Literal["too few share it", "too few hold the post", "joined profile", "no consent",
                   "one stance"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote as it would be printed.

    ``pseudonym``  what joins quotes of one person for the reader; None if nothing does
    ``stance``     the sensitive position it shows, where that was recorded
    """

    id: str
    person: str
    attribution: Attribution
    pseudonym: str | None = None
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """The least number of people behind an attribution and of stances among them, and which
    labels are the role and the site. For an archive 5 people are usual."""

    k: int = 3
    stances: int = 1
    role: str = "role"
    site: str = "site"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way out: what would be printed then, and how many share it; None where it stays open."""

    kind: RemedyKind
    attribution: Attribution | None = None
    k: int | None = None


@dataclass(frozen=True, slots=True)
class Risk:
    """Quotes that share one attribution and one problem.

    ``k``         the participants who share what is printed
    ``holders``   the post-holders an intruder would count, where known
    ``remedies``  in the order in which to try them; only such as reach the least number
    """

    kind: RiskKind
    quotes: tuple[str, ...]
    attribution: Attribution
    k: int
    holders: int | None = None
    remedies: tuple[Remedy, ...] = ()


@dataclass(frozen=True, slots=True)
class OverQuoted:
    """A person quoted too often: how often, and the share of the site's quotes."""

    person: str
    site: str | None
    quotes: int
    share: float


@dataclass(frozen=True, slots=True)
class _Printed:
    """One attribution and the quotes printed with it."""

    attribution: Attribution
    quotes: list[Quote] = field(default_factory=list)


def risks_of_quotes(
    quotes: Sequence[Quote],
    people: People,
    policy: Policy,
    *,
    holders: Mapping[tuple[str, str], int] | None = None,
    consents: Mapping[str, frozenset[str]] | None = None,
) -> tuple[Risk, ...]:
    """What speaks against printing quotes as they are attributed.

    :param quotes: all that a reader could lay side by side: those released before as well.
    :param people: every participant, withdrawn ones left out.
    :param policy: the least numbers.
    :param holders: for (role, site) how many people hold such a post at all, as an intruder could
        count them; it may be less or more than the participants.
    :param consents: for each person the labels that may be printed; a person not named may have
        every label. Consent overrides numbers.
    :returns: ordered by kind as below, then by the first quote concerned: no consent; too few
        participants share the attribution; too few hold the post; quotes under one pseudonym that
        together leave too few; all who share it take one stance (l-diversity).
    :raises MistakeOfUse: ``no-such-participant``, ``k-not-positive``.
    Limits: what the quote itself tells (a place, a date, a turn of phrase) is not seen here.
    """
    if policy.k < 1 or policy.stances < 1:
        raise MistakeOfUse(
            "The least number of people must be one or more.",
            slug="k-not-positive",
            hint="3 is usual, 5 for an archive.",
        )
    printed: dict[tuple[tuple[str, str], ...], _Printed] = {}
    for quote in quotes:
        people.known(quote.person)
        key = tuple(sorted(quote.attribution.items()))
        printed.setdefault(key, _Printed(quote.attribution)).quotes.append(quote)
    groups = tuple(printed.values())
    found = [*_without_consent(groups, people, policy, consents or {})]
    found += _too_few(groups, people, policy)
    found += _too_few_holders(groups, people, policy, holders or {})
    found += _joined(quotes, people, policy)
    found += _one_stance(groups, people, policy)
    return tuple(found)


def over_quoted(
    quotes: Sequence[Quote], *, most: int, share: float = 0.3, site: str = "site"
) -> tuple[OverQuoted, ...]:
    """Persons quoted more than so often, or in more than a share of one site's quotes.

    :param quotes: all quotes of the output.
    :param most: how often one person may be quoted.
    :param share: of the quotes attributed to one site, 0 to 1.
    :param site: the label that is the site.
    :returns: the most quoted first; ``site`` is None where the whole number was too high.
    """
    of_person = Counter(quote.person for quote in quotes)
    sited = [
        (quote.attribution[site], quote.person) for quote in quotes if site in quote.attribution
    ]
    of_site, of_both = Counter(place for place, _ in sited), Counter(sited)
    found = [
        OverQuoted(person, None, count, count / len(quotes))
        for person, count in of_person.items()
        if count > most
    ]
    # A single quote is always all of its site's quotes; that is no over-quoting.
    found += [
        OverQuoted(person, place, count, count / of_site[place])
        for (place, person), count in of_both.items()
        if count > 1 and count / of_site[place] > share
    ]
    return tuple(sorted(found, key=lambda each: (-each.quotes, each.person, each.site or "")))


def _without_consent(
    groups: Sequence[_Printed],
    people: People,
    policy: Policy,
    consents: Mapping[str, frozenset[str]],
) -> Iterator[Risk]:
    for group in groups:
        labels = set(group.attribution)
        barred = [q for q in group.quotes if not labels <= consents.get(q.person, labels)]
        if barred:
            shared = set.intersection(*(set(consents[quote.person]) for quote in barred))
            left = {label: each for label, each in group.attribution.items() if label in shared}
            if people.k(left) < policy.k:
                left = {}  # What they agreed to would give them away by itself.
            remedy = Remedy("generic label", left, people.k(left))
            yield Risk(
                "no consent",
                _ids(barred),
                group.attribution,
                people.k(group.attribution),
                None,
                (remedy, Remedy("ask consent")),
            )


def _too_few(groups: Sequence[_Printed], people: People, policy: Policy) -> Iterator[Risk]:
    for group in groups:
        k = people.k(group.attribution)
        if k < policy.k:
            ways = _remedies(group.attribution, people, policy)
            yield Risk("too few share it", _ids(group.quotes), group.attribution, k, None, ways)


def _too_few_holders(
    groups: Sequence[_Printed],
    people: People,
    policy: Policy,
    holders: Mapping[tuple[str, str], int],
) -> Iterator[Risk]:
    for group in groups:
        post = (group.attribution.get(policy.role, ""), group.attribution.get(policy.site, ""))
        count = holders.get(post)
        if count is not None and count < policy.k:
            ways = _remedies(group.attribution, people, policy)
            k = people.k(group.attribution)
            yield Risk(
                "too few hold the post", _ids(group.quotes), group.attribution, k, count, ways
            )


def _joined(quotes: Sequence[Quote], people: People, policy: Policy) -> Iterator[Risk]:
    """Quotes that each pass, and together, under one pseudonym, do not."""
    by_pseudonym: dict[str, list[Quote]] = {}
    for quote in quotes:
        if quote.pseudonym is not None:
            by_pseudonym.setdefault(quote.pseudonym, []).append(quote)
    for joined in by_pseudonym.values():
        different = {tuple(sorted(quote.attribution.items())) for quote in joined}
        sharing = frozenset.intersection(*(people.sharing(dict(each)) for each in different))
        if len(different) < 2 or len(sharing) >= policy.k:
            continue
        if min(people.k(dict(each)) for each in different) >= policy.k:
            profile = {label: each for pairs in sorted(different) for label, each in pairs}
            ways = (Remedy("paraphrase"), Remedy("ask consent"))
            yield Risk("joined profile", _ids(joined), profile, len(sharing), None, ways)


def _one_stance(groups: Sequence[_Printed], people: People, policy: Policy) -> Iterator[Risk]:
    """All who share an attribution are known to think alike, so knowing the group is enough."""
    if policy.stances < 2:
        return
    for group in groups:
        stances = {quote.stance for quote in group.quotes if quote.stance is not None}
        k = people.k(group.attribution)
        if stances and len(stances) < policy.stances and k >= policy.k:
            ways = (Remedy("paraphrase"), Remedy("ask consent"))
            yield Risk("one stance", _ids(group.quotes), group.attribution, k, None, ways)


def _remedies(attribution: Attribution, people: People, policy: Policy) -> tuple[Remedy, ...]:
    """Coarser role, drop site, drop both (where these reach k), paraphrase, ask consent."""
    role = attribution.get(policy.role)
    tried: list[tuple[RemedyKind, dict[str, str]]] = []
    hierarchy = people.hierarchies.get(policy.role)
    if role is not None and hierarchy is not None:
        tried += [
            ("coarser role", {**attribution, policy.role: coarser})
            for coarser in hierarchy.coarser(role)
            if coarser != role
        ]
    if policy.site in attribution:
        tried.append(("drop site", _without(attribution, policy.site)))
    if policy.role in attribution and policy.site in attribution:
        tried.append(("drop both", _without(attribution, policy.role, policy.site)))
    found, seen = [], set[str]()
    for kind, left in tried:
        k = people.k(left)
        if k >= policy.k and kind not in seen:  # the finest coarser role that reaches it
            seen.add(kind)
            found.append(Remedy(kind, left, k))
    return (*found, Remedy("paraphrase"), Remedy("ask consent"))


def _without(attribution: Attribution, *labels: str) -> dict[str, str]:
    return {label: value for label, value in attribution.items() if label not in labels}


def _ids(quotes: Sequence[Quote]) -> tuple[str, ...]:
    return tuple(quote.id for quote in quotes)
