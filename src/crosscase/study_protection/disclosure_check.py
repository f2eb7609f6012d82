"""The whole check: quotes, tables, a profile and words, joined with what was released before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from crosscase.analysis.disclosure import (
    Quote,
    Remedy,
    Risk,
    over_quoted,
    profile_k,
    risks_of_quotes,
)
from crosscase.errors import MistakeOfUse
from crosscase.model.ids import Id
from crosscase.model.nouns import Source
from crosscase.store.session import Reading
from crosscase.study_protection.disclosure_people import (
    ConsentsGiven,
    KnownPeople,
    consents_given,
    known_people,
)
from crosscase.study_protection.disclosure_places import Chosen, chosen_places
from crosscase.study_protection.disclosure_policy import DisclosurePolicy
from crosscase.study_protection.disclosure_profile import typed_profile
from crosscase.study_protection.disclosure_quotes import (
    labels_beside,
    printed_quotes,
    quotes_of_output,
    released_before,
    valences_of_places,
)
from crosscase.study_protection.disclosure_report import (
    CheckedProfile,
    DisclosureReport,
    FoundNote,
    FoundRisk,
    PrintedQuote,
)
from crosscase.study_protection.disclosure_tables import (
    checked_table,
    risks_beside,
    risks_of_table,
)
from crosscase.study_selection.frame_reading import read_frame

__all__ = ["Check", "checked"]

_LEAVE_OUT, _ASK = Remedy("leave out"), Remedy("ask consent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What is to be looked at before it leaves the study.

    ``chosen``      the quotes; None: no quotes, tables or a profile alone
    ``by``          the labels printed beside them; None: those of the policy
    ``pseudonyms``  whether the study's name for each participant is printed too
    ``archive``     whether it goes to an archive, for which there is another consent and k
    ``words``       whether the words are looked at as well
    """

    chosen: Chosen | None
    by: tuple[str, ...] | None = None
    tables: tuple[tuple[str, str], ...] = ()
    frame: str | None = None
    profile: Mapping[str, object] = field(default_factory=dict)
    pseudonyms: bool = False
    archive: bool = False
    words: bool = True


def checked(reading: Reading, policy: DisclosurePolicy, check: Check) -> DisclosureReport:
    """All that speaks against publishing it as it is."""
    by = policy.by if check.by is None else check.by
    sides = tuple(label for table in check.tables for label in table)
    chosen = check.chosen or Chosen(quotes=())
    beside = labels_beside(reading, chosen.quotes or ())
    known = known_people(reading, policy, (*by, *sides), if_there=beside)
    places = chosen_places(reading, chosen)
    printed = printed_quotes(
        reading, places, known, by, asked=chosen.quotes, pseudonyms=check.pseudonyms
    )
    valences = valences_of_places(reading, places)
    consents = consents_given(
        reading, known.names, by, needed="archiving" if check.archive else "quoting"
    )
    before = released_before(reading, known)
    new = quotes_of_output(printed, valences)
    found = list(_of_quotes((*new, *before.quotes), known, policy, consents))
    tables = tuple(checked_table(reading, policy, known.names, each) for each in check.tables)
    shown = [(each.rows, each.columns, each.cells(hidden=False)) for each in tables]
    found += risks_beside(printed, known, policy, (*shown, *before.tables))
    found += _barred(reading, printed, consents, archive=check.archive)
    found += _over_quoted(new, policy)
    for each in tables:
        found += risks_of_table(each, policy, before.tables)
    profile = _profile(reading, check)
    if profile is not None and profile.k < policy.k:
        found.append(FoundRisk("profile too narrow", k=profile.k, about=profile.frame))
    flags = []
    if check.words and printed:
        from crosscase.study_protection.disclosure_text import flags_of_words

        flags = flags_of_words(reading, printed, valences, known, policy)
    return DisclosureReport(
        policy=policy,
        by=by,
        quotes=printed,
        passages=len(places),
        participants=len(known.names),
        risks=tuple(each for each in found if each.quotes or not each.released),
        past=tuple(each for each in found if each.released and not each.quotes),
        words=tuple(flags),
        tables=tables,
        profile=profile,
        unheard=sum(each.participant is None for each in printed),
        released=len({each.id for each in before.quotes}),
        noted=tuple(_notes(printed, known, by, before.gone)),
    )


