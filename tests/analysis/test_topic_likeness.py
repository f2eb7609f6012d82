"""Which topic a question was likely on: by words shared, by words alike, or by neither."""

from __future__ import annotations

import numpy as np
import pytest

from crosscase.analysis.similarity import vectors_of
from crosscase.analysis.topic_likeness import FLOOR, LikelyTopic, likely_topics, topic_likeness

TOPICS = [
    ("Money", "What happened to the money?", "Are budgets pooled with the council?"),
    ("Trust", "Whom do you trust?", "What has broken trust?"),
    ("Data", "What data do you use?"),
]


def stem(word: str) -> str:
    """A stem for these tests: the word without its plural."""
    return word.removesuffix("s")


def scores(*questions: str) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """How like each question is to each topic."""
    return topic_likeness(questions, TOPICS, vectors_of, stem)


def test_a_question_as_the_guide_has_it_is_wholly_like_its_topic() -> None:
    """And less like all others."""
    found = scores("Whom do you trust?")
    assert found[0, 1] == pytest.approx(1, abs=1e-5)
    assert found[0].argmax() == 1
    assert (np.delete(found[0], 1) < FLOOR).all()


def test_a_sentence_among_others_is_enough() -> None:
    """What is said around it takes nothing away."""
    found = scores("Well, thank you. What data do you use?")
    assert found[0, 2] == pytest.approx(1, abs=1e-5)


def test_stems_and_meanings_count_where_words_differ() -> None:
    """“Budget” has the stem of “budgets”; “cash” is near “money”; “use” alone is not enough."""
    found = scores("Is there one budget, pooled?", "Where did the cash go?", "And then?")
    assert found[0].argmax() == 0
    assert found[1].argmax() == 0
    assert (found[2] < FLOOR).all()


def test_words_that_every_topic_has_weigh_less_than_one_topics_own() -> None:
    """“Do you” stands everywhere, “trust” in one."""
    topics = [("do you ski",), ("do you trust",), ("do you cook",)]
    found = topic_likeness(["do you, trusting"], topics, vectors_of, lambda word: word[:5])
    assert found[0].argmax() == 1
    assert found[0, 1] > found[0, 0] + 0.2


@pytest.mark.parametrize("question", ["", "…", "𓀀"])
def test_a_turn_without_words_is_like_nothing(question: str) -> None:
    """As is anything where a guide has no lines."""
    assert not scores(question).any()
    assert topic_likeness(["Money?"], [(), ()], vectors_of, stem).tolist() == [[0, 0]]
    assert likely_topics(np.zeros((2, 0))) == [None, None]


def test_the_most_likely_topic_is_told_from_the_floor_on() -> None:
    """Of two equal ones the first; topics that were rejected are passed over."""
    found = np.array([[0.2, 0.39], [0.7, 0.7], [0.5, 0.9]])
    assert likely_topics(found) == [None, LikelyTopic(0, 0.7), LikelyTopic(1, 0.9)]
    besides = {1: frozenset([0]), 2: frozenset([0, 1])}
    assert likely_topics(found, besides=besides) == [None, LikelyTopic(1, 0.7), None]
    assert likely_topics(found, floor=0.3)[0] == LikelyTopic(1, 0.39)
