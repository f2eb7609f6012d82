"""Undo, redo, history, the study as of then, and conflicts, through the study itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import Conflict, MistakeOfUse, NotFound
from crosscase.study import Study
from crosscase.testing import TickingClock, make_study


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A study on disk with one interview of two turns."""
    study = make_study(tmp_path)
    text = tmp_path / "a.txt"
    text.write_text("P01: We lost trust in London when the ministry moved.\n\nP02: Yes.\n")
    study.sources.add(text)
    return study


def test_undo_takes_back_the_latest_operation_of_ones_own(study: Study) -> None:
    """Without a name, undo takes back what the person did last, and redo brings it back."""
    study.codes.add("Trust")
    study.undo()
    assert study.codes.all() == []
    study.redo()
    assert [code.name for code in study.codes.all()] == ["Trust"]
    assert study.verify() == []


def test_undoing_an_import_hides_its_sources_and_redo_restores_their_codings(study: Study) -> None:
    """What hangs on an undone source hides with it, and comes back exactly."""
    study.codes.add("Trust")
    study.codings.add("a.txt", "Trust", quote="We lost trust")
    imported = next(entry for entry in study.log() if entry.sentence_key == "sources.imported")
    before = study.codings.frame()
    study.undo(imported.operation)
    assert study.counts().sources == study.counts().codings == 0
    study.redo(imported.operation)
    assert study.codings.frame().equals(before)
    assert study.verify() == []


def test_an_undo_is_not_itself_undone(study: Study) -> None:
    """An undo is taken back by redo; undoing it is refused with that hint."""
    study.codes.add("Trust")
    study.undo()
    with pytest.raises(MistakeOfUse) as refused:
        study.undo(study.log()[0].operation)
    assert refused.value.slug == "undo-of-an-undo"


def test_undoing_twice_is_refused(study: Study) -> None:
    """An operation that is undone already is not undone again."""
    study.codes.add("Trust")
    operation = study.log()[0].operation
    study.undo(operation)
    with pytest.raises(Conflict, match="undone already"):
        study.undo(operation)


def test_the_preview_names_what_a_later_change_keeps(study: Study) -> None:
    """Undoing an earlier rename will not bring the first name back while a later one stands."""
    study.codes.add("Trust")
    study.codes.rename("Trust", "Confidence")
    first = study.log()[0].operation
    study.codes.rename("Confidence", "Reliance")
    preview = study.preview_undo(first)
    assert len(preview.will_not_return) == 1
    assert "name of code “Reliance” was changed later" in preview.will_not_return[0]
    study.undo(first)
    assert [code.name for code in study.codes.all()] == ["Reliance"]


def test_what_was_undone_can_be_made_again(study: Study) -> None:
    """A thing that is one by nature shows again when it is made anew after an undo."""
    study.coders.add("Ben")
    study.undo()
    assert [each.coder.name for each in study.coders.all()] == ["Ama"]
    study.coders.add("Ben")
    assert [each.coder.name for each in study.coders.all()] == ["Ama", "Ben"]
    assert study.verify() == []


def test_undoing_the_first_thing_a_person_did_keeps_their_later_work(tmp_path: Path) -> None:
    """A newcomer's first operation can be undone without hiding what they coded after it."""
    make_study(tmp_path).close()
    with make_study(tmp_path, person="Ben", open_again=True) as ben:
        ben.codes.add("Trust")
        first = ben.log()[0].operation
        ben.codes.add("Money")
        ben.undo(first)
        assert [code.name for code in ben.codes.all()] == ["Money"]
        assert "Ben" in [each.coder.name for each in ben.coders.all()]


def test_the_study_as_of_an_operation_is_exact(study: Study) -> None:
    """As of an operation the study is what it was right after it."""
    study.codes.add("Trust")
    then = study.log()[0].operation
    counts = study.counts()
    study.codings.add("a.txt", "Trust", quote="Yes.")
    study.codes.rename("Trust", "Confidence")
    past = study.as_of(then)
    assert [code.name for code in past.codes.all()] == ["Trust"]
    assert past.counts() == counts
    with pytest.raises(Conflict, match="for reading only"):
        past.codes.add("Money")


