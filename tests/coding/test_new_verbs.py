"""What the desk needed of the verbs of coding: in vivo, one change of a coding, previews, memos."""

from __future__ import annotations

import pytest

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.study import Study
from crosscase.testing import make_study
from tests.coding.making import INTERVIEW, add_participant, add_source


@pytest.fixture
def study() -> Study:
    """A study in memory with an interview of two participants and the codes Trust and Money."""
    study = make_study()
    source = add_source(study._session, "talk.txt", INTERVIEW)
    for name in ("P01", "P02"):
        add_participant(study._session, name, source, name)
    study.codes.add("Trust")
    study.codes.add("Money")
    return study


def test_in_vivo_makes_the_code_of_its_passage(study: Study) -> None:
    """Code and coding are one operation; undoing it leaves neither."""
    before = study.counts().operations
    coding = study.codings.add_new(
        "talk.txt", "the money went", parent="Money", origin="in_vivo", quote="the money went"
    )
    assert study.counts().operations == before + 1
    code = study.codes.get("the money went")
    assert (coding.code, code.origin) == (code.id, "in vivo")
    assert code.first_incident == coding.passage
    assert study.codes.tree().path_of(code.id) == ("Money", "the money went")
    assert study.log()[0].sentence == (
        "coded a passage of “talk.txt” as the new code “the money went”"
    )
    study.undo()
    assert study.counts().codings == 0
    with pytest.raises(NotFound):
        study.codes.get("the money went")
    study.redo()
    assert study.counts().codings == 1
    assert study.verify() == []


def test_a_name_that_is_taken_codes_nothing(study: Study) -> None:
    """The whole operation is refused."""
    with pytest.raises(MistakeOfUse, match="There is a code “Trust” there already"):
        study.codings.add_new("talk.txt", "trust", quote="We lost trust")
    assert study.counts().codings == 0


def test_a_coding_is_changed_as_a_whole(study: Study) -> None:
    """Code, boundaries and valence in one operation; the same again is nothing."""
    coding = study.codings.add("talk.txt", "Trust", quote="We lost trust", basis="asserted")
    start = INTERVIEW.index("The money went")
    wanted = {"code": "Money", "passage": (start, start + 9), "valence": "mixed"}
    assert study.codings.change(coding.id, **wanted) is not None  # type: ignore[arg-type]
    standing = study.codings.standing(coding.id)
    assert (standing.code.name, standing.passage.text) == ("Money", "The money")
    assert (standing.coding.valence, standing.coding.basis) == ("mixed", "asserted")
    assert standing.coded_on == "2026-03-02"
    assert study.codings.change(coding.id, **wanted) is None  # type: ignore[arg-type]
    study.undo()
    assert study.codings.standing(coding.id).passage.text == "We lost trust"


def test_a_description_and_a_name_are_one_change(study: Study) -> None:
    """A name alone is a renaming in the history."""
    study.codes.describe("Trust", name="Reliance", definition="On somebody")
    assert study.log()[0].sentence_key == "code.described"
    study.codes.describe("Reliance", name="Leaning", definition="On somebody")
    assert study.log()[0].sentence_key == "code.renamed"
    assert study.codes.describe("Leaning", name="Leaning") is None


def test_a_merge_is_previewed(study: Study) -> None:
    """What the other code has on the same passage by the same coder is told."""
    for code, coder in (("Trust", None), ("Money", None), ("Trust", "Ben")):
        study.codings.add("talk.txt", code, quote="We lost trust", coder=coder)
    preview = study.codes.preview_merge("Trust", "Money")
    assert (preview.touch.codings, preview.touch.passages, preview.already_there) == (2, 1, 1)
    with pytest.raises(MistakeOfUse):
        study.codes.preview_merge("Trust", "Trust")


def test_codes_count_the_cases_that_their_passages_lie_in(study: Study) -> None:
    """Sites of the speakers and of the source, each once, as a matrix counts them."""
    study.cases.add("Northam", "site")
    study.cases.add("Southam", "site")
    study.cases.add("The Region", "system")
    study.memberships.add("P01", "Northam")
    study.memberships.add("P02", "Northam")
    study.memberships.add("Northam", "The Region")
    study.codings.add("talk.txt", "Trust", quote="We lost trust")
    study.codings.add("talk.txt", "Trust", quote="I kept my trust")
    counts = study.codes.counts()[study.codes.get("Trust").id]
    assert (counts.participants, counts.cases) == (2, 1)
    of = study.codes.counted_of()
    assert (of.participants, of.cases) == (2, 1)
    study.memberships.add("talk.txt", "Southam")
    counts = study.codes.counts()[study.codes.get("Trust").id]
    matrix = study.matrix("codes", "participants", count="sites")
    assert counts.cases == matrix.cell("Trust") == 2


def test_memos_are_told_with_what_they_hang_on(study: Study) -> None:
    """Their words, names and times; those on a source include those on its codings."""
    coding = study.codings.add("talk.txt", "Trust", quote="We lost trust")
    study.memos.write("On the coding", "Here.", about=coding.id)
    study.memos.write("On the words", passage=("talk.txt", "We lost trust"))
    study.memos.write("On nothing yet")
    told = study.memos.told(study.memos.all(source="talk.txt"))
    assert [each.memo.title for each in told] == ["On the coding", "On the words"]
    first, second = told
    assert first.about is not None
    assert (first.about.kind, first.about.name, first.text) == ("coding", "Trust", "Here.")
    assert second.passage is not None
    assert (second.passage.text, second.author) == ("We lost trust", "Ama")
    study.memos.change("On the coding", text="There.")
    (changed,) = study.memos.told([study.memos.get("On the coding")])
    assert changed.text == "There."
    assert changed.times.changed_ms > changed.times.begun_ms == first.times.begun_ms


def test_members_come_and_go_in_one_operation(study: Study) -> None:
    """What is in both lists goes in."""
    study.sets.make("Sample", ["code:Trust"])
    before = study.counts().operations
    study.sets.change_members("Sample", add=["code:Money"], remove=["code:Trust"])
    assert study.counts().operations == before + 1
    assert [member.id for member in study.sets.members("Sample")] == [study.codes.get("Money").id]


def test_only_shipped_frameworks_are_added_by_name_alone(study: Study) -> None:
    """A path is no name."""
    with pytest.raises(NotFound, match="There is no framework"):
        study.frameworks.add_shipped(__file__)
