"""Words and numbers for amounts, as papers of this field write them."""

from __future__ import annotations

import pytest

from crosscase.report.checks.quantities import DEFAULT_MEANINGS
from crosscase.report.manuscripts.amounts import amount_before, find_amounts
from crosscase.report.manuscripts.covering import Given, Pool, is_so, written_as
from crosscase.study import Study

KEPT = [
    ("neither of the two sites", ["neither of the two"]),
    ("neither leader, neither here nor there", ["neither"]),
    ("both sites, both trust and money, both leaders and managers", ["both"]),
    ("Both described it, both of them", ["Both", "both"]),
    ("two thirds of leaders and three-quarters of them", ["two thirds", "three-quarters"]),
    ("a third of leaders, a third party, half an hour", ["a third"]),
    ("nearly half of them, fewer than half the leaders", ["nearly half", "fewer than half"]),
    ("one in three leaders; two in three sites", ["one in three", "two", "three"]),
    ("Three in four (75%) said so, one in two (22 of 44), seventy-five per cent",
     ["Three in four", "75%", "one in two", "22 of 44", "seventy-five per cent"]),
    ("nearly all leaders, almost everyone", ["nearly all", "almost everyone"]),
    ("a minority of leaders, the great majority", ["a minority", "the great majority"]),
    ("17 (53%) said so, 17 of 32 (53%), 17 (53%) of 32",
     ["17 (53%)", "17 of 32 (53%)", "17 (53%) of 32"]),
    ("17 of 32 leaders (53%), (n = 17, 53%), (17/32; 53%)",
     ["17 of 32 leaders (53%)", "17, 53%", "17/32; 53%"]),
    ("53% (17), 53% of leaders (17 of 32)", ["53% (17)", "53% of leaders (17 of 32)"]),
    ("Of 17, 53% said so", ["17", "53%"]),
    ("one hundred and twenty passages, a hundred leaders",
     ["one hundred and twenty", "a hundred"]),
    ("Some described it, most said so, few felt it", ["Some", "most", "few"]),
    ("one of them, one of the three sites, a single leader",
     ["one", "one of the three", "a single"]),
    ("In the box 13 of 32 said so, in phase two of three", ["13 of 32", "two of three"]),
    ("ICS 17 leaders, 42 ICSs, in 5 sites", ["17", "42", "5"]),
]  # fmt: skip
PASSED_OVER = [
    "one of the reasons, one of the main challenges, on the one hand",
    "most of the time, several times, many years, some of this, all of it",
    "p < 0.05, p = .03, κ = 0.81, t(12) = 2.1, a 95% CI 0.4 to 0.8",
    "NHS 111, COVID-19, Covid 19, NVivo 12, ISO 9001, Band 7, ICS 2, Participant 7",
    "(Smith 2019), (Smith, 2019: 45–46), (Jones & Lee 2020a, pp. 12–14), [12], [3, 4], [5–7]",
    "12 to 15 months, 45–60 minutes, six to twelve weeks, aged 18 to 65",
    "£1.2 million, 3 billion, 9 a.m., at 9.30am, 24/7, 9 to 5, 1:1 and 50:50",
    "phase one, Level three, Table 2, section 1.2, version 12.1",
]


@pytest.mark.parametrize(("text", "found"), KEPT)
def test_words_for_amounts_are_understood(text: str, found: list[str]) -> None:
    assert [each.text for each in find_amounts(text)] == found


@pytest.mark.parametrize("text", PASSED_OVER)
def test_what_counts_nothing_is_passed_over(text: str) -> None:
    assert [each.text for each in find_amounts(text)] == []


@pytest.mark.parametrize(
    ("text", "is_right", "wrong", "right"),
    [
        ("17 (53%)", Given(17, 32), Given(16, 32), "16 (50%)"),
        ("17 of 32 leaders (53.1%)", Given(17, 32), Given(16, 31), "16 of 31 leaders (51.6%)"),
        ("53% (17 of 32)", Given(17, 32), Given(16, 32), "50% (16 of 32)"),
        ("Seventeen (53%) of 32", Given(17, 32), Given(18, 32), "Eighteen (56%) of 32"),
        ("Seventy-five per cent", Given(24, 32), Given(16, 32), "Fifty per cent"),
        ("two thirds", Given(22, 32), Given(12, 32), "38%"),
        ("just over half", Given(17, 32), Given(16, 32), "50%"),
        ("nearly half", Given(15, 32), Given(17, 32), "53%"),
        ("more than half", Given(30, 32), Given(16, 32), "50%"),
        ("a minority", Given(15, 32), Given(16, 32), "50%"),
        ("Not all", Given(31, 32), Given(32, 32), "100%"),
        ("Both", Given(2, 2), Given(3, 3), "Three"),
        ("one hundred and twenty", Given(120), Given(99), "ninety-nine"),
    ],
)  # fmt: skip
def test_each_is_held_against_a_check_and_written_anew_in_its_own_way(
    text: str, is_right: Given, wrong: Given, right: str
) -> None:
    amount = amount_before(text)
    assert amount is not None and amount.text == text
    assert is_so(amount, is_right) and not is_so(amount, wrong)
    assert written_as(amount, wrong) == right


def test_a_quantity_word_that_cannot_be_meant_is_not_covered() -> None:
    pool = Pool(meanings=DEFAULT_MEANINGS)
    pool.add("participants(code:x) >= 4", Given(22, 32), None)
    standings = {
        text: pool.compare(find_amounts(text)[0]).standing
        for text in ("few leaders", "not all leaders", "a third of", "most leaders",
                     "all leaders", "no leaders", "two thirds of",
                     "nearly all leaders", "some leaders", "22 (69%)", "22 (70%)")
    }  # fmt: skip
    assert standings == {
        "few leaders": "unknown", "not all leaders": "same", "a third of": "unknown",
        "most leaders": "same", "all leaders": "unknown",
        "no leaders": "unknown", "two thirds of": "same", "nearly all leaders": "unknown",
        "some leaders": "same", "22 (69%)": "same", "22 (70%)": "unknown",
    }  # fmt: skip


def test_a_percentage_may_be_of_those_asked_where_the_number_is_of_all() -> None:
    pool = Pool()
    pool.add("participants(code:x) >= 4", Given(17, 32), None)
    pool.add("share(code:x, of:asked) > 50%", Given(17, 26), None)
    told = [pool.compare(find_amounts(text)[0]).standing for text in ("17 (65%)", "17 (60%)")]
    assert told == ["same", "unknown"]


def test_numbers_with_percentages_and_fractions_are_checked_and_put_right(told: Study) -> None:
    text = (
        "# Results\n\nHurt came from 5 (71%){{= participants(code:Hurt)}} people, (n = 6, 86%)"
        "{{= participants(code:Hurt)}}, two thirds{{= participants(code:Hurt)}} of them. "
        "[Few of the 7 leaders spoke]{.claim check='participants(code:Closing) = 7'}.\n"
    )
    found = told.manuscripts.check(text.encode(), name="p.md")
    assert [(each.says.partition(":")[0], each.fails) for each in found.items
            if each.standing != "supported"] == [
        ("5 (71%) is now 6 (86%)", True), ("two thirds is now 86%", True),
        ("no check of this claim gives “Few”; they give 7 of 7", False),
    ]  # fmt: skip
    fixed = told.manuscripts.fix_numbers(text.encode(), name="p.md").text
    assert "from 6 (86%){{= participants" in fixed and ", 86%{{= participants" in fixed
