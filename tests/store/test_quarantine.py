"""A withdrawal hides a person everywhere, derived from the log alone, until it is lifted."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from crosscase.errors import Conflict, MistakeOfUse, NotFound
from crosscase.log.records import Draft
from crosscase.model.fieldwork_nouns import Release
from crosscase.model.finding_nouns import Finding
from crosscase.model.nouns import Evidence, Memo
from crosscase.store.reading import list_all
from crosscase.store.session import made
from crosscase.study import Study
from crosscase.study_opening import open_study_file
from crosscase.testing import TickingClock, counted_randomness
from tests.store.planted import (
    OTHER,
    PERSON,
    SOURCE,
    WORD,
    Planted,
    makers,
    plant,
    plant_undone,
    readings,
    readings_of_everything,
    told,
)


@pytest.fixture(scope="module")
def planted_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The planted study, made once."""
    folder = tmp_path_factory.mktemp("planted")
    with plant(folder) as study:
        return study.path or folder


def opened(path: Path, person: str = "Ama") -> Study:
    clock = TickingClock(1_772_539_200_000_000)
    seed = f"{path.name}:{person}"
    return open_study_file(path, person=person, now_us=clock, randomness=counted_randomness(seed))


@pytest.fixture
def study(planted_file: Path, tmp_path: Path) -> Iterator[Study]:
    """A copy of it."""
    with opened(Path(shutil.copy(planted_file, tmp_path / "a.crosscase"))) as study:
        yield study


def saying(study: Study, planted: Planted) -> set[str]:
    """The readings that hold the planted word."""
    return {name for name, read in readings(study, planted).items() if WORD in told(read)}


def test_no_reading_of_any_kind_holds_a_word_of_theirs_until_it_is_lifted(study: Study) -> None:
    """Every read verb of a study is asked, before, meanwhile and after."""
    planted = makers(study)
    before = saying(study, planted)
    assert len(before) > 50
    assert {"sources.text", "memos.all", "codebook.entries", "documents.codebook"} <= before
    study.withdrawals.withdraw(PERSON, day="2026-03-02", reason="by letter")
    assert saying(study, planted) == set()
    assert study.verify() == []
    study.withdrawals.lift(PERSON)
    assert saying(study, planted) == before
    assert study.verify() == []


def telling(study: Study) -> set[str]:
    """The readings of each single thing that hold the planted word."""
    return {name for name, read in readings_of_everything(study).items() if WORD in told(read)}


def _removed_memo(study: Study) -> Memo:
    with study._session.reading() as reading:
        everything = list_all(reading.file, reading.connection, Memo)
    return next(each for each in everything if each.title == f"{WORD} removed 2")


def test_what_was_undone_or_removed_tells_nothing_of_them_either(study: Study) -> None:
    """Each thing that the log knows of is asked for: by id and by its history."""
    plant_undone(study)
    planted, before = makers(study), telling(study)
    assert len(before) > 60
    heads, removed = study.heads, _removed_memo(study)
    study.withdrawals.withdraw(PERSON)
    assert telling(study) == set()
    assert saying(study, planted) == set()
    assert study.memos.text("Changed") == "so says somebody"
    with pytest.raises(NotFound) as caught:
        study.memos.restore(removed.id)
    assert caught.value.slug == "withdrawn"
    with study.as_of(heads) as past:
        assert telling(past) == set()
    assert study.verify() == []
    study.withdrawals.lift(PERSON)
    assert telling(study) >= before


def test_no_undo_and_no_redo_brings_a_word_of_theirs_back(study: Study) -> None:
    """Neither of what was removed or undone before, though it hangs on nothing of theirs."""
    plant_undone(study)
    study.withdrawals.withdraw(PERSON)
    refused = 0
    for each in study.log():
        for change in (study.undo, study.redo):
            if each.sentence_key != "participant.withdrawn":
                try:
                    change(each.operation)
                except (Conflict, MistakeOfUse) as error:
                    refused += error.slug == "withdrawn"
    assert refused >= 8
    assert study.withdrawals.all() and telling(study) == set()
    assert study.verify() == []


def test_undoing_the_withdrawal_shows_all_again_and_redoing_hides_it(study: Study) -> None:
    """A withdrawal is an operation like others."""
    before = saying(study, makers(study))
    planted = makers(study)
    recorded = study.withdrawals.withdraw(PERSON)
    study.undo()
    assert saying(study, planted) == before
    assert study.withdrawals.all() == []
    assert recorded is not None
    study.redo()
    assert saying(study, planted) == set()
    assert study.log(most=3)[-1].sentence == "recorded that “a withdrawn participant” withdrew"


def test_a_new_process_hides_the_same(study: Study, tmp_path: Path) -> None:
    """Nothing is kept in memory that another process would not see; its own memory follows."""
    planted, path = makers(study), study.path
    assert path is not None
    with opened(path, "Ben") as other:
        assert saying(other, planted)
        study.withdrawals.withdraw(PERSON)
        assert saying(other, planted) == set()
        other.withdrawals.lift(PERSON)
        assert saying(study, planted)


