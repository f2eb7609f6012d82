"""Runs of words that a text has from what somebody said, and from nobody else."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from crosscase.model.said_runs import SaidRuns

_SAID = "Well, I don't read every paper now; from the back I start, always with the obituaries."


def _found(text: str, *elsewhere: str, least: int = 6, said: str = _SAID) -> list[str]:
    runs = SaidRuns([said], lambda: elsewhere, least)
    return [text[start:end] for start, end in runs.spans(text)]


def test_a_run_is_found_whatever_its_case_quotes_punctuation_and_spacing() -> None:
    text = "P07 said: “I DON’T read – every paper\n  now, from the back”, and laughed."
    assert _found(text) == ["I DON’T read – every paper\n  now, from the back"]


def test_fewer_words_are_no_run_and_an_apostrophe_does_not_make_two_words() -> None:
    assert _found("I don't read every paper, she said") == []
    assert _found("I don't read every paper now") == ["I don't read every paper now"]
    assert _found("I don't read every, at most", least=4) == ["I don't read every"]


def test_two_runs_stay_two_and_overlapping_ones_are_one() -> None:
    text = "every paper now from the back. Or: I start always with the obituaries!"
    assert _found(text) == ["every paper now from the back", "I start always with the obituaries"]
    assert _found(_SAID) == [_SAID.rstrip(".")]


def test_what_stands_elsewhere_too_is_nobodys_own_unless_the_run_goes_further() -> None:
    other = "Another: every paper now from the back."
    assert _found("every paper now from the back", other) == []
    longer = "every paper now from the back I start"
    assert _found(longer, other) == [longer]


def test_a_run_does_not_reach_from_one_turn_into_the_next() -> None:
    runs = SaidRuns(["one two three", "four five six"], list, 6)
    assert not runs.are_in("one two three four five six")


def test_runs_are_replaced_and_the_rest_stays() -> None:
    runs = SaidRuns([_SAID], list, 6)
    text = "She: “every paper now from the back”. So."
    assert runs.replaced(text, "[removed]") == "She: “[removed]”. So."
    assert runs.replaced("Nothing of hers.", "[removed]") == "Nothing of hers."


def test_other_texts_are_read_only_when_a_run_was_found() -> None:
    def unread() -> list[str]:
        raise AssertionError("the other texts were read")

    assert not SaidRuns([_SAID], unread, 6).are_in("I start, always with what is my own")
    assert not SaidRuns([], unread, 6).are_in(_SAID)


_PIECES = ["a", "b", "É", "it's", "字", "o’b", "-", "‘c’", "\n"]


@given(st.lists(st.sampled_from(_PIECES), max_size=25), st.integers(0, 25), st.integers(0, 25))
def test_no_run_is_left_where_runs_were_replaced(pieces: list[str], low: int, high: int) -> None:
    said = " ".join(pieces[min(low, high) : max(low, high)])
    runs = SaidRuns([said], list, 3)
    text = " ".join(pieces)
    spans = runs.spans(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert not runs.are_in(runs.replaced(text, "[removed]"))
