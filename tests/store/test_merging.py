"""Merging two copies: what is refused with nothing changed, marked, hidden, and taken out again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.errors import Conflict, CrosscaseError, MistakeOfUse, UnreadableFile
from crosscase.log.records import Draft
from crosscase.model.ids import derived_id
from crosscase.model.nouns import Code
from crosscase.store.merging import merge_file, unmerge_receipt
from crosscase.store.purging import purge
from crosscase.store.session import dropped, made
from crosscase.store.study_file import StudyFile
from crosscase.store.verifying import verify_file
from crosscase.testing import TickingClock
from tests.store.study_copies import (
    NOON_US,
    Copy,
    add_source,
    begin_study,
    correct_text,
    log_of_copy,
    state_of_copy,
    text_of,
)

HOUR_US = 3_600_000_000


@pytest.fixture
def ama(tmp_path: Path) -> Iterator[Copy]:
    """Ama's copy: one source, one code."""
    copy = begin_study(tmp_path / "ama.crosscase")
    add_source(copy, "a.txt", "the money went and trust was lost")
    copy.codes.add("Trust")
    yield copy
    copy.close()


@pytest.fixture
def ben(ama: Copy, tmp_path: Path) -> Iterator[Copy]:
    """Ben's copy of Ama's study."""
    copy = ama.copy_to(tmp_path / "ben.crosscase", "Ben", TickingClock(NOON_US + HOUR_US // 10))
    yield copy
    copy.close()


def everything(copy: Copy) -> tuple[object, object]:
    return state_of_copy(copy.file), log_of_copy(copy.file)


def coded(copy: Copy, start: int = 0) -> str:
    return copy.codings.add("a.txt", "Trust", start_char=start, end_char=start + 3).id


# -- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE change SET fields = cast(x'a1' || substr(fields, 2) AS BLOB)",
        "UPDATE change SET fields = zeroblob(length(fields))",
        "UPDATE change SET salt = zeroblob(16)",
        "UPDATE change SET hash = zeroblob(32)",
        "UPDATE change SET over = x'8181'",
        "UPDATE change SET kind = kind + 1",
        "UPDATE change SET seal = 1",
        "UPDATE change SET seal = 9, fields = NULL, salt = NULL",
        "UPDATE operation SET digest = zeroblob(32)",
        "UPDATE operation SET heads = x'ff'",
        "UPDATE operation SET heads = x'8101'",
        "UPDATE operation SET heads = x'80' WHERE seq = 1",
        "UPDATE operation SET wall_ms = wall_ms + 1",
        "UPDATE operation SET sentence = x'a0'",
        "UPDATE operation SET person = NULL",
        "DELETE FROM operation WHERE seq = 2 AND writer = (SELECT max(row) FROM writer)",
        "DELETE FROM change WHERE operation = (SELECT max(row) FROM operation)",
        "UPDATE blob SET bytes = cast(x'00' || substr(bytes, 2) AS BLOB)",
        "UPDATE blob SET bytes = 'words that are no bytes'",
        "UPDATE change SET fields = 'words that are no bytes'",
    ],
)
def test_a_damaged_copy_is_refused_and_nothing_changes(ama: Copy, ben: Copy, damage: str) -> None:
    """Whatever was altered in the other copy, none of it comes in."""
    coded(ben)
    add_source(ben, "b.txt", "other words")
    ben.codes.add("Money")
    newest = ben.file.driver().execute("SELECT max(row) FROM writer").fetchone()[0]
    raw = ben.file.driver()
    if damage.startswith(("UPDATE change", "UPDATE operation")):
        joint = " AND" if "WHERE" in damage else " WHERE"
        damage += f"{joint} writer = {newest}"
    assert raw.execute(damage).rowcount > 0
    before = everything(ama)
    with pytest.raises(UnreadableFile) as refused:
        ama.merge(ben)
    assert refused.value.slug in ("digest-mismatch", "blob-damaged")
    assert "Nothing was merged" in refused.value.sentence
    assert everything(ama) == before
    assert verify_file(ama.file) == []
    assert verify_file(ben.file) != []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE change SET at = at + 1",
        "UPDATE state_code SET name = 'Other'",
        "UPDATE state_coding SET conflict = 4",
        "DELETE FROM coding_block",
        "UPDATE source_text SET chars = chars + 1",
        "DELETE FROM head",
        "INSERT INTO mark (operation) VALUES (3)",
        "DELETE FROM blob",
    ],
)
def test_verify_finds_what_does_not_follow_from_the_log(ama: Copy, damage: str) -> None:
    """Also damage that no digest covers: the order of changes, the state, the heads, the marks."""
    coded(ama)
    assert verify_file(ama.file) == []
    assert ama.file.driver().execute(damage).rowcount > 0
    assert verify_file(ama.file) != []


