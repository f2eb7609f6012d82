"""crosscase.model.words: what a word is."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.model.words import (
    _BLOCKS_WITH_MARKS,
    count_words,
    fold_word,
    folded_words,
    index_tokens,
    is_unspaced,
    iter_words,
    word_spans,
)
from crosscase.store.stems import stemmed_languages, stemmer_for

# Letters, marks, joiners and signs that fold into something unlike themselves.
ODD = "aB1 _-'’.\n é\u0301\u0345ﬁ½⑴⒈ŀßŉİΣςﷺ²①ͺ\u00ad\u200c\u200d\U0001e947\ufe0f"
ODD += "研究ｶﾞがカ々ทำน้ำ๒한글नि🙂ゟ㈠"
texts = st.text(alphabet=st.one_of(st.sampled_from(ODD), st.characters()), max_size=40)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("short-term funding", ["short", "term", "funding"]),
        ("I don't know", ["I", "don", "t", "know"]),
        ("snake_case", ["snake", "case"]),
        ("2,500 staff in 2019", ["2", "500", "staff", "in", "2019"]),
        ("cafe\u0301 São", ["cafe\u0301", "São"]),
        ("研究 and 方", ["研", "究", "and", "方"]),
        ("カﾞガー", ["カﾞ", "ガ", "ー"]),
        ("น้ำ ๒๕", ["น้", "ำ", "๒", "๕"]),
        ("한글 문서", ["한글", "문서"]),
        ("नियोजन", ["नियोजन"]),
        ("inter\u00adview", ["inter\u00adview"]),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
        ("… — !", []),
        ("", []),
    ],
)
def test_a_word_is_a_run_of_letters_and_digits(text: str, words: list[str]) -> None:
    """Runs with their marks are words; each Han, kana and Thai character is one."""
    assert [text[word.start_char : word.end_char] for word in iter_words(text)] == words
    assert count_words(text) == len(words)


@pytest.mark.parametrize(
    ("run", "folded"),
    [
        ("Funding", "funding"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ﬁscal", "fiscal"),
        ("ＩＣＳ", "ics"),
        ("inter\u00adview", "interview"),
        ("⑴", "1"),
        ("cafe\u0301", "café"),
    ],
)
def test_folding_sets_aside_case_and_forms(run: str, folded: str) -> None:
    """Case, compatibility forms and soft hyphens make no difference; accents do."""
    assert fold_word(run) == folded
    assert fold_word("cafe") != fold_word("café")


@given(texts)
def test_every_way_of_asking_finds_the_same_words(text: str) -> None:
    """Counting, listing, folding all at once and one by one agree on any text."""
    words = list(iter_words(text))
    assert count_words(text) == len(words)
    assert folded_words(text) == [word.folded for word in words]
    assert word_spans(text) == [word[:2] for word in words]


@given(texts)
def test_words_hold_every_letter_and_digit(text: str) -> None:
    """No letter and no digit of a text is outside its words, and no space is inside."""
    inside = {at for word in iter_words(text) for at in range(word.start_char, word.end_char)}
    for at, character in enumerate(text):
        if character.isalnum() and character not in "\uff9e\uff9f":
            assert at in inside
        if character.isspace() or character == "_":
            assert at not in inside


@given(texts)
def test_index_tokens_hold_no_other_ascii(text: str) -> None:
    """Tokens are folded words and nothing an ASCII tokenizer would cut."""
    words, stems = index_tokens(text, str)
    for column in (words, stems):
        for token in column.split(" ") if column else []:
            assert token
            assert all(not sign.isascii() or sign.isalnum() for sign in token)
    assert stems.split(" ") == (folded_words(text) or [""])


def test_no_letter_or_digit_folds_to_nothing() -> None:
    """Each letter and digit there is has a folded form."""
    empty = [
        hex(point)
        for point in range(sys.maxunicode + 1)
        if chr(point).isalnum() and not fold_word(chr(point))
    ]
    assert empty == []


def test_all_combining_marks_are_known() -> None:
    """The blocks that are asked for marks hold every mark of this Python's Unicode."""
    outside = [
        hex(point)
        for point in range(0x300, sys.maxunicode + 1)
        if unicodedata.category(chr(point))[0] == "M"
        and not any(point in block for block in _BLOCKS_WITH_MARKS)
    ]
    assert outside == []


def test_unspaced_characters_are_indexed_as_pairs_too() -> None:
    """Neighbouring characters of a script without spaces also stand as pairs."""
    assert index_tokens("GDP 研究。方 x", str) == ("gdp 研 研究 究 究方 方 x", "gdp 研 究 方 x")
    assert is_unspaced("研")
    assert not is_unspaced("gdp")


def test_stems_follow_the_language() -> None:
    """A language's region does not matter; an unknown language leaves words as they are."""
    assert index_tokens("Funded funding", stemmer_for("en-GB"))[1] == "fund fund"
    assert stemmer_for("en_US")("funding") == stemmer_for("EN")("funding") == "fund"
    assert stemmer_for("xx")("funding") == stemmer_for(None)("funding") == "funding"


@pytest.mark.parametrize("language", stemmed_languages())
def test_every_listed_language_has_a_stemmer(language: str) -> None:
    """Each language named can be stemmed, and a stem is never empty."""
    assert stemmer_for(language)("a")
