"""Which topic of an interview guide a question was likely on, by its words.

A spoken question is compared, sentence by sentence, with all that is known of each topic (its
name, questions and probes in the guide, and the turns that people linked to it elsewhere), in two
ways. Word vectors say how alike they are in what they speak of (see
``crosscase.analysis.similarity``). Stems say which words they share: as the cosine of two bags of
stems, each stem weighed by how few topics have it, log((topics + 1) / topics that have it), so
that "tell", "how" and "you" weigh little. The likeness is the mean of both, and a topic's is that
of the line most like the question; a follow-up ("And then?") is like none of them.

It is a suggestion for a person to confirm: it knows neither what was asked before nor irony, and
where a guide has few lines and interviews are free talk it finds few; each turn that is linked
teaches it words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from crosscase.analysis.similarity import Vectors
from crosscase.model.words import folded_words

__all__ = ["FLOOR", "LikelyTopic", "likely_topics", "topic_likeness"]

Scores = npt.NDArray[np.float64]

FLOOR = 0.4
"""Below this likeness nothing is suggested; docs/how-to/interview-guides.md says how good it is."""

_SENTENCE_ENDS = re.compile(r"(?<=[.?!…])\s+")


class LikelyTopic(NamedTuple):
    """The topic (its number) that a question was likely on, and how like it is, up to 1."""

    topic: int
    score: float


def likely_topics(
    scores: Scores,
    *,
    floor: float = FLOOR,
    besides: Mapping[int, frozenset[int]] | None = None,
) -> list[LikelyTopic | None]:
    """The most likely topic of each question; None where none reaches the floor.

    ``besides`` are topics, by the question's number, that are not to be suggested for it; of two
    that are equally likely the first in the guide is taken.
    """
    open_ = scores.copy()
    for at, topics in (besides or {}).items():
        open_[at, list(topics)] = -1
    if not open_.shape[1]:
        return [None] * len(open_)
    best = open_.argmax(axis=1)
    found = zip(best.tolist(), open_[np.arange(len(open_)), best].tolist(), strict=True)
    return [LikelyTopic(topic, score) if score >= floor else None for topic, score in found]


def topic_likeness(
    questions: Sequence[str],
    topics: Sequence[Sequence[str]],
    vectors: Callable[[Sequence[str]], Vectors],
    stem: Callable[[str], str],
) -> Scores:
    """How like each question is to each topic, from 0 to 1.

    Args:
        questions: what was asked, turn by turn.
        topics: the lines of each topic: its name, questions, probes, and what was asked on it.
        vectors: the word vectors of texts, of length 1 or 0.
        stem: the stem of a folded word.

    Returns:
        A row a question, a column a topic.
    """
    spoken = [(at, each) for at, text in enumerate(questions) for each in _sentences(text)]
    lines = [
        (at, each) for at, known in enumerate(topics) for text in known for each in _sentences(text)
    ]
    scores = np.zeros((len(questions), len(topics)))
    if not spoken or not lines:
        return scores
    texts = [text for _, text in (*spoken, *lines)]
    found = vectors(texts)
    angles = found[: len(spoken)] @ found[len(spoken) :].T
    bags = [{stem(word) for word in folded_words(text)} for text in texts]
    shared = _shared_stems(bags[: len(spoken)], bags[len(spoken) :], [at for at, _ in lines])
    likeness = np.clip((angles + shared) / 2, 0, 1)
    of_question = np.array([at for at, _ in spoken])
    of_topic = np.array([at for at, _ in lines])
    np.maximum.at(scores, (of_question[:, None], of_topic[None, :]), likeness)
    return scores


def _sentences(text: str) -> list[str]:
    return [each for each in _SENTENCE_ENDS.split(text.strip()) if each]


def _shared_stems(
    spoken: Sequence[set[str]], lines: Sequence[set[str]], topics: Sequence[int]
) -> Scores:
    """The cosines of bags of stems, each stem weighed by how few topics have it."""
    having = Counter(
        stem for _, stem in {(topic, stem) for topic, bag in zip(topics, lines, strict=True)
                             for stem in bag}
    )  # fmt: skip
    number = {stem: at for at, stem in enumerate(sorted(set().union(*spoken, *lines)))}
    rare = np.log(len(set(topics)) + 1) - np.log([having[stem] or 1 for stem in number])

    def weighed(bags: Sequence[set[str]]) -> Scores:
        found = np.zeros((len(bags), len(number)))
        for row, bag in enumerate(bags):
            found[row, [number[stem] for stem in bag]] = 1
        found *= rare
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return found / np.where(lengths > 0, lengths, 1)

    cosines: Scores = weighed(spoken) @ weighed(lines).T
    return cosines
