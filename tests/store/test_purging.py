"""Purging: words go for ever, from every page of the file, and no copy brings them back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crosscase.errors import Conflict, MistakeOfUse, NotFound
from crosscase.log.records import Draft
from crosscase.model.fields import Value
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Attribute, AttributeValue, Case, Memo
from crosscase.store.blobs import blob_hash
from crosscase.store.merging import merge_file
from crosscase.store.purging import is_purged, purge
from crosscase.store.scrubbing import scrub_file
from crosscase.store.session import changed, made
from crosscase.store.study_file import StudyFile
from crosscase.store.verifying import verify_file
from tests.store.histories import steps
from tests.store.study_copies import (
    STUDY_ID,
    Copy,
    add_source,
    begin_study,
    correct_text,
    log_of_copy,
    mark,
    open_copy,
    operation_names,
    state_of_copy,
)
from tests.store.test_merge_properties import Step, assert_same, team, work

# Words that stand nowhere else, in a text, a correction, a memo, a name and a value.
SECRETS = ("Quxbert", "Zyxella", "Wimpleford", "Vexington", "Jorvikson")


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Copy]:
    """A study with a source and a person that hold secrets, and others that do not."""
    copy = begin_study(tmp_path / "a.crosscase")
    copy.codes.add("Trust")
    add_source(copy, "open.txt", "nothing to hide in here")
    yield copy
    copy.close()


def add_secrets(copy: Copy) -> tuple[Id, Id]:
    """A source and a participant with all that hangs on them; returns the ids of both."""
    source, _ = add_source(copy, "secret.txt", f"I am {SECRETS[0]} and I lost trust.")
    correct_text(copy, source, [(0, 0, f"{SECRETS[1]} speaking. ")])
    copy.codings.add("secret.txt", "Trust", start_char=3, end_char=9)
    add_memo(copy, source, f"about {SECRETS[2]}")
    person = copy.session.ids()
    copy.record(
        Draft(
            "case.added",
            {"case": person},
            (made(Case, person, name=SECRETS[3], case_kind="person"),),
        )
    )
    copy.record(Draft("values.set", {"n": 1}, value_changes(person, SECRETS[4])))
    return source, person


def add_memo(copy: Copy, about: Id, text: str) -> Id:
    data, memo = text.encode(), copy.session.ids()
    change = made(Memo, memo, title=text, text=blob_hash(data), about=about)
    copy.record(Draft("memo.written", {"memo": memo}, (change,), {blob_hash(data): data}))
    return memo


def value_changes(person: Id, words: str) -> tuple[object, ...]:
    attribute = derived_id("attribute", "nickname")
    return (
        made(Attribute, attribute, fresh=False, name="nickname", value_type="text"),
        made(
            AttributeValue,
            derived_id("value", attribute, person),
            fresh=False,
            attribute=attribute,
            subject=person,
            value=Value("text", words),
        ),
    )


def assert_nowhere(copy: Copy) -> None:
    """No secret is left in any byte of the file or its side files, nor in the search index."""
    for path in copy.path.parent.glob(copy.path.name + "*"):
        data = path.read_bytes().lower()
        for word in SECRETS:
            assert word.lower().encode() not in data, (path.name, word)
    terms = {term for term, *_ in state_of_copy(copy.file)["tokens"]}
    # Stems drop endings, so their beginnings must be gone too.
    assert not [t for t in terms for word in SECRETS if t[:5] == word.lower()[:5]]


def assert_somewhere(copy: Copy) -> None:
    """The secrets can be found in the file before (else a test of their absence proves little)."""
    data = b"".join(path.read_bytes() for path in copy.path.parent.glob(copy.path.name + "*"))
    assert all(word.encode() in data for word in SECRETS)


def test_a_purge_leaves_no_word_in_any_byte_of_the_file(copy: Copy) -> None:
    """Texts, corrections, memos, names and values go with the things they are part of."""
    source, person = add_secrets(copy)
    assert_somewhere(copy)
    done = purge(copy.session, [source, person], "withdrew")
    assert done.is_scrubbed
    assert_nowhere(copy)
    assert verify_file(copy.file) == []
    copy.close()
    assert_nowhere_on_disk(copy.path)


def assert_nowhere_on_disk(path: Path) -> None:
    data = path.read_bytes()
    assert not [word for word in SECRETS if word.encode() in data]


def test_a_purge_keeps_the_chains_and_everything_else(copy: Copy) -> None:
    """Digests still verify, since hashes stay; what was not named is as before."""
    before = state_of_copy(copy.file)
    source, person = add_secrets(copy)
    digests = log_of_copy(copy.file)["digests"]
    purge(copy.session, [source, person])
    after, log = state_of_copy(copy.file), log_of_copy(copy.file)
    assert digests.items() <= log["digests"].items()
    for kind in ("source", "code", "case", "memo", "coding", "revision"):
        assert after["nouns"][kind] == before["nouns"][kind]
    assert after["texts"] == before["texts"]
    assert after["blobs"] == before["blobs"]


def test_an_old_copy_that_was_never_purged_brings_no_word_back(copy: Copy, tmp_path: Path) -> None:
    """Merging in a copy from before the purge, with new work of its own, brings that work only."""
    source, person = add_secrets(copy)
    old = copy.copy_to(tmp_path / "old.crosscase", "Ben")
    old.codes.add("Money")
    purge(copy.session, [source, person])
    copy.merge(old)
    assert {code.name for code in copy.codes.all()} == {"Trust", "Money"}
    assert_nowhere(copy)
    assert verify_file(copy.file) == []
    old.close()


def test_late_work_on_purged_things_is_sealed_on_arrival(copy: Copy, tmp_path: Path) -> None:
    """A correction, memo and value made offline about a purged thing arrive without their words."""
    source, person = add_source(copy, "plain.txt", "plain words here")[0], copy.session.ids()
    copy.record(
        Draft("case.added", {"case": person}, (made(Case, person, name="P01", case_kind="person"),))
    )
    laptop = copy.copy_to(tmp_path / "laptop.crosscase", "Ben")
    correct_text(laptop, source, [(0, 0, f"{SECRETS[0]} {SECRETS[1]} ")])
    memo = add_memo(laptop, source, SECRETS[2])
    laptop.record(Draft("values.set", {"n": 1}, value_changes(person, SECRETS[3])))
    laptop.record(
        Draft("case.described", {"case": person}, (changed(Case, person, description=SECRETS[4]),))
    )
    assert_somewhere(laptop)
    purge(copy.session, [source, person])
    copy.merge(laptop)
    assert_nowhere(copy)
    assert verify_file(copy.file) == []
    with copy.session.reading() as reading:
        row = reading.row(memo)
        assert row is not None and is_purged(copy.file, reading.connection, row)
    laptop.merge(copy)
    assert_nowhere(laptop)
    assert verify_file(laptop.file) == []
    assert log_of_copy(copy.file) == log_of_copy(laptop.file)
    laptop.close()


def test_a_third_copy_that_only_saw_the_sealed_change_seals_later_ones(
    copy: Copy, tmp_path: Path
) -> None:
    """What a change was part of is known no more once it is sealed; that it was purged is."""
    source, _ = add_source(copy, "plain.txt", "plain words here")
    memo = add_memo(copy, source, "harmless")
    laptop = copy.copy_to(tmp_path / "laptop.crosscase", "Ben")
    data = " ".join(SECRETS).encode()
    late = changed(Memo, memo, title=SECRETS[0], text=blob_hash(data))  # names no whole
    laptop.record(Draft("memo.changed", {"memo": memo}, (late,), {blob_hash(data): data}))
    purge(copy.session, [source])
    third = _merged_from_nothing(tmp_path / "third.crosscase", copy)
    third.merge(laptop)
    assert_nowhere(third)
    copy.merge(laptop)
    assert log_of_copy(third.file) == log_of_copy(copy.file)
    third.close()
    laptop.close()


def _merged_from_nothing(path: Path, other: Copy) -> Copy:
    """A copy made by merging into an empty file, so that it never held what is sealed."""
    StudyFile.create(path, STUDY_ID).close()
    made_ = open_copy(path, "Chi")
    made_.merge(other)
    return made_


def test_a_purge_that_arrives_by_a_merge_scrubs_that_copy_too(copy: Copy, tmp_path: Path) -> None:
    """The copy that receives a purge is left without the words in any byte, index and all."""
    source, person = add_secrets(copy)
    other = copy.copy_to(tmp_path / "other.crosscase", "Ben")
    purge(copy.session, [source, person])
    other.merge(copy)
    assert_nowhere(other)
    assert verify_file(other.file) == []
    other.close()


def test_undoing_an_operation_about_purged_things_brings_nothing_back(copy: Copy) -> None:
    """Neither undo nor redo, nor a mark on the purge itself, opens what was sealed."""
    source, person = add_secrets(copy)
    copy.codes.remove("Trust")
    names = operation_names(copy.file)
    done = purge(copy.session, [source, person])
    mark(copy, done.operation.name, True)
    for name in names[2:]:
        mark(copy, name, True)
        mark(copy, name, False)
    assert_nowhere(copy)
    assert verify_file(copy.file) == []
    assert source not in state_of_copy(copy.file)["nouns"]["source"]


def test_recording_about_a_purged_thing_is_refused(copy: Copy) -> None:
    """A person meets the rule as a refusal: about the thing itself, or a new part of it."""
    source, person = add_secrets(copy)
    purge(copy.session, [source, person])
    before = log_of_copy(copy.file)
    for do in (
        lambda: add_memo(copy, source, SECRETS[0]),
        lambda: copy.record(Draft("values.set", {"n": 1}, value_changes(person, SECRETS[1]))),
        lambda: copy.record(
            Draft("case.described", {"case": person}, (changed(Case, person, name=SECRETS[2]),))
        ),
    ):
        with pytest.raises(Conflict) as refused:
            do()
        assert refused.value.slug == "purged"
    assert log_of_copy(copy.file) == before
    assert_nowhere(copy)


def test_purging_what_is_not_there_or_holds_no_words_is_refused(copy: Copy) -> None:
    """Nothing, an unknown id, the study itself, a mark: each is refused, and nothing is written."""
    copy.codes.add("Money")
    mark(copy, operation_names(copy.file)[-1], True)
    before = log_of_copy(copy.file)
    with pytest.raises(MistakeOfUse, match="Nothing was named"):
        purge(copy.session, [])
    with pytest.raises(NotFound):
        purge(copy.session, [derived_id("never made")])
    (undo,) = state_of_copy(copy.file)["nouns"]["operation"]
    for never in (STUDY_ID, undo):
        with pytest.raises(MistakeOfUse, match="cannot be purged"):
            purge(copy.session, [never])
    assert log_of_copy(copy.file) == before


def test_purging_one_correction_leaves_the_text_before_it(copy: Copy) -> None:
    """The text falls back to the revision before; codings on the purged words are lost."""
    source, _ = add_source(copy, "b.txt", "I lost trust.")
    kept = copy.codings.add("b.txt", "Trust", start_char=7, end_char=12)
    revision = correct_text(copy, source, [(0, 1, SECRETS[0])])
    lost = copy.codings.add("b.txt", "Trust", start_char=0, end_char=7)
    purge(copy.session, [revision])
    state = state_of_copy(copy.file)
    assert state["texts"][source][1] == "I lost trust."
    assert state["spans"][kept.id][-4:-1] == (7, 12, 0)
    assert state["spans"][lost.id][-2] & 2
    assert SECRETS[0].encode() not in copy.path.read_bytes()
    assert verify_file(copy.file) == []


def test_a_reader_elsewhere_keeps_the_side_file_and_the_purge_says_so(copy: Copy) -> None:
    """While another program reads an older state, its pages stay; the purge itself stands."""
    source, person = add_secrets(copy)
    copy.file.driver().execute("PRAGMA busy_timeout=20")
    reader = StudyFile.open(copy.path)
    with reader.read() as connection:
        assert reader.fact(connection, "study_id") == STUDY_ID
        done = purge(copy.session, [source, person])
        assert not done.is_scrubbed
    reader.close()
    assert verify_file(copy.file) == []
    copy.close()
    assert_nowhere_on_disk(copy.path)
    assert not copy.path.with_name(copy.path.name + "-wal").exists()


def test_a_file_that_another_program_writes_to_is_not_scrubbed_but_stays_sound(copy: Copy) -> None:
    """Scrubbing says that it could not, rather than failing after the purge was stored."""
    copy.file.driver().execute("PRAGMA busy_timeout=10")
    holder = sqlite3.connect(copy.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert not scrub_file(copy.file)
    holder.execute("ROLLBACK")
    holder.close()
    assert scrub_file(copy.file)


@settings(max_examples=8)
@given(
    st.lists(st.tuples(st.integers(0, 2), steps), min_size=5, max_size=24),
    st.integers(0, 2),
    st.integers(0, 1_000),
    st.lists(st.tuples(st.integers(0, 2), steps), max_size=12),
)
def test_a_purge_first_or_last_leaves_the_same_study(
    lines: list[tuple[int, Step]], where: int, what: int, later: list[tuple[int, Step]]
) -> None:
    """Random work, a purge in one copy, more work everywhere: merges still give one study."""
    _check_purge(lines, where, what, later)


@pytest.mark.soak
@given(
    st.lists(st.tuples(st.integers(0, 2), steps), min_size=5, max_size=60),
    st.integers(0, 2),
    st.integers(0, 1_000),
    st.lists(st.tuples(st.integers(0, 2), steps), max_size=40),
)
def test_a_purge_in_a_long_history_leaves_the_same_study(
    lines: list[tuple[int, Step]], where: int, what: int, later: list[tuple[int, Step]]
) -> None:
    """The same over long histories."""
    _check_purge(lines, where, what, later)


def _check_purge(
    lines: list[tuple[int, Step]], where: int, what: int, later: list[tuple[int, Step]]
) -> None:
    with team() as made_:
        work(made_, lines, [(0, 1), (1, 2)])
        nouns = state_of_copy(made_.copies[where].file)["nouns"]
        kinds = (
            "source",
            "source",
            "revision",
            "case",
            "memo",
            "attribute_value",
            "coding",
            "code",
        )
        ids = [id_ for kind in kinds for id_ in nouns[kind]]
        assume(ids)  # a copy that nothing has reached has nothing to purge
        purge(made_.copies[where].session, [ids[what % len(ids)]])
        work(made_, later, [])
        a, b, c = made_.copies
        left = made_.copy_of(a)
        left.merge(b)
        left.merge(c)
        right, inner = made_.copy_of(c), made_.copy_of(b)
        inner.merge(a)
        assert_same(left, right, lambda: right.merge(inner))
        for one in (a, b, c, left, right, inner):
            assert verify_file(one.file) == []


def test_merge_file_and_copies_share_nothing_with_the_purged_blob(
    copy: Copy, tmp_path: Path
) -> None:
    """The blob of purged words is not even carried over to be thrown away again."""
    source, person = add_secrets(copy)
    old = copy.copy_to(tmp_path / "old.crosscase", "Ben")
    old.codes.add("Money")
    purge(copy.session, [source, person])
    wal = copy.path.with_name(copy.path.name + "-wal")
    merge_file(copy.file, old.file, now_us=0, wall_ms=0, file_name="old.crosscase")
    assert not [w for w in SECRETS if w.encode() in wal.read_bytes() + copy.path.read_bytes()]
    old.close()
