"""The purge of a person: every trace found, no byte left, and no copy brings a word back."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.errors import Conflict, MistakeOfUse, NotFound
from crosscase.log.records import Draft
from crosscase.model.fieldwork_nouns import Release
from crosscase.model.finding_nouns import Finding
from crosscase.model.nouns import Case, Source
from crosscase.model.synthesis_nouns import Cell
from crosscase.store.blobs import blob_hash, find_blob
from crosscase.store.session import changed, made
from crosscase.study import Study
from crosscase.study_opening import open_study_file
from crosscase.study_protection.person_purge import PurgeReceipt
from crosscase.testing import TickingClock, counted_randomness
from tests.store.planted import (
    OTHER,
    PERSON,
    SOURCE,
    WORD,
    makers,
    plant,
    plant_undone,
    readings,
    readings_of_everything,
    told,
)
from tests.store.study_copies import log_of_copy, state_of_copy


def plant_more(study: Study) -> None:
    """Words in what stays: earlier definitions, removed memos, queries, another's transcript."""
    study.memos.write("Other", f"as {WORD} said, and {PERSON} too", about="code:Trust")
    study.memos.write("Gone", f"as {WORD} said", about="code:Trust")
    study.memos.remove("Gone")
    study.codes.describe("Trust", definition=f"relied on, says {PERSON}", includes=WORD)
    study.codes.describe("Trust", definition="relied on", includes=None)
    study.queries.save(f"What {WORD} said", f'participant:"{PERSON}" and code:Trust')
    text = study.sources.text("other.txt")
    study.sources.correct("other.txt", text.replace("Yes.", f"Yes, {WORD}."))
    study.activities.add_meeting("Board", participants=[PERSON, OTHER], decided=[f"{WORD} leaves"])
    _record_what_has_no_verbs_yet(study)


def _record_what_has_no_verbs_yet(study: Study) -> None:
    """A summary of the person, a finding and a release that name them, and an imported extra."""
    session, person = study._session, study.participants.get(PERSON).id
    summary, claim = f"{WORD} is tired".encode(), f"As {PERSON} says, meetings tire".encode()
    code, other = study.codes.get("Trust").id, study.sources.get("other.txt").id
    changes = (
        made(Cell, session.ids(), subject=person, column=code, summary=blob_hash(summary)),
        made(Finding, session.ids(), statement=blob_hash(claim)),
        made(
            Release, session.ids(), name="Quotes", release_kind="quotes", participants=(person,),
            items={"labels": [f"{WORD}, director"]},
        ),
        changed(Source, other, foreign={"from": [f"the {WORD} file"]}),
    )  # fmt: skip
    blobs = {blob_hash(summary): summary, blob_hash(claim): claim}
    session.record(lambda _: Draft("values.set", {"n": 4}, changes, blobs))


