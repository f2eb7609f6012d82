"""Names in checks follow what they meant: renamed, merged, moved, removed, withdrawn."""

from __future__ import annotations

import pytest

from crosscase.errors import NotFound
from crosscase.study import Study
from crosscase.study_findings.outcomes import Outcome


def only(study: Study, text: str) -> Outcome:
    """What comes of the one check of a new finding."""
    study.findings.add("It is so.", checks=[text])
    return of_check(study)


def of_check(study: Study) -> Outcome:
    return study.findings.get("F1").checks[0].outcome


def test_a_renamed_code_is_followed_and_its_new_name_suggested(study: Study) -> None:
    """By the id, even when another code takes the old name."""
    assert only(study, "participants(code:Trust) = 5").problem is None
    study.codes.rename("Trust", "Mutual trust")
    study.codes.add("Trust")
    found = of_check(study)
    assert (found.standing, found.value) == ("supported", 5)
    assert found.behind == 'code:"Mutual trust"'
    problem = found.problem
    assert problem is not None
    assert (problem.start_char, problem.end_char) == (13, 23)
    assert problem.slug == "name-changed"
    assert problem.sentence == "The code “Trust” is called “Mutual trust” now."
    assert problem.suggestion == 'code:"Mutual trust"'


def test_a_check_that_is_not_stored_finds_a_code_by_its_earlier_name(study: Study) -> None:
    """As a manuscript in a text file has it; where several had the name nothing is guessed."""
    study.codes.rename("Trust", "Confidence")
    found = study.findings.evaluate("participants(code:Trust) = 5")
    assert found.holds and found.problem is not None
    assert found.problem.suggestion == "code:Confidence"
    study.codes.rename("Money", "Trust")
    study.codes.rename("Trust", "Funds")
    found = study.findings.evaluate("participants(code:Trust) = 5")
    assert found.standing == "untested" and found.problem is not None
    assert "Several were called so" in (found.problem.hint or "")


def test_a_merged_code_is_read_as_the_one_it_went_into(study: Study) -> None:
    assert only(study, "participants(code:Money) = 1").holds
    study.codes.merge("Money", "Trust")
    found = of_check(study)
    assert (found.standing, found.value, found.of) == ("changed", 5, 6)
    assert found.problem is not None and found.problem.slug == "code-merged"
    assert found.problem.sentence == "The code “Money” was merged into “Trust”."
    bare = study.findings.evaluate("participants(code:Money) = 5")
    assert bare.holds and bare.problem is not None and bare.problem.slug == "code-merged"


def test_a_code_that_moved_is_found_and_its_path_suggested(study: Study) -> None:
    assert only(study, 'participants(code:"Trust > Deep trust") = 1').problem is None
    study.codes.move("Deep trust", parent="Money")
    found = of_check(study)
    assert found.holds and found.problem is not None
    assert "Money > Deep trust" in found.problem.sentence


def test_a_removed_code_says_by_whom_and_the_way_back(study: Study) -> None:
    only(study, "participants(code:Money) >= 1")
    study.codes.remove("Money")
    for found in (of_check(study), study.findings.evaluate("participants(code:Money) >= 1")):
        assert (found.standing, found.holds) == ("untested", None)
        assert found.problem is not None and found.problem.slug == "code-removed"
        assert found.problem.sentence.startswith("The code “Money” was removed by Ama on 20")
        assert "undo the operation" in (found.problem.hint or "")
    study.undo()
    assert of_check(study).standing == "supported"


def test_what_hides_a_code_is_named(study: Study) -> None:
    only(study, 'participants(code:"Deep trust") = 1')
    study.codes.remove("Trust")
    found = of_check(study)
    if found.standing == "untested":
        assert found.problem is not None and "with “Trust”" in found.problem.sentence
    else:  # a code stays when the one above it is removed
        assert found.holds


def test_a_code_whose_making_was_undone_is_gone(study: Study) -> None:
    study.codes.add("Short")
    undo = study.log()[0].operation
    study.codings.add("C2.txt", "Short", quote="is short")
    only(study, "participants(code:Short) = 1")
    study.undo(undo)
    found = of_check(study)
    assert found.standing == "untested" and found.problem is not None
    assert found.problem.slug in ("name-gone", "code-removed")


