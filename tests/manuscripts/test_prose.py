"""The numbers, sentences and quotes of prose."""

from __future__ import annotations

from fractions import Fraction

import pytest

from crosscase.report.manuscripts.amounts import amount_before, find_amounts, in_words
from crosscase.report.manuscripts.covering import Given, Pool, value_text, written_as
from crosscase.report.manuscripts.likeness import LinkedSentence, find_again
from crosscase.report.manuscripts.sentences import sentence_spans


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("17 of 32 leaders", ["17 of 32"]),
        ("seventeen out of the 32", ["seventeen out of the 32"]),
        ("Twenty-two (69%) of them", ["Twenty-two (69%)"]),
        ("1,204 passages and 3.5 of them", ["1,204", "3.5"]),
        ("17/32", ["17/32"]),
        ("in 2019 and 2021–22", []),
        ("2019 participants", ["2019"]),
        ("on 12 March 2024, at 14:05, and 2024-03-12", []),
        ("Table 3, Figures 2 and 4, Section 1.2 and p. 17", []),
        ("ICS-2, P12, F3 and COVID-19", []),
        ("the 2nd and the 21st", []),
        ("after 3 years and two weeks", []),
        ("Most participants, but not the most important ones", ["Most"]),
        ("all of them, at all", ["all"]),
        ("every site, each other, each sector", ["every", "each"]),
        ("no leader, no doubt", ["no"]),
        ("one of the leaders and one way", ["one"]),
        ("some leaders to some extent", ["some"]),
        ("so many, how many, many others", ["many"]),
        ("in few words, and few leaders", ["few"]),
        ("half of them, half-hearted", ["half"]),
    ],
)
def test_numbers_that_count_are_told_from_those_that_do_not(text: str, found: list[str]) -> None:
    assert [each.text for each in find_amounts(text)] == found


def test_number_words_are_read_and_written_back_in_their_own_way() -> None:
    share = find_amounts("Seventeen of the 32 leaders")[0]
    assert (share.value, share.of) == (17, 32)
    assert written_as(share, Given(16, 31)) == "Sixteen of the 31"
    assert written_as(find_amounts("53.1%")[0], Given(16, 32)) == "50.0%"
    assert written_as(find_amounts("1,204")[0], Given(1500)) == "1,500"
    assert [in_words(each) for each in (0, 13, 40, 42, 100)] == [
        "zero", "thirteen", "forty", "forty-two", "100",
    ]  # fmt: skip


def test_shares_are_exact_fractions_with_halves_rounded_up() -> None:
    assert value_text(Given(1, 8), "percent") == "13%"
    assert value_text(Given(1, 3), "percent", 1) == "33.3%"
    assert value_text(Given(17, 32), "of") == "17 of 32"
    assert value_text(Given(17, 32), "words") == "seventeen"


@pytest.mark.parametrize(
    ("text", "value", "word"),
    [("said by 17", 17, None), ("so **Most**", None, "most"), ("nobody", None, "none"),
     ("only one", None, "one"), ("by one", 1, None)],
)  # fmt: skip
def test_the_number_before_a_check_is_found(text: str, value: int | None, word: str | None) -> None:
    found = amount_before(text)
    assert found is not None
    assert found.word == word and (value is None or found.value == Fraction(value))


def test_a_number_is_compared_with_what_checks_give_now_and_gave_before() -> None:
    pool = Pool()
    pool.add("participants(code:x) >= 4", Given(16, 32), Given(17, 32), [Given(3), Given(0)])
    standings = {
        text: pool.compare(find_amounts(text)[0]).standing
        for text in ("16 of 32", "17 of 32", "50%", "53%", "16", "17", "four sectors", "9", "all")
    }
    assert standings == {
        "16 of 32": "same", "17 of 32": "changed", "50%": "same", "53%": "changed", "16": "same",
        "17": "changed", "four sectors": "same", "9": "unknown", "all": "same",
    }  # fmt: skip


def test_sentences_do_not_end_at_abbreviations() -> None:
    text = "Leaders, e.g. Dr. Smith et al. (2019), agreed. “We did.” Others (cf. p. 4) did not!"
    found = [text[start:end] for start, end in sentence_spans(text, 0, len(text))]
    assert found == [
        "Leaders, e.g. Dr. Smith et al. (2019), agreed.", "“We did.”",
        "Others (cf. p. 4) did not!",
    ]  # fmt: skip


SENTENCES = [
    "Leaders in every site described how their trust in partners had been built up over years.",
    "Funding was short for all of them.",
    "Staff left, and nobody came in their place.",
]


def test_a_reworded_sentence_is_found_again_and_numbers_do_not_matter() -> None:
    linked = [
        LinkedSentence("Leaders in all three sites described how trust in partners was built up."),
        LinkedSentence("Funding was short for 17 of 32."),
        LinkedSentence("Housing was never spoken of in the interviews."),
    ]
    assert [each.sentence for each in find_again(linked, SENTENCES)] == [0, 1, None]


def test_two_sentences_that_are_as_like_are_told_and_never_guessed() -> None:
    twice = ["Twelve leaders spoke of trust.", "Nine leaders spoke of trust.", "Money ran out."]
    found = find_again([LinkedSentence("Ten leaders spoke of trust.")], twice)[0]
    assert found.others
    here = find_again([LinkedSentence("Ten leaders spoke of trust.", 1)], twice)[0]
    assert (here.sentence, here.others) == (1, ())
    both = [LinkedSentence(twice[0], 0), LinkedSentence(twice[1], 1)]
    assert [each.sentence for each in find_again(both, twice)] == [0, 1]
