"""Undo and redo: exact while nothing came later, and never in the way of what came later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.log.records import Draft
from crosscase.model.fields import Value
from crosscase.model.ids import derived_id
from crosscase.model.nouns import Attribute, AttributeValue, Code, Coder
from crosscase.store.coding_columns import coding_columns
from crosscase.store.purging import purge
from crosscase.store.reading import list_all
from crosscase.store.session import made
from crosscase.store.verifying import verify_file
from tests.store.histories import act, steps
from tests.store.study_copies import (
    Copy,
    add_source,
    assert_sound,
    begin_study,
    correct_text,
    mark,
    operation_names,
    state_of_copy,
    text_of,
)
from tests.store.test_merge_properties import Step, team, work

_lines = st.lists(st.tuples(st.integers(0, 2), steps), min_size=1, max_size=20)


def shown(copy: Copy) -> dict[str, Any]:
    """The state without the marks themselves and the words that redo needs."""
    state = state_of_copy(copy.file)
    del state["blobs"]
    state["nouns"] = {kind: all_ for kind, all_ in state["nouns"].items() if kind != "operation"}
    return state


def _check_undo(lines: Sequence[tuple[int, Step]], last: Sequence[Step]) -> None:
    with team() as made_:
        work(made_, lines, [(0, 1), (0, 2)])
        copy = made_.copies[0]
        for step in last:
            before, known = shown(copy), set(operation_names(copy.file))
            act(copy, step)
            new = [name for name in operation_names(copy.file) if name not in known]
            if len(new) != 1:
                continue  # refused, or itself an undo or a redo
            after = shown(copy)
            mark(copy, new[0], True)
            assert shown(copy) == before
            mark(copy, new[0], False)
            assert shown(copy) == after
        assert verify_file(copy.file) == []
        assert_sound(copy.file)


@settings(max_examples=10)
@given(_lines, st.lists(steps, min_size=4, max_size=8))
def test_undo_restores_exactly_and_so_does_redo(
    lines: list[tuple[int, Step]], last: list[Step]
) -> None:
    """Undo of the last operation gives the very state before it, redo the very state after it."""
    _check_undo(lines, last)


@pytest.mark.soak
@given(
    st.lists(st.tuples(st.integers(0, 2), steps), max_size=60),
    st.lists(steps, min_size=10, max_size=30),
)
def test_undo_restores_exactly_in_long_histories(
    lines: list[tuple[int, Step]], last: list[Step]
) -> None:
    """The same over long histories."""
    _check_undo(lines, last)


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Copy]:
    """A study with one source and one code."""
    copy = begin_study(tmp_path / "a.crosscase")
    add_source(copy, "a.txt", "the money went and trust was lost")
    copy.codes.add("Trust")
    yield copy
    copy.close()


def last_operation(copy: Copy) -> Any:
    return operation_names(copy.file)[-1]


def test_undoing_the_first_thing_a_person_did_keeps_what_they_did_later(
    copy: Copy, tmp_path: Path
) -> None:
    """Who somebody is was never part of that operation: their later codings still show."""
    ben = copy.copy_to(tmp_path / "ben.crosscase", "Ben")
    one = ben.codings.add("a.txt", "Trust", start_char=0, end_char=9)
    first = last_operation(ben)
    other = ben.codings.add("a.txt", "Trust", start_char=4, end_char=9)
    mark(ben, first, True)
    spans = state_of_copy(ben.file)["spans"]
    assert other.id in spans and one.id not in spans
    ben.close()


def set_value(copy: Copy, number: float) -> str:
    attribute, subject = derived_id("attribute", "beds"), operation_subject(copy)
    value = derived_id("value", attribute, subject)
    changes = (
        made(Attribute, attribute, fresh=False, name="beds", value_type="number"),
        made(
            AttributeValue,
            value,
            fresh=False,
            attribute=attribute,
            subject=subject,
            value=Value("number", number),
        ),
    )
    copy.record(Draft("values.set", {"n": 1}, changes))
    return value


def operation_subject(copy: Copy) -> str:
    return next(iter(state_of_copy(copy.file)["nouns"]["source"]))


def values_of(copy: Copy) -> list[float]:
    return [
        each.value.value
        for each, _ in state_of_copy(copy.file)["nouns"]["attribute_value"].values()
    ]


def test_what_is_one_by_nature_can_be_made_again_after_an_undo(copy: Copy) -> None:
    """A value set, undone and set again shows: it has the same id, but stands anew."""
    set_value(copy, 40.0)
    mark(copy, last_operation(copy), True)
    assert values_of(copy) == []
    set_value(copy, 50.0)
    assert values_of(copy) == [50.0]
    assert verify_file(copy.file) == []


def test_a_value_set_twice_outlives_the_undo_of_the_first_setting(copy: Copy) -> None:
    """Later changes stay, though the operation that made the value first is undone."""
    set_value(copy, 40.0)
    first = last_operation(copy)
    set_value(copy, 50.0)
    mark(copy, first, True)
    assert values_of(copy) == [50.0]
    assert verify_file(copy.file) == []


def test_undoing_the_making_of_what_was_dropped_and_restored_leaves_nothing_hollow(
    copy: Copy,
) -> None:
    """A code added, removed, restored, whose adding is then undone, is gone as a whole."""
    code = copy.codes.add("Money")
    added = last_operation(copy)
    copy.codes.remove(code.id)
    copy.codes.restore(code.id)
    mark(copy, added, True)
    assert code.id not in state_of_copy(copy.file)["nouns"]["code"]
    mark(copy, added, False)
    assert state_of_copy(copy.file)["nouns"]["code"][code.id][0] == code


def test_later_changes_stay_when_an_earlier_operation_is_undone(copy: Copy) -> None:
    """Undoing a description leaves the name that was given later."""
    code = copy.codes.get("Trust")
    copy.codes.describe(code.id, definition="Relying on others.")
    described = last_operation(copy)
    copy.codes.rename(code.id, "Confidence")
    mark(copy, described, True)
    found = copy.codes.get(code.id)
    assert (found.name, found.definition) == ("Confidence", None)


def test_a_coding_made_on_a_correction_finds_its_words_when_that_is_undone(copy: Copy) -> None:
    """Undoing a correction carries spans made on it back to the text before it."""
    source = operation_subject(copy)
    correct_text(copy, source, [(0, 0, "Well, ")])
    correction = last_operation(copy)
    text = text_of(copy, source) or ""
    at = text.index("trust")
    coding = copy.codings.add("a.txt", "Trust", start_char=at, end_char=at + 5)
    inside = copy.codings.add("a.txt", "Trust", start_char=0, end_char=4)
    mark(copy, correction, True)
    text = text_of(copy, source) or ""
    spans = state_of_copy(copy.file)["spans"]
    start, end, flags, _ = spans[coding.id][-4:]
    assert (text[start:end], flags) == ("trust", 0)
    assert spans[inside.id][-2] & 2, "what lay in the undone words alone is lost"
    assert verify_file(copy.file) == []
    mark(copy, correction, False)
    assert spans != state_of_copy(copy.file)["spans"]
    assert verify_file(copy.file) == []


def test_a_coding_on_a_correction_of_an_undone_correction_finds_its_words(copy: Copy) -> None:
    """It stands alone there: nothing else on the undone one brings that to mind."""
    source = operation_subject(copy)
    correct_text(copy, source, [(0, 0, "Well, ")])
    first = last_operation(copy)
    correct_text(copy, source, [(0, 0, "So. ")])
    text = text_of(copy, source) or ""
    at = text.index("trust")
    coding = copy.codings.add("a.txt", "Trust", start_char=at, end_char=at + 5)
    mark(copy, first, True)
    text = text_of(copy, source) or ""
    start, end, flags, _ = state_of_copy(copy.file)["spans"][coding.id][-4:]
    assert (text[start:end], flags) == ("trust", 0)
    assert verify_file(copy.file) == []


def test_codings_on_a_correction_that_was_undone_and_purged_are_lost(copy: Copy) -> None:
    """Nothing says any more where their words would lie; the state built anew says the same."""
    source = operation_subject(copy)
    revision = correct_text(copy, source, [(0, 0, "Well, ")])
    correction = last_operation(copy)
    coding = copy.codings.add("a.txt", "Trust", start_char=10, end_char=15)
    mark(copy, correction, True)
    purge(copy.session, [revision], "a name")
    assert state_of_copy(copy.file)["spans"][coding.id][-2] & 2
    assert verify_file(copy.file) == []


def test_an_undo_cannot_be_undone(copy: Copy) -> None:
    """A mark on an undo has no effect."""
    code = copy.codes.get("Trust")
    copy.codes.rename(code.id, "Confidence")
    undo = mark(copy, last_operation(copy), True)
    mark(copy, undo.name, True)
    assert copy.codes.get(code.id).name == "Trust"


def test_a_person_who_was_undone_is_added_again_by_their_next_operation(copy: Copy) -> None:
    """Undoing the adding of a coder does not keep that person from working."""
    with copy.session.reading() as reading:
        (ama,) = list_all(copy.file, reading.connection, Coder)
    copy.codings.add("a.txt", "Trust", start_char=0, end_char=3)
    for name in operation_names(copy.file):
        if name != operation_names(copy.file)[0]:
            mark(copy, name, True)
    copy.codes.add("New")
    with copy.session.reading() as reading:
        assert list_all(copy.file, reading.connection, Coder) == [ama]
        assert [code.name for code in reading.all(Code)] == ["New"]
        assert len(coding_columns(copy.file, reading.connection)) == 0
