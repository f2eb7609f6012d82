"""What a quote's own words tell, and what two tables tell together: invented words."""

from __future__ import annotations

import time

import pytest

from crosscase.analysis.disclosure import (
    Difference,
    Names,
    bodies_spoken_ill_of,
    differences,
    found_in_texts,
    suggested_brackets,
)
from crosscase.errors import MistakeOfUse

NAMES = Names(
    {
        "Hill": "place",
        "Hill Valley Trust": "organisation",
        "Director of bees": "post",
        "Al": "person",
    }
)


def brackets(text: str) -> str:
    """The text with its suggestions put in."""
    for each in reversed(suggested_brackets(text, NAMES)):
        text = text[: each.start_char] + each.bracket + text[each.end_char :]
    return text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dr Anna Beale told me so.", "[person] told me so."),
        ("On 3 March 2022 it ended, on the 4th of May.", "On [date] it ended, on the [date]."),
        ("We met on 2022-03-03 and 04/03/2022.", "We met on [date] and [date]."),
        ("They gave us £1.2 million, or two hundred thousand pounds.",
         "They gave us [amount], or [amount]."),
        ("A practice with a list of 8,400, or 9,000 registered patients.",
         "A practice with a [list size], or [list size]."),
        ("At the Hill Valley Trust and on Hill.", "At the [organisation] and on [place]."),
        ("It was all uphill, down the hill.", "It was all uphill, down the hill."),
        ("Ask the Director of Bees at bees@hive.example.", "Ask the [post] at [contact]."),
        ("We got [£X] billion at [place 3].", "We got [£X] billion at [place 3]."),
        ("Three of us may go in May; march on.", "Three of us may go in May; march on."),
    ],
)  # fmt: skip
def test_typed_brackets_are_suggested_for_words_that_tell(text: str, told: str) -> None:
    """Names, dates, money, list sizes, posts and addresses; never inside brackets."""
    assert brackets(text) == told


def test_a_quote_that_stands_in_a_public_text_is_found_whatever_its_marks() -> None:
    """Eight words in a row, or all of a shorter quote; case and marks make no difference."""
    public = ["The board, on balance, noted that nobody had asked the bees about the honey."]
    quotes = [
        "And I said: Nobody had asked the bees about the honey!",
        "nobody had asked",
        "asked the bees about",
        "Everybody had asked the bees about the weather instead of it.",
    ]
    assert found_in_texts(quotes, [*public, "Nothing here."]) == {0: (0,), 2: (0,)}
    assert found_in_texts(quotes, []) == {}


def test_a_named_body_in_a_constraining_quote_asks_for_a_second_reviewer() -> None:
    """What speaks well of it does not."""
    bodies = Names({"Board of Hives": "organisation"})
    text = "The Board of Hives never listens. The Board of Hives!"
    assert bodies_spoken_ill_of(text, ["constraining"], bodies) == ("Board of Hives",)
    assert bodies_spoken_ill_of(text, ["enabling"], bodies) == ()
    assert bodies_spoken_ill_of("It never listens.", ["mixed"], bodies) == ()


def test_two_tables_side_by_side_show_who_came_and_went() -> None:
    """A hidden cell tells nothing, and neither does a large difference."""
    before = {("Hill", "Bees"): 5, ("Hill", "Honey"): 9, ("Dale", "Bees"): None, ("Dale", "Wax"): 4}
    after = {("Hill", "Bees"): 4, ("Hill", "Honey"): 3, ("Dale", "Bees"): 6, ("Dale", "Wax"): 4}
    assert differences(before, after) == (Difference(("Hill", "Bees"), -1),)
    assert differences(before, after, threshold=1) == ()
    with pytest.raises(MistakeOfUse):
        differences(before, after, threshold=0)


def test_the_words_of_ten_thousand_quotes_are_read_at_once() -> None:
    """A quick look; benchmarks/ measures the whole check."""
    names = Names({f"Site number {n}": "place" for n in range(200)})
    texts = [f"On 3 March we met at Site number {n % 300}, and then we talked of it." * 3
             for n in range(10_000)]  # fmt: skip
    began = time.process_time()
    found = [suggested_brackets(text, names) for text in texts]
    found_in_texts(texts, ["A long public text about nothing at all. " * 5_000])
    assert time.process_time() - began < 5
    assert sum(map(len, found)) > 20_000
