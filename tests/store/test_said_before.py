"""A change that is written over an earlier one only stands beside what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.log.records import Draft, DraftChange, OperationName
from crosscase.model.kinds import kind_of
from crosscase.model.nouns import Code
from crosscase.store.said_before import imports_of_projects, made_by_imports, said_before
from crosscase.store.session import Reading
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.making import codebook, guid

KIND = kind_of(Code)
DEFINITION = KIND.by_name["definition"].number


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A study with one code from a codebook, which was described anew."""
    study = make_study(tmp_path)
    said = (
        f'<Code guid="{guid(1)}" name="Trust" isCodable="true"><Description>A</Description></Code>'
    )
    study.projects.bring_in(codebook(said), name="c.qdc")
    study.codes.describe("Trust", definition="B")
    return study


def imports(reading: Reading) -> frozenset[OperationName]:
    """All imports of projects that stand."""
    return frozenset(imports_of_projects(reading).values())


def test_what_an_import_said_is_told_from_what_people_said_since(study: Study) -> None:
    code = study.codes.get("Trust")
    with study._session.reading() as reading:
        said = said_before(reading, [code.id], imports(reading))[code.id]
        assert said.is_known(DEFINITION)
        assert said.base(DEFINITION) == "A"
        assert said.was_ever(DEFINITION, "B")
        assert not said.was_ever(DEFINITION, "C")
        assert made_by_imports(reading, ["code"])[0].ids == {"code": {code.id}}
    assert code.definition == "B"


def test_a_change_over_an_import_alone_is_in_conflict_with_what_came_after_it(
    study: Study,
) -> None:
    code = study.codes.get("Trust")
    with study._session.reading() as reading:
        before = said_before(reading, [code.id], imports(reading))
        over = before[code.id].over_what({DEFINITION: "C"})
    assert over is not None
    change = DraftChange(KIND, code.id, {"definition": "C"}, over=over)
    study._session.record(lambda _: Draft("code.described", {"code": code.id}, (change,)))
    [conflict] = study.conflicts()
    assert {conflict.shown, *conflict.rivals} == {"B", "C"}
    assert study.verify() == []


def test_a_change_cannot_be_written_over_one_that_is_not_the_entity_s(study: Study) -> None:
    code = study.codes.get("Trust")
    before = study.heads
    change = DraftChange(KIND, code.id, {"definition": "C"}, over=(OperationName(bytes(16), 1),))
    with pytest.raises(ValueError, match="does not have"):
        study._session.record(lambda _: Draft("code.described", {"code": code.id}, (change,)))
    assert study.heads == before


def test_an_import_that_was_undone_said_nothing(study: Study) -> None:
    code = study.codes.get("Trust")
    [imported] = [each for each in study.log() if each.sentence_key == "project.imported"]
    study.undo(imported.operation)
    with study._session.reading() as reading:
        assert made_by_imports(reading, ["code"]) == []
        said = said_before(reading, [code.id], imports(reading))[code.id]
        assert not said.is_known(DEFINITION)


def test_what_an_import_of_another_project_said_is_not_asked(study: Study) -> None:
    code = study.codes.get("Trust")
    with study._session.reading() as reading:
        said = said_before(reading, [code.id], frozenset())[code.id]
        assert not said.is_known(DEFINITION)
        assert said.was_ever(DEFINITION, "A")