def test_copies_whose_chains_differ_are_refused(ama: Copy, ben: Copy) -> None:
    """One writer's chain that goes two ways (a copied process) refuses the merge, naming it."""
    coded(ama)
    ben.merge(ama)
    coded(ama, 4)
    coded(ben, 8)
    raw = ben.file.driver()
    raw.execute("UPDATE operation SET digest = randomblob(32) WHERE seq = 3 AND writer = 1")
    raw.execute("DELETE FROM operation WHERE seq > 3 AND writer = 1")
    before = everything(ama)
    with pytest.raises(Conflict) as refused:
        ama.merge(ben)
    assert refused.value.slug == "chains-differ"
    assert "operation 3 of writer" in refused.value.sentence
    assert everything(ama) == before


def test_another_study_is_refused(ama: Copy, tmp_path: Path) -> None:
    """A merge needs the same study id; another study is an import."""
    other = StudyFile.create(tmp_path / "other.crosscase", derived_id("another"))
    with pytest.raises(MistakeOfUse) as refused:
        merge_file(ama.file, other, now_us=0, wall_ms=0, file_name="other.crosscase")
    assert refused.value.slug == "another-study"
    other.close()


# -- clocks that run ahead ------------------------------------------------------------------------


def test_an_operation_from_the_future_is_marked_and_kept_and_moves_no_clock(
    ama: Copy, tmp_path: Path
) -> None:
    """Ben's clock is a day ahead: what he did comes in, is marked, and Ama's time stays her own."""
    ben = ama.copy_to(tmp_path / "ben.crosscase", "Ben", TickingClock(NOON_US + 24 * HOUR_US))
    his = coded(ben)
    receipt = ama.merge(ben)
    assert receipt.future == receipt.operations == 2
    marked = ama.file.driver().execute("SELECT count(*) FROM operation WHERE future = 1")
    assert marked.fetchone() == (2,)
    assert his in state_of_copy(ama.file)["spans"]
    coded(ama, 4)
    (latest,) = (
        ama.file.driver().execute("SELECT max(at) FROM operation WHERE future = 0").fetchone()
    )
    assert latest < NOON_US + HOUR_US
    assert verify_file(ama.file) == []
    ben.close()


def test_what_a_person_changes_after_a_future_value_shows(ama: Copy, tmp_path: Path) -> None:
    """A later change that has seen the future one wins by reach, though its time is less."""
    code = ama.codes.get("Trust")
    ben = ama.copy_to(tmp_path / "ben.crosscase", "Ben", TickingClock(NOON_US + 24 * HOUR_US))
    ben.codes.rename(code.id, "From the future")
    ama.merge(ben)
    assert ama.codes.get(code.id).name == "From the future"
    ama.codes.rename(code.id, "From now")
    assert ama.codes.get(code.id).name == "From now"
    assert state_of_copy(ama.file)["conflicts"] == {}
    ben.close()


# -- what shows after a merge ---------------------------------------------------------------------


