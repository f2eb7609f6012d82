"""Edits of a text, and what becomes of the spans that were coded on it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.model.edits import (
    CarriedSpan,
    Edit,
    TextEdit,
    apply_edits,
    carry_position,
    carry_span,
    checked_edits,
    edits_between,
    inverted,
)

TEXTS = st.text(alphabet="ab \né’.字", max_size=40)
SENTENCES = st.lists(
    st.sampled_from(["trust", "money", "London", "the", " ", " ", "\n", ".", "don’t", "字"]),
    max_size=60,
).map("".join)


@st.composite
def text_and_edits(draw: st.DrawFn) -> tuple[str, tuple[TextEdit, ...]]:
    """A text and sound edits of it, no two of them at one place."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits: list[TextEdit] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        if not edits or (start, end) > (edits[-1].end_char, edits[-1].end_char):
            edits.append(TextEdit(start, end, draw(st.text(alphabet="XY ", max_size=5))))
    return text, tuple(edits)


def lengths(edits: tuple[TextEdit, ...]) -> tuple[Edit, ...]:
    return tuple(edit.lengths for edit in edits)


@st.composite
def edited_spans(draw: st.DrawFn) -> tuple[str, tuple[TextEdit, ...], int, int]:
    """The same with a span of the text that is not empty."""
    text, edits = draw(text_and_edits().filter(lambda pair: pair[0] != ""))
    start = draw(st.integers(0, len(text) - 1))
    return text, edits, start, draw(st.integers(start + 1, len(text)))


def is_clear_of(start: int, end: int, edits: tuple[Edit, ...]) -> bool:
    """No edit replaces or inserts anything inside the span."""
    return all(edit.end_char <= start or edit.start_char >= end for edit in edits)


# -- edits between two texts -------------------------------------------------------------


@given(SENTENCES | TEXTS, SENTENCES | TEXTS)
def test_edits_between_two_texts_turn_one_into_the_other(old: str, new: str) -> None:
    """Applying what edits_between found gives the new text."""
    assert apply_edits(old, edits_between(old, new)) == new


@given(SENTENCES, SENTENCES)
def test_edits_between_are_sound(old: str, new: str) -> None:
    """They are in order, do not overlap, lie in the text, and each changes something."""
    edits = edits_between(old, new)
    assert checked_edits(lengths(edits), len(old)) == lengths(edits)
    assert all(old[edit.start_char : edit.end_char] != edit.inserted for edit in edits)


@given(SENTENCES)
def test_a_text_needs_no_edits_to_become_itself(text: str) -> None:
    """The same text gives no edits."""
    assert edits_between(text, text) == ()


def test_a_changed_word_is_one_edit() -> None:
    """Half a word is never an edit, whatever letters the two words share."""
    old = "The London ministry moved."
    assert edits_between(old, "The Londonderry ministry moved.") == (
        TextEdit(4, 10, "Londonderry"),
    )


def test_far_apart_changes_are_separate_edits() -> None:
    """What lies between two corrections is not replaced."""
    old = "We lost trust when the money went, and nobody said so at the board."
    new = "We lost faith when the money went, and nobody said so at the table."
    assert edits_between(old, new) == (TextEdit(8, 13, "faith"), TextEdit(61, 66, "table"))


def test_a_long_text_in_few_paragraphs_is_compared_quickly() -> None:
    """Changes at both ends of 12,000 words leave all that lies between alone."""
    words = [f"word{number % 977}" if number % 3 else "the" for number in range(12_000)]
    old = " ".join(words)
    new = " ".join(["First", *words[1:-1], "last"])
    edits = edits_between(old, new)
    assert [edit.inserted for edit in edits] == ["First", "last"]


def test_many_corrections_in_one_long_line_are_found_one_by_one() -> None:
    """A transcript without line breaks keeps what lies between its corrections."""
    draw = Random(1)
    words = [f"w{draw.randrange(300)}" for _ in range(8_000)]
    corrected = [f"X{at}" if at % 400 == 7 else word for at, word in enumerate(words)]
    edits = edits_between(" ".join(words), " ".join(corrected))
    assert [edit.inserted for edit in edits] == [f"X{at}" for at in range(7, 8_000, 400)]