def test_the_past_is_read_with_the_withdrawals_of_today(study: Study) -> None:
    """As of heads, as of a day, and in a view of the past that is open already."""
    planted, heads = makers(study), study.heads
    open_already = study.as_of(heads)
    assert saying(open_already, planted)
    study.withdrawals.withdraw(PERSON)
    assert saying(open_already, planted) == set()
    for past in (study.as_of(heads), study.as_of(day_end_ms=1_772_500_000_000)):
        assert saying(past, planted) == set()
        past.close()
    while_withdrawn = study.heads
    study.withdrawals.lift(PERSON)
    with study.as_of(while_withdrawn) as past:
        assert saying(past, planted)  # hidden then, shown by the consent of today
    open_already.close()


def test_a_link_made_today_hides_the_source_in_the_past_too(study: Study) -> None:
    """Before the speaker was linked nobody knew whose words they are."""
    first = study.log()[-3].operation
    planted = makers(study)
    study.withdrawals.withdraw(PERSON)
    with study.as_of(first) as past:
        assert saying(past, planted) == set()


def test_what_arrives_later_about_them_is_hidden_too(study: Study, tmp_path: Path) -> None:
    """By a merge: a memo, a coding, and another source in which they turn out to speak."""
    planted = makers(study)
    other_path = tmp_path / "b.crosscase"
    study.copy(other_path)
    study.withdrawals.withdraw(PERSON)
    with opened(other_path, "Ben") as other:
        other.memos.write("Late", f"late {WORD}", about=f"participant:{PERSON}")
        other.codings.add(SOURCE, "Trust", quote="Then the")
        late = tmp_path / "late.txt"
        late.write_text(f"Interviewer: Hm?\n\nP01: One more {WORD}.\n\nI: Hm.\n\nP01: Y.\n")
        other.sources.add(late)
        other.speakers.link("late.txt", "P01", PERSON)
    before = study.counts()
    study.merge(other_path)
    assert saying(study, planted) == set()
    assert study.counts().sources == before.sources
    assert study.conflicts() == []
    with opened(other_path, "Ben") as other:
        other.merge(study.path or "")
        assert saying(other, planted) == set()


def test_both_may_record_it_and_one_lifts_it_for_all(study: Study, tmp_path: Path) -> None:
    """A participant has one withdrawal, on whichever laptop it is recorded."""
    other_path = tmp_path / "b.crosscase"
    study.copy(other_path)
    study.withdrawals.withdraw(PERSON, day="2026-03-02")
    with opened(other_path, "Ben") as other:
        other.withdrawals.withdraw(PERSON, day="2026-03-02")
        other.merge(study.path or "")
        assert len(other.withdrawals.all()) == 1
        assert other.conflicts() == []
        other.withdrawals.lift(PERSON)
    study.merge(other_path)
    assert study.withdrawals.all() == []
    assert study.participants.get(PERSON).name == PERSON
    study.withdrawals.withdraw(PERSON)
    assert study.withdrawals.all()[0].day is None
    assert study.verify() == []


def test_a_withdrawal_is_of_no_day_to_come(study: Study) -> None:
    with pytest.raises(MistakeOfUse, match="2026-03-09 is still to come"):
        study.withdrawals.withdraw(PERSON, day="2026-03-09")


def test_nothing_of_it_is_a_conflict(study: Study, tmp_path: Path) -> None:
    """Rival corrections and names of withdrawn things wait until the withdrawal is lifted."""
    other_path = tmp_path / "b.crosscase"
    study.copy(other_path)
    text = study.sources.text(SOURCE)
    study.sources.correct(SOURCE, text + f"{WORD} one")
    study.cases.rename(PERSON, f"{WORD} one")
    study.codes.describe("Meetings", example=f"the {WORD} dried")
    with opened(other_path, "Ben") as other:
        other.sources.correct(SOURCE, text + f"{WORD} two")
        other.cases.rename(PERSON, f"{WORD} two")
        other.codes.describe("Meetings", example=f"{WORD} dried up")
    study.merge(other_path)
    sorts = sorted(each.sort for each in study.conflicts())
    assert sorts == ["field", "field", "text"]
    study.withdrawals.withdraw(f"{WORD} two")
    assert study.conflicts() == []
    assert study.counts().conflicts == 0
    study.withdrawals.lift(f"{WORD} two")
    assert sorted(each.sort for each in study.conflicts()) == sorts


def test_a_withdrawn_thing_asked_for_by_its_id_says_so(study: Study) -> None:
    """The error says that it is withdrawn, with a way out, and nothing else of it."""
    source, memo = study.sources.get(SOURCE), study.memos.get(f"On {WORD}")
    study.withdrawals.withdraw(PERSON)
    for ask in (
        lambda: study.sources.words(source.id),
        lambda: study.sources.get(SOURCE),
        lambda: study.find(source.id),
        lambda: study.find(memo.id),
        lambda: study.history(source.id),
        lambda: study.participants.get(PERSON),
        lambda: study.participants.add(PERSON),
    ):
        with pytest.raises(NotFound) as caught:
            ask()
        assert caught.value.slug == "withdrawn"
        assert "withdraw list" in (caught.value.hint or "")
        assert WORD not in str(caught.value)


