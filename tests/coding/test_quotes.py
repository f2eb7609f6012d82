"""Finding a quoted passage: exactly, then by context, never by guessing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.coding.quotes import find_quote, quote_places
from crosscase.errors import CrosscaseError


@given(st.text(alphabet="ab ’\n", max_size=30), st.integers(0, 30), st.integers(1, 10))
def test_words_of_a_text_are_found_in_it(text: str, start: int, length: int) -> None:
    """Every stretch with words in it is among its own places, and every place holds it."""
    quote = text[start : start + length]
    places = quote_places(text, quote)
    if quote.strip():
        begin = start + len(quote) - len(quote.lstrip())
        assert (begin, begin + len(quote.strip())) in places
        assert all(text[low:high] == quote.strip() for low, high in places)
    else:
        assert places == []


def test_places_that_overlap_are_all_counted() -> None:
    """“ha ha” stands twice in “ha ha ha”."""
    assert quote_places("ha ha ha", "ha ha") == [(0, 5), (3, 8)]


def test_typed_quotation_marks_and_dashes_find_printed_ones() -> None:
    """A quote that was copied through another program is found."""
    text = "She said ‘it isn’t ours’ – twice."
    assert find_quote(text, "'it isn't ours' -  twice") == (9, 32)


def test_an_exact_place_is_taken_before_a_similar_one() -> None:
    """Similar marks are looked for only when the words do not stand there exactly."""
    assert quote_places("isn’t isn't", "isn't") == [(6, 11)]


def test_contexts_that_fit_no_place_or_several_settle_nothing() -> None:
    """The error lists the places."""
    for context in ({"prefix": "nobody"}, {"prefix": "the"}):
        with pytest.raises(CrosscaseError) as error:
            find_quote("the end and the end", "end", **context)
        assert error.value.slug == "quote-ambiguous"
        assert error.value.details == {"places": [(4, 7), (16, 19)]}
