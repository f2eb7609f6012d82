"""Joining lines that were wrapped by hand."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from crosscase.intake.joined_lines import join_hard_wrapped
from crosscase.model.edits import apply_edits

LONG = (
    "We went to the clinic on the hill in the spring, and nobody was there who could tell us "
    "where to go or whom to ask about the letter that had come the week before."
)


def _wrapped(*paragraphs: str, between: str = "\n\n") -> str:
    return between.join(textwrap.fill(one, 50, break_on_hyphens=False) for one in paragraphs) + "\n"


def test_a_paragraph_becomes_one_line() -> None:
    """Its lines are joined by one space, and blank lines stay."""
    assert join_hard_wrapped(_wrapped(LONG, LONG)).text == f"{LONG}\n\n{LONG}\n"


def test_turns_stay_apart_without_blank_lines() -> None:
    """A label begins a line."""
    turns = [f"INT: {LONG}", f"P1: {LONG}", f"INT: {LONG}", f"P1: {LONG}"]
    assert join_hard_wrapped(_wrapped(*turns, between="\n")).text == "\n".join(turns) + "\n"


def test_given_speakers_decide_which_labels_count() -> None:
    """A label that is no speaker is joined like any word."""
    text = (
        "We went there and then we saw what was written:\nNo one: not a soul was there to see it.\n"
    )
    assert "written: No one:" in join_hard_wrapped(text, speakers=()).text


def test_paragraphs_that_end_early_stay_apart() -> None:
    """A short line that ends a sentence ended on purpose."""
    assert join_hard_wrapped(_wrapped(LONG, LONG, between="\n")).text == f"{LONG}\n{LONG}\n"


def test_headings_lists_and_notes_keep_their_lines() -> None:
    """Each begins a line; nothing is joined to a heading or a note."""
    kept = f"# Part one\n{LONG}\n- {LONG}\n2. {LONG}\n(Pause)\nPage 2 of 9\n{LONG}\n"
    wrapped = "\n".join(textwrap.fill(line, 50) for line in kept.splitlines()) + "\n"
    assert join_hard_wrapped(wrapped).text == kept


def test_a_hyphen_at_a_line_end_stays() -> None:
    """Whether it belongs to the word cannot be known, so it is kept and no space is put in."""
    text = (
        "The question was one of national and inter-\nnational law, which nobody had read before.\n"
    )
    assert "inter-national law" in join_hard_wrapped(text).text


def test_scripts_without_spaces_are_joined_without_one() -> None:
    """A Chinese sentence goes on where its line ended."""
    text = (
        "我们春天去了山上的诊所但是那里没有人能告诉我们\n"
        "应该去哪里或者问谁关于那封信的事情大家都不知道\n"
    )
    assert " " not in join_hard_wrapped(text).text


def test_a_text_of_long_lines_stays_as_it_is() -> None:
    """Where each line is a paragraph, nothing was wrapped."""
    text = f"{LONG} {LONG}\n{LONG} {LONG}\n{LONG} {LONG}\n"
    assert join_hard_wrapped(text).edits == ()


@given(
    st.lists(
        st.sampled_from(
            ["one two three", "INT: four", "", "- item", "inter-", "A longer line. ", "x"]
        ),
        max_size=20,
    )
)
def test_joining_changes_white_space_only(lines: list[str]) -> None:
    """No other character is lost, and the edits give the new text."""
    text = "\n".join(lines)
    joined = join_hard_wrapped(text)
    assert "".join(joined.text.split()) == "".join(text.split())
    assert apply_edits(text, joined.edits) == joined.text
    assert joined.text.count("\n\n") == text.count("\n\n")