def test_the_same_file_does_not_come_in_again_while_it_is_withdrawn(
    study: Study, planted_file: Path
) -> None:
    """It is passed over like any file that is there already, without its name."""
    study.withdrawals.withdraw(PERSON)
    report = study.sources.add(planted_file.parent / SOURCE)
    assert report.imported == ()
    assert "a withdrawn source" in str(report)


def test_the_link_to_a_withdrawn_person_cannot_be_undone(study: Study) -> None:
    """Undoing it would show the source again; lifting is the way."""
    linked = [each.operation for each in study.log() if each.sentence_key == "speakers.linked"]
    study.withdrawals.withdraw(PERSON)
    refused = 0
    for operation in linked:
        try:
            study.undo(operation)
        except Conflict as error:
            refused += error.slug == "withdrawn"
    assert refused >= 2
    assert saying(study, Planted({"source": "x"})) == set()


def test_a_shared_source_is_hidden_whole_and_other_people_stay(study: Study) -> None:
    """The other participant keeps what they said elsewhere."""
    preview = study.withdrawals.preview(PERSON)
    assert not preview.is_withdrawn
    assert {each.name: each.others for each in preview.sources} == {
        SOURCE: 0,
        "shared.txt": 1,
        f"{WORD} in German.txt": 0,
    }
    assert preview.counts["coding"] == 3
    assert preview.counts["memo"] == 3
    study.withdrawals.withdraw(PERSON)
    assert [each.name for each in study.sources.all()] == ["other.txt"]
    assert [each.name for each in study.participants.all()] == [OTHER]
    assert [each.name for each in study.participants.interviewed()] == [OTHER]
    assert [each.name for each in study.activities.all()] == ["Talk with Olga"]
    assert len(study.codings.frame()) == 1
    assert study.codes.get("Trust").definition == "Readiness to rely on somebody"
    hidden = study.withdrawals.preview(PERSON)
    assert hidden.is_withdrawn
    assert hidden.counts == preview.counts
    assert {each.name for each in hidden.sources} == {None}


def test_what_used_their_words_is_listed_for_a_person(study: Study) -> None:
    """In vivo names, queries that name them, releases and findings stay, and are told."""
    study.queries.save("What Quentin said", f'participant:"{PERSON}"')
    study.queries.save("Others", 'participant:"Olga"')
    person = study.participants.get(PERSON).id
    release = made(Release, study._session.ids(), name="Quotes", participants=(person,))
    finding = made(Finding, study._session.ids())
    subject, passage = finding.entity, study.codes.get("of meetings").first_incident
    source, quoting = study.sources.get(SOURCE).id, study.findings.get("F1").id
    stands = made(Evidence, study._session.ids(), subject=subject, source=source, passage=passage)
    draft = Draft("release.recorded", {"release": release.entity}, (release, finding, stands))
    study._session.record(lambda _: draft)
    for outputs in (
        study.withdrawals.outputs(PERSON),
        study.withdrawals.withdraw(PERSON) and study.withdrawals.outputs(PERSON),
    ):
        assert outputs is not None
        assert [each.name for each in outputs.codes] == ["of meetings"]
        assert [each.name for each in outputs.queries] == ["What Quentin said"]
        assert [each.name for each in outputs.releases] == ["Quotes"]
        assert [each.id for each in outputs.findings] == [quoting, subject]
        assert outputs.evidence == 7
    assert study.codes.get("of meetings").example is None


def test_an_activity_with_others_stays(study: Study) -> None:
    """Only what the withdrawn had for themselves is hidden."""
    study.activities.add_meeting("Board", participants=[PERSON, OTHER])
    study.activities.add_meeting("Chat", participants=[PERSON])
    study.withdrawals.withdraw(PERSON)
    assert {each.name for each in study.activities.all()} == {"Talk with Olga", "Board"}
    study.withdrawals.withdraw(OTHER)
    assert study.activities.all() == []


def test_withdrawing_twice_and_lifting_nothing_are_refused(study: Study) -> None:
    """Both say what is the case."""
    with pytest.raises(NotFound):
        study.withdrawals.lift(OTHER)
    study.withdrawals.withdraw(PERSON)
    with pytest.raises(Conflict) as caught:
        study.withdrawals.withdraw(PERSON)
    assert caught.value.slug == "already-withdrawn"


def test_pages_are_told_that_anything_may_have_changed(study: Study) -> None:
    """A withdrawal, its end, and what comes in for a withdrawn person."""
    cursor = study.live.cursor()
    study.withdrawals.withdraw(PERSON)
    header, cursor = study.live.since(cursor)
    assert header is not None
    assert header.sources is None and "coding" in header.kinds
    study.undo()
    header, _ = study.live.since(cursor)
    assert header is not None
    assert header.sources is None and "source" in header.kinds


def test_words_of_the_document_are_found_at_all(study: Study) -> None:
    """The walk would prove little if it could not look into a Word file."""
    data = study.documents.codebook().to_bytes()
    with zipfile.ZipFile(BytesIO(data)) as packed:
        assert WORD in packed.read("word/document.xml").decode()
    assert WORD in told(lambda: study.documents.codebook())