@settings(max_examples=25)
@given(st.lists(st.integers(0, 2_999), max_size=30), st.lists(st.integers(0, 2_999), max_size=30))
def test_long_texts_become_one_another_too(taken_out: list[int], doubled: list[int]) -> None:
    """Anchors of long texts never lose a word, wherever words go or come twice."""
    words = [f"w{number * number % 211} " for number in range(3_000)]
    new = [
        word * 2 if at in doubled else word for at, word in enumerate(words) if at not in taken_out
    ]
    old_text, new_text = "".join(words), "".join(new)
    assert apply_edits(old_text, edits_between(old_text, new_text)) == new_text


def test_long_texts_that_have_nothing_in_common_are_compared_within_bounds() -> None:
    """Tens of thousands of other words end quickly, and still become one another."""
    draw = Random(2)
    old, new = (" ".join(f"w{draw.randrange(3_000)}" for _ in range(60_000)) for _ in range(2))
    assert apply_edits(old, edits_between(old, new)) == new
    other = new.replace("w", "v")
    assert edits_between(old, other) == (TextEdit(0, len(old), other),)


@settings(max_examples=6, deadline=None)
@given(st.integers(2, 9), st.integers(0, 2**32))
def test_long_texts_of_which_every_few_words_changed_keep_the_others(every: int, seed: int) -> None:
    """A name that stands everywhere is replaced, and the words between stay what they are."""
    draw = Random(seed)
    words = [f"w{draw.randrange(2_000)}" for _ in range(5_000)]
    changed = ["Ama" if at % every == 0 else word for at, word in enumerate(words)]
    old, new = " ".join(words), " ".join(changed)
    edits = edits_between(old, new)
    assert apply_edits(old, edits) == new
    checked_edits([edit.lengths for edit in edits], len(old))
    assert sum(edit.end_char - edit.start_char for edit in edits) < len(old) * 0.8


def test_many_paragraphs_are_compared_line_by_line() -> None:
    """A long transcript with one corrected word in each tenth turn gets one edit a word."""
    lines = [f"P{number}: We met in room {number} again.\n" for number in range(600)]
    corrected = [
        line.replace("again", "twice") if number % 10 == 0 else line
        for number, line in enumerate(lines)
    ]
    edits = edits_between("".join(lines), "".join(corrected))
    assert [edit.inserted for edit in edits] == ["twice"] * 60


# -- carrying spans ----------------------------------------------------------------------


@given(edited_spans())
def test_a_span_that_no_edit_meets_keeps_its_words(
    case: tuple[str, tuple[TextEdit, ...], int, int],
) -> None:
    """Its words after the edits are its words before them, and it is called kept."""
    text, edits, start, end = case
    carried = carry_span(start, end, lengths(edits))
    if is_clear_of(start, end, lengths(edits)):
        after = apply_edits(text, edits)
        assert after[carried.start_char : carried.end_char] == text[start:end]
        assert carried.standing == "kept"
    else:
        assert carried.standing in ("touched", "lost")


@given(edited_spans())
def test_a_carried_span_never_leaves_the_text(
    case: tuple[str, tuple[TextEdit, ...], int, int],
) -> None:
    """It lies inside the new text, and is empty only when it is lost."""
    text, edits, start, end = case
    carried = carry_span(start, end, lengths(edits))
    assert 0 <= carried.start_char <= carried.end_char <= len(apply_edits(text, edits))
    assert (carried.start_char == carried.end_char) == (carried.standing == "lost")


@given(edited_spans())
def test_carrying_there_and_back_returns_an_untouched_span(
    case: tuple[str, tuple[TextEdit, ...], int, int],
) -> None:
    """Inverted edits lead a kept span back to where it was."""
    _, edits, start, end = case
    carried = carry_span(start, end, lengths(edits))
    if carried.standing == "kept":
        back = carry_span(carried.start_char, carried.end_char, inverted(lengths(edits)))
        assert back == CarriedSpan(start, end, "kept")


@given(edited_spans())
def test_a_touched_span_still_holds_its_unchanged_words(
    case: tuple[str, tuple[TextEdit, ...], int, int],
) -> None:
    """Every character of the span that no edit replaced lies in the carried span, in order."""
    _, edits, start, end = case
    carried = carry_span(start, end, lengths(edits))
    for at in range(start, end):
        if is_clear_of(at, at + 1, lengths(edits)):
            moved = carry_span(at, at + 1, lengths(edits))
            assert carried.start_char <= moved.start_char
            assert moved.end_char <= carried.end_char


