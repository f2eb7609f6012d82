"""Words of other tools are read as ours, unless the study uses them itself."""

from __future__ import annotations

import pytest

from crosscase.errors import MistakeOfUse
from crosscase.query.evaluate import Question
from crosscase.query.expression import to_text
from crosscase.query.words_elsewhere import our_word
from crosscase.testing import make_study
from tests.query.making import StudyMaker, trust_study


def understood(study: StudyMaker, question: str) -> str:
    """A question in our words."""
    with study.reading() as reading:
        return to_text(Question(reading, question).asked)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("node:trust", "code:trust"),
        ("Tag:=trust", "code:=trust"),
        ("label:(trust, conflict)", "code:trust or code:conflict"),
        ("category!=trust", "not code:trust"),
        ("nodes:* and not documents:talk.txt", "code:* and not source:talk.txt"),
        ("node:trust near(2 turns) tag:conflict", "code:trust near(2 turns) code:conflict"),
        ("node or tag", "text:node or text:tag"),
    ],
)
def test_a_question_is_read_in_our_words(theirs: str, ours: str) -> None:
    """Fields are; what is looked for in texts is not."""
    assert understood(trust_study(), theirs) == ours


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("node>=2", "no-order"),
        ("variable:sector", "attribute-by-its-name"),
        ("quotation:trust", "no-such-term"),
        ("reference:trust", "no-such-term"),
    ],
)
def test_what_has_no_meaning_here_is_told_with_its_place(question: str, slug: str) -> None:
    """The hint says what to write instead."""
    with trust_study().reading() as reading, pytest.raises(MistakeOfUse) as raised:
        Question(reading, question)
    assert raised.value.slug == slug
    assert raised.value.hint
    assert (raised.value.details or {})["start_char"] == 0


def test_the_words_of_the_study_go_first() -> None:
    """An attribute called category is asked for by category."""
    study = make_study()
    study.attributes.add("category")
    study.cases.add("North", "document", attributes={"category": "A"})
    with study._session.reading() as reading:
        assert our_word(reading, "category") is None
        assert our_word(reading, "document") is None
        assert our_word(reading, "Nodes") == "code"
        assert our_word(reading, "properties") == "attribute"
        assert our_word(reading, "weather") is None
    assert study.search("category:A").understood == "category:A"
