"""Replacing words from a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.errors import MistakeOfUse
from crosscase.intake.replacements import Replacement, apply_replacements, read_replacements
from crosscase.model.edits import apply_edits


def _replaced(text: str, *replacements: Replacement) -> str:
    return apply_replacements(text, replacements).text


def test_a_table_is_read() -> None:
    """Whole words are the default, and case counts."""
    assert read_replacements(
        ["Find", "Replace", "whole_words", "Ignore case"],
        [["Ana", "P1", "", ""], ["lund", "[town]", "no", "yes"], ["", "", "", ""]],
    ) == (Replacement("Ana", "P1"), Replacement("lund", "[town]", False, True))


@pytest.mark.parametrize(
    ("columns", "rows", "slug"),
    [
        (["find"], [], "no-such-column"),
        (["find", "replace"], [["", "P1"]], "empty-find"),
        (["find", "replace"], [["Ana", "P1"], ["Ana", "P2"]], "rival-replacements"),
        (["find", "replace"], [["Ana", "Tor"], ["Tor", "P2"]], "chained-replacements"),
        (["find", "replace", "ignore case"], [["Ana", "P1", "maybe"]], "not-yes-or-no"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(
    columns: list[str], rows: list[list[str]], slug: str
) -> None:
    """The refusal says which row, and what to do."""
    with pytest.raises(MistakeOfUse) as refusal:
        read_replacements(columns, rows)
    assert refusal.value.slug == slug
    assert refusal.value.hint


def test_a_chain_is_named_by_its_rows() -> None:
    """Both rows and the words are named."""
    with pytest.raises(MistakeOfUse, match=r"Row 1 puts in “Tor Moe”, which row 3"):
        read_replacements(["find", "replace"], [["Ana", "Tor Moe"], ["Vik", "X"], ["Tor", "Y"]])


def test_the_longest_words_are_found_first() -> None:
    """Ana Lund is one person, whatever the order of the table."""
    ana, both = Replacement("Ana", "P2"), Replacement("Ana Lund", "P1")
    assert _replaced("Ana Lund and Ana", ana, both) == "P1 and P2"


def test_what_was_put_in_is_not_looked_at_again() -> None:
    """One pass only, even where the words swap."""
    swap = (Replacement("Ana", "Tor"), Replacement("Tor", "Ana"))
    assert _replaced("Ana met Tor", *swap) == "Tor met Ana"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana's, Ana_x; Anabel ana", "P1's, P1_x; Anabel ana"),
        ("Ana\u0301 is another", "Ana\u0301 is another"),
        ("éAna Ana3", "éAna Ana3"),
    ],
)
def test_whole_words_are_unicode_words(text: str, expected: str) -> None:
    """Letters, digits and marks of any script make a word longer."""
    assert _replaced(text, Replacement("Ana", "P1")) == expected


def test_parts_of_words_and_other_case_on_request() -> None:
    """Both are said row by row."""
    assert _replaced("ANABEL Ana", Replacement("ana", "x", False, True)) == "xBEL x"


def test_a_name_across_a_line_end_or_with_another_apostrophe_is_found() -> None:
    """How a name was typed does not keep it in the text."""
    assert _replaced("Ana\n  Lund, Tor  O’Vik", Replacement("Ana Lund", "P1")) == "P1, Tor  O’Vik"
    assert _replaced("Ana\n\nLund", Replacement("Ana Lund", "P1")) == "Ana\n\nLund"
    assert _replaced("Tor\u00a0O’Vik", Replacement("Tor O'Vik", "P2")) == "P2"


def test_words_with_signs_at_their_ends_are_found() -> None:
    """A full stop needs no word edge behind it."""
    assert _replaced("Dr.Vik (Ward 3)", Replacement("Dr.", "T"), Replacement("(Ward 3)", "W")) == (
        "TVik W"
    )


def test_characters_of_scripts_without_spaces_are_found_in_parts() -> None:
    """Where every character is a word, half a word is asked for by whole words: no."""
    assert _replaced("李女士说", Replacement("李女士", "甲", whole_words=False)) == "甲说"


_WORDS = st.sampled_from(["Ana", "Lund", "Tor", "ana", "x", "P1", "A"])


@given(
    st.lists(st.tuples(_WORDS, _WORDS, st.booleans(), st.booleans()), max_size=5),
    st.lists(_WORDS, max_size=15).map(" ".join),
)
def test_places_hold_the_replacement_and_the_original(
    rows: list[tuple[str, str, bool, bool]], text: str
) -> None:
    """Each place shows what was put in, and putting the originals back gives the old text."""
    replacements = [Replacement(*row) for row in rows]
    replaced = apply_replacements(text, replacements)
    back, reached = "", 0
    for place in replaced.places:
        put_in = replaced.text[place.start_char : place.end_char]
        assert put_in == replacements[place.replacement_index].replace
        back += replaced.text[reached : place.start_char] + place.original
        reached = place.end_char
    assert back + replaced.text[reached:] == text
    assert apply_edits(text, replaced.edits) == replaced.text