def test_the_study_as_of_a_day_before_it_began_is_refused(study: Study) -> None:
    """A day before the first operation has no study."""
    with pytest.raises(NotFound, match="had not been begun"):
        study.as_of(day_end_ms=0)


def test_history_of_one_code_tells_every_change(study: Study) -> None:
    """The history of an entity lists its changes, with who and which fields."""
    code = study.codes.add("Trust", definition="Relying on others")
    study.codes.rename("Trust", "Confidence")
    entries = study.history(code.id)
    assert [entry.sentence for entry in entries] == [
        "added the code “Confidence”",
        "renamed the code “Confidence”",
    ]
    assert entries[0].fields is not None and entries[0].fields["name"] == "Trust"
    assert entries[1].fields == {"name": "Confidence"}
    assert {entry.person for entry in entries} == {"Ama"}


def test_a_corrected_transcript_keeps_every_coding(study: Study) -> None:
    """London becomes Washington before a coded span: the span moves and keeps its words."""
    study.codes.add("Change")
    study.codings.add("a.txt", "Change", quote="the ministry moved")
    text = study.sources.text("a.txt").replace("London", "Washington")
    done = study.sources.correct("a.txt", text)
    assert (done.kept, done.touched, done.lost) == (1, (), ())
    assert study.codings.frame()["text"].to_list() == ["the ministry moved"]
    study.undo()
    assert study.codings.frame()["text"].to_list() == ["the ministry moved"]
    assert study.verify() == []


def test_a_correction_lists_the_codings_that_it_touches_and_takes_away(study: Study) -> None:
    """A coding whose words change is touched; one whose words go is lost; undo brings it back."""
    study.codes.add("Trust")
    touched = study.codings.add("a.txt", "Trust", quote="We lost trust in London")
    lost = study.codings.add("a.txt", "Trust", quote="Yes.")
    text = study.sources.text("a.txt").replace("London", "Leeds").replace(" Yes.", "")
    done = study.sources.correct("a.txt", text)
    assert [each.id for each in done.touched] == [touched.id]
    assert [each.id for each in done.lost] == [lost.id]
    assert study.counts().codings == 1
    study.undo()
    assert study.counts().codings == 2
    assert study.verify() == []


def _copies(tmp_path: Path, study: Study) -> tuple[Study, Path]:
    other = tmp_path / "other"
    other.mkdir()
    study.copy(other / "study.crosscase")
    ben = make_study(
        other, person="Ben", seed="ben", open_again=True, clock=TickingClock(1_772_460_000_000_000)
    )
    return ben, other / "study.crosscase"


def test_a_conflict_is_listed_and_settled(study: Study, tmp_path: Path) -> None:
    """Two names given apart show as a conflict until somebody settles it."""
    code = study.codes.add("Trust")
    ben, path = _copies(tmp_path, study)
    ben.codes.rename("Trust", "Reliance")
    ben.close()
    study.codes.rename("Trust", "Confidence")
    study.merge(path)
    (conflict,) = study.conflicts()
    assert {conflict.shown, *conflict.rivals} == {"Confidence", "Reliance"}
    assert (conflict.shown_text, *conflict.rival_texts) == (conflict.shown, *conflict.rivals)
    with pytest.raises(MistakeOfUse, match="none of the values"):
        study.settle(code.id, "name", "Something else")
    study.settle(code.id, "name", "Confidence")
    assert study.conflicts() == []
    assert [code.name for code in study.codes.all()] == ["Confidence"]


def test_codings_that_arrive_on_a_removed_code_are_listed(study: Study, tmp_path: Path) -> None:
    """A coding made offline on a code that was removed here is hidden, listed, and restorable."""
    code = study.codes.add("Trust")
    ben, path = _copies(tmp_path, study)
    ben.codings.add("a.txt", "Trust", quote="Yes.")
    ben.close()
    study.codes.remove("Trust")
    study.merge(path)
    assert study.counts().codings == 0
    assert [conflict.sort for conflict in study.conflicts()] == ["hidden"]
    study.codes.restore(code.id)
    assert study.counts().codings == 1
    assert study.conflicts() == []