@given(text_and_edits())
def test_inverting_twice_gives_the_same_edits(case: tuple[str, tuple[TextEdit, ...]]) -> None:
    """The way back from the way back is the way there."""
    edits = lengths(case[1])
    assert inverted(inverted(edits)) == edits


@given(text_and_edits())
def test_inverted_edits_fit_the_new_text(case: tuple[str, tuple[TextEdit, ...]]) -> None:
    """They are in order, lie in the new text and give back the old length."""
    text, edits = case
    after = apply_edits(text, edits)
    back = inverted(lengths(edits))
    bounds = [at for each in back for at in (each.start_char, each.end_char)]
    assert bounds == sorted(bounds)
    assert not bounds or bounds[-1] <= len(after)
    grown = sum(each.inserted_length - (each.end_char - each.start_char) for each in back)
    assert len(after) + grown == len(text)


def test_london_becomes_washington() -> None:
    """A longer word put before a coded span moves the span and keeps its words."""
    old = "In London the ministry moved twice."
    new = "In Washington the ministry moved twice."
    start = old.index("ministry moved")
    edits = lengths(edits_between(old, new))
    carried = carry_span(start, start + len("ministry moved"), edits)
    assert new[carried.start_char : carried.end_char] == "ministry moved"
    assert carried.standing == "kept"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit(10, 10, 3), CarriedSpan(13, 23, "kept")),  # put in right before
        (Edit(20, 20, 3), CarriedSpan(10, 20, "kept")),  # put in right after
        (Edit(15, 15, 3), CarriedSpan(10, 23, "touched")),  # put in inside
        (Edit(12, 14, 0), CarriedSpan(10, 18, "touched")),  # taken out inside
        (Edit(8, 12, 0), CarriedSpan(8, 16, "touched")),  # taken out across the start
        (Edit(18, 22, 0), CarriedSpan(10, 18, "touched")),  # taken out across the end
        (Edit(8, 12, 6), CarriedSpan(8, 22, "touched")),  # replaced across the start
        (Edit(18, 22, 6), CarriedSpan(10, 24, "touched")),  # replaced across the end
        (Edit(5, 25, 4), CarriedSpan(5, 9, "touched")),  # replaced with what is around
        (Edit(5, 25, 0), CarriedSpan(5, 5, "lost")),  # taken out with what is around
        (Edit(10, 20, 0), CarriedSpan(10, 10, "lost")),  # taken out exactly
    ],
)
def test_each_way_an_edit_can_meet_a_span(edit: Edit, expected: CarriedSpan) -> None:
    """The span 10-20 under one edit."""
    assert carry_span(10, 20, (edit,)) == expected


# -- positions ---------------------------------------------------------------------------


@given(text_and_edits(), st.data())
def test_positions_stay_in_order_and_in_the_text(
    case: tuple[str, tuple[TextEdit, ...]], data: st.DataObject
) -> None:
    """Of two positions the earlier one stays the earlier, and left is never after right."""
    text, edits = case
    one = data.draw(st.integers(0, len(text)))
    other = data.draw(st.integers(one, len(text)))
    after = len(apply_edits(text, edits))
    for side in ("left", "right"):
        first = carry_position(one, lengths(edits), side=side)  # type: ignore[arg-type]
        second = carry_position(other, lengths(edits), side=side)  # type: ignore[arg-type]
        assert 0 <= first <= second <= after
    left = carry_position(one, lengths(edits), side="left")
    assert left <= carry_position(one, lengths(edits), side="right")


# -- refusals ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "edits",
    [
        [(0, 5, 1), (4, 6, 1)],  # overlap
        [(5, 3, 1)],  # backwards
        [(0, 1, -1)],  # a negative length
        [(8, 12, 0)],  # past the end
        [(3, 3, 1), (3, 3, 2)],  # two insertions at one place: which comes first?
    ],
)
def test_edits_that_make_no_sense_are_refused(edits: list[tuple[int, int, int]]) -> None:
    """A text of ten characters takes none of these."""
    with pytest.raises(ValueError):
        checked_edits(edits, 10)