@pytest.fixture(scope="module")
def planted_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The planted study with words in what stays, made once."""
    folder = tmp_path_factory.mktemp("planted")
    with plant(folder) as study:
        plant_more(study)
        return study.path or folder


def opened(path: Path, person: str = "Ama") -> Study:
    seed = f"{path.name}:{person}"
    clock = TickingClock(1_772_539_200_000_000)
    return open_study_file(path, person=person, now_us=clock, randomness=counted_randomness(seed))


@pytest.fixture
def study(planted_file: Path, tmp_path: Path) -> Iterator[Study]:
    """A copy of it."""
    with opened(Path(shutil.copy(planted_file, tmp_path / "a.crosscase"))) as study:
        yield study


def purge_all(study: Study, participant: str = PERSON) -> PurgeReceipt:
    """All traces confirmed."""
    traces = study.traces(participant, [WORD]).traces
    return study.purge_participant(
        participant, [each.id for each in traces], strings=[WORD], file_name="a.crosscase"
    )


def assert_nowhere(folder: Path, name: str = "") -> None:
    """No byte of any file, side files and recordings too, holds the planted word."""
    for path in folder.rglob(f"{name}*"):
        if path.is_file():
            assert WORD.encode() not in path.read_bytes().lower(), path.name


def assert_same(studies: Sequence[Study]) -> None:
    """The same log and the same state in all of them."""
    first = studies[0]._session.file
    for other in studies[1:]:
        assert log_of_copy(other._session.file) == log_of_copy(first)
        assert state_of_copy(other._session.file) == state_of_copy(first)


def test_no_byte_of_any_file_holds_a_word_after_the_purge(study: Study, tmp_path: Path) -> None:
    """The database, its side files, and what a read verb could say."""
    planted = makers(study)
    done = purge_all(study)
    assert done.is_scrubbed
    assert done.left == ()
    assert_nowhere(tmp_path)
    assert study.verify() == []
    for name, read in readings(study, planted).items():
        assert WORD not in told(read), name
    study.close()
    assert_nowhere(tmp_path)


def test_a_checklist_answer_that_names_them_is_said_anew(study: Study, tmp_path: Path) -> None:
    study.reports.answer("coreq", 28, f"{PERSON} read the findings.", place=f"beside {WORD}")
    done = purge_all(study)
    assert done.left == ()
    assert_nowhere(tmp_path)
    assert "read the findings." in study.reports.checklist("coreq").items[27].says


def test_what_was_undone_or_removed_goes_with_them(study: Study, tmp_path: Path) -> None:
    """Tied to the person or to nothing, withdrawn before or not."""
    plant_undone(study)
    study.withdrawals.withdraw(PERSON)
    done = purge_all(study)
    assert done.left == () and done.remains == ()
    assert_nowhere(tmp_path)
    for name, read in readings_of_everything(study).items():
        assert WORD not in told(read), name
    assert study.verify() == []


def test_a_withdrawn_person_is_purged_alike(study: Study, tmp_path: Path) -> None:
    """The withdrawal goes with them, its reason too."""
    study.withdrawals.withdraw(PERSON, reason=f"{WORD} wrote")
    purge_all(study)
    assert_nowhere(tmp_path)
    assert study.withdrawals.all() == []
    assert study.verify() == []
    assert [each.name for each in study.sources.all()] == ["other.txt"]


def test_what_stays_is_said_anew_without_the_words(study: Study) -> None:
    """Codes, memos, queries and another's transcript keep all else, places included."""
    before = study.sources.text("other.txt")
    codings = study.codings.frame()
    purge_all(study)
    codes = {each.name: each for each in study.codes.all()}
    assert codes["Trust"].definition == "relied on"
    assert codes["Meetings"].example is None
    assert len(codes) == 3 and "of meetings" not in codes
    assert study.memos.text("Other") == "as [removed] said, and [removed] too"
    with pytest.raises(NotFound):
        study.memos.restore("Gone")
    query = next(each for each in study.queries.all() if each.name == "What [removed] said")
    assert query.expression == 'participant:"removed" and code:Trust'
    after = study.sources.text("other.txt")
    assert after == before.replace(WORD, "█" * len(WORD))
    left = study.codings.frame()
    mine = codings.filter(codings["source"] == "other.txt")
    assert left["text"].to_list() == mine["text"].to_list()
    board = next(each for each in study.activities.all() if each.name == "Board")
    assert board.participants == (study.participants.get(OTHER).id,)
    assert not study.query("nurse").frame().is_empty()
    with study._session.reading() as reading:
        findings, (release,) = reading.all(Finding), reading.all(Release)
        cases = reading.by_id(Case)
        assert {cases[each.subject].name for each in reading.all(Cell)} == {"Northam", OTHER}
        statements = [
            find_blob(reading.file, reading.connection, bytes.fromhex(each.statement or ""))
            for each in findings
        ]
        assert b"As [removed] says, meetings tire" in statements
        assert release.items == {"labels": ["[removed], director"]}
        assert study.sources.get("other.txt").foreign == {"from": ["the [removed] file"]}


def test_traces_say_what_was_found_how_and_what_becomes_of_it(study: Study) -> None:
    """By link and by word; without repeating the words."""
    found = study.traces(PERSON, [WORD])
    kinds = {(each.kind, each.found_by, each.action) for each in found.traces}
    assert {("case", "link", "seal"), ("source", "link", "seal"), ("memo", "link", "seal"),
            ("link", "link", "seal"), ("contact", "link", "seal"), ("activity", "link", "seal"),
            ("code", "words", "clean"), ("memo", "words", "clean"), ("query", "words", "clean"),
            ("revision", "words", "clean"), ("activity", "words", "clean"),
            ("source", "words", "clean")} <= kinds  # fmt: skip
    assert WORD not in json.dumps(dataclasses.asdict(found)).casefold()
    shared = next(each for each in found.traces if each.name == "shared.txt")
    assert shared.others == 1
    code = next(each for each in found.traces if each.name == "of meetings")
    assert code.fields == ("example", "first_incident", "name")
    assert found.parts["coding"] == 3


