"""Quotes held against what was said: edits that are marked never count as differences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.report.quote_comparing import (
    Compared,
    compare_quote,
    said_words,
    says_differences,
)
from crosscase.report.quote_edits import pieces_of_quote, runs_of_quote, words_of_quote

_VOCABULARY = (
    "we", "didn't", "know", "the", "board", "money", "trust", "nobody", "came", "café", "it's",
    "3", "hospital", "restructuring", "and", "then", "of", "well-being", "Ärzte", "so",
)  # fmt: skip
_words = st.lists(st.sampled_from(_VOCABULARY), min_size=1, max_size=40)
_marks = st.sampled_from(["", "", "", ",", ".", " –", "…", "?", ";"])


@st.composite
def _transcripts(draw: st.DrawFn) -> list[str]:
    """The words of a transcript, some with punctuation after them."""
    return [word + draw(_marks) for word in draw(_words)]


@st.composite
def _legal_edits(draw: st.DrawFn) -> tuple[str, str]:
    """A transcript, and a quote of a part of it in which every change is marked."""
    said = draw(_transcripts())
    low = draw(st.integers(0, len(said) - 1))
    high = draw(st.integers(low + 1, len(said)))
    written: list[str] = []
    at = low
    while at < high:
        match draw(st.sampled_from(["same"] * 8 + ["gap", "bracket", "inserted", "letter"])):
            case "same":
                word = said[at]
                typed = draw(st.booleans())
                written.append(word.replace("'", "’").upper() if typed else word)
                at += 1
            case "gap":
                written.append(draw(st.sampled_from(["[...]", "[…]", "(…)", "…", "...", "(...)"])))
                at += draw(st.integers(0, 30))
            case "bracket":
                written.append(draw(st.sampled_from(["[they]", "[place X]", "[the ICS]"])))
                at += draw(st.integers(0, 12))
            case "inserted":
                written.append("[sic]")
            case _:
                word = said[at]
                written.append(f"[{word[0].upper()}]{word[1:]}" if word[1:].isalpha() else word)
                at += 1
    return " ".join(said), draw(st.sampled_from([" ", "  ", "\n"])).join(written)


def _compared(quote: str, said: str) -> Compared:
    found = compare_quote(quote, said_words(said))
    assert found is not None
    return found


@given(_legal_edits())
def test_a_quote_made_by_marked_edits_never_differs(made: tuple[str, str]) -> None:
    said, quote = made
    if words_of_quote(pieces_of_quote(quote)):
        found = _compared(quote, said)
        assert found.differing == 0, (quote, found.differences)
        assert all(each.is_marked for each in found.differences)


@given(_transcripts(), st.data())
def test_words_as_they_were_said_are_verbatim(said: list[str], data: st.DataObject) -> None:
    low = data.draw(st.integers(0, len(said) - 1))
    quote = " ".join(said[low : data.draw(st.integers(low + 1, len(said)))])
    found = _compared(quote, " ".join(said))
    assert not found.differing
    assert not found.is_edited


@given(_transcripts(), st.data())
def test_one_changed_word_is_the_one_that_differs(said: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(said) - 1))
    quote = " ".join([*said[:at], "flamingo", *said[at + 1 :]])
    found = _compared(quote, " ".join(said))
    assert found.differing >= 1
    wrong = [each for each in found.differences if not each.is_marked]
    assert any("flamingo" in each.written for each in wrong)
    if len(said) > 3 and "-" not in said[at] and "…" not in " ".join(said):
        assert found.differing == 1


@given(st.text(max_size=200), st.text(max_size=400))
def test_any_two_texts_can_be_compared(quote: str, said: str) -> None:
    found = compare_quote(quote, said_words(said))
    if found is not None:
        assert 0 <= found.start_char <= found.end_char <= len(said)
        assert (found.differing == 0) == (says_differences(found.differences) == "")
        assert all(found.start_char <= a < b <= found.end_char for a, b in found.spans)


@pytest.mark.parametrize(
    ("quote", "said", "says"),
    [
        ("I hated it", "Well, I loved it then.", "one word differs from the transcript: "
         "“hated” for “loved”"),
        ("the money was all gone", "the money was gone", "one word differs from the transcript: "
         "“all” was not said there"),
        ("the money gone", "the money was gone", "one word differs from the transcript: "
         "“was” is left out unmarked"),
        ("he saw new money go", "she saw no money go", "two words differ from the transcript: "
         "“he” for “she”; “new” for “no”"),
    ],
)  # fmt: skip
def test_what_differs_is_named_word_by_word(quote: str, said: str, says: str) -> None:
    assert says_differences(_compared(quote, said).differences) == says


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("We didn’t “know”", "we didn't 'know'"),
        ("health  care – for\nall", "Health-care, for all"),
        ("as in [place 1] before", "as in [place 1] before"),
        ("it was … hard", "it was… hard"),
        ("caf\u00e9 talk", "cafe\u0301 talk"),
    ],
)
def test_punctuation_spacing_and_forms_of_letters_are_not_compared(quote: str, said: str) -> None:
    found = _compared(quote, said)
    assert not found.differing
    assert not found.is_edited


_PARTED = [
    # the quote, what was said, whether it is the same
    ("we are nowhere near", "we are now here near", False),
    ("we are now here near", "we are nowhere near", False),
    ("now here", "nowhere", False),
    ("he saw a lot", "he saw alot", False),
    ("it was 15 a day", "it was 1.5 a day", False),
    ("we resign the contract", "we re-sign the contract", False),
    ("healthcare for all", "health care for all", False),
    ("healthcare for all", "health \ncare for all", False),  # a line ends, no word is parted
    ("the restructuring came", "the restruc-\nturing came", True),
    ("the restructuring came", "the restruc\u00ad\n  turing came", True),
    ("the restructuring came", "the restruc\u2010 \r\nturing came", True),
    ("the restruc-\nturing came", "the restructuring came", True),
    ("our well-being then", "our well-\nbeing then", True),
    ("our well being then", "our well-\nbeing then", True),
    ("our wellbeing then", "our well-\nbeing then", True),
    ("no where-\nabouts known", "nowhere abouts known", False),
    ("nowhere-\nabouts known", "now hereabouts known", False),
    ("nothing  at\tall", "nothing\u00a0at\n\nall", True),
    ("we didn’t – know", "we didn't -- know", True),
    ("we didnt know", "we didn't know", True),
    ("the ﬁrst oﬃce", "the first office", True),
    ("we did nt know", "we didn't know", False),
]


@pytest.mark.parametrize(("quote", "said", "same"), _PARTED)
def test_where_words_part_is_compared_but_not_at_the_ends_of_lines(
    quote: str, said: str, same: bool
) -> None:
    found = _compared(quote, said)
    assert (found.differing == 0) == same, found.differences
    assert not found.is_edited


@pytest.mark.parametrize(
    ("quote", "said", "kinds"),
    [
        ("[T]he board", "so the board", ["letters"]),
        ("they walk[ed] out", "they walk out", ["letters"]),
        ("[I]'ve raised it", "and i’ve raised it", ["letters"]),
        ("the [...] board", "the very old board", ["ellipsis"]),
        ("the [committee] said", "the board of trustees said", ["bracket"]),
        ("the board [sic] said", "the board said", ["bracket"]),
        ("we left", "we (laughs) left", ["sound"]),
        ("we left", "we [00:12:03] left", ["sound"]),
    ],
)
def test_marked_changes_are_told_by_their_kind(quote: str, said: str, kinds: list[str]) -> None:
    assert [each.kind for each in _compared(quote, said).differences] == kinds


def test_a_bracket_stands_for_a_dozen_words_and_no_more() -> None:
    said = " ".join(f"word{number}" for number in range(40))
    assert _compared("word0 [they] word13", said).differing == 0
    assert _compared("word0 [they] word20", said).differing > 0


def test_names_of_speakers_are_nobodys_words() -> None:
    said = "P01: we had nothing\nINT: nothing?\nP01: nothing at all"
    labels = [(0, 5), (20, 25), (34, 39)]
    found = compare_quote("we had nothing nothing? nothing at all", said_words(said, labels))
    assert found is not None
    assert not found.differences


def test_a_quote_at_the_end_of_a_very_long_text_is_found() -> None:
    said = " ".join(f"word{number % 5000}x{number}" for number in range(20_000))
    end = " ".join(said.split()[-8:])
    found = _compared(end, said)
    assert (found.differing, found.end_char) == (0, len(said))


def test_runs_are_the_words_that_stand_side_by_side() -> None:
    pieces = pieces_of_quote("We had [...] no [real] money, so [T]hey left")
    assert runs_of_quote(pieces) == [("We", "had"), ("no",), ("money", "so"), ("left",)]
    assert words_of_quote(pieces) == 7
