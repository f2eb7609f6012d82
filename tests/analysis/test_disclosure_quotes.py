"""Who can be found behind a quote: invented people, invented sites."""

from __future__ import annotations

import time
from collections.abc import Callable

import polars as pl
import pytest

from crosscase.analysis.disclosure import (
    Hierarchy,
    People,
    Policy,
    Quote,
    k_beside_table,
    over_quoted,
    profile_k,
    risks_of_quotes,
)
from crosscase.errors import MistakeOfUse

ROLES = Hierarchy(
    (
        {"Chief nurse": "Nurse", "Ward nurse": "Nurse", "Medical director": "Doctor"},
        {"Nurse": "Clinician", "Doctor": "Clinician"},
    )
)


def crowd(*counts: tuple[str, str, int]) -> People:
    """So many people of a role at a site."""
    values = {
        f"{role} {site} {number}": {"role": (role,), "site": (site,)}
        for role, site, count in counts
        for number in range(count)
    }
    return People(values, {"role": ROLES})


def a_quote(role: str, site: str, number: int = 0, **more: str) -> Quote:
    """A quote of the first such person, attributed by role and site."""
    person = f"{role} {site} {number}"
    return Quote(f"q {person}", person, {"role": role, "site": site}, **more)


@pytest.mark.parametrize(
    ("role", "site", "at_site", "in_all", "is_flagged"),
    [
        ("Role A", "Site 1", 2, 7, True),
        ("Role B", "Site 2", 3, 10, False),
        ("Role C", "Site 1", 1, 5, True),
        ("Role D", "Site 2", 1, 7, True),
        ("Role E", "Site 2", 1, 3, True),
    ],
)
def test_k_of_role_and_site_and_what_dropping_the_site_gives(
    role: str, site: str, at_site: int, in_all: int, is_flagged: bool
) -> None:
    """Worked examples with invented labels; dropping the site helps in each that is flagged."""
    people = crowd((role, site, at_site), (role, "Elsewhere", in_all - at_site))
    assert people.k({"role": role, "site": site}) == at_site
    assert people.k({"role": role}) == in_all
    risks = risks_of_quotes([a_quote(role, site)], people, Policy(k=3))
    assert bool(risks) is is_flagged
    if is_flagged:
        assert (risks[0].kind, risks[0].k) == ("too few share it", at_site)
        dropped = risks[0].remedies[0]
        assert (dropped.kind, dropped.k) == ("drop site", in_all)
        assert dropped.attribution == {"role": role}


def test_remedies_come_in_order_and_only_such_as_help() -> None:
    """Coarser role, drop site, drop both, paraphrase, ask consent."""
    people = crowd(
        ("Chief nurse", "Hill", 1), ("Ward nurse", "Hill", 1), ("Medical director", "Hill", 2),
        ("Chief nurse", "Dale", 1), ("Medical director", "Dale", 1),
    )  # fmt: skip
    [risk] = risks_of_quotes([a_quote("Chief nurse", "Hill")], people, Policy(k=3))
    assert [(each.kind, each.attribution, each.k) for each in risk.remedies] == [
        ("coarser role", {"role": "Clinician", "site": "Hill"}, 4),
        ("drop both", {}, 6),
        ("paraphrase", None, None),
        ("ask consent", None, None),
    ]
    [stricter] = risks_of_quotes([a_quote("Chief nurse", "Hill")], people, Policy(k=7))
    assert [each.kind for each in stricter.remedies] == ["paraphrase", "ask consent"]


def test_k_counts_participants_and_not_quotes() -> None:
    """Ten quotes of one person are one person; quotes of one attribution are one risk."""
    people = crowd(("Ward nurse", "Hill", 1))
    quotes = [
        Quote(f"q{n}", "Ward nurse Hill 0", {"role": "Ward nurse", "site": "Hill"})
        for n in range(10)
    ]
    [risk] = risks_of_quotes(quotes, people, Policy())
    assert (risk.k, len(risk.quotes)) == (1, 10)


