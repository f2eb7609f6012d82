"""Where participants stand to topics: the rule, and that only what is linked matters."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis.topic_standing import (
    ANSWERED,
    ASKED,
    NOT_ASKED,
    RAISED,
    UNKNOWN,
    LinkedTurn,
    SpokenTurns,
    standings,
)

ASKS = -2  # an interviewer; -1 is nobody, such as an observer
Turn = tuple[int, int, int]


def spoken(*turns: Turn) -> SpokenTurns:
    """Turns as (source, who, words)."""
    source, who, words = np.array(turns, np.int32).reshape(-1, 3).T
    return SpokenTurns(source, np.maximum(who, -1), who == ASKS, words)


def stands(turns: SpokenTurns, *linked: LinkedTurn, topics: int = 1) -> dict[int, list[int]]:
    """The standings of each participant."""
    found = standings(turns, list(linked), topics)
    return dict(zip(found.participants.tolist(), found.standing.tolist(), strict=True))


def test_an_answer_is_a_few_words_before_the_next_interviewers_turn() -> None:
    """In one turn or several, whoever notes something in between."""
    turns = spoken(
        (1, ASKS, 9), (1, 7, 2), (1, -1, 50), (1, 7, 1), (1, ASKS, 2), (1, 7, 1), (1, ASKS, 1)
    )
    assert stands(turns, LinkedTurn(0, 0)) == {7: [ANSWERED]}
    assert stands(turns, LinkedTurn(4, 0)) == {7: [ASKED]}
    assert stands(turns, LinkedTurn(6, 0)) == {7: [ASKED]}


def test_interviewers_who_speak_one_after_another_ask_together() -> None:
    """What follows the run of their turns answers the first of them too."""
    turns = spoken((1, ASKS, 9), (1, ASKS, 4), (1, 7, 5))
    assert stands(turns, LinkedTurn(0, 0)) == {7: [ANSWERED]}


def test_an_answer_does_not_come_from_the_next_interview() -> None:
    """Sources end."""
    turns = spoken((1, 7, 9), (1, ASKS, 9), (2, 7, 9), (2, ASKS, 1))
    assert stands(turns, LinkedTurn(1, 0)) == {7: [ASKED]}


def test_of_several_askings_one_answer_is_enough() -> None:
    """In one interview or another."""
    turns = spoken((1, ASKS, 9), (1, 7, 1), (2, ASKS, 9), (2, 7, 8))
    assert stands(turns, LinkedTurn(0, 0), LinkedTurn(2, 0)) == {7: [ANSWERED]}


def test_a_judgement_overrides_the_words() -> None:
    """In a group it is about those who speak; where nobody does, about everybody."""
    turns = spoken((1, ASKS, 9), (1, 7, 1), (1, ASKS, 5), (1, 7, 8), (1, 8, 8), (1, ASKS, 1))
    assert stands(turns, LinkedTurn(0, 0, True)) == {7: [ANSWERED], 8: [ASKED]}
    assert stands(turns, LinkedTurn(2, 0, False)) == {7: [ASKED], 8: [ASKED]}
    assert stands(turns, LinkedTurn(5, 0, True)) == {7: [ANSWERED], 8: [ANSWERED]}
    both = (LinkedTurn(0, 0, True), LinkedTurn(0, 0, False), LinkedTurn(0, 0))
    assert stands(turns, *both) == {7: [ANSWERED], 8: [ASKED]}


def test_a_turn_of_ones_own_raises_the_topic_or_answers_late() -> None:
    """Who was asked counts as asked, even if they raised it before."""
    turns = spoken((1, 7, 9), (1, ASKS, 9), (1, 8, 1), (1, ASKS, 2), (1, 8, 9))
    assert stands(turns, LinkedTurn(0, 0)) == {7: [RAISED], 8: [NOT_ASKED]}
    assert stands(turns, LinkedTurn(0, 0), LinkedTurn(1, 0)) == {7: [ASKED], 8: [ASKED]}
    assert stands(turns, LinkedTurn(1, 0), LinkedTurn(4, 0)) == {7: [ASKED], 8: [ANSWERED]}
    found = standings(turns, [LinkedTurn(0, 0), LinkedTurn(1, 0)], 1)
    assert found.raised.tolist() == [[True], [False]]


def test_where_nothing_is_linked_nothing_is_known() -> None:
    """A link to a topic of another version only says that somebody went through the source."""
    turns = spoken((1, ASKS, 9), (1, 7, 9), (2, ASKS, 9), (2, 8, 9))
    assert stands(turns) == {7: [UNKNOWN], 8: [UNKNOWN]}
    assert stands(turns, LinkedTurn(0, -1)) == {7: [NOT_ASKED], 8: [UNKNOWN]}
    assert stands(turns, LinkedTurn(1, -1)) == {7: [NOT_ASKED], 8: [UNKNOWN]}


TURNS = st.lists(
    st.tuples(st.integers(1, 3), st.sampled_from([ASKS, -1, 4, 5, 6]), st.integers(0, 6)),
    min_size=1,
    max_size=25,
).map(sorted)


@given(TURNS, st.data())
def test_only_what_is_linked_matters_in_any_order_and_however_often(
    turns: list[Turn], data: st.DataObject
) -> None:
    """Each standing is a function of the set of linked turns."""
    link = st.builds(
        LinkedTurn,
        st.integers(0, len(turns) - 1),
        st.integers(-1, 2),
        st.sampled_from([None, True, False]),
    )
    linked = data.draw(st.lists(link, max_size=12))
    again = [
        *linked,
        *data.draw(st.lists(st.sampled_from(linked), max_size=4) if linked else st.just([])),
    ]
    random.Random(len(again)).shuffle(again)
    one, other = (standings(spoken(*turns), each, 3) for each in (linked, again))
    assert (one.standing == other.standing).all()
    assert (one.raised == other.raised).all()


@given(TURNS, st.data())
def test_standings_follow_from_the_rule_told_another_way(
    turns: list[Turn], data: st.DataObject
) -> None:
    """Written once more, slowly, turn by turn."""
    link_turn = st.integers(0, len(turns) - 1)
    linked = data.draw(
        st.lists(st.builds(LinkedTurn, link_turn, st.integers(0, 1), st.none()), max_size=8)
    )
    found = standings(spoken(*turns), linked, 2)
    for at, person in enumerate(found.participants.tolist()):
        for topic in (0, 1):
            assert found.standing[at, topic] == _slowly(turns, linked, person, topic)


def _slowly(turns: list[Turn], linked: list[LinkedTurn], person: int, topic: int) -> int:
    mine = {source for source, who, _ in turns if who == person}
    here = [each for each in linked if turns[each.turn][0] in mine]
    of_topic = [each for each in here if each.topic == topic]
    askings = [each.turn for each in of_topic if turns[each.turn][1] == ASKS]
    own = [each.turn for each in of_topic if turns[each.turn][1] == person]
    if not askings:
        return RAISED if own else NOT_ASKED if here else UNKNOWN
    late = any(asking < at and turns[asking][0] == turns[at][0] for asking in askings for at in own)
    return ANSWERED if late or any(_said(turns, at, person) >= 3 for at in askings) else ASKED


def _said(turns: list[Turn], asking: int, person: int) -> int:
    words, began = 0, False
    for source, who, number in turns[asking:]:
        if source != turns[asking][0] or (who == ASKS and began):
            break
        began = began or who != ASKS
        words += number if who == person else 0
    return words
