"""What is suggested in place of a name that changed asks the same as before."""

from __future__ import annotations

import pytest

from crosscase.study import Study
from crosscase.study_findings.outcomes import Outcome


def repaired(found: Outcome) -> str:
    """The check with its suggestion in its place, as a press of a button writes it."""
    problem = found.problem
    assert problem is not None and problem.suggestion is not None
    return found.text[: problem.start_char] + problem.suggestion + found.text[problem.end_char :]


@pytest.mark.parametrize(
    "text",
    [
        "participants(code:=Trust) >= 1",
        "participants(code:(Money, Trust)) >= 1",
        "participants(code:Trust and site:(North, South)) >= 1",
        "participants(code:Trust and site!=North) >= 1",
        "participants(code:Trust and not site:North) >= 1",
        "participants(code:Trust and sector:health) >= 1",
        "participants(code:Trust and participant!=(A1, B1)) >= 1",
        "interaction(Money -> Trust) by participants >= 1",
        "participants(code:Money) < participants(code:Trust)",
    ],
)
def test_a_check_written_as_suggested_asks_the_same(study: Study, text: str) -> None:
    """A sign, a “not”, the other values and the codes below stay as they were."""
    before = study.findings.evaluate(text)
    study.codes.rename("Trust", "Trust (all, of it)")
    study.codes.rename("Money", "Funds")
    study.cases.rename("North", "Up, north")
    study.attributes.rename("sector", "branch")
    study.cases.rename("A1", "P 07")
    found = study.findings.evaluate(text)
    for _ in range(5):
        if found.problem is None:
            break
        found = study.findings.evaluate(repaired(found))
    assert found.problem is None
    assert (found.value, found.of, found.holds) == (before.value, before.of, before.holds)


def test_a_name_that_another_thing_bore_before_is_told_in_a_text_file(study: Study) -> None:
    """Nothing is bound there: today's is counted, and the other one told."""
    study.findings.add("It is so.", checks=["participants(code:Trust) >= 1"])
    study.codes.rename("Trust", "Confidence")
    study.codes.add("Trust")
    found = study.findings.evaluate("participants(code:Trust) = 0")
    assert found.holds and found.problem is not None
    assert found.problem.slug == "name-taken-over"
    assert found.problem.sentence == "Another code was called “Trust” before: “Confidence” now."
    stored = study.findings.get("F1").checks[0].outcome
    assert stored.holds and stored.problem is not None and stored.problem.slug == "name-changed"


def test_a_share_is_held_against_a_share_alone(study: Study) -> None:
    """The number behind a share is no figure to compare with people."""
    for text in (
        "share(code:Trust, of:participants) >= participants(code:Money)",
        "participants(code:Money) <= share(code:Trust, of:participants)",
    ):
        found = study.findings.evaluate(text)
        assert found.standing == "untested" and found.problem is not None
        assert found.problem.sentence == "A share is compared with a share."


def test_an_interaction_has_one_arrow(study: Study) -> None:
    """A chain was read as one code with a path that nobody had."""
    found = study.findings.evaluate("interaction(Trust -> Money -> Trust) >= 0")
    assert found.standing == "untested" and found.problem is not None
    assert found.problem.slug == "check-not-understood"