def test_late_codings_on_a_split_code_form_a_queue(study: Study, tmp_path: Path) -> None:
    """A coding made offline on a code that was split here waits to be re-coded."""
    study.codes.add("Trust")
    coding = study.codings.add("a.txt", "Trust", quote="We lost trust")
    ben, path = _copies(tmp_path, study)
    late = ben.codings.add("a.txt", "Trust", quote="Yes.")
    ben.close()
    study.codes.split("Trust", {"Lost trust": [coding.id], "Kept trust": []})
    study.merge(path)
    assert study.codes.late_codings("Trust") == [late.id]
    assert [conflict.sort for conflict in study.conflicts()] == ["late"]


def test_two_corrections_apart_settle_when_they_do_not_overlap(
    study: Study, tmp_path: Path
) -> None:
    """Both corrections of different words come into the text with one act."""
    ben, path = _copies(tmp_path, study)
    ben.sources.correct("a.txt", ben.sources.text("a.txt").replace("Yes.", "Yes, I agree."))
    ben.close()
    study.sources.correct("a.txt", study.sources.text("a.txt").replace("London", "Leeds"))
    study.merge(path)
    assert [conflict.sort for conflict in study.conflicts()] == ["text"]
    study.sources.settle("a.txt")
    text = study.sources.text("a.txt")
    assert "Leeds" in text and "Yes, I agree." in text
    assert study.conflicts() == []
    assert study.verify() == []


def test_two_corrections_of_the_same_words_are_left_to_people(study: Study, tmp_path: Path) -> None:
    """Overlapping corrections are refused with a way out, and nothing changes."""
    ben, path = _copies(tmp_path, study)
    ben.sources.correct("a.txt", ben.sources.text("a.txt").replace("London", "Lincoln"))
    ben.close()
    study.sources.correct("a.txt", study.sources.text("a.txt").replace("London", "Leeds"))
    study.merge(path)
    with pytest.raises(Conflict, match="change the same words"):
        study.sources.settle("a.txt")


def test_a_renamed_coder_goes_on_under_the_new_name(tmp_path: Path) -> None:
    """Whoever opens the study with the name that a coder bears today is that coder."""
    with make_study(tmp_path) as ama:
        ama.coders.rename("Ama", "Amara")
    with make_study(tmp_path, person="Amara", open_again=True) as amara:
        amara.codes.add("Trust")
        assert [each.coder.name for each in amara.coders.all()] == ["Amara"]


def test_undoing_what_first_named_a_coder_keeps_their_later_codings(study: Study) -> None:
    """A coding in another's name makes the coder; undoing it leaves what they code later."""
    study.codes.add("Trust")
    study.codings.add("a.txt", "Trust", quote="We lost trust", coder="Ben")
    first = study.log()[0].operation
    study.codings.add("a.txt", "Trust", quote="Yes.", coder="Ben")
    study.undo(first)
    assert study.counts().codings == 1
    assert study.verify() == []


def test_becoming_a_coder_is_not_what_undo_takes_back(tmp_path: Path) -> None:
    """A newcomer who undoes all they did is told that nothing is left, and stays a coder."""
    make_study(tmp_path).close()
    with make_study(tmp_path, person="Ben", open_again=True) as ben:
        ben.codes.add("Trust")
        ben.undo()
        with pytest.raises(NotFound, match="nothing of yours to undo"):
            ben.undo()


def test_the_study_as_of_its_heads_name(study: Study, tmp_path: Path) -> None:
    """The name of a state, as info prints it, leads back to that state, also after a merge."""
    study.codes.add("Trust")
    before = study.heads
    ben, path = _copies(tmp_path, study)
    ben.codes.add("Money")
    ben.close()
    study.codes.add("Time")
    study.merge(path)
    merged = study.heads
    study.codes.add("Later")
    assert {code.name for code in study.as_of(before).codes.all()} == {"Trust"}
    assert {code.name for code in study.as_of(merged[:12]).codes.all()} == {
        "Trust",
        "Money",
        "Time",
    }
    with pytest.raises(NotFound, match="no state"):
        study.as_of("ffffffffffff")


def test_describing_the_study_is_taken_back_but_not_its_beginning() -> None:
    """Undo after a new description brings the old one; it stops at what began the study."""
    with make_study() as study:
        title = study.title
        study.describe(title="Who plans with whom", description="In three systems.")
        study.undo()
        assert (study.title, study.description) == (title, None)
        with pytest.raises(NotFound, match="nothing of yours to undo"):
            study.undo()
