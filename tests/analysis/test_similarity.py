"""Averaged word vectors: what is alike, what is not, and what cannot be said."""

from __future__ import annotations

import numpy as np
import pytest

from crosscase.analysis import similarity
from crosscase.analysis.similarity import DIMENSIONS, TextVectors, similarities, vectors_of

TRUST = "We trust one another and rely on each other."
RELIANCE = "People here have confidence in their colleagues."
WINTER = "The boiler broke in January and the pipes froze."


def alike(one: str, *others: str) -> list[float | None]:
    """How alike each of the others is to one."""
    vectors = vectors_of([one, *others])
    return similarities(vectors[1:], vectors[0])


def test_what_means_nearly_the_same_is_more_alike_than_what_does_not() -> None:
    """Words that are used alike have like vectors; no word needs to be shared."""
    near, far = alike(TRUST, RELIANCE, WINTER)
    assert near is not None
    assert far is not None
    assert near > far + 0.2


def test_a_passage_is_wholly_like_itself_whatever_its_case_and_its_signs() -> None:
    """Only the words count, in any order."""
    assert alike(TRUST, TRUST.upper(), "rely on each other… and: one another we TRUST!") == [
        pytest.approx(1, abs=1e-5),
        pytest.approx(1, abs=1e-5),
    ]


@pytest.mark.parametrize("text", ["", "  …?! — ", "\U0001f600", "𓀀𓀁"])
def test_of_a_passage_without_a_known_word_nothing_is_said(text: str) -> None:
    """Neither of it, nor of others beside it."""
    assert alike(TRUST, text) == [None]
    assert alike(text, TRUST) == [None]


def test_other_languages_and_scripts_have_vectors_too() -> None:
    """What the table knows of them is less, but it is something."""
    near, far = alike("le médecin et l'infirmière", "the doctor and the nurse", "the broken boiler")
    assert near is not None
    assert far is not None
    assert near > far
    assert alike("信頼", "信頼") == [pytest.approx(1, abs=1e-5)]


def test_vectors_have_the_length_one_and_do_not_depend_on_their_neighbours() -> None:
    """A text has the same vector alone and among others."""
    together = vectors_of([TRUST, "", WINTER])
    assert together.shape == (3, DIMENSIONS)
    assert np.linalg.norm(together, axis=1).tolist() == [
        pytest.approx(1), 0, pytest.approx(1),
    ]  # fmt: skip
    assert np.allclose(together[2], vectors_of([WINTER])[0])
    assert vectors_of([]).shape == (0, DIMENSIONS)


def test_what_was_worked_out_is_kept_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only new texts are worked out; beyond the bound the oldest are let go."""
    worked_out: list[str] = []

    def noting(texts: list[str]) -> similarity.Vectors:
        worked_out.extend(texts)
        return vectors_of(texts)

    monkeypatch.setattr(similarity, "vectors_of", noting)
    kept = TextVectors(most=2)
    assert np.allclose(kept.of([TRUST, WINTER, TRUST]), vectors_of([TRUST, WINTER, TRUST]))
    kept.of([WINTER, TRUST])
    assert worked_out == [TRUST, WINTER]
    kept.of([RELIANCE])
    assert np.allclose(kept.of([WINTER, TRUST]), vectors_of([WINTER, TRUST]))
    assert worked_out == [TRUST, WINTER, RELIANCE, TRUST]
