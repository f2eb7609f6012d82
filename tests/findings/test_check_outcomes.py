"""What comes of checks: exact figures with their denominators, parts, words, and what has moved."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.report.checks.quantities import compare
from crosscase.study import Study
from crosscase.study_findings.figure_checks import share_words
from crosscase.study_findings.outcomes import Figures, Outcome


def outcome(study: Study, text: str) -> Outcome:
    return study.findings.evaluate(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("participants(code:Trust) = 5", "5 of 6 participants"),
        ("participants(code:=Trust) = 4 of 6", "4 of 6 participants"),
        ("participants(code:Trust and sector:health) = 3 of 3", "3 of 3 participants"),
        ("participants(*) = 6", "6 of 6 participants"),
        ("sites(code:Trust) = 3 of 3", "3 of 3 sites"),
        ("sectors(code:Trust) = 2 of 3", "2 of 3 sectors"),
        ("sources(code:Money) = 1", "1 of 6 sources"),
        ("count(code:Money) = 2", "2 passages"),
        ("codings(code:Money) = 2", "2 codings"),
        ("coders(code:Money) = 2", "2 of 2 coders"),
        ("words(code:=\"Deep trust\") = 6", "6 words"),
        ("passages(text:money) >= 6", "6 passages"),
        ("share(code:Trust, of:participants) > 83%", "5 of 6 participants (83.3%)"),
        ("share(code:Trust, of:participants) = 5/6", "5 of 6 participants (83.3%)"),
        ("share(code:Money, of:participants(code:Trust)) = 20%",
         "1 of 5 participants with code:Trust (20%)"),
        ("share(code:Trust, of:passages(code:*)) = 5/7", "5 of 7 passages with code:* (71.4%)"),
        ("share(code:Trust, of:passages(*)) = 5/7", "5 of 7 passages (71.4%)"),
        ("participants(code:Trust) is most", "5 of 6 participants"),
        ("participants(code:Silence) is none", "0 of 6 participants"),
        ("participants(code:Trust) > participants(code:Money)",
         "5 of 6 participants, against 1 of 6 participants"),
        ("participants(code:Trust) in every site",
         "3 of 3 sites (without data and not counted: East)"),
        ("participants(code:Trust) >= 2 in at least 2 sites",
         "2 of 3 sites (without data and not counted: East)"),
        ("share(code:Trust, of:participants) is all in 2 of 3 sites",
         "2 of 3 sites (without data and not counted: East)"),
        ("participants(code:Silence) in no site",
         "0 of 3 sites (without data and not counted: East)"),
        ("participants(code:Trust) > participants(code:Money) in every site",
         "3 of 3 sites (without data and not counted: East)"),
        ("interaction(Money -> Trust) by participants = 2", "2 of 6 participants"),
        ("interaction(Money -> Trust, -) by sites = 2 of 3", "2 of 3 sites"),
        ("interaction(Money -> Trust) by sectors = 1", "1 of 3 sectors"),
        ("interaction(Money -> Trust)", "2 passages"),
    ],
)  # fmt: skip
def test_what_holds_says_its_figures(study: Study, text: str, says: str) -> None:
    found = outcome(study, text)
    assert (found.standing, found.holds, found.says) == ("supported", True, says)
    assert found.problem is None and not found.fails


@pytest.mark.parametrize(
    "text",
    [
        "participants(code:Trust) = 4",
        "participants(code:Trust) = 5 of 7",
        "share(code:Trust, of:participants) >= 83.34%",
        "participants(code:Trust) is all",
        "participants(code:Money) in every site",
        "participants(code:Money) > participants(code:Trust)",
        "interaction(Money -> Trust, +) by participants >= 1",
        "interaction(Trust -> Money)",
        'quote "I trust the doctor of A1" is verbatim',
        'quote "I trust the nurse of A1." is verbatim by participant B1',
    ],
)
def test_what_does_not_hold_is_contradicted(study: Study, text: str) -> None:
    found = outcome(study, text)
    assert (found.standing, found.holds) == ("contradicted", False)
    assert found.fails


@pytest.mark.parametrize(
    ("text", "slug", "marked"),
    [
        ("participants(code:Trust", "check-not-understood", "("),
        ("participants(code:Trust and) > 1", "query-not-understood", ""),
        ("participants(code:Nowhere) > 1", "code-not-found", "code:Nowhere"),
        ("participants(code:Trust and site:Nowhere) > 1", "site-not-found", "site:Nowhere"),
        ("participants(sector:finance) > 1", "value-not-found", "sector:finance"),
        ("participants(shoe:12) > 1", "attribute-not-found", "shoe:12"),
        ("widgets(code:Trust) > 1", "unknown-count", "widgets"),
        ("participants(code:Trust) in every shoe", "unknown-count", "shoe"),
        ("participants(code:Trust) is loads", "unknown-quantity-word", "loads"),
        ("count(code:Trust) is most", "no-denominator", "most"),
        ("count(code:Trust) > 50%", "no-denominator", "50%"),
        ("share(code:Trust, of:passages) > 1%", "no-denominator", "passages"),
        ("participants(code:Trust and site:East) >= 1", "empty-denominator",
         "participants(code:Trust and site:East)"),
        ("share(code:Trust, of:passages(code:Silence)) > 1%", "empty-denominator",
         "share(code:Trust, of:passages(code:Silence))"),
        ("share(code:Trust, of:asked) > 1%", "asked-about-what", "asked"),
        ("participants(code:Trust and sector:housing) in every site", "empty-denominator",
         "participants(code:Trust and sector:housing)"),
        ("judged(Streams, a, b) = \"c\"", "grid-not-found", "Streams"),
        ("quote Q9 is verbatim", "quote-not-found", "Q9"),
        ("interaction(Money -> Nothing) by sites > 1", "code-not-found", "Nothing"),
        ("interaction(Money -> Trust) by words > 1", "unknown-count", "words"),
        ("interaction(Money -> Trust) by coders >= 1", "unknown-count", "coders"),
    ],
)  # fmt: skip
def test_what_cannot_be_evaluated_says_why_at_its_column(
    study: Study, text: str, slug: str, marked: str
) -> None:
    """A share of none among them: it is untested, with the reason."""
    found = outcome(study, text)
    assert (found.standing, found.holds, found.fails) == ("untested", None, True)
    assert found.problem is not None and found.problem.slug == slug
    assert text[found.problem.start_char : found.problem.end_char] == marked or not marked
    assert found.problem.sentence.endswith(".")


def test_each_part_is_told_with_its_own_denominator(study: Study) -> None:
    found = outcome(study, "participants(code:Trust) in every site")
    told = [(part.label, part.value, part.of) for part in found.parts]
    assert told == [("North", 2, 2), ("South", 2, 2), ("West", 1, 2)]
    assert found.behind == "code:Trust"


def test_one_part_is_told_in_the_singular(study: Study) -> None:
    study.cases.add("Finland", "country")
    study.memberships.add("A1", "Finland")
    assert outcome(study, "participants(code:Trust) in all countries").says == "1 of 1 country"


def test_many_are_evaluated_at_one_moment_in_their_order(study: Study) -> None:
    texts = ["participants(code:Trust) = 5", "rubbish", "participants(code:Trust) = 5",
             'quote "I trust the nurse of C1." is verbatim']  # fmt: skip
    found = study.findings.evaluate_all(texts)
    assert [each.text for each in found] == texts
    assert [each.standing for each in found] == ["supported", "untested", "supported", "supported"]


def test_a_figure_alone_is_told_and_asks_nothing(study: Study) -> None:
    found = outcome(study, "participants(code:Trust)")
    assert (found.standing, found.holds, found.value, found.of) == ("supported", None, 5, 6)


def test_an_equal_check_whose_number_moved_has_changed(study: Study) -> None:
    """Was 5, now 6: it does not hold. One that asks for more or less changed and still holds."""
    study.findings.add(
        "Trust", checks=["participants(code:Trust) = 5", "participants(code:Trust) >= 4",
                         "participants(code:Trust)", "participants(code:Trust) < 6"],
    )  # fmt: skip
    study.codings.add("C2.txt", "Trust", quote="I trust the nurse of C2.")
    told = {each.outcome.text: each.outcome for each in study.findings.get("F1").checks}
    exact, least, alone, less = told.values()
    assert (exact.standing, exact.holds, exact.was) == ("changed", False, Figures(5, 6))
    assert (least.standing, least.holds, least.was) == ("changed", True, Figures(5, 6))
    assert (alone.standing, alone.holds) == ("changed", False)
    assert (less.standing, less.holds, less.was) == ("contradicted", False, Figures(5, 6))
    assert study.findings.get("F1").standing == "contradicted"
    study.undo()
    assert study.findings.get("F1").standing == "supported"


def test_of_a_comparison_both_sides_are_accepted(study: Study) -> None:
    """The first is as it was and the check still holds, and yet it is not what was accepted."""
    study.findings.add("Trust", checks=["participants(code:Trust) > participants(code:Money)"])
    study.codings.add("A2.txt", "Money", quote="The money of A2 is short.")
    (check,) = study.findings.get("F1").checks
    assert (check.outcome.standing, check.outcome.holds) == ("changed", True)
    assert str(check.outcome.was) == "5 of 6, against 1 of 6"
    study.findings.accept("F1")
    assert study.findings.get("F1").standing == "supported"


def test_quotes_are_held_against_the_transcripts_of_today(study: Study) -> None:
    study.findings.add("Money", checks=['quote "The money of A1 [...] short." is verbatim'])
    assert study.findings.get("F1").standing == "supported"
    text = study.sources.text("A1.txt")
    study.sources.correct("A1.txt", text.replace("money of A1 is short", "milk of A1 is sour"))
    (check,) = study.findings.get("F1").checks
    assert (check.outcome.standing, check.outcome.holds) == ("contradicted", False)


def test_what_is_judged_in_a_grid_is_checked(study: Study) -> None:
    study.grids.add("policy-streams")
    check = 'judged("Policy streams", policy, vertical, North) = aligned'
    assert outcome(study, check).problem is not None  # a status stands in quotation marks
    check = 'judged("Policy streams", policy, vertical, North) = "aligned"'
    assert outcome(study, check).problem.slug == "not-judged"  # type: ignore[union-attr]
    study.grids.judge("Policy streams", "policy", "vertical", "aligned", case="North")
    assert outcome(study, check).says == "1 of 1 judged “aligned”"
    study.grids.judge(
        "Policy streams", "policy", "vertical", "misaligned", case="North", rater="Ben"
    )
    found = outcome(study, check)
    assert (found.standing, found.value, found.of) == ("contradicted", 1, 2)


def test_who_was_asked_is_counted_by_the_topics_of_a_guide(study: Study) -> None:
    """By a topic that is named, or by those that are linked to the codes."""
    study.guides.add("Guide", topics=["Trust", "Money"])
    for name in ("A1", "B1", "C2"):
        study.topics.confirm(f"{name}.txt", [(0, "trust")])
    named = outcome(study, 'share(code:Trust, of:asked("Trust")) >= 2/3')
    assert (named.holds, named.says) == (True, "2 of 3 participants asked (66.7%)")
    assert outcome(study, "share(code:Trust, of:asked) >= 2/3").problem is not None
    study.charting.link_topics("Trust", ["Trust"])
    assert outcome(study, "share(code:Trust, of:asked) >= 2/3").holds
    unknown = outcome(study, 'share(code:Trust, of:asked("Shoes")) > 1%').problem
    assert unknown is not None and unknown.slug == "topic-not-found"


@given(st.integers(0, 10**9), st.integers(1, 10**9), st.integers(0, 1000))
def test_shares_are_compared_exactly_and_rounded_for_show_only(
    value: int, of: int, tenths: int
) -> None:
    """8/10 is 80% and not a hair less, whatever floats say."""
    bound = Fraction(tenths, 1000)
    assert compare(">", Fraction(value, of), bound) == (value * 1000 > tenths * of)
    assert compare(">=", Fraction(value, of), bound) == (value * 1000 >= tenths * of)
    assert share_words(value, of).endswith("%")
