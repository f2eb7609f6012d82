"""Response rates, referral chains, lengths and the recruitment table of a whole sample."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crosscase.errors import NotFound
from crosscase.study import Study
from crosscase.study_fieldwork.empty_cells import warnings_of
from crosscase.testing import make_study

# The margins of a published recruitment table; the people below are invented to fill them.
SECTORS = {"ICB": 10, "Provider": 7, "Public health": 7, "Social care": 5, "Community": 3}
SITES = {"First": 8, "Second": 9, "Third": 15}
NHS = ("ICB", "Provider")


@pytest.fixture
def study() -> Iterator[Study]:
    """Thirty-two invented people whose numbers by sector and by site are those above."""
    sectors = [sector for sector, number in SECTORS.items() for _ in range(number)]
    sites = [site for site, number in SITES.items() for _ in range(number)]
    columns = ("participant", "sector", "site", "body")
    rows = [
        (f"P{number:02}", sector, site, "NHS" if sector in NHS else "other")
        for number, (sector, site) in enumerate(zip(sectors, sites, strict=True), 1)
    ]
    with make_study() as made:
        made.participants.import_table(columns, rows)
        yield made
        assert made.verify() == []


def test_the_margins_of_the_published_recruitment_table(study: Study) -> None:
    """10/7/7/5/3 by 8/9/15; 17 from the NHS and 15 from elsewhere; 32 in all."""
    frame = study.participants.recruitment_frame("site", "sector")
    totals = frame.filter(frame["site"] == "total").drop("site").row(0, named=True)
    assert totals == {**SECTORS, "total": 32}
    assert dict(zip(frame["site"], frame["total"], strict=True)) == {**SITES, "total": 32}
    body = study.participants.recruitment_frame("body", "sector")
    assert dict(zip(body["body"], body["total"], strict=True)) == {
        "NHS": 17, "other": 15, "total": 32,
    }  # fmt: skip


def test_cells_without_anybody_are_warned_of(study: Study) -> None:
    """Also a whole site without participants; a known field is needed."""
    found = study.fieldwork.empty_cells()
    cells = {(each.row, each.column) for each in found}
    assert ("First", "Community") in cells
    assert ("First", "ICB") not in cells
    assert len(found) == 9
    assert found[0].sentence == (
        "Nobody in First is of Community: a comparison there rests on no one's words."
    )
    study.cases.add("Fourth", "site")
    assert len(study.fieldwork.empty_cells()) == 9 + 5
    assert study.fieldwork.empty_cells(interviewed_only=True) == ()  # no column has anybody
    with pytest.raises(NotFound):
        study.fieldwork.empty_cells("planet")


def test_cells_that_are_empty_alike_are_warned_of_in_one_sentence(study: Study) -> None:
    """By the columns that they lack; the first names only where there are many."""
    for number in range(6):
        study.cases.add(f"Site {number}", "site")
    told = warnings_of(study.fieldwork.empty_cells())
    assert (
        "Nobody in Site 0, Site 1, Site 2, Site 3 or 2 more is of Community, ICB, Provider, "
        "Public health or Social care: comparisons there rest on no one's words."
    ) in told
    assert len(told) == 4
    [first, *_] = study.fieldwork.empty_cells()
    assert warnings_of([first]) == [first.sentence]


def test_rates_have_their_denominators(study: Study) -> None:
    """Shares of those asked; whoever was not asked stands in none of them."""
    for number, outcome in enumerate(
        ("agreed", "agreed", "declined", "no answer", "unavailable", "invited", "bounced"), 1
    ):
        study.contacts.add(f"P{number:02}", outcome=outcome)
    study.activities.add_interview("P01")
    study.activities.add_interview("P32")
    first, second, third, total = study.fieldwork.response_rates("site")
    assert (first.group, first.found, first.asked) == ("First", 8, 6)
    assert (first.agreed, first.declined, first.unavailable, first.no_answer, first.waiting) == (
        2, 1, 1, 1, 1,
    )  # fmt: skip
    assert first.agreed_rate == 2 / 6
    assert (first.interviewed, first.interviewed_rate) == (1, 1 / 6)
    assert (second.asked, second.agreed_rate, second.interviewed_rate) == (0, None, None)
    assert (third.asked, third.agreed, third.interviewed_rate) == (1, 1, 1.0)
    assert (total.group, total.found, total.asked, total.interviewed) == ("total", 32, 7, 2)
    for each in (first, second, third, total):
        parts = (each.agreed, each.declined, each.unavailable, each.no_answer, each.waiting)
        assert sum(parts) == each.asked


def test_an_interview_ahead_is_not_held_yet(study: Study) -> None:
    """Whoever agreed to one has agreed all the same."""
    study.activities.add_interview("P01", day="2022-09-10")
    *_, total = study.fieldwork.response_rates(today="2022-09-09")
    assert (total.asked, total.agreed, total.interviewed) == (1, 1, 0)
    *_, total = study.fieldwork.response_rates(today="2022-09-10")
    assert total.interviewed == 1


def test_rates_by_how_people_were_found(study: Study) -> None:
    """Whoever was named by another was found by snowball, unless something else is said."""
    study.referrals.add("P02", "P01")
    study.referrals.add("P03", "P01")
    study.recruitments.describe("P01", found_by="search")
    study.recruitments.describe("P03", found_by="gatekeeper")
    rates = {each.group: each.found for each in study.fieldwork.response_rates("found by")}
    assert rates == {"gatekeeper": 1, "search": 1, "snowball": 1, "(none)": 29, "total": 32}


def test_chains_have_seeds_waves_and_shares(study: Study) -> None:
    """Who was named by two stands in the chain of the earlier referral."""
    for participant, by, day in (
        ("P02", "P01", "2022-08-01"), ("P03", "P02", "2022-08-05"), ("P04", "P01", "2022-08-02"),
        ("P12", "P11", "2022-08-01"), ("P04", "P11", "2022-08-09"),
    ):  # fmt: skip
        study.referrals.add(participant, by, day=day)
    study.referrals.add("P05", note="Named by a friend")
    for name in ("P01", "P03", "P11", "P30"):
        study.activities.add_interview(name)
    found = study.fieldwork.referral_chains()
    one, other = found.chains
    assert [(each.name, each.wave) for each in one.members] == [
        ("P01", 0), ("P02", 1), ("P03", 2), ("P04", 1),
    ]  # fmt: skip
    assert (one.waves, one.share, one.interviewed_share) == (2, 4 / 32, 2 / 4)
    assert [each.name for each in other.members] == ["P11", "P12"]
    assert (found.waves, found.alone, found.people, found.interviewed) == ((2, 3, 1), 26, 32, 4)
    assert found.named_by_several == (study.participants.get("P04").id,)
    assert found.in_circles == ()


def test_homophily_is_set_against_what_chance_would_give(study: Study) -> None:
    """Undefined without referrals; those of people without a sector are left out and counted."""
    assert study.fieldwork.homophily().share is None
    study.participants.add("P33")
    study.referrals.add("P02", "P01")
    study.referrals.add("P11", "P01")
    study.referrals.add("P32", "P11")
    study.referrals.add("P33", "P11")
    found = study.fieldwork.homophily()
    assert (found.referrals, found.same, found.unknown) == (3, 1, 1)
    assert found.share == 1 / 3
    # Of the 31 others 9 are of the sector of P01 (twice), and 6 of that of P11.
    assert found.expected == pytest.approx((9 / 31 + 9 / 31 + 6 / 31) / 3)


def test_lengths_are_told_with_those_that_are_missing(study: Study) -> None:
    """By group and in all; an interview with people of two groups stands by itself."""
    for people, minutes in ((["P01"], 40), (["P02"], 50), (["P03"], None), (["P01", "P32"], 60)):
        study.activities.add_interview(people, minutes=minutes)
    study.activities.add_meeting("Board", minutes=120)
    first, both, total = study.fieldwork.lengths("site")
    assert (first.group, first.interviews, first.mean, first.median, first.missing) == (
        "First", 2, 45, 45, 1,
    )  # fmt: skip
    assert (both.group, both.mean) == ("(people of several)", 60)
    assert (total.interviews, total.mean, total.shortest, total.longest, total.total) == (
        3, 50, 40, 60, 150,
    )  # fmt: skip
    assert study.fieldwork.lengths() == (total,)


def test_nothing_recorded_is_nothing_told() -> None:
    """An empty study has an empty board and rates without denominators."""
    with make_study() as made:
        assert made.fieldwork.board().people == ()
        (total,) = made.fieldwork.response_rates("found_by")
        assert (total.asked, total.agreed_rate) == (0, None)
        assert made.fieldwork.lengths()[0].mean is None
        assert made.fieldwork.referral_chains().chains == ()
        assert made.fieldwork.to_do("2022-08-01") == ()
