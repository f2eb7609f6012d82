"""Pairing turns with those of a translation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosscase.intake.translation_pairs import pair_turns
from crosscase.model.layout import Layout, Segment


def _layout(*turns: tuple[str | None, int]) -> Layout:
    segments, at = [Segment("heading", 0, 5, 0)], 6
    for speaker, length in turns:
        segments.append(Segment("turn", at, at + length, at, speaker))
        at += length + 1
    return Layout(tuple(segments))


def test_the_same_sequence_pairs_one_to_one() -> None:
    """Equal counts and speakers pair in order, whatever the lengths."""
    one = _layout(("INT", 5), ("P1", 90), ("INT", 5))
    other = _layout(("INT", 70), ("P1", 3), ("INT", 9))
    assert pair_turns(one, other) == ((0, 0), (1, 1), (2, 2))


def test_translated_labels_are_matched_in_order_of_first_speech() -> None:
    """A label that stands in both is one speaker; the others follow their order."""
    one = _layout(("Interviewer", 5), ("P1", 9), ("Nurse", 7))
    other = _layout(("Entrevistadora", 5), ("P1", 9), ("Enfermera", 7))
    assert pair_turns(one, other) == ((0, 0), (1, 1), (2, 2))


def test_a_turn_left_out_of_the_translation_stands_alone() -> None:
    """Speakers first, then lengths, show which turn is missing."""
    one = _layout(("INT", 20), ("P1", 400), ("INT", 90), ("P1", 30), ("INT", 40), ("P1", 900))
    other = _layout(("INT", 22), ("P1", 430), ("INT", 41), ("P1", 950))
    assert pair_turns(one, other) == ((0, 0), (1, 1), (2, None), (3, None), (4, 2), (5, 3))


def test_a_turn_more_in_the_translation_stands_alone() -> None:
    """A translator's remark has no original."""
    one = _layout(("INT", 20), ("P1", 40))
    other = _layout(("INT", 20), ("Translator", 10), ("P1", 40))
    assert pair_turns(one, other) == ((0, 0), (None, 1), (1, 2))


def test_different_speakers_never_pair() -> None:
    """What one person said is not what another said."""
    assert pair_turns(_layout(("A", 9), ("B", 9)), _layout(("B", 9), ("A", 9))) in (
        ((0, None), (1, 0), (None, 1)),
        ((None, 0), (0, 1), (1, None)),
    )


def test_paragraphs_without_speakers_pair_too() -> None:
    """Turns without speakers pair with one another."""
    assert pair_turns(_layout((None, 9), (None, 9)), _layout((None, 9), (None, 8))) == (
        (0, 0),
        (1, 1),
    )


_TURNS = st.lists(st.tuples(st.sampled_from(["A", "B", None]), st.integers(1, 200)), max_size=30)


@given(_TURNS, _TURNS)
def test_every_turn_stands_once_and_in_order(
    one: list[tuple[str | None, int]], other: list[tuple[str | None, int]]
) -> None:
    """No turn is lost, none is doubled, and no pair crosses another."""
    pairs = pair_turns(_layout(*one), _layout(*other))
    assert [left for left, _ in pairs if left is not None] == list(range(len(one)))
    assert [right for _, right in pairs if right is not None] == list(range(len(other)))
    assert (None, None) not in pairs


def test_an_empty_side_leaves_all_alone() -> None:
    """Even a long translation of nothing is listed."""
    assert len(pair_turns(_layout(), _layout(*[("A", 3)] * 600))) == 600
    assert len(pair_turns(_layout(("B", 3)), _layout(*[("A", 3)] * 600))) == 600