def test_a_person_at_two_sites_counts_at_both() -> None:
    """A joint post is one of the people behind either attribution."""
    people = People(
        {
            "p1": {"role": ("Ward nurse",), "site": ("Hill", "Dale")},
            "p2": {"role": ("Ward nurse",), "site": ("Dale",)},
        }
    )
    assert people.k({"role": "Ward nurse", "site": "Hill"}) == 1
    assert people.k({"role": "Ward nurse", "site": "Dale"}) == 2
    assert people.k({"role": "Ward nurse"}) == 2
    assert people.k({}) == 2
    assert people.k({"role": "Nobody"}) == 0


def test_an_intruder_who_counts_posts_may_see_fewer() -> None:
    """Three were interviewed, but as far as the world knows one holds the post."""
    people = crowd(("Chief nurse", "Hill", 3))
    [risk] = risks_of_quotes(
        [a_quote("Chief nurse", "Hill")],
        people,
        Policy(),
        holders={("Chief nurse", "Hill"): 1, ("Ward nurse", "Hill"): 1},
    )
    assert (risk.kind, risk.k, risk.holders) == ("too few hold the post", 3, 1)


def test_quotes_under_one_pseudonym_join_into_a_profile() -> None:
    """Each label alone is shared by many; together they leave one."""
    values = {f"n{i}": {"role": ("Ward nurse",), "site": ("Dale",)} for i in range(3)}
    values |= {f"d{i}": {"role": ("Medical director",), "site": ("Hill",)} for i in range(3)}
    values["x"] = {"role": ("Ward nurse",), "site": ("Hill",)}
    people = People(values)
    quotes = [
        Quote("q1", "x", {"role": "Ward nurse"}, "Robin"),
        Quote("q2", "x", {"site": "Hill"}, "Robin"),
        Quote("q3", "n1", {"role": "Ward nurse"}, "Kim"),
        Quote("q4", "n1", {"role": "Ward nurse"}, "Kim"),
    ]
    [risk] = risks_of_quotes(quotes, people, Policy())
    assert (risk.kind, risk.quotes, risk.k) == ("joined profile", ("q1", "q2"), 1)
    assert risk.attribution == {"role": "Ward nurse", "site": "Hill"}


def test_consent_overrides_numbers() -> None:
    """Many share the role, but this person said that it must not be printed."""
    people = crowd(("Ward nurse", "Hill", 9))
    [risk] = risks_of_quotes(
        [a_quote("Ward nurse", "Hill"), a_quote("Ward nurse", "Hill", 1)],
        people,
        Policy(),
        consents={"Ward nurse Hill 0": frozenset({"site"})},
    )
    assert (risk.kind, risk.quotes) == ("no consent", ("q Ward nurse Hill 0",))
    assert risk.remedies[0].kind == "generic label"
    assert risk.remedies[0].attribution == {"site": "Hill"}


def test_what_somebody_agreed_to_is_no_remedy_where_it_gives_them_away() -> None:
    """One person alone has the role that may be printed, so nothing of it is."""
    people = crowd(("Health coordinator", "Hill", 1), ("Ward nurse", "Hill", 4))
    risks = risks_of_quotes(
        [a_quote("Health coordinator", "Hill")],
        people,
        Policy(),
        consents={"Health coordinator Hill 0": frozenset({"role"})},
    )
    [barred] = [risk for risk in risks if risk.kind == "no consent"]
    assert barred.remedies[0].kind == "generic label"
    assert (barred.remedies[0].attribution, barred.remedies[0].k) == ({}, 5)


def test_one_stance_of_all_is_a_risk_where_stances_are_asked_for() -> None:
    """Who knows that somebody is in the group then knows what they said."""
    people = crowd(("Ward nurse", "Hill", 3))
    same = [a_quote("Ward nurse", "Hill", n, stance="against") for n in range(2)]
    [risk] = risks_of_quotes(same, people, Policy(stances=2))
    assert risk.kind == "one stance"
    both = [*same, a_quote("Ward nurse", "Hill", 2, stance="for")]
    assert risks_of_quotes(both, people, Policy(stances=2)) == ()
    assert risks_of_quotes(same, people, Policy()) == ()