@pytest.mark.parametrize(
    ("text", "change", "suggestion"),
    [
        ("participants(code:Trust and site:North) = 2", lambda s: s.cases.rename("North", "Up"),
         "site:Up"),
        ("participants(code:Trust and participant:A1) = 1",
         lambda s: s.cases.rename("A1", "P 07"), 'participant:"P 07"'),
        ("participants(code:Trust and sector:health) = 3",
         lambda s: s.attributes.rename("sector", "branch"), "code:Trust and branch:health"),
        ("participants(code:Trust and coder:Ama) = 5", lambda s: s.coders.rename("Ama", "Esi"),
         "coder:Esi"),
        ("participants(source:A1.txt) = 1",
         lambda s: s.sources.describe("A1.txt", name="First"), None),
    ],
)  # fmt: skip
def test_cases_people_attributes_coders_and_sources_are_followed_too(
    study: Study, text: str, change: object, suggestion: str | None
) -> None:
    assert only(study, text).standing == "supported"
    change(study)  # type: ignore[operator]
    found = of_check(study)
    assert found.standing == "supported", found.problem
    if suggestion is not None:
        assert found.problem is not None and found.problem.suggestion == suggestion


def test_a_withdrawn_participant_is_not_told_by_name(study: Study) -> None:
    only(study, "participants(code:Trust and participant:A1) = 1")
    study.withdrawals.withdraw("A1")
    found = of_check(study)
    assert found.standing == "untested" and found.problem is not None
    assert "withdr" in found.problem.sentence and "A1" not in found.problem.sentence


def test_a_name_that_never_was_is_refused_when_a_check_is_added(study: Study) -> None:
    """At its place, with the names that are near."""
    with pytest.raises(NotFound, match="no code “Trusst”") as told:
        study.findings.add("It is so.", checks=["participants(code:Trusst) > 1"])
    assert told.value.details["start_char"] == 13
    assert told.value.hint == "Did you mean “Trust”, “Deep trust”?"
    assert study.findings.all() == ()


@pytest.mark.parametrize(
    "text",
    ["sectors(code:Trust) = 2", "participants(code:Trust) in most sectors",
     "interaction(Money -> Trust) by sectors = 1", "share(code:Trust, of:sectors) >= 60%"],
)  # fmt: skip
def test_an_attribute_that_is_counted_or_gives_the_parts_is_followed(
    study: Study, text: str
) -> None:
    """Renamed it is followed, with its new name; in a text file by its earlier one; removed."""
    assert only(study, text).problem is None
    study.attributes.rename("sector", "branch")
    for found in (of_check(study), study.findings.evaluate(text)):
        assert found.standing == "supported", found.problem
        assert found.problem is not None and found.problem.suggestion == "branch"
        place = slice(found.problem.start_char, found.problem.end_char)
        assert text[place] == "sectors"
    study.attributes.remove("branch")
    problem = of_check(study).problem
    assert problem is not None and problem.slug == "attribute-removed"


@pytest.mark.parametrize(
    ("check", "at"),
    [
        ("sites(code:Trust) = 3", (0, 5)),
        ("participants(code:Trust) in every site", (34, 38)),
        ('participants(code:Trust and site:North) = 2', (28, 38)),
    ],
)  # fmt: skip
def test_a_kind_of_which_no_case_is_left_says_who_took_the_last_and_the_way_back(
    study: Study, check: str, at: tuple[int, int]
) -> None:
    """A kind has no name of its own to be changed: it goes with its cases, and comes with them."""
    assert only(study, check).holds
    sites = [each.name for each in study.cases.all("site")]
    for name in (*(each for each in sites if each != "North"), "North"):
        study.cases.remove(name)
    problem = of_check(study).problem
    assert problem is not None and problem.slug == "kind-gone"
    assert (problem.start_char, problem.end_char) == at
    assert "no case of the kind “site” any more: the last, “North”, was removed by Ama on 20" in (
        problem.sentence
    )
    assert (problem.hint or "").startswith("Bring it back: undo the operation ")
    for name in sites:
        study.cases.restore(name)
    assert of_check(study).holds