def test_what_is_not_confirmed_stays_and_the_receipt_says_so(study: Study) -> None:
    """Each trace is confirmed by itself, the participant in any case."""
    traces = study.traces(PERSON, [WORD]).traces
    kept = next(each for each in traces if each.name == "shared.txt")
    memo = next(each for each in traces if each.name == "Other")
    wanted = [each.id for each in traces if each not in (kept, memo)]
    done = study.purge_participant(PERSON, wanted, strings=[WORD])
    assert {each.id for each in done.left} >= {memo.id, kept.id}
    assert "shared.txt" in [each.name for each in study.sources.all()]
    assert WORD in study.memos.text("Other")
    assert study.verify() == []


def test_the_receipt_counts_and_names_copies_and_holds_no_words(
    study: Study, tmp_path: Path
) -> None:
    """What was taken out, what was cleaned, when, and which copies were not reached."""
    study.copy(tmp_path / "for Ben.crosscase")
    with opened(tmp_path / "for Ben.crosscase", "Ben") as other:
        other.codes.add("Bens")
    shutil.copy(tmp_path / "for Ben.crosscase", tmp_path / f"{WORD}.crosscase")
    study.merge(tmp_path / f"{WORD}.crosscase")
    done = purge_all(study)
    assert done.sealed["source"] == 3 and done.sealed["case"] == 1
    assert done.cleaned["code"] == 3 and done.cleaned["revision"] == 1
    assert [each.file_name for each in done.copies_made] == ["for Ben.crosscase"]
    assert [each.file_name for each in done.copies_merged] == ["[removed].crosscase"]
    assert done.copies_made[0].day == "2026-03-03"
    assert done.purged_at.startswith("2026-03-03T12:")
    assert done.file == "a.crosscase" and done.heads == study.heads
    assert WORD not in json.dumps(dataclasses.asdict(done)).casefold()
    assert_nowhere(tmp_path, "a.crosscase")


def test_a_purge_that_was_confirmed_over_other_traces_is_refused(study: Study) -> None:
    """Nothing is purged when what is named is no trace, or the participant is not among it."""
    before = study.heads
    traces = [each.id for each in study.traces(PERSON).traces]
    with pytest.raises(Conflict) as caught:
        study.purge_participant(PERSON, [*traces, study.codes.get("Trust").id, study.id])
    assert caught.value.slug == "traces-changed"
    with pytest.raises(MistakeOfUse):
        study.purge_participant(PERSON, traces[:1])
    assert study.heads == before


def test_a_purge_in_the_middle_of_another_reading_or_writing_is_refused(study: Study) -> None:
    """Clearly, and nothing is half done."""
    traces = [each.id for each in study.traces(PERSON).traces]
    with study.at_one_moment(), pytest.raises(Conflict) as caught:
        study.purge_participant(PERSON, traces)
    assert caught.value.slug == "purge-in-the-middle"
    assert study.participants.get(PERSON).name == PERSON


def test_an_open_import_may_end_after_the_purge(study: Study, tmp_path: Path) -> None:
    """What was staged before is stored after it, and the purge holds."""
    fresh = tmp_path / "fresh.txt"
    fresh.write_text("Interviewer: Hm?\n\nOlga: Hm.\n", encoding="utf-8")
    staged, _ = study.sources.stage([("fresh.txt", fresh)])
    purge_all(study)
    study.sources.add_staged(staged)
    assert {each.name for each in study.sources.all()} == {"other.txt", "fresh.txt"}
    assert study.verify() == []


def offline_work(study: Study) -> None:
    """What an unpurged copy does meanwhile: to what is purged, and to what is said anew."""
    study.memos.write("Late", f"late {WORD}", about=f"participant:{PERSON}")
    study.links.add(f"participant:{PERSON}", "code:Trust", "names", note=f"late {WORD}")
    study.codes.describe("Trust", includes=f"late {WORD}")
    study.memos.change("Other", text=f"late {WORD}")
    study.attributes.set(PERSON, {"role": f"late {WORD}"})
    study.sources.correct(SOURCE, study.sources.text(SOURCE) + f"late {WORD}")
    text = study.sources.text("other.txt")
    study.sources.correct("other.txt", text.replace("nurse", "nurses"))
    study.codings.add(SOURCE, "Trust", quote="I lost trust")


def test_unpurged_copies_bring_nothing_back_in_whatever_order(
    planted_file: Path, tmp_path: Path
) -> None:
    """Merged both ways, a copy that worked on, and one that did not."""
    for number, order in enumerate(("abc", "cba", "bca")):
        folder = tmp_path / str(number)
        folder.mkdir()
        copies = {
            name: opened(Path(shutil.copy(planted_file, folder / f"{name}.crosscase")), name)
            for name in "abc"
        }
        offline_work(copies["b"])
        purge_all(copies["a"])
        _merge_round(copies, folder, order)
        _merge_round(copies, folder, tuple(reversed(order)))
        _merge_round(copies, folder, order)
        assert_same(list(copies.values()))
        for each in copies.values():
            assert each.verify() == []
        assert_nowhere(folder)
        for each in copies.values():
            each.close()
        assert_nowhere(folder)