def _of_quotes(
    quotes: Sequence[Quote], known: KnownPeople, policy: DisclosurePolicy, consents: ConsentsGiven
) -> Iterator[FoundRisk]:
    holders = {(role, site): people for role, site, people in policy.holders}
    for risk in risks_of_quotes(
        quotes, known.people, policy.rules(), holders=holders, consents=consents.labels
    ):
        yield _told(risk)


def _told(risk: Risk) -> FoundRisk:
    ids = dict.fromkeys(risk.quotes)
    return FoundRisk(
        risk.kind,
        quotes=tuple(int(each) for each in ids if not each.startswith("r")),
        attribution=risk.attribution,
        k=risk.k,
        holders=risk.holders,
        released=sum(each.startswith("r") for each in ids),
        remedies=risk.remedies,
    )


def _barred(
    reading: Reading, printed: Sequence[PrintedQuote], consents: ConsentsGiven, *, archive: bool
) -> Iterator[FoundRisk]:
    """Quotes that nobody agreed to, and those of sources that must not be quoted."""
    to = "being archived" if archive else "being quoted"
    refused = [each for each in printed if each.participant in consents.refusing]
    if refused:
        yield _of_people("no quoting", refused, to, (_LEAVE_OUT, _ASK))
    unknown = [each for each in printed if each.participant in consents.unknown]
    if unknown:
        yield _of_people("consent not recorded", unknown, to, (_ASK,))
    sources = reading.by_id(Source)
    closed: dict[Id, list[PrintedQuote]] = {}
    for each in printed:
        if sources[each.source].quotable is False:
            closed.setdefault(each.source, []).append(each)
    for quotes in closed.values():
        yield FoundRisk(
            "not quotable",
            quotes=_numbers(quotes),
            about=quotes[0].source_name,
            remedies=(Remedy("paraphrase"), _LEAVE_OUT),
        )


def _of_people(
    kind: str, quotes: Sequence[PrintedQuote], about: str, remedies: tuple[Remedy, ...]
) -> FoundRisk:
    people = dict.fromkeys(each.participant for each in quotes if each.participant is not None)
    return FoundRisk(
        "no quoting" if kind == "no quoting" else "consent not recorded",
        quotes=_numbers(quotes),
        people=tuple(people),
        about=about,
        remedies=remedies,
    )


def _over_quoted(quotes: Sequence[Quote], policy: DisclosurePolicy) -> Iterator[FoundRisk]:
    of_person: dict[Id, list[Quote]] = {}
    for quote in quotes:
        of_person.setdefault(quote.person, []).append(quote)
    for each in over_quoted(quotes, most=policy.most_quotes, share=policy.most_share):
        theirs = [
            int(quote.id)
            for quote in of_person[each.person]
            if each.site in (None, quote.attribution.get("site"))
        ]
        yield FoundRisk(
            "over-quoted",
            quotes=tuple(dict.fromkeys(theirs)),
            people=(each.person,),
            site=each.site or None,
            share=each.share if each.site else None,
            remedies=(_LEAVE_OUT,),
        )


def _profile(reading: Reading, check: Check) -> CheckedProfile | None:
    if check.frame is None:
        if check.profile:
            raise MistakeOfUse(
                "A profile is looked for in a frame.",
                slug="profile-without-frame",
                hint="Name the frame (--frame).",
            )
        return None
    frame = read_frame(reading, check.frame).as_polars()
    profile = typed_profile(frame, check.profile)
    return CheckedProfile(check.frame, profile, profile_k(frame, profile))


def _notes(
    printed: Sequence[PrintedQuote], known: KnownPeople, labels: Sequence[str], gone: int
) -> Iterator[FoundNote]:
    people = {each.participant for each in printed if each.participant is not None}
    for label in labels:
        without, several = len(known.without(label) & people), len(known.several[label] & people)
        if without:
            yield FoundNote("without", without, len(people), label)
        if several:
            yield FoundNote("several", several, len(people), label)
    if gone:
        yield FoundNote("gone", gone)


def _numbers(quotes: Sequence[PrintedQuote]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each.number for each in quotes))