def test_dropping_a_code_hides_its_codings_and_restoring_brings_back_exactly(
    ama: Copy, ben: Copy
) -> None:
    """Also one that arrives while the code is dropped is hidden, and comes back with it."""
    one = coded(ama)
    with_one = state_of_copy(ama.file)
    code = ama.codes.get("Trust")
    ama.codes.remove(code.id)
    late = coded(ben, 4)
    ama.merge(ben)
    hidden = state_of_copy(ama.file)
    assert hidden["spans"] == {}
    assert {one, late} == set(hidden["nouns"]["coding"])
    ama.codes.restore(code.id)
    spans = state_of_copy(ama.file)["spans"]
    assert set(spans) == {one, late}
    assert spans[one] == with_one["spans"][one]


def test_equal_changes_made_apart_are_no_conflict_and_different_ones_are(
    ama: Copy, ben: Copy
) -> None:
    """Two people who give the same new name agree; two who give different ones do not."""
    code = ama.codes.get("Trust")
    ama.codes.rename(code.id, "Confidence")
    ben.codes.rename(code.id, "Confidence")
    ama.merge(ben)
    assert state_of_copy(ama.file)["conflicts"] == {}
    ben.merge(ama)
    ama.codes.rename(code.id, "Faith")
    ben.codes.rename(code.id, "Hope")
    ama.merge(ben)
    assert set(state_of_copy(ama.file)["conflicts"]) == {code.id}
    ama.codes.rename(code.id, "Charity")
    assert state_of_copy(ama.file)["conflicts"] == {}


def test_sibling_corrections_leave_one_text_and_name_the_other(ama: Copy, ben: Copy) -> None:
    """Two corrections made apart: the later one shows, the other is listed until it is settled."""
    source = next(iter(state_of_copy(ama.file)["nouns"]["source"]))
    mine = correct_text(ama, source, [(0, 3, "THE")])
    his = correct_text(ben, source, [(4, 9, "MONEY")])
    trust = ben.codings.add("a.txt", "Trust", quote="trust")
    ama.merge(ben)
    revision, text, rivals = state_of_copy(ama.file)["texts"][source]
    assert (revision, rivals) == (his, [mine])
    assert text == "the MONEY went and trust was lost"
    correct_text(ama, source, [(0, 3, "THE")], settles=[mine])
    _, text, rivals = state_of_copy(ama.file)["texts"][source]
    assert (text, rivals) == ("THE MONEY went and trust was lost", [])
    start, end, flags, _ = state_of_copy(ama.file)["spans"][trust.id][-4:]
    assert ((text_of(ama, source) or "")[start:end], flags) == ("trust", 0)
    assert verify_file(ama.file) == []


def test_a_merged_code_that_is_dropped_does_not_stop_the_reading_of_codings(ama: Copy) -> None:
    """The newest row of all may be a code that was merged away and dropped."""
    coded(ama)
    money = ama.codes.add("Money")
    ama.codes.merge(money.id, "Trust")
    ama.record(Draft("code.removed", {"code": money.id}, (dropped(Code, money.id),)))
    assert len(state_of_copy(ama.file)["spans"]) == 1


# -- taking a merge out ---------------------------------------------------------------------------


def test_unmerge_takes_out_exactly_what_came(ama: Copy, ben: Copy) -> None:
    """The state and the log are those of before, and merging again brings all of it back."""
    coded(ama)
    before = everything(ama)
    coded(ben, 4)
    add_source(ben, "b.txt", "words of Ben alone")
    ben.codes.rename("Trust", "Confidence")
    ben.codes.remove("Confidence")
    number = ama.merge(ben).number
    after = everything(ama)
    assert number is not None and after != before
    assert unmerge_receipt(ama.file, number) == 5
    assert everything(ama) == before
    assert verify_file(ama.file) == []
    ama.merge(ben)
    assert everything(ama) == after
    assert verify_file(ama.file) == []