def _merge_round(copies: dict[str, Study], folder: Path, order: Sequence[str]) -> None:
    for into in order:
        for other in order:
            if other != into:
                copies[into].merge(folder / f"{other}.crosscase")


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["purge a", "purge b", "ab", "ba", "ac", "ca", "bc", "cb",
                                 "work c", "undo b"]), min_size=3, max_size=9))  # fmt: skip
def test_two_purges_and_merges_in_any_order_end_alike(
    planted_file: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    """Whoever purges first, and whatever was merged between."""
    folder = tmp_path_factory.mktemp("any")
    copies = {
        name: opened(Path(shutil.copy(planted_file, folder / f"{name}.crosscase")), name)
        for name in "abc"
    }
    worked = False
    for step in [*steps, "purge a"]:
        if step.startswith("purge"):
            _purge_if_there(copies[step[-1]])
        elif step == "work c":
            worked = worked or _work_if_there(copies["c"])
        elif step == "undo b":
            copies["b"].codes.add(f"fresh {len(copies['b'].codes.all())}")
            copies["b"].undo()
        else:
            copies[step[0]].merge(folder / f"{step[1]}.crosscase")
    for _ in range(3):
        _merge_round(copies, folder, "abc")
    assert_same(list(copies.values()))
    for each in copies.values():
        assert each.verify() == []
        each.close()
    assert_nowhere(folder)
    shutil.rmtree(folder)


def _purge_if_there(study: Study) -> None:
    if PERSON in [each.name for each in study.participants.all()]:
        purge_all(study)


def _work_if_there(study: Study) -> bool:
    if PERSON not in [each.name for each in study.participants.all()]:
        return False
    study.memos.write("Late too", f"late {WORD}", about=f"source:{SOURCE}")
    study.codes.describe("Trust", excludes=f"never {WORD}")
    return True


def test_words_that_came_with_a_later_merge_are_found_by_the_id_of_who_was_purged(
    study: Study, planted_file: Path, tmp_path: Path
) -> None:
    """In a thing that nobody could know of when the purge was made."""
    with opened(Path(shutil.copy(planted_file, tmp_path / "b.crosscase")), "Ben") as other:
        other.memos.write("New", f"new {WORD}", about="code:Trust")
    done = purge_all(study)
    study.merge(tmp_path / "b.crosscase")
    (tmp_path / "b.crosscase").unlink()
    late = study.traces(done.participant, [WORD]).traces
    assert [(each.kind, each.name) for each in late] == [("memo", "New")]
    again = purge_all(study, done.participant)
    assert again.cleaned == {"memo": 1} and again.left == ()
    assert_nowhere(tmp_path)
    assert study.memos.text("New") == "new [removed]"


def test_a_purge_holds_in_the_past_and_cannot_be_undone(study: Study) -> None:
    """As of heads, as of a day, and by undo."""
    planted, heads = makers(study), study.heads
    done = purge_all(study)
    with study.as_of(heads) as past:
        for name, read in readings(past, planted).items():
            assert WORD not in told(read), name
    with pytest.raises(MistakeOfUse):
        study.undo(done.operation)
    assert study.verify() == []


def test_other_names_of_the_person_are_looked_for_too(study: Study) -> None:
    """The name before they were renamed is in the log, so it is found without being given."""
    study.cases.rename(PERSON, "P07")
    found = study.traces("P07")
    assert any(each.kind == "query" for each in found.traces)
    assert study.traces(OTHER).traces  # nobody else's traces are touched by it


def test_what_is_withdrawn_of_another_person_is_kept_and_cleaned(study: Study) -> None:
    """Their things are hidden, not gone: they are said anew whole, and show when it is lifted."""
    study.memos.write("About Olga", f"Olga met {PERSON}", about=f"participant:{OTHER}")
    text = study.sources.text("other.txt")
    study.sources.correct("other.txt", text.replace("nurse.", "nurse, and hold on."))
    study.codes.describe("Trust", example="the nurse, and hold on")
    study.withdrawals.withdraw(OTHER)
    assert study.codes.get("Trust").example is None
    study.withdrawals.withdraw(PERSON)
    purge_all(study)
    study.withdrawals.lift(OTHER)
    assert study.memos.text("About Olga") == "Olga met [removed]"
    assert study.codes.get("Trust").example == "the nurse, and hold on"
    assert "nurse" in study.sources.text("other.txt")
    assert study.verify() == []
