"""Answers page by page: kept while the study stays as it is, and never looked for twice."""

from __future__ import annotations

import pytest

from crosscase.query import answer_pages, running_answer
from crosscase.query.answer_pages import search_page
from crosscase.query.evaluate import Question
from crosscase.testing import make_study
from tests.query.making import StudyMaker


def towns(number: int = 6) -> StudyMaker:
    """Sources that name one town twice each."""
    study = StudyMaker()
    for each in range(number):
        study.source(f"{each}.txt", ["London London Washington"])
    return study


def asked_of(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many sources each look was into; filled while questions are asked."""
    looks: list[int] = []
    answer = Question.answer

    def noting(question: Question, sources: list[int] | None = None) -> object:
        looks.append(-1 if sources is None else len(sources))
        return answer(question, sources)

    monkeypatch.setattr(Question, "answer", noting)
    return looks


def test_no_source_is_looked_into_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later page goes on where the one before ended; a page that is known is read again."""
    monkeypatch.setattr(running_answer, "_CHARS_BEYOND", 1)
    monkeypatch.setattr(running_answer, "_FIRST_SOURCES", 1)
    looks = asked_of(monkeypatch)
    study = towns()
    with study.reading() as reading:
        first = search_page(reading, "london", most=2)
        assert (first.total, first.following, first.sources) == (None, "2", 3)
        assert looks == [1, 2]
        second = search_page(reading, "london", after=first.following, most=2)
        assert len(second.passages) == 2
        last = search_page(reading, "london", after="10", most=5)
        assert (last.total, last.following, len(last.passages)) == (12, None, 2)
        assert sum(looks) == 6
        search_page(reading, "london", most=12)
        assert sum(looks) == 6


def test_an_answer_is_asked_anew_once_the_study_has_changed() -> None:
    """Nothing that was true before is told after."""
    study = make_study()
    study.codes.add("Trust")
    assert study.search("code:Trust").total == 0
    study.codes.remove("Trust")
    study.codes.add("Trust", parent=None)
    assert study.search("code:*").passages == ()
    made = study.matrix("codes", "sources", count="passages")
    assert study.matrix("codes", "sources", count="passages") is made
    study.codes.add("Money")
    assert study.matrix("codes", "sources", count="passages").rows == ("Trust", "Money")


def test_only_the_latest_answers_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Old ones are let go, the last used ones stay."""
    monkeypatch.setattr(answer_pages, "_ANSWERS_KEPT", 2)
    looks = asked_of(monkeypatch)
    study = towns(1)
    with study.reading() as reading:
        for question in ("london", "washington", "london", "paris", "london"):
            search_page(reading, question)
        assert len(looks) == 3
        search_page(reading, "washington")
        assert len(looks) == 4


def test_a_page_behind_the_last_is_empty() -> None:
    """A cursor may point past what is there now."""
    with towns(1).reading() as reading:
        page = search_page(reading, "london", after="99")
    assert (page.passages, page.total, page.following) == ((), 2, None)