def test_unmerge_is_refused_once_work_stands_on_it(ama: Copy, ben: Copy) -> None:
    """After Ama went on working, what came can only be undone."""
    coded(ben)
    number = ama.merge(ben).number
    assert number is not None
    coded(ama, 4)
    before = everything(ama)
    with pytest.raises(Conflict) as refused:
        unmerge_receipt(ama.file, number)
    assert refused.value.slug == "built-on"
    assert everything(ama) == before


def test_unmerge_is_refused_when_another_merge_brought_work_that_stands_on_it(
    ama: Copy, ben: Copy, tmp_path: Path
) -> None:
    """Chi had merged Ben's work before she went on; Ama took in Ben's first, then hers."""
    coded(ben)
    chi = ben.copy_to(tmp_path / "chi.crosscase", "Chi")
    first = ama.merge(ben).number
    coded(chi, 8)
    ama.merge(chi)
    assert first is not None
    with pytest.raises(Conflict, match="later operation"):
        unmerge_receipt(ama.file, first)
    chi.close()


def test_a_merge_that_nobody_built_on_can_be_taken_out_after_another(
    ama: Copy, ben: Copy, tmp_path: Path
) -> None:
    """Two laptops that knew nothing of each other: the first can be taken out, the second stays."""
    chi = ama.copy_to(tmp_path / "chi.crosscase", "Chi", TickingClock(NOON_US + HOUR_US // 9))
    alone = ama.copy_to(tmp_path / "alone.crosscase", "Zoe")
    coded(ben)
    hers = coded(chi, 8)
    first = ama.merge(ben).number
    ama.merge(chi)
    assert first is not None
    unmerge_receipt(ama.file, first)
    assert set(state_of_copy(ama.file)["spans"]) == {hers}
    alone.merge(chi)
    assert everything(alone) == everything(ama)
    assert verify_file(ama.file) == []
    chi.close()
    alone.close()


def test_a_merge_cannot_be_taken_out_twice_nor_one_that_never_was(ama: Copy, ben: Copy) -> None:
    """Both are refused by the same sentence."""
    coded(ben)
    number = ama.merge(ben).number
    assert number is not None
    unmerge_receipt(ama.file, number)
    for absent in (number, 99):
        with pytest.raises(MistakeOfUse, match="no merge"):
            unmerge_receipt(ama.file, absent)


def test_a_merge_that_brought_a_purge_cannot_be_taken_out(ama: Copy, ben: Copy) -> None:
    """Purged words cannot come back, so the merge that took them stays."""
    purge(ben.session, [next(iter(state_of_copy(ben.file)["nouns"]["source"]))])
    number = ama.merge(ben).number
    assert number is not None
    with pytest.raises(Conflict) as refused:
        unmerge_receipt(ama.file, number)
    assert refused.value.slug == "merge-holds-a-purge"


def test_a_writer_that_failed_goes_on_without_a_gap(ama: Copy) -> None:
    """An operation whose transaction was taken back leaves no hole in its writer's chain."""
    coded(ama)
    id_ = ama.session.ids()
    with pytest.raises(RuntimeError, match="taken back"), ama.file.write() as connection:
        draft = Draft("code.added", {"code": id_}, (made(Code, id_, name="Lost"),))
        ama.session.record_in(connection, draft)
        raise RuntimeError("taken back")
    coded(ama, 4)
    assert verify_file(ama.file) == []
    assert [code.name for code in ama.codes.all()] == ["Trust"]


def test_errors_of_the_other_file_are_told_as_ours(ama: Copy, ben: Copy) -> None:
    """A copy whose tables are gone is refused in the field's words, with nothing changed."""
    add_source(ben, "b.txt", "other words")
    ben.file.driver().execute("DROP TABLE blob")
    before = everything(ama)
    with pytest.raises(CrosscaseError) as refused:
        ama.merge(ben)
    assert not isinstance(refused.value, sqlite3.Error)
    assert everything(ama) == before
