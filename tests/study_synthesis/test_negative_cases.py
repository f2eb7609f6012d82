"""What speaks against a statement: passages of the opposite valence, evidence, and silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.study import Study
from crosscase.study_synthesis.negative_cases import Statement
from tests.study_synthesis.meetings import coded_study


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """P01 and P02 find that trust helps, P02 and P04 that it hinders; P05 mixed, of power."""
    made = coded_study(tmp_path)
    for name, quote, code, valence in (
        ("P01", "We trust them", "Trust", "enabling"),
        ("P02", "We trust them", "Trust", "enabling"),
        ("P02", "Trust takes time", "Trust", "constraining"),
        ("P04", "Trust takes time", "Trust", "constraining"),
        ("P05", "Power takes money", "Power", "mixed"),
    ):
        made.codings.add(f"{name}.txt", code, quote=quote, valence=valence)
    return made


def standings(study: Study, **asked: str) -> dict[str, str]:
    """How everybody stands."""
    found = study.contrasts.against(Statement(**asked))
    assert sum(found.counts.values()) == found.of == len(found.people)
    return {each.name: each.standing for each in found.people}


def test_people_say_it_speak_against_it_or_both(study: Study) -> None:
    """The opposite valence speaks against; others did not say it."""
    asked = {"code": "Trust", "valence": "enabling"}
    assert standings(study, **asked) == {
        "P01": "says it", "P02": "says both", "P03": "did not say it", "P04": "speaks against it",
        "P05": "did not say it", "P06": "did not say it",
    }  # fmt: skip
    found = study.contrasts.against(Statement(**asked))
    assert found.opposite is not None
    assert (found.speaks_for.total, found.opposite.total) == (2, 2)
    assert [each.text for each in found.opposite.passages] == ["Trust takes time"] * 2
    assert found.opposite_query == "code:Trust and valence:(constraining, mixed)"
    assert study.query(found.opposite_query).total == found.opposite.total
    assert any("name a topic" in note for note in found.notes)
    assert found.warnings


def test_a_query_says_the_same_as_a_code_with_a_valence(study: Study) -> None:
    """Its other conditions stay when the valence is turned round."""
    as_query = {"query": "code:Trust and valence:enabling"}
    assert standings(study, **as_query) == standings(study, code="Trust", valence="enabling")
    found = study.contrasts.against(Statement("code:Trust and valence:enabling and sector:Council"))
    assert found.of == 3
    assert {each.name for each in found.people} == {"P02", "P04", "P06"}
    without = study.contrasts.against(Statement("code:Trust"))
    assert without.opposite is None
    assert without.counts["says it"] == 3


def test_evidence_against_a_link_of_the_code_speaks_against_it(study: Study) -> None:
    """A passage that somebody put against “trust brings money”; merged codes are followed."""
    trust, money = study.codes.get("Trust"), study.codes.get("Money")
    link = study.links.add(trust.id, money.id, "influences", sign="+")
    study.links.add_evidence(link.id, "P03.txt", quote="There is no time, and no money",
                             against=True)  # fmt: skip
    study.links.add_evidence(link.id, "P01.txt", quote="the money came in time")
    asked = {"code": "Trust", "valence": "enabling"}
    found = study.contrasts.against(Statement(**asked))
    assert [each.text for each in found.evidence_against.passages] == [
        "There is no time, and no money"
    ]
    assert standings(study, **asked)["P03"] == "speaks against it"
    study.codes.merge("Money", into="Power")
    assert study.contrasts.against(Statement(code="Power")).evidence_against.total == 1
    study.withdrawals.withdraw("P03")  # what she is quoted against it with is hidden with her
    assert study.contrasts.against(Statement(**asked)).evidence_against.total == 0
    study.undo()
    assert study.contrasts.against(Statement(**asked)).evidence_against.total == 1
    study.links.remove(link.id)
    assert study.contrasts.against(Statement(**asked)).evidence_against.total == 0


def test_silence_counts_of_those_who_were_asked(study: Study) -> None:
    """P03 was asked about trust; of the others nothing is known."""
    study.guides.add("Leaders", topics=["Trust"])
    study.topics.confirm("P03.txt", [(0, "Trust")])
    asked = {"code": "Trust", "valence": "enabling", "topic": "Trust"}
    found = standings(study, **asked)
    assert found["P03"] == "asked, did not say it"
    assert found["P05"] == "did not say it"
    with pytest.raises(NotFound):
        standings(study, code="Trust", topic="Weather")


def test_of_a_group_others_who_say_the_same_are_told(study: Study) -> None:
    """Health says that trust helps; so does P02 of the council."""
    found = study.contrasts.against(
        Statement(code="Trust", valence="enabling", by="sector", group="Health")
    )
    assert found.of == 3
    assert found.speaks_for.total == 1
    assert found.outside is not None
    assert [each.participants for each in found.outside.passages] == [("P02",)]
    with pytest.raises(NotFound):
        study.contrasts.against(Statement(code="Trust", by="sector", group="Navy"))


def test_typical_and_unlike_passages_share_none_and_no_text(study: Study) -> None:
    """What two coders marked out differently is told once, and no passage is both."""
    study.codings.add("P01.txt", "Trust", quote="We trust them because", coder="Ben",
                      valence="enabling")  # fmt: skip
    found = study.contrasts.against(Statement(code="Trust"), most=3)
    told = [(each.source, each.start_char) for part in (found.typical, found.unlike)
            for each in part.passages]  # fmt: skip
    assert len(told) == len(set(told)) >= 2
    assert len(found.typical.likeness) == len(found.typical.passages)
    assert list(found.typical.likeness) == sorted(found.typical.likeness, reverse=True)
    assert list(found.unlike.likeness) == sorted(found.unlike.likeness)


def test_nothing_said_is_nothing_told(study: Study) -> None:
    """A code without codings: everybody did not say it."""
    found = study.contrasts.against(Statement(code="Time", valence="enabling"))
    assert found.counts["did not say it"] == 6
    assert found.typical.total == 0
    assert found.unlike.passages == ()


def test_who_withdrew_and_what_was_removed_is_not_told(study: Study) -> None:
    """P04 is gone from all of it; a removed code is not found."""
    study.withdrawals.withdraw("P04")
    found = study.contrasts.against(Statement(code="Trust", valence="enabling"))
    assert found.of == 5
    assert found.opposite is not None
    assert found.opposite.total == 1
    study.codes.remove("Trust")
    with pytest.raises(NotFound):
        study.contrasts.against(Statement(code="Trust"))


@pytest.mark.parametrize(
    "statement",
    [
        Statement(),
        Statement(query="code:Trust", code="Trust"),
        Statement(query="code:Trust", valence="enabling"),
        Statement(code="Trust", by="sector"),
        Statement(code="Trust", valence="good"),
    ],
)
def test_what_is_no_statement_is_refused(study: Study, statement: Statement) -> None:
    """Nothing, two things, or half a group."""
    with pytest.raises((MistakeOfUse, NotFound)):
        study.contrasts.against(statement)