def test_a_withdrawal_lowers_k() -> None:
    """The same quotes are checked against those who are left."""
    quotes = [a_quote("Ward nurse", "Hill")]
    assert risks_of_quotes(quotes, crowd(("Ward nurse", "Hill", 3)), Policy()) == ()
    assert len(risks_of_quotes(quotes, crowd(("Ward nurse", "Hill", 2)), Policy())) == 1


def test_over_quoting_is_found_by_number_and_by_share_of_a_site() -> None:
    """More than three times in all, or more than 30 % of the quotes of one site."""
    quotes = [Quote(f"a{n}", "A", {"site": "Hill"}) for n in range(4)]
    quotes += [Quote(f"b{n}", "B", {"site": "Dale"}) for n in range(2)]
    quotes += [Quote(f"{name}", name, {"site": "Dale"}) for name in "CDE"]
    quotes += [Quote(f"h{name}", name, {"site": "Hill"}) for name in "FGHIJKLMNO"]
    quotes += [Quote("alone", "P", {"site": "Moor"})]
    found = over_quoted(quotes, most=3)
    assert [(each.person, each.site, each.quotes) for each in found] == [
        ("A", None, 4),
        ("B", "Dale", 2),
    ]
    assert found[1].share == pytest.approx(0.4)


def test_a_table_beside_a_quote_lets_the_reader_count() -> None:
    """Role by site as printed: the cell, or the row where only the role is given."""
    table = {("Nurse", "Hill"): 1, ("Nurse", "Dale"): 4, ("Doctor", "Hill"): 2}
    assert k_beside_table(table, {"role": "Nurse", "site": "Hill"}) == 1
    assert k_beside_table(table, {"role": "Nurse"}) == 5
    assert k_beside_table(table, {}) == 7


def test_a_site_profile_is_shared_by_so_many_cases() -> None:
    """Of an invented frame; the answer is a number and no names."""
    frame = pl.DataFrame({"size": ["L", "L", "S", "L"], "urban": ["high", "high", "low", None]})
    assert profile_k(frame, {"size": "L"}) == 3
    assert profile_k(frame, {"size": "L", "urban": "high"}) == 2
    assert profile_k(frame, {"urban": None}) == 1
    assert profile_k(frame, {}) == 4


def test_ten_thousand_quotes_are_checked_within_two_seconds() -> None:
    """Of 500 people in 20 roles at 10 sites."""
    people = crowd(
        *((f"Role {r}", f"Site {s}", 1 + (r + s) % 4) for r in range(20) for s in range(10))
    )
    names = list(people.values)
    quotes = []
    for number in range(10_000):
        person = names[number * 7 % len(names)]
        labels = people.values[person]
        attribution = {"role": labels["role"][0], "site": labels["site"][0]}
        quotes.append(Quote(str(number), person, attribution, pseudonym=person))
    started = time.process_time()
    risks = risks_of_quotes(quotes, people, Policy())
    over_quoted(quotes, most=100)
    assert time.process_time() - started < 2
    assert len(risks) == sum((r + s) % 4 < 2 for r in range(20) for s in range(10))


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        (
            lambda: risks_of_quotes([Quote("q", "?", {})], People({}), Policy()),
            "no-such-participant",
        ),
        (lambda: risks_of_quotes([], People({}), Policy(k=0)), "k-not-positive"),
        (lambda: profile_k(pl.DataFrame({"a": [1]}), {"b": 1}), "no-such-characteristic"),
    ],
)
def test_bad_input_is_refused_with_a_way_out(asked: Callable[[], object], slug: str) -> None:
    """Each mistake has its slug and a hint."""
    with pytest.raises(MistakeOfUse) as refused:
        asked()
    assert refused.value.slug == slug
    assert refused.value.hint
